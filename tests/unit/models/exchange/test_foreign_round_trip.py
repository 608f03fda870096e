"""A table written in any layout reads back exactly, and every cell that holds anything is taken or listed."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.exchange.foreign.files import Grid, TextCell, read_grid
from models.exchange.foreign.guess import propose
from models.exchange.foreign.office import Office, read_office
from models.exchange.foreign.table import Taken, take
from models.measure import Kind
from models.period import Period, quarter
from models.plan import Actual, Indicator, Plan
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.indicators import save_indicators
from models.store.plans import save_plan
from models.store.units import save_units
from models.unit import Unit
from tests.workbooks import make_workbook

AUTHOR = Author("Người thử", "import")
PLAN = Plan("KH23", 2023, "Kế hoạch 2023", "H")
UNITS = ["Xã Đắc Tôi", "Xã La Êê", "Thị trấn Thạnh Mỹ", "Phường Hòa Bình"]
NAMES = ["Hồ sơ trực tuyến", "Số cuộc kiểm tra", "Văn bản số hóa", "Mức độ hài lòng"]
RATIOS = {0, 3}
WRITINGS = st.sampled_from(["{}", "UBND {}", "1. {}", " {}  "])

Key = tuple[str, str, Period]


@pytest.fixture(scope="module")
def db() -> Iterator[Database]:
    opened = memory_database()
    save_units(
        opened,
        [Unit("H", "UBND huyện"), *(Unit(f"X{n}", name, first_superior="H") for n, name in enumerate(UNITS))],
        AUTHOR,
    )
    save_plan(opened, PLAN, AUTHOR)
    kinds = [Kind.RATIO if n in RATIOS else Kind.COUNT for n in range(len(NAMES))]
    save_indicators(
        opened,
        [Indicator("KH23", f"I{n}", "TTHC", name, kinds[n], numerator=f"{name}: tử", denominator=f"{name}: mẫu")
         for n, name in enumerate(NAMES)],
        AUTHOR,
    )  # fmt: skip
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def office(db: Database) -> Office:
    return read_office(db, PLAN)


@st.composite
def reported(draw: st.DrawFn, quarters: int = 1) -> dict[Key, Actual]:
    """Some units' figures of some indicators."""
    numbers = st.none() | st.integers(0, 2_000_000)
    found: dict[Key, Actual] = {}
    for unit in draw(st.lists(st.sampled_from(range(len(UNITS))), min_size=1, unique=True)):
        for name in draw(st.lists(st.sampled_from(range(len(NAMES))), min_size=1, unique=True)):
            for number in range(1, quarters + 1):
                cell = (f"I{name}", f"X{unit}", quarter(2023, number))
                parts = [draw(numbers) for _ in range(2 if name in RATIOS else 1)]
                if any(part is not None for part in parts):
                    found[cell] = _actual(cell, parts)
    return found


def _actual(cell: Key, parts: list[int | None]) -> Actual:
    exact = [None if part is None else Decimal(part) for part in parts]
    if len(parts) == 2:
        return Actual(*cell, numerator=exact[0], denominator=exact[1])
    return Actual(*cell, value=exact[0])


def grid_of(rows: list[list[Any]]) -> Grid:
    return Grid("CSV", [tuple(TextCell(None if cell is None else str(cell)) for cell in row) for row in rows])


def parts_of(each: Actual) -> list[tuple[str, Decimal | None]]:
    names = ("numerator", "denominator") if each.indicator in ("I0", "I3") else ("value",)
    return [(name, getattr(each, name)) for name in names]


def read(db: Database, office: Office, rows: list[list[Any]], unit: str = "") -> Taken:
    grid = grid_of(rows)
    taken = take(db, grid, propose(grid, office, unit, quarter(2023, 1)).layout, office)
    filled = [(r, c) for r in range(len(grid.rows)) for c in range(len(grid.rows[r])) if grid.is_filled(r, c)]
    found = [*(each.place for each in taken.readings), *(place for each in taken.left for place in each.cells)]
    assert sorted([*found, *taken.keys]) == filled
    return taken


def new(taken: Taken) -> dict[Key, Actual]:
    return {cell: pair[1] for cell, pair in taken.replaced.actuals.items()}


COLUMNS = [(f"I{n}", part) for n in range(len(NAMES)) for part in (("tử", "mẫu") if n in RATIOS else ("",))]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(reported(), WRITINGS, st.booleans(), st.booleans())
def test_one_row_per_unit(
    db: Database, office: Office, wanted: dict[Key, Actual], writing: str, has_total: bool, has_title: bool
) -> None:
    heads = [f"{NAMES[int(code[1])]}: {part}" if part else NAMES[int(code[1])] for code, part in COLUMNS]
    rows: list[list[Any]] = [["Đơn vị", *heads]]
    for number, name in enumerate(UNITS):
        cells: list[Any] = []
        for code, part in COLUMNS:
            each = wanted.get((code, f"X{number}", quarter(2023, 1)))
            field = {"tử": "numerator", "mẫu": "denominator", "": "value"}[part]
            cells.append(None if each is None else getattr(each, field))
        rows.append([writing.format(name), *cells])
    rows += [["Tổng cộng", *[7] * len(COLUMNS)]] if has_total else []
    rows = [["BÁO CÁO SỐ LIỆU"], [], *rows] if has_title else rows
    assert new(read(db, office, rows)) == wanted or not wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(reported(quarters=4), st.sampled_from(["Quý {}", "Q{}", "2023-Q{}", "Quý {}/2023"]))
def test_one_row_per_indicator_of_one_unit_with_a_column_per_quarter(
    db: Database, office: Office, wanted: dict[Key, Actual], writing: str
) -> None:
    wanted = {key: each for key, each in wanted.items() if key[1] == "X1"}
    rows: list[list[Any]] = [["Chỉ tiêu", *(writing.format(number) for number in range(1, 5))]]
    for code, part in COLUMNS:
        field = {"tử": "numerator", "mẫu": "denominator", "": "value"}[part]
        cells = [wanted.get((code, "X1", quarter(2023, number))) for number in range(1, 5)]
        name = NAMES[int(code[1])]
        rows.append([f"{name}: {part}" if part else name, *(None if c is None else getattr(c, field) for c in cells)])
    assert new(read(db, office, rows, "X1")) == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(reported(quarters=2), st.permutations(range(6)), WRITINGS)
def test_a_long_table_with_its_columns_in_any_order(
    db: Database, office: Office, wanted: dict[Key, Actual], order: list[int], writing: str
) -> None:
    heads = ["Đơn vị", "Chỉ tiêu", "Kỳ", "Tử số", "Mẫu số", "Giá trị"]
    rows: list[list[Any]] = [[heads[place] for place in order]]
    for (code, unit, period), each in wanted.items():
        name = writing.format(UNITS[int(unit[1])])
        line = [name, code, f"Quý {period.number}/2023", each.numerator, each.denominator, each.value]
        rows.append([line[place] for place in order])
    if wanted:
        assert new(read(db, office, rows)) == wanted


ANYTHING = st.none() | st.sampled_from(
    ["Xã Đắc Tôi", "X1", "Hồ sơ trực tuyến", "I1", "Quý I", "Tử số", "Tổng cộng", "I", "(1)", "1.234", "5", "x", "-3"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(ANYTHING, max_size=6), max_size=8))
def test_whatever_a_table_holds_nothing_of_it_is_dropped(db: Database, office: Office, rows: list[list[Any]]) -> None:
    read(db, office, rows, "X1")


def test_ten_thousand_rows_are_read_at_once(db: Database, office: Office, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Đơn vị", "Chỉ tiêu", "Kỳ", "Giá trị"]]
    rows += [[UNITS[n % 4], NAMES[1 + n % 2], f"Q{n % 4 + 1}/{2000 + n // 16}", n] for n in range(10_000)]
    path = make_workbook(tmp_path / "lớn.xlsx", {"Bảng": rows})
    grid = read_grid(path, "Bảng")
    taken = take(db, grid, propose(grid, office, "", quarter(2023, 1)).layout, office)
    assert len(taken.readings) + sum(len(each.cells) for each in taken.left) == 10_000
