"""Prints the report that is looked at, as the program itself lays it out on pages.

What lays it out and shows it is loaded when it is asked for: the window must start fast."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.pages.reports.page import ReportsPage
    from ui.widgets.print_preview import Preview


class Printing(QObject):
    """Shows the pages first; from there they are printed or kept as PDF."""

    def __init__(self, page: ReportsPage) -> None:
        super().__init__(page)
        self._page, self._session = page, page.session
        page.head.print_button.clicked.connect(self._print_clicked)

    def _print_clicked(self) -> None:
        page = self._page
        if page.exporting.is_busy or not page.may_leave() or page.draft is None:
            return
        from reports.word.seal import draft_words
        from ui.printing.pages import report_printed
        from ui.widgets.print_preview import Preview

        document = page.draft.document
        name = Path(page.draft.order.file_name()).with_suffix(".pdf").name
        made = replace(report_printed(document, draft_words(document), name), note=self._note())
        preview = Preview(made, self._session, page)
        preview.pdf.clicked.connect(partial(self._pdf_clicked, preview, name))
        preview.open()

    def _note(self) -> str:
        """Return what is not on these pages: the office's own template is for Word alone."""
        name = self._page.templating.name
        return self.tr("Built-in form; your template {name} is for Word").format(name=name) if name else ""

    def _pdf_clicked(self, preview: Preview, name: str, _checked: bool = False) -> None:
        out = self._page.exporting.choose_path(name, self.tr("PDF files"), ".pdf")
        if out is not None:
            preview.keep_pdf(out, self._written)

    def _written(self, out: Path) -> None:
        self._page.exporting.say_ready(out, self.tr("The report was written to {path}").format(path=out))
