"""The panel Soạn từ văn bản: what is accepted enters the plan and nothing else, and all of it can be taken back."""

import threading
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from models.drafting.draft import draft_targets
from models.drafting.drafts import Draft, DraftState
from models.drafting.proposal import Proposal
from models.measure import Kind
from models.plan import Indicator, Plan
from models.store.indicators import indicator, indicators, save_indicators
from models.store.plan_corrections import corrections
from models.store.plan_texts import plan_text, refused_spots, target_sources
from models.store.plans import grades, save_plan
from models.textcheck.tables import Table
from tests.gui.plans.drafting.conftest import NEW, wait_until_read
from tests.unit.models.drafting.nam_giang import TEXT
from ui.pages.plans.drafting.draft_dialog import DraftDialog
from ui.pages.plans.drafting.draft_table import CLARITY, DECISION, PLACE, TARGET, DraftTable
from ui.pages.plans.indicator_table import CONFIRMED, KIND, NAME
from ui.pages.plans.page import PlansPage
from ui.pages.plans.versions.correcting import CorrectionDialog
from ui.session import Session
from ui.widgets.fields import TypedField

Paste = Callable[[PlansPage, str], DraftTable]


def codes(session: Session) -> list[str]:
    return [each.code for each in indicators(session.db, NEW)]


def states(table: DraftTable) -> list[DraftState]:
    return [each.state for each in table.drafts.rows]


def go_to(table: DraftTable, row: int) -> Draft:
    table.setCurrentIndex(table.drafts.index(row, 0))
    return table.drafts.rows[row]


def press(table: DraftTable, row: int, word: str) -> None:
    """Press a button of a row with the mouse."""
    index = table.drafts.index(row, DECISION)
    table.scrollTo(index)
    rects = table.delegate.buttons(table.visualRect(index), index)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rects[word].center())


def test_a_plan_without_a_text_shows_no_panel_until_it_is_asked_for(empty_page: PlansPage) -> None:
    folding, panel = empty_page.drafting.folding, empty_page.drafting.panel
    assert panel.isHidden()
    folding.button.click()
    assert panel.isVisible()
    assert panel.stack.currentIndex() == 0
    panel.fold_button.click()
    assert panel.isHidden()
    assert not folding.button.isChecked()


def test_a_pasted_text_is_read_and_nothing_enters_the_plan(session: Session, table: DraftTable) -> None:
    assert states(table) == [DraftState.WAITING] * 12
    assert codes(session) == []
    kept = plan_text(session.db, NEW)
    assert kept is not None
    assert (kept.name, "từ 65% trở lên" in kept.text) == ("", True)
    QAbstractItemModelTester(table.drafts, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_rows_say_place_target_and_clarity(table: DraftTable) -> None:
    texts = [[str(table.drafts.index(row, column).data()) for column in (PLACE, TARGET, CLARITY)] for row in (0, 9, 11)]
    assert texts[0] == ["1", "≥ 65%", "rõ"]
    assert texts[1][:2] == ["10", "better than 2022"]
    assert texts[2][2].startswith("sẽ thêm thang xếp loại")


def test_below_stands_whole_what_the_row_has_no_room_for(empty_page: PlansPage, table: DraftTable) -> None:
    draft = go_to(table, 9)
    shown = empty_page.drafting.panel.detail.text()
    assert draft.doubts
    assert shown == f"{draft.indicator.name}: better than 2022\n{'; '.join(draft.doubts)}"


def test_enter_accepts_and_goes_to_the_next_that_waits(
    session: Session, empty_page: PlansPage, table: DraftTable
) -> None:
    go_to(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert codes(session) == ["TTHC-01"]
    assert table.currentIndex().row() == 1
    assert states(table)[:2] == [DraftState.ACCEPTED, DraftState.WAITING]
    (source,) = target_sources(session.db, NEW)
    assert source.place == 1
    empty_page.indicators_tab.select("TTHC-01")
    assert "từ 65% trở lên" in empty_page.indicators_tab.foot.text()


def confirmed(page: PlansPage) -> dict[str, str]:
    model = page.indicators_tab.model
    rows = [(row, shown) for row in range(model.rowCount()) if (shown := model.shown(row))]
    return {shown.code: model.index(row, CONFIRMED).data() for row, shown in rows}


def test_what_waits_stands_where_it_would_enter_the_plan_and_is_not_of_it(
    session: Session, empty_page: PlansPage, table: DraftTable
) -> None:
    tab = empty_page.indicators_tab
    assert list(confirmed(empty_page).values()) == ["waiting"] * 12
    assert list(confirmed(empty_page))[2:5] == ["TTHC-03", "TTHC-03.1", "TTHC-04"]
    shown = tab.model.shown(tab.view.currentIndex().row())
    assert shown is not None
    assert shown.code == "TTHC-01"
    assert tab.current() is None
    assert not tab.remove_button.isEnabled()
    first = tab.model.index(tab.model.row_of("TTHC-01"), NAME)
    assert not first.flags() & Qt.ItemFlag.ItemIsEditable
    assert "place 1" in tab.foot.text()
    go_to(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert confirmed(empty_page)["TTHC-01"] == "accepted"
    assert confirmed(empty_page)["TTHC-02"] == "waiting"
    assert codes(session) == ["TTHC-01"]
    go_to(table, 1)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert list(confirmed(empty_page).values()) == ["accepted", *["waiting"] * 10]


def test_a_new_target_for_what_the_plan_has_waits_in_its_own_row(page: PlansPage, paste: Paste) -> None:
    before = list(confirmed(page))
    paste(page, "Năm 2023: số hóa hồ sơ, kết quả TTHC còn hiệu lực, có giá trị sử dụng lại đạt tối thiểu 70%.")
    assert list(confirmed(page)) == before
    assert [code for code, word in confirmed(page).items() if word == "waiting"] == ["TTHC-02"]
    page.indicators_tab.select("TTHC-02")
    assert page.indicators_tab.current() is not None


def test_folded_away_the_table_is_of_the_plan_alone(empty_page: PlansPage, table: DraftTable) -> None:
    assert not empty_page.indicators_tab.view.isColumnHidden(CONFIRMED)
    assert empty_page.indicators_tab.view.isColumnHidden(KIND)  # the names need its room
    empty_page.drafting.panel.fold_button.click()
    assert confirmed(empty_page) == {}
    assert empty_page.indicators_tab.view.isColumnHidden(CONFIRMED)
    assert not empty_page.indicators_tab.view.isColumnHidden(KIND)


def test_the_cursor_stays_while_an_indicator_leaves_the_plan_and_comes_back(
    session: Session, empty_page: PlansPage, table: DraftTable
) -> None:
    go_to(table, 6)
    QTest.keyClick(table, Qt.Key.Key_Return)
    empty_page.indicators_tab.select("CQS-02")
    for step in (session.undo.undo, session.undo.redo):
        step()
        empty_page.refresh(None)
        shown = empty_page.indicators_tab.model.shown(empty_page.indicators_tab.view.currentIndex().row())
        assert shown is not None
        assert shown.code == "CQS-02"


def test_going_through_the_plans_table_goes_through_the_text(
    empty_page: PlansPage, table: DraftTable, qtbot: QtBot
) -> None:
    tab = empty_page.indicators_tab
    tab.view.setFocus()
    qtbot.waitUntil(tab.view.hasFocus)
    tab.select("CQS-02")
    draft = table.current()
    assert draft is not None
    assert draft.indicator.code == "CQS-02"
    assert empty_page.drafting.panel.source.place == draft.place


def test_what_was_accepted_is_taken_back_in_one_step_and_redone(session: Session, table: DraftTable) -> None:
    go_to(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    session.undo.undo()
    assert (codes(session), target_sources(session.db)) == ([], [])
    session.undo.redo()
    assert (codes(session), [each.indicator for each in target_sources(session.db)]) == (["TTHC-01"], ["TTHC-01"])


def test_all_clear_ones_enter_at_once_and_leave_at_once(
    session: Session, empty_page: PlansPage, table: DraftTable
) -> None:
    panel = empty_page.drafting.panel
    clear = [each.indicator.code for each in table.drafts.rows if each.is_clear]
    panel.clear_button.click()
    assert sorted(codes(session)) == sorted(clear)
    assert indicator(session.db, NEW, "TTHC-03.1").parent == "TTHC-03"
    assert not panel.clear_button.isEnabled()
    assert panel.counts.text() == f"{len(clear)} accepted   {12 - len(clear)} waiting"
    session.undo.undo()
    assert codes(session) == []


def test_every_draft_of_nam_giang_can_be_accepted_by_keys_alone(session: Session, table: DraftTable) -> None:
    go_to(table, 0)
    for _ in range(12):
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert states(table) == [DraftState.ACCEPTED] * 12
    assert len(codes(session)) == 12
    assert [each.name for each in grades(session.db, NEW)][:3] == ["Xuất sắc", "Tốt", "Khá"]
    for _ in range(12):
        session.undo.undo()
    assert (codes(session), grades(session.db, NEW)) == ([], [])


def test_delete_refuses_and_takes_that_back(session: Session, empty_page: PlansPage, table: DraftTable) -> None:
    draft = go_to(table, 1)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert states(table)[1] is DraftState.REFUSED
    assert refused_spots(session.db, NEW) == [draft.spot]
    assert table.currentIndex().row() == 2
    go_to(table, 1)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert states(table)[1] is DraftState.WAITING
    session.undo.undo()
    empty_page.refresh(None)
    assert states(table)[1] is DraftState.REFUSED


def test_buttons_of_a_row_decide_too(session: Session, table: DraftTable) -> None:
    press(table, 0, "accept")
    assert codes(session) == ["TTHC-01"]
    press(table, 1, "refuse")
    assert states(table)[1] is DraftState.REFUSED
    press(table, 1, "restore")
    assert states(table)[1] is DraftState.WAITING


def test_a_mark_chooses_its_proposal_and_back(empty_page: PlansPage, table: DraftTable) -> None:
    source = empty_page.drafting.panel.source
    source.anchorClicked.emit(QUrl("4"))
    assert table.currentIndex().row() == 3
    go_to(table, 10)
    assert source.place == 10


def test_editing_is_by_e_and_enters_the_plan_as_edited(
    session: Session, empty_page: PlansPage, table: DraftTable
) -> None:
    go_to(table, 4)
    QTest.keyClick(table, Qt.Key.Key_E)
    dialog = empty_page.findChild(DraftDialog)
    assert dialog is not None
    for key, text in (("code", "YTGD-01"), ("area", "Y tế"), ("value", "88")):
        field = dialog.card.form.fields[key]
        assert isinstance(field, TypedField)
        field.set_text(text)
        field.commit()
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    made = indicator(session.db, NEW, "YTGD-01")
    assert (made.area, str(made.target and made.target.value)) == ("Y tế", "88")
    assert states(table)[4] is DraftState.ACCEPTED


def test_a_code_that_is_taken_is_refused_beside_its_field(empty_page: PlansPage, table: DraftTable) -> None:
    go_to(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_E)
    dialog = empty_page.findChild(DraftDialog)
    assert dialog is not None
    field = dialog.card.form.fields["code"]
    assert isinstance(field, TypedField)
    field.set_text("TTHC-01")
    field.commit()
    assert "code" in field.message.text()
    assert dialog.indicator.code == "TTHC-02"
    dialog.reject()


def test_a_draft_can_be_made_the_target_of_another_indicator_and_a_new_one_again(
    session: Session, empty_page: PlansPage, table: DraftTable
) -> None:
    own = Indicator(NEW, "HL-9", "Hài lòng", "Người dân hài lòng chung", Kind.RATIO)
    empty_page.refresh(save_indicators(session.db, [own], session.author))
    go_to(table, 4)
    QTest.keyClick(table, Qt.Key.Key_E)
    dialog = empty_page.findChild(DraftDialog)
    assert dialog is not None
    dialog.choice.choose("HL-9")
    assert (dialog.indicator.code, dialog.card.form.fields["code"].isEnabled()) == ("HL-9", False)
    dialog.choice.choose(None)
    assert dialog.indicator.code == "TTHC-04"
    dialog.choice.choose("HL-9")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    made = indicator(session.db, NEW, "HL-9")
    assert (made.name, str(made.target and made.target.value)) == (own.name, "85")
    session.undo.undo()
    assert indicator(session.db, NEW, "HL-9").target is None


def test_a_known_indicator_gets_its_target_and_can_be_made_new_in_the_dialog(page: PlansPage, paste: Paste) -> None:
    table, db = paste(page, TEXT.replace("65%", "70%")), page.session.db
    draft = go_to(table, 0)
    assert draft.known is not None
    assert draft.doubts == ("thay mức đang có của TTHC-01",)
    QTest.keyClick(table, Qt.Key.Key_E)
    dialog = page.findChild(DraftDialog)
    assert dialog is not None
    dialog.choice.choose(None)
    assert dialog.indicator.code not in {each.code for each in indicators(db, "KH-2023")}
    dialog.reject()
    QTest.keyClick(table, Qt.Key.Key_Return)
    made = indicator(db, "KH-2023", "TTHC-01")
    assert (made.numerator != "", str(made.target and made.target.value)) == (True, "70")


def test_a_grade_that_is_not_the_plans_is_refused_in_words(
    session: Session, empty_page: PlansPage, paste: Paste
) -> None:
    table = paste(empty_page, "Phấn đấu PAR INDEX thuộc nhóm A.")
    go_to(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert "“A”" in empty_page.drafting.panel.message.text()
    assert codes(session) == []


def test_numbers_that_gave_nothing_are_counted_and_gone_through(empty_page: PlansPage, paste: Paste) -> None:
    paste(empty_page, "Huyện có 12 xã và 45 thôn. Phấn đấu 90% hồ sơ đúng hạn.")
    panel = empty_page.drafting.panel
    assert panel.left_button.text() == "2 numbers left over"
    for number in ("12", "45", "12"):
        panel.left_button.click()
        assert panel.source.textCursor().selectedText().startswith(number)


def test_the_text_and_what_was_decided_are_there_again_tomorrow(
    session: Session, table: DraftTable, qtbot: QtBot
) -> None:
    go_to(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    later = PlansPage(session)
    qtbot.addWidget(later)
    later.show()
    later.refresh(None)
    wait_until_read(later, qtbot)
    assert later.drafting.panel.isVisible()
    assert states(later.drafting.panel.table)[:3] == [DraftState.ACCEPTED, DraftState.REFUSED, DraftState.WAITING]


def test_another_text_takes_the_place_and_is_taken_back(
    session: Session, empty_page: PlansPage, table: DraftTable, paste: Paste, qtbot: QtBot
) -> None:
    go_to(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert paste(empty_page, "Phấn đấu 80% văn bản được ký số.").drafts.rowCount() == 1
    assert [each.spot for each in target_sources(session.db)] == [None]
    session.undo.undo()
    empty_page.refresh(None)
    wait_until_read(empty_page, qtbot)
    assert states(table)[:3] == [DraftState.ACCEPTED, DraftState.REFUSED, DraftState.WAITING]


def test_the_same_text_again_keeps_what_was_decided(empty_page: PlansPage, table: DraftTable, paste: Paste) -> None:
    go_to(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    paste(empty_page, TEXT)
    assert states(table)[0] is DraftState.ACCEPTED
    assert "being worked on" in empty_page.drafting.panel.message.text()


def test_an_empty_clipboard_is_said(empty_page: PlansPage, paste: Paste) -> None:
    QGuiApplication.clipboard().clear()
    empty_page.drafting.paste()
    assert "clipboard" in empty_page.drafting.panel.message.text()
    assert not empty_page.drafting.is_reading


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Chỉ tiêu năm 2023")
    rows = (("Chỉ tiêu", "Đơn vị tính", "Chỉ tiêu năm 2023"), ("Hồ sơ trực tuyến", "%", "70"), ("Sáng kiến", "", "5"))
    made = document.add_table(rows=3, cols=3)
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    path = tmp_path / "ke-hoach.docx"
    document.save(str(path))
    return path


def test_a_word_file_is_read_in_the_worker_with_its_tables(
    session: Session, empty_page: PlansPage, word_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[bool] = []

    def watched(text: str, tables: Sequence[Table]) -> list[Proposal]:
        threads.append(threading.current_thread() is threading.main_thread())
        return draft_targets(text, tables)

    monkeypatch.setattr("ui.pages.plans.drafting.actions.draft_targets", watched)
    empty_page.drafting.ask_file = lambda: word_file
    empty_page.drafting.panel.file_button.click()
    wait_until_read(empty_page, qtbot)
    rows = empty_page.drafting.panel.table.drafts.rows
    assert threads == [False]
    assert [str(each.indicator.target and each.indicator.target.value) for each in rows] == ["70", "5"]
    kept = plan_text(session.db, NEW)
    assert kept is not None
    assert (kept.name, len(kept.tables)) == ("ke-hoach.docx", 1)


def test_a_file_dropped_on_the_page_is_read(empty_page: PlansPage, word_file: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(word_file))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers)
    assert empty_page.drafting.eventFilter(empty_page, drop)
    wait_until_read(empty_page, qtbot)
    assert empty_page.drafting.panel.isVisible()
    assert empty_page.drafting.panel.table.drafts.rowCount() == 2
    data.setUrls([QUrl.fromLocalFile("/tmp/so-lieu.xlsx")])
    other = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers)
    assert not empty_page.drafting.eventFilter(empty_page, other)


def test_a_file_that_cannot_be_read_leaves_everything_as_it_was(
    session: Session, empty_page: PlansPage, table: DraftTable, tmp_path: Path, qtbot: QtBot
) -> None:
    for name, content in (("hong.docx", b"PK\x03\x04 no"), ("trong.txt", b" \n ")):
        path = tmp_path / name
        path.write_bytes(content)
        with qtbot.waitSignal(session.said) as said:
            empty_page.drafting.open_file(path)
        assert name in said.args[0].text
        wait_until_read(empty_page, qtbot)
        assert len(table.drafts.rows) == 12


def test_an_issued_plan_says_so_and_what_is_accepted_is_a_correction(
    session: Session, empty_page: PlansPage, table: DraftTable
) -> None:
    note = empty_page.drafting.panel.note
    assert note.isHidden()
    issued = Plan(NEW, 2023, "Kế hoạch", "NG", number="12/KH-UBND", issued_on=date(2023, 1, 5))
    session.announce(save_plan(session.db, issued, session.author, NEW))
    empty_page.refresh(None)
    assert "12/KH-UBND" in note.text()
    go_to(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert codes(session) == []
    dialog = empty_page.findChild(CorrectionDialog)
    assert dialog is not None
    dialog.reason.setPlainText("sót chỉ tiêu")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert codes(session) == ["TTHC-01"]
    assert [each.reason for each in corrections(session.db, NEW)] == ["sót chỉ tiêu"]
    session.undo.undo()
    assert (codes(session), corrections(session.db, NEW)) == ([], [])


def test_a_replaced_plan_names_its_successor(session: Session, empty_page: PlansPage) -> None:
    newer = Plan("KH-2", 2023, "Kế hoạch", "NG", number="90/KH", issued_on=date(2023, 8, 1), replaces=NEW)
    session.announce(save_plan(session.db, newer, session.author))
    empty_page.refresh(None)
    assert "KH-2" in empty_page.drafting.panel.note.text()


def test_the_panel_stands_beside_its_own_tab_only(empty_page: PlansPage, table: DraftTable) -> None:
    panel = empty_page.drafting.panel
    assert panel.isVisible()
    empty_page.tabs.setCurrentWidget(empty_page.plan_tab)
    assert panel.isHidden()
    empty_page.tabs.setCurrentWidget(empty_page.indicators_tab)
    assert panel.isVisible()


def test_another_plan_shows_its_own_text_or_none(session: Session, empty_page: PlansPage, table: DraftTable) -> None:
    session.announce(save_plan(session.db, Plan("KH-2", 2024, "Kế hoạch", "NG"), session.author))
    session.set_plan("KH-2")
    empty_page.refresh(None)
    assert empty_page.drafting.panel.isHidden()
    assert table.drafts.rows == []


def test_an_indicator_taken_out_and_put_back_has_its_clause_again(
    session: Session, empty_page: PlansPage, table: DraftTable
) -> None:
    go_to(table, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    empty_page.indicators_tab.select("TTHC-01")
    empty_page.indicators_tab.remove_button.click()
    assert states(table)[0] is DraftState.WAITING
    session.undo.undo()
    empty_page.refresh(None)
    assert states(table)[0] is DraftState.ACCEPTED


def test_prose_pasted_into_the_plans_table_is_drafted_from_where_the_panel_is_open(
    empty_page: PlansPage, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("Mục tiêu:\nTỷ lệ hồ sơ trực tuyến đạt từ 65% trở lên.\n")
    tab = empty_page.indicators_tab
    tab.paste_button.click()
    assert "no rows of indicators" in tab.message.text()
    empty_page.drafting.folding.open()
    tab.paste_button.click()
    wait_until_read(empty_page, qtbot)
    assert empty_page.drafting.panel.table.drafts.rowCount() == 1
