"""The gap bar from the target line, its axis, and the whole panel for paper and pictures."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from models.number import format_signed
from ui.pages.analysis.gaps.scale import GapBar, GapScale
from ui.pages.analysis.measuring import widest
from ui.theme import Theme
from ui.widgets.state_mark import MARK_UNITS, paint_state_mark

WIDEST_NAMES = 0.42  # of the width
LABEL_UNITS, CHANGE_UNITS, AXIS_UNITS = 64, 74, 20
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def scale_room(rect: QRectF, look: Theme) -> QRectF:
    """Return the part of a cell that the scale takes: the labels have their room beside it."""
    return rect.adjusted(look.px(20), 0, -look.px(LABEL_UNITS), 0)


def paint_gap(painter: QPainter, rect: QRectF, bar: GapBar, scale: GapScale, look: Theme) -> None:
    """Draw one bar with the lines of the scale, the target line and its label."""
    painter.save()
    room = scale_room(rect, look)
    _draw_lines(painter, room, scale, look)
    target = _x(room, scale, 0)
    colours = look.state(bar.figure.state)
    if bar.near is not None and bar.near < 0:
        _line(painter, _x(room, scale, bar.near), room, QPen(look.colour("text2"), look.px(1), Qt.PenStyle.DashLine))
    end = target
    if bar.value is not None:
        end = _x(room, scale, bar.value)
        height = min(room.height() * 0.58, look.px(14))
        painter.setPen(QPen(colours.text, look.px(1)))
        painter.setBrush(colours.fill)
        painter.drawRect(QRectF(min(target, end), room.center().y() - height / 2, abs(end - target), height))
    if bar.then is not None:
        _draw_then(painter, _x(room, scale, bar.then), room, look)
    _line(painter, target, room, QPen(look.colour("text"), look.px(2)))
    painter.setFont(look.font(12, bold=bar.value is not None))
    painter.setPen(colours.text if bar.value is not None else look.colour("muted"))
    left = max(end, target) + look.px(6)
    painter.drawText(QRectF(left, rect.top(), rect.right() - left, rect.height()), LEFT, bar.text)
    painter.restore()


def _draw_lines(painter: QPainter, room: QRectF, scale: GapScale, look: Theme) -> None:
    painter.setPen(QPen(look.colour("grid"), look.px(1)))
    for tick in scale.ticks():
        x = _x(room, scale, tick)
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))


def _draw_then(painter: QPainter, x: float, room: QRectF, look: Theme) -> None:
    """A hollow tick: where it stood in the period compared with."""
    half, height = look.px(2), min(room.height(), look.px(18))
    painter.setPen(QPen(look.colour("text"), look.px(1)))
    painter.setBrush(look.colour("surface"))
    painter.drawRect(QRectF(x - half, room.center().y() - height / 2, 2 * half, height))


def _line(painter: QPainter, x: float, room: QRectF, pen: QPen) -> None:
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))


def _x(room: QRectF, scale: GapScale, value: float) -> float:
    return room.left() + room.width() * scale.place(value)


def paint_gap_axis(painter: QPainter, rect: QRectF, scale: GapScale, look: Theme, unit: str) -> None:
    """Draw the numbers below the bars; the target line has its word."""
    painter.save()
    room = scale_room(rect, look)
    painter.setFont(look.font(11))
    painter.setPen(look.colour("text2"))
    width = look.px(56)
    for tick in scale.ticks():
        decimals = 0 if abs(scale.step) >= 1 else 2
        word = QCoreApplication.translate("Analysis", "target")
        text = (
            format_signed(Fraction(round(tick * 1000), 1000), decimals) + unit if abs(tick) > scale.step / 2 else word
        )
        x = _x(room, scale, tick)
        painter.drawText(QRectF(x - width / 2, rect.top(), width, rect.height()), CENTRE, text)
    painter.restore()


def paint_gap_name(painter: QPainter, rect: QRectF, bar: GapBar, look: Theme, *, is_bold: bool = False) -> None:
    """Draw state shape and short name."""
    painter.save()
    size = look.px(MARK_UNITS - 2)
    left = rect.left() + look.px(10)
    paint_state_mark(painter, QRectF(left, rect.center().y() - size / 2, size, size), bar.figure.state, look)
    painter.setFont(look.font(12, bold=is_bold))
    painter.setPen(look.colour("text"))
    words = rect.adjusted(look.px(10) + size + look.px(7), 0, -look.px(4), 0)
    label = painter.fontMetrics().elidedText(
        bar.figure.indicator.label, Qt.TextElideMode.ElideRight, int(words.width())
    )
    painter.drawText(words, LEFT, label)
    painter.restore()


def paint_change(painter: QPainter, rect: QRectF, bar: GapBar, look: Theme) -> None:
    """Draw how much better or worse it is than in the period compared with."""
    painter.save()
    painter.setFont(look.font(12))
    painter.setPen(look.colour("text2"))
    painter.drawText(rect.adjusted(0, 0, -look.px(10), 0), RIGHT, bar.change)
    painter.restore()


def name_width(bars: Sequence[GapBar], width: float, look: Theme) -> int:
    """Return how wide the names are, so that most of a width is left for the bars."""
    longest = widest((bar.figure.indicator.label for bar in bars), look.font(12))
    return round(min(longest + look.px(MARK_UNITS + 26), width * WIDEST_NAMES))


def paint_gaps(painter: QPainter, rect: QRectF, bars: Sequence[GapBar], scale: GapScale, look: Theme, unit: str) -> int:
    """Draw all bars that have room under one another, and the axis; return how many were drawn."""
    least, most = look.px(16), look.px(30)
    axis = look.px(AXIS_UNITS)
    room = rect.height() - axis
    height = min(most, max(least, room / max(1, len(bars))))
    count = min(len(bars), int(room // height))
    is_compared = any(each.change for each in bars)
    name, change = name_width(bars, rect.width(), look), look.px(CHANGE_UNITS) if is_compared else 0
    for place, bar in enumerate(bars[:count]):
        top = rect.top() + place * height
        paint_gap_name(painter, QRectF(rect.left(), top, name, height), bar, look)
        paint_gap(painter, QRectF(rect.left() + name, top, rect.width() - name - change, height), bar, scale, look)
        if is_compared:
            paint_change(painter, QRectF(rect.right() - change, top, change, height), bar, look)
    below = QRectF(rect.left() + name, rect.top() + count * height, rect.width() - name - change, axis)
    paint_gap_axis(painter, below, scale, look, unit)
    return count
