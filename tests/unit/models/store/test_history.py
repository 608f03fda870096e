"""History is written by the database itself, for every row that changes, and cannot be altered."""

import sqlite3
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from models.period import Period, quarter
from models.plan import Actual, Assignment, Correction, Explanation
from models.report import ReportPart
from models.store.acceptances import Acceptance, save_acceptances
from models.store.actuals import record
from models.store.changes import Author
from models.store.database import Database, writing
from models.store.evidence import attach_link
from models.store.explanations import save_explanation
from models.store.history import Subject, history
from models.store.indicators import save_assignment
from models.store.plan_corrections import save_corrections
from models.store.report_parts import save_part
from models.store.unit_events import add_event
from models.store.units import unit_ids
from models.unit import EventKind, UnitEvent

CHANGES = {
    Subject.UNIT: "name = name || '!'",
    Subject.SUCCESSOR: "position = 7",
    Subject.UNIT_EVENT: "basis = 'khác'",
    Subject.UNIT_EVENT_SIDE: "weight = 7",
    Subject.PLAN: "name = name || '!'",
    Subject.INDICATOR: "code = code || '!'",
    Subject.TARGET: "value = ifnull(value, 0) + 1",
    Subject.ASSIGNMENT: "value = 1",
    Subject.ACTUAL: "note = 'khác'",
    Subject.EXPLANATION: "cause = 'khác'",
    Subject.EVIDENCE: "text = 'khác'",
    Subject.ACCEPTANCE: "note = 'khác'",
    Subject.REPORT_PART: "text = 'khác'",
    Subject.REQUEST: "note = 'khác'",
    Subject.CORRECTION: "content = 'khác'",
}

A_REQUEST = """
INSERT INTO explanation_request (indicator, unit, period, note, asked_on, revision)
SELECT indicator.id, unit.id, '2023-H1', 'vì sao', '2023-06-20', :revision FROM indicator, unit
WHERE indicator.code = 'count' AND unit.code = 'X1'
"""


@pytest.fixture
def full(db: Database, author: Author) -> Database:
    record(db, [Actual("count", "X1", quarter(2023, 1), value=Decimal(3))], author)
    save_assignment(db, Assignment("KH23", "count", "X1", Period(2023)), author)
    save_explanation(db, Explanation("count", "X1", quarter(2023, 1), "Thiếu người"), author)
    attach_link(db, "count", "X1", quarter(2023, 1), "https://a.vn", author)
    save_part(db, ReportPart("KH23", "periodic", quarter(2023, 1), "X1", "media", "Đã tuyên truyền."), author)
    event = UnitEvent(date(2023, 7, 1), EventKind.MERGE, ("X1",), ("X2",))
    with writing(db, author) as revision:
        db.execute(A_REQUEST, {"revision": revision})
        add_event(db, event, unit_ids(db), revision)
    corrected_at = datetime(2023, 6, 20, 8, tzinfo=UTC)
    save_corrections(db, [Correction("KH23", corrected_at, "An", "gõ nhầm", "mức 65 → 70")], author)
    save_acceptances(db, [Acceptance("R1", quarter(2023, 1), "X1", "count", "1", "2", "đã xem")], author)
    return db


@pytest.mark.parametrize("subject", Subject)
def test_a_statement_that_changes_a_row_leaves_its_old_self_whoever_made_it(full: Database, subject: Subject) -> None:
    before = list(full.query(f"SELECT * FROM {subject}"))
    full.execute(f"UPDATE {subject} SET {CHANGES[subject]}")
    entries = list(history(full, subject))
    assert [entry.old for entry in reversed(entries)] == before
    assert [entry.new for entry in reversed(entries)] == list(full.query(f"SELECT * FROM {subject}"))


@pytest.mark.parametrize("subject", Subject)
def test_a_statement_that_changes_nothing_leaves_no_history(full: Database, subject: Subject) -> None:
    column = CHANGES[subject].partition(" ")[0]
    full.execute(f"UPDATE {subject} SET {column} = {column}")
    assert list(history(full)) == []


@pytest.mark.parametrize("subject", Subject)
def test_a_row_that_is_deleted_leaves_its_old_self(full: Database, subject: Subject) -> None:
    full.execute("PRAGMA foreign_keys = OFF")
    before = list(full.query(f"SELECT * FROM {subject}"))
    full.execute(f"DELETE FROM {subject}")
    entries = list(history(full, subject))
    assert [(entry.old, entry.new) for entry in reversed(entries)] == [(row, None) for row in before]
    assert before


def test_a_row_that_is_replaced_leaves_its_old_self_too(full: Database) -> None:
    full.execute("INSERT OR REPLACE INTO actual SELECT * FROM actual")
    assert [entry.new for entry in history(full, Subject.ACTUAL)] == [None]


@pytest.mark.parametrize("table", ["history", "revision"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET id = id", "REPLACE INTO {} SELECT * FROM {}"])
def test_history_cannot_be_altered(full: Database, table: str, statement: str) -> None:
    full.execute("UPDATE actual SET note = 'khác'")
    before = list(full.query(f"SELECT * FROM {table}"))
    with pytest.raises(sqlite3.IntegrityError, match="history cannot be altered"):
        full.execute(statement.format(table, table))
    assert list(full.query(f"SELECT * FROM {table}")) == before


def test_what_differs_is_said_column_by_column(full: Database, author: Author) -> None:
    record(full, [Actual("count", "X1", quarter(2023, 1), value=Decimal(4), note="Đính chính")], author)
    (entry,) = history(full, Subject.ACTUAL, indicator="count", unit="X1")
    assert entry.changed == {"value": (30000, 40000), "note": (None, "Đính chính")}
    record(full, [Actual("count", "X1", quarter(2023, 1))], author)
    assert next(history(full)).changed["value"] == (40000, None)
