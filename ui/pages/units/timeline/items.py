"""What is drawn on the time line: bars, curves, years, the day, the band of the chosen event."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from ui.pages.units.timeline.lanes import Bar
from ui.theme import Theme


class BarItem(QGraphicsItem):
    """A unit from its first day to its last; number is what it reported, shown at its right end."""

    def __init__(self, bar: Bar, box: QRectF, look: Theme) -> None:
        super().__init__()
        self.bar, self.number = bar, ""
        self._box, self._look = box, look
        self.is_lit = self.is_chosen = False
        self.setToolTip(bar.text)

    def boundingRect(self) -> QRectF:
        """Qt asks how much room it takes."""
        return self._box.adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Qt asks to draw it."""
        look, is_new = self._look, self.bar.first is not None
        fill, edge, text = look.colour("surface"), look.colour("input_border"), look.colour("text")
        if self.is_chosen and is_new:
            fill, edge, text = look.colour("accent"), look.colour("accent"), look.colour("on_accent")
        elif self.is_lit:
            edge = look.colour("accent")
        elif is_new:
            fill = look.colour("surface2")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(self._box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        self._write(painter, text, is_bold=is_new)

    def _write(self, painter: QPainter, colour: QColor, *, is_bold: bool) -> None:
        look, space = self._look, self._look.px(7)
        inner = self._box.adjusted(space, 0, -space, 0)
        painter.setPen(colour)
        taken = 0.0
        if self.number:
            font = look.font(12)
            taken = QFontMetricsF(font).horizontalAdvance(self.number) + space
            if taken < inner.width():
                painter.setFont(font)
                painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.number)
            else:
                taken = 0.0
        font = look.font(13, bold=is_bold)
        painter.setFont(font)
        room = inner.width() - taken
        words = QFontMetricsF(font).elidedText(self.bar.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


class LinkItem(QGraphicsPathItem):
    """A curve from the end of a bar to the one that took over."""

    def __init__(self, event: int, start: QPointF, end: QPointF, look: Theme) -> None:
        path = QPainterPath(start)
        middle = (start.x() + end.x()) / 2
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        super().__init__(path)
        self.event, self._look = event, look
        self.set_lit(False)

    def set_lit(self, is_lit: bool) -> None:
        """Show it as part of the chosen event, or not."""
        colour = self._look.colour("accent" if is_lit else "input_border")
        self.setPen(QPen(colour, self._look.px(2) if is_lit else 1.2))
        self.setZValue(-0.4 if is_lit else -0.5)  # behind the bars and their names


class Scale:
    """Days along the width: whole years, from before the first event to after the last."""

    def __init__(self, days: list[date], left: float, width: float) -> None:
        first = min((day.year for day in days), default=date.today().year)
        last = max((day.year for day in days), default=first)
        self.years = range(first - 3, last + 3)
        self._begin, self._end = date(self.years[0], 1, 1), date(self.years[-1], 1, 1)
        self._left, self._width = left, width

    def x(self, day: date | None, otherwise: float = 0.0) -> float:
        """Return where a day stands; None: at one of the ends (0 or 1). Days outside stand at the ends."""
        share = otherwise if day is None else (day - self._begin) / (self._end - self._begin)
        return self._left + self._width * min(max(share, 0.0), 1.0)
