"""Tables of figures in time that grows with their rows, however many: a row is one joined text.

LibreOffice lays a table out in the square of its rows, so a long one is written as several with the same heading, each
from the top of a page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.document import NBSP, Align, Cell, Column, HeadCell, Row, Style, Table, cell_text
from reports.word.figures import bound
from reports.word.markup import escaped, paragraph, run, runs, twips

ROWS_PER_TABLE = 400  # the units of a province in one table
_TOLERANCE_MM = 0.5

_STYLES = {Align.LEFT: Style.CELL, Align.CENTRE: Style.CELL_CENTRE, Align.RIGHT: Style.CELL_NUMBER}
_PLAIN_RUN, _PLAIN_END = '<w:r><w:t xml:space="preserve">', "</w:t></w:r></w:p></w:tc>"
_CELL_END = "</w:p></w:tc>"
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_ROW_END = "</w:tr>"
_GAP = paragraph("TableGap")
_NEXT_PAGE = '<w:p><w:pPr><w:pStyle w:val="TableGap"/><w:pageBreakBefore/></w:pPr></w:p>'
_HELD_ROWS = 2
_WHOLE_ROWS = 8
_OPEN_CELL = (
    '<w:tcBorders><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders>'
    '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
)


def figures_in(table: Table) -> int:
    """Return how many figures a table shows."""
    cells = [cell for row in table.rows for cell in row if not isinstance(cell, str)]
    texts = [cell_text(table.note), *(cell for cell in cells if not isinstance(cell, Cell))]
    alone = sum([cell.source is not None and cell.text != "" for cell in cells if isinstance(cell, Cell)])
    return alone + sum(run.source is not None and run.text != "" for text in texts for run in text)


def fitted(table: Table, width: float) -> Table:
    """Return a table that is no wider than the text, both in millimetres; its columns give way alike."""
    if table.width <= width + _TOLERANCE_MM:
        return table
    columns = (replace(column, width=column.width * width / table.width) for column in table.columns)
    return replace(table, columns=tuple(columns))


def table_xml(table: Table, numbers: Iterator[int]) -> Iterator[str]:
    """Yield a table's markup; each stretch of rows stands in a table and on pages of its own, the headings repeated.

    numbers are those of its figures.

    A note is the last row, and the rows before it stay with it: below the table it could fall on a page alone. So do
    the last rows without a note. The first row stays with the second; a table of a few rows is not parted at all."""
    head = _head(table)
    starts = {keep: [_cell_start((column,), keep) for column in table.columns] for keep in (False, True)}
    last = len(table.rows)
    first_held = 0 if last <= _WHOLE_ROWS else last - _HELD_ROWS
    held = {0, *range(first_held, last if table.note else last - 1)}
    number = 0
    for rows in _stretches(table.rows):
        body = [_row(table.columns, starts, row, at in held, numbers) for at, row in enumerate(rows, number)]
        number += len(rows)
        if table.note and number == last:
            body.append(_note_row(table, numbers))
        yield head + "".join(body) + "</w:tbl>" + (_GAP if number == last else _NEXT_PAGE)


def _note_row(table: Table, numbers: Iterator[int]) -> str:
    note = runs(cell_text(table.note), numbers)
    width = sum(twips(column.width) for column in table.columns)
    return (
        f'{_ROW}<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{len(table.columns)}"/>'
        f"{_OPEN_CELL}</w:tcPr>{paragraph(Style.NOTE, note)}</w:tc>{_ROW_END}"
    )


def _stretches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Yield at most ROWS_PER_TABLE rows at a time, none when there are none; a group's title stays with its rows."""
    start = 0
    while start < len(rows) or start == 0:
        end = min(start + ROWS_PER_TABLE, len(rows))
        while start + 1 < end < len(rows) and _is_group_title(rows[end - 1]):
            end -= 1
        yield rows[start:end]
        start = max(end, 1)


def _is_group_title(row: Row) -> bool:
    first = row[0]
    return isinstance(first, Cell) and first.span > 1


def _head(table: Table) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(column.width)}"/>' for column in table.columns)
    told = f'<w:tblCaption w:val="{escaped(table.title)}"/>' if table.title else ""
    told += f'<w:tblDescription w:val="{escaped(_description(table))}"/>'
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="DataTable"/>'
        f'<w:tblW w:w="{sum(twips(column.width) for column in table.columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/>{told}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        + "".join(f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{row}</w:tr>" for row in _head_rows(table))
    )


def _description(table: Table) -> str:
    """Return what a table is like, for those who do not see it."""
    columns = "; ".join(column.title for column in table.columns if column.title)
    return f"Bảng {len(table.rows)} hàng, {len(table.columns)} cột: {columns}.".replace("\n", " ").replace(NBSP, " ")


def _head_rows(table: Table) -> Iterator[str]:
    """Yield the cells of each row of the heading; a cell that reaches down goes on in the rows below."""
    heads = table.heads or (tuple(HeadCell(column.title) for column in table.columns),)
    reaching: dict[int, tuple[int, int]] = {}  # column: how many rows more, how many columns
    for row in heads:
        cells, column, given = [], 0, iter(row)
        while column < len(table.columns):
            left, span = reaching.get(column, (0, 1))
            if left:
                reaching[column] = (left - 1, span)
                cells.append(_head_cell(table.columns[column : column + span], "", "<w:vMerge/>"))
            else:
                cell = next(given)
                span = cell.span
                reaching[column] = (cell.down - 1, span)
                merge = '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
                cells.append(_head_cell(table.columns[column : column + span], cell.text, merge))
            column += span
        yield "".join(cells)


def _head_cell(columns: Sequence[Column], text: str, merge: str) -> str:
    width = sum(twips(column.width) for column in columns)
    span = f'<w:gridSpan w:val="{len(columns)}"/>' if len(columns) > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(Style.CELL_HEAD, run(text) if text else '')}</w:tc>"
    )


def _cell_start(columns: Sequence[Column], keeps_next: bool) -> str:
    """Return the markup of a cell up to its first run; one over several columns is a group's title."""
    width = sum(twips(column.width) for column in columns)
    span = f'<w:gridSpan w:val="{len(columns)}"/>' if len(columns) > 1 else ""
    style = Style.CELL if span else _STYLES[columns[0].align]
    keep = "<w:keepNext/>" if keeps_next or span else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>'
    )


def _row(
    columns: tuple[Column, ...], starts: dict[bool, list[str]], row: Row, keeps_next: bool, numbers: Iterator[int]
) -> str:
    parts = [_ROW]
    column = 0
    for cell in row:
        if isinstance(cell, str):
            parts += (starts[keeps_next][column], _PLAIN_RUN, escaped(cell), _PLAIN_END)
            column += 1
        elif isinstance(cell, Cell):
            span = cell.span
            wide = span > 1
            parts.append(
                _cell_start(columns[column : column + span], keeps_next) if wide else starts[keeps_next][column]
            )
            parts += (_cell_runs(cell, numbers), _CELL_END)
            column += span
        else:
            parts += (starts[keeps_next][column], runs(cell, numbers), _CELL_END)
            column += 1
    parts.append(_ROW_END)
    return "".join(parts)


def _cell_runs(cell: Cell, numbers: Iterator[int]) -> str:
    text = run(cell.text, bold=cell.bold, italic=cell.italic)
    if cell.source is not None and cell.text:
        text = bound(text, next(numbers), cell.source)
    return text + run(cell.tail, bold=cell.bold, italic=cell.italic) if cell.tail else text
