"""One step of undo: a write and the write that takes it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from models.store.changes import Changes

if TYPE_CHECKING:
    from ui.session import Session


class Step(QUndoCommand):
    """A write that has already happened when it is pushed; refused writes make the step obsolete."""

    def __init__(
        self,
        session: "Session",
        text: str,
        work: Callable[[], Changes],
        undo: Callable[[], Changes],
        *,
        is_checked: bool = False,
    ) -> None:
        """is_checked: both calls look themselves whether what they overwrite is what this step left."""
        super().__init__(text)
        self._session, self._work, self._undo = session, work, undo
        self._is_first, self._is_checked = True, is_checked
        self._times_changed = session.watch.times_changed

    def redo(self) -> None:
        if self._is_first:
            self._is_first = False
            return
        self._run(self._work)

    def undo(self) -> None:
        self._run(self._undo)

    def _run(self, work: Callable[[], Changes]) -> None:
        session = self._session
        if not self._is_checked and session.watch.times_changed != self._times_changed:
            session.say_problem(session.watch.step_refused())
            self.setObsolete(True)
        elif session.write(work, is_checked=self._is_checked) is None:
            self.setObsolete(True)
