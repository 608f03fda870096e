"""What the file menu does: new, open, recent, sample, save a copy, daily copies and restoring one."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from models.errors import KnownError, reason
from models.number import format_date
from models.store.changes import Author
from ui.messages import Action, Mood
from ui.session import Session
from ui.settings import merged_sample_path, sample_path

if TYPE_CHECKING:
    from ui.tasks import Job
    from ui.workbooks import Workbooks

SUFFIX = ".cchc"
SHARED_PLACES = ("onedrive", "dropbox", "google drive", "googledrive", "icloud")


class Files(QObject):
    """The jobs on files, with their dialogs. Every refusal is a band; nothing is lost by any of them."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def open_path(self, path: Path) -> bool:
        """Open a file; where it cannot be opened say why, and offer its last copy."""
        try:
            self._session.open(path)
        except KnownError as problem:
            self._offer_copy(path, problem)
            return False
        self._tell_of_others()
        if _is_shared(path):
            text = self.tr("This file lies in a shared or cloud folder; keep it on this machine to be safe.")
            self._session.say(Mood.WARNING, text, Action(self.tr("Save a copy here"), self.save_copy))
        return True

    def _tell_of_others(self) -> None:
        """Say where else the file is open; both may go on, since neither writes over what it has not seen."""
        others = self._session.watch.others
        if not others:
            return
        first = others[0]
        text = self.tr(
            "This file is open in another window too (machine {host}, {who}, since {since}). Both may be worked in: "
            "what the other one changes is shown here, and nothing is overwritten without a word."
        )
        since = f"{first.since:%H:%M}"
        if first.since.date() != datetime.now().date():
            since += f" {format_date(first.since.date())}"
        self._session.say(
            Mood.WARNING,
            text.format(host=first.host, who=first.who, since=since),
            Action(self.tr("Open another file"), self.open),
            Action(self.tr("Save a copy…"), self.save_copy),
        )

    def open_sample(self) -> bool:
        """Open the sample plan, made anew where it is not there."""
        return self._open_sample(sample_path(), merged=False)

    def open_merged_sample(self) -> bool:
        """Open the sample with what became of its units in 2025."""
        return self._open_sample(merged_sample_path(), merged=True)

    def _open_sample(self, path: Path, *, merged: bool) -> bool:
        if not path.exists():
            from models.exchange.making import create_sample

            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                create_sample(path, merged=merged)
            except (KnownError, OSError) as problem:
                self._session.say(Mood.ERROR, _words(problem, path))
                return False
        return self.open_path(path)

    def greet(self) -> None:
        """Say that this is the sample, and offer what comes after it."""
        own, other = self.tr("Make your office's plan"), self.tr("Open a file")
        text = self.tr("You are looking at the sample plan (illustrative figures).")
        self._session.say(Mood.INFO, text, Action(own, self.new), Action(other, self.open))

    @cached_property
    def workbooks(self) -> Workbooks:
        """The jobs on workbooks; loaded when they are first asked for."""
        from ui.workbooks import Workbooks

        return Workbooks(self._session, self._window)

    def new(self) -> bool:
        """Ask where, and make an empty file there."""
        path = self._ask_to_save(self.tr("New data file"), f"CCHC {datetime.now().year}{SUFFIX}")
        if path is None or self._is_open_here(path):
            return False
        try:
            _make(path, _make_empty)
        except KnownError as problem:
            self._session.say_problem(problem)
            return False
        if not self.open_path(path):
            return False
        self._session.navigate("plans")
        return True

    def new_plan_file(self, way: str) -> None:
        """Make an empty file, and ask in it for the first plan; way: what that begins with."""
        if self.new():
            from ui.frame.stand_ins import ask_for_plan

            ask_for_plan(self._window, way)

    def next_year(self) -> None:
        """Ask for last year's file, open it, and ask there for the plan that follows: its series go on."""
        if self.open():
            self._session.navigate("plans", part="copy")

    def new_from_workbook(self) -> None:
        """Ask for a workbook and a place, make a file there and take the workbook in; all or nothing."""
        book = self.workbooks.ask_for_book(self.tr("Workbook with the plan"))
        if book is None:
            return
        path = self._ask_to_save(self.tr("New data file"), book.with_suffix(SUFFIX).name)
        if path is not None and not self._is_open_here(path):
            self.workbooks.start(partial(_make_from_book, path, book, self._session.author), self._open_made)

    def _open_made(self, path: Path) -> None:
        self.open_path(path)

    def _is_open_here(self, path: Path) -> bool:
        """Whether a name is that of the file that is open, which then must not be replaced; says so."""
        is_open = self._session.path is not None and path.absolute() == self._session.path
        if is_open:
            text = self.tr("{name} is the file that is open; choose another name.")
            self._session.say(Mood.ERROR, text.format(name=path.name))
        return is_open

    def open(self) -> bool:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a data file"), _documents(), self.tr("Data files (*.cchc)")
        )
        return bool(name) and self.open_path(Path(name))

    def save_copy(self) -> bool:
        """Ask where, and write a whole copy there while the file stays open."""
        if self._session.path is None:
            return False
        path = self._ask_to_save(self.tr("Save a copy"), f"{self._session.path.stem} {datetime.now():%Y-%m-%d}{SUFFIX}")
        if path is None or self._is_open_here(path):
            return False
        from models.store.database import copy_database

        try:
            copy_database(self._session.db, path)
        except (KnownError, OSError) as problem:
            self._session.say(Mood.ERROR, _words(problem, path))
            return False
        self._session.say(Mood.INFO, self.tr("A copy was saved: {path}").format(path=path))
        return True

    def copies(self, path: Path | None = None) -> list[Path]:
        """Return the daily copies of a file, newest first; of the open one by default."""
        from models.store.backup import copies

        path = path or self._session.path
        return [] if path is None else copies(self._session.settings.backup_folder, path)

    def ask_restore(self) -> None:
        """Show the copies of the open file, or of those opened before, to look into and to restore one."""
        from ui.restoring import RestoreDialog

        opened = [Path(name) for name in self._session.settings["recent"]]
        files = [self._session.path, *opened] if self._session.path else opened
        dialog = RestoreDialog(self._session, files, self._window)
        dialog.wished.connect(self._restore_wished)
        dialog.open()

    def _restore_wished(self, copy: Path, path: Path) -> None:
        self.restore(copy, path, is_confirmed=True)

    def restore(self, copy: Path, path: Path | None = None, *, is_confirmed: bool = False) -> bool:
        """Put a copy in the place of a file, after asking; the replaced file is kept beside it."""
        path = path or self._session.path
        if path is None or not (is_confirmed or self._confirms(copy, path)):
            return False
        from models.store.backup import restore

        was_open = path == self._session.path
        try:
            if was_open:
                self._session.close()
            restore(copy, path)
        except (KnownError, OSError) as problem:
            if was_open:
                self.open_path(path)
            self._session.say(Mood.ERROR, _words(problem, path))
            return False
        if self.open_path(path):
            text = self.tr("The copy of {when} is open; the file before lies beside it.")
            self._session.say(Mood.INFO, text.format(when=when_copied(copy)))
        return True

    def _confirms(self, copy: Path, path: Path) -> bool:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Restore a copy"))
        text = self.tr("Put the copy of {when} in the place of {name}?")
        box.setText(text.format(when=when_copied(copy), name=path.name))
        box.setInformativeText(self.tr("What was changed since then is kept in a file beside it."))
        yes = box.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        box.deleteLater()
        return box.clickedButton() is yes

    def _offer_copy(self, path: Path, problem: KnownError) -> None:
        found = self.copies(path) if path.exists() else []
        if not found:
            self._session.say(Mood.ERROR, str(problem))
            return
        text = self.tr("{problem} The copy of {when} is there.").format(problem=problem, when=when_copied(found[0]))
        action = Action(self.tr("Restore the copy"), partial(self.restore, found[0], path))
        self._session.say(Mood.ERROR, text, action)

    def _ask_to_save(self, title: str, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(Path(_documents()) / name), self.tr("Data files (*.cchc)")
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(SUFFIX)


def _make(path: Path, make: Callable[[Path], object]) -> None:
    """Make a data file beside its place, then put it there: where that fails, the one that it replaces stays.

    Raises KnownError, also for what the system refuses."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.unlink(missing_ok=True)
        make(new)
        os.replace(new, path)
        Path(f"{path}-journal").unlink(missing_ok=True)  # the replaced file's: not to be played into this one
    except OSError as problem:
        raise KnownError(_words(problem, path)) from problem
    except KnownError as problem:
        problem.args = (str(problem).replace(new.name, path.name),)
        raise
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _words(problem: Exception, path: Path) -> str:
    """Return what to say of a refusal."""
    return f"Không ghi được “{path}”: {reason(problem)}." if isinstance(problem, OSError) else str(problem)


def _make_empty(path: Path) -> None:
    from models.store.database import create_database

    create_database(path).close()


def _make_from_book(path: Path, book: Path, author: Author, _job: Job) -> Path:
    from models.exchange.making import create_from_workbook

    _make(path, partial(create_from_workbook, book=book, author=author))
    return path


def when_copied(copy: Path) -> str:
    """Return when a daily copy was made, as its file says: 08:00 19/6/2023."""
    made = datetime.fromtimestamp(copy.stat().st_mtime)
    return f"{made:%H:%M} {format_date(made.date())}"


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _is_shared(path: Path) -> bool:
    text = str(path).lower()
    return text.startswith(("\\\\", "//")) or any(place in text for place in SHARED_PLACES)
