"""Reads the targets of a plan's table by its columns: indicator, unit, value, lead unit, deadline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from models.drafting.asking import Asked, asked
from models.drafting.clauses import Clause
from models.drafting.marks import Mark, marks
from models.drafting.operators import asked_barely
from models.drafting.proposal import CLEAR, Asks, Proposal
from models.drafting.quantities import Quantity
from models.drafting.reading import kind_of
from models.drafting.source import Mood
from models.drafting.standings import is_grade
from models.drafting.times import base_year, deadline, end_of_year, year_of
from models.drafting.units import TIMES
from models.drafting.wording import scope_of, short
from models.textcheck.prepared import compose, lower, plain
from models.textcheck.tables import Cell, Row, Table


class Column(Enum):
    """What a column of a plan's table holds."""

    INDICATOR = "indicator"
    UNIT = "unit"
    VALUE = "value"
    REACHED = "reached"
    LEAD = "lead"
    DEADLINE = "deadline"
    OTHER = "other"


_HEADS = (  # the first that fits, in letters without tones
    (Column.OTHER, r"^(?:stt|tt|so tt|so thu tu)$|ghi chu|phoi hop|san pham|^ma\b|can cu"),
    (Column.UNIT, r"don vi tinh|^dvt|^don vi$"),
    (Column.LEAD, r"chu tri|don vi thuc hien|co quan thuc hien|phan cong|phu trach|trach nhiem"),
    (Column.DEADLINE, r"thoi han|thoi gian|tien do|hoan thanh (?:truoc|trong)"),
    (
        Column.REACHED,
        r"^(?!.*(?:ke hoach|can dat|phan dau)).*(?:thuc hien|ket qua|uoc|hien trang|da dat|nam truoc|so sanh|so voi)",
    ),
    (
        Column.VALUE,
        r"(?:chi tieu|muc tieu|ke hoach|muc|phan dau)\b.*nam\b|^(?:nam )?20\d\d$|^muc\b(?! tieu)|ke hoach|gia tri|"
        r"phan dau|can dat|chi tieu (?:giao|dat|duoc giao)|^so luong$|ty le|dinh luong|^(?:ca nam|ca tinh|quy [iv]+)$",
    ),
    (Column.INDICATOR, r"chi tieu|muc tieu|noi dung|chi so|tieu chi|nhiem vu|danh muc|ten "),
)
_COLUMNS = tuple((column, re.compile(pattern)) for column, pattern in _HEADS)
_UNIT_IN_HEAD = re.compile(r"\( ?(%|điểm|phút|ngày|hồ sơ|bậc) ?\)")
_WITH_UNIT = re.compile(r" ?\([^)]*\)$")
_PLACES = re.compile(r"(?:ten )?(?:cac )?(?:xa|phuong|dia phuong|don vi|co quan|huyen|so, |phong)\b")
_ASSIGNED = re.compile(r"\b(?:giao|chỉ tiêu|mục tiêu|phấn đấu)\b")
_REPORTED = re.compile(r"\b(?:kết quả|tình hình|thực hiện chỉ tiêu)\b")
_ABOVE = 300
_MOST_HEADS = 3
_BARE = re.compile(r"\d[\d.,]{0,18}|[<>≥≤=]+ ?\d[\d.,]{0,18}|\d[\d.,]{0,18} ?- ?\d[\d.,]{0,18}")
_SIGNS = re.compile(r"[<>≥≤=]+ ?")
_LAST_NUMBER = re.compile(r"(\d(?:[\d.,]*\d)?)(?![\d.,]*\d| ?%)(?!.*\d)")
_RANKS = ("hạng", "thứ hạng", "vị thứ", "xếp hạng")


@dataclass(frozen=True)
class _Line:
    """A row of a table with its cells by column."""

    row: Row
    cells: dict[int, Cell]

    def text(self, column: int | None) -> str:
        cell = self.cells.get(column) if column is not None else None
        return " ".join(cell.text.split()) if cell else ""


@dataclass(frozen=True)
class _Columns:
    """Which columns of a table hold what, and the words above the values.

    is_crossed: the rows are offices or places, and the words above each column its indicator."""

    indicator: int
    values: tuple[int, ...]
    unit: int | None
    lead: int | None
    deadline: int | None
    heads: dict[int, str]
    is_crossed: bool = False


def table_proposals(given: str, table: Table, plan: int | None) -> list[Proposal] | None:
    """Return a proposal for each value that a table sets, None for a table without columns of targets."""
    lines = [_Line(row, {cell.column: cell for cell in row.cells}) for row in table.rows]
    for count in range(1, min(_MOST_HEADS, len(lines) - 1) + 1):
        words = _heads(table.rows[:count])
        if (columns := _columns(words) or _crossed(given, table, words)) is not None:
            found = [each for line in lines[count:] for each in _of_line(given, line, columns, plan)]
            if found:
                return found
    return None


def reported(table: Table) -> frozenset[int]:
    """Return the columns of a table that say what was reached, by the words above them."""
    return frozenset(column for column, head in _heads(table.rows[:1]).items() if _held(head) is Column.REACHED)


def _heads(heads: Sequence[Row]) -> dict[int, str]:
    """Return the words above each column."""
    words: dict[int, str] = {}
    for row in heads:
        for cell in row.cells:
            for column in range(cell.column, cell.column + cell.columns):
                words[column] = f"{words.get(column, '')} {cell.text}".strip()
    return words


def _columns(words: dict[int, str]) -> _Columns | None:
    """Return what the columns hold by the words above them, None where these name no indicator or no value."""
    held: dict[Column, list[int]] = {}
    for column in sorted(words):
        held.setdefault(_held(words[column]), []).append(column)
    named, values = held.get(Column.INDICATOR), held.get(Column.VALUE)
    if not named or not values:
        return None
    unit, lead, until = (next(iter(held.get(each, ())), None) for each in (Column.UNIT, Column.LEAD, Column.DEADLINE))
    return _Columns(named[0], tuple(values), unit, lead, until, words)


def _crossed(given: str, table: Table, words: dict[int, str]) -> _Columns | None:
    """Return the columns of a table that assigns indicators to offices, one to a column; None where it only reports."""
    places = [column for column, head in words.items() if _PLACES.match(_plain(head))]
    values = [
        column
        for column, head in words.items()
        if _UNIT_IN_HEAD.search(_small(head)) and _held(head) is not Column.REACHED
    ]
    above = _small(given[max(0, table.start - _ABOVE) : table.start])
    if not (places and values and _ASSIGNED.search(above)) or _REPORTED.search(above):
        return None
    return _Columns(places[0], tuple(values), None, None, None, words, is_crossed=True)


def _plain(head: str) -> str:
    return " ".join(plain(compose(head)[0]).split())


def _held(head: str) -> Column:
    words = " ".join(re.sub(r"\([^)]*\)", "", _plain(head)).split())
    return next((column for column, pattern in _COLUMNS if pattern.search(words)), Column.OTHER)


def _of_line(given: str, line: _Line, columns: _Columns, plan: int | None) -> Iterator[Proposal]:
    row = compose(line.text(columns.indicator))[0]
    for column in columns.values:
        cell, head = line.cells.get(column), " ".join(_small(columns.heads[column]).split())
        name = _WITH_UNIT.sub("", compose(columns.heads[column])[0]) if columns.is_crossed else row
        if cell is None or not cell.text.strip() or not row:
            continue
        unit = _UNIT_IN_HEAD.search(head) or _UNIT_IN_HEAD.search(_small(name))
        read = _read(name, line.text(column), line.text(columns.unit) or (unit[1] if unit else ""))
        if read is not None:
            source = given[line.row.start : line.row.end]
            found = _proposal(source, line, cell, name, head, read, columns, plan)
            yield replace(found, scope=row) if columns.is_crossed else found


def _proposal(
    source: str, line: _Line, cell: Cell, name: str, head: str, read: Asked, columns: _Columns, plan: int | None
) -> Proposal:
    until, for_year = _small(line.text(columns.deadline)), f"năm {head.removeprefix('năm ')}"
    return Proposal(
        text=source,
        start=line.row.start,
        end=line.row.end,
        number_start=cell.start,
        number_end=cell.end,
        indicator=name,
        short=short(name),
        kind=kind_of(read),
        operator=read.asks,
        value=read.value,
        value_to=read.value_to,
        unit=read.unit,
        scope=scope_of(name),
        direction=read.direction,
        base_year=base_year(_small(cell.text), _small(name), plan) if read.direction else None,
        year=year_of(for_year) or year_of(head) or plan,
        deadline=deadline(f"đến {until}", plan) or deadline(head, plan) or end_of_year(for_year) or end_of_year(head),
        lead=line.text(columns.lead),
        clarity=read.clarity,
    )


def _small(text: str) -> str:
    return lower(compose(text)[0])


def _read(name: str, value: str, unit: str) -> Asked | None:
    """Return what a cell asks for, read as the end of a sentence that begins with the indicator."""
    value, unit = (" ".join(_small(each).split()) for each in (value, unit))
    if is_grade(value):
        value = f"xếp loại {value}"
    elif unit in _RANKS and _BARE.fullmatch(value):
        value = f"xếp hạng {_SIGNS.sub('', value)}"
    elif unit and unit not in value:
        value = _LAST_NUMBER.sub(rf"\1 {unit}", value)
    start = f"{_small(name)} "
    clause = Clause(0, start + value, "chỉ tiêu", Mood.GOAL)
    found = [mark for mark in marks(clause) if mark.end > len(start)]
    if not found:
        return None
    read = asked(clause, found[0], clause.text[max(0, found[0].start - 300) : found[0].start], Mood.GOAL, None)
    return read or _barely(found[0], start, value)


def _barely(mark: Mark, start: str, value: str) -> Asked | None:
    """Return what a number alone in its cell asks for; a time is at most."""
    quantity = mark.found
    if not isinstance(quantity, Quantity) or not (_BARE.match(value) and mark.start == len(start)):
        return None
    asks = Asks.AT_MOST if quantity.unit in TIMES else asked_barely(quantity, "")
    clarity = CLEAR if quantity.unit else "chưa nêu đơn vị tính"
    return Asked(asks, quantity.exact, quantity.value_to, quantity.unit, clarity=clarity)
