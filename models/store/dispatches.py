"""What a plan's office puts around each kind of report."""

from typing import Any

from models.dispatch import Dispatch
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.plans import plan_id

DISPATCHES = """
SELECT plan.code AS plan, report_kind, symbol, addressee, authority, signer_position, signer, recipients, drafting_unit
FROM dispatch JOIN plan ON plan.id = dispatch.plan
WHERE plan.code = :plan ORDER BY report_kind
"""
SAVE_DISPATCH = """
INSERT INTO dispatch (plan, report_kind, symbol, addressee, authority, signer_position, signer, recipients,
    drafting_unit)
VALUES (:plan, :report_kind, :symbol, :addressee, :authority, :signer_position, :signer, :recipients, :drafting_unit)
ON CONFLICT (plan, report_kind) DO UPDATE SET symbol = :symbol, addressee = :addressee, authority = :authority,
    signer_position = :signer_position, signer = :signer, recipients = :recipients, drafting_unit = :drafting_unit
"""


def dispatches(db: Database, plan_code: str) -> list[Dispatch]:
    """Return what a plan says of every kind of report, by the kind's name."""
    return [_dispatch(row) for row in db.query(DISPATCHES, {"plan": plan_code})]


def dispatch(db: Database, plan_code: str, report_kind: str) -> Dispatch | None:
    """Return what a plan says of one kind of report; None when it says nothing."""
    return next((each for each in dispatches(db, plan_code) if each.report_kind == report_kind), None)


def save_dispatch(db: Database, new: Dispatch, author: Author) -> Changes:
    """Save what a plan says of one kind of report."""
    with writing(db, author):
        row = {each: getattr(new, each) for each in Dispatch.__slots__}
        recipients = "\n".join(each.replace("\n", " ") for each in new.recipients)
        db.execute(SAVE_DISPATCH, {**row, "plan": plan_id(db, new.plan), "recipients": recipients})
    return Changes(plans=True)


def _dispatch(row: dict[str, Any]) -> Dispatch:
    lines = row["recipients"].split("\n") if row["recipients"] else ()
    return Dispatch(**{**row, "recipients": tuple(lines)})
