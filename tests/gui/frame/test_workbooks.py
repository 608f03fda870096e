"""Workbooks in and out, and the check of the file, from the file menu."""

from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from models.period import Period, Span
from models.plan import Actual
from models.store.actuals import actual, cell_history, record
from models.store.changes import Author
from models.store.database import create_database, open_database
from models.store.evidence import attach_file
from models.store.explanations import explanation
from models.store.units import units
from tests.workbooks import Sheets, make_workbook
from ui.frame.main_window import MainWindow
from ui.widgets.list_dialog import ListDialog

Q2 = Period(2023, Span.Q2)
HEADINGS = ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Tử số", "Mẫu số"]


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workbook that the file dialogs are answered with."""
    book = tmp_path / "sổ.xlsx"
    for asks in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, asks, lambda *_: (str(book), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(book)], ""))
    return book


def dialog(window: MainWindow, qtbot: QtBot) -> ListDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(ListDialog)))
    [found] = window.findChildren(ListDialog)
    assert isinstance(found, ListDialog)
    return found


def shown(found: ListDialog) -> list[list[str]]:
    rows = found.table.model()
    return [[rows.index(row, column).data() for column in range(rows.columnCount())] for row in range(rows.rowCount())]


def said(window: MainWindow) -> str:
    return " ".join(band.message.text for band in window.bands.bands())


def cady(window: MainWindow) -> tuple[object, object]:
    found = actual(window.session.db, "TTHC-01", "CADY", Q2)
    return (found.numerator, found.denominator) if found else (None, None)


def test_a_workbook_is_taken_in_after_what_it_changes_was_agreed_to(
    window: MainWindow, chosen: Path, qtbot: QtBot
) -> None:
    # GIVEN a workbook with one changed figure
    make_workbook(chosen, {"Số liệu": [HEADINGS, ["TTHC-01", "CADY", "2023-Q2", 150, 216]]})
    before = cady(window)
    # WHEN it is chosen
    window.files.workbooks.ask_import()
    asked = dialog(window, qtbot)
    # THEN it is said what would change, and nothing has
    assert shown(asked) == [["Số liệu", "0", "1", "0", "0"]]
    assert cady(window) == before
    # WHEN that is agreed to
    QTest.keyClick(asked.table, Qt.Key.Key_Return)
    # THEN the figure is there, and the pages show it
    qtbot.waitUntil(lambda: cady(window) == (150, 216))
    qtbot.waitUntil(lambda: "Đã nhập sổ.xlsx" in said(window))
    assert window.files.copies()


def take_in(window: MainWindow, qtbot: QtBot) -> None:
    """Agree to the import of the file that is chosen."""
    window.files.workbooks.ask_import()
    dialog(window, qtbot).accept()
    qtbot.waitUntil(lambda: "Đã nhập" in said(window))
    qtbot.waitUntil(lambda: not window.findChildren(ListDialog))


def test_an_import_of_figures_and_explanations_is_one_step_of_undo(
    window: MainWindow, chosen: Path, qtbot: QtBot
) -> None:
    # GIVEN a workbook that changes a cell, empties one and explains one
    db, session = window.session.db, window.session
    explained = ("TTHC-01", "CADY", Period(2023, Span.H1))
    sheets: Sheets = {
        "Số liệu": [
            HEADINGS,
            ["TTHC-01", "CADY", "2023-Q2", 150, 216],
            ["TTHC-01", "CHAVAL", "2023-Q2", None, None],
            ["TTHC-01", "CADY", "2023-Q3", 1, 2],
        ],
        "Giải trình": [["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Nguyên nhân"], ["TTHC-01", "CADY", "2023-H1", "Mất điện"]],
    }
    make_workbook(chosen, sheets)
    cells = [("TTHC-01", unit, period) for unit in ("CADY", "CHAVAL") for period in (Q2, Period(2023, Span.Q3))]
    before = [actual(db, *cell) for cell in cells], explanation(db, *explained)
    session.record([Actual("TTHC-01", "LAEE", Q2, Decimal(1), Decimal(2))])
    # WHEN it is taken in
    take_in(window, qtbot)
    after = [actual(db, *cell) for cell in cells], explanation(db, *explained)
    assert after != before
    # THEN one step takes all of it back, the next the cell before it; and forward again
    session.undo.undo()
    assert ([actual(db, *cell) for cell in cells], explanation(db, *explained)) == before
    session.undo.undo()
    assert not session.undo.canUndo()
    session.undo.redo()
    session.undo.redo()
    assert ([actual(db, *cell) for cell in cells], explanation(db, *explained)) == after
    # AND history keeps all of it
    assert [step.how for step in cell_history(db, *cells[0])][:3] == ["import", "undo", "import"]


def test_an_import_of_more_than_figures_keeps_the_file_as_it_was_and_says_where(
    window: MainWindow, chosen: Path, qtbot: QtBot
) -> None:
    session = window.session
    session.record([Actual("TTHC-01", "LAEE", Q2, Decimal(1), Decimal(2))])
    make_workbook(chosen, {"Đơn vị": [["Mã", "Tên", "Mã cấp trên"], ["MOI", "Xã Mới", "NAMGIANG"]]})
    copies = set(window.files.copies())
    take_in(window, qtbot)
    [copy] = set(window.files.copies()) - copies
    assert str(copy) in said(window)
    assert not session.undo.canUndo()
    with closing(open_database(copy, read_only=True)) as before:
        assert "MOI" not in {each.code for each in units(before)}
    assert "MOI" in session.tree


def test_several_workbooks_are_taken_in_together_and_undone_together(
    window: MainWindow, chosen: Path, qtbot: QtBot
) -> None:
    other = make_workbook(chosen.with_name("hai.xlsx"), {"Số liệu": [HEADINGS, ["TTHC-01", "CHAVAL", "2023-Q2", 7, 9]]})
    make_workbook(chosen, {"Số liệu": [HEADINGS, ["TTHC-01", "CADY", "2023-Q2", 150, 216]]})
    before = cady(window)
    window.session.import_wanted.emit([chosen, other])
    asked = dialog(window, qtbot)
    assert [row[:2] for row in shown(asked)] == [["sổ.xlsx", "Số liệu"], ["hai.xlsx", "Số liệu"]]
    asked.accept()
    qtbot.waitUntil(lambda: cady(window) == (150, 216))
    qtbot.waitUntil(lambda: window.session.undo.count() == 1)
    window.session.undo.undo()
    assert cady(window) == before


def test_of_several_workbooks_a_wrong_one_is_left_out_and_named(window: MainWindow, chosen: Path, qtbot: QtBot) -> None:
    wrong = ["TTHC-01", "CHAVAL", "2023-Q2", "bảy", "chín"]
    other = make_workbook(chosen.with_name("hai.xlsx"), {"Số liệu": [HEADINGS, wrong]})
    make_workbook(chosen, {"Số liệu": [HEADINGS, ["TTHC-01", "CADY", "2023-Q2", 150, 216]]})
    window.session.import_wanted.emit([other, chosen])
    asked = dialog(window, qtbot)
    assert shown(asked) == [["Số liệu", "0", "1", "0", "0"]]
    words = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert "hai.xlsx" in words
    assert "bảy" in words
    assert "1 ô sai khác" in words
    asked.accept()
    qtbot.waitUntil(lambda: cady(window) == (150, 216))


def test_where_every_workbook_is_wrong_each_is_listed_with_its_reason(
    window: MainWindow, chosen: Path, qtbot: QtBot
) -> None:
    wrong = make_workbook(
        chosen.with_name("hai.xlsx"), {"Số liệu": [HEADINGS, ["TTHC-01", "CHAVAL", "2023-Q2", "bảy", 9]]}
    )
    chosen.write_bytes(b"PK\x03\x04 broken")
    before = cady(window)
    window.session.import_wanted.emit([chosen, wrong])
    refused = dialog(window, qtbot)
    assert {row[0] for row in shown(refused)} == {"sổ.xlsx", "hai.xlsx"}
    assert "bị hỏng" in " ".join(row[1] for row in shown(refused))
    assert cady(window) == before


def test_what_another_window_changed_after_the_preview_is_not_written_over(
    window: MainWindow, chosen: Path, qtbot: QtBot
) -> None:
    make_workbook(chosen, {"Số liệu": [HEADINGS, ["TTHC-01", "CADY", "2023-Q2", 150, 216]]})
    window.files.workbooks.ask_import()
    asked = dialog(window, qtbot)
    path = window.session.path
    assert path is not None
    with closing(open_database(path)) as other:
        record(other, [Actual("TTHC-01", "CADY", Q2, Decimal(99), Decimal(216))], Author("người khác"))
    asked.accept()
    qtbot.waitUntil(lambda: "cửa sổ khác" in said(window))
    assert cady(window) == (99, 216)
    assert not window.session.undo.canUndo()


def test_files_dropped_on_the_window_are_taken_in(window: MainWindow, chosen: Path, qtbot: QtBot) -> None:
    make_workbook(chosen, {"Số liệu": [HEADINGS, ["TTHC-01", "CADY", "2023-Q2", 150, 216]]})
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(chosen))])
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)
    assert shown(dialog(window, qtbot)) == [["Số liệu", "0", "1", "0", "0"]]


def test_a_workbook_that_is_not_agreed_to_changes_nothing(window: MainWindow, chosen: Path, qtbot: QtBot) -> None:
    make_workbook(chosen, {"Số liệu": [HEADINGS, ["TTHC-01", "CADY", "2023-Q2", 150, 216]]})
    before = cady(window)
    window.files.workbooks.ask_import()
    dialog(window, qtbot).reject()
    qtbot.waitUntil(lambda: not window.session.runner.is_busy)
    assert cady(window) == before


def test_all_wrong_cells_are_listed_at_once_and_can_be_copied(window: MainWindow, chosen: Path, qtbot: QtBot) -> None:
    rows = [HEADINGS, ["TTHC-01", "CADY", "2023-Q2", "mười", 216], ["KHÔNG-CÓ", "CADY", "2023-Q9", 1, 2]]
    make_workbook(chosen, {"Số liệu": rows})
    window.files.workbooks.ask_import()
    refused = dialog(window, qtbot)
    assert {(row[0], row[1], row[2]) for row in shown(refused)} >= {
        ("Số liệu", "2", "Tử số"),
        ("Số liệu", "3", "Kỳ"),
    }
    QTest.keyClick(refused.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 1 + len(shown(refused))
    assert lines[1].split("\t")[:4] == ["Số liệu", "2", "Tử số", "mười"]


def test_a_file_that_is_no_workbook_is_refused_in_a_band(window: MainWindow, chosen: Path, qtbot: QtBot) -> None:
    chosen.write_bytes(b"not a workbook")
    window.files.workbooks.ask_import()
    qtbot.waitUntil(lambda: any(band.message.mood == "error" for band in window.bands.bands()))


def test_an_export_taken_in_again_changes_nothing(window: MainWindow, chosen: Path, qtbot: QtBot) -> None:
    window.files.workbooks.ask_export()
    qtbot.waitUntil(lambda: "sổ.xlsx" in said(window))
    assert chosen.read_bytes()[:2] == b"PK"
    window.files.workbooks.ask_import()
    qtbot.waitUntil(lambda: "không thay đổi gì" in said(window))
    assert not window.findChildren(ListDialog)


def test_an_export_says_where_evidence_files_lie(
    window: MainWindow, chosen: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    proof = tmp_path / "báo cáo.txt"
    proof.write_text("số liệu minh họa", "utf-8")
    attach_file(window.session.db, "TTHC-01", "CADY", Q2, proof, Author("a"))
    window.files.workbooks.ask_export()
    qtbot.waitUntil(lambda: f"thư mục {chosen.stem} - minh chứng; hãy giữ" in said(window))
    (kept,) = chosen.with_name(f"{chosen.stem} - minh chứng").iterdir()
    assert kept.read_bytes() == proof.read_bytes()


def test_what_does_not_add_up_is_listed_and_leads_to_its_form(window: MainWindow, qtbot: QtBot) -> None:
    # GIVEN a numerator above its denominator
    found = actual(window.session.db, "TTHC-01", "CADY", Q2)
    assert found is not None

    record(window.session.db, [replace(found, numerator=Decimal(9999))], Author("a"))
    # WHEN the file is checked
    window.files.workbooks.check()
    listed = dialog(window, qtbot)
    place = next(row for row, cells in enumerate(shown(listed)) if "TTHC-01" in cells[2])
    # THEN Enter on it opens that unit's quarter
    listed.table.selectRow(place)
    QTest.keyClick(listed.table, Qt.Key.Key_Return)
    assert (window.current, window.session.unit, window.session.period) == ("entry", "CADY", Q2)


def test_a_workbook_with_wrong_cells_leaves_the_file_it_was_to_replace(
    window: MainWindow, chosen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    make_workbook(chosen, {"Số liệu": [HEADINGS, ["TTHC-01", "CADY", "2023-Q2", "mười", 216]]})
    other = tmp_path / "khác.cchc"
    create_database(other).close()
    before = other.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    window.files.new_from_workbook()
    dialog(window, qtbot)
    assert other.read_bytes() == before
    assert sorted(tmp_path.glob(".*")) == []


def test_the_open_file_is_not_replaced_by_a_new_one(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    path = window.session.path
    assert path is not None
    before = path.read_bytes()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    assert not window.files.new()
    assert window.bands.bands()[-1].message.mood == "error"
    assert path.read_bytes() == before


def test_a_new_file_that_cannot_be_made_names_its_own_name(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = str(tmp_path / "không có" / "mới.cchc")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    assert not window.files.new()
    text = window.bands.bands()[-1].message.text
    assert "mới.cchc" in text
    assert ".new" not in text
