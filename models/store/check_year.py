"""Every unit's figures of a year, looked at a period at a time, then the sums of a longer one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby

from models.balance import ParsedRule, Reach, code_of, source_of
from models.checks import Amounts, Finding, Where, is_known, judge, parent_findings, range_findings
from models.period import Period, Windows
from models.plan import Actual, Indicator, Plan
from models.progress import Figure, Part, exact_value, pool
from models.store.actuals import actuals, period_key
from models.store.check_changes import changes_of_all
from models.store.check_scope import Below, Scope, as_actual, read_scope
from models.store.database import Database
from models.store.figures import progress
from models.store.indicators import indicator_ids, indicators
from models.store.plans import plans, versions, windows
from models.store.pooling import Pool
from models.store.units import unit_ids, unit_tree
from models.target import version_in_force

Reported = Mapping[str, Mapping[str, Actual]]  # by unit, then by the key of the source


class Year:
    """One year's actuals; asked as in findings."""

    def __init__(self, db: Database, year: int, asked: Period | None) -> None:
        self._db, self._year, self._asked = db, year, asked
        self._tree = unit_tree(db)
        self._names = self._tree.names()
        self._found: set[tuple[str, str | None]] = set()
        self._any_plan = {each.code: each for plan in plans(db) for each in indicators(db, plan.code)}
        self._unit_ids, self._indicator_ids = unit_ids(db), indicator_ids(db)
        self._pool = Pool(db, self._unit_ids, self._indicator_ids)
        self._scopes: dict[str, Scope] = {}
        self._windows: dict[str, Windows] = {}
        self._figures: dict[tuple[str, Period], list[Figure]] = {}

    def findings(self) -> Iterator[Finding]:
        """Yield the year's findings, by period."""
        longer = self._asked if self._asked is not None and not self._asked.is_quarter else None
        sums = [_Sums(scope, longer) for scope in self._in_force(longer)] if longer else []
        for period, group in groupby(actuals(self._db, year=self._year), key=lambda each: each.period):
            if self._asked is not None and period not in (self._asked, *self._asked.quarters):
                continue
            reported: dict[str, dict[str, Actual]] = defaultdict(dict)
            for each in group:
                reported[each.unit][each.indicator] = each
            yield from self._of_period(period, reported, sums)
        if longer:
            yield from self._of_sums(sums, Where(longer, self._names))

    def _of_period(self, period: Period, reported: Reported, sums: "list[_Sums]") -> Iterator[Finding]:
        where, scopes = Where(period, self._names), self._in_force(period)
        known = {**self._any_plan, **{code: each for scope in scopes for code, each in scope.indicators.items()}}
        for cells in reported.values():
            for actual in cells.values():
                if indicator := known.get(actual.indicator):
                    yield from range_findings(actual, indicator, where)
        for its in sums:
            its.add(period, self._cells_of_rules(its.scope, period, reported, self._units(its.scope, its.longer)))
        for scope in scopes:
            yield from self._parents(scope, reported, where)
            cells_of_rules = self._cells_of_rules(scope, period, reported, self._units(scope, period))
            amounts = {unit: scope.amounts(cells) for unit, cells in cells_of_rules.items()}
            yield from self._rules(scope, amounts, where)
        if period.is_quarter:
            yield from self._changes(scopes, where)

    def _changes(self, scopes: list[Scope], where: Where) -> Iterator[Finding]:
        """Yield jumps and unusual values; what two offices' plans both ask of a unit is told once."""
        told: set[tuple[object, ...]] = set()
        for scope in scopes:
            its = self._units(scope, where.period)
            units = {key: code for code, key in self._unit_ids.items() if code in its}
            for found in changes_of_all(self._db, scope, where, self._indicator_ids, units):
                if len(scopes) > 1:
                    if found.key in told:
                        continue
                    told.add(found.key)
                yield found

    def _parents(self, scope: Scope, reported: Reported, where: Where) -> Iterator[Finding]:
        units = self._units(scope, where.period)
        for child in scope.indicators.values():
            parent = scope.indicators.get(child.parent or "")
            if parent is None or parent.kind is not child.kind or not child.kind.rolls_up:
                continue
            for unit, cells in reported.items():
                if unit in units and child.code in cells and parent.code in cells:
                    yield from parent_findings(cells[child.code], cells[parent.code], where)

    def _cells_of_rules(
        self, scope: Scope, period: Period, reported: Reported, units: frozenset[str]
    ) -> dict[str, dict[str, Actual]]:
        """Return what rules speak of, by unit and source: of the period, of others before, of the units below."""
        asked = scope.sources & scope.indicators.keys()
        found = {
            unit: {code: cells[code] for code in asked & cells.keys()}
            for unit, cells in reported.items()
            if unit in units
        }
        for reach in (Reach.LAST_QUARTER, Reach.LAST_YEAR):
            codes = scope.codes_in(reach)
            if codes and (period.is_quarter or reach is Reach.LAST_YEAR):
                for row in self._pool.rows_of_everybody([period_key(reach.of(period))], codes):
                    if row.unit in units:
                        found.setdefault(row.unit, {})[source_of(row.indicator, reach)] = as_actual(row)
        if period.is_quarter and (codes := scope.codes_in(Reach.BELOW)):
            below = Below(self._db, scope.plan, self._tree)
            for unit in filter(units.__contains__, below.superiors(period)):
                cells = below.cells(codes, unit, period, lambda unit, code: reported.get(unit, {}).get(code))
                found.setdefault(unit, {}).update(cells)
        return found

    def _rules(self, scope: Scope, amounts: Mapping[str, Mapping[str, Amounts]], where: Where) -> Iterator[Finding]:
        for rule in scope.rules_of(where.period):
            looked_at = [unit for unit, known in amounts.items() if is_known(rule, known)]
            for unit in looked_at:
                yield from self._told(judge(rule, amounts[unit], unit, where))
            if not looked_at and any(not rule.sources.isdisjoint(known) for known in amounts.values()):
                yield from self._told(self._rolled_up(rule, scope, amounts, where))

    def _rolled_up(
        self, rule: ParsedRule, scope: Scope, amounts: Mapping[str, Mapping[str, Amounts]], where: Where
    ) -> Finding | None:
        """Look at a rule for the plan as a whole; never at one over the units below, which the whole is made of."""
        if rule.codes_in(Reach.BELOW):
            return None
        accepted = {code for its in amounts.values() for code, each in its.items() if each.is_accepted}
        whole = {}
        for reach in (Reach.HERE, Reach.LAST_QUARTER, Reach.LAST_YEAR):
            codes = rule.codes_in(reach)
            for each in self._figures_of(scope.plan, reach.of(where.period)) if codes else ():
                code = each.indicator.code
                if code in codes and each.reported_units >= each.expected_units:
                    numbers = (each.numerator, each.denominator, each.value)
                    whole[source_of(code, reach)] = Amounts(*numbers, reach is Reach.HERE and code in accepted)
        return judge(rule, whole, None, where)

    def _figures_of(self, plan: Plan, period: Period) -> list[Figure]:
        key = (plan.code, period)
        if key not in self._figures:
            last = self._windows[plan.code].of(period).last
            self._figures[key] = progress(self._db, plan, period, last)
        return self._figures[key]

    def _told(self, found: Finding | None) -> Iterator[Finding]:
        if found is not None:
            self._found.add((found.rule, found.unit))
            yield found

    def _of_sums(self, sums: "list[_Sums]", where: Where) -> Iterator[Finding]:
        """Yield what only the sums of a longer period show; what a quarter of it has told already is left out."""
        told = frozenset(self._found)
        for its in sums:
            found = list(self._rules(its.scope, its.amounts(), where))
            yield from (each for each in found if (each.rule, each.unit) not in told)

    def _in_force(self, period: Period) -> list[Scope]:
        """Return the plans of every office that are in force on the period's last day."""
        found: dict[str, Plan] = {}
        for plan in plans(self._db):
            if plan.year == period.year:
                chain = [each for each in versions(self._db, plan) if each.year == period.year]
                version = version_in_force(chain, lambda each: windows(self._db, each.code).of(period).last)
                found.update({version.code: version} if version else {})
        return [self._scope(plan) for plan in found.values()]

    def _scope(self, plan: Plan) -> Scope:
        if plan.code not in self._scopes:
            self._scopes[plan.code] = read_scope(self._db, plan)
            self._windows[plan.code] = windows(self._db, plan.code)
        return self._scopes[plan.code]

    def _units(self, scope: Scope, period: Period) -> frozenset[str]:
        """Return the plan's unit and all that stand below it at a period's end."""
        return self._tree.members(scope.plan.unit, self._windows[scope.plan.code].of(period).last)


class _Sums:
    """What each unit reports over the quarters of a longer period, as far as the rules of one plan speak of it."""

    def __init__(self, scope: Scope, longer: Period) -> None:
        self.scope, self.longer = scope, longer
        self._kept: dict[str, dict[str, dict[Period, Actual]]] = defaultdict(lambda: defaultdict(dict))

    def add(self, period: Period, cells_of_rules: Reported) -> None:
        """Take in a quarter."""
        if period in self.longer.quarters:
            for unit, cells in cells_of_rules.items():
                for source, actual in cells.items():
                    self._kept[unit][source][period] = actual

    def amounts(self) -> dict[str, dict[str, Amounts]]:
        """Return each unit's sums; a flow without one of its quarters has none, since it could not be compared."""
        return {
            unit: {
                source: _summed(indicator, its)
                for source, quarters in cells.items()
                if (its := self._that_stand(indicator := self.scope.indicators[code_of(source)], quarters))
            }
            for unit, cells in self._kept.items()
        }

    def _that_stand(self, indicator: Indicator, cells: Mapping[Period, Actual]) -> list[Actual]:
        """Return the cells that make up a longer period: the latest, the first quarter's, or every quarter's."""
        its = list(cells.values())
        if indicator.is_stock or not indicator.kind.rolls_up:
            return its[-1:]
        if indicator.is_opening:
            return [cells[self.longer.quarters[0]]] if self.longer.quarters[0] in cells else []
        return its if len(its) == len(self.longer.quarters) else []


def _summed(indicator: Indicator, cells: list[Actual]) -> Amounts:
    pooled = pool(indicator, (Part(each.period, each.numerator, each.denominator, each.value) for each in cells))
    is_accepted = any(each.accepted for each in cells)
    return Amounts(pooled.numerator, pooled.denominator, exact_value(indicator, pooled), is_accepted)
