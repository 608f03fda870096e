"""What stands in the first frame, before there are figures."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme


class Skeleton(QWidget):
    """The overview's panels without figures. painted: it has been drawn.

    Made of plain frames: to paint with pens and brushes here would load all of Qt's enums before the first paint."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(52), look.px(14), look.px(12))
        column.setSpacing(look.px(10))
        strip = _panel()
        strip.setFixedHeight(look.px(48))
        cards = QVBoxLayout()
        cards.setSpacing(look.px(10))
        for _ in range(3):
            card = _panel()
            card.setFixedWidth(look.px(348))
            cards.addWidget(card)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addLayout(cards)
        row.addWidget(_panel(), 1)
        column.addWidget(strip)
        column.addLayout(row, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.emit()


def _panel() -> QFrame:
    panel = QFrame()
    panel.setProperty("role", "panel")
    return panel
