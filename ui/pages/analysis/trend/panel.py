"""Xu hướng lũy kế: this year beside last year, the target, what is foreseen and what is needed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel

from models.exchange.figure_book import FigureCell, FigureTable
from models.measure import Kind
from models.number import format_date
from models.plan import Indicator
from models.progress import Figure
from ui.pages.analysis.asking import Course
from ui.pages.analysis.panel import Panel
from ui.pages.analysis.trend.lines import Line, basis_text, has_enough, lines_of, no_forecast_text
from ui.pages.analysis.words import figure_cells, figure_headings
from ui.texts import event_word, period_text, quantity_text
from ui.theme import Theme, theme

if TYPE_CHECKING:
    from ui.pages.analysis.trend.plot import TrendPlot


class TrendPanel(Panel):
    """The plot is made when there is a course to draw: what it is drawn with is loaded then."""

    def __init__(self) -> None:
        super().__init__("trend", self.tr("Trend"))
        self.plot: TrendPlot | None = None
        self.course: Course | None = None
        self.lines: Sequence[Line] = ()
        self.empty = QLabel(self.tr("not enough data yet"))
        self.empty.setProperty("role", "secondary")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addWidget(self.empty, 1)

    def show_course(self, course: Course | None, of_whom: str) -> None:
        """Show another indicator's course."""
        self.set_awaited(False)
        self.course = course
        self.lines = lines_of(course) if course else ()
        code = course.indicator.code if course else ""
        self.set_title(self.tr("Cumulative trend, {code}").format(code=code))
        self.hint.setText(" · ".join(filter(None, (of_whom, self._basis()))))
        self.empty.setVisible(course is None)
        plot = self._made_plot()
        plot.setVisible(course is not None)
        plot.show_lines(self.lines, is_ratio=self._kinds[0], is_less_better=self._kinds[1], marks=self.marks)
        plot.setAccessibleName(self.title.text())
        plot.setAccessibleDescription(self._spoken())

    def fade(self, is_faded: bool) -> None:
        if self.plot is not None:
            self.plot.fade(is_faded)

    def _basis(self) -> str:
        if self.course is None or not has_enough(self.course):
            return self.tr("not enough data yet")
        forecast = self.course.outlook.forecast if self.course.outlook else None
        return basis_text(self.course.indicator, forecast) if forecast else no_forecast_text(self.course)

    def _spoken(self) -> str:
        """All that the lines say, in words."""
        texts = [text for line in self.lines for text in (*line.texts, line.label) if text]
        return "; ".join([*texts, *(words for _, words in self.marks), self.hint.text()])

    @property
    def marks(self) -> list[tuple[float, str]]:
        """What happened to units between the quarters: one line a day, with what it was."""
        events = self.course.events if self.course else ()
        days = {event.day: place for place, event in events}
        kinds = {day: {event.kind: None for _, event in events if event.day == day} for day in days}
        return [
            (place, f"{format_date(day)}: {', '.join(event_word(kind) for kind in kinds[day])}")
            for day, place in days.items()
        ]

    @property
    def _kinds(self) -> tuple[bool, bool]:
        kind = self.course.indicator.kind if self.course else Kind.RATIO
        return kind is Kind.RATIO, kind.lower_is_better

    def _made_plot(self) -> TrendPlot:
        if self.plot is None:
            from ui.pages.analysis.trend.plot import TrendPlot

            self.plot = TrendPlot(theme())
            self.column.addWidget(self.plot, 1)
        return self.plot

    # -- out of the program

    def table(self) -> FigureTable | None:
        course = self.course
        if course is None:
            return None
        before = [each for each in course.last_year if each is not None]
        figures = [each for each in course.this_year if each is not None]
        lines = [[FigureCell(period_text(each.period)), *_unjudged(each)] for each in before]
        lines += [[FigureCell(period_text(each.period)), *figure_cells(each)] for each in figures]
        if course.outlook is not None and course.outlook.forecast is not None:
            lines.append(self._forecast_line(course.indicator, course.outlook.forecast.value))
        return FigureTable(self.title.text(), [self.hint.text()], [self.tr("Period"), *figure_headings()], lines)

    def _forecast_line(self, indicator: Indicator, value: Fraction) -> list[FigureCell]:
        is_ratio = indicator.kind is Kind.RATIO
        text = quantity_text(indicator, value, 2 if is_ratio else 0)
        before = [
            FigureCell(self.tr("Forecast")),
            FigureCell(indicator.code),
            FigureCell(indicator.label),
        ]
        blank = [FigureCell()] * (len(figure_headings()) - 5)
        return [*before, FigureCell(), FigureCell(), FigureCell(text, value, is_percent=is_ratio), *blank]

    def draw(self, painter: QPainter, rect: QRectF, look: Theme) -> str:
        painter.drawImage(rect, self.image(rect, look))
        return ""

    def image(self, rect: QRectF, look: Theme) -> QImage:
        from ui.pages.analysis.trend.plot import trend_image

        units = QSizeF(round(rect.width() / look.scale), round(rect.height() / look.scale))
        return trend_image(units, self.lines, kinds=self._kinds, marks=self.marks)


def _unjudged(figure: Figure) -> list[FigureCell]:
    """Last year's figures are not held against this year's target."""
    cells, judged = figure_cells(figure), range(5, 8)
    return [FigureCell() if place in judged else cell for place, cell in enumerate(cells)]
