"""How cells of tables are drawn that hold more than text: states, and bars against the target."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.progress import State
from ui.theme import theme
from ui.widgets.figure_forms import Drawing, paint_drawing
from ui.widgets.state_mark import MARK_UNITS, paint_state

DRAWN = Qt.ItemDataRole.UserRole + 10
SUFFIX = Qt.ItemDataRole.UserRole + 11


class TextDelegate(QStyledItemDelegate):
    """Text that keeps its own colour while its row is chosen."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if colour is not None:
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, colour)


class _Drawn(TextDelegate):
    """Draws the ground of the cell as the style does, and in place of its text what DRAWN says, where it says so."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        value = index.data(DRAWN)
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        if value is not None:
            ground.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        if value is not None:
            self.draw(painter, QRectF(option.rect).adjusted(theme().px(8), 0, -theme().px(6), 0), value, index)

    def draw(self, painter: QPainter, room: QRectF, value: object, index: QModelIndex | QPersistentModelIndex) -> None:
        raise NotImplementedError


class StateDelegate(_Drawn):
    """Shape and word of a State given as DRAWN; SUFFIX (text) follows the word."""

    def draw(self, painter: QPainter, room: QRectF, value: object, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.setFont(theme().font(12))
        paint_state(painter, room, State(str(value)), suffix=index.data(SUFFIX) or "")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return hint + QSize(theme().px(MARK_UNITS + 6), 0)


class DrawingDelegate(_Drawn):
    """The bar, boxes, arrow or mark of a Drawing given as DRAWN."""

    def draw(self, painter: QPainter, room: QRectF, value: object, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(value, Drawing):
            paint_drawing(painter, room, value)
