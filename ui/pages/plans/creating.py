"""Makes a new plan, wherever it is asked for: on the page of plans, in a file without any, on the page Bắt đầu."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.plan import Plan
from models.store.changes import Author, Changes
from models.store.database import writing
from models.store.groups import add_one_stop
from models.store.plan_content import copy_plan, delete_plan
from models.store.plan_sets import add_sets
from models.store.plans import save_plan
from models.store.units import save_units
from ui.pages.plans.new_plan import ONE_STOP, NewPlanDialog, Way, Wish
from ui.plan_sets import plan_set
from ui.session import Session
from ui.texts import unit_text


class Creating(QObject):
    """made: the wish that was fulfilled; its plan is the one looked at now."""

    made = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._parent = session, parent

    def ask(self, way: Way | None = None) -> None:
        """Ask what plan is wanted, a way to begin it being proposed."""
        session = self._session
        tree = session.tree
        offices = [(unit_text(each), each.code) for each in tree.units.values()]
        dialog = NewPlanDialog(self._last(), session.plans, offices, self._parent, way)
        dialog.accepted.connect(self._accepted)
        dialog.open()

    def _last(self) -> Plan:
        """Return the plan whose successor is proposed: the one looked at, else one of last year."""
        session = self._session
        if session.has_plan:
            return session.plan
        year, roots = date.today().year - 1, session.tree.roots(date.today())
        return Plan("", year, f"Kế hoạch cải cách hành chính năm {year}", roots[0] if roots else "")

    def _accepted(self) -> None:
        dialog = self.sender()
        if not isinstance(dialog, NewPlanDialog):
            return
        session, wish = self._session, dialog.wish
        author, undoer, before = session.author, session.undoer, session.context

        def made() -> Changes:
            changes = _made(session, wish, author)
            session.turn_to(wish.plan.code, wish.plan.year)
            return changes

        def taken_back() -> Changes:
            session.context = before
            return delete_plan(session.db, wish.plan.code, undoer)

        changes = session.write(
            made,
            undo=None if wish.office else taken_back,
            text=self.tr("New plan {code}").format(code=wish.plan.code),
            source=self._parent,
        )
        if changes is not None:
            session.context_changed.emit()
            self.made.emit(wish)


def _made(session: Session, wish: Wish, author: Author) -> Changes:
    db, changes = session.db, Changes()
    with writing(db, author):
        if wish.office is not None:
            changes |= save_units(db, [wish.office], author)
        if wish.model is not None:
            return changes | copy_plan(db, wish.model, wish.plan, author)
        changes |= save_plan(db, wish.plan, author)
        changes |= add_sets(db, wish.plan.code, [plan_set(code) for code in wish.sets if code != ONE_STOP], author)
        if ONE_STOP in wish.sets:
            changes |= add_one_stop(db, wish.plan.code, (), author)
        return changes
