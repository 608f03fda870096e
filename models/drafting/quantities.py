"""Finds the quantities of a clause: numbers with their unit, ranges, all of all, in figures and in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.drafting.spoken import multiples, spoken
from models.drafting.units import AMOUNT, COUNTED, SCALES, UNITS, amount_unit
from models.textcheck.numbers import Habit, read_quantity

_HABIT = Habit(frozenset(".,"), frozenset())
_NUMBER = r"(?:[1-9]\d{0,2}(?: \d{3}){1,4}(?![\d.,]*\d| ?%)|\d(?:[\d.,]{0,18}\d)?)"
_GLUED = r"(?<=đạt)|(?<=trên)|(?<=dưới)|(?<=nhất)|(?<=thiểu)|(?<=quá)|(?<=từ)"
_BEFORE = rf"(?:(?<![\w/])|{_GLUED})(?<!\d[.,-])(?<![^\W\d_][-.])"
_UNIT = re.compile(rf" ?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})(?!\w)")
_COUNTED = re.compile(rf" (?:{'|'.join(sorted(COUNTED.split('|'), key=len, reverse=True))})(?!\w)")
_AMOUNT = re.compile(rf" {AMOUNT}(?!\w)")
_SCALE = re.compile(rf" ({'|'.join(SCALES)})(?!\w)")
_OPENING = r"(?P<opening>\btừ (?:mức |trên )?)?"
_RANGE = re.compile(
    rf"{_OPENING}{_BEFORE}(?P<low>{_NUMBER})(?P<unit> ?%| phần trăm| [^\W\d_]{{1,6}})? ?(?P<sign>-|đến|tới)"
    rf"(?: dưới| mức| dưới mức)? ?(?P<high>{_NUMBER})(?![\w/])"
)
_THING = r"(?: [^\W\d_]+){1,4}"
_RATIO = re.compile(
    rf"{_BEFORE}(?:(?P<first>{_NUMBER})(?P<thing>{_THING}) và )?(?P<number>{_NUMBER})(?P<unit>(?:{_THING}?)?)"
    r"(?: ?/ ?(?P<per>(?:(?:1 |một )?(?:vạn|nghìn|ngàn|triệu)|10{0,2}\.000(?:\.000)?) (?:phụ nữ|trẻ em|[^\W\d_]+))"
    r"| trên (?P<of>(?:1 |một )?vạn dân))(?!\w)"
)
_OF = re.compile(rf"{_BEFORE}(?P<part>\d{{1,4}}) ?/ ?(?P<all>\d{{1,4}})(?= (?:{COUNTED})(?!\w))")
_PLAIN = re.compile(rf"{_BEFORE}{_NUMBER}(?![\w/]|-\d)")
_SCORE = re.compile(
    rf"{_BEFORE}(?P<points>{_NUMBER}) ?/ ?(?P<all>\d{{1,4}}|1\.000) điểm(?!\w)"
    rf"|{_BEFORE}(?P<hundredths>{_NUMBER})/100(?![\w/]|[.,]\d)"
    rf"|{_BEFORE}(?P<grade>\d[.,]\d{{1,2}}) ?/ ?(?:5|10)(?![\w/]|[.,]\d)"
    rf"|\bđiểm [^,;.\d]{{0,30}}(?P<mark>(?<![\w/])\d)/10(?![\w/]|[.,]\d)"
)


@dataclass(frozen=True)
class Quantity:
    """A number of a clause and its place there, the unit's words after it included in unit_end.

    value: a share of all is a percentage where that is exact (một nửa: 50%), else the fraction itself (1/3).
    of: the whole, in "8/8 xã"; value_to: the other end of a range; is_counted: the unit is a thing that is counted;
    is_amount: it is one of money or goods."""

    start: int
    end: int
    unit_end: int
    value: Decimal | Fraction
    unit: str | None = None
    value_to: Decimal | None = None
    of: Decimal | None = None
    is_counted: bool = False
    is_amount: bool = False

    @property
    def is_percent(self) -> bool:
        """Return whether it is a rate."""
        return self.unit == "%" or isinstance(self.value, Fraction)

    @property
    def is_per(self) -> bool:
        """Return whether it is per so many people: 30 giường bệnh/1 vạn dân."""
        return "/" in (self.unit or "")

    @property
    def exact(self) -> Decimal | str:
        """Return the value as a decimal where it is one, else as the text writes it: 1/3."""
        return self.value if isinstance(self.value, Decimal) else str(self.value)


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a clause in order; what only looks like one is not sorted out here."""
    found: list[Quantity] = []
    for each in sorted(_all(text), key=lambda quantity: (quantity.start, -quantity.end)):
        if not found or each.start >= found[-1].unit_end:
            found.append(each)
    return found


def _all(text: str) -> Iterator[Quantity]:
    yield from (each for found in _RANGE.finditer(text) if (each := _range(text, found)))
    for found in _OF.finditer(text):
        part, whole = Decimal(found["part"]), Decimal(found["all"])
        if part <= whole and whole:
            yield _with_unit(text, *found.span(), part, of=whole)
    for found in _RATIO.finditer(text):
        yield from _ratios(found)
    yield from (each for found in _SCORE.finditer(text) if (each := _score(found)))
    for start, end, number in spoken(text):
        yield _with_unit(text, start, end, number)
    for start, end, value, unit in multiples(text):
        yield Quantity(start, end, end, value, unit)
    yield from (each for found in _PLAIN.finditer(text) if (each := _plain(text, found)))


def _ratios(found: re.Match[str]) -> Iterator[Quantity]:
    """Yield a number per so many people, and the one that shares them: 10 bác sĩ và 30 giường bệnh/1 vạn dân."""
    first, value = found["first"] and _value(found["first"], ""), _value(found["number"], "")
    per = f"/{found['per'] or found['of']}"
    if first and value is not None:
        yield Quantity(*found.span("first"), found.end("thing"), first, found["thing"].strip() + per)
    if value is not None:
        yield Quantity(*found.span("number"), found.end(), value, found["unit"].strip() + per)


def _score(found: re.Match[str]) -> Quantity | None:
    value = _value(found["points"] or found["hundredths"] or found["grade"] or found["mark"], "điểm")
    start = found.start("mark") if found["mark"] else found.start()
    whole = Decimal(found["all"].replace(".", "")) if found["all"] else None
    return None if value is None else Quantity(start, found.end(), found.end(), value, "điểm", of=whole)


def _plain(text: str, found: re.Match[str]) -> Quantity | None:
    end = found.end()
    unit = _UNIT.match(text, end)
    value = _value(found.group(), text[end : unit.end()] if unit else "")
    if value is None:
        return None
    scale, scaled = (1, end) if unit else _scale(text, end)
    return _with_unit(text, found.start(), scaled, value * scale)


def _scale(text: str, end: int) -> tuple[int, int]:
    """Return what one of the things counted after a number stands for, and where that word ends: triệu hồ sơ."""
    found = _SCALE.match(text, end)
    return (10 ** SCALES[found[1]], found.end()) if found and _COUNTED.match(text, found.end()) else (1, end)


def _range(text: str, found: re.Match[str]) -> Quantity | None:
    low, high = found.span("low"), found.span("high")
    unit = _UNIT.match(text, high[1])
    words = text[high[1] : unit.end()] if unit else ""
    first, second = _value(found["low"], words), _value(found["high"], words)
    own = (found["unit"] or "").strip()
    if first is None or second is None or first >= second or (own and own not in UNITS):
        return None
    if UNITS.get(own, "") == "%" and not words.strip():
        return None
    start = found.start() if found["opening"] else low[0]
    scale, end = _scale(text, high[1])
    return _with_unit(text, start, end, first * scale, value_to=second * scale)


def _with_unit(
    text: str, start: int, end: int, value: Decimal, value_to: Decimal | None = None, of: Decimal | None = None
) -> Quantity:
    unit, counted = _UNIT.match(text, end), _COUNTED.match(text, end)
    if unit and not (counted and counted.end() > unit.end()):
        return Quantity(start, end, unit.end(), value, UNITS[unit.group().strip()], value_to, of)
    if counted:
        return Quantity(start, end, counted.end(), value, _named(counted.group().strip()), value_to, of, True)
    if amount := _AMOUNT.match(text, end):
        return Quantity(
            start, end, amount.end(), value, amount_unit(amount.group().strip()), value_to, of, is_amount=True
        )
    return Quantity(start, end, end, value, None, value_to, of)


def _named(unit: str) -> str:
    """Write an abbreviation as it is written."""
    return unit.upper() if unit in ("tthc", "csdl") else unit


def _value(written: str, unit: str) -> Decimal | None:
    has_decimals = any(each in unit for each in ("%", "điểm", "lần", "phần trăm"))
    readings = read_quantity(written, _HABIT, has_decimals)
    return _plainly(readings[0]) if readings else None


def _plainly(value: Decimal) -> Decimal:
    """Return 65 for 65.0."""
    return Decimal(whole) if value == (whole := int(value)) else value
