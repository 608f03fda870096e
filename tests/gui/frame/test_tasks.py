"""The Runner: work in one thread, callbacks on the main one, nothing after a cancel."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from ui.tasks import CancelledError, Job, Runner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


def test_work_runs_elsewhere_and_its_result_comes_home(runner: Runner, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    found: list[int] = []

    def done(result: int) -> None:
        threads.append(threading.current_thread())
        found.append(result)

    def work(job: Job) -> int:
        threads.append(threading.current_thread())
        return 42

    runner.start(work, done=done)
    qtbot.waitUntil(lambda: found == [42])
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert not runner.is_busy


def test_progress_is_told_in_order(runner: Runner, qtbot: QtBot) -> None:
    told: list[tuple[int, int, str]] = []

    def work(job: Job) -> None:
        for number in range(1, 4):
            job.progress(number, 3, f"đơn vị {number}/3")

    runner.start(work, progress=lambda *words: told.append(words))
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[-1] == (3, 3, "đơn vị 3/3")


def test_a_cancelled_job_stops_at_its_next_step_and_says_no_more(runner: Runner, qtbot: QtBot) -> None:
    started, go_on, steps = threading.Event(), threading.Event(), []
    stopped: list[bool] = []

    def work(job: Job) -> None:
        started.set()
        go_on.wait(10)
        try:
            job.progress(1, 2)
        except CancelledError:
            stopped.append(True)
            raise
        steps.append("went on")

    job = runner.start(work, done=lambda result: steps.append("done"), failed=lambda problem: steps.append("failed"))
    assert started.wait(10)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert stopped == [True]
    assert steps == []


def test_a_failure_goes_to_its_own_slot_else_to_the_usual_place(runner: Runner, qtbot: QtBot) -> None:
    own: list[Exception] = []
    usual: list[Exception] = []
    runner.unhandled = usual.append

    def work(job: Job) -> None:
        raise KnownError("Ổ đĩa đã đầy.")

    runner.start(work, failed=own.append)
    qtbot.waitUntil(lambda: len(own) == 1)
    runner.start(work)
    qtbot.waitUntil(lambda: len(usual) == 1)
    assert str(own[0]) == str(usual[0]) == "Ổ đĩa đã đầy."


def test_closing_waits_until_the_worker_has_stopped(qtbot: QtBot) -> None:
    runner = Runner()
    before = threading.active_count()
    ended: list[bool] = []

    def work(job: Job) -> None:
        try:
            while True:
                job.progress(0, 0)
        except CancelledError:
            ended.append(True)
            raise

    runner.start(work)
    qtbot.waitUntil(lambda: threading.active_count() > before)
    runner.close()
    assert ended in ([True], [])  # [] when it was cancelled before its first step
    assert threading.active_count() == before
