"""A card for one figure: its drawing, and beside it what is missing, what remains and who must do it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from models.progress import Figure
from ui.pages.overview.table_model import how_computed
from ui.texts import gap_words, target_text, value_text
from ui.theme import set_role, theme
from ui.widgets.elided_label import ElidedLabel, wrapped
from ui.widgets.figure_drawing import Form, Scale, drawing_of, form_of, gauge_values, spoken
from ui.widgets.figure_forms import Drawing, paint_drawing
from ui.widgets.gauge import Gauge
from ui.widgets.state_mark import StatePill

MARGIN_UNITS = 6
MOST_LINES = 2


class NumberAndBar(QWidget):
    """The value in large, its target, and between them a bar, boxes or an arrow where the kind has such."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._target = "", ""
        self._drawing: Drawing | None = None

    def set_values(self, text: str, target: str, drawing: Drawing | None) -> None:
        """Show other numbers; without a drawing they stand alone."""
        self._text, self._target, self._drawing = text, target, drawing
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(80), theme().px(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        line = self.height() / 4
        flags = Qt.AlignmentFlag.AlignCenter
        painter.setFont(look.font(20, bold=True))
        painter.setPen(look.colour("text"))
        painter.drawText(QRectF(0, line * 0.6, self.width(), line * 1.2), flags, self._text)
        if self._drawing:
            room = QRectF(look.px(8), line * 1.9, self.width() - look.px(16), line * 0.8)
            paint_drawing(painter, room, self._drawing)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("text2"))
        painter.drawText(QRectF(0, line * 2.7, self.width(), line), flags, self._target)
        painter.end()


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says beside the figure: what remains, in a few words too; who lacks most; what that is found from."""

    remaining: str
    short: str = ""
    pulling: str = ""
    basis: str = ""


class FigureCard(QFrame):
    """opened(code): a click, Enter or Space leads to the indicator."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.figure: Figure | None = None
        self._said = Words("")
        self._build()

    def _build(self) -> None:
        look = theme()
        self.gauge, self.number = Gauge(), NumberAndBar()
        self.pill = StatePill()
        self.code = QLabel()
        self.code.setProperty("role", "muted")
        self.name = ElidedLabel()
        self.name.setProperty("role", "strong-small")
        self.gap = ElidedLabel()
        self.gap.setProperty("role", "gap")
        self.remaining = ElidedLabel()
        self.remaining.setProperty("role", "small")
        self.remaining.set_lines(2)
        self.lead, self.pulling = ElidedLabel(), ElidedLabel()
        self.lead.setProperty("role", "secondary")
        self.pulling.setProperty("role", "secondary")
        self.pulling.set_lines(2)
        self._head = head = QHBoxLayout()
        head.addWidget(self.pill)
        head.addStretch(1)
        head.addWidget(self.code)
        self._words = words = QVBoxLayout()
        words.setSpacing(look.px(3))
        words.addStretch(1)
        words.addLayout(head)
        for part in (self.name, self.gap, self.remaining, self.lead, self.pulling):
            words.addWidget(part)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(10), look.px(MARGIN_UNITS), look.px(12), look.px(MARGIN_UNITS))
        row.setSpacing(look.px(8))
        row.addWidget(self.gauge, 10)
        row.addWidget(self.number, 10)
        row.addLayout(words, 15)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def set_figure(self, figure: Figure, words: Words, scale: Scale, *, with_arc: bool) -> None:
        """Show a figure. with_arc False keeps number and words and drops the drawing."""
        self.figure, self._said = figure, words
        is_gauge = form_of(figure) is Form.GAUGE and with_arc
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.setStretch(1, 10 if with_arc else 7)
        self.gauge.setVisible(is_gauge)
        self.number.setVisible(not is_gauge)
        if is_gauge:
            self.gauge.set_values(gauge_values(figure))
        target = target_text(figure.indicator, figure.target)
        drawing = drawing_of(figure, scale) if with_arc else None
        self.number.set_values(value_text(figure), self.tr("target {target}").format(target=target), drawing)
        self.pill.set_state(figure.state, is_provisional=figure.is_provisional)
        self.code.setText(figure.indicator.code)
        self.name.setText(figure.indicator.label)
        self.gap.setText(gap_words(figure))
        lead = figure.indicator.lead
        self.lead.setText(self.tr("Lead: {lead}").format(lead=lead) if lead else "")
        self.pulling.setText(words.pulling)
        self._fit()
        self.setAccessibleName(spoken(figure))
        self.setToolTip("\n".join(filter(None, (how_computed(figure), words.remaining, words.basis))))

    def _fit(self) -> None:
        """Leave out what there is no room for, the least needed first, rather than cut any of it."""
        if self.figure is None:
            return
        width = self._words.geometry().width()
        is_long = self.gap.fontMetrics().horizontalAdvance(self.gap.text()) > width > 0
        if is_long and self.gap.property("role") == "gap":
            set_role(self.gap, "strong-small")
        line = self.remaining.fontMetrics().lineSpacing() + self._words.spacing()
        needed = (self._head, self.name, self.gap)
        room = self.contentsRect().height() - 2 * theme().px(MARGIN_UNITS)
        room -= sum(part.sizeHint().height() + self._words.spacing() for part in needed)
        left = self._fit_remaining(room // line, width)
        for part, lines in ((self.lead, 1), (self.pulling, self._lines_of(self.pulling, width))):
            is_shown = bool(part.text()) and left >= lines
            _show(part, is_shown)
            left -= lines if is_shown else 0
        self._words.activate()  # the size of the gap's letters may be another: no line is cut until the next event

    def _fit_remaining(self, room: int, width: int) -> int:
        """Say what remains as fully as so many lines allow; return how many are left."""
        self.remaining.setText(self._said.remaining)
        lines = self._lines_of(self.remaining, width)
        if lines > room and self._said.short:
            self.remaining.setText(self._said.short)
            lines = 1
        lines = max(1, min(lines, room))
        self.remaining.set_lines(lines)
        is_shown = bool(self._said.remaining) and room > 0
        _show(self.remaining, is_shown)
        return room - lines if is_shown else room

    def _lines_of(self, label: ElidedLabel, width: int) -> int:
        return min(MOST_LINES, len(wrapped(label.text(), label.fontMetrics(), width, MOST_LINES)) or 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        set_role(self.gap, "gap")
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()
        super().mouseReleaseEvent(event)

    def _open(self) -> None:
        if self.figure is not None:
            self.opened.emit(self.figure.indicator.code)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme().px(5), theme().px(5))
            painter.end()


def _show(part: QWidget, is_shown: bool) -> None:
    if part.isHidden() == is_shown:
        part.setVisible(is_shown)
