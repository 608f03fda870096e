"""What a form is known by: changed, forged or lost, it is refused in words."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from models.errors import KnownError
from models.exchange.importer import import_workbook
from models.exchange.unit_form.mark import EXPLANATION_SHEET, FORM_SHEET, MARK_SHEET, _digest
from models.exchange.unit_form.writing import write_form
from models.measure import Kind
from models.period import read_period
from models.plan import Indicator
from models.store.actuals import actuals
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.indicators import remove_indicator, save_indicator
from models.store.plans import plan
from tests.unit_forms import FORM_SHEETS, fill
from tests.workbooks import make_workbook

WHO = Author("Người nhập")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A file with a small plan, and nothing reported."""
    with closing(memory_database()) as made:
        import_workbook(made, make_workbook(tmp_path / "plan.xlsx", FORM_SHEETS), WHO)
        yield made


def _written(db: Database, path: Path) -> Path:
    write_form(db, plan(db, "KH23"), "X1", read_period("2023-Q2"), path)
    return path


def _forged(form: Path, row: int, cells: dict[str, Any]) -> Path:
    """Change the hidden sheet, and have its seal say that nothing was changed."""
    book = load_workbook(form)
    sheet = book[MARK_SHEET]
    for column, value in cells.items():
        sheet[f"{column}{row}"] = value
    lines = [[str(value) for value in line if value] for line in sheet.iter_rows(values_only=True)]
    sheet[f"B{len(lines)}"] = _digest(lines[:-1])
    book.save(form)
    return form


def test_the_seal_alone_can_be_renewed(db: Database, tmp_path: Path) -> None:
    form = _forged(_written(db, tmp_path / "phieu.xlsx"), 3, {"C": "Xã Một"})
    assert not import_workbook(db, form, WHO).changes


def test_a_mark_that_was_changed_is_refused(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"B3": "X2"}, MARK_SHEET)
    with pytest.raises(KnownError, match="Phần nhận dạng của phiếu"):
        import_workbook(db, form, WHO)


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (4, {"B": "2023-H1"}),
        (4, {"B": "quý hai"}),
        (3, {"C": None}),
        (8, {"B": "tám"}),
        (8, {"F": "[[99, 'x']]"}),
        (8, {"F": '[[99, "x"]]'}),
        (8, {"F": "[1, 2]"}),
        (8, {"F": None}),
        (8, {"G": "[1, 2]"}),
        (8, {"G": "131"}),
        (8, {"G": '{"note": '}),
    ],
)
def test_a_forged_mark_is_refused_too(db: Database, tmp_path: Path, row: int, cells: dict[str, Any]) -> None:
    form = _forged(_written(db, tmp_path / "phieu.xlsx"), row, cells)
    with pytest.raises(KnownError, match="Phần nhận dạng của phiếu"):
        import_workbook(db, form, WHO)
    assert not list(actuals(db))


def test_a_form_without_its_mark_is_refused_in_words(db: Database, tmp_path: Path) -> None:
    form = _written(db, tmp_path / "phieu.xlsx")
    book = load_workbook(form)
    del book[MARK_SHEET]
    book.save(form)
    with pytest.raises(KnownError, match="mất phần nhận dạng"):
        import_workbook(db, form, WHO)


def test_a_form_of_a_newer_program_says_so(db: Database, tmp_path: Path) -> None:
    form = _forged(_written(db, tmp_path / "phieu.xlsx"), 1, {"B": "3"})
    with pytest.raises(KnownError, match="phiên bản mới hơn"):
        import_workbook(db, form, WHO)


def _without(form: Path, title: str) -> Path:
    book = load_workbook(form)
    del book[title]
    book.save(form)
    return form


def test_a_form_whose_sheet_was_taken_out_is_refused(db: Database, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="không còn trang “Phiếu”"):
        import_workbook(db, _without(_written(db, tmp_path / "phieu.xlsx"), FORM_SHEET), WHO)


def test_a_form_without_its_explanations_is_taken_in_and_tells_it(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"E14": 7})
    result = import_workbook(db, _without(form, EXPLANATION_SHEET), WHO)
    assert [each.value for each in actuals(db)] == [7]
    assert any("giải trình không được đọc" in note for note in result.notes)


def test_an_edited_label_beside_an_explanation_is_refused(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"B4": "Chỉ tiêu khác", "D4": "Thiếu máy"}, EXPLANATION_SHEET)
    with pytest.raises(KnownError, match="Trang “Giải trình”, dòng 4, cột “Chỉ tiêu”"):
        import_workbook(db, form, WHO)


def test_an_explanation_of_what_is_not_asked_any_more_is_told(db: Database, tmp_path: Path) -> None:
    form = fill(_written(db, tmp_path / "phieu.xlsx"), {"D5": "Thiếu người", "E5": "Tuyển thêm"}, EXPLANATION_SHEET)
    remove_indicator(db, "KH23", "DI", WHO)
    notes = import_workbook(db, form, WHO).notes
    assert [note for note in notes if note.endswith("nên không nhập: Thiếu người; Tuyển thêm.")], notes


def test_what_the_plan_asks_besides_is_told(db: Database, tmp_path: Path) -> None:
    form = _written(db, tmp_path / "phieu.xlsx")
    save_indicator(db, Indicator("KH23", "MOI", "Thủ tục", "Chỉ tiêu mới", Kind.COUNT), WHO)
    notes = import_workbook(db, form, WHO).notes
    assert "Kế hoạch nay hỏi thêm chỉ tiêu mà phiếu không có dòng: MOI." in notes
