"""How far a long piece of work is, as a band under the context bar, with a button that stops it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui.messages import Bands
from ui.theme import theme

AT_ONCE = 300  # milliseconds: of what takes no longer nothing is said


def show_band(window: QWidget, text: str, stop: Callable[[], object]) -> "ProgressBand":
    """Show under a window's context bar that work is under way, unless it is done at once; stop is asked to end it."""
    band = ProgressBand(text)
    band.stop_asked.connect(stop)
    bands = window.window().findChild(Bands)
    if bands is not None:
        band.hide()
        bands.add(band)
        QTimer.singleShot(AT_ONCE, band, band.show)
    return band


class ProgressBand(QFrame):
    """Says what is done and whose turn it is. stop_asked: the work is to end after the step that it is at."""

    stop_asked = Signal()

    def __init__(self, text: str) -> None:
        super().__init__()
        look = theme()
        self.setProperty("role", "band-info")
        self.words, self.step, self.bar = QLabel(text), QLabel(), QProgressBar()
        self.step.setProperty("role", "secondary")
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(look.px(220))
        self.bar.setAccessibleName(text)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setProperty("role", "small")
        self.stop.clicked.connect(self._stopped)
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(14), look.px(6), look.px(8), look.px(6))
        line.setSpacing(look.px(8))
        line.addWidget(self.words)
        line.addWidget(self.bar)
        line.addWidget(self.step, 1)
        line.addWidget(self.stop)
        self.setAccessibleName(text)

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how many steps are done, of how many, and what the current one is; of pages total may be 0."""
        if not total:
            self.show_pages(done, total)
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        counted = self.tr("{done}/{total}").format(done=done, total=total)
        self.step.setText(f"{counted} · {text}" if text else counted)

    def show_pages(self, done: int, total: int) -> None:
        """Show which page is under way, of how many; total 0: nobody knows yet of how many."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        page = min(done + 1, total) if total else done
        words = self.tr("page {page}/{total}") if total else self.tr("page {page}")
        self.step.setText(words.format(page=page, total=total))

    def end(self) -> None:
        """Go away: the work has ended, or will be waited for no longer."""
        bands = self.parentWidget()
        if isinstance(bands, Bands):
            bands.remove(self)
        else:
            self.deleteLater()

    def _stopped(self) -> None:
        self.stop.setEnabled(False)
        self.stop_asked.emit()
