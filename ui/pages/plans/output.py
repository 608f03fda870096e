"""Out of the program: tables of the plan as a workbook."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from models.errors import KnownError
from models.exchange.figure_book import FigureTable, write_figures
from ui.messages import Action, Mood
from ui.session import Session


class PlanOutput(QObject):
    """Asks where a table goes, writes it, and says where it lies."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def export(self, table: FigureTable) -> None:
        """Ask where, and write a table into a workbook there."""
        out = self._choose(f"{table.title}.xlsx")
        if out is None:
            return
        try:
            write_figures(out, table)
        except KnownError as problem:
            self._session.say_problem(problem)
            return
        text = self.tr("The table was written to {path}").format(path=out)
        self._session.say(Mood.INFO, text, Action(self.tr("Open"), partial(self._open, out)))

    def _choose(self, name: str) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(documents) / name.replace("/", "-"))
        title, kinds = self.tr("Export to Excel"), self.tr("Workbooks (*.xlsx)")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        return Path(chosen if chosen.lower().endswith(".xlsx") else f"{chosen}.xlsx") if chosen else None

    def _open(self, out: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(out))):
            text = self.tr("No program on this machine opens {file}; it lies in {folder}.")
            self._session.say(Mood.WARNING, text.format(file=out.name, folder=out.parent))
