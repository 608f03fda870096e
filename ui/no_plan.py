"""What stands in the place of the pages while a file holds no plan: the way to the first one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.plan import Plan
from ui.theme import theme

if TYPE_CHECKING:
    from ui.files import Files
    from ui.session import Session


class NoPlan(QWidget):
    """Units come first, then the plan of one of them; a workbook may bring both."""

    def __init__(self, session: Session, files: Files) -> None:
        super().__init__()
        self._session, self._files = session, files
        self.units = QPushButton(theme().icon("units", "on_accent"), self.tr("Enter the units"))
        self.plan = QPushButton(theme().icon("plus", "on_accent"), self.tr("Set up the plan"))
        self.book = QPushButton(theme().icon("download"), self.tr("Import from Excel…"))
        self._hint = QLabel()
        self._build()
        self.units.clicked.connect(self._units_clicked)
        self.plan.clicked.connect(self._plan_clicked)
        self.book.clicked.connect(self._book_clicked)

    def _build(self) -> None:
        title = QLabel(self.tr("This file holds no plan yet."))
        for label, role in ((title, "title"), (self._hint, "secondary")):
            label.setProperty("role", role)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        row.addStretch(1)
        for button in (self.units, self.plan, self.book):
            button.setAutoDefault(True)  # Enter presses it too
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.units, self.plan):
            button.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setSpacing(theme().px(8))
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(self._hint)
        column.addSpacing(theme().px(8))
        column.addLayout(row)
        column.addStretch(1)

    def refresh(self) -> None:
        """Offer what comes next."""
        has_units = bool(self._session.tree.units)
        self.units.setVisible(not has_units)
        self.plan.setVisible(has_units)
        first = self.tr("First say which units there are; then set up the plan. A workbook may bring both.")
        then = self.tr("The units are there. Set up the plan of the year, or take it from a workbook.")
        self._hint.setText(then if has_units else first)
        self.setFocusProxy(self.plan if has_units else self.units)

    def _units_clicked(self) -> None:
        self._session.navigate("units")

    def _book_clicked(self) -> None:
        self._files.workbooks.ask_import()

    def _plan_clicked(self) -> None:
        from ui.pages.plans.new_plan import NewPlanDialog

        year = date.today().year - 1
        before = Plan("", year, f"Kế hoạch cải cách hành chính năm {year}", self._session.tree.roots()[0])
        dialog = NewPlanDialog(before, set(), self, is_first=True)
        dialog.accepted.connect(self._plan_accepted)
        dialog.open()

    def _plan_accepted(self) -> None:
        from ui.pages.plans.new_plan import NewPlanDialog
        from ui.pages.plans.writes import new_plan

        dialog = self.sender()
        if isinstance(dialog, NewPlanDialog):
            session = self._session
            if session.write(new_plan(session.db, dialog.wish.plan, None, session.author)) is not None:
                session.navigate("plans")
