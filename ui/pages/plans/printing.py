"""The table of the tab that is shown, on paper (Ctrl+P) and as a workbook (Ctrl+E)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QObject

from models.errors import KnownError
from reports.plan_changes import change_table, compared
from reports.plan_tables import annex_document, change_document
from reports.targets_tables import BY_UNIT, TARGETS, TASKS
from ui.pages.plans.output import table_of
from ui.version_texts import document_text, version_text

if TYPE_CHECKING:
    from ui.pages.plans.page import PlansPage


class TablePrinting(QObject):
    """Takes the table that is looked at out of the program. Paper has the plan's annexes, a workbook what is shown."""

    def __init__(self, page: PlansPage) -> None:
        super().__init__(page)
        self._page, self._session = page, page.session
        page.head.print_wanted.connect(self.print)
        page.head.export_wanted.connect(self.export)
        page.versions_tab.exported.connect(self.export)
        page.versions_tab.printed.connect(self.print)
        page.addActions([page.head.print, page.head.export])

    def print(self) -> None:
        """Show the pages of the table; of a tab that has no annex, all annexes of the plan."""
        page, session = self._page, self._session
        if not page.may_leave():
            return
        tab = page.tabs.currentWidget()
        try:
            if tab is page.versions_tab:
                document = change_document(compared(session.db, *page.versions_tab.chosen), session.on)
            else:
                names = {page.indicators_tab: TARGETS, page.assignments_tab: BY_UNIT, page.tasks: TASKS}
                wanted = next((name for each, name in names.items() if each is tab), None)
                document = annex_document(session.db, session.plan, session.on, wanted)
        except KnownError as problem:
            session.say_problem(problem)
            return
        page.output.print(document)

    def export(self) -> None:
        """Write the table that is shown into a workbook."""
        page, session = self._page, self._session
        if not page.may_leave():
            return
        tab, plan = page.tabs.currentWidget(), session.plan
        if tab is page.versions_tab:
            page.output.export(change_table(compared(session.db, *page.versions_tab.chosen)))
            return
        place = page.tabs.currentIndex()
        title = f"{plan.code} – {page.tab_title(place)}"
        note = ", ".join(filter(None, (plan.name, version_text(plan, session.plans), document_text(plan))))
        units = self.tr("Unit") if tab is page.assignments_tab else ""
        page.output.export(table_of(title, note, self._model(), units))

    def _model(self) -> QAbstractItemModel:
        page = self._page
        models: dict[object, QAbstractItemModel] = {
            page.assignments_tab: page.assignments_tab.model,
            page.bases: page.bases.model,
            page.tasks: page.tasks.model,
            page.periods_tab: page.periods_tab.windows.model,
            page.rules_tab: page.rules_tab.rules.model,
        }
        return models.get(page.tabs.currentWidget(), page.indicators_tab.model)
