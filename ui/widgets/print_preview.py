"""Pages of paper: shown before they are printed, drawn on a printer or into a PDF file."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMarginsF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPaintEvent, QPdfWriter, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.whole_file import whole_file
from ui.theme import theme

PDF_DOTS_PER_INCH = 1200
SMALLEST_DOTS, LARGEST_DOTS = 40, 400
PER_INCH = 720


class Paper(Protocol):
    """Pages that know how large they are, in tenths of a point, and draw themselves."""

    @property
    def count(self) -> int:
        """How many pages there are."""

    def size(self, page: int) -> QSizeF:
        """Return the size of a page, counted from 0: A4, upright or on its side."""

    def paint(self, painter: QPainter, page: int, dots_per_inch: float) -> None:
        """Draw a page, its corner in the painter's."""


@dataclass(frozen=True)
class Printed:
    """Pages laid out, what they are called, and the file name that a PDF of them gets."""

    paper: Paper
    title: str
    file_name: str


def write_pdf(paper: Paper, out: Path, title: str) -> None:
    """Write all pages into a PDF file, by a temporary one beside it; raises KnownError."""
    with whole_file(out) as temporary:
        temporary.touch()
        writer = QPdfWriter(str(temporary))
        writer.setPageLayout(_layout(paper, 0))
        writer.setResolution(PDF_DOTS_PER_INCH)
        writer.setTitle(title)
        painter = QPainter(writer)
        for page in range(paper.count):
            if page:
                writer.setPageLayout(_layout(paper, page))
                writer.newPage()
            paper.paint(painter, page, PDF_DOTS_PER_INCH)
        painter.end()
        del writer


def paint_on(printer: QPrinter, paper: Paper) -> None:
    """Draw the pages that a printer was asked for, all unless it was given a range."""
    first, last = printer.fromPage() or 1, printer.toPage() or paper.count
    printer.setFullPage(True)
    printer.setPageOrientation(_layout(paper, first - 1).orientation())
    painter = QPainter(printer)
    for page in range(first - 1, min(last, paper.count)):
        if page >= first:
            printer.setPageOrientation(_layout(paper, page).orientation())
            printer.newPage()
        paper.paint(painter, page, printer.resolution())
    painter.end()


class Sheet(QWidget):
    """One page as it will be printed."""

    def __init__(self, paper: Paper, page: int) -> None:
        super().__init__()
        self._paper, self._page, self._dots = paper, page, 96.0
        words = self.tr("Page {number} of {count}")
        self.setAccessibleName(words.format(number=page + 1, count=paper.count))

    def show_at(self, dots_per_inch: float) -> None:
        """Show it at a size."""
        self._dots = dots_per_inch
        self.setFixedSize((self._paper.size(self._page) * (dots_per_inch / PER_INCH)).toSize())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        self._paper.paint(painter, self._page, self._dots)
        painter.setPen(QColor("#8C97A5"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class Pages(QScrollArea):
    """All pages below one another. Qt's own preview draws Vietnamese letters with their marks out of place."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setSpacing(theme().px(12))
        self.sheets = [Sheet(paper, page) for page in range(paper.count)]
        for sheet in self.sheets:
            column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self._widest = max((paper.size(page).width() for page in range(paper.count)), default=PER_INCH)
        self._dots = 96.0

    def fit_to_width(self) -> None:
        """Show a page as wide as there is room."""
        room = self.viewport().width() - theme().px(32)
        self._show_at(room * PER_INCH / self._widest)

    def zoom(self, factor: float, _checked: bool = False) -> None:
        """Show the pages larger or smaller."""
        self._show_at(self._dots * factor)

    def _show_at(self, dots_per_inch: float) -> None:
        self._dots = min(max(dots_per_inch, SMALLEST_DOTS), LARGEST_DOTS)
        for sheet in self.sheets:
            sheet.show_at(self._dots)


class Preview(QDialog):
    """The pages on the screen, with buttons to print them and to keep them as PDF."""

    def __init__(self, made: Printed, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(made.title)
        self._made = made
        self._is_fitted = False
        self.view = Pages(made.paper)
        self.view.setAccessibleName(made.title)
        self._build()
        look, room = theme(), parent.window().size()
        self.resize(QSize(min(look.px(900), room.width() - look.px(48)), room.height() - look.px(48)))

    def _build(self) -> None:
        look = theme()
        pages = QLabel(self.tr("%n page(s), A4", None, self._made.paper.count))
        pages.setProperty("role", "secondary")
        smaller, larger = QPushButton(self.tr("Smaller")), QPushButton(self.tr("Larger"))
        smaller.clicked.connect(partial(self.view.zoom, 0.8))
        larger.clicked.connect(partial(self.view.zoom, 1.25))
        self.pdf = QPushButton(look.icon("file"), self.tr("Keep it as PDF…"))
        self.print = QPushButton(look.icon("printer", "on_accent"), self.tr("Print…"))
        self.print.setProperty("role", "primary")
        self.print.clicked.connect(self._print_clicked)
        row = QHBoxLayout()
        row.addWidget(pages)
        row.addStretch(1)
        for button in (smaller, larger, self.pdf, self.print):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.print.setDefault(True)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.view, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_fitted:
            self._is_fitted = True
            self.view.fit_to_width()
            self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print_clicked(self) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(_layout(self._made.paper, 0))
        self._printer.setDocName(self._made.title)
        dialog = QPrintDialog(self._printer, self)
        dialog.setMinMax(1, self._made.paper.count)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print)
        dialog.setModal(True)
        dialog.show()

    def _print(self) -> None:
        paint_on(self._printer, self._made.paper)
        self.accept()


def _layout(paper: Paper, page: int) -> QPageLayout:
    """Return the layout of a page on A4, without margins: the page has its own."""
    size = paper.size(page)
    is_upright = size.width() <= size.height()
    orientation = QPageLayout.Orientation.Portrait if is_upright else QPageLayout.Orientation.Landscape
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF(), QPageLayout.Unit.Millimeter)
