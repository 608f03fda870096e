"""What `check` looks at: the balance rules and ranges, over everything that was reported."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby

from models.checks import (
    DUE_TOO_EARLY,
    INTEGRITY,
    Amounts,
    Finding,
    ParsedRule,
    Severity,
    Where,
    amounts_of,
    is_known,
    judge,
    parent_findings,
    parsed,
    range_findings,
)
from models.errors import KnownError
from models.number import format_date
from models.period import Period
from models.plan import Actual, Indicator, Plan
from models.progress import Part, exact_value, pool
from models.store.actuals import actuals
from models.store.database import Database, integrity_problems
from models.store.figures import progress
from models.store.indicators import indicators
from models.store.measures import reported_periods
from models.store.plans import plans, versions, window_settings, windows
from models.store.rules import rules
from models.store.units import unit_tree
from models.target import version_in_force
from models.unit import UnitTree

Reported = dict[str, dict[str, Actual]]  # by unit, then by indicator


@dataclass(frozen=True)
class _Scope:
    """One plan in force, with what a check needs of it."""

    plan: Plan
    indicators: Mapping[str, Indicator]
    rules: tuple[ParsedRule, ...]
    units: frozenset[str]


def findings(db: Database, asked: Period | None = None) -> Iterator[Finding]:
    """Yield what is wrong: with the file itself, then by period what does not add up.

    A rule is looked at for each unit that reports all of its amounts; where no unit does (one reports the total, others
    the parts), for the plan as a whole once all have reported. asked: the quarters of that period, and what only the
    period's own sums show; without it every quarter and year with data."""
    for problem in integrity_problems(db):
        yield Finding(INTEGRITY, None, None, None, None, Severity.ERROR, problem)
    yield from _unreadable(db)
    yield from _windows_findings(db, asked)
    years = {period.year for period in reported_periods(db) if asked is None or period.year == asked.year}
    for year in sorted(years):
        yield from _Year(db, year, asked).findings()


class _Year:
    """One year's actuals, looked at a period at a time."""

    def __init__(self, db: Database, year: int, asked: Period | None) -> None:
        self._db, self._year, self._asked = db, year, asked
        self._tree = unit_tree(db)
        self._names = {code: unit.name for code, unit in self._tree.units.items()}
        self._found: set[tuple[str, str | None]] = set()
        self._any_plan = {each.code: each for plan in plans(db) for each in indicators(db, plan.code)}
        self._scopes: dict[str, _Scope] = {}

    def findings(self) -> Iterator[Finding]:
        """Yield the year's findings, by period."""
        sums = _Sums(self._asked)
        for period, group in groupby(actuals(self._db, year=self._year), key=lambda each: each.period):
            if self._asked is not None and period not in (self._asked, *self._asked.quarters):
                continue
            reported: Reported = defaultdict(dict)
            for each in group:
                reported[each.unit][each.indicator] = each
            yield from self._of_period(period, reported)
            sums.add(period, reported)
        if self._asked is not None and not self._asked.is_quarter:
            yield from self._of_sums(sums)

    def _of_period(self, period: Period, reported: Reported) -> Iterator[Finding]:
        where, scopes = Where(period, self._names), self._in_force(period)
        known = {**self._any_plan, **{code: each for scope in scopes for code, each in scope.indicators.items()}}
        for cells in reported.values():
            for actual in cells.values():
                if indicator := known.get(actual.indicator):
                    yield from range_findings(actual, indicator, where)
        for scope in scopes:
            yield from self._parents(scope, reported, where)
            amounts = {
                unit: {code: amounts_of(each, scope.indicators[code].kind) for code, each in cells.items()}
                for unit, cells in _within(scope, reported).items()
            }
            yield from self._rules(scope, amounts, where)

    def _parents(self, scope: _Scope, reported: Reported, where: Where) -> Iterator[Finding]:
        for child in scope.indicators.values():
            parent = scope.indicators.get(child.parent or "")
            if parent is None or parent.kind is not child.kind or not child.kind.rolls_up:
                continue
            for cells in _within(scope, reported).values():
                if child.code in cells and parent.code in cells:
                    yield from parent_findings(cells[child.code], cells[parent.code], where)

    def _rules(self, scope: _Scope, amounts: Mapping[str, Mapping[str, Amounts]], where: Where) -> Iterator[Finding]:
        for rule in scope.rules:
            looked_at = [unit for unit, its in amounts.items() if is_known(rule, its)]
            for unit in looked_at:
                yield from self._told(judge(rule, amounts[unit], unit, where))
            if not looked_at and any(rule.codes & its.keys() for its in amounts.values()):
                yield from self._told(self._rolled_up(rule, scope, amounts, where))

    def _rolled_up(
        self, rule: ParsedRule, scope: _Scope, amounts: Mapping[str, Mapping[str, Amounts]], where: Where
    ) -> Finding | None:
        figures = progress(self._db, scope.plan, where.period, windows(self._db, scope.plan.code).of(where.period).last)
        accepted = {code for its in amounts.values() for code, each in its.items() if each.is_accepted}
        whole = {
            each.indicator.code: Amounts(
                each.numerator,
                each.denominator,
                each.value,
                each.indicator.code in accepted,
            )
            for each in figures
            if each.reported_units >= each.expected_units
        }
        return judge(rule, whole, None, where)

    def _told(self, found: Finding | None) -> Iterator[Finding]:
        if found is not None:
            self._found.add((found.rule, found.unit))
            yield found

    def _of_sums(self, sums: "_Sums") -> Iterator[Finding]:
        """Yield what only the sums of a longer period show; what a quarter of it has told already is left out."""
        assert self._asked is not None
        where, told = Where(self._asked, self._names), frozenset(self._found)
        for scope in self._in_force(self._asked):
            amounts = {unit: sums.amounts(unit, scope) for unit in sums.units if unit in scope.units}
            yield from (each for each in list(self._rules(scope, amounts, where)) if (each.rule, each.unit) not in told)

    def _in_force(self, period: Period) -> list[_Scope]:
        """Return the plans of every office that are in force on the period's last day."""
        found: dict[str, Plan] = {}
        for plan in plans(self._db):
            if plan.year == period.year:
                chain = [each for each in versions(self._db, plan) if each.year == period.year]
                version = version_in_force(chain, lambda each: windows(self._db, each.code).of(period).last)
                found.update({version.code: version} if version else {})
        return [self._scope(plan) for plan in found.values()]

    def _scope(self, plan: Plan) -> _Scope:
        if plan.code not in self._scopes:
            its = {each.code: each for each in indicators(self._db, plan.code)}
            self._scopes[plan.code] = _Scope(plan, its, tuple(_readable(self._db, plan, its)), _units(self._tree, plan))
        return self._scopes[plan.code]


class _Sums:
    """What each unit reports over the quarters of a longer period, as far as it is asked for."""

    def __init__(self, asked: Period | None) -> None:
        self._quarters = asked.quarters if asked is not None and not asked.is_quarter else ()
        self._kept: dict[str, dict[str, list[Actual]]] = defaultdict(lambda: defaultdict(list))

    @property
    def units(self) -> list[str]:
        """The units that have reported anything."""
        return list(self._kept)

    def add(self, period: Period, reported: Reported) -> None:
        """Take in a quarter."""
        if period in self._quarters:
            for unit, cells in reported.items():
                for code, actual in cells.items():
                    self._kept[unit][code].append(actual)

    def amounts(self, unit: str, scope: _Scope) -> dict[str, Amounts]:
        """Return a unit's sums; a flow without one of its quarters has none, since it could not be compared."""
        found = {}
        for code, cells in self._kept[unit].items():
            indicator = scope.indicators.get(code)
            if indicator is not None:
                stands = indicator.is_stock or not indicator.kind.rolls_up
                quarters = self._quarters[:1] if indicator.is_opening else self._quarters
                its = [each for each in cells if each.period in quarters]
                if its and (stands or len(its) == len(quarters)):
                    found[code] = _summed(indicator, its[-1:] if stands else its)
        return found


def _summed(indicator: Indicator, cells: list[Actual]) -> Amounts:
    pooled = pool(indicator, (Part(each.period, each.numerator, each.denominator, each.value) for each in cells))
    is_accepted = any(each.accepted for each in cells)
    return Amounts(pooled.numerator, pooled.denominator, exact_value(indicator, pooled), is_accepted)


def _within(scope: _Scope, reported: Reported) -> dict[str, dict[str, Actual]]:
    """Return what the units of a plan's office report for the plan's indicators."""
    return {
        unit: {code: each for code, each in cells.items() if code in scope.indicators}
        for unit, cells in reported.items()
        if unit in scope.units
    }


def _readable(db: Database, plan: Plan, its: Mapping[str, Indicator]) -> Iterator[ParsedRule]:
    """Yield the rules whose sides name indicators that the plan still has."""
    kinds = {code: each.kind for code, each in its.items()}
    for rule in rules(db, plan.code):
        with suppress(KnownError):
            yield parsed(rule, kinds)


def _unreadable(db: Database) -> Iterator[Finding]:
    """Yield the rules that cannot be looked at any more, since the plan has lost an indicator that they name."""
    for plan in plans(db):
        kinds = {each.code: each.kind for each in indicators(db, plan.code)}
        for rule in rules(db, plan.code):
            try:
                parsed(rule, kinds)
            except KnownError as error:
                message = f"Kế hoạch {plan.code}, quy tắc {rule.code}: {error}, nên quy tắc này không được kiểm tra."
                yield Finding(rule.code, None, None, None, None, Severity.WARNING, message)


def _units(tree: UnitTree, plan: Plan) -> frozenset[str]:
    return frozenset(tree.walk(plan.unit))


def _windows_findings(db: Database, asked: Period | None) -> Iterator[Finding]:
    for plan in plans(db):
        days = windows(db, plan.code)
        for setting in window_settings(db, plan.code):
            window = days.of(setting.period)
            if window.due < window.last and (asked is None or setting.period in (asked, *asked.quarters)):
                due, last = format_date(window.due), format_date(window.last)
                message = f"Kế hoạch {plan.code}, kỳ {setting.period}: hạn gửi {due} trước ngày cuối kỳ {last}."
                yield Finding(DUE_TOO_EARLY, None, setting.period, None, None, Severity.WARNING, message)
