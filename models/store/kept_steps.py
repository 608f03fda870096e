"""Steps of submissions as they travel from one data file to another, with what was sent."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from models.errors import KnownError
from models.period import Period
from models.store.changes import Author, Changes
from models.store.database import NEW_REVISION, Database, writing
from models.store.entry import Keys
from models.store.plans import plan
from models.store.rows import period_key, period_of
from models.store.snapshots import from_text, taken, to_text
from models.store.submissions import ADD_STEP, submission
from models.submission import KeptStep, SubmissionState, may_follow

KEPT_STEPS = """
SELECT unit.code, step.period, step.state, step.day, step.reason, revision.who, revision.at, step.snapshot
FROM submission_step AS step JOIN unit ON unit.id = step.unit JOIN revision ON revision.id = step.revision
ORDER BY step.period, unit.position, unit.id, step.id
"""
KEPT_STEPS_OF_FORM = KEPT_STEPS.replace("ORDER BY", "WHERE step.period = :period AND unit.code = :unit ORDER BY")


def kept_steps(db: Database, unit: str | None = None, quarter: Period | None = None) -> Iterator[KeptStep]:
    """Yield every step of the file, or of one form: by quarter, then in the order of the units, the oldest first.

    Holds one snapshot at a time."""
    if unit is None or quarter is None:
        rows = db.execute(KEPT_STEPS)
    else:
        rows = db.execute(KEPT_STEPS_OF_FORM, {"unit": unit, "period": period_key(quarter)})
    form, number = (0, ""), 0
    for code, period, state, day, reason, who, at, sent in rows:
        form, number = (period, code), number + 1 if form == (period, code) else 1
        when, real = date.fromisoformat(day), datetime.fromisoformat(at)
        kept = None if sent is None else from_text(sent)
        yield KeptStep(code, period_of(period), number, SubmissionState(state), when, reason, who, real, kept)


def take_in_steps(db: Database, new: Iterable[KeptStep], author: Author) -> Changes:
    """Add steps that were made in another file behind those that are here, keeping who made them and when.

    In the order given; where who and when are not known it is the author, now, and where what was sent is not, it is
    what stands in the file. Raises KnownError for an unknown unit or plan and for a step that cannot follow; nothing
    is added then."""
    keys = Keys(db)
    with writing(db, author) as revision:
        made: dict[tuple[str, datetime | None], int] = {("", None): revision}
        for each in new:
            row: dict[str, Any] = {
                "period": period_key(each.quarter),
                "unit": keys.unit(each.unit),
                "state": each.state,
                "day": each.day.isoformat(),
                "reason": each.reason,
            }
            _check_follows(db, each)
            sent = each.snapshot
            if sent is None and each.plan:
                sent = taken(db, plan(db, each.plan), each.unit, each.quarter, each.day)
            row["snapshot"] = None if sent is None else to_text(sent)
            mark = (each.who, each.at)
            if mark not in made:
                made[mark] = _revision(db, each.who or author.who, each.at or datetime.now(UTC), author.how)
            db.execute(ADD_STEP, row | {"revision": made[mark]})
        if len(made) > 1:
            _revision(db, author.who, datetime.now(UTC), author.how)  # the latest is whose what follows is
    return Changes(submissions=True)


def _check_follows(db: Database, each: KeptStep) -> None:
    was = submission(db, each.unit, each.quarter)
    is_whole = (each.snapshot is not None or bool(each.plan)) == (each.state is SubmissionState.SUBMITTED)
    is_explained = bool(each.reason) or each.state in (SubmissionState.SUBMITTED, SubmissionState.ACCEPTED)
    in_time = was.day is None or was.day <= each.day
    if not (may_follow(was.state, each.state) and is_whole and is_explained and in_time):
        raise KnownError(f"Bước {each.number} của phiếu kỳ {each.quarter}, đơn vị {each.unit}, không nối tiếp được.")


def _revision(db: Database, who: str, at: datetime, how: str) -> int:
    values = {"at": at.astimezone(UTC).isoformat(timespec="milliseconds"), "who": who, "how": how}
    revision = db.execute(NEW_REVISION, values).lastrowid
    assert revision is not None
    return revision
