"""Taking files in: ours by their sheets, after saying what they would change; anybody else's by a dialog."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from models.errors import KnownError
from models.store.changes import Author, Changes
from ui.messages import Mood
from ui.session import Session
from ui.undo import Step
from ui.widgets.list_dialog import ListDialog

if TYPE_CHECKING:
    from models.exchange.book import ImportRefusedError
    from models.exchange.importer import ImportResult
    from models.exchange.replaced import Replaced
    from models.store.database import Database
    from ui.tasks import Job


@dataclass
class Looked:
    """What was found in some files: of ours what each would change or did, the others, and those refused."""

    results: list[tuple[Path, ImportResult]] = field(default_factory=list)
    foreign: list[Path] = field(default_factory=list)
    refused: list[tuple[Path, KnownError]] = field(default_factory=list)
    copy: Path | None = None

    @property
    def is_undoable(self) -> bool:
        """Whether cells and explanations only are changed."""
        return all(result.is_undoable for _, result in self.results)


class Importing(QObject):
    """The way of files into the open file. Work is done off the screen's thread, on its own connection."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._waiting: list[Path] = []

    def ask(self) -> None:
        """Ask for files, one or more, and take them in."""
        kinds = self.tr("Workbooks and tables (*.xlsx *.xlsm *.xls *.csv *.txt)")
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import from files"), _documents(), kinds)
        self.take([Path(name) for name in names])

    def take(self, paths: list[Path]) -> None:
        """Look what files are, say what they would change, and take them in when that is agreed to."""
        path, who = self._session.path, self._session.author.who
        if path is None or not paths:
            return
        self._session.runner.start(partial(_look, path, paths, who), done=self._looked)

    # -- ours

    def _looked(self, looked: Looked) -> None:
        self._waiting = looked.foreign
        if looked.results:
            self._ask_whether(looked)
        elif looked.refused:
            self._refuse(looked.refused)
        else:
            self._next_foreign()

    def _refuse(self, refused: list[tuple[Path, KnownError]]) -> None:
        from models.exchange.book import ImportRefusedError

        book, problem = refused[0]
        if len(refused) > 1:
            rows = [[each.name, _in_short(why)] for each, why in refused]
            text = self.tr("None of these files can be taken in; nothing was changed.")
            headings = [self.tr("File"), self.tr("Why")]
            ListDialog(self.tr("Import from Excel"), text, headings, rows, self._window).open()
        elif isinstance(problem, ImportRefusedError):
            self.show_refusal(problem, book)
        else:
            self._session.say_problem(problem)
        self._next_foreign()

    def _ask_whether(self, looked: Looked) -> None:
        notes = "".join(f"\n{note}" for _, result in looked.results for note in result.notes)
        left_out = self.tr("{name} is left out: {reason}")
        for book, problem in looked.refused:
            notes += "\n" + left_out.format(name=book.name, reason=_in_short(problem))
        names = ", ".join(book.name for book, _ in looked.results)
        if not any(result.changes_anything for _, result in looked.results):
            self._session.say(Mood.INFO, self.tr("{name} changes nothing in this file.").format(name=names) + notes)
            self._next_foreign()
            return
        text = self.tr("This is what {name} would change. Nothing has been taken in yet.").format(name=names)
        headings = [self.tr("Sheet"), self.tr("New"), self.tr("Changed"), self.tr("Removed"), self.tr("As before")]
        rows = [
            [book.name, each.sheet, *map(str, (each.new, each.changed, each.removed, each.same))]
            for book, result in looked.results
            for each in result.counts
        ]
        if len(looked.results) == 1:
            rows = [row[1:] for row in rows]
        else:
            headings.insert(0, self.tr("File"))
        dialog = ListDialog(
            self.tr("Import from Excel"), text + notes, headings, rows, self._window, agreed=self.tr("Import")
        )
        dialog.accepted.connect(partial(self._import, looked))
        dialog.rejected.connect(self._next_foreign)
        dialog.open()

    def _import(self, looked: Looked) -> None:
        session = self._session
        path, who = session.path, session.author.who
        if path is None:
            return
        session.keep_copy()
        session.watch.expect_own()
        work = partial(_take_in, path, looked, who, session.settings.backup_folder)
        session.runner.start(work, done=self._taken_in, failed=self._failed)

    def _failed(self, problem: Exception) -> None:
        self._session.watch.look_soon()
        self._session.say_problem(problem)
        self._next_foreign()

    def _taken_in(self, looked: Looked) -> None:
        session = self._session
        if looked.refused:
            session.watch.look_soon()
            self._refuse(looked.refused)
            return
        names = ", ".join(book.name for book, _ in looked.results)
        counts = [count for _, result in looked.results for count in result.counts]
        new, changed = sum(each.new for each in counts), sum(each.changed + each.removed for each in counts)
        text = self.tr("{name} was taken in: {new} rows new, {changed} changed.")
        text = text.format(name=names, new=new, changed=changed)
        if looked.copy is not None:
            session.undo.clear()  # its steps know plans and units from before
            session.copied_at = datetime.now()
            more = self.tr("It is not undone by Ctrl+Z; the file as it was before lies in {copy}")
            text += " " + more.format(copy=looked.copy)
        else:
            remember_import(session, _all_replaced(looked), self.tr("Import of {name}").format(name=names))
        show_import(session)
        session.say(Mood.INFO, text)
        self._next_foreign()

    def show_refusal(self, refusal: ImportRefusedError, book: Path | None = None) -> None:
        """List every wrong cell of a workbook; nothing of it was taken in."""
        text = self.tr(
            "Nothing was taken in: %n cell(s) cannot be read. Mend them, then import again.",
            None,
            len(refusal.problems),
        )
        text = (f"{book.name}: " if book else "") + text + "".join(f"\n{note}" for note in refusal.notes)
        headings = [self.tr("Sheet"), self.tr("Row"), self.tr("Column"), self.tr("Found"), self.tr("Expected")]
        rows = [[each.sheet, str(each.row), each.column, each.found, each.expected] for each in refusal.problems]
        ListDialog(self.tr("Import from Excel"), text, headings, rows, self._window).open()

    # -- anybody else's

    def _next_foreign(self) -> None:
        if not self._waiting or not self._session.is_open:
            return
        if not self._session.has_plan:
            self._waiting = []
            self._session.say(
                Mood.WARNING, self.tr("There is no plan yet whose indicators a table could be matched to.")
            )
            return
        from ui.foreign_import.dialog import ForeignDialog

        dialog = ForeignDialog(self._session, self._waiting.pop(0), self._window)
        dialog.finished.connect(self._foreign_finished)
        dialog.start()

    def _foreign_finished(self, _result: int) -> None:
        self._next_foreign()


def remember_import(session: Session, replaced: Replaced, text: str) -> None:
    """Make an import that the worker has done one step of undo."""
    if not len(replaced):
        return
    db, who = session.db, session.author.who
    again, back = Author(who, "import"), session.undoer
    do, undo = partial(replaced.put_again, db, again), partial(replaced.take_back, db, back)
    session.undo.push(Step(session, text, do, undo, is_checked=True))


def show_import(session: Session) -> None:
    """Have all pages read anew what the worker has written."""
    session.saved_at = datetime.now()
    session.saved.emit()
    session.watch.catch_up()
    session.announce(Changes.all())


class _RollBackError(Exception):
    """What was tried is taken back."""


def _look(path: Path, paths: list[Path], who: str, job: Job) -> Looked:
    """Sort files, and try those of ours: all of them in one transaction that is then taken back."""
    from models.exchange.recognising import is_ours
    from models.store.database import open_database

    looked = Looked()
    for number, each in enumerate(paths):
        job.progress(number, len(paths))
        try:
            if is_ours(each):
                looked.results.append((each, _nothing()))
            else:
                looked.foreign.append(each)
        except KnownError as problem:
            looked.refused.append((each, problem))
    with closing(open_database(path)) as db:
        return _all(db, looked, Author(who, "import"), is_trial=True)


def _take_in(path: Path, looked: Looked, who: str, folder: Path, _job: Job) -> Looked:
    from models.store.backup import keep_copy_before
    from models.store.database import open_database

    with closing(open_database(path)) as db:
        copy = None if looked.is_undoable else keep_copy_before(path, folder, datetime.now())
        done = _all(db, looked, Author(who, "import"), is_trial=False)
    return replace(done, copy=copy)


def _all(db: Database, looked: Looked, author: Author, *, is_trial: bool) -> Looked:
    """Take in the files of ours in one transaction; a trial tells which are refused, and is taken back.

    What was agreed to must be what is done, all of it or nothing: a cell that another window changed since is not
    written over."""
    from models.exchange.importer import import_workbook
    from models.store.database import writing
    from models.store.seen import ChangedElsewhereError

    done = Looked(foreign=looked.foreign, refused=looked.refused if is_trial else [])
    try:
        with writing(db, author):
            for book, agreed in looked.results:
                try:
                    result = import_workbook(db, book, author)
                except KnownError as problem:
                    done.refused.append((book, problem))
                    if is_trial:
                        continue
                    raise _RollBackError from problem
                if not is_trial and result.replaced != agreed.replaced:
                    raise ChangedElsewhereError(
                        f"Số liệu mà “{book.name}” sẽ thay vừa được sửa ở một cửa sổ khác nên chưa nhập gì; "
                        "hãy nhập lại để xem thay đổi mới."
                    )
                done.results.append((book, result))
            if is_trial:
                raise _RollBackError
    except _RollBackError:
        pass
    return done


def _in_short(problem: KnownError) -> str:
    """Return why a file is refused in one line; of wrong cells the first, and how many there are."""
    from models.exchange.book import ImportRefusedError

    if isinstance(problem, ImportRefusedError):
        more = len(problem.problems) - 1
        return f"{problem.problems[0]}" + (f" (và {more} ô sai khác)" if more else "")
    return str(problem)


def _nothing() -> ImportResult:
    from models.exchange.importer import ImportResult

    return ImportResult(())


def _all_replaced(looked: Looked) -> Replaced:
    from models.exchange.replaced import Replaced

    found = Replaced()
    for _, result in looked.results:
        found.add(result.replaced)
    return found


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
