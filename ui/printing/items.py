"""What is put on pages: items of a height that are never split, each able to paint itself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from reports.document import Text
from reports.word.looks import Look
from ui.printing.measure import PER_POINT

FAMILIES = ["Times New Roman", "Tinos", "Liberation Serif", "Noto Serif"]
BLACK = QColor(0, 0, 0)
# The height of a line of Times New Roman, and how much of it is below the letters' foot: letters that another font
# must lend do not move the lines.
LINE, _BELOW = 1.149, 0.216

Paint = Callable[[QPainter, float, float], None]

_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "both": Qt.AlignmentFlag.AlignJustify,
}


@dataclass
class Item:
    """Something of a height; paint gets its upper left corner. keeps_next holds it on the page of the next item.

    before and after are the space around it; heads is what is painted over it again where a page begins with it."""

    height: float
    paint: Paint
    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False
    heads: Sequence["Item"] = field(default_factory=tuple)


def total(items: Iterable[Item]) -> float:
    """Return the height of items one below the other."""
    return sum(item.before + item.height + item.after for item in items)


def paint_all(items: Iterable[Item], painter: QPainter, x: float, y: float) -> None:
    """Paint items one below the other."""
    for item in items:
        item.paint(painter, x, y + item.before)
        y += item.before + item.height + item.after


def pen(points: float = 0.5) -> QPen:
    """Return a black pen of a width."""
    drawn = QPen(BLACK, points * PER_POINT)
    drawn.setCapStyle(Qt.PenCapStyle.FlatCap)
    return drawn


def font(points: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return the letters of official documents."""
    made = QFont(FAMILIES)
    made.setPixelSize(round(points * PER_POINT))
    made.setBold(bold)
    made.setItalic(italic)
    return made


def set_text(text: Text, look: Look, width: float) -> list[Item]:
    """Return a paragraph as lines; two of them at least stay together at either end."""
    words = "".join(run.text for run in text).replace("\n", "\N{LINE SEPARATOR}")
    layout = QTextLayout(words or " ", font(look.points, bold=look.bold, italic=look.italic))
    option = QTextOption(_SIDES[look.side])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(text, look))
    lines = [_line_item(layout, line, look) for line in _lines(layout, look, width)]
    lines[0].before, lines[-1].after = look.before * PER_POINT, look.after * PER_POINT
    for held in (lines[0], *lines[-2:-1]):
        held.keeps_next = len(lines) > 1
    lines[-1].keeps_next = look.keeps_next
    return lines


def _formats(text: Text, look: Look) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for run in text:
        if run.bold or run.italic:
            each = QTextLayout.FormatRange()
            each.start, each.length = start, len(run.text.encode("utf-16-le")) // 2
            each.format = QTextCharFormat()
            each.format.setFont(font(look.points, bold=look.bold or run.bold, italic=look.italic or run.italic))
            found.append(each)
        start += len(run.text.encode("utf-16-le")) // 2
    return found


def _lines(layout: QTextLayout, look: Look, width: float) -> list[QTextLine]:
    lines: list[QTextLine] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        start = (look.left + (0 if lines else look.first)) * PER_POINT
        line.setLineWidth(max(width - start, PER_POINT))
        line.setPosition(QPointF(start, 0))
        lines.append(line)
    layout.endLayout()
    return lines


def _line_item(layout: QTextLayout, line: QTextLine, look: Look) -> Item:
    number, size = line.lineNumber(), look.points * PER_POINT
    height = size * LINE * look.line
    down = height - size * _BELOW - line.ascent()

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(pen())
        layout.lineAt(number).draw(painter, QPointF(x, y + down))

    return Item(height, paint)


def rule(length: float, width: float, look: Look, after: float = 0.0) -> Item:
    """Return a centred line of a length."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x + (width - length) / 2, y, length, 0.75 * PER_POINT), BLACK)

    return Item(look.points * PER_POINT * LINE, paint, before=look.before * PER_POINT, after=after)


def side_by_side(columns: Sequence[tuple[float, Sequence[Item]]]) -> Item:
    """Return columns, each with its width, as one item."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        for width, items in columns:
            paint_all(items, painter, x, y)
            x += width

    return Item(max((total(items) for _, items in columns), default=0.0), paint)
