"""What stands where nothing is yet: the first frame, and a page without a plan."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme import theme


class Skeleton(QWidget):
    """The overview's panels without figures. painted: it has been drawn."""

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.colour("border"))
        painter.setBrush(look.colour("surface"))
        margin, gap, radius = look.px(14), look.px(11), look.px(5)
        room = QRectF(self.rect()).adjusted(margin, look.px(52), -margin, -margin)
        strip = QRectF(room.left(), room.top(), room.width(), look.px(48))
        left = QRectF(room.left(), strip.bottom() + gap, look.px(348), room.bottom() - strip.bottom() - gap)
        card = (left.height() - 2 * gap) / 3
        panels = [QRectF(left.left(), left.top() + n * (card + gap), left.width(), card) for n in range(3)]
        panels += [strip, QRectF(left.right() + gap, left.top(), room.right() - left.right() - gap, left.height())]
        for panel in panels:
            painter.drawRoundedRect(panel, radius, radius)
        painter.end()
        self.painted.emit()


class EmptyNote(QWidget):
    """A page that has nothing to show says so, and what to do."""

    def __init__(self, text: str, hint: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.setSpacing(theme().px(8))
        for words, role in ((text, "title"), (hint, "secondary")):
            label = QLabel(words)
            label.setProperty("role", role)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
