"""The strip of counts: shape, number and word of each state; a click filters the table below."""

from collections import Counter
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.progress import State
from ui.pages.overview.summary import CoverageWords, counted_states
from ui.texts import state_word
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.state_mark import paint_state_mark

FEWEST_UNITS = 60
HEIGHT_UNITS = 48


class CountButton(QAbstractButton):
    """One state with its count; grey where there are none."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state
        self.count = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_count(self, count: int) -> None:
        """Show another number."""
        self.count = count
        self.setAccessibleName(f"{count} {state_word(self.state)}")
        self.setToolTip(self.tr("Show only these; once more: all"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        number = QFontMetrics(look.font(22, bold=True)).horizontalAdvance(str(self.count))
        word = QFontMetrics(look.font(12, bold=True)).horizontalAdvance(state_word(self.state))
        return QSize(number + word + look.px(18 + 6 + 7 + 24), look.px(HEIGHT_UNITS - 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.fillRect(self.rect(), look.colour("accent_soft"))
        mark, left = look.px(18), look.px(12)
        middle = self.height() / 2
        if not self.count:
            painter.setOpacity(0.75)
        paint_state_mark(painter, QRectF(left, middle - mark / 2, mark, mark), self.state)
        painter.setFont(look.font(22, bold=self.count > 0))
        painter.setPen(look.colour("text" if self.count else "muted"))
        number = str(self.count)
        left += mark + look.px(6)
        width = painter.fontMetrics().horizontalAdvance(number)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, width + 2, self.height()), flags, number)
        painter.setFont(look.font(12, bold=self.count > 0))
        painter.setPen(look.state(self.state).text if self.count else look.colour("muted"))
        words = QRectF(left + width + look.px(7), 0, self.width(), self.height())
        painter.drawText(words, flags, state_word(self.state))
        painter.setOpacity(1)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class CountsStrip(QFrame):
    """All counts, and on the right how many units have reported. chosen(State or None): filter the table."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setFixedHeight(theme().px(HEIGHT_UNITS))
        self.buttons: dict[State, CountButton] = {}
        self._lines: dict[State, QFrame] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)
        for state in (*counted_states(Counter()), State.TO_CHECK, State.NO_TARGET):
            self._add(state)
        self._words = CoverageWords("", "")
        self.coverage, self.lacking = ElidedLabel(), ElidedLabel()
        self.coverage.setProperty("role", "strong-small")
        self.lacking.setProperty("role", "secondary")
        column = QVBoxLayout()
        column.setContentsMargins(theme().px(12), 0, theme().px(8), 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.coverage)
        column.addWidget(self.lacking)
        column.addStretch(1)
        self._row.addLayout(column, 1)
        self._coverage_column = column

    def _add(self, state: State) -> None:
        button = CountButton(state)
        button.clicked.connect(partial(self._clicked, button))
        line = QFrame()
        line.setProperty("role", "vline")
        self._row.addWidget(button)
        self._row.addWidget(line)
        self.buttons[state], self._lines[state] = button, line

    def set_counts(self, counts: Counter[State]) -> None:
        """Show the counts; states that are rare have no place while there are none."""
        shown = counted_states(counts)
        for state, button in self.buttons.items():
            button.set_count(counts[state])
            for part in (button, self._lines[state]):
                _show(part, state in shown)

    def set_coverage(self, words: CoverageWords) -> None:
        """Say how many have reported and who is missing; the tooltip carries what does not fit."""
        self._words = words
        self._fit()

    @property
    def said(self) -> tuple[str, str]:
        """How many have reported and who is missing, in full."""
        return self._words.coverage, self._words.lacking

    def _fit(self) -> None:
        """In a narrow window both are said in fewer words, and nothing where not even these are seen."""
        words, width = self._words, self._coverage_column.contentsRect().width()
        pairs = (self.coverage, words.coverage, words.short), (self.lacking, words.lacking, words.short_lacking)
        for label, full, short in pairs:
            is_narrow = 0 < width < label.fontMetrics().horizontalAdvance(full)
            label.setText(short if is_narrow else full)
            label.setToolTip(full)
            _show(label, bool(full) and width >= theme().px(FEWEST_UNITS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_filter(self, state: State | None) -> None:
        """Mark the state that the table is filtered by."""
        for each, button in self.buttons.items():
            button.setChecked(each is state)

    def _clicked(self, button: CountButton) -> None:
        state = button.state if button.isChecked() else None
        self.set_filter(state)
        self.chosen.emit(state)


def _show(part: QWidget, is_shown: bool) -> None:
    if part.isHidden() == is_shown:
        part.setVisible(is_shown)
