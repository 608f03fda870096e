"""Forms as workbooks, from the window: this unit's, or those of all units of the quarter into a folder."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from models.period import Period
from ui.messages import Action, Mood
from ui.session import Session
from ui.theme import theme
from ui.widgets.progress_band import ProgressBand, show_band

if TYPE_CHECKING:
    from models.exchange.unit_form.writing import FormsWritten
    from models.plan import Plan
    from ui.tasks import Job


class FormFiles(QObject):
    """Writes forms to be sent to units, off the screen's thread. ready keeps what is being typed; False: not now."""

    def __init__(self, session: Session, window: QWidget, ready: Callable[[], bool] = lambda: True) -> None:
        super().__init__(window)
        self._session, self._window, self._is_ready = session, window, ready
        self._stop: Event | None = None

    def menu(self) -> QMenu:
        """Return what the button offers."""
        menu, look = QMenu(self._window), theme()
        menu.addAction(look.icon("file"), self.tr("This form, what is entered filled in…"), partial(self.export_this))
        blank = partial(self.export_this, blank=True)
        menu.addAction(look.icon("file"), self.tr("This form, blank…"), blank)
        menu.addSeparator()
        menu.addAction(look.icon("folder"), self.tr("All forms of the quarter…"), partial(self.export_all))
        return menu

    # this unit's

    def export_this(self, *, blank: bool = False) -> None:
        """Ask where, and write the form that is looked at there."""
        from models.exchange.unit_form.writing import file_name

        session = self._session
        if session.path is None or session.unit is None or not self._is_ready():
            return
        place = str(Path(_documents()) / file_name(session.tree[session.unit], session.period))
        kinds = self.tr("Excel workbooks (*.xlsx)")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Write the form"), place, kinds)
        if name:
            out = Path(name)
            self.write_this(out if out.suffix.lower() == ".xlsx" else out.with_name(out.name + ".xlsx"), blank=blank)

    def write_this(self, out: Path, *, blank: bool = False) -> None:
        """Write the form that is looked at."""
        session = self._session
        path, unit = session.path, session.unit
        if path is None or unit is None:
            return
        plan, period = session.plan, session.period

        def work(_job: Job) -> None:
            from models.exchange.unit_form.writing import write_form
            from models.store.database import open_database

            with closing(open_database(path, read_only=True)) as db:
                write_form(db, plan, unit, period, out, blank=blank)

        session.runner.start(work, done=partial(self._written, out))

    def _written(self, out: Path, _nothing: None) -> None:
        text = self.tr("The form was written to {path}").format(path=out)
        self._session.say(Mood.INFO, text, Action(self.tr("Open"), partial(self._open, out)))

    # all of the quarter

    def export_all(self) -> None:
        """Ask for a folder, and write the forms of all units of the quarter into a new one inside it."""
        if self._session.path is None or not self._is_ready():
            return
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Folder for all forms"), _documents())
        if name:
            self.write_all(_new_folder(Path(name), self._session.period))

    def write_all(self, folder: Path) -> None:
        """Write the forms of all units of the quarter; a second call while they are written does nothing."""
        session = self._session
        path = session.path
        if path is None or self._stop is not None:
            return
        plan, period, stop = session.plan, session.period, Event()
        self._stop = stop
        band = show_band(self._window, self.tr("Writing the forms of the quarter…"), stop.set)
        session.runner.start(
            lambda job: _written_forms(path, plan, period, folder, job, stop),
            done=partial(self._all_written, band),
            failed=partial(self._failed, band),
            progress=band.show_progress,
        )

    def _all_written(self, band: ProgressBand, made: FormsWritten) -> None:
        self._stop = None
        band.end()
        words = {"written": made.written, "total": made.total, "folder": made.folder}
        if made.is_whole:
            text = self.tr("{written} forms were written into {folder}").format(**words)
            self._session.say(Mood.INFO, text, Action(self.tr("Open the folder"), partial(self._open, made.folder)))
            return
        text = self.tr("Stopped: {written} of {total} forms were written whole into {folder}").format(**words)
        self._session.say(Mood.WARNING, text, Action(self.tr("Open the folder"), partial(self._open, made.folder)))

    def _failed(self, band: ProgressBand, problem: Exception) -> None:
        self._stop = None
        band.end()
        self._session.say_problem(problem)

    def _open(self, place: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            text = self.tr("No program on this machine opens {file}; it lies in {folder}.")
            self._session.say(Mood.WARNING, text.format(file=place.name, folder=place.parent))


def _written_forms(path: Path, plan: Plan, period: Period, folder: Path, job: Job, stop: Event) -> FormsWritten:
    from models.exchange.unit_form.writing import write_forms
    from models.store.database import open_database

    with closing(open_database(path, read_only=True)) as db:
        return write_forms(db, plan, period, folder, job.progress, stop.is_set)


def _new_folder(inside: Path, period: Period) -> Path:
    """Return a folder that is not there yet: forms that came back filled in are never written over."""
    name = f"Phieu quy {'I' * period.number if period.number < 4 else 'IV'} {period.year}"
    folder, number = inside / name, 1
    while folder.exists():
        number += 1
        folder = inside / f"{name} ({number})"
    return folder


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
