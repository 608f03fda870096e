"""Charts on paper, painted from the numbers that Word's charts show; told apart without colour."""

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from models.number import format_number
from reports.chart import Chart, CountChart, GapChart, Line, LineLook, TrendChart
from reports.document import Style
from reports.word.charts.picture import WIDEST_MM
from reports.word.charts.pieces import NAMES_SHARE, shown_name
from reports.word.looks import looks
from ui.printing.items import BLACK, Item, font, pen
from ui.printing.measure import PER_MM, PER_POINT

LETTERS = 11.0
_LEGEND_MM, _ROW_MM, _LINE_MM, _TREND_MM = 12.0, 3.0, 4.5, 62.0
_GAP_SHARE = 0.35  # of a row, between two bars
_HATCH = 5.0 * PER_POINT

Fill = Callable[[QPainter, QRectF], None]


def chart_item(chart: Chart, width: float) -> Item:
    """Return a chart as wide as the text, if not too wide, held to the note below it."""
    wide = min(width, WIDEST_MM * PER_MM)
    look = looks()[Style.CHART]
    height = _TREND_MM * PER_MM if isinstance(chart, TrendChart) else _bars_height(chart.names, wide)

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.save()
        painter.setFont(font(LETTERS))
        frame = QRectF(x + (width - wide) / 2, y, wide, height)
        painter.setPen(QPen(QColor(0xA6, 0xA6, 0xA6), 0.5 * PER_POINT))
        painter.drawRect(frame)
        painter.setPen(pen(0.75))
        _draw(painter, frame, chart)
        painter.restore()

    return Item(height, paint, look.before * PER_POINT, look.after * PER_POINT, look.keeps_next)


def _draw(painter: QPainter, frame: QRectF, chart: Chart) -> None:
    match chart:
        case GapChart():
            _gaps(painter, frame, chart)
        case CountChart():
            _counts(painter, frame, chart)
        case TrendChart():
            _trend(painter, frame, chart)


def _bars_height(names: Sequence[str], width: float) -> float:
    lines = max((shown_name(name, width / PER_MM).count("\n") + 1 for name in names), default=1)
    return (_LEGEND_MM + (_ROW_MM + _LINE_MM * lines) * max(len(names), 2)) * PER_MM


def _rows(painter: QPainter, frame: QRectF, names: Sequence[str]) -> tuple[QRectF, list[QRectF]]:
    """Write the names on the left, and return the place of the bars and that of each row."""
    plot = frame.adjusted(NAMES_SHARE * frame.width(), PER_MM, -2 * PER_MM, -(_LEGEND_MM - 3) * PER_MM)
    high = plot.height() / max(len(names), 1)
    rows = []
    for number, name in enumerate(names):
        row = QRectF(plot.left(), plot.top() + number * high, plot.width(), high)
        room = QRectF(frame.left() + PER_MM, row.top(), plot.left() - frame.left() - 3 * PER_MM, high)
        _write(painter, room, shown_name(name, frame.width() / PER_MM), Qt.AlignmentFlag.AlignRight)
        rows.append(row)
    return plot, rows


def _gaps(painter: QPainter, frame: QRectF, chart: GapChart) -> None:
    plot, rows = _rows(painter, frame, chart.names)
    low, high = float(min(chart.least, Fraction(0))), float(max(chart.most, Fraction(0)))
    room = (high - low) * 0.25 or 1.0
    low, high = (low - room if low < 0 else low), (high + room if high > 0 or low == 0 else high)
    scale = plot.width() / (high - low)
    zero = plot.left() - low * scale
    for row, value, label in zip(rows, chart.values, chart.labels, strict=True):
        end = zero + float(value) * scale
        bar = _bar(min(zero, end), abs(end - zero), row)
        (_dark if value < 0 else _rising)(painter, bar)
        side = Qt.AlignmentFlag.AlignRight if value < 0 else Qt.AlignmentFlag.AlignLeft
        left = bar.left() - 31 * PER_MM if value < 0 else bar.right() + PER_MM
        _write(painter, QRectF(left, row.top(), 30 * PER_MM, row.height()), label, side)
    painter.drawLine(QLineF(zero, plot.top(), zero, plot.bottom()))
    _legend(painter, frame, [(chart.below_title, _dark), (chart.above_title, _rising)])


def _counts(painter: QPainter, frame: QRectF, chart: CountChart) -> None:
    plot, rows = _rows(painter, frame, chart.names)
    scale = plot.width() / (max((sum(row) for row in chart.counts), default=0) or 1)
    for row, counts in zip(rows, chart.counts, strict=True):
        left = plot.left()
        for place in chart.shown:
            if counts[place]:
                bar = _bar(left, counts[place] * scale, row)
                _fill(place)(painter, bar)
                _write_on_white(painter, bar, str(counts[place]))
                left += bar.width()
    painter.drawLine(QLineF(plot.left(), plot.top(), plot.left(), plot.bottom()))
    _legend(painter, frame, [(chart.states[place], _fill(place)) for place in chart.shown])


def _bar(left: float, width: float, row: QRectF) -> QRectF:
    space = row.height() * _GAP_SHARE
    return QRectF(left, row.top() + space / 2, width, row.height() - space)


def _trend(painter: QPainter, frame: QRectF, chart: TrendChart) -> None:
    values = [float(value) for line in chart.lines for value in line.values if value is not None]
    least, most, step = _scale(min(values), max(values))
    plot = frame.adjusted(16 * PER_MM, 4 * PER_MM, -4 * PER_MM, -16 * PER_MM)
    for mark in range(least, most + 1, step):
        y = plot.bottom() - (mark - least) / (most - least) * plot.height()
        painter.setPen(QPen(QColor(0xD9, 0xD9, 0xD9), 0.5 * PER_POINT))
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        painter.setPen(pen(0.75))
        words = format_number(Fraction(mark)) + ("%" if chart.is_percent else "")
        room = QRectF(frame.left(), y - 3 * PER_MM, 15 * PER_MM, 6 * PER_MM)
        _write(painter, room, words, Qt.AlignmentFlag.AlignRight)
    painter.drawLine(QLineF(plot.left(), plot.bottom(), plot.right(), plot.bottom()))
    wide = plot.width() / len(chart.places)
    for number, place in enumerate(chart.places):
        room = QRectF(plot.left() + number * wide, plot.bottom(), wide, 7 * PER_MM)
        _write(painter, room, place, Qt.AlignmentFlag.AlignHCenter)
    for line in chart.lines:
        points = [
            None
            if value is None
            else QPointF(
                plot.left() + (number + 0.5) * wide,
                plot.bottom() - (float(value) - least) / (most - least) * plot.height(),
            )
            for number, value in enumerate(line.values)
        ]
        _line(painter, line, points, _is_below(line, chart))
    _legend(painter, frame, [(line.name, _sample(line)) for line in chart.lines])


def _scale(low: float, high: float) -> tuple[int, int, int]:
    """Return the ends of the axis and its step: whole numbers, with room for the labels."""
    reach = max(high - low, 1.0)
    step = next(
        factor * 10**power for power in range(20) for factor in (1, 2, 5) if factor * 10**power >= reach * 1.5 / 6
    )
    least, most = math.floor((low - reach / 4) / step) * step, math.ceil((high + reach / 4) / step) * step
    return (max(least, 0) if low >= 0 else least), most, step


def _is_below(line: Line, chart: TrendChart) -> bool:
    """Return whether a line's labels go below it: the lower of two has them there."""
    others = [each for each in chart.lines if each.labels and each is not line]
    mine = [value for value in line.values if value is not None]
    theirs = [value for each in others for value in each.values if value is not None]
    return bool(mine and theirs and sum(mine) / len(mine) < sum(theirs) / len(theirs))


def _line(painter: QPainter, line: Line, points: Sequence[QPointF | None], is_below: bool) -> None:
    painter.setPen(_stroke(line.look))
    for one, other in pairwise(points):
        if one is not None and other is not None:
            painter.drawLine(one, other)
    painter.setPen(pen(0.75))
    for number, point in enumerate(points):
        if point is not None and line.look is not LineLook.TARGET:
            _mark(painter, line.look, point)
        if point is not None and line.labels:
            shift = PER_MM if is_below else -7 * PER_MM
            room = QRectF(point.x() - 15 * PER_MM, point.y() + shift, 30 * PER_MM, 6 * PER_MM)
            _write(painter, room, line.labels[number], Qt.AlignmentFlag.AlignHCenter)


def _stroke(look: LineLook) -> QPen:
    drawn = pen({LineLook.THIS_YEAR: 2.25, LineLook.LAST_YEAR: 1.25, LineLook.TARGET: 1.5}[look])
    styles = {LineLook.LAST_YEAR: Qt.PenStyle.DashLine, LineLook.TARGET: Qt.PenStyle.DotLine}
    drawn.setStyle(styles.get(look, Qt.PenStyle.SolidLine))
    return drawn


def _mark(painter: QPainter, look: LineLook, at: QPointF) -> None:
    size = 3.5 * PER_POINT
    box = QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)
    if look is LineLook.THIS_YEAR:
        painter.setBrush(BLACK)
        painter.drawEllipse(box)
    else:
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _sample(line: Line) -> Fill:
    def paint(painter: QPainter, box: QRectF) -> None:
        y = box.center().y()
        _line(painter, Line(line.name, line.look, ()), [QPointF(box.left(), y), QPointF(box.right(), y)], False)

    return paint


def _legend(painter: QPainter, frame: QRectF, entries: Sequence[tuple[str, Fill]]) -> None:
    """Write what each fill means, in the middle below; a second line where one is too short."""
    metrics = painter.fontMetrics()
    widths = [9 * PER_MM + metrics.horizontalAdvance(words) + 4 * PER_MM for words, _ in entries]
    lines: list[list[int]] = [[]]
    for number, width in enumerate(widths):
        if lines[-1] and sum(widths[each] for each in lines[-1]) + width > frame.width():
            lines.append([])
        lines[-1].append(number)
    y = frame.bottom() - 5 * PER_MM * len(lines) - PER_MM
    for line in lines:
        x = frame.center().x() - sum(widths[each] for each in line) / 2
        for each in line:
            words, fill = entries[each]
            fill(painter, QRectF(x, y + 1.2 * PER_MM, 7 * PER_MM, 2.6 * PER_MM))
            _write(painter, QRectF(x + 9 * PER_MM, y, widths[each], 5 * PER_MM), words, Qt.AlignmentFlag.AlignLeft)
            x += widths[each]
        y += 5 * PER_MM


def _write(painter: QPainter, room: QRectF, words: str, side: Qt.AlignmentFlag) -> None:
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), words)


def _write_on_white(painter: QPainter, bar: QRectF, words: str) -> None:
    size = painter.fontMetrics().boundingRect(words).size()
    patch = QRectF(0, 0, size.width() + 2 * PER_POINT, size.height() * 0.8)
    patch.moveCenter(bar.center())
    painter.fillRect(patch, Qt.GlobalColor.white)
    _write(painter, bar, words, Qt.AlignmentFlag.AlignHCenter)


def _plain(level: int) -> Fill:
    def paint(painter: QPainter, bar: QRectF) -> None:
        painter.fillRect(bar, QColor(level, level, level))
        painter.drawRect(bar)

    return paint


def _hatched(*slopes: tuple[int, int]) -> Fill:
    """Return a fill of lines of some directions, each told by how far it goes right and up."""

    def paint(painter: QPainter, bar: QRectF) -> None:
        painter.save()
        painter.setClipRect(bar, Qt.ClipOperation.IntersectClip)
        painter.setPen(pen(0.5))
        reach = bar.width() + bar.height()
        for right, up in slopes:
            for number in range(int(2 * reach / _HATCH) + 1):
                at = number * _HATCH - reach
                start = bar.bottomLeft() + (QPointF(at, 0) if up else QPointF(0, -number * _HATCH))
                painter.drawLine(QLineF(start, start + QPointF(right * reach, -up * reach)))
        painter.restore()
        painter.drawRect(bar)

    return paint


_dark, _grey, _white = _plain(0x40), _plain(0xA6), _plain(0xFF)
_rising = _hatched((1, 1))
_FILLS = (
    _rising, _grey, _dark, _hatched((0, 1), (1, 0)), _white, _hatched((1, 0)), _hatched((0, 1)), _hatched((-1, 1)),
)  # fmt: skip


def _fill(place: int) -> Fill:
    return _FILLS[place]
