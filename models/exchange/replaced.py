"""What an import put in the place of what: all that is needed to take it back, and to do it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from models.period import Period
from models.plan import Actual, Explanation
from models.store.actuals import record
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.explanations import save_explanations
from models.store.seen import check_explanations_unchanged, check_unchanged

Thing = TypeVar("Thing")
Place = tuple[str, str, Period]
Actuals = dict[Place, tuple[Actual, Actual]]
Explanations = dict[Place, tuple[Explanation, Explanation]]


@dataclass
class Replaced:
    """The cells and explanations that an import changed, each before and after; empty ones have nothing in them."""

    actuals: Actuals = field(default_factory=dict)
    explanations: Explanations = field(default_factory=dict)

    def add_actual(self, old: Actual | None, new: Actual) -> None:
        """Remember a cell; where an earlier file of the same import changed it, what stood before that counts."""
        place = new.indicator, new.unit, new.period
        known = self.actuals.get(place)
        self.actuals[place] = (known[0] if known else old or Actual(*place)), new

    def add_explanation(self, old: Explanation | None, new: Explanation) -> None:
        """Remember an explanation, as above."""
        place = new.indicator, new.unit, new.period
        known = self.explanations.get(place)
        self.explanations[place] = (known[0] if known else old or Explanation(*place)), new

    def add(self, other: Replaced) -> None:
        """Remember what another file of the same import changed after this one."""
        for old, new in other.actuals.values():
            self.add_actual(old, new)
        for before, after in other.explanations.values():
            self.add_explanation(before, after)

    def __len__(self) -> int:
        return len(self.actuals) + len(self.explanations)

    def take_back(self, db: Database, author: Author) -> Changes:
        """Put back what was before, in one transaction; refused where anything was changed since."""
        return _put(db, _turned(self.actuals), _turned(self.explanations), author)

    def put_again(self, db: Database, author: Author) -> Changes:
        """Do it again after it was taken back, in one transaction; refused where anything was changed since."""
        return _put(db, list(self.actuals.values()), list(self.explanations.values()), author)


def _turned(pairs: dict[Place, tuple[Thing, Thing]]) -> list[tuple[Thing, Thing]]:
    return [(new, old) for old, new in pairs.values()]


def _put(
    db: Database,
    actuals: list[tuple[Actual, Actual]],
    explanations: list[tuple[Explanation, Explanation]],
    author: Author,
) -> Changes:
    changes = Changes()
    with writing(db, author):
        check_unchanged(db, (old for old, _ in actuals))
        check_explanations_unchanged(db, (old for old, _ in explanations))
        if actuals:
            changes |= record(db, [new for _, new in actuals], author)
        if explanations:
            changes |= save_explanations(db, [new for _, new in explanations], author)
    return changes
