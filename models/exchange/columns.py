"""The sheets of the workbook and their headings, in the order in which they are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from models.exchange.words import key


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, its headings in order, those that no row may leave empty, and how wide each is shown."""

    name: str
    headings: tuple[str, ...]
    required: frozenset[str]
    widths: Mapping[str, int]

    @cached_property
    def by_key(self) -> Mapping[str, str]:
        """Headings by what their spellings have in common."""
        return {key(heading): heading for heading in self.headings}


WIDE = 60
WIDTHS = {
    "Tên": WIDE,
    "Trích yếu": WIDE,
    "Nội dung": WIDE,
    "Nguyên nhân": WIDE,
    "Giải pháp": WIDE,
    "Sản phẩm": 36,
    "Tử số": 30,
    "Mẫu số": 30,
    "Lĩnh vực": 28,
    "Tên ngắn": 28,
    "Chủ trì": 24,
    "Đơn vị chủ trì": 24,
    "Đơn vị phối hợp": 24,
    "Chịu trách nhiệm": 24,
    "Cơ quan chủ quản": 28,
    "Cơ quan ban hành": 28,
    "Cơ quan": 28,
    "Kính gửi": 36,
    "Nơi nhận": 40,
    "Ghi chú": 36,
    "Chấp nhận": 36,
    "Phép so sánh": 22,
    "Vế trái": 36,
    "Vế phải": 36,
    "Căn cứ": 40,
}


def _sheet(name: str, headings: str, required: str, **widths: int) -> Sheet:
    parted = tuple(headings.split(", "))
    chosen = {each: widths.get("all", WIDTHS.get(each, max(10, len(each) + 3))) for each in parted}
    return Sheet(name, parted, frozenset(required.split(", ")), chosen)


PLANS = _sheet(
    "Kế hoạch",
    "Mã, Năm, Tên, Mã đơn vị, Cơ quan chủ quản, Cơ quan ban hành, Địa danh, Số ký hiệu, Ngày ban hành, "
    "Thay thế kế hoạch, Ngưỡng gần đạt",
    "Mã, Năm, Tên",
)
BASES = _sheet("Căn cứ", "Mã kế hoạch, Loại văn bản, Số ký hiệu, Ngày, Cơ quan, Trích yếu", "Mã kế hoạch")
UNITS = _sheet("Đơn vị", "Mã, Tên, Loại, Mã cấp trên, Từ ngày, Đến ngày, Kế thừa bởi", "Mã, Tên")
EVENTS = _sheet("Sự kiện đơn vị", "Ngày, Loại, Từ, Thành, Căn cứ", "Ngày, Loại")
WINDOWS = _sheet("Kỳ báo cáo", "Mã kế hoạch, Kỳ, Từ ngày, Đến ngày, Hạn gửi", "Mã kế hoạch, Kỳ")
GRADES = _sheet("Thang xếp loại", "Mã kế hoạch, Thứ tự, Tên, Từ điểm", "Mã kế hoạch, Thứ tự, Tên", all=14)
INDICATORS = _sheet(
    "Chỉ tiêu",
    "Mã kế hoạch, Mã, Mã cha, Lĩnh vực, Tên, Tên ngắn, Chủ trì, Loại số đo, Tử số, Mẫu số, Đơn vị tính, Thang điểm, "
    "Cộng dồn, Phép so sánh, Mức, Mức đến, Ngưỡng gần đạt, Tháng công bố, Nguồn số liệu",
    "Mã kế hoạch, Mã, Tên, Loại số đo",
)
ASSIGNMENTS = _sheet(
    "Giao chỉ tiêu",
    "Mã kế hoạch, Mã chỉ tiêu, Mã đơn vị, Kỳ, Phép so sánh, Mức, Mức đến",
    "Mã kế hoạch, Mã chỉ tiêu",
)
ACTUALS = _sheet(
    "Số liệu",
    "Mã chỉ tiêu, Mã đơn vị, Kỳ, Tử số, Mẫu số, Giá trị, Ghi chú, Chấp nhận, Minh họa",
    "Mã chỉ tiêu, Mã đơn vị, Kỳ",
    all=14,
)
RULES = _sheet(
    "Quy tắc",
    "Mã kế hoạch, Mã, Vế trái, Phép so sánh, Vế phải, Sai số, Mức độ, Nội dung",
    "Mã kế hoạch, Mã, Vế trái, Phép so sánh, Vế phải",
)
EXPLANATIONS = _sheet(
    "Giải trình",
    "Mã chỉ tiêu, Mã đơn vị, Kỳ, Nguyên nhân, Giải pháp, Chịu trách nhiệm, Hạn",
    "Mã chỉ tiêu, Mã đơn vị, Kỳ",
)
TASKS = _sheet(
    "Nhiệm vụ",
    "Mã kế hoạch, Mã, Lĩnh vực, Nội dung, Sản phẩm, Đơn vị chủ trì, Đơn vị phối hợp, Hạn, Ngày hoàn thành, Ghi chú",
    "Mã kế hoạch, Mã, Nội dung",
)
# Of our own, so that an export is whole: what stands at the head and the foot of a plan's reports.
DISPATCHES = _sheet(
    "Thể thức văn bản",
    "Mã kế hoạch, Loại báo cáo, Ký hiệu, Kính gửi, Thẩm quyền ký, Chức vụ người ký, Người ký, Nơi nhận, "
    "Đơn vị soạn thảo",
    "Mã kế hoạch, Loại báo cáo",
)

# Of our own too: codes that have actuals while no plan has them any more.
CODES = _sheet("Mã chỉ tiêu cũ", "Mã, Loại số đo, Cộng dồn", "Mã, Loại số đo")

# fmt: off
SHEETS = (
    PLANS, BASES, UNITS, EVENTS, WINDOWS, GRADES, INDICATORS, ASSIGNMENTS, ACTUALS, RULES, EXPLANATIONS, TASKS,
    DISPATCHES, CODES,
)
# fmt: on
