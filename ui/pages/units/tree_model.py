"""Units as a tree on a day: those that exist under one another, those that do not below, muted."""

from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from models.number import format_date
from models.unit import Unit, UnitTree
from ui.folding import fold
from ui.texts import unit_text
from ui.theme import theme

CODE_ROLE = Qt.ItemDataRole.UserRole + 1
FOLDED_ROLE = Qt.ItemDataRole.UserRole + 2


class UnitTreeModel(QStandardItemModel):
    """Two columns: the unit's name, and what there is to say of it (kind, since when, until when)."""

    def show_units(self, tree: UnitTree, day: date) -> None:
        """Show all units as they stand on a day."""
        self.clear()
        self.setHorizontalHeaderLabels([self.tr("Unit"), self.tr("Code"), self.tr("Kind")])
        valid = {code for code, unit in tree.units.items() if unit.is_valid_on(day)}
        rows: dict[str, QStandardItem] = {}
        for code in [each for root in tree.roots() for each in tree.walk(root)]:
            if code in valid:
                superior = tree[code].superior
                above = rows.get(superior or "", self.invisibleRootItem())
                rows[code] = self._add(above, tree[code], day)
        gone = [code for code in tree.units if code not in valid]
        if gone:
            self._add_gone([tree[code] for code in gone], day)

    def find(self, code: str) -> QModelIndex:
        """Return where a unit stands; an invalid index when it does not."""
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        if not self.rowCount():
            return QModelIndex()
        found = self.match(self.index(0, 0), CODE_ROLE, code, 1, flags)
        return found[0] if found else QModelIndex()

    def _add(self, above: QStandardItem, unit: Unit, day: date) -> QStandardItem:
        cells = [QStandardItem(text) for text in (unit_text(unit), unit.code, self._said(unit, day))]
        for cell in cells:
            cell.setEditable(False)
            cell.setData(unit.code, CODE_ROLE)
            cell.setData(fold(f"{unit.name} {unit.code}"), FOLDED_ROLE)
            cell.setForeground(theme().colour("text" if unit.is_valid_on(day) else "muted"))
        cells[0].setToolTip(unit.name)
        for cell in cells[1:]:
            cell.setForeground(theme().colour("text2" if unit.is_valid_on(day) else "muted"))
        above.appendRow(cells)
        return cells[0]

    def _add_gone(self, units: list[Unit], day: date) -> None:
        heading = QStandardItem(self.tr("Not in being on this day"))
        heading.setEditable(False)
        heading.setSelectable(False)
        heading.setFont(theme().font(13, bold=True))
        heading.setForeground(theme().colour("muted"))
        self.appendRow([heading, QStandardItem(), QStandardItem()])
        for unit in units:
            self._add(heading, unit, day)

    def _said(self, unit: Unit, day: date) -> str:
        if unit.valid_to is not None and unit.valid_to < day:
            return self.tr("until {day}").format(day=format_date(unit.valid_to))
        if unit.valid_from is not None and unit.valid_from > day:
            return self.tr("from {day}").format(day=format_date(unit.valid_from))
        return unit.kind


class UnitFilter(QSortFilterProxyModel):
    """Shows the units whose name or code holds a text, tones or not, and those above them."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = ""
        self.setRecursiveFilteringEnabled(True)

    def show_matching(self, text: str) -> None:
        """Show units that match; an empty text shows all."""
        self._wanted = fold(" ".join(text.split()))
        self.invalidate()

    def accepts_itself(self, index: QModelIndex) -> bool:
        """Return whether a unit matches by its own name or code."""
        return self._wanted in (index.data(FOLDED_ROLE) or "")

    def filterAcceptsRow(self, row: int, parent: Any) -> bool:
        """Qt asks whether a row is shown."""
        folded = self.sourceModel().index(row, 0, parent).data(FOLDED_ROLE)
        return self._wanted in (folded or "") if self._wanted else True
