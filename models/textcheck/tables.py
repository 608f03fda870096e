"""Finds the sums that a table claims: a row of totals over its rows, a column of totals over its columns."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from models.textcheck.claim import Claim
from models.textcheck.labels import memberships
from models.textcheck.numbers import Habit, habit_of, read_quantity
from models.textcheck.prepared import plain

_TOTAL = re.compile(r"(?:i+\W+)?(?:tong(?: so)?(?: cong)?|cong|tong cong|toan (?:tinh|huyen|thanh pho|nganh|xa)|cong chung)\b\W*")
_TOTAL_HEAD = re.compile(r"(?:tong|tong so|tong cong|cong|tong so ho so|tong cong so|tong so tthc)(?: \(.*\))?\W*")
_NO_SUM = re.compile(r"%|ty le|ti le|diem|\bhang\b|chi so|^stt$|^tt$|nam sinh|ghi chu|xep loai|binh quan")
_SUBROW = re.compile(r"trong do|\d+\.\d+|[-+*]|[a-z]\)")
_QUANTITY = re.compile(r"-?\d[\d., ]*")
_LONG_CELL = 80


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its words, where they stand in the text, and which columns it covers."""

    text: str
    start: int
    end: int
    column: int
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table and where its line stands in the text."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table within a text."""

    rows: tuple[Row, ...]

    @property
    def start(self) -> int:
        """Return where its first row begins."""
        return self.rows[0].start

    @property
    def end(self) -> int:
        """Return where its last row ends."""
        return self.rows[-1].end


@dataclass(frozen=True)
class _Grid:
    """A table with its numbers read; heads: the words above each column, the nearest last."""

    rows: list[tuple[Row, str, str, dict[int, tuple[Decimal, ...]]]]  # row, its number, its label, its quantities
    heads: dict[int, list[str]]

    def head(self, column: int) -> str:
        return self.heads.get(column, [""])[-1]

    def is_summed(self, column: int) -> bool:
        return not any(_NO_SUM.search(plain(head)) for head in self.heads.get(column, []))


def written_tables(given: str, known: Sequence[Table] = ()) -> list[Table]:
    """Return the tables that a text writes with tabs or bars: two lines or more with as many cells."""
    rows: list[Row] = []
    found: list[Table] = []
    for line in re.finditer(r"[^\n]+", given):
        row = _written_row(line.group(), line.start())
        if any(table.start <= line.start() < table.end for table in known):
            row = None
        if row is not None:
            rows.append(row)
            continue
        found += [Table(tuple(rows))] if len(rows) > 1 else []
        rows = []
    return found + ([Table(tuple(rows))] if len(rows) > 1 else [])


def _written_row(line: str, start: int) -> Row | None:
    mark = "\t" if "\t" in line.strip() else "|"
    pieces = line.split(mark)
    if len(pieces) < 3 or (mark == "|" and len(pieces) < 4):
        return None
    cells: list[Cell] = []
    place = start
    for column, piece in enumerate(pieces):
        inner = piece.strip()
        first = place + len(piece) - len(piece.lstrip())
        cells.append(Cell(inner, first, first + len(inner), column))
        place += len(piece) + 1
    return Row(start, start + len(line.rstrip("\r")), tuple(cells))


def table_claims(given: str, table: Table) -> Iterator[Claim]:
    """Yield the claims of a table's total rows, then of its total columns."""
    if any(len(cell.text) > _LONG_CELL * 5 for row in table.rows for cell in row.cells):
        return
    grid = _grid(given, table)
    yield from _down(given, grid)
    yield from _across(given, grid)


def _grid(given: str, table: Table) -> _Grid:
    habit = habit_of(given)
    heads: dict[int, list[str]] = {}
    rows: list[tuple[Row, str, str, dict[int, tuple[Decimal, ...]]]] = []
    for row in table.rows:
        quantities = {cell.column: found for cell in row.cells if (found := _quantity(cell.text, habit))}
        labels = [cell for cell in row.cells if re.search(r"[^\W\d_]", cell.text)]
        name = next((cell.text for cell in labels if cell.column < 3 and len(cell.text) > 1), "")
        counter = row.cells[0].text.strip() if row.cells and row.cells[0].text.strip() != name else ""
        if _is_head(row, quantities, bool(rows)):
            for cell in row.cells:
                for column in range(cell.column, cell.column + cell.columns):
                    heads.setdefault(column, []).extend([cell.text] if cell.text else [])
        elif quantities and not re.fullmatch(r"[-:|\s]*", row.cells[-1].text or "x"):
            rows.append((row, counter, name, quantities))
    return _Grid(_without_counters(rows), heads)


def _is_head(row: Row, quantities: dict[int, tuple[Decimal, ...]], has_rows: bool) -> bool:
    """Whether a row stands above the figures: words only, or the numbers of the columns: (1) (2) (3)."""
    filled = [cell for cell in row.cells if cell.text]
    if has_rows or not filled:
        return False
    return not quantities or all(re.fullmatch(r"\(?\d{1,2}\)?[=+\d() ]*", cell.text) for cell in filled)


def _without_counters(
    rows: list[tuple[Row, str, str, dict[int, tuple[Decimal, ...]]]],
) -> list[tuple[Row, str, str, dict[int, tuple[Decimal, ...]]]]:
    """Drop a first column that only counts the rows."""
    firsts = [quantities[0][0] for _, _, _, quantities in rows if 0 in quantities]
    if len(firsts) > 1 and all(1 <= b - a <= 1 or b == 1 for a, b in pairwise(firsts)) and firsts[0] == 1:
        for _, _, _, quantities in rows:
            quantities.pop(0, None)
    return rows


def _quantity(text: str, habit: Habit) -> tuple[Decimal, ...]:
    stripped = text.strip().replace("\N{NO-BREAK SPACE}", " ")
    if stripped in ("-", "\N{EN DASH}"):
        return (Decimal(0),)
    if not _QUANTITY.fullmatch(stripped) or re.search(r"\d (?!\d{3}(?!\d))", stripped):
        return ()
    return read_quantity(stripped, habit)


def _down(given: str, grid: _Grid) -> Iterator[Claim]:
    """Yield, for each row of totals, the claim of each of its columns."""
    for place, (row, _, name, quantities) in enumerate(grid.rows):
        if not _TOTAL.fullmatch(plain(name).strip()):
            continue
        above, below = _until_total(grid.rows[:place][::-1])[::-1], _until_total(grid.rows[place + 1 :])
        made = [
            _column(given, grid, row, column, blocks)
            for column in quantities
            if grid.is_summed(column)
            for blocks in ([part for part in (above, below) if len(part) > 1],)
            if blocks
        ]
        claims = [claim for claim in made if claim is not None]
        if any(claim.holds and claim.stated for claim in claims) or _is_clear(claims):
            yield from claims


def _until_total(
    rows: Sequence[tuple[Row, str, str, dict[int, tuple[Decimal, ...]]]],
) -> list[tuple[Row, str, str, dict[int, tuple[Decimal, ...]]]]:
    taken = []
    for each in rows:
        if _TOTAL.fullmatch(plain(each[2]).strip()):
            break
        taken.append(each)
    return taken


def _is_clear(claims: Sequence[Claim]) -> bool:
    """Whether a row where nothing adds up was still meant to: each total is near the sum."""
    return bool(claims) and all(claim.stated and abs(claim.difference) * 2 <= claim.stated for claim in claims)


def _column(
    given: str,
    grid: _Grid,
    row: Row,
    column: int,
    blocks: Sequence[Sequence[tuple[Row, str, str, dict[int, tuple[Decimal, ...]]]]],
) -> Claim | None:
    stated = next(quantities[column] for each, _, _, quantities in grid.rows if each is row)
    best: Claim | None = None
    for block in blocks:
        for chosen in _levels(block):
            cells = [quantities.get(column) for _, _, _, quantities in chosen]
            if len(chosen) < 2 or sum(cell is not None for cell in cells) < 2:
                continue
            computed = sum((cell[0] for cell in cells if cell), Decimal(0))
            holds = computed == stated[0]
            if best is None or holds:
                best = _claim(given, row, stated[0], computed, holds, f"cột {_named(grid, column)}")
            if holds:
                return best
    return best


def _levels(
    block: Sequence[tuple[Row, str, str, dict[int, tuple[Decimal, ...]]]],
) -> Iterator[list[tuple[Row, str, str, dict[int, tuple[Decimal, ...]]]]]:
    """Yield the rows of a block that may be the parts: those of the highest numbering first, then all of them."""
    tests: tuple[Callable[[str], bool], ...] = (
        lambda counter: bool(re.fullmatch(r"[A-Z][.)]?", counter)) and not re.fullmatch(r"[IVX]+", counter),
        lambda counter: bool(re.fullmatch(r"[IVX]+[.)]?", counter)),
        lambda counter: bool(re.fullmatch(r"\d+[.)]?", counter)),
    )
    for test in tests:
        chosen = [each for each in block if test(each[1])]
        if len(chosen) > 1:
            yield chosen
    upper = [each for each in block if not (_SUBROW.match(plain(each[2])) or _SUBROW.fullmatch(each[1]))]
    if len(upper) < len(block):
        yield upper
    yield list(block)


def _across(given: str, grid: _Grid) -> Iterator[Claim]:
    """Yield, for each row, the claim of each column of totals over the columns that follow it."""
    groups = _groups(grid)
    for row, _, _, quantities in grid.rows:
        for total, parts in groups:
            present = [quantities[column] for column in parts if column in quantities]
            if total not in quantities or len(present) < 2:
                continue
            stated, computed = quantities[total][0], sum((each[0] for each in present), Decimal(0))
            where = f"cột {_named(grid, total)}"
            yield _claim(given, row, stated, computed, stated == computed, where)


def _groups(grid: _Grid) -> list[tuple[int, list[int]]]:
    """Return each column of totals with the columns that are its parts, by the heads above them."""
    columns = sorted(grid.heads)
    found: list[tuple[int, list[int]]] = []
    for column in columns:
        if not grid.is_summed(column):
            continue
        parts = [each for each in _parts_of(grid, column, columns) if grid.is_summed(each)]
        if len(parts) > 1 and _adds_up_somewhere(grid, column, parts):
            found.append((column, parts))
    return found


def _parts_of(grid: _Grid, column: int, columns: Sequence[int]) -> list[int]:
    heads = grid.heads[column]
    if not heads or not _TOTAL_HEAD.fullmatch(plain(heads[-1]).strip()):
        return []
    parts: list[int] = []
    for each in columns:
        if each <= column:
            continue
        other = grid.heads[each]
        if len(heads) > 1 and (len(other) < 2 or other[0] != heads[0]):
            break
        if other and _TOTAL_HEAD.fullmatch(plain(other[-1]).strip()):
            break
        parts.append(each)
    if len(heads) == 1 and len({grid.heads[each][0] for each in parts if grid.heads[each]}) < len(parts):
        return []
    return parts


def _adds_up_somewhere(grid: _Grid, total: int, parts: Sequence[int]) -> bool:
    """Whether the columns are parts at all: their labels belong together, or most rows add up."""
    families = [memberships(plain(grid.head(each))) for each in parts]
    if set.intersection(*(set(each) for each in families)):
        return True
    rows = [q for _, _, _, q in grid.rows if total in q and sum(each in q for each in parts) > 1]
    right = sum(q[total][0] == sum((q[each][0] for each in parts if each in q), Decimal(0)) for q in rows)
    return bool(rows) and right * 2 >= len(rows)


def _named(grid: _Grid, column: int) -> str:
    heads = [head for head in grid.heads.get(column, []) if not re.fullmatch(r"\(?\d{1,2}\)?.*", head)]
    return " – ".join(dict.fromkeys(" ".join(head.split()) for head in heads)) or str(column + 1)


def _claim(given: str, row: Row, stated: Decimal, computed: Decimal, holds: bool, where: str) -> Claim:
    return Claim(given[row.start : row.end], row.start, row.end, stated, computed, holds, where)
