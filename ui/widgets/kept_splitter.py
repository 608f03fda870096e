"""A splitter whose sizes are kept on this machine."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from ui.settings import Settings


class KeptSplitter(QSplitter):
    """Side by side, or one above the other; takes the sizes it had last time, and keeps those it is given by hand."""

    def __init__(self, settings: Settings, key: str, orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> None:
        super().__init__(orientation)
        self._settings, self._key = settings, key
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep)

    def begin_with(self, *sizes: int) -> None:
        """Take the kept sizes, else these (in pixels)."""
        kept = self._settings.view(self._key)
        if kept is None or not self.restoreState(kept):
            self.setSizes(sizes)

    def _keep(self) -> None:
        self._settings.keep_view(self._key, self.saveState())
