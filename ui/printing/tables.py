"""Tables on paper: whole rows, the headings again on every page, the note kept to the last rows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from reports.document import Align, Cell, Column, HeadCell, Row, Run, Style, Table, Text, cell_text
from reports.word.looks import looks
from ui.printing.items import Item, Paint, paint_all, pen, set_text, total
from ui.printing.measure import PER_MM, PER_POINT

_STYLES = {Align.LEFT: Style.CELL, Align.CENTRE: Style.CELL_CENTRE, Align.RIGHT: Style.CELL_NUMBER}
_SIDE = 4.25 * PER_POINT
_HELD_ROWS = 2
_TALLEST = 110 * PER_MM  # a lying page holds it with the headings

Box = tuple[float, float, Sequence[Item]]  # left edge, width, what is in it


def table_items(table: Table, width: float) -> Iterator[Item]:
    """Yield a table's rows, its note last; the first two rows, and the last two with the note, stay together."""
    start = max((width - table.width * PER_MM) / 2, 0.0)
    heads = [_heads(table, start)]
    last = len(table.rows)
    held = {0, *range(last - _HELD_ROWS, last)} if table.note else {0}
    yield replace(heads[0], keeps_next=True)
    for number, row in enumerate(table.rows):
        is_title = isinstance(row[0], Cell) and row[0].span > 1
        keeps = (number in held or is_title) and (number + 1 < last or bool(table.note))
        *parts, end = _row(table.columns, row, start)
        yield from (replace(part, heads=heads) for part in parts)
        yield replace(end, keeps_next=keeps and not parts, heads=heads)
    if table.note:
        yield from _note(table, start)


def _note(table: Table, start: float) -> Iterator[Item]:
    for line in set_text(cell_text(table.note), looks()[Style.NOTE], table.width * PER_MM):
        yield replace(line, paint=_moved(line, start))


def _moved(item: Item, start: float) -> Paint:
    def paint(painter: QPainter, x: float, y: float) -> None:
        item.paint(painter, x + start, y)

    return paint


def _row(columns: tuple[Column, ...], row: Row, start: float) -> Iterator[Item]:
    """Yield a row: whole, but in parts where no page would hold it."""
    boxes: list[Box] = []
    at, edge = 0, start
    for cell in row:
        span = cell.span if isinstance(cell, Cell) else 1
        width = sum(column.width for column in columns[at : at + span]) * PER_MM
        style = _STYLES[columns[at].align] if span == 1 else Style.CELL
        boxes.append((edge, width, _content(cell_text(cell), style, width)))
        at, edge = at + span, edge + width
    while boxes:
        shown = [(edge, width, _fitting(items)) for edge, width, items in boxes]
        yield _boxed(shown, max(total(items) for _, _, items in shown))
        left = [
            (edge, width, items[len(seen) :]) for (edge, width, items), (_, _, seen) in zip(boxes, shown, strict=True)
        ]
        boxes = left if any(items for _, _, items in left) else []


def _fitting(items: Sequence[Item]) -> Sequence[Item]:
    """Return the first lines of a cell that a page surely holds."""
    count = len(items)
    while count > 1 and total(items[:count]) > _TALLEST:
        count -= 1
    return items[:count]


def _content(text: Text, style: Style, width: float) -> Sequence[Item]:
    return set_text(text or (Run(""),), looks()[style], width - 2 * _SIDE)


def _boxed(boxes: Sequence[Box], height: float) -> Item:
    def paint(painter: QPainter, x: float, y: float) -> None:
        for left, width, items in boxes:
            _paint_box(painter, QRectF(x + left, y, width, height), items)

    return Item(height, paint)


def _paint_box(painter: QPainter, box: QRectF, items: Sequence[Item]) -> None:
    painter.setPen(pen())
    painter.drawRect(box)
    paint_all(items, painter, box.left() + _SIDE, box.top() + (box.height() - total(items)) / 2)


def _heads(table: Table, start: float) -> Item:
    """Return all rows of the heading as one item; a cell that reaches down takes the height of its rows."""
    rows = table.heads or (tuple(HeadCell(column.title) for column in table.columns),)
    placed = list(_placed(rows, table.columns))
    heights = [0.0] * len(rows)
    for row, down, (_, _, items) in sorted(placed, key=lambda each: each[1]):
        missing = total(items) - sum(heights[row : row + down])
        heights[min(row + down, len(rows)) - 1] += max(missing, 0.0)

    def paint(painter: QPainter, x: float, y: float) -> None:
        for row, down, (left, width, items) in placed:
            box = QRectF(x + start + left, y + sum(heights[:row]), width, sum(heights[row : row + down]))
            _paint_box(painter, box, items)

    return Item(sum(heights), paint)


def _placed(rows: Sequence[Sequence[HeadCell]], columns: tuple[Column, ...]) -> Iterator[tuple[int, int, Box]]:
    """Yield each cell of the heading with its row, how far it reaches down, and its box."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        at = 0
        for cell in row:
            while (number, at) in taken:
                at += 1
            taken |= {(number + down, at + over) for down in range(cell.down) for over in range(cell.span)}
            left = sum(column.width for column in columns[:at]) * PER_MM
            width = sum(column.width for column in columns[at : at + cell.span]) * PER_MM
            yield number, cell.down, (left, width, _content((Run(cell.text),), Style.CELL_HEAD, width))
            at += cell.span
