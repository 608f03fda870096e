"""What stands in the place of the pages while a file holds no plan: the way to the first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import theme

if TYPE_CHECKING:
    from ui.files import Files
    from ui.pages.plans.creating import Creating
    from ui.pages.plans.new_plan import Wish
    from ui.session import Session


class NoPlan(QWidget):
    """The plan with its office, or all units first; a workbook may bring both."""

    def __init__(self, session: Session, files: Files) -> None:
        super().__init__()
        self._session, self._files = session, files
        self.units = QPushButton(theme().icon("units"), self.tr("Enter the units"))
        self.plan = QPushButton(theme().icon("plus", "on_accent"), self.tr("Set up the plan"))
        self.book = QPushButton(theme().icon("download"), self.tr("Import from Excel…"))
        self._hint = QLabel()
        self._creating: Creating | None = None
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
        for button in (self.plan, self.units, self.book):
            button.setAutoDefault(True)  # Enter presses it too
            row.addWidget(button)
        row.addStretch(1)
        self.plan.setProperty("role", "primary")
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
        first = self.tr("Set up the plan and its office, or enter all units first. A workbook may bring both.")
        then = self.tr("The units are there. Set up the plan of the year, or take it from a workbook.")
        self._hint.setText(then if has_units else first)
        self.setFocusProxy(self.plan)

    def _units_clicked(self) -> None:
        self._session.navigate("units")

    def _book_clicked(self) -> None:
        self._files.workbooks.ask_import()

    def _plan_clicked(self) -> None:
        self.ask()

    def ask(self, way: str | None = None) -> None:
        """Ask for the first plan; way: what it begins with, as the page Bắt đầu names it."""
        from ui.pages.plans.creating import Creating
        from ui.pages.plans.new_plan import Way

        if self._creating is None:
            self._creating = Creating(self._session, self)
            self._creating.made.connect(self._made)
        self._creating.ask(Way(way) if way else None)

    def _made(self, wish: Wish) -> None:
        self._session.navigate("plans", part="text" if wish.has_text else "")
