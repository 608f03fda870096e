"""Pages shown before they are printed; from here they go to a printer or into a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.messages import Bands
from ui.printing.book import Book, Printed
from ui.printing.leaf import page_layout
from ui.printing.run import Run
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.page_flow import PageFlow
from ui.widgets.print_run import followed, writing_text
from ui.widgets.progress_band import ProgressBand, show_band
from ui.widgets.sheets import Sheets

if TYPE_CHECKING:
    from ui.session import Session


class Preview(QDialog):
    """The pages on the screen, with buttons to print them and to keep them as PDF.

    It opens at once; pages come as they are laid out, and their pictures as they are looked at. What is said to the
    person meanwhile is said here too, since the dialog lies over the window's own messages."""

    def __init__(self, made: Printed, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(made.title)
        self._session, self._book = session, Book(made)
        self._run: Run | None = None
        self.view = Sheets()
        self.view.setAccessibleName(made.title)
        self._flow = PageFlow(session.runner, self._book, self._sharpness, self)
        self._build()
        self._laying: ProgressBand | None = show_band(self, self.tr("Laying out the pages…"), self.reject)
        self._connect()
        look, room = theme(), parent.window().size()
        self.resize(QSize(min(look.px(900), room.width() - look.px(48)), room.height() - look.px(48)))
        self._flow.start()

    @property
    def is_laid_out(self) -> bool:
        """Whether all pages are there."""
        return self._book.is_whole

    def keep_pdf(self, out: Path, written: Callable[[Path], object]) -> None:
        """Write the pages into a PDF file; written hears of it when it is there."""
        run = self._begin(writing_text(out))
        run.write(out, written)

    def print_on(self, printer: QPrinter) -> None:
        """Send the pages to a printer, and close when it has them."""
        run = self._begin(self.tr("Sending to the printer"))
        run.ended.connect(self._printed)
        run.print_on(printer)

    def _build(self) -> None:
        look = theme()
        self.count = QLabel()
        self.count.setProperty("role", "secondary")
        self.smaller, self.larger = QPushButton(self.tr("Smaller")), QPushButton(self.tr("Larger"))
        self.pdf = QPushButton(look.icon("file"), self.tr("Keep it as PDF…"))
        self.print = QPushButton(look.icon("printer", "on_accent"), self.tr("Print…"))
        self.print.setProperty("role", "primary")
        row = QHBoxLayout()
        self.note = ElidedLabel()
        self.note.setProperty("role", "muted")
        self.note.setText(self._book.printed.note)
        row.addWidget(self.count)
        row.addWidget(self.note, 1)
        for button in (self.smaller, self.larger, self.pdf, self.print):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.print.setDefault(True)
        self.bands = Bands()
        column = QVBoxLayout(self)
        column.addWidget(self.bands)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        self._offer(False)

    def _connect(self) -> None:
        self.smaller.clicked.connect(partial(self.view.zoom, 0.8))
        self.larger.clicked.connect(partial(self.view.zoom, 1.25))
        self.print.clicked.connect(self._print_clicked)
        self.view.wanted.connect(self._flow.want)
        self._flow.laid.connect(self._laid)
        self._flow.laid_out.connect(self._laid_out)
        self._flow.pictured.connect(self.view.show_picture)
        self._flow.failed.connect(self._failed)
        self._session.said.connect(self.bands.show_message)

    def _offer(self, is_offered: bool) -> None:
        self.pdf.setEnabled(is_offered)
        self.print.setEnabled(is_offered)

    # -- the pages

    def _laid(self, sizes: Sequence[QSizeF]) -> None:
        self.view.add(sizes)
        count = len(self.view.sheets)
        self.count.setText(self.tr("%n page(s) so far…", None, count))
        if self._laying is not None:
            self._laying.show_pages(count, 0)

    def _laid_out(self) -> None:
        self._end_laying()
        self.count.setText(self.tr("%n page(s), A4", None, len(self.view.sheets)))
        self._offer(True)
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, problem: Exception) -> None:
        self._end_laying()
        self._session.say_problem(problem)

    def _end_laying(self) -> None:
        if self._laying is not None:
            self._laying.deleteLater()
            self._laying = None

    def _sharpness(self, page: int) -> tuple[float, float] | None:
        """Return how a page is looked at, if it still is."""
        sheet = self.view.sheets[page]
        if sheet.is_sharp or sheet.visibleRegion().isEmpty():
            return None
        return self.view.dots_per_inch, sheet.devicePixelRatioF()

    # -- printing

    def _begin(self, text: str) -> Run:
        run = self._run = followed(Run(self._session, self._book), self, text)
        run.ended.connect(self._ended)
        self._offer(False)
        return run

    def _ended(self, _is_done: bool) -> None:
        self._run = None
        self._offer(True)

    def _printed(self, is_done: bool) -> None:
        if is_done:
            self.accept()

    def _print_clicked(self) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(page_layout(self.view.sheets[0].paper_size))
        self._printer.setDocName(self._book.printed.title)
        dialog = QPrintDialog(self._printer, self)
        dialog.setMinMax(1, len(self.view.sheets))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print_accepted)
        dialog.setModal(True)
        dialog.show()

    def _print_accepted(self) -> None:
        self.print_on(self._printer)

    # -- the window

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.view.fit_to_width()

    def done(self, result: int) -> None:
        """Close; what is still under way is stopped, and leaves nothing behind."""
        self._flow.stop()
        if self._run is not None:
            self._run.stop()
        super().done(result)
