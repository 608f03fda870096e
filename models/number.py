"""Exact quantities; the one reader and writer of Vietnamese numbers and dates, for screen, paper and command."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

from models.errors import KnownError

DECIMALS = 4
SCALE = 10**DECIMALS
LARGEST = Decimal(10) ** 13
MINUS = "\N{MINUS SIGN}"

_SPACES = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))|(?<=^[-+\N{MINUS SIGN}])\s+|\s+(?=%$)")  # 1 234, - 5, 58 %
_VIETNAMESE = re.compile(r"([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?")  # a leading zero is no group of thousands
_ENGLISH = re.compile(r"([1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.(\d+))?")
_DATE = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class AmbiguousNumberError(KnownError):
    """A text that reads as two different numbers, such as 1.234; readings holds both, the Vietnamese one first."""

    def __init__(self, text: str, readings: tuple[Decimal, Decimal]) -> None:
        self.readings = readings
        first, second = (format_number(reading) for reading in readings)
        super().__init__(f"“{text}” có thể là {first} hoặc {second}; hãy ghi số không có dấu phân nhóm.")


def read_number(text: str) -> Decimal:
    """Read a number typed by a person: Vietnamese notation first (1.234,5), English where that is no number (65.5).

    Raises KnownError for what is no number, has more than four decimals or is too large."""
    sign, digits = _unsigned(text)
    reading = _parsed(_VIETNAMESE, digits, ".", ",") or _parsed(_ENGLISH, digits, ",", ".")
    if reading is None:
        raise KnownError(f"“{text.strip()}” không phải là số.")
    return exact(_signed(sign, reading))


def read_either(text: str) -> Decimal:
    """Read a number from a foreign text in either notation; AmbiguousNumberError where both read it differently."""
    sign, digits = _unsigned(text)
    vietnamese, english = _parsed(_VIETNAMESE, digits, ".", ","), _parsed(_ENGLISH, digits, ",", ".")
    if vietnamese is not None and english is not None and vietnamese != english:
        raise AmbiguousNumberError(text.strip(), (_signed(sign, vietnamese), _signed(sign, english)))
    return read_number(text)


def exact(number: Decimal) -> Decimal:
    """Return the number when it can be kept exactly; raises KnownError for over four decimals or over 10^13."""
    if not number.is_finite() or abs(number) >= LARGEST:
        raise KnownError("Số quá lớn: phần mềm giữ số nhỏ hơn 10.000.000.000.000.")
    if number == (whole_number := int(number)):
        return Decimal(whole_number)  # most numbers, and quicker
    if number != (quantity := number.quantize(Decimal(1).scaleb(-DECIMALS))):
        whole = format_number(number, -int(number.as_tuple().exponent))
        raise KnownError(f"Số {whole} có quá {DECIMALS} chữ số thập phân.")
    return quantity.normalize() + 0  # no -0, and 1000 instead of 1E+3


def plain(number: Decimal | Fraction | int, decimals: int = DECIMALS) -> str:
    """Return a plain decimal string with a point and without needless zeros, rounded half up: 58.0876, -6.9124, 65."""
    text = f"{rounded(number, decimals):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def rounded(number: Decimal | Fraction | int, decimals: int) -> Decimal:
    """Round half up, away from zero, exactly."""
    numerator, denominator = number.as_integer_ratio()
    whole = (2 * abs(numerator) * 10**decimals + denominator) // (2 * denominator)
    with localcontext() as context:
        context.prec = max(28, len(str(whole)) + decimals)
        return (Decimal(whole) if numerator >= 0 else -Decimal(whole)).scaleb(-decimals)


def format_number(number: Decimal | Fraction | int, decimals: int | None = None) -> str:
    """Write a number as officials do: 1.234,5. Without a count of decimals as many as it has, four at most."""
    if decimals is None and not isinstance(number, Fraction) and number == (count := int(number)):
        return (MINUS if count < 0 else "") + f"{abs(count):,}".replace(",", ".")  # most numbers, and quicker
    value = rounded(number, DECIMALS if decimals is None else decimals)
    whole, _, part = f"{value.copy_abs():f}".partition(".")
    part = part.rstrip("0") if decimals is None else part
    grouped = f"{int(whole):,}".replace(",", ".")
    return (MINUS if value < 0 else "") + grouped + (f",{part}" if part else "")


def format_signed(number: Decimal | Fraction, decimals: int | None = None) -> str:
    """Write a gap: +1,33 or −6,91, and a plain zero without a sign."""
    text = format_number(number, decimals)
    return f"+{text}" if number > 0 and rounded(number, DECIMALS if decimals is None else decimals) else text


def format_rate(percent: Decimal | Fraction, decimals: int = 2) -> str:
    """Write a percentage without a space before the sign, as official papers do: 58,09%."""
    return format_number(percent, decimals) + "%"


def telling_decimals(number: Fraction, says_same: Callable[[Fraction], bool], decimals: int = 2) -> int:
    """Return how many decimals to show so that the rounded number does not tell a lie.

    says_same answers whether a rounded number is judged like the exact one; two decimals are the least, more are
    added while rounding would turn a missed target into a met one."""
    while decimals < 30 and not says_same(Fraction(rounded(number, decimals))):
        decimals += 1
    return decimals


def format_date(day: date) -> str:
    """Write a day as d/m/yyyy."""
    return f"{day.day}/{day.month}/{day.year}"


def read_date(text: str) -> date:
    """Read d/m/yyyy (or yyyy-mm-dd); raises KnownError."""
    try:
        if found := _DATE.fullmatch(text.strip()):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _ISO_DATE.fullmatch(text.strip()):
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    raise KnownError(f"“{text.strip()}” không phải là ngày; hãy ghi ngày/tháng/năm, ví dụ 20/6/2023.")


def to_scaled(number: Decimal) -> int:
    """Return a quantity as the whole number that the file keeps: times 10,000."""
    return int(number * SCALE)


def from_scaled(number: int) -> Decimal:
    """Return the quantity of a whole number kept in the file."""
    whole, rest = divmod(number, SCALE)
    return Decimal(number).scaleb(-DECIMALS).normalize() + 0 if rest else Decimal(whole)


def _unsigned(text: str) -> tuple[int, str]:
    compact = _SPACES.sub("", text.strip()).removesuffix("%")
    if compact[:1] in ("-", MINUS):
        return -1, compact[1:]
    return 1, compact.removeprefix("+")


def _signed(sign: int, number: Decimal) -> Decimal:
    """Negate without rounding to the context's precision, which would hide digits too many to be kept."""
    return number.copy_negate() if sign < 0 else number


def _parsed(notation: re.Pattern[str], text: str, group: str, point: str) -> Decimal | None:
    found = notation.fullmatch(text)
    return Decimal(f"{found[1].replace(group, '')}.{found[2] or 0}") if found else None
