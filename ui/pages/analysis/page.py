"""Phân tích: gaps, course through the year, units by indicators, ranking; what is chosen in one is chosen in all."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from models.number import format_date, format_number
from models.plan import Indicator
from models.progress import Figure
from ui.pages.analysis.asking import (
    Detail,
    Overall,
    Question,
    Ranking,
    is_of_units,
    read_detail,
    read_overall,
    read_overall_anew,
    read_ranking,
)
from ui.pages.analysis.gaps.panel import GapPanel
from ui.pages.analysis.head import ALL, AnalysisHead, compared_period
from ui.pages.analysis.heat.panel import HeatPanel
from ui.pages.analysis.output import Output
from ui.pages.analysis.panel import Panel, Way
from ui.pages.analysis.ranking.panel import RankingPanel
from ui.pages.analysis.trend.panel import TrendPanel
from ui.session import Session
from ui.tasks import Job
from ui.texts import coverage_text, long_period_text, period_text, unit_text, window_text
from ui.theme import theme
from ui.widgets.kept_splitter import KeptSplitter
from ui.widgets.page import Page

if TYPE_CHECKING:
    from models.store.changes import Changes

T = TypeVar("T")

DETAIL_AFTER = 40  # milliseconds: who runs along with the arrow keys is not kept waiting by what they passed
TOP_UNITS, BOTTOM_UNITS = (596, 588), (712, 464)
ROWS_UNITS = (230, 313)
PANEL_VIEW, INDICATOR_VIEW = "analysis/panel", "analysis/indicator"


class AnalysisPage(Page):
    """The context bar says whose units are shown; a unit chosen here is looked at beside them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._indicators: list[Indicator] = []
        self._watched: frozenset[str] = frozenset()
        self._units: list[str] = []
        self._root: str | None = None
        self._unit: str | None = None
        self._code = str(session.settings.view(INDICATOR_VIEW) or "")
        self._choice = ""
        self._question: Question | None = None
        self._answered: Question | None = None  # what _all is the answer to
        self._all = self._overall = Overall([], {})  # all that was read, and what of it is shown
        self._touched: frozenset[str] = frozenset()  # indicators that are to be read again
        self._jobs: dict[str, Job] = {}
        self._build()
        self._connect()
        self.first = self.heat.view
        self._show_panel(str(session.settings.view(PANEL_VIEW) or ALL))

    # -- building

    def _build(self) -> None:
        look, settings = theme(), self.session.settings
        self.gaps, self.trend, self.heat, self.ranking = (
            GapPanel(),
            TrendPanel(),
            HeatPanel(self.session),
            RankingPanel(),
        )
        self.panels: dict[str, Panel] = {each.key: each for each in (self.gaps, self.trend, self.heat, self.ranking)}
        titles = (self.tr("Gap"), self.tr("Trend"), self.tr("Map"), self.tr("Ranking"))
        self.head = AnalysisHead(list(zip(self.panels, titles, strict=True)))
        self.output = Output(self.session, self)
        self.active: Panel = self.gaps
        self.rows = KeptSplitter(settings, "analysis/rows", Qt.Orientation.Vertical)
        self.top = KeptSplitter(settings, "analysis/top")
        self.bottom = KeptSplitter(settings, "analysis/bottom")
        for splitter, parts, sizes in (
            (self.top, (self.gaps, self.trend), TOP_UNITS),
            (self.bottom, (self.heat, self.ranking), BOTTOM_UNITS),
            (self.rows, (self.top, self.bottom), ROWS_UNITS),
        ):
            for part in parts:
                splitter.addWidget(part)
            splitter.begin_with(*map(look.px, sizes))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(12))
        column.setSpacing(look.px(8))
        column.addWidget(self.head)
        column.addWidget(self.rows, 1)

    def _connect(self) -> None:
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DETAIL_AFTER)
        self._later.timeout.connect(self._ask_detail)
        self.head.panel_chosen.connect(self._panel_chosen)
        self.head.indicator_chosen.connect(self._indicator_chosen)
        self.head.compared.connect(self._compared)
        self.head.asked.connect(self._way_asked)
        self.gaps.chosen.connect(self._indicator_chosen)
        self.gaps.opened.connect(self._indicator_opened)
        self.heat.chosen.connect(self._cell_chosen)
        self.heat.opened.connect(self._cell_opened)
        self.ranking.chosen.connect(self._unit_chosen)
        self.ranking.opened.connect(self._unit_opened)
        for panel in self.panels.values():
            panel.asked.connect(self._take)
            panel.enlarge_asked.connect(self._enlarge_asked)
        for keys, way in (
            ("Ctrl+C", Way.TABLE),
            ("Ctrl+Shift+C", Way.PICTURE),
            ("Ctrl+E", Way.EXCEL),
            ("Ctrl+P", Way.PRINT),
        ):
            key = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(self._way_asked, way))
        back = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._escape_pressed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    # -- reading

    def refresh(self, changes: "Changes | None") -> None:
        if changes is not None and not (changes.actuals or changes.plans or changes.targets or changes.units):
            return
        if changes is None or changes.plans or changes.targets or changes.units:
            self._read_context()
        session = self.session
        if session.path is None:
            return
        then = compared_period(self._choice, session.period)
        question = Question(session.path, session.plan.code, session.period, session.on, self._root, then)
        if changes is not None and changes.are_of_cells and question == self._answered:
            self._read_again(frozenset(code for code, _ in changes.cells))
            return
        self._question, self._answered = question, None
        self.head.show_compared(self._choice, session.period)
        self._say_context()
        names = [unit_text(session.tree[each]) for each in self._units]
        self.heat.begin(self._question, (self._units, names, self._indicators), self._whole_name(), self._heat_hint())
        self._start("overall", partial(_overall, self._question), self._overall_read)

    def _read_context(self) -> None:
        """Take in what the page shows: which units by which indicators."""
        from models.store.groups import watched_members
        from models.store.indicators import assignments, indicators

        session, plan = self.session, self.session.plan
        day, chosen = session.window.last, session.unit
        has_below = chosen is not None and session.tree.leaves(chosen, day) != {chosen}
        self._root = chosen if has_below else None
        self._unit = None if has_below else chosen
        root = self._root or plan.unit
        leaves = session.tree.leaves(root, day)
        self._units = [code for code in session.tree.walk(root) if code in leaves]
        self._watched = watched_members(session.db, plan.code)
        assigned = {each.indicator for each in assignments(session.db, plan.code) if each.unit in leaves}
        self._indicators = [
            each
            for each in indicators(session.db, plan.code)
            if each.code not in self._watched and is_of_units(each, assigned)
        ]

    def _read_again(self, codes: frozenset[str]) -> None:
        """Read only what hangs on some indicators: an indicator's figures are made of nothing but its own cells."""
        assert self._question is not None
        self._touched |= codes
        self.heat.read_again(codes)
        again = partial(_overall_anew, self._question, self._all, self._touched)
        self._start("overall", again, self._overall_read)
        if self._unit is not None or self._code in self._touched:
            self._ask_detail()

    def _start(self, name: str, work: Callable[[Job], T], done: Callable[[T], None]) -> None:
        """Ask the worker, in place of what it was asked before under this name."""
        if name in self._jobs:
            self._jobs.pop(name).cancel()
        self._jobs[name] = self.session.runner.start(work, done=done)

    def _overall_read(self, found: Overall) -> None:
        is_whole, code = self._answered is None, self._code
        self._answered, self._all, self._touched = self._question, found, frozenset()
        self._overall = Overall(self._shown(found.now), found.then)
        codes = [each.indicator.code for each in self._overall.now]
        if self._code not in codes and codes:
            self._code = codes[0]
        self.heat.show_total(self._overall.now)
        if self._unit is None:
            self._show_gaps(self._overall.now, self._overall.then)
        self._say_context()
        self._follow()
        if is_whole or code != self._code:
            self._ask_detail()

    def _ask_detail(self) -> None:
        if self._question is None or not self._code:
            return
        self._start(
            "detail", partial(_detail, self._question, self._code, self._unit, self._overall), self._detail_read
        )
        self._start("ranking", partial(_ranking, self._question, self._code), self._ranking_read)

    def _detail_read(self, found: Detail) -> None:
        if self._unit is not None:
            self._show_gaps(self._shown(found.now), found.then)
        self.trend.show_course(found.course, self._of_whom())
        self._follow()

    def _ranking_read(self, found: Ranking) -> None:
        self.ranking.show_figures(found.now, found.then, self.session.tree, found.code)
        self._follow()

    def _shown(self, figures: list[Figure]) -> list[Figure]:
        """Leave out what is only watched, and what is asked of others."""
        its = (each for each in figures if each.indicator.code not in self._watched)
        return [each for each in its if each.expected_units or each.value is not None]

    def _show_gaps(self, figures: list[Figure], then: dict[str, Figure]) -> None:
        self.gaps.show_figures(figures, then, self._of_whom())

    # -- choosing

    def reveal(self, indicator: str | None) -> None:
        if indicator is not None:
            self._choose(self._unit, indicator)

    def _choose(self, unit: str | None, code: str) -> None:
        if (unit, code) == (self._unit, self._code):
            return
        if unit is None and self._unit is not None:
            self._show_gaps(self._overall.now, self._overall.then)
        self._unit, self._code = unit, code
        self.session.settings.keep_view(INDICATOR_VIEW, code)
        self._follow()
        self._later.start()

    def _follow(self) -> None:
        """Show in all panels what is chosen."""
        self.head.show_indicator([each.indicator for each in self._overall.now], self._code)
        self.gaps.follow(self._code)
        self.heat.follow(self._unit, self._code)
        self.ranking.follow(self._unit)

    def _indicator_chosen(self, code: str) -> None:
        self._choose(self._unit, code)

    def _unit_chosen(self, unit: str) -> None:
        self._choose(unit, self._code)

    def _cell_chosen(self, unit: str | None, code: str) -> None:
        self._choose(unit, code)

    def _indicator_opened(self, code: str) -> None:
        self.session.navigate("entry", unit=self._unit, indicator=code)

    def _unit_opened(self, unit: str) -> None:
        self.session.navigate("entry", unit=unit, indicator=self._code)

    def _cell_opened(self, unit: str | None, code: str) -> None:
        self.session.navigate("entry", unit=unit, indicator=code)

    def _compared(self, choice: str) -> None:
        self._choice = choice
        self._reread()

    def _reread(self) -> None:
        from models.store.changes import Changes

        self.refresh(Changes(actuals=True))

    def _escape_pressed(self) -> None:
        """First back to all four panels, then back to the whole."""
        if self._panel != ALL:
            self._panel_chosen(ALL)
        elif self._unit is not None:
            self._choose(None, self._code)

    # -- panels

    def _panel_chosen(self, key: str) -> None:
        self.session.settings.keep_view(PANEL_VIEW, key)
        self._show_panel(key)

    def _show_panel(self, key: str) -> None:
        self._panel = key if key in self.panels else ALL
        self.head.show_panel(self._panel)
        for each in self.panels.values():
            each.setVisible(self._panel in (ALL, each.key))
        self.top.setVisible(self._panel in (ALL, "gaps", "trend"))
        self.bottom.setVisible(self._panel in (ALL, "heat", "ranking"))
        self._set_active(self.panels.get(self._panel, self.active))

    def _enlarge_asked(self, key: str) -> None:
        self._panel_chosen(ALL if self._panel == key else key)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for panel in self.panels.values():
            if new is not None and panel.isAncestorOf(new):
                self._set_active(panel)

    def _set_active(self, panel: Panel) -> None:
        if panel is not self.active:
            self.active.set_active(False)
            self.active = panel
        panel.set_active(self._panel == ALL)
        self.head.name_target(panel.title.text())

    def _way_asked(self, way: str) -> None:
        self._take(self.active, way)

    def _take(self, panel: Panel, way: str) -> None:
        """The heat map is read to its end first."""
        if panel is self.heat:
            self.heat.when_complete(partial(self.output.take, panel, Way(way)))
        else:
            self.output.take(panel, Way(way))

    # -- words

    def _whole_name(self) -> str:
        return unit_text(self.session.tree[self._root]) if self._root else self.tr("All units")

    def _of_whom(self) -> str:
        return unit_text(self.session.tree[self._unit]) if self._unit else self._whole_name()

    def _heat_hint(self) -> str:
        text = self.tr("%, {period} · – not applicable · * provisional")
        return text.format(period=period_text(self.session.period))

    def _say_context(self) -> None:
        """Say for paper and workbooks what the figures are of, by which rule and of which day."""
        from models.store.actuals import has_illustrative

        session = self.session
        plan = session.plan
        period = f"{long_period_text(session.period)} ({window_text(session.window)})"
        self.output.above = [each for each in (plan.issuing_agency, plan.name, period, self._of_whom()) if each]
        near = self.tr("“Nearly met”: short by at most {percent}% of the target")
        lines = [near.format(percent=format_number(plan.near_threshold))]
        fewest = min(self._overall.now, key=lambda each: each.reported_units - each.expected_units, default=None)
        if fewest is not None:
            lines.append(
                self.tr("{coverage} units have reported, where fewest did").format(coverage=coverage_text(fewest))
            )
        if has_illustrative(session.db):
            lines.append(self.tr("illustrative figures"))
        lines.append(self.tr("asked on {day}").format(day=format_date(session.on)))
        self.output.below = lines


def _overall(asked: Question, _job: Job) -> Overall:
    return read_overall(asked)


def _overall_anew(asked: Question, base: Overall, codes: frozenset[str], _job: Job) -> Overall:
    return read_overall_anew(asked, base, codes)


def _detail(asked: Question, code: str, unit: str | None, base: Overall, _job: Job) -> Detail:
    return read_detail(asked, code, unit, base)


def _ranking(asked: Question, code: str, _job: Job) -> Ranking:
    return read_ranking(asked, code)
