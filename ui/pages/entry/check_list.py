"""What the checks say of a cell, and the way to accept a figure that looks wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.pages.entry.checks import Line, Mood
from ui.pages.entry.form import Doubt
from ui.theme import set_role, theme
from ui.widgets.form import LineField

_ICONS = {Mood.GOOD: ("check", "success"), Mood.NEUTRAL: ("info", "muted"), Mood.WARNING: ("warning", "warning_text")}


class CheckList(QWidget):
    """What the checks say, and the way to accept what looks wrong. accepted(reason): empty takes it back."""

    accepted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(3))
        self._lines: list[QWidget] = []
        self.reason = LineField(hint=self.tr("Why the figure is right"))
        self.reason.editor.setAccessibleName(self.tr("Reason for accepting the figure"))
        self.accept = QPushButton(self.tr("Accept"))
        self.accept.setProperty("role", "small")
        self.withdraw = QPushButton(self.tr("Take back the acceptance"))
        self.withdraw.setProperty("role", "small")
        self._asking = QWidget()
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.reason, 1)
        row.addWidget(self.accept)
        self._column.addWidget(self._asking)
        self._column.addWidget(self.withdraw)
        self.accept.clicked.connect(self._accept_clicked)
        self.withdraw.clicked.connect(self._withdraw_clicked)
        self.reason.editor.returnPressed.connect(self._accept_clicked)  # type: ignore[attr-defined]

    def show_lines(self, lines: Sequence[Line], doubt: Doubt, reason: str) -> None:
        """Show what is said of a cell, and the field or button that its doubt asks for."""
        for widget in self._lines:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        said = list(lines)
        if doubt is Doubt.ACCEPTED:
            said.append(Line(Mood.GOOD, self.tr("Accepted: {reason}").format(reason=reason)))
        if not said:
            said.append(Line(Mood.NEUTRAL, self.tr("Nothing to check yet.")))
        self._lines = [_said(line) for line in said]
        for place, widget in enumerate(self._lines):
            self._column.insertWidget(place, widget)
        if doubt is not Doubt.WRONG:
            self.reason.show_value("")
        self._asking.setVisible(doubt is Doubt.WRONG)
        self.withdraw.setVisible(doubt is Doubt.ACCEPTED)

    def texts(self) -> list[str]:
        """Return what is said."""
        return [widget.accessibleName() for widget in self._lines]

    def _accept_clicked(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.accepted.emit(reason)
        else:
            self.reason.refuse(self.tr("Say why the figure is right."))

    def _withdraw_clicked(self) -> None:
        self.accepted.emit("")


def text_label() -> QLabel:
    """Return a label for some lines of plain text."""
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", "secondary")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _said(line: Line) -> QWidget:
    widget = QWidget()
    widget.setAccessibleName(line.text)
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(6))
    icon = QLabel()
    name, role = _ICONS[line.mood]
    icon.setPixmap(theme().pixmap(name, role, theme().px(15)))
    icon.setFixedSize(QSize(theme().px(16), theme().px(16)))
    label = text_label()
    label.setText(line.text)
    if line.mood is Mood.WARNING:
        set_role(label, "warning")
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return widget
