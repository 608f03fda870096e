"""The source of the chosen figure: parts, coverage, target, state, arithmetic, the units behind it, the way to the
cell."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.pages.reports.source_answer import Answer, Line, Share
from ui.theme import theme
from ui.widgets.form import FormArea
from ui.widgets.row_model import LEFT, RIGHT, Index, RowModel
from ui.widgets.state_mark import StatePill, state_icon

LEAST_UNITS, ROW_UNITS = 104, 24


class ShareModel(RowModel):
    """What a figure is made of: units and what each gave, or the things that were counted."""

    rows: Sequence[Share]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.cells[index.column()]
            case Qt.ItemDataRole.DecorationRole if index.column() == 0 and row.state is not None:
                return state_icon(row.state)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.side(index.column())
        return None

    def side(self, column: int) -> Qt.AlignmentFlag:
        return RIGHT if column else LEFT


class SourcePanel(QWidget):
    """Shows where a number comes from. cell_wanted(unit, indicator), figure_wanted(): the person wants to be led to the
    cell of a unit ("": whichever), or to the overview."""

    cell_wanted = Signal(str, str)
    figure_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.number, self.title, self.where, self.name, self.sums = (QLabel() for _ in range(5))
        self.pill = StatePill()
        self.lines = QWidget()
        self.lines.setProperty("role", "scrolled")
        self.model = ShareModel(self)
        self.table = QTableView()
        self.cell_button = QPushButton(self.tr("Open in data entry"))
        self.overview_button = QPushButton(self.tr("Overview"))
        self.empty = QLabel(self.tr("Choose a figure in the preview: here it says where it comes from."))
        self._answer: Answer | None = None
        self._set_table()
        self._build()
        self.table.activated.connect(self._row_activated)
        self.cell_button.clicked.connect(self._cell_clicked)
        self.overview_button.clicked.connect(self.figure_wanted)
        self.show_answer(None)

    def show_answer(self, answer: Answer | None) -> None:
        """Show what is said of a number; None: none is chosen."""
        self._answer = answer
        self.empty.setVisible(answer is None)
        self._said.setVisible(answer is not None)
        if answer is None:
            return
        labels = (self.number, self.title, self.where, self.name)
        texts = (answer.number, answer.title, answer.where, answer.name)
        for label, text in zip(labels, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.pill.setVisible(answer.state is not None)
        if answer.state is not None:
            self.pill.set_state(answer.state, is_provisional=answer.is_provisional)
        self._show_lines([*answer.lines, *answer.said])
        self.sums.setText("\n".join(answer.sums))
        self.sums.setVisible(bool(answer.sums))
        self._show_shares(answer)
        QTimer.singleShot(0, self, self._fit)  # once the new lines have their places
        self.cell_button.setVisible(bool(answer.indicator))
        self.overview_button.setVisible(bool(answer.indicator))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the table follow the lines at once where there are few of them."""
        height = self._scroll.inner.heightForWidth(self._scroll.viewport().width())
        self._scroll.setMaximumHeight(height + theme().px(4))

    def take_focus(self) -> None:
        """Take the keyboard: the button that leads on, else what was counted."""
        wanted = self.cell_button if self.cell_button.isVisibleTo(self) else self.table
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        look = theme()
        self.number.setProperty("role", "title")
        self.title.setProperty("role", "secondary")
        self.where.setProperty("role", "secondary")
        self.name.setProperty("role", "strong")
        self.empty.setProperty("role", "muted")
        for label in (self.number, self.title, self.where, self.name, self.sums, self.empty):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said = QWidget()
        column = QVBoxLayout(self._said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self._scroll = FormArea(self._scrolled())
        column.addWidget(self._scroll, 2)
        column.addWidget(self.table, 1)
        column.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        buttons.addWidget(self.cell_button, 1)
        buttons.addWidget(self.overview_button)
        column.addLayout(buttons)
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(10))
        box.addWidget(self.empty)
        box.addWidget(self._said, 1)
        box.addStretch()

    def _scrolled(self) -> QWidget:
        """Return what is said of the number, above what it is made of."""
        scrolled = QWidget()
        inner = QVBoxLayout(scrolled)
        inner.setContentsMargins(0, 0, theme().px(8), 0)
        inner.setSpacing(theme().px(4))
        top = QHBoxLayout()
        top.addWidget(self.number, 1)
        top.addWidget(self.pill)
        inner.addLayout(top)
        for part in (self.title, self.where, self.name, self.sums, self.lines):
            inner.addWidget(part)
        inner.addStretch(1)
        return scrolled

    def _set_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("What the figure is made of"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme().px(ROW_UNITS))
        table.horizontalHeader().setHighlightSections(False)

    def _show_lines(self, lines: Sequence[Line]) -> None:
        """Make the lines anew: a label at the left, what it says at the right, its note below."""
        before = self.lines.layout()
        if before is not None:
            QWidget().setLayout(before)  # takes the old lines away with it
            for child in self.lines.findChildren(QLabel):
                child.deleteLater()
        grid = QGridLayout(self.lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(8))
        grid.setVerticalSpacing(theme().px(3))
        grid.setColumnStretch(1, 1)
        for number, line in enumerate(lines):
            self._add_line(grid, 2 * number, line)

    def _add_line(self, grid: QGridLayout, row: int, line: Line) -> None:
        top = Qt.AlignmentFlag.AlignTop
        label, text = QLabel(line.label), _wrapped(line.text, "strong")
        text.setAlignment(top | Qt.AlignmentFlag.AlignRight)
        label.setProperty("role", "secondary")
        grid.addWidget(label, row, 0, top)
        grid.addWidget(text, row, 1)
        if line.note:
            grid.addWidget(_wrapped(line.note, "muted"), row + 1, 0, 1, 2)

    def _show_shares(self, answer: Answer) -> None:
        self.model.headings = answer.headings
        self.model.show_rows(answer.shares)
        self.table.setVisible(bool(answer.shares))
        header = self.table.horizontalHeader()
        for column in range(len(answer.headings)):
            mode = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
        height = header.sizeHint().height() + len(answer.shares) * theme().px(ROW_UNITS) + theme().px(4)
        self.table.setMaximumHeight(height)
        self.table.setMinimumHeight(min(height, theme().px(LEAST_UNITS)))
        if answer.shares:
            self.table.selectRow(0)

    def _row_activated(self, index: QModelIndex) -> None:
        share = self.model.rows[index.row()]
        self.cell_wanted.emit(share.unit or "", share.indicator)

    def _cell_clicked(self) -> None:
        answer, row = self._answer, self.table.currentIndex().row()
        if answer is None:
            return
        chosen = answer.shares[row] if 0 <= row < len(answer.shares) else None
        unit = answer.unit or (chosen.unit if chosen is not None else None)
        self.cell_wanted.emit(unit or "", answer.indicator)


def _wrapped(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
