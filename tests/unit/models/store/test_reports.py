"""A report that was made stays as it left the program."""

import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.errors import KnownError
from models.period import read_period
from models.store.actuals import last_saved
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.reports import document, made_reports, save_report

ASKED: dict[str, Any] = {
    "plan": "KH23",
    "kind": "progress",
    "period": read_period("2023-H1"),
    "asked_on": date(2023, 6, 20),
    "path": Path("/báo cáo/6 tháng.docx"),
    "document": b"PK\x03\x04\x00",
}


def test_reports_are_listed_the_newest_first_and_their_documents_come_back(db: Database, author: Author) -> None:
    assert save_report(db, unit=None, author=author, **ASKED) == Changes(reports=True)
    save_report(db, unit="X1", author=author, **ASKED | {"document": b"2"})
    newest, first = made_reports(db)
    assert (first.plan, first.kind, first.period, first.unit) == ("KH23", "progress", read_period("2023-H1"), None)
    assert (first.asked_on, first.path, first.made_by) == (ASKED["asked_on"], ASKED["path"], author.who)
    assert (newest.unit, newest.made_at) == ("X1", last_saved(db))
    assert [document(db, each.id) for each in (first, newest)] == [b"PK\x03\x04\x00", b"2"]


def test_a_made_report_is_never_altered(db: Database, author: Author) -> None:
    save_report(db, unit=None, author=author, **ASKED)
    with pytest.raises(sqlite3.IntegrityError, match="stays as it is"):
        db.execute("UPDATE report SET document = x'00'")
    assert document(db, made_reports(db)[0].id) == ASKED["document"]


def test_a_report_of_nothing_known_is_refused(db: Database, author: Author) -> None:
    with pytest.raises(KnownError, match="Không có kế hoạch KH99"):
        save_report(db, unit=None, author=author, **ASKED | {"plan": "KH99"})
    with pytest.raises(KnownError, match="Không có báo cáo số 1"):
        document(db, 1)
