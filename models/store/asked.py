"""What a plan asks of whom in a quarter: the indicators of one unit's form, and the units that have one."""

from collections import defaultdict
from dataclasses import dataclass, field

from models.expectation import Roof, expected_units
from models.period import Period, Windows
from models.plan import Indicator, Plan
from models.store.database import Database
from models.store.indicators import assignments, indicators
from models.store.plans import grades
from models.unit import UnitTree


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

    def units(self, period: Period, tree: UnitTree, windows: Windows) -> list[str]:
        """Return the units that have anything to report in a quarter, in the order of the tree.

        Those that the plan names though they stand elsewhere come last, in the file's order."""
        roof = Roof(tree, self.plan.unit)
        expected: set[str] = set()
        for each in self.indicators:
            expected |= self._expected_units(each, roof, period, windows)
        inside = [code for code in tree.walk(self.plan.unit, windows.of(period).last) if code in expected]
        return inside + [code for code in tree.units if code in expected.difference(inside)]

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
