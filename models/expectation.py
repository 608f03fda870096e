"""Who is expected to report: which units count in each quarter, and what coverage asks of each.

Source: docs/figures.md, 5 and 12. A unit counts in a quarter when it is valid on its window's last day; coverage asks
the units valid on the period's last day, and of a successor what its predecessors owed before they ceased."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

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
class Legacy:
    """What a unit that ceased leaves behind: the quarters it was counted in, the units expected today that took over
    from it, and everybody in between, those included."""

    quarters: tuple[Period, ...]
    heirs: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True)
class Expectation:
    """The units of one roll-up in one period.

    counted: per quarter, the units whose figures are taken in. holders: the units that coverage asks, valid on the
    period's last day. inherited: of holders with predecessors inside the period, every (quarter, unit) that must be
    there before coverage counts them; every other holder owes each quarter in which it is counted. legacies: the
    units that ceased inside the period and were taken over by holders of this roll-up only. elsewhere: per quarter, the
    holders that stood under another roof then: what flowed in it is counted there, but they owe it all the same, and a
    stock comes along. days: each quarter's last day, and last_day the period's, on which it is asked who stands under
    a roof."""

    counted: Mapping[Period, frozenset[str]]
    holders: frozenset[str]
    inherited: Mapping[str, frozenset[tuple[Period, str]]] = field(default_factory=dict)
    legacies: Mapping[str, Legacy] = field(default_factory=dict)
    elsewhere: Mapping[Period, frozenset[str]] = field(default_factory=dict)
    days: Mapping[Period, date] = field(default_factory=dict, compare=False)
    last_day: date = field(default=date.max, compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether nobody is expected at all."""
        return not self.holders and not any(self.counted.values())

    @property
    def units(self) -> frozenset[str]:
        """Everybody who is expected in any quarter or on the last day."""
        return self.holders.union(*self.counted.values())

    @property
    def looked_at(self) -> frozenset[str]:
        """Everybody whose reports are needed to say what is there and who has reported."""
        owed = (unit for pairs in self.inherited.values() for _, unit in pairs)
        return self.units.union(owed, self.legacies)

    def unpaid(self, quarter: Period, reported: AbstractSet[str]) -> frozenset[str]:
        """Return the holders for whom something of the quarter is missing when these units have reported."""
        if quarter not in self._debts:
            return frozenset()
        owed = self._debts[quarter]
        return (owed.own - reported).union(*(owed.holders[unit] for unit in owed.inherited - reported))

    def owed_elsewhere(self, quarter: Period) -> frozenset[str]:
        """Return whose report coverage asks for, though it is counted under another roof: of holders that have moved,
        and of predecessors."""
        return self._debts[quarter].elsewhere if quarter in self._debts else frozenset()

    def standing_in(self, quarter: Period) -> frozenset[str]:
        """Return whose stock of a quarter may be the latest of a holder."""
        return self.counted[quarter] | self.elsewhere.get(quarter, frozenset())

    @cached_property
    def _debts(self) -> dict[Period, "_Debts"]:
        plain = self.holders - self.inherited.keys()
        holders: dict[Period, dict[str, list[str]]] = {quarter: defaultdict(list) for quarter in self.counted}
        for holder, pairs in self.inherited.items():
            for quarter, unit in pairs:
                holders[quarter][unit].append(holder)
        return {
            quarter: _Debts(
                self.standing_in(quarter) & plain,
                holders[quarter],
                self.elsewhere.get(quarter, frozenset()).union(holders[quarter]) - units,
            )
            for quarter, units in self.counted.items()
        }

    @cached_property
    def _legacies_of(self) -> dict[str, list[str]]:
        """The units that ceased by each that is expected of those that took over from them."""
        found: dict[str, list[str]] = defaultdict(list)
        for unit, legacy in self.legacies.items():
            for heir in legacy.heirs:
                found[heir].append(unit)
        return found

    def within(self, roof: Roof) -> "Expectation":
        """Return the part of the whole plan's expectation that stands under a roof.

        What a successor owes does not depend on the roof: units and the whole they add up to agree on who reported."""
        if roof.is_whole_plan:
            return self
        holders = self.holders & roof.tree.members(roof.code, self.last_day)
        counted = {
            quarter: units & roof.tree.members(roof.code, self.days[quarter]) for quarter, units in self.counted.items()
        }
        elsewhere = {quarter: (units & holders) - counted[quarter] for quarter, units in self.counted.items()}
        return Expectation(
            counted,
            holders,
            {holder: self.inherited[holder] for holder in holders & self.inherited.keys()},
            {unit: legacy for unit, legacy in self._left_to(holders) if legacy.heirs <= holders},
            {quarter: units for quarter, units in elsewhere.items() if units},
            self.days,
            self.last_day,
        )

    def _left_to(self, holders: Iterable[str]) -> Iterator[tuple[str, Legacy]]:
        """Yield what was left to some of the units that are expected, or to others beside them."""
        found = dict.fromkeys(unit for holder in holders for unit in self._legacies_of.get(holder, ()))
        return ((unit, self.legacies[unit]) for unit in found)


class _Debts:
    """Who owes what in one quarter. own: those who owe their own report only; holders: of each inherited report, who
    lacks it; elsewhere: whose report is counted under another roof."""

    def __init__(self, own: frozenset[str], holders: Mapping[str, list[str]], elsewhere: frozenset[str]) -> None:
        self.own, self.holders, self.inherited, self.elsewhere = own, holders, frozenset(holders), elsewhere


def expectation(
    roof: Roof,
    period: Period,
    windows: Windows,
    assigned: frozenset[str] | None,
    quarters: tuple[Period, ...] | None = None,
) -> Expectation:
    """Return who is expected under a roof; assigned is None where the indicator is assigned to no unit.

    quarters: those to count, where they are not the period's own (a stock looks back to the year's first)."""
    whole = without_debts(replace(roof, unit=None), period, windows, assigned, quarters)
    counted, holders = whole.counted, whole.holders
    inherited = {
        holder: _owed(roof.tree, holder, holders, counted) for holder in filter(roof.tree.predecessors, holders)
    }
    owing = {holder: owed for holder, owed in inherited.items() if any(unit != holder for _, unit in owed)}
    left = legacies(roof.tree, holders, counted)
    return replace(whole, inherited=owing, legacies=left).within(roof)


def without_debts(
    roof: Roof,
    period: Period,
    windows: Windows,
    assigned: frozenset[str] | None,
    quarters: tuple[Period, ...] | None = None,
) -> Expectation:
    """Return who is expected of the whole plan, and nothing of what one owes for another or has left to it."""
    counted = counted_in(roof, quarters or period.quarters, windows, assigned)
    last_day = windows.of(period).last
    days = {quarter: windows.of(quarter).last for quarter in counted}
    return Expectation(counted, _expected_on(roof, last_day, assigned), days=days, last_day=last_day)


def counted_in(
    roof: Roof, quarters: Iterable[Period], windows: Windows, assigned: frozenset[str] | None
) -> dict[Period, frozenset[str]]:
    """Return for each quarter, of any years, the units under a roof whose figures are taken in."""
    whole = replace(roof, unit=None)
    counted = {each: _expected_on(whole, windows.of(each).last, assigned) for each in quarters}
    if roof.is_whole_plan:
        return counted
    return {
        quarter: units & roof.tree.members(roof.code, windows.of(quarter).last) for quarter, units in counted.items()
    }


def expected_units(
    indicator: Indicator, roof: Roof, period: Period, windows: Windows, assigned: frozenset[str] | None
) -> frozenset[str]:
    """Return the units that a list by unit has a line for: expected in any quarter of the period.

    A measure that does not roll up and is assigned to none is asked of the plan's own unit only."""
    if assigned is None and not indicator.kind.rolls_up:
        return frozenset({roof.plan_unit} & roof.tree.below(roof.code, windows.of(period).last))
    return expectation(roof, period, windows, assigned).units


def taken_over(legacies: Mapping[str, Legacy], latest: Mapping[str, Period]) -> set[str]:
    """Return the ceased units whose stock still stands for those that took over.

    latest is the last quarter each unit has reported. It stands until anybody after the unit has reported for a
    quarter in which the unit was counted no more: from then on it is part of that figure."""
    return {
        unit
        for unit, legacy in legacies.items()
        if unit in latest and not any(latest[each] > legacy.quarters[-1] for each in legacy.after if each in latest)
    }


def _expected_on(roof: Roof, day: date, assigned: frozenset[str] | None) -> frozenset[str]:
    if assigned is None:
        return roof.tree.leaves(roof.code, day)
    return frozenset(each for each in assigned if each in roof.tree and roof.tree[each].is_valid_on(day))


def _owed(
    tree: UnitTree, holder: str, holders: frozenset[str], counted: Mapping[Period, frozenset[str]]
) -> frozenset[tuple[Period, str]]:
    """Walk back through the mergers: what a holder owes itself, and what those it took over from owed.

    A predecessor that is still expected owes its own quarters itself, except those before the holder was counted."""
    before = list(_before(tree, holder))
    owed: set[tuple[Period, str]] = set()
    for quarter, units in counted.items():
        if holder in units:
            owed.add((quarter, holder))
        owed.update(
            (quarter, unit) for unit in before if unit in units and (unit not in holders or holder not in units)
        )
    return frozenset(owed)


def _before(tree: UnitTree, unit: str) -> Iterator[str]:
    waiting, seen = [unit], {unit}
    while waiting:
        for each in tree.predecessors(waiting.pop()):
            if each not in seen:
                seen.add(each)
                waiting.append(each)
                yield each


def legacies(tree: UnitTree, holders: frozenset[str], counted: Mapping[Period, frozenset[str]]) -> dict[str, Legacy]:
    """Collect what became of the units that were counted and are no longer expected."""
    ceased = frozenset[str]().union(*counted.values()) - holders
    found = {}
    for unit in ceased:
        heirs, after = _heirs(tree, unit, holders)
        if heirs:
            found[unit] = Legacy(
                tuple(quarter for quarter in sorted(counted) if unit in counted[quarter]), heirs, after
            )
    return found


def _heirs(tree: UnitTree, unit: str, holders: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    waiting, after = [unit], set[str]()
    while waiting:
        for each in tree[waiting.pop()].succeeded_by:
            if each not in after:
                after.add(each)
                if each not in holders:
                    waiting.append(each)
    return frozenset(after & holders), frozenset(after - {unit})
