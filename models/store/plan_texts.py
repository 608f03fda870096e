"""The text that a plan is drafted from, what of it was refused, and the clauses that targets were taken from."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from models.drafting.kept import PlanText, Spot, TargetSource
from models.errors import KnownError
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.indicators import indicator_ids
from models.store.plans import plan_id, replace_rows
from models.textcheck.tables import Cell, Row, Table

TEXTS = """
SELECT plan.code AS plan, plan_text.name, plan_text.text, plan_text.tables
FROM plan_text JOIN plan ON plan.id = plan_text.plan
WHERE plan.code = ifnull(:plan, plan.code)
ORDER BY plan.position, plan.id
"""
ADD_TEXT = """
INSERT INTO plan_text (plan, name, text, tables, revision) VALUES (:plan, :name, :text, :tables, :revision)
"""
REMOVE_TEXT = "DELETE FROM plan_text WHERE plan = :plan"
REFUSED = "SELECT start, part FROM refused_draft WHERE plan = (SELECT id FROM plan WHERE code = :plan) ORDER BY 1, 2"
FORGET_REFUSED = "DELETE FROM refused_draft WHERE plan = :plan"
ADD_REFUSED = "INSERT INTO refused_draft (plan, start, part) VALUES (:plan, :start, :part)"
SOURCES = """
SELECT plan.code AS plan, indicator.code AS indicator, target_source.document, target_source.place,
    target_source.clause, target_source.start, target_source.part
FROM target_source
JOIN plan ON plan.id = target_source.plan
JOIN indicator ON indicator.id = target_source.indicator
WHERE plan.code = ifnull(:plan, plan.code)
ORDER BY plan.position, plan.id, target_source.place, target_source.part, indicator.id
"""
FORGET_SOURCES = "DELETE FROM target_source WHERE plan = :plan"
SAVE_SOURCE = """
INSERT INTO target_source (plan, indicator, document, place, clause, start, part)
VALUES (:plan, :indicator, :document, :place, :clause, :start, :part)
ON CONFLICT (plan, indicator) DO UPDATE SET document = :document, place = :place, clause = :clause, start = :start,
    part = :part
"""


def plan_text(db: Database, plan_code: str) -> PlanText | None:
    """Return the text that a plan is drafted from, None where there is none."""
    return next(plan_texts(db, plan_code), None)


def plan_texts(db: Database, plan_code: str | None = None) -> Iterator[PlanText]:
    """Yield the texts that plans (None: all of the file) are drafted from."""
    for row in db.query(TEXTS, {"plan": plan_code}):
        yield PlanText(row["plan"], row["text"], row["name"], _tables(row["text"], json.loads(row["tables"])))


def save_plan_text(db: Database, plan_code: str, new: PlanText | None, author: Author) -> Changes:
    """Put a text in the place of the one the plan had (None: leave it without one); what was refused is forgotten."""
    with writing(db, author) as revision:
        key = {"plan": plan_id(db, plan_code)}
        db.execute(REMOVE_TEXT, key)
        if new is not None:
            row = {"name": new.name, "text": new.text, "tables": json.dumps([_spans(each) for each in new.tables])}
            db.execute(ADD_TEXT, key | row | {"revision": revision})
    return Changes(plans=True)


def refused_spots(db: Database, plan_code: str) -> list[Spot]:
    """Return which proposals of a plan's text were refused, in the order of the text."""
    return [Spot(**row) for row in db.query(REFUSED, {"plan": plan_code})]


def save_refused_spots(db: Database, plan_code: str, new: Iterable[Spot], author: Author) -> Changes:
    """Put these in the place of all that were refused of a plan's text."""
    rows = ({"start": each.start, "part": each.part} for each in new)
    replace_rows(db, plan_code, (FORGET_REFUSED, ADD_REFUSED), rows, author)
    return Changes(plans=True)


def target_sources(db: Database, plan_code: str | None = None) -> list[TargetSource]:
    """Return the clauses that the targets of a plan (None: of every plan) were taken from, in the order of places."""
    return [_source(row) for row in db.query(SOURCES, {"plan": plan_code})]


def save_target_sources(db: Database, new: Iterable[TargetSource], author: Author) -> Changes:
    """Keep where targets were taken from; of an indicator that has a source already, this one takes its place."""
    with writing(db, author):
        ids = indicator_ids(db)
        for each in new:
            spot = each.spot
            row = {"document": each.document, "place": each.place, "clause": each.clause}
            row |= {"start": spot and spot.start, "part": spot.part if spot else 0}
            if each.indicator not in ids:
                raise KnownError(f"Không có chỉ tiêu {each.indicator}.")
            key = {"plan": plan_id(db, each.plan), "indicator": ids[each.indicator]}
            db.execute(SAVE_SOURCE, row | key)
    return Changes(plans=True)


def replace_target_sources(db: Database, plan_code: str, new: Iterable[TargetSource], author: Author) -> Changes:
    """Put these in the place of all sources that a plan's targets had."""
    with writing(db, author):
        db.execute(FORGET_SOURCES, {"plan": plan_id(db, plan_code)})
        return save_target_sources(db, new, author)


def _source(row: dict[str, Any]) -> TargetSource:
    spot = None if row["start"] is None else Spot(row["start"], row["part"])
    return TargetSource(row["plan"], row["indicator"], row["place"], row["clause"], row["document"], spot)


def _spans(table: Table) -> list[list[Any]]:
    """Return where the rows and cells of a table stand in its text; their words need not be kept twice."""
    return [
        [row.start, row.end, [[cell.start, cell.end, cell.column, cell.columns] for cell in row.cells]]
        for row in table.rows
    ]


def _tables(text: str, kept: list[list[list[Any]]]) -> tuple[Table, ...]:
    return tuple(
        Table(
            tuple(
                Row(start, end, tuple(Cell(text[cell[0] : cell[1]], *cell) for cell in cells))
                for start, end, cells in rows
            )
        )
        for rows in kept
    )
