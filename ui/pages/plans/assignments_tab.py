"""Tab Giao theo đơn vị: the grid of units and indicators, and which period its targets are for."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.exchange.clipboard.block import Block
from models.period import Period, Span
from ui.pages.plans.assignment_block import Laid, lay, read_texts, refusal
from ui.pages.plans.assignment_table import AssignmentModel, Given
from ui.texts import period_text
from ui.theme import theme
from ui.widgets.block_view import BlockView
from ui.widgets.fields import Complaint
from ui.widgets.grid_view import TypingDelegate

SPANS = (Span.YEAR, Span.Q1, Span.H1, Span.M9, Span.Q2, Span.Q3, Span.Q4)

COLUMN_UNITS = 81
SHOWN_WARNINGS = 2


class AssignmentsTab(QWidget):
    """Shows what a plan gives to units; every change is handed to the page.

    typed: indicator, unit (None: the plan) and new target. block_typed: a list of such, to be one step. toggled:
    indicator and unit, to give it or take it back. period_chosen: another period's targets are wanted."""

    typed = Signal(object, object, object)
    block_typed = Signal(list)
    toggled = Signal(object, str)
    period_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = AssignmentModel()
        self.view = BlockView()
        self.delegate = TypingDelegate(self.view)
        self.periods = QComboBox()
        self.toggle_button = QPushButton(self.tr("Ask / do not ask this unit"))
        self.message, self.warnings = Complaint(), QLabel()
        self._build()
        self._connect()

    def show_given(self, given: Given) -> None:
        """Show what is given, the cursor staying on its cell."""
        index = self.view.currentIndex()
        place = (index.row(), index.column())
        if [self.periods.itemData(n).year for n in range(self.periods.count())][:1] != [given.plan.year]:
            self.periods.clear()
            for span in SPANS:
                period = Period(given.plan.year, span)
                self.periods.addItem(period_text(period), period)
        self.periods.setCurrentIndex(SPANS.index(given.period.span))
        self.model.show_given(given)
        self._make_room()
        if self.model.rowCount() and self.model.columnCount():
            row = min(max(place[0], 0), self.model.rowCount() - 1)
            column = min(max(place[1], 0), self.model.columnCount() - 1)
            if (row, column) != (self.view.currentIndex().row(), self.view.currentIndex().column()):
                self.view.setCurrentIndex(self.model.index(row, column))
        self.message.say("")
        self._enable()

    def _make_room(self) -> None:
        """Widen the columns whose longest target, in their first rows, would not be seen whole."""
        for column in range(self.model.columnCount()):
            widest = max(theme().px(COLUMN_UNITS), self.view.sizeHintForColumn(column))
            self.view.setColumnWidth(column, widest)

    def show_warnings(self, told: Sequence[str]) -> None:
        """Say what contradicts within the plan's targets: the first two things, all of them in the tooltip."""
        more = self.tr("… and %n more", None, len(told) - SHOWN_WARNINGS) if len(told) > SHOWN_WARNINGS else ""
        self.warnings.setText("\n".join(filter(None, (*(f"▾ {each}" for each in told[:SHOWN_WARNINGS]), more))))
        self.warnings.setToolTip("\n".join(told))
        self.warnings.setVisible(bool(told))

    def refuse(self, message: str) -> None:
        """Say why a change was not kept."""
        self.message.say(self.tr("{problem} The old value was kept.").format(problem=message))

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme().px(10), theme().px(6), theme().px(10), theme().px(6))
        label = QLabel(self.tr("&Targets for"))
        label.setProperty("role", "secondary")
        label.setBuddy(self.periods)
        self.periods.setAccessibleName(self.tr("Period of the targets"))
        self.toggle_button.setProperty("role", "small")
        self.toggle_button.setToolTip(self.tr("Ctrl+Space"))
        hint = QLabel(self.tr("bold: its own · grey: as the plan · ▾ softer than the plan · empty: not asked"))
        hint.setProperty("role", "muted")
        bar.setSpacing(theme().px(8))
        for widget in (label, self.periods, self.toggle_button):
            bar.addWidget(widget)
        bar.addStretch(1)
        hint.setWordWrap(True)
        hint.setContentsMargins(theme().px(12), theme().px(4), theme().px(12), theme().px(4))
        self._set_up_view()
        self.message.setContentsMargins(theme().px(12), theme().px(4), theme().px(12), theme().px(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(hint)
        layout.addWidget(self.warnings)
        layout.addWidget(self.message)
        self.warnings.setProperty("role", "warning")
        self.warnings.setWordWrap(True)
        self.warnings.setContentsMargins(theme().px(12), 0, theme().px(12), theme().px(4))
        self.warnings.hide()
        self._add_toggle()

    def _set_up_view(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setAccessibleName(self.tr("Targets of units"))
        self.view.setShowGrid(True)
        self.view.setCornerButtonEnabled(False)
        self.view.horizontalHeader().setDefaultSectionSize(theme().px(COLUMN_UNITS))
        self.view.verticalHeader().setDefaultSectionSize(theme().px(25))
        self.view.verticalHeader().show()
        self.view.verticalHeader().setFixedWidth(theme().px(172))
        self.view.verticalHeader().setHighlightSections(True)

    def _add_toggle(self) -> None:
        action = QAction(self.view)
        action.setShortcut(QKeySequence("Ctrl+Space"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self._toggle_clicked)
        self.view.addAction(action)

    def _connect(self) -> None:
        self.model.typed.connect(self.typed)
        self.model.refused.connect(self.refuse)
        self.delegate.refused.connect(self.message.say)
        self.view.pasted.connect(self._pasted)
        self.view.emptied.connect(self._emptied)
        self.view.filled.connect(self._filled)
        self.view.selectionModel().currentChanged.connect(self._enable)
        self.toggle_button.clicked.connect(self._toggle_clicked)
        self.periods.activated.connect(self._period_activated)

    def _pasted(self, block: Block) -> None:
        first = self.view.chosen()[0]
        self._take(lay(self.model, block, (first.row(), first.column())))

    def _emptied(self, cells: list[QModelIndex]) -> None:
        self._take(read_texts(self.model, [(each.row(), each.column(), "") for each in cells]))

    def _filled(self, pairs: list[tuple[QModelIndex, QModelIndex]]) -> None:
        edit = Qt.ItemDataRole.EditRole
        self._take(read_texts(self.model, [(to.row(), to.column(), str(of.data(edit) or "")) for to, of in pairs]))

    def _take(self, laid: Laid) -> None:
        """Hand over a block as one step; where one cell of it is refused, none of it."""
        if laid.problems:
            self.message.say(self.tr("Nothing was taken in: {problems}").format(problems=refusal(laid.problems)))
        elif len(laid.cells) == 1:
            self.typed.emit(*laid.cells[0])
        elif laid.cells:
            self.block_typed.emit(list(laid.cells))

    def _enable(self) -> None:
        found = self.model.place(self.view.currentIndex())
        self.toggle_button.setEnabled(found is not None and found[1] is not None)

    def _toggle_clicked(self) -> None:
        found = self.model.place(self.view.currentIndex())
        if found is not None and found[1] is not None:
            self.toggled.emit(*found)

    def _period_activated(self, place: int) -> None:
        self.period_chosen.emit(self.periods.itemData(place))
