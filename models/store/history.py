"""What was changed or taken away, as the database itself wrote it down. Of one cell, see actuals.cell_history."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from models.store.database import Database

HISTORY = """
SELECT revision.at, revision.who, revision.how, history.subject, history.old, history.new
FROM history JOIN revision ON revision.id = history.revision
WHERE (:subject IS NULL OR history.subject = :subject)
    AND (:plan IS NULL OR history.plan = (SELECT id FROM plan WHERE code = :plan))
    AND (:indicator IS NULL OR history.indicator = (SELECT id FROM indicator WHERE code = :indicator))
    AND (:unit IS NULL OR history.unit = (SELECT id FROM unit WHERE code = :unit))
ORDER BY history.id DESC
"""
LAST_REVISION = "SELECT ifnull(max(id), 0) FROM revision"


class Subject(StrEnum):
    """What history is kept of. TARGET is an indicator in a plan with its target, ASSIGNMENT a unit's own."""

    UNIT = "unit"
    SUCCESSOR = "unit_successor"
    UNIT_EVENT = "unit_event"
    UNIT_EVENT_SIDE = "unit_event_side"
    PLAN = "plan"
    INDICATOR = "indicator"
    TARGET = "plan_indicator"
    ASSIGNMENT = "assignment"
    ACTUAL = "actual"
    EXPLANATION = "explanation"
    EVIDENCE = "evidence"
    ACCEPTANCE = "acceptance"
    REPORT_PART = "report_part"
    REQUEST = "explanation_request"
    CORRECTION = "plan_correction"


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: at is in UTC; old and new are the columns of the row as kept, new None where it was taken away."""

    at: datetime
    who: str
    how: str
    subject: Subject
    old: Mapping[str, Any]
    new: Mapping[str, Any] | None

    @property
    def changed(self) -> dict[str, tuple[Any, Any]]:
        """What differs, old and new, by column."""
        new = self.new or {}
        return {
            name: (value, new.get(name))
            for name, value in self.old.items()
            if name != "revision" and value != new.get(name)
        }


def history(
    db: Database,
    subject: Subject | None = None,
    *,
    plan: str | None = None,
    indicator: str | None = None,
    unit: str | None = None,
) -> Iterator[Entry]:
    """Yield what was changed or taken away, the newest first; without a filter, of everything in the file."""
    asked = {"subject": subject, "plan": plan, "indicator": indicator, "unit": unit}
    for row in db.query(HISTORY, asked):
        yield Entry(
            datetime.fromisoformat(row["at"]),
            row["who"],
            row["how"],
            Subject(row["subject"]),
            json.loads(row["old"]),
            None if row["new"] is None else json.loads(row["new"]),
        )


def last_revision(db: Database) -> int:
    """Return the number of the file's last change; 0 for a file nobody has written to."""
    return int(db.execute(LAST_REVISION).fetchone()[0])
