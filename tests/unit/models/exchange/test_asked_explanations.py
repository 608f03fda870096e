"""What a leader asks travels on the unit's form, and the explanation that comes back answers it."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.writer.excel import ExcelWriter

from models.exchange.importer import import_workbook
from models.exchange.unit_form.mark import EXPLANATION_SHEET
from models.exchange.unit_form.writing import write_form
from models.exchange.workbook_writer import export_workbook
from models.period import read_period
from models.plan import Explanation, ExplanationRequest
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.explanations import explanation, save_explanation
from models.store.plans import plan
from models.store.requests import ask, requests, withdraw
from tests.unit_forms import FORM_SHEETS, fill
from tests.workbooks import make_workbook

WHO = Author("Lãnh đạo")
Q2, H1 = read_period("2023-Q2"), read_period("2023-H1")
ASKED = ExplanationRequest("TL", "X1", H1, "Vì sao giảm so với quý I?", date(2023, 6, 19), date(2023, 6, 30))
WITHOUT_TARGET = ExplanationRequest("TL.1", "X1", H1, asked_on=date(2023, 6, 19))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(memory_database()) as made:
        import_workbook(made, make_workbook(tmp_path / "plan.xlsx", FORM_SHEETS), WHO)
        ask(made, [ASKED, WITHOUT_TARGET, replace(ASKED, unit="X2")], WHO)
        yield made


def asked_on_form(db: Database, path: Path) -> dict[str, str]:
    """Return what the form's sheet of explanations asks, by code."""
    write_form(db, plan(db, "KH23"), "X1", Q2, path)
    rows = load_workbook(path)[EXPLANATION_SHEET].iter_rows(min_row=4, values_only=True)
    return {str(row[0]): str(row[7]) for row in rows if len(row) > 7 and row[7]}


def test_the_form_shows_what_is_asked_of_its_unit(db: Database, tmp_path: Path) -> None:
    assert asked_on_form(db, tmp_path / "phiếu.xlsx") == {
        "TL": "Vì sao giảm so với quý I? Hạn 30/6/2023.",
        "TL.1": "Đề nghị giải trình.",
    }


def test_the_explanation_that_comes_back_answers_and_is_asked_no_more(db: Database, tmp_path: Path) -> None:
    # GIVEN the form of a unit that is asked
    form = tmp_path / "phiếu.xlsx"
    assert "TL" in asked_on_form(db, form)
    # WHEN it comes back with a cause
    import_workbook(db, fill(form, {"D4": "Thiếu nhân lực"}, EXPLANATION_SHEET), WHO)
    # THEN that is the answer
    said = explanation(db, "TL", "X1", H1)
    assert said is not None
    assert said.cause == "Thiếu nhân lực"
    assert {(each.unit, each.indicator): each.is_answered for each in requests(db)} == {
        ("X1", "TL"): True,
        ("X1", "TL.1"): False,
        ("X2", "TL"): False,
    }
    # AND the next form asks only what is left
    assert list(asked_on_form(db, tmp_path / "mới.xlsx")) == ["TL.1"]


def saved(path: Path, at: datetime, cells: dict[str, str]) -> Path:
    """Fill in the form's sheet of explanations as a program does whose clock says so."""
    book = load_workbook(path)
    for place, text in cells.items():
        book[EXPLANATION_SHEET][place] = text
    book.properties.created, book.properties.modified = datetime(2020, 1, 1), at.replace(tzinfo=None)
    with ZipFile(path, "w") as archive:
        ExcelWriter(book, archive).save()  # book.save() would ask the clock of today
    return path


LAST_WEEK, NEXT_YEAR = timedelta(days=-7), timedelta(days=365)


@pytest.mark.parametrize("since, is_answered", [(LAST_WEEK, False), (NEXT_YEAR, True)])
def test_a_form_without_the_question_answers_only_when_it_was_saved_after_the_asking(
    db: Database, tmp_path: Path, since: timedelta, is_answered: bool
) -> None:
    """A time to come is no time: then it is told when it comes in."""
    withdraw(db, "TL", "X1", H1, WHO)
    form = tmp_path / "phiếu.xlsx"
    assert "TL" not in asked_on_form(db, form)
    ask(db, [ASKED], WHO)
    import_workbook(db, saved(form, datetime.now(UTC) + since, {"D4": "Thiếu nhân lực"}), WHO)
    assert requests(db, unit="X1")[0].is_answered == is_answered


def as_by_libreoffice(path: Path) -> Path:
    """Have the workbook say of itself what LibreOffice 7.4 writes."""
    with ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    by = b"<Application>LibreOffice/7.4.7.2$Linux_X86_64 LibreOffice_project/40$Build-2<"
    parts["docProps/app.xml"], count = re.subn(rb"<Application>[^<]*<", by, parts["docProps/app.xml"])
    assert count == 1
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_form_saved_by_libreoffice_answers_when_it_comes_in_since_its_clock_is_not_known(
    db: Database, tmp_path: Path
) -> None:
    withdraw(db, "TL", "X1", H1, WHO)
    form = tmp_path / "phiếu.xlsx"
    asked_on_form(db, form)
    ask(db, [ASKED], WHO)
    form = saved(form, datetime.now(UTC) + LAST_WEEK, {"D4": "Thiếu nhân lực"})
    import_workbook(db, as_by_libreoffice(form), WHO)
    assert requests(db, unit="X1")[0].is_answered


def test_a_form_that_names_no_program_is_believed_its_time(db: Database, tmp_path: Path) -> None:
    withdraw(db, "TL", "X1", H1, WHO)
    form = tmp_path / "phiếu.xlsx"
    asked_on_form(db, form)
    ask(db, [ASKED], WHO)
    form = saved(form, datetime.now(UTC) + LAST_WEEK, {"D4": "Thiếu nhân lực"})
    with ZipFile(form) as archive:
        parts = {each: archive.read(each) for each in archive.namelist() if each != "docProps/app.xml"}
    with ZipFile(form, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    import_workbook(db, form, WHO)
    assert not requests(db, unit="X1")[0].is_answered


def test_a_form_with_the_question_answers_it_whatever_the_units_clock_says(db: Database, tmp_path: Path) -> None:
    form = tmp_path / "phiếu.xlsx"
    assert "TL" in asked_on_form(db, form)
    import_workbook(db, saved(form, datetime.now(UTC) + LAST_WEEK, {"D4": "Thiếu nhân lực"}), WHO)
    assert requests(db, unit="X1")[0].is_answered
    other = tmp_path / "hỏi lại.xlsx"
    ask(db, [replace(ASKED, note="Nêu rõ số hồ sơ")], WHO)
    write_form(db, plan(db, "KH23"), "X1", Q2, other)
    ask(db, [replace(ASKED, note="Nêu rõ từng xã")], WHO)
    import_workbook(db, saved(other, datetime.now(UTC) + LAST_WEEK, {"D4": "Mất điện"}), WHO)
    assert not requests(db, unit="X1")[0].is_answered, "the form asks something else"


def test_a_workbook_that_was_saved_before_the_asking_does_not_answer(db: Database, tmp_path: Path) -> None:
    headings = ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Nguyên nhân"]
    for day, is_answered in ((-7, False), (0, True)):
        sheets = {EXPLANATION_SHEET: [headings, ["TL", "X1", "2023-H1", f"Thiếu nhân lực {day}"]]}
        book = make_workbook(tmp_path / "sổ.xlsx", sheets)
        import_workbook(db, saved(book, datetime.now(UTC) + timedelta(days=day), {}), WHO)
        assert requests(db, unit="X1")[0].is_answered == is_answered


def test_who_has_answered_is_the_same_in_another_file(db: Database, tmp_path: Path) -> None:
    save_explanation(db, Explanation("TL", "X1", H1, cause="Thiếu nhân lực"), WHO)
    save_explanation(db, Explanation("TL", "X2", H1, cause="Mất điện"), WHO)
    ask(db, [replace(ASKED, unit="X2", note="Mất điện bao lâu?")], WHO)
    answered = {(each.unit, each.indicator): each.is_answered for each in requests(db)}
    assert answered == {("X1", "TL"): True, ("X1", "TL.1"): False, ("X2", "TL"): False}
    export_workbook(db, tmp_path / "sổ.xlsx")
    with closing(memory_database()) as other:
        import_workbook(other, tmp_path / "sổ.xlsx", WHO)
        assert {(each.unit, each.indicator): each.is_answered for each in requests(other)} == answered


def test_a_form_that_comes_back_as_it_was_answers_nothing(db: Database, tmp_path: Path) -> None:
    asked_on_form(db, tmp_path / "phiếu.xlsx")
    result = import_workbook(db, tmp_path / "phiếu.xlsx", WHO)
    assert not any("ngoài phiếu" in note for note in result.notes)
    assert not any(each.is_answered for each in requests(db))
