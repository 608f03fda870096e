"""Kiểm tra phiếu: what is to be looked at before a form is sent, below the grid, the worst first."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QToolButton, QVBoxLayout, QWidget

from ui.pages.entry.checking.issues import Issue, Rank
from ui.pages.entry.side.evidence_list import plain_tip
from ui.theme import theme
from ui.widgets.row_model import Index

_ICONS = {
    Rank.ERROR: ("error", "error_text"),
    Rank.TO_CHECK: ("warning", "warning_text"),
    Rank.WARNING: ("warning", "warning_text"),
    Rank.EMPTY: ("not-sent", "text2"),
    Rank.UNEXPLAINED: ("note", "text2"),
    Rank.UNPROVED: ("clip", "text2"),
    Rank.ACCEPTED: ("check", "muted"),
}


class IssueList(QFrame):
    """The list with its counts. chosen(Issue): its cell is wanted. closed: the list is done with."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.model = IssueModel(self)
        self.counts = QLabel()
        self.counts.setProperty("role", "secondary")
        self.view = _View()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Check of the form"))
        self.nothing = QLabel(self.tr("Nothing to look at: all is filled, adds up and is explained."))
        self.nothing.setProperty("role", "secondary")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build()
        self.view.activated.connect(self._activated)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.view, 1)
        column.addWidget(self.nothing, 1)

    def _head(self) -> QWidget:
        look = theme()
        head = QFrame()
        head.setProperty("role", "panel-head")
        head.setFixedHeight(look.px(32))
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(12), 0, look.px(4), 0)
        row.setSpacing(look.px(10))
        title = QLabel(self.tr("Check of the form"))
        title.setProperty("role", "section")
        row.addWidget(title)
        row.addWidget(self.counts, 1)
        hint = QLabel(self.tr("Enter: to the cell · Esc: close"))
        hint.setProperty("role", "muted")
        row.addWidget(hint)
        self.close_button = QToolButton()
        self.close_button.setProperty("role", "flat")
        self.close_button.setIcon(look.icon("close"))
        self.close_button.setToolTip(self.tr("Close the list (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close the list"))
        self.close_button.clicked.connect(self.closed)
        row.addWidget(self.close_button)
        return head

    def show_issues(self, issues: Sequence[Issue]) -> None:
        """Show what is to be looked at; the cursor stays on the same line where it is still there."""
        current = self.model.issue(self.view.currentIndex())
        if list(issues) != self.model.issues:
            self.model.take(issues)
        place = self.model.issues.index(current) if current in self.model.issues else 0
        self.view.setCurrentIndex(self.model.index(place))
        self.view.setVisible(bool(issues))
        self.nothing.setVisible(not issues)
        self.counts.setText(self._counted(issues))

    def texts(self) -> list[str]:
        """Return what is said, from top to bottom."""
        return [each.text for each in self.model.issues]

    def take_focus(self) -> None:
        """Take the keyboard."""
        target = self.view if self.model.issues else self.close_button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _counted(self, issues: Sequence[Issue]) -> str:
        words = {
            Rank.ERROR: self.tr("%n error(s)", None, _count(issues, Rank.ERROR)),
            Rank.TO_CHECK: self.tr("%n figure(s) to check", None, _count(issues, Rank.TO_CHECK)),
            Rank.WARNING: self.tr("%n warning(s)", None, _count(issues, Rank.WARNING)),
            Rank.EMPTY: self.tr("%n still empty", None, _count(issues, Rank.EMPTY)),
            Rank.UNEXPLAINED: self.tr("%n to explain", None, _count(issues, Rank.UNEXPLAINED)),
            Rank.ACCEPTED: self.tr("%n accepted", None, _count(issues, Rank.ACCEPTED)),
        }
        there = Counter(each.rank for each in issues)
        return " · ".join(text for rank, text in words.items() if there[rank])

    def _activated(self, index: Index) -> None:
        if (issue := self.model.issue(index)) is not None:
            self.chosen.emit(issue)


class IssueModel(QAbstractListModel):
    """One line for each issue; what was accepted is pale."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.issues: list[Issue] = []

    def take(self, issues: Sequence[Issue]) -> None:
        """Show other issues."""
        self.beginResetModel()
        self.issues = list(issues)
        self.endResetModel()

    def issue(self, index: Index) -> Issue | None:
        """Return the issue of a line."""
        return self.issues[index.row()] if index.isValid() and index.row() < len(self.issues) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.issues)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        issue = self.issue(index)
        if issue is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return issue.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(issue.text)
        if role == Qt.ItemDataRole.DecorationRole:
            return theme().icon(*_ICONS[issue.rank])
        if role == Qt.ItemDataRole.ForegroundRole and issue.rank is Rank.ACCEPTED:
            return theme().colour("muted")
        return None


class _View(QListView):
    """Enter leads to the cell on every system."""

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(theme().px(16), theme().px(16)))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _count(issues: Sequence[Issue], rank: Rank) -> int:
    return sum(each.rank is rank for each in issues)
