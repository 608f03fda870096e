"""The grid's head: two lines a column, the quarter being entered on the accent's ground."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.pages.entry.form import Column
from ui.pages.entry.table.table_model import CELL_ROLE, LOCK_ROLE
from ui.theme import theme

LOCK_UNITS = 13


class EntryHeader(QHeaderView):
    """A horizontal header whose text may have a second, smaller line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFixedHeight(theme().px(40))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(40))

    def width_of(self, section: int) -> int:
        """Return how wide a column must be for its own heading."""
        look = theme()
        first, _, second = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "").partition("\n")
        lock = look.px(LOCK_UNITS + 5) if self.model().headerData(section, Qt.Orientation.Horizontal, LOCK_ROLE) else 0
        widths = [
            QFontMetrics(font).horizontalAdvance(text)
            for font, text in ((look.font(12.5, bold=True), first), (look.font(11), second))
        ]
        return max(widths[0] + lock, widths[1]) + look.px(14)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, model, across = theme(), self.model(), Qt.Orientation.Horizontal
        first, _, second = str(model.headerData(section, across) or "").partition("\n")
        align = Qt.AlignmentFlag(model.headerData(section, across, Qt.ItemDataRole.TextAlignmentRole) or 0)
        entered = bool(model.headerData(section, across, CELL_ROLE))
        painter.save()
        painter.fillRect(rect, look.colour("accent_soft" if entered else "surface2"))
        painter.setPen(QPen(look.colour("border"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        is_name = section == Column.NAME
        painter.setPen(QPen(look.colour("input_border" if is_name else "grid"), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inside = QRectF(rect).adjusted(look.px(6), look.px(3), -look.px(7), -look.px(4))
        if section in (Column.NAME, Column.STATE):
            inside.adjust(look.px(2), 0, 0, 0)
        upper = inside.adjusted(0, 0, 0, -inside.height() / 2) if second else inside
        painter.setFont(look.font(12.5, bold=True))
        painter.setPen(look.colour("accent" if entered else "text"))
        painter.drawText(upper, align | Qt.AlignmentFlag.AlignVCenter, first)
        if model.headerData(section, across, LOCK_ROLE):
            size, gap = look.px(LOCK_UNITS), look.px(5)
            left = upper.right() - painter.fontMetrics().horizontalAdvance(first) - gap - size
            look.paint_icon(painter, QRectF(left, upper.center().y() - size / 2, size, size), "lock", "text2")
        if second:
            painter.setFont(look.font(11))
            painter.setPen(look.colour("text2"))
            painter.drawText(
                inside.adjusted(0, inside.height() / 2, 0, 0), align | Qt.AlignmentFlag.AlignVCenter, second
            )
        painter.restore()
