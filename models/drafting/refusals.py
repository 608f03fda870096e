"""Which numbers of a plan are no targets: dates, documents, counts of headings, money, growth, results reached."""

import re

from models.drafting.quantities import Quantity
from models.drafting.source import Mood
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
            r"(?<![\d.,/])(?:19[5-9]\d|20[0-5]\d)(?![\d.,]*\d| ?%| (?:hồ sơ|lượt|người|phiếu|tài khoản|tthc|văn bản))",
            r"\d{1,6} ?(?:/ ?\d{4} ?)?[/-][a-zđ]{1,8}[a-zđ0-9&/.-]{0,20}",
            r"(?<!\d)(?:\+84|0)\d(?:[ .-]?\d){7,10}(?!\d)",
            r"\b(?:điện thoại|đt|sđt|hotline|đường dây nóng|tổng đài|fax|zalo)\b[^\d;]{0,15}\d(?:[ .)-]{0,2}\d){2,12}",
            r"(?<![\d.,/])\d[\d.,]{0,18}(?: ?(?:nghìn|ngàn|triệu|tỷ|tỉ)){0,2} ?(?:đồng|vnđ|vnd|usd|đ)\b",
            r"(?<![\d.,/])\d[\d.,]{0,18} (?:triệu|tỷ|tỉ)(?! (?:hồ sơ|lượt|người|tài khoản|văn bản|phiếu|giao dịch))",
            r"(?<![\d.,/])\d{1,3} (?:tháng|năm|tuần|quý|kỳ|thập kỷ|trang|bản(?! (?:ghi|tin))|bộ(?! hồ sơ|,)|tuổi)\b",
            rf"\b24 ?/ ?(?:7|24)\b(?! (?:{COUNTED}))",
            r"\b(?:giải quyết|xử lý|thực hiện|tiếp nhận|cho|của) 0?1 (?:bộ hồ sơ|hồ sơ|thủ tục|lượt|vụ việc)\b",
            r"(?<![\d.,/])\d[\d.,]{0,18} ?(?:mb|gb|km2?|m2|ha|mét|tấn)\b",
            r"\b\d{1,2} ?(?:giờ|h) ?\d{0,2} ?(?:-|đến) ?\d{1,2} ?(?:giờ|h)",
            r"\b\d{1,2} giờ(?: \d{2})? (?:ngày|hằng ngày|hàng ngày)\b|\b(?:trước|lúc|từ) \d{1,2} giờ\b",
            r"\b(?:thang|khung) điểm(?: là)? \d{1,4}|\btrên thang(?: điểm)? \d{1,4}",
            r"\bđiểm (?:tối đa|chuẩn|trừ|cộng)[^;]{0,12}\d[\d.,]{0,6}",
            r"\b(?:tự chấm|tự đánh giá|chấm được)[^;,]{0,12}\d[\d.,]{0,6}",
        )
    )
)
_DIGIT = re.compile(r"\d")
_HEADED = re.compile(
    r" (?:nhóm|mục tiêu|chỉ tiêu|nhiệm vụ|nội dung|lĩnh vực|giải pháp|tiêu chí|chỉ số|trụ cột|phần|điểm mới|điểm cầu|"
    r"chương|điều|khoản|đột phá|trọng tâm|phụ lục|biểu mẫu|yêu cầu|nguyên tắc|quan điểm|đề án|dự án|văn bản)\b"
)
_GROWTH = re.compile(
    r"\b(?:grdp|gdp|tăng trưởng|thu ngân sách|thu nội địa|tổng thu|kim ngạch|tổng sản phẩm|giá trị sản xuất|"
    r"thu nhập bình quân|lạm phát|cpi|năng suất lao động|vốn đầu tư toàn xã hội|tổng vốn đầu tư|thu hút đầu tư|fdi|"
    r"tổng mức bán lẻ|doanh thu|"
    r"sản lượng|công nghiệp - xây dựng)\b"
)
_SHARE_OF = re.compile(r"[^,;\d]{0,3}(?:tổng )?(?:grdp|gdp)\b")
_ONLY_VERB = re.compile(r"\s*(?:(?:tăng|giảm|đạt|vượt|bằng|thêm|khoảng|trên|hơn|ít nhất|tối thiểu|và)\s*)*")
_DIGITAL = re.compile(r"\bkinh tế số\b")
_COMPARED = re.compile(
    r"(?:\b(?:so với|thay vì|thay cho|tương đương|(?<!đạt )(?<!là )tương ứng(?! là)|trong tổng số|trên tổng số|"
    r"trong số|tổng số|giao|hiện có|hiện nay là)(?: với| là| mức| của| khoảng){0,2} ?)$"
    r"|(?:^|[,;]) ?(?:phần )?còn lại(?: là| khoảng)? $|[x×*] $"
    r"|\bngân sách (?:tỉnh|huyện|xã|trung ương|địa phương)(?: hỗ trợ| cấp| đối ứng)?:? $"
)
_BASELINE = re.compile(r"\btừ(?: mức)?(?: trên| dưới| khoảng)? $")
_LEADS_ON = re.compile(r"(?:[^,;.\d]|20\d\d){0,40}?(?<!trở )\b(?:lên|xuống|còn|thành)\b[^,;.\d]{0,25}\d")
_EXCEPT = re.compile(r"\s*(?:trừ|ngoại trừ|không bao gồm|không tính|không kể|không gồm|chưa tính|chưa kể)\b")
_EXCEPT_BEFORE = re.compile(r"\b(?:trừ|ngoại trừ|không bao gồm|không tính|không kể)[^,;.\d]{0,30}$")
_GRADED = re.compile(
    r"\d điểm(?: trở (?:lên|xuống))?[^,;.\d]{0,20}\b(?:xếp )?loại\b"
    r"|\d ?%[^,;.\d]{0,20}\b(?:được|tính|chấm) \d[\d.,]* điểm"
)
_IF = re.compile(r"\bnếu\b[^,;.\d]{0,40}$")
_THEN = re.compile(r"\b(?:thì|không được|không tính)\b")
_PENALTY = re.compile(r"(?: [^\W\d_]+){0,4} (?:bị|thì|không được xét)\b")
_DONE = re.compile(r"[^,;.]{0,40}?\b(?:đã|chưa)\b")
_OF_PLAN = re.compile(r" ?/ ?(?:kh|kế hoạch|chỉ tiêu|mục tiêu)\b")
_SHARE_DONE = re.compile(r"[^,;.]{1,60}? đã (?:được )?(?:(?!\b(?:được|đạt|phải|không|có)\b)[^,;.])*(?:[,;.]|$)")
_OF_YEAR = re.compile(r"(?:(?!\b(?:so|hơn|với)\b)[^,;.()\d]){0,30}?\bnăm (20\d\d)\b")
_AGO = re.compile(r"\b(?:so với|cùng kỳ|so cùng kỳ) (?:cùng kỳ|năm ngoái|kế hoạch|mục tiêu|chỉ tiêu)")

_WANTED = re.compile(
    r"\b(?:phấn đấu|(?<!so với )(?<!chưa đạt )(?:mục tiêu|chỉ tiêu|yêu cầu)(?! (?:đề ra|đặt ra|(?:[^\W\d_]+ )?giao)\b)|"
    r"(?:mục tiêu|chỉ tiêu)(?= (?:là |đạt )?$)|bảo đảm|"
    r"đảm bảo|hướng tới|hướng đến|cần|phải|sẽ|đến (?:hết |cuối )?năm|quyết tâm|đặt ra(?! *[,;.]| *$)|"
    r"duy trì|tiếp tục|đề nghị|(?:giải pháp|nhiệm vụ|phương hướng)(?= ?:)|"
    r"(?<!được )(?<!tỉnh )(?<!huyện )giao(?= (?:sở|các|ubnd|ủy ban|văn phòng|phòng|công an)\b| ?:))\b"
)
_REACHED = re.compile(
    r"\b(?:đã|mới đạt|chỉ đạt|mới chỉ|(?<!thực )(?<!thể )hiện (?:nay|đạt|tại|toàn)(?! (?:xuống|lên|còn))|"
    r"(?<=[^\W\d_] )cơ bản hoàn thành|hoàn thành vượt|tính đến|ước đạt|ước thực hiện|"
    r"(?:(?<!thực )hiện có|đạt được|thực hiện được)(?= (?:trên |hơn |khoảng )?(?:\d|$))|"
    r"(?:(?:^|[,;:.]) ?kết quả (?:đạt|là)(?! (?:từ|tối thiểu|ít nhất|trên|không)))|"
    r"kết quả (?:năm|thực hiện|cho thấy|quý|\d{1,2} tháng|sơ bộ)|"
    r"(?<!so với )cùng kỳ|cho thấy|được chia|chia thành|thời gian qua|vừa qua|năm qua|qua rà soát|còn thiếu|tuy nhiên|"
    r"(?:hạn chế|tồn tại|khó khăn|nguyên nhân)(?= ?:)|chỉ(?= (?:có |chiếm )?(?:\d|$))|"
    r"(?:trong|qua) (?:\d{1,2}|sáu|chín) tháng(?! (?:cuối|còn lại|tới))|(?:trong|qua|sau) \d{1,2} năm(?= qua| triển khai| thực hiện)|"
    r"nhận thấy|vẫn còn|chưa đạt|theo (?:kết quả|số liệu)|"
    r"kết quả đạt được|(?<!không để )tụt|sụt giảm|còn (?:một số |những |nhiều )?(?:tồn tại|hạn chế|khó khăn|bất cập)|"
    r"diện tích|đến nay|dân số(?= (?:là |có |khoảng |trên |hơn )?(?:\d|$)))\b|"
    r"(?:^|[,;:.] ?)(?:(?:trong kỳ|(?:trong )?kỳ báo cáo)\b|hiện $)"
)
_REPORTED = re.compile(
    r"\b(?:đã|mới đạt|chỉ đạt|tính đến|ước đạt|kết quả đạt được|tụt|thời gian qua|vừa qua|tuy nhiên|"
    r"còn (?:một số |nhiều )?hạn chế|(?:hạn chế|tồn tại|khó khăn|nguyên nhân)(?= ?:))\b"
)
_OF_THINGS = re.compile(r"\b(?:hồ sơ|kết quả|tthc|thủ tục|văn bản|dịch vụ|dữ liệu|số|nhiệm vụ|thông tin|tài liệu) $")
_ATTRIBUTE = re.compile(
    r"đã (?:được )?(?:số hóa|giải quyết|công bố|tiếp nhận|cấp|xử lý|ban hành|phê duyệt|hoàn thành|đăng ký|thực hiện|"
    r"kiểm tra|chuẩn hóa|kết nối|tích hợp|cung cấp|giao|đánh giá|kích hoạt)\b"
    r"[^;]*\b(?:đạt|tối thiểu|ít nhất|không|phải)\b"
)
_RATE = re.compile(r"\b(?:tỷ lệ|tỉ lệ|mức độ|số lượng)\b")
_BY_YEAR = re.compile(r"(?<!so với )\bnăm (20\d\d)\b")


def hidden(text: str) -> frozenset[int]:
    """Return the places in a clause whose digits are no quantity: dates, documents, articles, money, telephones."""
    if _DIGIT.search(text) is None:
        return frozenset()
    return frozenset(place for found in _NO_NUMBER.finditer(text) for place in range(*found.span()))


def is_exception(text: str) -> bool:
    """Whether a bracket only says what is left out."""
    return _EXCEPT.match(text) is not None


def is_told_otherwise(quantity: Quantity, before: str, after: str, *, is_wished: bool) -> bool:
    """Whether the words beside a number say that it is none of the plan's: a base, a share, an exception, growth."""
    if _COMPARED.search(before) or _EXCEPT_BEFORE.search(before):
        return True
    if (not quantity.is_percent and _PENALTY.match(after)) or (_IF.search(before) and _THEN.search(after)):
        return True
    if not is_wished and _AGO.search(after.split(";")[0]):
        return True
    if _BASELINE.search(before) and _LEADS_ON.match(after):
        return True
    near = before[max(before.rfind(";"), before.rfind(",")) + 1 :]
    if _ONLY_VERB.fullmatch(near):
        near = before[before.rfind(";") + 1 :]
    if _SHARE_OF.match(after):
        return _GROWTH.search(near) is not None
    said = f"{near} {after[:60].split(',')[0].split(';')[0]}"
    return bool(_GROWTH.search(said)) and not _DIGITAL.search(said)


def is_scale(text: str) -> bool:
    """Whether a sentence only says what makes which grade: từ 90 điểm xếp loại Tốt, từ 70 điểm xếp loại Khá."""
    return len(_GRADED.findall(text)) > 1


def is_heading_count(quantity: Quantity, text: str) -> bool:
    """Whether a number only counts parts of the plan: 7 nhóm chỉ tiêu, 5 nhiệm vụ."""
    return not quantity.is_percent and quantity.of is None and _HEADED.match(text, quantity.end) is not None


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
    if _REPORTED.search(text):
        return True
    return plan_year is not None and any(int(year[1]) < plan_year for year in _BY_YEAR.finditer(text))


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
