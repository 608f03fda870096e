"""What of a file is looked at when it is opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from models.period import Period, Span, Window, quarter
from ui.context import Context, cumulative

if TYPE_CHECKING:
    from models.plan import Plan
    from models.store.database import Database

SAMPLE_PERIOD = Period(2023, Span.H1)


def first_context(db: Database, plans: list[Plan], *, is_sample: bool) -> Context:
    """Return the plan of the latest quarter reported, and the year up to that quarter; of the sample its six months.

    Plans that were put away, or that others only look up to, are looked at only where there are no others."""
    from models.store.actuals import latest_quarter

    if not plans:
        return Context(None, Period(date.today().year))
    latest = quarter(SAMPLE_PERIOD.year, SAMPLE_PERIOD.number) if is_sample else latest_quarter(db)
    looked_up_to = {each.reference for each in plans}
    own = [each for each in plans if not each.is_archived and each.code not in looked_up_to] or plans
    years = [each for each in own if latest is None or each.year <= latest.year] or own
    plan = max(years, key=lambda each: (each.year, each.replaces is not None))
    if latest is None or latest.year != plan.year:
        return Context(plan.code, quarter(plan.year, 1))
    return Context(plan.code, cumulative(latest))


def sample_day(window: Window) -> date:
    """Return the day that the sample is looked at: in the middle of 2023, on the eve of its due date."""
    due = window.due
    return due.replace(day=due.day - 1) if due.day > 1 else due
