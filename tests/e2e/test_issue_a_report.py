"""A periodic report from the first word to the issued file, by somebody at the window: and what changed since."""

from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.dispatch import Signing
from models.period import quarter, read_period
from models.plan import Actual
from models.store.reports import document, made_reports
from ui.application import Application
from ui.pages.reports.before_export import BeforeExport
from ui.pages.reports.page import ReportsPage
from ui.widgets.fields import ChoiceField
from ui.widgets.list_dialog import ListDialog

DEPUTY = Signing(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH")


@pytest.fixture
def page(started: Application, qtbot: QtBot) -> ReportsPage:
    """GIVEN the page of reports, on six months of 2023."""
    started.session.set_period(read_period("2023-H1"))
    started.window.show_page("reports")
    found = started.window.page("reports")
    assert isinstance(found, ReportsPage)
    settle(found, qtbot)
    started.window.activateWindow()
    qtbot.waitUntil(started.window.isActiveWindow)
    return found


def settle(page: ReportsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.session.runner.is_busy)


def choose(page: ReportsPage, key: str, value: object, qtbot: QtBot) -> None:
    field = page.side.form.fields[key]
    assert isinstance(field, ChoiceField)
    field.choose(value)
    settle(page, qtbot)


def issue(page: ReportsPage, out: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> bytes:
    monkeypatch.setattr(page.exporting, "choose_path", lambda *_: out)
    page.head.issue_button.click()
    dialog = page.findChildren(BeforeExport)[-1]
    with qtbot.waitSignal(page.session.said):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle(page, qtbot)
    return out.read_bytes()


def test_a_report_is_written_signed_issued_opened_again_and_compared(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # WHEN a part is written, opened by the keyboard from the outline
    choose(page, "kind", "periodic", qtbot)
    (item,) = page.side.outline.findItems("Kiến nghị, đề xuất", Qt.MatchFlag.MatchContains)
    page.side.outline.setCurrentItem(item)
    page.side.outline.setFocus()
    QTest.keyClick(page.side.outline, Qt.Key.Key_Return)
    qtbot.waitUntil(page.right.part.field.editor.hasFocus)
    QTest.keyClicks(page.right.part.field.editor, "Bo tri kinh phi.")
    QTest.keyClick(page.right.part.field.editor, Qt.Key.Key_Tab)
    settle(page, qtbot)
    # AND the deputy signs, and the report is issued
    choose(page, "signing", DEPUTY, qtbot)
    first = issue(page, tmp_path / "lan 1.docx", qtbot, monkeypatch)
    # THEN all of it stands in the file, which is kept as it left
    with ZipFile(tmp_path / "lan 1.docx") as package:
        words = package.read("word/document.xml").decode()
    assert "Bo tri kinh phi." in words
    assert "KT. CHỦ TỊCH" in words
    # WHEN a figure changes afterwards and the report is issued again
    record = [Actual("TTHC-01", "CADY", quarter(2023, 2), Decimal(1), Decimal(200))]
    page.session.record(record)
    settle(page, qtbot)
    second = issue(page, tmp_path / "lan 2.docx", qtbot, monkeypatch)
    made = made_reports(page.session.db)
    assert [each.is_issued for each in made] == [True, True]
    assert [document(page.session.db, each.id) for each in made] == [second, first]
    # THEN the first one opens as it was issued, whatever became of its file
    opened: list[Path] = []
    monkeypatch.setattr(page.exporting, "open_file", opened.append)
    (tmp_path / "lan 1.docx").write_bytes(b"another")
    page.tabs.setCurrentWidget(page.made)
    page.made.select(1)
    page.made.open_button.click()
    assert opened[0].read_bytes() == first
    # AND comparing the two lists what is another now
    page.made.view.selectAll()
    page.made.compare_button.click()
    settle(page, qtbot)
    rows = page.window().findChildren(ListDialog)[-1]._rows
    assert any(row[0].startswith("TTHC-01") for row in rows)
    page.window().findChildren(ListDialog)[-1].close()
