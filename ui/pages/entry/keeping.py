"""Keeps what is typed into the grid, and says in words what cannot be kept; what others wrote is never written over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from models.period import Period
from models.plan import Actual
from ui.pages.entry.form import Form
from ui.pages.entry.side.checks import actual_text

if TYPE_CHECKING:
    from ui.pages.entry.page import EntryPage

NAMED = 3
LARGE_BLOCK = 200  # cells; of so many the figures and checks take longer than one waits for without a sign


class Keeping(QObject):
    """The writer of the page's model: refused where a quarter is locked or another program was there before."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page)
        self._page = page
        self._unsaved = ""
        self._following = QTimer(self, singleShot=True, interval=0)
        self._following.timeout.connect(page.show_followed)

    def write(self, actuals: Sequence[Actual], how: str) -> bool:
        """Keep actuals as one step of undo, and show at once what follows from them."""
        page, form = self._page, self._page.form
        if form is None:
            return False
        if lock := next(filter(None, map(form.lock_text, dict.fromkeys(each.period for each in actuals))), ""):
            page.model.refusal = lock
            page.grid.show_message(lock)
            return False
        text = self.tr("Entry in {code}").format(code=actuals[0].indicator)
        if len(actuals) > 1:
            text = self.tr("Entry in {count} places").format(count=len(actuals))
        seen = [form.actuals.get((each.indicator, each.period)) or _nothing_of(each) for each in actuals]
        if page.session.record(actuals, text=text, source=page, how=how, seen=seen) is None:
            self._refused(form, actuals)
            return False
        self._show_kept(form, actuals)
        return True

    def _show_kept(self, form: Form, actuals: Sequence[Actual]) -> None:
        """Show what was kept, and what follows from it: of a large block only once the block itself is painted."""
        page = self._page
        for each in actuals:
            form.place(each)
        page.model.mark_saved(actuals)
        if len(actuals) > LARGE_BLOCK:
            page.model.values_changed()
            page.grid.viewport().repaint()
            self._following.start()
        else:
            self.forget()
            page.show_followed()

    def settle(self) -> None:
        """Show at once what still follows from a large block."""
        if self._following.isActive():
            self.forget()
            self._page.show_followed()

    def forget(self) -> None:
        """Nothing is to follow any more: the form is read anew, or another one is shown."""
        self._following.stop()

    def _refused(self, form: Form, actuals: Sequence[Actual]) -> None:
        """Say so; where the file is no longer as the page shows it, show it as it is, and keep what was typed at hand.

        Anything else may be tried again: the text stays in its cell."""
        page = self._page
        page.model.refusal = self.tr("This could not be saved; the message above says why.")
        fresh = page.read()
        if fresh is None or (_held(fresh), fresh.locked) == (_held(form), form.locked):
            return
        kinds = {each.code: each for each in form.indicators}
        texts = [f"{each.indicator}: {actual_text(kinds[each.indicator], each) or '–'}" for each in actuals[:NAMED]]
        words = self.tr("Not saved: the form was changed elsewhere and is shown as it is now. You had entered {texts}")
        self._unsaved = words.format(texts="; ".join(texts) + (" …" if len(actuals) > NAMED else ""))
        QTimer.singleShot(0, self, self._show_as_kept)

    def _show_as_kept(self) -> None:
        """Give up the editor, whose text would be written over what somebody else wrote, and read the form anew."""
        grid = self._page.grid
        if (editor := grid.entry_delegate.editor) is not None:
            escape = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(editor, escape)
        self._page.refresh(None)
        grid.show_message(self._unsaved)


def _held(form: Form) -> dict[tuple[str, Period], Actual]:
    """Return the actuals that have anything in them: a cell that was cleared is there, and is not in the file."""
    return {
        key: each for key, each in form.actuals.items() if replace(each, is_illustrative=False) != _nothing_of(each)
    }


def _nothing_of(each: Actual) -> Actual:
    return Actual(each.indicator, each.unit, each.period)
