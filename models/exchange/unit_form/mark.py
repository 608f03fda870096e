"""What a form carries to be known again: whose it is, of when, and what stood in its cells when it was written."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from models.errors import KnownError
from models.period import Period, read_period

MARK_SHEET = "_cchc_phieu"
FORM_SHEET = "Phiếu"
EXPLANATION_SHEET = "Giải trình"
GUIDE_SHEET = "Hướng dẫn"
VERSION = "2"

CODE, LABEL, MEASURE, BEFORE, NOW, CHECK, NOTE, FLAG = range(8)  # columns of the form
CAUSE = 3  # the first column to fill in on the sheet of explanations; remedy, responsible and due follow

_FIRST_VERSION = "1"  # did not say what the cells to fill in held
_BLANK = "để trống"
_HEADINGS = ("Trang", "Dòng", "Mã", "Phần", "Loại", "Các ô cố định", "Khi xuất")


@dataclass(frozen=True, slots=True)
class Fixed:
    """One row of a sheet as it was written: cells holds the texts of its locked columns, by the column's number.

    code and part say what is typed in it; part is "rate" or "" where nothing is; kind is the indicator's; held is what
    the file had for the cells to fill in, by the names of their fields (see unit_form_held)."""

    sheet: str
    row: int
    cells: tuple[tuple[int, str], ...]
    code: str = ""
    part: str = ""
    kind: str = ""
    held: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Mark:
    """Whose form it is, of which quarter and plan, and how its rows were.

    is_blank: the cells to fill in were left empty, whatever the file had; tells_held: it says what the file had."""

    plan: str
    unit: str
    unit_name: str
    quarter: Period
    fingerprint: str
    rows: Sequence[Fixed]
    is_blank: bool = False
    tells_held: bool = True

    def of(self, sheet: str) -> list[Fixed]:
        """Return the rows of one sheet."""
        return [each for each in self.rows if each.sheet == sheet]


def mark_lines(mark: Mark) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the hidden sheet, all of them texts; the last says whether anything was changed since."""
    head = (
        ("Phiếu CCHC", VERSION, _BLANK if mark.is_blank else ""),
        ("Kế hoạch", mark.plan),
        ("Đơn vị", mark.unit, mark.unit_name),
        ("Kỳ", mark.quarter.code),
        ("Định nghĩa", mark.fingerprint),
        _HEADINGS,
    )
    rows = (
        (
            each.sheet, str(each.row), each.code, each.part, each.kind, json.dumps(each.cells, ensure_ascii=False),
            json.dumps(dict(each.held)) if each.held else "",
        )
        for each in mark.rows
    )  # fmt: skip
    lines: list[tuple[str, ...]] = [*head, *rows]
    yield from lines
    yield ("Dấu", _digest(lines))


def read_mark(lines: Iterable[Sequence[str]], name: str) -> Mark:
    """Read the hidden sheet of a workbook of that name; raises KnownError where it was changed or is a newer one's."""
    found = [tuple(line) for line in lines if line]
    damaged = KnownError(
        f"Phần nhận dạng của phiếu “{name}” đã bị sửa hoặc bị mất một phần nên không biết chắc số nào của chỉ tiêu "
        "nào; hãy xuất lại phiếu và chép số liệu sang."
    )
    if len(found) < 7 or found[0][0] != "Phiếu CCHC":
        raise damaged
    version = found[0][1] if len(found[0]) > 1 else ""
    if version not in (_FIRST_VERSION, VERSION):
        raise KnownError(
            f"Phiếu “{name}” do phiên bản mới hơn của phần mềm tạo ra; hãy cập nhật phần mềm rồi nhập lại."
        )
    if found[-1] != ("Dấu", _digest(found[:-1])):
        raise damaged
    try:
        (_, plan), (_, unit, unit_name), (_, period), (_, fingerprint) = found[1:5]
        quarter, rows = read_period(period), [_fixed(*line) for line in found[6:-1]]
    except (TypeError, ValueError, KnownError) as error:
        raise damaged from error
    if not quarter.is_quarter:
        raise damaged
    is_blank = found[0][2:] == (_BLANK,)
    return Mark(plan, unit, unit_name, quarter, fingerprint, rows, is_blank, version == VERSION)


def _fixed(sheet: str, row: str, code: str, part: str, kind: str, cells: str, held: str = "") -> Fixed:
    """Read one row of the hidden sheet; raises ValueError or TypeError for what was never written by us."""
    had = json.loads(held) if held else {}
    if not isinstance(had, dict):
        raise ValueError(held)
    texts: list[list[Any]] = json.loads(cells)
    places = tuple((int(column), str(text)) for column, text in texts)
    if not all(CODE <= column <= NOTE for column, _ in places):
        raise ValueError(places)
    return Fixed(sheet, int(row), places, code, part, kind, tuple((name, str(text)) for name, text in had.items()))


def _digest(lines: Iterable[Sequence[str]]) -> str:
    """Empty cells do not count: programs differ in whether they keep those at a row's end."""
    kept = [[cell for cell in line if cell] for line in lines]
    return hashlib.sha256(json.dumps(kept, ensure_ascii=False).encode()).hexdigest()
