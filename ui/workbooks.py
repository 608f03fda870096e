"""What the file menu does with workbooks and checks: take one in, write one out, look for what does not add up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.importing import Importing
from ui.messages import Action, Mood
from ui.session import Session
from ui.texts import period_text
from ui.widgets.list_dialog import ListDialog

if TYPE_CHECKING:
    from models.checks import Finding
    from ui.tasks import Job

BOOK = ".xlsx"


class Workbooks(QObject):
    """The jobs on workbooks, with their dialogs. All work is done off the screen's thread, on its own connection.

    importing: the way of files into the open file."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.importing = Importing(session, window)

    # -- taking in

    def ask_import(self, paths: Sequence[Path] = ()) -> None:
        """Take in files, asking for them where none is given; what they would change is said first."""
        if paths:
            self.importing.take(list(paths))
        else:
            self.importing.ask()

    def ask_for_book(self, title: str) -> Path | None:
        """Ask for a workbook that is there."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, _documents(), self.tr("Excel workbooks (*.xlsx)"))
        return Path(name) if name else None

    # -- writing out

    def ask_export(self) -> None:
        """Ask where, and write everything into a workbook there."""
        path = self._session.path
        if path is None:
            return
        place = str(Path(_documents()) / path.with_suffix(BOOK).name)
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export to Excel"), place, self.tr("Excel workbooks (*.xlsx)")
        )
        if name:
            out = Path(name)
            self.export(path, out if out.suffix.lower() == BOOK else out.with_name(out.name + BOOK))

    def export(self, path: Path, out: Path) -> None:
        """Write a data file into a workbook."""

        def work(_job: Job) -> Path | None:
            from models.exchange.workbook_writer import export_workbook
            from models.store.database import open_database

            with closing(open_database(path, read_only=True)) as db:
                return export_workbook(db, out)

        self.start(work, partial(self._exported, out))

    def _exported(self, out: Path, files: Path | None) -> None:
        text = self.tr("Everything was written to {path}").format(path=out)
        if files is not None:
            beside = self.tr("Evidence files lie in the folder {folder}; keep it with the workbook.")
            text += "\n" + beside.format(folder=files.name)
        self._session.say(Mood.INFO, text, Action(self.tr("Open"), partial(self._open_outside, out)))

    def _open_outside(self, out: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(out))):
            text = self.tr("No program on this machine opens {file}; it lies in {folder}.")
            self._session.say(Mood.WARNING, text.format(file=out.name, folder=out.parent))

    # -- checking

    def check(self) -> None:
        """Look at the file itself and at everything reported, and list what does not add up."""
        path = self._session.path
        if path is None:
            return

        def work(_job: Job) -> list[Finding]:
            from models.store.checking import findings
            from models.store.database import open_database

            with closing(open_database(path, read_only=True)) as db:
                return list(findings(db))

        self.start(work, self._checked)

    def _checked(self, found: list[Finding]) -> None:
        if not found:
            self._session.say(Mood.INFO, self.tr("The file is whole, and everything reported adds up."))
            return
        from models.checks import Severity

        error, warning, accepted = self.tr("Error"), self.tr("Warning"), self.tr("accepted")
        rows = []
        for each in found:
            weight = error if each.severity is Severity.ERROR else warning
            period = period_text(each.period) if each.period else ""
            rows.append([f"{weight} ({accepted})" if each.is_accepted else weight, period, each.message])
        text = self.tr("%n finding(s). Enter or a double click leads to where it was entered.", None, len(found))
        headings = [self.tr("Weight"), self.tr("Period"), self.tr("What was found")]
        dialog = ListDialog(self.tr("Check the file"), text, headings, rows, self._window)
        dialog.led.connect(partial(self._lead, dialog, found))
        dialog.open()

    def _lead(self, dialog: QDialog, found: list[Finding], row: int) -> None:
        finding = found[row]
        if finding.period is not None:
            dialog.close()
            self._session.navigate("entry", period=finding.period, unit=finding.unit)

    # -- work

    def start(self, work: Callable[[Job], object], done: Callable[..., None]) -> None:
        """Do work on a workbook in the worker; a refusal is listed cell by cell."""
        self._session.runner.start(work, done=done, failed=self._failed)

    def _failed(self, problem: Exception) -> None:
        from models.exchange.book import ImportRefusedError

        if isinstance(problem, ImportRefusedError):
            self.importing.show_refusal(problem)
        else:
            self._session.say_problem(problem)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
