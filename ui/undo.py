"""One step of undo: a write and the write that takes it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from models.store.changes import Changes

if TYPE_CHECKING:
    from ui.session import Session


class Step(QUndoCommand):
    """A write that has already happened when it is pushed; refused writes make the step obsolete."""

    def __init__(self, session: "Session", text: str, work: Callable[[], Changes], undo: Callable[[], Changes]) -> None:
        super().__init__(text)
        self._session, self._work, self._undo = session, work, undo
        self._is_first = True

    def redo(self) -> None:
        if self._is_first:
            self._is_first = False
            return
        self._run(self._work)

    def undo(self) -> None:
        self._run(self._undo)

    def _run(self, work: Callable[[], Changes]) -> None:
        if self._session.write(work) is None:
            self.setObsolete(True)
