"""What the person does with evidence: attach, open, save elsewhere, take off; every write can be undone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from models.evidence import Evidence, EvidenceKind, content_hash, file_name, read_file
from models.period import Period
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.evidence import attach, detach_all, evidence
from ui.failure import told
from ui.pages.entry.side.evidence_dialogs import DocumentDialog, LinkDialog
from ui.pages.entry.side.evidence_list import evidence_text
from ui.pages.entry.side.opening import Opener
from ui.session import Session

Made = tuple[list[Evidence], list[bytes]]  # proofs, and the contents of those that are files


@dataclass(frozen=True, slots=True)
class Place:
    """The value that is proved."""

    indicator: str
    unit: str
    period: Period

    def proof(self, kind: EvidenceKind, text: str, day: date | None = None, hash: str | None = None) -> Evidence:
        """Return a proof of it, not kept yet."""
        return Evidence(None, self.indicator, self.unit, self.period, kind, text, day, hash)


class EvidenceActions(QObject):
    """Writes through the session for one page. place() says which value is meant; changed() is called after a write."""

    def __init__(
        self, session: Session, page: QWidget, place: Callable[[], Place | None], changed: Callable[[], None]
    ) -> None:
        super().__init__(page)
        self._session, self._page, self._place, self._changed = session, page, place, changed
        self.opener = Opener(session, self.save, self)
        self.ask_files: Callable[[], list[Path]] = self._files_asked
        self.ask_target: Callable[[str], Path | None] = self._target_asked

    def choose_files(self) -> None:
        """Ask for files and attach them."""
        self.attach_files(self.ask_files())

    def attach_files(self, paths: Sequence[Path]) -> None:
        """Attach files, all of them or, where one is refused, none."""
        place = self._place()
        if place is not None and paths:
            self._attach(place, partial(_files, place, paths), ", ".join(path.name for path in paths))

    def ask_link(self) -> None:
        """Ask for a link and attach it."""
        dialog = LinkDialog(self._page)
        dialog.given.connect(self.attach_link)
        dialog.open()

    def attach_link(self, link: str) -> None:
        """Attach a link."""
        if (place := self._place()) is not None:
            self._attach(place, partial(_one, place.proof(EvidenceKind.LINK, link)), link)

    def ask_document(self) -> None:
        """Ask for a document's number and date and attach it."""
        dialog = DocumentDialog(self._page)
        dialog.given.connect(self.attach_document)
        dialog.open()

    def attach_document(self, number: str, day: date) -> None:
        """Attach a document by its number and date."""
        if (place := self._place()) is not None:
            self._attach(place, partial(_one, place.proof(EvidenceKind.DOCUMENT, number, day)), number)

    def open(self, each: Evidence) -> None:
        """Show a proof in the system's program for it."""
        self.opener.open(each)

    def save(self, each: Evidence) -> None:
        """Ask where, and write a file's content there."""
        path = self.ask_target(file_name(each.text))
        if path is not None:
            with told(self._session):
                self.opener.save(each, path)

    def remove(self, each: Evidence) -> None:
        """Take a proof off its value."""
        db, author = self._session.db, self._session.author
        assert each.id is not None
        self._write(
            partial(detach_all, db, [each.id], author),
            partial(attach, db, [each], replace(author, how="undo")),
            self.tr("Evidence taken off: {name}").format(name=evidence_text(each)),
        )

    def _attach(self, place: Place, make: Callable[[], Made], name: str) -> None:
        step = _Attaching(self._session.db, place, make, self._session.author)
        self._write(step.work, step.undo, self.tr("Evidence attached: {name}").format(name=name))

    def _write(self, work: Callable[[], Changes], undo: Callable[[], Changes], text: str) -> None:
        if self._session.write(work, undo=undo, text=text, source=self._page) is not None:
            self._changed()

    def _files_asked(self) -> list[Path]:
        names, _ = QFileDialog.getOpenFileNames(self._page, self.tr("Attach files as evidence"), _documents())
        return [Path(name) for name in names]

    def _target_asked(self, name: str) -> Path | None:
        target = str(Path(_documents()) / name)
        chosen, _ = QFileDialog.getSaveFileName(self._page, self.tr("Save the evidence as"), target)
        return Path(chosen) if chosen else None


@dataclass
class _Attaching:
    """One step: attached first from what the person gave, later, on redo, as the same proofs again."""

    db: Database
    place: Place
    make: Callable[[], Made]
    author: Author
    kept: list[Evidence] = field(default_factory=list)

    def work(self) -> Changes:
        if self.kept:
            return attach(self.db, self.kept, self.author)
        before = {each.id for each in self._there()}
        new, contents = self.make()
        changes = attach(self.db, new, self.author, contents)
        self.kept = [each for each in self._there() if each.id not in before]
        return changes

    def undo(self) -> Changes:
        ids = [each.id for each in self.kept if each.id is not None]
        return detach_all(self.db, ids, replace(self.author, how="undo"))

    def _there(self) -> list[Evidence]:
        return evidence(self.db, self.place.unit, self.place.period)


def _files(place: Place, paths: Sequence[Path]) -> Made:
    contents = [read_file(path) for path in paths]
    pairs = zip(paths, contents, strict=True)
    found = [place.proof(EvidenceKind.FILE, file_name(path.name), hash=content_hash(each)) for path, each in pairs]
    return found, contents


def _one(new: Evidence) -> Made:
    return [new], []


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
