"""Reads numbers in words, parts of a whole and multiples: sáu mươi phần trăm, ít nhất hai lần, một nửa, gấp đôi."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from models.drafting.units import COUNTED

_DIGITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
           "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}  # fmt: skip
_DIGIT = "|".join(_DIGITS)
_COMPARED = (
    r"(?:(?<=ít nhất )|(?<=tối thiểu )|(?<=không quá )|(?<=tối đa )|(?<=không dưới )|(?<=giảm )|(?<=tăng )|(?<=gấp ))"
)
_PERCENT = re.compile(
    rf"\b(?:(?P<hundred>một trăm)|(?:(?P<tens>{_DIGIT}) mươi|(?P<ten>mười))(?: (?P<ones>{_DIGIT}))?|(?P<one>{_DIGIT}))"
    r"(?= phần trăm)"
)
_FEW = re.compile(rf"{_COMPARED}(?:{_DIGIT})(?= (?:lần|bậc|{COUNTED})(?!\w))")
_PART = re.compile(
    rf"(?<![\w/.,-])(?P<part>[1-9]) ?/ ?(?P<all>[2-9]|10)(?= (?:số|tổng|các|thời|chi phí|dân số|lượng|trở lên)\b)"
    rf"|{_COMPARED}(?P<compared>[1-9]) ?/ ?(?P<among>[2-9]|10)(?= so với| *[,;.]| *$)"
    rf"|\b(?P<words>{_DIGIT}) phần (?P<of>{_DIGIT})\b(?! trăm)"
)
_HALF = re.compile(r"\bmột nửa\b")
_TWICE = re.compile(r"(?<=gấp )đôi\b")


def spoken(text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Yield the numbers in words with their places: of percentages, and of few things that a word compares."""
    for found in _PERCENT.finditer(text):
        yield *found.span(), _percent(found)
    for found in _FEW.finditer(text):
        yield *found.span(), Decimal(_DIGITS[found.group()])


def multiples(text: str) -> Iterator[tuple[int, int, Decimal | Fraction, str | None]]:
    """Yield parts of a whole and multiples with their places and units.

    A part is a percentage where that is an exact decimal (một nửa: 50 %), else the fraction itself, without a unit."""
    for found in _HALF.finditer(text):
        yield *found.span(), Decimal(50), "%"
    for found in _TWICE.finditer(text):
        yield *found.span(), Decimal(2), "lần"
    for found in _PART.finditer(text):
        part = _number(found["part"] or found["compared"] or found["words"])
        whole = _number(found["all"] or found["among"] or found["of"])
        if part < whole and 1000 * part % whole:
            yield *found.span(), Fraction(part, whole), None
        elif part < whole:
            yield *found.span(), Decimal(100 * part) / whole, "%"


def _percent(found: re.Match[str]) -> Decimal:
    if found["hundred"]:
        return Decimal(100)
    if found["one"]:
        return Decimal(_DIGITS[found["one"]])
    tens = _DIGITS[found["tens"]] if found["tens"] else 1
    return Decimal(10 * tens + _DIGITS[found["ones"] or "không"])


def _number(written: str) -> int:
    return _DIGITS[written] if written in _DIGITS else int(written)
