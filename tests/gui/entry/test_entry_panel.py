"""The side panel follows the cell and keeps what is written into it."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from models.period import Period, Span
from models.plan import Actual, Explanation, ExplanationRequest
from models.store.database import open_database
from models.store.explanations import explanation, save_explanation, save_explanations
from models.store.requests import ask, request
from models.store.submissions import reopen, submit
from models.store.units import save_unit
from models.unit import Unit
from tests.gui.entry.conftest import Q1, Q2, Desk
from tests.gui.entry.test_entry_typing import ENTER, SHIFT, enter
from ui.pages.entry.checking.issues import Rank, issues_of
from ui.pages.entry.form import Column, Filter
from ui.session import Session

H1 = Period(2023, Span.H1)


@pytest.fixture
def missed(desk: Desk) -> Desk:
    """A quarter that misses its target."""
    enter(desk, "TT-01", "131")
    desk.type("216")
    desk.press(ENTER)
    desk.go("TT-01")
    return desk


def explained(desk: Desk) -> Explanation | None:
    return explanation(desk.session.db, "TT-01", "CD", H1)


def test_panel_says_what_the_cell_means_and_what_was_there_before(missed: Desk) -> None:
    panel = missed.page.panel
    assert "TT-01" in panel.title.text()
    assert "tổng số hồ sơ" in panel.definition.text()
    assert "Cổng DVC tỉnh" in panel.definition.text()
    assert panel.earlier.texts()[-1] == ("Q.I 2023", "55,68%")
    assert any("131" in text and "216" in text for text in panel.checks.texts())
    assert any("33,67%" in text for text in panel.checks.texts())


def test_of_a_merged_unit_the_panel_says_who_reported_before(session: Session, desk_of: Callable[..., Desk]) -> None:
    assert desk_of("DP").page.panel.earlier.origin.isHidden()
    for code, name in (("X1", "Xã Một"), ("X2", "Xã Hai")):
        old = Unit(code, name, first_superior="H", valid_to=date(2023, 3, 14), succeeded_by=("DP",))
        session.write(partial(save_unit, session.db, old, session.author))
    begun = replace(session.tree["DP"], valid_from=date(2023, 3, 15))
    session.write(partial(save_unit, session.db, begun, session.author, "DP"))
    desk = desk_of("DP")
    desk.go("TT-01")
    origin = desk.page.panel.earlier.origin
    assert origin.text() == "Before 15/3/2023 reported by xã Một, xã Hai."
    assert not origin.isHidden()


def test_last_years_value_stands_first_where_it_may_be_given_for_a_year(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of("H")
    desk.session.record([Actual("CS-02", "H", Period(2022), value=Decimal(11), out_of=18)])
    desk.go("CS-02", "value")
    head, value = desk.page.panel.earlier.texts()[0]
    assert "2022" in head
    assert value == "11/18"


def test_history_tells_who_typed_what_newest_first(missed: Desk) -> None:
    enter(missed, "TT-01", "132")
    missed.go("TT-01")
    lines = missed.page.panel.history.text().splitlines()
    assert len(lines) == 3
    assert "131/216 → 132/216" in lines[0]
    assert missed.session.author.who in lines[0]


def test_history_of_a_sample_figure_says_so(desk: Desk) -> None:
    desk.go("TT-01", column=Column.Q1)
    assert "Mẫu" in desk.page.panel.history.text()
    assert len(desk.page.panel.checks.texts()) == 2


def test_each_field_of_the_explanation_is_kept_when_it_is_left(missed: Desk) -> None:
    form = missed.page.panel.explanation
    missed.press(Qt.Key.Key_F6)
    assert missed.page.focusWidget() is form.cause.editor
    QTest.keyClicks(form.cause.editor, "nop truc tiep")
    QTest.keyClick(form.cause.editor, Qt.Key.Key_Tab)
    assert explained(missed) == Explanation("TT-01", "CD", H1, cause="nop truc tiep")
    form.remedy.set_text("tổ công nghệ số hỗ trợ tại nhà")
    form.responsible.set_text("Công chức Tư pháp – Hộ tịch")
    form.due.set_text("30/7/2023")
    assert missed.page.may_leave()
    assert explained(missed) == Explanation(
        "TT-01", "CD", H1, "nop truc tiep", "tổ công nghệ số hỗ trợ tại nhà", "Công chức Tư pháp – Hộ tịch",
        date(2023, 7, 30),
    )  # fmt: skip


def test_an_indicator_is_explained_once_all_four_parts_are_given_and_what_lacks_is_said(missed: Desk) -> None:
    panel, form = missed.page.panel, missed.page.form
    assert form is not None
    assert form.counts()[Filter.TO_EXPLAIN] == 1
    assert panel.wanted.isVisible()
    explaining = panel.explanation
    explaining.cause.set_text("ít người có tài khoản định danh")
    assert missed.page.may_leave()
    assert form.counts()[Filter.TO_EXPLAIN] == 1
    assert explaining.lacking.isVisible()
    assert "remedy, responsible position, deadline" in explaining.lacking.text()
    explaining.remedy.set_text("tổ công nghệ số hỗ trợ tại nhà")
    explaining.responsible.set_text("Công chức Tư pháp – Hộ tịch")
    explaining.due.set_text("30/7/2023")
    assert missed.page.may_leave()
    assert form.counts()[Filter.TO_EXPLAIN] == 0
    assert not explaining.lacking.isVisible()
    assert panel.wanted.text() == "complete"
    missed.session.undo.undo()
    assert missed.page.form is not None
    assert missed.page.form.counts()[Filter.TO_EXPLAIN] == 1
    assert panel.explanation.due.text() == ""


def test_after_undo_older_words_are_as_old_as_they_were_and_answer_no_later_question(missed: Desk) -> None:
    session, said = missed.session, Explanation("TT-01", "CD", H1, cause="ít người biết")
    then = {("TT-01", "CD", H1): datetime(2023, 6, 18, tzinfo=UTC)}
    session.write(partial(save_explanations, session.db, [said], session.author, then))
    asked = ExplanationRequest("TT-01", "CD", H1, asked_on=date(2023, 6, 19))
    session.write(partial(ask, session.db, [asked], session.author))
    assert session.explain(replace(said, remedy="tuyên truyền")) is not None
    assert request(session.db, "TT-01", "CD", H1).is_answered  # type: ignore[union-attr]
    session.undo.undo()
    assert explained(missed) == said
    assert not request(session.db, "TT-01", "CD", H1).is_answered  # type: ignore[union-attr]
    session.undo.redo()
    assert request(session.db, "TT-01", "CD", H1).is_answered  # type: ignore[union-attr]


def test_a_day_that_is_none_is_refused_beside_its_field(missed: Desk) -> None:
    due = missed.page.panel.explanation.due
    due.set_text("31/2/2023")
    assert not missed.page.may_leave()
    assert "31/2/2023" in due.message.text()
    assert explained(missed) is None


def test_what_is_written_for_one_cell_is_not_kept_for_the_next(missed: Desk) -> None:
    missed.page.panel.explanation.cause.set_text("nguyên nhân của TT-01")
    missed.go("TT-02")
    kept = explained(missed)
    assert kept is not None
    assert kept.cause == "nguyên nhân của TT-01"
    assert explanation(missed.session.db, "TT-02", "CD", H1) is None
    assert missed.page.panel.explanation.cause.text() == ""


def test_a_note_belongs_to_its_cell(missed: Desk) -> None:
    missed.press(Qt.Key.Key_F2, modifiers=SHIFT)
    note = missed.page.panel.note
    assert missed.page.focusWidget() is note.editor
    QTest.keyClicks(note.editor, "so 12/BC")
    QTest.keyClick(note.editor, Qt.Key.Key_Return)
    stored = missed.stored("TT-01")
    assert stored is not None
    assert (stored.note, stored.numerator) == ("so 12/BC", Decimal(131))
    model = missed.page.model
    assert model.cell(model.index(missed.row("TT-01"), Column.Q2)).has_note
    missed.go("TT-01", column=Column.Q1)
    assert note.text() == ""
    assert missed.stored("TT-01", Q1).note == ""  # type: ignore[union-attr]


def test_panel_is_a_drawer_in_a_narrow_window(desk: Desk) -> None:
    desk.page.resize(1100, 600)
    assert not desk.page.panel.isVisible()
    desk.press(Qt.Key.Key_F4)
    assert desk.page.panel.isVisible()
    assert desk.page.panel.geometry().right() <= desk.page.width()
    desk.press(Qt.Key.Key_F4)
    assert not desk.page.panel.isVisible()


def test_an_explanation_that_cannot_be_saved_stays_in_its_field(missed: Desk) -> None:
    cause = missed.page.panel.explanation.cause
    missed.session.db.execute("PRAGMA query_only = ON")
    cause.set_text("mạng yếu")
    cause.commit()
    assert cause.message.text()
    assert explained(missed) is None
    missed.session.db.execute("PRAGMA query_only = OFF")
    assert missed.page.may_leave()
    kept = explained(missed)
    assert kept is not None
    assert kept.cause == "mạng yếu"


LONG = "https://dichvucong.gov.vn/" + "x" * 300


@pytest.mark.parametrize("code", ["TT-01", "TT-02", "TT-03"])
def test_nothing_in_the_panel_is_wider_than_it(missed: Desk, code: str) -> None:
    page = missed.page
    missed.go(code, "value" if code == "TT-03" else "numerator")
    page.panel_actions.evidence.attach_link(LONG)
    page.panel.note.set_text("m" * 300)
    page.panel.explanation.cause.set_text("m" * 300)
    assert page.may_leave()
    page.panel.earlier.more.click()
    scroll = page.panel.findChild(QScrollArea)
    body = scroll.widget() if scroll is not None else None
    assert scroll is not None
    assert body is not None
    assert body.minimumSizeHint().width() <= scroll.viewport().width()
    assert body.width() == scroll.viewport().width()


def test_a_longer_text_grows_its_field_up_to_some_lines(missed: Desk) -> None:
    area = missed.page.panel.explanation.cause.editor
    low = area.height()
    missed.page.panel.explanation.cause.set_text("người dân quen nộp trực tiếp " * 4)
    high = area.height()
    missed.page.panel.explanation.cause.set_text("người dân quen nộp trực tiếp " * 40)
    assert low < high < area.height() < 4 * high
    missed.page.panel.explanation.cause.set_text("mạng yếu")
    assert area.height() == low


def test_a_sent_form_is_read_only_in_the_panel_and_says_what_to_do(missed: Desk) -> None:
    session, panel = missed.session, missed.page.panel
    session.write(lambda: submit(session.db, session.plan, "CD", Q2, date(2023, 6, 16), session.author))
    assert "mở lại phiếu" in panel.lock.text()
    fields = panel.explanation.cause, panel.explanation.remedy, panel.explanation.responsible, panel.note
    for field in fields:
        field.editor.setFocus()
        QTest.keyClicks(field.editor, "sua lai")
        assert field.text() == ""
    session.write(lambda: reopen(session.db, "CD", Q2, date(2023, 6, 16), "sai số", session.author))
    assert not panel.lock.isVisible()
    QTest.keyClicks(panel.note.editor, "ghi chu")
    assert panel.note.text() == "ghi chu"


def test_an_explanation_that_another_window_changed_meanwhile_is_not_written_over(missed: Desk) -> None:
    cause = missed.page.panel.explanation.cause
    with closing(open_database(missed.session.path)) as other:  # type: ignore[arg-type]
        save_explanation(other, Explanation("TT-01", "CD", H1, "mất điện"), missed.session.author)
    cause.set_text("mạng yếu")
    cause.commit()
    assert cause.message.text()
    kept = explained(missed)
    assert kept is not None
    assert kept.cause == "mất điện"


def test_what_a_leader_asks_stands_beside_the_explanation_until_it_is_answered(missed: Desk) -> None:
    # GIVEN a figure that meets its target, so that nobody would have to explain it
    session, panel = missed.session, missed.page.panel
    enter(missed, "TT-01", "216")
    asked = ExplanationRequest("TT-01", "CD", H1, "Vì sao tăng", date(2023, 6, 19), date(2023, 6, 30))
    # WHEN a leader asks
    session.write(lambda: ask(session.db, [asked], session.author))
    missed.go("TT-01")
    # THEN it is told in the panel, in the count of what is to be explained, and in the check of the form
    assert panel.explanation.asked.isVisibleTo(panel)
    assert panel.explanation.asked.text() == "Asked for on 19/6/2023, by 30/6/2023: Vì sao tăng"
    assert missed.page.form is not None
    assert missed.page.form.counts()[Filter.TO_EXPLAIN] == 1
    told = [each.text for each in issues_of(missed.page.form) if each.rank is Rank.UNEXPLAINED]
    assert told == ["TT-01: the leader asks for an explanation: Vì sao tăng"]
    # WHEN the unit says why
    panel.explanation.edited.emit(Explanation("TT-01", "CD", H1, cause="Thêm dịch vụ"))
    # THEN nothing is asked any more
    assert not panel.explanation.asked.isVisibleTo(panel)
    assert missed.page.form.counts()[Filter.TO_EXPLAIN] == 0
