"""The tasks of a plan."""

from collections.abc import Iterable
from dataclasses import asdict

from models.plan import Task
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.plans import replace_rows
from models.store.rows import day, iso

TASKS = """
SELECT code, area, content, product, lead, cooperating, due, done_on, note, progress FROM task
WHERE plan = (SELECT id FROM plan WHERE code = :plan) ORDER BY position
"""
FORGET_TASKS = "DELETE FROM task WHERE plan = :plan"
ADD_TASK = """
INSERT INTO task (plan, position, code, area, content, product, lead, cooperating, due, done_on, note,
    progress)
VALUES (:plan, :position, :code, :area, :content, :product, :lead, :cooperating, :due, :done_on, :note, :progress)
"""


def tasks(db: Database, plan_code: str) -> list[Task]:
    """Return a plan's tasks in the plan's order."""
    return [
        Task(plan_code, **{**row, "due": day(row["due"]), "done_on": day(row["done_on"])})
        for row in db.query(TASKS, {"plan": plan_code})
    ]


def save_tasks(db: Database, plan_code: str, new: Iterable[Task], author: Author) -> Changes:
    """Put these tasks in the place of all that the plan had."""
    rows = (
        {**asdict(each), "position": position, "due": iso(each.due), "done_on": iso(each.done_on)}
        for position, each in enumerate(new)
    )
    replace_rows(db, plan_code, (FORGET_TASKS, ADD_TASK), rows, author)
    return Changes(plans=True)
