"""What nobody caught is logged and told on the main thread; a crash leaves a trace for the next start."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.failure import Failures


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
