"""The menu on the file's name: new, open, recent, save a copy, daily copies, workbooks, checks, about."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.files import Files
from ui.session import Session
from ui.theme import theme


class FileMenu(QMenu):
    """Built anew each time it opens, so that recent files and copies are those of now."""

    def __init__(self, session: Session, files: Files, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._files = session, files
        self._new = self._action(self.tr("New file…"), "plus", QKeySequence.StandardKey.New)
        self._new.triggered.connect(files.new)
        self._open = self._action(self.tr("Open…"), "folder", QKeySequence.StandardKey.Open)
        self._open.triggered.connect(files.open)
        window = parent.window()
        window.addActions([self._new, self._open])
        self.aboutToShow.connect(self.fill)

    def _action(self, text: str, icon: str, key: QKeySequence.StandardKey | None = None) -> QAction:
        action = QAction(theme().icon(icon), text, self)
        if key is not None:
            action.setShortcut(key)
        return action

    def fill(self) -> None:
        """List what can be done now."""
        self.clear()
        self.addActions([self._new, self._open])
        self._add_recent()
        self.addAction(theme().icon("target"), self.tr("Open the sample plan"), self._files.open_sample)
        merged = self.tr("Open the sample with the merger of 1/7/2025")
        self.addAction(theme().icon("merge"), merged, self._files.open_merged_sample)
        self.addSeparator()
        copy = self.addAction(theme().icon("save"), self.tr("Save a copy…"), self._files.save_copy)
        copy.setEnabled(self._session.is_open)
        self.addAction(theme().icon("history"), self.tr("Restore from a copy…"), self._files.ask_restore)
        self.addSeparator()
        self._add_workbooks()
        self.addSeparator()
        about = self.addAction(theme().icon("info"), self.tr("About"))
        about.triggered.connect(self._about_chosen)

    def _add_recent(self) -> None:
        menu = self.addMenu(theme().icon("clock"), self.tr("Recent files"))
        for name in self._session.settings["recent"]:
            path = Path(name)
            if path != self._session.path and path.exists():
                menu.addAction(path.name, partial(self._files.open_path, path)).setToolTip(str(path))
        menu.setToolTipsVisible(True)
        menu.setEnabled(not menu.isEmpty())

    def _add_workbooks(self) -> None:
        look = theme()
        for icon, text, slot in (
            ("download", self.tr("Import from files…"), self._import_chosen),
            ("upload", self.tr("Export to Excel…"), self._export_chosen),
            ("check", self.tr("Check the file"), self._check_chosen),
        ):
            self.addAction(look.icon(icon), text, slot).setEnabled(self._session.is_open)

    def _import_chosen(self) -> None:
        self._files.workbooks.ask_import()

    def _export_chosen(self) -> None:
        self._files.workbooks.ask_export()

    def _check_chosen(self) -> None:
        self._files.workbooks.check()

    def _about_chosen(self) -> None:
        self._session.navigate("settings")
