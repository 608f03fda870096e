"""Where the panel stands: beside the tab of indicators, or folded away with a button in the head to bring it back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QTabWidget, QWidget

from ui.pages.plans.drafting.panel import DraftingPanel
from ui.session import Session
from ui.theme import theme
from ui.widgets.kept_splitter import KeptSplitter

_LEAST_UNITS = 480


class Folding(QObject):
    """Shows and hides the panel; a person's last word for each plan of a file is kept on this machine.

    It stands beside its own tab only: the others need the room, and nothing of them is drafted.
    changed: whether the panel is shown now."""

    changed = Signal(bool)

    def __init__(self, session: Session, panel: DraftingPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._panel = session, panel
        self.splitter = KeptSplitter(session.settings, "plans/drafting")
        self.button = QPushButton(theme().icon("file"), self.tr("Draft from a text"))
        self.button.setCheckable(True)
        self.button.setToolTip(self.tr("Read the targets out of the plan's document"))
        self._tabs: QTabWidget | None = None
        self._own_tab: QWidget | None = None
        self._is_open = False
        self.button.clicked.connect(self._pressed)
        panel.folded.connect(self._folded)

    def beside(self, frame: QWidget, tabs: QTabWidget, own_tab: QWidget) -> KeptSplitter:
        """Return the frame of the tabs with the panel on its right, folded away; own_tab: the one it belongs to."""
        self._tabs, self._own_tab = tabs, own_tab
        tabs.currentChanged.connect(self._show)
        frame.setMinimumWidth(theme().px(_LEAST_UNITS))
        self.splitter.addWidget(frame)
        self.splitter.addWidget(self._panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.begin_with(theme().px(560), theme().px(616))
        self._set_open(False)
        return self.splitter

    def show_as_kept(self, *, has_text: bool) -> None:
        """Show the panel where there is a text, unless the person folded it away."""
        kept = self._session.settings.view(self._key)
        self._set_open(has_text if kept is None else kept == "open")

    def open(self) -> None:
        """Show the panel because the person works with it."""
        self._session.settings.keep_view(self._key, "open")
        if self._tabs is not None and self._own_tab is not None:
            self._tabs.setCurrentWidget(self._own_tab)
        self._set_open(True)

    @property
    def _key(self) -> str:
        path = self._session.path
        return f"plans/drafting-of/{path.name if path else ''}/{self._session.plan.code}"

    def _pressed(self, is_open: bool) -> None:
        if is_open:
            self.open()
            self._panel.file_button.setFocus()
        else:
            self._folded()

    def _folded(self) -> None:
        self._session.settings.keep_view(self._key, "folded")
        self._set_open(False)

    def _set_open(self, is_open: bool) -> None:
        self._is_open = is_open
        self._show()

    def _show(self) -> None:
        is_shown = self._is_open and self._tabs is not None and self._tabs.currentWidget() is self._own_tab
        self.button.setChecked(is_shown)
        if self._panel.isHidden() == is_shown:
            self._panel.setVisible(is_shown)
            self.changed.emit(is_shown)
