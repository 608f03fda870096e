"""Units as a tree on a day: those that exist under one another, those that do not below, muted."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from models.number import format_date
from models.unit import EventKind, Unit, UnitEvent, UnitTree
from ui.folding import fold
from ui.texts import event_word, unit_text
from ui.theme import theme

CODE_ROLE = Qt.ItemDataRole.UserRole + 1
FOLDED_ROLE = Qt.ItemDataRole.UserRole + 2


class UnitTreeModel(QStandardItemModel):
    """Three columns: the unit's name, its code, and what there is to say of it: kind, where from, since when."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, QStandardItem] = {}
        self._begun: dict[str, UnitEvent] = {}
        self.wide: list[QStandardItem] = []  # those that nothing is said of: their name has all the room

    def show_units(self, tree: UnitTree, day: date, events: Sequence[UnitEvent] = ()) -> None:
        """Show all units as they stand on a day."""
        self.clear()
        self.setHorizontalHeaderLabels([self.tr("Unit"), self.tr("Code"), self.tr("Kind")])
        self._begun = _beginnings(tree, events)
        self._rows, self.wide = {}, []
        valid = {code for code, unit in tree.units.items() if unit.is_valid_on(day)}
        for code in _top_down(tree, day):
            if code in valid:
                above = self._rows.get(tree.superior(code, day) or "", self.invisibleRootItem())
                self._rows[code] = self._add(above, tree[code], day)
        gone = [code for code in tree.units if code not in valid]
        if gone:
            self._add_gone(tree, gone, day)

    def find(self, code: str) -> QModelIndex:
        """Return where a unit stands; an invalid index when it does not."""
        found = self._rows.get(code)
        return QModelIndex() if found is None else found.index()

    def _add(self, above: QStandardItem, unit: Unit, day: date) -> QStandardItem:
        is_there = unit.is_valid_on(day)
        cells = [QStandardItem(text) for text in (unit_text(unit), unit.code, self._said(unit, day))]
        for cell in cells:
            cell.setEditable(False)
            cell.setData(unit.code, CODE_ROLE)
            cell.setForeground(theme().colour("text" if is_there else "muted"))
        cells[0].setData(fold(f"{unit.name} {unit.code}"), FOLDED_ROLE)
        cells[0].setToolTip(f"{unit.name} ({unit.code})")
        for cell in cells[1:]:
            cell.setForeground(theme().colour("text2" if is_there else "muted"))
        cells[2].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        above.appendRow(cells)
        return cells[0]

    def _add_gone(self, tree: UnitTree, gone: list[str], day: date) -> None:
        heading = QStandardItem(self.tr("Not in being on this day"))
        heading.setEditable(False)
        heading.setSelectable(False)
        heading.setFont(theme().font(13, bold=True))
        heading.setForeground(theme().colour("muted"))
        self.appendRow([heading, QStandardItem(), QStandardItem()])
        self.wide.append(heading)
        waiting = set(gone)
        for code in _top_down(tree, day):
            if code in waiting:
                superior = tree.superior(code, day)
                above = self._rows[superior] if superior in waiting else heading
                self._rows[code] = self._add(above, tree[code], day)
                if superior in waiting and tree[superior].valid_to == tree[code].valid_to:
                    above.child(above.rowCount() - 1, 2).setText("")  # said of the one above already
                    self.wide.append(self._rows[code])

    def _said(self, unit: Unit, day: date) -> str:
        if unit.valid_to is not None and unit.valid_to < day:
            return format_date(unit.valid_to)
        if unit.valid_from is not None and unit.valid_from > day:
            return self.tr("from {day}").format(day=format_date(unit.valid_from))
        event = self._begun.get(unit.code)
        if event is None:
            if unit.valid_from is not None:
                return self.tr("from {day}").format(day=format_date(unit.valid_from))
            return unit.kind
        if event.kind is EventKind.MERGE:
            return self.tr("out of %n unit(s)", None, len(event.before))
        return event_word(event.kind)


def _beginnings(tree: UnitTree, events: Sequence[UnitEvent]) -> dict[str, UnitEvent]:
    """Return the event that each unit began with."""
    return {
        code: event
        for event in events
        if event.kind is not EventKind.MOVE
        for code in event.after
        if tree[code].valid_from == event.day
    }


def _top_down(tree: UnitTree, day: date) -> list[str]:
    """Return all units, those above before those below, in the order of the file."""
    found: list[str] = []
    seen = set[str]()
    for code in tree.units:
        line = []
        each: str | None = code
        while each is not None and each not in seen:
            seen.add(each)
            line.append(each)
            each = tree.superior(each, day)
        found += reversed(line)
    return found


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
