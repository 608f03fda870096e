"""The plan and what it holds: indicators, targets given to units, legal bases, tasks, what units report."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from models.measure import Accumulation, Kind, Target, way_of
from models.period import Period

NEAR_THRESHOLD_PERCENT = Decimal(5)


@dataclass(frozen=True, slots=True)
class Plan:
    """One year's reform plan of one office; it may replace an earlier version inside its year.

    reference is the plan of a higher office that its targets are held against; an archived one is put away: it is
    kept whole, and followed only where its year has no other."""

    code: str
    year: int
    name: str
    unit: str
    superior_agency: str = ""
    issuing_agency: str = ""
    place: str = ""
    number: str = ""
    issued_on: date | None = None
    replaces: str | None = None
    near_threshold: Decimal = NEAR_THRESHOLD_PERCENT
    reference: str | None = None
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A document the plan rests on."""

    plan: str
    kind: str
    number: str
    day: date | None
    agency: str
    abstract: str


@dataclass(frozen=True, slots=True)
class Grade:
    """One band of a plan's ordered list of grades; position 1 is the best."""

    plan: str
    position: int
    name: str
    from_score: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a plan measures. Kind and accumulation go with the code in all plans."""

    plan: str
    code: str
    area: str
    name: str
    kind: Kind
    parent: str | None = None
    short_name: str = ""
    lead: str = ""
    numerator: str = ""
    denominator: str = ""
    measured_in: str = ""
    scale: Decimal | None = None
    accumulation: Accumulation | None = None
    target: Target | None = None
    near_threshold: Decimal | None = None
    published_month: int | None = None
    source: str = ""

    @property
    def way(self) -> Accumulation | None:
        """How its quarters accumulate: as a flow unless said otherwise; None for what does not roll up."""
        return way_of(self.kind, self.accumulation)

    @property
    def is_stock(self) -> bool:
        """Whether the latest value stands for the period."""
        return self.way is Accumulation.STOCK

    @property
    def is_flow(self) -> bool:
        """Whether the quarters of a period add up."""
        return self.way is Accumulation.FLOW

    @property
    def is_opening(self) -> bool:
        """Whether the first quarter stands for the period, as for what was carried over into it."""
        return self.way is Accumulation.OPENING

    def summed_quarters(self, period: Period) -> tuple[Period, ...]:
        """Return the quarters of a period that its value is made of: of an opening count only the first."""
        return period.quarters[:1] if self.is_opening else period.quarters

    def judged_in(self, period: Period) -> Period:
        """Return the period that it is judged for within another one: published later, only the year is."""
        return period if self.published_month is None else Period(period.year)

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class Assignment:
    """An indicator given to a unit, with its own target where there is one; without a unit, the plan's for a period."""

    plan: str
    indicator: str
    unit: str | None
    period: Period
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Actual:
    """What one unit reports for one indicator and one quarter (scores, ranks, grades, yes/no: also for the year).

    None is not reported. value is the count, score, rank, or 1/0 for yes/no; out_of the number ranked ("50/63")."""

    indicator: str
    unit: str
    period: Period
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    out_of: int | None = None
    grade: str = ""
    note: str = ""
    accepted: str = ""
    is_illustrative: bool = False

    @property
    def is_reported(self) -> bool:
        """Whether a value is there: a ratio needs both its parts. Missing is not zero."""
        whole_ratio = self.numerator is not None and self.denominator is not None
        return whole_ratio or self.value is not None or self.grade != ""


@dataclass(frozen=True, slots=True)
class BalanceRule:
    """Left side operator right side, over indicators' codes and parts of ratios, within a tolerance."""

    plan: str
    code: str
    left: str
    operator: str
    right: str
    tolerance: Decimal = Decimal(0)
    is_error: bool = True
    text: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a target was missed: cause, remedy, who (a position), by when."""

    indicator: str
    unit: str
    period: Period
    cause: str = ""
    remedy: str = ""
    responsible: str = ""
    due: date | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of its parts that are not said yet; complete when there are none."""
        return tuple(name for name in ("cause", "remedy", "responsible", "due") if not getattr(self, name))


@dataclass(frozen=True, slots=True)
class ExplanationRequest:
    """A leader asks a unit to explain a figure, by a day where one is given.

    is_answered: a cause was told after it was asked, or with it. asked_at and told_at: the moments of asking and of the
    cause, where it was asked or told elsewhere, else of writing it here. None of these is part of what is asked."""

    indicator: str
    unit: str
    period: Period
    note: str = ""
    asked_on: date | None = None
    due: date | None = None
    is_answered: bool = field(default=False, compare=False)
    asked_at: datetime | None = field(default=None, compare=False)
    told_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Task:
    """Work of the plan with a product, lead units, cooperating units and a deadline.

    progress is how far it is, in percent from 0 to 100; None: nobody said."""

    plan: str
    code: str
    area: str
    content: str
    product: str = ""
    lead: str = ""
    cooperating: str = ""
    due: date | None = None
    done_on: date | None = None
    note: str = ""
    progress: int | None = None

    @property
    def is_done(self) -> bool:
        """Whether the day it was done is said; all of it being done without a day counts too."""
        return self.done_on is not None or self.progress == 100

    def is_overdue(self, on: date) -> bool:
        """Whether its deadline is over on a day and it is not done."""
        return self.due is not None and self.due < on and not self.is_done


@dataclass(frozen=True, slots=True)
class Correction:
    """What was changed in a plan after it was issued, without a new version: when (UTC), by whom, why, and what."""

    plan: str
    at: datetime
    who: str
    reason: str
    content: str = ""
