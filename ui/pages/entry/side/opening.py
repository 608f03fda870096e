"""Opens what proves a value: files from a private folder that only this person can read, links in their own program.

Nothing is ever run: what a system would start instead of showing is only saved where the person says."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from models.errors import KnownError, reason
from models.evidence import Evidence, EvidenceKind, file_name, has_macros, is_on_server, is_program
from models.store.evidence import content
from ui.failure import told
from ui.messages import Action, Mood
from ui.session import Session


class Opener(QObject):
    """Writes a content to where it can be looked at, and hands it to the system's program for it.

    save_elsewhere(Evidence): asks for a place, and is offered where a file is not opened. The folder goes when the
    data file is closed."""

    def __init__(self, session: Session, save_elsewhere: Callable[[Evidence], None], parent: QObject) -> None:
        super().__init__(parent)
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self._session, self._save_elsewhere = session, save_elsewhere
        self._folder: TemporaryDirectory[str] | None = None
        session.file_changed.connect(self.forget)

    def open(self, each: Evidence) -> None:
        """Show a file or link; a document known by its number only has nothing to show."""
        with told(self._session):
            if each.kind is EvidenceKind.FILE:
                self._open_file(each)
            elif each.kind is EvidenceKind.LINK:
                self._open_link(each.text)

    def save(self, each: Evidence, path: Path) -> None:
        """Write a file's content to a place that the person chose; raises KnownError."""
        assert each.hash is not None
        found = content(self._session.db, each.hash)
        try:
            path.write_bytes(found)
        except OSError as error:
            raise KnownError(f"Không ghi được “{path}”: {reason(error)}.") from error

    def forget(self) -> None:
        """Take away what was written to be looked at."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _open_file(self, each: Evidence) -> None:
        assert each.hash is not None
        found = content(self._session.db, each.hash)
        if is_program(each.text, found):
            words = self.tr("“{name}” is a program: it is not opened from here. Save it if you trust its sender.")
            self._offer_to_save(each, words.format(name=each.text))
            return
        if has_macros(each.text, found):
            words = self.tr("“{name}” carries macros: let them run only if you trust its sender.")
            self._session.say(Mood.WARNING, words.format(name=each.text))
        url = QUrl.fromLocalFile(str(self._written(each, found)))
        if not self.open_url(url):
            words = self.tr("No program was found that shows “{name}”. It can be saved elsewhere.")
            self._offer_to_save(each, words.format(name=each.text))

    def _offer_to_save(self, each: Evidence, words: str) -> None:
        def save() -> None:
            self._save_elsewhere(each)

        self._session.say(Mood.WARNING, words, Action(self.tr("Save as…"), save))

    def _open_link(self, link: str) -> None:
        if is_on_server(link) and is_program(link):
            words = self.tr("“{name}” leads to a program: it is not opened from here.").format(name=link)
            self._session.say(Mood.WARNING, words)
            return
        is_path = link.startswith(("\\\\", "//"))
        url = QUrl.fromLocalFile(link.replace("\\", "/")) if is_path else QUrl(link)
        if not self.open_url(url):
            words = self.tr("“{name}” could not be opened; look whether the network is there.").format(name=link)
            self._session.say(Mood.WARNING, words)

    def _written(self, each: Evidence, found: bytes) -> Path:
        """Put the content where nobody else can read it, read-only: what is changed there would be lost."""
        assert each.hash is not None
        try:
            if self._folder is None:
                self._folder = TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True)
            folder = Path(self._folder.name) / each.hash[:16]
            folder.mkdir(mode=0o700, exist_ok=True)
            path = folder / file_name(each.text)
            if not path.exists():
                path.write_bytes(found)
                os.chmod(path, stat.S_IRUSR)
            elif path.read_bytes() != found:
                raise KnownError(f"Bản tạm của “{each.text}” đã bị sửa; hãy đóng tệp đó rồi mở lại.")
        except OSError as error:
            raise KnownError(f"Không mở được “{each.text}”: {reason(error)}.") from error
        return path
