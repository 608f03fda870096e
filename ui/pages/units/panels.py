"""The three panels of the page: the tree of a day, the time line with its table, what is told of a unit or an event."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from models.unit import Unit, UnitEvent, UnitTree
from ui.pages.units.card import UnitCard
from ui.pages.units.event_panel import EventPanel, Facts, event_title
from ui.pages.units.events import EventsTable
from ui.pages.units.past import PastList
from ui.pages.units.timeline.view import TimelineView
from ui.pages.units.tree_model import UnitTreeModel
from ui.pages.units.tree_view import UnitTreeView
from ui.theme import set_role, theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.form import FormArea
from ui.widgets.segment import Segment

NARROWEST_TREE = 250  # so that the names of communes are not cut


class _Panel(QFrame):
    """A frame with a head line."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        look = theme()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.title = QLabel(title)
        set_role(self.title, "section")
        self.line = QHBoxLayout()
        self.line.setContentsMargins(look.px(12), look.px(4), look.px(8), look.px(4))
        self.line.setSpacing(look.px(8))
        self.line.addWidget(self.title)
        self.column.addLayout(self.line)


class TreePanel(_Panel):
    """The tree of a day, with a filter."""

    def __init__(self, model: UnitTreeModel) -> None:
        super().__init__("")
        self.setMinimumWidth(theme().px(NARROWEST_TREE))
        self.title.setText(self.tr("Tree of units"))
        self.count = QLabel()
        set_role(self.count, "secondary")
        self.line.addWidget(self.count)
        self.line.addStretch(1)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a unit, tones or not"))
        self.search.setAccessibleName(self.tr("Find a unit"))
        self.search.setClearButtonEnabled(True)
        box = QHBoxLayout()
        box.setContentsMargins(theme().px(8), 0, theme().px(8), theme().px(6))
        box.addWidget(self.search)
        self.column.addLayout(box)
        self.tree = UnitTreeView(model)
        self.tree.setAccessibleName(self.tr("Units"))
        self.column.addWidget(self.tree, 1)


class TimePanel(_Panel):
    """The time line, or the events as a table that is typed into."""

    def __init__(self) -> None:
        super().__init__("")
        look = theme()
        self.title.setText(self.tr("Time line"))
        self.said = ElidedLabel()
        set_role(self.said, "secondary")
        self.line.addWidget(self.said, 1)
        self.view, self.table = TimelineView(), EventsTable()
        self._numbers, self._count = "", ""
        self.shown = QButtonGroup(self)
        for place, words in enumerate((self.tr("Drawing"), self.tr("Table"))):
            button = Segment(words, is_last=place == 1)
            button.setMaximumHeight(look.px(26))
            self.shown.addButton(button, place)
        self.shown.button(0).setChecked(True)
        pair = QHBoxLayout()
        pair.setSpacing(0)
        for each in self.shown.buttons():
            pair.addWidget(each)
        self.line.addLayout(pair)
        self.stack = QStackedWidget()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(8))
        column.addWidget(self.table)
        self.stack.addWidget(self.view)
        self.stack.addWidget(inner)
        self.column.addWidget(self.stack, 1)
        self.shown.idClicked.connect(self.stack.setCurrentIndex)

    def show_table(self) -> None:
        """Show the events as a table."""
        self.shown.button(1).setChecked(True)
        self.stack.setCurrentIndex(1)

    def show_units(self, tree: UnitTree, events: Sequence[UnitEvent], day: date) -> None:
        """Show what happened to units, with a line on the day."""
        self.view.show_units(tree, events, day)
        before = {code for event in events for code in event.before}
        after = {code for event in events for code in event.after}
        words = self.tr("{before} units became {after}")
        count = words.format(before=len(before - after), after=len(after))
        self._count, self._numbers = count if events else self.tr("Nothing has happened to units yet."), ""
        self._say()

    def say_numbers(self, words: str) -> None:
        """Say what the figures in the bars are."""
        self._numbers = words
        self._say()

    def say_event(self, facts: Facts) -> None:
        """Let a reader of the screen hear which event is chosen."""
        self.view.setAccessibleDescription(event_title(facts.tree, facts.event))

    def _say(self) -> None:
        self.said.setText("; ".join(filter(None, (self._numbers, self._count))))


class SidePanel(QFrame):
    """Tabs: the event that is chosen, the unit's card, its history."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        look = theme()
        self.event_panel, self.card, self.past = EventPanel(), UnitCard(), PastList()
        self.rename_button = QPushButton(self.tr("Rename…"))
        self.end_button = QPushButton(self.tr("End…"))
        self.remove_button = QPushButton(look.icon("trash"), "")
        self.remove_button.setToolTip(self.tr("Remove a unit entered by mistake"))
        self.remove_button.setAccessibleName(self.tr("Remove"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(FormArea(self.event_panel), self.tr("Event"))
        self.tabs.addTab(FormArea(self._unit_tab()), self.tr("Unit"))
        self.tabs.addTab(self.past, self.tr("History"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.tabs)

    def _unit_tab(self) -> QWidget:
        look = theme()
        tab = QWidget()
        buttons = QHBoxLayout()
        for button in (self.rename_button, self.end_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(tab)
        column.setContentsMargins(look.px(12), look.px(10), look.px(12), look.px(10))
        column.setSpacing(look.px(10))
        column.addWidget(self.card)
        column.addLayout(buttons)
        column.addStretch(1)
        return tab

    def show_unit(self, unit: Unit | None) -> None:
        """Show a unit's card."""
        self.card.show_unit(unit)
        for button in (self.rename_button, self.end_button, self.remove_button):
            button.setEnabled(unit is not None)

    def show_events(self) -> None:
        """Show the tab of the event."""
        self.tabs.setCurrentIndex(0)

    def show_unit_tab(self) -> None:
        """Show the tab of the unit."""
        self.tabs.setCurrentIndex(1)
