"""The tables of the report by unit: the ranking, each indicator's results, and where every form stands."""

from collections.abc import Iterator, Sequence

from models.number import format_date, format_rate
from models.period import Period
from models.ranking import Place, Tally
from reports import annexes, wording
from reports.document import Align, Cell, Column, HeadCell, Measure, Row, Source, Table, words
from reports.figure_words import NOTHING, quarter_words
from reports.notice_words import LATE_RULE, form_words
from reports.owing import Form
from reports.units_words import UnitsContext

PORTRAIT, LANDSCAPE = 160.0, 247.0
SMALL = "*"
_COUNTS = (("met", "Đạt"), ("near", "Gần đạt"), ("missed", "Chưa đạt"), ("judged", "Được đánh giá"), ("others", "Khác"))
_RANK, _SHARE, _COUNT = 16.0, 19.0, 17.0
_NUMBER, _DAYS = 12.0, 15.0
_STATE, _TIGHT_STATE, _FEW = 38.0, 32.0, 3  # of so few quarters a state and its day have one line
RULE = (
    "Xếp hạng theo tỷ lệ chỉ tiêu đạt trên số chỉ tiêu được đánh giá; bằng nhau thì xét tỷ lệ đạt và gần đạt; bằng "
    "nhau cả hai thì cùng hạng. Không xếp hạng đơn vị chưa có chỉ tiêu được đánh giá hoặc đã kết thúc hoạt động trong "
    "kỳ."
)
_SMALL_NOTE = (
    f" {SMALL}: số chỉ tiêu được đánh giá chưa bằng một nửa của đơn vị được đánh giá nhiều nhất, thứ hạng để tham khảo."
)
_COUNTED = (
    " Đếm các chỉ tiêu tính từ số liệu của đơn vị, theo mức của từng đơn vị; Khác: chưa đến hạn báo cáo, chưa có số "
    "liệu, cần kiểm tra, không phát sinh hoặc chỉ theo dõi."
)


def ranking_table(context: UnitsContext, width: float) -> Table:
    """Return the units with their ranks, best first; those without a rank stand apart at the end."""
    name = width - _RANK - _SHARE - len(_COUNTS) * _COUNT
    columns = (
        Column("Hạng", _RANK, Align.CENTRE),
        Column("Đơn vị", name),
        *(Column(title, _COUNT, Align.RIGHT) for _, title in _COUNTS),
        Column("Tỷ lệ đạt", _SHARE, Align.RIGHT),
    )
    rows = [_ranked_row(context, each) for each in context.ranking.places]
    if context.ranking.unranked:
        rows.append([Cell("Không xếp hạng", bold=True, span=len(columns))])
        rows += [[NOTHING, *_tally_cells(context, each)] for each in context.ranking.unranked]
    small = _SMALL_NOTE if any(each.is_small for each in context.ranking.places) else ""
    note = words(
        "Ghi chú: {rule} {near}{mark}",
        rule=RULE[:1].lower() + RULE[1:] + small + _COUNTED,
        near=wording.near_rule(context),
        mark=annexes.sample_mark(context),
    )
    return Table(columns, rows, "Xếp hạng kết quả thực hiện các chỉ tiêu của các đơn vị", note)


def _ranked_row(context: UnitsContext, place: Place) -> Row:
    run = context.rank_run(place)
    rank = Cell(run.text, source=run.source, tail=SMALL if place.is_small else "")
    return [rank, *_tally_cells(context, place.tally)]


def _tally_cells(context: UnitsContext, its: Tally) -> list[str | Cell]:
    counts = [context.tally_run(its, what) for what, _ in _COUNTS]
    share = NOTHING if its.share is None else format_rate(its.share)
    return [
        context.row_name(its.unit),
        *(Cell(each.text, source=each.source) for each in counts),
        Cell(share, source=Source(Measure.SHARE, "", its.unit, context.period.code, "met")),
    ]


def form_table(context: UnitsContext) -> Table:
    """Return where every unit's form of each quarter that is over stands, when it was sent and how late."""
    quarters = list(context.forms)
    state = _STATE if len(quarters) <= _FEW else _TIGHT_STATE
    name = LANDSCAPE - _NUMBER - len(quarters) * (state + _DAYS)
    columns = (
        Column("TT", _NUMBER, Align.CENTRE),
        Column("Đơn vị", name),
        *(
            column
            for _ in quarters
            for column in (Column("Tình trạng", state, Align.CENTRE), Column("Chậm (ngày)", _DAYS, Align.RIGHT))
        ),
    )
    heads = (
        (
            HeadCell("TT", down=2),
            HeadCell("Đơn vị", down=2),
            *(HeadCell(f"Phiếu {quarter_words(each)}", span=2) for each in quarters),
        ),
        tuple(HeadCell(title) for _ in quarters for title in ("Tình trạng", "Chậm (ngày)")),
    )
    rows = list(_form_rows(context, quarters))
    note = (
        f"Ghi chú: {LATE_RULE} {format_date(context.on)}; {NOTHING}: không yêu cầu gửi.{annexes.sample_mark(context)}"
    )
    title = "Tình hình gửi phiếu báo cáo" + (" của các đơn vị" if len(context.by_code) > 1 else "")
    return Table(columns, rows, title, note, heads)


def _form_rows(context: UnitsContext, quarters: Sequence[Period]) -> Iterator[Row]:
    forms = {(each.standing.unit, quarter): each for quarter, its in context.forms.items() for each in its}
    asked = {unit for unit, _ in forms}
    for number, unit in enumerate((each for each in context.units if each in asked), start=1):
        cells = [cell for quarter in quarters for cell in _form_cells(forms.get((unit, quarter)))]
        yield [str(number), context.row_name(unit), *cells]


def _form_cells(form: Form | None) -> tuple[str | Cell, str | Cell]:
    if form is None:
        return NOTHING, ""
    its = form.standing
    day = f" {format_date(its.day)}" if its.day is not None else ""
    source = Source(Measure.DAYS_LATE, "", its.unit, form.quarter.code)
    return Cell(f"{form_words(form)}{day}", bold=form.days_overdue > 0), Cell(str(its.days_late), source=source)
