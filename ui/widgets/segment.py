"""A part of a switch: a few words side by side, of which one is chosen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton


class Segment(QPushButton):
    """As wide as its words are in bold, as they are once they are chosen: choosing neither cuts nor moves them."""

    def __init__(self, words: str, *, is_last: bool = False) -> None:
        super().__init__(words)
        self.setCheckable(True)
        self.setProperty("role", "segment")
        if is_last:
            self.setProperty("place", "last")

    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setBold(True)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, more), 0)
