"""The rows of a sheet held against those of the store: which are new, changed or taken away, and how to write them."""

from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from models.exchange.columns import Sheet
from models.store.changes import Author, Changes
from models.store.database import Database


class OfPlan(Protocol):
    """What belongs to a plan."""

    @property
    def plan(self) -> str:
        """The plan's code."""


Thing = TypeVar("Thing")
Part = TypeVar("Part", bound=OfPlan)
Read = Callable[[Database, str], list[Part]]
Save = Callable[[Database, str, Iterable[Part], Author], Changes]


@dataclass(frozen=True, slots=True)
class SheetCount:
    """How many rows of a sheet are new to the file, change it, take something away, or change nothing."""

    sheet: str
    new: int = 0
    changed: int = 0
    removed: int = 0
    same: int = 0

    def __str__(self) -> str:
        removed = f", {self.removed} bị xóa" if self.removed else ""
        return f"{self.sheet}: {self.new} mới, {self.changed} thay đổi{removed}, {self.same} giữ nguyên"


class Sheets:
    """Counts what differs, and gathers the writes that make it so, sheet after sheet.

    plans: the codes of the plans that the file has."""

    def __init__(self, db: Database, author: Author, plans: Container[str]) -> None:
        self._db, self._author, self._plans = db, author, plans
        self.writes: list[Callable[[], Changes]] = []
        self.counts: list[SheetCount] = []

    def keyed(
        self,
        sheet: Sheet,
        new: Sequence[Thing],
        old: Iterable[Thing],
        key: Callable[[Thing], Hashable],
        save: Callable[[list[Thing]], Changes],
    ) -> None:
        """Save the rows that are new or differ from the one of their key."""
        had = {key(each): each for each in old}
        differing = [each for each in new if had.get(key(each)) != each]
        added = sum(key(each) not in had for each in differing)
        self.count(SheetCount(sheet.name, added, len(differing) - added, 0, len(new) - len(differing)))
        if differing:
            self.writes.append(lambda: save(differing))

    def of_plans(
        self,
        sheet: Sheet,
        new: Sequence[Part],
        read: Read[Part],
        key: Callable[[Part], Hashable],
        save: Callable[[list[Part]], Changes],
    ) -> None:
        """Save the rows of plans that are new or differ; what a new plan has is nothing."""
        old = [each for plan in _by_plan(new) for each in self._had(plan, read)]
        self.keyed(sheet, new, old, lambda each: (each.plan, key(each)), save)

    def merged(
        self,
        sheet: Sheet,
        new: Sequence[Part],
        read: Read[Part],
        save: Save[Part],
        key: Callable[[Part], Hashable],
    ) -> None:
        """Save rows of plans that the store saves a plan at a time: those of new keys follow what the plan had."""

        def save_all(differing: list[Part]) -> Changes:
            changes = Changes()
            for plan, mine in _by_plan(differing).items():
                rows = {key(each): each for each in (*read(self._db, plan), *mine)}
                changes |= save(self._db, plan, rows.values(), self._author)
            return changes

        self.of_plans(sheet, new, read, key, save_all)

    def replaced(self, sheet: Sheet, new: Sequence[Part], read: Read[Part], save: Save[Part]) -> None:
        """Put a plan's rows in the place of all that it had, where they differ."""
        differing: list[Part] = []
        added = removed = same = 0
        for plan, mine in _by_plan(new).items():
            old = self._had(plan, read)
            kept = sum(each in old for each in mine)
            same, added = same + kept, added + len(mine) - kept
            removed += sum(each not in mine for each in old)
            differing += mine if mine != old else []
        self.count(SheetCount(sheet.name, added, 0, removed, same))
        for plan, mine in _by_plan(differing).items():
            self.writes.append(_saving(save, self._db, plan, mine, self._author))

    def _had(self, plan: str, read: Read[Part]) -> list[Part]:
        return read(self._db, plan) if plan in self._plans else []

    def count(self, count: SheetCount) -> None:
        """Keep how many rows of a sheet differ; a sheet without rows is not told."""
        if count.new or count.changed or count.removed or count.same:
            self.counts.append(count)


def _saving(save: Save[Part], db: Database, plan: str, rows: list[Part], author: Author) -> Callable[[], Changes]:
    return lambda: save(db, plan, rows, author)


def _by_plan(rows: Iterable[Part]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}
    for each in rows:
        found.setdefault(each.plan, []).append(each)
    return found
