"""Page Báo cáo: what is made, what to look at first, how it will read, and what was made before."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from models.errors import KnownError
from models.number import format_date
from models.period import periods_of, read_period
from models.plan import Explanation
from models.store.changes import Author, Changes
from models.store.explanations import explanation, save_explanation
from models.store.reports import MadeReport, document, made_reports, save_report
from ui.messages import Action, Mood
from ui.pages.reports import making
from ui.pages.reports.checks import Finding, findings
from ui.pages.reports.made_tab import MadeTab
from ui.pages.reports.side import ReportSide
from ui.session import Session
from ui.settings import home
from ui.tasks import Job
from ui.texts import long_period_text, period_text, unit_text
from ui.theme import theme
from ui.widgets.kept_splitter import KeptSplitter
from ui.widgets.page import Page


class ReportsPage(Page):
    """Makes reports of the plan, period and unit looked at, and keeps those made."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._making: Job | None = None
        self._drafting: Job | None = None
        self._jobs: list[Job] = []
        self._explained = ""
        self._context: Any = None
        self._build()
        self._connect()

    # -- building

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(12))
        layout.setSpacing(theme().px(8))
        layout.addLayout(self._head())
        layout.addWidget(self._progress_band())
        self.splitter = KeptSplitter(self.session.settings, "reports/splitter")
        self.side = ReportSide()
        self.splitter.addWidget(_panel(self.side))
        self.splitter.addWidget(_panel(self._tabs()))
        self.splitter.begin_with(theme().px(410), theme().px(760))
        layout.addWidget(self.splitter, 1)

    def _head(self) -> QHBoxLayout:
        self.title, self.due = QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.due.setProperty("role", "secondary")
        self.make_button = QPushButton(theme().icon("file", "on_accent"), self.tr("Export to Word"))
        self.make_button.setProperty("role", "primary")
        self.make_button.setShortcut("Ctrl+P")
        head = QHBoxLayout()
        head.setSpacing(theme().px(10))
        head.addWidget(self.title)
        head.addWidget(self.due)
        head.addStretch(1)
        head.addWidget(self.make_button)
        return head

    def _progress_band(self) -> QFrame:
        self.band = QFrame()
        self.band.setProperty("role", "well")
        self.progress_words = QLabel()
        self.progress_bar = QProgressBar()
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setAccessibleName(self.tr("Progress of the report"))
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setProperty("role", "small")
        row = QHBoxLayout(self.band)
        row.addWidget(self.progress_words)
        row.addWidget(self.progress_bar, 1)
        row.addWidget(self.stop_button)
        self.band.hide()
        return self.band

    def _tabs(self) -> QTabWidget:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Preview and reports made"))
        self.preview = QTextBrowser()
        self.preview.setAccessibleName(self.tr("Preview of the report"))
        self.preview.setOpenLinks(False)
        self.preview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # its tables take the width
        self.preview.setProperty("role", "paper")
        self.tabs.addTab(self.preview, self.tr("Preview"))
        self.made = MadeTab()
        self.tabs.addTab(self.made, self.tr("Made before"))
        return self.tabs

    def _connect(self) -> None:
        self.side.chosen.connect(self._choice_edited)
        self.side.led.connect(self._finding_activated)
        self.side.explained.connect(self._explanation_edited)
        self.make_button.clicked.connect(self._export_clicked)
        self.stop_button.clicked.connect(self._stop_clicked)
        self.preview.anchorClicked.connect(self._figure_clicked)
        self.made.open_wanted.connect(self._open_wanted)
        self.made.again_wanted.connect(self._again_wanted)
        self.destroyed.connect(partial(_cancel_all, self._jobs))

    # -- showing

    def refresh(self, changes: Changes | None) -> None:
        """Show what is asked for, and read anew what the report would say."""
        if changes is None or changes.units or changes.plans:
            self._show_choices()
        if changes is None or changes.reports or changes.units:
            self._show_made()
        if changes is None or changes != Changes(reports=True):
            self._read_draft()

    def reveal(self, indicator: str | None) -> None:
        """Show the explanation of an indicator."""
        if indicator is not None:
            self._explained = indicator

    def may_leave(self) -> bool:
        """Commit what is being typed."""
        return self.side.commit()

    def _order(self) -> making.Order:
        session = self.session
        assert session.path is not None
        kind = self.side.value("kind") or "progress"
        return making.Order(session.path, session.plan, kind, session.period, session.unit, session.on)

    def _show_choices(self) -> None:
        session = self.session
        from reports.kinds import KINDS

        kind = self.side.value("kind") or next(iter(KINDS))
        kinds = [(self._kind_words(code), code) for code in KINDS]
        periods = [(period_text(each), each) for each in periods_of(session.plan.year)]
        units: list[tuple[str, Any]] = [(self.tr("Whole plan"), None)]
        units += [(unit_text(session.tree[code]), code) for code in session.reporting_units()]
        if session.unit is not None and session.unit not in [code for _, code in units]:
            units.append((unit_text(session.tree[session.unit]), session.unit))
        self.side.offer("kind", kinds, kind)
        self.side.offer("period", periods, session.period)
        self.side.offer("unit", units, session.unit)
        self.title.setText(self.tr("Report on {period}").format(period=long_period_text(session.period)))
        self.due.setText(
            self.tr("figures to {last}, due {due}").format(
                last=format_date(session.window.last), due=format_date(session.window.due)
            )
        )

    def _kind_words(self, code: str) -> str:
        return {"progress": self.tr("Results of the plan's indicators")}.get(code, code)

    def _show_made(self) -> None:
        reports = made_reports(self.session.db)
        self.made.show_reports(reports, self.session.tree.units)
        self.tabs.setTabText(1, self.tr("Made before {count}").format(count=len(reports)))

    def _read_draft(self) -> None:
        if self._drafting is not None:
            self._drafting.cancel()
        order = self._order()

        def work(job: Job) -> making.Draft:
            return making.draft(order, job)

        self._drafting = self.session.runner.start(work, done=self._drafted, failed=self._draft_failed)
        self._jobs[:] = [job for job in (self._making, self._drafting) if job]

    def _drafted(self, draft: making.Draft) -> None:
        self._drafting = None
        self._context = draft.context
        place = self.preview.verticalScrollBar().value()
        self.preview.setHtml(draft.html)
        self.preview.verticalScrollBar().setValue(place)
        self.side.show_findings(findings(draft.context))
        self._show_card()

    def _draft_failed(self, problem: Exception) -> None:
        self._drafting = None
        self.preview.clear()
        self.side.show_findings([])
        self.session.say_problem(problem)

    def _show_card(self) -> None:
        context = self._context
        figure = None
        if context is not None:
            figure = next((each for each in context.figures if each.indicator.code == self._explained), None)
        if figure is None:
            self.side.show_explanation(None, "")
            return
        unit = figure.unit or context.plan.unit
        blank = Explanation(figure.indicator.code, unit, context.period)
        found = explanation(self.session.db, figure.indicator.code, unit, context.period) or blank
        self.side.show_explanation(found, f"{figure.indicator.code} {figure.indicator.label}")

    # -- choosing

    def _choice_edited(self, key: str, value: Any) -> None:
        if key == "period":
            self.session.set_period(value)
        elif key == "unit":
            self.session.set_unit(value)
        else:
            self._read_draft()

    def _finding_activated(self, found: Finding) -> None:
        if found.is_about_plan:
            self.session.navigate("plans")
        elif found.unit:
            period = self.session.period.last_quarter
            self.session.navigate("entry", period=period, unit=found.unit, indicator=found.indicator or None)
        elif found.indicator:
            self._explained = found.indicator
            self._show_card()
            self.side.card.form.fields["cause"].setFocus()

    def _figure_clicked(self, link: QUrl) -> None:
        indicator, unit, period = [*link.path().split("|"), "", ""][:3]
        self.session.navigate(
            "overview", period=read_period(period) if period else None, unit=unit or None, indicator=indicator
        )

    # -- writing

    def _explanation_edited(self, old: Explanation, new: Explanation) -> None:
        db, author = self.session.db, self.session.author
        undoer = Author(author.who, "undo")
        changes = self.session.write(
            lambda: save_explanation(db, new, author),
            undo=lambda: save_explanation(db, old, undoer),
            text=self.tr("Explanation of {code}").format(code=new.indicator),
            source=self,
        )
        if changes is not None:
            self.refresh(changes)

    def choose_path(self, name: str) -> Path | None:
        """Ask where a report goes; None when the person gives up."""
        folder = self.session.settings.view("reports/folder")
        start = Path(folder) if folder else (self.session.path or home()).parent
        words = self.tr("Where the report goes"), self.tr("Word documents (*.docx)")
        chosen, _ = QFileDialog.getSaveFileName(self, words[0], str(start / name), words[1])
        if not chosen:
            return None
        path = Path(chosen if chosen.lower().endswith(".docx") else f"{chosen}.docx")
        self.session.settings.keep_view("reports/folder", str(path.parent))
        return path

    def _export_clicked(self) -> None:
        if self._making is not None or not self.may_leave():
            return
        order = self._order()
        out = self.choose_path(order.file_name())
        if out is None:
            return

        def work(job: Job) -> making.Made:
            return making.make(order, out, job)

        self.band.show()
        self.make_button.setEnabled(False)
        self.progress_words.setText(self.tr("Making {file}").format(file=out.name))
        self.progress_bar.setRange(0, 0)
        self._making = self.session.runner.start(
            work, done=self._report_made, failed=self._make_failed, progress=self._progressed
        )
        self._jobs[:] = [job for job in (self._making, self._drafting) if job]

    def _progressed(self, done: int, total: int, _text: str) -> None:
        self.progress_bar.setRange(0, total)
        self.progress_bar.setValue(done)

    def _stop_clicked(self) -> None:
        if self._making is not None:
            self._making.cancel()
        self._at_rest()

    def _at_rest(self) -> None:
        self._making = None
        self.band.hide()
        self.make_button.setEnabled(True)

    def _make_failed(self, problem: Exception) -> None:
        self._at_rest()
        self.session.say_problem(problem)

    def _report_made(self, made: making.Made) -> None:
        self._at_rest()
        db, author, order = self.session.db, self.session.author, made.order
        changes = self.session.write(
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
            ),
            source=self,
        )
        self._last = made.path
        if changes is not None:
            self.refresh(changes)
            self.made.select(0)
        text = self.tr("The report is ready: {file}").format(file=made.path.name)
        self.session.say(Mood.INFO, text, Action(self.tr("Open"), self._open_last))

    def _open_last(self) -> None:
        self.open_file(self._last)

    def open_file(self, path: Path) -> None:
        """Hand a file to the system's program for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("No program on this machine opens {file}; it lies in {folder}.")
            self.session.say(Mood.WARNING, text.format(file=path.name, folder=path.parent))

    def _open_wanted(self, made: MadeReport) -> None:
        if made.path.is_file():
            self.open_file(made.path)
            return
        copy = home() / "reports" / f"{made.id}-{made.path.name}"
        copy.parent.mkdir(parents=True, exist_ok=True)
        if self._put(made, copy):
            self.open_file(copy)

    def _again_wanted(self, made: MadeReport) -> None:
        path = self.choose_path(made.path.name)
        if path is not None and self._put(made, path):
            text = self.tr("Saved as {file}").format(file=path.name)
            self._last = path
            self.session.say(Mood.INFO, text, Action(self.tr("Open"), self._open_last))

    def _put(self, made: MadeReport, path: Path) -> bool:
        try:
            making.put(document(self.session.db, made.id), path)
        except KnownError as problem:
            self.session.say_problem(problem)
            return False
        return True


def _cancel_all(jobs: list[Job], *_: object) -> None:
    for job in jobs:
        job.cancel()


def _panel(inside: QWidget) -> QFrame:
    panel = QFrame()
    panel.setProperty("role", "panel")
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(inside)
    return panel
