"""Tab Chỉ tiêu: the table of indicators, and the card of the one under the cursor."""

from collections.abc import Callable
from dataclasses import fields, replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.drafting.drafts import Draft
from models.drafting.kept import TargetSource
from models.exchange.clipboard.block import Block, read_block
from models.measure import Accumulation, Kind
from models.onestop import Group
from models.plan import Indicator
from ui.pages.plans.indicator_block import COLUMNS, Ground
from ui.pages.plans.indicator_foot import foot_text, higher_text
from ui.pages.plans.indicator_form import IndicatorForm
from ui.pages.plans.indicator_paste import IndicatorView
from ui.pages.plans.indicator_table import CODE, CONFIRMED, KIND, LEAD, NAME, TARGET, IndicatorModel
from ui.settings import Settings
from ui.theme import theme
from ui.widgets.fields import Complaint
from ui.widgets.form import Form, FormArea
from ui.widgets.grid_view import TypingDelegate
from ui.widgets.kept_splitter import KeptSplitter

NARROW_UNITS = 1080
WIDEST_TARGET_UNITS = 170


class IndicatorsTab(QWidget):
    """Shows a plan's indicators; every change is handed to the page.

    edited: old and new indicator. added: a new one. removed: one. moved: all codes in their new order. The one-stop
    table: table_asked for a new one, group_removed the group of the indicator under the cursor. chosen: the code of the
    row that a person went to. pasted: a Block, and the Ground that it comes to."""

    edited = Signal(object, object)
    added = Signal(object)
    removed = Signal(object)
    moved = Signal(list)
    table_asked = Signal()
    group_removed = Signal(object)
    chosen = Signal(str)
    pasted = Signal(object, object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.model = IndicatorModel()
        self.view = IndicatorView()
        self.card = IndicatorForm()
        self.foot, self.message = QLabel(), Complaint()
        self.delegate = TypingDelegate(self.view)
        self._indicators: list[Indicator] = []
        self._groups: dict[str, Group] = {}
        self._grades: tuple[str, ...] = ()
        self._plan, self._year = "", 0
        self._higher: dict[str, Indicator] = {}
        self._sources: dict[str, TargetSource] = {}
        self._drafts: list[Draft] = []
        self._is_beside = False
        self._wanted = ""  # the code that the cursor was put on: it stays wanted while its row is away for a moment
        self._build()
        self._connect()

    @property
    def form(self) -> Form:
        """The fields of the card."""
        return self.card.form

    def show_groups(self, groups: list[Group]) -> None:
        """Take in which indicators belong together."""
        self._groups = {code: each for each in groups for code in each.members.values()}

    def show_sources(self, sources: list[TargetSource]) -> None:
        """Take in which clauses the targets were taken from."""
        self._sources = {each.indicator: each for each in sources}

    def set_beside(self, is_beside: bool) -> None:
        """Stand beside another panel, or alone: where the room is narrow, a foot takes the place of the card."""
        self._is_beside = is_beside
        self._show_rows()

    def show_drafts(self, drafts: list[Draft]) -> None:
        """Take in what a text proposes: beside its panel it stands where it would enter the plan, and waits there."""
        self._drafts = drafts
        self._show_rows()

    def show_indicators(self, plan: str, year: int, indicators: list[Indicator], grades: tuple[str, ...]) -> None:
        """Show a plan's indicators; the cursor stays on its indicator."""
        self._plan, self._year, self._indicators, self._grades = plan, year, indicators, grades
        self.message.say("")
        self._show_rows()

    def _show_rows(self) -> None:
        indicators = self._indicators
        wanted, column = self._wanted, max(self.view.currentIndex().column(), 0)
        codes = {each.code for each in indicators}
        waiting = [each.indicator for each in self._waiting().values()]
        self.model.show_confirmed(self._sources, [each.code for each in waiting])
        self.model.show_indicators(
            indicators, self._year, self._grades, [each for each in waiting if each.code not in codes]
        )
        self._choose_columns()
        self.view.clearSpans()
        for row in self.model.heading_rows():
            self.view.setSpan(row, 0, 1, self.model.columnCount())
        self._give_room()
        row = self.model.row_of(wanted)
        if row < 0:
            row = self.model.row_of(indicators[0].code) if indicators else -1
        if row >= 0 and (row, column) != (self.view.currentIndex().row(), self.view.currentIndex().column()):
            self.view.setCurrentIndex(self.model.index(row, column))
        self._wanted = wanted or self._wanted
        self._show_card()

    def _give_room(self) -> None:
        """Give words what they need and no more: the names have what is left."""
        header, longest = self.view.horizontalHeader(), self.view.sizeHintForColumn(TARGET)
        header.resizeSection(TARGET, max(header.sectionSize(TARGET), min(longest, theme().px(WIDEST_TARGET_UNITS))))
        for column in (KIND, CONFIRMED):
            header.resizeSection(column, max(header.sectionSizeHint(column), self.view.sizeHintForColumn(column)))

    def _choose_columns(self) -> None:
        """Leave the names room: what has less to say than them goes where it is narrow."""
        is_narrow, has_drafts = self.width() < theme().px(NARROW_UNITS), bool(self._is_beside and self._drafts)
        self.view.setColumnHidden(CONFIRMED, not has_drafts)
        self.view.setColumnHidden(LEAD, is_narrow)
        self.view.setColumnHidden(KIND, is_narrow and has_drafts)

    def _waiting(self) -> dict[str, Draft]:
        """Return the drafts of this plan that wait, by the code they would have; none where their panel is away."""
        if not self._is_beside:
            return {}
        mine = (each for each in self._drafts if each.is_waiting and each.indicator.plan == self._plan)
        return {each.indicator.code: each for each in mine}

    def show_higher(self, indicators: list[Indicator]) -> None:
        """Take in the indicators of the plan above, whose targets of the same codes are told below the table."""
        self._higher = {each.code: each for each in indicators}

    def current(self) -> Indicator | None:
        """Return the indicator under the cursor."""
        return self.model.indicator(self.view.currentIndex().row())

    def select(self, code: str) -> None:
        """Put the cursor on an indicator."""
        row = self.model.row_of(code)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, max(self.view.currentIndex().column(), 0)))

    def refuse(self, old: Indicator, new: Indicator, message: str) -> None:
        """Say why a change was not kept: beside its field when it came from the card, else below the table."""
        keys = [each.name for each in fields(Indicator) if getattr(old, each.name) != getattr(new, each.name)]
        changed = ["value" if key == "target" else key for key in keys]
        if changed and self._is_typed_in_card():
            self.form.refuse(changed[0], message)
        else:
            self._refused(message)

    def _is_typed_in_card(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.card.isAncestorOf(focus)

    def _build(self) -> None:
        self.message.setContentsMargins(theme().px(12), theme().px(4), theme().px(12), theme().px(4))
        self.left = QWidget()
        self.left.installEventFilter(self)
        box = QVBoxLayout(self.left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.bar = self._bar()
        box.addLayout(self.bar)
        box.addWidget(self._table(), 1)
        self.foot.setProperty("role", "secondary")
        self.foot.setWordWrap(True)
        self.foot.setContentsMargins(theme().px(12), theme().px(6), theme().px(12), theme().px(6))
        box.addWidget(self.foot)
        box.addWidget(self.message)
        self.splitter = KeptSplitter(self._settings, "plans/splitter")
        self.side = self._side()
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.begin_with(theme().px(690), theme().px(460))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _bar(self) -> QHBoxLayout:
        self.add_button = self._button("plus", self.tr("Add an indicator"), self._add_clicked)
        self.child_button = self._button("plus", self.tr("Add a part"), self._child_clicked)
        self.paste_button = self._button("clipboard", self.tr("Paste from Excel"), self._paste_clicked)
        self.paste_button.setToolTip(self.tr("Copy rows in Excel, best with their headings, then press here or Ctrl+V"))
        self.table_button = self._button("plus", self.tr("One-stop…"), self._table_clicked)
        self.table_button.setToolTip(self.tr("Add the ready-made indicators of the one-stop table, form II.06a"))
        self.remove_button = self._button("trash", self.tr("Remove"), self._remove_clicked)
        self.up_button = self._button("arrow-up", self.tr("Up"), self._up_clicked)
        self.down_button = self._button("arrow-down", self.tr("Down"), self._down_clicked)
        bar = QHBoxLayout()
        bar.setContentsMargins(theme().px(8), theme().px(6), theme().px(8), theme().px(6))
        bar.setSpacing(theme().px(5))
        for button in (self.add_button, self.child_button, self.paste_button, self.table_button, self.remove_button):
            bar.addWidget(button)
        for button in (self.up_button, self.down_button):
            bar.addWidget(button)
        for button in (self.up_button, self.down_button):
            button.setToolTip(button.text())
            button.setAccessibleName(button.text())
            button.setText("")
        bar.addStretch(1)
        return bar

    def _button(self, icon: str, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(theme().icon(icon), text)
        button.setProperty("role", "small")
        button.clicked.connect(slot)
        return button

    def _table(self) -> IndicatorView:
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setAccessibleName(self.tr("Indicators of the plan"))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.verticalHeader().setDefaultSectionSize(theme().px(26))
        header = self.view.horizontalHeader()
        for column, width in ((CODE, 84), (TARGET, 76), (LEAD, 128)):
            header.resizeSection(column, theme().px(width))
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        return self.view

    def _side(self) -> QWidget:
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(theme().px(12), theme().px(10), theme().px(12), theme().px(10))
        box.addWidget(self.card)
        return FormArea(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page leaves out what the card tells too."""
        super().resizeEvent(event)
        self._choose_columns()
        self._show_parts()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has room in the bar depends on the part that it stands in, however that came by its width."""
        if watched is self.left and event.type() == QEvent.Type.Resize:
            self._name_pasting()
        return super().eventFilter(watched, event)

    def _show_parts(self) -> None:
        is_narrow = self._is_beside and self.width() < theme().px(NARROW_UNITS)
        self.side.setHidden(is_narrow)
        self.table_button.setHidden(is_narrow)
        self._name_removal()
        shown = self.model.shown(self.view.currentIndex().row())
        draft = self._waiting().get(shown.code) if shown else None
        source = draft.source("") if draft else self._sources.get(shown.code) if shown else None
        lines = foot_text(shown, source, is_whole=is_narrow) if shown else ""
        above = self._higher.get(shown.code) if shown else None
        if shown and above:
            lines = "\n".join(filter(None, (lines, higher_text(shown, above, self._year, self._grades))))
        self.foot.setText(lines)
        self.foot.setVisible(bool(self.foot.text()))

    def _connect(self) -> None:
        self.model.edited.connect(self.edited)
        self.model.refused.connect(self._refused)
        self.delegate.refused.connect(self._said)
        self.card.edited.connect(self.edited)
        self.view.cleared.connect(self._cleared)
        self.view.pasted.connect(self._pasted)
        self.view.selectionModel().currentChanged.connect(self._moved)

    def _moved(self) -> None:
        self._show_card()
        shown = self.model.shown(self.view.currentIndex().row())
        if shown is None:
            return
        self._wanted = shown.code
        if self.view.hasFocus():
            self.chosen.emit(shown.code)

    def _show_card(self) -> None:
        shown = self.current()
        self.card.show_indicator(shown, self._indicators, self._grades)
        self._show_parts()
        place = self._indicators.index(shown) if shown in self._indicators else -1
        self.child_button.setEnabled(shown is not None)
        self.remove_button.setEnabled(shown is not None)
        self._name_removal()
        self.up_button.setEnabled(place > 0)
        self.down_button.setEnabled(0 <= place < len(self._indicators) - 1)

    def _name_removal(self) -> None:
        """Say what would be removed; beside another panel there is only room for the picture."""
        shown = self.current()
        in_group = shown is not None and shown.code in self._groups
        words = self.tr("Remove table") if in_group else self.tr("Remove")
        self.remove_button.setText("" if self.side.isHidden() else words)
        self.remove_button.setToolTip(words)
        self.remove_button.setAccessibleName(words)
        self._name_pasting()

    def _name_pasting(self) -> None:
        """Leave the picture alone where there is no room for the words."""
        words = self.tr("Paste from Excel")
        self.paste_button.setText(words)
        self.paste_button.setAccessibleName(words)
        self.bar.invalidate()  # it still knows the width of the words before
        if self.bar.sizeHint().width() > self.left.width():
            self.paste_button.setText("")

    def _said(self, message: str) -> None:
        self.message.say(message)

    def _refused(self, message: str) -> None:
        self.message.say(self.tr("{problem} The old value was kept.").format(problem=message))

    def _cleared(self, index: QModelIndex) -> None:
        if index.column() in (TARGET, LEAD):
            self.model.setData(index, "")

    def _add_clicked(self) -> None:
        above = self.model.shown(self.view.currentIndex().row())
        area = above.area if above else ""
        self.added.emit(
            Indicator(
                self._plan,
                self._free_code(self.tr("NEW")),
                area,
                self.tr("New indicator"),
                Kind.RATIO,
                accumulation=Accumulation.FLOW,
            )
        )

    def _child_clicked(self) -> None:
        above = self.current()
        if above is not None:
            child = replace(
                above,
                code=self._free_code(above.code, "."),
                parent=above.code,
                name=self.tr("Of which: new indicator"),
                short_name="",
                target=None,
            )
            self.added.emit(child)

    def _paste_clicked(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        block = read_block(data.text(), data.html()) if data.text().strip() else None
        if block is None or block.is_one_cell:
            self._said(self.tr("There are no rows on the clipboard; copy them in Excel first."))
        else:
            self._pasted(block)

    def _pasted(self, block: Block) -> None:
        """Say where a block goes: without headings down from the cursor; where that is on none, behind the last one."""
        shown, column = self.current(), self.view.currentIndex().column()
        row = self._indicators.index(shown) if shown in self._indicators else len(self._indicators)
        place = max(column, 0) if shown is not None and column < len(COLUMNS) else 0
        self.pasted.emit(block, Ground(self._plan, tuple(self._indicators), self._grades, row, place))

    def _table_clicked(self) -> None:
        self.table_asked.emit()

    def _free_code(self, stem: str, sign: str = "-") -> str:
        taken = {each.code for each in self._indicators}
        return next(code for n in range(1, len(taken) + 2) if (code := f"{stem}{sign}{n}") not in taken)

    def _remove_clicked(self) -> None:
        shown = self.current()
        if shown is not None and shown.code in self._groups:
            self.group_removed.emit(self._groups[shown.code])
        elif shown is not None:
            self.removed.emit(shown)

    def _up_clicked(self) -> None:
        self._move(-1)

    def _down_clicked(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        shown = self.current()
        codes = [each.code for each in self._indicators]
        if shown is None or not 0 <= codes.index(shown.code) + step < len(codes):
            return
        place = codes.index(shown.code)
        codes[place], codes[place + step] = codes[place + step], codes[place]
        self.moved.emit(codes)
