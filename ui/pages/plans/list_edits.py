"""What is typed into the plain lists of a plan: legal bases, tasks, windows, days off, rules, limits, grades."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from models.errors import KnownError
from models.plan_content import PlanContent
from models.store.changes import Changes
from models.store.check_limits import check_limits, save_check_limits
from models.store.days_off import days_off, replace_days_off
from models.store.indicators import assignments, indicators
from models.store.plans import (
    grades,
    legal_bases,
    save_grades,
    save_legal_bases,
    save_window_settings,
    window_settings,
)
from models.store.rules import rules, save_rules
from models.store.tasks import save_tasks, tasks
from ui.pages.plans.record_tabs import numbered, settings_of
from ui.pages.plans.writes import Write

if TYPE_CHECKING:
    from ui.pages.plans.page import PlansPage

_Kept = tuple[Callable[..., list[Any]], Callable[..., Changes]]


class ListEdits(QObject):
    """Keeps a list that was typed into, as one step of undo; what is wrong with it is said at the list.

    Of an issued plan it is asked how what the document says is changed; how figures are checked and which days are off
    is not of the document."""

    def __init__(self, page: PlansPage) -> None:
        super().__init__(page)
        self._page, self._session = page, page.session
        page.bases.edited.connect(self._bases_edited)
        page.tasks.edited.connect(self._tasks_edited)
        page.periods_tab.windows.edited.connect(self._windows_edited)
        page.periods_tab.days_edited.connect(self._days_off_edited)
        page.rules_tab.rules_edited.connect(self._rules_edited)
        page.rules_tab.limits_edited.connect(self._limits_edited)
        page.plan_tab.grades_edited.connect(self._grades_edited)

    def _list_edited(
        self, kept: _Kept, new: list[Any], text: str, refused: Callable[[str], None], *, part: str = ""
    ) -> None:
        """Put a whole list of the plan in the place of the one it had; kept: the calls that read and save it.

        part: the name it has in a plan's content, where it is something that is issued."""
        db, author, undoer = self._session.db, self._session.author, self._session.undoer
        read, save = kept

        def make(plan: str) -> Write:
            old = read(db, plan)
            return Write(lambda: save(db, plan, new, author), lambda: save(db, plan, old, undoer))

        def after(had: PlanContent) -> PlanContent:
            changed: dict[str, Any] = {part: tuple(new)} if part else {}
            return replace(had, **changed)

        self._page.change_plan(make, text, refused, after=after)

    def _bases_edited(self, new: list[Any]) -> None:
        kept = (legal_bases, save_legal_bases)
        self._list_edited(kept, new, self.tr("Legal bases"), self._page.bases.refuse, part="bases")

    def _tasks_edited(self, new: list[Any]) -> None:
        codes = [each.code for each in new]
        if len(set(codes)) < len(codes):
            self._page.tasks.refuse(self.tr("Another task has this code. The old value was kept."))
            return
        self._list_edited((tasks, save_tasks), new, self.tr("Tasks"), self._page.tasks.refuse, part="tasks")

    def _rules_edited(self, new: list[Any]) -> None:
        self._list_edited((rules, save_rules), new, self.tr("Check rules"), self._page.rules_tab.rules.refuse)

    def _limits_edited(self, new: list[Any]) -> None:
        refuse = self._page.rules_tab.limits.refuse
        self._list_edited((check_limits, save_check_limits), new, self.tr("Limits of checks"), refuse)

    def _windows_edited(self, rows: list[Any]) -> None:
        refuse = self._page.periods_tab.windows.refuse
        try:
            new = settings_of(self._session.plan, rows)
        except KnownError as error:
            refuse(str(error))
            return
        kept = (window_settings, save_window_settings)
        self._list_edited(kept, new, self.tr("Reporting periods"), refuse, part="windows")

    def _days_off_edited(self, new: list[Any]) -> None:
        session, office = self._session, self._session.plan.unit
        db, author, undoer = session.db, session.author, session.undoer
        old = days_off(db, office)
        self._page.write(
            lambda: replace_days_off(db, office, new, author),
            lambda: replace_days_off(db, office, old, undoer),
            self.tr("Days off of the office"),
            self._page.periods_tab.days_off.refuse,
        )

    def _grades_edited(self, rows: list[Any]) -> None:
        new = numbered(rows)
        if problem := self._problem_with_grades([each.name for each in new]):
            self._page.plan_tab.grades.refuse(problem)
            return
        refuse = self._page.plan_tab.grades.refuse
        self._list_edited((grades, save_grades), new, self.tr("Grades"), refuse, part="grades")

    def _problem_with_grades(self, names: list[str]) -> str:
        if len(set(names)) < len(names):
            return self.tr("Another grade has this name. The old value was kept.")
        db, plan = self._session.db, self._session.plan.code
        targets = [each.target for each in indicators(db, plan) if each.target]
        targets += [each.target for each in assignments(db, plan) if each.target]
        used = {name for target in targets for name in (target.grade, target.grade_to) if name}
        if lost := sorted(used - set(names)):
            return self.tr("Grade {name} is the target of an indicator; change that first.").format(name=lost[0])
        return ""
