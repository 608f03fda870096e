"""A table of figures as it is shown: for the clipboard as text and HTML, for Excel as a sheet of real numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from models.errors import KnownError
from models.exchange.clipboard.writer import write_html, write_text
from models.whole_file import whole_file

_MADE_ON = datetime(2020, 1, 1)  # the same figures give the same bytes
_NARROWEST, _WIDEST = 8, 48
_LONGEST_NAME = 31  # of a sheet
_NOT_IN_NAMES = str.maketrans("[]:*?/\\", "       ")


@dataclass(frozen=True, slots=True)
class FigureCell:
    """What a cell shows, and the exact number behind it: a percentage is in percent."""

    text: str = ""
    number: Fraction | Decimal | None = None
    is_percent: bool = False


@dataclass(frozen=True)
class FigureTable:
    """Lines of cells under headings; notes say what the figures are of."""

    title: str
    notes: Sequence[str]
    headings: Sequence[str]
    lines: Sequence[Sequence[FigureCell]]

    def as_text(self) -> str:
        """Return headings and lines parted by tabs."""
        return write_text(self._block())

    def as_html(self) -> str:
        """Return headings and lines as a table that says each number as it is shown."""
        return write_html(self._block())

    def _block(self) -> list[list[str]]:
        return [list(self.headings), *([cell.text for cell in line] for line in self.lines)]


def write_figures(path: Path, table: FigureTable, progress: Callable[[int, int], None] | None = None) -> None:
    """Write a table into a workbook, in place of one of that name; progress is told the lines done, of how many, and
    may raise to end it: then nothing is left. Raises KnownError when it cannot be written."""
    try:
        with whole_file(path, "sổ") as place, place.open("wb") as out:
            book = xlsxwriter.Workbook(out, {"in_memory": True})
            book.set_properties({"title": table.title, "created": _MADE_ON})
            _write(book, table, progress or _untold)
            book.close()
    except XlsxWriterException as error:
        raise KnownError(f"Không ghi được sổ “{path}”; hãy kiểm tra thư mục và ổ đĩa.") from error


def _untold(_done: int, _all: int) -> None:
    """Nobody asks how far it is."""


def _write(book: Any, table: FigureTable, progress: Callable[[int, int], None]) -> None:
    sheet = book.add_worksheet(" ".join(table.title.translate(_NOT_IN_NAMES).split())[:_LONGEST_NAME].strip() or None)
    title, head = book.add_format({"bold": True, "font_size": 13}), book.add_format(
        {"bold": True, "bg_color": "#E3EDF8", "border": 1, "text_wrap": True, "valign": "top"}
    )  # fmt: skip
    formats = {form: book.add_format({"num_format": form}) for form in ("0.00%", "#,##0", "#,##0.00##")}
    sheet.write_string(0, 0, table.title, title)
    for row, note in enumerate(table.notes, 1):
        sheet.write_string(row, 0, note)
    top = len(table.notes) + 2
    for column, heading in enumerate(table.headings):
        sheet.write_string(top, column, heading, head)
    sheet.freeze_panes(top + 1, 1)
    longest = [0] * len(table.headings)
    for done, line in enumerate(table.lines, 1):
        for column, cell in enumerate(line):
            longest[column] = max(longest[column], len(cell.text))
            if cell.number is not None:
                sheet.write_number(top + done, column, _float(cell), formats[_format(cell)])
            elif cell.text:
                sheet.write_string(top + done, column, cell.text)
        progress(done, len(table.lines))
    for column, length in enumerate(longest):
        sheet.set_column(column, column, min(max(length + 2, _NARROWEST), _WIDEST))


def _float(cell: FigureCell) -> float:
    number = Fraction(cell.number or 0)
    return float(number / 100 if cell.is_percent else number)


def _format(cell: FigureCell) -> str:
    if cell.is_percent:
        return "0.00%"
    return "#,##0" if Fraction(cell.number or 0).denominator == 1 else "#,##0.00##"
