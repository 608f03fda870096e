"""Targets of shorter periods that contradict the year's, plan by plan and unit by unit. Source: docs/figures.md, 9."""

from collections import defaultdict
from collections.abc import Iterator

from models.checks import QUARTER_TARGETS, Finding, Severity
from models.expectation import Roof
from models.measure import Target
from models.period import Period
from models.plan import Plan
from models.quarter_targets import contradiction_words, contradictions
from models.store.database import Database
from models.store.indicators import assignments, indicators
from models.store.plans import plans
from models.store.units import unit_tree
from models.target import targets
from models.unit import UnitTree


def target_findings(db: Database, asked: Period | None) -> Iterator[Finding]:
    """Yield the contradictions of every plan; asked: only those in which that period is spoken of, or its year."""
    tree = unit_tree(db)
    for plan in plans(db):
        if asked is None or asked.year == plan.year:
            yield from (
                found
                for found, periods in _of_plan(db, plan, tree)
                if asked is None or asked.is_year or asked in periods
            )


def _of_plan(db: Database, plan: Plan, tree: UnitTree) -> Iterator[tuple[Finding, tuple[Period, ...]]]:
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
