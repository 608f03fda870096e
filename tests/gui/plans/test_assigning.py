"""Targets given to units in a grid: pasted from Excel, filled down, emptied; each block is one step of undo."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from models.plan import Plan
from models.store.changes import Changes
from models.store.indicators import assignments, indicator, save_indicators
from models.store.plans import plan, save_plan
from tests.gui.plans.test_plans_page import PLAN, cell
from ui.pages.plans.assignments_tab import AssignmentsTab
from ui.pages.plans.page import PlansPage
from ui.session import Session


@pytest.fixture
def tab(page: PlansPage) -> AssignmentsTab:
    page.tabs.setCurrentWidget(page.assignments_tab)
    page.assignments_tab.view.setFocus()
    return page.assignments_tab


def choose(tab: AssignmentsTab, first: QModelIndex, last: QModelIndex) -> None:
    tab.view.setCurrentIndex(first)
    mode = QItemSelectionModel.SelectionFlag.ClearAndSelect
    tab.view.selectionModel().select(QItemSelection(first, last), mode)


def own(session: Session, code: str) -> dict[str, Decimal | None]:
    found = (each for each in assignments(session.db, PLAN) if each.indicator == code and each.unit and each.target)
    return {each.unit or "": each.target.value for each in found if each.target}


def press(tab: AssignmentsTab, key: Qt.Key) -> None:
    QTest.keyClick(tab.view, key, Qt.KeyboardModifier.ControlModifier)


def paste(tab: AssignmentsTab, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(tab, Qt.Key.Key_V)


def test_a_block_from_excel_is_one_step_of_undo(page: PlansPage, tab: AssignmentsTab, session: Session) -> None:
    before = assignments(session.db, PLAN)
    tab.view.setCurrentIndex(cell(page, "CADY", "TTHC-02"))
    row = tab.view.currentIndex().row()
    paste(tab, "70\t92,5%\n55\t\n")
    first, second = (tab.model.units[row + down] or "" for down in (0, 1))
    assert own(session, "TTHC-02") == {first: 70, second: 55}
    assert own(session, "TTHC-03") == {first: Decimal("92.5")}
    # softer than the plan's 60 % is marked and explained, as much or more is not
    assert tab.model.index(row, 1).data() == "≥ 70%"
    assert tab.model.index(row + 1, 1).data() == "▾ ≥ 55%"
    assert "softer" in tab.model.index(row + 1, 1).data(Qt.ItemDataRole.ToolTipRole)
    session.undo.undo()
    assert {each for each in assignments(session.db, PLAN) if each.target} == {each for each in before if each.target}
    session.undo.redo()
    assert own(session, "TTHC-02") == {first: 70, second: 55}


def test_a_block_with_headings_goes_where_its_codes_and_units_say(tab: AssignmentsTab, session: Session) -> None:
    tab.view.setCurrentIndex(tab.model.index(0, 0))
    paste(tab, "Đơn vị\tTTHC-03\tTTHC-02\nXã Zuôih\t91\t66\nCADY\t92\t67\n")
    assert own(session, "TTHC-02") == {"ZUOIH": 66, "CADY": 67}
    assert own(session, "TTHC-03") == {"ZUOIH": 91, "CADY": 92}


def test_a_block_with_a_wrong_cell_changes_nothing_and_says_which(
    page: PlansPage, tab: AssignmentsTab, session: Session
) -> None:
    tab.view.setCurrentIndex(cell(page, "CADY", "TTHC-02"))
    paste(tab, "70\n#REF!\n")
    assert own(session, "TTHC-02") == {}
    assert "TTHC-02" in tab.message.text()
    tab.view.setCurrentIndex(tab.model.index(tab.model.rowCount() - 1, 0))
    paste(tab, "70\n71\n")
    assert own(session, "TTHC-02") == {}
    assert "nằm ngoài bảng" in tab.message.text()


def test_a_column_is_filled_down_copied_and_emptied(page: PlansPage, tab: AssignmentsTab, session: Session) -> None:
    first = cell(page, "CADY", "TTHC-02")
    tab.model.setData(first, "70")
    choose(tab, first, first.siblingAtRow(first.row() + 2))
    press(tab, Qt.Key.Key_D)
    assert list(own(session, "TTHC-02").values()) == [70, 70, 70]
    press(tab, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "≥ 70%\n≥ 70%\n≥ 70%\n"
    QTest.keyClick(tab.view, Qt.Key.Key_Delete)
    assert own(session, "TTHC-02") == {}
    asked = {each.unit for each in assignments(session.db, PLAN) if each.indicator == "TTHC-02"}
    assert len(asked) == 13  # as the plan, not let off


def test_a_copied_cell_pasted_elsewhere_gives_the_same_target(
    page: PlansPage, tab: AssignmentsTab, session: Session
) -> None:
    first = cell(page, "CADY", "TTHC-02")
    tab.model.setData(first, "55")
    tab.view.setCurrentIndex(first)
    press(tab, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "▾ ≥ 55%"
    tab.view.setCurrentIndex(cell(page, "ZUOIH", "TTHC-02"))
    press(tab, Qt.Key.Key_V)
    assert own(session, "TTHC-02") == {"CADY": 55, "ZUOIH": 55}


def test_quarters_that_contradict_the_year_are_told_below_the_grid(page: PlansPage, tab: AssignmentsTab) -> None:
    assert not tab.warnings.isVisible()
    for place in (1, 4, 5, 6):  # the four quarters
        tab.periods.activated.emit(place)
        tab.model.setData(cell(page, None, "TTHC-01"), "50")
    assert "thấp hơn mức cả năm 65%" in tab.warnings.text()


def test_what_the_plan_above_asks_is_told_and_that_ours_asks_for_less(page: PlansPage, session: Session) -> None:
    db, author = session.db, session.author
    save_plan(db, Plan("TINH", 2023, "Kế hoạch tỉnh", "NAMGIANG"), author)
    first = indicator(db, PLAN, "TTHC-01")
    assert first.target is not None
    higher = replace(first.target, value=Decimal(80))
    save_indicators(db, [replace(first, plan="TINH", target=higher)], author)
    save_plan(db, replace(plan(db, PLAN), reference="TINH"), author, PLAN)
    session.announce(Changes(plans=True, targets=True))
    page.refresh(None)
    page.indicators_tab.select("TTHC-01")
    assert "▾ Plan above (TINH): ≥ 80% – ours asks for less" in page.indicators_tab.foot.text()
    page.indicators_tab.select("TTHC-02")
    assert "Plan above" not in page.indicators_tab.foot.text()
