"""Makes a report into a file, as a draft or for good; what is still open is said first and stops nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from models.store.reports import save_report
from ui.messages import Action, Mood
from ui.pages.reports import making
from ui.pages.reports.before_export import BeforeExport
from ui.pages.reports.checks import Weight, findings
from ui.settings import home
from ui.tasks import Job
from ui.widgets.progress_band import ProgressBand

if TYPE_CHECKING:
    from ui.pages.reports.page import ReportsPage

FOLDER_KEY = "reports/folder"


class Exporting(QObject):
    """Exports the report that is looked at, and issues it."""

    def __init__(self, page: ReportsPage) -> None:
        super().__init__(page)
        self._page, self._session = page, page.session
        self._is_issuing = False
        self._last = Path()
        self.band: ProgressBand | None = None
        page.head.make_button.clicked.connect(self._export_clicked)
        page.head.pdf_button.clicked.connect(self._pdf_clicked)
        page.head.issue_button.clicked.connect(self._issue_clicked)

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self.band is not None

    def choose_path(self, name: str, words: str, suffix: str = ".docx") -> Path | None:
        """Ask where a file goes; None when the person gives up."""
        folder = self._session.settings.view(FOLDER_KEY)
        start = Path(folder) if folder else (self._session.path or home()).parent
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Where the report goes"), str(start / name), f"{words} (*{suffix})"
        )
        if not chosen:
            return None
        path = Path(chosen if chosen.lower().endswith(suffix) else f"{chosen}{suffix}")
        self._session.settings.keep_view(FOLDER_KEY, str(path.parent))
        return path

    def open_file(self, path: Path) -> None:
        """Hand a file to the system's program for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("No program on this machine opens {file}; it lies in {folder}.")
            self._session.say(Mood.WARNING, text.format(file=path.name, folder=path.parent))

    def say_ready(self, path: Path, text: str) -> None:
        """Say that a file is there, with a button to open it."""
        self._last = path
        self._session.say(Mood.INFO, text, Action(self.tr("Open"), self._open_last))

    def show_progress(self, text: str) -> ProgressBand:
        """Show under the page's head that something is being made; no second thing is begun meanwhile."""
        self.end_progress()
        self.band = ProgressBand(text)
        self.band.stop_asked.connect(self._stop_asked)
        column = self._page.layout()
        column.insertWidget(1, self.band)  # type: ignore[union-attr]
        self._page.head.set_enabled(False)
        return self.band

    def end_progress(self) -> None:
        """Take the band away again."""
        if self.band is not None:
            self.band.hide()
            self.band.deleteLater()
            self.band = None
        self._page.head.set_enabled(True)

    def _export_clicked(self) -> None:
        self._ask(is_issuing=False)

    def _issue_clicked(self) -> None:
        self._ask(is_issuing=True)

    def _pdf_clicked(self) -> None:
        """Write the report as PDF; it is no copy to be kept, so that nothing is asked but where it goes."""
        if self.is_busy or not self._page.may_leave():
            return
        order = self._page.order
        out = self.choose_path(Path(order.file_name()).with_suffix(".pdf").name, self.tr("PDF files"), ".pdf")
        if out is None:
            return

        def work(job: Job) -> Path:
            return making.make_pdf(order, out, job)

        band = self.show_progress(self.tr("Making {file}").format(file=out.name))
        self._page.start("make", work, self._pdf_made, self.fail, band.show_progress)

    def _pdf_made(self, path: Path) -> None:
        self.end_progress()
        self.say_ready(path, self.tr("The report is ready: {file}").format(file=path.name))
        from reports.pdf import find_office

        if self._page.templating.name and find_office() is None:
            text = self.tr("Without LibreOffice the PDF is in the built-in form, not in that of your template.")
            self._session.say(Mood.WARNING, text)

    def _ask(self, *, is_issuing: bool) -> None:
        """Say what is open before the report is made; issuing is always asked."""
        page = self._page
        if self.is_busy or not page.may_leave():
            return
        self._is_issuing = is_issuing
        found = findings(page.draft.context, page.kind) if page.draft is not None else []
        opens = [each for each in found if each.weight is Weight.WARNING]
        if not opens and not is_issuing:
            self._choose()
            return
        dialog = BeforeExport(opens, page, is_issuing=is_issuing)
        dialog.accepted.connect(self._choose)
        dialog.open()

    def _choose(self) -> None:
        order, is_draft = self._page.order, not self._is_issuing
        out = self.choose_path(order.file_name(), self.tr("Word documents"))
        if out is None:
            return

        def work(job: Job) -> making.Made:
            return making.make(order, out, job, is_draft=is_draft)

        band = self.show_progress(self.tr("Making {file}").format(file=out.name))
        self._page.start("make", work, self._made, self.fail, band.show_progress)

    def _stop_asked(self) -> None:
        self._page.stop("make")
        self.end_progress()

    def fail(self, problem: Exception) -> None:
        """Say that what was being made could not be."""
        self.end_progress()
        self._session.say_problem(problem)

    def _made(self, made: making.Made) -> None:
        self.end_progress()
        db, author, order, is_issued = self._session.db, self._session.author, made.order, self._is_issuing
        changes = self._session.write(
            lambda: save_report(
                db,
                plan=order.plan.code,
                kind=order.kind,
                period=order.period,
                unit=order.unit,
                asked_on=order.on,
                path=made.path,
                document=made.document,
                author=author,
                is_issued=is_issued,
            ),
            source=self._page,
        )
        if changes is not None:
            self._page.made_actions.show_made()
            self._page.made.select(0)
            self._page.show_head()
        text = self.tr("The report was issued: {file}") if is_issued else self.tr("The report is ready: {file}")
        self.say_ready(made.path, text.format(file=made.path.name))

    def _open_last(self) -> None:
        self.open_file(self._last)
