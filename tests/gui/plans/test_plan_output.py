"""The table that is looked at leaves the program: on paper by Ctrl+P, as a workbook by Ctrl+E; ready sets come in."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.store.indicators import indicators
from tests.gui.previews import laid_out
from ui.pages.plans.page import PlansPage
from ui.session import Session

PLAN = "KH-2023"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def out(page: PlansPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything goes, without asking."""
    monkeypatch.setattr(page.output, "_choose", lambda _title, _name, _kinds, suffix: tmp_path / f"bảng{suffix}")
    return tmp_path / "bảng.xlsx"


def cells(path: Path) -> list[list[object]]:
    return [list(row) for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)]


def test_ctrl_e_writes_the_table_that_is_shown(page: PlansPage, out: Path, qtbot: QtBot) -> None:
    page.indicators_tab.view.setFocus()
    QTest.keyClick(page.indicators_tab.view, Qt.Key.Key_E, CONTROL)
    rows = cells(out)
    assert ["TTHC-01", "Hồ sơ trực tuyến một phần"] in [row[:2] for row in rows]
    page.tabs.setCurrentWidget(page.assignments_tab)
    page.head.export.trigger()
    rows = cells(out)
    assert ["Unit", "TTHC-01", "TTHC-02"] in [row[:3] for row in rows]
    assert ["Xã Zuôih", "≥ 65%"] in [row[:2] for row in rows]


@pytest.mark.parametrize("name", ["indicators_tab", "assignments_tab", "tasks", "bases"])
def test_ctrl_p_shows_the_pages_of_the_table(page: PlansPage, qtbot: QtBot, name: str) -> None:
    tab = getattr(page, name)
    assert isinstance(tab, QWidget)
    page.tabs.setCurrentWidget(tab)
    page.head.print.trigger()
    laid_out(page, qtbot).reject()


def test_a_ready_set_comes_into_the_plan_and_out_again_by_undo(page: PlansPage, session: Session) -> None:
    before = [each.code for each in indicators(session.db, PLAN)]
    action = next(each for each in page.head.sets.actions() if each.data() == "decision-766")
    page.head.sets.triggered.emit(action)
    assert "Q766" in {each.code for each in indicators(session.db, PLAN)}
    current = page.indicators_tab.current()
    assert current is not None
    assert current.code == "Q766"
    session.undo.undo()
    assert [each.code for each in indicators(session.db, PLAN)] == before
