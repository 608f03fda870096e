"""Somebody else's table: any workbook, or text with separators in whatever encoding it was saved."""

from __future__ import annotations

import csv
import io
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from unicodedata import normalize
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

from models.errors import KnownError, reason
from models.exchange.cells import Cell
from models.exchange.container import OLE, check_container, damaged
from models.exchange.formulas import has_formulas, without_value
from models.exchange.words import clean

MOST_ROWS = 200_000
TEXT_SHEET = "CSV"
_STEP = 2_000  # rows between two words of progress
_SEPARATORS = "\t;|,"  # where two fit equally well the earlier: a comma may be that of decimals
_SAMPLE_LINES = 60
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]+\d+:[A-Z]+\d+)\"")
_LOST = re.compile(r"\b\w+\?\w+")  # what Excel's plain CSV leaves of Vietnamese letters on many machines
MOST_LOST = 3
_CHUNK = 2**18

Progress = Callable[[int], None]
Row = tuple[Cell, ...]
Range = tuple[int, int, int, int]


class TextCell:
    """A cell of a text file, as openpyxl's are."""

    __slots__ = ("value",)
    number_format = "General"
    data_type = "s"

    def __init__(self, value: str | None) -> None:
        self.value = value


@dataclass(frozen=True)
class Grid:
    """One sheet: its rows from the first on, and the ranges that are merged (row, column, last row, last column).

    Rows and columns count from 0. uncomputed: formulas without a result, which look empty, as (row, column)."""

    title: str
    rows: Sequence[Row]
    merged: tuple[Range, ...] = ()
    uncomputed: frozenset[tuple[int, int]] = frozenset()

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a cell; None where its row ends before it."""
        return self.rows[row][column] if column < len(self.rows[row]) else None

    def is_filled(self, row: int, column: int) -> bool:
        """Return whether anything is in a cell, a formula without a result too."""
        cell = self.cell(row, column)
        value = None if cell is None else cell.value
        if value is None:
            return (row, column) in self.uncomputed
        return not isinstance(value, str) or bool(clean(value))


def is_text(path: Path) -> bool:
    """Return whether a file is text by its first bytes and its name; raises KnownError where it cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except FileNotFoundError as error:
        raise KnownError(f"Không tìm thấy tệp “{path}”.") from error
    except OSError as error:
        raise KnownError(f"Không đọc được tệp “{path.name}”: {reason(error)}.") from error
    return path.suffix.lower() in (".csv", ".txt", ".tsv") and head != OLE and head[:4] != b"PK\x03\x04"


def titles(path: Path) -> list[str]:
    """Return the names of the sheets that hold cells; a text file has one."""
    if is_text(path):
        return [TEXT_SHEET]
    with opened_book(path) as book:
        return [str(each.title) for each in book.worksheets]


def read_grid(path: Path, title: str, progress: Progress | None = None) -> Grid:
    """Read one sheet; raises KnownError for a file that is damaged, locked by a password, too large or no table."""
    if is_text(path):
        return _text_grid(path, progress)
    with opened_book(path) as book:
        sheet = next((each for each in book.worksheets if each.title == title), None)
        if sheet is None:
            raise KnownError(f"Tệp “{path.name}” không có trang “{title}”.")
        return _sheet_grid(path, sheet, title, progress)


@contextmanager
def opened_book(path: Path) -> Iterator[Any]:
    """Open a workbook for streaming, after a look at what it is; no link is followed and no macro is run."""
    check_container(path)
    with path.open("rb") as file:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # as above
            raise damaged(path) from error
        if not book.sheetnames:
            raise damaged(path)
        with closing(book):
            yield book


def _sheet_grid(path: Path, sheet: Any, title: str, progress: Progress | None) -> Grid:
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    rows: list[Row] = []
    for row in _lines(path, sheet):
        rows.append(row)
        _watch(path, len(rows), progress)
    merged, uncomputed = _parts(path, sheet._worksheet_path)
    return Grid(title, _trimmed(rows), merged, uncomputed)


def _lines(path: Path, sheet: Any) -> Iterator[Row]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield from sheet.iter_rows()
    except Exception as error:  # as above
        raise damaged(path) from error


def _parts(path: Path, part: str) -> tuple[tuple[Range, ...], frozenset[tuple[int, int]]]:
    """Return what the streaming reader does not tell: merged ranges, and formulas that were never computed.

    WORKAROUND: only a private name of openpyxl 3.1 tells where a sheet lies in the file."""
    without: frozenset[str] = frozenset()
    try:
        with ZipFile(path) as archive:
            with archive.open(part) as stream:
                has_any = has_formulas(stream)
            with archive.open(part) as stream:
                merged = tuple(map(_range, _merged(stream)))
            if has_any:
                with archive.open(part) as stream:
                    without = without_value(stream)
    except Exception as error:  # as above
        raise damaged(path) from error
    return merged, frozenset(_range(place)[:2] for place in without)


def _merged(stream: IO[bytes]) -> Iterator[str]:
    tail = b""
    while chunk := stream.read(_CHUNK):
        text, last = tail + chunk, 0
        for each in _MERGED.finditer(text):
            yield each[1].decode()
            last = each.end()
        tail = text[max(last, len(text) - 200) :]


def _range(name: str) -> Range:
    first, _, last = name.partition(":")
    (row, column), (last_row, last_column) = map(coordinate_to_tuple, (first, last or first))
    return row - 1, column - 1, last_row - 1, last_column - 1


def _trimmed(rows: list[Row]) -> list[Row]:
    while rows and all(cell.value is None for cell in rows[-1]):
        rows.pop()
    return rows


def _watch(path: Path, count: int, progress: Progress | None) -> None:
    if count > MOST_ROWS:
        raise KnownError(f"Trang của tệp “{path.name}” có hơn {MOST_ROWS:,} dòng nên không đọc.".replace(",", "."))
    if progress is not None and count % _STEP == 0:
        progress(count)


def _text_grid(path: Path, progress: Progress | None) -> Grid:
    try:
        text = decoded(path.read_bytes())
    except OSError as error:
        raise KnownError(f"Không đọc được tệp “{path.name}”: {reason(error)}.") from error
    if len(lost := _LOST.findall(text)) >= MOST_LOST:
        raise KnownError(
            f"Tệp “{path.name}” đã mất chữ có dấu khi được lưu (“{lost[0]}”); hãy mở bảng gốc và lưu lại thành .xlsx, "
            "hoặc thành CSV UTF-8."
        )
    rows: list[Row] = []
    try:
        for fields in csv.reader(io.StringIO(_without_hint(text), newline=""), delimiter=separator(text)):
            rows.append(tuple(TextCell(clean(each) or None) for each in fields))
            _watch(path, len(rows), progress)
    except csv.Error as error:
        raise KnownError(f"Tệp “{path.name}” không phải là bảng CSV đọc được; hãy lưu lại thành .xlsx.") from error
    return Grid(TEXT_SHEET, _trimmed(rows))


def decoded(data: bytes) -> str:
    """Return text saved as UTF-8 or UTF-16, with or without a mark, or in the Windows page of Vietnamese (1258)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    sample = data[:2000]
    if sample and sample.count(0) > len(sample) // 8:
        little = sample[1::2].count(0) >= sample[::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return normalize("NFC", data.decode("cp1258", "replace"))  # there a tone follows its letter


def separator(text: str) -> str:
    """Return what parts the columns: the sign by which most lines have equally many, the first line among them."""
    lines = text.splitlines()
    if lines and (hint := re.fullmatch(r"sep=(.)", lines[0].strip(), re.IGNORECASE)):
        return hint[1]
    sample = "\n".join(line for line in lines[:_SAMPLE_LINES] if line.strip())
    return max(_SEPARATORS, key=lambda sign: _fit(sample, sign))


def _fit(sample: str, sign: str) -> tuple[float, int]:
    try:
        counts = [len(fields) for fields in csv.reader(io.StringIO(sample), delimiter=sign) if fields]
    except csv.Error:
        return 0.0, 0
    several = [count for count in counts if count > 1]
    if not several:
        return 0.0, 0
    width, lines = Counter(several).most_common(1)[0]
    is_narrower = sum(1 < count != width for count in counts)
    return (lines - is_narrower / 2) / len(counts), width


def _without_hint(text: str) -> str:
    return re.sub(r"\Asep=.\r?\n", "", text, flags=re.IGNORECASE)
