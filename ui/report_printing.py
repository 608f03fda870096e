"""A report printed by the program itself into a PDF, where LibreOffice is not installed."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from models.whole_file import whole_file
from reports.document import Document
from ui.printing.measure import PER_INCH
from ui.printing.pages import Page, pages


def print_pdf(document: Document, out: Path, foot: str = "", poll: Callable[[], object] = lambda: None) -> None:
    """Write a report as PDF, whole or not at all; foot stands below every page, poll is called at every page.

    Raises KnownError in plain words."""
    _begin_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(round(PER_INCH))
    writer.setTitle(document.properties.title)
    writer.setCreator(document.properties.author)
    painter = QPainter()
    try:
        for page in pages(document, foot):
            poll()
            writer.setPageLayout(_layout(page))
            if painter.isActive():
                writer.newPage()
            else:
                painter.begin(writer)
            page.paint(painter, PER_INCH)
    finally:
        if painter.isActive():
            painter.end()
    with whole_file(out, "tệp PDF") as temporary:
        temporary.write_bytes(buffer.data().data())


def _layout(page: Page) -> QPageLayout:
    """Return the layout of a page on A4, without margins: the page has its own."""
    is_upright = page.size.width() < page.size.height()
    lies = QPageLayout.Orientation.Portrait if is_upright else QPageLayout.Orientation.Landscape
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), lies, QMarginsF())


def _begin_application() -> None:
    """Make what Qt's letters need, where no window is open; no screen is needed."""
    if QGuiApplication.instance() is None:
        if sys.platform.startswith("linux"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication(sys.argv[:1]))


_kept: list[QGuiApplication] = []  # it must live as long as the program
