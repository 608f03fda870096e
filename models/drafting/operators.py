"""How the words beside a number say that it is to be met."""

import re

from models.drafting.proposal import Asks
from models.drafting.quantities import Quantity

_BETWEEN = (
    r"(?: (?:là|đạt|có|từ|khoảng|được|bằng|ở mức|mức|cho|phải|còn|giảm|tăng|thêm|số|trong|sau|thực hiện|đến|tới))*"
)
_WORDS = (
    (
        Asks.AT_MOST,
        r"không (?:để|được) (?:[^\W\d_]+ ){0,8}(?:vượt quá|vượt|quá|cao hơn)|"
        r"không (?:được )?(?:vượt quá|vượt|quá|hơn|lớn hơn|cao hơn|nhiều hơn|(?:kéo dài|chậm|trễ) quá)|"
        r"tối đa|nhiều nhất|chậm nhất|trong vòng|<=|≤",
    ),
    (
        Asks.AT_LEAST,
        r"không (?:được )?(?:dưới|thấp hơn|ít hơn|nhỏ hơn|kém)|tối thiểu|ít nhất|thấp nhất|đạt và vượt|đạt, vượt|"
        r"đạt hoặc vượt|bằng hoặc (?:cao hơn|trên)|>=|≥",
    ),
    (Asks.LESS_THAN, r"dưới|thấp hơn|nhỏ hơn|ít hơn|chưa (?:đến|tới)|<"),
    (Asks.MORE_THAN, r"trên|hơn|vượt|cao hơn|lớn hơn|nhiều hơn|>"),
    (Asks.EQUAL, r"đúng|bằng|="),
)
_PREFIXES = tuple((asks, re.compile(rf"(?:^|(?<=[\s,:;(“\"])){words}{_BETWEEN}:?\s*$")) for asks, words in (
    (asks, f"(?:{words})") for asks, words in _WORDS
))  # fmt: skip
_LEAST_BEFORE = re.compile(r"\b(?:tối thiểu|ít nhất)\b[^,;:.%\d]{1,30}$")
_FROM = re.compile(r"\btừ\b[^,;:.%\d]{0,12}$")
_UP_OR_DOWN = re.compile(r" ?(?:trở (?P<up>lên)|trở (?P<down>xuống)|(?P<more>và cao hơn|hoặc cao hơn|và vượt))\b")
_UP_OR_DOWN_LATER = re.compile(r"[^,;.\d]{0,60}?\btrở (?:(?P<up>lên)|(?P<down>xuống))\b")
_DOWN_TO = re.compile(r"\b(?:còn|xuống|giảm còn|xuống còn|rút xuống)(?: mức| khoảng)?\s*$")
_NEAR = 90


def asked_before(before: str) -> Asks | None:
    """Return what the words right before a number ask for."""
    near = before[-_NEAR:]
    for asks, pattern in _PREFIXES:
        if pattern.search(near):
            return asks
    return Asks.AT_LEAST if _LEAST_BEFORE.search(near) else None


def asked_after(text: str, quantity: Quantity, before: str) -> tuple[Asks, int] | None:
    """Return what the words after a number ask for, with where they end: từ 65% (số hồ sơ) trở lên."""
    found = _UP_OR_DOWN.match(text, quantity.unit_end) or _UP_OR_DOWN.match(text, quantity.end)
    is_from = _FROM.search(before[-_NEAR:])
    if found is None and is_from:
        found = _UP_OR_DOWN_LATER.match(text, quantity.unit_end)
    if found is None:
        return None
    return (Asks.AT_MOST if found["down"] else Asks.AT_LEAST), found.end()


def asked_barely(quantity: Quantity, before: str) -> Asks:
    """Return what a number asks for that has no word of its own: all is equal, down to is at most, else at least."""
    if quantity.value_to is not None:
        return Asks.RANGE
    if quantity.of is not None:
        return Asks.EQUAL if quantity.value == quantity.of else Asks.AT_LEAST
    if quantity.value == 0 or (quantity.is_percent and quantity.value == 100):
        return Asks.EQUAL
    return Asks.AT_MOST if _DOWN_TO.search(before) else Asks.AT_LEAST
