"""Files, links and documents prove a value: attached by button, dialog or drop, opened safely, taken off, undone."""

import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.evidence import MOST_BYTES, EvidenceKind
from models.period import quarter
from models.store.evidence import every_evidence
from models.store.submissions import submit
from tests.gui.entry.conftest import Q1, Q2, Desk
from ui.messages import Message
from ui.pages.entry.form import Column
from ui.pages.entry.side.evidence_dialogs import DocumentDialog, LinkDialog
from ui.texts import size_text


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "Thống kê hồ sơ quý II.xlsx"
    path.write_bytes(b"so lieu quy II" * 100)
    return path


@pytest.fixture
def here(desk: Desk) -> Desk:
    desk.go("TT-01")
    return desk


@pytest.fixture
def said(here: Desk) -> list[Message]:
    found: list[Message] = []
    here.session.said.connect(found.append)
    return found


def texts(desk: Desk) -> list[str]:
    return desk.page.panel.evidence.texts()


def attach(desk: Desk, *paths: Path) -> None:
    actions = desk.page.panel_actions.evidence
    actions.ask_files = lambda: list(paths)
    desk.page.panel.add.menu().actions()[0].trigger()


def drop(widget: QWidget, place: QPoint, data: QMimeData) -> bool:
    """Drag something over a widget and let it fall where it is taken."""
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(place, copy, data, left, plain)
    QApplication.sendEvent(widget, over)
    if not over.isAccepted():
        return False
    fallen = QDropEvent(QPointF(place), copy, data, left, plain)
    QApplication.sendEvent(widget, fallen)
    return fallen.isAccepted()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_file_is_attached_shown_and_marked_at_its_cell(here: Desk, paper: Path) -> None:
    attach(here, paper)
    assert texts(here) == ["Thống kê hồ sơ quý II.xlsx · 1 kB"]
    assert here.page.panel._proving.heading.text() == "Evidence (1)"
    (kept,) = every_evidence(here.session.db)
    assert (kept.indicator, kept.unit, kept.period) == ("TT-01", "CD", Q2)
    model = here.page.model
    assert model.cell(model.index(here.row("TT-01"), Column.Q2)).has_note
    here.go("TT-02")
    assert texts(here) == []


def test_attaching_and_taking_off_can_be_undone_and_done_again(here: Desk, paper: Path) -> None:
    attach(here, paper)
    undo = here.session.undo
    undo.undo()
    assert (texts(here), every_evidence(here.session.db)) == ([], [])
    undo.redo()
    assert len(texts(here)) == 1
    here.page.panel.evidence.remove.click()
    assert texts(here) == []
    undo.undo()
    assert len(texts(here)) == 1
    undo.undo()
    assert texts(here) == []
    undo.redo()
    undo.redo()
    assert texts(here) == []


def test_of_several_files_all_or_none_are_attached(here: Desk, paper: Path, said: list[Message]) -> None:
    large = paper.with_name("lớn.pdf")
    large.write_bytes(b"1" * (MOST_BYTES + 1))
    attach(here, paper, large)
    assert texts(here) == []
    assert "10 MB" in said[-1].text
    assert here.session.undo.count() == 0


def test_a_link_is_asked_for_and_a_wrong_one_refused_beside_its_field(here: Desk, qtbot: QtBot) -> None:
    here.page.panel.add.menu().actions()[1].trigger()
    dialog = here.page.findChild(LinkDialog)
    assert dialog is not None
    dialog.attach.click()
    assert "Chưa có liên kết" in dialog.link.message.text()
    QTest.keyClicks(dialog.link.editor, "javascript:alert(1)")
    dialog.attach.click()
    assert "không dùng được" in dialog.link.message.text()
    dialog.link.set_text("https://dichvucong.gov.vn/thong-ke")  # type: ignore[attr-defined]
    dialog.attach.click()
    assert texts(here) == ["https://dichvucong.gov.vn/thong-ke"]


def test_a_document_needs_its_number_and_its_date(here: Desk) -> None:
    here.page.panel.add.menu().actions()[2].trigger()
    dialog = here.page.findChild(DocumentDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.number.editor, "123/BC-UBND")
    dialog.attach.click()
    assert dialog.day.message.text()
    assert texts(here) == []
    QTest.keyClicks(dialog.day.editor, "15/6/2023")
    QTest.keyClick(dialog.day.editor, Qt.Key.Key_Return)
    assert texts(here) == ["123/BC-UBND of 15/6/2023"]
    (kept,) = every_evidence(here.session.db)
    assert (kept.kind, kept.day) == (EvidenceKind.DOCUMENT, date(2023, 6, 15))


def test_a_file_dropped_on_a_cell_proves_that_cell(here: Desk, paper: Path) -> None:
    grid = here.page.grid
    target = here.page.model.index(here.row("TT-03", "value"), Column.Q2)
    grid.scrollTo(target)
    assert drop(grid.viewport(), grid.visualRect(target).center(), files(paper))
    assert here.here[0] == "TT-03"
    (kept,) = every_evidence(here.session.db)
    assert kept.indicator == "TT-03"


def test_a_file_or_address_dropped_on_the_panel_proves_the_current_cell(here: Desk, paper: Path) -> None:
    assert drop(here.page.panel, QPoint(20, 60), files(paper))
    address = QMimeData()
    address.setUrls([QUrl("https://dichvucong.gov.vn/thong-ke")])
    assert drop(here.page.panel, QPoint(20, 60), address)
    assert [each.text for each in every_evidence(here.session.db)] == [
        paper.name, "https://dichvucong.gov.vn/thong-ke",
    ]  # fmt: skip


def test_text_dropped_there_is_no_evidence(here: Desk) -> None:
    data = QMimeData()
    data.setText("chỉ là chữ")
    assert not drop(here.page.panel, QPoint(20, 60), data)
    assert texts(here) == []


def test_a_sent_form_takes_no_evidence_and_gives_none_away(here: Desk, paper: Path) -> None:
    attach(here, paper)
    session = here.session
    session.write(lambda: submit(session.db, session.plan, "CD", Q2, date(2023, 6, 16), session.author))
    panel = here.page.panel
    assert "mở lại phiếu" in panel.lock.text()
    assert not panel.add.isVisible()
    assert not panel.evidence.remove.isVisible()
    assert not drop(panel, QPoint(20, 60), files(paper.with_name("khác.pdf")))
    QTest.keyClick(panel.evidence.list, Qt.Key.Key_Delete)
    assert len(every_evidence(session.db)) == 1
    here.go("TT-01", column=Column.Q1)
    assert panel.add.isVisible()
    assert panel.lock.text() == ""


@pytest.fixture
def opened(here: Desk) -> list[QUrl]:
    """What would have been handed to the system."""
    found: list[QUrl] = []

    def take(url: QUrl) -> bool:
        found.append(url)
        return True

    here.page.panel_actions.evidence.opener.open_url = take
    return found


def test_enter_opens_a_private_copy_that_can_only_be_read_and_goes_with_the_file(
    here: Desk, paper: Path, opened: list[QUrl]
) -> None:
    attach(here, paper)
    here.page.panel.evidence.list.setFocus()
    QTest.keyClick(here.page.panel.evidence.list, Qt.Key.Key_Return)
    QTest.keyClick(here.page.panel.evidence.list, Qt.Key.Key_Return)
    copy = Path(opened[0].toLocalFile())
    assert opened == [QUrl.fromLocalFile(str(copy))] * 2
    assert copy.name == paper.name
    assert copy.read_bytes() == paper.read_bytes()
    assert stat.S_IMODE(copy.stat().st_mode) == stat.S_IRUSR
    assert stat.S_IMODE(copy.parent.parent.stat().st_mode) == stat.S_IRWXU
    here.session.file_changed.emit()
    assert not copy.exists()


@pytest.mark.parametrize("name", ["a.exe", "a.bat", "a.cmd", "a.js", "a.vbs", "a.lnk", "a.desktop", "không đuôi"])
def test_a_program_is_never_opened_but_can_be_saved(
    here: Desk, tmp_path: Path, opened: list[QUrl], said: list[Message], name: str
) -> None:
    program = tmp_path / name
    program.write_bytes(b"MZ\x90\x00 this program")
    attach(here, program)
    target = tmp_path / "nơi khác"
    here.page.panel_actions.evidence.ask_target = lambda _: target
    here.page.panel.evidence.open.click()
    assert opened == []
    assert name in said[-1].text
    said[-1].actions[0].run()
    assert target.read_bytes() == program.read_bytes()


def test_macros_are_warned_of_and_the_document_shown(
    here: Desk, tmp_path: Path, opened: list[QUrl], said: list[Message]
) -> None:
    book = tmp_path / "sổ.xlsm"
    book.write_bytes(b"PK xl/vbaProject.bin")
    attach(here, book)
    here.page.panel.evidence.open.click()
    assert len(opened) == 1
    assert "macros" in said[-1].text


def test_a_link_is_opened_and_one_to_a_program_is_not(here: Desk, opened: list[QUrl], said: list[Message]) -> None:
    actions = here.page.panel_actions.evidence
    for link in ("https://dichvucong.gov.vn/a", "\\\\may-chu\\cchc\\a.pdf", "\\\\may-chu\\cchc\\a.exe"):
        actions.attach_link(link)
    rows = here.page.panel.evidence
    for row in range(3):
        rows.list.setCurrentRow(row)
        rows.open.click()
    assert opened == [QUrl("https://dichvucong.gov.vn/a"), QUrl.fromLocalFile("//may-chu/cchc/a.pdf")]
    assert "a.exe" in said[-1].text


def test_a_damaged_content_is_said_and_not_opened(
    here: Desk, paper: Path, opened: list[QUrl], said: list[Message]
) -> None:
    attach(here, paper)
    here.session.db.execute("DROP TRIGGER evidence_file_is_not_updated")
    here.session.db.execute("UPDATE evidence_file SET content = x'00'")
    here.page.panel.evidence.open.click()
    assert opened == []
    assert "bị hỏng" in said[-1].text


def test_what_no_program_shows_can_be_saved_elsewhere(here: Desk, paper: Path, said: list[Message]) -> None:
    attach(here, paper)
    here.page.panel_actions.evidence.opener.open_url = lambda _: False
    here.page.panel.evidence.open.click()
    assert paper.name in said[-1].text
    assert said[-1].actions


def test_a_place_that_cannot_be_written_is_said(here: Desk, paper: Path, said: list[Message]) -> None:
    attach(here, paper)
    here.page.panel_actions.evidence.ask_target = lambda _: paper.parent
    here.page.panel.evidence.save.click()
    assert "Không ghi được" in said[-1].text


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 kB"), (49_152, "48 kB"), (1_048_575, "1.024 kB"), (1_258_291, "1,2 MB"), (MOST_BYTES, "10 MB")],
)
def test_sizes_are_written_as_people_do(size: int, text: str) -> None:
    assert size_text(size) == text


def test_evidence_of_another_quarter_belongs_to_that_quarter(desk_of: Callable[..., Desk], paper: Path) -> None:
    desk = desk_of(period=quarter(2023, 2))
    desk.go("TT-01", column=Column.Q1)
    attach(desk, paper)
    (kept,) = every_evidence(desk.session.db)
    assert kept.period == Q1
