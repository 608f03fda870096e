"""Forms: fields in columns, each with its label."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.fields import Field


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
