"""Targets that contradict one another: of quarters and the year, of units and the plan, of ours and a higher plan.

Source: docs/figures.md, 9."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from models.checks import HIGHER_TARGETS, QUARTER_TARGETS, UNIT_TARGETS, Finding, Severity
from models.expectation import Roof
from models.measure import Kind, Operator, Target
from models.number import format_number
from models.period import Period
from models.plan import Indicator, Plan
from models.quarter_targets import contradiction_words, contradictions
from models.store.database import Database
from models.store.indicators import assignments, indicators
from models.store.plans import grades, plans
from models.store.units import unit_tree
from models.strictness import asks_for_less
from models.target import targets
from models.unit import UnitTree


def target_findings(db: Database, asked: Period | None) -> Iterator[Finding]:
    """Yield the contradictions of every plan; asked: only those in which that period is spoken of, or its year."""
    for plan in plans(db):
        if asked is None or asked.year == plan.year:
            yield from plan_target_findings(db, plan, asked)


def plan_target_findings(db: Database, plan: Plan, asked: Period | None = None) -> Iterator[Finding]:
    """Yield what contradicts within the targets of one plan, and what asks for less than the plan above it."""
    is_of_year = asked is None or asked.is_year
    for found, periods in _of_quarters(db, plan, unit_tree(db)):
        if is_of_year or asked in periods:
            yield found
    if is_of_year:
        yield from _of_units(db, plan)
        yield from _of_higher_plan(db, plan)


def _of_units(db: Database, plan: Plan) -> Iterator[Finding]:
    """A count's targets of all units it is given to must come to what the plan asks of the office as a whole."""
    year = Period(plan.year)
    own = {(each.indicator, each.unit): each.target for each in assignments(db, plan.code) if each.period == year}
    for indicator in indicators(db, plan.code):
        its = [target for (code, unit), target in own.items() if code == indicator.code and unit is not None]
        whole = indicator.target
        if indicator.kind is not Kind.COUNT or not its or whole is None or whole.operator is not Operator.AT_LEAST:
            continue
        least = [each.value for each in its if each and each.operator is Operator.AT_LEAST and each.value is not None]
        if len(least) == len(its) and whole.value is not None and sum(least) < whole.value:
            noun = f" {indicator.measured_in}".rstrip()
            words = (
                f"mức giao các đơn vị cộng lại là {format_number(sum(least))}{noun}, thấp hơn mức của kế hoạch "
                f"{format_number(whole.value)}{noun}, lệch {format_number(whole.value - sum(least))}{noun}"
            )
            sides = Fraction(sum(least)), Fraction(whole.value)
            yield _finding(UNIT_TARGETS, plan, indicator, words, sides)


def _of_higher_plan(db: Database, plan: Plan) -> Iterator[Finding]:
    """A target that asks for less than that of the same code in the plan that this one looks up to."""
    if plan.reference is None:
        return
    above = {each.code: each for each in indicators(db, plan.reference)}
    names = [each.name for each in grades(db, plan.code)]
    for indicator in indicators(db, plan.code):
        higher = above.get(indicator.code)
        if higher is None or higher.target is None or indicator.target is None:
            continue
        if asks_for_less(indicator.kind, indicator.target, higher.target, names):
            words = f"mức yếu hơn mức của kế hoạch cấp trên {plan.reference}"
            yield _finding(HIGHER_TARGETS, plan, indicator, words, basis=f"{indicator.target}{higher.target}")


def _finding(
    rule: str,
    plan: Plan,
    indicator: Indicator,
    words: str,
    sides: tuple[Fraction, Fraction] | tuple[None, None] = (None, None),
    basis: str = "",
) -> Finding:
    text = f"Kế hoạch {plan.code}, chỉ tiêu {indicator.code}: {words}."
    year, (left, right) = Period(plan.year), sides
    return Finding(
        rule, None, year, left, right, Severity.WARNING, text, indicator=indicator.code, part=plan.code, basis=basis
    )


def _of_quarters(db: Database, plan: Plan, tree: UnitTree) -> Iterator[tuple[Finding, tuple[Period, ...]]]:
    known, year = targets(plan, assignments(db, plan.code)), Period(plan.year)
    shorter: dict[tuple[str, str | None], dict[Period, Target]] = defaultdict(dict)
    for (code, unit, period), target in known.own.items():
        if not period.is_year:
            shorter[code, unit][period] = target
    by_code = {each.code: each for each in indicators(db, plan.code)}
    for (code, unit), its in shorter.items():
        indicator = by_code[code]
        of_year = known.in_force(indicator, Roof(tree, plan.unit, unit), year)
        for each in contradictions(indicator, its, of_year) if of_year else ():
            who = f", đơn vị {tree[unit].name} ({unit})" if unit else ""
            words = contradiction_words(each, indicator)
            yield (
                Finding(
                    QUARTER_TARGETS,
                    unit,
                    year,
                    each.leads_to,
                    each.year,
                    Severity.WARNING,
                    f"Kế hoạch {plan.code}, chỉ tiêu {code}{who}: {words}.",
                    indicator=code,
                    part=plan.code,
                ),
                each.periods,
            )
