"""What the HTML of a clipboard tells about its cells: who wrote it, its separators, which cells hold numbers.

Values are never taken from here, only how to read the plain text beside it. What each program writes, as seen:
Excel states both separators in a style of "table", sets numbers with align=right and text cells in the format "@";
Calc gives each number's exact value in sdval (in the document's own notation, never grouped) and its language in
sdnum; WPS marks cells x:num and x:str, states no separators, and writes the margins of its page with the decimal
sign of the machine; Google Sheets keeps typed values in data-sheets-value."""

import re
from dataclasses import dataclass
from enum import StrEnum
from html import unescape


class Source(StrEnum):
    """Which program filled the clipboard."""

    OURS = "ours"
    EXCEL = "Excel"
    WPS = "WPS"
    CALC = "LibreOffice Calc"
    SHEETS = "Google Sheets"
    UNKNOWN = ""


class Content(StrEnum):
    """What a cell held where it was copied: a number, a text, or one cannot tell."""

    NUMBER = "number"
    TEXT = "text"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Separators:
    """The signs that part decimals and thousands; thousand may be "" where nothing parts them."""

    decimal: str
    thousand: str


VIETNAMESE, ENGLISH = Separators(",", "."), Separators(".", ",")

Mark = tuple[Content, str]  # and the exact value as digits with a decimal point, "" where it is not told
NO_MARK: Mark = (Content.UNKNOWN, "")


@dataclass(frozen=True, slots=True)
class Marks:
    """What was found. cells is a line of marks per row of the table, () where there is no table."""

    source: Source = Source.UNKNOWN
    separators: Separators | None = None
    cells: tuple[tuple[Mark, ...], ...] = ()


_QUOTED = r'\s*:\s*(?:"((?:\\[^\n]|[^"\\])*)"|\'((?:\\[^\n]|[^\'\\])*)\')'
_DECIMAL = re.compile("mso-displayed-decimal-separator" + _QUOTED)
_THOUSAND = re.compile("mso-displayed-thousand-separator" + _QUOTED)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|([^\n]))")
_GENERATOR = re.compile(r"<meta\b[^>]*\bname=[\"']?generator\b[^>]*>", re.IGNORECASE)
_COMMA_MARGIN = re.compile(r"@page\s*\{[^}]*margin:\s*\d+,\d+(?:in|cm|mm|pt)", re.IGNORECASE)
_LANGUAGE = re.compile(r" (?:sdnum|SDNUM)=\"(\d+);")
_CLASS = re.compile(r"\.([\w-]+)")
_TAG = re.compile(r"<([tT][rRdDhH])\b([^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*)>")
_UNSEEN = re.compile(r"<!\[if supportMisalignedColumns\]>.*?<!\[endif\]>", re.IGNORECASE | re.DOTALL)
_SPAN = re.compile(r"\b(col|row)span=[\"']?(\d+)", re.IGNORECASE)
_SDVAL = re.compile(r"\bsdval=[\"']?(-?[\d.,]+(?:E[+-]?\d+)?)", re.IGNORECASE)
_XNUM = re.compile(r"\bx:num(?:=[\"']?([^\"'\s>]*))?(?=[\s\"'>/]|$)", re.IGNORECASE)
_XSTR = re.compile(r"\bx:str\b", re.IGNORECASE)
_SHEETS_NUMBER = re.compile(r'"1":\s*3\s*,\s*"3":\s*(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)')
_IS_TEXT_FORMAT = re.compile(r"mso-number-format\s*:\s*[\"']?\\?@", re.IGNORECASE)
_ALIGNED = re.compile(r"text-align\s*:\s*(?!general)\w", re.IGNORECASE)
_RIGHT = re.compile(r"\balign=[\"']?right\b", re.IGNORECASE)
_CLASS_OF = re.compile(r"\bclass=[\"']?([\w-]+)", re.IGNORECASE)
_DIGITS = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_VIETNAMESE_LANGUAGE, _ENGLISH_LANGUAGE = 0x2A, 0x09
_MOST_SPAN = 1000


def read_marks(html: str) -> Marks:
    """Find what a clipboard's HTML tells; nothing where there is none."""
    if not html:
        return Marks()
    source = _source(html)
    cells = _cells(html, source)
    return Marks(source, _separators(html, source), cells)


def _source(html: str) -> Source:
    found = _GENERATOR.search(html)
    generator = found[0].casefold() if found else ""
    lowered = html[:4000].casefold()
    if "wps office" in generator or "kingsoft" in generator:
        return Source.WPS
    if "libreoffice" in generator or "openoffice" in generator or " sdnum=" in html or " SDNUM=" in html:
        return Source.CALC
    if "google-sheets-html-origin" in lowered or "data-sheets-root" in lowered:
        return Source.SHEETS
    if "excel" in generator or "excel.sheet" in lowered or _DECIMAL.search(html):
        return Source.EXCEL
    return Source.UNKNOWN


def _separators(html: str, source: Source) -> Separators | None:
    """Return the separators that are stated; None also where what is stated contradicts itself."""
    styles = unescape(html) if "&quot;" in html[:20_000] and "mso-displayed" in html else html
    decimals = {_unescaped(found) for found in _DECIMAL.finditer(styles)}
    thousands = {_unescaped(found) for found in _THOUSAND.finditer(styles)}
    if decimals:
        decimal, thousand = min(decimals), min(thousands, default="")
        plain = len(decimals) == 1 and len(thousands) <= 1 and decimal in (".", ",") and len(thousand) <= 1
        return Separators(decimal, thousand) if plain and decimal != thousand and not thousand.isdigit() else None
    if source is Source.WPS and _COMMA_MARGIN.search(html):
        return VIETNAMESE  # a point tells nothing: newer versions may write it everywhere
    languages = {int(code) & 0x3FF for code in set(_LANGUAGE.findall(html))}
    if languages == {_VIETNAMESE_LANGUAGE}:
        return VIETNAMESE
    return ENGLISH if languages == {_ENGLISH_LANGUAGE} else None


def _unescaped(found: re.Match[str]) -> str:
    text = found[1] if found[1] is not None else found[2]
    return _ESCAPE.sub(lambda each: chr(int(each[1], 16)) if each[1] else each[2], text)


def _cells(html: str, source: Source) -> tuple[tuple[Mark, ...], ...]:
    """Return the marks of the first table's cells, merged cells spread over the places that they take."""
    begin, end = html.find("<table"), html.rfind("</table")
    if begin < 0:
        begin = html.find("<TABLE")
    if begin < 0:
        return ()
    body = html[begin : end if end > begin else len(html)]
    if "supportMisalignedColumns" in body:
        body = _UNSEEN.sub("", body)
    formats = _formats(html[:begin]) if source in (Source.EXCEL, Source.WPS) else {}
    shows_numbers = source is Source.EXCEL and bool(_RIGHT.search(body))
    lines: list[list[Mark]] = []
    taken: dict[tuple[int, int], Mark] = {}
    known: dict[str, Mark] = {}
    for name, attributes in _TAG.findall(body):
        if name in ("tr", "TR"):
            lines.append([])
        elif lines:
            mark = known.get(attributes)
            if mark is None:
                mark = known[attributes] = _mark(attributes, source, formats, shows_numbers)
            if "span" in attributes or taken:
                _place(lines, taken, mark, attributes)
            else:
                lines[-1].append(mark)
    return tuple(tuple(line) for line in lines)


def _place(lines: list[list[Mark]], taken: dict[tuple[int, int], Mark], mark: Mark, attributes: str) -> None:
    spans = {name.casefold(): min(int(size), _MOST_SPAN) for name, size in _SPAN.findall(attributes)}
    line, row = lines[-1], len(lines) - 1
    while (row, len(line)) in taken:
        line.append(taken[row, len(line)])
    for step in range(spans.get("col", 1)):
        place = len(line)
        line.append(NO_MARK if step else mark)
        for below in range(1, spans.get("row", 1)):
            taken[row + below, place] = NO_MARK
    while (row, len(line)) in taken:
        line.append(taken[row, len(line)])


def _formats(head: str) -> dict[str, Content | None]:
    """Return of each class whether it is of text cells (TEXT) or sets numbers as it likes (UNKNOWN)."""
    found: dict[str, Content | None] = {}
    for names, _, style in (rule.rpartition("{") for rule in head.split("}")):
        said = Content.TEXT if _IS_TEXT_FORMAT.search(style) else Content.UNKNOWN if _ALIGNED.search(style) else None
        if said is not None:
            found |= dict.fromkeys(_CLASS.findall(names), said)
    return found


def _mark(attributes: str, source: Source, formats: dict[str, Content | None], shows_numbers: bool) -> Mark:
    if "data-sheets-value" in attributes:
        typed = _SHEETS_NUMBER.search(unescape(attributes))
        return (Content.NUMBER, typed[1]) if typed else (Content.TEXT, "")
    if source is Source.CALC:
        value = _SDVAL.search(attributes)
        return (Content.NUMBER, _digits(value[1].replace(",", "."))) if value else (Content.TEXT, "")
    if _XSTR.search(attributes) or _IS_TEXT_FORMAT.search(attributes):
        return Content.TEXT, ""
    if number := _XNUM.search(attributes):
        return Content.NUMBER, _digits(number[1] or "")
    class_name = _CLASS_OF.search(attributes)
    said = formats.get(class_name[1]) if class_name else None
    if said is Content.TEXT:
        return Content.TEXT, ""
    if _RIGHT.search(attributes) and source is Source.EXCEL:
        return Content.NUMBER, ""
    if said is Content.UNKNOWN or _ALIGNED.search(attributes):
        return NO_MARK
    return (Content.TEXT, "") if shows_numbers else NO_MARK


def _digits(text: str) -> str:
    return text if _DIGITS.fullmatch(text) else ""
