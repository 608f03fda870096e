"""Killed in the middle of writing, the file is whole and every acknowledged change is there (200 times: bench.kill)."""

from contextlib import closing
from pathlib import Path

import pytest

from bench.kill import AUTHOR, Expected, kill_once, look, make_file
from models.period import quarter
from models.plan import Actual
from models.store.actuals import record
from models.store.database import open_database

ROUNDS = 8


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path, expected = tmp_path / "Kế hoạch năm 2023.cchc", Expected()
    make_file(path)
    for each in range(ROUNDS):
        kill_once(path, expected, wait_seconds=0.013 * each)
    assert expected.changes >= ROUNDS


def test_the_look_after_a_kill_sees_a_lost_change(tmp_path: Path) -> None:
    path, expected = tmp_path / "Kế hoạch.cchc", Expected()
    make_file(path)
    kill_once(path, expected, wait_seconds=0)
    with closing(open_database(path)) as db:
        record(db, [Actual("CT", "0", quarter(2023, 1))], AUTHOR)
    with pytest.raises(AssertionError, match="lost"):
        look(path, expected)
