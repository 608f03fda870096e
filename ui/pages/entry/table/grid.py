"""The grid: a table that is typed into as a spreadsheet is, with its first column kept in sight."""

from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QInputMethodEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from ui.pages.entry.form import QUARTER_COLUMNS, Column
from ui.pages.entry.table.delegate import EntryDelegate, state_width
from ui.pages.entry.table.header import EntryHeader
from ui.pages.entry.table.movement import beside, down, edge, end_of, next_typed_row, next_wanted
from ui.pages.entry.table.table_model import EntryModel
from ui.texts import figure_target_text
from ui.theme import theme
from ui.widgets.row_model import Index

ROW_UNITS = 24
WIDTHS = {
    Column.CUMULATIVE: 74,
    Column.LAST_YEAR: 74,
    Column.TARGET: 64,
    Column.STATE: 120,
}
QUARTER_UNITS, NAME_UNITS = 62, 150
ROOMY_UNITS, WIDE_UNITS = 18, 1100
_MESSAGE_UNITS = 300
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_ACTIONS = {
    Qt.Key.Key_Up: QAbstractItemView.CursorAction.MoveUp,
    Qt.Key.Key_Down: QAbstractItemView.CursorAction.MoveDown,
    Qt.Key.Key_Left: QAbstractItemView.CursorAction.MoveLeft,
    Qt.Key.Key_Right: QAbstractItemView.CursorAction.MoveRight,
    Qt.Key.Key_PageUp: QAbstractItemView.CursorAction.MovePageUp,
    Qt.Key.Key_PageDown: QAbstractItemView.CursorAction.MovePageDown,
}


class EntryGrid(QTableView):
    """Shows an EntryModel. Keys move and open editors; what many cells are asked to do goes out as signals.

    cell_changed: another cell is current. no_more_cells: Enter or Tab found nothing further to type."""

    cell_changed = Signal()
    clear_asked = Signal()
    copy_asked = Signal()
    cut_asked = Signal()
    paste_asked = Signal()
    fill_down_asked = Signal()
    not_occurred_asked = Signal()
    note_asked = Signal()
    leave_asked = Signal()

    def __init__(self, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry_model = model
        self.entry_delegate = EntryDelegate(self)
        self._frozen = QTableView(self)
        self._header = EntryHeader(self)
        self._message = QLabel(self)
        self._anchor = QPersistentModelIndex()
        self._is_extending = False
        self._longest = ("", "")
        self.setModel(model)
        self._build()
        self._connect()

    def _build(self) -> None:
        for view in (self, self._frozen):
            view.setHorizontalHeader(self._header if view is self else EntryHeader(view))
            view.setItemDelegate(self.entry_delegate)
            view.verticalHeader().hide()
            view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            view.verticalHeader().setDefaultSectionSize(theme().px(ROW_UNITS))
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.setWordWrap(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(True)
        self._message.setWordWrap(True)
        self._message.setProperty("role", "refusal")
        self._message.hide()
        self._build_frozen()

    def _build_frozen(self) -> None:
        frozen = self._frozen
        frozen.setModel(self.entry_model)
        frozen.setAccessibleName(self.tr("Names of the rows"))
        frozen.setSelectionModel(self.selectionModel())
        frozen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frozen.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        frozen.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        frozen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frozen.setProperty("role", "frozen")
        for column in Column:
            frozen.setColumnHidden(column, column != Column.NAME)
        self.viewport().stackUnder(frozen)
        frozen.show()

    def _connect(self) -> None:
        self.verticalScrollBar().valueChanged.connect(self._frozen.verticalScrollBar().setValue)
        self._frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self.hide_message)
        self.entry_delegate.committed.connect(self._committed)
        self.entry_delegate.refused.connect(self._refused)
        self.entry_delegate.cancelled.connect(self._cancelled)
        self.entry_model.modelReset.connect(self.fit_columns)
        self.entry_model.headerDataChanged.connect(self.fit_columns)

    # what the page asks

    def finish_editing(self) -> bool:
        """Take in the text of an open editor; False when it cannot be read and stays open."""
        return self.entry_delegate.commit()

    def show_last_year(self, shown: bool) -> None:
        """Show or hide the column of the year before."""
        if self.isColumnHidden(Column.LAST_YEAR) == shown:
            self.setColumnHidden(Column.LAST_YEAR, not shown)
            self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column its fixed width: room for its heading and longest number; the name takes what is left."""
        look = theme()
        air = look.px(ROOMY_UNITS if self.viewport().width() >= look.px(WIDE_UNITS) else 0)
        self._longest = self.entry_model.form.longest_texts() if self.entry_model.form else ("", "")
        headings = max(map(self._header.width_of, QUARTER_COLUMNS))
        quarters = air + max(look.px(QUARTER_UNITS), headings, self._width_wanted(Column.Q1))
        for column in Column:
            if column in QUARTER_COLUMNS:
                self.setColumnWidth(column, quarters)
            elif column in WIDTHS:
                self.setColumnWidth(column, air + max(look.px(WIDTHS[column]), self._width_wanted(column)))
        others = sum(self.columnWidth(each) for each in Column if each != Column.NAME and not self.isColumnHidden(each))
        name = max(look.px(NAME_UNITS), self.viewport().width() - others)
        self.setColumnWidth(Column.NAME, name)
        self._frozen.setColumnWidth(Column.NAME, name)
        self._place_frozen()

    def _width_wanted(self, column: Column) -> int:
        """Return the width of a column's heading and of its longest text."""
        if column == Column.STATE:
            return state_width(self.entry_delegate.provisional_word)
        longest, is_bold = self._longest_text(column), column == Column.CUMULATIVE
        width = QFontMetrics(theme().font(13, bold=is_bold)).horizontalAdvance(longest) + theme().px(13)
        return max(width, self._header.width_of(column))

    def _longest_text(self, column: Column) -> str:
        model = self.entry_model
        if model.form is None:
            return ""
        if column == Column.TARGET:
            asked = (model.form.figures.get(each.code) for each in model.form.indicators)
            return max((figure_target_text(figure) for figure in asked if figure), key=len, default="")
        return self._longest[0 if column in QUARTER_COLUMNS else 1]

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and bring it into sight."""
        index = self.entry_model.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_to_first(self) -> None:
        """Go to the first cell of the quarter that can be typed."""
        row = next_typed_row(self.entry_model, -1, self.entry_model.entered_column, 1)
        if row is not None:
            self.go_to(row, self.entry_model.entered_column)

    def show_message(self, text: str, index: Index | None = None) -> None:
        """Say something beside a cell, until the next key or click."""
        cell = self.visualRect(index or self.currentIndex())
        self._message.setText(text)
        room = QRect(0, 0, theme().px(_MESSAGE_UNITS), theme().px(ROW_UNITS))
        needed = self._message.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        self._message.setFixedSize(needed.width() + theme().px(22), needed.height() + theme().px(13))
        origin = self.viewport().mapTo(self, cell.bottomRight())
        left = max(0, min(origin.x() - self._message.width(), self.width() - self._message.width()))
        below = origin.y() + theme().px(3)
        above = origin.y() - cell.height() - self._message.height() - theme().px(3)
        self._message.move(left, below if below + self._message.height() < self.height() else above)
        self._message.show()
        self._message.raise_()
        self.setAccessibleDescription(text)

    def hide_message(self) -> None:
        """Take the message away."""
        if self._message.isVisible():
            self._message.hide()
            self.setAccessibleDescription("")

    @property
    def message(self) -> str:
        """What is being said beside a cell, "" for nothing."""
        return self._message.text() if self._message.isVisibleTo(self) else ""

    # typing

    def edit(self, index: Index, *asked: Any) -> bool:  # type: ignore[override]  # one for both of Qt's
        """Open an editor; a cell of a locked quarter says instead why it takes nothing, and what to do.

        asked: the trigger and the event, where Qt asks because of one."""
        is_wanted = not asked or bool(asked[0] & self.editTriggers())
        if is_wanted and index.isValid() and (lock := self.entry_model.lock_of(index)):
            self.show_message(lock, index)
            return True  # taken care of: Qt would look for a cell that begins with the key
        return bool(super().edit(index, *asked))

    def _committed(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        self.hide_message()
        if key:
            self.setFocus()
            self._move(key, modifiers)

    def _refused(self, reason: str) -> None:
        self.show_message(reason, self.entry_delegate.index)

    def _cancelled(self) -> None:
        self.hide_message()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hide_message()
        self.entry_delegate.keeps_arrows = event.key() == Qt.Key.Key_F2
        asked = self._asked(event)
        if asked is not None:
            asked.emit()
        elif not self._moved(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep the first letters of an input method that hands them over at once: Qt opens editors for others only."""
        here = self.currentIndex()
        if event.commitString() and not event.preeditString() and self.entry_delegate.editor is None and here.isValid():
            self.entry_delegate.keeps_arrows = False
            if self.entry_model.is_typed(here):
                self.edit(here)
                self.entry_delegate.begin_with(event)
        else:
            super().inputMethodEvent(event)

    def _asked(self, event: QKeyEvent) -> SignalInstance | None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        with_control = {
            Qt.Key.Key_C: self.copy_asked,
            Qt.Key.Key_X: self.cut_asked,
            Qt.Key.Key_V: self.paste_asked,
            Qt.Key.Key_D: self.fill_down_asked,
            Qt.Key.Key_Space: self.not_occurred_asked,
        }
        if control and event.key() in with_control:
            return with_control[Qt.Key(event.key())]
        if shift and event.key() == Qt.Key.Key_F2:
            return self.note_asked
        if event.key() == Qt.Key.Key_F6:
            return self.leave_asked
        return self.clear_asked if event.key() == Qt.Key.Key_Delete else None

    def _moved(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Space and shift:
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(self.currentIndex(), flag.ClearAndSelect | flag.Rows)
            return True
        if key == Qt.Key.Key_Backspace and self.entry_model.is_typed(self.currentIndex()):
            self.edit(self.currentIndex())
            self.entry_delegate.begin_empty()
            return True
        if (
            key in (*_ENTERS, *_TABS, *_ENDS)
            or (control and key in _ARROWS)
            or (shift and not control and key in _ACTIONS)
        ):
            moved = self._move(key, modifiers)
            event.setAccepted(moved or key not in _TABS)
            return True
        return False

    def _move(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Go where a key leads from the current cell; False when there is nowhere to go."""
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        goal = self._goal(key, shift, bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        if goal is None:
            return False
        if shift and key not in (*_ENTERS, *_TABS):
            self._extend(*goal)
        else:
            self.go_to(*goal)
        return True

    def _goal(self, key: int, shift: bool, control: bool) -> tuple[int, int] | None:
        model, start = self.entry_model, self.currentIndex()
        here = start.row(), start.column()
        if key in _ENTERS:
            return next_wanted(model, here) if control else down(model, here, -1 if shift else 1)
        if key in _TABS:
            return beside(model, here, -1 if shift or key == Qt.Key.Key_Backtab else 1)
        if key in _ENDS:
            return end_of(model, here, key, whole=control)
        if control:
            hidden = [each for each in Column if self.isColumnHidden(each)]
            return edge(model, here, key, hidden)
        goal = self.moveCursor(_ACTIONS[Qt.Key(key)], Qt.KeyboardModifier.NoModifier)
        return (goal.row(), goal.column()) if goal.isValid() and goal != start else None

    def _extend(self, row: int, column: int) -> None:
        """Select from where the selection began to a cell, which becomes the current one."""
        model, flag = self.entry_model, QItemSelectionModel.SelectionFlag
        goal = model.index(row, column)
        begin = model.index(self._anchor.row(), self._anchor.column()) if self._anchor.isValid() else goal
        self._is_extending = True
        self.selectionModel().setCurrentIndex(goal, flag.NoUpdate)
        self._is_extending = False
        corners = (
            min(begin.row(), row),
            min(begin.column(), column),
            max(begin.row(), row),
            max(begin.column(), column),
        )
        span = QItemSelection(model.index(corners[0], corners[1]), model.index(corners[2], corners[3]))
        self.selectionModel().select(span, flag.ClearAndSelect)

    # following along

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.entry_delegate.current = QPersistentModelIndex(current)
        if not self._is_extending and self.selectionModel().selectedIndexes() in ([], [current]):
            self._anchor = QPersistentModelIndex(current)
        for view in (self, self._frozen):
            view.viewport().update()
        self.cell_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click elsewhere takes the text in; one that cannot be read keeps the person there."""
        if self.finish_editing():
            self.hide_message()
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_first()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.entry_delegate.keeps_arrows = True
        super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
        cell = self.visualRect(self.currentIndex())
        if self.viewport().height() < cell.bottom() <= event.oldSize().height():
            self.scrollTo(self.currentIndex())  # a band or list that opens is not to hide where one types

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, out from under the kept column."""
        super().scrollTo(index, hint)
        rect: QRect = self.visualRect(index)
        hidden = self._frozen.width() - rect.left()
        if index.column() > Column.NAME and hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _place_frozen(self) -> None:
        header = self.horizontalHeader().height()
        frame = self.frameWidth()
        self._frozen.setGeometry(frame, frame, self.columnWidth(Column.NAME), self.viewport().height() + header)
