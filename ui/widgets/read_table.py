"""A table that is looked at, not typed into: rows are chosen whole, one at a time, and Tab leads on."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView


class ReadTable(QTableView):
    """is_following: the current cell moves although no person moved it."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.is_following = False
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()

    @contextmanager
    def following(self) -> Iterator[None]:
        """While it goes where the choice was made elsewhere."""
        self.is_following = True
        yield
        self.is_following = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt goes to the first cell where none is current; nobody has chosen it."""
        with self.following():
            super().focusInEvent(event)
