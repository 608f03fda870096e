"""Tab of the reports made before: open one, or save it again as it left the program."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.store.reports import MadeReport
from models.unit import Unit
from ui.pages.reports.made_table import MadeModel
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel


class MadeTab(QWidget):
    """Shows made reports. open_wanted, again_wanted: the person wants one opened, or saved again.

    compare_wanted(earlier, later): two of them are to be compared."""

    open_wanted = Signal(object)
    again_wanted = Signal(object)
    compare_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.model = MadeModel()
        self.view = QTableView()
        self.open_button = QPushButton(theme().icon("open"), self.tr("Open"))
        self.again_button = QPushButton(theme().icon("save"), self.tr("Save again…"))
        self.compare_button = QPushButton(theme().icon("list"), self.tr("Compare two"))
        self.compare_button.setToolTip(self.tr("Choose two reports with Ctrl or Shift"))
        self._build()
        self.view.selectionModel().selectionChanged.connect(self._enable)
        self.compare_button.clicked.connect(self._compare)
        self.view.activated.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.again_button.clicked.connect(self._again)
        self._enable()

    def show_reports(self, reports: list[MadeReport], units: Mapping[str, Unit]) -> None:
        """Show made reports, the newest first; the cursor stays on its row."""
        row = self.view.currentIndex().row()
        self.model.show_reports(reports, units)
        if reports:
            self.select(min(max(row, 0), len(reports) - 1))
        self._enable()

    def select(self, row: int) -> None:
        """Put the cursor on a row."""
        self.view.selectRow(row)

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Reports made"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setTabKeyNavigation(False)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(theme().px(27))
        header = self.view.horizontalHeader()
        for column, width in enumerate((122, 200, 112, 116, 76, 110, 110)):
            header.resizeSection(column, theme().px(width))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._bar())
        box.addWidget(self.view, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(theme().px(10), theme().px(6), theme().px(10), theme().px(6))
        bar.setSpacing(theme().px(8))
        for button in (self.open_button, self.again_button, self.compare_button):
            button.setProperty("role", "small")
            bar.addWidget(button)
        note = ElidedLabel(self.tr("Kept in the data file as they left it; later figures do not change them."))
        note.setProperty("role", "muted")
        bar.addWidget(note, 1)
        return bar

    def _enable(self) -> None:
        has_row = self._current() is not None
        self.open_button.setEnabled(has_row)
        self.again_button.setEnabled(has_row)
        self.compare_button.setEnabled(len(self._chosen()) == 2)

    def _current(self) -> MadeReport | None:
        row = self.view.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _chosen(self) -> list[MadeReport]:
        """Return the chosen reports, the earliest first."""
        rows = {index.row() for index in self.view.selectionModel().selectedRows()}
        return sorted((self.model.rows[row] for row in rows), key=lambda made: made.id)

    def _compare(self) -> None:
        self.compare_wanted.emit(*self._chosen())

    def _open(self, _index: QModelIndex | bool = False) -> None:
        if (made := self._current()) is not None:
            self.open_wanted.emit(made)

    def _again(self) -> None:
        if (made := self._current()) is not None:
            self.again_wanted.emit(made)
