"""The plot of a trend. The only module that loads pyqtgraph: imported when there is something to draw."""

from collections.abc import Sequence
from fractions import Fraction
from math import isfinite

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QResizeEvent

from models.number import format_number
from ui.pages.analysis.trend.lines import BEGIN, QUARTERS, Line, Stroke, reach, under_last_year
from ui.texts import quarter_text
from ui.theme import PaperTheme, Theme
from ui.widgets.stale import STALE

AXIS_UNITS = (52, 26)
PAPER_DOTS = 300
_ABOVE, _BELOW = (0.5, 1.25), (0.5, -0.25)  # anchors of what is said at a point
LAST_ANCHOR = 0.95  # at the year's end: to its left, the lines' own words stand to its right
_DASHES = {
    Stroke.THIS_YEAR: None,
    Stroke.TARGET: None,
    Stroke.LAST_YEAR: [4, 3],
    Stroke.FORECAST: [1, 3],
    Stroke.NEEDED: [9, 4],
}
_POINTS = (Stroke.THIS_YEAR, Stroke.LAST_YEAR)
_COLOURS = {
    Stroke.THIS_YEAR: "accent",
    Stroke.TARGET: "text",
    Stroke.LAST_YEAR: "text2",
    Stroke.FORECAST: "accent",
    Stroke.NEEDED: "met_text",
}


class _Numbers(pg.AxisItem):
    """The numbers on the left, as officials write them."""

    unit = ""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        decimals = 0 if spacing >= 1 else 2
        return [format_number(Fraction(round(value * 10_000), 10_000), decimals) + self.unit for value in values]


class TrendPlot(pg.PlotWidget):
    """Draws lines; nothing on it moves under the mouse."""

    def __init__(self, look: Theme) -> None:
        self._numbers = _Numbers("left")
        super().__init__(background=look.colour("surface"), axisItems={"left": self._numbers})
        self._look = look
        self._lines: Sequence[Line] = ()
        self._labels: list[tuple[pg.TextItem, QPointF]] = []
        self._low, self._high = 0.0, 100.0
        self._under: frozenset[float] = frozenset()
        self.setFrameShape(self.Shape.NoFrame)
        self.setMenuEnabled(False)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress()

    def _dress(self) -> None:
        look, item = self._look, self.getPlotItem()
        for name in ("left", "bottom"):
            axis = item.getAxis(name)
            axis.setStyle(tickFont=look.font(11), tickLength=0, tickTextOffset=look.px(6))
            axis.setTextPen(look.colour("text2"))
            axis.setPen(look.colour("border"))
        item.getAxis("left").setWidth(look.px(AXIS_UNITS[0]))
        item.getAxis("bottom").setHeight(look.px(AXIS_UNITS[1]))
        item.getAxis("bottom").setTicks([[(place, quarter_text(place)) for place in range(1, QUARTERS + 1)]])
        item.getAxis("left").setGrid(40)
        item.getViewBox().setDefaultPadding(0)
        item.getViewBox().disableAutoRange()
        item.layout.setContentsMargins(look.px(4), look.px(6), look.px(4), look.px(2))

    def show_lines(
        self,
        lines: Sequence[Line],
        *,
        is_ratio: bool,
        is_less_better: bool,
        marks: Sequence[tuple[float, str]] = (),
    ) -> None:
        """Draw other lines; marks: what happened between quarters, each with its words."""
        self._lines, self._labels = lines, []
        item = self.getPlotItem()
        item.clear()
        item.invertY(is_less_better)
        self._numbers.unit = "%" if is_ratio else ""
        self._low, self._high = reach(lines, is_ratio=is_ratio)
        self._under = under_last_year(lines, is_less_better=is_less_better)
        for place, words in marks:
            self._mark(place, words)
        for line in lines:
            self._draw(line)
        self.fit()

    def fade(self, is_faded: bool) -> None:
        """Grey the lines, or no more: an effect on the widget would draw them twice."""
        self.getPlotItem().setOpacity(STALE if is_faded else 1)

    def _draw(self, line: Line) -> None:
        look = self._look
        colour = look.colour(_COLOURS[line.stroke])
        thick = 2 if line.stroke in (Stroke.THIS_YEAR, Stroke.TARGET) else 1.5
        pen = pg.mkPen(colour, width=max(1, look.px(thick)))
        if dashes := _DASHES[line.stroke]:
            pen.setDashPattern(dashes)
        values = [float("nan") if value is None else value for value in line.values]
        self._add(pg.PlotCurveItem(list(line.places), values, pen=pen, connect="finite", antialias=True))
        if line.stroke in _POINTS:
            self._add_points(line.stroke, line.places, values)
        elif line.stroke is Stroke.FORECAST:
            self._add_points(line.stroke, line.places[-1:], values[-1:])
        for place, text in enumerate(line.texts):
            if text:
                at = line.places[place]
                middle, height = _BELOW if at in self._under else _ABOVE
                beside = (LAST_ANCHOR if at == QUARTERS else middle, height)
                self._text(text, colour, QPointF(at, values[place]), beside, is_bold=True)
        if line.label and line.end is not None:
            self._label(line)

    def _mark(self, place: float, words: str) -> None:
        """A dashed line down the plot, where units merged or split."""
        pen = pg.mkPen(self._look.colour("text2"), width=1)
        pen.setDashPattern([2, 3])
        label = {"position": 0.04, "color": self._look.colour("text2"), "movable": False, "anchors": [(0, 1), (0, 1)]}
        line = pg.InfiniteLine(place, angle=90, pen=pen, label=words, labelOpts=label)
        line.label.setFont(self._look.font(11))
        self._add(line)

    def _add(self, part: object) -> None:
        """Add a part as it is: what is in sight is set by fit, and a plot's own book-keeping takes most of its time."""
        self.getPlotItem().addItem(part, ignoreBounds=True)

    def _add_points(self, stroke: Stroke, places: Sequence[float], values: Sequence[float]) -> None:
        """Dots for this year, squares for last year, an open dot for what is foreseen."""
        look = self._look
        colour = look.colour(_COLOURS[stroke])
        known = [(place, value) for place, value in zip(places, values, strict=True) if isfinite(value)]
        self._add(
            pg.ScatterPlotItem(
                pos=known,
                symbol="s" if stroke is Stroke.LAST_YEAR else "o",
                size=look.px(8),
                pen=pg.mkPen(colour, width=max(1, look.px(1.5))),
                brush=colour if stroke is Stroke.THIS_YEAR else look.colour("surface"),
                antialias=True,
            )
        )

    def _label(self, line: Line) -> None:
        end = line.end
        assert end is not None
        colour = self._look.colour(_COLOURS[line.stroke])
        if line.stroke is Stroke.NEEDED:
            self._text(line.label, colour, QPointF(*end), (1, 1.15))
            return
        is_bold = line.stroke in (Stroke.TARGET, Stroke.FORECAST)
        item = self._text(line.label, colour, QPointF(*end), (0, 0.5), is_bold=is_bold)
        self._labels.append((item, QPointF(QUARTERS, end[1])))

    def _text(
        self, text: str, colour: object, place: QPointF, anchor: tuple[float, float], *, is_bold: bool = False
    ) -> pg.TextItem:
        item = pg.TextItem(text, color=colour, anchor=anchor)
        item.setFont(self._look.font(11, bold=is_bold))
        item.textItem.document().setDocumentMargin(self._look.px(2))
        item.updateTextPos()
        item.setPos(place)
        self._add(item)
        return item

    # -- room for the labels

    def fit(self) -> None:
        """Leave room at the right for the labels, and part those that would lie on one another."""
        look, box = self._look, self.getPlotItem().getViewBox()
        metrics = QFontMetrics(look.font(11, bold=True))
        texts = [line.label for line in self._lines if line.stroke is not Stroke.NEEDED]
        room = max(map(metrics.horizontalAdvance, texts), default=0) + look.px(20)
        width = max(1.0, box.width() - room)
        left, span = BEGIN - 0.05, QUARTERS + 0.08 - BEGIN
        box.setXRange(left, left + span * box.width() / width, padding=0)
        self._fit_height(box, metrics.height())

    def _fit_height(self, box: pg.ViewBox, line: float) -> None:
        """Leave room for a line of text beyond the outermost values, on the sides where texts stand."""
        above, below = 1.8 * line, (1.8 if self._under else 0.8) * line
        by_pixel = (self._high - self._low) / max(1.0, box.height() - above - below)
        if box.yInverted():
            above, below = below, above
        box.setYRange(self._low - below * by_pixel, self._high + above * by_pixel, padding=0)
        self._part(by_pixel, line)

    def _part(self, by_pixel: float, least: float) -> None:
        order = sorted(self._labels, key=lambda each: each[1].y())
        before = float("-inf")
        for item, place in order:
            y = max(place.y(), before + least * by_pixel)
            item.setPos(QPointF(place.x() + 0.06, y))
            before = y

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_numbers") and hasattr(self, "_look"):  # pyqtgraph resizes while it is being made
            self.fit()


def trend_image(
    units: QSizeF, lines: Sequence[Line], *, kinds: tuple[bool, bool], marks: Sequence[tuple[float, str]] = ()
) -> QImage:
    """Return a trend for paper, of so many design units; kinds: whether it is a ratio, and whether less is better.

    An image: pyqtgraph records its axes for the screen's dots, and they come out wrong on any other device."""
    look = PaperTheme(PAPER_DOTS)
    plot = TrendPlot(look)
    plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot.resize(look.px(units.width()), look.px(units.height()))
    plot.show()
    plot.show_lines(lines, is_ratio=kinds[0], is_less_better=kinds[1], marks=marks)
    plot.getPlotItem().layout.activate()
    plot.fit()
    image = QImage(plot.size(), QImage.Format.Format_RGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot.render(painter)
    painter.end()
    plot.hide()
    plot.deleteLater()
    return image
