"""The annexes of a plan: its targets, the units' own, its tasks."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from models.measure import Kind
from models.number import format_date
from models.period import Period
from models.plan import Task
from models.progress import Figure
from reports import frame
from reports.document import NBSP, Align, Block, Caption, Cell, Column, Measure, Row, Source, Table
from reports.figure_words import NOTHING, period_words, target_text, unit_of_measure
from reports.owing import addressed
from reports.targets_context import TargetsContext

TARGETS, BY_UNIT, TASKS = "Chỉ tiêu", "Chỉ tiêu giao cho từng đơn vị", "Nhiệm vụ"
TARGET_COLUMNS = (
    Column("TT", 12, Align.CENTRE),
    Column("Chỉ tiêu", 74),
    Column("Đơn vị tính", 20, Align.CENTRE),
    Column("Mức", 35, Align.CENTRE),
    Column("Cách tính", 50),
    Column("Chủ trì", 28),
    Column("Kỳ đánh giá", 28, Align.CENTRE),
)
TASK_COLUMNS = (
    Column("TT", 12, Align.CENTRE),
    Column("Nhiệm vụ", 81),
    Column("Sản phẩm", 50),
    Column("Chủ trì", 38),
    Column("Phối hợp", 42),
    Column("Thời hạn", 24, Align.CENTRE),
)
ASSIGNED = "x"
_PER_TABLE, _WIDTHS, _WIDEST = 7, (12.0, 60.0, 175.0), 45.0


def annexes(context: TargetsContext) -> dict[str, frame.Annex]:
    """Return the annexes that there are, by what they hold."""
    year = f"cải cách hành chính năm{NBSP}{context.plan.year}"
    found: dict[str, frame.Annex] = {}
    if context.figures:
        found[TARGETS] = ((TARGETS, year), [target_table(context)])
    if context.assigned:
        found[BY_UNIT] = ((BY_UNIT, year), list(_unit_annex(context)))
    if context.tasks:
        found[TASKS] = ((TASKS, year), [task_table(context)])
    return found


def target_table(context: TargetsContext) -> Table:
    """Return the table of all indicators under their areas; targets of single periods stand below the year's."""
    rows: list[Row] = []
    number = part = 0
    for area in context.areas:
        if area:
            rows.append([Cell(area, bold=True, span=len(TARGET_COLUMNS))])
        for figure in context.of_area(area):
            is_part = figure.indicator.parent is not None
            number, part = (number, part + 1) if is_part else (number + 1, 0)
            rows.append(_target_row(figure, f"{number}.{part}" if part else str(number)))
            rows += [_period_row(each) for each in context.by_period if each.indicator.code == figure.indicator.code]
    note = f"Ghi chú: {NOTHING}: theo dõi, không giao mức." if len(context.aimed) < len(context.figures) else ""
    return Table(TARGET_COLUMNS, rows, TARGETS, note)


def _target_row(figure: Figure, number: str) -> Row:
    indicator = figure.indicator
    month = indicator.published_month
    return [
        number,
        indicator.name,
        unit_of_measure(indicator) or NOTHING,
        _target(figure),
        _reckoning(figure),
        indicator.lead or NOTHING,
        f"Năm, công bố tháng{NBSP}{month}/{figure.period.year + 1}" if month else "Hằng quý, năm",
    ]


def _period_row(figure: Figure) -> Row:
    return ["", Cell(_capital(period_words(figure.period)), italic=True), "", _target(figure), "", "", ""]


def _target(figure: Figure) -> Cell:
    return Cell(target_text(figure) or NOTHING, source=target_source(figure))


def target_source(figure: Figure) -> Source:
    """Return where a target comes from: its indicator, unit and period."""
    return Source(Measure.TARGET, figure.indicator.code, figure.unit, figure.period.code)


def _reckoning(figure: Figure) -> str:
    """Return how a value is reckoned: of a ratio what is divided by what."""
    indicator = figure.indicator
    if indicator.kind is Kind.RATIO and indicator.numerator and indicator.denominator:
        return f"{indicator.numerator} chia cho {small(indicator.denominator)}"
    return indicator.source or NOTHING


def _unit_annex(context: TargetsContext) -> Iterator[Block]:
    for table in unit_tables(context):
        yield Caption("Bảng", "Mức giao cho từng đơn vị")
        yield table


def unit_tables(context: TargetsContext) -> Iterator[Table]:
    """Yield the tables of units by indicators, for those that are given to units; a few indicators each."""
    own = {(each.indicator.code, each.unit, each.period): each for each in context.by_unit}
    periods = {(code, period) for code, _, period in own if period != context.period}
    given = {code for code, _ in context.assigned}
    columns = [
        (figure, period)
        for figure in context.figures
        if figure.indicator.code in given
        for period in (context.period, *sorted(each for code, each in periods if code == figure.indicator.code))
    ]
    units = [code for code in context.units if any((indicator, code) in context.assigned for indicator in given)]
    note = f"Ghi chú: {ASSIGNED}: thực hiện theo mức chung của kế hoạch; ô trống: không giao hoặc không có mức riêng."
    for start in range(0, len(columns), _PER_TABLE):
        stretch = columns[start : start + _PER_TABLE]
        rows: list[Row] = []
        for number, unit in enumerate(units, start=1):
            cells = (own.get((figure.indicator.code, unit, period)) for figure, period in stretch)
            shared = [
                period.is_year and (figure.indicator.code, unit) in context.assigned for figure, period in stretch
            ]
            targets = (
                _target(cell) if cell else ASSIGNED if is_shared else ""
                for cell, is_shared in zip(cells, shared, strict=True)
            )
            rows.append([str(number), addressed(context.units[unit].name), *targets])
        yield Table(_unit_columns(stretch), rows, BY_UNIT, note)


def _unit_columns(stretch: Sequence[tuple[Figure, Period]]) -> tuple[Column, ...]:
    first, name, rest = _WIDTHS
    width = min(rest / len(stretch), _WIDEST)
    titles = (
        figure.indicator.label + ("" if period.is_year else f" ({period_words(period)})") for figure, period in stretch
    )
    fixed = (Column("TT", first, Align.CENTRE), Column("Đơn vị", name + rest - width * len(stretch)))
    return (*fixed, *(Column(title, width, Align.CENTRE) for title in titles))


def task_table(context: TargetsContext) -> Table:
    """Return the table of tasks under their areas."""
    rows: list[Row] = []
    number = 0
    for area, its in groupby(by_area(context), key=lambda each: each.area):
        if area:
            rows.append([Cell(area, bold=True, span=len(TASK_COLUMNS))])
        for task in its:
            number += 1
            due = format_date(task.due) if task.due else NOTHING
            texts = (task.content, task.product, task.lead, task.cooperating)
            rows.append([str(number), *(clean(text) or NOTHING for text in texts), due])
    return Table(TASK_COLUMNS, rows, TASKS)


def by_area(context: TargetsContext) -> list[Task]:
    """Return the tasks area by area, in the order of the indicators' areas, then of the tasks'."""
    order = list(dict.fromkeys((*context.areas, *(each.area for each in context.tasks))))
    return sorted(context.tasks, key=lambda each: order.index(each.area))


def clean(text: str) -> str:
    """Return a text on one line, without the sign at its end."""
    return " ".join(text.split()).rstrip(" .;")


def small(text: str) -> str:
    """Return a text for the middle of a sentence: a small letter where the first word is no acronym."""
    first = text.split(" ")[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
