"""Everything that happened to one cell: its value, its explanation, what proves it, and its submission."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from models.evidence import Evidence, EvidenceKind
from models.period import Period
from models.plan import Actual, Explanation
from models.store.acceptances import Acceptance
from models.store.actuals import cell_history, period_key
from models.store.database import Database
from models.store.rows import day
from models.store.submissions import steps
from models.submission import Step, cumulative_until

Thing = Actual | Explanation | Evidence | Acceptance | Step

_GONE = """
SELECT history.old, history.new, now.at, now.who, now.how,
    before.at AS at_before, before.who AS who_before, before.how AS how_before
FROM history
JOIN revision AS now ON now.id = history.revision
JOIN revision AS before ON before.id = json_extract(history.old, '$.revision')
WHERE history.subject = :subject AND history.period = :period
    AND history.unit = (SELECT id FROM unit WHERE code = :unit)
"""
GONE = f"""{_GONE} AND history.indicator = (SELECT id FROM indicator WHERE code = :indicator) ORDER BY history.id"""
ACCEPTANCE_GONE = f"""{_GONE} AND (history.indicator = (SELECT id FROM indicator WHERE code = :indicator)
    OR (history.indicator IS NULL AND json_extract(history.old, '$.rule') IN (SELECT value FROM json_each(:rules))))
ORDER BY history.id
"""
ACCEPTANCE_NOW = """
SELECT acceptance.*, revision.at, revision.who, revision.how
FROM acceptance JOIN revision ON revision.id = acceptance.revision
WHERE acceptance.period = :period AND acceptance.unit = (SELECT id FROM unit WHERE code = :unit)
    AND (acceptance.indicator = (SELECT id FROM indicator WHERE code = :indicator)
        OR (acceptance.indicator IS NULL AND acceptance.rule IN (SELECT value FROM json_each(:rules))))
"""
EXPLANATION_NOW = """
SELECT explanation.*, revision.at, revision.who, revision.how
FROM explanation JOIN revision ON revision.id = explanation.revision
WHERE explanation.period = :period AND explanation.indicator = (SELECT id FROM indicator WHERE code = :indicator)
    AND explanation.unit = (SELECT id FROM unit WHERE code = :unit)
"""
EVIDENCE_NOW = """
SELECT evidence.*, revision.at, revision.who, revision.how
FROM evidence JOIN revision ON revision.id = evidence.revision
WHERE evidence.period = :period AND evidence.indicator = (SELECT id FROM indicator WHERE code = :indicator)
    AND evidence.unit = (SELECT id FROM unit WHERE code = :unit)
"""


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a cell's life: at is in UTC; old None where there was nothing, new None where it was taken away.

    A submission's step has no old."""

    at: datetime
    who: str
    how: str
    old: Thing | None
    new: Thing | None


@dataclass(frozen=True)
class _Cell:
    db: Database
    indicator: str
    unit: str
    period: Period


def cell_events(db: Database, indicator: str, unit: str, period: Period, rules: Iterable[str] = ()) -> list[Event]:
    """Return everything that happened to a cell, the newest first: typed, explained, proved, accepted, sent, returned.

    The explanation is that of the time from the year's start to the quarter's end; rules are those whose acceptances
    belong to the cell besides what is about its own value. A cell for the year itself is part of no submission."""
    cell = _Cell(db, indicator, unit, period)
    values = cell_history(db, indicator, unit, period)
    found = [Event(each.at, each.who, each.how, each.old, each.new) for each in reversed(values)]
    found += _explained(cell)
    found += _proved(cell)
    found += _accepted(cell, rules)
    if period.is_quarter:
        found += [Event(each.at, each.who, each.how, None, each) for each in steps(db, unit, period)]
    found.sort(key=attrgetter("at"))
    return found[::-1]


def _explained(cell: _Cell) -> Iterator[Event]:
    period = cumulative_until(cell.period) if cell.period.is_quarter else cell.period

    def read(row: dict[str, Any]) -> Explanation:
        said = (row["cause"], row["remedy"], row["responsible"])
        return Explanation(cell.indicator, cell.unit, period, *said, day(row["due"]))

    yield from _life(cell, (GONE, EXPLANATION_NOW), {"subject": "explanation", "period": period.code}, read)


def _proved(cell: _Cell) -> Iterator[Event]:
    def read(row: dict[str, Any]) -> Evidence:
        what = (EvidenceKind(row["kind"]), row["text"], day(row["day"]), row["hash"])
        return Evidence(row["id"], cell.indicator, cell.unit, cell.period, *what)

    yield from _life(cell, (GONE, EVIDENCE_NOW), {"subject": "evidence", "period": period_key(cell.period)}, read)


def _accepted(cell: _Cell, rules: Iterable[str]) -> Iterator[Event]:
    def read(row: dict[str, Any]) -> Acceptance:
        indicator = None if row["indicator"] is None else cell.indicator
        sides = (row["left_side"], row["right_side"], row["note"])
        return Acceptance(row["rule"], cell.period, cell.unit, indicator, *sides)

    asked = {"subject": "acceptance", "period": cell.period.code, "rules": json.dumps(list(rules))}
    yield from _life(cell, (ACCEPTANCE_GONE, ACCEPTANCE_NOW), asked, read)


def _life(
    cell: _Cell, statements: tuple[str, str], asked: dict[str, Any], read: Callable[[dict[str, Any]], Thing]
) -> Iterator[Event]:
    """Yield how the rows of a cell came, changed and went; statements: those that went or changed, those there now.

    A row that came is not in history itself: its own revision, kept with what it was changed from, tells of it."""
    gone, now = statements
    asked = {"indicator": cell.indicator, "unit": cell.unit, **asked}
    born: set[tuple[object, int]] = set()

    def came(row: dict[str, Any], at: str, who: str, how: str) -> Iterator[Event]:
        key = row.get("id"), row["revision"]
        if key not in born:
            born.add(key)
            yield Event(datetime.fromisoformat(at), who, how, None, read(row))

    for row in cell.db.query(gone, asked | {"period": str(asked["period"])}):
        old, new = json.loads(row["old"]), json.loads(row["new"]) if row["new"] is not None else None
        yield from came(old, row["at_before"], row["who_before"], row["how_before"])
        if new is not None:
            born.add((new.get("id"), new["revision"]))
        at = datetime.fromisoformat(row["at"])
        yield Event(at, row["who"], row["how"], read(old), None if new is None else read(new))
    for row in cell.db.query(now, asked):
        yield from came(row, row["at"], row["who"], row["how"])
