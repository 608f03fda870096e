"""Who last changed what a figure is made of: actuals of its units and quarters, and what the plan asks of it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.period import Period
from models.store.database import Database
from models.store.plans import windows
from models.store.rows import period_key
from models.store.units import unit_tree

LAST_CHANGE = """
WITH asked_indicator AS (
    SELECT id FROM indicator WHERE :indicators IS NULL OR code IN (SELECT value FROM json_each(:indicators))
), asked_unit AS (
    SELECT id FROM unit WHERE :units IS NULL OR code IN (SELECT value FROM json_each(:units))
), changed AS (
    SELECT revision FROM actual
    WHERE period IN (SELECT value FROM json_each(:periods)) AND indicator IN asked_indicator AND unit IN asked_unit
    UNION ALL
    SELECT revision FROM history
    WHERE subject = 'actual' AND period IN (SELECT CAST(value AS TEXT) FROM json_each(:periods))
        AND indicator IN asked_indicator AND unit IN asked_unit
    UNION ALL
    SELECT revision FROM history
    WHERE subject IN ('plan_indicator', 'assignment') AND indicator IN asked_indicator
    UNION ALL
    SELECT revision FROM assignment WHERE indicator IN asked_indicator
    UNION ALL
    SELECT revision FROM plan_indicator WHERE indicator IN asked_indicator
)
SELECT revision.at, revision.who FROM revision
WHERE revision.id = (SELECT max(revision) FROM changed WHERE revision > :since)
"""


@dataclass(frozen=True, slots=True)
class LastChange:
    """When something was changed last, in UTC, and by whom."""

    at: datetime
    who: str


def last_change(
    db: Database, plan: str, indicators: Sequence[str], unit: str | None, period: Period, since: int = 0
) -> LastChange | None:
    """Return the last change, after a revision of the file, of what a figure is made of; None where there was none.

    indicators: those it is made of (none: any), unit: it and all that stood below it in any of the period's quarters
    (None: any)."""
    quarters = [*period.quarters, Period(period.year)]
    asked = {
        "indicators": json.dumps(list(indicators)) if indicators else None,
        "units": None if unit is None else json.dumps(sorted(_members(db, plan, unit, period))),
        "periods": json.dumps([period_key(each) for each in quarters]),
        "since": since,
    }
    row = db.execute(LAST_CHANGE, asked).fetchone()
    return None if row is None else LastChange(datetime.fromisoformat(row[0]), row[1])


def _members(db: Database, plan: str, unit: str, period: Period) -> set[str]:
    tree, given = unit_tree(db), windows(db, plan)
    return {each for quarter in period.quarters for each in tree.members(unit, given.of(quarter).last)}
