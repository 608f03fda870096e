"""The half circle: a value on a scale with its target. One paint function for screen, print and pictures."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.progress import State
from ui.texts import state_word
from ui.theme import Theme, theme
from ui.widgets.state_mark import paint_state_mark

TRACK_UNITS = 14
RIM_UNITS = 2
WIDTH_UNITS, HEIGHT_UNITS = 148, 108


@dataclass(frozen=True, slots=True)
class GaugeValues:
    """What a gauge shows: plain numbers on a scale of 0 to top, and the words printed.

    value None: nothing reported. is_upward: the side above the target is met; target_to: the side between is."""

    state: State
    value: float | None
    text: str
    target: float
    target_text: str
    target_to: float | None = None
    top: float = 100
    is_upward: bool = True
    spoken: str = ""


def paint_gauge(painter: QPainter, rect: QRectF, values: GaugeValues, look: Theme | None = None) -> None:
    """Draw a gauge into a rectangle, as large as fits; the middle stands low, the label of the target outside."""
    look = look or theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dial = _Dial(painter, values, look)
    left, right = dial.reach()
    unit = min(rect.width() / (left + right), rect.height() / HEIGHT_UNITS)
    painter.translate(rect.center().x() + (left - right) * unit / 2, rect.center().y() - HEIGHT_UNITS * unit / 2)
    painter.scale(unit, unit)
    dial.draw_track()
    dial.draw_met_side()
    if values.value is not None:
        dial.draw_value(values.value)
    dial.draw_targets()
    dial.draw_words()
    painter.restore()


class _Dial:
    """A gauge in its own units: the centre of the arc is at (0, 84), its middle radius 54."""

    CENTRE = QPointF(0, 84)
    RADIUS = 57.0

    def __init__(self, painter: QPainter, values: GaugeValues, look: Theme) -> None:
        self._painter, self._values, self._look = painter, values, look

    def reach(self) -> tuple[float, float]:
        """Return how far it goes to the left and right of its middle: the label of the target stands beside the arc."""
        label, half = self._label_room(), WIDTH_UNITS / 2
        return max(half, -label.left()), max(half, label.right())

    def _share(self, value: float) -> float:
        return max(0.0, min(1.0, value / self._values.top))

    def _at(self, share: float, radius: float) -> QPointF:
        angle = math.pi * (1 - share)
        return self.CENTRE + QPointF(math.cos(angle), -math.sin(angle)) * radius

    def _ring(self, first: float, last: float) -> QPainterPath:
        outer, inner = self.RADIUS, self.RADIUS - TRACK_UNITS
        path = QPainterPath(self._at(first, outer))
        path.arcTo(self._square(outer), 180 - 180 * first, -180 * (last - first))
        path.lineTo(self._at(last, inner))
        path.arcTo(self._square(inner), 180 - 180 * last, 180 * (last - first))
        path.closeSubpath()
        return path

    def _square(self, radius: float) -> QRectF:
        return QRectF(self.CENTRE.x() - radius, self.CENTRE.y() - radius, 2 * radius, 2 * radius)

    def draw_track(self) -> None:
        self._painter.fillPath(self._ring(0, 1), self._look.colour("track"))

    def draw_met_side(self) -> None:
        values = self._values
        share = self._share(values.target)
        if values.target_to is not None:
            first, last = share, self._share(values.target_to)
        else:
            first, last = (share, 1.0) if values.is_upward else (0.0, share)
        radius = self.RADIUS + 4
        self._painter.setPen(QPen(self._look.state(State.MET).fill, RIM_UNITS))
        self._painter.drawArc(self._square(radius), round((180 - 180 * first) * 16), round(-180 * (last - first) * 16))

    def draw_value(self, value: float) -> None:
        colours = self._look.state(self._values.state)
        share = self._share(value)
        self._painter.setPen(QPen(colours.text, 1))
        self._painter.setBrush(colours.fill)
        if share > 0:
            self._painter.drawPath(self._ring(0, share))
        if value > self._values.top:
            middle = self.RADIUS - TRACK_UNITS / 2
            tip = QPainterPath(self.CENTRE + QPointF(middle - 6, 0))
            tip.lineTo(self.CENTRE + QPointF(middle, 8))
            tip.lineTo(self.CENTRE + QPointF(middle + 6, 0))
            self._painter.fillPath(tip, colours.text)

    def draw_targets(self) -> None:
        values = self._values
        for target in (values.target, values.target_to):
            if target is not None:
                share = self._share(target)
                pen = QPen(self._look.colour("text"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
                self._painter.setPen(pen)
                self._painter.drawLine(self._at(share, self.RADIUS - TRACK_UNITS - 3), self._at(share, self.RADIUS + 5))
        self._font(12, is_bold=True)
        self._text(self._label_room(), values.target_text, self._look.colour("text"))

    def _label_room(self) -> QRectF:
        """Return where the target is written: above the arc, further to its side the lower its tick stands."""
        metrics, share = self._font(12, is_bold=True), self._share(self._values.target)
        width, height = metrics.horizontalAdvance(self._values.target_text) + 1, metrics.height()
        place = self._at(share, self.RADIUS + 8)
        return QRectF(place.x() + (share - 1) * width, place.y() - height * 0.95, width, height)

    def draw_words(self) -> None:
        values, look = self._values, self._look
        metrics = self._font(20, is_bold=True)
        room = 2 * (self.RADIUS - TRACK_UNITS) - 4
        if metrics.horizontalAdvance(values.text) > room:
            self._font(20 * room / metrics.horizontalAdvance(values.text), is_bold=True)
        if values.value is None:
            paint_state_mark(self._painter, QRectF(-11, 44, 22, 22), values.state, look)
            self._font(11, is_bold=True)
            self._text(QRectF(-60, 68, 120, 16), state_word(values.state), look.state(values.state).text)
        else:
            self._text(QRectF(-60, 58, 120, 28), values.text, look.colour("text"))
        self._font(11, is_bold=False)
        for share, text in ((0.0, "0"), (1.0, f"{values.top:g}")):
            place = self._at(share, self.RADIUS - TRACK_UNITS / 2)
            self._text(QRectF(place.x() - 25, 86, 50, 16), text, look.colour("text2"))

    def _font(self, units: float, *, is_bold: bool) -> QFontMetricsF:
        font = self._look.font(bold=is_bold)
        font.setPixelSize(max(1, round(units)))
        self._painter.setFont(font)
        return QFontMetricsF(font)

    def _text(self, rect: QRectF, text: str, colour: QColor) -> None:
        self._painter.setPen(colour)
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)


class Gauge(QWidget):
    """A gauge on the screen, with the same in words for screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: GaugeValues | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_values(self, values: GaugeValues) -> None:
        """Show other numbers."""
        self._values = values
        self.setAccessibleName(values.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH_UNITS), theme().px(HEIGHT_UNITS))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._values is None:
            return
        painter = QPainter(self)
        paint_gauge(painter, QRectF(self.rect()), self._values)
        painter.end()
