"""Tells shares and levels of the economy, which are targets, from its growth and from what something costs."""

import re

_OUTPUT = (
    r"(?:grdp|gdp|thu ngân sách|chi ngân sách|thu nội địa|tổng thu|(?:tổng )?kim ngạch|tổng sản phẩm|giá trị sản xuất|"
    r"giá trị sản phẩm|thu nhập bình quân|năng suất lao động|vốn đầu tư toàn xã hội|tổng vốn đầu tư|thu hút đầu tư|fdi|"
    r"tổng mức bán lẻ|doanh thu|sản lượng)"
)
_NAMED = re.compile(rf"\b{_OUTPUT}\b")
_ITSELF = re.compile(rf"\b(?:(?<!vào )(?<!cho )tăng trưởng|lạm phát|cpi|chỉ số giá|tốc độ tăng[^,;]*\b{_OUTPUT})\b")
_SECTOR = re.compile(
    r"\W*(?:(?:phấn đấu|khu vực|ngành|lĩnh vực|và|trong đó) )*"
    r"(?:công nghiệp - xây dựng|công nghiệp|nông, lâm nghiệp, thủy sản|thủy sản|nông nghiệp|dịch vụ) "
)
_DIGITAL = re.compile(r"\bkinh tế số\b")
_SHARE = re.compile(
    rf"\b(?:tỷ trọng|tỉ trọng|đóng góp|chiếm|cơ cấu|(?:tỷ lệ|tỉ lệ)(?! tăng)"
    rf"|(?:trong|trên|so với) (?:tổng )?{_OUTPUT})\b|/ ?gr?dp\b"
)
_PART_OF = re.compile(rf"[^\w,;]{{0,3}}(?:(?:của|trên|so với) )?(?:tổng )?{_OUTPUT}\b")
_LEVEL = re.compile(
    rf"\b(?:{_OUTPUT}|bình quân đầu người|thu nhập|vốn đầu tư|tổng cung|tiêu thụ|dự trữ)\b[^;:]{{0,80}}$"
)
_COST = re.compile(r"\b(?:kinh phí|chi|chi phí|hỗ trợ|bố trí|vay|dự toán|giải thưởng|phạt|tiết kiệm)\b[^;:]*$")
_AIMED = re.compile(
    r"\b(?:tối thiểu|ít nhất|không dưới|không thấp hơn|lên|(?:đạt|phấn đấu|lên) (?:từ|trên|hơn))(?: khoảng)? $|\d ?- ?$"
    r"|\b(?:đầu người|thu nhập bình quân)\b[^;:]*\b(?:đạt|khoảng|phấn đấu|mức) $"
)
_REACHES = re.compile(r"\b(?:đạt|phấn đấu) $")
_OR_MORE = re.compile(r" trở lên\b")
_MORE = re.compile(r" trở lên\b")
_MORE = re.compile(r"\b(?:tăng|vượt)(?: thêm| khoảng| trên| hơn| bình quân| ít nhất| tối thiểu| từ)* $")


def is_growth(near: str, before: str, after: str) -> bool:
    """Whether a percentage says by how much the economy, its revenue or its prices grow.

    near: the words of its own before it; before: all since the number before it; after: those that follow."""
    if _ITSELF.search(near):
        return _DIGITAL.search(near) is None
    grows = _MORE.search(before) is not None
    if _PART_OF.match(after):
        return grows
    if _SHARE.search(near):
        return False
    if grows and _SECTOR.fullmatch(near[: near.rfind("tăng")]):
        return True
    return _NAMED.search(f"{near} {after}") is not None and (grows or not _DIGITAL.search(near))


def is_level(text: str, start: int, end: int) -> bool:
    """Whether an amount of money or goods in a clause is what the economy is to reach, and not what a task costs."""
    before = text[max(0, start - 120) : start]
    is_aimed = _AIMED.search(before) or (_REACHES.search(before) and _OR_MORE.match(text, end))
    return bool(is_aimed and _LEVEL.search(before)) and _COST.search(before) is None
