"""Workbooks in and out, and the check of the file, from the file menu."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.period import Period, Span
from models.store.actuals import actual, record
from models.store.changes import Author
from models.store.database import create_database
from tests.workbooks import make_workbook
from ui.list_dialog import ListDialog
from ui.main_window import MainWindow

Q2 = Period(2023, Span.Q2)
HEADINGS = ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Tử số", "Mẫu số"]


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workbook that the file dialogs are answered with."""
    book = tmp_path / "sổ.xlsx"
    for asks in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, asks, lambda *_: (str(book), ""))
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
