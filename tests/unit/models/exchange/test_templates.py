"""Offices' templates go through a workbook and the folder beside it, and come back the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.exchange.book import ImportRefusedError
from models.exchange.evidence_files import folder_of
from models.exchange.importer import import_workbook
from models.exchange.workbook_writer import export_workbook
from models.report import ReportTemplate
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.report_templates import save_template, templates
from tests.workbooks import PLAN_SHEETS, make_workbook

AUTHOR = Author("Người thử", "import")
GENERAL = ReportTemplate("H", "", "mẫu chung.docx", b"PK general")
OWN = ReportTemplate("X1", "progress", "mẫu riêng.docx", b"PK own")
HEADINGS = ["Mã đơn vị", "Loại báo cáo", "Tên tệp", "Mã tệp"]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = memory_database()
    import_workbook(opened, make_workbook(tmp_path / "vào.xlsx", PLAN_SHEETS), AUTHOR)
    yield opened
    opened.close()


@pytest.fixture
def other() -> Iterator[Database]:
    opened = memory_database()
    yield opened
    opened.close()


@pytest.fixture
def book(db: Database, tmp_path: Path) -> Path:
    for each in (GENERAL, OWN):
        save_template(db, each, AUTHOR)
    export_workbook(db, tmp_path / "ra.xlsx")
    return tmp_path / "ra.xlsx"


def test_templates_come_back_the_same_and_are_not_counted_twice(book: Path, other: Database) -> None:
    assert "Mẫu văn bản" in [each.sheet for each in import_workbook(other, book, AUTHOR).counts]
    assert templates(other) == [GENERAL, OWN]
    again = import_workbook(other, book, AUTHOR)
    assert not any(each.new or each.changed for each in again.counts)


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_bytes(b"PK other")], ids=["gone", "changed"])
def test_a_file_that_is_not_as_it_was_is_told_and_left_out(change: object, book: Path, other: Database) -> None:
    change(next(path for path in folder_of(book).iterdir() if "riêng" in path.name))  # type: ignore[operator]
    result = import_workbook(other, book, AUTHOR)
    assert any("mẫu riêng.docx" in note for note in result.notes)
    assert templates(other) == [GENERAL]


@pytest.mark.parametrize(
    "row, wrong",
    [(["ZZ", "", "a.docx", "0" * 64], "Mã đơn vị"), (["H", "", "a.docx", "abc"], "SHA-256")],
)
def test_a_row_that_cannot_be_is_refused(row: list[str], wrong: str, other: Database, tmp_path: Path) -> None:
    sheets = {**PLAN_SHEETS, "Mẫu văn bản": [HEADINGS, row]}
    with pytest.raises(ImportRefusedError, match=wrong):
        import_workbook(other, make_workbook(tmp_path / "vào.xlsx", sheets), AUTHOR)
