"""What a leader asks travels on the unit's form, and the explanation that comes back answers it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.exchange.importer import import_workbook
from models.exchange.unit_form.mark import EXPLANATION_SHEET
from models.exchange.unit_form.writing import write_form
from models.period import read_period
from models.plan import ExplanationRequest
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.explanations import explanation
from models.store.plans import plan
from models.store.requests import ask, requests
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


def test_a_form_that_comes_back_as_it_was_answers_nothing(db: Database, tmp_path: Path) -> None:
    asked_on_form(db, tmp_path / "phiếu.xlsx")
    result = import_workbook(db, tmp_path / "phiếu.xlsx", WHO)
    assert not any("ngoài phiếu" in note for note in result.notes)
    assert not any(each.is_answered for each in requests(db))
