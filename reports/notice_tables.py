"""What is attached to a letter: where each unit's forms stand, and the figures it is behind in."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from models.measure import Kind
from models.number import format_date, format_number
from models.progress import Figure
from reports import frame
from reports.annexes import sample_mark
from reports.document import Align, Cell, Column, HeadCell, Measure, Row, Source, Table
from reports.figure_sentences import name_of
from reports.figure_words import NOTHING, STATE_WORDS, gap_text, target_text, value_text
from reports.notice_words import LATE_RULE, form_words, quarter_of_year
from reports.owing import Form, Owed, Owing

_WIDTH, _NUMBER, _COUNT, _DAYS = 247.0, 12.0, 14.5, 15.0
_FORM, _NAME = (22.0, 36.0), 52.0  # how narrow and wide a form's column may be; the least room for a name
_COUNTED = ("Chưa đạt", "Gần đạt", "Chưa giải trình")
FIGURE_COLUMNS = (
    Column("TT", 12, Align.CENTRE),
    Column("Chỉ tiêu", 96),
    Column("Mức", 27, Align.CENTRE),
    Column("Tử số", 18, Align.RIGHT),
    Column("Mẫu số", 18, Align.RIGHT),
    Column("Kết quả", 19, Align.RIGHT),
    Column("Chênh lệch", 17, Align.RIGHT),
    Column("Đánh giá", 20, Align.CENTRE),
    Column("Giải trình", 20, Align.CENTRE),
)


def annexes(context: Owing, units: Sequence[Owed]) -> Iterator[frame.Annex]:
    """Yield the list of units with where their forms stand, then the figures; for one unit the figures only."""
    when = frame.when(context)
    if units and not context.is_of_one:
        title = "Danh sách đơn vị, tình hình gửi phiếu báo cáo và thực hiện chỉ tiêu"
        yield (title, when), [unit_table(context, units)]
    if any(unit.behind or unit.doubtful for unit in units):
        yield ("Các chỉ tiêu chưa đạt, gần đạt hoặc cần kiểm tra", when), [figure_table(context, units)]


def unit_table(context: Owing, units: Sequence[Owed]) -> Table:
    """Return a line for every unit: each quarter's form, how late it is, how many indicators it is behind in."""
    quarters = len(context.over)
    left = _WIDTH - _NUMBER - quarters * _DAYS - len(_COUNTED) * _COUNT
    form = min(max(_FORM[0], (left - _NAME) / max(quarters, 1)), _FORM[1])
    columns = (
        Column("TT", _NUMBER, Align.CENTRE),
        Column("Đơn vị", left - quarters * form),
        *(
            column
            for _ in context.over
            for column in (Column("Phiếu", form, Align.CENTRE), Column("Chậm", _DAYS, Align.RIGHT))
        ),
        *(Column(title, _COUNT, Align.RIGHT) for title in _COUNTED),
    )
    heads = (
        (
            HeadCell("TT", down=2),
            HeadCell("Đơn vị", down=2),
            *(HeadCell(f"Phiếu {quarter_of_year(each)}", span=2) for each in context.over),
            HeadCell("Số chỉ tiêu", span=len(_COUNTED)),
        ),
        (
            *(cell for _ in context.over for cell in (HeadCell("Tình trạng"), HeadCell("Chậm (ngày)"))),
            *map(HeadCell, _COUNTED),
        ),
    )
    rows = [_unit_row(context, number, unit) for number, unit in enumerate(units, start=1)]
    note = (
        f"Ghi chú: {LATE_RULE} {format_date(context.on)}; {NOTHING}: không yêu cầu. "
        f"Đánh giá theo mức của từng đơn vị.{sample_mark(context)}"
    )
    return Table(columns, rows, "Tình hình gửi phiếu báo cáo và thực hiện chỉ tiêu của các đơn vị", note, heads)


def _unit_row(context: Owing, number: int, unit: Owed) -> Row:
    forms = {form.quarter: form for form in unit.forms}
    cells: list[str | Cell] = [str(number), unit.name]
    for quarter in context.over:
        cells += _form_cells(forms.get(quarter))
    counted = (("missed", unit.missed), ("near", unit.near), ("unexplained", unit.unexplained))
    period = context.period.code
    cells += [
        Cell(format_number(len(figures)), source=Source(Measure.COUNT, "", unit.code, period, what))
        for what, figures in counted
    ]
    return cells


def _form_cells(form: Form | None) -> tuple[str | Cell, str | Cell]:
    if form is None:
        return NOTHING, ""
    source = Source(Measure.DAYS_LATE, "", form.standing.unit, form.quarter.code)
    return Cell(form_words(form), bold=form.days_overdue > 0), Cell(str(form.standing.days_late), source=source)


def figure_table(context: Owing, units: Sequence[Owed]) -> Table:
    """Return the figures that units are behind in or must check, under each unit's name, worst first."""
    rows: list[Row] = []
    for unit in units:
        figures = (*unit.behind, *unit.doubtful)
        if figures and not context.is_of_one:
            rows.append([Cell(unit.name, bold=True, span=len(FIGURE_COLUMNS))])
        rows += [_figure_row(context, number, each, unit) for number, each in enumerate(figures, start=1)]
    note = (
        "Ghi chú: chênh lệch của tỷ lệ tính bằng điểm phần trăm, trên số chưa làm tròn; giá trị âm là chưa đạt; "
        f"{NOTHING}: không có hoặc không yêu cầu; *: tạm tính."
        f"{sample_mark(context)}"
    )
    return Table(FIGURE_COLUMNS, rows, "Các chỉ tiêu chưa đạt, gần đạt hoặc cần kiểm tra", note)


def _figure_row(context: Owing, number: int, figure: Figure, unit: Owed) -> Row:
    is_ratio = figure.indicator.kind is Kind.RATIO
    value = value_text(figure)
    return [
        str(number),
        name_of(figure),
        _sourced(target_text(figure) or NOTHING, figure, Measure.TARGET),
        _sourced(_part(figure.numerator, is_ratio), figure, Measure.NUMERATOR),
        _sourced(_part(figure.denominator, is_ratio), figure, Measure.DENOMINATOR),
        _sourced(value or NOTHING, figure, Measure.VALUE, "*" if figure.is_provisional and value else ""),
        _sourced(gap_text(figure) or NOTHING, figure, Measure.GAP),
        STATE_WORDS[figure.state],
        _explained(context, figure, unit),
    ]


def _part(number: Decimal | None, is_ratio: bool) -> str:
    return format_number(number) if is_ratio and number is not None else NOTHING


def _explained(context: Owing, figure: Figure, unit: Owed) -> str:
    if figure in unit.unexplained:
        return "Chưa có"
    return "Đã có" if context.explanation_of(figure) else NOTHING


def _sourced(text: str, figure: Figure, measure: Measure, tail: str = "") -> Cell:
    return Cell(text, source=Source(measure, figure.indicator.code, figure.unit, figure.period.code), tail=tail)
