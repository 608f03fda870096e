"""A foreign workbook: opened with care, its sheets and headings found, blank rows left out."""

import re
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from models.exchange import cells
from models.exchange.cells import Cell
from models.exchange.columns import SHEETS, Sheet
from models.exchange.container import check_container, damaged
from models.exchange.formulas import has_formulas, without_value
from models.exchange.tables import Problem, Row, Table, is_uncomputed
from models.exchange.words import clean, key

CONTINUED = " tiếp "  # a sheet with more rows than Excel has goes on in "Số liệu tiếp 2"

_CONTINUED = re.compile(rf"(.+){CONTINUED}\d+")
_HINT = re.compile(r"\s*(\([^()]*\)|\*)$")
_LOCAL_CLOCK = b"<Application>LibreOffice"
_LOOKED_AT = 20  # rows among which the headings are looked for

Line = tuple[int, tuple[Cell, ...]]


class Workbook:
    """The sheets of one file, the one at path; notes and problems gather while they are read.

    Raises KnownError, now or while reading, when the file is no workbook, unsafe or damaged. Close it, or use with."""

    def __init__(self, path: Path) -> None:
        check_container(path)
        self.path = path
        self.notes: list[str] = []
        self.problems: list[Problem] = []
        self._file = path.open("rb")
        try:
            self._book = self._opened()
            self._found = self._sheets()
            if not self._book.sheetnames:  # also what openpyxl makes of a strict workbook
                raise damaged(path)
            self.titles = [clean(each) for each in self._book.sheetnames]
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(self, *_: object) -> None:
        self._book.close()
        self._file.close()

    @property
    def saved_at(self) -> datetime | None:
        """When somebody saved it last, as it says itself: nothing in it is younger.

        None where it does not say so, or not surely so: LibreOffice (7.4) writes local time and calls it UTC; and where
        it speaks of a time to come. Whole seconds are told: it is the end of one."""
        said = self._book.properties
        if said.modified is None or said.created is None or said.modified <= said.created:
            return None  # as it was first written
        if _LOCAL_CLOCK in self._application():
            return None
        at = (said.modified if said.modified.tzinfo else said.modified.replace(tzinfo=UTC)) + timedelta(seconds=0.999)
        return at if at < datetime.now(UTC) else None

    def _application(self) -> bytes:
        """Return what the file says of the program that saved it, as it stands there."""
        try:
            with ZipFile(self._file) as archive:
                return archive.read("docProps/app.xml")
        except KeyError:
            return b""

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield the rows of a sheet below its headings, blank ones left out; nothing when there is no such sheet."""
        for found in self._found.get(sheet.name, ()):
            yield from self._rows(sheet, found)

    def _opened(self) -> Any:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return load_workbook(self._file, read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # openpyxl raises whatever its parts happen to raise
            raise damaged(self.path) from error

    def _sheets(self) -> dict[str, list[Any]]:
        known = {key(sheet.name): sheet.name for sheet in SHEETS}
        found: dict[str, list[Any]] = {}
        for each in (*self._book.worksheets, *self._book.chartsheets):
            title = clean(each.title)
            continued = _CONTINUED.fullmatch(title)
            name = known.get(key(continued[1] if continued else title))
            if name is None or each in self._book.chartsheets:
                self.notes.append(f"Trang “{title}” không có trong mẫu nên không được đọc.")
            else:
                each.reset_dimensions()  # what a file says of its size may be wrong
                found.setdefault(name, []).append(each)
        return found

    def _lines(self, found: Any) -> Iterator[Line]:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield from enumerate(found.iter_rows(), start=1)
        except Exception as error:  # as above
            raise damaged(self.path) from error

    def _header(self, sheet: Sheet, title: str, first: list[Line]) -> Line | None:
        """Return the line with the most known headings, the first of such; None when there is nothing."""
        filled = [line for line in first if not all(map(cells.is_blank, line[1]))]
        if not filled:
            return None
        header = max(filled, key=lambda line: sum(_heading(sheet, cell) is not None for cell in line[1]))
        if header is not filled[0]:
            self.notes.append(f"Trang “{title}”: bỏ qua các dòng phía trên dòng tiêu đề (dòng {header[0]}).")
        return header

    def _columns(self, sheet: Sheet, title: str, header: Line) -> dict[str, int]:
        columns: dict[str, int] = {}
        for index, cell in enumerate(header[1]):
            written, heading = cells.shown(cell), _heading(sheet, cell)
            if heading is None and written:
                self.notes.append(f"Trang “{title}”: cột “{written}” không có trong mẫu nên không được đọc.")
            elif heading in columns:
                self.problems.append(Problem(title, header[0], written, written, "mỗi tiêu đề chỉ một lần"))
            elif heading is not None:
                columns[heading] = index
        return columns

    def _uncomputed(self, found: Any) -> frozenset[str]:
        # WORKAROUND: openpyxl 3.1 with data_only shows a formula without a result as an empty cell, and only this
        # private name tells where a sheet lies in the file.
        part = found._worksheet_path
        try:
            with ZipFile(self.path) as archive:
                with archive.open(part) as stream:
                    if not has_formulas(stream):
                        return frozenset()
                with archive.open(part) as stream:
                    return without_value(stream)
        except Exception as error:  # as above
            raise damaged(self.path) from error

    def _rows(self, sheet: Sheet, found: Any) -> Iterator[Row]:
        title, lines = clean(found.title), self._lines(found)
        first = list(islice(lines, _LOOKED_AT))
        header = self._header(sheet, title, first)
        if header is None:
            return
        table = Table(sheet, title, self._columns(sheet, title, header), self._uncomputed(found), self.problems)
        nameless = _Nameless(table, header)
        is_first = True
        for number, line in chain((line for line in first if line[0] > header[0]), lines):
            nameless.look_at(line)
            if _is_blank(table, line):
                continue
            if is_first:
                self._report_missing(table, header[0])
                is_first = False
            yield Row(table, number, line)
        self.notes.extend(nameless.notes())

    def _report_missing(self, table: Table, number: int) -> None:
        for heading in table.sheet.headings:
            if heading in table.sheet.required and heading not in table.columns:
                self.problems.append(Problem(table.title, number, heading, "", "có cột này"))


class _Nameless:
    """Columns that hold something but have no heading: they are told, once each."""

    def __init__(self, table: Table, header: Line) -> None:
        self._title, self._width = table.title, len(header[1])
        self._inside = [index for index, cell in enumerate(header[1]) if cells.is_blank(cell)]
        self._found: set[int] = set()

    def look_at(self, line: tuple[Cell, ...]) -> None:
        """Remember the columns of a line that hold something."""
        if self._inside or len(line) > self._width:
            places = (*(index for index in self._inside if index < len(line)), *range(self._width, len(line)))
            self._found.update(index for index in places if not cells.is_blank(line[index]))

    def notes(self) -> list[str]:
        """Return a sentence for each."""
        names = (get_column_letter(index + 1) for index in sorted(self._found))
        return [f"Trang “{self._title}”: cột {name} không có tiêu đề nên không được đọc." for name in names]


def _heading(sheet: Sheet, cell: Cell) -> str | None:
    """Return the heading that a cell means: case, blanks, line breaks and a hint in brackets do not matter."""
    written = cells.shown(cell)
    return sheet.by_key.get(key(written)) or sheet.by_key.get(key(_HINT.sub("", written)))


def _is_blank(table: Table, line: tuple[Cell, ...]) -> bool:
    for index in table.columns.values():
        if index < len(line):
            cell = line[index]
            if not cells.is_blank(cell) or (table.uncomputed and is_uncomputed(table, cell)):
                return False
    return True
