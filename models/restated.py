"""What was reported, on the units of one day: today's, whatever merged, split, moved or ended in between.

Source: docs/figures.md, 16. Who is expected is asked of the units of each quarter, as in the figures as reported; what
they reported then goes to those who stand for them on the day. Nothing is lost and nothing counted twice."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.expectation import Expectation, Legacy, Roof, counted_in, legacies, without_debts
from models.period import Period, Windows
from models.succession import Succession
from models.unit import Unit, UnitEvent, UnitTree

EVERYBODY = ""  # the code of a unit above all units of the file


@dataclass(frozen=True, slots=True)
class Scope:
    """Which reports are meant. heirs: what belongs to these units of the day; None: to anybody. roofs: units that
    ended; only what was reported by those under each of them at that time."""

    heirs: frozenset[str] | None = None
    roofs: tuple[str, ...] = ()

    def within(self, other: "Scope") -> "Scope":
        """Return what both mean."""
        if self.heirs is None or other.heirs is None:
            return Scope(other.heirs if self.heirs is None else self.heirs, self.roofs + other.roofs)
        return Scope(self.heirs & other.heirs, self.roofs + other.roofs)


class Today:
    """The units of a file as they stand on one day, and what became of the others."""

    def __init__(self, tree: UnitTree, events: Sequence[UnitEvent], day: date) -> None:
        self.tree, self.day = tree, day
        self.succession = Succession(tree, events)
        self._members = self._find_members()
        self._roof = _roof(tree, events)

    def heirs(self, code: str, since: date) -> Mapping[str, object]:
        """Return who stands today for a unit as it was on a day."""
        return self.succession.heirs(code, since, self.day)

    def has_ended(self, code: str) -> bool:
        """Whether a unit exists no more."""
        last = self.tree[code].valid_to
        return last is not None and last < self.day

    def members(self, code: str) -> frozenset[str]:
        """Return a unit and all that stand below it today, and those below that ended without anybody after them."""
        return self._members[code] if code in self._members else frozenset((code,))

    def expected(
        self, period: Period, windows: Windows, assigned: frozenset[str] | None, quarters: tuple[Period, ...]
    ) -> Expectation:
        """Return who is expected in the whole file; what is assigned to a unit is so to those it took over from."""
        return without_debts(self._roof, period, windows, self._with_origins(assigned), quarters)

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
        return {code: frozenset((code, *units)) for code, units in found.items()}

    def _next_above(self, code: str) -> str | None:
        last = self.tree[code].valid_to
        superior = self.tree.superior(code, self.day if last is None else min(last, self.day))
        if superior is None or not self.has_ended(superior):
            return superior
        heirs = list(self.heirs(superior, self.tree[superior].valid_to or self.day))
        return heirs[0] if len(heirs) == 1 else superior


def _roof(tree: UnitTree, events: Sequence[UnitEvent]) -> Roof:
    """Return what all units of the file stand under: the one that nobody stands above, else one of our own."""
    roots = [unit.code for unit in tree.units.values() if unit.first_superior is None]
    if len(roots) == 1:
        return Roof(tree, roots[0])
    top = Unit(EVERYBODY, "", valid_to=date.min)
    whole = (replace(each, first_superior=each.first_superior or EVERYBODY) for each in tree.units.values())
    return Roof(UnitTree([top, *whole], events), EVERYBODY)


class Restated:
    """Whose reports of then belong to which units of the day, as far as an indicator was expected of them.

    standing: by quarter those whose report may count in it; debts: the quarters in which nothing may be missing;
    legacies: of those that ended and stand only until somebody after them has reported. is_stock: what counts has gone
    along with who moved, to whom stood above on the last day."""

    def __init__(
        self,
        today: Today,
        expected: Expectation,
        standing: Mapping[Period, frozenset[str]],
        debts: Collection[Period],
        legacies: Mapping[str, Legacy],
        *,
        is_stock: bool = False,
    ) -> None:
        self.today, self.expected, self.standing, self.legacies = today, expected, standing, legacies
        self._debts, self._is_stock = debts, is_stock
        found = {quarter: _by_heir(today, units, expected.days[quarter]) for quarter, units in standing.items()}
        self._origins = {quarter: origins for quarter, (origins, _) in found.items()}
        self.split = {quarter: split for quarter, (_, split) in found.items()}
        self._holders, _ = _by_heir(today, expected.holders, expected.last_day)
        self.heirs = frozenset(self._holders).union(*self._origins.values())

    def scope(self, code: str) -> Scope:
        """Return what belongs to a unit and all below it; of one that others took over, what was reported under it."""
        if self.today.has_ended(code) and code not in self.heirs:
            return Scope(roofs=(code,))
        return Scope(self.today.members(code))

    def origins(self, quarter: Period, scope: Scope) -> frozenset[str]:
        """Return the units of then whose reports of a quarter are meant by a scope, or a share of them."""
        of, standing = self._origins[quarter], self.standing[quarter]
        if scope.heirs is None or scope.heirs.issuperset(of):
            found = standing
        else:
            found = frozenset(code for heir in _meant(of, scope) for code in of[heir])
        return self._under(found, self.expected.last_day if self._is_stock else self.expected.days[quarter], scope)

    def holders(self, scope: Scope) -> frozenset[str]:
        """Return the units of the day that had somebody on the period's last day."""
        heirs = _meant(self._holders, scope)
        if not scope.roofs:
            return frozenset(heirs)
        under = self._under(self.expected.holders, self.expected.last_day, scope)
        return frozenset(heir for heir in heirs if not under.isdisjoint(self._holders[heir]))

    def asked(self, scope: Scope) -> frozenset[str]:
        """Return the units of the day that had somebody, on the last day or in any of the quarters."""
        found = set(self.holders(scope))
        for quarter, of in self._origins.items():
            origins = self.origins(quarter, scope)
            found.update(heir for heir in _meant(of, scope) if not origins.isdisjoint(of[heir]))
        return frozenset(found)

    def within(self, scope: Scope) -> Expectation:
        """Return who of then is meant by a scope, and what each unit of the day owes: every report of those it stands
        for."""
        counted, holders = {quarter: self.origins(quarter, scope) for quarter in self.standing}, self.holders(scope)
        owed: dict[str, set[tuple[Period, str]]] = {heir: set() for heir in holders}
        for quarter in self._debts:
            of, origins = self._origins[quarter], counted[quarter]
            for heir in holders & of.keys():
                owed[heir].update((quarter, code) for code in of[heir] if code in origins)
        own = {
            heir
            for heir in holders
            if owed[heir] == {(quarter, heir) for quarter in self._debts if heir in counted[quarter]}
        }
        inherited = {heir: frozenset(pairs) for heir, pairs in owed.items() if heir not in own}
        return Expectation(counted, holders, inherited, days=self.expected.days, last_day=self.expected.last_day)

    def share(self, quarter: Period, origin: str, amounts: Sequence[int | None], scope: Scope) -> list[int | None]:
        """Return what the units in a scope have together of whole amounts that a unit reported.

        Each report is parted for itself, so that all parts add up to it."""
        day = self.expected.days[quarter]
        parts = self.today.succession.carried(amounts, origin, day, self.today.day)
        its = [part for heir, part in parts.items() if scope.heirs is None or heir in scope.heirs]
        return [_whole(column) for column in zip(*its, strict=True)]

    def _under(self, units: frozenset[str], day: date, scope: Scope) -> frozenset[str]:
        """Keep those who stood under all of a scope's units that ended."""
        for roof in scope.roofs:
            units &= self.today.tree.members(roof, day)
        return units


def restated_flow(today: Today, expected: Expectation, quarters: Iterable[Period]) -> Restated:
    """Return who reports for whom where each of some quarters counts for itself, and is owed."""
    counted = {quarter: expected.counted[quarter] for quarter in quarters}
    return Restated(today, expected, counted, counted, {})


def restated_stock(today: Today, expected: Expectation) -> Restated:
    """Return who reports for whom where the latest of each unit counts; those that ended count once, until somebody
    after them has reported. Owed is the last of the quarters."""
    left = legacies(today.tree, expected.holders, expected.counted)
    standing = {
        quarter: (expected.holders & there).union(code for code, legacy in left.items() if quarter in legacy.quarters)
        for quarter, there in expected.counted.items()
    }
    return Restated(today, expected, standing, [max(expected.counted)], left, is_stock=True)


def _by_heir(today: Today, units: Iterable[str], day: date) -> tuple[dict[str, list[str]], frozenset[str]]:
    """Return the units of a day by who stands for them, and those that several stand for."""
    found: dict[str, list[str]] = defaultdict(list)
    split = []
    for code in units:
        heirs = today.heirs(code, day)
        for heir in heirs:
            found[heir].append(code)
        if len(heirs) > 1:
            split.append(code)
    return dict(found), frozenset(split)


def _meant(known: Mapping[str, object], scope: Scope) -> Iterable[str]:
    """Return those of a scope that are known: looking through the fewer."""
    if scope.heirs is None:
        return known
    if len(scope.heirs) < len(known):
        return [heir for heir in scope.heirs if heir in known]
    return [heir for heir in known if heir in scope.heirs]


def _whole(numbers: Iterable[int | None]) -> int | None:
    known = [each for each in numbers if each is not None]
    return sum(known) if known else None
