"""A button that shows a muted label and the thing chosen, and opens a popup to choose another."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import theme

WIDEST_CHOICE_UNITS = 230


class PickerButton(QPushButton):
    """Label, choice and an arrow, in a frame like an input."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme()
        self._label, self._text = label, ""
        caption = QLabel(label)
        caption.setProperty("role", "secondary")
        self._choice = QLabel()
        self._choice.setProperty("role", "strong")
        arrow = QLabel()
        arrow.setPixmap(look.pixmap("chevron-down", "text2", look.px(14)))
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(8), 0, look.px(8), 0)
        line.setSpacing(look.px(6))
        for part in (caption, self._choice, arrow):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            line.addWidget(part)

    def set_choice(self, text: str) -> None:
        """Show what is chosen; the tooltip says all of a long name."""
        self._text = text
        room = theme().px(WIDEST_CHOICE_UNITS)
        self._choice.ensurePolished()
        shown = self._choice.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        self._choice.setText(shown)
        self.setToolTip("" if shown == text else text)
        self.setAccessibleName(f"{self._label}: {text}")
        layout = self.layout()
        if layout is not None:
            self.setMinimumWidth(layout.sizeHint().width())

    @property
    def choice(self) -> str:
        """What is shown as chosen."""
        return self._text


class Popup(QFrame):
    """A frame that opens below a button, takes the keyboard, and goes on Esc or a click outside."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.column = QVBoxLayout(self)
        space = theme().px(8)
        self.column.setContentsMargins(space, space, space, space)
        self.column.setSpacing(space)

    def open_below(self, anchor: QWidget) -> None:
        """Show under a widget, within the screen."""
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
        room = anchor.screen().availableGeometry()
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        place.setY(max(room.top(), min(place.y(), room.bottom() - self.height())))
        self.move(place)
        self.show()
