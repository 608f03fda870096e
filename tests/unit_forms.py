"""A small plan whose forms ask every kind of measure, and forms filled in as other programs do."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from models.exchange.unit_form.mark import FORM_SHEET
from tests.workbooks import PLAN_SHEETS, Sheets

FORM_SHEETS: Sheets = {
    **PLAN_SHEETS,
    "Chỉ tiêu": [
        ["Mã kế hoạch", "Mã", "Mã cha", "Lĩnh vực", "Tên", "Loại số đo", "Tử số", "Mẫu số", "Cộng dồn", "Phép so sánh",
         "Mức", "Thang điểm"],
        ["KH23", "TL", None, "Thủ tục", "Hồ sơ trực tuyến", "tỷ lệ", "Trực tuyến", "Tổng hồ sơ", None, ">=", 65, None],
        ["KH23", "TL.1", "TL", "Thủ tục", "Trong đó: đất đai", "tỷ lệ", "Trực tuyến", "Tổng", "thời điểm", None, None,
         None],
        ["KH23", "SL", None, "Thủ tục", "Số cuộc kiểm tra", "số lượng", None, None, None, ">=", 10, None],
        ["KH23", "DI", None, "Chỉ số", "Điểm chỉ số", "điểm", None, None, None, ">=", 80, 100],
        ["KH23", "HA", None, "Chỉ số", "Vị thứ", "thứ hạng", None, None, None, None, None, 63],
        ["KH23", "XL", None, "Chỉ số", "Xếp loại", "xếp loại", None, None, None, None, "Khá", None],
        ["KH23", "HT", None, "Chỉ số", "Ban hành kế hoạch", "hoàn thành", None, None, None, None, "có", None],
    ],
    "Giao chỉ tiêu": [
        ["Mã kế hoạch", "Mã chỉ tiêu", "Mã đơn vị", "Kỳ"],
        *(["KH23", code, unit, 2023] for code in ("DI", "HA", "XL", "HT") for unit in ("X1", "X2")),
    ],
    "Quy tắc": [
        ["Mã kế hoạch", "Mã", "Vế trái", "Phép so sánh", "Vế phải", "Mức độ", "Nội dung"],
        ["KH23", "QT-1", "SL", "=", "TL.mẫu + TL.1.mẫu (quý trước)", "cảnh báo", "Kiểm tra bằng tổng"],
    ],
}  # fmt: skip


def fill(path: Path, cells: dict[str, Any], sheet: str = FORM_SHEET) -> Path:
    """Fill a form in as another program would, and save it."""
    book = load_workbook(path)
    for place, value in cells.items():
        book[sheet][place] = value
    book.save(path)
    return path
