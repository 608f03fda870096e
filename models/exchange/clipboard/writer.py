"""Cells for the clipboard, as other programs take them: plain text, and HTML that says each number's exact value.

Excel and WPS read x:num, Calc reads sdval; both put the number in, whatever their own separators are."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from models.errors import KnownError
from models.number import MINUS, read_number

_HEAD = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head>'
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    '<style><!--table {mso-displayed-decimal-separator:"\\,"; mso-displayed-thousand-separator:"\\.";}--></style>'
    "</head><body><table>"
)
_TAIL = "</table></body></html>"
_ENGLISH_US = 1033


def write_text(block: Sequence[Sequence[str]]) -> str:
    """Write lines of cells parted by tabs, as spreadsheets take them; each line of several has its end."""
    lines = ["\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line) for line in block]
    return "\n".join([*lines, ""]) if len(lines) > 1 else "".join(lines)


def write_html(block: Sequence[Sequence[str]]) -> str:
    """Write a table of the cells; what reads as a Vietnamese number or percentage is one, all else is text."""
    lines = ("<tr>" + "".join(map(_cell, line)) + "</tr>" for line in block)
    return _HEAD + "".join(lines) + _TAIL


def _cell(text: str) -> str:
    if not text:
        return "<td></td>"
    number = _number(text)
    if number is None:
        return f'<td x:str style=\'mso-number-format:"\\@"\' sdnum="{_ENGLISH_US};0;@">{escape(text)}</td>'
    decimals = len(text.removesuffix("%").partition(",")[2])
    excel, calc = _format(decimals, "\\", is_percent="%" in text), _format(decimals, "", is_percent="%" in text)
    return (
        f'<td align=right x:num="{number:f}" style=\'mso-number-format:"{excel}"\''
        f' sdval="{number:f}" sdnum="{_ENGLISH_US};0;{calc}">{escape(text)}</td>'
    )


def _number(text: str) -> Decimal | None:
    """Return the number that a text of ours shows, a percentage as its hundredth; None for a text."""
    if not (text[0].isdigit() or text[0] in (MINUS, "+")):
        return None
    try:
        number = read_number(text)
    except KnownError:
        return None
    return number.scaleb(-2) if text.endswith("%") else number


def _format(decimals: int, quote: str, *, is_percent: bool) -> str:
    part = f"{quote}." + "0" * decimals if decimals else ""
    if is_percent:
        return f"0{part}%"
    return f"{quote}#{quote},{quote}#{quote}#0{part}"
