"""A look at one figure without leaving the page: its parts, the units that pull it down, what was said of it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.number import format_date, format_number
from models.plan import Explanation, ExplanationRequest
from models.progress import Figure, State
from models.unit import UnitTree
from ui.pages.overview.table_model import how_computed
from ui.texts import gap_text, gap_words, unit_text, value_text
from ui.theme import theme
from ui.widgets.state_mark import StatePill, state_icon

WIDTH_UNITS = 440
MOST_UNITS = 6
BEHIND = (State.MISSED, State.NEAR, State.TO_CHECK, State.NO_DATA)
UNIT = Qt.ItemDataRole.UserRole


class PeekCard(QFrame):
    """Esc, Space or a click elsewhere closes it. closed: it went.

    opened(unit): Enter or a double click on a unit; "" on the figure."""

    opened = Signal(str)
    closed = Signal()

    def __init__(self, figure: Figure, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "panel")
        self.setFixedWidth(theme().px(WIDTH_UNITS))
        self.figure = figure
        self.pill, self.parts, self.gap = StatePill(), QLabel(how_computed(figure)), QLabel(gap_words(figure))
        self.pill.set_state(figure.state, is_provisional=figure.is_provisional)
        self.units_title = QLabel(self.tr("Units: being computed…"))
        self.units, self.said = QListWidget(), QLabel()
        self._build()
        self.units.itemActivated.connect(self._unit_activated)
        self.units.setFocus()

    def _build(self) -> None:
        look = theme()
        value = QLabel(value_text(self.figure))
        value.setProperty("role", "gap")
        code = QLabel(self.figure.indicator.code)
        code.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setSpacing(look.px(10))
        head.addWidget(self.pill)
        head.addWidget(value)
        head.addWidget(self.gap, 1)
        head.addWidget(code)
        self.units_title.setProperty("role", "strong-small")
        self.said.setProperty("role", "small")
        for label in (self.parts, self.said):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.units.setAccessibleName(self.tr("Units that pull it down"))
        self.units.setIconSize(QSize(look.px(14), look.px(14)))
        self.units.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), look.px(10), look.px(12), look.px(10))
        column.setSpacing(look.px(6))
        column.addLayout(head)
        for part in (self.parts, self.units_title, self.units, self.said):
            column.addWidget(part)

    def show_units(self, figures: Sequence[Figure], tree: UnitTree) -> None:
        """Show the units that pull the figure down, the worst first."""
        behind = [each for each in figures if each.state in BEHIND and each.unit is not None]
        shown = behind[:MOST_UNITS]
        title = self.tr("Units that pull it down ({shown} of {all})") if behind else self.tr("No unit is behind.")
        self.units_title.setText(title.format(shown=len(shown), all=len(behind)))
        for each in shown:
            self.units.addItem(self._item(each, unit_text(tree[each.unit or ""])))
        self.units.setVisible(bool(shown))
        if shown:
            self.units.setCurrentRow(0)
            rows = self.units.sizeHintForRow(0) * len(shown)
            self.units.setFixedHeight(rows + 2 * self.units.frameWidth() + theme().px(2))
        self.adjustSize()

    def _item(self, each: Figure, name: str) -> QListWidgetItem:
        parts = ""
        if each.numerator is not None and each.denominator is not None:
            parts = f" = {format_number(each.numerator)}/{format_number(each.denominator)}"
        item = QListWidgetItem(state_icon(each.state), f"{name}: {value_text(each)}{parts} ({gap_text(each)})")
        item.setData(UNIT, each.unit)
        return item

    def show_said(self, said: Explanation | None, asked: ExplanationRequest | None) -> None:
        """Show why it was missed, and what was asked."""
        lines = []
        if asked is not None:
            state = self.tr("answered") if asked.is_answered else self.tr("not answered yet")
            due = ", " + self.tr("due {day}").format(day=format_date(asked.due)) if asked.due else ""
            lines.append(
                self.tr("Explanation asked for ({state}{due})").format(state=state, due=due) + _after(asked.note)
            )
        if said is not None:
            lines += [self.tr("Cause") + _after(said.cause), self.tr("Remedy") + _after(said.remedy)]
        self.said.setText("\n".join(lines) or self.tr("Not explained yet."))
        self.adjustSize()

    def show_at(self, place: QPoint) -> None:
        """Show the card, as a whole on the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = min(place.x(), room.right() - self.width())
        self.move(max(room.left(), left), max(room.top(), min(place.y(), room.bottom() - self.sizeHint().height())))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open("")
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _unit_activated(self, item: QListWidgetItem) -> None:
        self._open(item.data(UNIT))

    def _open(self, unit: str) -> None:
        self.close()
        self.opened.emit(unit)


def _after(text: str) -> str:
    return f": {text}" if text else ": –"
