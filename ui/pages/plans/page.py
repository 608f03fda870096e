"""Page Kế hoạch: what the plan asks for, of whom, on which grounds, by when."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from models.period import Period
from models.plan import Assignment, Indicator, Plan
from models.plan_comparison import HEAD_FIELDS, differences
from models.plan_content import PlanContent
from models.store.changes import Changes
from models.store.check_limits import limits_in_force
from models.store.check_targets import plan_target_findings
from models.store.days_off import days_off
from models.store.groups import groups
from models.store.indicators import assignments, indicators
from models.store.plan_content import plan_content
from models.store.plan_corrections import corrections
from models.store.plan_texts import target_sources
from models.store.plans import (
    grades,
    legal_bases,
    plan,
    save_plan,
    window_settings,
    windows,
)
from models.store.rules import rules
from models.store.tasks import tasks
from ui.context import PeriodForm, View
from ui.pages.plans import writes
from ui.pages.plans.assignment_table import Given
from ui.pages.plans.assignments_tab import AssignmentsTab
from ui.pages.plans.creating import Creating
from ui.pages.plans.drafting.actions import DraftingActions
from ui.pages.plans.indicator_edits import IndicatorEdits
from ui.pages.plans.indicators_tab import IndicatorsTab
from ui.pages.plans.list_edits import ListEdits
from ui.pages.plans.new_plan import Way, Wish
from ui.pages.plans.output import PlanOutput
from ui.pages.plans.periods_tab import PeriodsTab
from ui.pages.plans.plan_tab import PlanTab
from ui.pages.plans.printing import TablePrinting
from ui.pages.plans.record_tabs import BasesTable, TasksTable, window_rows
from ui.pages.plans.rules_tab import RulesTab
from ui.pages.plans.versions.actions import PlanActions
from ui.pages.plans.versions.correcting import Correcting
from ui.pages.plans.versions.head import PlanHead
from ui.pages.plans.versions.tab import VersionsTab
from ui.session import Session
from ui.texts import unit_text
from ui.theme import theme
from ui.widgets.page import Page


class PlansPage(Page):
    """Shows and edits one plan; each change is one transaction and one step of undo."""

    view = View(period=PeriodForm.YEAR, follows_version=False)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._period: Period | None = None
        self._indicators: list[Indicator] = []
        self._given: list[Assignment] = []
        self.drafting = DraftingActions(self)
        self.head, self.correcting = PlanHead(), Correcting(self)
        self.output, self.creating = PlanOutput(session, self), Creating(session, self)
        self._build()
        self.actions_of_plan, self.list_edits = PlanActions(self), ListEdits(self)
        self.indicator_edits = IndicatorEdits(self)
        self.printing = TablePrinting(self)
        self._connect()

    # -- building

    def _build(self) -> None:
        self.head.add_button(self.drafting.folding.button)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of the plan"))
        self.indicators_tab, self.assignments_tab = IndicatorsTab(self.session.settings), AssignmentsTab()
        self.bases, self.tasks, self.periods_tab = BasesTable(), TasksTable(), PeriodsTab()
        self.rules_tab, self.versions_tab, self.plan_tab = RulesTab(), VersionsTab(), PlanTab()
        for tab, words in self._tab_words():
            self.tabs.addTab(tab, words)
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.correcting.bar)
        inside.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        margins = theme().px(14), theme().px(12), theme().px(14), theme().px(12)
        layout.setContentsMargins(*margins)
        layout.setSpacing(theme().px(8))
        layout.addWidget(self.head)
        layout.addWidget(self.drafting.folding.beside(panel, self.tabs, self.indicators_tab), 1)
        self.first = self.indicators_tab.view

    def _tab_words(self) -> list[tuple[QWidget, str]]:
        return [
            (self.indicators_tab, self.tr("Indicators")),
            (self.assignments_tab, self.tr("By unit")),
            (self.bases, self.tr("Legal bases")),
            (self.tasks, self.tr("Tasks")),
            (self.periods_tab, self.tr("Reporting periods")),
            (self.rules_tab, self.tr("Check rules")),
            (self.versions_tab, self.tr("Versions")),
            (self.plan_tab, self.tr("About the plan")),
        ]

    def _connect(self) -> None:
        self.head.new_wanted.connect(self._new_plan_clicked)
        self.creating.made.connect(self._plan_made)
        self.correcting.given_up.connect(self._given_up)
        self.drafting.chosen.connect(self.indicators_tab.select)
        self.drafting.drafted.connect(self.indicators_tab.show_drafts)
        self.indicators_tab.chosen.connect(self.drafting.panel.table.choose_code)
        self.drafting.folding.changed.connect(self.indicators_tab.set_beside)
        self.assignments_tab.typed.connect(self._target_typed)
        self.assignments_tab.block_typed.connect(self._block_typed)
        self.assignments_tab.toggled.connect(self._unit_toggled)
        self.assignments_tab.period_chosen.connect(self._period_chosen)
        self.plan_tab.plan_edited.connect(self._plan_edited)
        self.plan_tab.reports_wanted.connect(self._reports_wanted)

    # -- showing

    def refresh(self, changes: Changes | None) -> None:
        """Read the plan and show it; cursors stay where they are."""
        if changes is not None and not (changes.plans or changes.targets or changes.units):
            return
        plan, db = self.session.plan, self.session.db
        if self._period is None or self._period.year != plan.year:
            self._period = Period(plan.year)
        self._indicators, self._given = indicators(db, plan.code), assignments(db, plan.code)
        self._show_head(plan)
        names = tuple(each.name for each in grades(db, plan.code))
        self.indicators_tab.show_groups(groups(db, plan.code))
        self.indicators_tab.show_sources(target_sources(db, plan.code))
        self.indicators_tab.show_higher(indicators(db, plan.reference) if plan.reference else [])
        self.indicators_tab.show_indicators(plan.code, plan.year, self._indicators, names)
        self._show_given(plan, names)
        self.bases.plan = self.tasks.plan = plan.code
        self.bases.show_rows(legal_bases(db, plan.code))
        self.tasks.on = self.session.on
        self.tasks.show_rows(tasks(db, plan.code))
        calendar = windows(db, plan.code).calendar
        self.periods_tab.windows.show_rows(window_rows(plan, window_settings(db, plan.code), calendar))
        self.periods_tab.show_days_off(plan, days_off(db, plan.unit))
        self.rules_tab.show_rules(plan.code, self._indicators, rules(db, plan.code))
        self.rules_tab.show_limits(limits_in_force(db, plan.code))
        self.plan_tab.show_plan(plan, self.session.plans, list(self.session.tree.units.values()))
        self.plan_tab.show_grades(plan.code, grades(db, plan.code))
        self.versions_tab.show_versions(plan, self.session.plans, corrections(db, plan.code))
        self._show_counts()
        self.drafting.refresh()

    def reveal(self, indicator: str | None) -> None:
        """Put the cursor on an indicator."""
        if indicator is not None:
            self.tabs.setCurrentWidget(self.indicators_tab)
            self.indicators_tab.select(indicator)

    def may_leave(self) -> bool:
        """Commit what is being typed."""
        return self.indicators_tab.form.commit() and self.plan_tab.commit()

    def _show_head(self, plan: Plan) -> None:
        tree = self.session.tree
        office = unit_text(tree[plan.unit]) if plan.unit in tree else ""
        self.head.show_plan(plan, self.session.plans, office, legal_bases(self.session.db, plan.code))
        self.correcting.show_plan(plan.code)

    def _show_given(self, plan: Plan, names: tuple[str, ...]) -> None:
        tree, period = self.session.tree, self._period or Period(plan.year)
        day = self.session.windows.of(period).last
        valid = [code for code in tree.walk(plan.unit, day) if tree[code].is_valid_on(day)]
        asked = {each.unit for each in self._given if each.unit}
        units = tuple(code for code in valid if not tree.children(code, day) or code in asked)
        indicators_shown, given = tuple(self._indicators), tuple(self._given)
        self.assignments_tab.show_given(Given(plan, indicators_shown, given, tree, units, period, names))
        self.assignments_tab.show_warnings([each.message for each in plan_target_findings(self.session.db, plan)])

    def tab_title(self, place: int) -> str:
        """Return the words of a tab without its count."""
        return self._tab_words()[place][1]

    def _show_counts(self) -> None:
        tables = (self.bases, self.tasks, self.rules_tab.rules)
        bases, work, checks = (len(each.model.rows) for each in tables)
        counts = (len(self._indicators), None, bases, work, None, checks, None, None)
        for place, ((_, words), count) in enumerate(zip(self._tab_words(), counts, strict=True)):
            self.tabs.setTabText(place, words if count is None else f"{words} {count}")

    # -- writing

    def write(
        self,
        work: Callable[[], Changes],
        undo: Callable[[], Changes],
        text: str,
        refused: Callable[[str], None] | None = None,
    ) -> bool:
        """Make a change one step of undo and show it; False where it was refused."""
        changes = self.session.write(work, undo=undo, text=text, source=self, refused=refused)
        if changes is not None:
            self.refresh(changes)
        return changes is not None

    def change_plan(
        self,
        make: Callable[[str], writes.Write],
        text: str,
        refused: Callable[[str], None] | None = None,
        done: Callable[[], None] | None = None,
        *,
        after: Callable[[PlanContent], PlanContent] | None = None,
        can_be_replaced: bool = True,
    ) -> None:
        """Make a change in the plan shown; of an issued one after it is said how. make: of a plan's code.

        after: the plan as it would then be, where that may be no other plan than before, so that nothing is asked.
        can_be_replaced: the change can also be made in a new version."""

        def change(plan: str, reason: str) -> None:
            step = make(plan)
            if reason:
                step = writes.corrected(self.session.db, plan, reason, step, self.session.author, self.session.undoer)
            if self.write(step.work, step.undo, text, refused) and done is not None:
                done()

        plan = self.session.plan
        if plan.issued_on is not None and after is not None:
            had = plan_content(self.session.db, plan.code)
            if not differences(had, after(had)):
                change(plan.code, "")
                return
        can_be_replaced = can_be_replaced and self.actions_of_plan.can_be_replaced()
        self.correcting.pass_on(plan, change, can_be_replaced=can_be_replaced)

    def _given_up(self) -> None:
        self.refresh(None)

    def _target_typed(self, indicator: Indicator, unit: str | None, target: Any) -> None:
        db, period = self.session.db, self._period or Period(self.session.plan.year)

        def make(plan: str) -> writes.Write:
            new = Assignment(plan, indicator.code, unit, period, target)
            return writes.give_target(db, assignments(db, plan), new, self.session.author, self.session.undoer)

        text = self.tr("Target of {code}").format(code=indicator.code)
        self.change_plan(make, text, self.assignments_tab.refuse)

    def _block_typed(self, cells: list[writes.Cell]) -> None:
        place = self._period or Period(self.session.plan.year)

        def make(plan: str) -> writes.Write:
            return writes.give_targets(self.session.db, (plan, place), cells, self.session.author, self.session.undoer)

        self.change_plan(make, self.tr("Targets of a block of cells"), self.assignments_tab.refuse)

    def _unit_toggled(self, indicator: Indicator, unit: str) -> None:
        if writes.is_last_unit(self._given, indicator.code, unit):
            self.assignments_tab.refuse(
                self.tr("{code} is given to this unit only; give it to another one first.").format(code=indicator.code)
            )
            return
        db = self.session.db

        def make(plan: str) -> writes.Write:
            place = replace(indicator, plan=plan), unit
            return writes.toggle_unit(db, assignments(db, plan), place, self.session.author, self.session.undoer)

        self.change_plan(make, self.tr("Who is asked for {code}").format(code=indicator.code))

    def _period_chosen(self, period: Period) -> None:
        self._period = period
        plan = self.session.plan
        self._show_given(plan, tuple(each.name for each in grades(self.session.db, plan.code)))

    def _plan_edited(self, old: Plan, new: Plan, key: str) -> None:
        db, author, undoer = self.session.db, self.session.author, self.session.undoer

        def refused(message: str) -> None:
            self.plan_tab.plan_form.refuse(key, message)

        def shown(code: str, year: int, changes: Changes) -> Changes:
            self.session.turn_to(code, year)
            return changes

        def make(code: str) -> writes.Write:
            had = old if code == old.code else plan(db, code)
            has = replace(had, **{key: getattr(new, key)})
            return writes.Write(
                lambda: shown(has.code, has.year, save_plan(db, has, author, had.code)),
                lambda: shown(had.code, had.year, save_plan(db, had, undoer, has.code)),
            )

        self.change_plan(
            make,
            self.tr("About the plan"),
            refused,
            after=lambda had: replace(had, plan=replace(new, code=old.code)),
            can_be_replaced=key in HEAD_FIELDS,
        )

    def _reports_wanted(self) -> None:
        self.session.navigate("reports")

    def _new_plan_clicked(self) -> None:
        if self.may_leave():
            self.creating.ask()

    def _plan_made(self, wish: Wish) -> None:
        self.tabs.setCurrentWidget(self.indicators_tab)
        if wish.has_text:
            self.open_part("text")

    def open_part(self, part: str) -> None:
        """Open the panel in which a plan is drafted (text), the tasks (tasks), or ask for the next plan (copy)."""
        if part == "text":
            self.drafting.folding.open()
            self.drafting.panel.file_button.setFocus()
        elif part == "tasks":
            self.tabs.setCurrentWidget(self.tasks)
            self.tasks.view.setFocus()
        elif part == "copy":
            self.creating.ask(Way.COPY)
