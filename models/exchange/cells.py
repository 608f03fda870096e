"""Reading one cell: exact numbers, dates, codes, words; what does not fit is said in words."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from models.errors import KnownError
from models.exchange.words import clean, key
from models.number import LARGEST, AmbiguousNumberError, exact, format_date, format_number, read_date, read_either

Cell = Any  # a cell of openpyxl's streaming reader, which carries no common type
SHOWN = 60

_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ZEROS = re.compile(r"0+")
_SEPARATED = re.compile(r"\s*;\s*")


class CellError(Exception):
    """A cell does not hold what its column asks for; found is what it holds, as a person sees it."""

    def __init__(self, found: str, expected: str) -> None:
        self.found, self.expected = found, expected
        super().__init__(found, expected)


def shown(cell: Cell) -> str:
    """Return what a cell holds, as a person sees it, cut short."""
    value = cell.value
    if isinstance(value, datetime):
        return format_date(value.date())
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        text = _number_text(cell)
    else:
        text = clean(str(value)) if value is not None else ""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def is_blank(cell: Cell) -> bool:
    """Return whether a cell holds nothing but blanks."""
    value = cell.value
    return value is None or (isinstance(value, str) and not clean(value))


def text(cell: Cell) -> str:
    """Read a text or a code; a number typed as a code is its digits, with the zeros that its format shows."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        if cell.data_type == "e":
            raise CellError(clean(value), "văn bản, không phải ô báo lỗi của Excel")
        return clean(value)
    if isinstance(value, bool):
        raise CellError(shown(cell), "văn bản, không phải TRUE/FALSE")
    if isinstance(value, int | float):
        return _number_text(cell)
    raise CellError(shown(cell), "văn bản; Excel đã đổi ô này thành ngày, hãy định dạng ô là Văn bản (Text) rồi gõ lại")


def codes(cell: Cell) -> tuple[str, ...]:
    """Read a list of codes parted by semicolons."""
    return tuple(code for code in _SEPARATED.split(text(cell)) if code)


def number(cell: Cell, expected: str = "một số", *, is_percent: bool = True) -> Decimal | None:
    """Read an exact number; None for an empty cell. A cell shown as a percentage is the percentage: 0.65 is 65.

    Where is_percent is False a percentage makes no sense and is refused."""
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e" or isinstance(value, bool) or not isinstance(value, int | float | str):
        hint = "; Excel đã đổi ô này thành ngày" if isinstance(value, date) else ""
        raise CellError(shown(cell), expected + hint)
    read = _written_number(value, expected) if isinstance(value, str) else _typed_number(cell, expected)
    if read is None:
        return None
    of_hundred = "%" in value if isinstance(value, str) else _is_percent(cell)
    if of_hundred and not is_percent:
        raise CellError(shown(cell), f"{expected}, không phải phần trăm")
    if read < 0:
        raise CellError(shown(cell), f"{expected}, không âm")
    return read


def whole(cell: Cell, expected: str = "một số nguyên", least: int = 0, most: int | None = None) -> int | None:
    """Read a whole number within bounds, both included; None for an empty cell."""
    read = number(cell, expected, is_percent=False)
    if read is None:
        return None
    if read != int(read) or read < least or (most is not None and read > most):
        raise CellError(shown(cell), expected)
    return int(read)


def day(cell: Cell) -> date | None:
    """Read a date cell or d/m/yyyy; None for an empty cell."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value is None or (isinstance(value, str) and not clean(value)):
        return None
    if isinstance(value, str) and cell.data_type != "e":
        try:
            return read_date(clean(value))
        except KnownError:
            pass
    raise CellError(shown(cell), "ô kiểu ngày, hoặc ngày/tháng/năm như 20/6/2023")


def _written_number(value: str, expected: str) -> Decimal | None:
    written = clean(value)
    if not written:
        return None
    try:
        return read_either(written)
    except AmbiguousNumberError as error:
        first, second = (format_number(each) for each in error.readings)
        raise CellError(
            written, f"{expected} ghi rõ ràng: ô văn bản này có thể là {first} hoặc {second}, hãy nhập lại bằng ô số"
        ) from error
    except KnownError as error:
        raise CellError(written, _expected(expected, error)) from error


def _typed_number(cell: Cell, expected: str) -> Decimal:
    read = _decimal(cell.value)
    if _form(cell) is None:  # a share and its percentage could not be told apart
        raise CellError(shown(cell), f"{expected}; định dạng của ô bị hỏng, hãy mở sổ bằng Excel rồi lưu lại")
    is_percent = _is_percent(cell)
    if isinstance(cell.value, int) and not is_percent and abs(read) < LARGEST:
        return read
    try:
        return exact(read * 100 if is_percent else read)
    except KnownError as error:
        raise CellError(shown(cell), _expected(expected, error)) from error


def _expected(expected: str, error: KnownError) -> str:
    return f"{expected} ({str(error).rstrip('.')})" if str(error).startswith("Số") else expected


def _decimal(value: int | float) -> Decimal:
    """Excel keeps fifteen significant digits: what stands behind them is noise of binary floats."""
    return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")


def _is_percent(cell: Cell) -> bool:
    form = _form(cell) or ""
    return "%" in form and "%" in _QUOTED.sub("", form)


def _form(cell: Cell) -> str | None:
    """Return a cell's number format; None where a damaged workbook lacks the one that the cell names."""
    try:
        return str(cell.number_format)
    except IndexError:
        return None


def _number_text(cell: Cell) -> str:
    value = _decimal(cell.value)
    if not value.is_finite():
        return str(cell.value)
    digits = f"{value:f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    if _is_percent(cell):
        return format_number(value * 100, None) + "%"
    form = _form(cell) or ""
    return digits.zfill(len(form)) if _ZEROS.fullmatch(form) else digits


def same_words(one: str, other: str) -> bool:
    """Return whether two texts are the same word but for case, blanks and the place of a tone."""
    return one == other or key(one) == key(other)
