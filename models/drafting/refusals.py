"""Which quantities of a plan are no targets: counts of headings, growth, bases, exceptions, scales, penalties."""

import re

from models.drafting.growth import is_growth
from models.drafting.quantities import Quantity

_HEADED = re.compile(
    r" (?:nhóm|mục tiêu|chỉ tiêu|nhiệm vụ|nội dung|lĩnh vực|giải pháp|tiêu chí|chỉ số|trụ cột|phần|điểm mới|điểm cầu|"
    r"chương|điều|khoản|đột phá|trọng tâm|phụ lục|biểu mẫu|yêu cầu|nguyên tắc|quan điểm|đề án|dự án|văn bản)\b"
)
_ONLY_VERB = re.compile(r"\s*(?:(?:tăng|giảm|đạt|vượt|bằng|thêm|khoảng|trên|hơn|ít nhất|tối thiểu|và)\s*)*")
_COMPARED = re.compile(
    r"(?:\b(?:so với|thay vì|thay cho|(?<!xuống )(?<!lên )(?<!đạt )(?<!mức )tương đương|"
    r"(?<!đạt )(?<!là )tương ứng(?! là)|trong tổng số|trên tổng số|trong số|tổng số|giao|"
    r"hiện có|hiện nay là)(?: với| là| mức| của| khoảng){0,2} ?)$"
    r"|\btính trên $|(?:^|[,;]) ?(?:phần )?còn lại(?: là| khoảng)? $|[x×*] $"
    r"|\bngân sách (?:tỉnh|huyện|xã|trung ương|địa phương)(?: hỗ trợ| cấp| đối ứng)?:? $"
)
_BASELINE = re.compile(r"\btừ(?: mức)?(?: trên| dưới| khoảng)? $")
_ARROW = re.compile(r" *(?:→|[-=]>)")
_LEADS_ON = re.compile(r"(?:[^,;.\d]|20\d\d){0,40}?(?<!trở )\b(?:lên|xuống|còn|thành)\b[^,;.\d]{0,25}\d")
_EXCEPT = re.compile(r"\s*(?:trừ|ngoại trừ|không bao gồm|không tính|không kể|không gồm|chưa tính|chưa kể)\b")
_EXCEPT_BEFORE = re.compile(r"\b(?:trừ|ngoại trừ|không bao gồm|không tính|không kể)[^,;.\d]{0,30}$")
_GRADED = re.compile(
    r"\d điểm(?: trở (?:lên|xuống))?[^,;.\d]{0,20}\b(?:xếp )?loại\b"
    r"|\bloại \w+ (?:được |hưởng )?hệ số"
    r"|\d ?(?:%|phần trăm)[^,;.\d]{0,20}(?:\b(?:được|tính|chấm)|[:=]) \d[\d.,]* điểm"
)
_IF = re.compile(r"\bnếu\b[^,;.\d]{0,40}$")
_THEN = re.compile(r"\b(?:thì|không được|không tính)\b")
_THEN_NEXT = re.compile(r"(?: [^\W\d_]+){0,4} thì\b| (?:được phép|có thể|được (?:xem xét|điều chỉnh))\b")
_PENALTY = re.compile(r"(?: [^\W\d_]+){0,4} (?:bị|không được xét)\b")
_AGO = re.compile(r"\b(?:so với|cùng kỳ|so cùng kỳ) (?:cùng kỳ|năm ngoái|kế hoạch|mục tiêu|chỉ tiêu)")


def is_exception(text: str) -> bool:
    """Whether a bracket only says what is left out."""
    return _EXCEPT.match(text) is not None


def is_told_otherwise(quantity: Quantity, before: str, after: str, *, is_wished: bool) -> bool:
    """Whether the words beside a number say that it is none of the plan's: a base, a share, an exception, growth."""
    if _COMPARED.search(before) or _EXCEPT_BEFORE.search(before):
        return True
    if (
        _THEN_NEXT.match(after)
        or (not quantity.is_percent and _PENALTY.match(after))
        or (_IF.search(before) and _THEN.search(after))
    ):
        return True
    if not is_wished and _AGO.search(after.split(";")[0]):
        return True
    if _ARROW.match(after) or (_BASELINE.search(before) and _LEADS_ON.match(after)):
        return True
    near = before[max(before.rfind(";"), before.rfind(",")) + 1 :]
    if _ONLY_VERB.fullmatch(near):
        near = before[before.rfind(";") + 1 :]
    return quantity.is_percent and is_growth(near, before, after[:60].split(",")[0].split(";")[0])


def is_scale(text: str) -> bool:
    """Whether a sentence only says what makes which grade: từ 90 điểm xếp loại Tốt, từ 70 điểm xếp loại Khá."""
    return len(_GRADED.findall(text)) > 1


def is_heading_count(quantity: Quantity, text: str) -> bool:
    """Whether a number only counts parts of the plan: 7 nhóm chỉ tiêu, 5 nhiệm vụ."""
    return not quantity.is_percent and quantity.of is None and _HEADED.match(text, quantity.end) is not None
