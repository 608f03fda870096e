"""Forms: labelled fields that hand over a value when the person is done with it, and say beside them what is refused.

A field is done on Enter or when it is left. What was refused stays in it to be mended; Esc gives the old value back."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from unicodedata import normalize

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.errors import KnownError
from models.number import format_date, format_number, read_date, read_number
from ui.theme import theme

Reader = Callable[[str], Any]
Writer = Callable[[Any], str]
SHORTEST_CHOICE = 8  # letters of a box of choices that are always seen


def read_text(text: str) -> str:
    """Return typed text as it is kept: composed, one blank between words, none around."""
    return " ".join(normalize("NFC", text).split())


def read_needed(text: str) -> str:
    """Return text that may not be empty; raises KnownError."""
    if not (found := read_text(text)):
        raise KnownError(QCoreApplication.translate("Form", "This may not be empty."))
    return found


def read_code(text: str) -> str:
    """Return a code: something without ";" (it parts codes in workbooks); raises KnownError."""
    found = read_needed(text)
    if ";" in found:
        raise KnownError(QCoreApplication.translate("Form", "A code may not hold “;”."))
    return found


def read_optional_number(text: str) -> Decimal | None:
    """Return a number, None for an empty text; raises KnownError."""
    return read_number(text) if text.strip() else None


def read_optional_date(text: str) -> date | None:
    """Return a day, None for an empty text; raises KnownError."""
    return read_date(text) if text.strip() else None


def write_text(value: Any) -> str:
    """Show a text; None is empty."""
    return "" if value is None else str(value)


def write_number(value: Decimal | None) -> str:
    """Show a number; None is empty."""
    return "" if value is None else format_number(value)


def write_date(value: date | None) -> str:
    """Show a day; None is empty."""
    return "" if value is None else format_date(value)


class Complaint(QLabel):
    """A line that says what was refused; it takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "error")
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str) -> None:
        """Say why; an empty text takes it back."""
        self.setText(text)
        self.setVisible(bool(text))


class Field(QWidget):
    """One value and, below it, what is wrong with what was typed. committed: the person is done with a new value."""

    committed = Signal(object)

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self.editor = editor
        self.message = Complaint()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(2))
        layout.addWidget(editor)
        layout.addWidget(self.message)
        self.setFocusProxy(editor)
        editor.installEventFilter(self)

    def show_value(self, value: Any) -> None:
        """Put a value into the field; nothing is committed by it."""
        self.accept()
        self._put(value)

    def refuse(self, message: str) -> None:
        """Say beside the field why its value was not taken."""
        self.message.say(message)
        self.editor.setAccessibleDescription(message)
        self._mark(True)

    def accept(self) -> None:
        """Take back what was said of a refused value."""
        self.message.say("")
        self.editor.setAccessibleDescription("")
        self._mark(False)

    def commit(self) -> bool:
        """Hand over what stands in the field when it is new; False when it is refused."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc gives the old value back; a field that is left is done."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self._is_touched():
                self.restore()
                return True
        elif event.type() == QEvent.Type.FocusOut and not self._is_popup(event):
            self.commit()
        elif event.type() == QEvent.Type.Wheel and not self.editor.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def restore(self) -> None:
        """Put the last value back."""
        raise NotImplementedError

    def _put(self, value: Any) -> None:
        raise NotImplementedError

    def _is_touched(self) -> bool:
        raise NotImplementedError

    def _is_popup(self, event: QEvent) -> bool:
        return getattr(event, "reason", lambda: None)() == Qt.FocusReason.PopupFocusReason

    def _mark(self, is_invalid: bool) -> None:
        if bool(self.editor.property("invalid")) != is_invalid:
            self.editor.setProperty("invalid", is_invalid)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)


class TypedField(Field):
    """A field whose value is read from text."""

    def __init__(self, editor: QWidget, read: Reader, write: Writer) -> None:
        super().__init__(editor)
        self._read, self._write, self._shown = read, write, ""

    def text(self) -> str:
        """Return what stands in the field."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Put a text into the editor."""
        raise NotImplementedError

    def commit(self) -> bool:
        """Read the text; refuse it beside the field or hand its value over."""
        if not self._is_touched():
            self.accept()
            return True
        try:
            value = self._read(self.text())
        except KnownError as error:
            self.refuse(str(error))
            return False
        if self._write(value) == self._shown:  # another spelling of the same
            self.restore()
            return True
        self._shown = self.text()
        self.accept()
        self.committed.emit(value)
        return self.message.isHidden()

    def refuse(self, message: str) -> None:
        """Say why; what is there now counts as touched, so that it is read again."""
        super().refuse(message)
        self._shown = self._kept

    def restore(self) -> None:
        """Put the last value back."""
        self._shown = self._kept
        self.set_text(self._kept)
        self.accept()

    def _put(self, value: Any) -> None:
        self._kept = self._shown = self._write(value)
        if self.text() != self._kept:
            self.set_text(self._kept)

    _kept = ""

    def _is_touched(self) -> bool:
        return self.text() != self._shown


class LineField(TypedField):
    """One line of text, a number or a day."""

    def __init__(self, read: Reader = read_text, write: Writer = write_text, hint: str = "") -> None:
        self._line = QLineEdit()
        self._line.setPlaceholderText(hint)
        super().__init__(self._line, read, write)
        self._line.returnPressed.connect(self.commit)

    def text(self) -> str:
        """Return what stands in the line."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Put a text into the line, its beginning in sight."""
        self._line.setText(text)
        self._line.setCursorPosition(0)


_FITTING = (QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.Resize)


class TextArea(QPlainTextEdit):
    """A text of a given number of lines; the style sheet's least height is that of one line.

    most: grows with its text up to so many lines. padding, in units: border and padding of the style sheet."""

    def __init__(self, lines: int, most: int = 0, padding: int = 6) -> None:
        super().__init__()
        self._lines, self._most, self._padding = lines, max(lines, most), padding
        self.setTabChangesFocus(True)
        if self._most > lines:
            self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def event(self, event: QEvent) -> bool:
        """Take the height once the font is known."""
        done = super().event(event)
        if event.type() in _FITTING:
            self._fit()
        return done

    def _fit(self) -> None:
        lines = min(max(self._lines, round(self.document().size().height())), self._most)  # its height counts lines
        frame = 2 * (self.document().documentMargin() + theme().px(self._padding))
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * lines + frame))


class TextField(TypedField):
    """Some lines of text; as in TextArea."""

    def __init__(
        self,
        read: Reader = read_text,
        write: Writer = write_text,
        lines: int = 2,
        most: int = 0,
        padding: int = 6,
    ) -> None:
        self._area = TextArea(lines, most, padding)
        super().__init__(self._area, read, write)

    def text(self) -> str:
        """Return what stands in the area."""
        return self._area.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text into the area."""
        self._area.setPlainText(text)


class ChoiceField(Field):
    """One of a list of values, each with its words."""

    def __init__(self, choices: Sequence[tuple[str, Any]] = ()) -> None:
        self._box = QComboBox()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(SHORTEST_CHOICE)
        self._values: list[Any] = []
        self._kept: Any = None
        super().__init__(self._box)
        self.set_choices(choices)
        self._box.activated.connect(self.commit)

    def set_choices(self, choices: Sequence[tuple[str, Any]]) -> None:
        """Offer other values; the one that was shown stays shown."""
        self._values = [value for _, value in choices]
        self._box.clear()
        self._box.addItems([words for words, _ in choices])
        self._put(self._kept)

    def value(self) -> Any:
        """Return what is chosen; None where nothing is."""
        place = self._box.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def choose(self, value: Any) -> None:
        """Choose a value as a person does."""
        self._box.setCurrentIndex(self._values.index(value))
        self.commit()

    def commit(self) -> bool:
        """Hand over another choice."""
        if self._is_touched():
            self.accept()
            self.committed.emit(self.value())
        return self.message.isHidden()

    def restore(self) -> None:
        """Choose the last value again."""
        self._put(self._kept)
        self.accept()

    def _put(self, value: Any) -> None:
        self._kept = value
        self._box.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _is_touched(self) -> bool:
        return self._box.currentIndex() >= 0 and bool(self.value() != self._kept)


class FormArea(QScrollArea):
    """Scrolls a form up and down; never narrower than what stands in it."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.inner = inner
        inner.setProperty("role", "scrolled")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inner)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the form's width and the bar's."""
        width = self.inner.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())


class Form(QWidget):
    """Fields in one or two columns, each with a label that is its buddy. edited: the key and new value of one."""

    edited = Signal(str, object)

    def __init__(self, columns: int = 1) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.labels: dict[str, QLabel] = {}
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(8))
        self._grid.setVerticalSpacing(theme().px(4))
        for column in range(columns):
            self._grid.setColumnStretch(2 * column + 1, 1)
        self._row = self._column = 0

    def add(self, key: str, label: str, field: Field, *, is_wide: bool = True) -> Field:
        """Put a field below, or beside the last one when neither is wide."""
        if is_wide and self._column:
            self._row, self._column = self._row + 1, 0
        caption = QLabel(label)
        caption.setProperty("role", "secondary")
        caption.setBuddy(field.editor)
        caption.setFixedHeight(theme().px(30))
        caption.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        field.editor.setAccessibleName(label.replace("&", ""))
        place = 2 * self._column
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(caption, self._row, place, top)
        self._grid.addWidget(field, self._row, place + 1, 1, 2 * self._columns - 1 if is_wide else 1, top)
        self.fields[key], self.labels[key] = field, caption
        field.setObjectName(key)
        field.committed.connect(self._committed)
        self._column = (self._column + 1) % self._columns if not is_wide else 0
        self._row += 0 if self._column else 1
        return field

    def show_values(self, values: dict[str, Any]) -> None:
        """Show the value of each field."""
        for key, value in values.items():
            self.fields[key].show_value(value)

    def refuse(self, key: str, message: str) -> None:
        """Say beside a field why its value was not taken."""
        self.fields[key].refuse(message)

    def commit(self) -> bool:
        """Hand over what is being typed; False when something is refused."""
        refused = [key for key, field in self.fields.items() if not field.commit()]
        return not refused

    def set_shown(self, key: str, is_shown: bool) -> None:
        """Show or hide a field with its label."""
        self.fields[key].setVisible(is_shown)
        self.labels[key].setVisible(is_shown)

    def _committed(self, value: Any) -> None:
        self.edited.emit(self.sender().objectName(), value)
