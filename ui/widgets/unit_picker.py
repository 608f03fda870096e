"""Chooses a unit: a filter without tones above the tree of the units of a day."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QTreeView, QWidget

from models.submission import SubmissionState
from models.unit import UnitTree
from ui.folding import fold
from ui.texts import unit_text
from ui.theme import theme
from ui.widgets.picker import Popup
from ui.widgets.submission_mark import submission_icon, submission_word

CODE = Qt.ItemDataRole.UserRole
FOLDED = Qt.ItemDataRole.UserRole + 1


def unit_items(
    tree: UnitTree,
    root: str,
    day: date,
    choosable: set[str] | None = None,
    states: Mapping[str, SubmissionState] | None = None,
) -> QStandardItem:
    """Return a unit and those below it on a day as items; those outside choosable cannot be chosen.

    states: where the form of each that can be chosen stands, shown as an icon and told in words; not named: a draft."""
    unit = tree[root]
    item = QStandardItem(unit_text(unit))
    if states is not None and (choosable is None or root in choosable):
        state = states.get(root, SubmissionState.DRAFT)
        item.setIcon(submission_icon(state))
        item.setToolTip(submission_word(state))
        item.setAccessibleText(f"{unit_text(unit)}, {submission_word(state)}")
    item.setData(root, CODE)
    item.setData(fold(f"{unit.name} {unit.code}"), FOLDED)
    item.setEditable(False)
    item.setSelectable(choosable is None or root in choosable)
    for child in tree.children(root, day):
        item.appendRow(unit_items(tree, child, day, choosable, states))
    return item


class UnitPopup(Popup):
    """chosen(code or None): None is the whole plan, offered where whole_text is given."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, whole_text: str = "") -> None:
        super().__init__(parent)
        self._whole_text = whole_text
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a unit; tone marks are not needed"))
        self.filter.setAccessibleName(self.tr("Find a unit"))
        self.filter.setClearButtonEnabled(True)
        self.tree = QTreeView()
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.tr("Units"))
        self.tree.setMinimumSize(theme().px(320), theme().px(330))
        self.column.addWidget(self.filter)
        self.column.addWidget(self.tree)
        self._model = QStandardItemModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setRecursiveFilteringEnabled(True)
        self._shown.setFilterRole(FOLDED)
        self._shown.setSourceModel(self._model)
        self.tree.setModel(self._shown)
        self.filter.textChanged.connect(self._filtered)
        self.filter.installEventFilter(self)
        self.tree.activated.connect(self._activated)
        self.tree.clicked.connect(self._activated)

    def fill(
        self,
        tree: UnitTree,
        root: str,
        day: date,
        chosen: str | None,
        choosable: set[str] | None,
        states: Mapping[str, SubmissionState] | None = None,
    ) -> None:
        """Show the units of a plan on a day, with the cursor on the one chosen; states as in unit_items."""
        self._model.clear()
        if self._whole_text:
            whole = QStandardItem(self._whole_text)
            whole.setData(fold(self._whole_text), FOLDED)
            whole.setEditable(False)
            self._model.appendRow(whole)
            for child in tree.children(root, day):
                self._model.appendRow(unit_items(tree, child, day, choosable, states))
        else:
            self._model.appendRow(unit_items(tree, root, day, choosable, states))
        self.tree.expandAll()
        found = self._model.match(self._model.index(0, 0), CODE, chosen, 1, _EXACT) if chosen else []
        self.tree.setCurrentIndex(self._shown.mapFromSource(found[0] if found else self._model.index(0, 0)))
        self.filter.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                step = self.tree.indexBelow if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else None
                found = (step or self.tree.indexAbove)(self.tree.currentIndex())
                if found.isValid():
                    self.tree.setCurrentIndex(found)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._activated(self.tree.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _filtered(self, text: str) -> None:
        self._shown.setFilterFixedString(fold(text))
        self.tree.expandAll()
        self.tree.setCurrentIndex(self._first_choosable(QModelIndex()))

    def _first_choosable(self, parent: QModelIndex) -> QModelIndex:
        for row in range(self._shown.rowCount(parent)):
            index = self._shown.index(row, 0, parent)
            named = self.filter.text() and fold(self.filter.text()) not in str(index.data(FOLDED))
            if index.flags() & Qt.ItemFlag.ItemIsSelectable and not named:
                return index
            if (below := self._first_choosable(index)).isValid():
                return below
        return QModelIndex()

    def _activated(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            code = index.data(CODE)
            self.close()
            self.chosen.emit(code)


_EXACT = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
