"""What nobody caught is logged and told on the main thread; a crash leaves a trace for the next start."""

import logging
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from models.period import Period, Span
from models.store.actuals import actual
from ui.failure import Failures, as_known
from ui.frame.main_window import MainWindow


@pytest.fixture
def failures(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Failures]:
    made = Failures(tmp_path)
    yield made
    made.close()


def log_of(folder: Path) -> str:
    for handler in logging.getLogger().handlers:
        handler.flush()
    return (folder / "cchc.log").read_text("utf-8")


def test_what_the_main_thread_does_not_catch_is_logged_and_told(
    failures: Failures, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(failures.happened) as told:
        try:
            raise ZeroDivisionError("a bug")
        except ZeroDivisionError as problem:
            sys.excepthook(type(problem), problem, problem.__traceback__)
    assert told.args is not None
    assert "ZeroDivisionError: a bug" in told.args[0]
    assert "ZeroDivisionError: a bug" in log_of(tmp_path)


def test_what_another_thread_does_not_catch_is_told_on_the_main_one(failures: Failures, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    class Ear:
        def hear(self, trace: str) -> None:
            threads.append(threading.current_thread())

    ear = Ear()
    failures.happened.connect(ear.hear)
    worker = threading.Thread(target=_fail)
    with qtbot.waitSignal(failures.happened):
        worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def _fail() -> None:
    raise ZeroDivisionError("in a worker")


def test_a_crash_is_told_at_the_next_start_and_its_trace_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "crash.txt").write_text("Fatal Python error: Segmentation fault", "utf-8")
    failures = Failures(tmp_path)
    assert "Segmentation fault" in failures.crashed_before
    assert "Segmentation fault" in failures.kept_trace.read_text("utf-8")
    failures.close()
    again = Failures(tmp_path)
    assert again.crashed_before == ""
    again.close()


def test_a_file_that_another_program_holds_is_said_in_a_band_and_nothing_is_lost(
    window: MainWindow, qtbot: QtBot
) -> None:
    # GIVEN another program that holds the file for itself
    session, q2 = window.session, Period(2023, Span.Q2)
    found = actual(session.db, "TTHC-01", "CADY", q2)
    assert found is not None
    assert session.path is not None
    session.db.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(session.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        # WHEN a figure is typed, and another page is read
        assert session.record([replace(found, numerator=Decimal(1))]) is None
        window._refresh_pressed()
        # THEN a band says so once
        assert ["đang được một phần mềm khác sử dụng" in band.message.text for band in window.bands.bands()] == [True]
        other.execute("ROLLBACK")
    session.db.execute("PRAGMA busy_timeout = 5000")  # a page that reads meanwhile is waited for
    # WHEN the file is free again THEN what was there is there, and writing works
    assert actual(session.db, "TTHC-01", "CADY", q2) == found
    assert session.record([replace(found, numerator=Decimal(1))]) is not None


def test_what_a_person_can_do_something_about_is_no_bug(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.cchc", isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with (
            closing(sqlite3.connect(tmp_path / "x.cchc", timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError) as refused,
        ):
            other.execute("SELECT * FROM sqlite_master")
    assert isinstance(as_known(refused.value), KnownError)
    assert as_known(ValueError("a bug")) is None


def test_a_file_taken_away_while_it_is_open_is_said_so(window: MainWindow) -> None:
    session = window.session
    found = actual(session.db, "TTHC-01", "CADY", Period(2023, Span.Q2))
    assert found is not None
    assert session.path is not None
    session.path.unlink()
    assert session.record([replace(found, numerator=Decimal(1))]) is None
    assert "đã bị xóa hoặc đổi chỗ" in window.bands.bands()[-1].message.text
