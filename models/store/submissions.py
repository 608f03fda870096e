"""Sending, returning, accepting and opening again: every step is kept, the last one says where a submission stands."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from models.errors import KnownError
from models.number import format_date
from models.period import Period
from models.plan import Plan
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.entry import Keys
from models.store.locks import LockedError as LockedError
from models.store.locks import check_unlocked as check_unlocked
from models.store.rows import period_key, period_of
from models.store.snapshots import snapshot as snapshot
from models.store.snapshots import taken, to_text
from models.submission import Step, Submission, SubmissionState

STEPS = """
SELECT step.id, unit.code, step.period, step.state, step.day, step.reason, revision.who, revision.how, revision.at
FROM submission_step AS step JOIN unit ON unit.id = step.unit JOIN revision ON revision.id = step.revision
WHERE (:period IS NULL OR step.period = :period) AND (:unit IS NULL OR unit.code = :unit)
ORDER BY step.period, unit.position, unit.id, step.id
"""
ADD_STEP = """
INSERT INTO submission_step (period, unit, state, day, reason, snapshot, revision)
VALUES (:period, :unit, :state, :day, :reason, :snapshot, :revision)
"""


def submission(db: Database, unit: str, quarter: Period) -> Submission:
    """Return where a unit's submission of a quarter stands: a draft where nothing was ever sent."""
    return _last(steps(db, unit, quarter)) or Submission(unit, quarter)


def submissions(db: Database, quarter: Period) -> dict[str, Submission]:
    """Return where the submissions of a quarter stand, by unit; those never sent are not there."""
    by_unit: dict[str, list[Step]] = {}
    for each in _steps(db, None, quarter):
        by_unit.setdefault(each.unit, []).append(each)
    return {unit: found for unit, its in by_unit.items() if (found := _last(its))}


def steps(db: Database, unit: str, quarter: Period) -> list[Step]:
    """Return what happened to a submission, the oldest first."""
    return list(_steps(db, unit, quarter))


def all_steps(db: Database) -> Iterator[Step]:
    """Yield every step of the file: by quarter, then in the order of the units, the oldest first."""
    return _steps(db, None, None)


def submit(db: Database, plan: Plan, unit: str, quarter: Period, day: date, author: Author) -> Changes:
    """Send a draft, or one that was returned: from now on it is locked, and what it says is kept as it is.

    plan is the one whose figures are kept with it. Raises KnownError for one that was sent already, an unknown unit,
    or a period that is no quarter; nothing is kept then."""
    with writing(db, author) as revision:
        was = _standing(db, unit, quarter, day)
        if was.is_locked:
            advice = "không gửi lần nữa được" if was.state is SubmissionState.SUBMITTED else "hãy mở lại trước khi gửi"
            raise KnownError(f"{_words(was)}; {advice}.")
        sent = to_text(taken(db, plan, unit, quarter, day))
        _add(db, was, SubmissionState.SUBMITTED, day, "", sent, revision)
    return Changes(submissions=True)


def give_back(db: Database, unit: str, quarter: Period, day: date, reason: str, author: Author) -> Changes:
    """Return a submission that was sent, with what is to be put right; it can then be changed and sent again."""
    with writing(db, author) as revision:
        was = _sent(db, unit, quarter, day, "trả lại")
        _add(db, was, SubmissionState.RETURNED, day, _given(reason, "trả lại"), None, revision)
    return Changes(submissions=True)


def accept(db: Database, unit: str, quarter: Period, day: date, author: Author) -> Changes:
    """Accept a submission that was sent; it stays locked."""
    with writing(db, author) as revision:
        was = _sent(db, unit, quarter, day, "tiếp nhận")
        _add(db, was, SubmissionState.ACCEPTED, day, "", None, revision)
    return Changes(submissions=True)


def reopen(db: Database, unit: str, quarter: Period, day: date, reason: str, author: Author) -> Changes:
    """Make a draft again of what was sent or accepted; what was sent stays kept."""
    with writing(db, author) as revision:
        was = _standing(db, unit, quarter, day)
        if not was.is_locked:
            raise KnownError(f"{_words(was)} nên không cần mở lại: số liệu sửa được ngay.")
        _add(db, was, SubmissionState.DRAFT, day, _given(reason, "mở lại"), None, revision)
    return Changes(submissions=True)


def check_is_quarter(period: Period) -> None:
    """Raise KnownError for a period that has no submissions."""
    if not period.is_quarter:
        raise KnownError(f"Phiếu báo cáo là của một quý, ví dụ {period.year}-Q1, không phải của kỳ {period}.")


def _steps(db: Database, unit: str | None, quarter: Period | None) -> Iterator[Step]:
    asked = {"unit": unit, "period": None if quarter is None else period_key(quarter)}
    for number, code, period, state, on, reason, who, how, at in db.execute(STEPS, asked):
        when, its = date.fromisoformat(on), SubmissionState(state)
        yield Step(number, code, period_of(period), its, when, reason, who, how, datetime.fromisoformat(at))


def _last(its: list[Step]) -> Submission | None:
    if not its:
        return None
    last = its[-1]
    sent = [each.day for each in its if each.state is SubmissionState.SUBMITTED]
    return Submission(
        last.unit, last.quarter, last.state, last.day, last.reason, last.who, last.at, sent[-1] if sent else None
    )


def _standing(db: Database, unit: str, quarter: Period, day: date) -> Submission:
    """Return where a submission stands before a step is made on a day; raises KnownError where none can be made."""
    check_is_quarter(quarter)
    Keys(db).unit(unit)
    was = submission(db, unit, quarter)
    if was.day is not None and day < was.day:
        raise KnownError(
            f"{_words(was)}; ngày {format_date(day)} là trước đó, hãy chọn lại ngày hỏi từ {format_date(was.day)}."
        )
    return was


def _sent(db: Database, unit: str, quarter: Period, day: date, what: str) -> Submission:
    was = _standing(db, unit, quarter, day)
    if was.state is SubmissionState.ACCEPTED:
        raise KnownError(f"{_words(was)} nên không {what} được nữa; nếu cần sửa, hãy mở lại phiếu, nêu lý do.")
    if not was.is_locked:
        raise KnownError(f"{_words(was)} nên không có gì để {what}.")
    return was


def _given(reason: str, what: str) -> str:
    if not reason.strip():
        raise KnownError(f"Hãy nêu lý do {what} phiếu.")
    return reason.strip()


def _words(was: Submission) -> str:
    """Return where a submission stands, as the beginning of a sentence."""
    form = f"Phiếu kỳ {was.quarter} của đơn vị {was.unit}"
    if was.day is None:
        return f"{form} chưa gửi"
    done = {
        SubmissionState.DRAFT: "đã mở lại",
        SubmissionState.SUBMITTED: "đã gửi",
        SubmissionState.RETURNED: "đã bị trả lại",
        SubmissionState.ACCEPTED: "đã được tiếp nhận",
    }
    return f"{form} {done[was.state]} ngày {format_date(was.day)}"


def _add(
    db: Database, was: Submission, state: SubmissionState, day: date, reason: str, sent: str | None, revision: int
) -> None:
    row: dict[str, Any] = {
        "period": period_key(was.quarter),
        "unit": Keys(db).unit(was.unit),
        "state": state,
        "day": day.isoformat(),
        "reason": reason,
        "snapshot": sent,
        "revision": revision,
    }
    db.execute(ADD_STEP, row)
