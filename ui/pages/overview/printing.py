"""The overview on paper: looked at first, then printed, or kept as a PDF file or a picture."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QSize, QStandardPaths, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPixmap, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.errors import KnownError
from models.whole_file import whole_file
from ui.messages import Mood
from ui.pages.overview.picture import Snapshot
from ui.pages.overview.sheet import paint_sheet, sheet_picture
from ui.session import Session
from ui.theme import theme

PDF_DOTS_PER_INCH = 1200
LAYOUT = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(), QPageLayout.Unit.Millimeter
)


def write_pdf(shot: Snapshot, out: Path) -> None:
    """Write the page into a PDF file, by a temporary one beside it; raises KnownError."""
    with whole_file(out) as temporary:
        temporary.touch()
        writer = QPdfWriter(str(temporary))
        writer.setPageLayout(LAYOUT)
        writer.setResolution(PDF_DOTS_PER_INCH)
        writer.setTitle(shot.title)
        painter = QPainter(writer)
        paint_sheet(painter, shot, PDF_DOTS_PER_INCH)
        painter.end()
        del writer


class SheetPreview(QDialog):
    """The page as it will be printed, with buttons to print it and to keep it."""

    def __init__(self, shot: Snapshot, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(shot.title)
        self._shot, self._session = shot, session
        self._picture: QImage = sheet_picture(shot, 160)
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sheet.setMinimumSize(theme().px(400), theme().px(280))
        self.sheet.setAccessibleName(shot.title)
        self._build()
        look, room = theme(), parent.window().size()
        self.resize(QSize(min(look.px(1100), room.width() - look.px(48)), room.height() - look.px(48)))

    def _build(self) -> None:
        look = theme()
        words = QLabel(self.tr("One page, A4 on its side"))
        words.setProperty("role", "secondary")
        self.pdf = QPushButton(look.icon("file"), self.tr("Keep it as PDF…"))
        self.print = QPushButton(look.icon("printer", "on_accent"), self.tr("Print…"))
        self.print.setProperty("role", "primary")
        self.pdf.clicked.connect(self._pdf_clicked)
        self.print.clicked.connect(self._print_clicked)
        row = QHBoxLayout()
        row.addWidget(words)
        row.addStretch(1)
        for button in (self.pdf, self.print):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.print.setDefault(True)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.sheet, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.sheet.setPixmap(QPixmap.fromImage(self._picture.scaled(self.sheet.size(), kept, smooth)))

    def _pdf_clicked(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / f"{self._shot.title}.pdf")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Keep as PDF"), start, self.tr("PDF files (*.pdf)"))
        if not name:
            return
        out = Path(name if name.lower().endswith(".pdf") else f"{name}.pdf")
        try:
            write_pdf(self._shot, out)
        except KnownError as problem:
            self._session.say_problem(problem)
            return
        self.accept()
        self._session.say(Mood.INFO, self.tr("The page was written to {path}").format(path=out))

    def _print_clicked(self) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(LAYOUT)
        self._printer.setDocName(self._shot.title)
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print)
        dialog.setModal(True)
        dialog.show()

    def _print(self) -> None:
        self._printer.setFullPage(True)
        painter = QPainter(self._printer)
        paint_sheet(painter, self._shot, self._printer.resolution())
        painter.end()
        self.accept()
