"""What a letter asks of units: forms they have not sent, targets they are behind, figures that cannot be right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from models.agency import agency
from models.period import Period, quarter
from models.plan import Plan
from models.progress import Figure, State, worst_first
from models.store.board import board
from models.store.database import Database
from models.submission import Standing, SubmissionState
from reports.context import Context
from reports.reading import read_context
from reports.wording import enumerated


@dataclass(frozen=True, slots=True)
class Form:
    """A unit's form of a quarter, and where it stands."""

    quarter: Period
    standing: Standing

    @property
    def is_sent(self) -> bool:
        """Whether it lies with those who asked for it."""
        return self.standing.day is not None

    @property
    def is_returned(self) -> bool:
        """Whether it was sent back and not sent again."""
        return self.standing.state is SubmissionState.RETURNED

    @property
    def days_overdue(self) -> int:
        """How many working days it is overdue on the day asked; 0 when it is sent or not due yet."""
        return self.standing.days_late if self.standing.is_overdue else 0

    @property
    def is_filled(self) -> bool:
        """Whether nothing is missing in it but the sending."""
        return self.standing.filled >= self.standing.expected


@dataclass(frozen=True, slots=True)
class Owed:
    """What a unit owes: name as letters address it, forms of the quarters that are over, figures worst first.

    behind are missed or nearly met, doubtful cannot be right, unexplained are those of the missed whose cause or
    remedy nobody has told."""

    code: str
    name: str
    forms: tuple[Form, ...]
    behind: tuple[Figure, ...]
    doubtful: tuple[Figure, ...]
    unexplained: tuple[Figure, ...]

    @property
    def unsent(self) -> tuple[Form, ...]:
        """The forms that are still to be sent."""
        return tuple(each for each in self.forms if not each.is_sent)

    @property
    def missed(self) -> tuple[Figure, ...]:
        """The figures that missed their target."""
        return tuple(each for each in self.behind if each.state is State.MISSED)

    @property
    def near(self) -> tuple[Figure, ...]:
        """The figures that nearly met their target."""
        return tuple(each for each in self.behind if each.state is State.NEAR)

    @property
    def owes(self) -> bool:
        """Whether anything is asked of the unit."""
        return bool(self.unsent or self.behind or self.doubtful)


@dataclass(frozen=True)
class Owing(Context):
    """A context with where the forms of the period's quarters stand, by quarter, of the units that are asked."""

    standings: Mapping[Period, tuple[Standing, ...]] = field(default_factory=dict)

    @property
    def over(self) -> tuple[Period, ...]:
        """The quarters of the period whose days are over: their forms can be asked for."""
        return tuple(each for each in self.period.quarters if self.windows.of(each).last < self.on)

    @property
    def is_of_one(self) -> bool:
        """Whether it is about one unit that has none below it."""
        return self.unit is not None and set(self.codes) <= {self.unit}

    @property
    def codes(self) -> tuple[str, ...]:
        """The units below the office that are asked for forms or have figures, in the file's order."""
        asked = {each.unit for standings in self.standings.values() for each in standings}
        asked |= {each.unit for each in self.by_unit if each.unit is not None}
        return tuple(code for code in self.units if code in asked and code != self.plan.unit)

    def addressed(self, code: str) -> str:
        """Return a unit's name as letters have it, and what became of one that is no more."""
        name, heirs = addressed(self.units[code].name), self.heirs(code)
        if heirs == (code,):
            return name
        return f"{name} (nay là {enumerated([addressed(self.units[each].name) for each in heirs])})"

    def next_quarter(self) -> Period:
        """Return the first quarter from the period's first on whose forms are not due yet."""
        found = self.period.quarters[0]
        while self.windows.of(found).due < self.on:
            found = quarter(found.year, found.number + 1) if found.number < 4 else quarter(found.year + 1, 1)
        return found


def read_owing(db: Database, kind: str, plan: Plan, period: Period, on: date, unit: str | None) -> Owing:
    """Read a context with where forms stand, of a unit's those below it. Raises KnownError for a unit not there."""
    context = read_context(db, kind, plan, period, on, unit)
    standings = {each: tuple(_standings(db, context, each)) for each in period.quarters}
    return Owing(**vars(context), standings=standings)


def _standings(db: Database, context: Context, quarter: Period) -> Iterator[Standing]:
    """Yield where the forms of those stand that stood below the unit in a quarter; of the whole plan all."""
    day = context.windows.of(quarter).last
    inside = None if context.unit is None else context.tree.members(context.unit, day)
    for each in board(db, context.plan, quarter, context.on):
        if inside is None or each.unit in inside:
            yield each


def units_of(context: Owing) -> list[Owed]:
    """Return what every unit owes, in the file's order; of those that owe nothing too."""
    forms: dict[str, list[Form]] = {}
    for each in context.over:
        for standing in context.standings.get(each, ()):
            forms.setdefault(standing.unit, []).append(Form(each, standing))
    figures: dict[str, list[Figure]] = {}
    for figure in worst_first(context.by_unit):
        figures.setdefault(figure.unit or "", []).append(figure)
    return [_unit(context, code, tuple(forms.get(code, ())), figures.get(code, [])) for code in context.codes]


def _unit(context: Owing, code: str, forms: tuple[Form, ...], figures: list[Figure]) -> Owed:
    return Owed(
        code,
        context.addressed(code),
        forms,
        tuple(each for each in figures if each.state in (State.MISSED, State.NEAR)),
        tuple(each for each in figures if each.state is State.TO_CHECK),
        tuple(_unexplained(context, figures)),
    )


def _unexplained(context: Owing, figures: list[Figure]) -> Iterator[Figure]:
    for each in figures:
        said = context.explanation_of(each)
        if each.state is State.MISSED and not (said and said.cause and said.remedy):
            yield each


def addressed(name: str) -> str:
    """Return a unit's name as letters address it: UBND xã Cà Dy for the commune, an office's name as it is."""
    return agency(name).short_name


def noted(name: str, note: str) -> str:
    """Return a name with a note in brackets, in the same ones where the name says already what became of it."""
    return f"{name[:-1]}; {note})" if name.endswith(")") else f"{name} ({note})"
