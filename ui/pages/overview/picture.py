"""What the overview says at one moment, for paper, pictures, presentation and the clipboard."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from models.progress import Figure, State
from ui.pages.overview.summary import counts_of, heaviest, is_all_met
from ui.pages.overview.table_model import BAR, FigureTable, later_text
from ui.texts import coverage_text, figure_target_text, gap_text, gap_words, state_word, value_text
from ui.theme import Theme
from ui.widgets.figure_drawing import Form, Scale, drawing_of, form_of, gauge_values
from ui.widgets.figure_forms import paint_drawing
from ui.widgets.gauge import paint_gauge
from ui.widgets.state_mark import paint_state_mark

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class Snapshot:
    """Figures worst first and what is said around them; remaining: by the indicator's code, in words.

    office, plan, period, window and day are the head; coverage and lacking the strip; press the units to press."""

    figures: Sequence[Figure]
    watched: Sequence[Figure]
    scale: Scale
    remaining: dict[str, str]
    title: str
    office: str
    plan: str
    window: str
    day: str
    coverage: str
    lacking: str
    press: Sequence[tuple[str, str]]
    near_rule: str
    is_illustrative: bool

    @property
    def cards(self) -> list[Figure]:
        """The figures that stand out."""
        return heaviest(self.figures)

    @property
    def is_all_met(self) -> bool:
        """Whether the cards show what is closest to its target, since nothing is behind."""
        return is_all_met(self.figures)

    @property
    def counts(self) -> Counter[State]:
        """How many figures are in each state."""
        return counts_of(self.figures)


def table_lines(shot: Snapshot) -> list[str]:
    """Return the table as lines of cells parted by tabs, headings first: what Excel takes."""
    headings = [each for place, each in enumerate(FigureTable().headings) if place != BAR]
    headings.append(QCoreApplication.translate("FigureTable", "Reported"))
    rows = [
        [
            state_word(each.state) + provisional_words(each),
            each.indicator.code,
            each.indicator.name,
            value_text(each),
            figure_target_text(each),
            gap_text(each),
            each.indicator.lead,
            coverage_text(each),
        ]
        for each in (*shot.figures, *shot.watched)
    ]
    return ["\t".join(" ".join(cell.split()) for cell in row) for row in (headings, *rows)]


def provisional_words(figure: Figure) -> str:
    """Return that a figure is provisional, to stand behind its state; empty where it is not."""
    return f" ({QCoreApplication.translate('Figures', 'provisional')})" if figure.is_provisional else ""


def paint_form(painter: QPainter, rect: QRectF, figure: Figure, scale: Scale, look: Theme, units: float) -> None:
    """Draw a figure's number and its form into a rectangle: a gauge where it may be, else the number above its form.

    units: the size of the number."""
    if form_of(figure) is Form.GAUGE:
        paint_gauge(painter, rect, gauge_values(figure), look)
        return
    if figure.value is None:
        _paint_state(painter, rect, figure, look, units)
        return
    upper = QRectF(rect.left(), rect.top() + rect.height() * 0.12, rect.width(), rect.height() * 0.42)
    write(painter, upper, value_text(figure), look.font(units, bold=True), look.colour("text"), CENTRE)
    drawing = drawing_of(figure, scale)
    if drawing is not None:
        room = QRectF(rect.left(), rect.top() + rect.height() * 0.56, rect.width(), rect.height() * 0.16)
        paint_drawing(painter, room, drawing, look, height_units=units * 0.35)
    text = QCoreApplication.translate("FigureCard", "target {target}")
    target = text.format(target=figure_target_text(figure))
    lower = QRectF(rect.left(), rect.top() + rect.height() * 0.76, rect.width(), rect.height() * 0.2)
    write(painter, lower, target, look.font(max(9, units * 0.45)), look.colour("text2"), CENTRE)


def _paint_state(painter: QPainter, rect: QRectF, figure: Figure, look: Theme, units: float) -> None:
    """Draw the state's shape large, and below it the word, or when the figure will come."""
    size = rect.height() * 0.3
    mark = QRectF(rect.center().x() - size / 2, rect.top() + rect.height() * 0.2, size, size)
    paint_state_mark(painter, mark, figure.state, look)
    words = later_text(figure) or state_word(figure.state)
    below = QRectF(rect.left(), mark.bottom() + size * 0.2, rect.width(), rect.height() * 0.22)
    write(painter, below, words, look.font(units * 0.45), look.state(figure.state).text, CENTRE)


def write(
    painter: QPainter, rect: QRectF, text: str, font: QFont, colour: QColor, flags: int | Qt.AlignmentFlag
) -> None:
    """Write a text into a rectangle: on one line elided where it does not fit."""
    painter.setFont(font)
    painter.setPen(colour)
    if not int(flags) & int(Qt.TextFlag.TextWordWrap):
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    painter.drawText(rect, int(flags), text)


def gap_line(figure: Figure) -> str:
    """Return the gap in words; where there is none the target."""
    target = QCoreApplication.translate("FigureCard", "target {target}")
    return gap_words(figure) or target.format(target=figure_target_text(figure))
