"""Opens and closes the check of the form below the grid, keeps it up to date, and leads from it to cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from ui.pages.entry.checking.issues import Issue, issues_of
from ui.pages.entry.form import Column, Filter

if TYPE_CHECKING:
    from ui.pages.entry.page import EntryPage


class FormCheck(QObject):
    """F7 or the button of the head opens the list and gives it the keyboard; F7 in it, Esc or its cross close it."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page)
        self._page, self._list = page, page.issues
        self._list.hide()
        self._list.chosen.connect(self._chosen)
        self._list.closed.connect(self.close)
        page.head.check_asked.connect(self.open)
        key = QShortcut(QKeySequence("F7"), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._toggled)

    def show(self) -> None:
        """Show the form as it is now; costs nothing while the list is closed."""
        if not self._list.isHidden():
            form = self._page.form
            self._list.show_issues(issues_of(form) if form is not None else [])

    def open(self) -> None:
        """Show the list and give it the keyboard."""
        if self._page.form is not None and self._page.may_leave():
            self._list.show()
            self.show()
            self._list.take_focus()
            QTimer.singleShot(0, self, self._keep_cell_in_sight)

    def close(self) -> None:
        """Put the list away."""
        self._list.hide()
        self._page.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_cell_in_sight(self) -> None:
        """The grid is lower now: the cell that was looked at may be out of it."""
        self._page.grid.scrollTo(self._page.grid.currentIndex())

    def _toggled(self) -> None:
        if self._list.isHidden() or not self._list.isAncestorOf(self._page.focusWidget()):
            self.open()
        else:
            self.close()

    def _chosen(self, issue: Issue) -> None:
        page, model = self._page, self._page.model
        row = model.row_of(issue.code, issue.field)
        if row < 0:
            page.show_filter(Filter.ALL)
            row = model.row_of(issue.code, issue.field)
        if row >= 0:
            is_year = issue.period.is_year
            page.grid.go_to(row, Column.CUMULATIVE if is_year else issue.period.number)
        page.grid.setFocus(Qt.FocusReason.OtherFocusReason)
