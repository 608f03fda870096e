"""What is known of indicators' codes and of periods over all plans."""

from models.measure import Accumulation, Kind
from models.period import Period
from models.store.actuals import PERIODS_WITH_ACTUALS, period_of
from models.store.changes import Author, Changes
from models.store.database import Database, writing

MEASURES = "SELECT code, kind, accumulation FROM indicator ORDER BY id"
ADD_CODE = "INSERT INTO indicator (code, kind, accumulation) VALUES (:code, :kind, :accumulation)"
USED_CODES = "SELECT code FROM indicator WHERE id IN (SELECT DISTINCT indicator FROM actual)"


def measures(db: Database) -> dict[str, tuple[Kind, Accumulation | None]]:
    """Return kind and accumulation of every indicator's code, those that no plan has any more included."""
    rows = db.execute(MEASURES)
    return {code: (Kind(kind), Accumulation(how) if how else None) for code, kind, how in rows}


def save_measure(db: Database, code: str, kind: Kind, accumulation: Accumulation | None, author: Author) -> Changes:
    """Add a code that no plan has, so that actuals of it can be kept."""
    with writing(db, author):
        db.execute(ADD_CODE, {"code": code, "kind": kind, "accumulation": accumulation})
    return Changes(targets=True)


def used_codes(db: Database) -> frozenset[str]:
    """Return the codes of indicators that have actuals: their kind cannot change."""
    return frozenset(code for (code,) in db.execute(USED_CODES))


def reported_periods(db: Database) -> list[Period]:
    """Return the quarters and years for which anything is kept, in order."""
    return [period_of(key) for (key,) in db.execute(PERIODS_WITH_ACTUALS)]
