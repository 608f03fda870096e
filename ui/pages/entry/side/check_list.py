"""What the checks say of a cell, and the way to accept a figure that looks wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.checks import Finding
from ui.pages.entry.form import Doubt
from ui.pages.entry.side.checks import Line, Mood
from ui.theme import set_role, theme
from ui.widgets.fields import LineField

_ICONS = {
    Mood.GOOD: ("check", "success"),
    Mood.NEUTRAL: ("info", "muted"),
    Mood.WARNING: ("warning", "warning_text"),
    Mood.ERROR: ("error", "error_text"),
    Mood.ACCEPTED: ("check", "muted"),
}
_ROLES = {Mood.WARNING: "warning", Mood.ERROR: "error", Mood.ACCEPTED: "muted"}


class CheckList(QWidget):
    """What the checks say, and the way to accept what looks wrong.

    accepted(reason): of the cell's own figure; findings_accepted(findings, reason): of what rules say; an empty reason
    takes it back."""

    accepted = Signal(str)
    findings_accepted = Signal(tuple, str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(3))
        self._lines: list[Said] = []
        self._asked: tuple[Finding, ...] = ()
        self._doubt = Doubt.NONE
        self._is_locked = False
        self.reason = LineField(hint=self.tr("Why the figure is right"))
        self.reason.editor.setAccessibleName(self.tr("Reason for accepting the figure"))
        self.reason.editor.setAcceptDrops(False)
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
        self._lines = [Said(line) for line in said]
        for place, widget in enumerate(self._lines):
            widget.asked.connect(self._finding_clicked)
            self._column.insertWidget(place, widget)
        self._doubt = doubt
        self._ask(self._asked if any(line.findings == self._asked for line in said) else ())
        if doubt is not Doubt.WRONG and not self._asked:
            self.reason.show_value("")
        self.withdraw.setVisible(doubt is Doubt.ACCEPTED and not self._is_locked)

    def set_locked(self, is_locked: bool) -> None:
        """Of a locked cell its own figure cannot be accepted any more; what the rules say still can."""
        self._is_locked = is_locked

    def texts(self) -> list[str]:
        """Return what is said."""
        return [widget.accessibleName() for widget in self._lines]

    def buttons(self) -> list[QPushButton]:
        """Return the buttons beside the findings, from top to bottom."""
        return [widget.button for widget in self._lines if widget.button is not None]

    def _finding_clicked(self, findings: tuple[Finding, ...]) -> None:
        if findings[0].is_accepted:
            self.findings_accepted.emit(findings, "")
        else:
            self.reason.show_value("")
            self._ask(findings)
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, findings: tuple[Finding, ...]) -> None:
        """Put the field for the reason under the findings that are to be accepted, else at the end for the cell's."""
        self._asked = findings
        place = next((n for n, said in enumerate(self._lines) if findings and said.line.findings == findings), None)
        self._column.removeWidget(self._asking)
        self._column.insertWidget(len(self._lines) if place is None else place + 1, self._asking)
        is_asked = self._doubt is Doubt.WRONG and not self._is_locked
        self._asking.setVisible(place is not None or is_asked)

    def _accept_clicked(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.reason.refuse(self.tr("Say why the figure is right."))
        elif self._asked:
            self.findings_accepted.emit(self._asked, reason)
        else:
            self.accepted.emit(reason)

    def _withdraw_clicked(self) -> None:
        self.accepted.emit("")


def text_label() -> QLabel:
    """Return a label for some lines of plain text."""
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("role", "secondary")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class Said(QWidget):
    """One line: what is said, and the way to accept findings or to take that back. asked(findings)."""

    asked = Signal(tuple)

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        self.button: QPushButton | None = None
        self.setAccessibleName(line.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        icon = QLabel()
        name, role = _ICONS[line.mood]
        icon.setPixmap(theme().pixmap(name, role, theme().px(15)))
        icon.setFixedSize(QSize(theme().px(16), theme().px(16)))
        label = text_label()
        label.setText(line.text)
        if line.mood in _ROLES:
            set_role(label, _ROLES[line.mood])
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label)
        if line.findings:
            words.addWidget(self._button(line.findings[0].is_accepted), 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)

    def _button(self, is_accepted: bool) -> QPushButton:
        words = self.tr("Take back the acceptance") if is_accepted else self.tr("Accept with a reason…")
        self.button = QPushButton(words)
        self.button.setProperty("role", "link")
        self.button.setAccessibleDescription(self.line.text)
        self.button.clicked.connect(self._clicked)
        return self.button

    def _clicked(self) -> None:
        self.asked.emit(self.line.findings)
