"""What stands around a report: chosen from what is customary, kept for the office and the kind, taken back by undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.dispatch import NOBODY, Dispatch, Signing
from models.store.dispatches import dispatch
from models.store.report_templates import template_of
from reports.word.example_template import example_template
from tests.gui.previews import laid_out
from tests.gui.reports.conftest import settle
from ui.pages.reports.checked_lines import CheckedLines
from ui.pages.reports.dispatch_card import OTHER, addressee_lines, signing_of, signing_words
from ui.pages.reports.page import ReportsPage
from ui.session import Session
from ui.widgets.fields import ChoiceField, TypedField
from ui.widgets.suggesting import SuggestingField

DEPUTY = Signing(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH")


@pytest.fixture
def page(page: ReportsPage) -> ReportsPage:
    """The page with the card open."""
    page.side.form_button.click()
    return page


def said(session: Session, kind: str = "progress") -> Dispatch:
    found = dispatch(session.db, session.plan.unit, kind)
    assert found is not None
    return found


def signing(page: ReportsPage) -> ChoiceField:
    field = page.side.form.fields["signing"]
    assert isinstance(field, ChoiceField)
    return field


def lines(page: ReportsPage, key: str) -> CheckedLines:
    field = page.right.dispatch.form.fields[key]
    assert isinstance(field, CheckedLines)
    return field


def text(page: ReportsPage) -> str:
    return page.preview.view.toPlainText()


def test_the_signer_is_chosen_in_the_left_column(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    # WHEN the deputy is chosen
    signing(page).choose(DEPUTY)
    settle(page, qtbot)
    # THEN it is kept, the preview and the card say so, and undo takes it back
    assert (said(session).authority, said(session).signer_position) == ("\n".join(DEPUTY.authority), DEPUTY.position)
    assert "KT. CHỦ TỊCH" in text(page)
    assert page.right.dispatch._choice().value() == DEPUTY
    session.undo.undo()
    settle(page, qtbot)
    assert "KT. CHỦ TỊCH" not in text(page)
    assert signing(page).value() != DEPUTY


def test_each_kind_has_its_own(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    signing(page).choose(DEPUTY)
    kind = page.side.form.fields["kind"]
    assert isinstance(kind, ChoiceField)
    kind.choose("periodic")
    settle(page, qtbot)
    assert signing(page).value() != DEPUTY
    assert said(session, "periodic").signer_position == "CHỦ TỊCH"


def test_another_way_of_signing_is_typed(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    card = page.right.dispatch
    assert card.form.fields["authority"].isHidden()
    signing(page).choose(OTHER)
    assert card.form.fields["authority"].isVisible()
    for key, words in (("authority", "TUQ. CHỦ TỊCH"), ("position", "CHÁNH THANH TRA HUYỆN")):
        field = card.form.fields[key]
        assert isinstance(field, TypedField)
        field.set_text(words)
        field.commit()
    settle(page, qtbot)
    assert "CHÁNH THANH TRA HUYỆN" in text(page)
    assert signing(page).value() == Signing(("TUQ. CHỦ TỊCH",), "CHÁNH THANH TRA HUYỆN")
    assert card.form.fields["authority"].isVisible()


def test_recipients_are_ticked_and_own_ones_added(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    field = lines(page, "recipients")
    before = field.value()
    field.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    field.own.setText("Thành viên Ban Chỉ đạo")
    QTest.keyClick(field.own, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert said(session).recipients == (before[0], *before[2:], "Thành viên Ban Chỉ đạo")
    assert "- Thành viên Ban Chỉ đạo;" in text(page)
    assert before[1] not in field.value()
    assert before[1] in [field.list.item(row).text() for row in range(field.list.count())]


def test_the_last_recipient_is_not_taken_away(page: ReportsPage, session: Session) -> None:
    field, kept = lines(page, "recipients"), said(session).recipients
    for row in range(field.list.count()):
        field.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert field.message.isVisible()
    assert len(said(session).recipients) == 1
    assert said(session).recipients[0] in kept


def test_nobody_is_addressed_where_nothing_is_ticked(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    field = lines(page, "addressee")
    for row in range(field.list.count()):
        field.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    settle(page, qtbot)
    assert said(session).addressee == NOBODY
    assert "Kính gửi" not in text(page)


def test_a_symbol_is_suggested_and_may_be_typed(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    field = page.right.dispatch.form.fields["symbol"]
    assert isinstance(field, SuggestingField)
    assert field._line.completer() is None  # input methods need the keys themselves
    field.set_text("BC-NV")
    field.commit()
    settle(page, qtbot)
    assert said(session).symbol == "BC-NV"
    assert "/BC-NV" in text(page)


def test_what_was_said_is_given_up_for_what_is_customary(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    signing(page).choose(DEPUTY)
    page.right.dispatch.reset_button.click()
    settle(page, qtbot)
    assert said(session) == Dispatch("NAMGIANG", "progress")
    assert not page.right.dispatch.reset_button.isEnabled()
    assert "/BC-UBND" in text(page)


def test_who_signs_reads_in_a_line() -> None:
    assert signing_words(DEPUTY) == "KT. CHỦ TỊCH – PHÓ CHỦ TỊCH"
    assert signing_words(Signing((), "TRƯỞNG PHÒNG")) == "TRƯỞNG PHÒNG"
    assert signing_of(Dispatch("X", "progress", authority="TM. A;  KT. B", signer_position="C")).authority == (
        "TM. A",
        "KT. B",
    )


def test_addressees_are_lines() -> None:
    assert addressee_lines("Sở Nội vụ;\n- UBND tỉnh.") == ("Sở Nội vụ", "UBND tỉnh")
    assert addressee_lines(NOBODY) == ()


def test_an_office_gives_its_own_template_and_gives_it_up(
    page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a template of the office
    path = tmp_path / "mẫu cơ quan.docx"
    path.write_bytes(example_template())
    monkeypatch.setattr(page.templating, "choose_file", lambda: path)
    card = page.right.dispatch
    assert "Decree 30" in card.template.text()
    assert card.built_in_button.isHidden()
    # WHEN it is chosen
    card.template_button.click()
    # THEN it is kept for this kind, and undo takes it back
    kept = template_of(session.db, "NAMGIANG", "progress")
    assert kept is not None
    assert (kept.kind, kept.content) == ("progress", path.read_bytes())
    assert "mẫu cơ quan.docx" in card.template.text()
    # AND the preview and the pages to print say that they are not of it
    assert page.preview.note.text().endswith("your template mẫu cơ quan.docx is for Word")
    page.head.print_button.click()
    preview = laid_out(page, qtbot)
    assert preview.note.text() == "Built-in form; your template mẫu cơ quan.docx is for Word"
    preview.close()
    session.undo.undo()
    settle(page, qtbot)
    assert template_of(session.db, "NAMGIANG", "progress") is None
    assert "Decree 30" in card.template.text()
    assert "template" not in page.preview.note.text()
    # AND given up again by hand
    session.undo.redo()
    settle(page, qtbot)
    card.built_in_button.click()
    assert template_of(session.db, "NAMGIANG", "progress") is None


def test_a_template_that_does_not_serve_is_refused(
    page: ReportsPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "hỏng.docx"
    path.write_bytes(b"no Word file")
    monkeypatch.setattr(page.templating, "choose_file", lambda: path)
    with qtbot.waitSignal(session.said) as told:
        page.right.dispatch.template_button.click()
    assert "hỏng.docx" in told.args[0].text
    assert template_of(session.db, "NAMGIANG", "progress") is None


def test_f6_goes_to_the_right_column_and_back(page: ReportsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.preview.view.setFocus()
    qtbot.waitUntil(page.preview.view.hasFocus)
    QTest.keyClick(page.preview.view, Qt.Key.Key_F6)
    assert page.right.isAncestorOf(page.focusWidget())
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_F6)
    assert page.preview.view.hasFocus()
