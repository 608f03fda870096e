"""Tình hình gửi phiếu: all units of a quarter, who has sent what and when; taking in, returning, pressing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.number import format_date
from models.store.board import board
from models.store.changes import Changes
from models.submission import SubmissionState
from ui.failure import told
from ui.pages.entry.submission.board_model import BoardColumn, BoardFilter, BoardModel
from ui.pages.entry.submission.press_dialog import show_press_list
from ui.pages.entry.submission.sent_dialog import SentDialog
from ui.session import Session
from ui.texts import days_left_text, long_period_text
from ui.theme import theme
from ui.widgets.submission_mark import lateness_text

if TYPE_CHECKING:
    from ui.pages.entry.submission.sending import Sending

LOOK_KEY = "submission-board"
WIDTHS = {
    BoardColumn.UNIT: 250,
    BoardColumn.STATE: 130,
    BoardColumn.SENT_ON: 96,
    BoardColumn.LATE: 140,
    BoardColumn.FILLED: 84,
}


class BoardTable(QTableView):
    """Enter opens the unit under the cursor. opened: its index."""

    opened = Signal(QModelIndex)

    def __init__(self, model: BoardModel) -> None:
        super().__init__()
        look = theme()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.px(27))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column, units in WIDTHS.items():
            header.resizeSection(column, look.px(units))
        header.setStretchLastSection(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class BoardDialog(QDialog):
    """The board of the quarter that the page shows. opened(unit): its form is wanted, and the board goes."""

    opened = Signal(str)

    def __init__(self, session: Session, sending: Sending, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._sending, self._quarter = session, sending, session.period
        title = self.tr("Forms of {quarter}: who has sent what")
        self.setWindowTitle(title.format(quarter=long_period_text(self._quarter)))
        self.model = BoardModel(self)
        self.table = BoardTable(self.model)
        self.table.setAccessibleName(self.tr("Forms of all units"))
        self.find_field = QLineEdit()
        self.summary, self.nothing = QLabel(), QLabel(self.tr("No unit's form is like this."))
        self._group = QButtonGroup(self)
        self.chips = {wanted: self._chip() for wanted in BoardFilter}
        self.chips[BoardFilter.ALL].setChecked(True)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._room = parent.window().size()
        self._restore_look()
        self.refresh()
        self.table.setFocus()

    def _chip(self) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "chip")
        button.setCheckable(True)
        button.setAutoDefault(False)
        self._group.addButton(button)
        return button

    def _make_buttons(self) -> None:
        look = theme()
        self.open_button = QPushButton(look.icon("entry"), self.tr("Show the form"))
        self.accept_button = QPushButton(look.icon("check"), self.tr("Take in"))
        self.return_button = QPushButton(look.icon("return"), self.tr("Return…"))
        self.sent_button = QPushButton(look.icon("history"), self.tr("What was sent…"))
        self.press_button = QPushButton(look.icon("mail"), self.tr("List of units to press…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._of_units = (self.open_button, self.sent_button, self.accept_button, self.return_button)

    def _lay_out(self) -> None:
        look = theme()
        self.summary.setProperty("role", "secondary")
        self.nothing.setProperty("role", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.find_field.setPlaceholderText(self.tr("Find a unit; tone marks are not needed"))
        self.find_field.setAccessibleName(self.tr("Find a unit"))
        self.find_field.setClearButtonEnabled(True)
        self.find_field.setFixedWidth(look.px(260))
        above = QHBoxLayout()
        above.setSpacing(look.px(8))
        for chip in self.chips.values():
            above.addWidget(chip)
        above.addStretch(1)
        above.addWidget(self.find_field)
        below = QHBoxLayout()
        below.setSpacing(look.px(8))
        for button in self._of_units:
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.press_button)
        below.addWidget(self.close_button)
        for button in (*self._of_units, self.press_button, self.close_button):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(12))
        column.setSpacing(look.px(10))
        column.addWidget(self.summary)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._filter)
        self.find_field.textChanged.connect(self._filter)
        self.find_field.returnPressed.connect(self.table.setFocus)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.table.opened.connect(self._opened)
        self.open_button.clicked.connect(self._open_clicked)
        self.accept_button.clicked.connect(self._accept_clicked)
        self.return_button.clicked.connect(self._return_clicked)
        self.sent_button.clicked.connect(self._sent_clicked)
        self.press_button.clicked.connect(self._press_clicked)
        self.close_button.clicked.connect(self.close)
        self._session.changed.connect(self._changed)

    # showing

    def refresh(self) -> None:
        """Read where all forms stand, and show it; the chosen units stay chosen."""
        session, chosen = self._session, self.selected()
        with told(session):
            found = board(session.db, session.plan, self._quarter, session.on)
            self.model.show_standings(found, session.tree)
        window, on = session.windows.of(self._quarter), session.on
        due = window.due
        left = days_left_text(due, on) if on <= due else lateness_text(due, on, window.calendar)
        words = self.tr("{plan} · due {date} ({left}) · as of {day}")
        self.summary.setText(
            words.format(plan=session.plan.name, date=format_date(due), left=left, day=format_date(session.on))
        )
        self._show_counts()
        self._choose(chosen or [session.unit or ""])

    def _show_counts(self) -> None:
        words = {
            BoardFilter.ALL: self.tr("All {count}"),
            BoardFilter.NOT_SENT: self.tr("Not sent {count}"),
            BoardFilter.LATE: self.tr("Late {count}"),
            BoardFilter.SENT: self.tr("Sent {count}"),
            BoardFilter.ACCEPTED: self.tr("Taken in {count}"),
            BoardFilter.RETURNED: self.tr("Returned {count}"),
        }
        for wanted, count in self.model.counts().items():
            self.chips[wanted].setText(words[wanted].format(count=count))

    def _filter(self) -> None:
        chosen = self.selected()
        wanted = next(each for each, chip in self.chips.items() if chip.isChecked())
        self.model.show(wanted, self.find_field.text())
        self._choose(chosen)

    def _choose(self, units: list[str]) -> None:
        """Choose the units that are shown, else the first line."""
        rows = [row for unit in units if (row := self.model.row_of(unit)) >= 0] or [0]
        selection = self.table.selectionModel()
        flags = selection.SelectionFlag
        for place, row in enumerate(rows[: self.model.rowCount()]):
            index = self.model.index(row, 0)
            if not place:
                selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            selection.select(index, flags.Select | flags.Rows)
        has_rows = self.model.rowCount() > 0
        self.table.setVisible(has_rows)
        self.nothing.setVisible(not has_rows)
        self._enable()

    def selected(self) -> list[str]:
        """Return the units that are chosen, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.rows[row].unit for row in rows]

    def _enable(self) -> None:
        rows = [self.model.rows[index.row()] for index in self.table.selectionModel().selectedRows()]
        has_sent = any(each.state is SubmissionState.SUBMITTED for each in rows)
        self.accept_button.setEnabled(has_sent)
        self.return_button.setEnabled(has_sent)
        self.open_button.setEnabled(len(rows) == 1)
        self.sent_button.setEnabled(len(rows) == 1)

    def _changed(self, changes: Changes, source: object) -> None:
        if changes.submissions or changes.actuals or changes.units or changes.targets:
            self.refresh()

    # what the person did

    def _opened(self, index: QModelIndex) -> None:
        unit = self.model.rows[index.row()].unit
        self.close()
        self.opened.emit(unit)

    def _open_clicked(self) -> None:
        self._opened(self.table.currentIndex())

    def _accept_clicked(self) -> None:
        self._sending.take_in(self.selected(), self._quarter)

    def _return_clicked(self) -> None:
        self._sending.ask_to_return(self.selected(), self._quarter, self)

    def _sent_clicked(self) -> None:
        with told(self._session):
            SentDialog(self._session, self.selected()[0], self._quarter, self).open()

    def _press_clicked(self) -> None:
        show_press_list(self._session, self._quarter, self)

    # how it looked last time

    def _restore_look(self) -> None:
        look, room, settings = theme(), self._room, self._session.settings
        self.resize(min(look.px(1140), room.width() - look.px(40)), min(look.px(620), room.height() - look.px(40)))
        kept: Any = settings.view(LOOK_KEY)
        if isinstance(kept, QByteArray):
            header = self.table.horizontalHeader()
            header.restoreState(kept)
            self.model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def done(self, result: int) -> None:
        self._session.settings.keep_view(LOOK_KEY, self.table.horizontalHeader().saveState())
        super().done(result)
