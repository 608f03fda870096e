"""The table of figures: widths, drawn columns, and headers whose third click returns to worst first."""

from collections.abc import Sequence
from itertools import product

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView

from models.progress import Figure
from ui.pages.overview.table_model import (
    BAR,
    CODE,
    FIGURE,
    GAP,
    LEAD,
    NAME,
    STATE,
    TARGET,
    VALUE,
    spans_two,
    text_width,
)
from ui.theme import theme
from ui.widgets.delegates import DrawingDelegate, StateDelegate, TextDelegate
from ui.widgets.read_table import ReadTable

WIDTHS = {STATE: 124, CODE: 75, VALUE: 70, BAR: 80, TARGET: 101, GAP: 81, LEAD: 108}
WIDE = {STATE: 136, CODE: 82, VALUE: 82, BAR: 124, TARGET: 106, GAP: 88, LEAD: 118}
ROW_UNITS, WIDE_ROW_UNITS, LOW_ROW_UNITS = 27, 34, 24


class FigureView(ReadTable):
    """Rows are chosen whole; Enter or a double click activates one. peeked(index): Space asks for a closer look."""

    peeked = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self._fitted: tuple[bool, bool, bool, bool] | None = None
        self.setAccessibleName(self.tr("Indicators, worst first"))
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(TextDelegate(self))
        self.setItemDelegateForColumn(STATE, StateDelegate(self))
        self.setItemDelegateForColumn(BAR, DrawingDelegate(self))
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.sectionClicked.connect(self._header_clicked)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            for changed in (model.layoutChanged, model.modelReset, model.rowsInserted, model.rowsRemoved):
                changed.connect(self._span)
            for changed in (model.modelReset, model.rowsInserted):
                changed.connect(self._make_room)
            model.dataChanged.connect(self._changed)

    def fit_columns(
        self, *, is_wide: bool, is_low: bool = False, with_lead: bool = True, with_code: bool = True
    ) -> None:
        """Give every column its width; the name takes the rest. Where it is narrow lead unit and code have none.

        is_low: rows are as low as can be clicked, so that twelve are seen."""
        if self._fitted == (is_wide, is_low, with_lead, with_code):
            return  # what a person has dragged since then stays
        self._fitted = (is_wide, is_low, with_lead, with_code)
        look, header = theme(), self.horizontalHeader()
        header.setMinimumSectionSize(look.px(40))
        for column, width in (WIDE if is_wide else WIDTHS).items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, look.px(width))
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.setColumnHidden(LEAD, not with_lead)
        self.setColumnHidden(CODE, not with_code)
        row = LOW_ROW_UNITS if is_low else WIDE_ROW_UNITS if is_wide else ROW_UNITS
        self.verticalHeader().setMinimumSectionSize(look.px(LOW_ROW_UNITS))
        self.verticalHeader().setDefaultSectionSize(look.px(row))
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.peeked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _span(self) -> None:
        """Words for what comes later, or has no gap, take the place of the next column too."""
        self.clearSpans()
        for row, figure in enumerate(self._figures()):
            for column in (each for each in (VALUE, TARGET) if spans_two(figure, each)):
                self.setSpan(row, column, 1, 2)

    def _make_room(self) -> None:
        """Widen the columns of numbers where one would not be seen whole."""
        self._make_room_for(self._figures())

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        some = range(first.row(), last.row() + 1)
        figures = [self._figure(row) for row in some]
        for (row, figure), column in product(zip(some, figures, strict=True), (VALUE, TARGET)):
            width = 2 if spans_two(figure, column) else 1
            if self.columnSpan(row, column) != width:
                self.setSpan(row, column, 1, width)
        self._make_room_for(figures)

    def _make_room_for(self, figures: Sequence[Figure]) -> None:
        for column in (VALUE, TARGET, GAP):
            beside = self.columnWidth(column + 1)
            widths = (text_width(each, column) - (beside if spans_two(each, column) else 0) for each in figures)
            widest = max(widths, default=0) + theme().px(18)
            if widest > self.columnWidth(column):
                self.horizontalHeader().resizeSection(column, widest)

    def _figures(self) -> list[Figure]:
        return [self._figure(row) for row in range(self.model().rowCount())]

    def _figure(self, row: int) -> Figure:
        figure: Figure = self.model().index(row, STATE).data(FIGURE)
        return figure

    def _header_clicked(self, column: int) -> None:
        header = self.horizontalHeader()
        is_same = header.isSortIndicatorShown() and header.sortIndicatorSection() == column
        if not is_same:
            order: Qt.SortOrder | None = Qt.SortOrder.AscendingOrder
        elif header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder:
            order = Qt.SortOrder.DescendingOrder
        else:
            order = None
        header.setSortIndicatorShown(order is not None)
        header.setSortIndicator(column, order or Qt.SortOrder.AscendingOrder)
        self.model().sort(-1 if order is None else column, order or Qt.SortOrder.AscendingOrder)
