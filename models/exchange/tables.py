"""The rows of one sheet: cells by their heading, and every wrong cell kept for the list."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from openpyxl.utils.escape import unescape

from models.errors import KnownError
from models.exchange import cells
from models.exchange.cells import Cell, CellError
from models.exchange.columns import Sheet
from models.exchange.words import listed, meant
from models.period import Period, read_period

FIRST_YEAR, LAST_YEAR = 1990, 2200

_NOT_COMPUTED = "giá trị; công thức này chưa được tính, hãy mở bằng Excel và lưu lại"

Read = TypeVar("Read")
Code = TypeVar("Code")


@dataclass(frozen=True, slots=True)
class Problem:
    """A wrong cell: where it is, what was found there and what is expected; found is empty for an empty cell."""

    sheet: str
    row: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        found = f"thấy “{self.found}”" if self.found else "ô trống"
        return f"Trang “{self.sheet}”, dòng {self.row}, cột “{self.column}”: {found}; cần {self.expected}."


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet as it was found: its title there, which column is which, and formulas that were never computed."""

    sheet: Sheet
    title: str
    columns: Mapping[str, int]
    uncomputed: frozenset[str]
    problems: list[Problem]


class Row:
    """One row of a sheet. What does not fit is added to the problems; the reading then goes on with nothing."""

    __slots__ = ("_cells", "is_right", "number", "table")

    def __init__(self, table: Table, number: int, row: tuple[Cell, ...]) -> None:
        self.table, self.number, self._cells = table, number, row
        self.is_right = True

    def cell(self, heading: str) -> Cell | None:
        """Return a cell; None where the column is absent or the row ends before it."""
        index = self.table.columns.get(heading)
        return self._cells[index] if index is not None and index < len(self._cells) else None

    def wrong(self, heading: str, expected: str, found: str | None = None) -> None:
        """Add a problem; found is what the cell shows unless given."""
        if found is None:
            cell = self.cell(heading)
            found = "" if cell is None else cells.shown(cell)
        self.table.problems.append(Problem(self.table.title, self.number, heading, found, expected))
        self.is_right = False

    def is_blank(self, heading: str) -> bool:
        """Return whether there is nothing in a cell, or no such column."""
        cell = self.cell(heading)
        return cell is None or (cells.is_blank(cell) and not is_uncomputed(self.table, cell))

    def text(self, heading: str) -> str:
        """Read a text or a code, empty where there is none; a required one must be there."""
        return self._read(heading, cells.text) or ""

    def words(self, heading: str) -> str:
        """Read a text with every blank and sign that it was written with, empty where there is none."""
        cell = self.cell(heading)
        is_text = cell is not None and isinstance(cell.value, str) and cell.data_type != "e"
        return unescape(cell.value) if cell is not None and is_text else self.text(heading)

    def codes(self, heading: str) -> tuple[str, ...]:
        """Read a list of codes, each once."""
        found = self._read(heading, cells.codes) or ()
        if len(set(found)) < len(found):
            self.wrong(heading, "mỗi mã chỉ một lần")
        return found

    def decimal(self, heading: str, expected: str = "một số", *, is_percent: bool = True) -> Decimal | None:
        """Read an exact number that is not negative."""
        return self._read(heading, lambda cell: cells.number(cell, expected, is_percent=is_percent))

    def whole(self, heading: str, expected: str, least: int = 0, most: int | None = None) -> int | None:
        """Read a whole number within bounds."""
        return self._read(heading, lambda cell: cells.whole(cell, expected, least, most))

    def day(self, heading: str) -> date | None:
        """Read a date."""
        return self._read(heading, cells.day)

    def moment(self, heading: str) -> datetime | None:
        """Read a moment with its time zone; None for an empty cell."""
        written = self.text(heading)
        if not written:
            return None
        try:
            at = datetime.fromisoformat(written)
        except ValueError:
            at = None
        if at is None or at.tzinfo is None:
            self.wrong(heading, "thời điểm viết như 2023-06-18T07:30:00+07:00")
            return None
        return at

    def word(self, heading: str, words: Mapping[str, Code], expected: str = "") -> Code | None:
        """Read one of some words; None for an empty cell."""
        written = self.text(heading)
        found = meant(words, written) if written else None
        if written and found is None:
            self.wrong(heading, expected or f"một trong: {listed(words)}")
        return found

    def period(self, heading: str, year: int | None = None) -> Period | None:
        """Read a period's code, of the year where one is given; None for an empty cell."""
        written = self.text(heading)
        if not written:
            return None
        like = year or 2023
        expected = f"kỳ viết như {like}-Q1, {like}-H1, {like}-9M hoặc {like}"
        try:
            found = read_period(written)
        except KnownError:
            self.wrong(heading, expected)
            return None
        if found.year != year if year else not FIRST_YEAR <= found.year <= LAST_YEAR:
            self.wrong(heading, f"{expected} (kế hoạch của năm {year})" if year else expected)
            return None
        return found

    def marked(self, heading: str) -> bool:
        """Read a mark: x, or nothing."""
        return bool(self.word(heading, {"x": True, "có": True, "không": False}, "x hoặc để trống"))

    def known(self, heading: str, codes: Mapping[str, object], of_what: str) -> str:
        """Read a code that must be one of those known; empty where the cell is, or when it is not known."""
        code = self.text(heading)
        if code and code not in codes:
            self.wrong(heading, f"mã {of_what} đã có trong sổ này hoặc trong tệp dữ liệu")
            return ""
        return code

    def once(self, seen: dict[object, int], key: Hashable, heading: str) -> None:
        """Refuse a key that an earlier row of the sheet has."""
        if not self.is_right:
            return
        first = seen.setdefault(key, self.number)
        if first != self.number:
            self.wrong(heading, f"dòng không trùng với dòng {first}")

    def _read(self, heading: str, read: Callable[[Cell], Read]) -> Read | None:
        cell = self.cell(heading)
        try:
            if cell is not None and is_uncomputed(self.table, cell):
                raise CellError("công thức", _NOT_COMPUTED)
            found = None if cell is None or cell.value is None else read(cell)
        except CellError as error:
            self.wrong(heading, error.expected, error.found)
            return None
        if heading in self.table.sheet.required and found in (None, "", ()):
            self._missing(heading)
        return found

    def _missing(self, heading: str) -> None:
        if heading in self.table.columns:
            self.wrong(heading, "có giá trị, ô này không được để trống", "")
        self.is_right = False


def is_uncomputed(table: Table, cell: Cell) -> bool:
    """Return whether a cell that looks empty holds a formula without a result."""
    return bool(table.uncomputed) and cell.value is None and getattr(cell, "coordinate", "") in table.uncomputed
