"""Shows what a block of cells would make of a plan's indicators, line by line, before anything is written."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.exchange.clipboard.block import read_block
from models.plan import Indicator
from ui.pages.plans.indicator_block import Becomes, Laid, PastedLine
from ui.pages.plans.indicator_table import kind_text
from ui.pages.plans.target_text import plan_target_text
from ui.theme import theme
from ui.widgets.delegates import TextDelegate
from ui.widgets.fields import Complaint
from ui.widgets.grid_view import GridView
from ui.widgets.row_model import LEFT, RIGHT, Index, RowModel

BECOMES, LINE, CODE, AREA, NAME, KIND, TARGET, LEAD, NOTE = range(9)
SHOWN_WRONG = 3
_ICONS = {Becomes.NEW: "plus", Becomes.CHANGED: "pencil", Becomes.SAME: "minus", Becomes.WRONG: "error"}


class IndicatorView(GridView):
    """The table of indicators: a single cell is typed into, a block of them is handed over. pasted: a Block."""

    pasted = Signal(object)

    def paste(self, text: str) -> None:
        """Type one cell; hand over a block."""
        block = read_block(text, QGuiApplication.clipboard().mimeData().html()) if text else None
        if block is None or block.is_one_cell:
            super().paste(text)
        else:
            self.pasted.emit(block)


class PastedModel(RowModel):
    """Rows are lines of the block."""

    rows: list[PastedLine]

    def __init__(self, lines: list[PastedLine], year: int) -> None:
        super().__init__()
        self._year = year
        self._words = {
            Becomes.NEW: self.tr("new"),
            Becomes.CHANGED: self.tr("changes"),
            Becomes.SAME: self.tr("stays"),
            Becomes.WRONG: self.tr("wrong"),
        }
        self.headings = (
            self.tr("Becomes"),
            self.tr("Line"),
            self.tr("Code"),
            self.tr("Area"),
            self.tr("Indicator"),
            self.tr("Kind of measure"),
            self.tr("Target"),
            self.tr("Lead"),
            self.tr("Note"),
        )
        self.rows = lines

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Return the side on which a column stands."""
        return RIGHT if column in (LINE, TARGET) else LEFT

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks what a cell shows."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._texts(row)[column]
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.side(column)
            case Qt.ItemDataRole.FontRole:
                return theme().font(13, bold=True) if column == TARGET else None
            case Qt.ItemDataRole.DecorationRole if column == BECOMES:
                ink = "error_text" if row.problems else "text2"
                return theme().pixmap(_ICONS[row.becomes], ink, theme().px(14))
            case Qt.ItemDataRole.ForegroundRole:
                if column == NOTE and row.problems:
                    return theme().colour("error_text")
                return theme().colour("muted") if row.becomes is Becomes.SAME else None
        return None

    def _texts(self, row: PastedLine) -> tuple[str, ...]:
        new = row.new
        shown = f"– {new.name}" if new.parent else new.name
        target = self._target(new)
        words = (self._words[row.becomes], str(row.number), new.code, new.area, shown, kind_text(new), target, new.lead)
        return (*words, "; ".join(row.problems) or self._changed(row))

    def _target(self, of: Indicator) -> str:
        return plan_target_text(of, of.target, self._year) or "–"

    def _changed(self, row: PastedLine) -> str:
        """Return what there was of what changes."""
        if row.old is None or row.becomes is not Becomes.CHANGED:
            return ""
        was = [
            *([row.old.code] if row.old.code != row.new.code else []),
            *([row.old.label] if row.old.label != row.new.label else []),
            *([self._target(row.old)] if row.old.target != row.new.target else []),
            *([row.old.lead or "–"] if row.old.lead != row.new.lead else []),
        ]
        return self.tr("before: {values}").format(values="; ".join(was)) if was else ""


class PasteDialog(QDialog):
    """Stays open until the block was written; where a line of it is wrong, none of it is. wished: its lines."""

    wished = Signal(list)

    def __init__(self, laid: Laid, year: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paste indicators"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lines = list(laid.lines)
        self.model, self.table, self.message = PastedModel(self._lines, year), QTableView(), Complaint()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.write_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._lay_out(laid)
        self.buttons.accepted.connect(self._write_clicked)
        self.buttons.rejected.connect(self.reject)
        wrong = next((place for place, each in enumerate(self._lines) if each.problems), 0)
        self.table.selectRow(wrong)
        self.table.scrollTo(self.model.index(wrong, NAME))
        self.write_button.setFocus()

    def refuse(self, message: str) -> None:
        """Say why nothing was written."""
        self.message.say(message)

    def _lay_out(self, laid: Laid) -> None:
        look = theme()
        counts = {each: sum(line.becomes is each for line in self._lines) for each in Becomes}
        words = self.tr("{new} new, {changed} changed, {same} as they are.").format(
            new=counts[Becomes.NEW], changed=counts[Becomes.CHANGED], same=counts[Becomes.SAME]
        )
        if laid.unread:
            words += " " + self.tr("Not read: {columns}.").format(columns=", ".join(laid.unread))
        summary = QLabel(words)
        summary.setWordWrap(True)
        hint = QLabel(
            self.tr("Where nothing says the kind of measure, it is guessed from the target; nothing is kept yet.")
        )
        hint.setProperty("role", "muted")
        self._build_table()
        writes = counts[Becomes.NEW] + counts[Becomes.CHANGED]
        self.write_button.setText(self.tr("Write %n indicator(s)", None, writes))
        self.write_button.setProperty("role", "primary")
        self.write_button.setEnabled(writes > 0 and not counts[Becomes.WRONG])
        if counts[Becomes.WRONG]:
            self.message.say(self._wrong_text())
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(8))
        for part in (summary, self.table, hint, self.message, self.buttons):
            column.addWidget(part)
        self.resize(look.px(1080), look.px(480))

    def _wrong_text(self) -> str:
        """Return what is wrong, the first lines in words: the column of the note is narrow."""
        wrong = [each for each in self._lines if each.problems]
        line = self.tr("Line {number}: {problems}.")
        told = [line.format(number=each.number, problems="; ".join(each.problems)) for each in wrong[:SHOWN_WRONG]]
        if more := len(wrong) - len(told):
            told.append(self.tr("%n more line(s) cannot be read.", None, more))
        return "\n".join(
            (*told, self.tr("Nothing is taken in before all lines can be read: correct them in Excel first."))
        )

    def _build_table(self) -> None:
        look, header = theme(), self.table.horizontalHeader()
        self.table.setModel(self.model)
        self.table.setItemDelegate(TextDelegate(self.table))
        self.table.setAccessibleName(self.windowTitle())
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(look.px(27))
        header.setHighlightSections(False)
        for column, width in (
            (BECOMES, 84),
            (LINE, 50),
            (CODE, 84),
            (AREA, 130),
            (KIND, 124),
            (TARGET, 92),
            (LEAD, 120),
        ):
            header.resizeSection(column, look.px(width))
        for column in (NAME, NOTE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _write_clicked(self) -> None:
        if self.write_button.isEnabled():
            self.wished.emit([each for each in self._lines if each.becomes in (Becomes.NEW, Becomes.CHANGED)])
