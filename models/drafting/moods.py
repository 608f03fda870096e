"""Tells what was reached from what is wanted, by the words around a number."""

import re

from models.drafting.quantities import Quantity
from models.drafting.source import Mood

_WANTED = re.compile(
    r"\b(?:phấn đấu|bảo đảm|đảm bảo|hướng tới|hướng đến|cần|phải|sẽ|đến (?:hết |cuối )?năm|quyết tâm|duy trì|tiếp tục|"
    r"đề nghị|đặt ra(?! *[,;.]| *$)|(?:giải pháp|nhiệm vụ|phương hướng)(?= ?:)|"
    r"(?:mục tiêu|chỉ tiêu)(?= (?:là |đạt )?$)|"
    r"(?<!so với )(?<!chưa đạt )(?<!về )"
    r"(?:mục tiêu|chỉ tiêu(?! [^,;:.\d]{3,60} đạt $)|yêu cầu)(?! (?:đề ra|đặt ra|(?:[^\W\d_]+ )?giao)\b)|"
    r"(?<!được )(?<!tỉnh )(?<!huyện )giao(?= (?:sở|các|ubnd|ủy ban|văn phòng|phòng|công an)\b| ?:))\b"
)
_NUMBER = r"(?:trên |hơn |khoảng |là |có )?(?:\d|$)"
_TELLING = (
    r"đã|(?<!cấp )(?<!đăng ký )(?<!lập )mới đạt|(?<!chứng )chỉ đạt|mới chỉ|ước đạt|ước thực hiện",
    r"nhận thấy|cho thấy|cho biết|cho rằng|chưa đạt",
    r"vẫn còn|còn thiếu|còn (?:một số |những |nhiều )?(?:tồn tại|hạn chế|khó khăn|bất cập)|(?<!không để )tụt|sụt giảm",
    r"(?<=[^\W\d_] )cơ bản hoàn thành|hoàn thành vượt|được chia|chia thành|diện tích|tuy nhiên|trong khi|"
    r"mới (?:số hóa|có|thực hiện|hoàn thành|giải quyết|giải ngân|triển khai)",
    rf"(?:(?<!thực )hiện có|đạt được|thực hiện được|dân số|chỉ)(?= {_NUMBER})",
    rf"(?:toàn (?:tỉnh|huyện|xã|thành phố|ngành)|cả nước) (?:hiện )?có(?= {_NUMBER})",
    r"(?<!thực )(?<!thể )hiện (?:nay|đạt|tại|toàn)(?! (?:xuống|lên|còn))|tính đến|đến nay|lũy kế|(?<!so với )cùng kỳ|"
    r"thời gian qua|vừa qua|năm qua|qua rà soát|(?:trong|qua) (?:\d{1,2}|sáu|chín) tháng(?! (?:cuối|còn lại|tới))|"
    r"(?:trong|qua|sau) \d{1,2} năm(?= qua| triển khai| thực hiện)",
    r"(?<!trước )(?<!đến )(?<!hết )(?<!cuối )tháng \d{1,2} (?:toàn|cả) (?:tỉnh|huyện|xã|ngành|thành phố)(?= đạt)|"
    r"vượt (?:kịch bản|kế hoạch|chỉ tiêu|mục tiêu) đề ra|"
    r"kết quả (?:đạt được|năm|thực hiện|cho thấy|quý|\d{1,2} tháng|sơ bộ)|kết quả[^,;:.]{1,40} năm 20\d\d(?= ?:)|"
    r"(?:theo|qua) (?:kết quả|số liệu|khảo sát|thống kê)",
)
_OPENING = (
    r"kết quả (?:đạt|là)(?! (?:từ|tối thiểu|ít nhất|trên|không))\b",
    r"(?:trong kỳ|(?:trong )?kỳ báo cáo)\b|hiện $|(?:hạn chế|tồn tại|khó khăn|nguyên nhân)(?= ?:)",
    r"đánh giá (?:mức độ hoàn thành|kết quả|tình hình|việc thực hiện)",
)
_REACHED = re.compile(rf"\b(?:{'|'.join(_TELLING)})\b|(?:^|[,;:.] ?)(?:{'|'.join(_OPENING)})")
_REPORTED = re.compile(
    r"\b(?:đã|mới đạt|(?<!chứng )chỉ đạt|tính đến|ước đạt|kết quả đạt được|tụt|thời gian qua|vừa qua|tuy nhiên|"
    r"còn (?:một số |nhiều )?hạn chế|(?:hạn chế|tồn tại|khó khăn|nguyên nhân)(?= ?:))\b"
)
_SUCCESS = re.compile(r"\bđạt được (?:những|nhiều|một số) (?:[^\W\d_]+ )?(?:kết quả|thành tựu|tiến bộ)\b")
_OF_THINGS = re.compile(r"\b(?:hồ sơ|kết quả|tthc|thủ tục|văn bản|dịch vụ|dữ liệu|số|nhiệm vụ|thông tin|tài liệu) $")
_ATTRIBUTE = re.compile(
    r"đã (?:được )?(?:số hóa|giải quyết|công bố|tiếp nhận|cấp|xử lý|ban hành|phê duyệt|hoàn thành|đăng ký|thực hiện|"
    r"kiểm tra|chuẩn hóa|kết nối|tích hợp|cung cấp|giao|đánh giá|kích hoạt)\b"
    r"[^;]*\b(?:đạt|tối thiểu|ít nhất|không|phải)\b"
)
_RATE = re.compile(r"\b(?:tỷ lệ|tỉ lệ|mức độ|số lượng)\b")
_BY_YEAR = re.compile(r"(?<!so với )\bnăm (20\d\d)\b")
_UNEVEN = re.compile(r"(?<![\d.,/-])(?:[2-9]|\d{2,3}),(?:[1-46-8]|\d\d)(?: ?%| ?/ ?100 điểm| điểm| phần trăm)(?! trở)")
_SET = re.compile(r"(?:\b(?:từ|trên|dưới|hơn|quá|nhất|thiểu|đa|lên|xuống|tăng|giảm|thêm|đến|với)|[<>≥≤=]) ?$")
_FALLS_SHORT = re.compile(
    r"\b(?:thấp hơn|kém(?: hơn)?) \d[\d.,]* ?(?:%|điểm|bậc)[^;.\d]{0,20} so với\b"
    r"|\b(?:tăng|giảm) \d[\d.,]* ?% so với trước (?:đây|khi|đó)\b"
)
_MORE_OF_IT = re.compile(
    r"[^,;.\d]{0,40}(?:, |[, ]*(?:tỷ lệ|tỉ lệ|đạt|chiếm|bằng|tương ứng|giảm|tăng)\b[^,;.\d]{0,40})$"
)
_DONE = re.compile(r"[^,;.]{0,40}?\b(?:đã|chưa|tán thành|có mặt|đạt và vượt|biểu quyết|dự(?=,|$))")
_OF_PLAN = re.compile(r" ?/ ?(?:kh|kế hoạch|chỉ tiêu|mục tiêu)\b")
_SHARE_DONE = re.compile(r"[^,;.]{1,60}? đã (?:được )?(?:(?!\b(?:được|đạt|phải|không|có)\b)[^,;.])*(?:[,;.]|$)")
_OF_YEAR = re.compile(r"(?:(?!\b(?:so|hơn|với)\b)[^,;.()\d]){0,30}?\bnăm (20\d\d)\b")


def _is_attribute(before: str, place: int) -> bool:
    """Whether "đã" only describes a thing: tỷ lệ kết quả đã được số hóa đạt tối thiểu."""
    if _OF_THINGS.search(before, max(0, place - 12), place):
        return True
    return bool(_RATE.search(before, 0, place)) and _ATTRIBUTE.match(before, place) is not None


def is_done(found: object, after: str, plan_year: int | None, *, is_object: bool, is_wished: bool) -> bool:
    """Whether the words after a number say that it was reached: 11/13 chỉ tiêu đã hoàn thành, 58% năm 2022.

    is_object: it is of something that is still to be dealt with: kiểm tra 100% văn bản đã ban hành."""
    if isinstance(found, Quantity) and ((found.of is not None and _DONE.match(after)) or _OF_PLAN.match(after)):
        return True
    if isinstance(found, Quantity) and found.is_percent and not is_object and _SHARE_DONE.match(after):
        return True
    if is_object and is_wished:
        return False
    year = _OF_YEAR.match(after)
    return plan_year is not None and year is not None and int(year[1]) < plan_year


def reports(text: str, plan_year: int | None) -> bool:
    """Whether a sentence tells what was: of a year before the plan's, and not only to compare with it, or of late."""
    if _REPORTED.search(text) or is_measured(text) or tells_of_success(text):
        return True
    return plan_year is not None and any(int(year[1]) < plan_year for year in _BY_YEAR.finditer(text))


def tells_of_success(text: str) -> bool:
    """Whether a sentence says that much was reached, so that the figures after it are what it was."""
    return _SUCCESS.search(text) is not None and _WANTED.search(text) is None


def mood_of(before: str, plan_year: int | None, mood: Mood | None) -> Mood | None:
    """Return what the words before a number make of it, else what was said so far."""
    marks: list[tuple[int, Mood]] = [(found.end(), Mood.GOAL) for found in _WANTED.finditer(before)]
    for found in _REACHED.finditer(before):
        is_wish = found.group() == "đạt được" and bool(marks)
        if not is_wish and (found.group() != "đã" or not _is_attribute(before, found.start())):
            marks.append((found.end(), Mood.RESULT))
    for year in _BY_YEAR.finditer(before):
        if plan_year is not None and int(year[1]) < plan_year:
            marks.append((year.end(), Mood.RESULT))
        elif plan_year is not None and mood is Mood.RESULT:
            marks.append((year.end(), Mood.GOAL))
    if marks:
        return max(marks, key=lambda mark: mark[0])[1]
    return mood


def is_measured(text: str) -> bool:
    """Whether a sentence gives figures that nobody sets as a target: 87,61 điểm, by how much one is below another."""
    if _FALLS_SHORT.search(text):
        return True
    return any(not _SET.search(text[max(0, found.start() - 10) : found.start()]) for found in _UNEVEN.finditer(text))


def is_share_of(told: object, found: object, before: str) -> bool:
    """Whether a number only says more of a count that is told: giải quyết 3.418 hồ sơ, tỷ lệ trước hạn 61%."""
    if not (isinstance(told, Quantity) and told.is_counted and isinstance(found, Quantity)):
        return False
    return (found.is_percent or found.unit == told.unit) and _MORE_OF_IT.match(before) is not None
