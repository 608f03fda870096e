"""What a check needs of a plan: its indicators, rules with their sides read, limits, and who stands below whom."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from models.balance import ParsedRule, Reach, code_of, parsed, source_of
from models.checks import Amounts, amounts_of
from models.errors import KnownError
from models.expectation import Roof, counted_in
from models.jumps import Limits
from models.measure import Kind
from models.period import Period
from models.plan import Actual, BalanceRule, Indicator, Plan
from models.store.actuals import period_of
from models.store.check_limits import limits_in_force
from models.store.database import Database
from models.store.indicators import assignments, indicators
from models.store.plans import windows
from models.store.pooling import Row
from models.store.rows import number
from models.store.rules import rules
from models.unit import UnitTree

Cells = Mapping[str, Actual]  # of one unit: by code, amounts from elsewhere by the key of their source


@dataclass(frozen=True)
class Scope:
    """One plan in force, with what a check needs of it."""

    plan: Plan
    indicators: Mapping[str, Indicator]
    rules: tuple[ParsedRule, ...]
    limits: Limits

    @cached_property
    def sources(self) -> frozenset[str]:
        """The keys of all amounts that rules speak of."""
        return frozenset[str]().union(*(rule.sources for rule in self.rules))

    def rules_of(self, period: Period) -> tuple[ParsedRule, ...]:
        """Return the rules that are looked at in a period: a quarter before is there for quarters only."""
        return tuple(each for each in self.rules if period.is_quarter or not each.codes_in(Reach.LAST_QUARTER))

    def codes_in(self, reach: Reach) -> list[str]:
        """Return the indicators that rules look for there, in the plan's order."""
        asked = frozenset[str]().union(*(rule.codes_in(reach) for rule in self.rules))
        return [code for code in self.indicators if code in asked]

    def amounts(self, cells: Cells) -> dict[str, Amounts]:
        """Return what rules can be looked at with."""
        return {source: self.amount(source, cells[source]) for source in self.sources & cells.keys()}

    def amount(self, source: str, actual: Actual) -> Amounts:
        """Return one cell as amounts."""
        return amounts_of(actual, self.indicators[code_of(source)].kind)


def read_scope(db: Database, plan: Plan) -> Scope:
    """Read what a check needs of a plan; rules that name indicators the plan has lost are left out."""
    its = {each.code: each for each in indicators(db, plan.code)}
    kinds = tuple((code, each.kind) for code, each in its.items())
    return Scope(plan, its, _readable(tuple(rules(db, plan.code)), kinds), limits_in_force(db, plan.code))


@lru_cache(maxsize=16)
def _readable(of_plan: tuple[BalanceRule, ...], kinds: tuple[tuple[str, Kind], ...]) -> tuple[ParsedRule, ...]:
    """Read the sides of a plan's rules, once while neither the rules nor the codes change."""
    found, known = [], dict(kinds)
    for rule in of_plan:
        with suppress(KnownError):
            found.append(parsed(rule, known))
    return tuple(found)


class Below:
    """The units below a unit that are expected to report an indicator in a quarter, and what they report together."""

    def __init__(self, db: Database, plan: Plan, tree: UnitTree) -> None:
        self._tree, self._plan = tree, plan
        self._windows = windows(db, plan.code)
        self._assigned: dict[str, set[str]] = {}
        for each in assignments(db, plan.code):
            if each.unit is not None:
                self._assigned.setdefault(each.indicator, set()).add(each.unit)

    def members(self, code: str, unit: str, quarter: Period) -> frozenset[str]:
        """Return who is expected below a unit: those the indicator is assigned to, else those without units below."""
        assigned = frozenset(self._assigned[code]) if code in self._assigned else None
        roof = Roof(self._tree, self._plan.unit, unit)
        counted = counted_in(roof, [quarter], self._windows, assigned)[quarter]
        return (counted & self._tree.members(unit, self._windows.of(quarter).last)) - {unit}

    def superiors(self, quarter: Period) -> list[str]:
        """Return who of the plan's office may have units below it in a quarter, from the top down."""
        day = self._windows.of(quarter).last
        return [unit for unit in self._tree.walk(self._plan.unit, day) if self._tree.children(unit)]

    def cells(
        self, codes: list[str], unit: str, quarter: Period, reported: Callable[[str, str], Actual | None]
    ) -> Iterator[tuple[str, Actual]]:
        """Yield what all below report together, with the key of its source: only where every one of them has.

        reported gives what a unit reports of a code."""
        for code in codes:
            its = [reported(member, code) for member in self.members(code, unit, quarter)]
            known = [each for each in its if each is not None and each.is_reported]
            if known and len(known) == len(its):
                yield source_of(code, Reach.BELOW), _together(unit, known)


def _together(unit: str, cells: list[Actual]) -> Actual:
    sums: list[Decimal | None] = []
    for name in ("numerator", "denominator", "value"):
        numbers = [known for each in cells if (known := getattr(each, name)) is not None]
        sums.append(sum(numbers, Decimal(0)) if numbers else None)
    numerator, denominator, value = sums
    return Actual(cells[0].indicator, unit, cells[0].period, numerator, denominator, value)


def as_actual(row: Row) -> Actual:
    """Return a row of the file as what the unit reports; why it was accepted is not told."""
    numbers = number(row.numerator), number(row.denominator), number(row.value)
    accepted = "x" if row.is_accepted else ""
    return Actual(row.indicator, row.unit, period_of(row.period), *numbers, row.out_of, row.grade or "", "", accepted)
