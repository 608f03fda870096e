"""Leads from a figure of the preview to its source, and from there to the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models import progress
from models.period import Period, read_period
from models.store.last_change import LastChange, last_change
from ui.pages.reports import making
from ui.pages.reports.source_answer import answer, found, shares_of
from ui.tasks import Job

if TYPE_CHECKING:
    from ui.pages.reports.page import ReportsPage
    from ui.pages.reports.preview import Figure


class Sourcing(QObject):
    """Answers where the chosen figure comes from: from the report's own context, else from the file."""

    def __init__(self, page: ReportsPage) -> None:
        super().__init__(page)
        self._page = page
        self._panel = page.right.source
        self._figure: Figure | None = None
        page.preview.figure_chosen.connect(self._figure_chosen)
        self._panel.cell_wanted.connect(self._cell_wanted)
        self._panel.figure_wanted.connect(self._figure_wanted)

    def forget(self) -> None:
        """Choose no figure: the report is another."""
        self._figure = None
        self._page.stop("source")
        self._page.preview.view.go_to(-1)
        self._panel.show_answer(None)

    def show_anew(self) -> None:
        """Show the source of the marked figure as the report says it now."""
        if self._figure is not None:
            self._figure = self._page.preview.figure()
            self._show()

    def _figure_chosen(self, figure: Figure) -> None:
        if not self._page.right.commit():
            return
        self._figure = figure
        self._show()
        self._page.show_source()
        self._page.columns.show_right(True)
        self._panel.take_focus()

    def _show(self) -> None:
        figure, draft = self._figure, self._page.draft
        if figure is None or draft is None:
            self._panel.show_answer(None)
            return
        source, context = figure.source, draft.context
        known = found(context, source)
        shares = shares_of(known, context) if known is not None else []
        last = self._last_change(known) if known is not None else None
        self._panel.show_answer(answer(source, figure.text, context, known, shares, last))
        if known is None and source.indicator:
            self._look_up(figure, draft)

    def _last_change(self, figure: progress.Figure) -> LastChange | None:
        return last_change(self._page.session.db, figure.plan, [figure.indicator.code], figure.unit, figure.period)

    def _look_up(self, figure: Figure, draft: making.Draft) -> None:
        """Ask the file: the report tells of another period, or of counts of tables that no target is set for."""

        def work(job: Job) -> making.Found:
            return making.find(draft.order, figure.source, job)

        def done(told: making.Found) -> None:
            if figure is self._figure:
                said = answer(figure.source, figure.text, draft.context, told.figure, told.shares)
                self._panel.show_answer(said)

        self._page.start("source", work, done, self._page.session.say_problem)

    def _cell_wanted(self, unit: str, indicator: str) -> None:
        period = self._period().last_quarter
        self._page.session.navigate("entry", period=period, unit=unit or None, indicator=indicator or None)

    def _figure_wanted(self) -> None:
        source = self._figure.source if self._figure is not None else None
        if source is not None:
            period, unit = self._period(), source.unit
            self._page.session.navigate("overview", period=period, unit=unit, indicator=source.indicator or None)

    def _period(self) -> Period:
        code = self._figure.source.period if self._figure is not None else ""
        return read_period(code) if code else self._page.order.period
