"""What is typed into a cell becomes part of an actual, and what an actual says becomes text. No Qt.

Words of refusal are Vietnamese, as those of models/number.py: they are shown beside the cell as they are."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from models.errors import KnownError
from models.measure import Kind
from models.number import AmbiguousNumberError, format_number, read_number
from models.period import Period
from models.plan import Actual, Indicator

Reader = Callable[[str], Decimal]

YES, NO = "Có", "Không"
_YES_WORDS = {"có", "co", "c", "yes", "y", "1", "x", "hoàn thành", "đạt"}
_NO_WORDS = {"không", "khong", "k", "no", "n", "0"}
_NO_PERIOD = Period(1)
_BETWEEN_CELLS = "\t\n\r\u2028\u2029"


class Field(StrEnum):
    """Which part of an actual a cell holds."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"


def fields_of(kind: Kind) -> tuple[Field, ...]:
    """Return the cells that a kind of measure is typed in, in reading order."""
    return (Field.NUMERATOR, Field.DENOMINATOR) if kind is Kind.RATIO else (Field.VALUE,)


def cell_text(actual: Actual, kind: Kind, field: Field) -> str:
    """Return what a cell shows, "" where nothing is reported."""
    number = getattr(actual, field)
    if kind is Kind.GRADE:
        return actual.grade
    if number is None:
        return ""
    if kind is Kind.YES_NO:
        return YES if number else NO
    text = format_number(number)
    return f"{text}/{actual.out_of}" if kind is Kind.RANK and actual.out_of else text


def with_text(
    actual: Actual, indicator: Indicator, field: Field, text: str, grades: tuple[str, ...], read: Reader = read_number
) -> Actual:
    """Return the actual with one of its cells typed over; an empty text takes the value out.

    It is then a real figure (not illustrative), and a reason given for other figures no longer stands.
    Raises KnownError for what cannot be read."""
    is_share = text.strip().endswith("%") and "%" not in indicator.measured_in
    if is_share and indicator.kind in (Kind.RATIO, Kind.COUNT):
        raise KnownError(f"“{text.strip()}” là phần trăm; ô này nhận số đếm, không nhận tỷ lệ.")
    return with_parts(actual, parts_of(indicator.kind, field, text, grades, read))


def with_parts(actual: Actual, parts: dict[str, Any]) -> Actual:
    """Return the actual with some of its parts set; a reason given for other figures no longer stands."""
    typed = replace(actual, **parts, is_illustrative=False)
    return typed if not actual.accepted or values_of(typed) == values_of(actual) else replace(typed, accepted="")


def value_text_of(kind: Kind, parts: dict[str, Any]) -> str:
    """Return how a cell shows the parts read from its text."""
    return cell_text(Actual("", "", _NO_PERIOD, **parts), kind, Field.VALUE)


def not_occurred(actual: Actual) -> Actual:
    """Return the ratio as one of which nothing happened in the quarter: 0 of 0 ("không phát sinh")."""
    none = Decimal(0)
    typed = replace(actual, numerator=none, denominator=none, is_illustrative=False)
    return typed if values_of(typed) == values_of(actual) else replace(typed, accepted="")


def values_of(actual: Actual) -> tuple[object, ...]:
    """Return what is reported, without notes and marks."""
    return actual.numerator, actual.denominator, actual.value, actual.out_of, actual.grade


def parts_of(
    kind: Kind, field: Field, text: str, grades: tuple[str, ...], read: Reader = read_number
) -> dict[str, Any]:
    """Read a cell's text into the parts of an actual that it sets; an empty text takes the value out.

    Raises KnownError for what cannot be read."""
    text = unicodedata.normalize("NFC", text).strip()
    if any(sign in text for sign in _BETWEEN_CELLS):  # read as blanks they would make one number of two
        raise KnownError("Đây là nội dung của nhiều ô; hãy bấm Esc để thôi sửa ô này, rồi dán lại.")
    match kind:
        case Kind.GRADE:
            return {"grade": _grade(text, grades) if text else ""}
        case Kind.RANK:
            return _rank(text, read) if text else {"value": None, "out_of": None}
        case Kind.YES_NO:
            return {"value": _yes_or_no(text) if text else None}
        case Kind.COUNT:
            return {"value": _whole(text, read) if text else None}
    return {field.value: _quantity(text, read) if text else None}


def _quantity(text: str, read: Reader) -> Decimal:
    number = read(text)
    if number < 0:
        raise KnownError(f"“{text}” là số âm; ô này nhận số từ 0 trở lên.")
    return number


def _whole(text: str, read: Reader) -> Decimal:
    try:
        number = _quantity(text, read)
    except AmbiguousNumberError as error:  # 1.234 as a count can only be 1234
        whole = [reading for reading in error.readings if reading == reading.to_integral_value()]
        if len(whole) != 1:
            raise
        number = whole[0]
    if number != number.to_integral_value():
        raise KnownError(f"“{text}” không phải số nguyên; ô này đếm số lượng nên chỉ nhận số nguyên.")
    return number


def _rank(text: str, read: Reader) -> dict[str, Any]:
    place, slash, length = text.partition("/")
    rank = _whole(place.strip(), read)
    out_of = _whole(length.strip(), read) if slash else None
    if rank < 1 or out_of == 0:
        raise KnownError(f"“{text}” không phải thứ hạng; hãy ghi như 50 hoặc 50/63.")
    return {"value": rank, "out_of": None if out_of is None else int(out_of)}


def _grade(text: str, grades: tuple[str, ...]) -> str:
    wanted = text.casefold()
    same = [grade for grade in grades if grade.casefold() == wanted]
    found = same or [grade for grade in grades if grade.casefold().startswith(wanted)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(grades) or "chưa có mức nào"
    raise KnownError(f"“{text}” không có trong thang xếp loại của kế hoạch ({known}).")


def _yes_or_no(text: str) -> Decimal:
    word = text.casefold()
    if word in _YES_WORDS | _NO_WORDS:
        return Decimal(int(word in _YES_WORDS))
    raise KnownError(f"“{text}” chưa rõ; hãy ghi “có” hoặc “không”.")
