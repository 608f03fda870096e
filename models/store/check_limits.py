"""From where on each plan wants to be told of jumps and of unusual values."""

from collections.abc import Iterable

from models.jumps import CheckLimit, default_limits
from models.number import from_scaled
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.plans import replace_rows
from models.store.rows import number, scaled

CHECK_LIMITS = """
SELECT rule, percent, least FROM check_limit WHERE plan = (SELECT id FROM plan WHERE code = :plan) ORDER BY rule
"""
FORGET_LIMITS = "DELETE FROM check_limit WHERE plan = :plan"
ADD_LIMIT = "INSERT INTO check_limit (plan, rule, percent, least) VALUES (:plan, :rule, :percent, :least)"


def check_limits(db: Database, plan_code: str) -> list[CheckLimit]:
    """Return the limits that a plan has set itself, by rule; percent None is a check that is off."""
    return [
        CheckLimit(plan_code, rule, number(percent), from_scaled(least))
        for rule, percent, least in db.execute(CHECK_LIMITS, {"plan": plan_code})
    ]


def limits_in_force(db: Database, plan_code: str) -> dict[str, CheckLimit]:
    """Return the limit of every built-in check by rule: the plan's own, else the default."""
    return default_limits(plan_code) | {each.rule: each for each in check_limits(db, plan_code)}


def save_check_limits(db: Database, plan_code: str, new: Iterable[CheckLimit], author: Author) -> Changes:
    """Put these limits in the place of all that the plan had set; a check that is not named has its default."""
    rows = ({"rule": each.rule, "percent": scaled(each.percent), "least": scaled(each.least)} for each in new)
    replace_rows(db, plan_code, (FORGET_LIMITS, ADD_LIMIT), rows, author)
    return Changes(plans=True, checks=True)
