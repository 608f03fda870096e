"""One cell of the heat map: soft ground, the state's shape, the number; what is missed is also bold and framed."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap

from models.progress import State
from ui.pages.analysis.heat.model import PARTIAL, HeatCell, HeatModel
from ui.theme import Theme
from ui.widgets.state_mark import paint_state_mark, state_pixmap

MARK_UNITS, PAD_UNITS, STAR_UNITS = 11, 3, 7
NAME_UNITS, CELL_UNITS, HEAD_UNITS = 126, 71, 24
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class HeatLook:
    """Pens, brushes, fonts and shapes made once: a cell is drawn some thousand times while one scrolls.

    density: dots of the screen in a pixel; without it shapes are drawn as lines, sharp on paper and for any thread."""

    def __init__(self, look: Theme, density: float | None = None) -> None:
        self.look = look
        self.soft = {state: QBrush(look.state(state).soft) for state in State}
        self.text = {state: QPen(look.state(state).text) for state in State}
        self.frame = QPen(look.state(State.MISSED).fill, look.px(1))
        self.chosen = QPen(look.colour("accent"), look.px(2))
        self.plain, self.bold = look.font(12), look.font(12, bold=True)
        self.mark = look.px(MARK_UNITS)
        self.pad, self.star, self.gap = look.px(PAD_UNITS), look.px(STAR_UNITS), max(1, look.px(1))
        self._marks = {state: self._shape(state, density) for state in State} if density is not None else {}

    def draw_mark(self, painter: QPainter, left: int, top: int, state: State) -> None:
        """Draw the shape of a state."""
        if self._marks:
            painter.drawPixmap(left, top, self._marks[state])
        else:
            paint_state_mark(painter, QRectF(left, top, self.mark, self.mark), state, self.look)

    def _shape(self, state: State, density: float) -> QPixmap:
        shape = state_pixmap(state, round(self.mark * density), self.look)
        shape.setDevicePixelRatio(density)
        return shape


def paint_heat_cell(painter: QPainter, rect: QRect, cell: HeatCell, look: HeatLook, *, is_bold: bool = False) -> None:
    """Draw a cell within a rectangle."""
    room = rect.adjusted(look.gap, look.gap, -look.gap, -look.gap)
    state = cell.state
    painter.fillRect(room, look.soft[state])
    is_missed = state is State.MISSED
    if is_missed:
        painter.setPen(look.frame)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room.adjusted(0, 0, -1, -1))
    painter.setPen(look.text[state])
    painter.setFont(look.bold if is_missed or is_bold else look.plain)
    if state is State.NOT_APPLICABLE:
        painter.drawText(room, CENTRE, cell.text)
        return
    look.draw_mark(painter, room.left() + look.pad, room.center().y() - look.mark // 2 + 1, state)
    words = room.adjusted(look.pad + look.mark, 0, -look.star - look.gap, 0)  # the star stands inside the frame
    painter.drawText(words, RIGHT, cell.text)
    if cell.is_partial:
        painter.drawText(words.right() + 1, room.top(), look.star, room.height(), LEFT, PARTIAL)


def paint_heat(
    painter: QPainter, rect: QRectF, model: HeatModel, total: HeatModel, look: Theme, *, most_rows: int = 60
) -> tuple[int, int]:
    """Draw as many units and indicators as can be read within a rectangle; return how many of each."""
    its = HeatLook(look)
    name, head = look.px(NAME_UNITS), look.px(HEAD_UNITS)
    columns = min(len(model.codes), int((rect.width() - name) // look.px(CELL_UNITS - 11)))
    lines = int((rect.height() - head) // look.px(15)) - 1
    rows = min(len(model.units), lines, most_rows)
    if not rows or not columns:
        return 0, 0
    width = min((rect.width() - name) / columns, look.px(CELL_UNITS * 1.4))
    height = min((rect.height() - head) / (rows + 1.3), look.px(26))
    _paint_heads(painter, QRectF(rect.left() + name, rect.top(), width, head), model.codes[:columns], its)
    top = rect.top() + head
    for place in range(rows):
        _paint_line(painter, QRectF(rect.left(), top + place * height, width, height), model, place, columns, its, name)
    below = QRectF(rect.left(), top + (rows + 0.3) * height, width, height)
    _paint_line(painter, below, total, 0, columns, its, name, is_bold=True)
    return rows, columns


def _paint_heads(painter: QPainter, first: QRectF, codes: Sequence[str], its: HeatLook) -> None:
    painter.setFont(its.bold)
    painter.setPen(its.look.colour("text2"))
    for place, code in enumerate(codes):
        painter.drawText(first.translated(place * first.width(), 0), CENTRE, code)


def _paint_line(
    painter: QPainter, rect: QRectF, model: HeatModel, row: int, columns: int, its: HeatLook, name: int,
    *, is_bold: bool = False,
) -> None:  # fmt: skip
    if row >= len(model.names):
        return
    painter.setFont(its.bold if is_bold else its.plain)
    painter.setPen(its.look.colour("text"))
    label = painter.fontMetrics().elidedText(model.names[row], Qt.TextElideMode.ElideRight, name - its.pad)
    painter.drawText(QRectF(rect.left(), rect.top(), name, rect.height()), LEFT, label)
    for column in range(columns):
        if (cell := model.cell(row, column)) is not None:
            place = QRectF(rect.left() + name + column * rect.width(), rect.top(), rect.width(), rect.height())
            paint_heat_cell(painter, place.toRect(), cell, its, is_bold=is_bold)
