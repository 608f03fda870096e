"""Tổng quan: what is worst, how far it is, what remains to be done, who must do it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from models.alerts import Alert
from models.errors import KnownError
from models.progress import Figure
from ui.messages import Mood
from ui.pages.overview.alert_texts import SENTENCES, alert_sentences
from ui.pages.overview.alerts_panel import AlertsPanel, alerts_dialog
from ui.pages.overview.asking import Asking
from ui.pages.overview.cards import Cards
from ui.pages.overview.counts_strip import CountsStrip
from ui.pages.overview.figures_panel import FiguresPanel
from ui.pages.overview.head import Head
from ui.pages.overview.letter import Letter
from ui.pages.overview.loading import (
    Figures,
    Question,
    question,
    read_figures,
    read_figures_anew,
    read_figures_apart,
)
from ui.pages.overview.more import More, Wanted, read_more
from ui.pages.overview.opening import open_alert, open_cell, open_figure
from ui.pages.overview.picture import Snapshot
from ui.pages.overview.remaining import pulling_text
from ui.pages.overview.showing import Showing
from ui.pages.overview.summary import CoverageWords, counts_of
from ui.pages.overview.trends_panel import TrendsPanel
from ui.pages.overview.units_panel import UnitsPanel, UnitsToPress
from ui.pages.overview.wording import coverage_words, last_day, snapshot, subtitle, title
from ui.session import Session
from ui.tasks import Job
from ui.theme import theme
from ui.widgets.figure_drawing import Scale, elapsed_share
from ui.widgets.page import Page
from ui.widgets.stale import set_stale

if TYPE_CHECKING:
    from models.store.changes import Changes

WIDE_UNITS, LEAD_UNITS, NARROW_UNITS, CODE_UNITS = 1400, 1180, 1080, 900
TRENDS_UNITS, LOW_UNITS, LOWEST_UNITS = 760, 600, 560
NARROW_CARD_UNITS, CARD_UNITS, WIDE_CARD_UNITS = 268, 320, 400
UNITS_COLUMN_UNITS = 350


class OverviewPage(Page):
    """Counts, three cards, all indicators worst first, units to press, what wants doing."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._found = Figures()
        self._asked: Question | None = None
        self._answered: Question | None = None  # what the figures shown are the answer to
        self._more = More()
        self._touched: frozenset[tuple[str, str]] = frozenset()  # cells that it does not know of yet
        self._job: Job | None = None
        self._shows_units = False
        self._scale = Scale()
        self._build()
        self.asking = Asking(session, self)
        self.showing = Showing(session, self, self.shot)
        self.letter = Letter(session, self)
        self.head.copy.setMenu(self.showing.copy_menu())
        self.press.letter.setMenu(self.letter.menu())
        self._connect()
        self.first = self.table.view
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask_for_more)

    # -- building

    def _build(self) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(12))
        column.setSpacing(look.px(10))
        self.head, self.strip, self.cards_column = Head(), CountsStrip(), Cards()
        self.body = QWidget()
        body = QHBoxLayout(self.body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.px(12))
        body.addWidget(self.cards_column)
        body.addLayout(self._build_middle(), 1)
        body.addWidget(self._build_side())
        for part in (self.head, self.strip):
            column.addWidget(part)
        column.addWidget(self.body, 1)

    def _build_side(self) -> QWidget:
        self.units_panel, self.alerts = UnitsPanel(), AlertsPanel()
        self.side = QWidget()
        self.side.setFixedWidth(theme().px(UNITS_COLUMN_UNITS))
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        column.addWidget(self.units_panel, 1)
        column.addWidget(self.alerts)
        return self.side

    def _build_middle(self) -> QVBoxLayout:
        self.table, self.press, self.trends = FiguresPanel(), UnitsToPress(), TrendsPanel()
        column = QVBoxLayout()
        column.setSpacing(theme().px(10))
        column.addWidget(self.table, 1)
        column.addWidget(self.trends)
        column.addWidget(self.press)
        return column

    def _connect(self) -> None:
        self.strip.chosen.connect(self.table.filter)
        self.head.report.clicked.connect(self._report_clicked)
        self.head.print.clicked.connect(self.showing.print_page)
        self.head.present.clicked.connect(self._present)
        self.table.peeked.connect(self.asking.peek)
        self.table.menu_wanted.connect(self._menu_wanted)
        self.press.all_wanted.connect(self._all_units_wanted)
        self.press.alerts_wanted.connect(self._alerts_wanted)
        self.alerts.all_wanted.connect(self._alerts_wanted)
        self.cards_column.entry_wanted.connect(self._entry_wanted)
        self.units_panel.opened.connect(self.session.set_unit)
        for part in (self.cards_column, self.trends, self.table):
            part.opened.connect(partial(open_figure, self.session))
        for keys, slot in (("Ctrl+P", self.showing.print_page), ("F11", self._present)):
            key = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(slot)

    # -- what is shown

    @property
    def figures(self) -> Sequence[Figure]:
        """What is held against targets, worst first."""
        return self._found.judged

    @property
    def more(self) -> More:
        """What the worker found of what is looked at; empty until it has."""
        return self._more

    # -- reading and showing

    def refresh(self, changes: "Changes | None") -> None:
        if changes is not None:
            if changes.explanations or changes.submissions:
                self._later.start()
            if not (changes.actuals or changes.plans or changes.targets or changes.units):
                return
        known = self._answered if changes is not None and changes.are_of_cells else None
        asked = question(self.session, known)
        if asked is None:
            return
        self._later.stop()  # it is asked for once the figures are there; now it would take their job's place
        if self._job:
            self._job.cancel()
            self._job = None
        if changes is None:
            self._forget()
        self._asked, self._answered = asked, None
        if changes is not None and asked is known:
            self._touched |= changes.cells
            self._figures_found(read_figures_anew(self.session.db, asked, self._found, changes.cells))
        elif asked.is_large:
            self._show_stale(is_stale=True)
            work = partial(read_figures_apart, asked)
            self._job = self.session.runner.start(work, done=self._figures_found, failed=self._failed)
        else:
            self._read_at_once(asked)

    def _read_at_once(self, asked: Question) -> None:
        try:
            self._figures_found(read_figures(self.session.db, asked))
        except KnownError as problem:
            self._failed(problem)

    def _forget(self) -> None:
        """Forget the answers to another context."""
        self._more = More()
        self.strip.set_coverage(CoverageWords("", ""))
        self.press.set_waiting()

    def _failed(self, problem: Exception) -> None:
        self.session.say_problem(problem)
        self._asked = None
        self._figures_found(Figures())

    def _figures_found(self, found: Figures) -> None:
        """Show the figures, and ask for what takes longer once they are on the screen."""
        self._job = None
        self._found, self._answered = found, self._asked
        session = self.session
        self._scale = Scale(found.grades, elapsed_share(session.windows, session.period, session.on))
        self._show_stale(is_stale=False)
        self._show_figures()
        self._later.start()

    def _show_stale(self, *, is_stale: bool) -> None:
        """Grey what is seen while it is computed anew."""
        set_stale(self.body, is_stale=is_stale)
        if is_stale:
            self.table.show_awaited()

    def _show_figures(self) -> None:
        found = self._found
        self.table.show_figures(found.judged, found.watched, self._scale)
        counts, state = counts_of(found.judged), self.table.shown.state
        self.strip.set_counts(counts)
        if state is not None and not counts[state]:
            self.table.filter(None)
            self.strip.set_filter(None)
        self.head.title.setText(title(self.session))
        self.head.subtitle.setText(subtitle(self.session, len(found.judged), len(found.watched)))
        self._show_cards()

    def _show_cards(self) -> None:
        with_arc = self.width() >= theme().px(NARROW_UNITS)
        self.cards_column.show_figures(
            self._found.judged,
            self._more.remaining,
            self._scale,
            with_arc=with_arc,
            until=last_day(self.session),
            pulling={
                each.indicator.code: pulling_text(each, units, self.session.tree)
                for each in self._found.judged
                if (units := self._more.pulling.get(each.indicator.code))
            },
        )

    def reveal(self, indicator: str | None) -> None:
        self.table.select(indicator)

    # -- what takes longer, from the worker

    def _ask_for_more(self) -> None:
        asked, found = self._answered, self._found
        if asked is None or found.reader is None or asked.path != self.session.path:
            return
        if self._job:
            self._job.cancel()
        base = self._more if self._more.reader is found.reader else None
        wanted = Wanted(asked, found, base, self._touched)
        self._job = self.session.runner.start(partial(read_more, wanted), done=partial(self._more_found, asked))

    def _more_found(self, asked: Question, more: More) -> None:
        self._job, self._more, self._touched = None, more, frozenset()
        tree = self.session.tree
        self.trends.set_series(self._found.judged, more.series, self.session.period)
        self._show_cards()
        self.press.set_standings(more.standings, tree, are_too_many=asked.is_large)
        names = self._names()
        self.press.set_alerts(len(more.alerts), alert_sentences(more.alerts, tree, names)[:SENTENCES])
        self.units_panel.set_standings(more.standings, tree, more.forms)
        self.alerts.set_alerts(more.alerts, tree, names)
        self._fit()
        self.strip.set_coverage(coverage_words(self.session, self._found.judged, more.standings))

    def _names(self) -> dict[str, str]:
        found = self._found
        return {each.indicator.code: each.indicator.label for each in (*found.judged, *found.watched)}

    def shot(self) -> Snapshot | None:
        """Return what the page says at the moment, for paper, pictures and a meeting room; None without a plan, and
        while figures of another context are shown, or what remains and who is to be pressed is still being read."""
        if not self.session.has_plan:
            return None
        if self._answered is None or self._more.reader is not self._found.reader or self._touched:
            self.session.say(Mood.INFO, self.tr("The figures are being computed; try again in a moment."))
            return None
        said = self.strip.said, self.press.lines()
        return snapshot(self.session, self._found, self._scale, self._more.remaining, *said)

    # -- what a person did

    def _menu_wanted(self, figure: Figure, place: QPoint) -> None:
        self.row_menu(figure).popup(place)

    def row_menu(self, figure: Figure) -> QMenu:
        """Return what may be done with an indicator of the table."""
        menu, look, code = QMenu(self), theme(), figure.indicator.code
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(look.icon("entry"), self.tr("Enter figures"), partial(open_cell, self.session, code, None))
        menu.addAction(look.icon("mail"), self.tr("Ask for an explanation…"), partial(self.asking.ask, figure))
        menu.addAction(look.icon("copy"), self.tr("Copy the row"), self.table.copy_row)
        menu.addSeparator()
        menu.addAction(look.icon("info"), self.tr("A closer look (Space)"), partial(self.table.peek, code))
        menu.addAction(look.icon("present"), self.tr("Present (F11)"), self._present)
        return menu

    def _all_units_wanted(self) -> None:
        """Where there is no room beside the table, the units stand in the place of the cards."""
        self._shows_units = not self._shows_units
        self._fit()
        if self._shows_units:
            self.units_panel.table.setFocus()

    def _alerts_wanted(self) -> None:
        alerts = self._more.alerts
        dialog = alerts_dialog(alerts, self.session.tree, self._names(), self)
        dialog.led.connect(partial(self._alert_led, dialog, alerts))
        dialog.open()

    def _alert_led(self, dialog: QDialog, alerts: Sequence[Alert], row: int) -> None:
        dialog.accept()
        open_alert(self.session, alerts[row])

    def _entry_wanted(self) -> None:
        self.session.navigate("entry", period=self.session.period.quarters[0])

    def _report_clicked(self) -> None:
        self.session.navigate("reports")

    def _present(self) -> None:
        self.showing.present(self.table.current_code if self.table.view.hasFocus() else None)

    # -- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._found.judged and self.session.has_plan:  # the bar above may change its height as the file is closed
            self._show_cards()

    def _fit(self) -> None:
        look = theme()
        is_wide = self.width() >= look.px(WIDE_UNITS)
        is_narrow = self.width() < look.px(NARROW_UNITS)
        self.side.setVisible(is_wide or self._shows_units)
        self.head.fit(is_narrow=is_narrow)
        self.trends.setVisible(is_wide and self.height() >= look.px(TRENDS_UNITS) and bool(self._more.series))
        is_low, is_lowest = (self.height() < look.px(units) for units in (LOW_UNITS, LOWEST_UNITS))
        self.press.fit(is_wide=is_wide, is_low=is_low, has_units=bool(self._more.standings))
        self.press.put_buttons(self.table.head if is_lowest else self.press.head)
        for part in (self.press, self.table.hint):
            part.setVisible(not is_lowest)
        lead, code = (self.width() >= look.px(units) for units in (LEAD_UNITS, CODE_UNITS))
        self.table.view.fit_columns(is_wide=is_wide, is_low=is_low, with_lead=lead, with_code=code)
        self.cards_column.setVisible(is_wide or not self._shows_units)
        cards = WIDE_CARD_UNITS if is_wide else NARROW_CARD_UNITS if is_narrow else CARD_UNITS
        self.cards_column.setFixedWidth(look.px(cards))
