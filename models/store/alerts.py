"""What wants doing in a plan, read from the file: forms, explanations, tasks, targets out of reach."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from models.alerts import Alert, explanation_alerts, form_alerts, in_order, target_alerts, task_alerts
from models.errors import KnownError
from models.folding import fold
from models.period import Period
from models.plan import Plan, Task
from models.remaining import Remaining
from models.store.board import board
from models.store.database import Database
from models.store.outlook import what_remains
from models.store.plans import windows
from models.store.requests import requests
from models.store.tasks import tasks
from models.store.units import unit_tree
from models.submission import explained_period
from models.unit import UnitTree


def alerts(
    db: Database,
    plan: Plan,
    period: Period,
    on: date,
    unit: str | None = None,
    *,
    remaining: Mapping[str, Remaining] | None = None,
) -> list[Alert]:
    """Return what wants doing as of a day, what is late first: of the whole plan, or of a unit and all below it.

    Forms are those of the period's quarters, of who stood below the unit in each; all else is of who stands below it
    at the period's end. Tasks are those of the plan; a unit's are those that name it as the one that leads them.
    remaining: what_remains of all, where it was asked already. Raises
    KnownError for a unit that the file does not know."""
    tree = unit_tree(db)
    if unit is not None and unit not in tree:
        raise KnownError(f"Không có đơn vị {unit}.")
    given, found = windows(db, plan.code), list[Alert]()
    for quarter in period.quarters:
        there = None if unit is None else tree.members(unit, given.of(quarter).last)
        forms = form_alerts(board(db, plan, quarter, on), quarter, on)
        found += [each for each in forms if there is None or each.unit in there]
    below = None if unit is None else tree.members(unit, given.of(period).last)
    asked = explanation_alerts(requests(db, plan.code, explained_period(period)), on)
    found += [each for each in asked if below is None or each.unit in below]
    work = task_alerts((each for each in tasks(db, plan.code) if _is_of(each, tree, below)), Period(period.year), on)
    rest = what_remains(db, plan, period, on, unit, only_flows=False) if remaining is None else remaining
    found = [replace(each, heirs=_heirs(each, tree, on)) for each in found]
    return in_order((*found, *work, *target_alerts(rest, Period(period.year), unit)))


def _heirs(alert: Alert, tree: UnitTree, on: date) -> tuple[str, ...]:
    if alert.unit is None or not tree[alert.unit].has_ended_on(on):
        return ()
    return tuple(each for each in tree.heirs(alert.unit, on) if each != alert.unit)


def _is_of(task: Task, tree: UnitTree, below: frozenset[str] | None) -> bool:
    """Return whether one of some units leads a task: its lead is typed, by name or code, several parted by signs."""
    if below is None:
        return True
    led_by = {fold(part.strip()) for part in re.split(r"[;,]", task.lead)}
    return any(fold(name) in led_by for code in below for name in (code, tree[code].name))
