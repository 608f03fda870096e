"""What was reported, on the units of one day: today's, whatever merged, split, moved or ended in between.

Source: docs/figures.md, 16. Who is expected is asked of the units of each quarter, as in the figures as reported; what
they reported then goes to those who stand for them on the day. Nothing is lost and nothing counted twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from models.expectation import Expectation, Roof, counted_in, expectation, taken_over
from models.measure import Accumulation
from models.period import Period, Windows
from models.progress import Coverage
from models.succession import Succession
from models.unit import Unit, UnitEvent, UnitTree

EVERYBODY = ""  # the code of a unit above all units of the file


class Report(NamedTuple):
    """What one unit reported in one quarter, in whole numbers as the file keeps them; a ratio's parts, or a value."""

    numerator: int | None
    denominator: int | None
    value: int | None
    is_accepted: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Whether it cannot be right."""
        return self.numerator is not None and self.numerator > (self.denominator or 0)


Reports = Mapping[Period, Mapping[str, Report]]  # by quarter and by the unit that reports in it


class Piece(NamedTuple):
    """What one unit reported in a quarter, as far as it belongs to the unit that stands for it.

    is_estimated: it is a share of a split, not the whole."""

    quarter: Period
    origin: str
    report: Report
    is_doubtful: bool
    is_estimated: bool


class Debt(NamedTuple):
    """A quarter that a unit of then had to report, and whether it did."""

    quarter: Period
    origin: str
    is_paid: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """Which pieces are meant. heirs: those of these units; None: of all. roofs: units that ended; only what was
    reported by those under each of them at that time."""

    heirs: frozenset[str] | None = None
    roofs: tuple[str, ...] = ()

    def within(self, other: "Scope") -> "Scope":
        """Return what both mean."""
        if self.heirs is None or other.heirs is None:
            return Scope(other.heirs if self.heirs is None else self.heirs, self.roofs + other.roofs)
        return Scope(self.heirs & other.heirs, self.roofs + other.roofs)


class Today:
    """The units of a file as they stand on one day, and what became of the others."""

    def __init__(self, tree: UnitTree, events: Iterable[UnitEvent], day: date) -> None:
        events = list(events)
        self.tree, self.day = tree, day
        self.succession = Succession(tree, events)
        self._members = self._find_members()
        top = Unit(EVERYBODY, "", valid_to=date.min)
        whole = (replace(each, first_superior=each.first_superior or EVERYBODY) for each in tree.units.values())
        self._roof = Roof(UnitTree([top, *whole], events), EVERYBODY)

    def heirs(self, code: str, since: date) -> Mapping[str, object]:
        """Return who stands today for a unit as it was on a day."""
        return self.succession.heirs(code, since, self.day)

    def has_ended(self, code: str) -> bool:
        """Whether a unit exists no more."""
        last = self.tree[code].valid_to
        return last is not None and last < self.day

    def members(self, code: str) -> frozenset[str]:
        """Return a unit and all that stand below it today, and those below that ended without anybody after them."""
        return self._members.get(code, frozenset()) | {code}

    def expected(
        self, period: Period, windows: Windows, assigned: frozenset[str] | None, quarters: tuple[Period, ...]
    ) -> Expectation:
        """Return who is expected in the whole file; what is assigned to a unit is so to those it took over from."""
        return expectation(self._roof, period, windows, self._with_origins(assigned), quarters)

    def counted(
        self, quarters: Iterable[Period], windows: Windows, assigned: frozenset[str] | None
    ) -> dict[Period, frozenset[str]]:
        """Return for each quarter the units of the whole file whose figures are taken in."""
        return counted_in(self._roof, quarters, windows, self._with_origins(assigned))

    def _with_origins(self, assigned: frozenset[str] | None) -> frozenset[str] | None:
        if assigned is None:
            return None
        units = self.tree.units.values()
        return assigned.union(
            each.code for each in units if not assigned.isdisjoint(self.heirs(each.code, each.valid_from or date.min))
        )

    def _find_members(self) -> dict[str, frozenset[str]]:
        """Find who stands below whom today: of one that ended, below its one heir, else below who stood above it."""
        found: dict[str, set[str]] = defaultdict(set)
        above: dict[str, str | None] = {code: self._next_above(code) for code in self.tree.units}
        for code in self.tree.units:
            seen, each = {code}, above[code]
            while each is not None and each not in seen:
                seen.add(each)
                found[each].add(code)
                each = above[each]
        return {code: frozenset(units) for code, units in found.items()}

    def _next_above(self, code: str) -> str | None:
        last = self.tree[code].valid_to
        superior = self.tree.superior(code, self.day if last is None else min(last, self.day))
        if superior is None or not self.has_ended(superior):
            return superior
        heirs = list(self.heirs(superior, self.tree[superior].valid_to or self.day))
        return heirs[0] if len(heirs) == 1 else superior


@dataclass
class Restated:
    """One indicator's reports on today's units. pieces: by the unit they belong to, in order of quarter; debts: per
    unit what must be there to make it whole; holders: the units of the period's last day that each stands for."""

    today: Today
    way: Accumulation
    days: Mapping[Period, date]
    last_day: date
    pieces: dict[str, list[Piece]] = field(default_factory=lambda: defaultdict(list))
    debts: dict[str, list[Debt]] = field(default_factory=lambda: defaultdict(list))
    holders: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def units(self) -> set[str]:
        """Everybody who has something, or owes it."""
        return {*self.pieces, *self.debts, *self.holders}

    def pieces_of(self, scope: Scope) -> Iterator[Piece]:
        """Yield what is meant by a scope."""
        for heir in _meant(self.pieces, scope):
            if not scope.roofs:
                yield from self.pieces[heir]
                continue
            yield from (
                each for each in self.pieces[heir] if self._is_under(each.origin, self.days[each.quarter], scope)
            )

    def scope(self, code: str) -> Scope:
        """Return what belongs to a unit and all below it; of one that others took over, what was reported under it."""
        is_here = code in self.pieces or code in self.debts or code in self.holders
        if self.today.has_ended(code) and not is_here:
            return Scope(roofs=(code,))
        return Scope(self.today.members(code))

    def is_asked(self, scope: Scope) -> bool:
        """Whether anything in a scope is there, or expected."""
        coverage = self.coverage(scope)
        return coverage.is_asked or coverage.expected > 0 or any(True for _ in self.pieces_of(scope))

    def coverage(self, scope: Scope) -> Coverage:
        """Count the units of today that had somebody on the period's last day, and those with all that is owed."""
        expected = reported = 0
        is_owing = False
        for heir in _meant(self.holders, scope):
            if any(self._is_under(each, self.last_day, scope) for each in self.holders[heir]):
                expected += 1
                reported += all(each.is_paid for each in self._debts(heir, scope))
        if not expected or self.way is Accumulation.OPENING:
            is_owing = any(self._debts(heir, scope) for heir in _meant(self.debts, scope))
        return Coverage(reported, expected, self._is_asked(expected > 0, is_owing))

    def _debts(self, heir: str, scope: Scope) -> Sequence[Debt]:
        its = self.debts.get(heir, ())
        if not scope.roofs:
            return its
        return [each for each in its if self._is_under(each.origin, self.days[each.quarter], scope)]

    def _is_asked(self, is_held: bool, is_owing: bool) -> bool:
        match self.way:
            case Accumulation.STOCK:
                return is_held
            case Accumulation.OPENING:
                return is_owing
        return is_held or is_owing

    def _is_under(self, origin: str, day: date, scope: Scope) -> bool:
        return all(origin in self.today.tree.members(roof, day) for roof in scope.roofs)

    def add(self, quarter: Period, origin: str, report: Report) -> None:
        """Give what a unit reported to those that stand for it today."""
        day = self.days[quarter]
        heirs = self.today.heirs(origin, day)
        if len(heirs) == 1:
            for heir in heirs:
                self.pieces[heir].append(Piece(quarter, origin, report, report.is_doubtful, False))
            return
        amounts = (report.numerator, report.denominator) if report.value is None else (report.value,)
        for heir, parts in self.today.succession.carried(amounts, origin, day, self.today.day).items():
            own = (
                report._replace(numerator=parts[0], denominator=parts[1])
                if report.value is None
                else report._replace(value=parts[0])
            )
            self.pieces[heir].append(Piece(quarter, origin, own, report.is_doubtful, True))

    def owe(self, quarter: Period, origin: str, *, is_paid: bool) -> None:
        """Note that those who stand for a unit are whole only with its report."""
        debt = Debt(quarter, origin, is_paid)
        for heir in self.today.heirs(origin, self.days[quarter]):
            self.debts[heir].append(debt)


def _meant(known: Mapping[str, object], scope: Scope) -> Iterable[str]:
    """Return those of a scope that are known: looking through the fewer."""
    if scope.heirs is None:
        return known
    if len(scope.heirs) < len(known):
        return [heir for heir in scope.heirs if heir in known]
    return [heir for heir in known if heir in scope.heirs]


def restated_flow(
    today: Today,
    expected: Expectation,
    reports: Reports,
    quarters: Iterable[Period],
    way: Accumulation = Accumulation.FLOW,
) -> Restated:
    """Return what was reported in some quarters, each for itself, to be added up; an opening's in the first alone."""
    found = _empty(today, expected, way)
    for quarter in quarters:
        there = reports.get(quarter, {})
        for origin in expected.counted[quarter]:
            report = there.get(origin)
            found.owe(quarter, origin, is_paid=report is not None)
            if report is not None:
                found.add(quarter, origin, report)
    return found


def restated_stock(today: Today, expected: Expectation, reports: Reports) -> Restated:
    """Return the latest of each unit; those that ended count once, until somebody after them has reported.

    Covered is who has reported the last of the quarters."""
    found = _empty(today, expected, Accumulation.STOCK)
    last = max(expected.counted)
    for origin in expected.counted[last]:
        found.owe(last, origin, is_paid=origin in reports.get(last, {}))
    latest: dict[str, Period] = {}
    for quarter in sorted(expected.counted):
        there = expected.counted[quarter]
        standing = (expected.holders & there).union(
            code for code, legacy in expected.legacies.items() if quarter in legacy.quarters
        )
        latest.update(dict.fromkeys(standing & reports.get(quarter, {}).keys(), quarter))
    gone = expected.legacies.keys() - taken_over(expected.legacies, latest)
    for origin, quarter in latest.items():
        if origin not in gone:
            found.add(quarter, origin, reports[quarter][origin])
    return found


def _empty(today: Today, expected: Expectation, way: Accumulation) -> Restated:
    found = Restated(today, way, expected.days, expected.last_day)
    for origin in expected.holders:
        for heir in today.heirs(origin, expected.last_day):
            found.holders[heir].append(origin)
    return found
