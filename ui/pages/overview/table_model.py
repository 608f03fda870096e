"""The overview's table: one row a figure, worst first, and its filter by state."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics

from models.number import format_number
from models.progress import WORST_FIRST, Figure, State, lacks_last_year
from ui.texts import coverage_text, figure_target_text, gap_text, period_text, state_word, value_text
from ui.theme import theme
from ui.widgets.delegates import DRAWN
from ui.widgets.figure_drawing import Scale, drawing_of, rank_text, spoken
from ui.widgets.row_model import LEFT, RIGHT, Index, RowModel

STATE, CODE, NAME, VALUE, BAR, TARGET, GAP, LEAD = range(8)
SORTED = Qt.ItemDataRole.UserRole
FIGURE = Qt.ItemDataRole.UserRole + 1
PROVISIONAL = "*"


class FigureTable(RowModel):
    """Figures in the order given. FIGURE is the figure itself, SORTED what a column sorts by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scale = Scale()
        self.headings = [
            self.tr("State"),
            self.tr("Code"),
            self.tr("Indicator"),
            self.tr("Result"),
            self.tr("Compared"),
            self.tr("Target"),
            self.tr("Gap"),
            self.tr("Lead"),
        ]

    def side(self, column: int) -> Qt.AlignmentFlag:
        return RIGHT if column in (VALUE, TARGET, GAP) else LEFT

    def show_figures(self, figures: Sequence[Figure], scale: Scale) -> bool:
        """Show other figures; return whether they are of the same indicators as before: then only what differs is told,
        and rows move to their new places."""
        places = {each.indicator.code: place for place, each in enumerate(figures)}
        is_same = scale == self.scale and places.keys() == {each.indicator.code for each in self.rows}
        self.scale = scale
        if not is_same:
            self.show_rows(figures)
            return False
        if [each.indicator.code for each in self.rows] != list(places):
            self._move(places)
        before, self.rows = self.rows, figures
        for row in (row for row, each in enumerate(figures) if each != before[row]):
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        return True

    def _move(self, places: Mapping[str, int]) -> None:
        """Let rows stand in other places, with what is chosen of them."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        moved = [self.index(places[self.rows[each.row()].indicator.code], each.column()) for each in kept]
        self.changePersistentIndexList(kept, moved)
        self.rows = sorted(self.rows, key=lambda each: places[each.indicator.code])
        self.layoutChanged.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        figure, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(figure, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if column in (VALUE, TARGET, GAP) else LEFT
            case Qt.ItemDataRole.ForegroundRole:
                return _colour(figure, column)
            case Qt.ItemDataRole.FontRole:
                return _font(figure, column)
            case Qt.ItemDataRole.ToolTipRole:
                return figure.indicator.name if column == NAME else how_computed(figure)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(figure) if column == BAR else _text(figure, column)
        return self._own_role(figure, column, role)

    def _own_role(self, figure: Figure, column: int, role: int) -> Any:
        match role:
            case _ if role == DRAWN:
                return figure.state if column == STATE else drawing_of(figure, self.scale) if column == BAR else None
            case _ if role == SORTED:
                return _sort_key(figure, column)
        return figure if role == FIGURE else None


def _text(figure: Figure, column: int) -> str:
    indicator = figure.indicator
    match column:
        case 0:
            return state_word(figure.state)
        case 1:
            return indicator.code
        case 2:
            return indicator.label
        case 3:
            return later_text(figure) or value_text(figure) + (PROVISIONAL if figure.is_provisional else "")
        case 4:
            return rank_text(figure)
        case 5:
            return without_base_text(figure) or figure_target_text(figure)
        case 6:
            return gap_text(figure)
    return indicator.lead


def later_text(figure: Figure) -> str:
    """When an index that has no value yet will be published."""
    if not figure.indicator.published_month or figure.value is not None:
        return ""
    text = QCoreApplication.translate("Figures", "published {month}/{year}")
    return text.format(month=figure.indicator.published_month, year=figure.period.year + 1)


def without_base_text(figure: Figure) -> str:
    """What is asked against a year whose value is not known; empty of all others."""
    if not lacks_last_year(figure):
        return ""
    text = QCoreApplication.translate("Figures", "{target} (no figure)")
    return text.format(target=figure_target_text(figure))


def spans_two(figure: Figure, column: int) -> bool:
    """Return whether a cell's words take the place of the next one too: its result comes later, or has no gap."""
    words = {VALUE: later_text, TARGET: without_base_text}.get(column)
    return words is not None and bool(words(figure))


def text_width(figure: Figure, column: int) -> int:
    """Return how wide a cell's text is."""
    return QFontMetrics(_font(figure, column)).horizontalAdvance(_text(figure, column))


def _font(figure: Figure, column: int) -> QFont:
    is_bold = column in (VALUE, GAP) and figure.value is not None
    return theme().font(_size(figure, column), bold=is_bold)


def _size(figure: Figure, column: int) -> int:
    is_small = column in (CODE, LEAD, STATE, BAR) or figure.value is None
    return 12 if is_small and column != NAME else 13


def _colour(figure: Figure, column: int) -> Any:
    if column == GAP and figure.gap is not None:
        return theme().state(figure.state).text
    if column in (CODE, LEAD):
        return theme().colour("text2")
    if column == BAR or (column in (VALUE, GAP) and figure.value is None):
        return theme().colour("muted")
    return None


def _sort_key(figure: Figure, column: int) -> Any:
    """Numbers of unlike kinds do not compare; missing ones sort as the smallest."""
    lowest = float("-inf")
    match column:
        case 0:
            return WORST_FIRST.index(figure.state)
        case 3:
            return lowest if figure.value is None else float(figure.value)
        case 4 | 6:
            return lowest if figure.gap is None else float(figure.gap)
        case 5:
            return lowest if figure.threshold is None else float(figure.threshold.value)
    return _text(figure, column)


def how_computed(figure: Figure) -> str:
    """Return in words what a figure was made of: its parts, its units, its quarter."""
    lines = [figure.indicator.name]
    if figure.numerator is not None and figure.denominator is not None:
        parts = f"{format_number(figure.numerator)} / {format_number(figure.denominator)}"
        names = [name for name in (figure.indicator.numerator, figure.indicator.denominator) if name]
        lines.append(f"{parts} ({' / '.join(names)})" if names else parts)
    if figure.from_quarter is not None:
        text = QCoreApplication.translate("Figures", "as of {quarter}")
        lines.append(text.format(quarter=period_text(figure.from_quarter)))
    if figure.indicator.is_opening and not figure.period.is_quarter:
        text = QCoreApplication.translate("Figures", "as {quarter} began with")
        lines.append(text.format(quarter=period_text(figure.period.quarters[0])))
    if figure.expected_units > 1:
        text = QCoreApplication.translate("Figures", "{coverage} units have reported")
        lines.append(text.format(coverage=coverage_text(figure)))
    if lacks_last_year(figure):
        text = QCoreApplication.translate("Figures", "the target is a change on {year}, of which there is no figure")
        lines.append(text.format(year=figure.period.year - 1))
    if figure.is_provisional:
        lines.append(QCoreApplication.translate("Figures", "provisional"))
    return "\n".join(lines)


class FigureFilter(QSortFilterProxyModel):
    """Shows the figures of one state, or all; sorted worst first unless a column was chosen.

    Those that are only watched stand in no count of states, and are shown with all others only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._watched: frozenset[str] = frozenset()
        self.setSortRole(SORTED)

    @property
    def state(self) -> State | None:
        """The state that is shown; None is all."""
        return self._state

    def set_state(self, state: State | None) -> None:
        """Show figures of this state only; None shows all."""
        self.beginFilterChange()
        self._state = state
        self.endFilterChange()

    def set_watched(self, codes: frozenset[str]) -> None:
        """Take in which indicators are only watched."""
        if codes == self._watched:
            return
        self.beginFilterChange()
        self._watched = codes
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        figure = self.sourceModel().index(source_row, STATE, source_parent).data(FIGURE)
        if self._state is None or not isinstance(figure, Figure):
            return self._state is None
        return figure.state is self._state and figure.indicator.code not in self._watched

    def lessThan(self, left: Index, right: Index) -> bool:
        return bool(left.data(SORTED) < right.data(SORTED))
