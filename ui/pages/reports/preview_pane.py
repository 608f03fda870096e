"""The middle: how the report will read, with its size, and what is said of its page breaks."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reports.document import Document
from ui.pages.reports.preview import Figure, Look, Page, page_of
from ui.pages.reports.preview_view import PAPER_UNITS, PreviewView
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel

SMALLEST, LARGEST, STEP = 50, 200, 10
MARGIN_UNITS = 84
ALL_OF_IT, LEAST_FITTED = 100, 75
WAIT_MILLISECONDS = 300


class PreviewPane(QWidget):
    """Shows a document. figure_chosen: the figure that was clicked, or chosen by Enter."""

    figure_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self._figures: tuple[Figure, ...] = ()
        self._template = ""
        self._percent = 0  # 0: as large as there is room
        self.view = PreviewView()
        self.tinted = QCheckBox(self.tr("&Tint figures from data"))
        self.size_words = QLabel()
        self.smaller, self.larger = QToolButton(), QToolButton()
        self.note = ElidedLabel()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(WAIT_MILLISECONDS)
        self._waiting.timeout.connect(self._say_waiting)
        self._build()
        self.view.figure_chosen.connect(self._figure_chosen)
        self.tinted.toggled.connect(self._look_changed)
        self.smaller.clicked.connect(self._smaller_clicked)
        self.larger.clicked.connect(self._larger_clicked)

    @property
    def look(self) -> Look:
        """How the page is shown now."""
        return Look(self._percent or self._fitting(), self.tinted.isChecked())

    def wait(self) -> None:
        """Another document is on its way: what is shown stays, and after a while it is said."""
        self._waiting.start()

    def show_document(self, document: Document | None, page: Page | None = None) -> None:
        """Show a document; page: made already for the look asked for. None: nothing can be shown."""
        self._document = document
        self._show_note()
        if document is None:
            self._figures = ()
            self.view.clear()
            return
        look = self.look
        made = page or page_of(document, look)
        self._figures = made.figures
        self.view.show_page(made, look.percent)
        self.size_words.setText(f"{look.percent}%")

    def show_template(self, name: str) -> None:
        """Say which template of the office Word takes; "": none."""
        self._template = name
        self._show_note()

    def figure(self) -> Figure | None:
        """Return the figure that the mark is on."""
        return self._figures[self.view.current] if 0 <= self.view.current < len(self._figures) else None

    def zoom(self, step: int) -> None:
        """Show the page larger (1) or smaller (-1)."""
        percent = round((self._percent or self._fitting()) / STEP) * STEP + step * STEP
        self._percent = min(max(percent, SMALLEST), LARGEST)
        self._look_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self.size_words.text()
        super().resizeEvent(event)
        if not self._percent and before and before != f"{self._fitting()}%":
            self._look_changed()

    def _build(self) -> None:
        look = theme()
        self.note.setProperty("role", "muted")
        self._show_note()
        self.tinted.setChecked(True)
        self.size_words.setProperty("role", "secondary")
        for button, icon, name, key in (
            (self.smaller, "minus", self.tr("Smaller"), "Ctrl+-"),
            (self.larger, "plus", self.tr("Larger"), "Ctrl++"),
        ):
            button.setProperty("role", "flat")
            button.setIcon(look.icon(icon))
            button.setToolTip(f"{name} ({key})")
            button.setAccessibleName(name)
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        bar = QHBoxLayout()
        bar.setContentsMargins(look.px(12), look.px(2), look.px(6), look.px(2))
        bar.setSpacing(look.px(6))
        bar.addWidget(self.note, 1)
        for part in (self.tinted, self.smaller, self.size_words, self.larger):
            bar.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar)
        box.addWidget(self.view, 1)

    def _show_note(self) -> None:
        self._waiting.stop()
        words = self.tr("Pages may break some lines apart from Word; text and figures are the same")
        if self._template:
            words = self.tr("Built-in form, here and in print; your template {name} is for Word")
        self.note.setText(words.format(name=self._template))

    def _say_waiting(self) -> None:
        self.note.setText(self.tr("Being made anew…"))

    def _fitting(self) -> int:
        """Return the percent at which a page is as wide as there is room, in steps, as long as it can be read."""
        room = 100 * (self.width() + theme().px(MARGIN_UNITS)) / theme().px(PAPER_UNITS)
        return min(max(int(room) // 5 * 5, LEAST_FITTED), ALL_OF_IT)

    def _look_changed(self) -> None:
        if self._document is not None:
            self.show_document(self._document)

    def _smaller_clicked(self) -> None:
        self.zoom(-1)

    def _larger_clicked(self) -> None:
        self.zoom(1)

    def _figure_chosen(self, number: int) -> None:
        self.figure_chosen.emit(self._figures[number])
