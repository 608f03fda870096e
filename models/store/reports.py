"""The reports that were made, each kept as it left the program."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from models.errors import KnownError
from models.period import Period, read_period
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.entry import Keys
from models.store.plans import plan_id

MADE_REPORTS = """
SELECT report.id, plan.code AS plan, report.kind, report.period, unit.code AS unit, report.asked_on, report.path,
    report.is_issued, revision.at, revision.who
FROM report
JOIN plan ON plan.id = report.plan
JOIN revision ON revision.id = report.revision
LEFT JOIN unit ON unit.id = report.unit
ORDER BY report.id DESC
"""
ADD_REPORT = """
INSERT INTO report (plan, kind, period, unit, asked_on, path, document, is_issued, revision)
VALUES (:plan, :kind, :period, :unit, :asked_on, :path, :document, :is_issued, :revision)
"""
DOCUMENT = "SELECT document FROM report WHERE id = :id"


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report that was made: of what, asked on which day, where it was put; made_at is in UTC.

    An issued one is final: it is never taken away."""

    id: int
    plan: str
    kind: str
    period: Period
    unit: str | None
    asked_on: date
    path: Path
    made_at: datetime
    made_by: str
    is_issued: bool = False


def made_reports(db: Database) -> list[MadeReport]:
    """Return every report that was made, the newest first, without the documents themselves."""
    return [_made_report(row) for row in db.query(MADE_REPORTS)]


def save_report(
    db: Database,
    *,
    plan: str,
    kind: str,
    period: Period,
    unit: str | None,
    asked_on: date,
    path: Path,
    document: bytes,
    author: Author,
    is_issued: bool = False,
) -> Changes:
    """Keep a report as it was made: later edits of the figures never change it."""
    with writing(db, author) as revision:
        row = {
            "plan": plan_id(db, plan),
            "kind": kind,
            "period": period.code,
            "unit": None if unit is None else Keys(db).unit(unit),
            "asked_on": asked_on.isoformat(),
            "path": str(path),
            "document": document,
            "is_issued": int(is_issued),
            "revision": revision,
        }
        db.execute(ADD_REPORT, row)
    return Changes(reports=True)


def document(db: Database, report: int) -> bytes:
    """Return the Word file of a report as it was made; raises KnownError when there is none of that number."""
    row = db.execute(DOCUMENT, {"id": report}).fetchone()
    if row is None:
        raise KnownError(f"Không có báo cáo số {report} trong tệp.")
    return bytes(row[0])


def _made_report(row: dict[str, Any]) -> MadeReport:
    return MadeReport(
        row["id"],
        row["plan"],
        row["kind"],
        read_period(row["period"]),
        row["unit"],
        date.fromisoformat(row["asked_on"]),
        Path(row["path"]),
        datetime.fromisoformat(row["at"]),
        row["who"],
        bool(row["is_issued"]),
    )
