"""The office's own Word template for a kind of report: given from a file, kept in the data file, given up again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from models.errors import KnownError, reason
from models.report import ReportTemplate
from models.store.changes import Changes
from models.store.report_templates import remove_template, save_template, template_of
from ui.messages import Mood
from ui.settings import home

if TYPE_CHECKING:
    from ui.pages.reports.page import ReportsPage


class Templating(QObject):
    """Shows in the card of the form which template holds, and keeps another."""

    def __init__(self, page: ReportsPage) -> None:
        super().__init__(page)
        self._page, self._session, self._card = page, page.session, page.right.dispatch
        self._card.template_wanted.connect(self._wanted)
        self._card.template_given_up.connect(self._given_up)

    def show(self) -> None:
        """Show which template the reports of the chosen kind are put in."""
        name = self.name
        self._card.show_template(name)
        self._page.preview.show_template(name)

    @property
    def name(self) -> str:
        """The template's file name; "" where the office gave none for the chosen kind."""
        found = self._own()
        return found.name if found is not None else ""

    def choose_file(self) -> Path | None:
        """Ask for a template; None when the person gives up."""
        words = self.tr("The office's own template"), self.tr("Word documents")
        start = str((self._session.path or home()).parent)
        chosen, _ = QFileDialog.getOpenFileName(self._page, words[0], start, f"{words[1]} (*.docx)")
        return Path(chosen) if chosen else None

    def _own(self) -> ReportTemplate | None:
        return template_of(self._session.db, self._session.plan.unit, self._page.kind.code)

    def _wanted(self) -> None:
        path = self.choose_file()
        if path is None:
            return
        from ui.commands.templates import tell_notes

        notes: list[str] = []
        try:
            new = ReportTemplate(self._session.plan.unit, self._page.kind.code, path.name, _content(path))
            tell_notes(new, notes.append)
        except KnownError as problem:
            self._session.say_problem(problem)
            return
        self._save(new)
        if notes:
            self._session.say(Mood.WARNING, " ".join(notes))

    def _save(self, new: ReportTemplate) -> None:
        db, author, old = self._session.db, self._session.author, self._own()
        undoer = self._session.undoer

        def undo() -> Changes:
            if old is not None and old.kind == new.kind:
                return save_template(db, old, undoer)
            return remove_template(db, new.unit, new.kind, undoer)

        self._write(lambda: save_template(db, new, author), undo)

    def _given_up(self) -> None:
        db, author, old = self._session.db, self._session.author, self._own()
        undoer = self._session.undoer
        if old is not None:
            self._write(lambda: remove_template(db, old.unit, old.kind, author), lambda: save_template(db, old, undoer))

    def _write(self, work: Callable[[], Changes], undo: Callable[[], Changes]) -> None:
        text = self.tr("The office's own template")
        if self._session.write(work, undo=undo, text=text, source=self._page) is not None:
            self.show()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise KnownError(f"Không đọc được mẫu “{path}”: {reason(problem)}.") from problem
