"""What stands above the grid: the submission's name, state and due date, the way to other units, and what is done."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from models.number import format_date
from models.period import Window
from models.submission import Submission, SubmissionState
from models.unit import Unit
from ui.pages.entry.fitting import FittingRow
from ui.pages.entry.side.checks import lower_first
from ui.texts import days_left_text, quarter_text
from ui.theme import set_role, theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.submission_mark import SubmissionPill, lateness_text


class Title(ElidedLabel):
    """A heading as wide as its text, shortened only where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + theme().px(2), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), super().sizeHint().height())


class Head(FittingRow):
    """Names the submission, leads to the units beside it, and offers what its state allows.

    stepped(1 or -1): another unit is wanted. The others: the button of that name."""

    stepped = Signal(int)
    board_asked = Signal()
    check_asked = Signal()
    send_asked = Signal()
    reopen_asked = Signal()
    return_asked = Signal()
    accept_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.row.setSpacing(theme().px(8))
        self.title, self.pill, self.due, self.place = Title(), SubmissionPill(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setProperty("role", "secondary")
        self.previous = self._square("chevron-left", self.tr("Previous unit (Ctrl+PgUp)"))
        self.next = self._square("chevron-right", self.tr("Next unit (Ctrl+PgDn)"))
        self.board = self._square("people", self.tr("Who has sent what: the submissions of all units (F8)"))
        self.check = QPushButton(theme().icon("list"), "")
        self.reopen = QPushButton(theme().icon("pencil"), "")
        self.give_back = QPushButton(theme().icon("return"), "")
        self.accept = self._primary("check")
        self.send = self._primary("plane")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = {
            self.check: self.tr("Check the form"),
            self.reopen: self.tr("Open the form again"),
            self.give_back: self.tr("Return…"),
            self.accept: self.tr("Take in"),
            self.send: self.tr("Send the form"),
        }
        keys = {self.check: "F7", self.send: "F9", self.reopen: "F9"}
        for button, text in words.items():
            self.may_shrink(button, text, f"{text} ({keys[button]})" if button in keys else "")
        self.row.addWidget(self.title)
        self.row.addWidget(self.pill)
        self.row.addWidget(self.due)
        self.row.addStretch(1)
        self.row.addWidget(self.place)
        for part in self.in_order():
            self.row.addWidget(part)

    def _connect(self) -> None:
        self.previous.clicked.connect(self._previous_clicked)
        self.next.clicked.connect(self._next_clicked)
        for button, asked in (
            (self.board, self.board_asked),
            (self.check, self.check_asked),
            (self.reopen, self.reopen_asked),
            (self.give_back, self.return_asked),
            (self.accept, self.accept_asked),
            (self.send, self.send_asked),
        ):
            button.clicked.connect(asked)

    def _square(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "square")
        button.setIcon(theme().icon(icon))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _primary(self, icon: str) -> QPushButton:
        button = QPushButton(theme().icon(icon, "on_accent"), "")
        button.setProperty("role", "primary")
        return button

    def in_order(self) -> list[QToolButton | QPushButton]:
        """Return the buttons from left to right."""
        arrows = [self.previous, self.next, self.board]
        return [*arrows, self.check, self.reopen, self.give_back, self.accept, self.send]

    def show_asked(self, is_asked: bool) -> None:
        """Offer to send and to check only where the plan asks something."""
        self.check.setEnabled(is_asked)
        self.send.setEnabled(is_asked)

    def show_submission(self, unit: Unit, quarter: int, window: Window, on: date, submission: Submission) -> None:
        """Show whose submission of which quarter this is, in which state, and when it is or was due."""
        words = self.tr("Submission of {quarter} – {unit}")
        self.title.setText(words.format(quarter=lower_first(quarter_text(quarter)), unit=lower_first(unit.name)))
        self.pill.show_submission(submission)
        state = submission.state
        is_closed = state in (SubmissionState.SUBMITTED, SubmissionState.ACCEPTED)
        self._show_due(window, submission.day if is_closed and submission.day else None, on)
        self.reopen.setVisible(is_closed)
        self.give_back.setVisible(state is SubmissionState.SUBMITTED)
        self.accept.setVisible(state is SubmissionState.SUBMITTED)
        self.send.setVisible(not is_closed)
        self.fit()

    def _show_due(self, window: Window, sent_on: date | None, on: date) -> None:
        due, calendar = window.due, window.calendar
        if sent_on is not None:
            left = lateness_text(due, sent_on, calendar)
        else:
            left = days_left_text(due, on) if on <= due else lateness_text(due, on, calendar)
        self.due.setText(self.tr("due {date}, {left}").format(date=format_date(due), left=left))
        set_role(self.due, "secondary" if (sent_on or on) <= due else "warning")

    def show_place(self, number: int, count: int) -> None:
        """Show which of the units this is."""
        self.place.setText(self.tr("Unit {number}/{count}").format(number=number, count=count))
        for button in (self.previous, self.next):
            button.setEnabled(count > 1)
        self.fit()

    def _previous_clicked(self) -> None:
        self.stepped.emit(-1)

    def _next_clicked(self) -> None:
        self.stepped.emit(1)


class StateBand(QFrame):
    """One line below the head: why the form was returned or opened again, or that it is sent and locked.

    sent_asked: what was sent, and the steps of the form, are wanted."""

    sent_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon, self.text = QLabel(), ElidedLabel()
        self.sent = QPushButton(self.tr("What was sent…"))
        self.sent.setProperty("role", "link")
        self.sent.clicked.connect(self.sent_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(10), 0, theme().px(10), 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.sent)

    def show_submission(self, submission: Submission) -> None:
        """Say what there is to say of a submission's state; a plain draft needs no words."""
        state, day = submission.state, format_date(submission.day) if submission.day else ""
        icon, words = self._said(state)
        self.setVisible(bool(words) and submission.day is not None)
        self.text.setText(words.format(day=day, who=submission.who, reason=submission.reason))
        is_warning = state is SubmissionState.RETURNED
        self._icon.setPixmap(theme().pixmap(icon, "warning_text" if is_warning else "accent", theme().px(16)))
        if (role := "band-warning" if is_warning else "band-info") != self.property("role"):
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def _said(self, state: SubmissionState) -> tuple[str, str]:
        match state:
            case SubmissionState.SUBMITTED:
                return "lock", self.tr("Sent on {day}: the figures are locked. To change them, open the form again.")
            case SubmissionState.ACCEPTED:
                return "lock", self.tr("Taken in on {day}: the figures are locked. To change them, open it again.")
            case SubmissionState.RETURNED:
                return "return", self.tr("Returned on {day} by {who}: {reason}")
        return "pencil", self.tr("Opened again on {day} by {who}: {reason}")
