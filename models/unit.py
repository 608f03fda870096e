"""Units, the tree on a given day, mergers."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from models.errors import KnownError
from models.number import format_date


@dataclass(frozen=True, slots=True)
class Unit:
    """An office that reports or stands above such: valid from a day to a day, both included; None is always.

    first_superior is the one it begins under. Who stands above it on a day, UnitTree says: it may have moved since."""

    code: str
    name: str
    kind: str = ""
    first_superior: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    succeeded_by: tuple[str, ...] = ()

    def has_ended_on(self, day: date) -> bool:
        """Return whether the unit exists no more on the day."""
        return self.valid_to is not None and self.valid_to < day

    def is_valid_on(self, day: date) -> bool:
        """Return whether the unit exists on the day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class EventKind(StrEnum):
    """What happened to units."""

    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    DISSOLVE = "dissolve"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class UnitEvent:
    """A merger, split, rename, end or move of units, with its legal basis; day is the first on which it holds.

    before and after are units' codes; of a move, after is the one superior that they come under. weights: of a split,
    one number per unit in after, which takes its number over their sum of what was before; none: equal shares."""

    day: date
    kind: EventKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    basis: str = ""
    weights: tuple[Decimal, ...] = ()


class UnitTree:
    """All units of a file, and who stands below whom on a given day.

    A unit's superior is the one it begins under; moves among the events give it another from their day on. Raises
    KnownError when a superior or successor is unknown or units stand above one another in a circle."""

    def __init__(self, units: Iterable[Unit], events: Iterable[UnitEvent] = ()) -> None:
        self.units = {unit.code: unit for unit in units}
        self._below: dict[str | None, list[str]] = defaultdict(list)
        self._before: dict[str, list[str]] = defaultdict(list)
        self._leaves: dict[tuple[str, int], frozenset[str]] = {}
        self._members: dict[tuple[str, int], frozenset[str]] = {}
        self._moves = _moves(events)
        for unit in self.units.values():
            self._check(unit)
            self._below[unit.first_superior].append(unit.code)
            for successor in unit.succeeded_by:
                self._before[successor].append(unit.code)
        self._moved_on = sorted({day.toordinal() for moves in self._moves.values() for day, _ in moves})
        self._add_moves()
        limits = {day.toordinal() for unit in self.units.values() for day in _limits(unit)}
        self._changes = sorted(limits.union(self._moved_on))

    def __getitem__(self, code: str) -> Unit:
        return self.units[code]

    def __contains__(self, code: object) -> bool:
        return code in self.units

    def names(self) -> dict[str, str]:
        """Return the names of all units by code, in the file's order."""
        return {code: unit.name for code, unit in self.units.items()}

    def roots(self, day: date) -> list[str]:
        """Return the units that exist on a day and stand under nobody, in the file's order."""
        return self.children(None, day)

    def superior(self, code: str, day: date) -> str | None:
        """Return who a unit stands under on a day, whether both exist on it or not."""
        found = self.units[code].first_superior
        for since, superior in self._moves.get(code, ()):
            if since <= day:
                found = superior
        return found

    def moves(self, code: str) -> list[tuple[date, str]]:
        """Return under whom a unit came from which day on, after the one it began under, in order of time."""
        return list(self._moves.get(code, ()))

    def above(self, code: str, day: date) -> Iterator[str]:
        """Yield who stands above a unit on a day, the nearest first, whether they exist on it or not."""
        superior = self.superior(code, day)
        while superior is not None:
            yield superior
            superior = self.superior(superior, day)

    def children(self, code: str | None, day: date | None = None) -> list[str]:
        """Return the units directly below: those that exist on the day, without a day all that ever stood there."""
        below = self._below.get(code, ())
        if day is None:
            return list(below)
        return [child for child in below if self.units[child].is_valid_on(day) and self.superior(child, day) == code]

    def predecessors(self, code: str) -> list[str]:
        """Return the units that this one took over from, directly."""
        return list(self._before.get(code, ()))

    def heirs(self, code: str, day: date) -> tuple[str, ...]:
        """Return the units that answer for one on a day: itself, or those that took over from it."""
        found, waiting, seen = list[str](), [code], set[str]()
        while waiting:
            if (each := waiting.pop(0)) in seen:
                continue
            seen.add(each)
            unit = self.units[each]
            if unit.has_ended_on(day) and unit.succeeded_by:
                waiting.extend(unit.succeeded_by)
            else:
                found.append(each)
        return tuple(found) or (code,)

    def reached_from(self, code: str) -> set[str]:
        """Return whose figures may hang on what a unit reports: its own, of those above it, and of all who took over
        from any of them."""
        waiting, found = [code], set[str]()
        while waiting:
            if (each := waiting.pop()) not in found:
                found.add(each)
                unit = self.units[each]
                waiting += [*unit.succeeded_by, *([unit.first_superior] if unit.first_superior else [])]
                waiting += [superior for _, superior in self._moves.get(each, ())]
        return found

    def stands_alone(self, code: str) -> bool:
        """Return whether no unit ever stood below this one, and it took over from none."""
        return not self._below.get(code) and not self._before.get(code)

    def below(self, code: str, day: date) -> set[str]:
        """Return the unit itself and all below it, as far as they are valid on the day."""
        return {each for each in self.members(code, day) if self.units[each].is_valid_on(day)}

    def members(self, code: str, day: date) -> frozenset[str]:
        """Return the unit itself and all that stand below it on the day, those that do not exist then included."""
        key = (code, bisect_right(self._moved_on, day.toordinal()))
        if key not in self._members:
            self._members[key] = frozenset(self.walk(code, day if self._moves else None))
        return self._members[key]

    def leaves(self, code: str, day: date) -> frozenset[str]:
        """Return those below (or the unit itself) that have no unit below them on the day.

        A unit between that is no longer valid does not part those below it from those above."""
        key = (code, bisect_right(self._changes, day.toordinal()))  # between two changes all days are the same
        if key not in self._leaves:
            self._leaves[key] = frozenset(self._find_leaves(code, day))
        return self._leaves[key]

    def _find_leaves(self, code: str, day: date) -> set[str]:
        valid = self.below(code, day)
        above: set[str] = set()
        for each in valid - {code}:
            superior = self.superior(each, day)
            while superior is not None and superior not in above:
                above.add(superior)
                superior = None if superior == code else self.superior(superior, day)
        return valid - above

    def walk(self, code: str, day: date | None = None) -> Iterator[str]:
        """Yield the unit and its members of a day, without a day all that ever stood below it, top down, each once."""
        waiting, seen = [code], set[str]()
        while waiting:
            if (unit := waiting.pop()) in seen:
                continue
            seen.add(unit)
            yield unit
            below = self._below.get(unit, ())
            waiting.extend(child for child in reversed(below) if day is None or self.superior(child, day) == unit)

    def _add_moves(self) -> None:
        """Let everybody whom a unit ever came under know it, and refuse a circle on any of the days."""
        for code, moves in self._moves.items():
            for _, superior in moves:
                self._check_known(code, (code, superior))
                if code not in self._below[superior]:
                    self._below[superior].append(code)
        for code, moves in self._moves.items():
            for day, _ in moves:
                self._check_circle(code, day)

    def _check_circle(self, code: str, day: date) -> None:
        seen, above = {code}, self.superior(code, day)
        while above is not None:
            if above in seen:
                raise KnownError(
                    f"Từ {format_date(day)}, đơn vị {code} và cấp trên của nó quản lý vòng tròn; "
                    "hãy sửa sự kiện chuyển."
                )
            seen.add(above)
            above = self.superior(above, day)

    def _check_known(self, code: str, named: Iterable[str]) -> None:
        for other in named:
            if other not in self.units:
                raise KnownError(f"Đơn vị {code} nêu đơn vị {other} chưa có trong danh sách đơn vị.")

    def _check(self, unit: Unit) -> None:
        self._check_known(unit.code, (*((unit.first_superior,) if unit.first_superior else ()), *unit.succeeded_by))
        seen, above = {unit.code}, unit.first_superior
        while above is not None:
            if above in seen:
                raise KnownError(f"Đơn vị {unit.code} và cấp trên của nó quản lý vòng tròn; hãy sửa cột Mã cấp trên.")
            seen.add(above)
            above = self.units[above].first_superior if above in self.units else None


def _moves(events: Iterable[UnitEvent]) -> dict[str, list[tuple[date, str]]]:
    """Return under whom units came from which day on, by unit and in order of time."""
    found: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for event in sorted(events, key=lambda each: each.day):
        if event.kind is EventKind.MOVE and len(event.after) == 1:
            for code in event.before:
                found[code].append((event.day, event.after[0]))
    return dict(found)


def _limits(unit: Unit) -> Iterator[date]:
    """Yield the days from which the unit is another one: its first, and the one after its last."""
    if unit.valid_from is not None:
        yield unit.valid_from
    if unit.valid_to is not None and unit.valid_to < date.max:
        yield unit.valid_to + timedelta(days=1)
