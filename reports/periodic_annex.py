"""The annexes of the periodic report: statistics by area, results against the targets, the units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.measure import Kind
from models.number import format_number
from models.onestop_sheet import DONE
from models.progress import Figure
from models.reform_area import ReformArea
from models.same_period import Before
from reports import annexes as shared
from reports import frame
from reports.comparison import before_source, before_text
from reports.document import NBSP, Align, Cell, Column, Measure, Row, Run, Source, Table, Text
from reports.figure_words import NOTHING, quarter_words, unit_of_measure, value_text
from reports.one_stop_totals import SUM_NAMES, OneStopTotals, columns, one_stop_totals, totals_before
from reports.periodic_context import PeriodicContext
from reports.periodic_parts import AREA_PARTS
from reports.periodic_sentences import task_share_run
from reports.results_annex import results_annex

TITLE = "Thống kê số liệu công tác cải cách hành chính"
_DIRECTION = "Công tác chỉ đạo, điều hành"
_SO_FAR = {1: "quý~I", 2: "6~tháng", 3: "9~tháng", 4: "cả~năm"}
_NUMBER, _UNIT, _VALUE, _NOTE = 13.0, 22.0, 27.0, 33.0
_ALL = 247.0
_STAR = "*"


def annexes(context: PeriodicContext) -> Iterator[frame.Annex]:
    """Yield each annex's title and what is in it; one with nothing to show is left out."""
    when = frame.when(context)
    table = statistics_table(context)
    if table.rows:
        yield (TITLE, when), [table]
    if context.figures:
        yield ("Kết quả thực hiện các chỉ tiêu", when), list(results_annex(context))
    if shared.has_several_units(context):
        yield ("Tình hình thực hiện các chỉ tiêu theo đơn vị", when), list(shared.unit_annex(context))
    if has_explanations(context):
        yield ("Giải trình của các đơn vị", when), [shared.explanation_table(context)]


def has_explanations(context: PeriodicContext) -> bool:
    """Return whether units explain their own results."""
    return bool(shared.unit_explanations(context))


@dataclass(frozen=True)
class _Line:
    """A line of statistics: what is counted, in what, in the last quarter, the year so far and the same period of last
    year. A part of the line before it has no number."""

    name: str
    unit: str
    cells: tuple[Cell, Cell, Cell]
    note: Text = ()
    is_part: bool = False


def statistics_table(context: PeriodicContext) -> Table:
    """Return the table of statistics: the last quarter, the year so far, the same period of last year, by area."""
    titles = _columns(context)
    rows: list[Row] = []
    for number, (title, found) in enumerate(_by_area(context), start=1):
        rows.append([Cell(f"{number}. {title}", bold=True, span=len(titles))])
        place = 0
        for line in found:
            place += not line.is_part
            first = "" if line.is_part else f"{number}.{place}"
            name = f"- {line.name}" if line.is_part else line.name
            rows.append([first, name, line.unit, *_shown(context, line.cells), line.note])
    return Table(titles, rows, TITLE, _note(context))


def _shown(context: PeriodicContext, cells: tuple[Cell, Cell, Cell]) -> list[Cell]:
    """Return the cells that there are columns for: the first quarter is the year so far."""
    quarter, so_far, before = cells
    return [*([] if context.period.number == 1 else [quarter]), so_far, *([before] if context.before else [])]


def _columns(context: PeriodicContext) -> tuple[Column, ...]:
    period, year = context.period, context.period.year
    quarter = Column(f"Kỳ báo cáo ({quarter_words(period.last_quarter)})", _VALUE, Align.RIGHT)
    so_far = Column(f"Lũy kế từ đầu năm ({_span(period.number)})", _VALUE, Align.RIGHT)
    same = quarter_words(period) if period.is_quarter else _span(period.number)
    before = Column(f"Cùng kỳ năm{NBSP}{year - 1} ({same})", _VALUE, Align.RIGHT)
    values = ((quarter,) if period.number == 1 else (quarter, so_far)) + ((before,) if context.before else ())
    fixed = _NUMBER + _UNIT + _NOTE + _VALUE * len(values)
    return (
        Column("TT", _NUMBER, Align.CENTRE),
        Column("Nội dung thống kê", _ALL - fixed),
        Column("Đơn vị tính", _UNIT, Align.CENTRE),
        *values,
        Column("Ghi chú", _NOTE),
    )


def _span(number: int) -> str:
    return _SO_FAR[number].replace("~", NBSP)


def _note(context: PeriodicContext) -> str:
    first = f"Ghi chú: {_STAR}: tạm tính hoặc chưa đủ đơn vị báo cáo; {NOTHING}: không có số liệu."
    return first + shared.sample_mark(context)


def _by_area(context: PeriodicContext) -> Iterator[tuple[str, list[_Line]]]:
    """Yield the areas that have anything to count, direction first, the plan's own headings last."""
    direction = [*_task_lines(context), *_figure_lines(context, context.of_reform_area(ReformArea.DIRECTION))]
    found = [(_DIRECTION, direction)]
    for area, part in AREA_PARTS.items():
        its = _figure_lines(context, context.of_reform_area(area))
        found.append((part.title, [*its, *(_one_stop_lines(context) if area is ReformArea.PROCEDURES else ())]))
    for heading in context.own_headings:
        found.append((heading or "Nội dung khác", list(_figure_lines(context, context.of_area(heading)))))
    return ((title, its) for title, its in found if its)


def _figure_lines(context: PeriodicContext, figures: Sequence[Figure]) -> Iterator[_Line]:
    for figure in figures:
        yield from _of_figure(context, figure.indicator.code)


def _of_figure(context: PeriodicContext, code: str) -> Iterator[_Line]:
    """Yield an indicator's line; of a ratio its rate, then both the counts it is made of."""
    quarter, so_far = context.quarter[code], context.so_far[code]
    indicator, then = so_far.indicator, context.before.get(code)
    is_ratio = indicator.kind is Kind.RATIO
    counted = unit_of_measure(indicator)
    note = shared.remarks(so_far)
    yield _Line(indicator.name, counted, (_value(quarter), _value(so_far), _before(so_far, then)), note)
    if is_ratio:
        noun = "" if indicator.measured_in == "%" else indicator.measured_in
        for measure in (Measure.NUMERATOR, Measure.DENOMINATOR):
            yield _part_line(context, code, measure, noun)


def _before(figure: Figure, then: Before | None) -> Cell:
    """Return last year's value; a count that some had not reported is no number to hold another against."""
    if then is None:
        return Cell(NOTHING)
    text = "" if figure.indicator.kind is Kind.COUNT and not then.is_complete else before_text(figure, then)
    return Cell(
        text or NOTHING, source=before_source(figure, then), tail=_STAR if text and not then.is_complete else ""
    )


def _part_line(context: PeriodicContext, code: str, measure: Measure, noun: str) -> _Line:
    is_top = measure is Measure.NUMERATOR
    indicator, then = context.so_far[code].indicator, context.before.get(code)
    name = (indicator.numerator or "Tử số") if is_top else (indicator.denominator or "Mẫu số")
    before = Cell(NOTHING)
    if then is not None:
        number = then.numerator if is_top else then.denominator
        source = Source(Measure.BEFORE, code, context.unit, then.period.code, measure)
        before = Cell(NOTHING if number is None else format_number(number), source=source)
    cells = (_part(context.quarter[code], measure), _part(context.so_far[code], measure), before)
    return _Line(name, noun, cells, is_part=True)


def _value(figure: Figure) -> Cell:
    text = value_text(figure)
    source = Source(Measure.VALUE, figure.indicator.code, figure.unit, figure.period.code)
    return Cell(text or NOTHING, source=source, tail=_STAR if text and figure.is_provisional else "")


def _part(figure: Figure, measure: Measure) -> Cell:
    number = figure.numerator if measure is Measure.NUMERATOR else figure.denominator
    source = Source(measure, figure.indicator.code, figure.unit, figure.period.code)
    return Cell(NOTHING if number is None else format_number(number), source=source)


def _task_lines(context: PeriodicContext) -> Iterator[_Line]:
    """Yield how many tasks there are, done in the quarter and so far, and overdue on the last day reported on."""
    if not context.plan_tasks:
        return
    empty, share = Cell(NOTHING), task_share_run(context)
    done_now = Source(Measure.COUNT, period=context.period.last_quarter.code, what="tasks_done")
    quarter = Cell(str(len(context.done_in_quarter())), source=done_now)
    every = (
        ("Nhiệm vụ của kế hoạch", empty, _tasks(context, "tasks", len(context.plan_tasks))),
        ("Đã hoàn thành", quarter, _tasks(context, "tasks_done", len(context.done_tasks()))),
        ("Quá hạn chưa hoàn thành", empty, _tasks(context, "tasks_overdue", len(context.overdue_tasks()))),
    )
    for place, (name, in_quarter, so_far) in enumerate(every):
        yield _Line(name, "nhiệm vụ", (in_quarter, so_far, empty), is_part=place > 0)
    yield _Line("Tỷ lệ hoàn thành", "%", (empty, Cell(share.text, source=share.source), empty), is_part=True)


def _tasks(context: PeriodicContext, what: str, number: int) -> Cell:
    return Cell(str(number), source=Source(Measure.COUNT, period=context.until.code, what=what))


def _one_stop_lines(context: PeriodicContext) -> Iterator[_Line]:
    """Yield the one-stop table of all fields together; nothing where a plan has none, or none was reported."""
    quarter = one_stop_totals(context.groups, context.quarter, context.period.last_quarter)
    so_far = one_stop_totals(context.groups, context.so_far, context.until)
    before = totals_before(context.groups, context.before, context.unit, context.period)
    if so_far.line.is_blank:
        return
    for column, name in columns():
        cells = (_counted(quarter, column), _counted(so_far, column), _counted(before, column))
        yield _Line(name, "hồ sơ", cells, is_part=column not in SUM_NAMES)
    shares = (_share(quarter), _share(so_far), _share(before))
    yield _Line("Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn", "%", shares)


def _counted(found: OneStopTotals, column: int) -> Cell:
    return _shown_cell(found, found.column(column), is_rough=found.line.is_rough(column))


def _share(found: OneStopTotals) -> Cell:
    return _shown_cell(found, found.share, is_rough=found.line.is_rough(DONE))


def _shown_cell(found: OneStopTotals, number: Run, is_rough: bool) -> Cell:
    """Return a number of the table; a dash for what was not reported."""
    return Cell(number.text or NOTHING, source=number.source, tail=_STAR if number.text and is_rough else "")
