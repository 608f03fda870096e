"""Tổng quan: what is worst, how far it is, what remains to be done, who must do it."""

from collections import defaultdict
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from models.errors import KnownError
from models.number import format_date
from models.period import Period
from models.progress import Figure, State
from models.remaining import Remaining
from ui.pages.overview.counts_strip import CountsStrip
from ui.pages.overview.figure_card import FigureCard
from ui.pages.overview.figure_view import FigureView
from ui.pages.overview.remaining import remaining_text
from ui.pages.overview.summary import CARDS, Standing, counts_of, heaviest, is_all_met, missing, standings
from ui.pages.overview.table_model import FIGURE, FigureFilter, FigureTable
from ui.pages.overview.trends_panel import TrendsPanel, last_quarters
from ui.pages.overview.units_panel import UnitsPanel, UnitsToPress
from ui.session import Session
from ui.tasks import Job
from ui.texts import coverage_text, days_left_text, long_period_text, unit_text
from ui.theme import theme
from ui.widgets.figure_drawing import Scale, elapsed_share
from ui.widgets.page import Page

if TYPE_CHECKING:
    from models.store.changes import Changes

WIDE_UNITS, LEAD_UNITS, NARROW_UNITS, CODE_UNITS = 1400, 1180, 1080, 900
TRENDS_UNITS = 760
MOST_CELLS = 40_000  # units x indicators that are looked at one by one
NARROW_CARD_UNITS, CARD_UNITS, WIDE_CARD_UNITS = 268, 320, 400
UNITS_COLUMN_UNITS = 350
NAMED = 3


class Question(NamedTuple):
    """What the worker is asked: the units' figures of one context, from the file on disk."""

    path: Path
    plan: str
    period: Period
    on: date
    unit: str | None
    cells: int


class Answer(NamedTuple):
    """What the worker found: how each unit stands; what remains, and the last quarters, by the indicator's code."""

    standings: list[Standing]
    remaining: dict[str, Remaining]
    series: dict[str, list[Figure]]


class OverviewPage(Page):
    """Counts, three cards, all indicators worst first, units to press."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._figures: list[Figure] = []
        self._watched: list[Figure] = []
        self._standings: list[Standing] = []
        self._remaining: dict[str, Remaining] = {}
        self._series: dict[str, list[Figure]] = {}
        self._job: Job | None = None
        self._shows_units = False
        self._build()
        self._connect()
        self.first = self.table
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask_for_more)

    # -- building

    def _build(self) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(12))
        column.setSpacing(look.px(10))
        column.addLayout(self._build_head())
        self.strip = CountsStrip()
        column.addWidget(self.strip)
        body = QHBoxLayout()
        body.setSpacing(look.px(12))
        body.addWidget(self._build_cards())
        body.addLayout(self._build_middle(), 1)
        self.units_panel = UnitsPanel()
        self.units_panel.setFixedWidth(look.px(UNITS_COLUMN_UNITS))
        body.addWidget(self.units_panel)
        column.addLayout(body, 1)

    def _build_head(self) -> QHBoxLayout:
        self.title, self.subtitle = QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.subtitle.setProperty("role", "secondary")
        self.report = QPushButton(theme().icon("reports", "on_accent"), self.tr("Make the report"))
        self.report.setProperty("role", "primary")
        head = QHBoxLayout()
        head.setSpacing(theme().px(10))
        head.addWidget(self.title)
        head.addWidget(self.subtitle, 1)
        head.addWidget(self.report)
        return head

    def _build_cards(self) -> QFrame:
        look = theme()
        self.cards_column = QFrame()
        self.cards_title = QLabel(self.tr("Closest to the target"))
        self.cards_title.setProperty("role", "section")
        self.cards_empty = QLabel(self.tr("Nothing can be held against a target yet."))
        self.cards_empty.setProperty("role", "secondary")
        self.cards_empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cards_empty.setWordWrap(True)
        self.cards = [FigureCard() for _ in range(CARDS)]
        column = QVBoxLayout(self.cards_column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(self.cards_title)
        column.addWidget(self.cards_empty)
        for card in self.cards:
            column.addWidget(card, 1)
        return self.cards_column

    def _build_middle(self) -> QVBoxLayout:
        look = theme()
        self.model = FigureTable(self)
        self.shown = FigureFilter(self)
        self.shown.setSourceModel(self.model)
        self.table = FigureView()
        self.table.setModel(self.shown)
        self.table_title = QLabel()
        self.table_title.setProperty("role", "section")
        self.table_hint = QLabel()
        self.table_hint.setProperty("role", "secondary")
        head = QHBoxLayout()
        head.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(6))
        head.setSpacing(look.px(8))
        head.addWidget(self.table_title)
        head.addWidget(self.table_hint, 1)
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.table, 1)
        self.press = UnitsToPress()
        column = QVBoxLayout()
        column.setSpacing(look.px(10))
        self.trends = TrendsPanel()
        column.addWidget(panel, 1)
        column.addWidget(self.trends)
        column.addWidget(self.press)
        return column

    def _connect(self) -> None:
        self.strip.chosen.connect(self._state_chosen)
        self.report.clicked.connect(self._report_clicked)
        self.table.activated.connect(self._row_activated)
        self.press.all_wanted.connect(self._all_units_wanted)
        self.units_panel.opened.connect(self._unit_opened)
        for card in self.cards:
            card.opened.connect(self._indicator_opened)
        copy = QShortcut(QKeySequence.StandardKey.Copy, self.table, context=Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._copy_pressed)

    # -- reading and showing

    def refresh(self, changes: "Changes | None") -> None:
        if changes is not None and not (changes.actuals or changes.plans or changes.targets or changes.units):
            return
        from models.store.figures import progress
        from models.store.groups import watched_members
        from models.store.plans import grades

        session = self.session
        try:
            found = progress(session.db, session.plan, session.period, session.on, session.unit)
        except KnownError as problem:
            found = []
            session.say_problem(problem)
        watched = watched_members(session.db, session.plan.code)
        self._figures = [each for each in found if each.indicator.code not in watched]
        self._watched = [each for each in found if each.indicator.code in watched and _concerns(each)]
        self._remaining = {}
        names = tuple(each.name for each in grades(session.db, session.plan.code))
        self.model.scale = Scale(names, elapsed_share(session.windows, session.period, session.on))
        self._show_figures()
        self._wait_for_more()

    def _show_figures(self) -> None:
        kept = self._current_code()
        self.model.show_rows([*self._figures, *self._watched])
        self.shown.set_watched(frozenset(each.indicator.code for each in self._watched))
        counts = counts_of(self._figures)
        self.strip.set_counts(counts)
        if self.shown.state is not None and not counts[self.shown.state]:
            self._state_chosen(None)
            self.strip.set_filter(None)
        self._show_title()
        self._show_cards()
        self._show_table_head()
        self._select(kept)

    def _show_title(self) -> None:
        session = self.session
        period = long_period_text(session.period)
        self.title.setText(self.tr("Overview of {period}").format(period=period))
        unit = session.tree[session.unit or session.plan.unit]
        text = self.tr("{unit} · %n indicator(s)", None, len(self._figures)).format(unit=unit_text(unit))
        more = self.tr(", %n one-stop count(s)", None, len(self._watched)) if self._watched else ""
        self.subtitle.setText(text + more)

    def _show_cards(self) -> None:
        chosen = heaviest(self._figures)
        self.cards_title.setVisible(is_all_met(self._figures))
        self.cards_empty.setVisible(not chosen)
        with_arc = self.width() >= theme().px(NARROW_UNITS)
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(chosen))
            if place < len(chosen):
                text = remaining_text(chosen[place], self._remaining.get(chosen[place].indicator.code))
                card.set_figure(chosen[place], text, self.model.scale, with_arc=with_arc)

    def _show_table_head(self) -> None:
        state = self.shown.state
        self.table_title.setText(self.tr("All indicators") if state is None else self.tr("Chosen indicators"))
        hint = self.tr("worst state first, then by shortfall against the target")
        if any(each.is_provisional for each in self._figures):
            hint += self.tr("; * provisional")
        self.table_hint.setText(hint)

    def _select(self, code: str | None) -> None:
        for row in range(self.shown.rowCount()):
            if self._figure_at(self.shown.index(row, 0)).indicator.code == code:
                self.table.selectRow(row)
                return
        if self.shown.rowCount():
            self.table.selectRow(0)

    def reveal(self, indicator: str | None) -> None:
        self._select(indicator)

    # -- what takes longer, from the worker

    def _wait_for_more(self) -> None:
        """Forget the answers to the context before, and ask once these figures are on the screen."""
        if self._job:
            self._job.cancel()
            self._job = None
        self.strip.set_coverage("", "")
        self.press.set_waiting()
        self._later.start()

    def _ask_for_more(self) -> None:
        session = self.session
        if session.path is None or not session.has_plan:
            return
        cells = len(session.reporting_units()) * (len(self._figures) + len(self._watched))
        asked = Question(session.path, session.plan.code, session.period, session.on, session.unit, cells)
        self._job = session.runner.start(lambda job: _answer(asked), done=self._more_found)

    def _more_found(self, answer: Answer) -> None:
        self._job = None
        tree = self.session.tree
        found = self._standings = answer.standings
        self._remaining = answer.remaining
        self._series = answer.series
        self.trends.set_series(self._figures, self._series, self.session.period)
        self._show_cards()
        self.press.set_standings(found, tree)
        self.units_panel.model.set_standings(found, tree)
        self._fit()
        absent = missing(found)
        if not found:
            self.strip.set_coverage(self._fewest_text(), self._lacking_text([]))
            return
        done = f"{len(found) - len(absent)}/{len(found)}"
        text = self.tr("{done} units have reported") if not absent else self.tr("{done} units – provisional result")
        self.strip.set_coverage(text.format(done=done), self._lacking_text(absent))

    def _fewest_text(self) -> str:
        """Where the units are too many to look at each: the coverage of the indicator that has least."""
        asked = [each for each in self._figures if each.indicator.kind.rolls_up and each.expected_units]
        if not asked:
            return ""
        fewest = min(asked, key=lambda each: each.reported_units / each.expected_units)
        text = self.tr("{done} units have reported, where fewest did")
        return text.format(done=coverage_text(fewest))

    def _lacking_text(self, absent: list[Standing]) -> str:
        session = self.session
        due = session.window.due
        when = self.tr("due {day} ({left})").format(day=format_date(due), left=days_left_text(due, session.on))
        if not absent:
            return when
        names = [session.tree[each.unit].name for each in absent[:NAMED]]
        if len(absent) > NAMED:
            names.append(self.tr("%n other(s)", None, len(absent) - NAMED))
        return self.tr("Lacking: {names}; {when}").format(names=", ".join(names), when=when)

    # -- what a person did

    def _state_chosen(self, state: State | None) -> None:
        self.shown.set_state(state)
        self._show_table_head()
        if self.shown.rowCount():
            self.table.selectRow(0)

    def _row_activated(self, index: QModelIndex) -> None:
        self.session.navigate("analysis", indicator=self._figure_at(index).indicator.code)

    def _indicator_opened(self, code: str) -> None:
        self.session.navigate("entry", indicator=code)

    def _unit_opened(self, code: str) -> None:
        self.session.set_unit(code)

    def _all_units_wanted(self) -> None:
        """Where there is no room beside the table, the units stand in the place of the cards."""
        self._shows_units = not self._shows_units
        self._fit()
        if self._shows_units:
            self.units_panel.table.setFocus()

    def _report_clicked(self) -> None:
        self.session.navigate("reports")

    def _copy_pressed(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            cells = (index.siblingAtColumn(column).data() for column in range(self.shown.columnCount()))
            QGuiApplication.clipboard().setText("\t".join(str(cell or "") for cell in cells))

    def _current_code(self) -> str | None:
        index = self.table.currentIndex()
        return self._figure_at(index).indicator.code if index.isValid() else None

    def _figure_at(self, index: QModelIndex) -> Figure:
        figure: Figure = index.data(FIGURE)
        return figure

    # -- Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._figures:
            self._show_cards()

    def _fit(self) -> None:
        look = theme()
        is_wide = self.width() >= look.px(WIDE_UNITS)
        is_narrow = self.width() < look.px(NARROW_UNITS)
        self.units_panel.setVisible(is_wide or self._shows_units)
        self.trends.setVisible(is_wide and self.height() >= look.px(TRENDS_UNITS) and bool(self._series))
        self.press.all.setHidden(is_wide or not self._standings)
        lead, code = (self.width() >= look.px(units) for units in (LEAD_UNITS, CODE_UNITS))
        self.table.fit_columns(is_wide=is_wide, with_lead=lead, with_code=code)
        self.cards_column.setVisible(is_wide or not self._shows_units)
        cards = WIDE_CARD_UNITS if is_wide else NARROW_CARD_UNITS if is_narrow else CARD_UNITS
        self.cards_column.setFixedWidth(look.px(cards))


def _concerns(figure: Figure) -> bool:
    """Return whether what is only watched is asked of the unit at all, or reported all the same."""
    return figure.expected_units > 0 or figure.value is not None


def _answer(asked: Question) -> Answer:
    """Read the units' figures and what remains; runs in the worker, with a connection of its own."""
    from models.store.database import open_database
    from models.store.figures import progress, progress_by_unit
    from models.store.outlook import what_remains
    from models.store.plans import plan

    with closing(open_database(asked.path, read_only=True)) as db:
        found = plan(db, asked.plan)
        is_small = asked.cells <= MOST_CELLS
        by_unit = progress_by_unit(db, found, asked.period, asked.on, root=asked.unit) if is_small else []
        series: dict[str, list[Figure]] = defaultdict(list)
        for period in last_quarters(asked.period):
            for each in progress(db, found, period, asked.on, asked.unit):
                series[each.indicator.code].append(each)
        return Answer(standings(by_unit), what_remains(db, found, asked.period, asked.on, asked.unit), dict(series))
