"""The plan's indicators under the headings of their areas, typed into in place; among them what only waits to enter."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor

from models.drafting.drafts import order_with
from models.errors import KnownError
from models.measure import Accumulation
from models.plan import Indicator
from ui.pages.plans.target_text import plan_target_text, read_target
from ui.texts import kind_word
from ui.theme import theme
from ui.widgets.row_model import LEFT, RIGHT, Index, RowModel
from ui.widgets.typed_values import read_code, read_needed, read_text

CODE, NAME, KIND, TARGET, LEAD, CONFIRMED = range(6)


def short_way(way: Accumulation | None) -> str:
    """Return whether quarters add up, in one word."""
    if way is Accumulation.STOCK:
        return QCoreApplication.translate("Indicators", "stock")
    if way is Accumulation.OPENING:
        return QCoreApplication.translate("Indicators", "opening")
    return QCoreApplication.translate("Indicators", "flow")


def kind_text(shown: Indicator) -> str:
    """Return how an indicator is measured: tỷ lệ, thời điểm."""
    way = short_way(shown.accumulation) if shown.kind.rolls_up else ""
    return ", ".join(filter(None, (kind_word(shown.kind).lower(), way)))


class IndicatorModel(RowModel):
    """Rows are headings (an area's name) and indicators; a change is handed over, not made.

    Indicators that a text proposes stand where they would enter the plan, but are not of it: nothing is typed there.

    edited: the old indicator, the new one. refused: why a text was not taken."""

    edited = Signal(object, object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[str | Indicator] = []
        self._year = 0
        self._grades: tuple[str, ...] = ()
        self._proposed: frozenset[str] = frozenset()
        self._waiting: frozenset[str] = frozenset()
        self._accepted: frozenset[str] = frozenset()
        self.headings = (
            self.tr("Code"),
            self.tr("Indicator"),
            self.tr("Kind of measure"),
            self.tr("Target"),
            self.tr("Lead"),
            self.tr("Confirmed"),
        )

    def show_confirmed(self, accepted: Collection[str], waiting: Collection[str]) -> None:
        """Take in which codes have their target from a text, and of which one waits; shown with the indicators."""
        self._accepted, self._waiting = frozenset(accepted), frozenset(waiting)

    def show_indicators(
        self, indicators: list[Indicator], year: int, grades: tuple[str, ...], proposed: Sequence[Indicator] = ()
    ) -> None:
        """Show a plan's indicators in its order, each area's heading before its first one; proposed: of no plan yet."""
        rows: list[str | Indicator] = []
        area: str | None = None
        self._proposed = frozenset(each.code for each in proposed)
        known = {each.code: each for each in (*indicators, *proposed)}
        for each in (known[code] for code in order_with(indicators, proposed)):
            if each.area != area:
                area = each.area
                rows.append(area)
            rows.append(each)
        same = [isinstance(row, str) for row in rows] == [isinstance(row, str) for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self._year, self._grades = rows, year, grades
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))

    def indicator(self, row: int) -> Indicator | None:
        """Return the plan's indicator of a row; None for a heading and for one that waits to enter."""
        found = self.shown(row)
        return None if found is None or found.code in self._proposed else found

    def shown(self, row: int) -> Indicator | None:
        """Return the indicator of a row, also one that waits to enter the plan; None for a heading."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Indicator) else None

    def row_of(self, code: str) -> int:
        """Return the row of an indicator's code; -1 when it is not there."""
        return next((n for n, row in enumerate(self.rows) if isinstance(row, Indicator) and row.code == code), -1)

    def heading_rows(self) -> list[int]:
        """Return the rows that are headings."""
        return [number for number, row in enumerate(self.rows) if isinstance(row, str)]

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Return the side on which a column stands."""
        return RIGHT if column == TARGET else LEFT

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt asks what a person can do with a cell."""
        if not index.isValid() or self.shown(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_typed = index.column() not in (KIND, CONFIRMED) and self.indicator(index.row()) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if is_typed else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks what a cell shows."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if isinstance(row, str):
            return self._heading(row, index.column(), role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, index.column())
            case Qt.ItemDataRole.EditRole:
                return self._typed(row, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.side(index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return row.name if index.column() == NAME else self._shown(row, index.column())
            case Qt.ItemDataRole.FontRole:
                return theme().font(13, bold=True) if index.column() == TARGET else None
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(row, index.column())
            case Qt.ItemDataRole.DecorationRole if index.column() == CONFIRMED and self._confirmed(row):
                icon, ink = ("help", "text2") if row.code in self._waiting else ("check", "success")
                return theme().pixmap(icon, ink, theme().px(14))
        return None

    def _ink(self, row: Indicator, column: int) -> QColor | None:
        if column == CONFIRMED and row.code not in self._waiting:
            return theme().colour("success")
        if row.code in self._proposed:
            return theme().colour("muted")
        return None if column in (NAME, TARGET) else theme().colour("text2")

    def _confirmed(self, row: Indicator) -> str:
        """Return whether a target of the text waits to be accepted, or was; empty for what no text has."""
        if row.code in self._waiting:
            return self.tr("waiting")
        return self.tr("accepted") if row.code in self._accepted else ""

    def _heading(self, area: str, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and column == CODE:
            return area or self.tr("Without an area")
        if role == Qt.ItemDataRole.FontRole:
            return theme().font(13, bold=True)
        if role == Qt.ItemDataRole.BackgroundRole:
            return theme().colour("surface2")
        return None

    def _shown(self, row: Indicator, column: int) -> str:
        match column:
            case 0:
                return row.code
            case 1:
                return f"    – {row.label}" if row.parent else row.label
            case 2:
                return kind_text(row)
            case 3:
                return plan_target_text(row, row.target, self._year) or "–"
            case 4:
                return row.lead
        return self._confirmed(row)

    def _typed(self, row: Indicator, column: int) -> str:
        match column:
            case 1:
                return row.label
            case 3:
                return plan_target_text(row, row.target, self._year)
        return self._shown(row, column)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt hands over what was typed."""
        old = self.indicator(index.row())
        if role != Qt.ItemDataRole.EditRole or old is None or str(value) == self._typed(old, index.column()):
            return False
        try:
            new = self._changed(old, index.column(), str(value))
        except KnownError as error:
            self.refused.emit(str(error))
            return False
        self.edited.emit(old, new)
        return True

    def problem(self, index: Index, text: str) -> str:
        """Return why a text would be refused in a cell; empty when it would not."""
        old = self.indicator(index.row())
        try:
            if old is not None:
                self._changed(old, index.column(), text)
        except KnownError as error:
            return str(error)
        return ""

    def _changed(self, old: Indicator, column: int, text: str) -> Indicator:
        match column:
            case 0:
                return replace(old, code=read_code(text))
            case 1 if old.short_name:
                return replace(old, short_name=read_text(text))
            case 1:
                return replace(old, name=read_needed(text))
            case 3:
                return replace(old, target=read_target(text, old, self._grades, old.target))
        return replace(old, lead=read_text(text))
