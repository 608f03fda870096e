"""Finds the sums that a table claims: a row of totals over its rows, a column of totals over its columns."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from models.textcheck.claim import Claim
from models.textcheck.labels import is_whole, memberships, shared_family
from models.textcheck.numbers import Habit, habit_of, read_quantity
from models.textcheck.prepared import plain

_TOTAL = re.compile(
    r"(?:i+\W+)?(?:tong(?: so)?(?: cong)?|cong|tong cong|toan (?:tinh|huyen|thanh pho|nganh|xa)|cong chung)\b\W*"
)
_TOTAL_HEAD = re.compile(r"(?:tong|tong so|tong cong|cong|tong so ho so|tong cong so|tong so tthc)(?: \(.*\))?\W*")
_NO_SUM = re.compile(r"%|ty le|ti le|diem|\bhang\b|chi so|^stt$|^tt$|nam sinh|ghi chu|xep loai|binh quan")
_SUBROW = re.compile(r"trong do|\d+\.\d+|[-+*]|[a-z]\)")
_QUANTITY = re.compile(r"-?\d[\d., ]*")
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2})\)?(?:[=+( ][=+\d() ]*)?")
_LONG_CELL = 40


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

    def figures(self) -> list[tuple[int, int]]:
        """Return the spans of the table that are no prose: all but the cells that hold sentences with numbers."""
        prose = [cell for row in self.rows for cell in row.cells if _is_prose(cell.text)]
        edges = [self.start, *(edge for cell in prose for edge in (cell.start, cell.end)), self.end]
        return list(zip(edges[::2], edges[1::2], strict=True))


@dataclass(frozen=True, eq=False)
class _Line:
    """A row of figures: its number ("1", "II"), its name, and its quantities by column."""

    row: Row
    counter: str
    name: str
    quantities: dict[int, Decimal]

    @property
    def is_total(self) -> bool:
        return bool(_TOTAL.fullmatch(plain(self.name).strip()))


@dataclass(frozen=True)
class _Grid:
    """A table with its numbers read; heads: the words above each column, the nearest last."""

    lines: list[_Line]
    heads: dict[int, list[str]]

    def head(self, column: int) -> str:
        return self.heads.get(column, [""])[-1]

    def is_summed(self, column: int) -> bool:
        return not any(_NO_SUM.search(plain(head)) for head in self.heads.get(column, []))


def _is_prose(text: str) -> bool:
    return len(text) > _LONG_CELL and len(re.findall(r"\d+", text)) > 1


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
    grid = _grid(given, table)
    yield from _down(given, grid)
    yield from _across(given, grid)


def _grid(given: str, table: Table) -> _Grid:
    habit = habit_of(given)
    heads: dict[int, list[str]] = {}
    lines: list[_Line] = []
    for row in table.rows:
        if re.fullmatch(r"[-:|+=\s]*", "".join(cell.text for cell in row.cells)):
            continue
        if not lines and _is_numbering(row):
            continue
        quantities = {cell.column: found[0] for cell in row.cells if (found := _quantity(cell.text, habit))}
        if not lines and _is_head(row, quantities):
            for cell in row.cells:
                for column in range(cell.column, cell.column + cell.columns):
                    heads.setdefault(column, []).extend([cell.text] if cell.text else [])
        elif quantities:
            named = [each for each in row.cells if each.column < 3 and re.search(r"[^\W\d_]{2}", each.text)]
            name = named[0].text if named else ""
            counter = row.cells[0].text.strip() if row.cells[0].text != name else ""
            lines.append(_Line(row, counter, name, quantities))
    _drop_counters(lines)
    return _Grid(lines, heads)


def _is_head(row: Row, quantities: dict[int, Decimal]) -> bool:
    """Whether a row stands above the figures: words only, or years."""
    filled = [cell for cell in row.cells if cell.text]
    if not quantities:
        return True
    return all(1950 <= each <= 2050 for each in quantities.values()) and len(quantities) < len(filled)


def _is_numbering(row: Row) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3)=(1)+(2)."""
    filled = [cell for cell in row.cells if cell.text]
    numbers = [_COLUMN_NUMBER.fullmatch(cell.text) for cell in filled]
    counted = [int(number[1]) for number in numbers if number]
    return len(counted) == len(filled) > 2 and all(0 < b - a <= 2 for a, b in pairwise(counted))


def _drop_counters(lines: Sequence[_Line]) -> None:
    """Drop a first column that only counts the rows."""
    firsts = [line.quantities[0] for line in lines if 0 in line.quantities]
    if firsts and firsts[0] == 1 and all(b - a == 1 or b == 1 for a, b in pairwise(firsts)):
        for line in lines:
            line.quantities.pop(0, None)


def _quantity(text: str, habit: Habit) -> tuple[Decimal, ...]:
    stripped = text.strip().replace("\N{NO-BREAK SPACE}", " ")
    if stripped in ("-", "\N{EN DASH}"):
        return (Decimal(0),)
    if not _QUANTITY.fullmatch(stripped) or re.search(r" (?!\d{3}(?!\d))", stripped):
        return ()
    return read_quantity(stripped, habit)


def _down(given: str, grid: _Grid) -> Iterator[Claim]:
    """Yield, for each row of totals and each row with numbered rows under it, the claim of each of its columns."""
    for place, line in enumerate(grid.lines):
        if line.is_total:
            above, below = _until_total(grid.lines[:place][::-1])[::-1], _until_total(grid.lines[place + 1 :])
            blocks = [chosen for block in (above, below) for chosen in _levels(block)]
        elif re.fullmatch(r"(?:[IVX]+|[A-Z])[.)]?", line.counter):
            blocks = [_children(grid.lines[place + 1 :])]
        else:
            continue
        columns = [column for column in line.quantities if grid.is_summed(column)]
        claims = [claim for column in columns if (claim := _column(given, grid, line, column, blocks))]
        if any(claim.holds and claim.stated for claim in claims) or (line.is_total and _is_clear(claims)):
            yield from claims


def _until_total(lines: Sequence[_Line]) -> list[_Line]:
    taken: list[_Line] = []
    for line in lines:
        if line.is_total:
            break
        taken.append(line)
    return taken


def _children(lines: Sequence[_Line]) -> list[_Line]:
    taken: list[_Line] = []
    for line in lines:
        if not re.fullmatch(r"\d+[.)]?", line.counter) or line.is_total:
            break
        taken.append(line)
    return taken


def _levels(block: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the rows of a block that may be the parts: those of the highest numbering first, then all of them."""
    tests: tuple[Callable[[str], bool], ...] = (
        lambda counter: bool(re.fullmatch(r"[A-HJ-UWYZ][.)]?", counter)),
        lambda counter: bool(re.fullmatch(r"[IVX]+[.)]?", counter)),
        lambda counter: bool(re.fullmatch(r"\d+[.)]?", counter)),
    )
    for test in tests:
        yield [line for line in block if test(line.counter)]
    yield [line for line in block if not (_SUBROW.match(plain(line.name)) or _SUBROW.fullmatch(line.counter))]
    yield list(block)


def _is_clear(claims: Sequence[Claim]) -> bool:
    """Whether a row where nothing adds up was still meant to: each total is near the sum."""
    return bool(claims) and all(claim.stated and abs(claim.difference) * 4 <= claim.stated for claim in claims)


def _column(given: str, grid: _Grid, line: _Line, column: int, blocks: Sequence[Sequence[_Line]]) -> Claim | None:
    """Return the claim of a total over the first choice of rows that adds up, else over the first there is."""
    best: Claim | None = None
    for block in blocks:
        present = [each.quantities[column] for each in block if column in each.quantities]
        if len(present) < 2:
            continue
        stated, computed = line.quantities[column], sum(present, Decimal(0))
        if best is None or stated == computed:
            best = _claim(given, line, stated, computed, _named(grid, column))
        if stated == computed:
            break
    return best


def _across(given: str, grid: _Grid) -> Iterator[Claim]:
    """Yield, for each row, the claim of each column of totals over the columns that are its parts."""
    groups = _groups(grid)
    for line in grid.lines:
        for total, parts in groups:
            present = [line.quantities[column] for column in parts if column in line.quantities]
            if total in line.quantities and len(present) > 1:
                stated, computed = line.quantities[total], sum(present, Decimal(0))
                yield _claim(given, line, stated, computed, _named(grid, total))


def _groups(grid: _Grid) -> list[tuple[int, list[int]]]:
    """Return each column of totals with the columns that are its parts, by the heads above them."""
    found: list[tuple[int, list[int]]] = []
    columns = [column for column in sorted(grid.heads) if grid.heads[column] and grid.is_summed(column)]
    for column in columns:
        parts, surely = _headed_parts(grid, column, columns), True
        if not parts:
            parts, surely = _family_parts(grid, column, columns), False
        if len(parts) > 1 and _adds_up(grid, column, parts, surely):
            found.append((column, parts))
    return found + [each for each in _states(grid, columns) if _adds_up(grid, *each, False)]


def _headed_parts(grid: _Grid, column: int, columns: Sequence[int]) -> list[int]:
    """Return the columns after one that is headed "Tổng", within the same group of heads."""
    heads = grid.heads[column]
    if not _is_total_head(grid, column):
        return []
    parts: list[int] = []
    for each in columns:
        other = grid.heads[each]
        if each > column:
            if _is_total_head(grid, each) or (len(heads) > 1 and (len(other) < 2 or other[0] != heads[0])):
                break
            if len(heads) == 1 and len(other) > 1:
                break
            parts.append(each)
    return parts


def _family_parts(grid: _Grid, column: int, columns: Sequence[int]) -> list[int]:
    """Return the columns after one whose heads belong together: resolved; early, on time, late."""
    run: list[int] = []
    for each in columns:
        if each <= column:
            continue
        kinds = [memberships(plain(grid.head(other))) for other in (*run, each)]
        if run and shared_family(kinds) is None:
            break
        run.append(each)
    kinds = [memberships(plain(grid.head(each))) for each in run]
    family = shared_family(kinds) if len(run) > 1 else None
    if family is None or not is_whole(family, (each[family.name] for each in kinds)):
        return []
    return run


def _states(grid: _Grid, columns: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield received = resolved + in progress, where each has one column (of totals)."""

    def with_words(words: str) -> list[int]:
        named = [each for each in columns if re.search(words, plain(" ".join(grid.heads[each])))]
        totals = [each for each in named if _is_total_head(grid, each)]
        return totals or [each for each in named if len(grid.heads[each]) == 1]

    done, still = with_words("da (?:giai quyet|xu ly)"), with_words("(?:dang|chua) (?:giai quyet|xu ly)")
    received = with_words("nhan giai quyet|tiep nhan|^tong|phai giai quyet")
    if len(done) == len(still) == 1 and received and received[0] not in (*done, *still):
        yield received[0], [done[0], still[0]]


def _is_total_head(grid: _Grid, column: int) -> bool:
    return bool(_TOTAL_HEAD.fullmatch(plain(grid.head(column)).strip()))


def _adds_up(grid: _Grid, total: int, parts: Sequence[int], surely: bool) -> bool:
    """Whether the columns are parts at all: their heads belong together, or at least half of the rows add up."""
    if surely and shared_family(memberships(plain(grid.head(each))) for each in parts):
        return True
    lines = [line.quantities for line in grid.lines if total in line.quantities]
    sums = [(q[total], [q[each] for each in parts if each in q]) for q in lines]
    right = [stated == sum(present, Decimal(0)) for stated, present in sums if len(present) > 1]
    return bool(right) and sum(right) * 2 >= len(right)


def _named(grid: _Grid, column: int) -> str:
    heads = [" ".join(head.split()) for head in grid.heads.get(column, []) if not re.match(r"\(?\d", head)]
    return "cột " + (" – ".join(dict.fromkeys(heads)) or str(column + 1))


def _claim(given: str, line: _Line, stated: Decimal, computed: Decimal, where: str) -> Claim:
    row = line.row
    return Claim(given[row.start : row.end], row.start, row.end, stated, computed, stated == computed, where)
