"""What is wrong with one unit's form of one quarter, read from this unit's own cells only: quick enough to be live."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from models.balance import Reach, source_of
from models.checks import Amounts, Finding, Where, judge, parent_findings, range_findings, total, worst_first
from models.jumps import change_findings, quarters_before
from models.period import Period
from models.plan import Actual, BalanceRule, Plan
from models.store.acceptances import acceptances, marked
from models.store.actuals import kept_in_unit, period_key
from models.store.check_scope import Below, Cells, Scope, as_actual, read_scope
from models.store.database import Database
from models.store.indicators import indicator_ids
from models.store.pooling import Pool
from models.store.units import has_units_below, unit_ids, unit_tree

NAME_OF_UNIT = "SELECT name FROM unit WHERE code = :unit"

Form = dict[Period, dict[str, Actual]]


@dataclass(frozen=True, slots=True)
class Held:
    """A rule that a form keeps to: both its sides, and the indicators of the form that it speaks of."""

    rule: BalanceRule
    codes: tuple[str, ...]
    left: Fraction
    right: Fraction


@dataclass(frozen=True, slots=True)
class FormChecks:
    """What the checks say of one unit's form: what is wrong, the worst first, and which rules hold.

    A rule that lacks an amount is in neither."""

    findings: list[Finding]
    held: list[Held]


def form_findings(db: Database, plan: Plan, unit: str, quarter: Period) -> list[Finding]:
    """Return what is wrong with one unit's form of a quarter: errors, then warnings, then what is accepted.

    What only the sums over units or over quarters show is not among it: see findings."""
    return form_checks(db, plan, unit, quarter).findings


def form_checks(
    db: Database,
    plan: Plan,
    unit: str,
    quarter: Period,
    scope: Scope | None = None,
    cells: Iterable[Actual] | None = None,
) -> FormChecks:
    """Return what the checks say of one unit's form of a quarter, also which rules it keeps to.

    scope: the plan as read before, where neither it nor its rules and limits have changed since. cells: what the unit
    reports of the plan in the quarters of checked_quarters, and maybe in others, where that was read just now."""
    scope = scope or read_scope(db, plan)
    row = db.execute(NAME_OF_UNIT, {"unit": unit}).fetchone()
    where = Where(quarter, {unit: row[0]} if row else {})
    form = _by_period(_read(db, scope, unit, quarter) if cells is None else cells)
    known = {**form[quarter], **_elsewhere(db, scope, form, unit, quarter)} if scope.rules else {}
    amounts = scope.amounts(known)
    broken = [each for rule in scope.rules if (each := judge(rule, amounts, unit, where))]
    found = worst_first(marked([*_found(scope, form, where), *broken], acceptances(db, quarter, unit)))
    return FormChecks(found, list(_held(scope, amounts, {each.rule for each in broken})))


def _held(scope: Scope, amounts: Mapping[str, Amounts], broken: set[str]) -> Iterator[Held]:
    for each in scope.rules:
        left, right = total(each.left, amounts), total(each.right, amounts)
        if left is not None and right is not None and each.rule.code not in broken:
            yield Held(each.rule, each.cells, left, right)


def _found(scope: Scope, form: Form, where: Where) -> Iterator[Finding]:
    now = form[where.period]
    for code, actual in now.items():
        yield from range_findings(actual, scope.indicators[code], where)
        parent = scope.indicators.get(scope.indicators[code].parent or "")
        if parent and parent.code in now and parent.kind is scope.indicators[code].kind and parent.kind.rolls_up:
            yield from parent_findings(actual, now[parent.code], where)
    before = [form[each] for each in quarters_before(where.period)]
    for code, actual in now.items():
        if scope.indicators[code].kind.rolls_up:
            yield from change_findings(actual, [cells.get(code) for cells in before], scope.limits, where)


def checked_quarters(quarter: Period) -> list[Period]:
    """Return a quarter and those before it that anything of it is compared with."""
    return [quarter, *quarters_before(quarter)]


def _read(db: Database, scope: Scope, unit: str, quarter: Period) -> list[Actual]:
    return kept_in_unit(db, unit, scope.indicators, checked_quarters(quarter))


def _by_period(cells: Iterable[Actual]) -> Form:
    form: Form = defaultdict(dict)
    for each in cells:
        form[each.period][each.indicator] = each
    return form


def _elsewhere(db: Database, scope: Scope, form: Form, unit: str, quarter: Period) -> Cells:
    """Return what rules look for in other quarters of the unit and in the units below it."""
    found = {}
    for reach in (Reach.LAST_QUARTER, Reach.LAST_YEAR):
        then = form[reach.of(quarter)]
        for code in scope.codes_in(reach):
            if code in then and then[code].is_reported:
                found[source_of(code, reach)] = then[code]
    codes = scope.codes_in(Reach.BELOW)
    if codes and has_units_below(db, unit):
        found.update(_of_units_below(db, scope, codes, unit, quarter))
    return found


def _of_units_below(
    db: Database, scope: Scope, codes: list[str], unit: str, quarter: Period
) -> Iterator[tuple[str, Actual]]:
    below = Below(db, scope.plan, unit_tree(db))
    asked = {code: below.members(code, unit, quarter) for code in codes}
    pool = Pool(db, unit_ids(db), indicator_ids(db))
    reported = {(row.unit, row.indicator): as_actual(row) for row in pool.rows([period_key(quarter)], asked)}
    return below.cells(codes, unit, quarter, lambda member, code: reported.get((member, code)))
