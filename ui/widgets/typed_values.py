"""Values as they are typed into fields and shown in them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from unicodedata import normalize

from PySide6.QtCore import QCoreApplication

from models.errors import KnownError
from models.number import format_date, format_number, read_date, read_number

Reader = Callable[[str], Any]
Writer = Callable[[Any], str]


def read_text(text: str) -> str:
    """Return typed text as it is kept: composed, one blank between words, none around."""
    return " ".join(normalize("NFC", text).split())


def read_needed(text: str) -> str:
    """Return text that may not be empty; raises KnownError."""
    if not (found := read_text(text)):
        raise KnownError(QCoreApplication.translate("Form", "This may not be empty."))
    return found


def read_code(text: str) -> str:
    """Return a code: something without ";" (it parts codes in workbooks); raises KnownError."""
    found = read_needed(text)
    if ";" in found:
        raise KnownError(QCoreApplication.translate("Form", "A code may not hold “;”."))
    return found


def read_optional_number(text: str) -> Decimal | None:
    """Return a number, None for an empty text; raises KnownError."""
    return read_number(text) if text.strip() else None


def read_optional_date(text: str) -> date | None:
    """Return a day, None for an empty text; raises KnownError."""
    return read_date(text) if text.strip() else None


def read_needed_date(text: str) -> date:
    """Return a day that may not be left out; raises KnownError."""
    return read_date(read_needed(text))


def write_text(value: Any) -> str:
    """Show a text; None is empty."""
    return "" if value is None else str(value)


def write_number(value: Decimal | None) -> str:
    """Show a number; None is empty."""
    return "" if value is None else format_number(value)


def write_date(value: date | None) -> str:
    """Show a day; None is empty."""
    return "" if value is None else format_date(value)
