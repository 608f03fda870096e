"""The line under the grid: what the cell states mean, and the keys most used."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.pages.entry.table.delegate import paint_ground
from ui.pages.entry.table.table_model import Cell
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel


class Swatch(QWidget):
    """A small cell in one of the cell states."""

    def __init__(self, cell: Cell) -> None:
        super().__init__()
        self._cell = cell
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(18), theme().px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if not self._cell.is_saved:
            painter.setPen(QPen(theme().colour("input_border"), 1))
            painter.drawRect(rect)
        paint_ground(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), self._cell)
        painter.end()


class Legend(QWidget):
    """Cell states at the left, keys at the right."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        meanings = (
            (Cell(is_typed=True), self.tr("can be typed")),
            (Cell(is_typed=True, is_locked=True), self.tr("locked")),
            (Cell(is_typed=True, is_wanted=True), self.tr("still empty")),
            (Cell(is_typed=True, is_warned=True), self.tr("warning")),
            (Cell(is_typed=True, has_note=True), self.tr("note or evidence")),
            (Cell(is_typed=True, is_saved=True), self.tr("just saved")),
        )
        for cell, words in meanings:
            row.addWidget(Swatch(cell))
            row.addWidget(_muted(words))
            row.addSpacing(theme().px(8))
        self._keys = ElidedLabel()
        self._keys.setText(self.tr("Enter: down · Tab: right · Ctrl+Space: nothing occurred"))
        self._keys.setProperty("role", "muted")
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._keys, 1)


def _muted(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "muted")
    return label
