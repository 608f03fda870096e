"""Tables of other programs: each layout is read, and what is not taken is listed with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.exchange.foreign.files import Grid, read_grid
from models.exchange.foreign.guess import Proposal, propose
from models.exchange.foreign.headers import Header
from models.exchange.foreign.layout import Choices, Column, Meaning, Notation, Part, Use
from models.exchange.foreign.memory import proposed
from models.exchange.foreign.office import Office, read_office
from models.exchange.foreign.table import Left, Scope, Taken, take, write
from models.exchange.foreign.values import joined
from models.measure import Kind
from models.period import Period, quarter
from models.plan import Actual, Grade, Indicator, Plan
from models.store.actuals import actual, actuals, record
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.groups import add_one_stop
from models.store.indicators import save_indicators
from models.store.plans import save_grades, save_plan
from models.store.submissions import submit
from models.store.units import save_units
from models.unit import Unit
from tests.workbooks import Formula, Shown, make_workbook

Rows = list[list[Any]]

AUTHOR = Author("Người thử", "import")
PLAN = Plan("KH23", 2023, "Kế hoạch 2023", "H")
Q2 = quarter(2023, 2)
UNITS = [
    Unit("H", "UBND huyện Núi Cao"),
    Unit("X1", "Xã Đắc Tôi", first_superior="H"),
    Unit("X2", "Xã La Êê", first_superior="H"),
    Unit("X3", "Xã La Dêê", first_superior="H"),
    Unit("TT", "Thị trấn Thạnh Mỹ", first_superior="H"),
]
INDICATORS = [
    Indicator(
        "KH23",
        "TL",
        "TTHC",
        "Tỷ lệ hồ sơ trực tuyến",
        Kind.RATIO,
        numerator="Hồ sơ trực tuyến",
        denominator="Tổng hồ sơ",
    ),
    Indicator(
        "KH23", "HL", "TTHC", "Mức độ hài lòng", Kind.RATIO, numerator="Lượt hài lòng", denominator="Lượt đánh giá"
    ),
    Indicator(
        "KH23", "YT", "TTHC", "Hài lòng y tế", Kind.RATIO, numerator="Lượt hài lòng", denominator="Lượt đánh giá"
    ),
    Indicator("KH23", "SL", "TTHC", "Số cuộc kiểm tra", Kind.COUNT),
    Indicator("KH23", "DI", "TTHC", "Điểm chỉ số", Kind.SCORE),
    Indicator("KH23", "HA", "TTHC", "Vị thứ", Kind.RANK),
    Indicator("KH23", "XL", "TTHC", "Xếp loại", Kind.GRADE),
    Indicator("KH23", "HT", "TTHC", "Ban hành kế hoạch", Kind.YES_NO),
]
FIELDS = ["Đất đai", "Hộ tịch"]


@pytest.fixture
def db() -> Iterator[Database]:
    opened = memory_database()
    save_units(opened, UNITS, AUTHOR)
    save_plan(opened, PLAN, AUTHOR)
    save_grades(opened, "KH23", [Grade("KH23", 1, "Tốt"), Grade("KH23", 2, "Khá")], AUTHOR)
    save_indicators(opened, INDICATORS, AUTHOR)
    add_one_stop(opened, "KH23", FIELDS, AUTHOR)
    yield opened
    opened.close()


class Table:
    """One table, as a person would take it in."""

    def __init__(self, db: Database, folder: Path, rows: Sequence[Sequence[Any]], unit: str = "X1") -> None:
        self.db = db
        self.office: Office = read_office(db, PLAN)
        self.grid: Grid = read_grid(make_workbook(folder / "bảng.xlsx", {"Bảng": rows}), "Bảng")
        self.proposal: Proposal = propose(self.grid, self.office, unit, Q2)
        self.layout = self.proposal.layout

    def take(self) -> Taken:
        taken = take(self.db, self.grid, self.layout, self.office)
        assert_nothing_dropped(self.grid, taken)
        return taken


def assert_nothing_dropped(grid: Grid, taken: Taken) -> None:
    """Each cell that holds anything was taken, or names what was taken, or is listed; and only once."""
    filled = {(r, c) for r in range(len(grid.rows)) for c in range(len(grid.rows[r])) if grid.is_filled(r, c)}
    readings = [each.place for each in taken.readings]
    left = [place for each in taken.left for place in each.cells]
    assert len(readings) + len(left) + len(taken.keys) == len({*readings, *left, *taken.keys})
    assert {*readings, *left, *taken.keys} == filled


def said(taken: Taken) -> dict[tuple[str, str, str], Actual]:
    return {(each[0], each[1], each[2].code): pair[1] for each, pair in taken.replaced.actuals.items()}


def parts(taken: Taken) -> dict[tuple[str, str, str], tuple[Decimal | None, ...]]:
    return {key: (each.numerator, each.denominator, each.value) for key, each in said(taken).items()}


def reasons(taken: Taken, scope: Scope) -> dict[str, str]:
    return {each.text: each.reason for each in taken.left if each.scope is scope}


def test_one_row_per_unit_with_two_rows_of_headings(db: Database, tmp_path: Path) -> None:
    rows: Rows = [
        ["UBND HUYỆN NÚI CAO"],
        ["KẾT QUẢ QUÝ III NĂM 2023"],
        [],
        ["TT", "Đơn vị", "Tỷ lệ hồ sơ trực tuyến", None, "Số cuộc kiểm tra"],
        [None, None, "Tử số", "Mẫu số", None],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["I", "Các xã", None, None, None],
        [1, "UBND xã Đắc Tôi", 5, 10, 3],
        [2, "2. La Dêê", 6, 12, None],
        ["II", "Thị trấn", 6, 6, 6],
        [3, "TT. Thanh My", 7, 14, 0],
        [None, "TỔNG CỘNG", 18, 36, 9],
    ]
    taken = Table(db, tmp_path, rows).take()
    third = "2023-Q3"
    assert parts(taken) == {
        ("TL", "X1", third): (5, 10, None),
        ("SL", "X1", third): (None, None, 3),
        ("TL", "X3", third): (6, 12, None),
        ("TL", "TT", third): (7, 14, None),
        ("SL", "TT", third): (None, None, 0),
    }
    listed = reasons(taken, Scope.ROW)
    assert listed["TỔNG CỘNG | 18 | 36 | 9"].startswith("dòng tổng")
    assert {listed["I | Các xã"], listed["II | Thị trấn | 6 | 6"]} == {"dòng nhóm"}
    assert reasons(taken, Scope.COLUMN) == {"TT": "cột số thứ tự"}
    assert len(reasons(taken, Scope.ABOVE)) == 2


def test_merged_headings_and_merged_names_hold_for_all_they_cover(db: Database, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Bảng"
    for row in (
        ["Đơn vị", "Chỉ tiêu", "Quý I", None, "Quý II", None],
        [None, None, "Tử số", "Mẫu số", "Tử số", "Mẫu số"],
        ["Xã Đắc Tôi", "TL", 1, 2, 3, 4],
        [None, "HL", 5, 6, 7, 8],
        ["Xã La Êê", "TL", 1, 2, 3, 4],
        [None, "HL", 5, 6, 7, 8],
    ):
        sheet.append(row)
    for merged in ("A1:A2", "B1:B2", "C1:D1", "E1:F1", "A3:A4"):
        sheet.merge_cells(merged)
    path = tmp_path / "bảng.xlsx"
    book.save(path)
    grid = read_grid(path, "Bảng")
    office = read_office(db, PLAN)
    found = propose(grid, office, "", Q2)
    assert found.headings == [
        "Đơn vị",
        "Chỉ tiêu",
        "Quý I / Tử số",
        "Quý I / Mẫu số",
        "Quý II / Tử số",
        "Quý II / Mẫu số",
    ]
    taken = take(db, grid, found.layout, office)
    assert_nothing_dropped(grid, taken)
    assert parts(taken)["HL", "X1", "2023-Q2"] == (7, 8, None)
    assert parts(taken)["TL", "X2", "2023-Q1"] == (1, 2, None)
    # below a name that is not merged with it, an empty one is not guessed
    assert [each.reason for each in taken.left] == ["dòng không ghi đơn vị"]


def test_one_row_per_indicator_with_a_column_per_quarter(db: Database, tmp_path: Path) -> None:
    rows: Rows = [
        ["Mã", "Chỉ tiêu", "Quý I", None, "Quý II/2023", None, "6 tháng", "Lũy kế", "Kế hoạch", "Tỷ lệ %"],
        [None, None, "Tử số", "Mẫu số", "Tử số", "Mẫu số", None, None, None, None],
        ["TL", "Tỷ lệ hồ sơ trực tuyến", 1, 2, 3, 4, 50, 4, 60, 50],
        ["HL", "Mức độ hài lòng", 5, 6, 7, None, None, None, None, None],
    ]
    taken = Table(db, tmp_path, rows).take()
    assert parts(taken) == {
        ("TL", "X1", "2023-Q1"): (1, 2, None),
        ("TL", "X1", "2023-Q2"): (3, 4, None),
        ("HL", "X1", "2023-Q1"): (5, 6, None),
        ("HL", "X1", "2023-Q2"): (7, None, None),
    }
    columns = reasons(taken, Scope.COLUMN)
    assert "theo cột “Mã”" in columns["Chỉ tiêu"]
    assert "không phải số của kỳ" in columns["Lũy kế"]
    assert "không phải số của kỳ" in columns["Kế hoạch"]
    assert "không khớp" in columns["Tỷ lệ %"]
    assert "từng quý" in next(each.reason for each in taken.left if each.scope is Scope.CELL)


def test_columns_of_words_are_values_where_the_words_are(db: Database, tmp_path: Path) -> None:
    rows: Rows = [
        ["Chỉ tiêu", "Quý I", "Quý II", "Ghi chú quý II"],
        ["XL", "Tốt", None, "đã họp"],
        ["HT", "chưa", "có", None],
    ]
    found = said(Table(db, tmp_path, rows).take())
    assert found["XL", "X1", "2023-Q1"].grade == "Tốt"
    assert [found["HT", "X1", f"2023-Q{number}"].value for number in (1, 2)] == [0, 1]


def test_one_row_per_indicator_s_part_with_a_column_per_unit(db: Database, tmp_path: Path) -> None:
    rows: Rows = [
        ["Nội dung", "Xã Đắc Tôi", "Xã La Êê", "Tổng cộng"],
        ["Hồ sơ trực tuyến", 5, 6, 11],
        ["Tổng hồ sơ", 10, 12, 22],
        ["Lượt hài lòng", 1, 2, 3],
        ["Số cuộc kiêm tra", 4, 5, 9],
    ]
    table = Table(db, tmp_path, rows)
    taken = table.take()
    assert parts(taken) == {
        ("TL", "X1", "2023-Q2"): (5, 10, None),
        ("TL", "X2", "2023-Q2"): (6, 12, None),
        ("SL", "X1", "2023-Q2"): (None, None, 4),
        ("SL", "X2", "2023-Q2"): (None, None, 5),
    }
    assert {each.cell[0] for each in taken.readings if each.is_likely} == {"SL"}
    # a name that fits two is asked, with both
    [asked] = [each for each in taken.left if each.scope is Scope.ROW]
    assert asked.asks is Use.INDICATOR
    assert set(asked.candidates) == {Meaning("HL", Part.NUMERATOR), Meaning("YT", Part.NUMERATOR)}
    # and the answer takes it
    table.layout = replace(table.layout, choices=Choices(indicators={"luot hai long": Meaning("HL", Part.NUMERATOR)}))
    assert parts(table.take())["HL", "X2", "2023-Q2"] == (2, None, None)


def test_a_long_table_with_every_kind(db: Database, tmp_path: Path) -> None:
    rows: Rows = [
        ["Đơn vị", "Chỉ tiêu", "Kỳ", "Tử số", "Mẫu số", "Giá trị", "Ghi chú"],
        ["X1", "TL", "Quý 1/2023", 5, 10, None, "đã đối chiếu"],
        ["X1", "HL", "2023-Q1", None, None, "150/216", None],
        ["X1", "SL", "Q2/2023", None, None, 7, None],
        ["X1", "DI", "Năm 2023", None, None, "81,25", None],
        ["X1", "HA", "Cả năm", None, None, "50/63", None],
        ["X1", "XL", "quý III", None, None, "tốt", None],
        ["X1", "HT", "quý IV năm 2023", None, None, "Đã hoàn thành", None],
        ["X2", "SL", "9 tháng", None, None, 7, None],
        ["X2", "SL", "kỳ nào đó", None, None, 7, None],
        ["X2", "TL", "Quý II", Shown(0.65, "0%"), 1, None, None],
        ["X2", "HL", "Quý II", None, None, Shown(0.65, "0%"), None],
        ["X2", "SL", "Quý I", None, None, 7.5, None],
        ["X2", "SL", "Quý II", None, None, -1, None],
        ["X2", "XL", "Quý I", None, None, "Xuất sắc", None],
        ["X2", "HT", "Quý I", None, None, "đang làm", None],
        ["X2", "HA", "Quý I", None, None, date(2023, 5, 3), None],
        ["X2", "SL", "Quý III", 4, None, None, None],
        ["X2", "HA", "Quý II", None, None, "1.5/2", None],
    ]
    taken = Table(db, tmp_path, rows).take()
    found = said(taken)
    assert found["HL", "X1", "2023-Q1"].denominator == 216
    assert found["DI", "X1", "2023"].value == Decimal("81.25")
    assert (found["HA", "X1", "2023"].value, found["HA", "X1", "2023"].out_of) == (50, 63)
    assert found["XL", "X1", "2023-Q3"].grade == "Tốt"
    assert found["HT", "X1", "2023-Q4"].value == 1
    assert found["TL", "X1", "2023-Q1"].note == ""
    cells = {each.row or 0: each.reason for each in taken.left if each.scope is Scope.CELL}
    assert sorted(cells) == [8, 10, 11, 12, 13, 14, 15, 16, 17, 18]
    assert "từng quý" in cells[8]
    assert "phần trăm" in cells[10]
    assert "tử số và mẫu số" in cells[11]
    assert "số nguyên" in cells[12]
    assert "không âm" in cells[13]
    assert "Tốt, Khá" in cells[14]
    assert "có" in cells[15]
    assert "Excel đã đổi ô này thành ngày" in cells[16]
    assert "chỉ tỷ lệ" in cells[17]
    assert "thứ hạng" in cells[18]
    assert found["TL", "X2", "2023-Q2"].numerator is None
    assert "không khớp kỳ nào" in reasons(taken, Scope.ROW).values()


RECEIVED = ["Số hồ sơ nhận giải quyết", None, None, None]
II06A: Rows = [
    ["STT", "Lĩnh vực giải quyết", *RECEIVED, "Đã giải quyết", None, None, None, "Đang giải quyết", None, None],
    [
        *(None, None, "Tổng số", "Trong kỳ", None, "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"),
        *("Tổng số", "Trong hạn", "Quá hạn"),
    ],
    [None, None, None, "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", *[None] * 8],
    ["(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "(13)"],
]


def test_the_one_stop_table_of_one_unit_with_a_row_per_field(db: Database, tmp_path: Path) -> None:
    rows: Rows = [
        ["UBND XÃ ĐẮC TÔI"],
        *II06A,
        [1, "Lĩnh vực đất đai", 30, 10, 15, 5, 25, 20, 3, 2, 5, 4, 1],
        [2, "Ho tich", 9, "1.200", 0, 1, 7, 6, 1, 0, 2, 2, 0],
        [3, "Giáo dục", 9, 8, 0, 1, 7, 6, 1, 0, 2, 2, 0],
        [None, "Tổng cộng", 39, 18, 15, 6, 32, 26, 4, 2, 7, 6, 1],
    ]
    taken = Table(db, tmp_path, rows).take()
    found = {
        code: pair.value for (code, unit, period), pair in said(taken).items() if unit == "X1" and period == Q2.code
    }
    land = {"04": 10, "05": 15, "06": 5, "08": 20, "09": 3, "10": 2, "12": 4, "13": 1}
    births = {"04": 1200, "05": 0, "06": 1, "08": 6, "09": 1, "10": 0, "12": 2, "13": 0}
    wanted = {f"MC{n}-{number}": value for n, its in ((1, land), (2, births)) for number, value in its.items()}
    assert found == wanted
    assert sum("cột tổng" in each.reason for each in taken.left) == 3
    [asked] = [each for each in taken.left if each.asks is Use.FIELD]
    assert asked.text == "Giáo dục"


def test_the_one_stop_table_of_one_field_with_a_row_per_unit(db: Database, tmp_path: Path) -> None:
    rows: Rows = [
        ["Đơn vị", "Trực tuyến", "Trực tiếp", "Kỳ trước", "Trước hạn", "Đúng hạn", "Quá hạn", "Trong hạn", "Quá hạn"],
        ["Xã Đắc Tôi", 1, 2, 3, 4, 5, 6, 7, 8],
    ]
    table = Table(db, tmp_path, rows)
    assert not said(table.take())
    assert "bộ chỉ tiêu" in {each.reason for each in table.take().left if each.scope is Scope.CELL}.pop()
    table.layout = replace(table.layout, group="MC2")
    values = [pair.value for _, pair in sorted(said(table.take()).items())]
    assert values == [1, 2, 3, 4, 5, 6, 7, 8]


def test_written_numbers_that_may_be_two_are_asked_until_the_notation_is_chosen(db: Database, tmp_path: Path) -> None:
    rows: Rows = [
        ["Đơn vị", "TL.tử", "TL.mẫu", "SL"],
        ["X1", "1.234", "12,5", "1.234"],
        ["X2", "1.234.567", "12.5", "2,000"],
    ]
    table = Table(db, tmp_path, rows)
    taken = table.take()
    assert [(each.text, each.is_unclear) for each in taken.left] == [("1.234", True), ("2,000", True)]
    assert "1.234 hoặc 1,234" in taken.left[0].reason
    assert parts(taken)["SL", "X1", "2023-Q2"][2] == 1234  # a count can only be that
    assert parts(taken)["TL", "X2", "2023-Q2"] == (1234567, Decimal("12.5"), None)
    table.layout = replace(table.layout, notation=Notation.VIETNAMESE)
    assert parts(table.take())["TL", "X1", "2023-Q2"] == (1234, Decimal("12.5"), None)
    assert parts(table.take())["SL", "X2", "2023-Q2"][2] == 2
    table.layout = replace(table.layout, notation=Notation.ENGLISH)
    assert parts(table.take())["TL", "X1", "2023-Q2"] == (Decimal("1.234"), Decimal("12.5"), None)
    assert parts(table.take())["SL", "X2", "2023-Q2"][2] == 2000


def test_of_two_cells_for_one_place_that_differ_neither_is_taken(db: Database, tmp_path: Path) -> None:
    rows: Rows = [["Đơn vị", "SL"], ["X1", 5], ["Xã Đắc Tôi", 6], ["X2", 7], ["La Êê", 7]]
    taken = Table(db, tmp_path, rows).take()
    assert parts(taken) == {("SL", "X2", "2023-Q2"): (None, None, 7)}
    assert [each.reason for each in taken.left] == [
        "trùng với ô B3, số khác nhau",
        "trùng với ô B2, số khác nhau",
        "trùng với ô B4, cùng một số",
    ]


def test_a_formula_that_was_never_computed_is_listed(db: Database, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Đơn vị", "SL"], ["X1", "=1+1"], ["X2", 3]):
        sheet.append(row)
    path = tmp_path / "công thức.xlsx"
    book.save(path)
    grid = read_grid(path, sheet.title)
    office = read_office(db, PLAN)
    taken = take(db, grid, propose(grid, office, "", Q2).layout, office)
    assert_nothing_dropped(grid, taken)
    assert ["công thức" in each.reason for each in taken.left] == [True]
    rows: Rows = [["Đơn vị", "SL"], ["X1", Formula("=1+1", 2)]]
    assert parts(Table(db, tmp_path, rows).take())["SL", "X1", "2023-Q2"][2] == 2


def test_what_is_there_already_changes_nothing_and_notes_stay(db: Database, tmp_path: Path) -> None:
    kept = Actual("TL", "X1", Q2, Decimal(5), Decimal(10), note="chú ý", accepted="lý do", is_illustrative=True)
    record(db, [kept], AUTHOR)
    rows: Rows = [["Đơn vị", "TL.tử", "TL.mẫu"], ["X1", 5, 10]]
    table = Table(db, tmp_path, rows)
    taken = table.take()
    assert (len(taken.replaced), taken.same) == (0, 2)
    taken = Table(db, tmp_path, [["Đơn vị", "TL.tử"], ["X1", 6]]).take()
    assert said(taken)["TL", "X1", "2023-Q2"] == Actual("TL", "X1", Q2, Decimal(6), Decimal(10), note="chú ý")
    assert joined(kept, {"numerator": Decimal(5)}) == kept


def test_what_was_sent_is_listed_and_not_taken(db: Database, tmp_path: Path) -> None:
    submit(db, PLAN, "X1", Q2, date(2023, 6, 18), AUTHOR)
    taken = Table(db, tmp_path, [["Đơn vị", "SL"], ["X1", 5], ["X2", 6]]).take()
    assert [key[1] for key in said(taken)] == ["X2"]
    [left] = taken.left
    assert "đã gửi ngày 18/6/2023" in left.reason


def test_a_person_may_read_a_column_in_another_way_or_leave_it(db: Database, tmp_path: Path) -> None:
    table = Table(db, tmp_path, [["Đơn vị", "Cột lạ", "SL"], ["X1", 5, 6]])
    assert reasons(table.take(), Scope.COLUMN) == {"Cột lạ": "không khớp chỉ tiêu, đơn vị hay quý nào"}
    table.layout = table.layout.with_column(1, Column(Use.VALUE, Meaning("TL", Part.NUMERATOR)))
    table.layout = table.layout.with_column(2, Column(reason="không lấy"))
    taken = table.take()
    assert parts(taken) == {("TL", "X1", "2023-Q2"): (5, None, None)}
    assert reasons(taken, Scope.COLUMN) == {"SL": "không lấy"}


def test_row_and_column_that_disagree_are_listed(db: Database, tmp_path: Path) -> None:
    rows: Rows = [["Đơn vị", "Chỉ tiêu", "SL", "Xã La Êê"], ["X1", "TL", 5, 6]]
    taken = Table(db, tmp_path, rows).take()
    assert {each.reason for each in taken.left} == {
        "dòng và cột là hai chỉ tiêu khác nhau",
        "dòng và cột là hai đơn vị khác nhau",
    }
    nowhere = Table(db, tmp_path, [["Nội dung", "Giá trị"], ["SL", 5]], unit="").take()
    assert "chưa biết của đơn vị nào" in nowhere.left[0].reason


def test_a_table_without_names_is_of_the_unit_and_indicator_chosen(db: Database, tmp_path: Path) -> None:
    table = Table(db, tmp_path, [["x", "Quý I", "Quý II"], ["các nơi", 5, 6]])
    columns = [Column(), *table.layout.columns[1:]]
    table.layout = replace(table.layout, columns=columns, indicator=Meaning("SL"))
    assert {key: each[2] for key, each in parts(table.take()).items()} == {
        ("SL", "X1", "2023-Q1"): 5,
        ("SL", "X1", "2023-Q2"): 6,
    }


def test_how_a_table_was_read_is_remembered_by_its_headings(db: Database, tmp_path: Path) -> None:
    rows: Rows = [["a"], ["b"], ["Nơi", "Cột lạ", "Ghi chú"], ["Đắc Tôi Mới", 5, "x"], ["Xã La Êê", 6, None]]
    table = Table(db, tmp_path, rows)
    header = Header(2, 1)
    found = propose(table.grid, table.office, "", Q2, header)
    layout = found.layout.with_column(0, Column(Use.UNIT)).with_column(1, Column(Use.VALUE, Meaning("SL")))
    layout = replace(layout, choices=Choices(units={"dac toi moi": "X1"}), notation=Notation.ENGLISH)
    assert not proposed(db, table.grid, table.office, "", Q2).is_known
    proposal = replace(found, layout=layout)
    taken = take(db, table.grid, layout, table.office)
    assert write(db, taken, proposal, AUTHOR).actuals
    assert actual(db, "SL", "X1", Q2) == Actual("SL", "X1", Q2, value=Decimal(5))
    # the next file has one more line above, and the figures of another quarter
    later = Table(db, tmp_path, [["c"], *rows[:3], ["Đắc Tôi Mới", 15, None], ["Xã La Êê", 16, None]])
    again = proposed(db, later.grid, later.office, "", quarter(2023, 3))
    assert again.is_known
    assert again.layout.header == Header(3, 1)
    assert again.layout.choices == layout.choices
    assert again.layout.notation is Notation.ENGLISH
    taken = take(db, later.grid, again.layout, later.office)
    assert {key: each[2] for key, each in parts(taken).items()} == {
        ("SL", "X1", "2023-Q3"): 15,
        ("SL", "X2", "2023-Q3"): 16,
    }


def test_an_import_is_taken_back_and_done_again(db: Database, tmp_path: Path) -> None:
    record(db, [Actual("SL", "X2", Q2, value=Decimal(1))], AUTHOR)
    before = list(actuals(db))
    table = Table(db, tmp_path, [["Đơn vị", "SL"], ["X1", 5], ["X2", 6]])
    taken = table.take()
    write(db, taken, table.proposal, AUTHOR)
    after = list(actuals(db))
    assert len(after) == 2
    taken.replaced.take_back(db, AUTHOR)
    assert list(actuals(db)) == before
    taken.replaced.put_again(db, AUTHOR)
    assert list(actuals(db)) == after


def test_progress_is_told_and_may_stop_the_reading(db: Database, tmp_path: Path) -> None:
    table = Table(db, tmp_path, [["Đơn vị", "SL"], *(["X1", 1] for _ in range(600))])
    steps: list[tuple[int, int]] = []
    take(db, table.grid, table.layout, table.office, lambda done, total: steps.append((done, total)))
    assert steps == [(500, 601)]


def test_left_things_know_where_they_are(db: Database, tmp_path: Path) -> None:
    taken = Table(db, tmp_path, [["Đơn vị", "SL"], ["X1", "x"], ["Xã lạ hoắc", 1]]).take()
    cell, row = sorted(taken.left, key=lambda each: each.row or 0)
    assert (cell.row, cell.column, cell.cells) == (1, 1, ((1, 1),))
    assert isinstance(row, Left)
    assert (row.row, row.column, row.cells) == (2, None, ((2, 0), (2, 1)))


def test_the_lines_above_a_table_say_whose_and_of_when_it_is(db: Database, tmp_path: Path) -> None:
    rows: Rows = [["UBND HUYỆN NÚI CAO"], ["Đơn vị báo cáo: UBND xã La Êê"], ["Quý I/2023"], ["Chỉ tiêu", "Giá trị"]]
    taken = Table(db, tmp_path, [*rows, ["SL", 5]], unit="X1").take()
    assert list(said(taken)) == [("SL", "X2", "2023-Q1")]
    # two names say nothing
    taken = Table(db, tmp_path, [["Xã Đắc Tôi"], *rows, ["SL", 5]], unit="TT").take()
    assert list(said(taken)) == [("SL", "TT", "2023-Q1")]


def test_a_table_of_six_months_is_not_taken_for_a_quarter(db: Database, tmp_path: Path) -> None:
    table = Table(db, tmp_path, [["Số liệu 6 tháng đầu năm 2023"], ["Đơn vị", "SL"], ["X1", 5]])
    taken = table.take()
    assert not taken.readings
    assert "từng quý" in next(each.reason for each in taken.left if each.scope is Scope.CELL)
    table.layout = replace(table.layout, period=Q2)
    assert list(said(table.take())) == [("SL", "X1", "2023-Q2")]


def test_the_year_of_a_table_may_be_another(db: Database, tmp_path: Path) -> None:
    taken = Table(db, tmp_path, [["Số liệu quý IV năm 2022"], ["Đơn vị", "SL"], ["X1", 5]]).take()
    assert list(said(taken)) == [("SL", "X1", "2022-Q4")]
    assert Period(2022) not in {each[2] for each in taken.replaced.actuals}
