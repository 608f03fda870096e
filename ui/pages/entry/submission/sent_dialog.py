"""The life of one submission: its steps, and what was sent then beside what stands in the file now."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.number import format_date
from models.period import Period
from models.store.indicators import indicators
from models.store.snapshots import taken
from models.store.submissions import snapshot, steps
from models.submission import Step, SubmissionState
from ui.pages.entry.side.checks import lower_first
from ui.pages.entry.submission.sent_comparison import Compared, compared
from ui.session import Session
from ui.texts import long_period_text
from ui.theme import theme
from ui.widgets.row_model import Index, RowModel
from ui.widgets.submission_mark import submission_icon, submission_word

STEP = Qt.ItemDataRole.UserRole


class ComparisonModel(RowModel):
    """Lines of what was sent and what is there now; a line that is another now says so with a sign and a word."""

    rows: Sequence[Compared]

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.headings = [
            self.tr("Code"),
            self.tr("Indicator"),
            self.tr("What"),
            self.tr("As sent"),
            self.tr("Now"),
            self.tr("Since then"),
        ]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        changed = self.tr("changed") if row.is_changed else self.tr("as sent")
        texts = (row.indicator, row.name, row.what, row.sent, row.now, changed)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return texts[column]
            case Qt.ItemDataRole.DecorationRole if column == len(texts) - 1 and row.is_changed:
                return theme().icon("warning", "warning_text")
            case Qt.ItemDataRole.ForegroundRole if row.is_changed and column >= len(texts) - 2:
                return theme().colour("warning_text")
            case Qt.ItemDataRole.BackgroundRole if row.is_changed:
                return theme().colour("warning_soft")
        return None


class SentDialog(QDialog):
    """Steps at the left, newest first; at the right what the step's sending held. Without steps it says so."""

    def __init__(self, session: Session, unit: str, quarter: Period, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._unit, self._quarter = session, unit, quarter
        self._kinds = {each.code: each for each in indicators(session.db, session.plan.code)}
        self._now = taken(session.db, session.plan, unit, quarter, session.on)
        title = self.tr("What was sent: {quarter} – {unit}")
        name = lower_first(session.tree[unit].name)
        self.setWindowTitle(title.format(quarter=long_period_text(quarter), unit=name))
        self.steps = QListWidget()
        self.steps.setAccessibleName(self.tr("Steps of the form, newest first"))
        self.steps.setWordWrap(True)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.only_changed = QCheckBox(self.tr("Only what was &changed since"))
        self.model = ComparisonModel(self)
        self.table = QTableView()
        self._lay_out()
        look, room = theme(), parent.window().size()
        self.resize(min(look.px(1100), room.width() - look.px(40)), min(look.px(600), room.height() - look.px(40)))
        self.steps.currentItemChanged.connect(self._step_chosen)
        self.only_changed.toggled.connect(self._step_chosen)
        self._show_steps()

    def _lay_out(self) -> None:
        look = theme()
        self._set_table()
        right = QVBoxLayout()
        right.setSpacing(look.px(8))
        right.addWidget(self.said)
        right.addWidget(self.only_changed)
        right.addWidget(self.table, 1)
        parts = QHBoxLayout()
        parts.setSpacing(look.px(12))
        self.steps.setFixedWidth(look.px(270))
        parts.addWidget(self.steps)
        parts.addLayout(right, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(12))
        column.addLayout(parts, 1)
        column.addWidget(buttons)

    def _set_table(self) -> None:
        look, table = theme(), self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("What was sent and what is there now"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(look.px(27))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for column, units in enumerate((84, 190, 96, 150, 150, 130)):
            header.resizeSection(column, look.px(units))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _show_steps(self) -> None:
        for each in reversed(steps(self._session.db, self._unit, self._quarter)):
            at = each.at.astimezone()
            words = self.tr("{state} {day} · {who}\nwritten {at}").format(
                state=submission_word(each.state),
                day=format_date(each.day),
                who=each.who,
                at=f"{format_date(at.date())} {at:%H:%M}",
            )
            item = QListWidgetItem(submission_icon(each.state), words + (f"\n{each.reason}" if each.reason else ""))
            item.setData(STEP, each)
            self.steps.addItem(item)
        if self.steps.count():
            self.steps.setCurrentRow(0)
        else:
            self.said.setText(self.tr("Nothing was sent yet: there is nothing to compare with."))
            self.only_changed.hide()

    def _step_chosen(self) -> None:
        sending = self._sending_of(self.steps.currentItem().data(STEP))
        if sending is None:
            return
        rows = compared(snapshot(self._session.db, sending.id), self._now, self._kinds)
        changed = [each for each in rows if each.is_changed]
        self.model.show_rows(changed if self.only_changed.isChecked() else rows)
        if changed:
            said = self.tr("Sent on {day}; {count} lines are no longer as they were sent.")
        else:
            said = self.tr("Sent on {day}; everything is still as it was sent.")
        self.said.setText(said.format(day=format_date(sending.day), count=len(changed)))

    def _sending_of(self, step: Step) -> Step | None:
        """Return the sending that a step belongs to: itself, or the last one before it."""
        for row in range(self.steps.count()):
            each: Step = self.steps.item(row).data(STEP)
            if each.id <= step.id and each.state is SubmissionState.SUBMITTED:
                return each
        return None
