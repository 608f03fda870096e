"""A session on the sample plan, as on the eve of the second quarter's due date."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.period import read_period
from tests.sample import sample_file
from ui.language import use_language
from ui.session import Session
from ui.settings import HOME_VARIABLE, Settings


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    use_language("en")  # whatever the tests before spoke
    made = Session(Settings())
    made.open(sample_file(tmp_path))
    made.set_day(date(2023, 6, 19))
    made.set_period(read_period("2023-H1"))
    yield made
    made.close()
