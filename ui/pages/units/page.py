"""Page Đơn vị: who reports, who stands above whom on a day, and what became of whom."""

from dataclasses import fields
from datetime import date
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from models.store.changes import Author, Changes
from models.store.history import Subject, history
from models.store.reorganisations import save_events
from models.store.unit_events import events
from models.store.units import remove_unit, save_unit
from models.unit import Unit
from ui.context import View
from ui.pages.units.card import UnitCard
from ui.pages.units.events import EventsTable
from ui.pages.units.past import PastList
from ui.pages.units.tree_model import CODE_ROLE, UnitFilter, UnitTreeModel
from ui.session import Session
from ui.texts import unit_text
from ui.theme import theme
from ui.widgets.fields import Complaint, LineField
from ui.widgets.form import FormArea
from ui.widgets.kept_splitter import KeptSplitter
from ui.widgets.page import Page
from ui.widgets.typed_values import read_optional_date, write_date


class UnitsPage(Page):
    """Shows and edits units; each change is one transaction and one step of undo."""

    view = View(needs_plan=False)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._day: date | None = None
        self._code = ""
        self._build()
        self._connect()

    # -- building

    def _build(self) -> None:
        self.model, self.filter = UnitTreeModel(), UnitFilter()
        self.filter.setSourceModel(self.model)
        self.tree = QTreeView()
        self.tree.setModel(self.filter)
        self.tree.setAccessibleName(self.tr("Units"))
        self.tree.setUniformRowHeights(True)
        self.card, self.past, self.events = UnitCard(), PastList(), EventsTable()
        self.message = Complaint()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(12))
        layout.setSpacing(theme().px(8))
        layout.addLayout(self._head())
        layout.addWidget(self.message)
        self.splitter = KeptSplitter(self.session.settings, "units/splitter")
        self.splitter.addWidget(_panel(self.tree))
        self.splitter.addWidget(self._side())
        self.splitter.begin_with(theme().px(560), theme().px(600))
        layout.addWidget(self.splitter, 1)
        self.first = self.tree

    def _head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Units"))
        title.setProperty("role", "title")
        label = QLabel(self.tr("&On the day"))
        label.setProperty("role", "secondary")
        self.day = LineField(read_optional_date, write_date, "d/m/yyyy")
        self.day.editor.setAccessibleName(self.tr("Day of the tree"))
        self.day.setFixedWidth(theme().px(130))
        label.setBuddy(self.day.editor)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a unit, tones or not"))
        self.search.setAccessibleName(self.tr("Find a unit"))
        self.search.setClearButtonEnabled(True)
        self.count = QLabel()
        self.count.setProperty("role", "secondary")
        self.add_button = QPushButton(theme().icon("plus"), self.tr("Add a unit"))
        self.remove_button = QPushButton(theme().icon("trash"), self.tr("Remove"))
        head = QHBoxLayout()
        head.setSpacing(theme().px(10))
        for widget in (title, label, self.day, self.search, self.count):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.add_button)
        head.addWidget(self.remove_button)
        self.search.setFixedWidth(theme().px(220))
        return head

    def _side(self) -> QWidget:
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(12))
        box.setSpacing(theme().px(10))
        for heading, widget, stretch in (
            (self.tr("The unit"), self.card, 0),
            (self.tr("Mergers, splits, changes of name"), self.events, 1),
            (self.tr("History of the unit"), self.past, 1),
        ):
            label = QLabel(heading)
            label.setProperty("role", "section")
            box.addWidget(label)
            box.addWidget(widget, stretch)
        return _panel(FormArea(inner))

    def _connect(self) -> None:
        self.tree.selectionModel().currentChanged.connect(self._current_changed)
        self.search.textChanged.connect(self._searched)
        self.day.committed.connect(self._day_chosen)
        self.add_button.clicked.connect(self._add_clicked)
        self.remove_button.clicked.connect(self._remove_clicked)
        self.card.edited.connect(self._edited)
        self.events.edited.connect(self._events_edited)

    # -- showing

    @property
    def day_shown(self) -> date:
        """The day of the tree: the one chosen, else the day asked."""
        return self._day or self.session.on

    def refresh(self, changes: Changes | None) -> None:
        """Read the units and show them; the cursor stays on its unit."""
        if changes is not None and not (changes.units or changes.plans):
            return
        self.message.say("")
        tree, kept = self.session.tree, self._code
        if kept not in tree:
            kept = next(iter(tree.roots()), "")
        self._code = ""
        self.day.show_value(self.day_shown)
        self.model.show_units(tree, self.day_shown)
        valid = sum(unit.is_valid_on(self.day_shown) for unit in tree.units.values())
        self.count.setText(self.tr("%n unit(s)", None, valid))
        self._fit()
        self.events.known = tuple(tree.units)
        self.events.show_rows(events(self.session.db))
        self.select(kept)

    def select(self, code: str) -> None:
        """Put the cursor on a unit."""
        index = self.filter.mapFromSource(self.model.find(code))
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.tree.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.tree.scrollTo(index)
        self._show_card(code if index.isValid() else "")

    def may_leave(self) -> bool:
        """Commit what is being typed."""
        return self.card.form.commit()

    def _fit(self) -> None:
        self.tree.expandAll()
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 120), (2, 130)):
            header.resizeSection(column, theme().px(width))

    def _show_card(self, code: str) -> None:
        self._code = code
        tree = self.session.tree
        unit = tree.units.get(code)
        self.card.show_unit(unit, list(tree.units.values()))
        self.remove_button.setEnabled(unit is not None)
        entries = history(self.session.db, Subject.UNIT, unit=code) if unit else []
        self.past.show_entries(list(entries))

    def _current_changed(self, index: QModelIndex) -> None:
        code = index.data(CODE_ROLE)
        if code and code != self._code:
            self._show_card(code)

    def _searched(self, text: str) -> None:
        self.filter.show_matching(text)
        self.tree.expandAll()
        if text and self.filter.rowCount():
            self.select(self._first_match())

    def _first_match(self) -> str:
        wanted = [code for code in self.session.tree.units if self.filter.accepts_itself(self.model.find(code))]
        return wanted[0] if wanted else self._code

    def _day_chosen(self, day: date | None) -> None:
        self._day = day
        self.refresh(None)

    # -- writing

    @property
    def _undoer(self) -> Author:
        return Author(self.session.author.who, "undo")

    def _edited(self, old: Unit, new: Unit) -> None:
        db, author, undoer = self.session.db, self.session.author, self._undoer
        changed = next(each.name for each in fields(Unit) if getattr(old, each.name) != getattr(new, each.name))

        def refused(message: str) -> None:
            self.card.form.refuse(changed, message)

        changes = self.session.write(
            lambda: save_unit(db, new, author, old.code),
            undo=lambda: save_unit(db, old, undoer, new.code),
            text=self.tr("Change of {unit}").format(unit=unit_text(old)),
            source=self,
            refused=refused,
        )
        if changes is not None:
            self._code = new.code
            self.refresh(changes)

    def _add_clicked(self) -> None:
        db, author, undoer, tree = self.session.db, self.session.author, self._undoer, self.session.tree
        code = next(code for n in range(1, len(tree.units) + 2) if (code := self.tr("NEW{n}").format(n=n)) not in tree)
        beside = tree.units.get(self._code)
        superior = beside and (beside.superior or beside.code)
        new = Unit(code, self.tr("New unit"), beside.kind if beside and beside.superior else "", superior or None)
        changes = self.session.write(
            lambda: save_unit(db, new, author),
            undo=lambda: remove_unit(db, new.code, undoer),
            text=self.tr("New unit {code}").format(code=code),
            source=self,
        )
        if changes is not None:
            self._code = code
            self.refresh(changes)
            self.card.form.fields["code"].setFocus(Qt.FocusReason.TabFocusReason)

    def _remove_clicked(self) -> None:
        db, author, undoer, tree = self.session.db, self.session.author, self._undoer, self.session.tree
        old = tree[self._code]
        changes = self.session.write(
            lambda: remove_unit(db, old.code, author),
            undo=lambda: save_unit(db, old, undoer),
            text=self.tr("Removal of {unit}").format(unit=unit_text(old)),
            source=self,
            refused=self.message.say,
        )
        if changes is not None:
            self._code = old.superior or ""
            self.refresh(changes)

    def _events_edited(self, new: list[Any]) -> None:
        db, author, undoer = self.session.db, self.session.author, self._undoer
        old = events(db)
        changes = self.session.write(
            lambda: save_events(db, new, author),
            undo=lambda: save_events(db, old, undoer),
            text=self.tr("Mergers, splits, changes of name"),
            source=self,
            refused=self.events.refuse,
        )
        if changes is not None:
            self.refresh(changes)


def _panel(inside: QWidget) -> QFrame:
    panel = QFrame()
    panel.setProperty("role", "panel")
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(inside)
    return panel
