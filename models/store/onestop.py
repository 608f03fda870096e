"""A plan's one-stop tables filled in with the figures of a period."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from models.onestop import Group
from models.onestop_sheet import Sheet, line_of
from models.period import Period
from models.plan import Plan
from models.progress import Figure
from models.store.database import Database
from models.store.figures import progress, progress_by_unit
from models.store.groups import groups
from models.store.units import unit_tree


def one_stop_sheets(db: Database, plan: Plan, period: Period, on: date, unit: str | None = None) -> list[Sheet]:
    """Return a plan's one-stop tables in its order: of the whole plan, or of a unit and all below it.

    A table that nobody there is asked for is left out; units stand in the file's order. period may be of another year:
    its figures are found by the indicators' codes. Raises KnownError for a unit that the file does not know."""
    its = groups(db, plan.code)
    codes = frozenset(code for each in its for code in each.members.values())
    if not codes:
        return []
    whole = {each.indicator.code: each for each in progress(db, plan, period, on, unit, codes=codes)}
    of_units: dict[str, dict[str, Figure]] = defaultdict(dict)
    for each in progress_by_unit(db, plan, period, on, root=unit, codes=codes):
        of_units[each.unit or plan.unit][each.indicator.code] = each
    order = [code for code in unit_tree(db).units if code in of_units]
    sheets = [_sheet(group, whole, {code: of_units[code] for code in order}) for group in its]
    return [each for each in sheets if each.lines]


def _sheet(group: Group, whole: Mapping[str, Figure], of_units: Mapping[str, Mapping[str, Figure]]) -> Sheet:
    asked = {
        unit: figures for unit, figures in of_units.items() if not figures.keys().isdisjoint(group.members.values())
    }
    lines = {unit: line_of(group.members, figures) for unit, figures in asked.items()}
    return Sheet(group.code, group.field, group.members, line_of(group.members, whole), lines)
