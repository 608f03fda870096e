"""The rail on the left: the file's name with its menu, the pages, help. Painted before anything heavy is loaded."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from ui.theme import theme

# Numbers of Qt's enums, set as properties: to name Qt loads all its enums, 16 ms before the first paint.
VERTICAL, ICON_ONLY, TEXT_BESIDE_ICON = 2, 0, 2
ICON_UNITS, ICON_GAP = 18, 8
WIDE_UNITS, NARROW_UNITS = 152, 52
LAST_PAGES = ("settings",)


class Rail(QToolBar):
    """chosen(key): a page was chosen, by click or key."""

    chosen = Signal(str)

    def __init__(self, pages: Iterable[tuple[str, str]]) -> None:
        """Take the pages as key and title, in order."""
        super().__init__()
        look = theme()
        self.setObjectName("rail")
        self.setWindowTitle(self.tr("Pages"))
        self.setProperty("orientation", VERTICAL)
        self.setIconSize(QSize(look.px(ICON_UNITS + ICON_GAP), look.px(ICON_UNITS)))
        self._actions: dict[str, QAction] = {}
        self._is_narrow: bool | None = None
        self._add_file_button()
        group = QActionGroup(self)
        for key, title in pages:
            if key in LAST_PAGES:
                self._add_spacer()
            self._add_page(key, title, group)
        self.help = QAction(look.icon("help", gap=ICON_GAP), self.tr("Help"), self)
        self.addAction(self.help)
        self._buttons = self.findChildren(QToolButton)

    def _add_file_button(self) -> None:
        self.file = QToolButton()
        self.file.setObjectName("file")
        self.file.setIcon(theme().icon("menu", gap=ICON_GAP))
        self.file.setIconSize(self.iconSize())
        self.file.setText(self.tr("File"))
        self.file.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.addWidget(self.file)

    def _add_spacer(self) -> None:
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.addWidget(spacer)

    def _add_page(self, key: str, title: str, group: QActionGroup) -> None:
        action = QAction(theme().icon(key, gap=ICON_GAP), title, self)
        action.setData(key)
        action.setCheckable(True)
        action.setEnabled(False)
        action.setToolTip(f"{title} (Ctrl+{len(self._actions) + 1})")
        action.triggered.connect(self._triggered)
        group.addAction(action)
        self.addAction(action)
        self._actions[key] = action

    def add_keys(self) -> None:
        """Give the pages Ctrl+1 and on, help F1."""
        self.help.setShortcut("F1")
        for number, action in enumerate(self._actions.values(), 1):
            action.setShortcut(f"Ctrl+{number}")

    def allow(self, is_open: bool) -> None:
        """Without a file only the settings can be shown."""
        for key, action in self._actions.items():
            action.setEnabled(is_open or key in LAST_PAGES)

    def mark(self, key: str) -> None:
        """Show which page stands; none for an empty key."""
        for each, action in self._actions.items():
            action.setChecked(each == key)

    def fit(self, *, is_narrow: bool) -> None:
        """Show icons only where the window is narrow."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        style = ICON_ONLY if is_narrow else TEXT_BESIDE_ICON
        width = theme().px(NARROW_UNITS if is_narrow else WIDE_UNITS)
        self.setProperty("toolButtonStyle", style)
        self.file.setProperty("toolButtonStyle", style)
        self.setFixedWidth(width)
        for button in self._buttons:
            button.setFixedWidth(width - 1)

    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())
