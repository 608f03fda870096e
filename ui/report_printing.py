"""A report printed by the program itself into a PDF, where LibreOffice is not installed."""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from reports.document import Document
from ui.printing.output import Told, unheard, write_pdf
from ui.printing.pages import pages


def print_pdf(document: Document, out: Path, foot: str = "", told: Told = unheard) -> None:
    """Write a report as PDF, whole or not at all, each page as soon as it is laid out; foot stands below every one.

    Raises KnownError in plain words, and what told raises."""
    _begin_application()
    properties = document.properties
    write_pdf(pages(document, foot), out, properties.title, told, author=properties.author)


def _begin_application() -> None:
    """Make what Qt's letters need, where no window is open; no screen is needed."""
    if QGuiApplication.instance() is None:
        if sys.platform.startswith("linux"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication(sys.argv[:1]))


_kept: list[QGuiApplication] = []  # it must live as long as the program
