"""The balance rules of a plan."""

from collections.abc import Iterable
from dataclasses import asdict

from models.number import from_scaled
from models.plan import BalanceRule
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.plans import replace_rows
from models.store.rows import scaled

RULES = """
SELECT code, left_side, operator, right_side, tolerance, is_error, text FROM balance_rule
WHERE plan = (SELECT id FROM plan WHERE code = :plan) ORDER BY position
"""
FORGET_RULES = "DELETE FROM balance_rule WHERE plan = :plan"
ADD_RULE = """
INSERT INTO balance_rule (plan, position, code, left_side, operator, right_side, tolerance, is_error, text)
VALUES (:plan, :position, :code, :left, :operator, :right, :tolerance, :is_error, :text)
"""


def rules(db: Database, plan_code: str) -> list[BalanceRule]:
    """Return a plan's balance rules in the plan's order."""
    return [
        BalanceRule(
            plan_code,
            row["code"],
            row["left_side"],
            row["operator"],
            row["right_side"],
            from_scaled(row["tolerance"]),
            bool(row["is_error"]),
            row["text"],
        )
        for row in db.query(RULES, {"plan": plan_code})
    ]


def save_rules(db: Database, plan_code: str, new: Iterable[BalanceRule], author: Author) -> Changes:
    """Put these rules in the place of all that the plan had."""
    rows = (
        {**asdict(each), "position": position, "tolerance": scaled(each.tolerance)} for position, each in enumerate(new)
    )
    replace_rows(db, plan_code, (FORGET_RULES, ADD_RULE), rows, author)
    return Changes(plans=True)
