"""Units as a tree on a day: those that exist under one another, those that do not below, muted."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from models.number import format_date
from models.unit import EventKind, Unit, UnitEvent, UnitTree
from ui.folding import fold
from ui.texts import event_word, unit_text
from ui.theme import theme

CODE_ROLE = Qt.ItemDataRole.UserRole + 1
NAME, CODE, SAID = range(3)
Index = QModelIndex | QPersistentModelIndex
ABOVE_ALL = QModelIndex()


class Node:
    """One row: a unit, or the heading above those that do not exist (unit None). shown: those below it that are shown;
    row: its place among those of the one above, -1 where it is not shown."""

    __slots__ = ("above", "folded", "is_there", "number", "row", "shown", "unit")

    def __init__(self, number: int, unit: Unit | None, above: "Node | None", *, is_there: bool) -> None:
        self.number, self.unit, self.above, self.is_there = number, unit, above, is_there
        self.shown: list[Node] = []
        self.row, self.folded = -1, ""

    @property
    def is_said_above(self) -> bool:
        """Whether it ended with the unit above it, which says so already."""
        if self.is_there or self.unit is None or self.above is None or self.above.unit is None:
            return False
        return self.above.unit.valid_to == self.unit.valid_to

    @property
    def is_wide(self) -> bool:
        """Whether nothing is said of it, so that its name has all the room."""
        return self.unit is None or self.is_said_above


class UnitTreeModel(QAbstractItemModel):
    """Three columns: the unit's name, its code, and what there is to say of it: kind, where from, since when.

    A row is filled when it is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._day, self._begun, self._wanted = date.min, dict[str, UnitEvent](), ""
        self._folded: dict[str, str] = {}  # by the text that is folded, so that a name is folded once
        self._clear()

    def _clear(self) -> None:
        self._top = Node(0, None, None, is_there=True)
        self._nodes, self._of = [self._top], dict[str, Node]()

    def show_units(self, tree: UnitTree, day: date, events: Sequence[UnitEvent] = ()) -> None:
        """Show all units as they stand on a day."""
        self.beginResetModel()
        self._clear()
        self._day, self._begun = day, _beginnings(tree, events)
        valid = {code for code, unit in tree.units.items() if unit.is_valid_on(day)}
        order = _top_down(tree, day)
        for code in order:
            if code in valid:
                self._add(tree[code], self._of.get(tree.superior(code, day) or "", self._top), is_there=True)
        if len(valid) < len(tree.units):
            heading = self._added(None, self._top, is_there=False)
            for code in order:
                if code not in valid:
                    superior = tree.superior(code, day)
                    is_gone = superior is not None and superior not in valid
                    self._add(tree[code], self._of[superior] if superior and is_gone else heading, is_there=False)
        self._choose()
        self.endResetModel()

    def show_matching(self, text: str) -> None:
        """Show the units whose name or code holds a text, tones or not, and those above them; an empty text: all."""
        self.beginResetModel()
        self._wanted = fold(" ".join(text.split()))
        self._choose()
        self.endResetModel()

    @property
    def size(self) -> int:
        """How many rows there are, open or not."""
        return self._size

    @property
    def first_match(self) -> str:
        """The first unit that matches itself; empty where none does."""
        codes = (each.unit.code for each in self._nodes if each.unit and self._wanted in each.folded)
        return next(codes, "")

    def find(self, code: str) -> QModelIndex:
        """Return where a unit stands; an invalid index when it is not shown."""
        found = self._of.get(code)
        return (
            self.createIndex(found.row, NAME, found.number) if found is not None and found.row >= 0 else QModelIndex()
        )

    def node(self, index: Index) -> Node:
        """Return what stands in a row; an invalid index is above all."""
        return self._nodes[index.internalId()] if index.isValid() else self._top

    def _add(self, unit: Unit, above: Node, *, is_there: bool) -> None:
        node = self._of[unit.code] = self._added(unit, above, is_there=is_there)
        text = f"{unit.name} {unit.code}"
        if (found := self._folded.get(text)) is None:
            found = self._folded[text] = fold(text)
        node.folded = found

    def _added(self, unit: Unit | None, above: Node, *, is_there: bool) -> Node:
        node = Node(len(self._nodes), unit, above, is_there=is_there)
        self._nodes.append(node)
        return node

    def _choose(self) -> None:
        """Decide which rows are shown: who matches, and all above them."""
        wanted = self._wanted
        numbers = set[int]()
        for node in self._nodes:
            node.shown, node.row = [], -1
            if wanted in node.folded:
                each: Node | None = node
                while each is not None and each.number not in numbers:
                    numbers.add(each.number)
                    each = each.above
        self._size = max(len(numbers) - 1, 0)
        for node in self._nodes:
            if node.number in numbers and node.above is not None:
                node.row = len(node.above.shown)
                node.above.shown.append(node)

    # -- what Qt asks

    def index(self, row: int, column: int, parent: Index = ABOVE_ALL) -> QModelIndex:
        """Return the place of a cell."""
        shown = self.node(parent).shown
        if not (0 <= row < len(shown) and 0 <= column < 3 and parent.column() <= 0):
            return QModelIndex()
        return self.createIndex(row, column, shown[row].number)

    def parent(self, index: Index = ABOVE_ALL) -> Any:  # Qt has a second one without an index
        """Return who stands above."""
        above = self.node(index).above
        if not index.isValid() or above is None or above is self._top:
            return QModelIndex()
        return self.createIndex(above.row, NAME, above.number)

    def rowCount(self, parent: Index = ABOVE_ALL) -> int:
        """Return how many are shown below."""
        return len(self.node(parent).shown) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = ABOVE_ALL) -> int:
        """Return three."""
        return 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The heading cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_unit = self.node(index).unit is not None
        return Qt.ItemFlag.ItemIsEnabled | (Qt.ItemFlag.ItemIsSelectable if is_unit else Qt.ItemFlag.NoItemFlags)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Unit"), self.tr("Code"), self.tr("Kind"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and how."""
        if not index.isValid():
            return None
        node, column = self.node(index), index.column()
        if node.unit is None:
            return self._heading(column, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (unit_text(node.unit), node.unit.code, "" if node.is_said_above else self._said(node.unit))[
                    column
                ]
            case Qt.ItemDataRole.ToolTipRole if column == NAME:
                return f"{node.unit.name} ({node.unit.code})"
            case Qt.ItemDataRole.ForegroundRole:
                return theme().colour(("text" if column == NAME else "text2") if node.is_there else "muted")
            case Qt.ItemDataRole.TextAlignmentRole if column == SAID:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return node.unit.code if role == CODE_ROLE else None

    def _heading(self, column: int, role: int) -> Any:
        if column == NAME:
            match role:
                case Qt.ItemDataRole.DisplayRole:
                    return self.tr("Not in being on this day")
                case Qt.ItemDataRole.FontRole:
                    return theme().font(13, bold=True)
                case Qt.ItemDataRole.ForegroundRole:
                    return theme().colour("muted")
        return None

    def _said(self, unit: Unit) -> str:
        if unit.valid_to is not None and unit.valid_to < self._day:
            return format_date(unit.valid_to)
        if unit.valid_from is not None and unit.valid_from > self._day:
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
