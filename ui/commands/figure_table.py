"""Figures as an aligned table of plain text, for a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from models.measure import Kind, Operator
from models.number import format_number, format_signed
from models.progress import Figure, State, gap_decimals, lacks_last_year, shown_decimals
from reports.figure_words import STATE_WORDS

HEADINGS = ("Chỉ tiêu", "Tên", "Đơn vị", "Kết quả", "Mức", "Chênh lệch", "Trạng thái", "Đã báo cáo")
GOODNESS: Mapping[Operator, str] = {Operator.AT_LEAST: "từ {} trở lên", Operator.MORE_THAN: "hơn {}"}
RIGHT = frozenset({"Kết quả", "Chênh lệch", "Đã báo cáo"})
NOTHING = "–"
WIDEST = 44


def figure_lines(figures: Sequence[Figure], grades: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a table, headings first; grades are the plan's names, the best first."""
    rows = [_row(each, grades) for each in figures]
    shown = [place for place, name in enumerate(HEADINGS) if name != "Đơn vị" or any(row[place] for row in rows)]
    widths = {place: max(len(row[place]) for row in (HEADINGS, *rows)) for place in shown}
    for row in (HEADINGS, *rows):
        cells = (_padded(row[place], widths[place], HEADINGS[place]) for place in shown)
        yield "  ".join(cells).rstrip()


def _padded(text: str, width: int, heading: str) -> str:
    return text.rjust(width) if heading in RIGHT else text.ljust(width)


def _row(each: Figure, grades: Sequence[str]) -> tuple[str, ...]:
    label = each.indicator.label
    return (
        each.indicator.code,
        label if len(label) <= WIDEST else label[: WIDEST - 1] + "…",
        each.unit or "",
        _value(each, grades),
        _target(each, grades),
        NOTHING if each.gap is None else _gap(each, each.gap),
        STATE_WORDS[each.state] + _marks(each),
        f"{each.reported_units}/{each.expected_units}",
    )


def _marks(each: Figure) -> str:
    marks = ["tạm tính"] * each.is_provisional + ["ước tính"] * each.is_estimated
    return f" ({', '.join(marks)})" if marks else ""


def _value(each: Figure, grades: Sequence[str]) -> str:
    """Return the value as officials write it; for what must be checked the counts, never a rate."""
    if each.indicator.kind is Kind.RATIO and each.state in (State.TO_CHECK, State.NOT_APPLICABLE):
        parts = (each.numerator, each.denominator)
        return NOTHING if None in parts else "/".join(format_number(part) for part in parts if part is not None)
    if each.grade or each.value is None:
        return each.grade or NOTHING
    if each.out_of and each.indicator.kind is Kind.RANK:
        return f"{format_number(each.value)}/{each.out_of}"
    return _quantity(each.value, each.indicator.kind, grades, shown_decimals(each))


def _target(each: Figure, grades: Sequence[str]) -> str:
    if lacks_last_year(each):
        return f"so với năm {each.period.year - 1}, chưa có số"
    if each.threshold is None or each.target is None:
        return NOTHING
    kind, threshold = each.indicator.kind, each.threshold
    level = _quantity(threshold.value, kind, grades, None)
    if threshold.operator is Operator.RANGE and threshold.value_to is not None:
        return f"{level} đến {_quantity(threshold.value_to, kind, grades, None)}"
    if kind.lower_is_better and threshold.operator in GOODNESS:
        return GOODNESS[threshold.operator].format(level)
    return f"{threshold.operator.value} {level}"


def _gap(each: Figure, gap: Fraction) -> str:
    is_rough = each.indicator.kind is Kind.RATIO and gap.denominator != 1
    return format_signed(gap, gap_decimals(each) if is_rough else None)


def _quantity(value: Fraction, kind: Kind, grades: Sequence[str], decimals: int | None) -> str:
    """Return a value in its kind's words, rates with so many decimals; None: as many as they have, four at most."""
    match kind:
        case Kind.RATIO:
            return format_number(value, 0 if value.denominator == 1 else decimals) + "%"
        case Kind.GRADE:
            return grades[int(value) - 1] if 1 <= value <= len(grades) else NOTHING
        case Kind.YES_NO:
            return "có" if value else "không"
    return format_number(value)
