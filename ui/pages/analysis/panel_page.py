"""A panel on one page A4 across: what it is of above, the rule and the day below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from ui.pages.analysis.panel import Panel
from ui.theme import PaperTheme

TENTHS_OF_POINT = 720  # in an inch
MM_OF_INCH = 25.4
WIDTH_MM, HEIGHT_MM = 297, 210
MARGIN_MM, HEAD_MM, HINT_MM, FOOT_MM = 12, 17, 8, 11


class PanelPage:
    """Pages of paper as the preview asks for them: here one."""

    count = 1

    def __init__(self, panel: Panel, above: Sequence[str], below: Sequence[str]) -> None:
        """Take the lines that stand above and below."""
        self._panel, self._above, self._below = panel, " · ".join(above), " · ".join(below)

    def size(self, _page: int) -> QSizeF:
        """Return the size in tenths of a point."""
        return QSizeF(WIDTH_MM, HEIGHT_MM) * (TENTHS_OF_POINT / MM_OF_INCH)

    def paint(self, painter: QPainter, _page: int, dots_per_inch: float) -> None:
        """Draw it, its corner in the painter's."""
        look, mm = PaperTheme(dots_per_inch), dots_per_inch / MM_OF_INCH
        page = QRectF(0, 0, WIDTH_MM * mm, HEIGHT_MM * mm)
        page.adjust(MARGIN_MM * mm, MARGIN_MM * mm, -MARGIN_MM * mm, -MARGIN_MM * mm)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = QRectF(page.left(), page.top(), page.width(), HEAD_MM * mm / 2)
        draw_line(painter, top, self._panel.title.text(), look, 19, is_bold=True)
        draw_line(painter, top.translated(0, HEAD_MM * mm / 2), self._above, look, 12)
        hint = QRectF(page.left(), page.top() + HEAD_MM * mm, page.width(), HINT_MM * mm)
        draw_line(painter, hint, self._panel.hint.text(), look, 12)
        room = page.adjusted(0, (HEAD_MM + HINT_MM) * mm, 0, -FOOT_MM * mm)
        left_out = self._panel.draw(painter, room, look)
        foot = QRectF(page.left(), page.bottom() - FOOT_MM * mm / 2, page.width(), FOOT_MM * mm / 2)
        draw_line(painter, foot.translated(0, -FOOT_MM * mm / 2), left_out, look, 12, is_bold=True)
        draw_line(painter, foot, self._below, look, 11)


def draw_line(
    painter: QPainter, rect: QRectF, text: str, look: PaperTheme, units: float, *, is_bold: bool = False
) -> None:
    """Draw a line of text, with an ellipsis where it has no room."""
    painter.setFont(look.font(units, bold=is_bold))
    painter.setPen(look.colour("text" if is_bold else "text2"))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
