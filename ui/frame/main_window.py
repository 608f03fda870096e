"""The frame: rail, context bar, bands, pages and status bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.frame.dropping import dropped_files
from ui.frame.made_pages import MadePages
from ui.frame.page_list import entries
from ui.frame.rail import Rail
from ui.theme import theme
from ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:  # imported when they are needed: the frame is to be on the screen first
    from pathlib import Path

    from PySide6.QtCore import QByteArray, SignalInstance
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from models.store.changes import Changes
    from ui.frame.places import Place
    from ui.session import Session, Target
    from ui.widgets.page import Page

NARROW_UNITS = 1280
SMALLEST_UNITS = (1024, 560)


class MainWindow(QMainWindow):
    """The program's window. Theme, language or size of text are changed by making it anew."""

    def __init__(self) -> None:
        super().__init__()
        self._entries = {entry.key: entry for entry in entries()}
        self._made = MadePages()
        self._key = ""
        self._is_in = False
        self._waiting: list[Callable[[], None]] = []
        self._build_frame()

    def move_in(self, session: Session) -> None:
        """Fill the frame: from now on it follows the session."""
        from ui.files import Files
        from ui.frame.places import Places

        self.session = session
        self.files = Files(session, self)
        self.places = Places()
        self._is_in = True
        self._build_rest()
        self._add_keys()
        self._connect()

    # -- building

    def _build_frame(self) -> None:
        look = theme()
        self.setWindowIcon(look.icon("app"))
        room = self.screen().availableGeometry().size() - QSize(0, look.px(32))  # large text, small screen
        self.setMinimumSize(QSize(look.px(SMALLEST_UNITS[0]), look.px(SMALLEST_UNITS[1])).boundedTo(room))
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Reform targets"))
        self.stack = QStackedWidget()
        self.skeleton = Skeleton()
        self.skeleton.painted.connect(self._painted)
        self.stack.addWidget(self.skeleton)
        self.top = QFrame()
        self.top.setProperty("role", "bar")
        self.top.setFixedHeight(look.px(46))
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.top)
        self._column.addWidget(self.stack, 1)
        self.rail = Rail((entry.key, entry.title) for entry in self._entries.values())
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(self._column, 1)
        self.setCentralWidget(body)

    def _build_rest(self) -> None:
        from ui.frame.context_bar import ContextBar
        from ui.frame.file_menu import FileMenu
        from ui.frame.status_bar import StatusBar
        from ui.messages import Bands

        self.context_bar = ContextBar(self.session)
        self.bands = Bands()
        self.bands.keyboard_freed.connect(self._show_current)
        self._column.replaceWidget(self.top, self.context_bar)
        self.top.deleteLater()
        self._column.insertWidget(1, self.bands)
        self.file_menu = FileMenu(self.session, self.files, self.rail.file)
        self.rail.file.setMenu(self.file_menu)
        self.setStatusBar(StatusBar(self.session))
        self.context_bar.refresh()
        self._show_title()

    def _add_keys(self) -> None:
        from ui.frame.keys import Keys

        self.rail.add_keys()
        keys = Keys(self, self.session, self.may_leave)
        keys.add(self._back_pressed, "Alt+Left", "Back")
        keys.add(self._forward_pressed, "Alt+Right", "Forward")
        keys.add(self._refresh_pressed, "F5")

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.rail.help.triggered.connect(self._help_pressed)
        for signal, slot in self._connections():
            signal.connect(slot)

    def _connections(self) -> list[tuple[SignalInstance, Callable[..., None]]]:
        session = self.session
        return [
            (session.changed, self._changed),
            (session.context_changed, self._context_changed),
            (session.file_changed, self._file_changed),
            (session.said, self.bands.show_message),
            (session.navigated, self._navigated),
            (session.import_wanted, self._import_wanted),
        ]

    # -- pages

    @property
    def current(self) -> str:
        """The key of the page that is shown; empty while none is."""
        return self._key

    def page(self, key: str) -> Page:
        """Return a page, made when it is first asked for."""
        found = self._made.page(key)
        if found is None:
            found = self._entries[key].make(self.session)
            self.stack.addWidget(found)
            self._made.add(key, found)
        return found

    def show_page(self, key: str) -> bool:
        """Show a page by its key; False when the page before could not be left."""
        if key != self._key and not self.may_leave():
            self.rail.mark(self._key)
            return False
        page = self.page(key)
        if self._key and key != self._key:
            self.places.leave(self._here())
        self._key = key
        self.rail.mark(key)
        self.session.set_view(page.view)
        self._show_current()
        return True

    def _show_current(self) -> None:
        if not self._key:
            return
        page = self.page(self._key)
        if page.view.needs_plan and not (self.session.is_open and self.session.has_plan):
            from ui.frame.stand_ins import show_no_plan

            show_no_plan(self.stack, self.session, self.files)
            return
        before: object = self.focusWidget()  # the stack gives it to whatever comes first on the page
        self.stack.setCurrentWidget(page)
        if self._made.is_waiting(self._key):
            self._refresh(page, self._made.take(self._key))
        if not (isinstance(before, QWidget) and page.isAncestorOf(before)):
            page.take_focus()

    def _refresh(self, page: Page, changes: Changes | None) -> None:
        from ui.failure import told

        with told(self.session):
            page.refresh(changes)

    def take_over(self, key: str) -> None:
        """Stand in for a window of other looks: show the same page of the same session."""
        self.rail.allow(self.session.is_open)
        if key:
            self.show_page(key)
        else:
            self.show_start()

    def let_go(self) -> None:
        """Give way to a window of other looks; the jobs of its pages go with them."""
        self.session.runner.cancel_all()
        for signal, slot in self._connections():
            signal.disconnect(slot)

    def may_leave(self) -> bool:
        return not self._key or self.page(self._key).may_leave()

    def _here(self) -> Place:
        from ui.frame.places import Place

        return Place(self._key, self.session.context)

    def _go(self, place: Place | None) -> None:
        if place is None:
            return
        self._key = place.page
        self.rail.mark(place.page)
        self.session.set_view(self.page(place.page).view)
        self.session.set_context(place.context)
        self._show_current()

    # -- what happened

    def _navigated(self, key: str, target: Target) -> None:
        if not self.show_page(key):
            return
        if target.period is not None:
            self.session.set_period(target.period)
        if target.unit is not None:
            self.session.set_unit(target.unit)
        if self.stack.currentWidget() is (page := self.page(key)):
            if target.indicator is not None:
                page.reveal(target.indicator)
            page.open_part(target.part)

    def _changed(self, changes: Changes, source: object) -> None:
        self._made.tell(changes, source)
        self.context_bar.refresh(changes)
        if changes.plans or changes.units:
            self._show_title()
        self._show_current()

    def _context_changed(self) -> None:
        self._made.tell_all_anew()
        self.context_bar.refresh()
        if self._key and self.session.view == self.page(self._key).view:
            self._show_current()

    def _file_changed(self) -> None:
        self.places.clear()
        self.bands.clear()
        self.rail.allow(self.session.is_open)
        self.context_bar.refresh()
        self._show_title()
        self._made.tell_all_anew()
        if self.session.is_open:
            self.show_page(self._key or "overview")
        else:
            self.show_start()

    def show_start(self) -> None:
        """Show the page Bắt đầu: no file is open."""
        from ui.frame.stand_ins import show_start

        self._key = ""
        self.rail.mark("")
        show_start(self.stack, self.session, self.files)

    def _show_title(self) -> None:
        path = self.session.path
        name = self.tr("Reform targets")
        self.setWindowTitle(name if path is None else f"{path.name} – {name}")
        self.rail.file.setText(self.tr("File") if path is None else path.stem)
        self.rail.file.setToolTip(self.tr("File: new, open, copies") if path is None else str(path))
        self.rail.file.setAccessibleName(self.rail.file.toolTip())

    def _import_wanted(self, paths: list[Path]) -> None:
        if self.may_leave():
            self.files.workbooks.ask_import(paths)

    def _help_pressed(self) -> None:
        from ui.frame.help import KeysDialog

        KeysDialog(self).open()

    def _refresh_pressed(self) -> None:
        if self.session.is_open and self.may_leave():
            from models.store.changes import Changes
            from ui.failure import told

            with told(self.session):
                self.session.announce(Changes.all())

    def _back_pressed(self) -> None:
        if self._key and self.may_leave():
            self._go(self.places.back(self._here()))

    def _forward_pressed(self) -> None:
        if self._key and self.may_leave():
            self._go(self.places.forward(self._here()))

    # -- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fit(is_narrow=self.width() < theme().px(NARROW_UNITS))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._is_in and any(dropped_files(event)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A data file is opened, tables are taken in; neither while a field refuses what stands in it."""
        data, tables = dropped_files(event)
        if not self.may_leave():
            return
        if data:
            self.files.open_path(data[0])
        elif self.session.is_open:
            self._import_wanted(tables)

    def keep_looks(self) -> None:
        """Keep size and place of the window for the next start."""
        self.session.settings.keep_view("window", self.saveGeometry())

    def restore_looks(self, kept: QByteArray | None) -> None:
        """Take the size and place of last time; at first nearly the whole screen."""
        if kept is None or not self.restoreGeometry(kept):
            room, largest = self.screen().availableGeometry().size(), QSize(theme().px(1920), theme().px(1080))
            self.resize(room.boundedTo(largest))
            if self.size() == room:  # its frame has to go somewhere too
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_in:
            if not self.may_leave():
                event.ignore()
                return
            self.keep_looks()
        super().closeEvent(event)

    def _painted(self) -> None:
        while self._waiting:
            QTimer.singleShot(0, self._waiting.pop(0))

    def when_painted(self, slot: Callable[[], None]) -> None:
        """Call once, after the frame has been on the screen for the first time."""
        self._waiting.append(slot)
