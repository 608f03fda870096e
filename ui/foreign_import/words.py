"""How the dialog names columns, what they are for, and what they mean."""

from PySide6.QtCore import QCoreApplication

from models.exchange.foreign.layout import Column, Meaning, Part, Use, When
from models.exchange.foreign.office import Office
from models.measure import Kind
from models.onestop import Role, role_name
from models.period import Span


def column_letters(place: int) -> str:
    """Return a column's letters as workbooks show them: A, B, ..., AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place_name(row: int, column: int) -> str:
    """Return a cell's name: B7."""
    return f"{column_letters(column)}{row + 1}"


def use_word(use: Use) -> str:
    """Return what a column is for."""
    match use:
        case Use.UNIT:
            return QCoreApplication.translate("ForeignImport", "Name of the unit")
        case Use.INDICATOR:
            return QCoreApplication.translate("ForeignImport", "Name of the indicator")
        case Use.PERIOD:
            return QCoreApplication.translate("ForeignImport", "Period")
        case Use.FIELD:
            return QCoreApplication.translate("ForeignImport", "Field of the one-stop table")
        case Use.VALUE:
            return QCoreApplication.translate("ForeignImport", "Figures")
    return QCoreApplication.translate("ForeignImport", "Not taken")


def part_word(part: Part) -> str:
    """Return the part of an actual."""
    match part:
        case Part.NUMERATOR:
            return QCoreApplication.translate("ForeignImport", "numerator")
        case Part.DENOMINATOR:
            return QCoreApplication.translate("ForeignImport", "denominator")
    return QCoreApplication.translate("ForeignImport", "value")


def span_word(span: Span) -> str:
    """Return a quarter or the year itself, of no year in particular."""
    quarters = {Span.Q1: "I", Span.Q2: "II", Span.Q3: "III", Span.Q4: "IV"}
    if span in quarters:
        return QCoreApplication.translate("ForeignImport", "Quarter {number}").format(number=quarters[span])
    return QCoreApplication.translate("ForeignImport", "Whole year")


def when_word(when: When) -> str:
    """Return a period as a heading says it."""
    return f"{span_word(when.span)}/{when.year}" if when.year else span_word(when.span)


def column_words(column: Column) -> str:
    """Return what a column is read as, in short."""
    if column.use is not Use.VALUE:
        return use_word(column.use)
    said = meaning_words(column.meaning)
    return said or use_word(Use.VALUE)


def meaning_words(meaning: Meaning) -> str:
    """Return what a column's figures mean, the codes only."""
    parts = [meaning.unit, meaning.indicator, part_word(meaning.part) if meaning.part else ""]
    if meaning.role is not None:
        parts.append(role_name(meaning.role))
    if meaning.when is not None:
        parts.append(when_word(meaning.when))
    return " · ".join(each for each in parts if each)


def indicator_choices(office: Office) -> list[tuple[str, Meaning]]:
    """Return every indicator, a ratio with each of its parts, as it is offered."""
    found: list[tuple[str, Meaning]] = []
    for each in office.indicators.values():
        found.append((f"{each.code} – {each.label}", Meaning(each.code)))
        if each.kind is Kind.RATIO:
            for part, name in ((Part.NUMERATOR, each.numerator), (Part.DENOMINATOR, each.denominator)):
                text = f"{each.code} – {part_word(part)}"
                found.append((f"{text}: {name}" if name else text, Meaning(each.code, part)))
    return found


def role_choices() -> list[tuple[str, Role]]:
    """Return the columns of the one-stop table."""
    return [(role_name(role), role) for role in Role]
