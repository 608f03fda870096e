"""What people wrote into reports, and what they wrote there the time before."""

from collections.abc import Iterable
from typing import Any

from models.errors import KnownError
from models.number import format_number
from models.period import Period, read_period
from models.report import LONGEST, ReportPart, tidied
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.entry import Keys
from models.store.plans import plan_id, plans

PARTS = """
SELECT plan.code AS plan, report_part.kind, report_part.period, unit.code AS unit, report_part.part, report_part.text
FROM report_part
JOIN plan ON plan.id = report_part.plan
LEFT JOIN unit ON unit.id = report_part.unit
WHERE plan.code = ifnull(:plan, plan.code)
ORDER BY report_part.id
"""
SAVE_PART = """
INSERT INTO report_part (plan, kind, period, unit, part, text, revision)
VALUES (:plan, :kind, :period, :unit, :part, :text, :revision)
ON CONFLICT (plan, kind, period, ifnull(unit, 0), part) DO UPDATE SET text = :text, revision = :revision
WHERE text <> :text
"""
REMOVE_PART = """
DELETE FROM report_part
WHERE plan = :plan AND kind = :kind AND period = :period AND unit IS :unit AND part = :part
"""


def every_part(db: Database, plan: str | None = None) -> list[ReportPart]:
    """Return every part that was written, in the order in which they were begun."""
    return [_part(row) for row in db.query(PARTS, {"plan": plan})]


def parts(db: Database, plan: str, kind: str, period: Period, unit: str | None = None) -> dict[str, str]:
    """Return what is written into one report, by the part's key; a part not written is absent."""
    mine = (plan, kind, period, unit)
    return {each.part: each.text for each in every_part(db, plan) if _report(each) == mine}


def parts_before(db: Database, plan: str, kind: str, period: Period, unit: str | None = None) -> dict[str, ReportPart]:
    """Return by the part's key what the report of the latest earlier period said, of any plan of the same office."""
    offices = {each.code: each.unit for each in plans(db)}
    earlier = [
        each
        for each in every_part(db)
        if (offices[each.plan], each.kind, each.unit) == (offices[plan], kind, unit)
        and _age(each.period) < _age(period)
    ]
    return {each.part: each for each in sorted(earlier, key=lambda each: (_age(each.period), each.plan == plan))}


def save_part(db: Database, new: ReportPart, author: Author) -> Changes:
    """Keep what a person wrote into a part; a blank text takes the part away. Raises KnownError for one too long."""
    return save_parts(db, [new], author)


def save_parts(db: Database, new: Iterable[ReportPart], author: Author) -> Changes:
    """The same, for many at once."""
    with writing(db, author) as revision:
        for each in new:
            row = {
                "plan": plan_id(db, each.plan),
                "kind": each.kind,
                "period": each.period.code,
                "unit": None if each.unit is None else Keys(db).unit(each.unit),
                "part": each.part,
            }
            if text := _kept(each):
                db.execute(SAVE_PART, {**row, "text": text, "revision": revision})
            else:
                db.execute(REMOVE_PART, row)
    return Changes(reports=True)


def _kept(each: ReportPart) -> str:
    text = tidied(each.text)
    if len(text) > LONGEST:
        longest = format_number(LONGEST)
        raise KnownError(
            f"Phần “{each.part}” dài {format_number(len(text))} ký tự; mỗi phần nhiều nhất {longest} ký tự."
        )
    return text


def _report(each: ReportPart) -> tuple[str, str, Period, str | None]:
    return each.plan, each.kind, each.period, each.unit


def _age(period: Period) -> tuple[int, int, bool]:
    """Order periods by their last quarter; of two that end together the longer one is the later report."""
    return period.year, period.number, not period.is_quarter


def _part(row: dict[str, Any]) -> ReportPart:
    return ReportPart(**{**row, "period": read_period(row["period"])})
