"""A form laid out for paper: A4 upright, black on white, headings on every page, no row parted by a page's end.

All lengths are tenths of a point, whatever the printer's own dots are: pages break alike on screen, paper and PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

from models.progress import State
from ui.theme import print_theme
from ui.widgets.state_mark import paint_state_mark

MM = 28.346
PAGE = QSizeF(210 * MM, 297 * MM)
LEFT, RIGHT, TOP, BOTTOM = 18 * MM, 12 * MM, 14 * MM, 16 * MM
WIDTH = PAGE.width() - LEFT - RIGHT
FAMILIES = ["Times New Roman", "Liberation Serif", "Noto Serif"]
BODY, SMALL, TITLE = 105, 90, 140
_PADDING = 28.0
_GAP = 60.0
_LINE = QPen(QColor("black"), 5)
_FAINT = QPen(QColor("#777777"), 4)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: what it says, over how many columns, and how; a box is to be filled in by hand."""

    text: str = ""
    span: int = 1
    is_bold: bool = False
    is_italic: bool = False
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    indent: int = 0
    state: State | None = None
    is_box: bool = False
    size: int = SMALL


Line = Sequence[Cell]


class Text:
    """A paragraph broken into lines within a width."""

    def __init__(self, cell: Cell, width: float) -> None:
        self.text = cell.text
        font = QFont(FAMILIES)
        font.setPixelSize(cell.size)
        font.setBold(cell.is_bold)
        font.setItalic(cell.is_italic)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._layout = QTextLayout(cell.text.replace("\n", "\N{LINE SEPARATOR}"), font)
        option = QTextOption(cell.align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self.height = self._break(width)
        self.ascent = self._layout.lineAt(0).ascent() if self._layout.lineCount() else 0.0

    def _break(self, width: float) -> float:
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return height

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with its top left corner there."""
        self._layout.draw(painter, QPointF(left, top))


class Block:
    """What stays together on one page; a block of a table asks for the table's headings above it."""

    height: float = 0.0
    head: "Rows | None" = None
    keeps_next = False

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw it below a height."""


class Paragraph(Block):
    """Cells side by side without lines: headings, notes, signatures. widths are shares of the page's width."""

    def __init__(self, cells: Sequence[Cell], widths: Sequence[float] = (1,), after: float = 0) -> None:
        total = sum(widths)
        self._places: list[tuple[Text, float]] = []
        left = LEFT
        for cell, share in zip(cells, widths, strict=True):
            width = WIDTH * share / total
            self._places.append((Text(cell, width), left))
            left += width
        self._ascent = max(text.ascent for text, _ in self._places)
        self.height = max(text.height + self._ascent - text.ascent for text, _ in self._places) + after

    def draw(self, painter: QPainter, top: float) -> None:
        painter.setPen(QPen(QColor("black")))
        for text, left in self._places:  # signs of a replacing font are higher: all stand on one line
            text.draw(painter, left, top + self._ascent - text.ascent)


class Rule(Block):
    """Short lines under the headings of an official paper; places are middles and widths as shares of the width."""

    def __init__(self, places: Sequence[tuple[float, float]], after: float) -> None:
        self._places, self.height = places, after

    def draw(self, painter: QPainter, top: float) -> None:
        painter.setPen(_LINE)
        for middle, width in self._places:
            x, half = LEFT + WIDTH * middle, WIDTH * width / 2
            painter.drawLine(QPointF(x - half, top + 10), QPointF(x + half, top + 10))


class Rows(Block):
    """Rows of one table that belong together: they are never parted."""

    def __init__(
        self,
        rows: Sequence[Line],
        widths: Sequence[float],
        head: "Rows | None" = None,
        *,
        least: float = 0,
        keeps_next: bool = False,
    ) -> None:
        total = sum(widths)
        self._edges = [LEFT + WIDTH * sum(widths[:place]) / total for place in range(len(widths) + 1)]
        self._least, self.head, self.keeps_next = least, head, keeps_next
        self._rows = [self._laid(row) for row in rows]
        self.height = sum(height for height, _ in self._rows)

    def cells(self) -> list[Cell]:
        """Return the cells of all rows, in reading order."""
        return [cell for _, places in self._rows for cell, _, _ in places]

    def _laid(self, row: Line) -> tuple[float, list[tuple[Cell, QRectF, Text]]]:
        places, column, height = [], 0, self._least
        for cell in row:
            left, right = self._edges[column], self._edges[column + cell.span]
            column += cell.span
            mark = cell.size * 1.3 if cell.state is not None else 0
            text = Text(cell, right - left - 2 * _PADDING - cell.indent - mark)
            height = max(height, text.height + 2 * _PADDING * 0.6)
            places.append((cell, QRectF(left, 0, right - left, 0), text))
        return height, places

    def draw(self, painter: QPainter, top: float) -> None:
        for height, places in self._rows:
            for cell, place, text in places:
                rect = QRectF(place.left(), top, place.width(), height)
                self._draw_cell(painter, cell, rect, text)
            top += height

    def _draw_cell(self, painter: QPainter, cell: Cell, rect: QRectF, text: Text) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_FAINT)
        painter.drawRect(rect)
        if cell.is_box:
            painter.setPen(_LINE)
            painter.drawRect(rect.adjusted(12, 12, -12, -12))
        painter.setPen(QPen(QColor("black")))
        left, top = rect.left() + _PADDING + cell.indent, rect.center().y() - text.height / 2
        if cell.state is not None:
            size = cell.size * 1.1
            mark = QRectF(left, top + (text.height - size) / 2 if text.height < 2 * size else top, size, size)
            paint_state_mark(painter, mark, cell.state, print_theme())
            left += cell.size * 1.3
            painter.setPen(QPen(QColor("black")))
        text.draw(painter, left, top)


class Paper:
    """Blocks put on pages, each with its number and the form's name at its foot."""

    def __init__(self, blocks: Sequence[Block], foot: str) -> None:
        self._foot = foot
        self.pages = _pages(blocks)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.pages)

    def leaves(self) -> Iterator["FormLeaf"]:
        """Yield the pages, each able to draw itself."""
        yield from (FormLeaf(self, page) for page in range(self.count))

    def paint(self, painter: QPainter, page: int, dots_per_inch: float) -> None:
        """Draw a page, counted from 0, its corner in the painter's."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(dots_per_inch / 720, dots_per_inch / 720)
        for top, block in self.pages[page]:
            block.draw(painter, top)
        left = Cell(self._foot, size=SMALL, is_italic=True)
        right = Cell(f"Trang {page + 1}/{self.count}", size=SMALL, align=Qt.AlignmentFlag.AlignRight)
        Paragraph((left, right), (5, 1)).draw(painter, PAGE.height() - BOTTOM + _GAP)
        painter.restore()


@dataclass(frozen=True, slots=True)
class FormLeaf:
    """One page of a form."""

    paper: Paper
    page: int

    @property
    def size(self) -> QSizeF:
        """How large it is, in tenths of a point: all are alike."""
        return PAGE

    def paint(self, painter: QPainter, dots_per_inch: float) -> None:
        """Draw it, its corner in the painter's."""
        self.paper.paint(painter, self.page, dots_per_inch)


def _pages(blocks: Sequence[Block]) -> list[list[tuple[float, Block]]]:
    """Fill pages from the top; what must not stand alone at a page's end moves on with what follows it."""
    end = PAGE.height() - BOTTOM
    pages: list[list[tuple[float, Block]]] = [[]]
    top = TOP
    for number, block in enumerate(blocks):
        follows = bool(number) and blocks[number - 1].keeps_next and top + block.height <= end
        if pages[-1] and not follows and top + _together(blocks, number) > end:
            pages.append([])
            top = TOP
        if not pages[-1] and block.head is not None and len(pages) > 1 and block.head is not block:
            pages[-1].append((top, block.head))
            top += block.head.height
        pages[-1].append((top, block))
        top += block.height
    return pages


def _together(blocks: Sequence[Block], number: int) -> float:
    """Return how high a block is with all that it must not be parted from; what fits on no page is parted."""
    height = blocks[number].height
    while blocks[number].keeps_next and number + 1 < len(blocks):
        number += 1
        if height + blocks[number].height > PAGE.height() - TOP - BOTTOM:
            break
        height += blocks[number].height
    return height
