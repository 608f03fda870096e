"""Why targets were missed: cause, remedy, who, by when."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from models.period import Period, read_period
from models.plan import Explanation
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.entry import Keys
from models.store.locks import check_unlocked, locked_among
from models.store.plans import plan_id
from models.store.rows import day, iso, moment, moment_text

Place = tuple[str, str, Period]

EXPLANATIONS = """
SELECT indicator.code AS indicator, unit.code AS unit, explanation.period, explanation.cause, explanation.remedy,
    explanation.responsible, explanation.due
FROM explanation
JOIN indicator ON indicator.id = explanation.indicator
JOIN unit ON unit.id = explanation.unit
LEFT JOIN plan_indicator ON plan_indicator.indicator = explanation.indicator AND plan_indicator.plan = :plan
WHERE (:plan IS NULL OR plan_indicator.plan IS NOT NULL)
    AND (:period IS NULL OR explanation.period = :period)
    AND (:indicator IS NULL OR indicator.code = :indicator)
    AND (:unit IS NULL OR unit.code = :unit)
ORDER BY explanation.period, plan_indicator.position, indicator.code, unit.position, unit.id
"""
SAVE_EXPLANATION = """
INSERT INTO explanation (indicator, unit, period, cause, remedy, responsible, due, told_at, revision)
VALUES (:indicator, :unit, :period, :cause, :remedy, :responsible, :due, :told_at, :revision)
ON CONFLICT (indicator, unit, period) DO UPDATE SET cause = :cause, remedy = :remedy, responsible = :responsible,
    due = :due, told_at = :told_at, revision = :revision
WHERE (cause, remedy, responsible, due) IS NOT (:cause, :remedy, :responsible, :due)
"""
TOLD = """
SELECT ifnull(explanation.told_at, revision.at) AS told_at
FROM explanation
JOIN revision ON revision.id = explanation.revision
JOIN indicator ON indicator.id = explanation.indicator
JOIN unit ON unit.id = explanation.unit
WHERE indicator.code = :indicator AND unit.code = :unit AND explanation.period = :period
"""
PUBLISHED_LATER = """
SELECT plan.year, indicator.code
FROM plan_indicator
JOIN plan ON plan.id = plan_indicator.plan
JOIN indicator ON indicator.id = plan_indicator.indicator
WHERE plan_indicator.published_month IS NOT NULL
"""
REMOVE_EXPLANATION = "DELETE FROM explanation WHERE indicator = :indicator AND unit = :unit AND period = :period"


def explanations(
    db: Database, plan_code: str | None = None, period: Period | None = None, unit: str | None = None
) -> list[Explanation]:
    """Return what is explained, for the indicators of a plan, one period and one unit where they are given."""
    plan_key = None if plan_code is None else plan_id(db, plan_code)
    return _found(db, plan=plan_key, period=None if period is None else period.code, unit=unit)


def explanation(db: Database, indicator: str, unit: str, period: Period) -> Explanation | None:
    """Return what a unit says of one indicator and period; None when it says nothing."""
    return next(iter(_found(db, indicator=indicator, unit=unit, period=period.code)), None)


def told_at(db: Database, indicator: str, unit: str, period: Period) -> datetime | None:
    """Return when a unit said what it says of one indicator and period; None when it says nothing."""
    found = db.query(TOLD, {"indicator": indicator, "unit": unit, "period": period.code})
    return next((moment(row["told_at"]) for row in found), None)


def save_explanation(db: Database, new: Explanation, author: Author) -> Changes:
    """Save what a unit says; one without a word in it is taken away."""
    return save_explanations(db, [new], author)


def save_explanations(
    db: Database, new: Iterable[Explanation], author: Author, told: Mapping[Place, datetime] = MappingProxyType({})
) -> Changes:
    """Save what units say, all or nothing. told: when each was told, by its indicator, unit and period; else now.

    Raises KnownError for unknown codes, LockedError for a change of what was sent with a submission."""
    keys, new = Keys(db), list(new)
    with writing(db, author) as revision:
        _check_locks(db, new)
        for each in new:
            key = {
                "indicator": keys.indicator(each.indicator)[0],
                "unit": keys.unit(each.unit),
                "period": each.period.code,
            }
            said = {"cause": each.cause, "remedy": each.remedy, "responsible": each.responsible, "due": iso(each.due)}
            if any(said.values()):
                at = moment_text(told.get((each.indicator, each.unit, each.period)))
                db.execute(SAVE_EXPLANATION, key | said | {"told_at": at, "revision": revision})
            else:
                db.execute(REMOVE_EXPLANATION, key)
    return Changes(explanations=True)


def published_later(db: Database) -> frozenset[tuple[str, Period]]:
    """Return which indicators come out after which year: what is said of them is not locked with the last quarter."""
    return frozenset((code, Period(year)) for year, code in db.execute(PUBLISHED_LATER))


def _check_locks(db: Database, new: list[Explanation]) -> None:
    """Refuse to change what went with a submission: what is said of its quarter, or of the year so far.

    What is said of an index that came out after the year went with none."""
    late = published_later(db)
    new = [each for each in new if (each.indicator, each.period) not in late]
    locked = locked_among(db, ((each.unit, each.period.last_quarter) for each in new))
    in_locked = (each for each in new if (each.unit, each.period.last_quarter) in locked)
    check_unlocked(db, ((each.unit, each.period.last_quarter) for each in in_locked if _differs(db, each)))


def _differs(db: Database, new: Explanation) -> bool:
    was = explanation(db, new.indicator, new.unit, new.period)
    return new != (was or Explanation(new.indicator, new.unit, new.period))


def _found(db: Database, **asked: Any) -> list[Explanation]:
    nothing = dict.fromkeys(("plan", "period", "indicator", "unit"))
    return [
        Explanation(**{**row, "period": read_period(row["period"]), "due": day(row["due"])})
        for row in db.query(EXPLANATIONS, nothing | asked)
    ]
