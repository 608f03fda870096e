"""Finds the digits of a clause that are no quantity: dates, documents, articles, telephones, costs."""

import re

from models.drafting.growth import is_level
from models.drafting.units import COUNTED

_REFERENCES = (
    "điều|khoản|(?<!tổng )(?<!số )điểm|"
    "mục|tiểu mục|chương|phụ lục|phụ biểu|biểu|biểu số|bảng|mẫu|mẫu số|trang|số|lần thứ|thứ|kỳ họp thứ|"
    "khóa|khoá|tổ|khu phố|quận|đề án|đề án số|nghị quyết|quyết định|thông tư|nghị định|kế hoạch|công văn|chỉ thị|luật|"
    "chương trình|báo cáo số|thông báo|qđ|nq|kh|nđ|tt|nđ-cp|iso|tcvn|phiên bản|mức độ|cấp độ|đợt|"
    "(?<!mỗi )(?<!hằng )(?<!hàng )(?:tuần|quý|tháng|ngày|thôn)|bước|đường|quốc lộ|bộ chỉ số|"
    "đại hội|nhiệm kỳ|phiên họp thứ|bộ tiêu chí|tiêu chí|chỉ số|câu|hình|"
    "từ ngày|công nghiệp|cách mạng công nghiệp|thế hệ|nhóm|lúc|hồi|vùng|khu vực|cột|dòng"
)
_MORE = r"(?: ?(?:,|và|hoặc|-|/) ?(?:mức độ |mức |điều |khoản |điểm )?\d{1,3}(?![\d.,]*\d| ?%)){0,8}"
_NO_NUMBER = re.compile(
    "|".join(
        (
            rf"\b(?:{_REFERENCES})(?: số)? ?\d{{1,5}}(?![\d.,]*\d| ?%| phần trăm| ?- ?\d[\d.,]* ?%){_MORE}",
            r"\bmức(?: độ)? [1-4](?: ?(?:,|và|hoặc|-|/) ?(?:mức(?: độ)? )?[1-4])*(?![\d.,]*\d| ?%)",
            rf"\bmức [1-5](?![\d.,]*\d| ?%| (?:phút|ngày|giờ|điểm|lần)){_MORE}",
            r"(?<![\d.,/])\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)\d\d(?!\d)",
            r"(?<![\d.,/])(?:0?[1-9]|1[0-2]) ?/ ?(?:19|20)\d\d(?!\d)",
            r"\bngày \d{1,2} ?(?:[/.-] ?\d{1,2}|tháng \d{1,2})",
            r"\b(?:trước|sau|đến|từ|hết|ngày) \d{1,2} ?/ ?\d{1,2}(?![\d/])(?! (?:[^\W\d_]{2,9} có|số|tổng)\b)",
            r"\bnăm (?:19|20)\d\d(?![\d.,]*\d)",
            r"(?<![\d.,/])(?:19[5-9]\d|20[0-5]\d)(?![\d.,]*\d| ?%| (?:hồ sơ|lượt|người|phiếu|tài khoản|tthc|văn bản))",
            r"\d{1,6} ?(?:/ ?\d{4} ?)?[/-][a-zđ]{1,8}[a-zđ0-9&/.-]{0,20}",
            r"(?<!\d)(?:\+84|0)\d(?:[ .-]?\d){7,10}(?!\d)",
            r"\b(?:điện thoại|đt|sđt|hotline|đường dây nóng|tổng đài|fax|zalo)\b[^\d;]{0,15}\d(?:[ .)-]{0,2}\d){2,12}",
            r"(?P<money>(?<![\d.,/])\d[\d.,]{0,18}(?: ?(?:nghìn|ngàn|triệu|tỷ|tỉ)){0,2} ?(?:đồng|vnđ|vnd|usd|đ)\b)",
            rf"(?P<goods>(?<![\d.,/])\d[\d.,]{{0,18}} (?:triệu|tỷ|tỉ)(?! (?:{COUNTED})(?!\w))(?: (?:tấn|kwh)\b)?)",
            r"(?<![\d.,/])\d{1,3} (?:tháng|năm|quý|kỳ|thập kỷ|trang|bản(?! (?:ghi|tin))|bộ(?! hồ sơ|,)|tuổi)\b",
            rf"\b24 ?/ ?(?:7|24)\b(?! (?:{COUNTED}))",
            r"\b(?:giải quyết|xử lý|thực hiện|tiếp nhận|cho|của) 0?1 (?:bộ hồ sơ|hồ sơ|thủ tục|lượt|vụ việc|nhân sự)\b",
            r"(?<![\d.,/])\d[\d.,]{0,18} ?(?:mb|gb|km2?|m2|ha|mét|tấn)\b",
            r"\b(?:bảo vệ|phòng thủ|bảo đảm an toàn|mô hình)(?: an toàn| thông tin| theo| mô hình){0,3} 0?\d lớp\b",
            r"\b\d{1,2} ?(?:giờ|h) ?\d{0,2} ?(?:-|đến) ?\d{1,2} ?(?:giờ|h)",
            r"\b\d{1,2} giờ(?: \d{2})? (?:ngày|hằng ngày|hàng ngày)\b|\b(?:trước|lúc|từ) \d{1,2} giờ\b",
            r"\b(?:thang|khung) điểm(?: là)? \d{1,4}|\btrên thang(?: điểm)? \d{1,4}",
            r"\bđiểm (?:tối đa|chuẩn|trừ|cộng)[^;]{0,12}\d[\d.,]{0,6}",
            r"\b(?:tự chấm|tự đánh giá|chấm được)[^;,]{0,12}\d[\d.,]{0,6}",
        )
    )
)
_DIGIT = re.compile(r"\d")


def hidden(text: str) -> frozenset[int]:
    """Return the places in a clause whose digits are no quantity."""
    if _DIGIT.search(text) is None:
        return frozenset()
    return frozenset(
        place
        for found in _NO_NUMBER.finditer(text)
        if not ((found["money"] or found["goods"]) and is_level(text, *found.span()))
        for place in range(*found.span())
    )
