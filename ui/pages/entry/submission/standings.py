"""Where the submissions of all units stand: read in the worker for the list beside the grid, kept while it holds."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject

from models.period import Period
from models.plan import Plan
from models.store.board import board
from models.store.database import open_database
from models.submission import Standing
from ui.pages.entry.form import Form
from ui.pages.entry.submission.summary import filled_of
from ui.pages.entry.submission.unit_list import UnitList
from ui.session import Session
from ui.tasks import Job


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which file, plan, quarter and day the standings are."""

    path: Path
    plan: Plan
    quarter: Period
    on: date


class Standings(QObject):
    """Keeps the list of units to what the file says, while it can be seen."""

    def __init__(self, session: Session, units: UnitList) -> None:
        super().__init__(units)
        self._session, self._units = session, units
        self._asked: Asked | None = None
        self._job: Job | None = None
        self._saved_at: datetime | None = None
        self._found: Sequence[Standing] = ()

    def refresh(self, *, is_stale: bool) -> None:
        """Read them anew where they are of another quarter, or something was written that they do not know."""
        session = self._session
        if self._units.isHidden() or session.path is None or not session.has_plan:
            return
        asked = Asked(session.path, session.plan, session.period, session.on)
        if asked == self._asked and not is_stale and session.saved_at == self._saved_at:
            self._units.show_current(session.unit)
            return
        self._asked, self._saved_at = asked, session.saved_at
        if self._job is not None:
            self._job.cancel()
        self._job = session.runner.start(lambda job: _read(asked), done=self._read_done, failed=self._failed)

    def _read_done(self, found: Sequence[Standing]) -> None:
        self._job, self._found = None, found
        self._show()

    def _failed(self, problem: Exception) -> None:
        self._job = self._asked = None  # the next look tries again
        self._session.say_problem(problem)

    def _show(self) -> None:
        self._units.show_standings(self._found, self._session.tree, self._session.unit)

    def show_filled(self, form: Form) -> None:
        """Count what was just typed into a form, without reading all units again; once shown, a hidden list does."""
        if self._units.isHidden():
            return
        self._saved_at = self._session.saved_at
        filled, expected = filled_of(form)
        self._found = [
            replace(each, filled=filled, expected=expected) if each.unit == form.unit.code else each
            for each in self._found
        ]
        self._show()


def _read(asked: Asked) -> Sequence[Standing]:
    with closing(open_database(asked.path, read_only=True)) as db:
        return board(db, asked.plan, asked.quarter, asked.on)
