"""How the sheets of a form look: formats, the height of rows, locks, and the page they are printed on."""

from math import ceil
from typing import Any

from models.exchange.unit_form.content import FormContent, quarter_words

LINE_HEIGHT = 15.5
INPUT = {"bg_color": "#FFF7D6", "locked": False}
_HIGHEST = 409.0  # Excel has no higher rows
_LONGEST_NAME = 80  # a foot takes 255 signs
_GRID = {"border": 1, "border_color": "#8C97A5", "valign": "vcenter", "text_wrap": True}
_FONT = {"font_name": "Times New Roman", "font_size": 11}


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **properties: Any) -> Any:
        key = tuple(sorted((_FONT | properties).items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(_FONT | properties)
        return self._made[key]

    def cell(self, **properties: Any) -> Any:
        """Return the format of a cell in a table."""
        return self(**(_GRID | properties))


def protect(sheet: Any) -> None:
    """Lock what is not to be filled in, without a password: columns and rows may be made wider."""
    sheet.protect("", {"format_columns": True, "format_rows": True})


def page(sheet: Any, content: FormContent) -> None:
    """Make a sheet fit the width of A4 paper, whose form it is and page numbers at the foot."""
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    name = f"{content.unit.name[:_LONGEST_NAME]} – {quarter_words(content.quarter)}".replace("&", "&&")
    sheet.set_footer(f'&L&"Times New Roman"&9 {name}&R&"Times New Roman"&9Trang &P/&N')


def height(text: str, width: float, is_bold: bool = False) -> float:
    """Return how high a row must be for a text in a column: Vietnamese letters are about as wide as digits."""
    per_line = width * (1.1 if is_bold else 1.28)
    lines = sum(max(1, ceil(len(each) / per_line)) for each in text.split("\n"))
    return min(max(1, lines) * LINE_HEIGHT + 3, _HIGHEST)
