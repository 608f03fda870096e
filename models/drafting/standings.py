"""Finds ranks and grades: nhóm 10 dẫn đầu, top 3, xếp thứ 8, nâng cao vị thứ, xếp loại Khá trở lên."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models.drafting.proposal import Asks, Direction

_FIRST = r"(?:dẫn đầu|đứng đầu|hàng đầu|cao nhất|tốt nhất|đầu bảng|đầu cả nước|đầu toàn)"
_GROUP = re.compile(
    rf"(?<!\w)(?:(?:top|tốp|tóp)(?: đầu| các)? (?P<top>\d{{1,3}})(?![\d.,]*\d| ?%)"
    rf"|(?:thuộc |trong |vào |nằm trong |ở )?nhóm(?: các| đầu| có)? (?P<group>\d{{1,3}})(?![\d.,]*\d| ?%)"
    rf"(?=[^;.\d%]{{0,60}}{_FIRST})"
    r"|(?:(?:thuộc|trong|vào|và) |(?<=[:,;] ))nhóm (?P<within>\d{1,3})(?:/\d{1,3})?"
    r"(?= (?:cả nước|toàn quốc|toàn tỉnh|của|về|khối|địa phương|huyện|tỉnh|xã)| *[,.;)]| *$)"
    rf"|(?:thuộc|trong|vào|nằm trong|là một trong|một trong)(?: số)?(?: những| các)? (?P<among>\d{{1,3}}) "
    rf"(?=[^;.\d%]{{0,50}}{_FIRST}))"
)
_PLACE = re.compile(
    r"\b(?:xếp(?: ở| từ)?(?: vị)? thứ(?: hạng| tự)?|xếp hạng|thứ hạng|vị thứ|vị trí|(?<=: )thứ|"
    r"đứng(?: ở)?(?: vị trí)?(?: thứ)?|hạng)"
    r"(?: (?:chỉ số |của )?(?:par index|sipas|papi|pci|pgi|ddci|dti|cchc))?"
    r"(?: (?:chung|là|đạt|thứ|vị trí|hạng|từ|ở|trong khoảng|khoảng|không quá|không dưới|"
    r"không thấp hơn|tối thiểu|ít nhất|trên|số|<=|≤|vào)){0,5}"
    r":? (?P<first>\d{1,3})(?![\d.,]*\d| ?%| (?:bậc|điểm|đơn vị|cơ quan|hạng))"
    r"(?: ?(?:-|đến|tới)(?: thứ| vị trí| hạng){0,2} ?(?P<last>\d{1,3})(?![\d.,]*\d| ?%))?(?:/\d{1,3})?"
    r"(?: năm 20\d\d(?= lên))?"
    r"(?: (?:phấn đấu )?(?:lên|xuống)(?: thứ| vị trí| hạng){0,2} (?P<to>\d{1,3})(?!\d| ?%| bậc)(?:/\d{1,3})?)?"
    r"(?: trở lên)?"
)
_RANKING = (
    r"(?:vị thứ|thứ hạng|thứ bậc|vị trí xếp hạng|bậc xếp hạng|xếp hạng|vị trí trên bảng|hạng (?:các |của )?chỉ số)"
)
_RAISED = re.compile(
    rf"\b(?:nâng cao|nâng dần|nâng|cải thiện|tăng|gia tăng)(?: [^\W\d_]{{1,7}},?){{0,3}}? {_RANKING}"
    rf"|{_RANKING}[^;.\d]{{0,80}}? (?:cao hơn|tốt hơn|được nâng|được cải thiện|tăng)\b"
    r"|\b(?:tăng|nâng) (?:bậc|hạng)(?! chức| viên| \d| thương| giáo)"
)
_ORDINALS = {"thứ nhất": 1, "thứ nhì": 2, "thứ hai": 2, "thứ ba": 3, "dẫn đầu": 1, "đứng đầu": 1, "số một": 1}
_IN_WORDS = re.compile(rf"\b(?:vị trí|vị thứ|xếp hạng|xếp|đứng|hạng) (?P<word>{'|'.join(_ORDINALS)})(?!\w)")
_PURPOSE = re.compile(r"\b(?:giải pháp|nhằm|góp phần|để|biện pháp|việc|công tác|kế hoạch)\b[^;.]{0,60}$")
_GRADES = (
    "xuất sắc", "rất tốt", "tốt", "khá", "trung bình cao", "trung bình - cao", "trung bình khá", "trung bình thấp",
    "trung bình - thấp", "trung bình", "đạt",
    "yếu", "cao", "a", "b", "c",
)  # fmt: skip
_NAME = "|".join(sorted(_GRADES, key=len, reverse=True))
_GRADE = re.compile(
    r"\b(?:xếp loại|xếp hạng|xếp mức|xếp nhóm|phân loại|loại|hạng|(?:thuộc|vào|trong|đạt|ở|giữ) nhóm|"
    r"nhóm(?= [\"“]?(?:xuất sắc|rất tốt|tốt|khá|trung bình)(?!\w))|ở mức|đạt mức|"
    r"mức độ|mức)"
    r"(?: (?:là|đạt|loại|mức|ở mức|từ|chất lượng|nhóm|ở nhóm|chung)){0,4}"
    rf"(?::? |:)[\"“'‘]?(?P<name>{_NAME})(?P<more>(?:,| và| hoặc|/) ?(?:loại )?(?:{_NAME}))?"
    r"(?![\w]| nhất| hơn| cho| việc| các|(?<=trung bình) (?:cả|toàn|chung|của|tỉnh))"
)
_REACHED = re.compile(r"\bđạt (?P<name>xuất sắc|rất tốt|tốt|khá)(?: trở lên\b|(?= *(?:[,.;)]|$)))")
_WORK = re.compile(
    r"\b(?:đánh giá|xếp loại|mức|mức độ|danh hiệu|phân loại|đạt)\b[^,;.\d%]{0,25}?"
    r"(?P<name>hoàn thành (?:xuất sắc|tốt) nhiệm vụ|(?<!mức độ )hoàn thành nhiệm vụ)(?! được giao)"
)
_ALONE = re.compile(rf"(?:loại )?(?:từ )?(?:{_NAME})(?: trở lên)?|hoàn thành (?:xuất sắc |tốt )?nhiệm vụ(?: trở lên)?")
_NONE = re.compile(r"\bkhông (?:(?:có|để|còn|bị)[^;.]{0,60})?$")
_OR_BETTER = re.compile(r"[\"”'’]? trở lên")


@dataclass(frozen=True)
class Standing:
    """A rank or a grade in a clause and its place there. value None: any better rank."""

    start: int
    end: int
    operator: Asks
    value: Decimal | str | None
    direction: Direction | None = None


def standings(text: str) -> list[Standing]:
    """Return the ranks and grades that a clause names, in order."""
    named = [*_ranks(text), *_grades(text)]
    found: list[Standing] = []
    for each in sorted(named, key=lambda standing: (standing.start, -standing.end)):
        if not found or each.start >= found[-1].end:
            found.append(each)
    return found


def is_grade(text: str) -> bool:
    """Whether a text is nothing but a grade: khá trở lên."""
    return _ALONE.fullmatch(text) is not None


def raised(text: str) -> Iterator[Standing]:
    """Yield where a clause asks for a better rank without a number."""
    for found in _RAISED.finditer(text):
        if not _PURPOSE.search(text, max(0, found.start() - 80), found.start()):
            yield Standing(found.start(), found.end(), Asks.RANK, None, Direction.INCREASE)


def _ranks(text: str) -> Iterator[Standing]:
    for found in _GROUP.finditer(text):
        worst = found["top"] or found["group"] or found["within"] or found["among"]
        yield Standing(found.start(), found.end(), Asks.RANK, Decimal(worst))
    for found in _PLACE.finditer(text):
        worst = Decimal(found["to"]) if found["to"] else max(Decimal(found["first"]), Decimal(found["last"] or 0))
        yield Standing(found.start(), found.end(), Asks.RANK, worst)
    for found in _IN_WORDS.finditer(text):
        yield Standing(found.start(), found.end(), Asks.RANK, Decimal(_ORDINALS[found["word"]]))


def _grades(text: str) -> Iterator[Standing]:
    for found in _GRADE.finditer(text):
        if not _NONE.search(text, max(0, found.start() - 80), found.start()):
            names = re.findall(rf"(?<!\w)(?:{_NAME})(?!\w)", found["name"] + (found["more"] or ""))
            worst = max(names, key=_GRADES.index)
            if worst != "yếu" and not (worst == "cao" and "nhóm" not in found.group()):
                name = worst.replace(" - ", " ").capitalize()
                yield Standing(found.start(), _end(text, found.end()), Asks.GRADE, name)
    for found in (*_WORK.finditer(text), *_REACHED.finditer(text)):
        if not _NONE.search(text, max(0, found.start() - 80), found.start()):
            yield Standing(found.start(), _end(text, found.end()), Asks.GRADE, found["name"].capitalize())


def _end(text: str, end: int) -> int:
    found = _OR_BETTER.match(text, end)
    return found.end() if found else end
