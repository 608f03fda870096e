"""The table of who has sent what: filtered and sorted by itself, so that thousands of units cost nothing."""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from models.number import format_date
from models.submission import Standing, SubmissionState
from models.unit import UnitTree
from ui.folding import fold
from ui.pages.entry.submission.unit_list import filled_text, is_empty, word_of
from ui.texts import NOTHING, unit_text
from ui.theme import theme
from ui.widgets.row_model import LEFT, RIGHT, Index, RowModel
from ui.widgets.submission_mark import submission_icon, submission_look

STANDING = Qt.ItemDataRole.UserRole


class BoardColumn(IntEnum):
    """The board's columns, from left to right."""

    UNIT = 0
    STATE = 1
    SENT_ON = 2
    LATE = 3
    FILLED = 4
    REASON = 5


class BoardFilter(StrEnum):
    """Which forms are shown."""

    ALL = "all"
    NOT_SENT = "not_sent"
    LATE = "late"
    SENT = "sent"
    ACCEPTED = "accepted"
    RETURNED = "returned"


_STATES = {
    BoardFilter.NOT_SENT: SubmissionState.DRAFT,
    BoardFilter.SENT: SubmissionState.SUBMITTED,
    BoardFilter.ACCEPTED: SubmissionState.ACCEPTED,
    BoardFilter.RETURNED: SubmissionState.RETURNED,
}
# what waits for somebody comes first
_ORDER = (SubmissionState.RETURNED, SubmissionState.DRAFT, SubmissionState.SUBMITTED, SubmissionState.ACCEPTED)


def lets_through(wanted: BoardFilter, standing: Standing) -> bool:
    """Return whether a filter shows a form; one that nothing is asked in is only among all."""
    if wanted is BoardFilter.ALL:
        return True
    if not standing.expected and standing.state is SubmissionState.DRAFT:
        return False
    if wanted is BoardFilter.LATE:
        return standing.is_overdue or (standing.day is not None and standing.day > standing.due)
    return standing.state is _STATES[wanted]


def late_text(standing: Standing) -> str:
    """Return by how many working days a form came late or is overdue; a dash while it is not due."""
    if standing.day is not None or standing.is_overdue:
        return str(standing.days_late)
    return NOTHING


class BoardModel(RowModel):
    """One line a unit; sort() and show() choose the lines and their order."""

    rows: Sequence[Standing]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Standing] = ()
        self._names: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self._filter, self._words = BoardFilter.ALL, ""
        self._sorted: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self.headings = [
            self.tr("Unit"),
            self.tr("State"),
            self.tr("Sent on"),
            self.tr("Late (working days)"),
            self.tr("Filled"),
            self.tr("Reason of the return"),
        ]

    def show_standings(self, rows: Sequence[Standing], tree: UnitTree) -> None:
        """Show other standings under the same filter and order."""
        self._all = rows
        self._names = {each.unit: unit_text(tree[each.unit]) for each in rows}
        self._folded = {each.unit: fold(f"{tree[each.unit].name} {each.unit}") for each in rows}
        self._refill()

    def show(self, wanted: BoardFilter, words: str) -> None:
        """Show the forms that a filter lets through, of units whose name or code holds some words (without tones)."""
        self._filter, self._words = wanted, fold(words.strip())
        self._refill()

    def counts(self) -> dict[BoardFilter, int]:
        """Return how many forms each filter lets through."""
        return {wanted: sum(lets_through(wanted, each) for each in self._all) for wanted in BoardFilter}

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = column, order
        self._refill()

    def row_of(self, unit: str) -> int:
        """Return the line of a unit, -1 where it is not shown."""
        return next((row for row, each in enumerate(self.rows) if each.unit == unit), -1)

    def _refill(self) -> None:
        found = [
            each for each in self._all if lets_through(self._filter, each) and self._words in self._folded[each.unit]
        ]
        column, order = self._sorted
        if column >= 0:
            found.sort(key=lambda each: self._key(each, column), reverse=order == Qt.SortOrder.DescendingOrder)
        self.show_rows(found)

    def _key(self, each: Standing, column: int) -> Any:
        match column:
            case BoardColumn.UNIT:
                return self._folded[each.unit]
            case BoardColumn.STATE:
                return _ORDER.index(each.state), not is_empty(each)
            case BoardColumn.SENT_ON:
                return each.day or date.max
            case BoardColumn.LATE:
                return each.days_late if each.day is not None or each.is_overdue else -1
            case BoardColumn.FILLED:
                return (each.filled / each.expected if each.expected else 2.0), each.filled
        return not each.reason, fold(each.reason)

    def side(self, column: int) -> Qt.AlignmentFlag:
        return RIGHT if column in (BoardColumn.LATE, BoardColumn.FILLED) else LEFT

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        standing, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(standing, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.text(standing, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.side(column)
            case Qt.ItemDataRole.DecorationRole if column == BoardColumn.STATE:
                return submission_icon(standing.state, is_empty=is_empty(standing))
            case Qt.ItemDataRole.ForegroundRole if column == BoardColumn.STATE:
                return theme().colour(submission_look(standing.state, is_empty=is_empty(standing)).text)
            case Qt.ItemDataRole.ForegroundRole if column == BoardColumn.LATE and late_text(standing) not in "0–":
                return theme().colour("warning_text")
        return standing if role == STANDING else None

    def text(self, standing: Standing, column: int) -> str:
        """Return what a cell of the table says."""
        match column:
            case BoardColumn.UNIT:
                return self._names[standing.unit]
            case BoardColumn.STATE:
                return word_of(standing)
            case BoardColumn.SENT_ON:
                return format_date(standing.day) if standing.day else NOTHING
            case BoardColumn.LATE:
                return late_text(standing)
            case BoardColumn.FILLED:
                return filled_text(standing)
        return standing.reason
