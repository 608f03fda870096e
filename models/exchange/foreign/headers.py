"""Where a foreign table begins: its header row or rows, and what each column is called."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from models.exchange.cells import is_blank, shown
from models.exchange.foreign.files import Grid
from models.folding import fold

JOINED = " / "
LOOKED_AT = 60
DEEPEST = 4
_NUMBER = re.compile(r"[\d\s.,%+\-\u2212()/]+")
_NUMBERING = re.compile(r"\(?\s*(\d{1,2}|[a-zđ])\s*\)?(\s*=.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """The rows that name the columns, counted from 0; body is the first row below them."""

    first: int
    count: int

    @property
    def body(self) -> int:
        """The first row below."""
        return self.first + self.count


def find_header(grid: Grid) -> Header:
    """Return the rows that most likely name the columns: what stands in words right above the first figures."""
    data = next((row for row in range(min(len(grid.rows), LOOKED_AT)) if _is_data(grid, row)), None)
    if data is None:
        first = next((row for row in range(len(grid.rows)) if _words(grid, row) > 1), 0)
        return Header(first, 1)
    wanted = max(2, _filled(grid, data) // 2)
    above = [row for row in range(data) if _words(grid, row) >= wanted and not is_numbering(grid, row)]
    if not above:
        above = [row for row in range(data) if _words(grid, row) > 0 and not is_numbering(grid, row)]
    if not above:
        return Header(data, 0)
    first = last = max(above, key=lambda row: (_words(grid, row), row))
    while last + 1 < data and last - first + 1 < DEEPEST and _goes_on(grid, last, last + 1):
        last += 1
    while first > 0 and last - first + 1 < DEEPEST and _adds(grid, first - 1, Header(first, last - first + 1), data):
        first -= 1
    return Header(first, last - first + 1)


def headings(grid: Grid, header: Header) -> list[str]:
    """Return what each column is called; of several rows from the top down, a merged heading over all it covers."""
    texts = [_spread(grid, row, header) for row in range(header.first, header.body)]
    return [JOINED.join(_distinct(line[column] for line in texts)) for column in range(grid.width)]


def fingerprint(names: list[str]) -> str:
    """Return what tells one form of table from another: its headings without case, tones, blanks and figures of years.

    The next quarter's file of the same system has the same."""
    folded = (re.sub(r"\b(19|20)\d\d\b", "#", " ".join(fold(each).split())) for each in names)
    return " | ".join(folded).strip(" |") or "?"


def is_numbering(grid: Grid, row: int) -> bool:
    """Return whether a row only numbers the columns: (1), (2), (3) = (4) + (5)."""
    texts = [shown(cell) for cell in grid.rows[row] if not is_blank(cell)]
    if len(texts) < 3 or not all(_NUMBERING.fullmatch(text) for text in texts):
        return False
    numbers = [int(found[1]) for text in texts if (found := _NUMBERING.fullmatch(text)) and found[1].isdigit()]
    return len(numbers) >= 2 and numbers[0] <= 3 and all(later == earlier + 1 for earlier, later in pairwise(numbers))


def is_number_like(cell: object) -> bool:
    """Return whether a cell holds a number, or a text that looks like one."""
    value = getattr(cell, "value", None)
    if isinstance(value, str):
        text = value.strip()
        return bool(_NUMBER.fullmatch(text)) and any(letter.isdigit() for letter in text)
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_data(grid: Grid, row: int) -> bool:
    cells = [cell for cell in grid.rows[row] if not is_blank(cell)]
    numbers = sum(map(is_number_like, cells)) + sum(place[0] == row for place in grid.uncomputed)
    words = sum(not is_number_like(cell) for cell in cells)
    return numbers > 0 and words > 0 and row > 0 and not is_numbering(grid, row)


def _filled(grid: Grid, row: int) -> int:
    return sum(not is_blank(cell) for cell in grid.rows[row])


def _words(grid: Grid, row: int) -> int:
    return sum(not is_blank(cell) and not is_number_like(cell) for cell in grid.rows[row])


def _goes_on(grid: Grid, row: int, below: int) -> bool:
    """Return whether the next row parts the headings of this one: it stands under merged or empty ones only."""
    if _words(grid, below) < 2 or is_numbering(grid, below) or any(map(is_number_like, grid.rows[below])):
        return False
    upper = [_text(grid, row, column) for column in range(grid.width)] + [""]
    under = [column for column in range(grid.width) if _text(grid, below, column)]
    return all(not upper[column] or not upper[column + 1] for column in under)


def _adds(grid: Grid, row: int, header: Header, data: int) -> bool:
    """Return whether a row above names columns that have no heading yet, or parts those of equal ones."""
    if _words(grid, row) < 2 or any(map(is_number_like, grid.rows[row])):
        return False
    names = headings(grid, header)
    line = [_text(grid, row, column) for column in range(grid.width)]
    body = range(data, min(len(grid.rows), data + 5))
    lacking = [
        column for column, name in enumerate(names) if not name and any(grid.is_filled(each, column) for each in body)
    ]
    if any(line[column] for column in lacking):
        return True
    counts = Counter(name for name in names if name)
    equal = {column for column, name in enumerate(names) if counts[name] > 1}
    higher = headings(grid, Header(row, header.count + 1))
    return len({higher[column] for column in equal}) > len({names[column] for column in equal})


def _spread(grid: Grid, row: int, header: Header) -> list[str]:
    """Return a header row with its merged headings over all their columns and rows.

    A text file, or a workbook without merged cells, is read as people lay it out: a heading goes on to its right as
    long as there is nothing above and something below."""
    line = [_text(grid, row, column) for column in range(grid.width)]
    merged = [each for each in grid.merged if each[0] < header.body and each[2] >= header.first]
    for top, left, bottom, right in merged:
        if top <= row <= bottom:
            text = _text(grid, top, left)
            line[left : right + 1] = [text] * (min(right + 1, len(line)) - left)
    if not merged and row + 1 < header.body:
        below = _spread(grid, row + 1, header)
        for column in range(1, len(line)):
            if not line[column] and below[column] and below[column - 1]:
                line[column] = line[column - 1]
    return line


def _text(grid: Grid, row: int, column: int) -> str:
    cell = grid.cell(row, column)
    return "" if cell is None or is_blank(cell) else " ".join(shown(cell).split())


def _distinct(texts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for each in texts:
        if each and (not found or found[-1] != each):
            found.append(each)
    return found
