"""The state of a submission: a line icon, a word and a colour, and never the fill of a figure's state."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.number import format_date
from models.period import working_days
from models.submission import Submission, SubmissionState
from models.workdays import NATIONAL, Calendar
from ui.theme import Theme, theme


class Look(NamedTuple):
    """How a state of a submission looks: an icon, and the roles of its word and of what lies behind."""

    icon: str
    text: str
    soft: str


NOT_SENT = Look("not-sent", "no_data_text", "no_data_soft")
LOOKS = {
    SubmissionState.DRAFT: Look("pencil", "text2", "not_due_soft"),
    SubmissionState.SUBMITTED: Look("plane", "accent", "accent_soft"),
    SubmissionState.RETURNED: Look("return", "warning_text", "warning_soft"),
    SubmissionState.ACCEPTED: Look("check", "success", "met_soft"),
}


def submission_look(state: SubmissionState, *, is_empty: bool = False) -> Look:
    """Return how a state looks; an empty draft is one that nothing was sent of yet."""
    return NOT_SENT if is_empty and state is SubmissionState.DRAFT else LOOKS[state]


def submission_word(state: SubmissionState, *, is_empty: bool = False) -> str:
    """Return the word of a state; an empty draft is "not sent"."""
    match state:
        case SubmissionState.SUBMITTED:
            return QCoreApplication.translate("Texts", "Sent")
        case SubmissionState.RETURNED:
            return QCoreApplication.translate("Texts", "Returned")
        case SubmissionState.ACCEPTED:
            return QCoreApplication.translate("Texts", "Taken in")
    if is_empty:
        return QCoreApplication.translate("Texts", "Not sent")
    return QCoreApplication.translate("Texts", "Draft")


def submission_icon(state: SubmissionState, *, is_empty: bool = False) -> QIcon:
    """Return the icon of a state in its colour, in lists too, where icons of open rows would take the accent."""
    return _icon(theme(), submission_look(state, is_empty=is_empty))


@lru_cache(maxsize=16)
def _icon(its: Theme, look: Look) -> QIcon:
    """Make an icon once for the theme in use: there are thousands of units, and five states."""
    icon, picture = QIcon(), its.pixmap(look.icon, look.text, its.px(16))
    for shown in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(picture, shown)
    return icon


def lateness_text(due: date, day: date, calendar: Calendar = NATIONAL) -> str:
    """Return whether what was sent on a day came in time: on time, or late by so many working days of the office."""
    if day <= due:
        return QCoreApplication.translate("Texts", "on time")
    if (late := working_days(due, day, calendar)) == 0:
        return QCoreApplication.translate("Texts", "after its due date, on a day off")
    return QCoreApplication.translate("Texts", "late by %n working day(s)", None, late)


class SubmissionPill(QWidget):
    """Icon and word of a submission's state, and the day it is of, on its soft ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._look, self._text = LOOKS[SubmissionState.DRAFT], ""
        self.show_state(SubmissionState.DRAFT, None)

    def show_submission(self, submission: Submission) -> None:
        """Show the state of a submission, and since when."""
        self.show_state(submission.state, submission.day)

    def show_state(self, state: SubmissionState, day: date | None) -> None:
        """Show a state; the day is told of those that somebody waits for."""
        words = submission_word(state)
        if day is not None and state is not SubmissionState.DRAFT:
            words += f" {format_date(day)}"
        self._look, self._text = LOOKS[state], words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """What is shown in words."""
        return self._text

    def sizeHint(self) -> QSize:
        look = theme()
        width = QFontMetrics(look.font(12, bold=True)).horizontalAdvance(self._text)
        return QSize(width + look.px(14 + 5 + 16) + 2, look.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(self._look.soft))
        rect = QRectF(self.rect())
        painter.drawRoundedRect(rect, look.px(4), look.px(4))
        side = look.px(14)
        mark = QRectF(look.px(8), rect.center().y() - side / 2, side, side)
        look.paint_icon(painter, mark, self._look.icon, self._look.text)
        painter.setFont(look.font(12, bold=True))
        painter.setPen(look.colour(self._look.text))
        words = rect.adjusted(look.px(8 + 5) + side, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)
        painter.end()
