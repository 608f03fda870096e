"""What can be done with reports that were made: opened as they left the program, saved again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import KnownError
from models.store.reports import MadeReport, document, made_reports
from ui.pages.reports import making
from ui.settings import home

if TYPE_CHECKING:
    from ui.pages.reports.page import ReportsPage


class MadeActions(QObject):
    """Acts on the list of reports made before."""

    def __init__(self, page: ReportsPage) -> None:
        super().__init__(page)
        self._page, self._session = page, page.session
        self._reports: list[MadeReport] = []
        page.made.open_wanted.connect(self._open_wanted)
        page.made.again_wanted.connect(self._again_wanted)

    def show_made(self) -> None:
        """Show the reports of the file."""
        self._reports = made_reports(self._session.db)
        self._page.made.show_reports(self._reports, self._session.tree.units)
        words = self.tr("Made before {count}").format(count=len(self._reports))
        self._page.tabs.setTabText(self._page.tabs.indexOf(self._page.made), words)

    def issued(self, order: making.Order) -> MadeReport | None:
        """Return the latest issued report of what is ordered; None where there is none."""
        wanted = (order.plan.code, order.kind, order.period, order.unit)
        return next(
            (
                each
                for each in self._reports
                if each.is_issued and (each.plan, each.kind, each.period, each.unit) == wanted
            ),
            None,
        )

    def _open_wanted(self, made: MadeReport) -> None:
        """Open a draft where it lies; an issued report, or one that is gone, as it was kept in the file."""
        if made.path.is_file() and not made.is_issued:
            self._page.exporting.open_file(made.path)
            return
        copy = home() / "reports" / f"{made.id}-{made.path.name}"
        copy.parent.mkdir(parents=True, exist_ok=True)
        if self._put(made, copy):
            self._page.exporting.open_file(copy)

    def _again_wanted(self, made: MadeReport) -> None:
        path = self._page.exporting.choose_path(made.path.name, self.tr("Word documents"))
        if path is not None and self._put(made, path):
            self._page.exporting.say_ready(path, self.tr("Saved as {file}").format(file=path.name))

    def _put(self, made: MadeReport, path: Path) -> bool:
        try:
            making.put(document(self._session.db, made.id), path)
        except KnownError as problem:
            self._session.say_problem(problem)
            return False
        return True
