"""Forms that units filled in and sent back, taken in from the window; undo takes them out again."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.exchange.unit_form.writing import write_form
from models.period import quarter
from models.store.actuals import actual, cell_history
from tests.unit_forms import fill
from ui.frame.main_window import MainWindow
from ui.widgets.list_dialog import ListDialog

Q2 = quarter(2023, 2)


def _returned(window: MainWindow, folder: Path, unit: str, value: object) -> Path:
    """Return a form of the second quarter in which the unit changed its first numerator."""
    form = folder / f"{unit}.xlsx"
    write_form(window.session.db, window.session.plan, unit, Q2, form)
    row = next(cell.row for cell in load_workbook(form)["Phiếu"]["A"] if cell.value == "TTHC-01")
    return fill(form, {f"E{row + 1}": value})


def _numerator(window: MainWindow, unit: str) -> object:
    found = actual(window.session.db, "TTHC-01", unit, Q2)
    return found.numerator if found else None


def _asked(window: MainWindow, qtbot: QtBot) -> ListDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(ListDialog)))
    return window.findChildren(ListDialog)[-1]


def test_two_forms_are_taken_in_at_once_and_undone_at_once(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    # GIVEN two returned forms
    window.session.navigate("entry", period=Q2, unit="CADY")
    before = [_numerator(window, unit) for unit in ("CADY", "CHAVAL")]
    forms = [_returned(window, tmp_path, unit, value) for unit, value in (("CADY", 150), ("CHAVAL", 21))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(form) for form in forms], ""))
    # WHEN they are chosen and what they change is agreed to
    window.files.workbooks.ask_import()
    _asked(window, qtbot).accept()
    # THEN both are there, and history says that they came from forms
    qtbot.waitUntil(lambda: [_numerator(window, unit) for unit in ("CADY", "CHAVAL")] == [150, 21])
    assert cell_history(window.session.db, "TTHC-01", "CADY", Q2)[0].how == "form"
    # and one step of undo takes both back
    qtbot.waitUntil(window.session.undo.canUndo)
    window.session.undo.undo()
    assert [_numerator(window, unit) for unit in ("CADY", "CHAVAL")] == before


def test_a_form_with_a_wrong_cell_is_refused_with_its_place(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.session.navigate("entry", period=Q2, unit="CADY")
    form = _returned(window, tmp_path, "CADY", "nhiều lắm")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(form)], ""))
    window.files.workbooks.ask_import()
    rows = _asked(window, qtbot).table.model()
    shown = [str(rows.index(0, column).data()) for column in range(rows.columnCount())]
    assert shown[0] == "Phiếu"
    assert shown[2:4] == ["Quý II năm 2023", "nhiều lắm"]
    assert _numerator(window, "CADY") == 131
