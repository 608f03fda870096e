"""The formulas of a unit's form, each with the result that stands in the file until a spreadsheet computes it anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.balance import Operand, ParsedRule, Reach
from models.checks import is_balanced
from models.checks import total as side_total
from models.exchange.unit_form.content import FormContent, Line, Part
from models.measure import Kind
from models.number import format_number
from models.plan import Actual, Indicator

NOT_OCCURRED = "không phát sinh"
SEE_ERROR = "xem lỗi"
OFF = "lệch "
HOLDS = "khớp"
NOT_FILLED = "chưa đủ số"

Places = Mapping[tuple[str, Part | None], str]  # where a line's cell of this quarter is, as E12


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and its result for the values that the form is written with."""

    text: str
    result: str | float


def rate(content: FormContent, line: Line, places: Places) -> Formula:
    """Return a ratio's rate, from its two parts."""
    assert line.indicator is not None
    above, below = _parts(line.indicator, places)
    text = (
        f'=IF(AND(ISNUMBER({above}),ISNUMBER({below})),IF({below}=0,"{NOT_OCCURRED}",'
        f'IF({above}>{below},"{SEE_ERROR}",{above}/{below})),"")'
    )
    return Formula(text, rate_of(content.actual(line.indicator.code)))


def rate_of(actual: Actual) -> str | float:
    """Return a ratio's rate as a spreadsheet shows it: a fraction, or words where there is none."""
    if actual.numerator is None or actual.denominator is None:
        return ""
    if not actual.denominator:
        return NOT_OCCURRED
    if actual.numerator > actual.denominator:
        return SEE_ERROR
    return float(Fraction(actual.numerator) / Fraction(actual.denominator))


def total(content: FormContent, line: Line, places: Places) -> Formula:
    """Return what a line adds up to, once all of it is there."""
    cells = [places[code, Part.VALUE] for code in line.total]
    known = ",".join(f"ISNUMBER({cell})" for cell in cells)
    value = content.total(line, content.actual)
    return Formula(f'=IF(AND({known}),{"+".join(cells)},"")', "" if value is None else float(value))


def line_check(content: FormContent, line: Line, places: Places) -> Formula | None:
    """Return what a line says of itself: half a ratio, a part above the whole, a child above its parent; or nothing."""
    its = line.indicator
    if its is None:
        return None
    actual = content.actual(its.code)
    if line.is_rate:
        return _ratio_check(its, actual, places)
    parent = next((each for each in content.indicators if each.code == its.parent), None)
    if parent is not None and parent.kind is its.kind and its.kind.rolls_up:
        return _parent_check(line, parent, (actual, content.actual(parent.code)), places)
    if its.kind is Kind.SCORE and its.scale is not None:
        return _scale_check(its, actual, places)
    return None


def _ratio_check(its: Indicator, actual: Actual, places: Places) -> Formula:
    above, below = _parts(its, places)
    text = (
        f"=IF(AND(ISNUMBER({above}),ISNUMBER({below})),"
        f'IF({above}>{below},"Tử số lớn hơn mẫu số, {OFF}"&{_shown(f"({above}-{below})")},""),'
        f'IF(ISNUMBER({above}),"Còn thiếu mẫu số",IF(ISNUMBER({below}),"Còn thiếu tử số","")))'
    )
    numerator, denominator = actual.numerator, actual.denominator
    result = ""
    if numerator is not None and denominator is not None:
        if numerator > denominator:
            result = f"Tử số lớn hơn mẫu số, {OFF}{format_number(numerator - denominator)}"
    elif numerator is not None or denominator is not None:
        result = "Còn thiếu tử số" if numerator is None else "Còn thiếu mẫu số"
    return Formula(text, result)


def _parent_check(line: Line, parent: Indicator, both: tuple[Actual, Actual], places: Places) -> Formula:
    assert line.indicator is not None
    own, its = places[line.indicator.code, line.part], places[parent.code, line.part]
    words = f"Lớn hơn của {parent.code}, {OFF}"
    text = (
        f'=IF(AND(ISNUMBER({own}),ISNUMBER({its})),IF({own}>{its},"{_quoted(words)}"&{_shown(f"({own}-{its})")},""),"")'
    )
    left, right = (getattr(each, line.part or Part.VALUE) for each in both)
    is_above = left is not None and right is not None and left > right
    return Formula(text, words + format_number(left - right) if is_above else "")


def _scale_check(its: Indicator, actual: Actual, places: Places) -> Formula:
    cell, scale = places[its.code, Part.VALUE], its.scale or Decimal(0)
    words = f"Lớn hơn thang điểm {format_number(scale)}, {OFF}"
    text = f'=IF(ISNUMBER({cell}),IF({cell}>{scale:f},"{words}"&{_shown(f"({cell}-{scale:f})")},""),"")'
    is_above = actual.value is not None and actual.value > scale
    return Formula(text, words + format_number((actual.value or scale) - scale) if is_above else "")


def rule_checks(content: FormContent, places: Places) -> Iterator[tuple[ParsedRule, Formula]]:
    """Yield the plan's balance rules that speak of this form only, each with its outcome."""
    kinds = {each.code: each.kind for each in content.indicators}
    amounts = content.amounts() if content.rules else {}
    for rule in content.rules:
        left, right = side_total(rule.left, amounts), side_total(rule.right, amounts)
        result = NOT_FILLED
        if left is not None and right is not None:
            holds = is_balanced(rule.rule.operator, left, right, rule.rule.tolerance)
            result = HOLDS if holds else OFF + format_number(abs(left - right))
        yield rule, Formula(_rule_text(rule, kinds, places), result)


def _rule_text(rule: ParsedRule, kinds: Mapping[str, Kind], places: Places) -> str:
    operands = (*rule.left, *rule.right)
    known = ",".join(dict.fromkeys(cell for each in operands for cell in _known(each, kinds, places)))
    left, right = (_side(side, kinds, places) for side in (rule.left, rule.right))
    difference, allowed = f"ROUND({left}-{right},4)", f"{rule.rule.tolerance:f}"
    holds = {
        "=": f"ABS({difference})<={allowed}",
        ">=": f"{difference}>=-{allowed}",
        ">": f"{difference}>-{allowed}",
        "<=": f"{difference}<={allowed}",
        "<": f"{difference}<{allowed}",
    }[rule.rule.operator]
    wrong = f'"{OFF}"&{_shown(f"ABS({difference})")}'
    return f'=IF(AND({known}),IF({holds},"{HOLDS}",{wrong}),"{NOT_FILLED}")'


def _known(operand: Operand, kinds: Mapping[str, Kind], places: Places) -> Iterator[str]:
    """Yield the conditions under which an operand has a value."""
    cells = _cells(operand, kinds, places)
    yield f"ISNUMBER({cells[0]})"
    if len(cells) > 1:
        yield f"N({cells[1]})<>0"


def _cells(operand: Operand, kinds: Mapping[str, Kind], places: Places) -> tuple[str, ...]:
    """Return the cell that an operand names, of this quarter or the one before; of a ratio's value, both its parts."""
    is_rate = operand.part == Part.VALUE and kinds[operand.code] is Kind.RATIO
    parts = (Part.NUMERATOR, Part.DENOMINATOR) if is_rate else (Part(operand.part),)
    column = "D" if operand.reach is Reach.LAST_QUARTER else "E"
    return tuple(column + places[operand.code, part][1:] for part in parts)


def _side(operands: tuple[Operand, ...], kinds: Mapping[str, Kind], places: Places) -> str:
    terms = []
    for each in operands:
        cells = _cells(each, kinds, places)
        term = f"N({cells[0]})" if len(cells) == 1 else f"(100*N({cells[0]})/IF(N({cells[1]})=0,1,N({cells[1]})))"
        factor = "" if each.coefficient == 1 else f"{each.coefficient:f}*"
        terms.append(("-" if each.sign < 0 else "+") + factor + term)
    return "(" + ("".join(terms).removeprefix("+") or "0") + ")"


def summary(column: str, first: int, last: int, flags: str, found: tuple[int, int]) -> Formula:
    """Return the line that counts cells still empty and things to look at; found is what they are now."""
    stretch = f"{column}{first}:{column}{last}"
    empty = f'SUMPRODUCT(({flags}{first}:{flags}{last}=1)*(E{first}:E{last}=""))'
    odd = f'(SUMPRODUCT(--({stretch}<>""))-COUNTIF({stretch},"{HOLDS}")-COUNTIF({stretch},"{NOT_FILLED}"))'
    text = f'="Còn trống "&{empty}&" ô; cần xem lại "&{odd}&" chỗ (cột Kiểm tra)."'
    return Formula(text, f"Còn trống {found[0]} ô; cần xem lại {found[1]} chỗ (cột Kiểm tra).")


def _parts(its: Indicator, places: Places) -> tuple[str, str]:
    return places[its.code, Part.NUMERATOR], places[its.code, Part.DENOMINATOR]


def _shown(number: str) -> str:
    """Write a number inside a text as the person's spreadsheet does: TEXT() would ask for its language."""
    rounded = f"ROUND({number},4)"
    return f"IF({rounded}=INT({rounded}),FIXED({rounded},0),{rounded})"


def _quoted(text: str) -> str:
    return text.replace('"', '""')
