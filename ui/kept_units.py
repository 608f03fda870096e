"""The units of the open file, and which of them have a form to fill: what is asked often is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from models.plan import Plan
    from models.store.changes import Changes
    from models.store.database import Database
    from models.unit import UnitEvent, UnitTree


class KeptUnits:
    """The tree of units, who reports to a plan on a day, and who is asked by name."""

    def __init__(self) -> None:
        self._tree: UnitTree | None = None
        self._events: list[UnitEvent] | None = None
        self._reporting: tuple[tuple[str, date, UnitTree], list[str]] | None = None
        self._own: dict[str, list[str]] = {}

    def forget(self) -> None:
        """No file is open any more."""
        self._tree, self._events, self._own = None, None, {}

    def notice(self, changes: Changes) -> None:
        """Forget what may have changed."""
        if changes.units:
            self._tree = self._events = None
        if changes.units or changes.plans or changes.targets:
            self._own = {}

    def tree(self, db: Database) -> UnitTree:
        """Return all units of the file."""
        if self._tree is None:
            from models.store.units import unit_tree

            self._tree = unit_tree(db)
        return self._tree

    def events(self, db: Database) -> list[UnitEvent]:
        """Return all that happened to units, also what is only implied."""
        if self._events is None:
            from models.store.unit_events import events
            from models.succession import all_events

            self._events = all_events(self.tree(db).units.values(), events(db))
        return self._events

    def reporting(self, db: Database, plan: Plan, day: date) -> list[str]:
        """Return the units that report to a plan on a day, in the order of the tree."""
        tree = self.tree(db)
        key = plan.unit, day, tree
        if self._reporting is None or self._reporting[0] != key:  # a country has thousands of units
            leaves = tree.leaves(plan.unit, day)
            self._reporting = key, [code for code in tree.walk(plan.unit, day) if code in leaves]
        return list(self._reporting[1])

    def entering(self, db: Database, plan: Plan, day: date) -> list[str]:
        """Return the units that have a form to fill: those that report, then the offices with figures of their own."""
        reporting, tree = self.reporting(db, plan, day), self.tree(db)
        known = frozenset(reporting)
        named = self._asked_by_name(db, plan)
        return reporting + [code for code in named if code not in known and tree[code].is_valid_on(day)]

    def _asked_by_name(self, db: Database, plan: Plan) -> list[str]:
        """Return the units that a plan asks something of by name, and its own unit for what does not roll up."""
        if plan.code not in self._own:
            from models.store.indicators import assignments, indicators

            named = [(each.indicator, each.unit) for each in assignments(db, plan.code) if each.unit]
            given = {indicator for indicator, _ in named}
            is_own = any(not each.kind.rolls_up and each.code not in given for each in indicators(db, plan.code))
            units = {unit for _, unit in named} | ({plan.unit} if is_own else set())
            self._own[plan.code] = [each for each in self.tree(db).units if each in units]
        return self._own[plan.code]
