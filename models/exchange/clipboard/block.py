"""Reading what other programs put on the clipboard: cells from the plain text, how to read them from the HTML.

A text that could be two numbers is never decided in silence: either a mark of the HTML decides, or both readings are
given and a person chooses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from models.errors import KnownError
from models.exchange.clipboard.marks import (
    ENGLISH,
    NO_MARK,
    VIETNAMESE,
    Content,
    Marks,
    Separators,
    Source,
    read_marks,
)
from models.number import MINUS, AmbiguousNumberError, exact, format_number

_QUOTED_CELL = re.compile(r'[ ]*"((?:[^"]|"")*)"[ ]*(?=[\t\n]|$(?!\n))')
_CLOSING = re.compile(r'"[ ]*(?=[\t\n]|$)')
_PLAIN_CELL = re.compile(r"[^\t\n]*")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"
_EDGES = _SPACES + "\t\n\ufeff\N{ZERO WIDTH SPACE}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
_SIGN = re.compile(rf"[-+\N{{MINUS SIGN}}\N{{EN DASH}}][{_SPACES}]*(?=\d)")
_DASHES = {"-", "–", "—", MINUS, "--", "- -"}
_NARROW = re.compile(r"#{2,}")
_FAULT = re.compile(r"#[A-ZĐ][A-Z0-9/]*[!?]?|Err:\d{3}", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"[-+]?\d+(?:[.,]\d+)?[eE][-+]?\d+")
_DATE = re.compile(
    r"\d{1,4}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}:\d{2}(?::\d{2})?"
)
_NEGATIVE = re.compile(r"\(.*\d.*\)|.*\d[-\N{MINUS SIGN}]")


class PastedCell(NamedTuple):
    """One cell: its text as shown, what it held where it came from, and its exact value in digits ("" if untold)."""

    text: str
    content: Content = Content.UNKNOWN
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """What was copied. separators: those that the clipboard states, None where it states none.

    A line may be shorter than the widest."""

    lines: tuple[tuple[PastedCell, ...], ...]
    source: Source = Source.UNKNOWN
    separators: Separators | None = None

    @property
    def is_one_cell(self) -> bool:
        """Whether a single cell was copied."""
        return len(self.lines) == 1 and len(self.lines[0]) == 1


def read_block(text: str, html: str = "", *, is_ours: bool = False) -> Block:
    """Put together a clipboard's plain text and its HTML; is_ours: this program wrote it."""
    texts = read_lines(text)
    if is_ours:
        own = tuple(tuple(PastedCell(cell, Content.NUMBER) for cell in line) for line in texts)
        return Block(own, Source.OURS, VIETNAMESE)
    marks = read_marks(html)
    return Block(_with_marks(texts, marks), marks.source, marks.separators)


def _with_marks(texts: list[list[str]], marks: Marks) -> tuple[tuple[PastedCell, ...], ...]:
    """Give each cell its mark; where the table has another shape than the text, nothing is known of any cell."""
    known, width = marks.cells, max(map(len, texts))
    # Excel writes no line for what follows the last filled cell of a row; Calc's table has them all
    fits = len(known) == len(texts) and all(
        len(line) == len(cells) or len(line) == width for line, cells in zip(known, texts, strict=True)
    )
    if not fits:
        content = Content.TEXT if known else Content.UNKNOWN
        return tuple(tuple(PastedCell(cell, content) for cell in line) for line in texts)
    return tuple(
        tuple(PastedCell(cell, *(line[place] if place < len(line) else NO_MARK)) for place, cell in enumerate(cells))
        for line, cells in zip(known, texts, strict=True)
    )


def read_lines(text: str) -> list[list[str]]:
    """Read plain text: lines of cells parted by tabs, quoted where a cell holds tabs or line ends.

    A quotation mark that does not enclose its whole cell is a part of the text."""
    plain = _LINE_ENDS.sub("\n", text.rstrip("\0")).removesuffix("\n")
    if '"' not in plain:
        return [[cell.strip(_EDGES) for cell in line.split("\t")] for line in plain.split("\n")]
    lines: list[list[str]] = [[]]
    place = 0
    last_closed = max((found.start() for found in _CLOSING.finditer(plain)), default=-1)
    while True:
        found = _QUOTED_CELL.match(plain, place) if place < last_closed else None
        if found:
            cell = found[1].replace('""', '"')
        else:
            found = _PLAIN_CELL.match(plain, place)
            assert found is not None
            cell = found[0]
        lines[-1].append(cell.strip(_EDGES))
        place = found.end()
        if place >= len(plain):
            return lines
        if plain[place] == "\n":
            lines.append([])
        place += 1


def is_nothing(text: str) -> bool:
    """Return whether a cell says nothing: empty, or a dash."""
    return not text or text in _DASHES


def readings(
    cell: PastedCell, separators: Separators | None, *, is_chosen: bool = False, takes_percent: bool = False
) -> tuple[Decimal, ...]:
    """Return the numbers that a cell can be: one, or two where nothing decides between them, the Vietnamese one first.

    separators: those stated for the block or, when is_chosen, those that a person chose, which then decide for texts
    too. Raises KnownError with the reason for what is no number, cannot be kept exactly, or is shown differently
    from what it is."""
    text = cell.text
    told = cell.exact
    if text.isascii() and text.isdigit() and len(text) < 13 and told in ("", text):
        return (Decimal(text),)
    if told.isdigit() and text.replace(".", "").replace(",", "") == told:
        return (exact(Decimal(told)),)  # grouped, however it is grouped
    is_percent = text.endswith("%")
    if is_percent and not takes_percent:
        raise KnownError(f"“{text}” là phần trăm; ô này nhận số đếm, không nhận tỷ lệ.")
    sign, digits = _parts(text.removesuffix("%").rstrip(_SPACES))
    found = _candidates(digits, cell, separators, is_chosen)
    if len(found) == 1 and sign > 0 and not told:
        return (exact(found[0]),)
    if not found:
        raise KnownError(_reason(text))
    numbers = [each.copy_negate() if sign < 0 else each for each in found]
    if told:
        numbers = _as_exact(text, numbers, Decimal(told) * (100 if is_percent else 1))
    if sign < 0 and any(numbers):
        raise KnownError(f"“{text}” là số âm; ô này nhận số từ 0 trở lên.")
    kept = dict.fromkeys(exact(number) for number in numbers)
    return tuple(kept)


def read_one(cell: PastedCell, separators: Separators | None, *, is_chosen: bool = False) -> Decimal:
    """Return the one number that a cell is; raises AmbiguousNumberError where it can be two, else like readings."""
    found = readings(cell, separators, is_chosen=is_chosen)
    if len(found) == 2:
        raise AmbiguousNumberError(cell.text, (found[0], found[1]))
    return found[0]


def exact_differs(cell: PastedCell, number: Decimal) -> str:
    """Return the value that a cell holds, as a person writes it, where it shows it rounded; else ""."""
    if not cell.exact:
        return ""
    value = Decimal(cell.exact) * (100 if cell.text.endswith("%") else 1)
    noise = max(Decimal(1), abs(value)).scaleb(-12)
    return format_number(value) if abs(value - number) > noise else ""


def _parts(text: str) -> tuple[int, str]:
    found = _SIGN.match(text)
    if not found:
        return 1, text
    return (1 if text[0] == "+" else -1), text[found.end() :]


def _candidates(digits: str, cell: PastedCell, separators: Separators | None, is_chosen: bool) -> list[Decimal]:
    """Return the readings as shown, not normalised: their decimals tell how far the cell was rounded.

    Where the exact value is told, it decides, not the separators."""
    stated = _parsed(digits, separators) if separators is not None else None
    if stated is not None and not cell.exact and (is_chosen or cell.content is not Content.TEXT):
        return [stated]
    if separators is not None and cell.content is Content.NUMBER and not cell.exact:
        return []  # a number shown as no number is: a month, a time, a scale
    either = [number for each in (VIETNAMESE, ENGLISH) if (number := _parsed(digits, each)) is not None]
    found = either or ([] if stated is None else [stated])
    return found[:1] if len(found) == 2 and found[0] == found[1] else found


def _as_exact(text: str, numbers: Sequence[Decimal], value: Decimal) -> list[Decimal]:
    """Return the readings that are the cell's value, rounded as it is shown."""
    found = []
    for number in numbers:
        shown = number.as_tuple().exponent
        assert isinstance(shown, int)
        unit = Decimal(1).scaleb(shown)
        if abs(value - number) * 2 <= unit * (1 + Decimal("1e-9")):
            found.append(number)
    if not found:
        raise KnownError(
            f"“{text}” là số đang hiện, còn giá trị thật của ô nguồn là {_plain(value)}; hãy bỏ định dạng rồi chép lại."
        )
    return found


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


@lru_cache(maxsize=32)
def _pattern(separators: Separators) -> re.Pattern[str]:
    """Groups of three parted by the thousands' sign or by blanks, the same throughout; the first begins not with 0."""
    groups = "".join(map(re.escape, separators.thousand if separators.thousand not in _SPACES else ""))
    return re.compile(
        rf"([1-9]\d{{0,2}}([{groups}{_SPACES}])\d{{3}}(?:\2\d{{3}})*|\d+)(?:{re.escape(separators.decimal)}(\d+))?"
    )


def _parsed(text: str, separators: Separators) -> Decimal | None:
    found = _pattern(separators).fullmatch(text)
    if found is None:
        return None
    whole = found[1].replace(found[2], "") if found[2] else found[1]
    return Decimal(f"{whole}.{found[3]}" if found[3] else whole)


def _reason(text: str) -> str:
    """Say why a text is no number."""
    if _NARROW.fullmatch(text):
        return f"“{text}”: cột quá hẹp, không hiện số; hãy kéo rộng cột rồi chép lại."
    if _FAULT.fullmatch(text):
        return f"“{text}” là ô báo lỗi ở bảng nguồn."
    if _SCIENTIFIC.fullmatch(text):
        return f"“{text}” là số viết gọn, đã mất chữ số; hãy định dạng cột nguồn là số rồi chép lại."
    if _DATE.fullmatch(text):
        return f"“{text}” là ngày tháng, không phải là số."
    if _NEGATIVE.fullmatch(text):
        return f"“{text}” là số âm; ô này nhận số từ 0 trở lên."
    shown = text if len(text) <= 40 else text[:39] + "…"
    return f"“{' '.join(shown.split())}” không phải là số."
