"""The page of reports: what is made, what is said before, what is kept, and what stopping leaves behind."""

from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from models.period import quarter, read_period
from models.plan import Actual
from models.report import ReportTemplate
from models.store.actuals import record
from models.store.changes import Author
from models.store.explanations import explanation
from models.store.report_templates import save_template
from models.store.reports import document, made_reports
from reports.word.example_template import example_template
from tests.gui.reports.conftest import agree, goes_to, settle
from ui.pages.reports import making
from ui.pages.reports.before_export import BeforeExport
from ui.pages.reports.checks import Finding
from ui.pages.reports.page import ReportsPage
from ui.session import Session
from ui.tasks import CancelledError
from ui.widgets.fields import ChoiceField, TypedField


def said(page: ReportsPage) -> list[Finding]:
    return [page.side.checks.item(row).data(Qt.ItemDataRole.UserRole) for row in range(page.side.checks.count())]


def test_the_checks_name_who_is_missing(page: ReportsPage) -> None:
    missing = [each for each in said(page) if each.unit == "ZUOIH"]
    assert len(missing) == 1
    assert "xã Zuôih" in missing[0].text
    assert "12/13" in missing[0].text


def test_the_checks_of_the_sample_find_every_cause_given(page: ReportsPage) -> None:
    assert not [each for each in said(page) if each.indicator in ("TTHC-01", "CQS-03")]


def test_a_missed_target_without_a_cause_is_named_and_mended(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    # GIVEN the whole year, where CQS-03 has no explanation of the year yet but of the nine months
    session.set_period(read_period("2023-Q3"))
    settle(page, qtbot)
    found = next(each for each in said(page) if each.indicator and not each.unit)
    # WHEN the finding is opened and a cause is typed
    row = said(page).index(found)
    page.side.checks.itemActivated.emit(page.side.checks.item(row))
    card = page.right.explanation
    assert card.isVisible()
    for key, text in (("cause", "thiếu tài khoản"), ("remedy", "mở tài khoản"), ("due", "30/9/2023")):
        field = card.form.fields[key]
        assert isinstance(field, TypedField)
        field.set_text(text)
        field.commit()
        settle(page, qtbot)
    # THEN it is kept and no more named, and undo takes it back
    kept = explanation(session.db, found.indicator, "NAMGIANG", read_period("2023-Q3"))
    assert kept is not None
    assert (kept.cause, str(kept.due)) == ("thiếu tài khoản", "2023-09-30")
    assert found.indicator not in [each.indicator for each in said(page)]
    for _ in range(3):
        session.undo.undo()
    assert explanation(session.db, found.indicator, "NAMGIANG", read_period("2023-Q3")) is None


def test_a_figure_that_cannot_be_right_is_named(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    wrong = Actual("TTHC-03", "CADY", quarter(2023, 2), Decimal(1080), Decimal(97))
    changes = record(session.db, [wrong], Author("Ai đó"))
    page.refresh(changes)
    settle(page, qtbot)
    found = [each for each in said(page) if each.unit == "CADY"]
    assert found
    assert "TTHC-03" in found[0].text


def test_the_preview_says_what_the_report_says(page: ReportsPage) -> None:
    text = page.preview.view.toPlainText()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "58,09%" in text
    assert "số liệu minh họa" in text
    assert "TM. ỦY BAN NHÂN DÂN" in text


def test_choosing_a_period_changes_the_context(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    field = page.side.form.fields["period"]
    assert isinstance(field, ChoiceField)
    field.choose(read_period("2023-9M"))
    assert session.period == read_period("2023-9M")
    settle(page, qtbot)
    assert "nine" in page.head.title.text()


def test_a_report_is_made_kept_and_saved_again(
    page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # WHEN the report is exported, in spite of what is still open
    out, again = tmp_path / "báo cáo.docx", tmp_path / "lần nữa.docx"
    asked = goes_to(page, out, monkeypatch)
    page.head.make_button.click()
    with qtbot.waitSignal(session.said) as told:
        assert "Zuôih" in agree(page).list.item(0).text()
        assert page.exporting.is_busy
        assert not page.head.make_button.isEnabled()
    # THEN it is there, is told of, and kept in the file
    assert "báo cáo.docx" in told.args[0].text
    assert asked[0].endswith(".docx")
    assert page.head.make_button.isEnabled()
    made = made_reports(session.db)
    assert [(each.kind, each.period.code, each.unit, str(each.asked_on), each.is_issued) for each in made] == [
        ("progress", "2023-H1", None, "2023-06-19", False)
    ]
    assert document(session.db, made[0].id) == out.read_bytes()
    with ZipFile(out) as package:
        assert "58,09%" in package.read("word/document.xml").decode()
    # WHEN the file is lost and saved again
    out.unlink()
    goes_to(page, again, monkeypatch)
    page.made.again_button.click()
    assert again.read_bytes() == document(session.db, made[0].id)


def test_a_draft_opens_where_it_lies_and_a_lost_one_from_what_was_kept(
    page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "mất.docx"
    goes_to(page, out, monkeypatch)
    opened: list[Path] = []
    monkeypatch.setattr(page.exporting, "open_file", opened.append)
    page.head.make_button.click()
    with qtbot.waitSignal(session.said):
        agree(page)
    page.made.open_button.click()
    assert opened == [out]
    content = out.read_bytes()
    out.unlink()
    page.made.open_button.click()
    assert opened[1] != out
    assert opened[1].read_bytes() == content


def test_an_issued_report_opens_as_it_was_issued(
    page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN an issued report whose file was changed by hand afterwards
    out = tmp_path / "ban hành.docx"
    goes_to(page, out, monkeypatch)
    opened: list[Path] = []
    monkeypatch.setattr(page.exporting, "open_file", opened.append)
    page.head.issue_button.click()
    with qtbot.waitSignal(session.said):
        agree(page)
    issued = out.read_bytes()
    out.write_bytes(b"changed")
    # WHEN it is opened from the list
    page.made.open_button.click()
    # THEN it is what left the program, and the page says that it was issued
    assert [each.is_issued for each in made_reports(session.db)] == [True]
    assert opened[0].read_bytes() == issued
    assert "Issued" in page.head.state.text()


def test_giving_up_the_question_before_the_export_makes_nothing(page: ReportsPage, session: Session) -> None:
    page.head.issue_button.click()
    page.findChildren(BeforeExport)[-1].reject()
    assert not page.exporting.is_busy
    assert made_reports(session.db) == []


def test_a_place_that_cannot_be_written_is_said(
    page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_to(page, tmp_path / "không có" / "r.docx", monkeypatch)
    page.head.make_button.click()
    with qtbot.waitSignal(session.said) as told:
        agree(page)
    assert "r.docx" in told.args[0].text
    assert made_reports(session.db) == []
    assert page.head.make_button.isEnabled()


def test_stopping_leaves_nothing(session: Session, tmp_path: Path) -> None:
    class Stopping:
        def progress(self, done: int, total: int, text: str = "") -> None:
            if done == 2:
                raise CancelledError

    assert session.path is not None
    order = making.Order(session.path, session.plan, "progress", read_period("2023-H1"), None, session.on)
    with pytest.raises(CancelledError):
        making.make(order, tmp_path / "r.docx", Stopping())
    left = [each for each in tmp_path.iterdir() if each.is_file() and not each.name.startswith(".~")]  # who has it open
    assert [each.suffix for each in left] == [".cchc"]


def test_the_list_keeps_the_rules_of_item_models(page: ReportsPage) -> None:
    QAbstractItemModelTester(page.made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert not page.made.open_button.isEnabled()


def test_a_pdf_is_made_where_libreoffice_is_not_installed_too(
    page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCHC_SOFFICE", "")
    out = tmp_path / "báo cáo.pdf"
    asked = goes_to(page, out, monkeypatch)
    with qtbot.waitSignal(session.said) as told:
        page.head.pdf_button.click()
        assert page.exporting.is_busy
    assert "báo cáo.pdf" in told.args[0].text
    assert asked[0].endswith(".pdf")
    assert out.read_bytes().startswith(b"%PDF-")
    assert made_reports(session.db) == []
    assert page.head.pdf_button.isEnabled()


def test_a_pdf_without_libreoffice_says_that_it_is_not_of_the_offices_template(
    page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_template(session.db, ReportTemplate("NAMGIANG", "progress", "mẫu.docx", example_template()), Author("An"))
    said: list[str] = []
    session.said.connect(lambda message: said.append(message.text))
    monkeypatch.setenv("CCHC_SOFFICE", "")
    goes_to(page, tmp_path / "báo cáo.pdf", monkeypatch)
    page.head.pdf_button.click()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[0] == "The report is ready: báo cáo.pdf"
    assert said[1].startswith("Without LibreOffice the PDF is in the built-in form")


def test_stopping_ends_the_making_and_leaves_nothing(
    page: ReportsPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "dừng.docx"
    goes_to(page, out, monkeypatch)
    page.head.make_button.click()
    agree(page)
    assert page.exporting.band is not None
    page.exporting.band.stop.click()
    assert not page.exporting.is_busy
    settle(page, qtbot)
    assert not out.exists()
    assert made_reports(session.db) == []
    assert page.head.make_button.isEnabled()
