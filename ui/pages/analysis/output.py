"""Out of the program: a panel as a picture, a table, a workbook, or one page A4 across."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QPageLayout, QPageSize, QPaintDevice, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from models.errors import KnownError
from models.exchange.figure_book import FigureTable, write_figures
from ui.clipboard import mime_data, put
from ui.messages import Action, Mood
from ui.pages.analysis.panel import Panel, Way
from ui.session import Session
from ui.theme import PaperTheme, theme

PICTURE_DOTS = 300
INCH = 25.4
HIGHER, HIGHER_TRIES = 1.2, 6  # a picture grows until all rows have room, within reason
LEAST_PICTURE_UNITS = (520, 260)
MARGIN_MM, HEAD_MM, FOOT_MM = 12, 17, 11
A4 = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(), QPageLayout.Unit.Millimeter
)


class Output(QObject):
    """Takes a panel out of the program. above and below: the lines that say on paper what the figures are of."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.above: list[str] = []
        self.below: list[str] = []

    def take(self, panel: Panel, way: Way) -> None:
        """Do what was asked with a panel; says so where there is nothing on it."""
        table = panel.table()
        if table is None:
            self._session.say(Mood.INFO, self.tr("There is nothing to show yet."))
            return
        match way:
            case Way.PICTURE:
                self.copy_picture(panel)
            case Way.TABLE:
                put(table.as_text(), table.as_html())
                self._session.say(Mood.INFO, self.tr("The table was copied."))
            case Way.EXCEL:
                self._ask_excel(panel, table)
            case Way.PRINT:
                self._print(panel)

    def copy_picture(self, panel: Panel) -> None:
        """Put a panel on the clipboard as a picture for a report."""
        data = mime_data()
        data.setImageData(self.picture(panel))
        QGuiApplication.clipboard().setMimeData(data)
        self._session.say(Mood.INFO, self.tr("The picture was copied (300 dots per inch)."))

    def picture(self, panel: Panel) -> QImage:
        """Return a panel as large as it is shown, at 300 dots per inch and in the light theme."""
        units = self._units(panel)
        for _ in range(HIGHER_TRIES):
            image, left_out = self._drawn(panel, units)
            if not left_out:
                break
            units.setHeight(round(units.height() * HIGHER))
        return image

    def _drawn(self, panel: Panel, units: QSize) -> tuple[QImage, str]:
        """Return a panel in a size, and in words what had no room."""
        look = PaperTheme(PICTURE_DOTS)
        image = QImage(look.px(units.width()), look.px(units.height()), QImage.Format.Format_RGB32)
        image.setDotsPerMeterX(round(PICTURE_DOTS / INCH * 1000))
        image.setDotsPerMeterY(round(PICTURE_DOTS / INCH * 1000))
        image.fill(look.colour("surface"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad, head = look.px(10), look.px(26)
        self._text(painter, QRectF(pad, look.px(4), image.width() - 2 * pad, head), panel.title.text(), look, 13, True)
        left = painter.fontMetrics().horizontalAdvance(panel.title.text()) + pad + look.px(12)
        hint = QRectF(left, look.px(4), image.width() - left - pad, head)
        self._text(painter, hint, panel.hint.text(), look, 11)
        foot = look.px(18)
        room = QRectF(pad, head + pad, image.width() - 2 * pad, image.height() - head - 2 * pad - foot)
        left_out = panel.draw(painter, room, look)
        self._text(painter, QRectF(pad, image.height() - foot - pad / 2, room.width(), foot), left_out, look, 11)
        painter.end()
        return image, left_out

    def _units(self, panel: Panel) -> QSize:
        scale = theme().scale
        width, height = round(panel.width() / scale), round(panel.height() / scale)
        return QSize(max(width, LEAST_PICTURE_UNITS[0]), max(height, LEAST_PICTURE_UNITS[1]))

    # -- Excel

    def _ask_excel(self, panel: Panel, table: FigureTable) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{panel.title.text()} {self._session.period.code}.xlsx".replace("/", "-")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export to Excel"), str(Path(documents) / name), self.tr("Workbooks (*.xlsx)")
        )
        if chosen:
            self.write_excel(table, Path(chosen if chosen.lower().endswith(".xlsx") else chosen + ".xlsx"))

    def write_excel(self, table: FigureTable, out: Path) -> None:
        """Write a panel's figures into a workbook, with what they are of above them."""
        noted = FigureTable(table.title, [*self.above, *filter(None, table.notes)], table.headings, table.lines)
        try:
            write_figures(out, noted)
        except KnownError as problem:
            self._session.say_problem(problem)
            return
        text = self.tr("The figures were written to {path}").format(path=out)
        self._session.say(Mood.INFO, text, Action(self.tr("Open"), partial(self._open, out)))

    def _open(self, out: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(out))):
            text = self.tr("No program on this machine opens {file}; it lies in {folder}.")
            self._session.say(Mood.WARNING, text.format(file=out.name, folder=out.parent))

    # -- paper

    def _print(self, panel: Panel) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(A4)
        self._printer.setDocName(panel.title.text())
        dialog = QPrintDialog(self._printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._paint_on_printer, panel))
        dialog.setModal(True)
        dialog.show()

    def _paint_on_printer(self, panel: Panel) -> None:
        self._printer.setFullPage(True)
        self.paint_page(self._printer, panel, self._printer.resolution())

    def paint_page(self, device: QPaintDevice, panel: Panel, dots_per_inch: float) -> None:
        """Draw a panel on one page: what it is of above, the panel, the rule and the day below."""
        look = PaperTheme(dots_per_inch)
        mm = dots_per_inch / INCH
        page = QRectF(MARGIN_MM * mm, MARGIN_MM * mm, (297 - 2 * MARGIN_MM) * mm, (210 - 2 * MARGIN_MM) * mm)
        painter = QPainter(device)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = QRectF(page.left(), page.top(), page.width(), HEAD_MM * mm / 2)
        self._text(painter, top, panel.title.text(), look, 19, True)
        self._text(painter, top.translated(0, HEAD_MM * mm / 2), " · ".join(self.above), look, 12)
        hint = QRectF(page.left(), page.top() + HEAD_MM * mm, page.width(), 6 * mm)
        self._text(painter, hint, panel.hint.text(), look, 12)
        room = page.adjusted(0, (HEAD_MM + 8) * mm, 0, -FOOT_MM * mm)
        left_out = panel.draw(painter, room, look)
        foot = QRectF(page.left(), page.bottom() - FOOT_MM * mm / 2, page.width(), FOOT_MM * mm / 2)
        self._text(painter, foot.translated(0, -FOOT_MM * mm / 2), left_out, look, 12, True)
        self._text(painter, foot, " · ".join(self.below), look, 11)
        painter.end()

    def _text(
        self, painter: QPainter, rect: QRectF, text: str, look: PaperTheme, units: float, bold: bool = False
    ) -> None:
        painter.setFont(look.font(units, bold=bold))
        painter.setPen(look.colour("text" if bold else "text2"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
