"""The annexes of a report of results: all indicators, the units, what the units say."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import repeat

from models.measure import Kind
from models.number import format_date, format_number
from models.plan import Explanation
from models.progress import Figure, State
from reports.context import Context, is_carried_over
from reports.document import Align, Block, Caption, Cell, Column, Measure, Row, Source, Table, Text, listed, words
from reports.figure_words import (
    NOTHING,
    STATE_WORDS,
    gap_text,
    quarter_words,
    sourced,
    target_text,
    value_text,
)
from reports.wording import begun, inside, near_rule

INDICATOR_COLUMNS = (
    Column("TT", 11, Align.CENTRE),
    Column("Chỉ tiêu", 68),
    Column("Mức", 32, Align.CENTRE),
    Column("Tử số", 20, Align.RIGHT),
    Column("Mẫu số", 20, Align.RIGHT),
    Column("Kết quả", 20, Align.RIGHT),
    Column("Chênh lệch", 17, Align.RIGHT),
    Column("Đánh giá", 26, Align.CENTRE),
    Column("Ghi chú", 33),
)
UNIT_STATES = (State.MET, State.NEAR, State.MISSED, State.TO_CHECK, State.NO_DATA)
UNIT_COLUMNS = (
    Column("TT", 12, Align.CENTRE),
    Column("Đơn vị", 73),
    Column("Số chỉ tiêu", 20, Align.RIGHT),
    Column("Đã báo cáo đủ", 22, Align.RIGHT),
    *(Column(STATE_WORDS[state], 20, Align.RIGHT) for state in UNIT_STATES),
    Column("Khác", 20, Align.RIGHT),
)
UNIT_NOTE = (
    "Ghi chú: đếm các chỉ tiêu cộng dồn được từ đơn vị; đánh giá theo mức của từng đơn vị. "
    "Khác: chưa đến hạn báo cáo, không phát sinh hoặc chỉ theo dõi."
)
EXPLANATION_COLUMNS = (
    Column("TT", 12, Align.CENTRE),
    Column("Đơn vị", 34),
    Column("Chỉ tiêu", 44),
    Column("Chịu trách nhiệm", 27),
    Column("Thời hạn", 22, Align.CENTRE),
)
_CAUSE_AND_REMEDY_WIDTH, _SMALLEST_SHARE = 108.0, 0.3
RATES_PER_TABLE = 8
_RATE_WIDTHS = (12.0, 45.0, 190.0)
_NARROWEST_RATE, _WIDEST_RATE = 21.5, 40.0
_SHORT_TITLE = 15


def sample_mark(context: Context) -> str:
    """Return what a note ends with while figures are illustrative."""
    return " Số liệu minh họa." if context.is_illustrative else ""


def indicator_table(context: Context) -> Table:
    """Return the table of all indicators under the headings of their areas."""
    rows: list[Row] = []
    number = 0
    for area in context.areas:
        if area:
            rows.append([Cell(area, bold=True, span=len(INDICATOR_COLUMNS))])
        part = 0
        for figure in context.of_area(area):
            if figure.indicator.parent is None:
                number, part = number + 1, 0
            else:
                part += 1
            rows.append(_indicator_row(figure, f"{number}.{part}" if part else str(number)))
    if not rows:
        rows.append([Cell("Kế hoạch chưa có chỉ tiêu.", italic=True, span=len(INDICATOR_COLUMNS))])
    note = words(
        "Ghi chú: {rule} Chênh lệch của tỷ lệ tính bằng điểm phần trăm, trên số chưa làm tròn; "
        f"{NOTHING}: không có số liệu.{{mark}}",
        rule=inside(near_rule(context)),
        mark=sample_mark(context),
    )
    return Table(INDICATOR_COLUMNS, rows, "Kết quả thực hiện các chỉ tiêu", note)


def _indicator_row(figure: Figure, number: str) -> Row:
    is_ratio = figure.indicator.kind is Kind.RATIO
    is_bold = figure.state in (State.MISSED, State.NEAR)
    return [
        number,
        figure.indicator.name,
        _sourced(target_text(figure) or NOTHING, figure, Measure.TARGET),
        _sourced(_number(figure.numerator if is_ratio else None), figure, Measure.NUMERATOR),
        _sourced(_number(figure.denominator if is_ratio else None), figure, Measure.DENOMINATOR),
        _sourced(value_text(figure) or NOTHING, figure, Measure.VALUE),
        _sourced(gap_text(figure) or NOTHING, figure, Measure.GAP),
        Cell(STATE_WORDS[figure.state], bold=is_bold),
        remarks(figure),
    ]


def remarks(figure: Figure) -> Text:
    """Return what must be known of a figure beside its number."""
    found = list(_remarks(figure))
    return begun(listed(found, "; ")) if found else ()


def _remarks(figure: Figure) -> Iterator[Text]:
    if figure.is_provisional:
        is_short = figure.reported_units < figure.expected_units
        share = sourced(f"{figure.reported_units}/{figure.expected_units}", figure, Measure.COVERAGE)
        yield words("tạm~tính~{share}", share=share) if is_short else words("tạm~tính")
    if figure.from_quarter is not None:
        yield words("số~liệu~{when}", when=quarter_words(figure.from_quarter))
    elif is_carried_over(figure):
        yield words("số~liệu~đầu~{when}", when=quarter_words(figure.period.quarters[0]))
    month = figure.indicator.published_month
    if figure.state is State.NOT_DUE and month is not None:
        yield words("công bố tháng~{month}", month=f"{month}/{figure.period.year + 1}")


def unit_table(context: Context) -> Table:
    """Return the table of units with how many of their indicators stand where, in the file's order of units."""
    rows: list[Row] = []
    totals = [0] * (len(UNIT_COLUMNS) - 2)
    for number, (unit, figures) in enumerate(figures_by_unit(context).items(), start=1):
        counts = _counts(figures)
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
        rows.append([str(number), context.row_name(unit), *map(_count, counts, UNIT_COLUMNS[2:], repeat(unit))])
    if rows:
        rows.append([Cell("Cộng", bold=True, span=2), *map(_count, totals, UNIT_COLUMNS[2:], repeat(None))])
    return Table(UNIT_COLUMNS, rows, "Tình hình thực hiện theo đơn vị", UNIT_NOTE + sample_mark(context))


def _counts(figures: list[Figure]) -> list[int]:
    reported = sum(each.reported_units >= each.expected_units for each in figures)
    states = [sum(each.state is state for each in figures) for state in UNIT_STATES]
    return [len(figures), reported, *states, len(figures) - sum(states)]


def rate_tables(context: Context) -> Iterator[Table]:
    """Yield the tables of units by indicators, a few indicators each."""
    figures = {(each.unit, each.indicator.code): each for each in context.by_unit}
    shown = [each for each in context.figures if each.indicator.kind.rolls_up]
    stretches = [shown[start : start + RATES_PER_TABLE] for start in range(0, len(shown), RATES_PER_TABLE)]
    units = list(figures_by_unit(context))
    for stretch in stretches:
        columns = _rate_columns(stretch)
        rows: list[Row] = [
            [
                str(number),
                context.row_name(unit),
                *(_rate(figures.get((unit, each.indicator.code))) for each in stretch),
            ]
            for number, unit in enumerate(units, start=1)
        ]
        if len(units) > 1:  # of one alone it would be the same line again
            rows.append([Cell("Chung", bold=True, span=2), *(_rate(each) for each in stretch)])
        yield Table(columns, rows, "Kết quả từng chỉ tiêu theo đơn vị", RATE_NOTE + sample_mark(context))


def _rate_columns(figures: list[Figure]) -> tuple[Column, ...]:
    """Return the columns; what a short heading does not need goes to the long ones."""
    first, name, rest = _RATE_WIDTHS
    titles = [each.indicator.label for each in figures]
    even = min(rest / len(titles), _WIDEST_RATE)
    least = max(even * 3 / 4, _NARROWEST_RATE)
    lengths = [max(len(title) - _SHORT_TITLE, 1) for title in titles]
    widths = [least + (even - least) * len(titles) * length / sum(lengths) for length in lengths]
    fixed = (Column("TT", first, Align.CENTRE), Column("Đơn vị", name + rest - sum(widths)))
    columns = (Column(title, width, Align.RIGHT) for title, width in zip(titles, widths, strict=True))
    return (*fixed, *columns)


def _rate(figure: Figure | None) -> Cell:
    if figure is None:
        return Cell("")
    words = {State.TO_CHECK: "KT", State.NO_DATA: NOTHING, State.NOT_DUE: NOTHING, State.NOT_APPLICABLE: "KPS"}
    value = value_text(figure)
    return Cell(
        value or words.get(figure.state, NOTHING),
        bold=figure.state is State.MISSED,
        italic=figure.state is State.NEAR,
        source=Source(Measure.VALUE, figure.indicator.code, figure.unit, figure.period.code),
        tail="*" if figure.is_provisional and value else "",
    )


RATE_NOTE = (
    "Ghi chú: in đậm: chưa đạt; in nghiêng: gần đạt; KT: số liệu cần kiểm tra; KPS: không phát sinh; "
    f"*: tạm tính; {NOTHING}: chưa có số liệu; ô trống: không giao. So sánh theo mức của từng đơn vị."
)


def unit_annex(context: Context) -> Iterator[Block]:
    """Yield the units' tables: how many of their indicators stand where, and each indicator's results."""
    yield Caption("Bảng", "Số chỉ tiêu của từng đơn vị theo kết quả đánh giá")
    yield unit_table(context)
    yield from captioned_rates(context)


def captioned_rates(context: Context) -> Iterator[Block]:
    """Yield the tables of units by indicators below their captions; those after the first go on."""
    for place, table in enumerate(rate_tables(context)):
        yield Caption("Bảng", f"{table.title} (tiếp theo)" if place else table.title)
        yield table


def unit_explanations(context: Context) -> list[Explanation]:
    """Return what units other than the one reported on say of their results."""
    own = context.unit or context.plan.unit
    shown = {each.unit for each in context.by_unit}
    return [each for each in context.explanations if each.unit != own and each.unit in shown]


def explanation_table(context: Context) -> Table:
    """Return the table of what the units say."""
    names = {figure.indicator.code: figure.indicator.name for figure in context.figures}
    rows: list[Row] = [
        [
            str(number),
            context.row_name(each.unit),
            names.get(each.indicator, each.indicator),
            _begun(each.cause),
            _begun(each.remedy),
            _begun(each.responsible),
            format_date(each.due) if each.due else NOTHING,
        ]
        for number, each in enumerate(unit_explanations(context), start=1)
    ]
    return Table(_explanation_columns(rows), rows, "Giải trình của các đơn vị", sample_mark(context).strip())


def _explanation_columns(rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns; causes and remedies share their room as their texts need it."""
    causes, remedies = (sum(len(str(row[place])) for row in rows) for place in (3, 4))
    share = min(max(causes / (causes + remedies or 1), _SMALLEST_SHARE), 1 - _SMALLEST_SHARE)
    shared = (
        Column("Nguyên nhân", _CAUSE_AND_REMEDY_WIDTH * share),
        Column("Giải pháp", _CAUSE_AND_REMEDY_WIDTH * (1 - share)),
    )
    return (*EXPLANATION_COLUMNS[:3], *shared, *EXPLANATION_COLUMNS[3:])


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:] if text else NOTHING


def has_several_units(context: Context) -> bool:
    """Return whether a list by unit says more than the whole."""
    return len(figures_by_unit(context)) > 1


def figures_by_unit(context: Context) -> dict[str, list[Figure]]:
    """Return each reporting unit's figures, in the file's order of units."""
    found: dict[str, list[Figure]] = {}
    for figure in context.by_unit:
        if figure.unit is not None and figure.indicator.kind.rolls_up:
            found.setdefault(figure.unit, []).append(figure)
    order = {unit: place for place, unit in enumerate(context.units)}
    return dict(sorted(found.items(), key=lambda item: order.get(item[0], len(order))))


def _count(number: int, column: Column, unit: str | None) -> Cell:
    return Cell(format_number(number), bold=unit is None, source=Source(Measure.COUNT, unit=unit, what=column.title))


def _number(number: Decimal | None) -> str:
    return NOTHING if number is None else format_number(number)


def _sourced(text: str, figure: Figure, measure: Measure) -> Cell:
    return Cell(text, source=Source(measure, figure.indicator.code, figure.unit, figure.period.code))
