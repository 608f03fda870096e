"""What the file menu does: new, open, recent, sample, save a copy, daily copies and restoring one."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from models.errors import KnownError
from models.number import format_date
from ui.messages import Action, Mood
from ui.session import Session
from ui.settings import sample_path

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
        if _is_shared(path):
            text = self.tr("This file lies in a shared or cloud folder; keep it on this machine to be safe.")
            self._session.say(Mood.WARNING, text, Action(self.tr("Save a copy here"), self.save_copy))
        return True

    def open_sample(self) -> bool:
        """Open the sample plan, made anew where it is not there."""
        path = sample_path()
        if not path.exists():
            from models.exchange.making import create_sample

            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                create_sample(path)
            except (KnownError, OSError) as problem:
                self._session.say(Mood.ERROR, str(problem))
                return False
        return self.open_path(path)

    def greet(self) -> None:
        """Say that this is the sample, and offer what comes after it."""
        own, other = self.tr("Make your office's plan"), self.tr("Open a file")
        text = self.tr("You are looking at the sample plan (illustrative figures).")
        self._session.say(Mood.INFO, text, Action(own, self.new), Action(other, self.open))

    def new(self) -> bool:
        """Ask where, and make an empty file there."""
        path = self._ask_to_save(self.tr("New data file"), f"CCHC {datetime.now().year}{SUFFIX}")
        if path is None:
            return False
        try:
            path.unlink(missing_ok=True)  # the dialog has asked whether it may be replaced
            self._session.create(path)
        except (KnownError, OSError) as problem:
            self._session.say(Mood.ERROR, str(problem))
            return False
        self._session.navigate("plans")
        return True

    def new_from_workbook(self) -> None:
        """Ask for a workbook and a place, make a file there and take the workbook in; all or nothing."""
        book, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Workbook with the plan"), _documents(), self.tr("Excel workbooks (*.xlsx)")
        )
        if not book:
            return
        path = self._ask_to_save(self.tr("New data file"), Path(book).with_suffix(SUFFIX).name)
        if path is None:
            return
        from models.exchange.making import create_from_workbook

        try:
            path.unlink(missing_ok=True)
            create_from_workbook(path, Path(book), self._session.author)
        except (KnownError, OSError) as problem:
            self._session.say(Mood.ERROR, str(problem))
            return
        self.open_path(path)

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
        if path is None:
            return False
        from models.store.database import copy_database

        try:
            copy_database(self._session.db, path)
        except (KnownError, OSError) as problem:
            self._session.say(Mood.ERROR, str(problem))
            return False
        self._session.say(Mood.INFO, self.tr("A copy was saved: {path}").format(path=path))
        return True

    def copies(self, path: Path | None = None) -> list[Path]:
        """Return the daily copies of a file, newest first; of the open one by default."""
        from models.store.backup import copies

        path = path or self._session.path
        return [] if path is None else copies(self._session.settings.backup_folder, path)

    def restore(self, copy: Path, path: Path | None = None) -> bool:
        """Put a daily copy in the place of a file, after asking; the replaced file is kept beside it."""
        path = path or self._session.path
        if path is None or not self._confirms(copy, path):
            return False
        from models.store.backup import restore

        try:
            if path == self._session.path:
                self._session.close()
            restore(copy, path)
        except (KnownError, OSError) as problem:
            self._session.say(Mood.ERROR, str(problem))
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


def when_copied(copy: Path) -> str:
    """Return when a daily copy was made, as its file says: 08:00 19/6/2023."""
    made = datetime.fromtimestamp(copy.stat().st_mtime)
    return f"{made:%H:%M} {format_date(made.date())}"


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _is_shared(path: Path) -> bool:
    text = str(path).lower()
    return text.startswith(("\\\\", "//")) or any(place in text for place in SHARED_PLACES)
