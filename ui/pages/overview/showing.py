"""The overview handed on: printed, copied as a picture or a table, shown in a meeting room."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ui.clipboard import put
from ui.messages import Mood
from ui.pages.overview.picture import Snapshot, table_lines
from ui.session import Session
from ui.theme import theme

if TYPE_CHECKING:
    from ui.widgets.print_preview import Preview


class Showing(QObject):
    """shot gives what the page says at the moment; None while it has nothing to say."""

    def __init__(self, session: Session, page: QWidget, shot: Callable[[], Snapshot | None]) -> None:
        super().__init__(page)
        self._session, self._page, self._shot = session, page, shot
        self.presentation: QWidget | None = None

    def copy_menu(self) -> QMenu:
        """Return what the button for copying offers."""
        menu, look = QMenu(self._page), theme()
        menu.addAction(look.icon("copy"), self.tr("As a picture of the A4 page (300 dpi)"), self.copy_picture)
        menu.addAction(look.icon("list"), self.tr("As a table for Excel"), self.copy_table)
        return menu

    def print_page(self) -> None:
        """Show the page as it will be printed."""
        from ui.pages.overview.sheet import sheet_printed
        from ui.widgets.print_preview import Preview

        shot = self._shot()
        if shot is None:
            return
        made = sheet_printed(shot)
        preview = Preview(made, self._session, self._page)
        preview.pdf.clicked.connect(partial(self._pdf_clicked, preview, made.file_name))
        preview.open()

    def _pdf_clicked(self, preview: "Preview", file_name: str, _checked: bool = False) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start, kinds = str(Path(folder) / file_name), self.tr("PDF files (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(self._page, self.tr("Keep as PDF"), start, kinds)
        if name:
            preview.keep_pdf(Path(name if name.lower().endswith(".pdf") else f"{name}.pdf"), self._written)

    def _written(self, out: Path) -> None:
        self._session.say(Mood.INFO, self.tr("The page was written to {path}").format(path=out))

    def copy_picture(self) -> None:
        """Put the A4 page on the clipboard as a picture, light whatever the screen's theme."""
        from ui.pages.overview.sheet import sheet_picture

        shot = self._shot()
        if shot is not None:
            QGuiApplication.clipboard().setImage(sheet_picture(shot))
            self._session.say(Mood.INFO, self.tr("The picture is on the clipboard."))

    def copy_table(self) -> None:
        """Put all indicators on the clipboard, as Excel takes them."""
        shot = self._shot()
        if shot is not None:
            put("\n".join(table_lines(shot)))
            self._session.say(Mood.INFO, self.tr("The table is on the clipboard."))

    def present(self, code: str | None = None) -> None:
        """Show the figures full screen, one after the other, from an indicator on; asked for once more: leave."""
        from ui.pages.overview.presentation import Presentation

        if self.presentation is not None:
            self.presentation.close()
            return
        shot = self._shot()
        if shot is None:
            return
        made = Presentation(shot, code, self._page)
        made.setScreen(self._page.screen())
        made.setGeometry(self._page.screen().geometry())
        made.closed.connect(self._gone)
        self.presentation = made
        made.showFullScreen()
        made.activateWindow()

    def _gone(self) -> None:
        self.presentation = None
