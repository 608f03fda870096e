"""Pages into a PDF file or to a printer, in the worker; stopped or failed on the way, nothing comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from models.errors import KnownError
from models.whole_file import whole_file
from ui.printing.leaf import Leaf, page_layout
from ui.printing.measure import PER_INCH

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Told = Callable[[int, int], object]
"""Hears how many pages are done, of how many (0: nobody knows yet); raises where it is to stop."""


def unheard(_done: int, _total: int) -> None:
    """Hear nothing, stop nothing."""


def write_pdf(
    leaves: Iterable[Leaf], out: Path, title: str, told: Told = unheard, *, author: str = "", total: int = 0
) -> None:
    """Write pages as PDF, whole or not at all. Raises KnownError in plain words, and what told raises."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(round(PER_INCH))
    writer.setTitle(title)
    writer.setCreator(author)
    painter, done = QPainter(), 0
    try:
        for leaf in leaves:
            told(done, total)
            writer.setPageLayout(page_layout(leaf.size))
            if painter.isActive():
                writer.newPage()
            else:
                painter.begin(writer)
            leaf.paint(painter, PER_INCH)
            done += 1
    finally:
        if painter.isActive():
            painter.end()
    with whole_file(out, "tệp PDF") as temporary:
        temporary.write_bytes(buffer.data().data())
        told(done, total)


def print_leaves(printer: QPrinter, leaves: Sequence[Leaf], told: Told = unheard) -> int:
    """Draw the pages that a printer was asked for, all unless it was given a range; returns how many.

    Where told raises, the printer forgets what it got. One that cannot gets the rest too: half a document is of no
    use to anybody. Raises KnownError where it takes none."""
    chosen = leaves[max(printer.fromPage() - 1, 0) : printer.toPage() or len(leaves)]
    printer.setFullPage(True)
    printer.setPageOrientation(page_layout(chosen[0].size).orientation())
    told(0, len(chosen))
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError(f"Máy in “{printer.printerName()}” không nhận trang in; kiểm tra máy in rồi in lại.")
    try:
        for done, leaf in enumerate(chosen):
            told = _told_while_it_helps(printer, told, done, len(chosen))
            if done:
                printer.setPageOrientation(page_layout(leaf.size).orientation())
                printer.newPage()
            leaf.paint(painter, printer.resolution())
    except Exception:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(chosen)


def _told_while_it_helps(printer: QPrinter, told: Told, done: int, total: int) -> Told:
    try:
        told(done, total)
    except Exception:
        if printer.abort():
            raise
        return unheard
    return told
