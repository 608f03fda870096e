"""What people wrote into reports goes through a workbook and comes back the same, lines and all."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.exchange.book import ImportRefusedError
from models.exchange.importer import import_workbook
from models.exchange.workbook_writer import export_workbook
from models.period import Period, Span
from models.report import ReportPart
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.report_parts import every_part, save_parts
from tests.workbooks import PLAN_SHEETS, Sheets, make_workbook

AUTHOR = Author("Người thử", "import")
PART = ReportPart(
    "KH23", "periodic", Period(2023, Span.H1), None, "documents", "Ban hành 5 văn bản:\n- Kế hoạch\n- =1+1"
)
PART_HEADINGS = ["Mã kế hoạch", "Loại báo cáo", "Kỳ", "Mã đơn vị", "Phần", "Nội dung"]


@pytest.fixture
def db() -> Iterator[Database]:
    opened = memory_database()
    yield opened
    opened.close()


@pytest.fixture
def other() -> Iterator[Database]:
    opened = memory_database()
    yield opened
    opened.close()


def take_in(db: Database, folder: Path, sheets: Sheets) -> None:
    import_workbook(db, make_workbook(folder / "vào.xlsx", sheets), AUTHOR)


def test_what_people_wrote_into_reports_comes_back_the_same(db: Database, other: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, PLAN_SHEETS)
    own = [PART, replace(PART, unit="X1", text="Của xã"), replace(PART, part="communication", text="Loa, Zalo")]
    save_parts(db, own, AUTHOR)
    export_workbook(db, tmp_path / "ra.xlsx")
    import_workbook(other, tmp_path / "ra.xlsx", AUTHOR)
    assert every_part(other) == own
    export_workbook(other, tmp_path / "lại.xlsx")
    assert (tmp_path / "ra.xlsx").read_bytes() == (tmp_path / "lại.xlsx").read_bytes()


def test_an_empty_cell_takes_a_written_part_away_and_the_rest_stays(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, PLAN_SHEETS)
    save_parts(db, [PART, replace(PART, part="communication")], AUTHOR)
    rows = [
        ["KH23", "periodic", "2023-H1", None, "documents", None],
        ["KH23", "periodic", "2023-H1", None, "surveys", None],
    ]
    take_in(db, tmp_path, {"Nội dung báo cáo": [PART_HEADINGS, *rows]})
    assert [each.part for each in every_part(db)] == ["communication"]


@pytest.mark.parametrize(
    "row, found",
    [
        (["KH24", "periodic", "2023-H1", None, "documents", "a"], "cột “Mã kế hoạch”: thấy “KH24”"),
        (["KH23", "periodic", "2024-H1", None, "documents", "a"], "cột “Kỳ”: thấy “2024-H1”"),
        (["KH23", "periodic", "2023-H1", "XX", "documents", "a"], "cột “Mã đơn vị”: thấy “XX”"),
        (["KH23", "periodic", "2023-H1", None, "documents", "a" * 30_001], "cần nhiều nhất 30.000 ký tự"),
        (["KH23", "periodic", "2023-H1", None, "surveys", "b"], "dòng không trùng với dòng 2"),
    ],
)
def test_a_wrong_row_of_written_parts_is_told(db: Database, tmp_path: Path, row: list[Any], found: str) -> None:
    take_in(db, tmp_path, PLAN_SHEETS)
    first = ["KH23", "periodic", "2023-H1", None, "surveys", "a"]
    with pytest.raises(ImportRefusedError, match=re.escape(found)):
        take_in(db, tmp_path, {"Nội dung báo cáo": [PART_HEADINGS, first, row]})
