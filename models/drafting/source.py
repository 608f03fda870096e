"""A plan's text made ready for reading, and cut into passages: whole paragraphs and items of lists.

Every form has one character per character of the composed text, so that a place in one is a place in all."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from models.drafting.units import COUNTED, UNITS
from models.textcheck.prepared import compose, lower

_BREAKS = str.maketrans(dict.fromkeys("\v\f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{NEXT LINE}", "\n"))
_UNSEEN = re.compile(
    "[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}-\N{RIGHT-TO-LEFT MARK}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}]"
    r"|(?<=[^\S\n])[^\S\n]+"
)
_OLD_TONE = re.compile(r"o[áàảãạéèẻẽẹ](?!\w)|(?<!q)u[ýỳỷỹỵ](?!\w)")
_NEW_TONES = dict(
    zip(
        ["oá", "oà", "oả", "oã", "oạ", "oé", "oè", "oẻ", "oẽ", "oẹ", "uý", "uỳ", "uỷ", "uỹ", "uỵ"],
        ["óa", "òa", "ỏa", "õa", "ọa", "óe", "òe", "ỏe", "õe", "ọe", "úy", "ùy", "ủy", "ũy", "ụy"],
        strict=True,
    )
)
_MARKER = re.compile(
    r"\s*(?:[-+*•·▪◦●○➢✓]\s*(?=[^\W_])|[a-zđ]\)\s*|\(?\d{1,2}\)\s+|\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+(?=[^\W\d])"
    r"|\d{1,2}\.\s+(?=\d)|[a-zđ]\.\s+|(?:phần |mục )?[ivx]{1,6}[.):]\s+)"
)
_QUANTITY = re.compile(rf"\d{{1,2}}\s+(?:{'|'.join(UNITS)}|{COUNTED})(?!\w)")
_SECTION = re.compile(r"\s*(?:phần |mục )?[ivx]{1,6}[.):]\s+|\s*phần thứ|\s*\d{1,2}\.\s")
_PART = re.compile(r"\s*(?:phần |mục )?[ivx]{1,6}[.):]\s+|\s*phần thứ")
_GOES_ON = re.compile(
    r"(?:\b(?:đạt|thiểu|nhất|trên|hơn|dưới|từ|đến|là|và|của|với|có|quá|đa|khoảng|các|về|được|tỷ lệ|cho|tại|"
    r"thứ)|,|-)\s*$"
)
_TO_DO = re.compile(r"\b(?:bồi dưỡng|tập huấn|đào tạo|tổ chức|xây dựng|thành lập|hình thành|kết nạp|phát triển)\s*$")
_SO_MANY = re.compile(rf"\d[\d.]*\s+(?:{COUNTED})(?!\w)")
_COUNTED_ON = re.compile(r"\d{1,2} [^\W\d]")
_RESULTS = re.compile(
    r"^\W*(?:[^\W\d_]+ ){0,3}?(?:kết quả(?: (?:đạt được|đã|thực hiện|công tác|năm|nổi bật|chủ yếu|bước đầu|cải cách|"
    r"triển khai|chung|quý|tháng|đến|tính đến|từ đầu|trong|\d)|\W*$)|"
    r"đánh giá (?:chung|kết quả|tình hình|việc thực hiện|công tác)|sơ kết|tổng kết|"
    r"tình hình|thực trạng|tồn tại|hạn chế|ưu điểm|những mặt)|"
    r"^\W*kết quả(?!.*\b(?:cần|phải|phấn đấu|mong đợi|dự kiến|đầu ra)\b)"
)
_GOALS = re.compile(r"\b(?:mục tiêu|chỉ tiêu|phấn đấu|yêu cầu|nhiệm vụ|giải pháp|phương hướng|cần đạt|kế hoạch)\b")
_NAMED = re.compile(
    r"(?!.*\b(?:đạt \d|tối thiểu|trên)\b)(?:đánh giá|kết quả|tình hình|mục tiêu|chỉ tiêu|phương hướng)\b"
)
_ASPECT = re.compile(r"\s*(?:về|lĩnh vực|đối với) [^,;.]{1,40}:")
_REPORT = re.compile(
    r"(?:(?!.*\bkế hoạch)[^\n]{0,80}\n++){0,12}?\s*báo cáo(?= *\n| (?:kết quả|tình hình|công tác|sơ kết|tổng kết|về))"
)
_SHORT_HEADING = 80
_FULL_LINE = 55
_HEADING = 160


class Mood(Enum):
    """Whether a part of the text tells what was reached or what is wanted."""

    RESULT = "result"
    GOAL = "goal"


@dataclass(frozen=True)
class Source:
    """A text as given, composed (NFC), and in small letters with one kind of space and dash."""

    given: str
    composed: str
    low: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the text as given, counted in its code points."""
        return self.places[start], self.places[end]

    def inner(self, place: int) -> int:
        """Return the place within the composed text of one in the text as given."""
        return bisect_left(self.places, place, hi=len(self.composed))


@dataclass(frozen=True)
class Passage:
    """A paragraph or an item of a list; text is low, its line breaks as blanks and what leads it blanked.

    intro: the line with a colon that opens the list it belongs to; heading: the line above the section; mood: what
    they say of it."""

    start: int
    text: str
    intro: str = ""
    mood: Mood | None = None
    heading: str = ""


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    is_item: bool
    is_apart: bool = False


def read_source(given: str) -> Source:
    """Return a text in its forms."""
    composed, places = _squeezed(*compose(given))
    low = _OLD_TONE.sub(lambda found: _NEW_TONES[found.group()], lower(composed))
    return Source(given, composed, low, places)


def _squeezed(composed: str, places: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """Return a text with one blank for several, without signs that are not seen, every line break as a newline."""
    composed = composed.replace("\r\n", " \n").replace("\r", "\n").translate(_BREAKS)
    gone = sorted(place for found in _UNSEEN.finditer(composed) for place in range(*found.span()))
    if not gone:
        return composed, places
    kept = [(start + 1, end) for start, end in pairwise([-1, *gone, len(composed)])]
    text = "".join(composed[start:end] for start, end in kept)
    return text, (*(place for start, end in kept for place in places[start:end]), places[-1])


def passages(source: Source, tables: Iterable[tuple[int, int]] = ()) -> Iterator[Passage]:
    """Yield the passages of a text in order, without the spans (of the composed text) that are tables."""
    otherwise = Mood.RESULT if _REPORT.match(source.low) else None
    section = otherwise
    around: Mood | None = None
    intro, title, in_list = "", "", False
    for line in _joined(source, sorted(tables)):
        text = _content(source, line)
        heading = _heading_mood(text)
        is_intro = text.rstrip().endswith(":")
        if heading is not None and _is_section(source, line, text):
            section, around, intro, title = heading, None, "", text.strip()
        elif _PART.match(source.low, line.start) and _is_title(text):
            section, around, intro, title = otherwise, None, "", text.strip()
        elif in_list and not line.is_item and not is_intro:
            around, intro = None, ""
        mood = _mood(intro) or around
        yield Passage(line.start, text, "" if is_intro else intro, mood or section, title)
        if is_intro:
            around = (_mood(text) or mood) if line.is_item or _ASPECT.match(text) else _mood(text)
            intro, in_list = text.strip(), False
        in_list = in_list or line.is_item


def _mood(intro: str) -> Mood | None:
    if not intro:
        return None
    return _first(intro)


def _first(text: str) -> Mood | None:
    """Return which mood is named first."""
    results, goals = _RESULTS.search(text), _GOALS.search(text)
    if results and (not goals or results.start() < goals.start()):
        return Mood.RESULT
    return Mood.GOAL if goals else None


def _heading_mood(text: str) -> Mood | None:
    return _first(text) if _is_title(text) else None


def _is_title(text: str) -> bool:
    return len(text) <= _HEADING and "%" not in text and not text.rstrip().endswith((".", ";"))


def _is_section(source: Source, line: _Line, text: str) -> bool:
    """Whether a line that names results or goals is a heading: by its number, its capitals, or its mere shortness."""
    if _SECTION.match(source.low, line.start) or _is_capitals(source, line):
        return True
    is_short = len(text) <= _SHORT_HEADING and not line.is_item and text.rstrip()[-1:].isalnum()
    return is_short and _NAMED.match(text) is not None


def _is_capitals(source: Source, line: _Line) -> bool:
    letters = source.composed[line.start : line.end]
    return letters.upper() == letters


def _content(source: Source, line: _Line) -> str:
    """Return the words of a line with its marker blanked and its breaks as blanks."""
    text = source.low[line.start : line.end].replace("\n", " ")
    marker = _marker_end(source, line.start, line.end) - line.start
    return " " * marker + text[marker:]


def _marker_end(source: Source, start: int, end: int) -> int:
    """Return where the sign or number that leads an item ends, its start where there is none: 95 phần trăm hồ sơ."""
    found = _MARKER.match(source.low, start, end)
    if found is None or (_QUANTITY.match(source.low, start, end) and source.composed[found.end()].islower()):
        return start
    return found.end()


def _joined(source: Source, tables: list[tuple[int, int]]) -> Iterator[_Line]:
    """Yield the lines, those put back together that were only broken where they were full."""
    waiting: _Line | None = None
    for line in _lines(source, tables):
        if waiting is None:
            waiting = line
        elif _is_broken(source, waiting, line):
            waiting = _Line(waiting.start, line.end, waiting.is_item)
        else:
            yield waiting
            waiting = line
    if waiting is not None:
        yield waiting


def _is_broken(source: Source, before: _Line, line: _Line) -> bool:
    """Whether a line only goes on with the one before."""
    first = source.composed[line.start]
    ending = source.low[max(before.start, before.end - 20) : before.end]
    is_item = line.is_item and not (_COUNTED_ON.match(source.low, line.start) and _GOES_ON.search(ending))
    if is_item or line.is_apart or ending.endswith((".", ";", ":", "!", "?")):
        return False
    if _GOES_ON.search(ending) or (_TO_DO.search(ending) and _SO_MANY.match(source.low, line.start)):
        return not _is_capitals(source, before)
    return first.islower() or (first in "(%" and before.end - before.start >= _FULL_LINE)


def _lines(source: Source, tables: list[tuple[int, int]]) -> Iterator[_Line]:
    low = source.low
    start, is_apart, place = 0, True, 0
    for found in re.finditer(r"([^\n]*)(?:\n|$)", low):
        start, end = found.span(1)
        while place < len(tables) and tables[place][1] <= start:
            place += 1
        in_table = place < len(tables) and tables[place][0] <= start < tables[place][1]
        words = low[start:end].strip()
        if not words or in_table:
            is_apart = True
            continue
        start += len(low[start:end]) - len(low[start:end].lstrip())
        is_item = _marker_end(source, start, end) > start
        yield _Line(start, start + len(words), is_item, is_apart)
        is_apart = False
