"""One section of the side panel: a heading, what stands beside it, and what it is about."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import theme


class Section(QFrame):
    """A heading over a widget; a line parts it from the section above."""

    def __init__(self, words: str, body: QWidget | None, beside: QWidget | None = None, *, is_first: bool) -> None:
        super().__init__()
        self.heading = QLabel(words)
        self.heading.setProperty("role", "section")
        self.heading.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme().px(12), 0, theme().px(12), theme().px(7))
        column.setSpacing(theme().px(3))
        if not is_first:
            line = QFrame()
            line.setProperty("role", "line")
            column.addWidget(line)
        column.addSpacing(theme().px(3))
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.setSpacing(theme().px(8))
        if isinstance(beside, QPushButton):
            top.addStretch(1)
        top.addWidget(beside or QWidget(), 0 if isinstance(beside, QPushButton) else 1)
        column.addLayout(top)
        if body is not None:
            column.addWidget(body)
