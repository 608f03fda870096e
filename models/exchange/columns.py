"""The sheets of the workbook and their headings, in the order in which they are written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from models.exchange.words import key


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, its headings in order, those that no row may leave empty, and how wide each is shown.

    is_optional: it is only written where there is something for it. own: headings of ours, at its end, that are only
    written where a row has something there."""

    name: str
    headings: tuple[str, ...]
    required: frozenset[str]
    widths: Mapping[str, int]
    is_optional: bool = False
    own: frozenset[str] = frozenset()

    def without(self, headings: frozenset[str]) -> "Sheet":
        """Return the sheet without some of its headings."""
        return replace(self, headings=tuple(each for each in self.headings if each not in headings))

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
    "Lý do": 36,
    "Lúc": 30,
    "Người làm": 24,
    "Tên đơn vị khi gửi": 28,
    "Mã tệp": 68,
    "Vai trò": 30,
    "Đoạn văn": WIDE,
    "Các ô": WIDE,
}


def _sheet(name: str, headings: str, required: str, *, own: str = "", every: int = 0) -> Sheet:
    ours = tuple(own.split(", ")) if own else ()
    parted = (*headings.split(", "), *ours)
    chosen = {each: every or WIDTHS.get(each, max(10, len(each) + 3)) for each in parted}
    return Sheet(name, parted, frozenset(required.split(", ")), chosen, own=frozenset(ours))


def _optional(name: str, headings: str, required: str, *, own: str = "", every: int = 0) -> Sheet:
    return replace(_sheet(name, headings, required, own=own, every=every), is_optional=True)


PLANS = _sheet(
    "Kế hoạch",
    "Mã, Năm, Tên, Mã đơn vị, Cơ quan chủ quản, Cơ quan ban hành, Địa danh, Số ký hiệu, Ngày ban hành, "
    "Thay thế kế hoạch, Ngưỡng gần đạt",
    "Mã, Năm, Tên",
    own="Kế hoạch cấp trên, Lưu trữ",
)
BASES = _sheet("Căn cứ", "Mã kế hoạch, Loại văn bản, Số ký hiệu, Ngày, Cơ quan, Trích yếu", "Mã kế hoạch")
UNITS = _sheet("Đơn vị", "Mã, Tên, Loại, Mã cấp trên, Từ ngày, Đến ngày, Kế thừa bởi", "Mã, Tên")
EVENTS = _sheet("Sự kiện đơn vị", "Ngày, Loại, Từ, Thành, Căn cứ", "Ngày, Loại")
WINDOWS = _sheet("Kỳ báo cáo", "Mã kế hoạch, Kỳ, Từ ngày, Đến ngày, Hạn gửi", "Mã kế hoạch, Kỳ")
GRADES = _sheet("Thang xếp loại", "Mã kế hoạch, Thứ tự, Tên, Từ điểm", "Mã kế hoạch, Thứ tự, Tên", every=14)
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
    every=14,
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
    own="Tiến độ",
)
# Of our own, so that an export is whole: what stands at the head and the foot of an office's reports. Older workbooks
# say a plan instead of its office.
DISPATCHES = _sheet(
    "Thể thức văn bản",
    "Mã đơn vị, Loại báo cáo, Ký hiệu, Kính gửi, Thẩm quyền ký, Chức vụ người ký, Người ký, Nơi nhận, "
    "Đơn vị soạn thảo, Cơ quan chủ quản, Cơ quan ban hành, Địa danh, Mã kế hoạch",
    "Loại báo cáo",
)

# Of our own too: codes that have actuals while no plan has them any more.
CODES = _sheet("Mã chỉ tiêu cũ", "Mã, Loại số đo, Cộng dồn", "Mã, Loại số đo")

# Of our own, and only written where a file has any: what was sent, what proves it, what was looked into, how a plan is
# checked, what people wrote into reports, days off, what leaders asked for, and the shares of splits. What was sent is
# as it was then: the codes and names in it need not be today's.
STEPS = _optional(
    "Phiếu báo cáo",
    "Mã đơn vị, Kỳ, Bước, Việc, Ngày, Lý do, Người làm, Lúc, Mã kế hoạch, Mã đơn vị khi gửi, Tên đơn vị khi gửi",
    "Mã đơn vị, Kỳ, Bước, Việc, Ngày",
)
SENT_ACTUALS = _optional(
    "Số liệu đã gửi",
    "Mã đơn vị, Kỳ, Bước, Mã chỉ tiêu, Tử số, Mẫu số, Giá trị, Trên tổng số, Xếp loại, Ghi chú, Chấp nhận, Minh họa",
    "Mã đơn vị, Kỳ, Bước, Mã chỉ tiêu",
    every=14,
)
SENT_FIGURES = _optional(
    "Kết quả đã gửi",
    "Mã đơn vị, Kỳ, Bước, Mã chỉ tiêu, Tên chỉ tiêu, Kỳ lũy kế, Tử số, Mẫu số, Giá trị, Số của quý, Phép so sánh, Mức, "
    "Mức đến, Chênh lệch, Trạng thái, Tạm tính",
    "Mã đơn vị, Kỳ, Bước, Mã chỉ tiêu, Kỳ lũy kế, Trạng thái",
    every=14,
)
SENT_EXPLANATIONS = _optional(
    "Giải trình đã gửi",
    "Mã đơn vị, Kỳ, Bước, Mã chỉ tiêu, Kỳ giải trình, Nguyên nhân, Giải pháp, Chịu trách nhiệm, Hạn",
    "Mã đơn vị, Kỳ, Bước, Mã chỉ tiêu, Kỳ giải trình",
)
SENT_EVIDENCE = _optional(
    "Minh chứng đã gửi",
    "Mã đơn vị, Kỳ, Bước, Mã chỉ tiêu, Loại, Nội dung, Ngày, Mã tệp",
    "Mã đơn vị, Kỳ, Bước, Mã chỉ tiêu, Loại, Nội dung",
)
EVIDENCE = _optional(
    "Minh chứng",
    "Mã chỉ tiêu, Mã đơn vị, Kỳ, Loại, Nội dung, Ngày, Mã tệp",
    "Mã chỉ tiêu, Mã đơn vị, Kỳ, Loại, Nội dung",
)
ACCEPTANCES = _optional(
    "Cảnh báo được chấp nhận",
    "Quy tắc, Kỳ, Mã đơn vị, Mã chỉ tiêu, Vế trái, Vế phải, Lý do",
    "Quy tắc, Kỳ, Lý do",
)
CHECK_LIMITS = _optional(
    "Ngưỡng kiểm tra", "Mã kế hoạch, Quy tắc, Tỷ lệ, Chênh lệch ít nhất", "Mã kế hoạch, Quy tắc", every=22
)
GROUPS = _optional(
    "Bộ chỉ tiêu",
    "Mã kế hoạch, Mã chỉ tiêu, Mã bộ, Loại, Lĩnh vực, Vai trò",
    "Mã kế hoạch, Mã chỉ tiêu, Mã bộ, Loại, Vai trò",
)
REQUESTS = _optional(
    "Yêu cầu giải trình",
    "Mã chỉ tiêu, Mã đơn vị, Kỳ, Ghi chú, Ngày yêu cầu, Hạn, Lúc yêu cầu, Lúc giải trình",
    "Mã chỉ tiêu, Mã đơn vị, Kỳ, Ngày yêu cầu",
)
REPORT_PARTS = _optional(
    "Nội dung báo cáo",
    "Mã kế hoạch, Loại báo cáo, Kỳ, Mã đơn vị, Phần, Nội dung",
    "Mã kế hoạch, Loại báo cáo, Kỳ, Phần",
)
CORRECTIONS = _optional(
    "Đính chính kế hoạch", "Mã kế hoạch, Lúc, Người làm, Lý do, Nội dung", "Mã kế hoạch, Lúc, Lý do"
)
SOURCES = _optional(
    "Nguồn mức chỉ tiêu",
    "Mã kế hoạch, Mã chỉ tiêu, Văn bản, Chỗ, Đoạn văn",
    "Mã kế hoạch, Mã chỉ tiêu, Chỗ, Đoạn văn",
    own="Vị trí, Phần",
)
TEXTS = _optional("Văn bản soạn thảo", "Mã kế hoạch, Văn bản, Đoạn, Nội dung", "Mã kế hoạch, Đoạn")
TEXT_TABLES = _optional("Bảng soạn thảo", "Mã kế hoạch, Bảng, Từ, Đến, Các ô", "Mã kế hoạch, Bảng, Từ, Đến")
REFUSED = _optional("Đề xuất đã bỏ", "Mã kế hoạch, Vị trí, Phần", "Mã kế hoạch, Vị trí")
DAYS_OFF = _optional("Ngày nghỉ", "Mã đơn vị, Ngày, Loại, Ghi chú", "Mã đơn vị, Ngày, Loại")

SHARES = _optional("Tỷ lệ chia tách", "Ngày, Từ, Thành, Tỷ lệ", "Ngày, Từ, Thành, Tỷ lệ", every=14)
TEMPLATES = _optional("Mẫu văn bản", "Mã đơn vị, Loại báo cáo, Tên tệp, Mã tệp", "Mã đơn vị, Tên tệp, Mã tệp")
# fmt: off
SHEETS = (
    PLANS, BASES, UNITS, EVENTS, WINDOWS, GRADES, INDICATORS, ASSIGNMENTS, ACTUALS, RULES, EXPLANATIONS, TASKS,
    DISPATCHES, CODES, STEPS, SENT_ACTUALS, SENT_FIGURES, SENT_EXPLANATIONS, SENT_EVIDENCE, EVIDENCE, ACCEPTANCES,
    CHECK_LIMITS, GROUPS, REPORT_PARTS, TEMPLATES, DAYS_OFF, REQUESTS, CORRECTIONS, SHARES, SOURCES,
    TEXTS, TEXT_TABLES, REFUSED,
)
# fmt: on
