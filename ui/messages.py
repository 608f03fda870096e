"""Messages are bands under the context bar, not boxes."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.theme import theme


class Mood(StrEnum):
    """What a message is: it chooses icon and ground."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Action:
    """A button of a message."""

    label: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence, with at most two buttons."""

    mood: Mood
    text: str
    actions: tuple[Action, ...] = ()


class Band(QFrame):
    """One message. done: it was closed, or a button of it used."""

    done = Signal()

    def __init__(self, message: Message) -> None:
        super().__init__()
        self.message = message
        look = theme()
        self.setProperty("role", f"band-{message.mood}")
        icon = QLabel()
        role = {Mood.INFO: "accent", Mood.WARNING: "warning_text", Mood.ERROR: "error_text"}[message.mood]
        icon.setPixmap(look.pixmap(message.mood.value, role, look.px(18)))
        words = QLabel(message.text)
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(14), look.px(6), look.px(8), look.px(6))
        line.setSpacing(look.px(8))
        line.addWidget(icon)
        line.addWidget(words, 1)
        for action in message.actions:
            line.addWidget(self._button(action))
        line.addWidget(self._close_button())
        self.setAccessibleName(message.text)

    def _button(self, action: Action) -> QPushButton:
        button = QPushButton(action.label)
        button.setProperty("role", "small")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where the person types
        button.clicked.connect(partial(_run_and_close, self, action))
        return button

    def _close_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "flat")
        button.setIcon(theme().icon("close"))
        button.setToolTip(self.tr("Close this message"))
        button.setAccessibleName(self.tr("Close this message"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.done)
        return button


def _run_and_close(band: Band, action: Action, checked: bool = False) -> None:
    band.done.emit()
    action.run()


class Bands(QWidget):
    """The messages that stand; the same sentence stands once, and an info gives way to the next.

    keyboard_freed: the message that had the keyboard went."""

    LARGEST = 3

    keyboard_freed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_message(self, message: Message) -> None:
        """Add a message."""
        for band in self.bands():
            if band.message.text == message.text or band.message.mood is Mood.INFO:
                self.remove(band)
        for band in self.bands()[: -(self.LARGEST - 1)]:
            self.remove(band)
        band = Band(message)
        band.done.connect(partial(self.remove, band))
        self._column.addWidget(band)

    def add(self, band: QWidget) -> None:
        """Show a band that is no message, such as how far a long piece of work is; it goes by its own doing."""
        self._column.addWidget(band)

    def clear(self) -> None:
        """Take all messages away."""
        for band in self.bands():
            self.remove(band)

    def bands(self) -> list[Band]:
        """Return the messages that stand, oldest first."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        return [band for item in items if item and isinstance(band := item.widget(), Band)]

    def remove(self, band: QWidget) -> None:
        """Take a band away; the keyboard, where it was in it, is free again."""
        focus: object = self.window().focusWidget()
        had_keyboard = isinstance(focus, QWidget) and band.isAncestorOf(focus)
        self._column.removeWidget(band)
        band.hide()
        band.deleteLater()
        if had_keyboard:
            self.keyboard_freed.emit()
