"""What is known of indicators' codes and of periods over all plans."""

from models.measure import Accumulation, Kind
from models.period import Period
from models.store.actuals import PERIODS_WITH_ACTUALS, period_of
from models.store.database import Database

MEASURES = "SELECT code, kind, accumulation FROM indicator ORDER BY id"
USED_CODES = "SELECT code FROM indicator WHERE id IN (SELECT DISTINCT indicator FROM actual)"


def measures(db: Database) -> dict[str, tuple[Kind, Accumulation | None]]:
    """Return kind and accumulation of every indicator's code, those that no plan has any more included."""
    rows = db.execute(MEASURES)
    return {code: (Kind(kind), Accumulation(how) if how else None) for code, kind, how in rows}


def used_codes(db: Database) -> frozenset[str]:
    """Return the codes of indicators that have actuals: their kind cannot change."""
    return frozenset(code for (code,) in db.execute(USED_CODES))


def reported_periods(db: Database) -> list[Period]:
    """Return the quarters and years for which anything is kept, in order."""
    return [period_of(key) for (key,) in db.execute(PERIODS_WITH_ACTUALS)]
