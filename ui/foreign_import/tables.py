"""How the dialog's tables look."""

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.theme import theme

ROW_UNITS, WIDEST_UNITS = 25, 190


def list_table(model: QAbstractItemModel, name: str, *, is_grid: bool = False) -> QTableView:
    """Return a table that shows a model; is_grid: the file's own cells, chosen one by one."""
    look = theme()
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setShowGrid(is_grid)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    if not is_grid:
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    rows = table.verticalHeader()
    rows.setVisible(is_grid)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(look.px(ROW_UNITS))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setResizeContentsPrecision(60)
    header.setStretchLastSection(not is_grid)
    return table


def fit(table: QTableView) -> None:
    """Make columns as wide as their first rows; a long one ends in an ellipsis."""
    table.resizeColumnsToContents()
    widest = theme().px(WIDEST_UNITS)
    for column in range(table.model().columnCount()):
        table.setColumnWidth(column, min(table.columnWidth(column) + theme().px(8), widest))
