"""Units, the tree on a given day, mergers."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.errors import KnownError


@dataclass(frozen=True, slots=True)
class Unit:
    """An office that reports or stands above such: valid from a day to a day, both included; None is always."""

    code: str
    name: str
    kind: str = ""
    superior: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    succeeded_by: tuple[str, ...] = ()

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
    """A merger, split, rename, end or move of units, with its legal basis."""

    day: date
    kind: EventKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    basis: str = ""


class UnitTree:
    """All units of a file, and who stands below whom on a given day.

    Raises KnownError when a superior or successor is unknown or units stand above one another in a circle."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = {unit.code: unit for unit in units}
        self._below: dict[str | None, list[str]] = defaultdict(list)
        self._before: dict[str, list[str]] = defaultdict(list)
        self._leaves: dict[tuple[str, int], frozenset[str]] = {}
        for unit in self.units.values():
            self._check(unit)
            self._below[unit.superior].append(unit.code)
            for successor in unit.succeeded_by:
                self._before[successor].append(unit.code)
        self._changes = sorted({day.toordinal() for unit in self.units.values() for day in _limits(unit)})

    def __getitem__(self, code: str) -> Unit:
        return self.units[code]

    def __contains__(self, code: object) -> bool:
        return code in self.units

    def roots(self) -> list[str]:
        """Return the units without a superior, in the file's order."""
        return list(self._below[None])

    def children(self, code: str | None, day: date | None = None) -> list[str]:
        """Return the units directly below, those valid on the day where one is given."""
        return [child for child in self._below.get(code, ()) if day is None or self.units[child].is_valid_on(day)]

    def predecessors(self, code: str) -> list[str]:
        """Return the units that this one took over from, directly."""
        return list(self._before.get(code, ()))

    def reached_from(self, code: str) -> set[str]:
        """Return whose figures may hang on what a unit reports: its own, of those above it, and of all who took over
        from any of them."""
        waiting, found = [code], set[str]()
        while waiting:
            if (each := waiting.pop()) not in found:
                found.add(each)
                unit = self.units[each]
                waiting += [*unit.succeeded_by, *([unit.superior] if unit.superior else [])]
        return found

    def stands_alone(self, code: str) -> bool:
        """Return whether no unit ever stood below this one, and it took over from none."""
        return not self._below.get(code) and not self._before.get(code)

    def below(self, code: str, day: date) -> set[str]:
        """Return the unit itself and all below it, as far as they are valid on the day."""
        return {each for each in self.walk(code) if self.units[each].is_valid_on(day)}

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
            superior = self.units[each].superior
            while superior is not None and superior not in above:
                above.add(superior)
                superior = None if superior == code else self.units[superior].superior
        return valid - above

    def walk(self, code: str) -> Iterator[str]:
        """Yield the unit and all below it, top down, whatever the day."""
        waiting = [code]
        while waiting:
            yield (unit := waiting.pop())
            waiting.extend(reversed(self._below.get(unit, ())))

    def _check(self, unit: Unit) -> None:
        for other in (*((unit.superior,) if unit.superior else ()), *unit.succeeded_by):
            if other not in self.units:
                raise KnownError(f"Đơn vị {unit.code} nêu đơn vị {other} chưa có trong danh sách đơn vị.")
        seen, above = {unit.code}, unit.superior
        while above is not None:
            if above in seen:
                raise KnownError(f"Đơn vị {unit.code} và cấp trên của nó quản lý vòng tròn; hãy sửa cột Mã cấp trên.")
            seen.add(above)
            above = self.units[above].superior if above in self.units else None


def _limits(unit: Unit) -> Iterator[date]:
    """Yield the days from which the unit is another one: its first, and the one after its last."""
    if unit.valid_from is not None:
        yield unit.valid_from
    if unit.valid_to is not None and unit.valid_to < date.max:
        yield unit.valid_to + timedelta(days=1)
