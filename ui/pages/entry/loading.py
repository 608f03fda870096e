"""Reads what the page shows: what a plan asks of a unit, its form, its figures. No Qt."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from models.expectation import Roof, expected_units
from models.period import Period, Windows
from models.plan import Indicator, Plan
from models.progress import Figure
from models.store.actuals import form as form_cells
from models.store.database import Database
from models.store.explanations import explanations
from models.store.figures import progress
from models.store.indicators import assignments, indicators
from models.store.plans import grades
from models.unit import Unit, UnitTree
from ui.pages.entry.form import Form, actuals_by_cell, cumulative_until


@dataclass(frozen=True)
class Asked:
    """What a plan asks: its indicators, who each is assigned to (None: to nobody in particular), its grades."""

    plan: Plan
    indicators: tuple[Indicator, ...]
    assigned: dict[str, frozenset[str]]
    grades: tuple[str, ...]
    _expected: dict[tuple[frozenset[str] | None, bool, Period], frozenset[str]] = field(default_factory=dict)

    def of_unit(self, unit: str, period: Period, tree: UnitTree, windows: Windows) -> list[Indicator]:
        """Return the indicators that a unit reports in a quarter, in the plan's order."""
        roof = Roof(tree, self.plan.unit)
        return [each for each in self.indicators if unit in self._expected_units(each, roof, period, windows)]

    def _expected_units(self, each: Indicator, roof: Roof, period: Period, windows: Windows) -> frozenset[str]:
        """Return who reports an indicator: found once for all that are given to the same units."""
        given = self.assigned.get(each.code)
        key = given, each.kind.rolls_up, period
        if key not in self._expected:
            self._expected[key] = expected_units(each, roof, period, windows, given)
        return self._expected[key]


def read_asked(db: Database, plan: Plan) -> Asked:
    """Read what a plan asks of whom."""
    assigned: dict[str, set[str]] = defaultdict(set)
    for each in assignments(db, plan.code):
        if each.unit is not None:
            assigned[each.indicator].add(each.unit)
    names = tuple(each.name for each in sorted(grades(db, plan.code), key=lambda grade: grade.position))
    frozen = {code: frozenset(units) for code, units in assigned.items()}
    return Asked(plan, tuple(indicators(db, plan.code)), frozen, names)


def read_form(
    db: Database, asked: Asked, unit: Unit, quarter: Period, tree: UnitTree, windows: Windows, on: date
) -> Form:
    """Read one unit's submission of one quarter, last year's quarters with it."""
    mine = asked.of_unit(unit.code, quarter, tree, windows)
    last_year = Period(quarter.year - 1)
    cells = form_cells(db, unit.code, quarter.year, [each.code for each in mine], (*last_year.quarters, last_year))
    form = Form(asked.plan, unit, quarter, mine, asked.grades)
    form.actuals = actuals_by_cell(each.actual(unit.code) for each in cells if not each.is_empty)
    form.figures = read_figures(db, form, on) if mine else {}
    form.explained = read_explained(db, form)
    return form


def read_figures(db: Database, form: Form, on: date) -> dict[str, Figure]:
    """Read what the unit's figures come to, from the year's start to the end of the quarter."""
    found = progress(db, form.plan, cumulative_until(form.quarter), on, form.unit.code)
    return {each.indicator.code: each for each in found}


def read_explained(db: Database, form: Form) -> frozenset[str]:
    """Read which indicators have a cause given, for the period that the form's figures are of."""
    given = explanations(db, form.plan.code, form.cumulative)
    return frozenset(each.indicator for each in given if each.unit == form.unit.code and each.cause)
