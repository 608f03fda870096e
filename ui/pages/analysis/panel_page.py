"""A panel on one page A4 across: what it is of above, the rule and the day below."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from ui.pages.analysis.panel import Panel
from ui.printing.book import Printed
from ui.printing.leaf import Placed, recorded
from ui.printing.measure import PER_MM
from ui.theme import PaperTheme

MM_OF_INCH = 25.4
WIDTH_MM, HEIGHT_MM = 297, 210
PAPER = QSizeF(WIDTH_MM, HEIGHT_MM) * PER_MM
MARGIN_MM, HEAD_MM, HINT_MM, FOOT_MM = 12, 17, 8, 11
SMALLEST_UNITS = 9


def panel_printed(panel: Panel, above: Sequence[str], below: Sequence[str]) -> Printed:
    """Return a panel on paper, drawn at once: what draws it is on the screen. above, below: the lines around it."""
    title = panel.title.text()
    leaf = recorded(PAPER, partial(draw_page, panel, " · ".join(above), " · ".join(below)))
    return Printed(lambda: iter((leaf,)), title, f"{title}.pdf")


def draw_page(panel: Panel, above: str, below: str, painter: QPainter, dots_per_inch: float) -> list[Placed]:
    """Draw a panel on its page, from the painter's corner; return what lies below it as an image."""
    look, mm = PaperTheme(dots_per_inch), dots_per_inch / MM_OF_INCH
    page = QRectF(0, 0, WIDTH_MM * mm, HEIGHT_MM * mm)
    page.adjust(MARGIN_MM * mm, MARGIN_MM * mm, -MARGIN_MM * mm, -MARGIN_MM * mm)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = QRectF(page.left(), page.top(), page.width(), HEAD_MM * mm / 2)
    draw_line(painter, top, panel.title.text(), look, 19, is_bold=True)
    draw_line(painter, top.translated(0, HEAD_MM * mm / 2), above, look, 12)
    hint = QRectF(page.left(), page.top() + HEAD_MM * mm, page.width(), HINT_MM * mm)
    draw_line(painter, hint, panel.hint.text(), look, 12)
    room = page.adjusted(0, (HEAD_MM + HINT_MM) * mm, 0, -FOOT_MM * mm)
    image = panel.image(room, look)
    left_out = panel.draw(painter, room, look) if image is None else ""
    foot = QRectF(page.left(), page.bottom() - FOOT_MM * mm / 2, page.width(), FOOT_MM * mm / 2)
    draw_line(painter, foot.translated(0, -FOOT_MM * mm / 2), left_out, look, 12, is_bold=True)
    draw_line(painter, foot, below, look, 11)
    return [] if image is None else [(room, image)]


def draw_line(
    painter: QPainter, rect: QRectF, text: str, look: PaperTheme, units: float, *, is_bold: bool = False
) -> None:
    """Draw a line of text: in smaller letters where it has no room, and with an ellipsis where it has none even so."""
    painter.setFont(look.font(units, bold=is_bold))
    needed = painter.fontMetrics().horizontalAdvance(text)
    if needed > rect.width():
        painter.setFont(look.font(max(SMALLEST_UNITS, units * rect.width() / needed), bold=is_bold))
    painter.setPen(look.colour("text" if is_bold else "text2"))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
