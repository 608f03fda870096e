"""A large block is seen as soon as it is kept; what follows from it comes right after, and never for another form."""

from decimal import Decimal

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from models.plan import Actual
from tests.gui.entry.conftest import Q1, Q2, Desk
from ui.pages.entry import keeping
from ui.pages.entry.form import Column

BLOCK = [
    Actual("TT-01", "CD", Q2, Decimal(131), Decimal(216)),
    Actual("TT-02", "CD", Q1, Decimal(70), Decimal(100)),
    Actual("TT-02", "CD", Q2, Decimal(30), Decimal(100)),
]


@pytest.fixture
def large(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(keeping, "LARGE_BLOCK", len(BLOCK) - 1)
    return desk


def figures(desk: Desk) -> tuple[str, str]:
    return desk.text("TT-01", None, Column.CUMULATIVE), desk.text("TT-02", None, Column.CUMULATIVE)


def test_the_block_is_shown_with_one_signal_and_its_figures_right_after(large: Desk, qtbot: QtBot) -> None:
    before = figures(large)
    told = QSignalSpy(large.page.model.dataChanged)
    assert large.page.model.write(BLOCK, "pasted")
    assert told.count() == 1
    assert (large.text("TT-01"), large.text("TT-02", column=Column.Q1)) == ("131", "70")
    assert figures(large) == before
    qtbot.waitUntil(lambda: figures(large) == ("58,42%", "30,00%"))
    assert told.count() == 2


def test_of_a_small_block_all_is_shown_at_once(desk: Desk) -> None:
    told = QSignalSpy(desk.page.model.dataChanged)
    assert desk.page.model.write(BLOCK, "pasted")
    assert (told.count(), figures(desk)) == (1, ("58,42%", "30,00%"))


def test_whoever_leaves_the_form_waits_for_what_follows(large: Desk) -> None:
    assert large.page.model.write(BLOCK, "pasted")
    assert large.page.may_leave()
    assert figures(large) == ("58,42%", "30,00%")


def test_what_is_typed_right_after_a_large_block_shows_both(large: Desk) -> None:
    assert large.page.model.write(BLOCK, "pasted")
    assert large.page.model.write([Actual("TT-02", "CD", Q2, Decimal(50), Decimal(100))], "typed")
    assert figures(large) == ("58,42%", "50,00%")


def test_nothing_follows_once_another_unit_is_shown(large: Desk, qtbot: QtBot) -> None:
    assert large.page.model.write(BLOCK, "pasted")
    large.session.set_unit("DP")
    large.page.refresh(None)
    told = QSignalSpy(large.page.model.dataChanged)
    qtbot.wait(1)
    assert told.count() == 0
    assert figures(large) == ("–", "–")
