"""The view of the tree of units: open as far as a person can look through it, and a row without more to say is wide."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QHeaderView, QTreeView

from ui.pages.units.tree_model import CODE, NAME, SAID, UnitTreeModel
from ui.theme import theme

MOST_OPEN = 400  # rows; of a longer tree only its first level is opened


class UnitTreeView(QTreeView):
    """Shows the units of a day. Call lay_out whenever the model shows others."""

    def __init__(self, model: UnitTreeModel) -> None:
        super().__init__()
        self._units = model
        self.setModel(model)
        self.setUniformRowHeights(True)
        self.setHeaderHidden(True)
        self.setIndentation(theme().px(16))
        self.expanded.connect(self._span_below)

    def lay_out(self) -> None:
        """Open the rows, and give each its room."""
        if self._units.size <= MOST_OPEN:
            self.expandAll()
            self._span_all(QModelIndex())
        else:
            self._span_below(QModelIndex())
            self.expand(self._units.index(0, NAME))
        self.setColumnHidden(CODE, True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(SAID, theme().px(94))

    def show_unit(self, code: str) -> bool:
        """Put the cursor on a unit, and open all above it; False where it is not shown."""
        index = self._units.find(code)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        return index.isValid()

    def _span_all(self, parent: QModelIndex) -> None:
        self._span_below(parent)
        for row in range(self._units.rowCount(parent)):
            self._span_all(self._units.index(row, NAME, parent))

    def _span_below(self, parent: QModelIndex) -> None:
        for row, node in enumerate(self._units.node(parent).shown):
            if node.is_wide:
                self.setFirstColumnSpanned(row, parent, True)
