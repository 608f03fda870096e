"""Stands in for the grid where the plan asks nothing of a unit, and leads to where that is changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from ui.pages.entry.side.checks import lower_first


class NothingAsked(QFrame):
    """One sentence and one button."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "empty")
        self.text = QLabel()
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(self.tr("Go to the plan"))
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)

    def show_name(self, unit: str) -> None:
        """Say of which unit nothing is asked."""
        self.text.setText(self.tr("The plan asks nothing of {unit} yet.").format(unit=lower_first(unit)))
