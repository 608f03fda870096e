"""What was corrected in plans after they were issued, and why."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from models.errors import KnownError
from models.plan import Correction
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.plans import plan_id

CORRECTIONS = """
SELECT plan.code AS plan, plan_correction.at, plan_correction.who, plan_correction.reason, plan_correction.content
FROM plan_correction JOIN plan ON plan.id = plan_correction.plan
WHERE plan.code = ifnull(:plan, plan.code)
ORDER BY plan_correction.id
"""
ADD_CORRECTION = """
INSERT INTO plan_correction (plan, at, who, reason, content, revision)
VALUES (:plan, :at, :who, :reason, :content, :revision)
"""
REMOVE_CORRECTION = """
DELETE FROM plan_correction WHERE id = (
    SELECT max(id) FROM plan_correction
    WHERE plan = :plan AND at = :at AND who = :who AND reason = :reason AND content = :content
)
"""


def corrections(db: Database, plan_code: str | None = None) -> list[Correction]:
    """Return the corrections of a plan, or of all, the oldest first."""
    return [
        Correction(row["plan"], datetime.fromisoformat(row["at"]), row["who"], row["reason"], row["content"])
        for row in db.query(CORRECTIONS, {"plan": plan_code})
    ]


def save_corrections(db: Database, new: Iterable[Correction], author: Author) -> Changes:
    """Add corrections. Raises KnownError for one without a reason."""
    with writing(db, author) as revision:
        for each in new:
            if not each.reason.strip():
                raise KnownError("Hãy nêu lý do đính chính.")
            db.execute(ADD_CORRECTION, {**_row(db, each), "revision": revision})
    return Changes(plans=True)


def take_back_correction(db: Database, old: Correction, author: Author) -> Changes:
    """Take back one that was undone; the database's history keeps it."""
    with writing(db, author):
        db.execute(REMOVE_CORRECTION, _row(db, old))
    return Changes(plans=True)


def _row(db: Database, each: Correction) -> dict[str, Any]:
    at = each.at.isoformat(timespec="milliseconds")
    return {"plan": plan_id(db, each.plan), "at": at, "who": each.who, "reason": each.reason, "content": each.content}
