"""What was sent or accepted is locked: nothing of it is changed, whichever way the change comes."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.errors import KnownError
from models.period import Period
from models.store.database import Database
from models.store.rows import day, period_key, period_of
from models.submission import Submission, SubmissionState, lock_sentence

LOCKED = """
SELECT step.period, unit.code, unit.name, step.state, step.day
FROM json_each(:units) AS asked
CROSS JOIN unit ON unit.code = asked.value
CROSS JOIN json_each(:periods) AS slot
CROSS JOIN submission_step AS step ON step.period = slot.value AND step.unit = unit.id
WHERE step.state IN ('submitted', 'accepted')
    AND NOT EXISTS (
        SELECT * FROM submission_step AS later
        WHERE later.period = step.period AND later.unit = step.unit AND later.id > step.id
    )
ORDER BY step.period, unit.position, unit.id
"""
LOCKED_KEYS = """
SELECT period, unit FROM (SELECT period, unit, state, max(id) FROM submission_step GROUP BY period, unit)
WHERE state IN ('submitted', 'accepted')
"""
LOCKED_FORMS = f"SELECT unit.code, found.period FROM ({LOCKED_KEYS}) AS found JOIN unit ON unit.id = found.unit"
HAS_STEPS = "SELECT EXISTS (SELECT * FROM submission_step)"

Form = tuple[str, Period]  # a unit's code and a quarter


@dataclass(frozen=True, slots=True)
class Lock:
    """A submission that cannot be changed, and its unit's name."""

    submission: Submission
    unit_name: str


class LockedError(KnownError):
    """A change of what was sent or accepted; forms holds the units and quarters that stand in its way."""

    def __init__(self, locks: Mapping[Form, Lock]) -> None:
        self.forms = tuple(locks)
        first = next(iter(locks.values()))
        super().__init__(lock_sentence(first.unit_name, first.submission, len(locks) - 1))


def check_unlocked(db: Database, forms: Iterable[Form]) -> None:
    """Raise LockedError where any unit's submission of a quarter was sent or accepted.

    Call it inside the transaction that writes. A period that is no quarter is never locked."""
    if locks := locked_among(db, forms):
        raise LockedError(locks)


def locked_among(db: Database, forms: Iterable[Form]) -> dict[Form, Lock]:
    """Return which of some units' quarters are locked, in order of time, then of the units."""
    asked = {(unit, period) for unit, period in forms if period.is_quarter}
    if not asked or not db.execute(HAS_STEPS).fetchone()[0]:
        return {}
    units, periods = {unit for unit, _ in asked}, {period_key(period) for _, period in asked}
    rows = db.execute(LOCKED, {"units": json.dumps(sorted(units)), "periods": json.dumps(sorted(periods))})
    found = {}
    for key, unit, name, state, on in rows:
        quarter = period_of(key)
        if (unit, quarter) in asked:
            found[unit, quarter] = Lock(Submission(unit, quarter, SubmissionState(state), day(on)), name)
    return found


def every_lock(db: Database) -> dict[Form, Lock]:
    """Return everything in the file that is locked, in order of time, then of the units."""
    return locked_among(db, [(unit, period_of(key)) for unit, key in db.execute(LOCKED_FORMS)])


def locked_keys(db: Database) -> frozenset[tuple[int, int]]:
    """Return every locked form of the file: the quarter's key and the unit's id."""
    return frozenset(db.execute(LOCKED_KEYS))
