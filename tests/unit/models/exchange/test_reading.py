"""Reading a workbook: typed cells as they are meant, and every wrong cell told with its place."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from models.exchange.book import Book
from models.exchange.workbook_reader import read_workbook
from models.measure import Accumulation, Kind, Operator, Target
from models.number import plain
from models.period import Period, read_period
from models.plan import Actual
from tests.workbooks import ACTUAL_HEADINGS, PLAN_SHEETS, Formula, Sheets, Shown, make_workbook, with_actuals, with_rows

Place = tuple[str, int, str]
ASSIGNED = ["Mã kế hoạch", "Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Phép so sánh", "Mức", "Mức đến"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def read(folder: Path, sheets: Sheets) -> Book:
    return read_workbook(make_workbook(folder / "sổ.xlsx", sheets))


def one_actual(folder: Path, *row: object) -> Actual:
    book = read(folder, with_actuals(row))
    assert book.problems == []
    (actual,) = book.actuals
    return actual


def one_problem(folder: Path, sheets: Sheets) -> tuple[Place, str, str]:
    """Return place, what was found and what is expected of the only wrong cell."""
    (problem,) = read(folder, sheets).problems
    return (problem.sheet, problem.row, problem.column), problem.found, problem.expected


def wrong_actual(folder: Path, *row: object) -> tuple[str, str, str]:
    (sheet, number, column), found, expected = one_problem(folder, with_actuals(row))
    assert (sheet, number) == ("Số liệu", 2)
    return column, found, expected


def test_a_small_plan_is_read_whole(folder: Path) -> None:
    book = read(folder, PLAN_SHEETS)
    assert (book.problems, book.notes) == ([], [])
    assert [unit.code for unit in book.units] == ["H", "X1", "X2"]
    assert book.plans[0].unit == "H"
    assert [each.kind for each in book.indicators] == list(Kind)
    assert book.indicators[0].target == Target(Operator.AT_LEAST, Decimal(65))
    assert book.indicators[0].accumulation is Accumulation.FLOW


def test_order_of_columns_case_blanks_and_spelling_of_headings_do_not_matter(folder: Path) -> None:
    sheets = {"  đơn VỊ ": [["MÃ\ncấp trên", "tên", " Mã "], [None, "Huyện", "H"], ["H", "Xã", "X"]]}
    book = read(folder, sheets)
    assert [(unit.code, unit.name, unit.first_superior) for unit in book.units] == [
        ("H", "Huyện", None),
        ("X", "Xã", "H"),
    ]


def test_decomposed_vietnamese_is_read_as_composed(folder: Path) -> None:
    from unicodedata import normalize

    sheets: Sheets = {normalize("NFD", "Đơn vị"): [[normalize("NFD", "Mã"), "Tên"], ["H", normalize("NFD", " Huyện ")]]}
    assert read(folder, sheets).units[0].name == "Huyện"


def test_unknown_sheets_and_columns_are_told_and_nothing_else_is_lost(folder: Path) -> None:
    sheets: Sheets = {"Đơn vị": [["Mã", "Tên", "Dân số"], ["H", "Huyện", 5]], "Biểu đồ": [["a"]]}
    book = read(folder, sheets)
    assert [unit.code for unit in book.units] == ["H"]
    assert len(book.notes) == 2
    assert any("Dân số" in note and "Đơn vị" in note for note in book.notes)
    assert any("Biểu đồ" in note for note in book.notes)


def test_a_column_without_heading_is_told(folder: Path) -> None:
    book = read(folder, {"Đơn vị": [["Mã", "Tên"], ["H", "Huyện", None, "ghi thêm"]]})
    assert [note for note in book.notes if "cột D" in note]


def test_rows_above_the_headings_and_blank_rows_are_left_out(folder: Path) -> None:
    rows = [["DANH SÁCH ĐƠN VỊ"], [], ["Mã", "Tên"], [None, "  "], ["H", "Huyện"], [], ["X", "Xã"]]
    book = read(folder, {"Đơn vị": rows})
    assert [unit.code for unit in book.units] == ["H", "X"]
    assert "dòng 3" in book.notes[0]


def test_merged_cells_are_no_rows_of_their_own(folder: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Đơn vị")
    for row in (["Mã", "Tên"], ["H", "Huyện"], [None, None], ["X", "Xã"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    book.save(folder / "a.xlsx")
    assert [unit.code for unit in read_workbook(folder / "a.xlsx").units] == ["H", "X"]


@pytest.mark.parametrize(
    "cell, meant",
    [
        (12, "12"),
        (0.1 + 0.2, "0.3"),
        (64.99, "64.99"),
        (1234567890.1234, "1234567890.1234"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("65,5", "65.5"),
        ("65.5", "65.5"),
        (" 12 345 ", "12345"),
        ("0,125", "0.125"),
        (Formula("=1+1", 2), "2"),
    ],
)
def test_numbers_are_exact_in_either_notation(folder: Path, cell: object, meant: str) -> None:
    actual = one_actual(folder, "TL", "X1", "2023-Q1", cell, 2000000000, None)
    assert actual.numerator is not None
    assert plain(actual.numerator) == meant


@pytest.mark.parametrize(
    "cell, meant",
    [(Shown(0.65, "0%"), "65"), (Shown(0.6499, "0.00%"), "64.99"), ("65%", "65"), (65, "65"), ("64,99 %", "64.99")],
)
def test_a_percent_cell_is_the_percentage_it_shows(folder: Path, cell: object, meant: str) -> None:
    row = ["KH23", "TL2", "Tên", "tỷ lệ", "phát sinh", ">=", cell]
    target = read(folder, with_rows("Chỉ tiêu", row)).indicators[-1].target
    assert target is not None
    assert target.value == Decimal(meant)


def test_a_percent_sign_that_is_only_text_does_not_multiply(folder: Path) -> None:
    row = ["KH23", "TL2", "Tên", "tỷ lệ", "phát sinh", ">=", Shown(65, '0.0"%"')]
    target = read(folder, with_rows("Chỉ tiêu", row)).indicators[-1].target
    assert target == Target(Operator.AT_LEAST, Decimal(65))


@pytest.mark.parametrize(
    "cell, words",
    [
        ("1.234", "1,234"),
        ("1,234", "1,234"),
        ("abc", "một số"),
        (-1, "không âm"),
        ("-5", "không âm"),
        (1.23456, "4 chữ số thập phân"),
        (1e14, "quá lớn"),
        (True, "một số"),
        (date(2023, 5, 1), "thành ngày"),
        (Shown(0.5, "0%"), "không phải phần trăm"),
        (Formula("=1/0", "#DIV/0!"), "một số"),
        (Formula('=""&"x"', "x"), "một số"),
    ],
)
def test_what_is_no_number_is_a_wrong_cell(folder: Path, cell: object, words: str) -> None:
    column, _, expected = wrong_actual(folder, "TL", "X1", "2023-Q1", cell, 100)
    assert column == "Tử số"
    assert words in expected


def test_an_ambiguous_number_names_both_readings_and_its_place(folder: Path) -> None:
    book = read(folder, with_actuals(["TL", "X1", "2023-Q1", "1.234", 5000]))
    text = str(book.problems[0])
    for part in ("Số liệu", "dòng 2", "Tử số", "“1.234”", "1.234 hoặc 1,234"):
        assert part in text


def test_a_formula_that_was_never_computed_is_a_wrong_cell(folder: Path) -> None:
    make_workbook(folder / "a.xlsx", with_actuals(["TL", "X1", "2023-Q1", 1, 2], ["TL", "X2", "2023-Q1", 1, 2]))
    book = openpyxl.load_workbook(folder / "a.xlsx")
    book["Số liệu"]["D3"] = "=SUM(D2:D2)"
    book.save(folder / "a.xlsx")
    (problem,) = read_workbook(folder / "a.xlsx").problems
    assert (problem.sheet, problem.row, problem.column) == ("Số liệu", 3, "Tử số")
    assert "chưa được tính" in problem.expected


@pytest.mark.parametrize("cell, code", [(12, "12"), (12.0, "12"), ("012", "012"), (Shown(7, "000"), "007")])
def test_codes_in_number_cells_are_their_digits(folder: Path, cell: object, code: str) -> None:
    assert read(folder, {"Đơn vị": [["Mã", "Tên"], [cell, "Huyện"]]}).units[0].code == code


@pytest.mark.parametrize("cell", [date(2023, 6, 20), "20/6/2023", "20/06/2023", "2023-06-20"])
def test_dates_are_date_cells_or_written(folder: Path, cell: object) -> None:
    book = read(folder, {"Đơn vị": [["Mã", "Tên", "Từ ngày"], ["H", "Huyện", cell]]})
    assert book.units[0].valid_from == date(2023, 6, 20)


@pytest.mark.parametrize("cell", [45000, "31/2/2023", "tháng 6", True, Formula("=A", "#REF!")])
def test_what_is_no_date_is_a_wrong_cell(folder: Path, cell: object) -> None:
    sheets = {"Đơn vị": [["Mã", "Tên", "Từ ngày"], ["H", "Huyện", cell]]}
    assert one_problem(folder, sheets)[0] == ("Đơn vị", 2, "Từ ngày")


def test_a_date_in_a_text_cell_is_a_wrong_cell(folder: Path) -> None:
    place, found, expected = one_problem(folder, {"Đơn vị": [["Mã", "Tên"], ["H", date(2023, 12, 1)]]})
    assert (place, found) == (("Đơn vị", 2, "Tên"), "1/12/2023")
    assert "ngày" in expected


def test_lists_are_parted_by_semicolons(folder: Path) -> None:
    rows = [["Mã", "Tên", "Kế thừa bởi"], ["A", "A", "B; C;"], ["B", "B", None], ["C", "C", None]]
    assert read(folder, {"Đơn vị": rows}).units[0].succeeded_by == ("B", "C")


def test_text_that_looks_like_a_formula_is_text(folder: Path) -> None:
    book = read(folder, {"Đơn vị": [["Mã", "Tên"], ["H", "=1+1"]]})
    assert book.units[0].name == "=1+1"


def test_all_wrong_cells_are_listed_at_once_in_the_order_of_the_workbook(folder: Path) -> None:
    sheets = with_actuals(
        ["TL", "X1", "2023-Q1", "abc", "1.234"], ["??", "X9", "2023-Q5", 1, 1], ["SL", "X1", "2023-Q1", None, None, 1.5]
    )
    book = read(folder, {**sheets, "Đơn vị": [*sheets["Đơn vị"], ["X1", "Lần nữa", "H"], [None, "Không mã", "K"]]})
    places = [(each.sheet, each.row, each.column) for each in book.problems]
    assert places == [
        ("Đơn vị", 5, "Mã"),
        ("Đơn vị", 6, "Mã"),
        ("Số liệu", 2, "Tử số"),
        ("Số liệu", 2, "Mẫu số"),
        ("Số liệu", 3, "Mã chỉ tiêu"),
        ("Số liệu", 3, "Mã đơn vị"),
        ("Số liệu", 3, "Kỳ"),
        ("Số liệu", 4, "Giá trị"),
    ]


def test_a_missing_column_that_must_be_there_is_told_once(folder: Path) -> None:
    place, found, _ = one_problem(folder, {"Đơn vị": [["Tên"], ["A"], ["B"]]})
    assert (place, found) == (("Đơn vị", 1, "Mã"), "")


def test_a_heading_twice_is_a_problem(folder: Path) -> None:
    place, _, _ = one_problem(folder, {"Đơn vị": [["Mã", "Tên", "mã"], ["A", "A", "B"]]})
    assert place == ("Đơn vị", 1, "mã")


@pytest.mark.parametrize(
    "sheet, rows, place",
    [
        ("Đơn vị", [["X3", "Xã Ba", "ZZ"]], ("Đơn vị", 5, "Mã cấp trên")),
        ("Đơn vị", [["X3", "Xã Ba", "X3"]], ("Đơn vị", 5, "Mã cấp trên")),
        ("Kế hoạch", [["KH23", 2023, "Lần nữa"]], ("Kế hoạch", 3, "Mã")),
        ("Kế hoạch", [["KH24", "hai ngàn", "Tên"]], ("Kế hoạch", 3, "Năm")),
        ("Kế hoạch", [["KH24", 2023.5, "Tên"]], ("Kế hoạch", 3, "Năm")),
        ("Kế hoạch", [["KH24", 2024, None]], ("Kế hoạch", 3, "Tên")),
        ("Thang xếp loại", [["KH23", 3, "Yếu"]], ("Thang xếp loại", 5, "Thứ tự")),
        ("Thang xếp loại", [["KH23", 4, "khá"]], ("Thang xếp loại", 5, "Tên")),
        ("Thang xếp loại", [["KH99", 4, "Yếu"]], ("Thang xếp loại", 5, "Mã kế hoạch")),
        ("Thang xếp loại", [["KH23", 0, "Yếu"]], ("Thang xếp loại", 5, "Thứ tự")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "tỷ trọng", None, None, None]], ("Chỉ tiêu", 8, "Loại số đo")),
        ("Chỉ tiêu", [["KH23", "TL", "Tên", "tỷ lệ", None, None, None]], ("Chỉ tiêu", 8, "Mã")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "tỷ lệ", "cuối kỳ", None, None]], ("Chỉ tiêu", 8, "Cộng dồn")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "tỷ lệ", None, None, 65]], ("Chỉ tiêu", 8, "Phép so sánh")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "tỷ lệ", None, "trên", 65]], ("Chỉ tiêu", 8, "Phép so sánh")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "tỷ lệ", None, ">=", None]], ("Chỉ tiêu", 8, "Mức")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "tỷ lệ", None, "khoảng", 65]], ("Chỉ tiêu", 8, "Mức đến")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "số lượng", None, ">=", 1.5]], ("Chỉ tiêu", 8, "Mức")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "xếp loại", None, ">=", "Giỏi"]], ("Chỉ tiêu", 8, "Mức")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "thứ hạng", None, ">=", 1.5]], ("Chỉ tiêu", 8, "Mức")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "hoàn thành", None, "=", "xong"]], ("Chỉ tiêu", 8, "Mức")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "hoàn thành", None, "<", "có"]], ("Chỉ tiêu", 8, "Phép so sánh")),
        ("Chỉ tiêu", [["KH23", "A", "Tên", "điểm", None, ">=", 5, 0]], ("Chỉ tiêu", 8, "Thang điểm")),
    ],
)
def test_wrong_rows_of_the_plan_are_told_with_their_cell(
    folder: Path, sheet: str, rows: list[list[object]], place: Place
) -> None:
    assert one_problem(folder, with_rows(sheet, *rows))[0] == place


@pytest.mark.parametrize("kind, level", [("thứ hạng", 30), ("xếp loại", "Khá")])
@pytest.mark.parametrize("operator", ["<=", "<"])
def test_backward_operators_of_ranks_and_grades_are_explained(
    folder: Path, kind: str, level: object, operator: str
) -> None:
    sheets = with_rows("Chỉ tiêu", ["KH23", "A", "Tên", kind, None, operator, level])
    place, found, expected = one_problem(folder, sheets)
    assert (place, found) == (("Chỉ tiêu", 8, "Phép so sánh"), operator)
    assert "tốt ít nhất bằng" in expected


def test_units_in_a_circle_are_told(folder: Path) -> None:
    book = read(folder, {"Đơn vị": [["Mã", "Tên", "Mã cấp trên"], ["A", "A", "B"], ["B", "B", "A"]]})
    assert {(each.row, each.column) for each in book.problems} == {(2, "Mã cấp trên"), (3, "Mã cấp trên")}


def test_a_code_keeps_its_kind_and_accumulation_in_all_plans(folder: Path) -> None:
    sheets = with_rows("Kế hoạch", ["KH24", 2024, "Kế hoạch 2024"])
    rows = [["KH24", "TL", "Tên", "điểm", None, None, None], ["KH24", "SL", "Tên", "số lượng", "thời điểm", None, None]]
    book = read(folder, with_rows("Chỉ tiêu", *rows, of=sheets))
    assert [(each.row, each.column) for each in book.problems] == [(8, "Loại số đo"), (9, "Cộng dồn")]


def test_only_a_count_takes_its_first_quarter(folder: Path) -> None:
    headings = ["Mã kế hoạch", "Mã", "Tên", "Loại số đo", "Cộng dồn"]
    rows = [["KH23", "KT", "Kỳ trước", "số lượng", "đầu kỳ"], ["KH23", "TK", "Tên", "tỷ lệ", "đầu kỳ"]]
    book = read(folder, {**PLAN_SHEETS, "Chỉ tiêu": [headings, *rows]})
    assert [str(each.accumulation) for each in book.indicators if each.code == "KT"] == ["opening"]
    (problem,) = book.problems
    assert (problem.sheet, problem.column, problem.found) == ("Chỉ tiêu", "Cộng dồn", "đầu kỳ")
    assert "không dùng cho tỷ lệ" in problem.expected


def test_an_office_must_be_named_where_several_units_have_no_superior(folder: Path) -> None:
    place, _, expected = one_problem(folder, with_rows("Đơn vị", ["K", "Huyện khác", None]))
    assert place == ("Kế hoạch", 2, "Mã đơn vị")
    assert "H, K" in expected


def test_a_plan_replaces_one_of_its_year_that_is_there(folder: Path) -> None:
    rows = [
        ["Mã", "Năm", "Tên", "Thay thế kế hoạch"],
        ["B", 2023, "B", "A"],
        ["A", 2023, "A", None],
        ["C", 2024, "C", "A"],
        ["D", 2023, "D", "Z"],
    ]
    book = read(folder, {**PLAN_SHEETS, "Kế hoạch": rows, "Chỉ tiêu": [], "Thang xếp loại": []})
    places = [(each.row, each.column) for each in book.problems]
    assert places == [(4, "Thay thế kế hoạch"), (5, "Thay thế kế hoạch")]


@pytest.mark.parametrize(
    "row, expected",
    [
        (("SL", "X1", "2023-Q1", None, None, 5), Actual("SL", "X1", read_period("2023-Q1"), value=Decimal(5))),
        (("DI", "H", 2023, None, None, 83.5), Actual("DI", "H", Period(2023), value=Decimal("83.5"))),
        (("HA", "H", "2023", None, None, 50), Actual("HA", "H", Period(2023), value=Decimal(50))),
        (("HA", "H", "2023", None, None, "50/63"), Actual("HA", "H", Period(2023), value=Decimal(50), out_of=63)),
        (("XL", "H", "2023", None, None, "khá"), Actual("XL", "H", Period(2023), grade="Khá")),
        (("HT", "H", "2023-Q2", None, None, "Có"), Actual("HT", "H", read_period("2023-Q2"), value=Decimal(1))),
        (("HT", "H", "2023-Q2", None, None, "không"), Actual("HT", "H", read_period("2023-Q2"), value=Decimal(0))),
        (("TL", "X1", "2023-Q1", 5), Actual("TL", "X1", read_period("2023-Q1"), numerator=Decimal(5))),
    ],
)
def test_values_are_read_by_their_kind(folder: Path, row: tuple[object, ...], expected: Actual) -> None:
    assert one_actual(folder, *row) == expected


def test_a_numerator_above_its_denominator_is_taken_in(folder: Path) -> None:
    actual = one_actual(folder, "TL", "X1", "2023-Q1", 12, 10, None, "xem lại", "đã đối chiếu", "X")
    assert (actual.numerator, actual.denominator) == (Decimal(12), Decimal(10))
    assert (actual.note, actual.accepted, actual.is_illustrative) == ("xem lại", "đã đối chiếu", True)


@pytest.mark.parametrize(
    "row, column, words",
    [
        (("TL", "X1", "2023-Q1", None, None, 65), "Giá trị", "nhập tử số và mẫu số"),
        (("TL", "X1", "2023-Q1", 1, 2, 50), "Giá trị", "nhập tử số và mẫu số"),
        (("SL", "X1", "2023-Q1", 5), "Tử số", "Giá trị"),
        (("SL", "X1", "2023-Q1", None, None, 1.5), "Giá trị", "số nguyên"),
        (("SL", "X1", "2023", None, None, 5), "Kỳ", "quý"),
        (("TL", "X1", "2023-H1", 1, 2), "Kỳ", "quý"),
        (("DI", "H", "2023-9M", None, None, 5), "Kỳ", "quý"),
        (("TL", "X1", "quý 1", 1, 2), "Kỳ", "2023-Q1"),
        (("TL", "X1", None, 1, 2), "Kỳ", "trống"),
        (("TL", "X1", date(2023, 1, 1), 1, 2), "Kỳ", "ngày"),
        (("HA", "H", "2023", None, None, date(2023, 12, 5)), "Giá trị", "Excel đã đổi ô này thành ngày"),
        (("HA", "H", "2023", None, None, 0), "Giá trị", "thứ hạng"),
        (("HA", "H", "2023", None, None, 1.5), "Giá trị", "thứ hạng"),
        (("HA", "H", "2023", None, None, "5/0"), "Giá trị", "thứ hạng"),
        (("XL", "H", "2023", None, None, "Giỏi"), "Giá trị", "Tốt, Khá, Trung bình"),
        (("HT", "H", "2023", None, None, "xong"), "Giá trị", "có, không"),
        (("HT", "H", "2023", None, None, True), "Giá trị", "TRUE/FALSE"),
        (("TL", "X1", "2023-Q1", 1, 2, None, None, None, "minh họa"), "Minh họa", "x"),
        (("ZZ", "X1", "2023-Q1", 1, 2), "Mã chỉ tiêu", "chỉ tiêu"),
        (("TL", "ZZ", "2023-Q1", 1, 2), "Mã đơn vị", "đơn vị"),
    ],
)
def test_a_wrong_actual_is_told_with_its_cell(folder: Path, row: tuple[object, ...], column: str, words: str) -> None:
    found_column, _, expected = wrong_actual(folder, *row)
    assert found_column == column
    assert words in expected


def test_an_actual_twice_is_told_with_the_first_row(folder: Path) -> None:
    row = ["TL", "X1", "2023-Q1", 1, 2]
    place, _, expected = one_problem(folder, with_actuals(row, row))
    assert place == ("Số liệu", 3, "Mã chỉ tiêu")
    assert "dòng 2" in expected


def test_a_row_with_a_unit_assigns_and_one_without_is_the_plans(folder: Path) -> None:
    rows = [
        ASSIGNED,
        ["KH23", "TL", "X1"],
        ["KH23", "TL", "X2", "2023-Q2", None, 70],
        ["KH23", "TL", None, "2023-H1", ">", 60],
    ]
    book = read(folder, with_rows("Giao chỉ tiêu", *rows))
    assert book.problems == []
    assert [(each.unit, each.period.code, each.target) for each in book.assignments] == [
        ("X1", "2023", None),
        ("X2", "2023-Q2", Target(Operator.AT_LEAST, Decimal(70))),
        (None, "2023-H1", Target(Operator.MORE_THAN, Decimal(60))),
    ]


def test_the_plans_target_for_the_year_is_taken_where_sheet_chi_tieu_has_none_or_the_same(folder: Path) -> None:
    sheets = with_rows("Chỉ tiêu", ["KH23", "TL2", "Tên", "tỷ lệ", None, None, None])
    rows = [ASSIGNED, ["KH23", "TL", None, None, None, 65], ["KH23", "TL2", None, "2023", ">=", 50]]
    book = read(folder, with_rows("Giao chỉ tiêu", *rows, of=sheets))
    assert (book.problems, book.assignments) == ([], [])
    assert book.indicators[-1].target == Target(Operator.AT_LEAST, Decimal(50))
    assert [each.code for each in book.indicators] == ["TL", "SL", "DI", "HA", "XL", "HT", "TL2"]


@pytest.mark.parametrize(
    "row, column",
    [
        (["KH23", "TL", None, "2023", ">=", 70], "Mức"),
        (["KH23", "TL", None, "2023-Q1"], "Mức"),
        (["KH23", "TL", "X1", "2024-Q1", ">=", 70], "Kỳ"),
        (["KH23", "ZZ", "X1"], "Mã chỉ tiêu"),
        (["KH99", "TL", "X1"], "Mã kế hoạch"),
        (["KH23", "TL", "X9"], "Mã đơn vị"),
        (["KH23", "TL", "X1", None, ">="], "Mức"),
        (["KH23", "TL", "X1", None, ">=", 70, 80], "Mức đến"),
        (["KH23", "TL", "X1", None, "khoảng", 80, 70], "Mức đến"),
        (["KH23", "TL", "X1", None, None, None, 70], "Mức"),
    ],
)
def test_wrong_assignments_are_told(folder: Path, row: list[object], column: str) -> None:
    place, _, _ = one_problem(folder, with_rows("Giao chỉ tiêu", ASSIGNED, row))
    assert place == ("Giao chỉ tiêu", 2, column)


@pytest.mark.parametrize(
    "row, column",
    [
        (["KH23", "R", "TL.tử", "=", "ZZ"], "Vế phải"),
        (["KH23", "R", "SL.tử", "=", "TL.tử"], "Vế trái"),
        (["KH23", "R", "XL", "=", "TL.tử"], "Vế trái"),
        (["KH23", "R", "TL.tử", "khoảng", "SL"], "Phép so sánh"),
        (["KH23", "R", "TL.tử", "=", "SL", -1], "Sai số"),
        (["KH23", "R", "TL.tử", "=", "SL", 0, "nặng"], "Mức độ"),
        (["KH23", "R", "TL.tử", "=", None], "Vế phải"),
    ],
)
def test_wrong_rules_are_told(folder: Path, row: list[object], column: str) -> None:
    headings = ["Mã kế hoạch", "Mã", "Vế trái", "Phép so sánh", "Vế phải", "Sai số", "Mức độ"]
    place, _, _ = one_problem(folder, with_rows("Quy tắc", headings, row))
    assert place == ("Quy tắc", 2, column)


@pytest.mark.parametrize("word", ["Minh hoạ", "MINH HỌA"])
def test_headings_may_set_the_tone_the_old_or_the_new_way(folder: Path, word: str) -> None:
    headings = [*ACTUAL_HEADINGS[:-1], word]
    book = read(folder, with_rows("Số liệu", headings, ["TL", "X1", "2023-Q1", 1, 2, None, None, None, "x"]))
    assert book.actuals[0].is_illustrative
