"""Who is expected to report: which units count in each quarter, and what coverage asks of each.

Source: house rules 5 and 12. A unit counts in a quarter when it is valid on its window's last day; coverage asks the
units valid on the period's last day, and of a successor what its predecessors owed before it existed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from models.period import Period, Windows
from models.plan import Indicator
from models.unit import UnitTree


@dataclass(frozen=True, slots=True)
class Roof:
    """The unit that a roll-up stands on, in the tree of the plan's own unit; unit None is the whole plan."""

    tree: UnitTree
    plan_unit: str
    unit: str | None = None

    @property
    def code(self) -> str:
        """The unit whose figures are rolled up."""
        return self.unit or self.plan_unit

    @property
    def is_whole_plan(self) -> bool:
        """Whether the figure is the office's own."""
        return self.code == self.plan_unit


@dataclass(frozen=True, slots=True)
class Expectation:
    """The units of one roll-up in one period.

    counted: per quarter, the units whose figures are taken in. holders: the units that coverage asks, valid on the
    period's last day. inherited: of holders with predecessors inside the period, every (quarter, unit) that must be
    there before coverage counts them; every other holder owes each quarter in which it is counted."""

    counted: Mapping[Period, frozenset[str]]
    holders: frozenset[str]
    inherited: Mapping[str, frozenset[tuple[Period, str]]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is expected at all."""
        return not self.holders and not any(self.counted.values())


def expectation(roof: Roof, period: Period, windows: Windows, assigned: frozenset[str] | None) -> Expectation:
    """Return who is expected under a roof; assigned is None where the indicator is assigned to no unit."""
    counted = {each: frozenset(_expected_on(roof, windows.of(each).last, assigned)) for each in period.quarters}
    holders = frozenset(_expected_on(roof, windows.of(period).last, assigned))
    inherited = {}
    for holder in filter(roof.tree.predecessors, holders):
        owed = _owed(roof, holder, counted)
        if any(unit != holder for _, unit in owed):
            inherited[holder] = owed
    return Expectation(counted, holders, inherited)


def expected_units(
    indicator: Indicator, roof: Roof, period: Period, windows: Windows, assigned: frozenset[str] | None
) -> frozenset[str]:
    """Return the units that a list by unit has a line for: expected in any quarter of the period.

    A measure that does not roll up and is assigned to none is asked of the plan's own unit only."""
    if assigned is None and not indicator.kind.rolls_up:
        return frozenset({roof.plan_unit} & roof.tree.below(roof.code, windows.of(period).last))
    asked = expectation(roof, period, windows, assigned)
    return asked.holders.union(*asked.counted.values())


def own_expectation(unit: str, period: Period) -> Expectation:
    """Return the expectation of a measure that does not roll up: the one unit that it is given for."""
    only = frozenset({unit})
    return Expectation(dict.fromkeys(period.quarters, only), only)


def _expected_on(roof: Roof, day: date, assigned: frozenset[str] | None) -> set[str]:
    if assigned is None:
        return roof.tree.leaves(roof.code, day)
    if roof.is_whole_plan:
        return {each for each in assigned if roof.tree[each].is_valid_on(day)}
    return roof.tree.below(roof.code, day) & assigned


def _owed(roof: Roof, holder: str, counted: Mapping[Period, frozenset[str]]) -> frozenset[tuple[Period, str]]:
    """Walk back through the mergers: before a unit was counted, those it took over from owed its quarters."""
    owed: set[tuple[Period, str]] = set()
    for quarter, units in counted.items():
        waiting, seen = [holder], {holder}
        while waiting:
            unit = waiting.pop()
            if unit in units:
                owed.add((quarter, unit))
                continue
            before = [each for each in roof.tree.predecessors(unit) if each not in seen]
            seen.update(before)
            waiting.extend(before)
    return frozenset(owed)
