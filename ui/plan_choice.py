"""Which version of the chosen plan is looked at, and by which windows: what is asked often is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.period import Period, Windows
from models.plan import Plan
from models.plan_versions import versions_of
from models.target import version_in_force
from ui.context import Context, View

if TYPE_CHECKING:
    from models.store.database import Database


class PlanChoice:
    """The plans of the open file, and what of them a page shows."""

    def __init__(self) -> None:
        self.plans: list[Plan] = []
        self._db: Database | None = None
        self._windows: dict[str | None, Windows] = {}
        self._followed: dict[tuple[str, Period], Plan] = {}

    def read(self, db: Database) -> None:
        """Read the plans anew: what was kept of them is forgotten."""
        from models.store.plans import plans

        self.forget()
        self._db, self.plans = db, plans(db)

    def forget(self) -> None:
        """No file is open any more."""
        self._db, self.plans = None, []
        self._windows, self._followed = {}, {}

    def plan(self, context: Context, view: View) -> Plan:
        """Return the plan chosen; of its versions, on pages that follow them, the one in force at the period's end."""
        chosen = next(each for each in self.plans if each.code == context.plan)
        period = context.shown_period(view)
        if not view.follows_version or period.year != chosen.year:
            return chosen
        key = chosen.code, period
        if key not in self._followed:
            chain = versions_of(chosen, self.plans)
            found = version_in_force(chain, lambda each: self.windows(each.code).of(period).last)
            self._followed[key] = found or chosen
        return self._followed[key]

    def windows(self, code: str | None) -> Windows:
        """Return the reporting windows of a plan; None: the rule's."""
        if code not in self._windows:
            if self._db is None:
                return Windows()
            from models.store.plans import windows

            self._windows[code] = windows(self._db, code)
        return self._windows[code]

    def offered(self, context: Context, view: View) -> list[Plan]:
        """Return the plans to choose from: all versions where a page shows one as such, else one for all of them.

        Plans that were put away are offered only there, or while one of them is chosen."""
        if not view.follows_version:
            return self.plans
        found: dict[str, Plan] = {}
        for each in self.plans:
            chain = versions_of(each, self.plans)
            is_chosen = any(one.code == context.plan for one in chain)
            if is_chosen or not each.is_archived:
                found[chain[0].code] = self.plan(context, view) if is_chosen else chain[-1]
        return list(found.values())
