"""What is done to a plan as a whole: issued, replaced, put away, deleted, compared."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import KnownError
from models.number import format_date
from models.plan_versions import free_code, later_versions, version_number
from models.readiness import lacking
from models.store.backup import keep_copy_before
from models.store.changes import Changes
from models.store.check_targets import plan_target_findings
from models.store.groups import watched_members
from models.store.plan_content import (
    KeptPlan,
    archive_plan,
    check_deletable,
    delete_plan,
    has_actuals,
    issue_plan,
    plan_content,
    replace_plan,
)
from models.store.plan_sets import add_sets, remove_sets
from models.store.plans import plan as its_plan
from models.store.plans import save_plan
from reports.plan_changes import compared
from ui.messages import Action, Mood
from ui.pages.plans.versions.correcting import Change
from ui.pages.plans.versions.issue_dialog import IssueDialog
from ui.pages.plans.writes import Write
from ui.plan_sets import plan_set
from ui.version_texts import lack_text

if TYPE_CHECKING:
    from ui.pages.plans.page import PlansPage


MOST_CONTRADICTIONS = 5  # that are told before a plan is issued


class PlanActions(QObject):
    """Does what the head of the page and the tab of versions ask for."""

    def __init__(self, page: PlansPage) -> None:
        super().__init__(page)
        self._page, self._session = page, page.session
        head, tab = page.head, page.versions_tab
        head.issue_wanted.connect(self._issue_wanted)
        head.replace_wanted.connect(self.begin_version)
        head.set_wanted.connect(self._set_wanted)
        head.archive_wanted.connect(self._archive_wanted)
        head.delete_wanted.connect(self._delete_wanted)
        tab.opened.connect(self._session.set_plan)
        tab.compared.connect(self._compare)
        page.correcting.wants_version.connect(self.begin_version_for)

    # -- issuing

    def _issue_wanted(self) -> None:
        if not self._page.may_leave():
            return
        session, plan = self._session, self._session.plan
        found = lacking(plan_content(session.db, plan.code), watched_members(session.db, plan.code))
        number = version_number(plan, session.plans)
        sentence = self.tr(
            "From the day it is issued, the plan is changed by a correction with a reason, or in a new version."
        )
        if number > 1:
            sentence = self.tr("It replaces {code} from the day it is issued; periods that ended before keep theirs.")
            sentence = sentence.format(code=plan.replaces)
        title = self.tr("Issue version {number}").format(number=number)
        contradictions = [each.message for each in plan_target_findings(session.db, plan)]
        told = [*map(lack_text, found), *contradictions[:MOST_CONTRADICTIONS]]
        dialog = IssueDialog(title, sentence, told, session.on, plan.number, self._page)
        dialog.wished.connect(self._issue_wished)
        dialog.open()

    def _issue_wished(self, number: str, day: date) -> None:
        dialog = self.sender()
        if not isinstance(dialog, IssueDialog):
            return
        db, plan, author, undoer = self._session.db, self._session.plan, self._session.author, self._session.undoer
        done = self._page.write(
            partial(issue_plan, db, plan.code, number, day, author),
            lambda: save_plan(db, plan, undoer, plan.code),
            self.tr("Issue of {code}").format(code=plan.code),
            dialog.refuse,
        )
        if done:
            dialog.accept()
            issued = self._session.plan.issued_on
            text = self.tr("{code} was issued, on {day}.")
            self._session.say(Mood.INFO, text.format(code=plan.code, day=format_date(issued) if issued else "–"))

    # -- replacing

    def can_be_replaced(self) -> bool:
        """Return whether a change of the version shown can be made in a draft that is to replace it."""
        later = later_versions(self._session.plan, self._session.plans)
        return not later or later[0].issued_on is None

    def begin_version(self) -> None:
        """Begin a new version of the plan shown, and show it; where it is begun already, show that."""
        self.begin_version_for(None)

    def begin_version_for(self, change: Change | None) -> None:
        """The same, and make a change in it."""
        session, plan = self._session, self._session.plan
        if later := later_versions(plan, session.plans):
            session.set_plan(later[0].code)
            if change is not None:
                change(later[0].code, "")
            return
        code = free_code(plan.code, (each.code for each in session.plans))
        db, author, undoer = session.db, session.author, session.undoer
        done = self._page.write(
            lambda: self._shown(code, replace_plan(db, plan.code, code, author)),
            lambda: self._shown(plan.code, delete_plan(db, code, undoer)),
            self.tr("New version of {code}").format(code=plan.code),
        )
        if not done:
            return
        session.context_changed.emit()
        text = self.tr("{code} is being drafted; {old} stays in force until it is issued.")
        session.say(Mood.INFO, text.format(code=code, old=plan.code))
        if change is not None:
            change(code, "")

    def _shown(self, code: str, changes: Changes) -> Changes:
        self._session.turn_to(code, its_plan(self._session.db, code).year)
        return changes

    # -- ready sets

    def _set_wanted(self, code: str) -> None:
        db, author, undoer = self._session.db, self._session.author, self._session.undoer
        added = [plan_set(code)]

        def make(plan: str) -> Write:
            return Write(lambda: add_sets(db, plan, added, author), lambda: remove_sets(db, plan, added, undoer))

        text = self.tr("Set of indicators: {name}").format(name=added[0].name)
        first = added[0].indicators[0].code
        self._page.change_plan(make, text, None, lambda: self._page.reveal(first))

    # -- putting away, deleting

    def _archive_wanted(self) -> None:
        db, plan, author, undoer = self._session.db, self._session.plan, self._session.author, self._session.undoer
        is_archived = not plan.is_archived
        done = self._page.write(
            lambda: archive_plan(db, plan.code, author, is_archived=is_archived),
            lambda: archive_plan(db, plan.code, undoer, is_archived=plan.is_archived),
            self.tr("Putting away {code}").format(code=plan.code),
        )
        if done and is_archived:
            text = self.tr("{code} was put away: it is kept whole and found on this page, from the bar above.")
            self._session.say(Mood.INFO, text.format(code=plan.code), self._undo_action())

    def _delete_wanted(self) -> None:
        """Delete a draft. It is undone like any step; where anything was reported, a copy of the file is kept too."""
        session, plan = self._session, self._session.plan
        try:
            check_deletable(session.db, plan.code)
            copy = self._copied() if has_actuals(session.db, plan.code) else None
        except KnownError as problem:
            session.say_problem(problem)
            return
        kept, db, author, undoer = KeptPlan(session.db, plan.code), session.db, session.author, session.undoer
        after = next((each.code for each in session.plans if each.code == plan.replaces), None)
        others = [each.code for each in session.plans if each.code != plan.code]
        beside = after or next(iter(others), None)

        def deleted() -> Changes:
            changes = delete_plan(db, plan.code, author)
            return self._shown(beside, changes) if beside else changes

        if session.write(
            deleted,
            undo=lambda: self._shown(plan.code, kept.put_back(db, undoer)),
            text=self.tr("Deletion of {code}").format(code=plan.code),
        ):
            text = self.tr("{code} was deleted; what units reported is still there.").format(code=plan.code)
            if copy is not None:
                text += " " + self.tr("The file as it was before lies in {copy}").format(copy=copy)
            session.say(Mood.INFO, text, self._undo_action())

    def _copied(self) -> object:
        session = self._session
        return session.path and keep_copy_before(session.path, session.settings.backup_folder, datetime.now())

    def _undo_action(self) -> Action:
        return Action(self.tr("Undo"), self._session.undo.undo)

    # -- comparing

    def _compare(self, old: str, new: str) -> None:
        self._page.versions_tab.show_changes(compared(self._session.db, old, new))
