"""The check of a form: what is wrong, missing or accepted, below the grid and in the panel, live while it is typed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.period import Period, Span
from models.plan import Actual, BalanceRule, Explanation
from models.store.acceptances import acceptances
from models.store.changes import Author
from models.store.explanations import save_explanation
from models.store.rules import save_rules
from models.store.submissions import submit
from tests.gui.entry.conftest import Q1, Q2, Desk
from tests.gui.entry.test_entry_typing import ENTER, enter
from ui.pages.entry.checking.issues import Rank
from ui.pages.entry.form import Column, Filter

F7, ESCAPE = Qt.Key.Key_F7, Qt.Key.Key_Escape
SUM = BalanceRule("KH", "R1", "TT-03", "=", "TT-01.mẫu", text="Số cuộc kiểm tra bằng tổng số hồ sơ.")
LISTED = "Off by 784: quy tắc R1 (Số cuộc kiểm tra bằng tổng số hồ sơ): vế trái 1.000, vế phải 216."
SHOWN = "Quy tắc R1 (Số cuộc kiểm tra bằng tổng số hồ sơ): vế trái 1.000, vế phải 216, lệch 784."


@pytest.fixture
def ruled(desk: Desk) -> Desk:
    """A missed target, and a rule over two indicators."""
    session = desk.session
    session.write(lambda: save_rules(session.db, "KH", [SUM], session.author))
    enter(desk, "TT-01", "131")
    desk.type("216")
    desk.press(ENTER)
    return desk


def count(desk: Desk, value: str) -> None:
    enter(desk, "TT-03", value, field="value")


def lines(desk: Desk) -> list[str]:
    return desk.page.issues.texts()


def ranks(desk: Desk) -> list[Rank]:
    return [each.rank for each in desk.page.issues.model.issues]


def test_f7_opens_the_list_and_escape_gives_the_keyboard_back(desk: Desk) -> None:
    assert not desk.page.issues.isVisible()
    desk.press(F7)
    assert desk.page.issues.isVisible()
    assert desk.page.focusWidget() is desk.page.issues.view
    desk.press(ESCAPE)
    assert not desk.page.issues.isVisible()
    assert desk.page.focusWidget() is desk.page.grid
    desk.page.head.check.click()
    assert desk.page.issues.isVisible()
    desk.press(F7)
    assert not desk.page.issues.isVisible()


def test_the_cell_stays_in_sight_when_the_list_takes_room(desk: Desk, qtbot: QtBot) -> None:
    desk.page.resize(1340, 420)
    desk.go("TT-04", "denominator")
    desk.press(F7)
    grid = desk.page.grid
    qtbot.waitUntil(lambda: grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()).center()))


def test_a_wrong_sum_is_told_with_its_difference_the_moment_it_is_typed(ruled: Desk) -> None:
    ruled.page.form_check.open()
    ruled.page.grid.setFocus()
    count(ruled, "1000")
    assert lines(ruled)[0] == LISTED
    ruled.go("TT-03", "value")
    assert SHOWN in ruled.page.panel.checks.texts()
    ruled.go("TT-01")
    assert SHOWN in ruled.page.panel.checks.texts()
    assert ruled.page.form is not None
    assert ruled.page.form.counts()[Filter.WARNED] == 2
    count(ruled, "216")
    assert LISTED not in lines(ruled)
    ruled.go("TT-03", "value")
    assert "Số cuộc kiểm tra bằng tổng số hồ sơ: 216 = 216" in ruled.page.panel.checks.texts()
    assert ruled.page.form.counts()[Filter.WARNED] == 0


def test_the_worst_stands_first_and_what_was_accepted_last(ruled: Desk) -> None:
    count(ruled, "1000")
    enter(ruled, "TT-04", "12")
    ruled.type("10")
    ruled.press(ENTER)
    ruled.go("TT-04")
    ruled.page.panel.checks.accepted.emit("hồ sơ kỳ trước")
    enter(ruled, "TT-02", "5")
    ruled.page.form_check.open()
    assert ranks(ruled) == sorted(ranks(ruled))
    found = dict(zip(ranks(ruled), lines(ruled), strict=True))
    assert set(found) == {Rank.ERROR, Rank.WARNING, Rank.UNEXPLAINED, Rank.UNPROVED, Rank.ACCEPTED}
    assert found[Rank.WARNING].startswith("TT-02: the denominator is missing")
    assert found[Rank.UNEXPLAINED] == "TT-01: the target is missed and not explained yet"
    assert found[Rank.ACCEPTED] == "TT-04: numerator 12 is above denominator 10 (off by 2); accepted: hồ sơ kỳ trước"


def test_empty_cells_are_listed_and_enter_leads_to_them(desk: Desk) -> None:
    desk.press(F7)
    empty = [each for each in desk.page.issues.model.issues if each.rank is Rank.EMPTY]
    assert [each.code for each in empty] == ["TT-01", "TT-02", "TT-03", "TT-04"]
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Down, ENTER)
    assert desk.here == ("TT-03", "value", Column.Q2)
    assert desk.page.focusWidget() is desk.page.grid
    desk.type("7")
    desk.press(ENTER)
    assert all("TT-03" not in text for text in lines(desk))


def test_enter_leads_also_to_what_a_filter_hides(ruled: Desk) -> None:
    ruled.page.show_filter(Filter.TO_EXPLAIN)
    ruled.press(F7)
    place = next(n for n, each in enumerate(ruled.page.issues.model.issues) if each.code == "TT-04")
    ruled.page.issues.view.setCurrentIndex(ruled.page.issues.model.index(place))
    ruled.press(ENTER)
    assert ruled.here == ("TT-04", "numerator", Column.Q2)


def test_what_an_explanation_still_lacks_is_named(ruled: Desk) -> None:
    session, half = ruled.session, Explanation("TT-01", "CD", Period(2023, Span.H1), "mạng yếu", "sửa mạng")
    session.write(lambda: save_explanation(session.db, half, session.author))
    ruled.page.form_check.open()
    assert "TT-01: the explanation still lacks: responsible position, deadline" in lines(ruled)


def test_a_finding_is_accepted_with_a_reason_taken_back_and_undone(ruled: Desk) -> None:
    count(ruled, "1000")
    ruled.go("TT-03", "value")
    ruled.page.form_check.open()
    checks = ruled.page.panel.checks
    (button,) = checks.buttons()
    button.click()
    checks.accept.click()
    assert checks.reason.message.text()
    QTest.keyClicks(checks.reason.editor, "dem ca doan lien nganh")
    QTest.keyClick(checks.reason.editor, ENTER)
    (kept,) = acceptances(ruled.session.db)
    assert (kept.rule, kept.note) == ("R1", "dem ca doan lien nganh")
    assert ranks(ruled)[-1] is Rank.ACCEPTED
    assert ruled.page.form is not None
    assert ruled.page.form.counts()[Filter.WARNED] == 0
    assert any("R1 accepted: dem ca doan lien nganh" in line for line in ruled.page.panel.history.text().splitlines())
    (button,) = checks.buttons()
    button.click()
    assert acceptances(ruled.session.db) == []
    assert ranks(ruled)[0] is Rank.ERROR
    ruled.session.undo.undo()
    assert len(acceptances(ruled.session.db)) == 1
    ruled.session.undo.undo()
    assert acceptances(ruled.session.db) == []


def test_findings_can_be_accepted_on_a_sent_form_too(ruled: Desk) -> None:
    count(ruled, "1000")
    session = ruled.session
    session.write(lambda: submit(session.db, session.plan, "CD", Q2, date(2023, 6, 16), session.author))
    ruled.go("TT-03", "value")
    checks = ruled.page.panel.checks
    checks.buttons()[0].click()
    checks.reason.set_text("đếm cả đoàn liên ngành")
    checks.accept.click()
    assert len(acceptances(session.db)) == 1


def test_all_that_is_odd_about_one_number_is_accepted_with_one_reason(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of()
    history = [Actual("TT-03", "CD", each, value=Decimal(200)) for each in (Q1, *Period(2022).quarters)]
    desk.session.record(history)
    enter(desk, "TT-03", "9000", field="value")
    desk.go("TT-03", "value")
    checks = desk.page.panel.checks
    jumps = [text for text in checks.texts() if text.startswith("Giá trị")]
    assert len(jumps) >= 2
    (button,) = checks.buttons()
    button.click()
    checks.reason.set_text("đợt cao điểm")
    checks.accept.click()
    assert len(acceptances(desk.session.db)) == len(jumps)
    desk.session.undo.undo()
    assert acceptances(desk.session.db) == []


def test_a_form_in_which_nothing_is_odd_says_so(desk: Desk) -> None:
    cells = [Actual(code, "CD", Q2, Decimal(97), Decimal(100)) for code in ("TT-01", "TT-02", "TT-04")]
    older = [Actual("TT-01", "CD", Q1, Decimal(97), Decimal(100))]
    desk.session.record([*cells, *older, Actual("TT-03", "CD", Q2, value=Decimal(3))])
    desk.press(F7)
    assert lines(desk) == []
    assert desk.page.issues.nothing.isVisible()


def test_history_tells_the_whole_story_of_a_cell(ruled: Desk) -> None:
    session, author = ruled.session, Author("Phòng Nội vụ")
    ruled.go("TT-01")
    panel = ruled.page.panel
    panel.note.set_text("theo báo cáo 12")
    panel.explanation.cause.set_text("mạng yếu")
    assert ruled.page.may_leave()
    ruled.page.panel_actions.evidence.attach_link("https://a.vn")
    session.write(lambda: submit(session.db, session.plan, "CD", Q2, date(2023, 6, 16), author))
    text = panel.history.text()
    for said in ("note: (empty) → theo báo cáo 12", "cause: (empty) → mạng yếu", "evidence attached: https://a.vn"):
        assert said in text
    assert "Phòng Nội vụ: form sent, day 16/6/2023" in text.splitlines()[0]
    assert "131/– → 131/216" in text


def test_a_long_life_is_folded_until_it_is_asked_for(desk: Desk) -> None:
    for number in range(1, 12):
        enter(desk, "TT-03", str(number), field="value")
    desk.go("TT-03", "value")
    history = desk.page.panel.history
    assert len(history.text().splitlines()) == 6
    assert "11" in history.more.text()
    history.more.click()
    assert len(history.text().splitlines()) == 11
    desk.go("TT-03", "value", Column.Q3)
    assert not history.more.isVisible()


def test_twelve_quarters_and_their_range_are_a_click_away(desk: Desk) -> None:
    old = [Actual("TT-01", "CD", Period(2021).quarters[n], Decimal(40 + n), Decimal(100)) for n in range(4)]
    desk.session.record(old)
    desk.go("TT-01")
    earlier = desk.page.panel.earlier
    assert len(earlier.texts()) == 4
    earlier.more.click()
    assert len(earlier.texts()) == 12
    assert ("Q.I 2021", "40,00%") in earlier.texts()
    assert earlier.range.text() == "Lowest 40,00% (Q.I 2021), highest 55,68% (Q.I 2023)"
    QTest.mouseClick(earlier, Qt.MouseButton.LeftButton)
    assert len(earlier.texts()) == 4


def test_an_earlier_quarter_that_cannot_be_right_is_listed_with_its_quarter(ruled: Desk) -> None:
    ruled.session.record([Actual("TT-04", "CD", Q1, Decimal(12), Decimal(10))])
    ruled.page.form_check.open()
    assert "TT-04, quarter I: numerator 12 is above denominator 10 (off by 2)" in lines(ruled)
    ruled.press(ENTER)
    assert ruled.here == ("TT-04", "numerator", Column.Q1)


def test_another_quarters_cell_is_told_what_the_rules_say_of_that_quarter(ruled: Desk) -> None:
    ruled.session.record([Actual("TT-03", "CD", Q1, value=Decimal(5))])
    ruled.go("TT-03", "value", Column.Q1)
    assert any("vế trái 5, vế phải 176, lệch 171" in text for text in ruled.page.panel.checks.texts())


def test_tab_goes_through_the_panel_from_top_to_bottom(ruled: Desk, qtbot: QtBot) -> None:
    count(ruled, "1000")
    ruled.go("TT-03", "value")
    panel = ruled.page.panel
    panel.earlier.more.setFocus()
    (button,) = panel.checks.buttons()
    qtbot.waitUntil(button.isVisible)
    passed = []
    for _ in range(5):
        ruled.press(Qt.Key.Key_Tab)
        passed.append(ruled.page.focusWidget())
    assert passed[:3] == [button, panel.note.editor, panel.add]
    button.click()
    assert ruled.page.focusWidget() is panel.checks.reason.editor
    ruled.press(Qt.Key.Key_Tab)
    assert ruled.page.focusWidget() is panel.checks.accept
