"""The right column: the source of the chosen figure, or what is being written beside the preview."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.pages.reports.dispatch_card import DispatchCard
from ui.pages.reports.explanation_card import ExplanationCard
from ui.pages.reports.part_editor import PartEditor
from ui.pages.reports.source_panel import SourcePanel
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel

HEAD_UNITS, LEAST_UNITS = 32, 250


class RightPanel(QFrame):
    """Shows one card at a time under a head with its name. closed: the person is done with it (Esc or the cross)."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.title = ElidedLabel()
        self.source, self.part = SourcePanel(), PartEditor()
        self.explanation, self.dispatch = ExplanationCard(), DispatchCard()
        self.stack = QStackedWidget()
        self.close_button = QToolButton()
        self._build()
        self.close_button.clicked.connect(self.closed)
        self.show_source_card()

    @property
    def card(self) -> QWidget:
        """The card that is shown."""
        return self.stack.currentWidget()

    def show_source_card(self) -> None:
        """Show the source of a figure."""
        self.show_card(self.source, self.tr("Source of the figure"))

    def show_card(self, card: QWidget, title: str) -> None:
        """Show a card under its name."""
        self.stack.setCurrentWidget(card)
        self.title.setText(title)

    def commit(self) -> bool:
        """Hand over what is being typed; False when something is refused."""
        commit = getattr(self.card, "commit", None)
        return commit is None or bool(commit())

    def take_focus(self) -> None:
        """Take the keyboard: the first thing of the card that takes keys, else the cross."""
        fields = (each for each in self.card.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        first = next((each for each in fields if each.isVisible() and each.isEnabled()), self.close_button)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: object) -> None:
        if getattr(event, "key", int)() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]

    def _build(self) -> None:
        look = theme()
        self.setMinimumWidth(look.px(LEAST_UNITS))
        head = QFrame()
        head.setProperty("role", "panel-head")
        head.setFixedHeight(look.px(HEAD_UNITS))
        self.title.setProperty("role", "section")
        self.close_button.setProperty("role", "flat")
        self.close_button.setIcon(look.icon("close"))
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close"))
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(12), 0, look.px(4), 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.stack, 1)
        for card in (self.source, self.part, self.explanation, self.dispatch):
            self.stack.addWidget(card)
