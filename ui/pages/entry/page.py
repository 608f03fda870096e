"""Nhập số liệu: one unit's submission of one quarter, typed as in a spreadsheet and kept cell by cell."""

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.period import Period
from models.plan import Indicator
from models.store.changes import Changes
from models.store.check_form import FormChecks, form_checks
from models.submission import Submission
from ui.context import PeriodForm, View
from ui.pages.entry.checking.form_check import FormCheck
from ui.pages.entry.checking.issue_list import IssueList
from ui.pages.entry.chips import Chips
from ui.pages.entry.form import QUARTER_COLUMNS, Column, Filter, Form, Row
from ui.pages.entry.head import Head, StateBand
from ui.pages.entry.keeping import Keeping
from ui.pages.entry.loading import Kept, read_figures, read_findings, read_form
from ui.pages.entry.nothing_asked import NothingAsked
from ui.pages.entry.paper.form_files import FormFiles
from ui.pages.entry.paper.printing import FormPrinting
from ui.pages.entry.side.panel import SidePanel
from ui.pages.entry.side.panel_actions import PanelActions
from ui.pages.entry.submission.sending import Sending
from ui.pages.entry.submission.standings import Standings
from ui.pages.entry.submission.unit_list import UnitList
from ui.pages.entry.table.block_actions import BlockActions
from ui.pages.entry.table.grid import EntryGrid
from ui.pages.entry.table.legend import Legend
from ui.pages.entry.table.table_model import EntryModel
from ui.session import Session
from ui.theme import theme
from ui.widgets.kept_splitter import KeptSplitter
from ui.widgets.page import Page

DRAWER_UNITS, WIDE_UNITS, LAST_YEAR_UNITS = 1280, 1600, 1680  # beside the units there is no room for last year
GRID_UNITS, ISSUES_UNITS = 330, 170


class EntryPage(Page):
    """Grid, filters and side panel of one submission."""

    view = View(period=PeriodForm.QUARTER, needs_unit=True)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.model = EntryModel(self)
        self.keeping = Keeping(self)
        self.model.writer = self.keeping.write
        self.grid = EntryGrid(self.model)
        self.panel = SidePanel()
        self.issues = IssueList()
        self.head, self.band, self.chips = Head(), StateBand(), Chips(session.undo)
        self.units = UnitList()
        self.standings = Standings(session, self.units)
        self.sending = Sending(self)
        self.first = self.grid
        self._kept: Kept | None = None
        self._filter = Filter.ALL
        self._is_drawer = False
        self._build()
        self._connect()

    def _build(self) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(8))
        column.setSpacing(look.px(10))
        for part in (self.head, self.band, self.chips):
            column.addWidget(part)
        self._body = QHBoxLayout()
        self._body.setSpacing(look.px(12))
        self._body.addWidget(self.units)
        self.units.hide()
        self._body.addWidget(self._build_table(), 1)
        self._body.addWidget(self.panel)
        self._stack = QStackedWidget()
        filled = QWidget()
        filled.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(filled)
        self.empty = NothingAsked()
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes as one reads: head, filters, units, grid, what the check lists, side panel."""
        order: list[QWidget] = [
            *self.head.in_order(),
            self.band.sent,
            *self.chips.in_order(),
            *self.units.in_order(),
            self.grid,
            self.issues.view,
            self.issues.close_button,
            *self.panel.in_order(),
        ]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _build_table(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(5))
        frame = QFrame()
        frame.setProperty("role", "panel")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.grid)
        self.grid.setAccessibleName(self.tr("Submission of the unit"))
        split = KeptSplitter(self.session.settings, "entry-check", Qt.Orientation.Vertical)
        split.addWidget(frame)
        split.addWidget(self.issues)
        split.begin_with(theme().px(GRID_UNITS), theme().px(ISSUES_UNITS))
        column.addWidget(split, 1)
        column.addWidget(Legend())
        return holder

    def _connect(self) -> None:
        self.head.stepped.connect(self._unit_stepped)
        self.chips.chosen.connect(self._filter_chosen)
        self.empty.button.clicked.connect(self._plan_clicked)
        self.panel_actions = PanelActions(self)
        self.form_check = FormCheck(self)
        self.grid.cell_changed.connect(self.panel_actions.show_cell)
        self.grid.note_asked.connect(self._note_asked)
        self.grid.leave_asked.connect(self._grid_left)
        self.blocks = BlockActions(self.grid)
        self.units.chosen.connect(self._unit_chosen)
        self.session.changed.connect(self._forget)
        self.session.file_changed.connect(self._file_changed)
        self.chips.paste_asked.connect(self._paste_clicked)
        self.chips.import_asked.connect(self._import_clicked)
        self.forms = FormFiles(self.session, self, self.may_leave)
        self.printing = FormPrinting(self.session, self, self.may_leave)
        self.chips.set_menus(self.forms.menu(), self.printing.menu())
        for keys, slot in (
            ("F4", self._panel_toggled),
            ("F6", self._pane_switched),
            ("Ctrl+P", self.printing.print_form),
            ("Ctrl+E", self.forms.export_this),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # showing

    @property
    def form(self) -> Form | None:
        """What is shown; None while there is nothing to enter."""
        return self.model.form

    def refresh(self, changes: Changes | None) -> None:
        self.grid.finish_editing()  # the context may be another under an open editor: its text is of the old form
        self._forget(changes or Changes())
        if changes is not None and not (_concerns(changes) or self._kept is None):
            return
        self.keeping.forget()
        form = self.read()
        same = form is not None and self.form is not None and _subject(form) == _subject(self.form)
        if not same:
            self._filter = Filter.ALL
            self.chips.show_chosen(Filter.ALL)
        place = self.grid.currentIndex().row(), self.grid.currentIndex().column()
        before = self.form.quarter if self.form else None
        self._show(form)
        with QSignalBlocker(self.grid):  # the panel follows once, below
            if form is not None and form.quarter != before and place[1] in QUARTER_COLUMNS:
                self._restore_place((place[0], self.model.entered_column))
            elif form is not None and not self.grid.currentIndex().isValid():
                self._restore_place(place)
        self._show_surroundings()
        self.standings.refresh(is_stale=changes is not None)

    def _forget(self, changes: Changes) -> None:
        """Let what forms have in common be read anew, once it has changed."""
        if changes.plans or changes.targets or changes.units or changes.checks:
            self._kept = None

    def checks_of(self, form: Form, quarter: Period) -> FormChecks:
        """Read what the checks say of the unit in another quarter than the form's."""
        return form_checks(self.session.db, form.plan, form.unit.code, quarter, self._common().scope)

    def read_findings(self) -> None:
        """Read what the checks say of the form as it is now."""
        if self.form is not None:
            read_findings(self.session.db, self.form, self._common())

    def _common(self) -> Kept:
        if self._kept is None or self._kept.asked.plan != self.session.plan:
            self._kept = Kept(self.session.db, self.session.plan)
        return self._kept

    def read(self) -> Form | None:
        """Read the form that the context names; None where the plan asks nothing of the unit."""
        session = self.session
        code = session.unit
        if code is None:
            return None
        unit = session.tree[code]
        form = read_form(session.db, self._common(), unit, session.period, session.tree, session.windows, session.on)
        return form if form.indicators else None

    def _show(self, form: Form | None) -> None:
        self.model.show_form(form, self._filter)
        self._stack.setCurrentIndex(0 if form else 1)
        self.chips.setVisible(form is not None)
        if form is None:
            unit = self.session.unit
            self.empty.show_name(self.session.tree[unit].name if unit else self.session.plan.name)
        self._show_place()

    def _restore_place(self, place: tuple[int, int]) -> None:
        row, column = place
        if 0 <= row < len(self.model.rows) and self.model.flags(self.model.index(row, column)):
            self.grid.go_to(row, column)
        else:
            self.grid.go_to_first()

    def _show_place(self) -> None:
        session, units = self.session, self.session.entering_units()
        code = session.unit
        if code is None:
            self.band.hide()
            return
        sent = self.form.submission if self.form and self.form.submission else Submission(code, session.period)
        self.head.show_submission(session.tree[code], session.period.number, session.window, session.on, sent)
        self.head.show_asked(self.form is not None)
        self.band.show_submission(sent)
        self.head.show_place(units.index(code) + 1 if code in units else 0, len(units))

    def _show_surroundings(self) -> None:
        """Show what follows from the figures: counts, panel."""
        self.show_counts()
        if self.form is not None:
            self.panel_actions.show_cell()

    def show_counts(self) -> None:
        """Show how much is empty, odd, or to be explained."""
        if self.form is not None:
            self.chips.show_counts(self.form.counts())
        self.form_check.show()

    def cell(self, index: QModelIndex | None = None) -> tuple[Row, Indicator, Period] | None:
        """Return a line, its indicator, and the period that its column stands for; of the current cell where none is
        named, None where that is no indicator's."""
        index, form = self.grid.currentIndex() if index is None else index, self.form
        if form is None or not index.isValid():
            return None
        row = self.model.rows[index.row()]
        if row.indicator is None:
            return None
        in_quarter = index.column() in QUARTER_COLUMNS
        quarter = form.year.quarters[index.column() - 1] if in_quarter else form.quarter
        is_year = index.column() == Column.CUMULATIVE and not row.indicator.kind.rolls_up
        return row, row.indicator, form.year if is_year else quarter

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes here may type at once: the stack gives the keyboard to whom the page says, else to a button."""
        super().showEvent(event)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, indicator: str | None) -> None:
        if indicator is None:
            return
        row = self.model.row_of(indicator)
        if row < 0 and self.form is not None:
            self.show_filter(Filter.ALL)
            row = self.model.row_of(indicator)
        if row >= 0:
            self.grid.go_to(row, self.model.entered_column)
        self.grid.setFocus()

    def may_leave(self) -> bool:
        kept = self.panel.finish_editing()
        kept = self.grid.finish_editing() and kept
        self.keeping.settle()
        return kept

    # what the person did

    def show_followed(self) -> None:
        """Show what follows from actuals that were kept: figures, what the checks say, counts, panel."""
        form = self.form
        if form is None:
            return
        read_figures(self._common(), form, self.session.on)
        self.read_findings()
        self.model.values_changed()
        self._show_surroundings()
        self.standings.show_filled(form)

    def _paste_clicked(self) -> None:
        self.grid.setFocus()
        if self.grid.finish_editing():
            self.blocks.paste()

    def _import_clicked(self) -> None:
        if self.may_leave():
            self.grid.setFocus()
            self.session.import_wanted.emit([])

    def _unit_stepped(self, step: int) -> None:
        if self.may_leave():
            self.session.step_unit(step)

    def _unit_chosen(self, unit: str) -> None:
        if self.may_leave():
            self.session.set_unit(unit)
            self.grid.setFocus()

    def _filter_chosen(self, wanted: Filter) -> None:
        if self.grid.finish_editing():
            self._filter = wanted
            self.model.show_form(self.form, wanted)
            self.grid.go_to_first()

    def show_filter(self, wanted: Filter) -> None:
        """Filter as if the chip had been pressed."""
        self._filter_chosen(wanted)
        self.chips.show_chosen(self._filter)

    def _file_changed(self) -> None:
        self._kept = None
        self.keeping.forget()

    def _plan_clicked(self) -> None:
        self.session.navigate("plans")

    def _note_asked(self) -> None:
        self.show_panel(True)
        self.panel.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _grid_left(self) -> None:
        self.show_panel(True)
        self.panel.take_focus()

    def _pane_switched(self) -> None:
        if self.panel.isAncestorOf(self.focusWidget()):
            self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._grid_left()

    def _panel_toggled(self) -> None:
        self.show_panel(not self.panel.isVisible())
        if not self.panel.isVisible():
            self.grid.setFocus()

    # width

    def show_panel(self, shown: bool) -> None:
        """Open or close the side panel; in a narrow window it is a drawer over the grid."""
        self.panel.setVisible(shown)
        self._place_drawer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.window().width()
        is_drawer = width < theme().px(DRAWER_UNITS)
        is_wide = width >= theme().px(WIDE_UNITS)
        self.grid.show_last_year(width >= theme().px(LAST_YEAR_UNITS))
        if is_wide == self.units.isHidden():
            self.units.setVisible(is_wide)
            self.standings.refresh(is_stale=False)
        if is_drawer != self._is_drawer:
            self._is_drawer = is_drawer
            if is_drawer:
                self._body.removeWidget(self.panel)
            else:
                self._body.addWidget(self.panel)
            self.panel.setVisible(not is_drawer)
        self._place_drawer()

    def _place_drawer(self) -> None:
        holder = self.panel.parentWidget()
        if self._is_drawer and holder is not None:
            self.panel.setGeometry(holder.width() - self.panel.width(), 0, self.panel.width(), holder.height())
            self.panel.raise_()


def _subject(form: Form) -> tuple[object, ...]:
    return form.plan.code, form.unit.code, form.quarter


def _concerns(changes: Changes) -> bool:
    return changes.actuals or changes.explanations or changes.submissions or changes.evidence or changes.checks
