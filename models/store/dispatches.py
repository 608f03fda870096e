"""What an office puts around each kind of report."""

from typing import Any

from models.dispatch import Dispatch
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.entry import Keys

DISPATCHES = """
SELECT unit.code AS unit, report_kind, symbol, addressee, authority, signer_position, signer, recipients, drafting_unit,
    superior_agency, issuing_agency, place
FROM dispatch JOIN unit ON unit.id = dispatch.unit
WHERE unit.code = ifnull(:unit, unit.code) ORDER BY unit.position, unit.id, report_kind
"""
SAVE_DISPATCH = """
INSERT INTO dispatch (unit, report_kind, symbol, addressee, authority, signer_position, signer, recipients,
    drafting_unit, superior_agency, issuing_agency, place)
VALUES (:unit, :report_kind, :symbol, :addressee, :authority, :signer_position, :signer, :recipients, :drafting_unit,
    :superior_agency, :issuing_agency, :place)
ON CONFLICT (unit, report_kind) DO UPDATE SET symbol = :symbol, addressee = :addressee, authority = :authority,
    signer_position = :signer_position, signer = :signer, recipients = :recipients, drafting_unit = :drafting_unit,
    superior_agency = :superior_agency, issuing_agency = :issuing_agency, place = :place
"""


def dispatches(db: Database, unit: str | None = None) -> list[Dispatch]:
    """Return what an office (None: every office) puts on each kind of report, by the kind's name."""
    return [_dispatch(row) for row in db.query(DISPATCHES, {"unit": unit})]


def dispatch(db: Database, unit: str, report_kind: str) -> Dispatch | None:
    """Return what an office puts on one kind of report; None when it says nothing."""
    return next((each for each in dispatches(db, unit) if each.report_kind == report_kind), None)


def save_dispatch(db: Database, new: Dispatch, author: Author) -> Changes:
    """Save what an office puts on one kind of report."""
    with writing(db, author):
        row = {each: getattr(new, each) for each in Dispatch.__slots__}
        recipients = "\n".join(each.replace("\n", " ") for each in new.recipients)
        db.execute(SAVE_DISPATCH, {**row, "unit": Keys(db).unit(new.unit), "recipients": recipients})
    return Changes(plans=True)


def _dispatch(row: dict[str, Any]) -> Dispatch:
    lines = row["recipients"].split("\n") if row["recipients"] else ()
    return Dispatch(**{**row, "recipients": tuple(lines)})
