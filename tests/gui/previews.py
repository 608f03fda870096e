"""What tests of printing do with a preview, and pages to print."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.printing.book import Printed
from ui.printing.leaf import Leaf
from ui.printing.measure import PER_MM
from ui.widgets.print_preview import Preview

A4 = QSizeF(210, 297) * PER_MM


def laid_out(window: QWidget, qtbot: QtBot) -> Preview:
    """Return the preview that a window shows, when all of its pages are there."""
    (preview,) = window.findChildren(Preview)
    qtbot.waitUntil(lambda: preview.pdf.isEnabled(), timeout=20_000)
    return preview


@dataclass
class DrawnLeaf:
    """A page half black; drawn is told on which thread it is painted."""

    drawn: Callable[[], object] = lambda: None
    size: QSizeF = field(default_factory=lambda: A4)

    def paint(self, painter: QPainter, dots_per_inch: float) -> None:
        self.drawn()
        painter.fillRect(QRectF(0, 0, 4 * dots_per_inch, 4 * dots_per_inch), QColor("black"))


def printed(count: int, laying: Callable[[int], object] = lambda _: None, leaf: Leaf | None = None) -> Printed:
    """Return so many pages; laying is told of each before it is laid out."""

    def lay_out() -> Iterator[Leaf]:
        for page in range(count):
            laying(page)
            yield leaf or DrawnLeaf()

    return Printed(lay_out, "Báo cáo thử", "bao-cao-thu.pdf", "Văn phòng")


class Gate:
    """Holds the worker at a page until it may go on."""

    def __init__(self, page: int) -> None:
        self._page = page
        self.reached, self.opened = threading.Event(), threading.Event()

    def __call__(self, page: int) -> None:
        if page == self._page:
            self.reached.set()
            assert self.opened.wait(20)
