"""The panel Soạn từ văn bản: source text above, proposals below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from models.drafting.drafts import Draft, DraftState
from ui.pages.plans.drafting.draft_table import DraftTable
from ui.pages.plans.drafting.source_view import SourceView, Span
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.fields import Complaint


class DraftingPanel(QFrame):
    """Shows a text and what was read in it; every decision is handed over.

    file_wanted, paste_wanted: another text. clear_wanted: all clear drafts are accepted. folded: it was closed."""

    file_wanted = Signal()
    paste_wanted = Signal()
    clear_wanted = Signal()
    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.source, self.table = SourceView(), DraftTable()
        self.note, self.detail, self.message = QLabel(), QLabel(), Complaint()
        self._build()
        self._connect()
        self.show_empty()

    # -- building

    def _build(self) -> None:
        look = theme()
        self.note.setProperty("role", "locked")
        self.note.setWordWrap(True)
        self.note.hide()
        self.message.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(4))
        self.stack = QStackedWidget()
        self.stack.addWidget(self._empty())
        self.stack.addWidget(self._parts())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for part in (self._head(), self.note):
            layout.addWidget(part)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.message)
        self.setMinimumWidth(look.px(440))

    def _head(self) -> QWidget:
        title = QLabel(self.tr("Draft from a text"))
        title.setProperty("role", "section")
        self.summary = ElidedLabel()
        self.summary.setProperty("role", "secondary")
        self.file_button = self._button("folder", self.tr("Open Word"))
        self.paste_button = self._button("clipboard", self.tr("Paste text"))
        self.fold_button = QToolButton()
        self.fold_button.setProperty("role", "flat")
        self.fold_button.setIcon(theme().icon("close"))
        self.fold_button.setToolTip(self.tr("Fold away"))
        self.fold_button.setAccessibleName(self.tr("Fold away"))
        return self._bar(title, self.summary, self.file_button, self.paste_button, self.fold_button)

    def _empty(self) -> QWidget:
        box = QFrame()
        box.setProperty("role", "empty")
        words = QLabel(
            self.tr(
                "Open the plan's Word file, paste its text, or drop the file here. Each number that sets a target "
                "becomes a proposal; nothing enters the plan before you accept it."
            )
        )
        words.setProperty("role", "secondary")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        inside = QVBoxLayout(box)
        inside.addWidget(words)
        outer = QWidget()
        around = QVBoxLayout(outer)
        around.setContentsMargins(*[theme().px(16)] * 4)
        around.addWidget(box)
        return outer

    def _parts(self) -> QWidget:
        below = QWidget()
        box = QVBoxLayout(below)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._decisions())
        box.addWidget(self.table, 1)
        box.addWidget(self._detail())
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.source)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 6)
        self.source.setMinimumHeight(theme().px(80))
        below.setMinimumHeight(theme().px(140))
        return splitter

    def _detail(self) -> QWidget:
        """What the row of the cursor has no room for; its height stays, so that the table does not move."""
        look = theme()
        self.detail.setProperty("role", "secondary")
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setContentsMargins(look.px(12), look.px(4), look.px(12), look.px(4))
        self.detail.setFixedHeight(3 * QFontMetrics(look.font(12)).lineSpacing() + look.px(8))
        return self.detail

    def _decisions(self) -> QWidget:
        title = QLabel(self.tr("Proposals"))
        title.setProperty("role", "section")
        self.counts, self.doubtful = QLabel(), QLabel()
        self.counts.setProperty("role", "secondary")
        self.doubtful.setProperty("role", "warning")
        self.left_button = QPushButton()
        self.left_button.setProperty("role", "link")
        self.left_button.setToolTip(self.tr("Numbers of the text that gave no proposal; press to go through them"))
        self.clear_button = self._button("check", "")
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return self._bar(title, self.counts, self.doubtful, self.left_button, room, self.clear_button)

    def _bar(self, *parts: QWidget) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "panel-head")
        line = QHBoxLayout(bar)
        line.setContentsMargins(theme().px(12), theme().px(4), theme().px(8), theme().px(4))
        line.setSpacing(theme().px(8))
        for part in parts:
            line.addWidget(part, 1 if isinstance(part, ElidedLabel) else 0)
        return bar

    def _button(self, icon: str, text: str) -> QPushButton:
        button = QPushButton(theme().icon(icon), text)
        button.setProperty("role", "small")
        return button

    def _connect(self) -> None:
        self.file_button.clicked.connect(self.file_wanted)
        self.paste_button.clicked.connect(self.paste_wanted)
        self.fold_button.clicked.connect(self.folded)
        self.clear_button.clicked.connect(self.clear_wanted)
        self.left_button.clicked.connect(self.source.next_left_over)
        self.source.chosen.connect(self.table.choose_place)
        self.table.chosen.connect(self._chosen)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste_wanted)

    # -- showing

    def show_empty(self) -> None:
        """Show that there is no text yet."""
        self.stack.setCurrentIndex(0)
        self.summary.setText("")
        self.table.show_drafts([], 0)

    def show_reading(self) -> None:
        """Say that a text is being read."""
        self.summary.setText(self.tr("reading the text…"))

    def show_text(self, text: str, marks: Sequence[Span], left: Sequence[Span]) -> None:
        """Show a text with the marks of its places and the numbers that gave no proposal."""
        self.stack.setCurrentIndex(1)
        self.source.show_text(text, marks, left)
        self.left_button.setText(self.tr("{count} numbers left over").format(count=len(left)))
        self.left_button.setVisible(bool(left))

    def show_drafts(self, drafts: list[Draft], year: int) -> None:
        """Show the drafts of the text and how many of them are decided; the cursor stays."""
        self.table.show_drafts(drafts, year)
        places = len({each.place for each in drafts})
        waiting_places = {each.place for each in drafts if each.is_waiting}
        self.source.show_decided({each.place for each in drafts} - waiting_places)
        self.summary.setText(
            self.tr("{targets} targets read in {places} places").format(targets=len(drafts), places=places)
            if drafts
            else self.tr("no target was found in this text")
        )
        accepted = sum(each.state is DraftState.ACCEPTED for each in drafts)
        waiting = [each for each in drafts if each.is_waiting]
        clear = sum(each.is_clear for each in waiting)
        self.counts.setText(
            self.tr("{accepted} accepted   {waiting} waiting").format(accepted=accepted, waiting=len(waiting))
        )
        self.doubtful.setText(self.tr("{count} to look at").format(count=len(waiting) - clear))
        self.doubtful.setVisible(len(waiting) > clear)
        self.clear_button.setText(self.tr("Accept the clear ones ({count})").format(count=clear))
        self.clear_button.setEnabled(clear > 0)
        if drafts and not self.table.currentIndex().isValid():
            self.table.choose_next_waiting()

    def say_note(self, text: str) -> None:
        """Say what holds for all that would be accepted; empty: nothing."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _chosen(self, draft: Draft) -> None:
        self.message.say("")
        self.source.choose(draft.place)
        target = self.table.drafts.target_text(draft)
        self.detail.setText(f"{draft.indicator.name}: {target}\n{'; '.join(draft.doubts)}")
