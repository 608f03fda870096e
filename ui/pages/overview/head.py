"""The head of the overview: what is looked at, and what can be made of it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel


class Head(QWidget):
    """Title, and buttons to print, copy, present and report; where it is narrow they show their icons only."""

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.title, self.subtitle = QLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.subtitle.setProperty("role", "secondary")
        self.print = self._button("printer", self.tr("Print on one A4"), "Ctrl+P")
        self.copy = self._button("copy", self.tr("Copy"), "")
        self.present = self._button("present", self.tr("Present"), "F11")
        self.report = QPushButton(look.icon("reports", "on_accent"), self.tr("Make the report"))
        self.report.setProperty("role", "primary")
        self._texts = {each: each.text() for each in (self.print, self.copy, self.present)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        row.addWidget(self.title)
        row.addWidget(self.subtitle, 1)
        for button in (*self._texts, self.report):
            row.addWidget(button)

    def _button(self, icon: str, text: str, key: str) -> QPushButton:
        button = QPushButton(theme().icon(icon), text)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({key})" if key else text)
        return button

    def fit(self, *, is_narrow: bool) -> None:
        """Show words beside the icons where there is room for them."""
        for button, text in self._texts.items():
            button.setText("" if is_narrow else text)
