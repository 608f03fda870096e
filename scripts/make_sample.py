"""Make the workbooks of resources/sample: the plan that ships with the program, and what became of its units in 2025.

Targets, units and the day of the conference are Nam Giang's own; every figure reported is invented and marked so.
The same words always make the same bytes. Run it with: .venv/bin/python scripts/make_sample.py"""

import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

import sample_merger as merger
import sample_one_stop as one_stop
import sample_words as words
import xlsxwriter

FIGURES = Path(__file__).with_name("sample_quarters.txt")
SAMPLES = Path(__file__).parents[1] / "resources" / "sample"
TARGET, MERGED = SAMPLES / "nam-giang-2023.xlsx", SAMPLES / "nam-giang-2025.xlsx"
QUARTERS = tuple(f"{year}-Q{number}" for year in (2022, 2023) for number in (1, 2, 3, 4))

Row = tuple[Any, ...]


def quarterly_actuals() -> Iterator[Row]:
    """Yield the rows of sheet Số liệu for the ratios, quarter by quarter, leaving out what was not sent."""
    lines = [line.split() for line in FIGURES.read_text("utf-8").splitlines() if not line.startswith("#")]
    for position, quarter in enumerate(QUARTERS):
        for indicator, unit, *cells in lines:
            numerator, _, denominator = cells[position].partition("/")
            if denominator:
                yield indicator, unit, quarter, int(numerator), int(denominator), None, None, None, "x"


def sheets() -> Iterator[tuple[str, Row, list[Row]]]:
    """Yield name, headings and rows of every sheet."""
    tables = one_stop.OneStop(words.PLAN, words.OFFICE)
    more: dict[str, Iterable[Row]] = {
        "Chỉ tiêu": tables.indicators(),
        "Giao chỉ tiêu": tables.assignments(),
        "Số liệu": chain(quarterly_actuals(), one_stop.actuals()),
        "Quy tắc": tables.rules(),
        "Bộ chỉ tiêu": tables.members(),
    }
    for name, headings, rows in words.SHEETS:
        yield name, headings, [*rows, *more.get(name, ())]


def make(path: Path) -> None:
    """Write the workbook of the plan that ships with the program."""
    _write_book(path, "Nam Giang 2023 (số liệu minh họa)", datetime(2023, 2, 16), sheets())


def make_merged(path: Path) -> None:
    """Write the workbook of the merger of 2025, which is taken in after the other."""
    title = "Nam Giang 2025 (số liệu minh họa, sáp nhập cần đối chiếu)"
    _write_book(path, title, datetime(2025, 7, 1), merger.sheets(FIGURES))


def _write_book(path: Path, title: str, created: datetime, tables: Iterator[tuple[str, Row, list[Row]]]) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": created})
    head = book.add_format({"bold": True, "bg_color": "#E3EDF8", "text_wrap": True, "valign": "top", "border": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, headings, rows in tables:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, headings, head)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                _write(sheet, number, column, cell, day)
        for column, heading in enumerate(headings):
            sheet.set_column(column, column, _width(heading, [row[column] for row in rows]))
    book.close()


def _write(sheet: Any, row: int, column: int, cell: object, day: object) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)
    elif isinstance(cell, (int, Decimal)):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, str(cell))


def _width(heading: str, cells: list[object]) -> int:
    return min(60, max(len(heading), *(len(str(cell or "")) for cell in cells), 8) + 2)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
    if len(sys.argv) == 1:
        make_merged(MERGED)
