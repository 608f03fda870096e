"""Page Báo cáo: what is made at the left, how it will read in the middle, where its figures come from at the right."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from models.number import format_date
from models.period import periods_of
from models.store.changes import Changes
from reports.kind import Kind
from reports.kinds import KINDS
from ui.pages.reports import making
from ui.pages.reports.checks import Finding, findings, summed
from ui.pages.reports.columns import Columns
from ui.pages.reports.dispatching import Dispatching
from ui.pages.reports.exporting import Exporting
from ui.pages.reports.head import Head
from ui.pages.reports.made_actions import MadeActions
from ui.pages.reports.made_tab import MadeTab
from ui.pages.reports.outline import Entry, outline
from ui.pages.reports.preview_pane import PreviewPane
from ui.pages.reports.printing import Printing
from ui.pages.reports.right_panel import RightPanel
from ui.pages.reports.side import ReportSide
from ui.pages.reports.sourcing import Sourcing
from ui.pages.reports.templating import Templating
from ui.pages.reports.verifying import Verifying
from ui.pages.reports.writing import Writing
from ui.session import Session
from ui.tasks import Job
from ui.texts import period_text, report_kind_word, report_title, unit_text
from ui.theme import theme
from ui.widgets.page import Page

Work = Callable[[Job], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]
Told = Callable[[int, int, str], None]
KIND_KEY = "reports/kind"


class ReportsPage(Page):
    """Makes reports of the plan, period and unit looked at, and keeps those made."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.draft: making.Draft | None = None
        self._jobs: dict[str, Job] = {}
        self._revealed: str | None = None
        self.head, self.side, self.preview, self.made, self.right = (
            Head(),
            ReportSide(),
            PreviewPane(),
            MadeTab(),
            RightPanel(),
        )
        self.setAcceptDrops(True)
        self._build()
        self.exporting = Exporting(self)
        self.made_actions = MadeActions(self)
        self.writing = Writing(self)
        self.sourcing = Sourcing(self)
        self.dispatching = Dispatching(self)
        self.verifying = Verifying(self)
        self.templating = Templating(self)
        self.printing = Printing(self)
        self.first = self.side.outline
        self._connect()

    # -- building

    def _build(self) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(12))
        column.setSpacing(look.px(10))
        column.addWidget(self.head)
        self.columns = Columns(self.session.settings, self.side, self._middle(), self.right)
        column.addWidget(self.columns, 1)

    def _middle(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "panel")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Preview and reports made"))
        self.tabs.addTab(self.preview, self.tr("Preview"))
        self.tabs.addTab(self.made, self.tr("Made before"))
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.tabs)
        return panel

    def _connect(self) -> None:
        self.side.chosen.connect(self._choice_edited)
        self.side.led.connect(self._finding_led)
        self.side.outline.entry_chosen.connect(self._entry_chosen)
        self.right.closed.connect(self._right_closed)
        self.tabs.currentChanged.connect(self._tab_changed)
        for keys, slot in (
            ("F4", self._right_toggled),
            ("F6", self._pane_switched),
            ("Ctrl+P", self.head.print_button.click),
            ("Ctrl+E", self.head.make_button.click),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.destroyed.connect(partial(_cancel_all, self._jobs))

    # -- showing

    @property
    def kind(self) -> Kind:
        """The kind of report that is chosen."""
        return KINDS[self.side.value("kind") or self._kept_kind()]

    @property
    def order(self) -> making.Order:
        """What report is wanted now."""
        session, kind = self.session, self.kind
        assert session.path is not None
        period = kind.period_of(session.period)
        unit = session.unit if kind.takes_unit else None
        return making.Order(session.path, session.plan, kind.code, period, unit, session.on)

    def refresh(self, changes: Changes | None) -> None:
        """Show what is asked for, and read anew what the report would say."""
        if changes is None:
            self.sourcing.forget()
            self.writing.show_part_anew()
        if changes is None or changes.units or changes.plans:
            self.show_choices()
        if changes is None or changes.reports or changes.units:
            self.made_actions.show_made()
            self.templating.show()
        self.read_draft()

    def reveal(self, indicator: str | None) -> None:
        """Show the explanation of an indicator."""
        self._revealed = indicator
        self._show_revealed()

    def may_leave(self) -> bool:
        """Commit what is being typed."""
        return self.right.commit()

    def start(self, what: str, work: Work, done: Done, failed: Failed, progress: Told | None = None) -> Job:
        """Begin a piece of work in the place of the last one of its sort; it ends when the page goes."""
        self.stop(what)
        self._jobs[what] = self.session.runner.start(work, done=done, failed=failed, progress=progress)
        return self._jobs[what]

    def stop(self, what: str) -> None:
        """Ask the work of a sort to stop; nothing more is heard of it."""
        if what in self._jobs:
            self._jobs.pop(what).cancel()

    def show_choices(self) -> None:
        """Show what may be chosen, and what is."""
        session, kind, order = self.session, self.kind, self.order
        kinds = [(report_kind_word(code, each.name), code) for code, each in KINDS.items()]
        periods = [(period_text(each), each) for each in periods_of(session.plan.year)]
        units: list[tuple[str, Any]] = [(self.tr("Whole plan"), None)]
        units += [(unit_text(session.tree[code]), code) for code in session.reporting_units()]
        if order.unit is not None and order.unit not in [code for _, code in units]:
            units.append((unit_text(session.tree[order.unit]), order.unit))
        self.side.offer("kind", kinds, kind.code)
        self.side.offer("period", periods, order.period, is_open=kind.takes_period)
        self.side.offer("unit", units, order.unit, is_open=kind.takes_unit)
        self.dispatching.show()
        self.show_head()

    def show_head(self) -> None:
        """Show which report it is, draft or issued, and until when it is due."""
        order, window = self.order, self.session.windows.of(self.order.period)
        issued = self.made_actions.issued(order)
        state = self.tr("Draft")
        if issued is not None:
            day = format_date(issued.made_at.astimezone().date())
            state = self.tr("Issued {day}").format(day=day)
        due = self.tr("due {due}") if self.kind.takes_period else ""
        due = due.format(due=format_date(window.due))
        self.head.show_report(report_title(order.kind, order.period), state, due)

    def _kept_kind(self) -> str:
        kept = self.session.settings.view(KIND_KEY)
        return kept if kept in KINDS else next(iter(KINDS))

    def read_draft(self) -> None:
        """Read off the screen's thread what the report would say."""
        order, look = self.order, self.preview.look

        def work(job: Job) -> making.Draft:
            return making.draft(order, look, job)

        self.preview.wait()
        self.start("draft", work, self._drafted, self._draft_failed)

    def _drafted(self, draft: making.Draft) -> None:
        self.draft = draft
        is_same_look = draft.look == self.preview.look
        self.preview.show_document(draft.document, draft.page if is_same_look else None)
        parts = KINDS[draft.order.kind].parts
        self.side.show_outline(outline(draft.document, parts, draft.context.written))
        self.side.show_findings(summed(findings(draft.context, KINDS[draft.order.kind])))
        self.writing.show_anew()
        self.sourcing.show_anew()
        self._show_revealed()

    def _draft_failed(self, problem: Exception) -> None:
        self.draft = None
        self.preview.show_document(None)
        self.side.show_findings([])
        self.side.show_outline([])
        self.session.say_problem(problem)

    def _show_revealed(self) -> None:
        if self._revealed is not None and self.draft is not None:
            indicator, self._revealed = self._revealed, None
            self.writing.open_explanation(indicator)

    # -- choosing

    def _choice_edited(self, key: str, value: Any) -> None:
        if not self.right.commit():
            self.show_choices()
        elif key == "period":
            self.session.set_period(value)
        elif key == "unit":
            self.session.set_unit(value)
        elif key == "signing":
            self.dispatching.sign(value)
        else:
            self.session.settings.keep_view(KIND_KEY, value)
            self.show_source()
            self.refresh(None)

    def _finding_led(self, found: Finding) -> None:
        if not self.right.commit():
            return
        if found.part:
            self.writing.open_part(found.part)
        elif found.unit:
            self.session.navigate(
                "entry", period=self.order.period.last_quarter, unit=found.unit, indicator=found.indicator or None
            )
        elif found.indicator:
            self.writing.open_explanation(found.indicator)
        elif found.is_about_form:
            self.dispatching.open()

    def _entry_chosen(self, entry: Entry) -> None:
        if not self.right.commit():
            return
        self.tabs.setCurrentWidget(self.preview)
        if entry.place is not None:
            self.preview.view.go_to_part(entry.place)
        if entry.parts:
            self.writing.open_part(entry.parts[0].key)
        else:
            self.show_source()

    # -- the right column

    def show_source(self) -> None:
        """Show where the chosen figure comes from, in place of what was written."""
        self.right.show_source_card()
        self.columns.make_room(is_writing=False)

    def show_editor(self, card: QWidget, title: str) -> None:
        """Show a card to write in, with room for its lines."""
        self.right.show_card(card, title)
        self.columns.show_right(True)
        self.columns.make_room(is_writing=True)

    def _tab_changed(self) -> None:
        """Give the list of reports the whole room: there are no figures in it."""
        is_preview = self.tabs.currentWidget() is self.preview
        if not self.columns.is_drawer or not is_preview:
            self.columns.show_right(is_preview)

    def _right_toggled(self) -> None:
        if self.right.isVisible() and not self.right.commit():
            return
        self.columns.show_right(not self.right.isVisible())
        if not self.right.isVisible():
            self.preview.view.setFocus()

    def _pane_switched(self) -> None:
        """Go from the page to what is beside it, and back."""
        if self.right.isAncestorOf(self.focusWidget()):
            self.preview.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.columns.show_right(True)
            self.right.take_focus()

    def _right_closed(self) -> None:
        if not self.right.commit():
            return
        if self.columns.is_drawer:
            self.columns.show_right(False)
        self.show_source()
        self.tabs.setCurrentWidget(self.preview)
        self.preview.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.window().width())
        self.head.fit(is_narrow=self.columns.is_drawer)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a Word file: it is held against its figures."""
        if _word_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _word_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.verifying.verify(path)


def _word_file(event: QDropEvent) -> Path | None:
    """Return the one Word file that is dragged; None where it is something else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() == ".docx" else None


def _cancel_all(jobs: dict[str, Job], *_: QObject) -> None:
    for job in jobs.values():
        job.cancel()
