"""Writing everything the file holds into one workbook, a row at a time."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from models.errors import KnownError
from models.exchange.columns import Sheet
from models.exchange.evidence_files import write_files
from models.exchange.rows import ROWS, Line, Value
from models.exchange.workbook import CONTINUED
from models.number import format_date
from models.store.database import Database
from models.whole_file import whole_file

ROWS_OF_SHEET = 1_048_575  # Excel's limit, less the headings
LONGEST_TEXT = 32_767  # signs in a cell of Excel
EXACT_DIGITS = 15  # that a number in a cell keeps
_MADE_ON = datetime(2020, 1, 1)  # the same data give the same bytes
_FIRST_DAY = date(1900, 3, 1)  # Excel has a 29/2/1900: before it its days are one off


def export_workbook(db: Database, path: Path, *, rows_of_sheet: int = ROWS_OF_SHEET) -> Path | None:
    """Write every sheet into a workbook, in place of one of that name; the same data give the same bytes.

    Files that prove values go into a folder beside it (see evidence_files), which is returned; None where there are
    none. Not in it: history, and the documents of reports that were made. Held in memory: a row. Raises KnownError
    when it cannot be written; what was there is then left as it was."""
    if path.suffix.lower() != ".xlsx":
        raise KnownError(f"Tên sổ “{path.name}” cần kết thúc bằng .xlsx.")
    try:
        with whole_file(path, "sổ") as place:
            with place.open("wb") as out, TemporaryDirectory(prefix="cchc-") as folder:
                _write(db, out, folder, rows_of_sheet)
            return write_files(db, path)
    except XlsxWriterException as error:
        raise KnownError(f"Không ghi được sổ “{path}”; hãy kiểm tra thư mục và ổ đĩa.") from error


def _write(db: Database, out: IO[bytes], folder: str, rows_of_sheet: int) -> None:
    book = xlsxwriter.Workbook(out, {"constant_memory": True, "tmpdir": folder})
    try:
        book.set_properties({"title": "Dữ liệu chỉ tiêu cải cách hành chính", "created": _MADE_ON})
        pen = _Pen(book)
        for sheet, rows in ROWS:
            _write_sheet(pen, sheet, rows(db), rows_of_sheet)
    finally:
        book.close()


def _write_sheet(pen: "_Pen", sheet: Sheet, lines: Iterator[Line], rows_of_sheet: int) -> None:
    """Write a sheet; what is more than it can hold goes on in further ones of its name.

    An optional one is left out where there is nothing for it."""
    sheet, lines = _without_empty(sheet, lines)
    first = next(lines, None)
    if first is None and sheet.is_optional:
        return
    pen.begin(sheet, sheet.name)
    row, part = 0, 1
    for line in () if first is None else chain((first,), lines):
        if row == rows_of_sheet:
            row, part = 0, part + 1
            pen.begin(sheet, f"{sheet.name}{CONTINUED}{part}")
        row += 1
        pen.write(row, line)


def _without_empty(sheet: Sheet, lines: Iterator[Line]) -> tuple[Sheet, Iterator[Line]]:
    """Leave out the headings of our own, at a sheet's end, where no row has anything; such sheets are small."""
    if not sheet.own:
        return sheet, lines
    listed = list(lines)
    places = [(place, each) for place, each in enumerate(sheet.headings) if each in sheet.own]
    empty = frozenset(each for place, each in places if all(line[place] in (None, "") for line in listed))
    kept = [place for place, each in enumerate(sheet.headings) if each not in empty]
    return sheet.without(empty), iter([tuple(line[place] for place in kept) for line in listed])


class _Pen:
    """Writes typed cells: what looks like a formula or an address stays text."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bg_color": "#E3EDF8", "border": 1, "valign": "top"})
        self._text = book.add_format({"num_format": "@"})
        self._day = book.add_format({"num_format": "dd/mm/yyyy"})
        self._sheet: Any = None
        self._headings: tuple[str, ...] = ()

    def begin(self, sheet: Sheet, title: str) -> None:
        """Begin a sheet with its headings. Codes and periods are shown as text, so that Excel leaves them alone."""
        self._sheet, self._headings = self._book.add_worksheet(title), sheet.headings
        self._sheet.freeze_panes(1, 0)
        for column, heading in enumerate(sheet.headings):
            kept = self._text if heading.startswith(("Mã", "Kỳ", "Số ký hiệu")) else None
            self._sheet.set_column(column, column, sheet.widths[heading], kept)
            self._sheet.write_string(0, column, heading, self._head)

    def write(self, row: int, line: Line) -> None:
        """Write one row; empty texts and None leave their cells out."""
        for column, value in enumerate(line):
            if value is None or value == "":
                continue
            if isinstance(value, str):
                self._write_text(row, column, value)
            elif isinstance(value, date):
                self._write_day(row, column, value)
            else:
                self._write_number(row, column, value)

    def _write_text(self, row: int, column: int, text: str) -> None:
        if len(text) > LONGEST_TEXT:
            raise KnownError(
                f"Trang “{self._sheet.name}”, dòng {row + 1}, cột “{self._headings[column]}”: nội dung dài hơn "
                f"{LONGEST_TEXT} ký tự mà một ô Excel chứa được; hãy rút gọn rồi xuất lại."
            )
        self._sheet.write_string(row, column, text, self._text if self._headings[column].startswith("Mã") else None)

    def _write_day(self, row: int, column: int, day: date) -> None:
        if day < _FIRST_DAY:
            self._sheet.write_string(row, column, format_date(day))
        else:
            self._sheet.write_datetime(row, column, datetime(day.year, day.month, day.day), self._day)

    def _write_number(self, row: int, column: int, number: Value) -> None:
        """Write a number; one with more digits than a cell keeps is written as text, which is read exactly again."""
        exact = Decimal(str(number))
        if len(exact.normalize().as_tuple().digits) > EXACT_DIGITS:
            self._sheet.write_string(row, column, f"{exact:f}".replace(".", ","))
        else:
            self._sheet.write_number(row, column, float(exact))
