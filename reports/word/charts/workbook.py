"""The small workbook inside a chart, which Word opens to edit it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from fractions import Fraction
from io import BytesIO

import xlsxwriter

from models.number import MINUS

SHEET = "Sheet1"
_FIXED_DAY = datetime(2020, 3, 5)


def book(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return the small workbook that Word opens to edit a chart.

    A text that begins with = and stands in a pair with what it now says is a formula; None is an empty cell."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as opened:
        opened.set_properties({"created": _FIXED_DAY, "title": title})
        sheet = opened.add_worksheet(SHEET)
        sheet.set_column(0, 0, 60)
        sheet.set_column(1, len(heads) - 1, 24)
        for number, row in enumerate([heads, *rows]):
            for column, cell in enumerate(row):
                match cell:
                    case str():
                        sheet.write_string(number, column, cell)
                    case int() | Fraction():
                        sheet.write_number(number, column, float(cell))
                    case (str(formula), str(label)):
                        sheet.write_formula(number, column, formula, None, label)
    return stream.getvalue()


def written_number(cell: str, label: str) -> str:
    """Return a formula for a number as the label has it: decimal comma, whatever the language of the Windows."""
    digits = label.rstrip("%").partition(",")[2]
    fixed = f'SUBSTITUTE(SUBSTITUTE(FIXED({cell},{len(digits)},TRUE),".",","),"-","{MINUS}")'
    return fixed + ('&"%"' if label.endswith("%") else "")
