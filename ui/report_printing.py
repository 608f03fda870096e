"""A report printed by the program itself: on a printer, or into a PDF where LibreOffice is not installed."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QPdfWriter

from models.whole_file import whole_file
from reports.document import Document
from ui.printing.measure import PER_INCH
from ui.printing.pages import paint_document


def print_pdf(document: Document, out: Path, foot: str = "", poll: Callable[[], object] = lambda: None) -> None:
    """Write a report as PDF, whole or not at all; foot stands below every page, poll is called at every page.

    Raises KnownError in plain words."""
    _application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(round(PER_INCH))
    writer.setTitle(document.properties.title)
    writer.setCreator(document.properties.author)
    paint_document(document, writer, foot, poll)
    with whole_file(out, "tệp PDF") as temporary:
        temporary.write_bytes(buffer.data().data())


def _application() -> None:
    """Make what Qt's letters need, where no window is open; no screen is needed."""
    if QGuiApplication.instance() is None:
        if sys.platform.startswith("linux"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        global _own
        _own = QGuiApplication(sys.argv[:1])


_own: QGuiApplication | None = None
