"""Out of the program: tables of the plan as a workbook, on paper, as PDF."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from models.errors import KnownError
from models.exchange.figure_book import FigureCell, FigureTable, write_figures
from ui.messages import Action, Mood
from ui.session import Session

if TYPE_CHECKING:
    from reports.document import Document
    from ui.widgets.print_preview import Preview

BOOK, PDF = ".xlsx", ".pdf"


class PlanOutput(QObject):
    """Asks where something goes, writes it, and says where it lies."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def export(self, table: FigureTable) -> None:
        """Ask where, and write a table into a workbook there."""
        out = self._choose(self.tr("Export to Excel"), table.title, self.tr("Workbooks"), BOOK)
        if out is None:
            return
        try:
            write_figures(out, table)
        except KnownError as problem:
            self._session.say_problem(problem)
            return
        self._say_written(out)

    def print(self, document: Document) -> None:
        """Show the pages of a document first; from there they are printed or kept as PDF."""
        from ui.printing.pages import report_printed
        from ui.widgets.print_preview import Preview

        name = document.properties.title.replace("/", "-")
        preview = Preview(report_printed(document, "", f"{name}{PDF}"), self._session, self._window)
        preview.pdf.clicked.connect(partial(self._pdf_clicked, preview, name))
        preview.open()

    def _pdf_clicked(self, preview: Preview, name: str, _checked: bool = False) -> None:
        out = self._choose(self.tr("Keep as PDF"), name, self.tr("PDF files"), PDF)
        if out is not None:
            preview.keep_pdf(out, self._say_written)

    def _choose(self, title: str, name: str, kinds: str, suffix: str) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(documents) / f"{name.replace('/', '-')}{suffix}")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, f"{kinds} (*{suffix})")
        return Path(chosen if chosen.lower().endswith(suffix) else f"{chosen}{suffix}") if chosen else None

    def _say_written(self, out: Path) -> None:
        text = self.tr("The table was written to {path}").format(path=out)
        self._session.say(Mood.INFO, text, Action(self.tr("Open"), partial(self._open, out)))

    def _open(self, out: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(out))):
            text = self.tr("No program on this machine opens {file}; it lies in {folder}.")
            self._session.say(Mood.WARNING, text.format(file=out.name, folder=out.parent))


def table_of(title: str, note: str, model: QAbstractItemModel, rows: str = "") -> FigureTable:
    """Return what a table of the page shows as one for a workbook; rows: the heading over what stands before each."""
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    headings = [str(model.headerData(column, across) or "") for column in range(model.columnCount())]
    lines = [
        [FigureCell(str(model.index(row, column).data() or "")) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    if rows:
        headings.insert(0, rows)
        for row, line in enumerate(lines):
            line.insert(0, FigureCell(str(model.headerData(row, down) or "")))
    return FigureTable(title, [note], headings, lines)
