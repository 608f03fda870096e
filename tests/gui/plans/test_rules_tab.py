"""The tab of check rules: sides are read while they are typed, limits are set and turned off, all can be taken back."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from models.jumps import JUMP_LAST_QUARTER, JUMP_LAST_YEAR, OUTSIDE_RANGE, CheckLimit
from models.plan import BalanceRule
from models.store.check_limits import check_limits
from models.store.checking import findings
from models.store.rules import rules, save_rules
from ui.pages.plans.new_plan import NewPlanDialog
from ui.pages.plans.page import PlansPage
from ui.pages.plans.rules_tab import RulesTab
from ui.session import Session
from ui.widgets.fields import TypedField

PLAN = "KH-2023"
CODE, LEFT, SIGN, RIGHT, TOLERANCE, LEVEL, TEXT = range(7)
KEPT = [BalanceRule(PLAN, "QT-01", "TTHC-03.1.mẫu", "<=", "TTHC-03.mẫu", Decimal(0), True, "Không vượt tổng")]


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> PlansPage:
    save_rules(session.db, PLAN, KEPT, session.author)
    session.set_view(PlansPage.view)
    made = PlansPage(session)
    qtbot.addWidget(made)
    made.resize(1186, 594)
    made.show()
    made.refresh(None)
    made.tabs.setCurrentWidget(made.rules_tab)
    return made


@pytest.fixture
def tab(page: PlansPage) -> RulesTab:
    return page.rules_tab


def put(tab: RulesTab, row: int, column: int, text: str) -> bool:
    return tab.rules.model.setData(tab.rules.model.index(row, column), text)


def limit(tab: RulesTab, row: int, column: int, text: str) -> bool:
    return tab.limits.model.setData(tab.limits.model.index(row, column), text)


def typed_over(tab: RulesTab, row: int, column: int, text: str) -> QLineEdit:
    tab.rules.view.setFocus()
    tab.rules.view.setCurrentIndex(tab.rules.model.index(row, column))
    QTest.keyClick(tab.rules.view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, text)
    return editor


def test_models_keep_the_rules_of_item_models(tab: RulesTab) -> None:
    for table in (tab.rules, tab.limits):
        QAbstractItemModelTester(table.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_rules_of_the_plan_are_shown_and_counted(page: PlansPage, tab: RulesTab) -> None:
    shown = [str(tab.rules.model.index(0, column).data()) for column in range(7)]
    assert shown == ["QT-01", "TTHC-03.1.mẫu", "≤", "TTHC-03.mẫu", "0", "error", "Không vượt tổng"]
    assert page.tabs.tabText(page.tabs.indexOf(tab)).endswith(" 1")


def test_a_side_typed_with_the_keyboard_is_kept_and_checked_with(tab: RulesTab, session: Session, qtbot: QtBot) -> None:
    # GIVEN the cursor on the right side; WHEN another one is typed and Enter pressed
    editor = typed_over(tab, 0, RIGHT, "0,1 x TTHC-03")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    # THEN it stands in the file, `check` looks at it, and undo brings the old one back
    qtbot.waitUntil(lambda: rules(session.db, PLAN)[0].right == "0,1 x TTHC-03")
    assert any(each.rule == "QT-01" for each in findings(session.db))
    session.undo.undo()
    assert rules(session.db, PLAN) == KEPT
    assert not any(each.rule == "QT-01" for each in findings(session.db))


@pytest.mark.parametrize(
    "text, why",
    [
        ("TTHC-99.tử", "không có trong kế hoạch"),
        ("TTHC-03 (quý sau)", "(quý sau)"),
        ("CS-01", "xếp loại"),
        ("", "không đọc được"),
    ],
)
def test_a_side_that_cannot_be_read_is_refused_beside_it(tab: RulesTab, session: Session, text: str, why: str) -> None:
    assert not put(tab, 0, LEFT, text)
    assert why.casefold() in tab.rules.message.text().casefold()
    assert tab.rules.message.isVisible()
    assert rules(session.db, PLAN) == KEPT


def test_while_it_is_typed_a_side_says_what_is_wrong(tab: RulesTab) -> None:
    editor = typed_over(tab, 0, LEFT, "TTHC-03.1 +")
    assert editor.property("invalid")
    assert "TTHC-03.1 +" in tab.rules.message.text()
    QTest.keyClicks(editor, " TTHC-01 (quy truoc)")
    assert not editor.property("invalid")
    assert tab.rules.message.text() == ""


def test_all_cells_of_a_rule_can_be_typed(tab: RulesTab, session: Session) -> None:
    its = [(CODE, "C5"), (LEFT, "TTHC-01.tử"), (SIGN, "="), (RIGHT, "TTHC-01.mẫu (quý trước)")]
    for column, text in [*its, (TOLERANCE, "1,5"), (LEVEL, "warn"), (TEXT, " chuyển  sang ")]:
        assert put(tab, 0, column, text)
    assert rules(session.db, PLAN) == [
        BalanceRule(PLAN, "C5", "TTHC-01.tử", "=", "TTHC-01.mẫu (quý trước)", Decimal("1.5"), False, "chuyển sang")
    ]
    for sign, operator in (("≥", ">="), ("<=", "<="), (">", ">")):
        assert put(tab, 0, SIGN, sign)
        assert rules(session.db, PLAN)[0].operator == operator
    assert put(tab, 0, TOLERANCE, "")
    assert put(tab, 0, LEVEL, "Error")
    assert (rules(session.db, PLAN)[0].tolerance, rules(session.db, PLAN)[0].is_error) == (0, True)


@pytest.mark.parametrize(
    "column, text", [(CODE, ""), (SIGN, "=="), (TOLERANCE, "-1"), (TOLERANCE, "x"), (LEVEL, ""), (LEVEL, "nặng")]
)
def test_what_is_no_rule_is_refused(tab: RulesTab, session: Session, column: int, text: str) -> None:
    assert not put(tab, 0, column, text)
    assert tab.rules.message.text()
    assert rules(session.db, PLAN) == KEPT


def test_rules_are_added_moved_removed_and_taken_back(tab: RulesTab, session: Session) -> None:
    tab.rules.view.setFocus()
    QTest.keyClick(tab.rules.view, Qt.Key.Key_Insert)
    added = rules(session.db, PLAN)[1]
    assert (added.code, added.left, added.operator, added.right) == ("QT-02", "TTHC-01", "=", "TTHC-01")
    tab.rules.up_button.click()
    assert [each.code for each in rules(session.db, PLAN)] == ["QT-02", "QT-01"]
    put(tab, 0, CODE, "QT-01")
    assert tab.rules.message.text()
    assert [each.code for each in rules(session.db, PLAN)] == ["QT-02", "QT-01"]
    tab.rules.view.setCurrentIndex(tab.rules.model.index(1, 0))
    QTest.keyClick(tab.rules.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert rules(session.db, PLAN) == [added]
    while session.undo.canUndo():
        session.undo.undo()
    assert rules(session.db, PLAN) == KEPT


def test_a_plan_with_nothing_to_add_up_takes_no_rule(tab: RulesTab, session: Session) -> None:
    tab.show_rules(PLAN, [], [])
    tab.rules.add_button.click()
    assert tab.rules.message.text()
    assert rules(session.db, PLAN) == KEPT


def test_limits_are_set_turned_off_and_taken_back(tab: RulesTab, session: Session) -> None:
    assert limit(tab, 0, 1, "12,5%")
    assert limit(tab, 1, 1, "")
    assert limit(tab, 2, 2, "5")
    assert check_limits(session.db, PLAN) == [
        CheckLimit(PLAN, JUMP_LAST_QUARTER, Decimal("12.5"), Decimal(30)),
        CheckLimit(PLAN, JUMP_LAST_YEAR, None, Decimal(30)),
        CheckLimit(PLAN, OUTSIDE_RANGE, Decimal(50), Decimal(5)),
    ]
    assert [tab.limits.model.index(row, 1).data() for row in range(3)] == ["12,5", "off", "50"]
    assert any(each.rule == JUMP_LAST_QUARTER for each in findings(session.db))
    assert limit(tab, 2, 1, "off")
    assert limit(tab, 1, 1, "100")
    assert [each.rule for each in check_limits(session.db, PLAN)] == [JUMP_LAST_QUARTER, OUTSIDE_RANGE]
    while session.undo.canUndo():
        session.undo.undo()
    assert check_limits(session.db, PLAN) == []


@pytest.mark.parametrize("column, text", [(1, "-1"), (1, "10001"), (1, "nhiều"), (2, "-1"), (2, "x")])
def test_a_wrong_limit_is_refused(tab: RulesTab, session: Session, column: int, text: str) -> None:
    assert not limit(tab, 0, column, text)
    assert tab.limits.message.text()
    assert check_limits(session.db, PLAN) == []


def test_a_least_difference_may_be_nothing(tab: RulesTab, session: Session) -> None:
    assert limit(tab, 0, 2, "")
    assert check_limits(session.db, PLAN) == [CheckLimit(PLAN, JUMP_LAST_QUARTER, Decimal(100), Decimal(0))]


def test_a_new_plan_begins_with_the_rules_and_limits_of_the_last(
    page: PlansPage, tab: RulesTab, session: Session
) -> None:
    assert limit(tab, 1, 1, "")
    page.head.new_button.click()
    dialog = page.findChild(NewPlanDialog)
    assert dialog is not None
    year = dialog.form.fields["year"]
    assert isinstance(year, TypedField)
    year.set_text("2025")
    year.commit()
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert rules(session.db, "KH-2025") == [replace(each, plan="KH-2025") for each in KEPT]
    assert check_limits(session.db, "KH-2025") == [CheckLimit("KH-2025", JUMP_LAST_YEAR, None, Decimal(30))]
