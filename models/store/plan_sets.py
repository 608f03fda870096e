"""Ready sets of indicators, put into a plan."""

from collections.abc import Iterable

from models.errors import KnownError
from models.plan_sets import PlanSet
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.indicators import indicators, remove_indicator, save_indicators
from models.store.rules import rules, save_rules


def add_sets(db: Database, plan_code: str, sets: Iterable[PlanSet], author: Author) -> Changes:
    """Put sets behind a plan's indicators; raises KnownError, nothing then being kept, for codes it has already."""
    changes = Changes()
    with writing(db, author):
        for each in sets:
            mine = each.of_plan(plan_code)
            had = {one.code for one in indicators(db, plan_code)}
            if there := [one.code for one in mine.indicators if one.code in had]:
                raise KnownError(f"Kế hoạch {plan_code} đã có chỉ tiêu {there[0]} của bộ “{each.name}”.")
            changes |= save_indicators(db, mine.indicators, author)
            changes |= save_rules(db, plan_code, [*rules(db, plan_code), *mine.rules], author)
    return changes


def remove_sets(db: Database, plan_code: str, sets: Iterable[PlanSet], author: Author) -> Changes:
    """Take sets out of a plan again, with their rules; what units reported stays."""
    changes = Changes()
    with writing(db, author):
        for each in sets:
            gone = {one.code for one in each.rules}
            changes |= save_rules(db, plan_code, [one for one in rules(db, plan_code) if one.code not in gone], author)
            for one in reversed(each.indicators):
                changes |= remove_indicator(db, plan_code, one.code, author)
    return changes
