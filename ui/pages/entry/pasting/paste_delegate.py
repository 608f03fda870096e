"""How lines of the paste preview are painted: a sign, two readings to choose from, a warning's ground."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.pages.entry.pasting.paste_model import DOUBT_ROLE, LINE_ROLE, READINGS_ROLE, PasteColumn, PasteModel
from ui.pages.entry.pasting.pasting import PastedLine, Sign
from ui.theme import theme
from ui.widgets.row_model import Index

SIGN_ICONS = {
    Sign.NEW: ("check", "met_text"),
    Sign.REPLACES: ("redo", "accent"),
    Sign.ASKS: ("help", "warning_text"),
    Sign.REFUSED: ("minus", "muted"),
}
_SIGN_UNITS, _RADIO_UNITS, _AIR_UNITS = 15, 12, 7
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PasteDelegate(QStyledItemDelegate):
    """Paints one line of a PasteModel; a click on a reading chooses it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: PastedLine = index.data(LINE_ROLE)
        rect, look = QRectF(option.rect), theme()
        doubtful = line.sign is Sign.ASKS or bool(index.data(DOUBT_ROLE))
        painter.save()
        painter.fillRect(rect, _ground(option, doubtful))
        painter.setPen(QPen(look.colour("grid"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == PasteColumn.SIGN:
            size = look.px(_SIGN_UNITS)
            place = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
            name, role = SIGN_ICONS[line.sign]
            look.paint_icon(painter, place, name, role)
        elif index.column() == PasteColumn.READING and line.sign is Sign.ASKS:
            self._paint_choices(painter, rect, line, index.data(READINGS_ROLE))
        else:
            self._paint_text(painter, rect, index, line, doubtful)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRectF, index: Index, line: PastedLine, doubtful: bool) -> None:
        look, column = theme(), index.column()
        is_bold = column == PasteColumn.READING or (column == PasteColumn.NOTE and doubtful)
        painter.setFont(look.font(13, bold=is_bold))
        role = "muted" if line.sign is Sign.REFUSED else "text2" if column == PasteColumn.BEFORE else "text"
        painter.setPen(look.colour("warning_text" if column == PasteColumn.NOTE and doubtful else role))
        inside = rect.adjusted(look.px(_AIR_UNITS), 0, -look.px(_AIR_UNITS), 0)
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)

    def _paint_choices(self, painter: QPainter, rect: QRectF, line: PastedLine, texts: Sequence[str]) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (text, place) in enumerate(zip(texts, _halves(rect), strict=True)):
            is_chosen = number == line.chosen
            painter.setFont(look.font(13, bold=is_chosen))
            painter.setPen(look.colour("text"))
            painter.drawText(place.adjusted(0, 0, -look.px(_AIR_UNITS), 0), _RIGHT, text)
            width = painter.fontMetrics().horizontalAdvance(text)
            radius = look.px(_RADIO_UNITS) / 2
            middle = QPointF(place.right() - look.px(_AIR_UNITS + 6) - width - radius, place.center().y())
            painter.setPen(QPen(look.colour("accent" if is_chosen else "input_border"), 1.4))
            painter.setBrush(look.colour("surface"))
            painter.drawEllipse(middle, radius, radius)
            if is_chosen:
                painter.setBrush(look.colour("accent"))
                painter.drawEllipse(middle, radius / 2, radius / 2)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            line: PastedLine = index.data(LINE_ROLE)
            if index.column() == PasteColumn.READING and line.sign is Sign.ASKS and isinstance(model, PasteModel):
                left, _ = _halves(QRectF(option.rect))
                model.choose([index.row()], 0 if event.position().x() < left.right() else 1)
                return True
        return super().editorEvent(event, model, option, index)


def _halves(rect: QRectF) -> tuple[QRectF, QRectF]:
    middle = rect.center().x()
    return QRectF(rect.topLeft(), QPointF(middle, rect.bottom())), QRectF(
        QPointF(middle, rect.top()), rect.bottomRight()
    )


def _ground(option: QStyleOptionViewItem, doubtful: bool) -> QColor:
    if option.state & QStyle.StateFlag.State_Selected:
        return theme().colour("accent_soft")
    return theme().colour("warning_soft" if doubtful else "surface")
