"""Many cells at once: copying out, taking in from a clipboard, down and clear; all or nothing. No Qt."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.errors import KnownError
from models.number import read_either, read_number
from models.plan import Actual
from ui.pages.entry.form import Column, Form, Row, RowKind
from ui.pages.entry.reading import Reader, with_text

_SEPARATOR = re.compile(r'mso-displayed-decimal-separator:\s*"\\?([.,])"')
_NOTHING = {"", "–", "-", "xem lỗi", "see the error"}
_SWAPPED = str.maketrans(".,", ",.")


@dataclass(frozen=True, slots=True)
class Edit:
    """A text for one cell; row is the number of the line shown."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text that a cell cannot take, and why."""

    row: int
    column: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What some edits come to: the actuals that change, or, when any is refused, none of them."""

    actuals: tuple[Actual, ...] = ()
    refused: tuple[Refusal, ...] = ()


def applied(form: Form, rows: Sequence[Row], edits: Iterable[Edit], read: Reader = read_number) -> Outcome:
    """Return the actuals that edits lead to; edits of both parts of a ratio meet in one actual."""
    changed: dict[tuple[str, object], Actual] = {}
    refused: list[Refusal] = []
    for edit in edits:
        try:
            actual = _edited(form, rows[edit.row], edit, changed, read)
        except KnownError as error:
            refused.append(Refusal(edit.row, edit.column, edit.text, str(error)))
        else:
            changed[actual.indicator, actual.period] = actual
    if refused:
        return Outcome(refused=tuple(refused))
    return Outcome(tuple(each for key, each in changed.items() if each != _before(form, each)))


def _edited(form: Form, row: Row, edit: Edit, changed: dict[tuple[str, object], Actual], read: Reader) -> Actual:
    period = form.period_of(row, edit.column)
    if period is None or row.indicator is None or row.field is None:
        raise KnownError("Ô này do máy tính ra, không nhập được.")
    if lock := form.lock_text(period):
        raise KnownError(lock)
    actual = changed.get((row.indicator.code, period)) or form.actual(row.indicator, period)
    return with_text(actual, row.indicator, row.field, edit.text, form.grades, read)


def _before(form: Form, actual: Actual) -> Actual:
    empty = Actual(actual.indicator, actual.unit, actual.period)
    return form.actuals.get((actual.indicator, actual.period), empty)


def read_block(text: str) -> list[list[str]]:
    """Read a clipboard's plain text: lines of cells parted by tabs, quoted where a cell holds tabs or line ends."""
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    return [
        [cell.strip() for cell in line] or [""] for line in csv.reader((f"{line}\n" for line in lines), "excel-tab")
    ]


def write_block(block: Sequence[Sequence[str]]) -> str:
    """Write lines of cells parted by tabs, as spreadsheets take them; each line of several has its end."""
    lines = ["\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line) for line in block]
    return "\n".join([*lines, ""]) if len(lines) > 1 else "".join(lines)


def reader_of(html: str, is_ours: bool = False) -> Reader:
    """Return how numbers of a clipboard are read: as its HTML says, as ours when it is ours, else never guessing."""
    found = _SEPARATOR.search(html)
    if is_ours or (found and found[1] == ","):
        return read_number
    return _read_english if found else read_either


def _read_english(text: str) -> Decimal:
    return read_number(text.translate(_SWAPPED))


def placed(
    rows: Sequence[Row], block: Sequence[Sequence[str]], top: int, left: int
) -> tuple[list[Edit], list[Refusal]]:
    """Lay a block on the grid, its first cell on (top, left).

    A block that carries the computed lines too (rates or nothing on each) is laid line on line; else its lines go to
    the lines that are typed, one after the other. Empty cells of the block leave alone what is there."""
    lines = _target_lines(rows, block, top)
    edits: list[Edit] = []
    refused: list[Refusal] = []
    for number, cells in enumerate(block):
        for offset, text in enumerate(cells):
            if text.casefold() in _NOTHING:
                continue
            row, column = lines[number] if number < len(lines) else -1, left + offset
            if row < 0 or column > Column.STATE:
                refused.append(Refusal(max(row, top), min(column, Column.STATE), text, f"“{text}” nằm ngoài bảng."))
            elif rows[row].kind is RowKind.ENTRY:
                edits.append(Edit(row, column, text))
    return edits, refused


def _target_lines(rows: Sequence[Row], block: Sequence[Sequence[str]], top: int) -> list[int]:
    under = rows[top : top + len(block)]
    one_to_one = len(under) == len(block) and all(
        row.kind is RowKind.ENTRY or all(_is_computed(text) for text in line)
        for row, line in zip(under, block, strict=True)
    )
    if one_to_one:
        return list(range(top, top + len(block)))
    return [number for number in range(top, len(rows)) if rows[number].kind is RowKind.ENTRY][: len(block)]


def _is_computed(text: str) -> bool:
    return text.casefold() in _NOTHING or text.endswith("%")
