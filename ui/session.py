"""What is open, what is looked at, and the one way in which a page writes."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from models.errors import KnownError
from models.period import Period, Window, Windows
from models.plan import Actual, Explanation, Plan
from models.store.changes import Author, Changes
from models.unit import UnitEvent, UnitTree
from ui.context import Context as Context
from ui.context import PeriodForm as PeriodForm
from ui.context import Target as Target
from ui.context import View as View
from ui.context import next_period
from ui.first_look import first_context, sample_day
from ui.kept_units import KeptUnits
from ui.messages import Action, Message, Mood
from ui.plan_choice import PlanChoice
from ui.recording import explain, record
from ui.settings import Settings, sample_path
from ui.tasks import Runner
from ui.undo import Step
from ui.watching import Watch

if TYPE_CHECKING:
    from models.store.database import Database

logger = logging.getLogger(__name__)

UNDO_STEPS = 100
Refused = Callable[[str], None]


class Session(QObject):
    """The open file, the context of plan, period, unit and day, the runner, the settings and the undo stack.

    changed(Changes, source): a write happened; source is the page that made it, or None.
    context_changed: another plan, period, unit or day. file_changed: another file, or none.
    looks_changed: theme, language or size of text; the window is made anew.
    import_wanted(paths): a page wants files to be taken in; an empty list asks for them first."""

    changed = Signal(object, object)
    context_changed = Signal()
    file_changed = Signal()
    said = Signal(object)
    saved = Signal()
    navigated = Signal(str, object)
    looks_changed = Signal()
    import_wanted = Signal(list)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.runner = Runner(self)
        self.runner.unhandled = self.say_problem
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(UNDO_STEPS)
        self.watch = Watch(self)
        self.path: Path | None = None
        self.saved_at: datetime | None = None
        self.copied_at: datetime | None = None
        self.choice = PlanChoice()
        self._units = KeptUnits()
        self.view = View()
        self.context = Context(None, Period(date.today().year))
        self._db: Database | None = None
        self._on: date | None = None
        self._copied_on: date | None = None

    # -- the file

    @property
    def is_open(self) -> bool:
        """Whether a file is open."""
        return self._db is not None

    @property
    def db(self) -> "Database":
        """The open file; only while is_open."""
        if self._db is None:
            raise RuntimeError("no file is open")
        return self._db

    @property
    def is_sample(self) -> bool:
        """Whether the open file is the sample plan that the program made itself."""
        return self.path is not None and self.path == sample_path()

    def open(self, path: Path) -> None:
        """Open a file in place of the one that is open; raises KnownError, and then the old one stays."""
        from models.store.database import open_database

        self._take(open_database(path), path)

    def close(self) -> None:
        """Close the file, after what runs has stopped."""
        self.runner.close()
        self._release()
        self.file_changed.emit()

    def _take(self, db: "Database", path: Path) -> None:
        from models.store.actuals import last_saved

        self._release()
        self._db, self.path = db, path.absolute()
        saved = last_saved(db)
        self.saved_at = saved.astimezone().replace(tzinfo=None) if saved else None
        self._copied_on, self.copied_at = None, None
        self.settings.opened(self.path)
        self.watch.follow(db, self.path, self.settings.author)
        self.choice.read(self.db)
        self.context = first_context(self.db, self.plans, is_sample=self.is_sample)
        self._on = sample_day(self.windows.of(self.context.period)) if self.is_sample and self.has_plan else None
        self.file_changed.emit()

    def _release(self) -> None:
        self.runner.cancel_all()
        self.undo.clear()
        self.watch.leave()
        if self._db is not None:
            self._db.close()
        self._db, self.path = None, None
        self.choice.forget()
        self._units.forget()

    # -- the context

    @property
    def has_plan(self) -> bool:
        """Whether the file holds any plan."""
        return bool(self.plans)

    @property
    def plans(self) -> list[Plan]:
        """All plans of the file, with all their versions."""
        return self.choice.plans

    @property
    def plan(self) -> Plan:
        """The plan that is looked at, in the version that the page shown takes; only while has_plan."""
        return self.choice.plan(self.context, self.view)

    @property
    def period(self) -> Period:
        """The period, in the form that the visible page takes it."""
        return self.context.shown_period(self.view)

    @property
    def unit(self) -> str | None:
        """The unit's code; None is the whole plan. On a page that needs a reporting unit, always such a one."""
        if not self.view.needs_unit:
            return self.context.unit
        units = self.entering_units()
        wanted = (self.context.reporting_unit, self.context.unit)
        return next((each for each in wanted if each in units), units[0] if units else None)

    @property
    def on(self) -> date:
        """The day that is asked: today, unless another was chosen."""
        return self._on or date.today()

    @property
    def tree(self) -> UnitTree:
        """All units of the file."""
        return self._units.tree(self.db)

    @property
    def windows(self) -> Windows:
        """The reporting windows of the plan."""
        return self.choice.windows(self.plan.code if self.has_plan else None)

    @property
    def window(self) -> Window:
        """The window of the period shown."""
        return self.windows.of(self.period)

    @property
    def author(self) -> Author:
        """Who writes, as history will show it."""
        return Author(self.settings.author)

    @property
    def undoer(self) -> Author:
        """Who takes a write back, as history will show it."""
        return Author(self.settings.author, "undo")

    def unit_events(self) -> list[UnitEvent]:
        """Return all that happened to the units of the file, also what is only implied."""
        return self._units.events(self.db)

    def reporting_units(self) -> list[str]:
        """Return the units that report to the plan on the last day of the period shown, in the order of the tree."""
        return self._units.reporting(self.db, self.plan, self.window.last) if self.has_plan else []

    def entering_units(self) -> list[str]:
        """Return the units that have a form to fill: those that report, then the offices with figures of their own."""
        return self._units.entering(self.db, self.plan, self.window.last) if self.has_plan else []

    def set_plan(self, code: str) -> None:
        """Look at another plan; the period keeps its stretch of the year."""
        year = next(each.year for each in self.plans if each.code == code)
        self._look(Context(code, self.context.period.in_year(year), units_today=self.context.units_today))

    def turn_to(self, code: str, year: int) -> None:
        """Look at a plan as part of the write that makes, renames or deletes one; the write tells of it."""
        self.context = replace(self.context, plan=code, period=self.context.period.in_year(year), quarter=None)

    def set_period(self, period: Period) -> None:
        """Look at another period; of another year, at that year's plan where there is one."""
        self._look(self.context.with_period(period, self.view))

    def set_unit(self, code: str | None) -> None:
        """Look at a unit; None is the whole plan."""
        self._look(self.context.with_unit(code, self.view))

    def set_units_today(self, is_today: bool) -> None:
        """Take figures on the units of the day asked, or as they were reported."""
        self._look(replace(self.context, units_today=is_today))

    def set_day(self, day: date | None) -> None:
        """Ask as of another day; None is today."""
        self._on = day
        self.context_changed.emit()

    def set_view(self, view: View) -> None:
        """Say how the page that is shown next takes the context. Called by the window."""
        if view != self.view:
            self.view = view
            self.context_changed.emit()

    def set_context(self, context: Context) -> None:
        """Go back to a context seen before."""
        self._look(context)

    def step_period(self, step: int) -> None:
        """Look at the next period (1) or the previous one (-1)."""
        if (found := next_period(self.period, step, self.view)) is not None:
            self.set_period(found)

    def step_unit(self, step: int) -> None:
        """Look at the next unit (1) or the previous one (-1), round the list."""
        units: list[str | None] = [*self.entering_units()] if self.view.needs_unit else [None, *self.reporting_units()]
        if units:
            self.set_unit(units[((units.index(self.unit) if self.unit in units else 0) + step) % len(units)])

    def _look(self, context: Context) -> None:
        if context != self.context:
            self.context = context
            self.context_changed.emit()

    # -- writing

    def write(
        self,
        work: Callable[[], Changes],
        *,
        undo: Callable[[], Changes] | None = None,
        text: str = "",
        source: QObject | None = None,
        refused: Refused | None = None,
        is_checked: bool = False,
    ) -> Changes | None:
        """Run a store function and tell everybody what it touched; None when it was refused (a band says why).

        undo is the store call that takes it back, text what the undo list calls it, source the page that writes and
        has shown the new state itself. refused takes the sentence in place of the band, to say it beside a field.
        is_checked: work and undo refuse to overwrite what they have not seen; others are refused while the file holds
        anything that another window wrote and that was not read yet. On undo and redo all pages are told."""
        changes = self._written(work, source, refused, is_checked)
        if changes is not None and undo is not None:
            self.undo.push(Step(self, text, work, undo, is_checked=is_checked))
        return changes

    def record(
        self,
        actuals: Iterable[Actual],
        *,
        text: str = "",
        source: QObject | None = None,
        how: str = "typed",
        seen: Iterable[Actual] | None = None,
    ) -> Changes | None:
        """Keep what units reported, as one step of undo. An Actual with nothing in it clears its cell.

        seen: the cells as the writer has them on the screen; where one was changed elsewhere all of it is refused."""
        return record(self, actuals, seen, text, source, how)

    def explain(
        self,
        new: Explanation,
        *,
        seen: Explanation | None = None,
        text: str = "",
        source: QObject | None = None,
        refused: Refused | None = None,
    ) -> Changes | None:
        """Keep why a target was missed, as one step of undo; refused where it is not as it was seen."""
        return explain(self, new, seen, text, source, refused)

    def _written(
        self, work: Callable[[], Changes], source: QObject | None, refused: Refused | None, is_checked: bool
    ) -> Changes | None:
        self.keep_copy()
        try:
            if not is_checked:
                self.watch.check()
            changes = work()
        except KnownError as problem:
            self.watch.look_soon()
            if refused is None:
                self.say_problem(problem)
            else:
                refused(str(problem))
            return None
        self.saved_at = datetime.now()
        self.saved.emit()
        self.announce(changes, source)
        return changes

    def announce(self, changes: Changes, source: QObject | None = None) -> None:
        """Tell everybody what was touched; for writes that went another way, such as an import in the worker."""
        self._units.notice(changes)
        if changes.plans or changes.units:
            self.choice.read(self.db)
            if self.plans and self.context.plan not in {each.code for each in self.plans}:
                self.context = first_context(self.db, self.plans, is_sample=self.is_sample)
        self.changed.emit(changes, source)

    def keep_copy(self) -> None:
        """Copy the file before the first change of a day."""
        if self._copied_on == date.today() or self.path is None:
            return
        from models.store.backup import keep_daily_copy

        self._copied_on = date.today()
        try:
            if keep_daily_copy(self.path, self.settings.backup_folder, date.today()) is not None:
                self.copied_at = datetime.now()
        except KnownError as problem:  # the change itself can still be kept
            self.say(Mood.WARNING, self.tr("{problem} There is no copy of today.").format(problem=problem))

    def find_last_copy(self) -> None:
        """Look up when the open file was last copied."""
        from models.store.backup import copies

        found = copies(self.settings.backup_folder, self.path) if self.path else []
        self.copied_at = datetime.fromtimestamp(found[0].stat().st_mtime) if found else None

    # -- going and saying

    def navigate(
        self,
        page: str,
        *,
        period: Period | None = None,
        unit: str | None = None,
        indicator: str | None = None,
        part: str = "",
    ) -> None:
        """Lead to a page by its key (overview, entry, analysis and so on), and to an indicator or a part there."""
        self.navigated.emit(page, Target(period, unit, indicator, part))

    def say(self, mood: Mood, text: str, *actions: Action) -> None:
        """Show a band under the context bar: one sentence, at most two buttons."""
        self.said.emit(Message(mood, text, actions))

    def say_problem(self, problem: Exception) -> None:
        """Show an error that a person can do something about; anything else is a bug and goes to the usual place."""
        if isinstance(problem, KnownError):
            self.say(Mood.ERROR, str(problem))
            return
        logger.error("unexpected", exc_info=problem)
        self.say(Mood.ERROR, self.tr("Something went wrong inside the program; your data are as they were before."))
