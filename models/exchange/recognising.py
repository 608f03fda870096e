"""Whether a file is a workbook of this program, one of its forms, or somebody else's table."""

from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from models.exchange.cells import shown
from models.exchange.columns import SHEETS, Sheet
from models.exchange.foreign.files import opened_book
from models.exchange.unit_form.reader import is_unit_form
from models.exchange.words import clean, key

BOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
TEXTS = frozenset({".csv", ".txt", ".tsv"})
_LOOKED_AT = 20
_ENOUGH = 2  # headings of ours that make a sheet ours: a sheet of somebody else may be called "Số liệu" too


def is_ours(path: Path) -> bool:
    """Return whether a file is to be taken in by its sheets and headings; raises KnownError for what cannot be read."""
    if path.suffix.lower() in TEXTS:
        return False
    if is_unit_form(path):
        return True
    known = {key(sheet.name): sheet for sheet in SHEETS}
    with opened_book(path) as book:
        for found in book.worksheets:
            sheet = known.get(key(clean(found.title).split(" tiếp ")[0]))
            if sheet is not None and _has_headings(sheet, found):
                return True
    return False


def _has_headings(sheet: Sheet, found: Any) -> bool:
    found.reset_dimensions()
    with closing(found.iter_rows(values_only=False)) as rows:
        for row in islice(rows, _LOOKED_AT):
            if sum(key(shown(cell)) in sheet.by_key for cell in row) >= _ENOUGH:
                return True
    return False
