"""What was reported, on the units of one day: today's, whatever merged, split, moved or ended in between.

Source: docs/figures.md, 16. Who is expected is asked of the units of each quarter, as in the figures as reported; what
they reported then goes to those who stand for them on the day. Nothing is lost and nothing counted twice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from models.expectation import Expectation, Roof, counted_in, expectation, taken_over
from models.measure import Accumulation
from models.period import Period, Windows
from models.progress import Coverage
from models.succession import Succession
from models.unit import Unit, UnitEvent, UnitTree

EVERYBODY = ""  # the code of a unit above all units of the file


@dataclass(frozen=True, slots=True)
class Report:
    """What one unit reported in one quarter, in whole numbers as the file keeps them; a ratio's parts, or a value."""

    numerator: int | None
    denominator: int | None
    value: int | None
    is_accepted: bool = False


Slot = tuple[Period, str]  # a quarter and the unit that reports in it
Reports = Mapping[Slot, Report]


@dataclass(frozen=True, slots=True)
class Piece:
    """What one unit reported in a quarter, as far as it belongs to the unit that stands for it.

    is_estimated: it is a share of a split, not the whole."""

    quarter: Period
    origin: str
    report: Report
    is_doubtful: bool
    is_estimated: bool


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
        whole = (replace(each, superior=each.superior or EVERYBODY) for each in tree.units.values())
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
        found: dict[str, set[str]] = defaultdict(set)
        for code in self.tree.units:
            for above in self._above(code):
                found[above].add(code)
        return {code: frozenset(units) for code, units in found.items()}

    def _above(self, code: str) -> set[str]:
        """Return who stands above a unit today: of one that ended its one heir, else who stood above it."""
        above = set[str]()
        waiting = self._next_above(code)
        while waiting is not None and waiting not in above:
            above.add(waiting)
            waiting = self._next_above(waiting)
        return above - {code}

    def _next_above(self, code: str) -> str | None:
        last = self.tree[code].valid_to
        superior = self.tree.superior(code, self.day if last is None else min(last, self.day))
        if superior is None or not self.has_ended(superior):
            return superior
        heirs = list(self.heirs(superior, self.tree[superior].valid_to or self.day))
        return heirs[0] if len(heirs) == 1 else superior


@dataclass
class Restated:
    """One indicator's reports on today's units. pieces: by the unit they belong to, in order of quarter; owed: per
    unit the (quarter, unit of then) whose reports make it whole; holders: the units of the period's last day that
    each stands for."""

    today: Today
    way: Accumulation
    days: Mapping[Period, date]
    last_day: date
    pieces: dict[str, list[Piece]] = field(default_factory=lambda: defaultdict(list))
    owed: dict[str, set[Slot]] = field(default_factory=lambda: defaultdict(set))
    holders: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    reported: set[Slot] = field(default_factory=set)

    @property
    def units(self) -> set[str]:
        """Everybody who has something, or owes it."""
        return {*self.pieces, *self.owed, *self.holders}

    def pieces_of(self, scope: Scope) -> list[Piece]:
        """Return what is meant by a scope."""
        return [
            piece
            for heir in self._heirs(self.pieces.keys(), scope)
            for piece in self.pieces[heir]
            if self._is_under(piece.origin, self.days[piece.quarter], scope)
        ]

    def scope(self, code: str) -> Scope:
        """Return what belongs to a unit and all below it; of one that others took over, what was reported under it."""
        if self.today.has_ended(code) and code not in self.units:
            return Scope(roofs=(code,))
        return Scope(self.today.members(code))

    def is_asked(self, scope: Scope) -> bool:
        """Whether anything in a scope is there, or expected."""
        coverage = self.coverage(scope)
        return coverage.is_asked or coverage.expected > 0 or bool(self.pieces_of(scope))

    def coverage(self, scope: Scope) -> Coverage:
        """Count the units of today that had somebody on the period's last day, and those with all that is owed."""
        expected = reported = owing = 0
        for heir in self._heirs(self.holders.keys() | self.owed.keys(), scope):
            owed = [each for each in self.owed.get(heir, ()) if self._is_under(each[1], self.days[each[0]], scope)]
            is_held = any(self._is_under(each, self.last_day, scope) for each in self.holders.get(heir, ()))
            expected += is_held
            reported += is_held and self.reported.issuperset(owed)
            owing += bool(owed)
        return Coverage(reported, expected, self._is_asked(expected, owing))

    def _is_asked(self, expected: int, owing: int) -> bool:
        match self.way:
            case Accumulation.STOCK:
                return expected > 0
            case Accumulation.OPENING:
                return owing > 0
        return expected > 0 or owing > 0

    def _heirs(self, known: Iterable[str], scope: Scope) -> Iterable[str]:
        return known if scope.heirs is None else scope.heirs.intersection(known)

    def _is_under(self, origin: str, day: date, scope: Scope) -> bool:
        return all(origin in self.today.tree.members(roof, day) for roof in scope.roofs)

    def add(self, quarter: Period, origin: str, report: Report) -> None:
        """Give what a unit reported to those that stand for it today."""
        day = self.days[quarter]
        amounts = (report.numerator, report.denominator) if report.value is None else (report.value,)
        carried = self.today.succession.carried(amounts, origin, day, self.today.day)
        is_doubtful = report.numerator is not None and report.numerator > (report.denominator or 0)
        for heir, parts in carried.items():
            own = (
                replace(report, value=parts[0])
                if report.value is not None
                else replace(report, numerator=parts[0], denominator=parts[1])
            )
            self.pieces[heir].append(Piece(quarter, origin, own, is_doubtful, len(carried) > 1))

    def owe(self, quarter: Period, origin: str) -> None:
        """Note that those who stand for a unit are whole only with its report."""
        for heir in self.today.heirs(origin, self.days[quarter]):
            self.owed[heir].add((quarter, origin))


def restated_flow(
    today: Today,
    expected: Expectation,
    reports: Reports,
    quarters: Iterable[Period],
    way: Accumulation = Accumulation.FLOW,
) -> Restated:
    """Return what was reported in some quarters, each for itself, to be added up; an opening's in the first alone."""
    found = _empty(today, expected, reports, way)
    for quarter in quarters:
        for origin in sorted(expected.counted[quarter]):
            found.owe(quarter, origin)
            if (report := reports.get((quarter, origin))) is not None:
                found.add(quarter, origin, report)
    return found


def restated_stock(today: Today, expected: Expectation, reports: Reports) -> Restated:
    """Return the latest of each unit; those that ended count once, until somebody after them has reported.

    Covered is who has reported the last of the quarters."""
    found = _empty(today, expected, reports, Accumulation.STOCK)
    last = max(expected.counted)
    for origin in expected.counted[last]:
        found.owe(last, origin)
    latest: dict[str, Period] = {}
    for quarter in sorted(expected.counted):
        there = expected.counted[quarter]
        standing = (expected.holders & there).union(
            code for code, legacy in expected.legacies.items() if quarter in legacy.quarters
        )
        latest.update({code: quarter for code in standing if (quarter, code) in reports})
    gone = expected.legacies.keys() - taken_over(expected.legacies, latest)
    for origin, quarter in sorted(latest.items()):
        if origin not in gone:
            found.add(quarter, origin, reports[quarter, origin])
    return found


def _empty(today: Today, expected: Expectation, reports: Reports, way: Accumulation) -> Restated:
    found = Restated(today, way, expected.days, expected.last_day, reported=set(reports))
    for origin in expected.holders:
        for heir in today.heirs(origin, expected.last_day):
            found.holders[heir].add(origin)
    return found
