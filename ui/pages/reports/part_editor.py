"""The text of one part of a report, written beside the preview; what was said the time before is at hand."""

from dataclasses import replace
from unicodedata import normalize

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from models.report import ReportPart
from ui.texts import long_period_text
from ui.theme import theme
from ui.widgets.fields import TextField
from ui.widgets.form import FormArea

LINES, MOST_LINES = 9, 16


class PartEditor(FormArea):
    """Shows one part. edited: the part as it was, and as it is to be kept."""

    edited = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(QWidget())
        self._part: ReportPart | None = None
        self._before = ""
        self.hint, self.period_before, self.text_before = QLabel(), QLabel(), QLabel()
        self.field = TextField(read_paragraphs, lines=LINES, most=MOST_LINES)
        self.again_button = QPushButton(theme().icon("copy"), self.tr("Take over the text of the time before"))
        self._build()
        self.field.committed.connect(self._committed)
        self.again_button.clicked.connect(self._again_clicked)

    @property
    def part(self) -> ReportPart | None:
        """What is shown, as it is kept."""
        return self._part

    def show_part(self, part: ReportPart, title: str, hint: str, before: ReportPart | None) -> None:
        """Show a part; before is what the report of the period before said there, None: nothing."""
        self._part = part
        self.field.editor.setAccessibleName(title)
        self.field.show_value(part.text)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._before = before.text if before is not None else ""
        if before is not None:
            text = self.tr("Last time ({period})").format(period=long_period_text(before.period))
            self.period_before.setText(text)
            self.text_before.setText(before.text)
        else:
            self.period_before.setText(self.tr("Nothing was written here in an earlier period."))
        for widget in (self.text_before, self.again_button):
            widget.setVisible(before is not None)

    def commit(self) -> bool:
        """Hand over what is being typed; False when it is refused."""
        return self.field.commit()

    def _build(self) -> None:
        look = theme()
        self.field.editor.setAccessibleName(self.tr("Text of the part"))
        self.hint.setProperty("role", "muted")
        self.period_before.setProperty("role", "secondary")
        for label in (self.hint, self.period_before, self.text_before):
            label.setWordWrap(True)
        saved = QLabel(self.tr("Kept as soon as you leave the field; an empty line is not needed between paragraphs."))
        saved.setProperty("role", "muted")
        saved.setWordWrap(True)
        self.again_button.setProperty("role", "small")
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(look.px(12), look.px(10), look.px(12), look.px(10))
        column.setSpacing(look.px(8))
        for part in (self.hint, self.field, saved, self.period_before, self.text_before, self.again_button):
            column.addWidget(part)
        column.addStretch(1)

    def _again_clicked(self) -> None:
        """Put what was said before under what stands there: nothing that was written is lost."""
        own = read_paragraphs(self.field.text())
        self.field.set_text(f"{own}\n{self._before}" if own else self._before)
        self.field.commit()
        self.field.setFocus()

    def _committed(self, text: str) -> None:
        if self._part is not None:
            old, self._part = self._part, replace(self._part, text=text)
            self.edited.emit(old, self._part)


def read_paragraphs(text: str) -> str:
    """Return typed text as it is kept: composed, a paragraph a line, no blank lines, none around."""
    lines = (" ".join(line.split()) for line in normalize("NFC", text).splitlines())
    return "\n".join(filter(None, lines))
