"""Small pieces of WordprocessingML as text. Text is many times quicker to make than a tree of elements."""

import re
from collections.abc import Iterator

from reports.document import Text
from reports.word.figures import bound

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
IN_WORD = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36_000

_LOOKS = {
    (False, False): "",
    (True, False): "<w:rPr><w:b/><w:bCs/></w:rPr>",
    (False, True): "<w:rPr><w:i/><w:iCs/></w:rPr>",
    (True, True): "<w:rPr><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>",
}
_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'

# What XML cannot hold at all, and what it holds only as an entity.
_IMPOSSIBLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "")
_SAFE = _IMPOSSIBLE | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
}
_UNSAFE = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f&<>"\ud800-\udfff\ufffe\uffff]')


def escaped(text: str) -> str:
    """Return a text as XML may hold it, in an element or an attribute."""
    return text.translate(_SAFE) if _UNSAFE.search(text) else text


def printable(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return text.translate(_IMPOSSIBLE)


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * TWIPS_PER_MM)


def run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    """Return a run; a line feed in the text is a line break."""
    safe = escaped(text)
    if "\n" in safe:
        safe = safe.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{_LOOKS[bold, italic]}<w:t xml:space="preserve">{safe}</w:t></w:r>'


def runs(text: Text, numbers: Iterator[int]) -> str:
    """Return a text's runs; each figure takes the next of the numbers."""
    written = []
    for each in text:
        content = run(each.text, bold=each.bold, italic=each.italic)
        written.append(content if each.source is None or not each.text else bound(content, next(numbers), each.source))
    return "".join(written)


def field(instruction: str, result: str) -> str:
    """Return what Word works out itself, with the result that is shown until then."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, content: str = "", *, keeps_next: bool = False, extra: str = "") -> str:
    """Return a paragraph; extra holds paragraph properties that come after keepNext in the schema's order."""
    keep = "<w:keepNext/>" if keeps_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{extra}</w:pPr>{content}</w:p>'


def indents(left: float, right: float) -> str:
    """Return the indents of a rule, in millimetres."""
    return f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}"/>'


def layout_table(widths: tuple[float, ...], rows: list[list[str]]) -> str:
    """Return a table without lines that only places blocks side by side; its rows stay on one page."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
            for width, content in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )
