"""How the dialog's tables look."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from ui.theme import theme
from ui.widgets.delegates import TextDelegate

ROW_UNITS, WIDEST_UNITS, GRID_HEADER_UNITS = 25, 190, 44


class GroundDelegate(TextDelegate):
    """Paints the ground that a cell asks for: with the theme's style sheet the style itself does not."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None and not option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)


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
    header.setTextElideMode(Qt.TextElideMode.ElideRight)
    header.setResizeContentsPrecision(60)
    header.setStretchLastSection(not is_grid)
    if is_grid:
        table.setItemDelegate(GroundDelegate(table))
        header.setFixedHeight(look.px(GRID_HEADER_UNITS))
    return table


def fit(table: QTableView, widest_units: int = WIDEST_UNITS) -> None:
    """Make columns as wide as their first rows; a long one ends in an ellipsis."""
    table.resizeColumnsToContents()
    widest = theme().px(widest_units)
    for column in range(table.model().columnCount()):
        table.setColumnWidth(column, min(table.columnWidth(column) + theme().px(8), widest))
