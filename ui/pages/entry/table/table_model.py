"""The grid's item model: a thin coat over the form, which knows all the rules."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
)

from models.measure import Kind
from models.number import format_number
from models.period import Period
from models.plan import Actual, Indicator
from models.progress import State
from ui.pages.entry.form import QUARTER_COLUMNS, Column, Doubt, Filter, Form, Row, RowKind
from ui.pages.entry.reading import Field, Reader, cell_text
from ui.pages.entry.table.blocks import Edit, Outcome, applied
from ui.pages.entry.table.marks import Marks, findings_at, open_findings
from ui.texts import (
    NOTHING,
    figure_target_text,
    gap_words,
    period_text,
    quantity_text,
    quarter_text,
    state_word,
    value_text,
)
from ui.widgets.row_model import Index

CELL_ROLE = Qt.ItemDataRole.UserRole
LOCK_ROLE = Qt.ItemDataRole.UserRole + 1
SAVED_MILLISECONDS = 3000

Writer = Callable[[Sequence[Actual], str], bool]
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Cell:
    """How one cell looks: what it says, and which of the cell states of the design it is in."""

    text: str = ""
    code: str = ""
    after: str = ""
    hint: str = ""
    is_heading: bool = False
    is_main: bool = False
    is_name: bool = False
    is_bold: bool = False
    is_typed: bool = False
    is_entered: bool = False
    is_wanted: bool = False
    is_warned: bool = False
    is_locked: bool = False
    is_muted: bool = False
    has_note: bool = False
    is_saved: bool = False
    state: State | None = None
    is_provisional: bool = False


class EntryModel(QAbstractTableModel):
    """Rows of a form; typing goes through setData to the writer that the page gave.

    refusal holds why the last setData was refused, "" when it was not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form: Form | None = None
        self.rows: list[Row] = []
        self.refusal = ""
        self.writer: Writer | None = None
        self._cells: dict[tuple[int, int], Cell] = {}
        self._marks: Marks = {}
        self._saved: set[tuple[str, Period]] = set()
        self._forget = QTimer(self, singleShot=True, interval=SAVED_MILLISECONDS)
        self._forget.timeout.connect(self._forget_saved)

    def show_form(self, form: Form | None, wanted: Filter) -> None:
        """Show another form, or the rows of another filter."""
        rows = form.rows(wanted) if form else []
        if form is not None and self.form is not None and rows == self.rows:
            if (form.unit, form.quarter) != (self.form.unit, self.form.quarter):
                self._saved.clear()
            self.form = form
            self.values_changed()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
            return
        self.beginResetModel()
        self.form, self.rows = form, rows
        self._forget_cells()
        self._saved.clear()
        self.endResetModel()

    def values_changed(self) -> None:
        """Tell the views once that values and states are others."""
        self._forget_cells()
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))

    def _forget_cells(self) -> None:
        self._cells.clear()
        self._marks = open_findings(self.form) if self.form else {}

    def mark_saved(self, actuals: Iterable[Actual]) -> None:
        """Show a small tick in the cells of what was just written, for three seconds."""
        self._saved = {(each.indicator, each.period) for each in actuals}
        self._forget.start()

    def _forget_saved(self) -> None:
        self._saved.clear()
        self.values_changed()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].kind is RowKind.AREA:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_typed(index) else flags

    def is_typed(self, index: Index) -> bool:
        """Return whether a cell can be typed."""
        return self.form is not None and self.form.period_of(self.rows[index.row()], index.column()) is not None

    def lock_of(self, index: Index) -> str:
        """Return why a cell that is typed takes nothing now; "" where it is open, or computed."""
        return self.form.lock_of(self.rows[index.row()], index.column()) if self.form else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.form is None:
            return None
        if role == CELL_ROLE:  # asked for at every paint
            return self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                cell = self.cell(index)
                return f"{cell.code} {cell.text}{cell.after}" if cell.code else cell.text + cell.after
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if index.column() in (Column.NAME, Column.STATE) else _RIGHT
            case Qt.ItemDataRole.EditRole:
                return self._plain(index)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(index) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or self.form is None:
            return False
        outcome = self.outcome([Edit(index.row(), index.column(), str(value))])
        self.refusal = outcome.refused[0].reason if outcome.refused else ""
        return not outcome.refused and self.write(outcome.actuals, "typed")

    def outcome(self, edits: Iterable[Edit], read: Reader | None = None) -> Outcome:
        """Return what edits would come to."""
        if self.form is None:
            return Outcome()
        return applied(self.form, self.rows, edits, read) if read else applied(self.form, self.rows, edits)

    def write(self, actuals: Sequence[Actual], how: str) -> bool:
        """Hand actuals to the page's writer; nothing to write is well done too."""
        return not actuals or (self.writer is not None and self.writer(actuals, how))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or self.form is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section in (Column.NAME, Column.STATE) else _RIGHT
        if role == LOCK_ROLE:
            return section in QUARTER_COLUMNS and _quarter_of(self.form, section) in self.form.locked
        return section == self.entered_column if role == CELL_ROLE else None

    @property
    def entered_column(self) -> int:
        """The column of the quarter being entered."""
        return self.form.quarter.number if self.form else Column.Q1

    def cell(self, index: Index) -> Cell:
        """Return how a cell looks; made once until values change."""
        key = index.row(), index.column()
        if key not in self._cells:
            self._cells[key] = self._cell(self.rows[key[0]], key[1])
        return self._cells[key]

    def row_of(self, code: str, field: Field | None = None) -> int:
        """Return the first line of an indicator that can be typed, or that of a part; -1 when it is not shown."""
        wanted = (
            number
            for number, row in enumerate(self.rows)
            if row.kind is RowKind.ENTRY
            and row.indicator is not None
            and row.indicator.code == code
            and field in (None, row.field)
        )
        return next(wanted, -1)

    def _heading(self, section: int) -> str:
        assert self.form is not None
        if section in QUARTER_COLUMNS:
            if _quarter_of(self.form, section) in self.form.locked:
                return quarter_text(section) + "\n" + self.tr("locked")
            entered = "\n" + self.tr("being entered") if section == self.entered_column else ""
            return quarter_text(section) + entered
        cumulative = period_text(self.form.cumulative)
        last_year = period_text(self.form.cumulative.in_year(self.form.quarter.year - 1))
        headings = {
            Column.NAME: self.tr("Indicator\nby area of the plan"),
            Column.CUMULATIVE: self.tr("So far\n{period}").format(period=cumulative),
            Column.LAST_YEAR: self.tr("Year before\n{period}").format(period=last_year),
            Column.TARGET: self.tr("Target"),
            Column.STATE: self.tr("State"),
        }
        return headings[Column(section)]

    def _cell(self, row: Row, column: int) -> Cell:
        if row.indicator is None:
            is_name, entered = column == Column.NAME, column == self.entered_column
            return Cell(row.area if is_name else "", is_heading=True, is_name=is_name, is_entered=entered)
        if column == Column.NAME:
            return self._name(row, row.indicator)
        if column in QUARTER_COLUMNS and row.field is not None:
            return self._typed(row, row.indicator, row.field, column)
        if column == Column.STATE:
            return self._state(row, row.indicator)
        year = self._year_is_typed(row, column)
        return Cell(
            self._computed(row, row.indicator, column),
            hint=self.tr("whole year") if year else "",
            is_main=row.is_main,
            is_bold=row.is_main and column == Column.CUMULATIVE,
            is_typed=year,
            is_entered=column == self.entered_column,
            is_muted=not row.is_main or column == Column.LAST_YEAR,
            is_warned=row.is_main and self._looks_wrong(row.indicator, column),
        )

    def _name(self, row: Row, indicator: Indicator) -> Cell:
        if row.is_main:
            return Cell(indicator.label, indicator.code, is_main=True, is_name=True)
        names = {
            Field.NUMERATOR: self.tr("Numerator: {name}").format(name=indicator.numerator),
            Field.DENOMINATOR: self.tr("Denominator: {name}").format(name=indicator.denominator),
        }
        text = names[row.field or Field.NUMERATOR].removesuffix(": ")
        after = " · " + self.tr("as of its end") if indicator.is_stock else ""
        return Cell(text, after=after, is_name=True, is_muted=True)

    def _typed(self, row: Row, indicator: Indicator, part: Field, column: int) -> Cell:
        assert self.form is not None
        period = self.form.period_of(row, column)
        assert period is not None
        actual = self.form.actual(indicator, period)
        text = cell_text(actual, indicator.kind, part)
        entered, locked = column == self.entered_column, period in self.form.locked
        wrong = part is not Field.DENOMINATOR and self._is_wrong(indicator, column)
        return Cell(
            text,
            is_typed=True,
            is_entered=entered,
            is_wanted=entered and not locked and not text and self.form.is_still_empty(indicator, part),
            is_warned=wrong or bool(findings_at(self._marks, indicator.code, part, column)),
            is_locked=locked,
            has_note=bool(actual.note or actual.accepted or self.form.has_proof(indicator, period)),
            is_saved=(indicator.code, period) in self._saved and bool(text),
            is_muted=not entered or locked,
        )

    def _is_wrong(self, indicator: Indicator, column: int) -> bool:
        if self.form is None or column not in QUARTER_COLUMNS:
            return False
        period = _quarter_of(self.form, column)
        return self.form.doubt(indicator, period) is Doubt.WRONG

    def _looks_wrong(self, indicator: Indicator, column: int) -> bool:
        figure = self.form.figures.get(indicator.code) if self.form else None
        if column == Column.CUMULATIVE:
            return figure is not None and figure.state is State.TO_CHECK
        return self._is_wrong(indicator, column)

    def _year_is_typed(self, row: Row, column: int) -> bool:
        return column == Column.CUMULATIVE and row.field is Field.VALUE and not self._rolls_up(row)

    @staticmethod
    def _rolls_up(row: Row) -> bool:
        return row.indicator is not None and row.indicator.kind.rolls_up

    def _computed(self, row: Row, indicator: Indicator, column: int) -> str:
        assert self.form is not None
        if column in QUARTER_COLUMNS:
            return self._rate(indicator, column)
        figure = self.form.figures.get(indicator.code)
        match column:
            case Column.TARGET:
                return figure_target_text(figure) if figure and row.is_main else ""
            case Column.CUMULATIVE if row.is_main and row.field is None:
                return value_text(figure) if figure else NOTHING
            case Column.CUMULATIVE if not indicator.kind.rolls_up:
                return self.form.text(row, column)
        period = self.form.cumulative
        if column == Column.LAST_YEAR:
            period = period.in_year(period.year - 1)
        return self._own(row, indicator, period)

    def _rate(self, indicator: Indicator, column: int) -> str:
        assert self.form is not None
        period = _quarter_of(self.form, column)
        if self.form.doubt(indicator, period) is Doubt.WRONG:
            return QCoreApplication.translate("Texts", "see the error")
        value = self.form.value(indicator, period)
        if value is not None:
            return quantity_text(indicator, value)
        return NOTHING if self.form.actual(indicator, period).is_reported else ""

    def _own(self, row: Row, indicator: Indicator, period: Period) -> str:
        """Return what the unit's own figures come to over a period, for one line."""
        assert self.form is not None
        pooled = self.form.pooled(indicator, period)
        if not pooled.reported:
            return NOTHING
        if row.field in (Field.NUMERATOR, Field.DENOMINATOR):
            number = getattr(pooled, row.field)
            return NOTHING if number is None else format_number(number)
        if indicator.kind is Kind.GRADE:
            return pooled.grade
        value = self.form.value(indicator, period)
        return NOTHING if value is None else quantity_text(indicator, value)

    def _state(self, row: Row, indicator: Indicator) -> Cell:
        figure = self.form.figures.get(indicator.code) if self.form else None
        if figure is None or not row.is_main:
            return Cell(is_main=row.is_main)
        return Cell(state_word(figure.state), is_main=True, state=figure.state, is_provisional=figure.is_provisional)

    def _plain(self, index: Index) -> str:
        """Return the text that an editor starts with: no grouping, so that digits can be put in between."""
        row = self.rows[index.row()]
        if self.form is None or not self.is_typed(index):
            return ""
        text = self.form.text(row, index.column())
        grouped = row.indicator is not None and row.indicator.kind not in (Kind.GRADE, Kind.YES_NO)
        return text.replace(".", "") if grouped else text

    def _tip(self, index: Index) -> str:
        row, column = self.rows[index.row()], index.column()
        if self.form is None or row.indicator is None:
            return row.area
        if column == Column.NAME:
            return row.indicator.name if row.is_main else self.cell(index).text
        figure = self.form.figures.get(row.indicator.code)
        if column == Column.STATE and figure is not None and row.is_main:
            provisional = self.tr("provisional") if figure.is_provisional else ""
            return " · ".join(filter(None, (state_word(figure.state), provisional, gap_words(figure))))
        period = self.form.period_of(row, column)
        if period is None:
            return ""
        actual = self.form.actual(row.indicator, period)
        sample = self.tr("Illustrative figure") if actual.is_illustrative and actual.is_reported else ""
        found = findings_at(self._marks, row.indicator.code, row.field or Field.VALUE, column)
        messages = [each.message for each in found]
        said = (*messages, self._about_year(row, column), sample, self._accepted(actual), actual.note)
        return "\n".join(filter(None, said))

    def _about_year(self, row: Row, column: int) -> str:
        return self.tr("The value given for the whole year") if self._year_is_typed(row, column) else ""

    def _accepted(self, actual: Actual) -> str:
        return self.tr("Accepted: {reason}").format(reason=actual.accepted) if actual.accepted else ""

    def _spoken(self, index: Index) -> str:
        """Return what a screen reader says: which line, which column, what is there."""
        row, column = self.rows[index.row()], index.column()
        if column == Column.NAME or row.indicator is None:
            return str(self.data(index) or "")
        line = self.cell(self.index(index.row(), Column.NAME)).text
        heading = self._heading(column).replace("\n", " ")
        text = self.cell(index).text or self.tr("no value")
        return ", ".join((row.indicator.code, line, heading, text))


def _quarter_of(form: Form, column: int) -> Period:
    return form.year.quarters[column - 1]
