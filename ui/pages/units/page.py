"""Page Đơn vị: who stands above whom on a day, and what became of whom through the years."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QVBoxLayout

from models.plan import Indicator
from models.store.changes import Changes
from models.store.history import Subject, history
from models.store.reorganisations import is_locked
from models.store.unit_events import events
from models.succession import all_events
from models.unit import EventKind, Unit, UnitEvent
from ui.context import View
from ui.messages import Mood
from ui.pages.units.carried import Asked, Carried, parts, read_carried, written
from ui.pages.units.empty import NoUnits
from ui.pages.units.event_panel import Facts
from ui.pages.units.head import UnitsHead
from ui.pages.units.panels import SidePanel, TimePanel, TreePanel
from ui.pages.units.small_dialogs import TwoFields, end_dialog, event_dialog, mended, rename_dialog
from ui.pages.units.tree_model import CODE_ROLE, UnitTreeModel
from ui.pages.units.writes import UnitWrites
from ui.session import Session
from ui.tasks import Job
from ui.texts import period_text
from ui.theme import theme
from ui.widgets.fields import Complaint
from ui.widgets.kept_splitter import KeptSplitter
from ui.widgets.page import Page

CARRIED_AFTER = 120  # milliseconds on an event until its figures are read: not at each key of the filter
PARTS_UNITS = (290, 572, 304)


class UnitsPage(Page):
    """Tree, time line and side panel; each change is one transaction and one step of undo."""

    view = View(needs_plan=False)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._day: date | None = None
        self._code = ""
        self._events: list[UnitEvent] = []
        self._told: list[UnitEvent] = []
        self._known: frozenset[UnitEvent] = frozenset()
        self._indicators: list[Indicator] = []
        self._indicator = ""
        self._job: Job | None = None
        self._asked: Asked | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(CARRIED_AFTER)
        self._later.timeout.connect(self._ask_carried)
        self.dialog: QDialog | None = None
        self.writes = UnitWrites(session, self)
        self._build()
        self._connect()

    # -- building

    def _build(self) -> None:
        look = theme()
        self.head, self.message = UnitsHead(), Complaint()
        self.model = UnitTreeModel()
        self.tree_panel, self.time_panel, self.side = TreePanel(self.model), TimePanel(), SidePanel()
        self.splitter = KeptSplitter(self.session.settings, "units/parts")
        for part in (self.tree_panel, self.time_panel, self.side):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.begin_with(*map(look.px, PARTS_UNITS))
        self.empty = NoUnits()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(12))
        column.setSpacing(look.px(8))
        column.addWidget(self.head)
        column.addWidget(self.message)
        column.addWidget(self.stack, 1)
        self.tree, self.search, self.day = self.tree_panel.tree, self.tree_panel.search, self.head.day
        self.card, self.past, self.events = self.side.card, self.side.past, self.time_panel.table
        self.first = self.tree

    def _connect(self) -> None:
        self.tree.selectionModel().currentChanged.connect(self._current_changed)
        self.search.textChanged.connect(self._searched)
        self.head.day_chosen.connect(self._day_chosen)
        self.head.way_chosen.connect(self.session.set_units_today)
        self.head.add_button.clicked.connect(self._add_clicked)
        self.head.reorganise_button.clicked.connect(self._reorganise_clicked)
        self.head.print_button.clicked.connect(self.print_page)
        self.time_panel.view.event_chosen.connect(self._event_chosen)
        self.time_panel.view.unit_chosen.connect(self.select)
        self.events.edited.connect(self._events_edited)
        side = self.side
        side.card.edited.connect(self._edited)
        side.remove_button.clicked.connect(self._remove_clicked)
        side.rename_button.clicked.connect(self._rename_clicked)
        side.end_button.clicked.connect(self._end_clicked)
        side.event_panel.edit_wanted.connect(self._mend_clicked)
        side.event_panel.take_back_wanted.connect(self._take_back_clicked)
        side.event_panel.indicator_chosen.connect(self._indicator_chosen)
        self.empty.made.connect(self._list_made)
        self.empty.import_wanted.connect(partial(self.session.import_wanted.emit, []))
        self.empty.one_wanted.connect(self._add_clicked)
        for keys, work in (("Ctrl+P", self.print_page), ("F4", self._side_toggled)):
            key = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(work)

    # -- showing

    @property
    def day_shown(self) -> date:
        """The day of the tree: the one chosen, else the day asked."""
        return self._day or self.session.on

    def refresh(self, changes: Changes | None) -> None:
        """Read the units and show them; the cursor stays on its unit."""
        if changes is not None and not (changes.units or changes.plans or changes.targets):
            if changes.actuals or changes.reports:
                self._show_event(self.time_panel.view.chosen)
            return
        self.message.say("")
        tree, kept = self.session.tree, self._code
        if kept not in tree:
            kept = next(iter(tree.roots(self.day_shown)), "")
        self._code = ""
        self._told = events(self.session.db)
        self._known = frozenset(self._told)
        self._events = all_events(tree.units.values(), self._told)
        self._read_indicators()
        self.stack.setCurrentWidget(self.splitter if tree.units else self.empty)
        self.head.reorganise_button.setEnabled(bool(tree.units))
        self.head.show_way(self.session.context.units_today)
        self.side.event_panel.name_units(tree)
        self.card.offer_units(tree)
        self.time_panel.show_units(tree, self._events, self.day_shown)
        self._show_tree()
        self.events.known = tuple(tree.units)
        self.events.show_rows(self._told)
        self.select(kept)
        self._show_event(self.time_panel.view.chosen)

    def _read_indicators(self) -> None:
        from models.store.indicators import indicators

        session = self.session
        its = indicators(session.db, session.plan.code) if session.has_plan else []
        self._indicators = [each for each in its if each.kind.rolls_up]
        codes = [each.code for each in self._indicators]
        if self._indicator not in codes:
            self._indicator = codes[0] if codes else ""
        self.side.event_panel.show_indicators(self._indicators, self._indicator)

    def _show_tree(self) -> None:
        tree, day = self.session.tree, self.day_shown
        self.head.show_day(day)
        self.model.show_units(tree, day, self._events)
        valid = sum(unit.is_valid_on(day) for unit in tree.units.values())
        self.tree_panel.count.setText(self.tr("%n unit(s)", None, valid))
        self.tree.lay_out()

    def select(self, code: str) -> None:
        """Put the cursor on a unit."""
        self._show_card(code if self.tree.show_unit(code) else "")

    def may_leave(self) -> bool:
        """Commit what is being typed."""
        return self.card.form.commit()

    def _show_card(self, code: str) -> None:
        self._code = code
        tree = self.session.tree
        unit = tree.units.get(code)
        self.side.show_unit(unit)
        self.past.show_entries(list(history(self.session.db, Subject.UNIT, unit=code)) if unit else [])

    def _current_changed(self, index: QModelIndex) -> None:
        code = index.data(CODE_ROLE)
        if code and code != self._code:
            self._show_card(code)
            chosen = self.time_panel.view.chosen
            mine = [place for place, each in enumerate(self._events) if code in each.after or code in each.before]
            if mine and chosen not in mine:
                self.time_panel.view.choose(mine[-1])
                self._show_event(mine[-1])

    def _searched(self, text: str) -> None:
        self.model.show_matching(text)
        self.time_panel.view.show_matching(text)
        self.tree.lay_out()
        wanted = self.model.first_match if text.strip() else self._code
        if wanted:
            self.select(wanted)

    def _day_chosen(self, day: date | None) -> None:
        self._day = day
        self.refresh(None)

    def _side_toggled(self) -> None:
        self.side.setVisible(not self.side.isVisible())

    # -- the event

    def _event_chosen(self, place: int) -> None:
        self.side.show_events()
        self._show_event(place)

    def _show_event(self, place: int | None) -> None:
        """Show an event; its figures are read in the worker."""
        self._later.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.time_panel.view.show_numbers({})
        if place is None or place >= len(self._events):
            self.side.event_panel.show_event(None)
            return
        event, tree = self._events[place], self.session.tree
        is_implied = event not in self._known
        facts = Facts(tree, event, is_implied, not is_implied and is_locked(self.session.db, event))
        self.side.event_panel.show_event(facts)
        self.time_panel.say_event(facts)
        session = self.session
        if session.path is None or not self._indicator or event.kind is EventKind.MOVE:
            return
        asked = Asked(session.path, session.plan, session.period, session.on, self._indicator, event)
        self.side.event_panel.show_carried(None, is_awaited=True)
        self._asked = asked
        self._later.start()

    def _ask_carried(self) -> None:
        if self._asked is not None and self.session.is_open:
            self._job = self.session.runner.start(partial(_read, self._asked), done=self._carried)

    def _carried(self, found: Carried) -> None:
        self._job = None
        indicator = next((each for each in self._indicators if each.code == found.asked.code), None)
        self.side.event_panel.show_carried(found, indicator)
        numbers = {each.unit or "": written(parts(each)) for each in found.before}
        later = found.after if self.session.context.units_today else found.reported
        numbers |= {each.unit or "": written(parts(each)) for each in later}
        self.time_panel.view.show_numbers(numbers)
        words = self.tr("figures in the bars: {indicator}, {period}")
        self.time_panel.say_numbers(words.format(indicator=found.asked.code, period=period_text(found.asked.period)))

    def _indicator_chosen(self, code: str) -> None:
        self._indicator = code
        self._show_event(self.time_panel.view.chosen)

    # -- writing

    def _wrote(self, changes: Changes | None) -> bool:
        if changes is not None:
            self.refresh(changes)
        return changes is not None

    def _edited(self, old: Unit, new: Unit) -> None:
        key = next(each for each in self.card.form.fields if getattr(old, each) != getattr(new, each))
        changes = self.writes.change(old, new, partial(self.card.form.refuse, key))
        if changes is not None:
            self._code = new.code
            self._wrote(changes)

    def _add_clicked(self) -> None:
        tree = self.session.tree
        code = next(code for n in range(1, len(tree.units) + 2) if (code := self.tr("NEW{n}").format(n=n)) not in tree)
        beside = tree.units.get(self._code)
        above = tree.superior(beside.code, self.day_shown) if beside else None
        kind = beside.kind if beside and above else ""
        changes = self.writes.add(Unit(code, self.tr("New unit"), kind, above or (beside.code if beside else None)))
        if changes is not None:
            self._code = code
            self._wrote(changes)
            self.side.show_unit_tab()
            self.card.form.fields["code"].setFocus(Qt.FocusReason.TabFocusReason)

    def _remove_clicked(self) -> None:
        old = self.session.tree[self._code]
        above = self.session.tree.superior(self._code, self.day_shown)
        changes = self.writes.remove(old, self.message.say)
        if changes is not None:
            self._code = above or ""
            self._wrote(changes)

    def _events_edited(self, new: list[Any]) -> None:
        self._wrote(self.writes.save_events(new, self.events.refuse))

    def _list_made(self, text: str) -> None:
        self._wrote(self.writes.make_list(text, self.empty.complaint.say))

    def _reorganise_clicked(self) -> None:
        from ui.pages.units.reorganise.dialog import ReorganiseDialog

        indicator = next((each for each in self._indicators if each.code == self._indicator), None)
        dialog = ReorganiseDialog(self.session, self.day_shown, indicator, self)
        self.dialog = dialog
        dialog.accepted.connect(partial(self._reorganised, dialog))
        dialog.open()

    def _reorganised(self, dialog: Any) -> None:
        found = dialog.effect
        if found is None or not self._wrote(self.writes.reorganise(found)):
            return
        place = next((n for n, each in enumerate(self._events) if each == found.events[0]), None)
        self.time_panel.view.choose(place)
        self._show_event(place)

    def _ask(self, dialog: TwoFields, then: Any) -> None:
        self.dialog = dialog
        dialog.accepted.connect(partial(then, dialog))
        dialog.open()

    def _rename_clicked(self) -> None:
        unit = self.session.tree[self._code]
        self._ask(rename_dialog(unit, self.day_shown, self), partial(self._renamed, unit))

    def _renamed(self, unit: Unit, dialog: TwoFields) -> None:
        self._wrote(self.writes.rename(unit, dialog.given))

    def _end_clicked(self) -> None:
        unit = self.session.tree[self._code]
        self._ask(end_dialog(unit, self.day_shown, self), partial(self._ended, unit))

    def _ended(self, unit: Unit, dialog: TwoFields) -> None:
        self._wrote(self.writes.end(unit, dialog.given))

    def _mend_clicked(self) -> None:
        place = self.time_panel.view.chosen
        if place is not None:
            event = self._events[place]
            self._ask(event_dialog(event, self), partial(self._mended, event))

    def _take_back_clicked(self) -> None:
        place = self.time_panel.view.chosen
        if place is not None and self._wrote(self.writes.take_back(self._events[place])):
            self.time_panel.view.choose(None)
            self._show_event(None)

    def _mended(self, event: UnitEvent, dialog: TwoFields) -> None:
        new = mended(event, dialog.given)
        if new != event:
            self._wrote(self.writes.mend(event, new))

    # -- paper

    def print_page(self) -> None:
        """Show the units and events as they are printed."""
        from ui.pages.units.paper import units_printed
        from ui.widgets.print_preview import Preview

        session, tree = self.session, self.session.tree
        if not tree.units:
            return
        office = session.plan.issuing_agency if session.has_plan else self._office()
        printed = units_printed(tree, self._events, self.day_shown, session.on, office)
        preview = Preview(printed, session, self)
        preview.pdf.clicked.connect(partial(self._pdf_clicked, preview, printed.file_name))
        preview.open()

    def _office(self) -> str:
        """Return whose units they are, where no plan says it."""
        tree = self.session.tree
        return next((tree[code].name for code in tree.roots(self.day_shown)), "")

    def _pdf_clicked(self, preview: Any, file_name: str, _checked: bool = False) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start, kinds = str(Path(folder) / file_name), self.tr("PDF files (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Keep as PDF"), start, kinds)
        if name:
            preview.keep_pdf(Path(name if name.lower().endswith(".pdf") else f"{name}.pdf"), self._pdf_written)

    def _pdf_written(self, out: Path) -> None:
        self.session.say(Mood.INFO, self.tr("The page was written to {path}").format(path=out))


def _read(asked: Asked, job: Job) -> Carried:
    return read_carried(asked, job.progress)
