"""What all pages look at: the plan, the period and the unit, and how a page may narrow them."""

from dataclasses import dataclass, replace
from enum import StrEnum

from models.period import Period, Span


class PeriodForm(StrEnum):
    """How a page takes the period: as chosen, as its last quarter, or as its year."""

    ANY = "any"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class View:
    """How a page takes the context. needs_unit: it shows one reporting unit; needs_plan: it is empty without a plan.

    follows_version: of a plan's versions it shows the one in force at the period's end, whichever was chosen."""

    period: PeriodForm = PeriodForm.ANY
    needs_unit: bool = False
    needs_plan: bool = True
    follows_version: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What a person chose. quarter and reporting_unit are choices made on pages that need such, apart from the rest,
    so that the way back restores the old choice. unit None is the whole plan. units_today: figures are taken on the
    units of the day asked, where a page can; else as they were reported."""

    plan: str | None
    period: Period
    unit: str | None = None
    quarter: Period | None = None
    reporting_unit: str | None = None
    units_today: bool = False

    def shown_period(self, view: View) -> Period:
        """Return the period as a page takes it."""
        match view.period:
            case PeriodForm.QUARTER:
                return self.quarter or self.period.last_quarter
            case PeriodForm.YEAR:
                return Period(self.period.year)
        return self.period

    def with_period(self, period: Period, view: View) -> "Context":
        """Return the context after a choice of period made on a page."""
        if view.period is PeriodForm.QUARTER:
            return replace(self, quarter=period.last_quarter)
        return replace(self, period=period, quarter=None)

    def with_unit(self, unit: str | None, view: View) -> "Context":
        """Return the context after a choice of unit made on a page."""
        if view.needs_unit:
            return replace(self, reporting_unit=unit)
        return replace(self, unit=unit, reporting_unit=None)


@dataclass(frozen=True, slots=True)
class Target:
    """Where on a page somebody is led; None leaves it as it is. part: what of the page is to be opened."""

    period: Period | None = None
    unit: str | None = None
    indicator: str | None = None
    part: str = ""


def cumulative(quarter: Period) -> Period:
    """Return the period from the year's first day to the end of a quarter."""
    return Period(quarter.year, (Span.Q1, Span.H1, Span.M9, Span.YEAR)[quarter.number - 1])


def periods_shown(year: int, view: View) -> tuple[Period, ...]:
    """Return the periods that a page steps through, in order of time."""
    match view.period:
        case PeriodForm.QUARTER:
            return tuple(Period(year, span) for span in (Span.Q1, Span.Q2, Span.Q3, Span.Q4))
        case PeriodForm.YEAR:
            return (Period(year),)
    return tuple(Period(year, span) for span in (Span.Q1, Span.H1, Span.M9, Span.YEAR))


def next_period(period: Period, step: int, view: View) -> Period | None:
    """Return the period one step on or back, in its own line: cumulative ones, or single quarters; None at the end."""
    if period.span in (Span.Q2, Span.Q3, Span.Q4) and view.period is PeriodForm.ANY:
        line = periods_shown(period.year, View(PeriodForm.QUARTER))
    else:
        line = periods_shown(period.year, view)
    place = line.index(period) + step
    return line[place] if 0 <= place < len(line) else None
