"""A line with a list of what is usual; anything else may be typed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit

from ui.widgets.fields import SHORTEST_CHOICE, TypedField
from ui.widgets.typed_values import Reader, Writer, read_text, write_text


class SuggestingField(TypedField):
    """One line of text with suggestions. Nothing is completed while typing: input methods need the keys themselves."""

    def __init__(self, read: Reader = read_text, write: Writer = write_text) -> None:
        self._box = QComboBox()
        self._box.setEditable(True)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(SHORTEST_CHOICE)
        line = self._box.lineEdit()
        assert isinstance(line, QLineEdit)
        self._line = line
        self._line.setCompleter(None)  # type: ignore[arg-type]
        super().__init__(self._box, read, write)
        self._line.returnPressed.connect(self.commit)
        self._box.activated.connect(self.commit)

    def set_choices(self, choices: Sequence[str]) -> None:
        """Offer other suggestions; what stands in the line stays."""
        text = self.text()
        self._box.clear()
        self._box.addItems(list(choices))
        self.set_text(text)

    def text(self) -> str:
        """Return what stands in the line."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Put a text into the line, its beginning in sight."""
        self._box.setEditText(text)
        self._line.setCursorPosition(0)
