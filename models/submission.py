"""One unit's actuals of one quarter as a whole: drafted, sent, returned, accepted; and what was sent, as it was."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from models.number import format_date
from models.period import Period, Span
from models.plan import Actual, Explanation
from models.progress import State


class SubmissionState(StrEnum):
    """Where a submission stands. A draft was never sent, or was opened again."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"

    @property
    def is_locked(self) -> bool:
        """Whether nothing of the submission can be changed."""
        return self in (SubmissionState.SUBMITTED, SubmissionState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Submission:
    """Where one unit's submission of one quarter stands; what brought it there is None or empty for a new draft.

    day is that of the last step, as asked on the screen; at the real clock, in UTC; sent_on the day it was last sent,
    also where it was returned or opened since."""

    unit: str
    quarter: Period
    state: SubmissionState = SubmissionState.DRAFT
    day: date | None = None
    reason: str = ""
    who: str = ""
    at: datetime | None = None
    sent_on: date | None = None

    @property
    def is_locked(self) -> bool:
        """Whether nothing of it can be changed."""
        return self.state.is_locked


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a submission's life: the state it came to, on which day, why, and who made it; at is in UTC."""

    id: int
    unit: str
    quarter: Period
    state: SubmissionState
    day: date
    reason: str
    who: str
    how: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a unit's submission stands on a day.

    day is when what now stands was sent, None where nothing is; sent_on when it was last sent, also where it was
    returned or opened since. days_late counts working days after the due date, up
    to that day, or up to the day asked where nothing is sent; is_overdue says that nothing is sent and the due date
    is over. Of the cells that are expected, filled have something in them."""

    unit: str
    state: SubmissionState
    day: date | None
    due: date
    days_late: int
    is_overdue: bool
    filled: int
    expected: int
    sent_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SentFigure:
    """What an indicator came to when a submission was sent, from the year's start to the quarter's end.

    value, target and gap are as written for scripts: a plain decimal string, a grade's name, có or không; a ratio is
    in percent."""

    indicator: str
    name: str
    period: Period
    numerator: Decimal | None
    denominator: Decimal | None
    value: str | None
    from_quarter: Period | None
    operator: str | None
    target: str | None
    target_to: str | None
    gap: str | None
    state: State
    is_provisional: bool


@dataclass(frozen=True, slots=True)
class SentEvidence:
    """Evidence that a value carried when it was sent; hash is that of a file, empty for links and documents."""

    indicator: str
    period: Period
    kind: str
    text: str
    day: date | None
    hash: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was sent, as it was on that day. Codes and names are those of then; plan is the one it was judged by."""

    plan: str
    unit: str
    unit_name: str
    quarter: Period
    actuals: tuple[Actual, ...] = ()
    figures: tuple[SentFigure, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    evidence: tuple[SentEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step as it travels from one data file to another: number counts the steps of one form from 1.

    at is in UTC and who made it; empty and None where that is not known. snapshot is there when something was sent;
    else plan is the one by which what stands in the file is to be kept, for a sending that was listed by hand."""

    unit: str
    quarter: Period
    number: int
    state: SubmissionState
    day: date
    reason: str = ""
    who: str = ""
    at: datetime | None = None
    snapshot: Snapshot | None = None
    plan: str = ""


def may_follow(before: SubmissionState, state: SubmissionState) -> bool:
    """Return whether a submission can come from one state to another in one step."""
    match state:
        case SubmissionState.SUBMITTED:
            return not before.is_locked
        case SubmissionState.DRAFT:
            return before.is_locked
    return before is SubmissionState.SUBMITTED


def cumulative_until(quarter: Period) -> Period:
    """Return the period from the year's start to the end of a quarter."""
    return Period(quarter.year, (Span.Q1, Span.H1, Span.M9, Span.YEAR)[quarter.number - 1])


def explained_period(period: Period) -> Period:
    """Return the period that explanations are given for: from the year's start to the end of a period."""
    return cumulative_until(period.last_quarter)


def lock_sentence(unit_name: str, locked: Submission, others: int = 0) -> str:
    """Return why a locked submission cannot be changed and what to do; others: how many more are locked."""
    done = "đã gửi" if locked.state is SubmissionState.SUBMITTED else "đã được tiếp nhận"
    day = f" ngày {format_date(locked.day)}" if locked.day else ""
    more = f" (và {others} phiếu khác)" if others else ""
    return (
        f"Phiếu kỳ {locked.quarter} của {unit_name} ({locked.unit}){more} {done}{day} nên không sửa được; "
        "hãy mở lại phiếu, nêu lý do."
    )
