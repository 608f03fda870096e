"""The window's keys that have no button: undo and redo, places, units, periods, reading again."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from ui.session import Session


class Keys(QObject):
    """Adds its actions to the window. may_leave is asked before the context is stepped away from what is typed."""

    def __init__(self, window: QMainWindow, session: Session, may_leave: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._session, self._may_leave = window, session, may_leave
        undo = session.undo.createUndoAction(window, self.tr("Undo"))
        undo.setShortcut("Ctrl+Z")
        redo = session.undo.createRedoAction(window, self.tr("Redo"))
        redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        window.addActions([undo, redo])
        self.add(self._previous_unit_pressed, "Ctrl+PgUp")
        self.add(self._next_unit_pressed, "Ctrl+PgDown")
        self.add(self._previous_period_pressed, "Ctrl+Shift+PgUp")
        self.add(self._next_period_pressed, "Ctrl+Shift+PgDown")

    def add(self, slot: Callable[[], None], *keys: str) -> None:
        """Have the window call a slot on any of the keys."""
        action = QAction(self._window)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.triggered.connect(slot)
        self._window.addAction(action)

    def _previous_unit_pressed(self) -> None:
        self._step(self._session.step_unit, -1)

    def _next_unit_pressed(self) -> None:
        self._step(self._session.step_unit, 1)

    def _previous_period_pressed(self) -> None:
        self._step(self._session.step_period, -1)

    def _next_period_pressed(self) -> None:
        self._step(self._session.step_period, 1)

    def _step(self, step: Callable[[int], None], by: int) -> None:
        if self._session.is_open and self._session.has_plan and self._may_leave():
            step(by)
