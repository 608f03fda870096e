"""What is done with whole submissions: sent, returned, taken in, opened again; each told to everybody as one write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from models.period import Period
from models.store.changes import Author, Changes
from models.store.check_form import form_findings
from models.store.database import writing
from models.store.evidence import evidence
from models.store.submissions import accept, give_back, reopen, submissions, submit
from models.submission import SubmissionState
from ui.failure import told
from ui.messages import Mood
from ui.pages.entry.form import Form
from ui.pages.entry.side.checks import lower_first
from ui.pages.entry.submission.board import BoardDialog
from ui.pages.entry.submission.press_dialog import show_press_list
from ui.pages.entry.submission.reason_dialog import ReasonDialog
from ui.pages.entry.submission.send_dialog import SendDialog
from ui.pages.entry.submission.sent_dialog import SentDialog
from ui.pages.entry.submission.summary import summary_of
from ui.texts import long_period_text

if TYPE_CHECKING:
    from ui.pages.entry.page import EntryPage

OneStep = Callable[[str, Author], Changes]
MOST_NAMED = 5


class Sending(QObject):
    """Asks what is to be asked, and writes. None of it is a step of undo: a form is opened again, with a reason."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page)
        self._session, self._page = page.session, page
        head = page.head
        head.send_asked.connect(self._send_clicked)
        head.reopen_asked.connect(self._reopen_clicked)
        head.return_asked.connect(self._return_clicked)
        head.accept_asked.connect(self._accept_clicked)
        page.band.sent_asked.connect(self._sent_clicked)
        head.board_asked.connect(self._board_clicked)
        page.units.press_asked.connect(self._press_clicked)
        page.units.return_asked.connect(self._units_returned)
        page.units.accept_asked.connect(self._units_accepted)
        for key, slot in (("F8", self._board_clicked), ("F9", self._send_pressed)):
            shortcut = QShortcut(QKeySequence(key), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _send_clicked(self) -> None:
        if self._page.may_leave() and self._page.form is not None:
            self.ask_to_send(self._page.form)

    def _send_pressed(self) -> None:
        """F9 sends what can be sent, and asks to open again what is."""
        if self._page.head.send.isHidden():
            self._reopen_clicked()
        else:
            self._send_clicked()

    def _reopen_clicked(self) -> None:
        self.ask_to_reopen(*self._shown())

    def _return_clicked(self) -> None:
        self.ask_to_return(*self._shown())

    def _accept_clicked(self) -> None:
        self.take_in(*self._shown())

    def _board_clicked(self) -> None:
        if self._page.may_leave() and self._session.has_plan:
            dialog = BoardDialog(self._session, self, self._window())
            dialog.opened.connect(self._page.units.chosen)
            dialog.open()

    def _sent_clicked(self) -> None:
        with told(self._session):
            for unit in self._shown()[0]:
                SentDialog(self._session, unit, self._session.period, self._window()).open()

    def _press_clicked(self) -> None:
        show_press_list(self._session, self._session.period, self._window())

    def _units_returned(self, units: list[str]) -> None:
        self.ask_to_return(units, self._session.period)

    def _units_accepted(self, units: list[str]) -> None:
        self.take_in(units, self._session.period)

    def _shown(self) -> tuple[list[str], Period]:
        """Return the unit and quarter that the page shows."""
        unit = self._session.unit
        return [unit] if unit else [], self._session.period

    def ask_to_send(self, form: Form) -> None:
        """Show what is said of a form; Enter sends it."""
        session, unit, quarter = self._session, form.unit.code, form.quarter
        found = form_findings(session.db, form.plan, unit, quarter)
        summary = summary_of(form, session.window, session.on, found, evidence(session.db, unit, quarter))
        title = self.tr("Send the form of {quarter} – {unit}")
        title = title.format(quarter=long_period_text(quarter), unit=lower_first(form.unit.name))
        dialog = SendDialog(title, summary, self._page)
        dialog.accepted.connect(partial(self._send, form))
        dialog.open()

    def _send(self, form: Form) -> None:
        session, unit, quarter = self._session, form.unit.code, form.quarter
        author, day = session.author, session.on
        if session.write(lambda: submit(session.db, form.plan, unit, quarter, day, author)) is not None:
            self._say([unit], quarter, self.tr("Sent: {units}, {quarter}. The figures are locked."))

    def ask_to_reopen(self, units: Sequence[str], quarter: Period) -> None:
        """Ask why forms that were sent are opened again."""
        dialog = ReasonDialog(
            self.tr("Open the form again"),
            self._sentence(units, quarter, self.tr("{units}, {quarter}: why is what was sent opened again?")),
            self.tr("Open the form again"),
            self._window(),
        )
        dialog.given.connect(partial(self._reopen, list(units), quarter))
        dialog.open()

    def _reopen(self, units: Sequence[str], quarter: Period, reason: str) -> None:
        session, day = self._session, self._session.on
        if self._write(units, lambda unit, author: reopen(session.db, unit, quarter, day, reason, author)):
            self._say(units, quarter, self.tr("Opened again: {units}, {quarter}. The figures can be changed."))

    def ask_to_return(self, units: Sequence[str], quarter: Period, over: QWidget | None = None) -> None:
        """Ask what is to be put right in forms that were sent; others among the units are left alone.

        over: the dialog in which it was asked for."""
        sent = self._sent(units, quarter)
        if not sent:
            return
        dialog = ReasonDialog(
            self.tr("Return the form"),
            self._sentence(sent, quarter, self.tr("{units}, {quarter}: what is to be put right?")),
            self.tr("Return"),
            over or self._window(),
        )
        dialog.given.connect(partial(self._return, sent, quarter))
        dialog.open()

    def _return(self, units: Sequence[str], quarter: Period, reason: str) -> None:
        session, day = self._session, self._session.on
        if self._write(units, lambda unit, author: give_back(session.db, unit, quarter, day, reason, author)):
            self._say(units, quarter, self.tr("Returned: {units}, {quarter}."))

    def take_in(self, units: Sequence[str], quarter: Period) -> None:
        """Take in forms that were sent; others among the units are left alone."""
        session, day = self._session, self._session.on
        sent = self._sent(units, quarter)
        if sent and self._write(sent, lambda unit, author: accept(session.db, unit, quarter, day, author)):
            self._say(sent, quarter, self.tr("Taken in: {units}, {quarter}."))

    def _sent(self, units: Iterable[str], quarter: Period) -> list[str]:
        """Return those of the units whose form waits to be taken in; where there is none, say so."""
        standing = submissions(self._session.db, quarter)
        found = [each for each in units if each in standing and standing[each].state is SubmissionState.SUBMITTED]
        if not found:
            self._session.say(Mood.INFO, self.tr("None of the chosen forms is sent and waits to be taken in."))
        return found

    def _write(self, units: Sequence[str], step: OneStep) -> bool:
        """Make one step of each of the units, all or none."""
        session, author = self._session, self._session.author

        def work() -> Changes:
            changes = Changes()
            with writing(session.db, author):
                for unit in units:
                    changes |= step(unit, author)
            return changes

        return session.write(work) is not None

    def _sentence(self, units: Sequence[str], quarter: Period, words: str) -> str:
        tree = self._session.tree
        names = [lower_first(tree[each].name) for each in units[:MOST_NAMED]]
        if len(units) > MOST_NAMED:
            names.append(self.tr("and %n more unit(s)", None, len(units) - MOST_NAMED))
        text = words.format(units=", ".join(names), quarter=long_period_text(quarter))
        return text[:1].upper() + text[1:]

    def _say(self, units: Sequence[str], quarter: Period, words: str) -> None:
        """Tell what was done. The button that did it may be gone: the keyboard goes to the grid, save from the list."""
        focus: object = self._window().focusWidget()
        if not (isinstance(focus, QWidget) and self._page.units.isAncestorOf(focus)):
            self._page.grid.setFocus()
        self._session.say(Mood.INFO, self._sentence(units, quarter, words))

    def _window(self) -> QWidget:
        return self._page.window()
