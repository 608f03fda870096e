"""Soạn văn bản đôn đốc: the ready letter to units that are late or behind, to Word or to the clipboard."""

from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ui.clipboard import put
from ui.folding import fold
from ui.messages import Action, Mood
from ui.pages.overview.loading import Question, question
from ui.session import Session
from ui.texts import long_period_text
from ui.theme import theme

KIND = "notice"


class Letter(QObject):
    """Makes the letter off the screen's thread; a second wish while it is made waits its turn."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def menu(self) -> QMenu:
        """Return what the button offers."""
        menu, look = QMenu(self._window), theme()
        menu.addAction(look.icon("file"), self.tr("To Word…"), self.ask_word)
        menu.addAction(look.icon("copy"), self.tr("Copy as text"), self.copy_text)
        menu.addAction(look.icon("reports"), self.tr("See it on page Reports"), self.show_report)
        return menu

    def ask_word(self) -> None:
        """Ask where, and write the letter there."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / f"Cong van don doc {fold(long_period_text(self._session.period))}.docx")
        kinds = self.tr("Word documents (*.docx)")
        name, _ = QFileDialog.getSaveFileName(self._window, self.tr("Where the letter goes"), start, kinds)
        if name:
            self.write_word(Path(name if name.lower().endswith(".docx") else f"{name}.docx"))

    def write_word(self, out: Path) -> None:
        """Write the letter."""
        asked = question(self._session)
        if asked is not None:
            self._session.runner.start(lambda job: _write(asked, out), done=partial(self._written, out))

    def copy_text(self) -> None:
        """Put what the letter says on the clipboard."""
        asked = question(self._session)
        if asked is not None:
            self._session.runner.start(lambda job: letter_text(asked), done=self._copied)

    def show_report(self) -> None:
        """Lead to the page where letters are edited."""
        self._session.navigate("reports")

    def _written(self, out: Path, _nothing: None) -> None:
        text = self.tr("The letter is ready: {file}").format(file=out.name)
        self._session.say(Mood.INFO, text, Action(self.tr("Open"), partial(self._open, out)))

    def _copied(self, text: str) -> None:
        put(text)
        self._session.say(Mood.INFO, self.tr("The letter is on the clipboard."))

    def _open(self, out: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(out))):
            text = self.tr("No program on this machine opens {file}; it lies in {folder}.")
            self._session.say(Mood.WARNING, text.format(file=out.name, folder=out.parent))


def _write(asked: Question, out: Path) -> None:
    from models.store.database import open_database
    from reports.kinds import make_report

    with closing(open_database(asked.path, read_only=True)) as db:
        make_report(db, KIND, asked.plan, asked.period, asked.on, out, asked.unit)


def letter_text(asked: Question) -> str:
    """Return the letter's body as plain text: its headings and sentences, without tables and signature."""
    from models.store.database import open_database
    from reports.document import Heading, Paragraph, plain_text
    from reports.kinds import make_document

    with closing(open_database(asked.path, read_only=True)) as db:
        document = make_document(db, KIND, asked.plan, asked.period, asked.on, asked.unit)
    lines = []
    for block in document.sections[0].blocks:
        if isinstance(block, Heading):
            lines.append(f"{block.number} {block.text}".strip())
        elif isinstance(block, Paragraph):
            lines.append(plain_text(block.text))
    return "\n".join(line.replace("\N{NO-BREAK SPACE}", " ") for line in lines if line.strip())
