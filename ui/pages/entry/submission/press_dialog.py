"""Shows the list of units to press: to be copied as a table, or saved as a workbook that prints tidily."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton, QWidget

from models.exchange.press_list import HEADINGS, PressList, press_list, write_press_list
from models.period import Period
from models.store.board import board
from ui.clipboard import put
from ui.failure import told
from ui.messages import Action, Mood
from ui.session import Session
from ui.texts import unit_text
from ui.theme import theme
from ui.widgets.list_dialog import ListDialog

BOOK = ".xlsx"


def show_press_list(session: Session, quarter: Period, parent: QWidget) -> None:
    """Show the list for a quarter, or say that nobody is to be pressed."""
    with told(session):
        standings = board(session.db, session.plan, quarter, session.on)
        names = {each.unit: unit_text(session.tree[each.unit]) for each in standings}
        due = session.windows.of(quarter).due
        PressDialog(session, press_list(session.plan, quarter, due, session.on, standings, names), parent).open()


class PressDialog(ListDialog):
    """The list as it will be copied and written; its words are those of the paper, in Vietnamese."""

    def __init__(self, session: Session, found: PressList, parent: QWidget) -> None:
        words = "\n".join((found.subject, found.days, found.total))
        if not found.lines:
            words = self.tr("Every unit that has something to send has sent it; there is nobody to press.")
        super().__init__(self.tr("Units to press"), words, HEADINGS, found.rows(), parent)
        self._session, self._found = session, found
        self.save = QPushButton(theme().icon("download"), self.tr("Save for Excel…"))
        self.save.setAutoDefault(False)
        self.save.setEnabled(bool(found.lines))
        self.save.clicked.connect(self._save_clicked)
        box = self.findChild(QDialogButtonBox)
        assert box is not None
        box.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)

    def copy_rows(self) -> None:
        """Put the whole list into the clipboard: as text, and as a table for Word, Excel and mail."""
        put(self._found.text(), self._found.html())

    def _save_clicked(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        place = str(Path(folder) / f"Don doc gui phieu {self._found.quarter}{BOOK}")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the list"), place, self.tr("Excel workbooks (*.xlsx)")
        )
        if name:
            out = Path(name)
            self.write(out if out.suffix.lower() == BOOK else out.with_name(out.name + BOOK))

    def write(self, out: Path) -> None:
        """Write the list into a workbook, and say where it is."""
        with told(self._session):
            write_press_list(self._found, out)
            text = self.tr("The list was written to {path}").format(path=out)
            self._session.say(Mood.INFO, text, Action(self.tr("Open"), partial(_open_outside, out)))


def _open_outside(out: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(out)))
