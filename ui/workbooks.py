"""What the file menu does with workbooks and checks: take one in, write one out, look for what does not add up."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.list_dialog import ListDialog
from ui.messages import Action, Mood
from ui.session import Session
from ui.texts import period_text

if TYPE_CHECKING:
    from models.checks import Finding
    from models.exchange.book import ImportRefusedError
    from models.exchange.importer import ImportResult
    from ui.tasks import Job

BOOK = ".xlsx"


class Workbooks(QObject):
    """The jobs on workbooks, with their dialogs. All work is done off the screen's thread, on its own connection."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    # -- taking in

    def ask_import(self) -> None:
        """Ask for a workbook, say what it would change, and take it in when that is agreed to."""
        book = self.ask_for_book(self.tr("Import from Excel"))
        path = self._session.path
        if book is None or path is None:
            return
        author = self._session.author

        def work(_job: Job) -> ImportResult:
            return _imported(path, book, author.who, dry_run=True)

        self.start(work, partial(self._ask_whether, book))

    def ask_for_book(self, title: str) -> Path | None:
        """Ask for a workbook that is there."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, _documents(), self.tr("Excel workbooks (*.xlsx)"))
        return Path(name) if name else None

    def _ask_whether(self, book: Path, result: ImportResult) -> None:
        notes = "".join(f"\n{note}" for note in result.notes)
        if not any(count.new or count.changed or count.removed for count in result.counts):
            text = self.tr("{name} changes nothing in this file.").format(name=book.name)
            self._session.say(Mood.INFO, text + notes)
            return
        text = self.tr("This is what {name} would change. Nothing has been taken in yet.").format(name=book.name)
        headings = [self.tr("Sheet"), self.tr("New"), self.tr("Changed"), self.tr("Removed"), self.tr("As before")]
        rows = [[each.sheet, *map(str, (each.new, each.changed, each.removed, each.same))] for each in result.counts]
        dialog = ListDialog(
            self.tr("Import from Excel"), text + notes, headings, rows, self._window, agreed=self.tr("Import")
        )
        dialog.accepted.connect(partial(self._import, book))
        dialog.open()

    def _import(self, book: Path) -> None:
        path, who = self._session.path, self._session.author.who
        if path is None:
            return
        self._session.keep_copy()

        def work(_job: Job) -> ImportResult:
            return _imported(path, book, who, dry_run=False)

        self.start(work, partial(self._taken_in, book))

    def _taken_in(self, book: Path, result: ImportResult) -> None:
        session = self._session
        session.undo.clear()  # its steps know the values from before
        session.saved_at = datetime.now()
        session.saved.emit()
        session.announce(result.changes)
        new = sum(count.new for count in result.counts)
        changed = sum(count.changed + count.removed for count in result.counts)
        text = self.tr("{name} was taken in: {new} rows new, {changed} changed.")
        session.say(Mood.INFO, text.format(name=book.name, new=new, changed=changed))

    def show_refusal(self, refusal: ImportRefusedError) -> None:
        """List every wrong cell of a workbook; nothing of it was taken in."""
        text = self.tr(
            "Nothing was taken in: %n cell(s) cannot be read. Mend them, then import again.",
            None,
            len(refusal.problems),
        )
        text += "".join(f"\n{note}" for note in refusal.notes)
        headings = [self.tr("Sheet"), self.tr("Row"), self.tr("Column"), self.tr("Found"), self.tr("Expected")]
        rows = [[each.sheet, str(each.row), each.column, each.found, each.expected] for each in refusal.problems]
        ListDialog(self.tr("Import from Excel"), text, headings, rows, self._window).open()

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

        def work(_job: Job) -> None:
            from models.exchange.workbook_writer import export_workbook
            from models.store.database import open_database

            with closing(open_database(path, read_only=True)) as db:
                export_workbook(db, out)

        self.start(work, partial(self._exported, out))

    def _exported(self, out: Path, _nothing: None) -> None:
        text = self.tr("Everything was written to {path}").format(path=out)
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
            self.show_refusal(problem)
        else:
            self._session.say_problem(problem)


def _imported(path: Path, book: Path, who: str, *, dry_run: bool) -> ImportResult:
    from models.exchange.importer import import_workbook
    from models.store.changes import Author
    from models.store.database import open_database

    with closing(open_database(path)) as db:
        return import_workbook(db, book, Author(who, "import"), dry_run=dry_run)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
