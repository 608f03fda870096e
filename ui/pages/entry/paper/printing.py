"""A form on paper: looked at first, then printed or kept as a PDF file.

What lays it out and shows it is loaded when it is asked for: the window must start fast."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from models.errors import KnownError
from ui.messages import Action, Mood
from ui.session import Session
from ui.theme import theme

if TYPE_CHECKING:
    from ui.printing.book import Printed
    from ui.widgets.print_preview import Preview


class FormPrinting(QObject):
    """Prints the form that is looked at, filled in or blank. ready keeps what is being typed; False: not now."""

    def __init__(self, session: Session, window: QWidget, ready: Callable[[], bool] = lambda: True) -> None:
        super().__init__(window)
        self._session, self._window, self._is_ready = session, window, ready

    def menu(self) -> QMenu:
        """Return what the button offers."""
        menu, look = QMenu(self._window), theme()
        menu.addAction(look.icon("printer"), self.tr("Print what is entered…"), partial(self.print_form))
        menu.addAction(look.icon("printer"), self.tr("Print it blank…"), partial(self.print_form, blank=True))
        menu.addSeparator()
        menu.addAction(look.icon("file"), self.tr("Keep it as PDF…"), partial(self.ask_pdf))
        menu.addAction(look.icon("file"), self.tr("Keep it blank as PDF…"), partial(self.ask_pdf, blank=True))
        return menu

    def print_form(self, *, blank: bool = False) -> None:
        """Show the pages as they will be printed."""
        made = self.printed(blank=blank)
        if made is None:
            return
        from ui.widgets.print_preview import Preview

        preview = Preview(made, self._session, self._window)
        preview.pdf.clicked.connect(partial(self._pdf_clicked, preview, made.file_name))
        preview.open()

    def ask_pdf(self, *, blank: bool = False) -> None:
        """Ask where, and keep the form as a PDF file there."""
        made = self.printed(blank=blank)
        out = self._choose(made.file_name) if made is not None else None
        if made is None or out is None:
            return
        from ui.widgets.print_run import keep_pdf

        keep_pdf(self._session, self._window, made, out, self._written)

    def _pdf_clicked(self, preview: Preview, name: str, _checked: bool = False) -> None:
        out = self._choose(name)
        if out is not None:
            preview.keep_pdf(out, self._written)

    def _choose(self, file_name: str) -> Path | None:
        """Ask where a PDF goes; None when the person gives up."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Keep as PDF"), str(Path(documents) / file_name), self.tr("PDF files (*.pdf)")
        )
        return Path(name if name.lower().endswith(".pdf") else f"{name}.pdf") if name else None

    def _written(self, out: Path) -> None:
        text = self.tr("The form was written to {path}").format(path=out)
        self._session.say(Mood.INFO, text, Action(self.tr("Open"), partial(self._open, out)))

    def _open(self, out: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(out))):
            text = self.tr("No program on this machine opens {file}; it lies in {folder}.")
            self._session.say(Mood.WARNING, text.format(file=out.name, folder=out.parent))

    def printed(self, *, blank: bool) -> Printed | None:
        """Return the form that is looked at, to be laid out; None where it has none, which a band then says."""
        session = self._session
        if session.unit is None or not self._is_ready():
            return None
        from ui.pages.entry.paper.printed_form import printed_form

        try:
            return printed_form(session, session.unit, session.on, blank=blank)
        except KnownError as problem:
            session.say_problem(problem)
            return None
