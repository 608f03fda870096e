"""A report's context read from a file, once: after this nothing asks the file or a clock."""

from dataclasses import replace
from datetime import date

from models.dispatch import completed
from models.errors import KnownError
from models.period import Period
from models.plan import Plan
from models.progress import Figure, State
from models.reorganisation import days_of_change
from models.store import (
    actuals,
    dispatches,
    explanations,
    figures,
    groups,
    indicators,
    outlook,
    plans,
    report_parts,
    tasks,
    unit_events,
    units,
)
from models.store.database import Database
from models.succession import all_events
from reports.chart_makers import trend_quarters, worth_a_trend
from reports.context import Context


def read_context(db: Database, kind: str, plan: Plan, period: Period, on: date, unit: str | None = None) -> Context:
    """Read what a report needs. Raises KnownError for a unit that is not there.

    The counts of one-stop tables that have no target are left out: this report tells of results against the plan's
    targets, and eight lines a field would bury them. They have tables of their own."""
    bare = read_surroundings(db, kind, plan, period, on, unit)
    order = {each.code: place for place, each in enumerate(indicators.indicators(db, plan.code))}
    watched = groups.watched_members(db, plan.code)
    judged = (each for each in figures.progress(db, plan, period, on, unit) if each.indicator.code not in watched)
    given_figures = (each for each in judged if unit is None or _is_asked(each))
    of_units = figures.progress_by_unit(db, plan, period, on, root=unit)
    found = sorted(given_figures, key=lambda each: order[each.indicator.code])
    given = [each for span in {period, *period.quarters} for each in explanations.explanations(db, plan.code, span)]
    return replace(
        bare,
        figures=tuple(found),
        by_unit=tuple(each for each in of_units if each.indicator.code not in watched),
        explanations=tuple(sorted(given, key=lambda each: (order.get(each.indicator, 0), each.unit, each.period))),
        remaining=outlook.what_remains(db, plan, period, on, unit) if _has_time_left(bare) else {},
        before=figures.same_period(db, plan, period, unit),
        trends={
            each.indicator.code: figures.trend(db, plan, each.indicator.code, trend_quarters(period), unit)
            for each in worth_a_trend(found)
        },
        areas=tuple(dict.fromkeys(each.indicator.area for each in found)),
    )


def _has_time_left(context: Context) -> bool:
    """Return whether anything can still be done for the year's targets, by a unit that is still there."""
    is_there = context.unit is None or context.units[context.unit].is_valid_on(context.on)
    return context.period.number != 4 and not context.is_year_over and is_there


def read_surroundings(
    db: Database, kind: str, plan: Plan, period: Period, on: date, unit: str | None = None
) -> Context:
    """Read what a report needs besides figures, which take the time. Raises KnownError for a unit not there."""
    tree = units.unit_tree(db)
    if unit is not None and unit not in tree:
        raise KnownError(f"Không có đơn vị {unit} trong tệp; hãy dùng mã có ở trang Đơn vị.")
    its = plans.windows(db, plan.code)
    happened = all_events(tree.units.values(), unit_events.events(db))
    return Context(
        plan=plan,
        period=period,
        on=on,
        unit=unit,
        tree=tree,
        windows=its,
        figures=(),
        by_unit=(),
        grades=tuple(each.name for each in plans.grades(db, plan.code)),
        legal_bases=tuple(plans.legal_bases(db, plan.code)),
        tasks=tuple(tasks.tasks(db, plan.code)),
        dispatch=completed(dispatches.dispatch(db, plan.unit, kind), plan, tree, on, kind),
        is_illustrative=actuals.has_illustrative(db, plan.year - 1, plan.year),
        written=report_parts.parts(db, plan.code, kind, period, unit),
        reorganised=tuple(days_of_change(tree, happened, unit or plan.unit, its, Period(plan.year), on)),
    )


def _is_asked(figure: Figure) -> bool:
    """Return whether a unit has anything to do with an indicator: it is expected, or has reported all the same."""
    has_value = figure.value is not None or figure.denominator is not None
    return figure.state is not State.NOT_APPLICABLE or figure.expected_units > 0 or has_value
