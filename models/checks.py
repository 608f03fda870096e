"""Balance and range rules, with the difference in words. Nothing here reads a file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from models.balance import Operand as Operand
from models.balance import ParsedRule as ParsedRule
from models.balance import parse_side as parse_side
from models.balance import parsed as parsed
from models.measure import Kind
from models.number import DECIMALS, format_number, rounded
from models.period import Period
from models.plan import Actual, Indicator

ABOVE_DENOMINATOR = "numerator-above-denominator"
HALF_A_RATIO = "half-a-ratio"
ABOVE_SCALE = "above-scale"
ABOVE_PARENT = "above-parent"
DUE_TOO_EARLY = "due-before-end"
UNITS = "units"
QUARTER_TARGETS = "quarter-targets-against-year"
UNIT_TARGETS = "unit-targets-against-plan"
HIGHER_TARGETS = "target-against-higher-plan"
INTEGRITY = "integrity"

PART_WORDS = {"numerator": "tử số", "denominator": "mẫu số", "value": "giá trị"}


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Amounts:
    """What is known of one indicator where a rule is looked at; a ratio's value is its percentage."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Fraction | None = None
    is_accepted: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not add up: the rule, where, both sides, and their difference (left minus right).

    rule is a balance rule's code or one of the built-in names above. unit None is the whole plan; sides are None where
    there are no two numbers to compare. message says it all in Vietnamese. indicator is whose value is looked at (None
    for a rule over several), codes the cells of the form it speaks of; part is numerator, denominator or value where
    several findings of one rule can be about one indicator (of a due date or of targets: the plan). basis is what was
    found where there are no sides. note is why somebody accepted it."""

    rule: str
    unit: str | None
    period: Period | None
    left: Fraction | None
    right: Fraction | None
    severity: Severity
    message: str
    is_accepted: bool = False
    indicator: str | None = None
    codes: tuple[str, ...] = ()
    part: str = ""
    basis: str = ""
    note: str = ""

    @property
    def difference(self) -> Fraction | None:
        """Left minus right."""
        return None if self.left is None or self.right is None else self.left - self.right

    @property
    def shown(self) -> tuple[Fraction, Fraction, Fraction] | None:
        """Both sides as they are written, and the difference of what is written; None where there are no sides."""
        return None if self.left is None or self.right is None else shown_sides(self.left, self.right)[:3]

    @property
    def key(self) -> tuple[str, str | None, str | None, Period | None]:
        """What tells it from all others, whatever its figures: rule with part, indicator, unit, period."""
        return f"{self.rule}.{self.part}" if self.part else self.rule, self.indicator, self.unit, self.period


def total(operands: Iterable[Operand], amounts: Mapping[str, Amounts]) -> Fraction | None:
    """Return what a side comes to, exactly; None where one of its amounts is missing."""
    result = Fraction(0)
    for operand in operands:
        known = amounts.get(operand.source)
        amount = getattr(known, operand.part) if known else None
        if amount is None:
            return None
        result += operand.sign * Fraction(operand.coefficient) * Fraction(amount)
    return result


def is_balanced(operator: str, left: Fraction, right: Fraction, tolerance: Decimal) -> bool:
    """Return whether a comparison holds, within the tolerance."""
    difference, allowed = left - right, Fraction(tolerance)
    match operator:
        case "=":
            return abs(difference) <= allowed
        case ">=":
            return difference >= -allowed
        case ">":
            return difference > -allowed
        case "<=":
            return difference <= allowed
        case "<":
            return difference < allowed
    raise ValueError(f"a rule cannot compare by {operator}")


def shown_sides(left: Fraction, right: Fraction) -> tuple[Fraction, Fraction, Fraction, int]:
    """Round both sides to four decimals, or to as many as tell them apart; return them, their difference, how many.

    So the difference is always that of the two numbers that are read beside it."""
    decimals = DECIMALS
    while left != right and rounded(left, decimals) == rounded(right, decimals):
        decimals += 1
    one, other = Fraction(rounded(left, decimals)), Fraction(rounded(right, decimals))
    return one, other, one - other, decimals


def is_known(rule: ParsedRule, amounts: Mapping[str, Amounts]) -> bool:
    """Return whether every amount that the rule speaks of is there: only then can it be looked at."""
    return total(rule.left, amounts) is not None and total(rule.right, amounts) is not None


def judge(rule: ParsedRule, amounts: Mapping[str, Amounts], unit: str | None, where: "Where") -> Finding | None:
    """Return what is wrong by a rule; None when it holds or an amount is missing. Accepted where any amount is."""
    left, right = total(rule.left, amounts), total(rule.right, amounts)
    its = rule.rule
    if left is None or right is None or is_balanced(its.operator, left, right, its.tolerance):
        return None
    text = f" ({its.text.rstrip('.')})" if its.text else ""
    one, other, apart, decimals = shown_sides(left, right)
    words = (format_number(each, None if decimals == DECIMALS else decimals) for each in (one, other, abs(apart)))
    sides = "vế trái {}, vế phải {}, lệch {}".format(*words)
    needed = "" if its.operator == "=" else f", cần vế trái {its.operator} vế phải"
    return Finding(
        its.code,
        unit,
        where.period,
        left,
        right,
        Severity.ERROR if its.is_error else Severity.WARNING,
        f"{where.of(unit)}, quy tắc {its.code}{text}: {sides}{needed}.",
        any(amounts[code].is_accepted for code in rule.cells if code in amounts),
        codes=rule.cells,
    )


@dataclass(frozen=True, slots=True)
class Where:
    """The period that is looked at, and the names of the units, for the sentences."""

    period: Period
    names: Mapping[str, str]

    def of(self, unit: str | None) -> str:
        """Return where something is, as a sentence begins."""
        name = "toàn kế hoạch" if unit is None else f"đơn vị {self.names.get(unit, unit)} ({unit})"
        return f"Kỳ {self.period}, {name}"


def amounts_of(actual: Actual, kind: Kind) -> Amounts:
    """Return what one unit reports as amounts."""
    value = None if actual.value is None else Fraction(actual.value)
    if kind is Kind.RATIO:
        has_rate = actual.numerator is not None and bool(actual.denominator)
        value = Fraction(actual.numerator or 0) * 100 / Fraction(actual.denominator or 1) if has_rate else None
    return Amounts(actual.numerator, actual.denominator, value, bool(actual.accepted))


def range_findings(actual: Actual, indicator: Indicator, where: Where) -> Iterator[Finding]:
    """Yield what cannot be right in one value alone: half a ratio, a part above the whole, a value off its scale."""
    start = f"{where.of(actual.unit)}, chỉ tiêu {actual.indicator}"
    accepted = bool(actual.accepted)
    if indicator.kind is Kind.RATIO:
        numerator, denominator = actual.numerator, actual.denominator
        if (numerator is None) != (denominator is None):
            missing = "tử số" if numerator is None else "mẫu số"
            message = f"{start}: thiếu {missing} nên chưa được tính là đã báo cáo."
            yield Finding(
                HALF_A_RATIO,
                actual.unit,
                where.period,
                None,
                None,
                Severity.WARNING,
                message,
                is_accepted=accepted,
                indicator=actual.indicator,
                codes=(actual.indicator,),
                basis=f"{numerator}/{denominator}",
            )
        elif numerator is not None and denominator is not None and numerator > denominator:
            words = (f"{start}: tử số", "lớn hơn mẫu số")
            yield _above(ABOVE_DENOMINATOR, actual, where, (numerator, denominator), words)
    elif indicator.kind in (Kind.SCORE, Kind.RANK) and actual.value is not None:
        top = indicator.scale if actual.out_of is None else Decimal(actual.out_of)
        if top is not None and actual.value > top:
            what = ("thứ hạng", "số đơn vị được xếp hạng") if indicator.kind is Kind.RANK else ("điểm", "thang điểm")
            yield _above(ABOVE_SCALE, actual, where, (actual.value, top), (f"{start}: {what[0]}", f"lớn hơn {what[1]}"))


def parent_findings(child: Actual, parent: Actual, where: Where) -> Iterator[Finding]:
    """Yield what a "trong đó" has more of than its parent, the parts of ratios one by one."""
    for name, words in PART_WORDS.items():
        left, right = getattr(child, name), getattr(parent, name)
        if left is not None and right is not None and left > right:
            start = f"{where.of(child.unit)}: {words} của chỉ tiêu con {child.indicator}"
            found = _above(ABOVE_PARENT, child, where, (left, right), (start, f"lớn hơn của {parent.indicator}"))
            accepted = bool(child.accepted or parent.accepted)
            yield replace(found, is_accepted=accepted, codes=(child.indicator, parent.indicator), part=name)


def _above(rule: str, actual: Actual, where: Where, sides: tuple[Decimal, Decimal], words: tuple[str, str]) -> Finding:
    left, right = sides
    by = f"lệch {format_number(left - right)}"
    message = f"{words[0]} {format_number(left)} {words[1]} {format_number(right)}, {by}."
    return Finding(
        rule,
        actual.unit,
        where.period,
        Fraction(left),
        Fraction(right),
        Severity.ERROR,
        message,
        is_accepted=bool(actual.accepted),
        indicator=actual.indicator,
        codes=(actual.indicator,),
    )


def worst_first(found: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order in which they want attention: errors, warnings, what is accepted last."""
    return sorted(found, key=lambda each: (each.is_accepted, each.severity is not Severity.ERROR))
