"""Out of the program: a panel as a picture, a table, a workbook, or one page A4 across."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from models.errors import KnownError
from models.exchange.figure_book import FigureTable, write_figures
from ui.clipboard import mime_data, put
from ui.messages import Action, Mood
from ui.pages.analysis.panel import Panel, Way
from ui.pages.analysis.panel_page import PanelPage, draw_line
from ui.session import Session
from ui.theme import PaperTheme, theme

if TYPE_CHECKING:
    from ui.widgets.print_preview import Printed

PICTURE_DOTS = 300
INCH = 25.4
HIGHER, HIGHER_TRIES = 1.2, 6  # a picture grows until all rows have room, within reason
LEAST_PICTURE_UNITS = (520, 260)


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
        draw_line(
            painter, QRectF(pad, look.px(4), image.width() - 2 * pad, head), panel.title.text(), look, 13, is_bold=True
        )
        left = painter.fontMetrics().horizontalAdvance(panel.title.text()) + pad + look.px(12)
        hint = QRectF(left, look.px(4), image.width() - left - pad, head)
        draw_line(painter, hint, panel.hint.text(), look, 11)
        foot = look.px(18)
        room = QRectF(pad, head + pad, image.width() - 2 * pad, image.height() - head - 2 * pad - foot)
        left_out = panel.draw(painter, room, look)
        draw_line(painter, QRectF(pad, image.height() - foot - pad / 2, room.width(), foot), left_out, look, 11)
        painter.end()
        return image, left_out

    def _units(self, panel: Panel) -> QSize:
        scale = theme().scale
        width, height = round(panel.width() / scale), round(panel.height() / scale)
        return QSize(max(width, LEAST_PICTURE_UNITS[0]), max(height, LEAST_PICTURE_UNITS[1]))

    # -- Excel

    def _ask_excel(self, panel: Panel, table: FigureTable) -> None:
        name = f"{panel.title.text()} {self._session.period.code}.xlsx"
        out = self._choose(self.tr("Export to Excel"), name, self.tr("Workbooks (*.xlsx)"), ".xlsx")
        if out is not None:
            self.write_excel(table, out)

    def _choose(self, title: str, name: str, kinds: str, suffix: str) -> Path | None:
        """Ask where a file goes."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(Path(documents) / name.replace("/", "-")), kinds
        )
        return (Path(chosen) if chosen.lower().endswith(suffix) else Path(chosen + suffix)) if chosen else None

    def write_excel(self, table: FigureTable, out: Path) -> None:
        """Write a panel's figures into a workbook, with what they are of above them."""
        noted = FigureTable(table.title, [*self.above, *filter(None, table.notes)], table.headings, table.lines)
        try:
            write_figures(out, noted)
        except KnownError as problem:
            self._session.say_problem(problem)
            return
        self._say_written(self.tr("The figures were written to {path}"), out)

    def _say_written(self, text: str, out: Path) -> None:
        self._session.say(Mood.INFO, text.format(path=out), Action(self.tr("Open"), partial(self._open, out)))

    def _open(self, out: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(out))):
            text = self.tr("No program on this machine opens {file}; it lies in {folder}.")
            self._session.say(Mood.WARNING, text.format(file=out.name, folder=out.parent))

    # -- paper

    def _print(self, panel: Panel) -> None:
        """Show the page first; from there it is printed or kept as PDF."""
        from ui.widgets.print_preview import Preview, Printed

        title = panel.title.text()
        made = Printed(PanelPage(panel, self.above, self.below), title, f"{title}.pdf")
        preview = Preview(made, self._window)
        preview.pdf.clicked.connect(partial(self._ask_pdf, made))
        preview.open()

    def _ask_pdf(self, made: "Printed", _checked: bool = False) -> None:
        from ui.widgets.print_preview import write_pdf

        out = self._choose(self.tr("Keep as PDF"), made.file_name, self.tr("PDF files (*.pdf)"), ".pdf")
        if out is None:
            return
        try:
            write_pdf(made.paper, out, made.title)
        except KnownError as problem:
            self._session.say_problem(problem)
            return
        self._say_written(self.tr("The page was written to {path}"), out)
