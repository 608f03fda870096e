"""The parts of a report that people write: opened beside the preview, kept when left, taken back by undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from models.period import read_period
from models.report import ReportPart
from models.store.changes import Author
from models.store.report_parts import parts, save_part
from reports.kind import Part
from reports.kinds import KINDS
from tests.gui.reports.conftest import settle
from ui.pages.reports.page import ReportsPage
from ui.pages.reports.part_editor import read_paragraphs
from ui.session import Session

NEXT = Part("next", "Nhiệm vụ thời gian tới", "Nêu việc chính của kỳ tới.")
PROPOSALS = Part("proposals", "Kiến nghị, đề xuất")


@pytest.fixture(autouse=True)
def written_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """GIVEN a kind of report of which people write two parts."""
    monkeypatch.setitem(KINDS, "progress", replace(KINDS["progress"], parts=(NEXT, PROPOSALS)))


def item(page: ReportsPage, text: str) -> QTreeWidgetItem:
    (found,) = page.side.outline.findItems(text, Qt.MatchFlag.MatchContains)
    return found


def open_part(page: ReportsPage, text: str) -> None:
    page.side.outline.itemActivated.emit(item(page, text), 0)


def said(page: ReportsPage) -> list[str]:
    return [page.side.checks.item(row).text() for row in range(page.side.checks.count())]


def kept(session: Session) -> dict[str, str]:
    return parts(session.db, session.plan.code, "progress", read_period("2023-H1"))


def test_the_outline_says_what_is_not_written(page: ReportsPage) -> None:
    assert item(page, "Nhiệm vụ thời gian tới").text(1) == "not written"
    assert item(page, "Kiến nghị").text(1) == "not written"
    assert item(page, "Tình hình chung").text(1) == "made"
    assert said(page)[0] == "2 parts are not written yet"


def test_a_part_is_written_and_taken_back(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    # GIVEN a part opened from the outline
    open_part(page, "Kiến nghị")
    editor = page.right.part
    assert editor.isVisible()
    # WHEN something is typed and the field is left
    QTest.keyClicks(editor.field.editor, "Bo tri kinh phi.")
    assert kept(session) == {}
    assert page.may_leave()
    settle(page, qtbot)
    # THEN it is kept, the outline says so, and undo takes it back
    assert kept(session) == {"proposals": "Bo tri kinh phi."}
    assert item(page, "Kiến nghị").text(1) == "written"
    assert said(page)[0] == "Not written yet: Nhiệm vụ thời gian tới"
    session.undo.undo()
    settle(page, qtbot)
    assert kept(session) == {}
    assert editor.field.text() == ""


def test_what_was_said_the_time_before_is_at_hand(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    # GIVEN a part written in the report of the first quarter
    quarter = read_period("2023-Q1")
    before = ReportPart(session.plan.code, "progress", quarter, None, "proposals", "Bố trí kinh phí.\nMở lớp tập huấn.")
    save_part(session.db, before, Author("Ai đó"))
    # WHEN that of the six months is opened, and the old text is taken over
    open_part(page, "Kiến nghị")
    editor = page.right.part
    assert editor.text_before.text() == before.text
    assert "quarter I of 2023" in editor.period_before.text()
    editor.again_button.click()
    settle(page, qtbot)
    # THEN it stands in this report too
    assert kept(session) == {"proposals": before.text}


def test_taking_over_loses_nothing_that_was_written(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    plan = session.plan.code
    for period, text in (("2023-Q1", "Cũ."), ("2023-H1", "Mới.")):
        save_part(session.db, ReportPart(plan, "progress", read_period(period), None, "next", text), Author("Ai đó"))
    open_part(page, "Nhiệm vụ")
    page.right.part.again_button.click()
    settle(page, qtbot)
    assert kept(session) == {"next": "Mới.\nCũ."}


def test_a_part_without_an_earlier_text_offers_none(page: ReportsPage) -> None:
    open_part(page, "Kiến nghị")
    assert page.right.part.again_button.isHidden()


def test_a_finding_leads_to_the_first_part_not_written(page: ReportsPage) -> None:
    page.side.checks.itemActivated.emit(page.side.checks.item(0))
    assert page.right.part.isVisible()
    assert page.right.title.text() == "Nhiệm vụ thời gian tới"
    assert page.right.part.hint.text() == NEXT.hint


def test_another_period_shows_its_own_text(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    open_part(page, "Kiến nghị")
    page.right.part.field.set_text("Của sáu tháng.")
    assert page.may_leave()
    settle(page, qtbot)
    session.set_period(read_period("2023-9M"))
    settle(page, qtbot)
    assert page.right.part.field.text() == ""
    assert page.right.part.text_before.text() == "Của sáu tháng."


def test_esc_closes_the_part_and_keeps_it(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    open_part(page, "Kiến nghị")
    page.right.part.field.set_text("Giữ lại.")
    page.right.close_button.click()
    assert page.right.source.isVisible()
    assert kept(session) == {"proposals": "Giữ lại."}
    settle(page, qtbot)


def test_a_generated_heading_scrolls_the_preview(page: ReportsPage) -> None:
    open_part(page, "Phụ lục II.")
    assert page.preview.view.verticalScrollBar().value() > 0
    assert page.right.source.isVisible()


def test_paragraphs_are_kept_and_blank_lines_are_not() -> None:
    assert read_paragraphs("  một   hai \n\n ba\r\n") == "một hai\nba"
    assert read_paragraphs("ê") == "ê"
