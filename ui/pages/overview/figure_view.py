"""The table of figures: widths, drawn columns, and headers whose third click returns to worst first."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.pages.overview.table_model import BAR, CODE, GAP, LEAD, NAME, SPANS, STATE, TARGET, VALUE
from ui.theme import theme
from ui.widgets.delegates import DrawingDelegate, StateDelegate, TextDelegate

WIDTHS = {STATE: 124, CODE: 75, VALUE: 70, BAR: 80, TARGET: 101, GAP: 81, LEAD: 108}
WIDE = {STATE: 136, CODE: 82, VALUE: 82, BAR: 124, TARGET: 106, GAP: 88, LEAD: 118}
ROW_UNITS, WIDE_ROW_UNITS, LOW_ROW_UNITS = 27, 34, 24


class FigureView(QTableView):
    """Rows are chosen whole; Enter or a double click activates one. peeked(index): Space asks for a closer look."""

    peeked = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self._fitted: tuple[bool, bool, bool, bool] | None = None
        self.setAccessibleName(self.tr("Indicators, worst first"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
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
        """Where a figure comes later, the words for it take the place of the bar too."""
        self.clearSpans()
        for row in range(self.model().rowCount()):
            if self.model().index(row, VALUE).data(SPANS):
                self.setSpan(row, VALUE, 1, 2)
        self._make_room()

    def _make_room(self) -> None:
        """Widen the columns of numbers where one would not be seen whole."""
        model, air, metrics = self.model(), theme().px(18), dict[str, QFontMetrics]()
        for column in (VALUE, TARGET, GAP):
            widest = 0
            for cell in (model.index(row, column) for row in range(model.rowCount())):
                font = cell.data(Qt.ItemDataRole.FontRole)
                measured = metrics.setdefault(font.key(), QFontMetrics(font))
                if not cell.data(SPANS):
                    widest = max(widest, measured.horizontalAdvance(str(cell.data() or "")) + air)
            if widest > self.columnWidth(column):
                self.horizontalHeader().resizeSection(column, widest)

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
