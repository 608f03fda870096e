"""Who has sent what for a quarter, when, and how late: a line for every unit that has a form to fill."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from models.expectation import Roof, expected_units
from models.measure import Kind
from models.period import Period, Window, working_days
from models.plan import Indicator, Plan
from models.store.asked import Asked, read_asked
from models.store.database import Database
from models.store.plans import windows
from models.store.rows import period_key
from models.store.submissions import check_is_quarter, submissions
from models.store.units import unit_tree
from models.submission import Standing, Submission, cumulative_until
from models.unit import UnitTree
from models.workdays import Calendar

CELLS_FILLED = """
SELECT unit.code, found.cells FROM (
    SELECT actual.unit AS unit,
        sum((numerator IS NOT NULL) + (denominator IS NOT NULL) + (value IS NOT NULL)) AS cells
    FROM indicator
    CROSS JOIN actual ON actual.period = :period AND actual.indicator = indicator.id
    WHERE indicator.code IN (SELECT value FROM json_each(:codes))
    GROUP BY actual.unit
) AS found JOIN unit ON unit.id = found.unit
"""
CELLS_GIVEN = """
SELECT unit.code, found.cells FROM (
    SELECT actual.unit AS unit, count(DISTINCT actual.indicator) AS cells
    FROM indicator
    CROSS JOIN actual ON actual.period IN (SELECT value FROM json_each(:periods)) AND actual.indicator = indicator.id
    WHERE indicator.code IN (SELECT value FROM json_each(:codes)) AND (value IS NOT NULL OR grade IS NOT NULL)
    GROUP BY actual.unit
) AS found JOIN unit ON unit.id = found.unit
"""


@dataclass(frozen=True)
class _Part:
    """Indicators that are asked of the same units: how many cells they have, and how many each unit has filled."""

    units: frozenset[str]
    cells: int
    filled: dict[str, int]


def board(db: Database, plan: Plan, quarter: Period, on: date) -> list[Standing]:
    """Return where every unit's submission of a quarter stands on a day, in the order of the list of units to enter.

    An office of which the quarter asks nothing (its indices come later) is listed only when it has sent something.
    Lateness counts the working days of the plan's office. Raises KnownError for a plan that the file does not know and
    a period that is no quarter."""
    check_is_quarter(quarter)
    asked, tree = read_asked(db, plan), unit_tree(db)
    window = windows(db, plan.code).of(quarter)
    sent = submissions(db, quarter)
    expected, filled = Counter[str](), Counter[str]()
    for part in _parts(db, asked, tree, quarter):
        for unit in part.units:
            expected[unit] += part.cells
            filled[unit] += part.filled.get(unit, 0)
    return [
        _standing(sent.get(unit) or Submission(unit, quarter), window, on, filled[unit], expected[unit])
        for unit in entering_units(asked, tree, window.last)
        if expected[unit] or unit in sent
    ]


def entering_units(asked: Asked, tree: UnitTree, day: date) -> list[str]:
    """Return the units that have a form to fill: those that report, then the offices with figures of their own.

    In the order of the tree, then of the file."""
    leaves = tree.leaves(asked.plan.unit, day)
    reporting = [code for code in tree.walk(asked.plan.unit, day) if code in leaves]
    named = frozenset[str]().union(*asked.assigned.values())
    if any(not each.kind.rolls_up and each.code not in asked.assigned for each in asked.indicators):
        named |= {asked.plan.unit}
    own = named - leaves
    return reporting + [code for code, unit in tree.units.items() if code in own and unit.is_valid_on(day)]


def _parts(db: Database, asked: Asked, tree: UnitTree, quarter: Period) -> Iterator[_Part]:
    """Count cells for all units at once, of the indicators that are given to the same ones."""
    given = windows(db, asked.plan.code)
    roof = Roof(tree, asked.plan.unit)
    for (assigned, rolls_up), its in _alike(asked).items():
        units = expected_units(its[0], roof, quarter, given, assigned)
        codes = json.dumps([each.code for each in its])
        if rolls_up:
            rows = db.execute(CELLS_FILLED, {"period": period_key(quarter), "codes": codes})
        else:
            year = Period(quarter.year)
            periods = [period_key(each) for each in (*cumulative_until(quarter).quarters, year)]
            rows = db.execute(CELLS_GIVEN, {"periods": json.dumps(periods), "codes": codes})
        yield _Part(units, sum(1 + (each.kind is Kind.RATIO) for each in its), dict(rows))


def _alike(asked: Asked) -> dict[tuple[frozenset[str] | None, bool], list[Indicator]]:
    """Put the indicators together that are asked of the same units.

    An index that is published later is not expected by quarter."""
    found: dict[tuple[frozenset[str] | None, bool], list[Indicator]] = {}
    for each in asked.indicators:
        if each.published_month is None:
            found.setdefault((asked.assigned.get(each.code), each.kind.rolls_up), []).append(each)
    return found


def _standing(its: Submission, window: Window, on: date, filled: int, expected: int) -> Standing:
    day = its.sent_on if its.is_locked else None
    return Standing(
        its.unit,
        its.state,
        day,
        window.due,
        _days_late(window.due, day or on, window.calendar),
        day is None and on > window.due,
        filled,
        expected,
        its.sent_on,
        its.reason,
    )


@lru_cache(maxsize=256)
def _days_late(due: date, day: date, calendar: Calendar) -> int:
    return working_days(due, day, calendar)
