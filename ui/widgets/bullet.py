"""The bar: a value on its track with a tick at the target. One paint function for tables, cards and print."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from models.progress import State
from ui.theme import Theme, theme


@dataclass(frozen=True, slots=True)
class BulletValues:
    """Plain numbers on a scale of 0 to top. expected: where the value should be by today, a hollow tick."""

    state: State
    value: float | None
    target: float
    top: float
    target_to: float | None = None
    expected: float | None = None


def paint_bullet(
    painter: QPainter, rect: QRectF, values: BulletValues, look: Theme | None = None, *, height_units: float = 7
) -> None:
    """Draw a bar in the middle of a rectangle, as wide as it."""
    look = look or theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = look.px(height_units)
    tick = look.px(2)
    track = QRectF(rect.left(), rect.center().y() - height / 2, rect.width() - tick, height)
    painter.fillRect(track, look.colour("track"))
    if values.value is not None:
        colours = look.state(values.state)
        painter.setPen(QPen(colours.text, 1))
        painter.setBrush(colours.fill)
        painter.drawRect(QRectF(track.left() + 0.5, track.top() + 0.5, _x(track, values, values.value), height - 1))
    if values.expected is not None:
        place = track.left() + _x(track, values, values.expected)
        painter.setPen(QPen(look.colour("text"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRect(QRectF(place - tick, track.top() - look.px(3), 2 * tick, height + look.px(6)))
    painter.setPen(QPen(look.colour("text"), tick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for target in (values.target, values.target_to):
        if target is not None:
            place = track.left() + _x(track, values, target) + tick / 2
            painter.drawLine(QPointF(place, track.top() - look.px(3)), QPointF(place, track.bottom() + look.px(3)))
    painter.restore()


def _x(track: QRectF, values: BulletValues, number: float) -> float:
    share = number / values.top if values.top else 0.0
    return max(0.0, min(1.0, share)) * track.width()
