"""Jumps and unusual values over all units of a plan: the database looks for those that may be, exact figures decide."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from models.checks import PART_WORDS, Finding, Where
from models.jumps import (
    JUMPS,
    LEAST_QUARTERS,
    OUTSIDE_RANGE,
    CheckLimit,
    Usual,
    jump_findings,
    quarters_before,
    unusual_findings,
)
from models.number import from_scaled
from models.period import Period
from models.plan import Actual
from models.store.actuals import period_key
from models.store.check_scope import Scope
from models.store.database import Database
from models.store.rows import number, scaled

_NOW = "now.unit, now.numerator, now.denominator, now.value, now.accepted IS NOT NULL"
_JUMPS = " OR ".join(
    f"(abs(now.{part} - was.{part}) >= :least"
    f" AND (now.{part} > was.{part} * :times OR was.{part} > now.{part} * :times))"
    for part in PART_WORDS
)
MAY_HAVE_JUMPED = f"""
SELECT {_NOW}, was.numerator, was.denominator, was.value
FROM actual AS now
CROSS JOIN actual AS was ON was.period = :earlier AND was.indicator = now.indicator AND was.unit = now.unit
WHERE now.period = :period AND now.indicator = :indicator AND ({_JUMPS})
"""
_ENDS = ", ".join(f"min(was.{part}), max(was.{part}), count(was.{part})" for part in PART_WORDS)
_OUTSIDE = " OR ".join(
    f"(count(was.{part}) >= {LEAST_QUARTERS} AND max(now.{part} - max(was.{part}), min(was.{part}) - now.{part})"
    f" >= max(:least, (max(was.{part}) - min(was.{part})) * :share))"
    for part in PART_WORDS
)
# A quarter and an indicator at a time, so that groups come in the order of the key and need no sorting.
MAY_BE_UNUSUAL = f"""
SELECT {_NOW}, {_ENDS}
FROM actual AS now
CROSS JOIN json_each(:quarters) AS quarter
CROSS JOIN actual AS was ON was.period = quarter.value AND was.indicator = now.indicator AND was.unit = now.unit
WHERE now.period = :period AND now.indicator = :indicator
GROUP BY now.unit
HAVING {_OUTSIDE}
"""
_A_LITTLE_LESS = 1 - 1e-9  # floats find what may be: rather one too many


def changes_of_all(
    db: Database, scope: Scope, where: Where, ids: Mapping[str, int], units: Mapping[int, str]
) -> Iterator[Finding]:
    """Yield the jumps and unusual values of a quarter, by check, indicator and unit.

    ids: of all indicators' codes. units: the codes of the units to look at, by id."""
    codes = [code for code, each in scope.indicators.items() if each.kind.rolls_up]
    for rule, back in JUMPS.items():
        limit, earlier = scope.limits[rule], quarters_before(where.period)[back - 1]
        if limit.percent is not None:
            asked = _asked(where.period, limit) | {
                "earlier": period_key(earlier),
                "times": float(1 + limit.percent / 100) * _A_LITTLE_LESS,
            }
            for code in codes:
                for row in db.execute(MAY_HAVE_JUMPED, asked | {"indicator": ids[code]}):
                    if row[0] in units:
                        actual, then = _actuals(code, units[row[0]], row, (where.period, earlier))
                        for part in PART_WORDS:
                            yield from jump_findings(actual, part, then, limit, where)
    yield from _unusual(db, scope.limits[OUTSIDE_RANGE], where, {code: ids[code] for code in codes}, units)


def _unusual(
    db: Database, limit: CheckLimit, where: Where, ids: Mapping[str, int], units: Mapping[int, str]
) -> Iterator[Finding]:
    if limit.percent is None:
        return
    keys = [period_key(each) for each in quarters_before(where.period)]
    asked = _asked(where.period, limit) | {
        "quarters": json.dumps(keys),
        "share": float(limit.percent / 100) * _A_LITTLE_LESS,
    }
    for code, key in ids.items():
        for row in db.execute(MAY_BE_UNUSUAL, asked | {"indicator": key}):
            if row[0] in units:
                actual = _actual(code, units[row[0]], where.period, row[1:4], row[4])
                for part, ends in zip(PART_WORDS, (row[5:8], row[8:11], row[11:14]), strict=True):
                    if ends[2] and getattr(actual, part) is not None:
                        usual = Usual(from_scaled(ends[0]), from_scaled(ends[1]), ends[2])
                        yield from unusual_findings(actual, part, usual, limit, where)


def _asked(period: Period, limit: CheckLimit) -> dict[str, Any]:
    return {"period": period_key(period), "least": scaled(limit.least)}


def _actuals(code: str, unit: str, row: tuple[Any, ...], periods: tuple[Period, Period]) -> tuple[Actual, Actual]:
    now, then = periods
    return _actual(code, unit, now, row[1:4], row[4]), _actual(code, unit, then, row[5:8], False)


def _actual(code: str, unit: str, period: Period, parts: tuple[int | None, ...], is_accepted: bool) -> Actual:
    numerator, denominator, value = map(number, parts)
    return Actual(code, unit, period, numerator, denominator, value, accepted="x" if is_accepted else "")
