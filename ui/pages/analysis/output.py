"""Out of the program: a panel as a picture, a table, a workbook, or one page A4 across."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QRectF, QSize, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from models.exchange.figure_book import FigureTable
from ui.clipboard import mime_data
from ui.messages import Action, Mood
from ui.pages.analysis.panel import Panel, Way
from ui.pages.analysis.panel_page import draw_line, panel_printed
from ui.pages.analysis.tables_out import TablesOut
from ui.session import Session
from ui.theme import PaperTheme, theme
from ui.widgets.progress_band import ProgressBand, show_band

if TYPE_CHECKING:
    from ui.widgets.print_preview import Preview

PICTURE_DOTS = 300
INCH = 25.4
HIGHER, HIGHER_TRIES = 1.2, 6  # a picture grows until all rows have room, within reason
LEAST_PICTURE_UNITS = (520, 260)


class Taken(NamedTuple):
    """A panel that leaves the program once all of it was read, and the file that it goes to."""

    panel: Panel
    way: Way
    out: Path | None
    band: ProgressBand


class Output(QObject):
    """Takes a panel out of the program. above and below: the lines that say on paper what the figures are of."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.tables = TablesOut(session, window)
        self.tables.copied.connect(self._table_copied)
        self.tables.written.connect(self._book_written)
        self.tables.stopped.connect(self._say_stopped)
        self._taken: Taken | None = None
        self.above: list[str] = []
        self.below: list[str] = []

    # -- until all is there

    def take(self, panel: Panel, way: Way) -> None:
        """Do what was asked with a panel; says so where there is nothing on it, or not yet."""
        if panel.is_awaited or self._taken is not None or self.tables.is_busy:
            self._session.say(Mood.INFO, self.tr("The figures are still being read; try again in a moment."))
            return
        if panel.table() is None:
            self._session.say(Mood.INFO, self.tr("There is nothing to show yet."))
            return
        out = self._ask_book(panel) if way is Way.EXCEL else None
        if out is None and way is Way.EXCEL:
            return
        band = show_band(self._window, self.tr("Reading the figures of all units…"), panel.give_up)
        self._taken = Taken(panel, way, out, band)
        panel.progressed.connect(self._progressed)
        panel.completed.connect(self._completed)
        panel.complete()

    def _progressed(self, done: int, count: int) -> None:
        if self._taken is not None:
            self._taken.band.show_progress(done, count, "")

    def _completed(self, is_whole: bool) -> None:
        """All was read, or it was given up: by the button, or since something else is looked at."""
        if self._taken is None:
            return
        panel, way, out, band = self._taken
        self._taken = None
        panel.progressed.disconnect(self._progressed)
        panel.completed.disconnect(self._completed)
        band.end()
        if is_whole:
            self._hand_out(panel, way, out)
        else:
            self._say_stopped()

    def _hand_out(self, panel: Panel, way: Way, out: Path | None) -> None:
        table = panel.table()
        if way is Way.PICTURE:
            self.copy_picture(panel)
        elif way is Way.PRINT:
            self._print(panel)
        elif table is not None and out is not None:
            self.write_excel(table, out)
        elif table is not None:
            self.tables.copy(table)

    def _say_stopped(self) -> None:
        self._session.say(Mood.INFO, self.tr("Stopped; nothing was copied or written."))

    # -- tables

    def _table_copied(self) -> None:
        self._session.say(Mood.INFO, self.tr("The table was copied."))

    def _ask_book(self, panel: Panel) -> Path | None:
        name = f"{panel.title.text()} {self._session.period.code}.xlsx"
        return self._choose(self.tr("Export to Excel"), name, self.tr("Workbooks (*.xlsx)"), ".xlsx")

    def write_excel(self, table: FigureTable, out: Path) -> None:
        """Write a panel's figures into a workbook, with what they are of above them."""
        notes = [*self.above, *filter(None, table.notes)]
        self.tables.write(FigureTable(table.title, notes, table.headings, table.lines), out)

    def _book_written(self, out: Path) -> None:
        self._say_written(self.tr("The figures were written to {path}"), out)

    # -- pictures

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

    # -- files

    def _choose(self, title: str, name: str, kinds: str, suffix: str) -> Path | None:
        """Ask where a file goes."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(Path(documents) / name.replace("/", "-")), kinds
        )
        return (Path(chosen) if chosen.lower().endswith(suffix) else Path(chosen + suffix)) if chosen else None

    def _say_written(self, text: str, out: Path) -> None:
        self._session.say(Mood.INFO, text.format(path=out), Action(self.tr("Open"), partial(self._open, out)))

    def _open(self, out: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(out))):
            text = self.tr("No program on this machine opens {file}; it lies in {folder}.")
            self._session.say(Mood.WARNING, text.format(file=out.name, folder=out.parent))

    # -- paper

    def _print(self, panel: Panel) -> None:
        """Show the page first; from there it is printed or kept as PDF."""
        from ui.widgets.print_preview import Preview

        made = panel_printed(panel, self.above, self.below)
        preview = Preview(made, self._session, self._window)
        preview.pdf.clicked.connect(partial(self._pdf_clicked, preview, made.file_name))
        preview.open()

    def _pdf_clicked(self, preview: "Preview", name: str, _checked: bool = False) -> None:
        out = self._choose(self.tr("Keep as PDF"), name, self.tr("PDF files (*.pdf)"), ".pdf")
        if out is not None:
            preview.keep_pdf(out, partial(self._say_written, self.tr("The page was written to {path}")))
