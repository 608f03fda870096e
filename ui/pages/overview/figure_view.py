"""The table of figures: widths, drawn columns, and headers whose third click returns to worst first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.pages.overview.table_model import BAR, CODE, GAP, LEAD, NAME, STATE, TARGET, VALUE
from ui.theme import theme
from ui.widgets.delegates import BulletDelegate, StateDelegate

WIDTHS = {STATE: 128, CODE: 84, VALUE: 84, BAR: 100, TARGET: 88, GAP: 84, LEAD: 118}


class FigureView(QTableView):
    """Rows are chosen whole; Enter or a double click activates one."""

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setAccessibleName(self.tr("Indicators, worst first"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(27))
        self.setItemDelegateForColumn(STATE, StateDelegate(self))
        self.setItemDelegateForColumn(BAR, BulletDelegate(self))
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.sectionClicked.connect(self._header_clicked)

    def fit_columns(self) -> None:
        """Give every column its width; the name takes the rest."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(theme().px(40))
        for column, width in WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, theme().px(width))
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

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
