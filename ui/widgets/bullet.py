"""The bar: a value on its track with a tick at the target. One paint function for tables, cards and print."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from models.progress import State
from ui.theme import Theme, theme
from ui.widgets.state_mark import paint_state_mark


@dataclass(frozen=True, slots=True)
class BulletValues:
    """Plain numbers on a scale of low to top. expected: where the value should be by today, a hollow tick.

    ends: the two ends of the scale in words, printed where it does not begin at 0."""

    state: State
    value: float | None
    target: float
    top: float
    target_to: float | None = None
    expected: float | None = None
    low: float = 0.0
    ends: tuple[str, str] = ("", "")


def paint_bullet(
    painter: QPainter, rect: QRectF, values: BulletValues, look: Theme | None = None, *, height_units: float = 7
) -> None:
    """Draw a bar in the middle of a rectangle, as wide as it. Without a value: the empty track with the state's mark.

    A value beyond an end of the scale ends in an arrow there."""
    look = look or theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height, tick = look.px(height_units), look.px(2)
    room = _draw_ends(painter, rect, values, look, max(10.0, 1.3 * height_units))
    track = QRectF(room.left(), room.center().y() - height / 2, room.width() - tick, height)
    painter.fillRect(track, look.colour("track"))
    if values.value is None:
        size = min(room.height(), look.px(14))
        mark = QRectF(track.center().x() - size / 2, track.center().y() - size / 2, size, size)
        paint_state_mark(painter, mark, values.state, look)
    else:
        _draw_value(painter, track, values, values.value, look)
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


def _draw_ends(painter: QPainter, rect: QRectF, values: BulletValues, look: Theme, units: float) -> QRectF:
    """Print the ends of a zoomed scale beside the track; return the room that is left for it."""
    if not any(values.ends):
        return rect
    painter.setFont(look.font(units))
    painter.setPen(look.colour("text2"))
    metrics, air = QFontMetricsF(painter.font()), look.px(3)
    first, last = (metrics.horizontalAdvance(each) for each in values.ends)
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, values.ends[0])
    painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, values.ends[1])
    return rect.adjusted(first + air, 0, -(last + air if last else 0), 0)


def _draw_value(painter: QPainter, track: QRectF, values: BulletValues, value: float, look: Theme) -> None:
    colours = look.state(values.state)
    painter.setPen(QPen(colours.text, 1))
    painter.setBrush(colours.fill)
    width = _x(track, values, value)
    if width > 0:
        painter.drawRect(QRectF(track.left() + 0.5, track.top() + 0.5, width, track.height() - 1))
    if values.low <= value <= values.top:
        return
    reach = track.height()
    tip, tail = (track.left(), track.left() + reach) if value < values.low else (track.right(), track.right() - reach)
    corners = [QPointF(tip, track.center().y()), QPointF(tail, track.top() - 1), QPointF(tail, track.bottom() + 1)]
    painter.setBrush(colours.text)
    painter.drawPolygon(QPolygonF(corners))


def _x(track: QRectF, values: BulletValues, number: float) -> float:
    reach = values.top - values.low
    share = (number - values.low) / reach if reach else 0.0
    return max(0.0, min(1.0, share)) * track.width()
