"""The middle of the overview: all indicators worst first, under a head that says which are shown in what order."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from models.progress import Figure, State
from ui.pages.overview.figure_view import FigureView
from ui.pages.overview.table_model import FIGURE, FigureFilter, FigureTable
from ui.theme import theme
from ui.widgets.figure_drawing import Scale

PEEK_UNITS = 120  # from the row's left: what is looked at stays in sight


class FiguresPanel(QFrame):
    """opened(code): by Enter or a double click. peeked, menu_wanted(figure, place): with a place on the screen."""

    opened = Signal(str)
    peeked = Signal(object, QPoint)
    menu_wanted = Signal(object, QPoint)

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setProperty("role", "panel")
        self.model, self.shown, self.view = FigureTable(self), FigureFilter(self), FigureView()
        self.shown.setSourceModel(self.model)
        self.view.setModel(self.shown)
        self.title, self.hint = QLabel(), QLabel()
        self.title.setProperty("role", "section")
        self.hint.setProperty("role", "secondary")
        self.head = QHBoxLayout()
        self.head.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(4))
        self.head.setSpacing(look.px(8))
        self.head.addWidget(self.title)
        self.head.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self.view, 1)
        self.view.activated.connect(self._activated)
        self.view.peeked.connect(self._peeked)
        self.view.customContextMenuRequested.connect(self._menu_requested)
        copied = QShortcut(
            QKeySequence(QKeySequence.StandardKey.Copy), self.view, context=Qt.ShortcutContext.WidgetShortcut
        )
        copied.activated.connect(self.copy_row)

    # -- what is shown

    def show_figures(self, judged: Sequence[Figure], watched: Sequence[Figure], scale: Scale) -> None:
        """Show what is held against targets, and below it what is only watched; the chosen row stays chosen."""
        kept = self.current_code
        is_same = self.model.show_figures([*judged, *watched], scale)
        self.shown.set_watched(frozenset(each.indicator.code for each in watched))
        self._show_head()
        if not is_same or self.current_code != kept:
            self.select(kept)

    def show_awaited(self) -> None:
        """Say that other figures are being computed."""
        self.hint.setText(self.tr("being computed…"))

    def filter(self, state: State | None) -> None:
        """Show those in a state, or all."""
        self.shown.set_state(state)
        self._show_head()
        if self.shown.rowCount():
            self.view.selectRow(0)

    def _show_head(self) -> None:
        self.title.setText(self.tr("All indicators") if self.shown.state is None else self.tr("Chosen indicators"))
        hint = self.tr("worst state first, then by shortfall against the target")
        if any(each.is_provisional for each in self.model.rows):
            hint += self.tr("; * provisional")
        self.hint.setText(hint)

    # -- the chosen one

    @property
    def current_code(self) -> str | None:
        """The chosen indicator's code."""
        index = self.view.currentIndex()
        return self.figure_at(index).indicator.code if index.isValid() else None

    def figure_at(self, index: QModelIndex) -> Figure:
        """Return the figure of a row."""
        figure: Figure = index.data(FIGURE)
        return figure

    def select(self, code: str | None) -> None:
        """Choose an indicator; the first where it is not shown."""
        for row in range(self.shown.rowCount()):
            if self.figure_at(self.shown.index(row, 0)).indicator.code == code:
                self.view.selectRow(row)
                return
        if self.shown.rowCount():
            self.view.selectRow(0)

    def peek(self, code: str) -> None:
        """Ask for a closer look at an indicator."""
        self.select(code)
        self._peeked(self.view.currentIndex())

    def copy_row(self) -> None:
        """Put the chosen row on the clipboard, as Excel takes it."""
        index = self.view.currentIndex()
        if index.isValid():
            cells = (index.siblingAtColumn(column).data() for column in range(self.shown.columnCount()))
            QGuiApplication.clipboard().setText("\t".join(str(cell or "") for cell in cells))

    # -- what a person did

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.figure_at(index).indicator.code)

    def _peeked(self, index: QModelIndex) -> None:
        below = self.view.visualRect(index).bottomLeft() + QPoint(theme().px(PEEK_UNITS), 0)
        self.peeked.emit(self.figure_at(index), self.view.viewport().mapToGlobal(below))

    def _menu_requested(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.isValid():
            self.menu_wanted.emit(self.figure_at(index), self.view.viewport().mapToGlobal(place))
