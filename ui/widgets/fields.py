"""Fields that hand over a value when the person is done with it, and say beside them what is refused.

A field is done on Enter or when it is left. What was refused stays in it to be mended; Esc gives the old value back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from models.errors import KnownError
from ui.theme import theme
from ui.widgets.typed_values import Reader, Writer, read_text, write_text

SHORTEST_CHOICE = 8  # letters of a box of choices that are always seen


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
        self._left_out: tuple[int, str, Any] | None = None
        super().__init__(self._box)
        self.set_choices(choices)
        self._box.activated.connect(self.commit)

    def set_choices(self, choices: Sequence[tuple[str, Any]]) -> None:
        """Offer other values; the one that was shown stays shown."""
        self._values, self._left_out = [value for _, value in choices], None
        self._box.clear()
        self._box.addItems([words for words, _ in choices])
        self._put(self._kept)

    def leave_out(self, value: Any) -> None:
        """Offer all but one of the choices; the one that was left out before is offered again."""
        if self._left_out is not None:
            place, words, before = self._left_out
            self._values.insert(place, before)
            self._box.insertItem(place, words)
            self._left_out = None
        if value in self._values:
            place = self._values.index(value)
            self._left_out = (place, self._box.itemText(place), self._values.pop(place))
            self._box.removeItem(place)
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
