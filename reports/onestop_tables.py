"""The tables of the one-stop report: Form II.06a/VPCP/KSTT by unit and by field, and the rates that follow."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.level import Level, level_of
from models.onestop_sheet import DONE, OPEN, PARTS, Line, Mismatch, Sheet, added
from reports import wording
from reports.annexes import sample_mark
from reports.document import (
    Align,
    Block,
    Caption,
    Cell,
    Column,
    HeadCell,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    cell_text,
    joined,
    plain_text,
    words,
)
from reports.figure_words import NOTHING
from reports.onestop_context import ON_TIME, ONLINE, OneStopContext, number_text
from reports.onestop_sentences import mismatch_sentence
from reports.word.text_width import width_mm

ROUGH, WRONG, TOTAL = "*", "**", "Tổng cộng"
MOST_WRONG = 20
_ROMAN = ("I", "II", "III", "IV", "V")
_NUMBER, _NAME, _COLUMN = 12.0, 59.0, 16.0
_POINTS, _MARGINS, _LEAST_NAME = 12, 3.2, 30.0
_GROUPS = (
    ("Số hồ sơ nhận giải quyết", ("Tổng số", "Trực tuyến", "Trực tiếp, BCCI", "Từ kỳ trước")),
    ("Số hồ sơ đã giải quyết", ("Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn")),
    ("Số hồ sơ đang giải quyết", ("Tổng số", "Trong hạn", "Quá hạn")),
)
_TITLES = tuple(title for _, titles in _GROUPS for title in titles)
_LEVELS = {
    Level.DEPARTMENT: "Sở, ban, ngành",
    Level.OFFICE: "Cơ quan chuyên môn",
    Level.DISTRICT: "Cấp huyện",
    Level.COMMUNE: "Cấp xã",
    Level.OTHER: "Đơn vị khác",
}
_CEASED = " Đơn vị kết thúc hoạt động trong kỳ: số đang giải quyết tính ở đơn vị kế thừa."
_RATE_COLUMNS = (
    Column("TT", 12, Align.CENTRE),
    Column("Đơn vị", 79),
    Column("Tiếp nhận trong kỳ", 26, Align.RIGHT),
    Column("Tỷ lệ trực tuyến", 26, Align.RIGHT),
    Column("Đã giải quyết", 26, Align.RIGHT),
    Column("Tỷ lệ trước và đúng hạn", 26, Align.RIGHT),
    Column("Đã giải quyết quá hạn", 26, Align.RIGHT),
    Column("Đang giải quyết quá hạn", 26, Align.RIGHT),
)
_FIELD_COLUMNS = (
    Column("TT", 10, Align.CENTRE),
    Column("Lĩnh vực", 42),
    Column("Tiếp nhận trong kỳ", 19, Align.RIGHT),
    Column("Tỷ lệ trực tuyến", 17, Align.RIGHT),
    Column("Đã giải quyết", 17, Align.RIGHT),
    Column("Tỷ lệ trước và đúng hạn", 22, Align.RIGHT),
    Column("Đang giải quyết", 17, Align.RIGHT),
    Column("Đang quá hạn", 16, Align.RIGHT),
)
# where the form's numbered columns are not at hand
_RATES_IN_WORDS = (
    "tỷ lệ trước và đúng hạn tính trên số hồ sơ đã giải quyết; tỷ lệ trực tuyến tính trên số hồ sơ tiếp nhận trong kỳ."
)
RATE_RULE = "Tỷ lệ trước và đúng hạn = ((8) + (9)) / (7); tỷ lệ trực tuyến = (4) / ((4) + (5))."


def unit_table(context: OneStopContext, sheet: Sheet) -> list[Block]:
    """Return a table of the form by unit, the units in groups by their level, with what is wrong in it below."""
    rows: list[Row] = []
    for place, (title, units) in enumerate(_groups(context, sheet)):
        if title:
            together = added(sheet.lines[unit] for unit in units)
            rows.append(_form_row(context, sheet, together, (_ROMAN[place], title), group=f" {title}"))
        for number, unit in enumerate(units, start=1):
            name = context.row_name(unit)
            rows.append(_form_row(context, sheet, sheet.lines[unit], (str(number), name), unit=unit))
    rows.append(_form_row(context, sheet, sheet.total, ("", TOTAL)))
    about = f" lĩnh vực {sheet.field}" if sheet.field else ""
    title = f"Kết quả giải quyết hồ sơ{about} theo đơn vị"
    wrong = context.told if sheet is context.whole else [each for each in context.told if each.sheet is sheet]
    has_ceased = any(map(context.has_ceased, sheet.lines))
    return _form_table(context, title, "Đơn vị", rows, wrong, _CEASED if has_ceased else "")


def field_table(context: OneStopContext) -> list[Block]:
    """Return the table of the form by field."""
    rows: list[Row] = [
        _form_row(context, each, each.total, (str(number), each.field))
        for number, each in enumerate(context.fields, start=1)
    ]
    rows.append(_form_row(context, context.whole, context.total, ("", TOTAL)))
    title = "Kết quả giải quyết hồ sơ theo lĩnh vực"
    return _form_table(context, title, "Lĩnh vực", rows, [])


def rate_table(context: OneStopContext) -> list[Block]:
    """Return the rates of each unit, with the counts that leaders ask for beside them."""
    sheet = context.whole
    rows: list[Row] = [
        [str(number), context.row_name(unit), *_rate_cells(context, sheet, unit)]
        for number, unit in enumerate(sheet.lines, start=1)
    ]
    rows.append([Cell(TOTAL, bold=True, span=2), *_rate_cells(context, sheet, None)])
    title = "Tỷ lệ giải quyết trước và đúng hạn, tiếp nhận trực tuyến theo đơn vị"
    return [
        Caption("Bảng", title),
        Table(_widened(_RATE_COLUMNS, rows), rows, title, f"Ghi chú: {_RATES_IN_WORDS}{sample_mark(context)}"),
    ]


def field_rates(context: OneStopContext) -> list[Block]:
    """Return the portrait table of the main text: what was received and resolved in each field, and the rates."""
    rows: list[Row] = []
    for number, sheet in enumerate(context.fields, start=1):
        rows.append([str(number), sheet.field, *_field_cells(context, sheet)])
    rows.append([Cell(TOTAL, bold=True, span=2), *_field_cells(context, context.whole, bold=True)])
    title = "Kết quả giải quyết hồ sơ thủ tục hành chính theo lĩnh vực"
    return [
        Caption("Bảng", title),
        Table(_widened(_FIELD_COLUMNS, rows), rows, title, f"Ghi chú: {_RATES_IN_WORDS}{sample_mark(context)}"),
    ]


def _groups(context: OneStopContext, sheet: Sheet) -> list[tuple[str, list[str]]]:
    """Return the units by level, in the form's order; a single level needs no title."""
    found = {level: [unit for unit in sheet.lines if level_of(context.units[unit]) is level] for level in Level}
    groups = [(_LEVELS[level], units) for level, units in found.items() if units]
    return groups if len(groups) > 1 else [("", list(sheet.lines))]


def _form_row(
    context: OneStopContext,
    sheet: Sheet,
    line: Line,
    names: tuple[str, str],
    *,
    unit: str | None = None,
    group: str = "",
) -> Row:
    """Return a line of the form; bold where it is of several units or fields together."""
    is_bold = unit is None and (bool(group) or line is context.total or names[1] == TOTAL)
    cells = [
        Cell(
            number_text(line.number(column)),
            bold=is_bold,
            source=context.source(sheet, column, unit or context.unit, group),
            tail=_mark(context, sheet, line, unit, column, is_group=bool(group)),
        )
        for column in PARTS
    ]
    return [Cell(names[0], bold=is_bold), Cell(names[1], bold=is_bold), *cells]


def _mark(context: OneStopContext, sheet: Sheet, line: Line, unit: str | None, column: int, *, is_group: bool) -> str:
    if not is_group and (sheet.code, unit, column) in context.marked:
        return WRONG
    return ROUGH if line.is_rough(column) and line.number(column) is not None else ""


def _form_table(
    context: OneStopContext, title: str, what: str, rows: list[Row], wrong: Sequence[Mismatch], more: str = ""
) -> list[Block]:
    columns = _widened(
        (
            Column("STT", _NUMBER, Align.CENTRE),
            Column(what, _NAME),
            *(Column(each, _COLUMN, Align.RIGHT) for each in _TITLES),
        ),
        rows,
    )
    heads = (
        (HeadCell("STT", down=2), HeadCell(what, down=2), *(HeadCell(name, len(its)) for name, its in _GROUPS)),
        tuple(HeadCell(each) for each in _TITLES),
        tuple(HeadCell(f"({number})") for number in range(1, len(columns) + 1)),
    )
    return [
        Caption("Bảng", f"{title} (đơn vị tính: số hồ sơ TTHC)"),
        Table(columns, rows, title, f"{_note(rows)}{more}{sample_mark(context)}", heads),
        *_wrong(context, wrong),
    ]


def _widened(columns: tuple[Column, ...], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return columns that are wide enough for their longest numbers; the names' column, the second, gives the room.

    Names keep a least width: where even that is too little, the numbers' columns give way alike."""
    first, names, *others = columns
    numbers = zip(*(row[-len(others) :] for row in rows), strict=True)
    longest = (max((plain_text(cell_text(each)) for each in its), key=len) for its in numbers)
    wide = [
        replace(column, width=max(column.width, width_mm(text, _POINTS) + _MARGINS))
        for column, text in zip(others, longest, strict=True)
    ]
    room, asked = sum(each.width for each in columns) - first.width, sum(each.width for each in wide)
    share = min(1.0, (room - min(names.width, _LEAST_NAME)) / asked)
    return (
        first,
        replace(names, width=room - asked * share),
        *(replace(each, width=each.width * share) for each in wide),
    )


def _note(rows: Sequence[Row]) -> str:
    """Return what the marks mean that stand in the table, and how rates are computed."""
    cells = [each for row in rows for each in row if isinstance(each, Cell)]
    marks = [
        (any(each.text == NOTHING for each in cells), f"{NOTHING}: chưa có số liệu"),
        (any(each.tail == ROUGH for each in cells), f"{ROUGH}: tạm tính, chưa đủ số liệu của các đơn vị, các quý"),
        (any(each.tail == WRONG for each in cells), f"{WRONG}: số liệu chưa khớp, giữ nguyên như đã báo cáo"),
    ]
    shown = [words for is_there, words in marks if is_there]
    return f"Ghi chú: {'; '.join(['BCCI: dịch vụ bưu chính công ích', *shown])}. {RATE_RULE}"


def _wrong(context: OneStopContext, found: Sequence[Mismatch]) -> Iterator[Block]:
    if found:
        yield Paragraph((Run(f"{WRONG} Số liệu chưa khớp:"),), Style.NOTE, keeps_next=True)
    for each in found[:MOST_WRONG]:
        yield Paragraph(joined([Run("- "), *mismatch_sentence(context, each), Run(".")]), Style.NOTE)
    if len(found) > MOST_WRONG:
        more = wording.count_run(len(found) - MOST_WRONG, f"wrong sums not told under {found[0].sheet.code}")
        yield Paragraph(words("- Và {n}~chênh lệch khác, nhỏ hơn.", n=more), Style.NOTE)


def _rate_cells(context: OneStopContext, sheet: Sheet, unit: str | None) -> list[Cell]:
    runs = (
        context.new(sheet, unit),
        context.rate(sheet, ONLINE, unit),
        context.column(sheet, DONE, unit),
        context.rate(sheet, ON_TIME, unit),
        context.column(sheet, 10, unit),
        context.column(sheet, 13, unit),
    )
    return [Cell(each.text, bold=unit is None, source=each.source) for each in runs]


def _field_cells(context: OneStopContext, sheet: Sheet, bold: bool = False) -> list[Cell]:
    runs = (
        context.new(sheet),
        context.rate(sheet, ONLINE),
        context.column(sheet, DONE),
        context.rate(sheet, ON_TIME),
        context.column(sheet, OPEN),
        context.column(sheet, 13),
    )
    return [Cell(each.text, bold=bold, source=each.source) for each in runs]
