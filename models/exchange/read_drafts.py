"""What a plan is drafted from: sheets Văn bản soạn thảo, Bảng soạn thảo, Đề xuất đã bỏ and Nguồn mức chỉ tiêu.

Places in a text are counted in code points from 0, as the data file keeps them."""

import re
from dataclasses import dataclass, field

from models.drafting.kept import PlanText, RefusedSpot, Spot, TargetSource
from models.exchange import tables
from models.exchange.columns import REFUSED, SOURCES, TEXT_TABLES, TEXTS
from models.exchange.read_indicators import indicator_of
from models.exchange.reading import Reading
from models.textcheck.tables import Cell, Row, Table

LARGEST = 100_000_000
LAST_PLACE = 100_000
PLACE_EXPECTED = "số thứ tự của chỗ trong văn bản, từ 1"
SPOT_EXPECTED = "một vị trí trong văn bản của kế hoạch, từ 0"
CELLS_EXPECTED = "vị trí các ô của dòng, như 12-40; 41-60:2"
TEXT_EXPECTED = f"mã kế hoạch có nội dung ở trang “{TEXTS.name}”"

_CELL = re.compile(r"(\d{1,9})-(\d{1,9})(?::(\d{1,4}))?")


def write_cells(row: Row) -> str:
    """Return where the cells of a line stand in its text, and how many columns each covers where that is not one."""
    return "; ".join(
        f"{each.start}-{each.end}" + (f":{each.columns}" if each.columns != 1 else "") for each in row.cells
    )


@dataclass
class _Text:
    name: str = ""
    lines: list[str] = field(default_factory=list)
    last: int = 0
    tables: dict[int, list[Row]] = field(default_factory=dict)

    def add(self, number: int, piece: str) -> None:
        """Add a piece: of a number that goes on, the rest of its line."""
        if number == self.last:
            self.lines[-1] += piece
        else:
            self.lines.append(piece)
        self.last = number


def read_texts(reading: Reading) -> None:
    """Read the texts that plans are drafted from, to the letter, and where their tables stand."""
    found: dict[str, _Text] = {}
    for row in reading.rows(TEXTS):
        plan, _ = reading.plan_of(row)
        its = found.setdefault(plan, _Text())
        number = row.whole("Đoạn", "số thứ tự của đoạn, từ 1, tăng dần", max(its.last, 1), LARGEST)
        if row.is_right and number is not None:
            its.name = its.name or row.words("Văn bản")
            its.add(number, row.words("Nội dung"))
    texts = {plan: "\n".join(each.lines) for plan, each in found.items()}
    for row in reading.rows(TEXT_TABLES):
        plan, _ = reading.plan_of(row)
        number = row.whole("Bảng", "số thứ tự của bảng, từ 1", 1, LARGEST)
        line = _line(row, texts.get(plan, ""))
        if plan and plan not in texts:
            row.wrong("Mã kế hoạch", TEXT_EXPECTED)
        if row.is_right and number is not None and line is not None:
            found[plan].tables.setdefault(number, []).append(line)
    reading.book.texts += [
        PlanText(plan, texts[plan], each.name, tuple(Table(tuple(rows)) for _, rows in sorted(each.tables.items())))
        for plan, each in found.items()
        if texts[plan].strip()
    ]


def _line(row: tables.Row, text: str) -> Row | None:
    """Read a line of a table: where it and its cells stand in a text."""
    start, end = (row.whole(heading, SPOT_EXPECTED, 0, len(text)) for heading in ("Từ", "Đến"))
    cells: list[Cell] = []
    column, written = 0, row.text("Các ô")
    for part in filter(None, (each.strip() for each in written.split(";"))):
        said = _CELL.fullmatch(part)
        first, last = (int(said[1]), int(said[2])) if said else (1, 0)
        if not (said and first <= last <= len(text)):
            row.wrong("Các ô", CELLS_EXPECTED)
            return None
        columns = int(said[3] or 1)
        cells.append(Cell(text[first:last], first, last, column, columns))
        column += columns
    return None if start is None or end is None else Row(start, end, tuple(cells))


def read_refused(reading: Reading) -> None:
    """Read which proposals of the texts were refused."""
    texts = {each.plan: each.text for each in reading.book.texts}
    seen: dict[object, int] = {}
    for row in reading.rows(REFUSED):
        plan, _ = reading.plan_of(row)
        if plan and plan not in texts:
            row.wrong("Mã kế hoạch", TEXT_EXPECTED)
            continue
        spot = _spot(row, texts.get(plan, ""))
        row.once(seen, (plan, spot), "Vị trí")
        if row.is_right and spot:
            reading.book.refused.append(RefusedSpot(plan, spot))


def read_sources(reading: Reading) -> None:
    """Read the clauses, one for each indicator of a plan; which mark of a text each is, where that text is there."""
    texts = {each.plan: each.text for each in reading.book.texts}
    seen: dict[object, int] = {}
    without: set[str] = set()
    for row in reading.rows(SOURCES):
        plan, _ = reading.plan_of(row)
        indicator = indicator_of(reading, row, plan)
        place = row.whole("Chỗ", PLACE_EXPECTED, 1, LAST_PLACE)
        clause, document = row.text("Đoạn văn"), row.text("Văn bản")
        spot = None
        if plan in texts:
            spot = _spot(row, texts[plan])
        elif not row.is_blank("Vị trí"):
            without.add(plan)
        row.once(seen, (plan, indicator), "Mã chỉ tiêu")
        if row.is_right and place is not None:
            reading.book.sources.append(TargetSource(plan, indicator, place, clause, document, spot))
    for plan in sorted(without):
        reading.book.notes.append(
            f"Trang “{SOURCES.name}”: sổ không có văn bản của kế hoạch {plan} (trang “{TEXTS.name}”) nên cột “Vị trí” "
            "không được dùng."
        )


def _spot(row: tables.Row, text: str) -> Spot | None:
    start = row.whole("Vị trí", SPOT_EXPECTED, 0, max(len(text) - 1, 0))
    part = row.whole("Phần", "số thứ tự của phần, từ 0", 0, LAST_PLACE)
    return None if start is None else Spot(start, part or 0)
