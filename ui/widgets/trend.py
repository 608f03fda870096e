"""The small line of the last quarters with the target: to see the direction; the number stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.progress import State
from ui.theme import Theme, theme
from ui.widgets.state_mark import paint_state_mark


@dataclass(frozen=True, slots=True)
class TrendValues:
    """One value a quarter, oldest first; None is a gap in the line. target: a dashed line, None without one.

    code: what it leads to."""

    title: str
    state: State
    text: str
    target_text: str
    values: Sequence[float | None]
    target: float | None
    spoken: str = ""
    code: str = ""


def paint_trend(painter: QPainter, rect: QRectF, shown: TrendValues, look: Theme | None = None) -> None:
    """Draw mark and title above, the line on the left, the last value and the target on the right."""
    look = look or theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mark, head = look.px(12), look.px(22)
    top = QRectF(rect.left(), rect.top(), rect.width(), head)
    paint_state_mark(painter, QRectF(top.left(), top.center().y() - mark / 2, mark, mark), shown.state, look)
    painter.setFont(look.font(12, bold=True))
    painter.setPen(look.colour("text"))
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    words = top.adjusted(mark + look.px(6), 0, 0, 0)
    title = painter.fontMetrics().elidedText(shown.title, Qt.TextElideMode.ElideRight, int(words.width()))
    painter.drawText(words, left, title)
    numbers = QRectF(rect.right() - look.px(78), rect.top() + head, look.px(78), rect.height() - head)
    painter.drawText(numbers.adjusted(0, 0, 0, -numbers.height() / 2), Qt.AlignmentFlag.AlignBottom, shown.text)
    painter.setFont(look.font(11))
    painter.setPen(look.colour("text2"))
    painter.drawText(numbers.adjusted(0, numbers.height() / 2, 0, 0), Qt.AlignmentFlag.AlignTop, shown.target_text)
    room = QRectF(rect.left(), rect.top() + head, numbers.left() - rect.left() - look.px(10), rect.height() - head)
    _draw_line(painter, room.adjusted(look.px(4), look.px(6), -look.px(4), -look.px(6)), shown, look)
    painter.restore()


def _draw_line(painter: QPainter, room: QRectF, shown: TrendValues, look: Theme) -> None:
    known = [each for each in (*shown.values, shown.target) if each is not None]
    if not known:
        return
    low, high = min(known), max(known)
    reach = (high - low) or 1.0

    def at(place: int, value: float) -> QPointF:
        x = room.left() + room.width() * place / max(1, len(shown.values) - 1)
        return QPointF(x, room.bottom() - room.height() * (value - low) / reach)

    if shown.target is not None:
        painter.setPen(QPen(look.colour("text2"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(at(0, shown.target), at(len(shown.values) - 1, shown.target))
    painter.setPen(QPen(look.colour("accent"), look.px(2)))
    points = [None if each is None else at(place, each) for place, each in enumerate(shown.values)]
    for one, other in pairwise(points):
        if one is not None and other is not None:
            painter.drawLine(one, other)
    painter.setPen(QPen(look.state(shown.state).text, 1))
    painter.setBrush(look.state(shown.state).fill)
    last = next((point for point in reversed(points) if point is not None), None)
    if last is not None:
        painter.drawEllipse(last, look.px(3), look.px(3))


class Trend(QWidget):
    """A small trend on the screen. opened(code): a double click or Enter."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: TrendValues | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_values(self, shown: TrendValues | None) -> None:
        """Show other numbers; None shows nothing."""
        self._shown = shown
        self.setAccessibleName(shown.spoken if shown else "")
        self.setToolTip(shown.spoken if shown else "")
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._shown is not None and self._shown.code:
            self.opened.emit(self._shown.code)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().px(92))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        paint_trend(painter, QRectF(self.rect()), self._shown)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
