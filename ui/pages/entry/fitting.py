"""A row whose buttons give up their words, one after the other, where there is no room for all of them."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from ui.theme import theme

LEAST_UNITS = 320


@dataclass(frozen=True)
class Shrinking:
    """A button that may show its icon only; saved is how many pixels that gives."""

    button: QAbstractButton
    words: str
    saved: int


class FittingRow(QWidget):
    """Lay parts out in row; a button that may shrink says in its tooltip what its icon stands for."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self._shrinking: list[Shrinking] = []

    def may_shrink(self, button: QAbstractButton, words: str, tip: str = "") -> None:
        """Let a button with an icon drop its words; those that were named first drop them first."""
        button.setToolTip(tip or words)
        button.setAccessibleName(words)
        button.setParent(self)
        button.ensurePolished()
        button.setText("")
        bare = button.sizeHint().width()
        button.setText(words)
        self._shrinking.append(Shrinking(button, words, button.sizeHint().width() - bare))

    def fit(self) -> None:
        """Give each button its words, as far as there is room."""
        shown = [each for each in self._shrinking if not each.button.isHidden()]
        bare = sum(each.saved for each in shown if not each.button.text())
        over = self.row.sizeHint().width() + bare - self.width()
        for each in shown:
            words = each.words if over <= 0 else ""
            over -= 0 if words else each.saved
            if each.button.text() != words:
                each.button.setText(words)

    def minimumSizeHint(self) -> QSize:
        """The row never keeps the window wide: it shrinks instead."""
        return QSize(theme().px(LEAST_UNITS), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
