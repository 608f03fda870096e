"""A state is a shape, a word and a colour, always the three."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.progress import State
from ui.texts import state_word
from ui.theme import Theme, theme

MARK_UNITS = 14


def paint_state_mark(painter: QPainter, rect: QRectF, state: State, look: Theme | None = None) -> None:
    """Draw the shape of a state into a square: the same on screen, paper and pictures."""
    look = look or theme()
    colours, sign = look.state(state), look.colour("sign")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / MARK_UNITS, rect.height() / MARK_UNITS)
    painter.setPen(QPen(colours.text, 1))
    painter.setBrush(colours.fill)
    _SHAPES[state](painter, colours.text, sign)
    painter.restore()


def state_pixmap(state: State, size: int, look: Theme | None = None) -> QPixmap:
    """Return the shape of a state as a picture of that many pixels."""
    picture = QPixmap(QSize(size, size))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_state_mark(painter, QRectF(0, 0, size, size), state, look)
    painter.end()
    return picture


def state_icon(state: State) -> QIcon:
    """Return the shape of a state as an icon, for menus and buttons."""
    icon = QIcon()
    for size in (14, 16, 20, 28, 32):
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # else Qt pales it in a row that is chosen
            icon.addPixmap(state_pixmap(state, size), mode)
    return icon


def paint_state(
    painter: QPainter,
    rect: QRectF,
    state: State,
    look: Theme | None = None,
    *,
    is_bold: bool = True,
    suffix: str = "",
) -> None:
    """Draw shape and word of a state, left and in the middle of a rectangle; suffix follows the word."""
    look = look or theme()
    size = look.px(MARK_UNITS)
    mark = QRectF(rect.left(), rect.center().y() - size / 2, size, size)
    paint_state_mark(painter, mark, state, look)
    painter.save()
    painter.setPen(look.state(state).text)
    font = painter.font()
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    painter.setFont(font)
    words = rect.adjusted(size + look.px(6), 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, state_word(state) + suffix)
    painter.restore()


def _pen(colour: QColor, width: float = 1.6) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _lines(painter: QPainter, colour: QColor, *points: tuple[float, float], width: float = 1.6) -> None:
    painter.setPen(_pen(colour, width))
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _met(painter: QPainter, outline: QColor, sign: QColor) -> None:
    painter.drawEllipse(QPointF(7, 7), 6.2, 6.2)
    _lines(painter, sign, (4.2, 7.3), (6.2, 9.3), (9.9, 5.2))


def _near(painter: QPainter, outline: QColor, sign: QColor) -> None:
    painter.setPen(_pen(outline, 1))
    painter.drawPolygon(QPolygonF([QPointF(7, 1.2), QPointF(13.2, 12.6), QPointF(0.8, 12.6)]))


def _missed(painter: QPainter, outline: QColor, sign: QColor) -> None:
    painter.drawRoundedRect(QRectF(0.9, 0.9, 12.2, 12.2), 1, 1)
    _lines(painter, sign, (4.6, 4.6), (9.4, 9.4))
    _lines(painter, sign, (9.4, 4.6), (4.6, 9.4))


def _not_due(painter: QPainter, outline: QColor, sign: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(outline, 1.4))
    painter.drawEllipse(QPointF(7, 7), 6, 6)
    _lines(painter, outline, (7, 3.8), (7, 7.2), (9.4, 8.6), width=1.4)


def _no_data(painter: QPainter, outline: QColor, sign: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(outline, 1.4, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.6, 1.4])
    painter.setPen(pen)
    painter.drawRect(QRectF(1.2, 1.2, 11.6, 11.6))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(outline)
    painter.drawEllipse(QPointF(7, 7), 1.5, 1.5)


def _to_check(painter: QPainter, outline: QColor, sign: QColor) -> None:
    painter.setPen(_pen(outline, 1.4))
    painter.drawPolygon(QPolygonF([QPointF(7, 1.3), QPointF(13, 12.4), QPointF(1, 12.4)]))
    _lines(painter, outline, (7, 5.4), (7, 8.4), width=1.5)
    _lines(painter, outline, (7, 10.4), (7, 10.5), width=1.6)


def _not_applicable(painter: QPainter, outline: QColor, sign: QColor) -> None:
    painter.drawRoundedRect(QRectF(1.5, 5.9, 11, 2.4), 1, 1)


def _no_target(painter: QPainter, outline: QColor, sign: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(outline, 1.4))
    painter.drawPolygon(QPolygonF([QPointF(7, 1.4), QPointF(12.6, 7), QPointF(7, 12.6), QPointF(1.4, 7)]))


_SHAPES = {
    State.MET: _met,
    State.NEAR: _near,
    State.MISSED: _missed,
    State.NOT_DUE: _not_due,
    State.NO_DATA: _no_data,
    State.TO_CHECK: _to_check,
    State.NOT_APPLICABLE: _not_applicable,
    State.NO_TARGET: _no_target,
}


class StatePill(QWidget):
    """Shape and word of a state on its soft ground."""

    def __init__(self, state: State = State.NO_DATA, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(state)

    def set_state(self, state: State, *, is_provisional: bool = False) -> None:
        """Show another state; a provisional one says so in its tooltip and to screen readers."""
        self._state = state
        words = state_word(state)
        if is_provisional:
            words = self.tr("{state}, provisional").format(state=words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        metrics = QFontMetrics(look.font(12, bold=True))
        width = metrics.horizontalAdvance(state_word(self._state)) + look.px(MARK_UNITS + 6 + 16)
        return QSize(width + 2, look.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.state(self._state).soft)
        painter.drawRoundedRect(QRectF(self.rect()), look.px(4), look.px(4))
        painter.setFont(look.font(12, bold=True))
        paint_state(painter, QRectF(self.rect()).adjusted(look.px(8), 0, 0, 0), self._state)
        painter.end()
