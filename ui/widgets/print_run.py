"""Pages on their way into a PDF file or to a printer, followed by a band that says how far they are."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.printing.book import Book, Printed
from ui.printing.run import Run
from ui.session import Session
from ui.widgets.progress_band import show_band


def followed(run: Run, window: QWidget, text: str) -> Run:
    """Return a run with a band in a window that says at which page it is and can stop it, until it has ended."""
    band = show_band(window, text, run.stop)
    run.progressed.connect(band.show_pages)
    run.ended.connect(band.deleteLater)
    return run


def keep_pdf(session: Session, window: QWidget, printed: Printed, out: Path, written: Callable[[Path], object]) -> None:
    """Write pages that nobody looks at into a PDF file; written hears of it when it is there."""
    followed(Run(session, Book(printed)), window, writing_text(out)).write(out, written)


def writing_text(out: Path) -> str:
    """Say which file is being written."""
    return QCoreApplication.translate("Run", "Writing {file}").format(file=out.name)
