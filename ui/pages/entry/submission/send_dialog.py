"""The last look before a form is sent: what is filled, odd, unexplained; it warns of much and forbids nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.number import format_date
from ui.pages.entry.submission.summary import Summary
from ui.theme import set_role, theme
from ui.widgets.form import FormArea
from ui.widgets.submission_mark import lateness_text

MOST_NAMED = 12


class SendDialog(QDialog):
    """Shows a summary; accepted: send it (Enter), rejected: not yet (Esc)."""

    def __init__(self, title: str, summary: Summary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._lines: list[str] = []
        look = theme()
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(0, 0, look.px(8), 0)
        self._grid.setHorizontalSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(6))
        self._grid.setColumnStretch(1, 1)
        self._say_all(summary)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(10))
        heading = QLabel(title)
        heading.setProperty("role", "title")
        heading.setWordWrap(True)
        column.addWidget(heading)
        area = FormArea(body)
        area.setAccessibleName(self.tr("What is said of the form"))
        column.addWidget(area, 1)
        after = QLabel(self.tr("Once sent, the figures are locked; the form can be opened again with a reason."))
        after.setProperty("role", "secondary")
        after.setWordWrap(True)
        column.addWidget(after)
        column.addWidget(self._buttons())
        self.setAccessibleDescription("\n".join(self._lines))
        room = parent.window().size()
        wanted = QSize(look.px(620), min(look.px(560), body.sizeHint().height() + look.px(190)))
        self.resize(wanted.boundedTo(room - QSize(look.px(48), look.px(48))))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.send = QPushButton(theme().icon("plane", "on_accent"), self.tr("Send the form"))
        self.send.setProperty("role", "primary")
        buttons.addButton(self.send, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setAutoDefault(False)
        self.send.setDefault(True)
        self.send.setFocus()
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def lines(self) -> list[str]:
        """Return what is said, line by line."""
        return self._lines

    def _say_all(self, summary: Summary) -> None:
        sent = self.tr("Sent on {day}, due {due}: {lateness}.")
        lateness = lateness_text(summary.due, summary.day, summary.calendar)
        said = sent.format(day=format_date(summary.day), due=format_date(summary.due), lateness=lateness)
        self._say("calendar", said, is_warning=summary.day > summary.due)
        filled = self.tr("Filled: {filled} of {expected} cells.")
        self._say(
            "check" if summary.filled == summary.expected else "warning",
            filled.format(filled=summary.filled, expected=summary.expected),
            named(summary.empty, self.tr("Still empty: {codes}.")),
            is_warning=summary.filled < summary.expected,
        )
        if summary.not_applicable:
            self._say("minus", named(summary.not_applicable, self.tr("Nothing occurred: {codes}.")))
        self._say_findings(summary)
        self._say_words(summary)

    def _say_findings(self, summary: Summary) -> None:
        if summary.findings:
            words = self.tr("%n error(s) or warning(s) still open:", None, len(summary.findings))
            self._say("warning", words, *_messages(summary.findings), is_warning=True)
        else:
            self._say("check", self.tr("No error or warning is open."))
        if summary.accepted:
            words = self.tr("%n warning(s) accepted with a note:", None, len(summary.accepted))
            self._say("note", words, *_messages(summary.accepted))

    def _say_words(self, summary: Summary) -> None:
        if summary.unexplained:
            words = self.tr("Missed or asked for, without an explanation: {codes}.")
            self._say("warning", named(summary.unexplained, words), is_warning=True)
        if summary.without_evidence:
            self._say("info", named(summary.without_evidence, self.tr("Without evidence: {codes}.")))

    def _say(self, icon: str, *texts: str, is_warning: bool = False) -> None:
        """Add a mark with a line of text, and smaller lines below it."""
        look, row = theme(), self._grid.rowCount()
        mark = QLabel()
        mark.setPixmap(look.pixmap(icon, "warning_text" if is_warning else "text2", look.px(16)))
        self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        for place, text in enumerate(filter(None, texts)):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            if place:
                set_role(label, "secondary")
            self._grid.addWidget(label, row + place, 1)
            self._lines.append(text)


def named(codes: Sequence[str], words: str) -> str:
    """Return a sentence with some codes in it, the first ones where there are many; "" for none."""
    shown = ", ".join(codes[:MOST_NAMED])
    if len(codes) > MOST_NAMED:
        shown += f" … (+{len(codes) - MOST_NAMED})"
    return words.format(codes=shown) if codes else ""


def _messages(found: Sequence[str]) -> list[str]:
    lines = [f"• {each}" for each in found[:MOST_NAMED]]
    if len(found) > MOST_NAMED:
        lines.append(f"… (+{len(found) - MOST_NAMED})")
    return lines
