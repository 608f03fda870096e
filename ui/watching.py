"""Notices that another window or program has changed the open file, and that one has it open too."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from models.errors import KnownError
from models.store.changes import Changes
from ui.failure import told
from ui.messages import Mood

if TYPE_CHECKING:
    from models.store.database import Database
    from models.store.presence import Opener, Presence
    from ui.session import Session

LOOK_MILLISECONDS = 2_000
LOOKS_A_RENEWAL = 30
TOLD_AGAIN = timedelta(seconds=60)
IDLE_LOOKS = 10


class Watch(QObject):
    """Looks every two seconds, and when the window is come back to; what was changed is shown, once nobody types.

    times_changed counts what others did since the file was opened."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._db: Database | None = None
        self._presence: Presence | None = None
        self._version = 0
        self._is_own = False
        self._told_at: datetime | None = None
        self._typed: tuple[QWidget, str] | None = None
        self._looks = self._idle = 0
        self.times_changed = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._due)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._application_changed)

    # -- the file

    def follow(self, db: Database, path: Path, who: str) -> None:
        """Watch a file that was opened, and leave a note beside it."""
        from models.store.presence import Presence
        from models.store.seen import version

        self.leave()
        self._db, self._presence = db, Presence(path, who)
        self._version, self.times_changed = version(db), 0
        self._timer.start()

    def leave(self) -> None:
        """Stop, and take the note away."""
        self._timer.stop()
        if self._presence is not None:
            self._presence.remove()
        self._db = self._presence = self._told_at = self._typed = None
        self._is_own = False

    @property
    def others(self) -> list[Opener]:
        """Who else has the file open."""
        return [] if self._presence is None else self._presence.others()

    # -- what was changed

    def expect_own(self) -> None:
        """The worker is about to write on a connection of its own: not to be told as another window's doing."""
        self._is_own = True

    def catch_up(self) -> None:
        """All that is in the file is shown now."""
        self._is_own = False
        if (found := self._found()) is not None:
            self._version = found

    def is_behind(self) -> bool:
        """Whether another connection has changed the file since it was last read anew."""
        found = self._found()
        return found is not None and found != self._version

    def check(self) -> None:
        """Raise ChangedElsewhereError while the file holds what nobody here has seen yet."""
        if self.is_behind() and not self._is_own:
            from models.store.seen import ChangedElsewhereError

            raise ChangedElsewhereError(
                self.tr(
                    "The file was just changed in another window, so this was not saved; look again, then repeat it."
                )
            )

    def step_refused(self) -> KnownError:
        """Return why a step is not taken back or done again."""
        return KnownError(self.tr("The file was changed in another window since this step; it is not taken back."))

    def look(self) -> bool:
        """Read anew what another window or program has changed, and say so; False when there is nothing, or not yet."""
        if not self.is_behind() or self._is_held():
            return False
        is_own, self._is_own = self._is_own, False
        self.catch_up()
        if not is_own:
            self.times_changed += 1
        with told(self._session):
            self._session.announce(Changes.all())
            if not is_own:
                self._tell()
        return True

    def look_soon(self) -> None:
        """Look once the slot that is running has ended: a page may stand in the middle of a write."""
        QTimer.singleShot(0, self, self._look_forced)

    def _look_forced(self) -> None:
        self.look()

    def _due(self) -> None:
        self._looks += 1
        if self._looks % LOOKS_A_RENEWAL == 0 and self._presence is not None:
            self._presence.renew()
        self.look()

    def _application_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _found(self) -> int | None:
        """Return the file's version; None where it cannot be asked just now, as while another program writes."""
        if self._db is None:
            return None
        from models.store.database import known_errors
        from models.store.seen import version

        try:
            with known_errors():
                return version(self._db)
        except KnownError:
            return None

    def _tell(self) -> None:
        from models.store.actuals import last_saved

        now = datetime.now()
        if self._told_at is not None and now - self._told_at < TOLD_AGAIN:
            return
        self._told_at = now
        saved = last_saved(self._session.db)
        at = saved.astimezone() if saved else now
        text = self.tr("The file was changed in another window at {time}; what is shown here has been read anew.")
        self._session.say(Mood.INFO, text.format(time=f"{at:%H:%M}"))

    def _is_held(self) -> bool:
        """Whether to wait: the worker is writing, a dialog is open, or somebody is typing into a field."""
        is_writing = self._is_own and self._session.runner.is_busy
        if is_writing or QApplication.activeModalWidget() or QApplication.activePopupWidget():
            return True
        editor = QApplication.focusWidget()
        typed = _typed(editor)
        if editor is None or typed is None:
            self._typed, self._idle = None, 0
            return False
        self._idle = self._idle + 1 if self._typed == (editor, typed) else 0
        self._typed = editor, typed
        return _is_cell(editor) or self._idle < IDLE_LOOKS


def _typed(editor: QWidget | None) -> str | None:
    """Return what is being typed; None where the field holds what was put there."""
    if isinstance(editor, QLineEdit):
        return editor.text() if editor.isModified() else None
    if isinstance(editor, QPlainTextEdit | QTextEdit) and editor.document().isModified():
        return editor.toPlainText()
    return None


def _is_cell(editor: QWidget) -> bool:
    """Whether a field is the open editor of a table: its text would be taken as it stands."""
    parent = editor.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False
