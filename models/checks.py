"""Balance and range rules, with the difference in words. Nothing here reads a file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from unicodedata import normalize

from models.errors import KnownError
from models.measure import Kind
from models.number import format_number
from models.period import Period
from models.plan import Actual, BalanceRule, Indicator

ABOVE_DENOMINATOR = "numerator-above-denominator"
HALF_A_RATIO = "half-a-ratio"
ABOVE_SCALE = "above-scale"
ABOVE_PARENT = "above-parent"
DUE_TOO_EARLY = "due-before-end"
INTEGRITY = "integrity"

_PARTS = ((".tử", "numerator"), (".mẫu", "denominator"))
_SIGN = re.compile(r"\s*([+\-−–])\s*")


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Operand:
    """One code on a rule's side: its sign (1 or -1), and numerator, denominator or value."""

    sign: int
    code: str
    part: str


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
    there are no two numbers to compare. message says it all in Vietnamese."""

    rule: str
    unit: str | None
    period: Period | None
    left: Fraction | None
    right: Fraction | None
    severity: Severity
    message: str
    is_accepted: bool = False

    @property
    def difference(self) -> Fraction | None:
        """Left minus right."""
        return None if self.left is None or self.right is None else self.left - self.right


def parse_side(text: str, kinds: Mapping[str, Kind]) -> tuple[Operand, ...]:
    """Read one side of a rule: codes joined by + and -, CODE.tử and CODE.mẫu for the parts of a ratio.

    Codes may hold "-" and "." themselves: the longest known code that leaves something readable is taken. Raises
    KnownError, naming the text that cannot be read."""
    side = normalize("NFC", text).strip()
    found = _Side(side, kinds).read()
    if found is None:
        raise KnownError(f"không đọc được “{side}”: có mã chỉ tiêu không có trong kế hoạch")
    for operand in found:
        _check_part(operand, kinds[operand.code])
    return found


def _check_part(operand: Operand, kind: Kind) -> None:
    if operand.part != "value" and kind is not Kind.RATIO:
        raise KnownError(f"{operand.code} không phải chỉ tiêu tỷ lệ nên không có tử số, mẫu số")
    if kind in (Kind.GRADE, Kind.YES_NO):
        raise KnownError(f"{operand.code} là xếp loại hoặc hoàn thành, không cộng trừ được")


class _Side:
    """A side being read. A place from which nothing could be read is not tried again, so that no text takes long."""

    def __init__(self, text: str, kinds: Mapping[str, Kind]) -> None:
        self._text = text
        self._codes = sorted(filter(None, kinds), key=len, reverse=True)

    def read(self) -> tuple[Operand, ...] | None:
        first = _SIGN.match(self._text)
        waiting = [self._operands_at(first.end() if first else 0, _sign(first[1]) if first else 1)]
        path: list[Operand] = []
        tried: set[int] = set()
        while waiting:
            operand, end = next(waiting[-1], (None, 0))
            if operand is None:
                waiting.pop()
                del path[-1:]
                continue
            if not self._text[end:].strip():
                return (*path, operand)
            joint = _SIGN.match(self._text, end)
            if joint and joint.end() not in tried:
                tried.add(joint.end())
                path.append(operand)
                waiting.append(self._operands_at(joint.end(), _sign(joint[1])))
        return None

    def _operands_at(self, start: int, sign: int) -> Iterator[tuple[Operand, int]]:
        for code in self._codes:
            if self._text.startswith(code, start):
                end = start + len(code)
                for suffix, part in _PARTS:
                    if self._text[end : end + len(suffix)].casefold() == suffix:
                        yield Operand(sign, code, part), end + len(suffix)
                yield Operand(sign, code, "value"), end


def _sign(text: str) -> int:
    return 1 if text == "+" else -1


def total(operands: Iterable[Operand], amounts: Mapping[str, Amounts]) -> Fraction | None:
    """Return what a side comes to, exactly; None where one of its amounts is missing."""
    result = Fraction(0)
    for operand in operands:
        known = amounts.get(operand.code)
        amount = getattr(known, operand.part) if known else None
        if amount is None:
            return None
        result += operand.sign * Fraction(amount)
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


@dataclass(frozen=True, slots=True)
class ParsedRule:
    """A balance rule with its sides read."""

    rule: BalanceRule
    left: tuple[Operand, ...]
    right: tuple[Operand, ...]

    @property
    def codes(self) -> frozenset[str]:
        """The indicators it speaks of."""
        return frozenset(operand.code for operand in (*self.left, *self.right))


def parsed(rule: BalanceRule, kinds: Mapping[str, Kind]) -> ParsedRule:
    """Read both sides of a rule; raises KnownError."""
    return ParsedRule(rule, parse_side(rule.left, kinds), parse_side(rule.right, kinds))


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
    sides = f"vế trái {format_number(left)}, vế phải {format_number(right)}, lệch {format_number(abs(left - right))}"
    needed = "" if its.operator == "=" else f", cần vế trái {its.operator} vế phải"
    return Finding(
        its.code,
        unit,
        where.period,
        left,
        right,
        Severity.ERROR if its.is_error else Severity.WARNING,
        f"{where.of(unit)}, quy tắc {its.code}{text}: {sides}{needed}.",
        any(amounts[code].is_accepted for code in rule.codes),
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
                HALF_A_RATIO, actual.unit, where.period, None, None, Severity.WARNING, message, is_accepted=accepted
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
    for name, words in (("numerator", "tử số"), ("denominator", "mẫu số"), ("value", "giá trị")):
        left, right = getattr(child, name), getattr(parent, name)
        if left is not None and right is not None and left > right:
            start = f"{where.of(child.unit)}: {words} của chỉ tiêu con {child.indicator}"
            found = _above(ABOVE_PARENT, child, where, (left, right), (start, f"lớn hơn của {parent.indicator}"))
            yield replace(found, is_accepted=bool(child.accepted or parent.accepted))


def _above(rule: str, actual: Actual, where: Where, sides: tuple[Decimal, Decimal], words: tuple[str, str]) -> Finding:
    left, right = sides
    by = f"lệch {format_number(left - right)}"
    message = f"{words[0]} {format_number(left)} {words[1]} {format_number(right)}, {by}."
    accepted = bool(actual.accepted)
    return Finding(rule, actual.unit, where.period, Fraction(left), Fraction(right), Severity.ERROR, message, accepted)
