"""Phân tích: gaps, course through the year, units by indicators, ranking; what is chosen in one is chosen in all."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.pages.analysis.asking import CellFigures, Overall, Question
from ui.pages.analysis.context import Context, lines_above, lines_below, read_context
from ui.pages.analysis.gaps.panel import GapPanel
from ui.pages.analysis.head import ALL, AnalysisHead, compared_period
from ui.pages.analysis.heat.panel import HeatPanel
from ui.pages.analysis.output import Output
from ui.pages.analysis.panel import Panel, Way
from ui.pages.analysis.ranking.panel import RankingPanel
from ui.pages.analysis.reading import Reading
from ui.pages.analysis.trend.panel import TrendPanel
from ui.session import Session
from ui.texts import period_text, unit_text
from ui.theme import theme
from ui.widgets.kept_splitter import KeptSplitter
from ui.widgets.page import Page

if TYPE_CHECKING:
    from models.store.changes import Changes

DETAIL_AFTER = 40  # milliseconds: who runs along with the arrow keys is not kept waiting by what they passed
TOP_UNITS, BOTTOM_UNITS = (596, 588), (712, 464)
ROWS_UNITS = (230, 313)
PANEL_VIEW, INDICATOR_VIEW = "analysis/panel", "analysis/indicator"


class AnalysisPage(Page):
    """The context bar says whose units are shown; a unit chosen here is looked at beside them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._context = Context()
        self._unit: str | None = None
        self._code = str(session.settings.view(INDICATOR_VIEW) or "")
        self._choice = ""
        self._overall = Overall([], {})  # of all that was read, what is shown
        self.reading = Reading(session, self)
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
        self.reading.overall_read.connect(self._overall_read)
        self.reading.detail_read.connect(self._detail_read)
        self.reading.ranking_read.connect(self._ranking_read)
        self.reading.cells_read.connect(self._cells_read)
        self.head.panel_chosen.connect(self._panel_chosen)
        self.head.indicator_chosen.connect(self._indicator_chosen)
        self.head.compared.connect(self._compared)
        self.head.asked.connect(self._way_asked)
        self.head.way_chosen.connect(self.session.set_units_today)
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
        is_new = changes is None or changes.plans or changes.targets or changes.units
        if is_new:
            self._context = read_context(self.session)
            self._unit = self._context.unit
        session, reading = self.session, self.reading
        if session.path is None:
            return
        then = compared_period(self._choice, session.period)
        today = session.on if session.context.units_today else None
        self.head.show_way(session.context.units_today, can_choose=self._context.has_events)
        place = (session.path, session.plan.code, session.period, session.on)
        asked = Question(*place, self._context.root, then, today)
        if not is_new and changes is not None and reading.is_about(asked) and reading.follows(changes):
            self._read_touched(changes)
        else:
            self._read_all(asked, is_new=is_new)

    def _read_all(self, asked: Question, *, is_new: bool) -> None:
        """Have everything read; what is shown stays until the new is there, and is greyed."""
        context, reading = self._context, self.reading
        if is_new or reading.answering is None or not reading.is_about(asked):
            reading.begin(asked, context.units)
        assert reading.answering is not None
        self.head.show_compared(self._choice, self.session.period)
        for panel in self.panels.values():
            panel.set_awaited(True)
        self.heat.begin(reading.answering, context, self._whole_name(), self._heat_hint())
        reading.ask()

    def _read_touched(self, changes: "Changes") -> None:
        is_awaited = self.reading.is_detail_awaited
        self.reading.ask_touched(changes.cells)
        if is_awaited:
            self._ask_detail()

    def _overall_read(self, is_new: bool) -> None:
        code = self._code
        self._overall = self._context.shown(self.reading.overall)
        codes = [each.indicator.code for each in self._overall.now]
        if self._code not in codes and codes:
            self._code = codes[0]
        self.heat.show_total(self._overall.now)
        if self._unit is None:
            self._show_gaps(self._overall)
        self._say_context()
        self._follow()
        if is_new or code != self._code:
            self._ask_detail()

    def _ask_detail(self) -> None:
        if self.session.is_open and self.reading.answering is not None:
            self.reading.ask_detail(self._code, self._unit)

    def _detail_read(self) -> None:
        found = self.reading.detail
        assert found is not None
        if found.unit is not None and found.unit == self._unit:
            self._show_gaps(self._context.shown(found.figures))
        self.trend.show_course(found.course, self._of_whom())
        self._follow()

    def _ranking_read(self) -> None:
        found = self.reading.ranking
        assert found is not None
        self.ranking.set_few_cases(self.session.settings["few_cases"])
        self.ranking.show_figures(found.now, found.then, self.session.tree, found.code, self._context.day)
        self._follow()

    def _cells_read(self, found: CellFigures) -> None:
        self.heat.put(found)

    def _show_gaps(self, figures: Overall) -> None:
        self.gaps.show_figures(figures.now, figures.then, self._of_whom())

    # -- choosing

    def reveal(self, indicator: str | None) -> None:
        if indicator is not None:
            self._choose(self._unit, indicator)

    def _choose(self, unit: str | None, code: str) -> None:
        if (unit, code) == (self._unit, self._code):
            return
        if unit is None and self._unit is not None:
            self._show_gaps(self._overall)
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ranking.set_few_cases(self.session.settings["few_cases"])  # may have been set on the way here

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
        self.output.take(panel, Way(way))

    # -- words

    def _whole_name(self) -> str:
        root = self._context.root
        return unit_text(self.session.tree[root]) if root else self.tr("All units")

    def _of_whom(self) -> str:
        return unit_text(self.session.tree[self._unit]) if self._unit else self._whole_name()

    def _heat_hint(self) -> str:
        text = self.tr("%, {period} · – not applicable · * provisional").format(period=period_text(self.session.period))
        if not self._context.has_others:
            return text
        return self.tr("{whole} with the units of before · {rest}").format(whole=self._whole_name(), rest=text)

    def _say_context(self) -> None:
        """Say for paper and workbooks what the figures are of, by which rule and of which day."""
        self.output.above = lines_above(self.session, self._of_whom())
        self.output.below = lines_below(self.session, self._overall.now)
