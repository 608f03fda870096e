"""Everything a report is made from: a plan, a period and a day, and what is known of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from models.dispatch import Dispatch
from models.period import Period, Window, Windows
from models.plan import Explanation, LegalBasis, Plan, Task
from models.progress import Figure, State
from models.remaining import Remaining
from models.same_period import Before
from models.store.figures import Point
from models.unit import Unit, UnitTree

_PLACES = ("Xã ", "Phường ", "Thị trấn ", "Thị xã ", "Thành phố ", "Huyện ", "Quận ", "Tỉnh ", "Đặc khu ")
VALUED = (State.MET, State.NEAR, State.MISSED)


@dataclass(frozen=True)
class Context:
    """A plan, a period and a day, and what is known of them.

    unit is the one reported on, None for the whole plan; figures stand in the plan's order, by_unit worst first;
    remaining says by indicator what the year still asks for, and is empty once it is over; before, by indicator, what
    was reported in the same period of the year before; trends, the quarters of those that are most behind. written is
    what people wrote, by the part's key; reorganised, the days of the year from which units were others."""

    plan: Plan
    period: Period
    on: date
    unit: str | None
    tree: UnitTree
    windows: Windows
    figures: tuple[Figure, ...]
    by_unit: tuple[Figure, ...]
    grades: tuple[str, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    tasks: tuple[Task, ...] = ()
    dispatch: Dispatch | None = None
    is_illustrative: bool = False
    remaining: Mapping[str, Remaining] = field(default_factory=dict)
    before: Mapping[str, Before] = field(default_factory=dict)
    trends: Mapping[str, Sequence[Point]] = field(default_factory=dict)
    areas: tuple[str, ...] = field(default=())
    reorganised: tuple[date, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)

    @property
    def units(self) -> Mapping[str, Unit]:
        """All units of the file by their codes, those that exist no more included."""
        return self.tree.units

    @property
    def window(self) -> Window:
        """The days the period's data are from."""
        return self.windows.of(self.period)

    @property
    def is_year_over(self) -> bool:
        """Whether the days of the plan's year are over on the day of the report."""
        return self.windows.of(Period(self.plan.year)).last < self.on

    def of_area(self, area: str) -> list[Figure]:
        """Return an area's figures in the plan's order."""
        return [figure for figure in self.figures if figure.indicator.area == area]

    def in_state(self, *states: State) -> list[Figure]:
        """Return the figures in one of the states, in the plan's order."""
        return [figure for figure in self.figures if figure.state in states]

    def unit_name(self, code: str) -> str:
        """Return a unit's name as it stands inside a sentence: xã Zuôih."""
        return in_sentence(self.units[code].name)

    def heirs(self, code: str) -> tuple[str, ...]:
        """Return the units that answer for one on the day of the report: itself, or those that took over from it."""
        return self.tree.heirs(code, self.on)

    def acting(self, codes: Iterable[str]) -> list[str]:
        """Return who can still act for units: themselves or those that took over; nobody for one that is only gone."""
        found = dict.fromkeys(heir for code in codes for heir in self.heirs(code))
        return [code for code in found if not self.has_ended(code)]

    def row_name(self, code: str) -> str:
        """Return a unit's name as a row of a table has it, an old one's as such: another may bear its name now."""
        unit = self.units[code]
        is_old = unit.has_ended_on(self.window.last) and "(cũ)" not in unit.name
        return f"{unit.name} (cũ)" if is_old else unit.name

    def has_ended(self, code: str) -> bool:
        """Return whether a unit exists no more on the day of the report."""
        return self.units[code].has_ended_on(self.on)

    def explanation_of(self, figure: Figure) -> Explanation | None:
        """Return the explanation of a figure: its own period's, else the latest of a quarter inside it."""
        unit = figure.unit or self.plan.unit
        mine = [each for each in self.explanations if (each.indicator, each.unit) == (figure.indicator.code, unit)]
        return max(mine, key=lambda each: (each.period == self.period, each.period.number), default=None)


@dataclass(frozen=True)
class Reporting:
    """Who has reported: the units asked, those that owe nothing, those that have sent a part, those with nothing."""

    asked: tuple[str, ...]
    complete: tuple[str, ...]
    partial: tuple[str, ...]
    silent: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Whether all owe nothing."""
        return len(self.complete) == len(self.asked)


def reporting(context: Context) -> Reporting:
    """Return who has reported everything the period asks, over the indicators that units add up to.

    Of units that ended inside the period those are asked that took over from them."""
    owed: dict[str, list[Figure]] = {}
    for figure in context.by_unit:
        is_asked = figure.expected_units > 0 and figure.indicator.kind.rolls_up and not is_index(figure)
        if figure.unit is not None and is_asked:
            owed.setdefault(figure.unit, []).append(figure)
    asked = sorted(owed, key=list(context.units).index)
    complete = [unit for unit in asked if all(map(_has_reported, owed[unit]))]
    silent = [unit for unit in asked if not any(each.reported_units or _has_value(each) for each in owed[unit])]
    partial = [unit for unit in asked if unit not in complete and unit not in silent]
    return Reporting(tuple(asked), tuple(complete), tuple(partial), tuple(silent))


def is_index(figure: Figure) -> bool:
    """Return whether the result is published in the year after and not reported."""
    return figure.indicator.published_month is not None


def is_carried_over(figure: Figure) -> bool:
    """Return whether a longer period shows what its first quarter began with."""
    return figure.indicator.is_opening and not figure.period.is_quarter


def in_sentence(name: str) -> str:
    """Return a unit's name as it stands inside a sentence: xã Cà Dy, but Sở Nội vụ.

    Places get a small first letter, offices keep theirs (Decree 30/2020/NĐ-CP, Appendix II)."""
    return name[:1].lower() + name[1:] if name.startswith(_PLACES) else name


def _has_reported(figure: Figure) -> bool:
    return figure.reported_units >= figure.expected_units


def _has_value(figure: Figure) -> bool:
    return figure.value is not None or figure.numerator is not None
