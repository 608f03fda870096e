"""The overview on one A4 on its side: head, counts, three figures, the table, units, and the rules it follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from models.progress import Figure, State
from ui.folding import fold
from ui.pages.overview.picture import LEFT, RIGHT, WRAPPED, Snapshot, gap_line, paint_form, write
from ui.pages.overview.summary import counted_states
from ui.pages.overview.table_model import FigureTable, later_text
from ui.printing.book import Printed
from ui.texts import coverage_text, figure_target_text, gap_text, state_word, value_text
from ui.theme import Theme, print_theme
from ui.widgets.figure_drawing import drawing_of
from ui.widgets.figure_forms import paint_drawing
from ui.widgets.state_mark import paint_state, paint_state_mark

WIDTH, HEIGHT = 297 / 25.4 * 96, 210 / 25.4 * 96  # A4 on its side, in units of 96 to the inch
MARGIN = 38.0
MOST_ROWS = 40
ROW, SMALLEST_ROW = 24.0, 12.0
PICTURE_DOTS = 300
CARDS_WIDTH = 258.0
translate = QCoreApplication.translate
_COLUMNS = (100.0, 66.0, 0.0, 66.0, 90.0, 82.0, 66.0, 98.0)  # 0 takes what is left


@dataclass(frozen=True, slots=True)
class _Row:
    figure: Figure
    rect: QRectF


def sheet_printed(shot: Snapshot) -> Printed:
    """Return the page as the preview, a printer and a PDF take it, drawn in the worker."""
    return Printed(lambda: iter((SheetLeaf(shot),)), shot.title, f"{fold(shot.title)}.pdf")


@dataclass(frozen=True)
class SheetLeaf:
    """The page on paper."""

    shot: Snapshot
    size = QSizeF(WIDTH, HEIGHT) * (720 / 96)  # in tenths of a point

    def paint(self, painter: QPainter, dots_per_inch: float) -> None:
        """Draw it, its corner in the painter's."""
        paint_sheet(painter, self.shot, dots_per_inch)


def paint_sheet(painter: QPainter, shot: Snapshot, dots_per_inch: float) -> None:
    """Draw the page from the painter's origin."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(dots_per_inch / 96, dots_per_inch / 96)
    _Sheet(painter, shot, print_theme()).draw()
    painter.restore()


def sheet_picture(shot: Snapshot, dots_per_inch: int = PICTURE_DOTS) -> QImage:
    """Return the page as a picture."""
    size = QSize(round(WIDTH * dots_per_inch / 96), round(HEIGHT * dots_per_inch / 96))
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.setDotsPerMeterX(round(dots_per_inch / 0.0254))
    picture.setDotsPerMeterY(round(dots_per_inch / 0.0254))
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paint_sheet(painter, shot, 96 * size.width() / WIDTH)
    painter.end()
    return picture


class _Sheet:
    """Draws from top to bottom; _top is where the next part begins."""

    def __init__(self, painter: QPainter, shot: Snapshot, look: Theme) -> None:
        self._painter, self._shot, self._look = painter, shot, look
        self._top = MARGIN
        self._width = WIDTH - 2 * MARGIN

    def draw(self) -> None:
        self._draw_head()
        self._draw_counts()
        bottom = HEIGHT - MARGIN - 30
        bottom = self._draw_press(bottom) - 8
        self._draw_cards(QRectF(MARGIN, self._top, CARDS_WIDTH, bottom - self._top))
        left = MARGIN + CARDS_WIDTH + 14
        self._draw_table(QRectF(left, self._top, WIDTH - MARGIN - left, bottom - self._top))
        self._draw_foot()

    def _write(
        self, rect: QRectF, text: str, units: float = 10, role: str = "text", flags: int | Qt.AlignmentFlag = LEFT,
        *, bold: bool = False,
    ) -> None:  # fmt: skip
        write(self._painter, rect, text, self._look.font(units, bold=bold), self._look.colour(role), flags)

    def _line(self, top: float, left: float = MARGIN, width: float | None = None) -> None:
        self._painter.setPen(QPen(self._look.colour("border"), 0.8))
        self._painter.drawLine(QRectF(left, top, width or self._width, 0).topLeft().toPoint(),
                               QRectF(left, top, width or self._width, 0).topRight().toPoint())  # fmt: skip

    def _draw_head(self) -> None:
        shot = self._shot
        self._write(QRectF(MARGIN, self._top, self._width, 15), shot.office.upper(), 10, "text2", bold=True)
        self._write(QRectF(MARGIN, self._top, self._width, 15), shot.day, 10, "text2", RIGHT)
        self._write(QRectF(MARGIN, self._top + 15, self._width * 0.68, 26), shot.title, 19, bold=True)
        if shot.is_illustrative:
            mark = translate("OverviewSheet", "illustrative figures")
            self._write(QRectF(MARGIN, self._top + 15, self._width, 26), mark, 11, "text", RIGHT, bold=True)
        about = f"{shot.plan} · {shot.window}"
        self._write(QRectF(MARGIN, self._top + 41, self._width, 15), about, 10, "text2")
        self._top += 61
        self._line(self._top)

    def _draw_counts(self) -> None:
        left, height = MARGIN, 26.0
        for state in counted_states(self._shot.counts):
            count = self._shot.counts[state]
            paint_state_mark(self._painter, QRectF(left, self._top + 7, 12, 12), state, self._look)
            text = f"{count} {state_word(state)}"
            self._write(QRectF(left + 17, self._top, 150, height), text, 10, bold=count > 0)
            left += 17 + self._painter.fontMetrics().horizontalAdvance(text) + 16
        room = QRectF(left, self._top, WIDTH - MARGIN - left, height)
        self._write(room, self._shot.coverage, 10, "text", RIGHT, bold=True)
        self._top += height
        self._line(self._top)
        self._top += 8

    def _draw_cards(self, room: QRectF) -> None:
        cards = self._shot.cards
        top = room.top()
        if self._shot.is_all_met:
            self._write(
                QRectF(room.left(), top, room.width(), 14),
                translate("OverviewSheet", "Closest to the target"),
                10,
                bold=True,
            )
            top += 16
        if not cards:
            nothing = translate("OverviewSheet", "Nothing can be held against a target yet.")
            self._write(QRectF(room.left(), top, room.width(), 30), nothing, 10, "text2", WRAPPED)
            return
        height = min(170.0, (room.bottom() - top - 8 * (len(cards) - 1)) / len(cards))
        for place, figure in enumerate(cards):
            self._draw_card(QRectF(room.left(), top + place * (height + 8), room.width(), height), figure)

    def _draw_card(self, rect: QRectF, figure: Figure) -> None:
        look = self._look
        self._painter.setPen(QPen(look.colour("border"), 0.8))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(rect, 4, 4)
        inside = rect.adjusted(8, 5, -8, -5)
        self._painter.setFont(look.font(10, bold=True))
        self._painter.save()
        self._painter.translate(inside.left(), inside.top())
        state = QRectF(0, 0, inside.width() - 70, 15)
        paint_state(self._painter, state, figure.state, look, suffix="*" if figure.is_provisional else "")
        self._painter.restore()
        self._write(QRectF(inside.left(), inside.top(), inside.width(), 15), figure.indicator.code, 9, "text2", RIGHT)
        self._write(QRectF(inside.left(), inside.top() + 16, inside.width(), 14), figure.indicator.label, 10, bold=True)
        drawn = QRectF(inside.left(), inside.top() + 32, 108, inside.height() - 32)
        paint_form(self._painter, drawn, figure, self._shot.scale, look, 16)
        words = QRectF(drawn.right() + 8, drawn.top(), inside.right() - drawn.right() - 8, drawn.height())
        lead = (
            translate("OverviewSheet", "Lead: {lead}").format(lead=figure.indicator.lead)
            if figure.indicator.lead
            else ""
        )
        said = [self._shot.remaining.get(figure.indicator.code, ""), lead]
        self._write(words, gap_line(figure), 10, "text", WRAPPED, bold=True)
        below = words.adjusted(0, 26, 0, 0)
        self._write(below, "\n".join(filter(None, said)), 9, "text", WRAPPED)

    def _draw_table(self, room: QRectF) -> None:
        shot = self._shot
        rows = [*shot.figures, *shot.watched]
        shown, more = rows[:MOST_ROWS], len(rows) - MOST_ROWS
        height = room.height() - 16 - (14 if more > 0 else 0)
        row = min(ROW, max(SMALLEST_ROW, height / max(1, len(shown))))
        units = min(10.0, row * 0.72)
        self._draw_cells(QRectF(room.left(), room.top(), room.width(), 16), FigureTable().headings, 9, bold=True)
        self._line(room.top() + 16, room.left(), room.width())
        for place, figure in enumerate(shown):
            rect = QRectF(room.left(), room.top() + 16 + place * row, room.width(), row)
            self._draw_row(_Row(figure, rect), units)
        if more > 0:
            text = translate("OverviewSheet", "and {count} other indicators").format(count=more)
            rest = QRectF(room.left(), room.top() + 17 + len(shown) * row, room.width(), 13)
            self._write(rest, text, 9, "text2")

    def _cells(self, rect: QRectF) -> list[QRectF]:
        left, found = rect.left(), []
        rest = rect.width() - sum(_COLUMNS)
        for width in _COLUMNS:
            width = width or rest
            found.append(QRectF(left, rect.top(), width - 8, rect.height()))
            left += width
        return found

    def _draw_cells(self, rect: QRectF, texts: Sequence[str], units: float, *, bold: bool = False) -> None:
        for place, (cell, text) in enumerate(zip(self._cells(rect), texts, strict=True)):
            flags = RIGHT if place in (3, 5, 6) else LEFT
            self._write(cell, text, units, "text", flags, bold=bold or place in (3, 6))

    def _draw_row(self, row: _Row, units: float) -> None:
        figure, rect = row.figure, row.rect
        later = later_text(figure)
        value = "" if later else value_text(figure) + ("*" if figure.is_provisional else "")
        texts = [
            "", figure.indicator.code, figure.indicator.label, value, "", figure_target_text(figure), gap_text(figure),
            figure.indicator.lead,
        ]  # fmt: skip
        self._draw_cells(rect, texts, units)
        cells = self._cells(rect)
        size = min(11.0, rect.height() * 0.8)
        mark = QRectF(cells[0].left(), rect.center().y() - size / 2, size, size)
        paint_state_mark(self._painter, mark, figure.state, self._look)
        word = cells[0].adjusted(size + 4, 0, 0, 0)
        self._write(word, state_word(figure.state), units, "text", LEFT, bold=figure.state is State.MISSED)
        drawing = drawing_of(figure, self._shot.scale)
        if later:
            self._write(cells[3].united(cells[4]), later, units, "text2", RIGHT)
        elif drawing is not None:
            paint_drawing(self._painter, cells[4].adjusted(0, 1, 0, -1), drawing, self._look,
                          height_units=min(6, rect.height() * 0.4))  # fmt: skip
        self._line(rect.bottom(), rect.left(), rect.width())

    def _draw_press(self, bottom: float) -> float:
        """Draw the units to press above a line; return where they begin."""
        lines = list(self._shot.press)
        top = bottom - 16 - 14 * len(lines)
        self._write(QRectF(MARGIN, top, self._width, 15), translate("OverviewSheet", "Units to press"), 10, bold=True)
        for place, (words, names) in enumerate(lines):
            line = QRectF(MARGIN, top + 16 + 14 * place, self._width, 13)
            self._write(line, f"{words}:", 9, "text", bold=True)
            used = self._painter.fontMetrics().horizontalAdvance(f"{words}:") + 6
            self._write(line.adjusted(used, 0, 0, 0), names, 9)
        return top

    def _draw_foot(self) -> None:
        top = HEIGHT - MARGIN - 24
        self._line(top)
        self._write(QRectF(MARGIN, top + 2, self._width, 12), self._shot.near_rule, 8.5, "text2")
        coverage = [coverage_text(each) for each in self._shot.figures if each.is_provisional]
        provisional = translate("OverviewSheet", "* provisional: not all units have reported.") if coverage else ""
        said = [self._shot.coverage, self._shot.lacking, provisional]
        if self._shot.is_illustrative:
            said.append(translate("OverviewSheet", "The file holds illustrative figures."))
        text = " · ".join(filter(None, said))
        self._write(QRectF(MARGIN, top + 13, self._width, 12), text, 8.5, "text2", LEFT)
