"""Finds the quantities in a text, and passes over what only looks like one: dates, years, articles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models.textcheck.prepared import Prepared

_WORDS_BEFORE = (
    "điều|khoản|mục|chương|phụ lục|biểu|bảng|mẫu|(?<!một )phần|tiểu mục|hình|bước|lần|thứ|hạng|vị thứ|vị trí|"
    "xếp|mức độ|mức|cấp độ|(?<!các )loại|nhóm|khóa|khoá|thôn|tổ|tổ dân phố|khu phố|ấp|khu vực|vùng|kỳ họp|phiên|đợt|"
    "giai đoạn|tuần|tiêu chí|câu|trang|chỉ số|bộ chỉ số|top|nhiệm kỳ|phiên bản|ca|tập"
)
_DOCUMENTS = "nghị định|thông tư|đề án|luật|công điện|pháp lệnh|qđ|nq|kh|nđ|tt|cv|bc|ct|tb"
_PAPERS = (
    "nghị quyết|quyết định|kế hoạch|công văn|chỉ thị|chương trình|tờ trình|thông báo|kết luận|hướng dẫn|văn bản|báo cáo"
)
COUNTED = (
    "hồ sơ|hs|lượt|phiếu|tthc|thủ tục|người|đơn|vụ|nhiệm vụ|trường hợp|cán bộ|công chức|viên chức|đơn vị|"
    "dịch vụ|dvc|ý kiến|cơ quan|chỉ tiêu|biên chế|văn bản|xã|phường|huyện|cuộc|hộ|tài khoản|kết quả|tin|bài"
)
_PASSED_OVER = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\d.,/])\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?(?:19|20)?\d\d(?!\d|[.,]\d)",
        r"\bngày (?:làm việc )?(?:thứ )?\d{1,2}(?: ?[/.-] ?\d{1,2})?(?!\d)",
        r"\bngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?",
        r"\btháng \d{1,2}(?: ?[/.-] ?\d{4}| năm \d{4})?(?! hồ)",
        r"(?<![\d.,/])(?:0?[1-9]|1[0-2]) ?/ ?(?:19|20)\d\d(?!\d|[.,]\d)",
        r"\b(?:từ|đến|trước|sau) \d{1,2} ?/ ?\d{1,2}(?!\d|/)"
        r"(?= (?:đến|năm|của|hàng|đã|toàn|cả|trên|tại|có|theo)\b|[,.;)\f\v\n]|$)",
        r"\bnăm (?:19|20)\d\d(?: ?(?:[-,/]|và|đến) ?(?:năm )?(?:19|20)\d\d)*(?![.,]?\d)",
        rf"(?<![\d.,])(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d(?![.,]?\d| (?:{COUNTED})\b)",
        rf"(?<![\d.,/])(?:19[5-9]|20[0-5])\d(?![.,]?\d|/| ?%| ?\+| (?:{COUNTED})\b)",
        r"\b(?:quý|q)\.? ?(?:\d|[ivx]+)(?: ?[-/] ?(?:19|20)\d\d| năm (?:19|20)\d\d)?(?!\d)",
        r"(?<![\d.,/])\d+ (?:tháng|năm|ngày|giờ|phút|giây|tuần|quý|h)\b",
        r"\b\d{1,2} ?(?:h|giờ) ?\d{0,2}\b",
        r"[\w.]*(?:https?:|www\.|@)\S*",
        r"(?<![\w.,])[^\W\d_]+\d[\w./-]*",
        r"\b[^\W\d_]{1,2}\.\d+",
        r"\b[^\W\d_]+-\d+\b",
        r"(?:\+84|(?<![\d.,])0)\d(?:[ .-]?\d){7,9}(?!\d)",
        r"\(0\d{2,4}\)[ .-]?\d(?:[ .-]?\d){5,8}",
        r"\b(?:điện thoại|đt|sđt|hotline|đường dây nóng|tổng đài|fax|zalo)\b[^\d\f\n;]{0,15}\d[\d .()-]*",
        r"(?<![\d.,])\d+(?:[.,]\d+)? ?- ?\d+(?:[.,]\d+)?(?!\d)",
        rf"\b(?:{_WORDS_BEFORE}) (?:thứ |số |hạng )?(?:\d{{1,4}} ?/ ?\d{{1,4}}|\d{{1,3}})(?![.,]?\d| ?%|/)",
        r"\b(?:mức độ|mức|điều|khoản|tiêu chí|mục|phụ lục|biểu)(?: số)? \d{1,3}"
        r"(?: ?(?:,|và) ?\d{1,2}(?![.,/]?\d))+(?! ?%)",
        rf"\b(?:{_DOCUMENTS}) \d{{1,5}}(?![.,]?\d| ?%| ?/ ?\d| (?:{COUNTED})\b)",
        rf"\b(?:{_DOCUMENTS}|{_PAPERS}) (?:số|số:) ?\d{{1,5}}(?![.,]?\d)",
        rf"\b(?:theo|tại|thực hiện|căn cứ|triển khai|thay thế) (?:{_PAPERS}) \d{{1,5}}(?![.,]?\d| ?%| ?/ ?\d)",
        r"\bsố: ?\d{1,5}(?= ?/)",
        r"\(\d{1,2}\)(?= [^\W\d_])",
        r"(?:^|(?<=[\f\n\r\v]))[^\S\f\n\r\v]*\d{1,2}(?:\.\d{1,2})*[.)](?=\s)",
        r"(?:^|(?<=[\f\v]))[^\S\f\v]*\d{1,2}(?:\.\d{1,2})+(?=\s+[^\W\d])",
        r"\b(?:từ|tăng từ|giảm từ)(?: mức)? \d[\d.,]*(?=[^,.;\d]{0,25}\b(?:lên|xuống|còn|thành)\b)",
        r"\b(?:từ)(?: trên| mức)? \d[\d.,]*[^,.;\d]{0,25}\bđến(?: dưới)? \d[\d.,]*(?![\d.,]*%)",
        r"\bbình quân (?:là |đạt )?\d[\d.,]*",
        r"\d[\d.,]* ?(?:/|trên một|mỗi) ?(?:người|năm|tháng|ngày|hồ sơ|lượt|xã|huyện|đơn vị)\b(?! ?\d)",
    )
)
_CASED = (  # a number and a sign of small and large letters is a document: 876/QĐ-BNV, 12-CTr/TU, 09/2019/NĐ-CP
    re.compile(r"\d+ ?[/-] ?(?:\d{4} ?[/-] ?)?[A-ZĐ][\w&]*(?:[-/&][\w&]+)*"),
    re.compile(r"\b(?:Phường|Quận|Xã|Khu) \d{1,2}\b(?! ?%)"),
)
_CLOSED = re.compile(r"(?<!\w)-?\d(?:[\d.,]*\d)?")
_SPACED = re.compile(r"(?<!\w)-?(?:\d{1,3}(?: \d{3})+(?:,\d+)?(?!\.?\d)|\d(?:[\d.,]*\d)?)")
_PERCENT = re.compile(r" ?(?:%|phần trăm)")
_SCALE = re.compile(r" (nghìn|ngàn|triệu|tỷ|tỉ)\b")
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity in a text and its place. value None: digits that no notation reads.

    others: further readings where the notation is unclear; step: what one unit of the last digit is worth (0: a
    whole number, exact); decimals: how many were printed; scale: of "triệu" and the like."""

    start: int
    end: int
    value: Decimal | None
    others: tuple[Decimal, ...] = ()
    is_percent: bool = False
    decimals: int = 0
    step: Decimal = Decimal(0)
    scale: Decimal = Decimal(1)


@dataclass(frozen=True)
class Habit:
    """How a text writes its numbers: which signs it was seen to use for thousands and for decimals."""

    groups: frozenset[str]
    points: frozenset[str]


def numbers(text: Prepared) -> list[Number]:
    """Return the quantities of a text in order."""
    hidden = _hidden(text)
    habit = habit_of(hidden)
    return [_number(text, found, habit) for found in _tokens(hidden, habit)]


def habit_of(text: str) -> Habit:
    """Return the notation of a text, seen where a number can be read in one way only; percentages do not tell."""
    groups, points = set(), set()
    for found in re.finditer(r"(?<![\d.,])\d+(?:[.,]\d+)+(?![\d.,]*\d| ?%)", text):
        marks = re.findall("[.,]", found.group())
        last = len(re.split("[.,]", found.group())[-1])
        if len(set(marks)) == 2 and marks[-1] not in marks[:-1]:
            groups.add(marks[0])
            points.add(marks[-1])
        elif len(marks) > 1 and last == 3:
            groups.add(marks[0])
        elif len(marks) == 1 and last < 3:
            points.add(marks[0])
    unclear = {found[1] for found in re.finditer(r"(?<![\d.,])[1-9]\d{0,2}([.,])\d{3}(?![\d.,]*\d| ?%)", text)}
    return Habit(frozenset(groups | (unclear - points)), frozenset(points))


def read_quantity(written: str, habit: Habit, is_percent: bool = False) -> tuple[Decimal, ...]:
    """Return the readings of digits with their signs, the likeliest first; none when no notation reads them."""
    digits = written.replace(" ", "")
    sign, digits = (-1, digits[1:]) if digits.startswith("-") else (1, digits)
    readings = [reading for group, point in (".,", ",.") if (reading := _parsed(digits, group, point)) is not None]
    if len(set(readings)) > 1:
        readings.sort(reverse=not is_percent and digits[-4] in habit.groups)
    return tuple(dict.fromkeys(sign * reading for reading in readings))


def _parsed(digits: str, group: str, point: str) -> Decimal | None:
    pattern = rf"((?:0|[1-9]\d{{0,2}})(?:{re.escape(group)}\d{{3}})+|\d+)(?:{re.escape(point)}(\d+))?"
    found = re.fullmatch(pattern, digits)
    if not found or (group in found[1] and found[1].startswith("0")) or len(digits) > 18:
        return None
    if found[2] and len(found[2]) > 3 and found[1] != "0":
        return None  # 73.5134 is a slip of the pen, not four decimals
    return Decimal(f"{found[1].replace(group, '')}.{found[2] or 0}")


def _hidden(text: Prepared) -> str:
    """Return the shape of the text with the digits blanked that are no quantities."""
    letters = list(text.shape)
    for source, patterns in ((text.composed, _CASED), (text.shape, _PASSED_OVER)):
        for pattern in patterns:
            for found in pattern.finditer(source):
                _blank(letters, found.start(), found.end())
    return "".join(letters)


def _blank(letters: list[str], start: int, end: int) -> None:
    for place in range(start, end):
        if letters[place].isdigit():
            letters[place] = "#"


def _tokens(text: str, habit: Habit) -> Iterator[re.Match[str]]:
    for found in (_CLOSED if habit.groups else _SPACED).finditer(text):
        if "#" not in text[max(0, found.start() - 1) : found.end() + 1]:
            yield found


def _number(text: Prepared, found: re.Match[str], habit: Habit) -> Number:
    start, end, written = found.start(), found.end(), found.group()
    after = _PERCENT.match(text.low, end)
    readings = read_quantity(written, habit, after is not None)
    decimals = _decimals(written, readings)
    if after:
        end = after.end()
    if not readings:
        return Number(start, end, None, is_percent=after is not None)
    step = Decimal(1).scaleb(-decimals) if decimals else Decimal(0)
    scale = _SCALE.match(text.low, end)
    if scale and not after:
        power = _SCALES[scale[1]]
        readings = tuple(reading.scaleb(power) for reading in readings)
        step, end = Decimal(1).scaleb(power - decimals), scale.end()
        return Number(start, end, readings[0], readings[1:], False, decimals, step, Decimal(1).scaleb(power))
    return Number(start, end, readings[0], readings[1:], after is not None, decimals, step)


def _decimals(written: str, readings: tuple[Decimal, ...]) -> int:
    """Return how many decimals were printed, zeros at the end too."""
    if not readings or (readings[0] == readings[0].to_integral_value() and not re.search(r"[.,]\d{1,2}$", written)):
        return 0
    return len(re.split(r"[.,]", written)[-1])
