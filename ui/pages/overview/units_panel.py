"""Units to press: in short lines below the table, or as a list of all beside it where there is room."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.progress import State
from models.submission import Standing as FormStanding
from models.unit import UnitTree
from ui.pages.overview.summary import Standing, missing, most_missed
from ui.texts import state_word, unit_text
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.kept_choice import kept_choice
from ui.widgets.read_table import ReadTable
from ui.widgets.row_model import Index
from ui.widgets.state_mark import state_icon, state_pixmap
from ui.widgets.submission_mark import submission_icon, submission_word

COUNTED = (State.MISSED, State.NEAR, State.MET)
NAMED = 4
CODE = Qt.ItemDataRole.UserRole


class UnitsToPress(QFrame):
    """Two lines: who has not reported, who misses most. all_wanted, alerts_wanted: show every unit, every alert.

    buttons: those at the end of its head; another head has room for them where there is none for the lines."""

    all_wanted = Signal()
    alerts_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setProperty("role", "panel")
        title = QLabel(self.tr("Units to press"))
        title.setProperty("role", "section")
        self.all = QPushButton()
        self.all.setProperty("role", "link")
        self.all.clicked.connect(self.all_wanted)
        self.alerts = QPushButton()
        self.alerts.setProperty("role", "link")
        self.alerts.clicked.connect(self.alerts_wanted)
        self.letter = QPushButton(look.icon("mail"), self.tr("Draft the letter"))
        self.letter.setProperty("role", "small")
        self.letter.setToolTip(self.tr("The ready letter to units that are late or behind, with names and days"))
        self.head, self.buttons = QHBoxLayout(), QWidget()
        self.head.setSpacing(look.px(12))
        self.head.addWidget(title)
        self.head.addStretch(1)
        self.head.addWidget(self.buttons)
        buttons = QHBoxLayout(self.buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(look.px(12))
        for button in (self.alerts, self.all, self.letter):
            buttons.addWidget(button)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(2))
        self._grid.setColumnStretch(2, 1)
        self._marks: list[QLabel] = []
        self._words: list[QLabel] = []
        self.lacking = self._line(0, State.NO_DATA, self.tr("Not all reported"))
        self.behind = self._line(1, State.MISSED, self.tr("Most indicators missed"))
        self.urgent = self._line(2, None, self.tr("To be done now"))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(8))
        column.setSpacing(look.px(2))
        column.addLayout(self.head)
        column.addLayout(self._grid)

    def _line(self, row: int, state: State | None, words: str) -> ElidedLabel:
        look = theme()
        mark, label, names = QLabel(), QLabel(words), ElidedLabel()
        size = look.px(14)
        mark.setPixmap(look.pixmap("list", "text2", size) if state is None else state_pixmap(state, size))
        label.setProperty("role", "strong-small" if state is None else f"state-{state.value}")
        names.setProperty("role", "small")
        self._marks.append(mark)
        self._words.append(label)
        for place, part in enumerate((mark, label, names)):
            self._grid.addWidget(part, row, place)
        return names

    def set_standings(self, found: Sequence[Standing], tree: UnitTree, *, are_too_many: bool) -> None:
        """Show who to press first; are_too_many: each unit was not looked at."""
        absent, behind = missing(found), most_missed(found)
        names = [unit_text(tree[each.unit]) for each in absent[:NAMED]]
        if len(absent) > NAMED:
            names.append(self.tr("and %n more unit(s)", None, len(absent) - NAMED))
        nobody = self.tr("too many to look at each; choose a unit") if are_too_many else self.tr("none")
        self.lacking.setText(" · ".join(names) or nobody)
        self.behind.setText(" · ".join(_missed_text(each, tree) for each in behind) or nobody)
        self.all.setText(self.tr("See all %n unit(s)", None, len(found)) + " ›")

    def set_alerts(self, count: int, sentences: Sequence[str]) -> None:
        """Say how many things want doing, and what comes first."""
        self.urgent.setText(" ".join(sentences) or self.tr("nothing"))
        self.alerts.setText(self.tr("To be done: %n", None, count) + " ›")
        self.alerts.setEnabled(count > 0)

    def fit(self, *, is_wide: bool, is_low: bool, has_units: bool) -> None:
        """Leave out the ways to what a wide page shows itself; of a low one what there is a way to."""
        self.all.setHidden(is_wide or not has_units)
        self.alerts.setHidden(is_wide or not self.alerts.text())
        for part in (*self._marks[2:], *self._words[2:], self.urgent):
            part.setHidden(is_wide or is_low)

    def put_buttons(self, head: QHBoxLayout) -> None:
        """Let the buttons stand at the end of a head, the panel's own or another."""
        if head.indexOf(self.buttons) < 0:
            head.addWidget(self.buttons)

    def lines(self) -> list[tuple[str, str]]:
        """Return the two lines as words and names."""
        return [
            (words.text(), names.text())
            for words, names in ((self._words[0], self.lacking), (self._words[1], self.behind))
        ]

    def set_waiting(self) -> None:
        """Say that the figures by unit are being computed."""
        for label in (self.lacking, self.behind):
            label.setText(self.tr("being computed…"))


def _missed_text(each: Standing, tree: UnitTree) -> str:
    return f"{unit_text(tree[each.unit])} {each.counts[State.MISSED]}/{each.judged}"


class StandingTable(QAbstractTableModel):
    """One row a unit: whether all is there, and how many missed, near and met."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Standing] = ()
        self._tree = UnitTree(())
        self._forms: Mapping[str, FormStanding] = {}
        self._headings = [self.tr("Unit"), self.tr("Form")]
        self._icons = {state: state_icon(state) for state in COUNTED}

    def set_standings(
        self, found: Sequence[Standing], tree: UnitTree, forms: Mapping[str, FormStanding] | None = None
    ) -> None:
        """Show other units; forms: where each unit's form of the last quarter stands."""
        self.beginResetModel()
        self._rows, self._tree, self._forms = found, tree, forms or {}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2 + len(COUNTED)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if section < 2:
            return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None
        state = COUNTED[section - 2]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons[state]
        return state_word(state) if role in (Qt.ItemDataRole.ToolTipRole, _SPOKEN) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, index.column())
            case Qt.ItemDataRole.TextAlignmentRole if index.column() > 1:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.ForegroundRole if index.column() == 1:
                return theme().colour("text2") if row.is_complete else theme().state(State.NO_DATA).text
            case Qt.ItemDataRole.DecorationRole if index.column() == 1 and row.unit in self._forms:
                form = self._forms[row.unit]
                return submission_icon(form.state, is_empty=form.filled == 0)
            case Qt.ItemDataRole.ToolTipRole:
                lacking = "" if row.is_complete else ": " + self.tr("%n figure(s) lacking", None, row.lacking)
                return unit_text(self._tree[row.unit]) + lacking
        return row.unit if role == CODE else None

    def _text(self, row: Standing, column: int) -> str:
        if column == 0:
            return unit_text(self._tree[row.unit])
        if column == 1:
            form = self._forms.get(row.unit)
            if form is not None:
                return submission_word(form.state, is_empty=form.filled == 0)
            return self.tr("all") if row.is_complete else self.tr("%n lacking", None, row.lacking)
        return str(row.counts[COUNTED[column - 2]])


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class UnitsPanel(QFrame):
    """All units with their counts. opened(code): Enter or double-click."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setProperty("role", "panel")
        title = QLabel(self.tr("Units"))
        title.setProperty("role", "section")
        title.setContentsMargins(look.px(10), 0, look.px(10), 0)
        title.setFixedHeight(look.px(32))
        self.model = StandingTable(self)
        self.table = ReadTable(self.tr("Units"))
        self.table.setModel(self.model)
        self.table.verticalHeader().setDefaultSectionSize(look.px(27))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(look.px(32))
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 104), (2, 34), (3, 34), (4, 34)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, look.px(width))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(title)
        inside.addWidget(self.table)
        self.table.activated.connect(self._activated)

    def set_standings(
        self, found: Sequence[Standing], tree: UnitTree, forms: Mapping[str, FormStanding] | None = None
    ) -> None:
        """Show other units; the cursor stays on its unit. forms: where each one's form of the last quarter stands."""
        with kept_choice(self.table, CODE):
            self.model.set_standings(found, tree, forms)

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(CODE))
