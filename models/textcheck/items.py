"""Turns a sentence into items: each number with its words, its bracket, and what parts it from the one before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from models.textcheck.labels import ABOUT, CHANGE, OPENINGS, Opening, memberships
from models.textcheck.numbers import Number
from models.textcheck.prepared import ITEM, SUBITEM, Prepared, plain

INLINE, CLAUSE, SUBLIST, LIST = 1, 2, 3, 4  # how strongly two items are parted: a comma, a semicolon, bullets

_RANKS = {ITEM: LIST, SUBITEM: SUBLIST, ";": CLAUSE, ",": INLINE, "|": CLAUSE}
_PARTING = re.compile(r"[,;:\n\r|+=]|\bvà\b|\s-\s|\bvới\b")
_PUNCTUATION = re.compile(r"[;:\n\r|+=]|,(?! (?:ban|nganh|thi xa|thanh pho|quan)\b)|\s-\s")
_NESTED = re.compile(r"\([^()]*\)")
_NONE = re.compile(
    r"\b(?:không|chưa) (?:có|còn|phát sinh|để xảy ra|để|bị|xảy ra)?(?: tình trạng| trường hợp| phát sinh)?"
    r"[^,;.()\d\n\r\v\f:]{0,45}?"
    r"(?:quá hạn|trễ hạn|trễ hẹn|chậm hạn|chậm trễ|không hài lòng|chưa hài lòng|(?:loại|hạng|mức) yếu|loại kém|"
    r"loại trung bình)"
)
_FRACTION = re.compile(r"(?: [^\W\d_]+){0,5} ?/ ?|(?: [^\W\d_]+){0,8} (?:trên|trong) tổng số (?:là )?| trên ")
_OF_SAME = re.compile(r"( [^\W\d_]+)(?: [^\W\d_]+){0,6} trên ")
_OTHER_BASE = re.compile(r" ?(?:so với(?! tổng)|kế hoạch|chỉ tiêu|dự toán|mục tiêu)")
_OWN_LABEL = re.compile(r"t[ỷỉ] lệ (?!đạt|là|chiếm|tương ứng|bằng|chung|khoảng|[\d(:]|$)[^\W\d_]")


_SAME_NOUN = {"hs": "ho so", "thu tuc": "tthc", "ti le": "ty le"}
_PAIRS = frozenset(
    (
        "ho so",
        "don vi",
        "nhiem vu",
        "can bo",
        "cong chuc",
        "vien chuc",
        "y kien",
        "van ban",
        "truong hop",
        "dich vu",
        "co quan",
        "bien che",
        "chi tieu",
        "nghi quyet",
        "quyet dinh",
        "ke hoach",
        "tieu chi",
        "thi tran",
        "thi xa",
        "dac khu",
        "thanh pho",
        "doanh nghiep",
        "to chuc",
        "noi dung",
        "cong viec",
        "dang vien",
        "ho dan",
        "nguoi dan",
        "ket qua",
        "tai khoan",
        "linh vuc",
        "dia phuong",
        "phan anh",
        "kien nghi",
    )
)


@dataclass(eq=False)
class Item:
    """One number of a sentence. over: the m of "n/m"; before and after: the words beside it, without tones.

    tail: all that follows up to the next number. has_own_label: a percentage that says itself what it is a rate of.
    rank: how strongly it is parted from the item before on its own level; opening: the list that it begins."""

    start: int
    end: int
    value: Decimal | None
    others: tuple[Decimal, ...] = ()
    over: "Item | None" = None
    is_percent: bool = False
    decimals: int = 0
    step: Decimal = Decimal(0)
    scale: Decimal = Decimal(1)
    has_own_label: bool = False
    is_nothing: bool = False
    bracket: int = -1
    gap: str = ""
    before: str = ""
    after: str = ""
    tail: str = ""
    rank: int = 0
    opening: Opening | None = None
    is_plus: bool = False
    is_change: bool = False
    is_about: bool = False
    percent: "Item | None" = None
    kinds: dict[str, str] = field(default_factory=dict)

    @property
    def is_count(self) -> bool:
        """Whether it counts things."""
        return not self.is_percent

    @property
    def noun(self) -> str:
        """What is counted, in one or two words; empty where nothing is said."""
        words = re.findall(r"[^\W\d_]+", re.split(_PUNCTUATION, self.after)[0])
        pair = " ".join(words[:2])
        return (
            _SAME_NOUN.get(pair)
            or _SAME_NOUN.get("".join(words[:1]))
            or (pair if pair in _PAIRS else "".join(words[:1]))
        )

    @property
    def label(self) -> str:
        """The words on both sides, those that stand before it first."""
        return f"{self.before} {self.after}".strip()


@dataclass
class Sentence:
    """The items of one sentence, in order; brackets: for each bracket, where it stands and after which item."""

    start: int
    end: int
    items: list[Item]
    brackets: dict[int, tuple[int, int]]
    owners: dict[int, Item | None]

    def level(self, bracket: int) -> list[Item]:
        """Return the items directly within a bracket (-1: outside all)."""
        return [each for each in self.items if each.bracket == bracket]


def read_sentence(text: Prepared, span: tuple[int, int], numbers: Sequence[Number]) -> Sentence:
    """Return a sentence with its items and brackets."""
    start, end = span
    items = _joined(text, [_item(each) for each in numbers])
    items += _nothings(text, span, items)
    items.sort(key=lambda item: item.start)
    brackets = _brackets(text.shape, start, end)
    for item in items:
        inside = [key for key, (first, last) in brackets.items() if first < item.start < last]
        item.bracket = max(inside, key=lambda key: brackets[key][0], default=-1)
    sentence = Sentence(start, end, items, brackets, {})
    for bracket in (-1, *brackets):
        _describe_level(text, sentence, bracket)
    for bracket, (first, _) in brackets.items():
        earlier = [i for i in items if i.end <= first and i.is_count and i.bracket == _outer(sentence, bracket)]
        sentence.owners[bracket] = earlier[-1] if earlier else None
    _attach_percents(text, sentence)
    return sentence


def _item(number: Number) -> Item:
    return Item(
        number.start,
        number.end,
        number.value,
        number.others,
        is_percent=number.is_percent,
        decimals=number.decimals,
        step=number.step,
        scale=number.scale,
    )


def _joined(text: Prepared, items: list[Item]) -> list[Item]:
    """Join "n/m" and "n trên tổng số m" into one item."""
    joined: list[Item] = []
    for item in items:
        last = joined[-1] if joined else None
        if last and _are_fraction(text.low, last, item):
            last.over, last.end = item, item.end
            if last.scale == 1 and last.value is not None:  # 523,7/612,4 tỷ đồng
                last.value, last.step = last.value * item.scale, last.step * item.scale
        else:
            joined.append(item)
    return joined


def _are_fraction(low: str, one: Item, other: Item) -> bool:
    if one.over or one.is_percent or other.is_percent or one.value is None or other.value is None:
        return False
    between = low[one.end : other.start]
    counted = _OF_SAME.fullmatch(between)  # "480 hồ sơ ... trên 500 hồ sơ"
    return bool(_FRACTION.fullmatch(between) or (counted and low.startswith(counted[1], other.end)))


def _nothings(text: Prepared, span: tuple[int, int], items: Sequence[Item]) -> list[Item]:
    """Return the items of value 0 that are said in words: "không có hồ sơ quá hạn"."""
    found = []
    for match in _NONE.finditer(text.shape, *span):
        if not any(match.start() < item.end and item.start < match.end() for item in items):
            found.append(Item(match.start(), match.end(), Decimal(0), is_nothing=True))
    return found


def _brackets(shape: str, start: int, end: int) -> dict[int, tuple[int, int]]:
    """Return the pairs of brackets; one that is not closed ends with the sentence, one that was not opened is none."""
    pairs: dict[int, tuple[int, int]] = {}
    waiting: list[int] = []
    for place in range(start, end):
        if shape[place] in "([":
            waiting.append(place)
        elif shape[place] in ")]" and waiting:
            opened = waiting.pop()
            pairs[opened] = (opened, place)
    return pairs


def _outer(sentence: Sentence, bracket: int) -> int:
    first, last = sentence.brackets[bracket]
    around = [key for key, (start, end) in sentence.brackets.items() if start < first and last < end]
    return max(around, default=-1)


def _without_brackets(words: str) -> str:
    while (shorter := _NESTED.sub(lambda found: " " * len(found.group()), words)) != words:
        words = shorter
    return words


def _describe_level(text: Prepared, sentence: Sentence, bracket: int) -> None:
    items = sentence.level(bracket)
    first, last = sentence.brackets.get(bracket, (sentence.start - 1, sentence.end))
    previous = first + 1
    for place, item in enumerate(items):
        following = items[place + 1].start if place + 1 < len(items) else last
        item.gap = _without_brackets(text.shape[previous : item.start])
        tail = _without_brackets(text.shape[item.end : following])
        item.rank = max((_RANKS.get(letter, 0) for letter in item.gap), default=0) or int(" và " in item.gap)
        item.opening = _opening(item.gap, place == 0)
        item.is_plus = "+" in item.gap
        item.before = plain(_last_words(item.gap))
        item.tail = tail
        item.after = plain(_PARTING.split(tail, 1)[0])
        if item.is_nothing:
            item.before = plain(text.shape[item.start : item.end])
            item.before = re.sub(r"^(?:khong|chua) (?:co|con|phat sinh|de xay ra|de|bi|xay ra)?", "", item.before)
        item.is_about = bool(ABOUT.search(item.gap.rstrip() + " "))
        lead = _PUNCTUATION.split(item.gap)[-1]
        item.is_change = bool(CHANGE.search(lead)) or text.shape[item.start] == "-"
        heads_list = item.gap.rstrip().endswith(":") and not any(mark in item.gap for mark in "\n\r;")
        nearest = memberships(item.after if heads_list else item.before)
        item.kinds = memberships(item.label) | nearest
        previous = item.end


def _opening(gap: str, is_first: bool) -> Opening | None:
    for opening, pattern in OPENINGS:
        if pattern.search(gap):
            return opening
    if is_first:
        return None
    parting = _PARTING.search(gap)
    if parting and parting.group() == ":" and "," not in gap[: parting.start()]:
        return Opening.COLON
    if re.match(r"[^,;]{0,40},? (?:thì )?có\s*$|.{0,60}, có [^,;]{0,30}$", gap):
        return Opening.HAS
    return None


def _last_words(gap: str) -> str:
    """Return the label that stands before a number: what follows the last sign, else the last "và"."""
    if _PUNCTUATION.search(gap):
        stripped = gap.rstrip().rstrip(":").rstrip()
        return _PUNCTUATION.split(stripped)[-1]
    return re.split(r"\bvà\b", gap)[-1] if re.search(r"\d|^\s*[^\W\d_]+.*\bvà\b", gap) else gap


def _attach_percents(text: Prepared, sentence: Sentence) -> None:
    """Give each percentage to the number that it belongs to: "458 hồ sơ, chiếm 4,14%", "(đạt 100%)"."""
    for item in sentence.items:
        if not item.is_percent or item.is_change or item.value is None:
            continue
        owner = _percent_owner(sentence, item)
        if owner and owner.percent is None and (owner.over or not _OTHER_BASE.match(text.low, item.end)):
            owner.percent = item
            item.has_own_label = bool(_OWN_LABEL.search(item.gap))


def _percent_owner(sentence: Sentence, percent: Item) -> Item | None:
    level = sentence.level(percent.bracket)
    place = level.index(percent)
    if place == 0 and percent.bracket != -1:
        return sentence.owners.get(percent.bracket) if len(level) == 1 or level[1].is_percent else None
    if place == 0:
        return None
    owner = next((each for each in level[place - 1 :: -1] if not each.is_nothing), percent)
    words = re.search(r"(?:đạt|chiếm|tỷ lệ|tỉ lệ|tỷ trọng|tương ứng|tương đương|bằng|=|hoàn thành)[^;]*$", percent.gap)
    if owner.is_percent or not words or percent.rank >= CLAUSE:
        return None
    return owner
