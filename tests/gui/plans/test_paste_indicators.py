"""A block of cells from Excel on the tab of indicators: seen first, then one step, all of it or nothing."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.exchange.clipboard.block import read_block
from models.measure import Accumulation, Kind, Operator, Target
from models.plan import Indicator
from models.store.changes import Author
from models.store.indicators import indicators
from models.store.plan_content import issue_plan
from models.store.plan_corrections import corrections
from ui.pages.plans.indicator_block import Becomes, Ground, PastedLine, lay
from ui.pages.plans.indicator_paste import BECOMES, CODE, NOTE, TARGET, PasteDialog
from ui.pages.plans.indicator_table import NAME
from ui.pages.plans.page import PlansPage
from ui.pages.plans.versions.correcting import CorrectionDialog
from ui.session import Session

PLAN = "KH-2023"
OWN = (
    Indicator("P", "A-1", "Thể chế", "Văn bản đúng hạn", Kind.RATIO, accumulation=Accumulation.FLOW),
    Indicator("P", "A-2", "Thể chế", "Văn bản được kiểm tra", Kind.COUNT, accumulation=Accumulation.FLOW),
)
GRADES = ("Tốt", "Khá")


def lines(text: str, row: int = 2, column: int = 0) -> list[PastedLine]:
    return list(lay(read_block(text), Ground("P", OWN, GRADES, row, column)).lines)


def at_least(value: int) -> Target:
    return Target(Operator.AT_LEAST, Decimal(value))


def test_columns_are_known_by_their_headings_in_any_order() -> None:
    block = (
        "STT\tĐơn vị chủ trì\tTên chỉ tiêu\tLoại số đo\tNăm 2023\tMã\tTử số\n"
        "1\tPhòng Nội vụ\tHồ sơ đúng hạn\ttỷ lệ, thời điểm\t95%\tB-1\tHồ sơ đúng hạn\n"
        "2\t\tSố cuộc kiểm tra\t\t≥ 12\tB-2\t\n"
    )
    first, second = lines(block)
    assert (first.number, first.old, first.problems) == (2, None, ())
    assert first.new == Indicator(
        "P", "B-1", "Thể chế", "Hồ sơ đúng hạn", Kind.RATIO, lead="Phòng Nội vụ", numerator="Hồ sơ đúng hạn",
        accumulation=Accumulation.STOCK, target=at_least(95),
    )  # fmt: skip
    assert (second.new.kind, second.new.target, second.new.lead) == (Kind.COUNT, at_least(12), "")


def test_codes_and_names_that_look_like_numbers_stay_as_they_are() -> None:
    (line,) = lines("Mã\tChỉ tiêu\tMức\n1.10\t65.5\t65.5%")
    assert (line.new.code, line.new.name) == ("1.10", "65.5")
    assert line.new.target == Target(Operator.AT_LEAST, Decimal("65.5"))


def test_a_column_that_is_not_known_is_told() -> None:
    laid = lay(read_block("Chỉ tiêu\tMức\tKinh phí\nA\t5%\t100"), Ground("P", OWN, GRADES, 2, 0))
    assert laid.unread == ("Kinh phí",)


def test_with_headings_a_known_code_is_changed_and_stays_as_it_is_where_nothing_differs() -> None:
    changed, same, new = lines(
        "Mã\tChỉ tiêu\tMức\nA-1\tVăn bản đúng hạn\t90%\nA-2\tVăn bản được kiểm tra\t\nA-3\tKhác\t1%"
    )
    assert (changed.old, changed.becomes) == (OWN[0], Becomes.CHANGED)
    assert changed.new.target == at_least(90)
    assert (same.becomes, new.becomes) == (Becomes.SAME, Becomes.NEW)


def test_without_headings_lines_go_down_from_the_cursor_and_beyond_the_last_are_new() -> None:
    changed, new = lines("A-2\tVăn bản được kiểm tra\t\t20\nA-9\tMới\tđiểm\t≥ 8", row=1)
    assert (changed.old, changed.new.target) == (OWN[1], at_least(20))
    assert (new.old, new.new.code, new.new.kind, new.new.area) == (None, "A-9", Kind.SCORE, "Thể chế")
    assert new.new.accumulation is None


def test_a_line_of_one_cell_is_the_area_of_those_below_and_a_dash_makes_a_part() -> None:
    block = "Mã\tChỉ tiêu\tMức\nII. Thủ tục hành chính\nB-1\tĐúng hạn\t95%\n\t- Đất đai\t90%\n\tKhác\t1%"
    first, part, other = lines(block)
    assert {each.new.area for each in (first, part, other)} == {"Thủ tục hành chính"}
    assert (part.new.parent, part.new.code, part.new.name) == ("B-1", "B-1.1", "Đất đai")
    assert other.new.parent is None


def test_the_programs_own_workbook_can_be_pasted_back() -> None:
    block = (
        "Mã\tTên\tLoại số đo\tCộng dồn\tPhép so sánh\tMức\tMức đến\n"
        "C-1\tX\ttỷ lệ\tthời điểm\tkhoảng\t60\t70\n"
        "C-2\tY\tthứ hạng\t\ttốt hơn năm trước\t\t"
    )
    first, second = lines(block)
    assert first.new.target == Target(Operator.RANGE, Decimal(60), Decimal(70))
    assert (second.new.kind, second.new.target) == (Kind.RANK, Target(Operator.BETTER))


def test_a_line_without_a_code_gets_the_next_one_of_its_area() -> None:
    block = "Lĩnh vực\tChỉ tiêu\tMức\nThể chế\tX\t1%\nCải cách thủ tục hành chính\tY\t1%\n\t- Z\t1%\nQuốc phòng\tT\t1%"
    assert [each.new.code for each in lines(block)] == ["A-01", "TTHC-01", "TTHC-01.1", "CT-01"]


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("Mã\tChỉ tiêu\tMức\nB-1\tX\tnhiều", "Target"),
        ("Mã\tChỉ tiêu\tMức\nB-1\t\t5%", "Indicator"),
        ("Mã\tChỉ tiêu\tMức\nB;1\tX\t5%", "Code"),
        ("Mã\tChỉ tiêu\tMức\nB-1\tX\t5%\nB-1\tY\t5%", "B-1"),
        ("Mã\tChỉ tiêu\tLoại số đo\nB-1\tX\tphần nhiều", "phần nhiều"),
        ("Mã\tChỉ tiêu\tLoại số đo\nA-1\tX\tđiểm", "card"),
        ("Mã\tMã cha\tChỉ tiêu\nB-1\tZ-9\tX", "Z-9"),
        ("Mã\tChỉ tiêu\tMức\nB-1\tX\t1.234", "1.234"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_column(block: str, told: str) -> None:
    wrong = [each for each in lines(block) if each.problems]
    assert len(wrong) == 1
    assert told in "; ".join(wrong[0].problems)


BLOCK = (
    "Mã\tChỉ tiêu\tMức\tChủ trì\n"
    "TTHC-01\t{name}\t70%\tVăn phòng\n"
    "DBXH-01\tMới một\t≥ 80%\t\n"
    "DBXH-02\tMới hai\t5\tPhòng Nội vụ"
)


def paste(page: PlansPage, text: str, qtbot: QtBot) -> PasteDialog:
    QGuiApplication.clipboard().setText(text)
    page.indicators_tab.view.setFocus()
    QTest.keySequence(page.indicators_tab.view, "Ctrl+V")
    qtbot.waitUntil(lambda: bool(page.findChildren(PasteDialog)))
    return page.findChildren(PasteDialog)[-1]


def test_a_block_is_seen_first_then_one_step_and_taken_back_as_one(
    page: PlansPage, session: Session, qtbot: QtBot
) -> None:
    before = indicators(session.db, PLAN)
    dialog = paste(page, BLOCK.format(name=before[0].name), qtbot)
    shown = [[dialog.model.index(row, column).data() for column in (BECOMES, CODE, TARGET)] for row in range(3)]
    assert shown == [["changes", "TTHC-01", "≥ 70%"], ["new", "DBXH-01", "≥ 80%"], ["new", "DBXH-02", "≥ 5"]]
    assert "≥ 65%" in dialog.model.index(0, NOTE).data()
    assert indicators(session.db, PLAN) == before
    dialog.write_button.click()
    after = indicators(session.db, PLAN)
    new = [each for each in after if each.code.startswith("DBXH")]
    assert [(each.code, each.area) for each in new] == [(code, before[0].area) for code in ("DBXH-01", "DBXH-02")]
    place = after.index(new[0])
    assert after[place - 1].area == before[0].area
    assert after[0].target == at_least(70)
    session.undo.undo()
    assert indicators(session.db, PLAN) == before
    session.undo.redo()
    assert indicators(session.db, PLAN) == after


def test_one_wrong_line_and_nothing_can_be_written(page: PlansPage, session: Session, qtbot: QtBot) -> None:
    before = indicators(session.db, PLAN)
    dialog = paste(page, BLOCK.format(name=before[0].name) + "\nDBXH-03\tMới ba\tnhiều\t", qtbot)
    assert not dialog.write_button.isEnabled()
    assert "Line 5: Target: " in dialog.message.text()
    assert "Target" in dialog.model.index(3, NOTE).data()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert indicators(session.db, PLAN) == before


def test_codes_can_be_renamed_down_a_column(page: PlansPage, session: Session, qtbot: QtBot) -> None:
    tab, before = page.indicators_tab, indicators(session.db, PLAN)
    tab.select(before[0].code)
    tab.view.setCurrentIndex(tab.model.index(tab.model.row_of(before[0].code), 0))
    dialog = paste(page, "X-1\nX-2", qtbot)
    dialog.write_button.click()
    assert [each.code for each in indicators(session.db, PLAN)][:2] == ["X-1", "X-2"]
    session.undo.undo()
    assert indicators(session.db, PLAN) == before


def test_a_single_cell_is_typed_as_before(page: PlansPage, session: Session, qtbot: QtBot) -> None:
    tab = page.indicators_tab
    tab.view.setFocus()
    tab.view.setCurrentIndex(tab.model.index(tab.model.row_of("TTHC-01"), NAME + 2))
    QGuiApplication.clipboard().setText("72%")
    QTest.keySequence(tab.view, "Ctrl+V")
    assert indicators(session.db, PLAN)[0].target == at_least(72)
    assert page.findChildren(PasteDialog) == []


def test_the_button_says_that_there_are_no_rows(page: PlansPage) -> None:
    QGuiApplication.clipboard().setText("một ô")
    page.indicators_tab.paste_button.click()
    assert page.indicators_tab.message.text()


def test_into_an_issued_plan_a_block_is_one_correction(page: PlansPage, session: Session, qtbot: QtBot) -> None:
    session.write(lambda: issue_plan(session.db, PLAN, "12/KH", date(2023, 2, 16), Author("An")))
    page.refresh(None)
    before = indicators(session.db, PLAN)
    dialog = paste(page, BLOCK.format(name=before[0].name), qtbot)
    dialog.write_button.click()
    asked = page.findChildren(CorrectionDialog)[-1]
    assert indicators(session.db, PLAN) == before
    asked.reason.setPlainText("Bổ sung theo chỉ đạo")
    asked.buttons.accepted.emit()
    assert len(indicators(session.db, PLAN)) == len(before) + 2
    (kept,) = corrections(session.db, PLAN)
    assert "DBXH-01" in kept.content
    assert not dialog.isVisible()
