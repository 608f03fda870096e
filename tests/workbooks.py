"""Workbooks for tests, made cell by cell as officers and other programs make them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

Sheets = Mapping[str, Sequence[Any]]  # rows of cells by sheet, the headings first


@dataclass(frozen=True)
class Shown:
    """A number with the number format that it is shown in."""

    value: float
    form: str


@dataclass(frozen=True)
class Formula:
    """A formula with the result that was kept beside it."""

    text: str
    result: object


def make_workbook(path: Path, sheets: Sheets) -> Path:
    """Write typed cells; None is an empty cell."""
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                _write(book, sheet, (number, column), cell)
    book.close()
    return path


def _write(book: xlsxwriter.Workbook, sheet: Worksheet, at: tuple[int, int], cell: object) -> None:
    match cell:
        case None:
            pass
        case bool():
            sheet.write_boolean(*at, cell)
        case str():
            sheet.write_string(*at, cell)
        case date():
            day = datetime(cell.year, cell.month, cell.day)
            sheet.write_datetime(*at, day, book.add_format({"num_format": "dd/mm/yyyy"}))
        case Shown(value, form):
            sheet.write_number(*at, value, book.add_format({"num_format": form}))
        case Formula(text, result):
            sheet.write_formula(*at, text, None, result)
        case int() | float() | Decimal():
            sheet.write_number(*at, float(cell))
        case _:
            raise TypeError(cell)


PLAN_SHEETS: Sheets = {
    "Đơn vị": [
        ["Mã", "Tên", "Mã cấp trên"],
        ["H", "UBND huyện", None],
        ["X1", "Xã Một", "H"],
        ["X2", "Xã Hai", "H"],
    ],
    "Kế hoạch": [["Mã", "Năm", "Tên"], ["KH23", 2023, "Kế hoạch 2023"]],
    "Thang xếp loại": [
        ["Mã kế hoạch", "Thứ tự", "Tên"],
        ["KH23", 1, "Tốt"],
        ["KH23", 2, "Khá"],
        ["KH23", 3, "Trung bình"],
    ],
    "Chỉ tiêu": [
        ["Mã kế hoạch", "Mã", "Tên", "Loại số đo", "Cộng dồn", "Phép so sánh", "Mức", "Thang điểm"],
        ["KH23", "TL", "Hồ sơ trực tuyến", "tỷ lệ", "phát sinh", ">=", 65, None],
        ["KH23", "SL", "Số cuộc kiểm tra", "số lượng", "phát sinh", ">=", 10, None],
        ["KH23", "DI", "Điểm chỉ số", "điểm", None, ">=", 80, 100],
        ["KH23", "HA", "Vị thứ", "thứ hạng", None, "tốt hơn năm trước", None, 63],
        ["KH23", "XL", "Xếp loại", "xếp loại", None, None, "Khá", None],
        ["KH23", "HT", "Ban hành kế hoạch", "hoàn thành", None, None, "có", None],
    ],
}
ACTUAL_HEADINGS = ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Tử số", "Mẫu số", "Giá trị", "Ghi chú", "Chấp nhận", "Minh họa"]


def with_rows(name: str, *rows: Any, of: Sheets = PLAN_SHEETS) -> dict[str, Sequence[Any]]:
    """Return the sheets of a small plan with rows added to one of them; its headings come first where it is new."""
    return {**of, name: [*of.get(name, ()), *rows]}


def with_actuals(*rows: Any) -> dict[str, Sequence[Any]]:
    """Return the sheets of a small plan with actuals, each in the order of ACTUAL_HEADINGS."""
    return with_rows("Số liệu", ACTUAL_HEADINGS, *rows)
