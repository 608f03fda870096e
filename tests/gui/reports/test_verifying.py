"""An edited Word file held against its figures and the data, and two made reports compared."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.period import quarter
from models.plan import Actual
from models.store.actuals import record
from models.store.changes import Author
from models.store.reports import made_reports, save_report
from reports.kinds import make_report
from tests.gui.reports.conftest import settle
from ui.pages.reports.made_table import versions
from ui.pages.reports.page import ReportsPage
from ui.session import Session
from ui.widgets.list_dialog import ListDialog


def a_report(session: Session, out: Path) -> Path:
    return make_report(session.db, "progress", session.plan, session.period, session.on, out)


def kept(session: Session, out: Path, *, is_issued: bool = False) -> None:
    content = a_report(session, out).read_bytes()
    what = {"plan": session.plan.code, "kind": "progress", "period": session.period, "unit": None}
    save_report(
        session.db,
        **what,  # type: ignore[arg-type]
        asked_on=session.on,
        path=out,
        document=content,
        author=Author("Ai đó"),
        is_issued=is_issued,
    )


def change_data(session: Session) -> None:
    record(session.db, [Actual("TTHC-01", "CADY", quarter(2023, 2), Decimal(1), Decimal(200))], Author("Người sửa"))


def edited(path: Path, was: str, now: str) -> Path:
    """Change a figure's digits in the document, as a person does in Word."""
    content = BytesIO()
    with ZipFile(path) as old, ZipFile(content, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.decode().replace(f">{was}<", f">{now}<", 1).encode()
            new.writestr(name, part)
    path.write_bytes(content.getvalue())
    return path


def dialog(page: ReportsPage, qtbot: QtBot) -> ListDialog:
    settle(page, qtbot)
    found = page.findChildren(ListDialog)
    assert found
    return found[-1]


def cells(shown: ListDialog) -> list[tuple[str, ...]]:
    return [tuple(row) for row in shown._rows]


def test_a_figure_changed_by_hand_is_listed_and_leads_to_its_cell(
    page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a report in which somebody typed another rate
    path = edited(a_report(session, tmp_path / "sửa.docx"), "58,09%", "68,09%")
    monkeypatch.setattr(page.verifying, "choose_file", lambda: path)
    # WHEN it is checked
    page.head.verify_button.click()
    shown = dialog(page, qtbot)
    # THEN sentence, was and is are listed, and Enter leads to where the figure comes from
    (line,) = cells(shown)
    assert line[:1] + line[4:6] == ("by hand", "58,09%", "68,09%")
    assert line[1].startswith("TTHC-01")
    assert "68,09%" in line[6]
    with qtbot.waitSignal(session.navigated) as led:
        shown.table.activated.emit(shown.table.model().index(0, 0))
    assert (led.args[0], led.args[1].indicator, led.args[1].period.code) == ("entry", "TTHC-01", "2023-Q2")


def test_data_that_changed_since_are_listed_with_who_and_when(
    page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = a_report(session, tmp_path / "cũ.docx")
    change_data(session)
    page.verifying.verify(path)
    lines = cells(dialog(page, qtbot))
    assert {line[0] for line in lines} == {"data"}
    mine = next(line for line in lines if line[4] == "58,09%")
    assert "Người sửa" in mine[6]


def test_an_untouched_report_has_nothing_to_list(
    page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    page.verifying.verify(a_report(session, tmp_path / "nguyên.docx"))
    assert cells(dialog(page, qtbot)) == []


def test_a_word_file_is_dropped_on_the_page(page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    path = a_report(session, tmp_path / "thả.docx")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    page.dropEvent(drop)
    assert "thả.docx" in dialog(page, qtbot).windowTitle() or cells(dialog(page, qtbot)) == []


def test_a_file_that_is_no_report_is_said(page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    wrong = tmp_path / "khác.docx"
    wrong.write_bytes(b"no report")
    with qtbot.waitSignal(session.said) as told:
        page.verifying.verify(wrong)
    assert "khác.docx" in told.args[0].text
    assert not page.exporting.is_busy


def test_two_reports_are_compared(page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    # GIVEN two issued versions, with data changed in between
    kept(session, tmp_path / "1.docx", is_issued=True)
    change_data(session)
    kept(session, tmp_path / "2.docx", is_issued=True)
    page.refresh(None)
    settle(page, qtbot)
    assert [page.made.model.index(row, 4).data() for row in range(2)] == ["2", "1"]
    # WHEN both are chosen
    assert not page.made.compare_button.isEnabled()
    page.made.view.selectAll()
    page.made.compare_button.click()
    # THEN each figure that differs is listed, the earlier value first
    lines = cells(dialog(page, qtbot))
    assert [line[3:5] for line in lines if line[0].startswith("TTHC-01") and line[1] == "whole plan"][:1] == [
        ("numerator", "2.521")
    ]


def test_the_list_of_reports_takes_the_room_of_the_source(page: ReportsPage) -> None:
    page.tabs.setCurrentWidget(page.made)
    assert not page.right.isVisible()
    page.tabs.setCurrentWidget(page.preview)
    assert page.right.isVisible()


def test_versions_count_what_was_made_of_the_same(session: Session, tmp_path: Path) -> None:
    for name in ("a", "b"):
        kept(session, tmp_path / f"{name}.docx")
    assert list(versions(made_reports(session.db)).values()) == [1, 2]


@pytest.mark.usefixtures("looks")
def test_a_sentence_keeps_its_room_beside_a_long_name(qtbot: QtBot) -> None:
    parent = QWidget()
    parent.resize(1366, 768)
    qtbot.addWidget(parent)
    name = "CT-10 Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần"
    row = ("sửa tay", name * 2, "Xã Minh Họa 86", "6 tháng đầu năm 2023", "12.025,16", "12.025,76", "Câu")
    dialog = ListDialog("Bản Word đã sửa", "", row, [row], parent)
    dialog.show()
    header = dialog.table.horizontalHeader()
    qtbot.waitUntil(lambda: header.sectionSize(6) > header.sectionSize(1))
