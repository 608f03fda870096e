"""A form's pages: laid out, shown before they are printed, drawn on a printer or into a PDF file."""

import os
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.errors import KnownError, reason
from models.exchange.unit_form_content import read_source
from models.exchange.unit_form_names import SUFFIX, file_name
from models.store.figures import progress
from models.store.submissions import submission
from ui.pages.entry.form_paper import form_paper
from ui.pages.entry.paper import Paper
from ui.session import Session
from ui.theme import theme

PDF_DOTS_PER_INCH = 1200
_A4 = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter
)


@dataclass(frozen=True)
class Printed:
    """A form laid out, what it is called, and the file name that a PDF of it gets."""

    paper: Paper
    title: str
    file_name: str


def lay_out(session: Session, unit: str, on: date, *, blank: bool) -> Printed:
    """Read and lay out a unit's form of the quarter that is looked at; raises KnownError where it has none."""
    db, plan, quarter = session.db, session.plan, session.period
    content = read_source(db, plan, quarter).content(unit, is_blank=blank)
    found = [] if blank else progress(db, plan, content.cumulative, on, unit)
    figures = {each.indicator.code: each for each in found}
    paper = form_paper(content, figures, on, submission(db, unit, quarter))
    return Printed(paper, content.title, file_name(content.unit, quarter).removesuffix(SUFFIX) + ".pdf")


def write_pdf(paper: Paper, out: Path, title: str) -> None:
    """Write all pages into a PDF file, by a temporary one beside it; raises KnownError."""
    temporary = out.with_name(f".{out.name}.{os.getpid()}.tmp")
    try:
        temporary.touch()
        writer = QPdfWriter(str(temporary))
        writer.setPageLayout(_A4)
        writer.setResolution(PDF_DOTS_PER_INCH)
        writer.setTitle(title)
        painter = QPainter(writer)
        for page in range(paper.count):
            if page:
                writer.newPage()
            paper.paint(painter, page, PDF_DOTS_PER_INCH)
        painter.end()
        del writer
        os.replace(temporary, out)
    except OSError as problem:
        raise KnownError(f"Không ghi được tệp “{out}”: {reason(problem)}.") from problem
    finally:
        temporary.unlink(missing_ok=True)


def paint_on(printer: QPrinter, paper: Paper) -> None:
    """Draw the pages that a printer was asked for, all unless it was given a range."""
    printer.setFullPage(True)
    first, last = printer.fromPage() or 1, printer.toPage() or paper.count
    painter = QPainter(printer)
    for page in range(first - 1, min(last, paper.count)):
        if page >= first:
            printer.newPage()
        paper.paint(painter, page, printer.resolution())
    painter.end()


class Preview(QDialog):
    """The pages on the screen, with buttons to print them and to keep them as PDF."""

    def __init__(self, made: Printed, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(made.title)
        self._paper = made.paper
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(_A4)
        self._printer.setFullPage(True)
        self._printer.setDocName(made.title)
        self.view = QPrintPreviewWidget(self._printer, self)
        self.view.setAccessibleName(made.title)
        self.view.paintRequested.connect(self._paint)
        self._build()
        look, room = theme(), parent.window().size()
        self.resize(QSize(min(look.px(900), room.width() - look.px(48)), room.height() - look.px(48)))
        self.view.fitToWidth()

    def _build(self) -> None:
        look = theme()
        pages = QLabel(self.tr("%n page(s), A4", None, self._paper.count))
        pages.setProperty("role", "secondary")
        smaller, larger = QPushButton(self.tr("Smaller")), QPushButton(self.tr("Larger"))
        smaller.clicked.connect(partial(self._zoom, 0.8))
        larger.clicked.connect(partial(self._zoom, 1.25))
        self.pdf = QPushButton(look.icon("file"), self.tr("Keep it as PDF…"))
        self.print = QPushButton(look.icon("printer", "on_accent"), self.tr("Print…"))
        self.print.setProperty("role", "primary")
        self.print.setDefault(True)
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

    def _zoom(self, factor: float, _checked: bool = False) -> None:
        self.view.setZoomFactor(self.view.zoomFactor() * factor)

    def _paint(self, printer: QPrinter) -> None:
        paint_on(printer, self._paper)

    def _print_clicked(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        dialog.setMinMax(1, self._paper.count)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print)
        dialog.setModal(True)
        dialog.show()

    def _print(self) -> None:
        paint_on(self._printer, self._paper)
        self.accept()
