"""An officer types one commune's quarter with keys only; it is in the file, in the figures and in the report."""

from pathlib import Path

from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.number import read_number
from models.period import quarter
from models.store.actuals import cell_history
from models.store.database import open_database
from tests.officer import press, type_text, words_of
from ui.application import Application
from ui.commandline import main
from ui.pages.entry.form import Filter
from ui.pages.entry.page import EntryPage

Q2 = quarter(2023, 2)
ZUOIH = {
    "TTHC-01": ("17", "43"),
    "TTHC-02": ("51", "132"),
    "TTHC-03": ("19", "21"),
    "TTHC-03.1": ("3", "4"),
    "TTHC-04": ("16", "19"),
    "CQS-01": ("1.078", "1.080"),
    "CQS-02": ("73", "81"),
    "CQS-03": ("5", "14"),
}


def test_a_quarter_is_typed_with_keys_only(started: Application, tmp_path: Path) -> None:
    window, session = started.window, started.session
    control = Qt.KeyboardModifier.ControlModifier
    before = words_of(window.page("overview"))

    # WHEN the officer goes to the page and to the commune, and types every number of the quarter
    QTest.keyClick(window, Qt.Key.Key_2, control)
    page = window.page("entry")
    assert isinstance(page, EntryPage)
    for _ in session.entering_units():
        if session.unit == "ZUOIH":
            break
        press(Qt.Key.Key_PageDown, control)
    assert session.unit == "ZUOIH"
    assert page.form is not None
    assert page.form.counts()[Filter.EMPTY] == 16
    for numerator, denominator in ZUOIH.values():
        for text in (numerator, denominator):
            type_text(text)
            press(Qt.Key.Key_Return)

    # THEN each of them is in the file, with who and how
    assert page.form.counts()[Filter.EMPTY] == 0
    assert session.path is not None
    other = open_database(session.path, read_only=True)
    for code, texts in ZUOIH.items():
        newest = cell_history(other, code, "ZUOIH", Q2)[0]
        assert newest.how == "typed"
        assert newest.new is not None
        assert (newest.new.numerator, newest.new.denominator) == tuple(map(read_number, texts))
        assert not newest.new.is_illustrative
    other.close()

    # AND the overview says so
    QTest.keyClick(window, Qt.Key.Key_1, control)
    assert words_of(window.page("overview")) != before

    # AND the commune's report carries its rate: (18 + 17) / (41 + 43)
    out = tmp_path / "bao-cao.docx"
    words = ["report", str(session.path), "progress", "--period", "2023-H1", "--unit", "ZUOIH", "--on", "2023-06-19"]
    assert main([*words, "--out", str(out)]) == 0
    document = Document(str(out))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("41,67%" in text for text in [*cells, *(each.text for each in document.paragraphs)])
