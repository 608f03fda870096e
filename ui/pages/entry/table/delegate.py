"""How cells of the grid are painted and edited."""

from functools import cache

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.measure import Kind
from models.progress import State
from ui.folding import fold
from ui.pages.entry.form import Column
from ui.pages.entry.reading import NO, YES
from ui.pages.entry.table.table_model import CELL_ROLE, Cell, EntryModel
from ui.texts import state_word
from ui.theme import Theme, set_role, theme
from ui.widgets.row_model import Index
from ui.widgets.state_mark import MARK_UNITS, paint_state

FRAME = 2
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_VERTICAL = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_HORIZONTAL = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@cache
def _font(look: Theme, units: float, bold: bool = False) -> QFont:
    """Return a font of the theme: made once, not for every cell of every paint."""
    return look.font(units, bold=bold)


@cache
def _colour(look: Theme, role: str) -> QColor:
    return look.colour(role)


class EntryDelegate(QStyledItemDelegate):
    """Paints the cell states, and keeps an editor open while its text cannot be read.

    committed(key, modifiers): the text was taken and the editor closed by that key. refused(reason): it was not."""

    committed = Signal(int, object)
    refused = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor: QWidget | None = None
        self.index = QPersistentModelIndex()
        self.keeps_arrows = False
        self._typed = ""
        self.current = QPersistentModelIndex()
        self.provisional_word = self.tr("provisional")

    # painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell | None = index.data(CELL_ROLE)
        if cell is None:
            return
        rect = QRectF(option.rect)
        current = self.current.isValid() and index == self.current and not cell.is_heading
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and not current
        painter.save()
        painter.fillRect(rect, _ground(cell, index.column(), selected))
        _paint_marks(painter, rect, cell, FRAME if current else 0)
        if index.column() == Column.NAME:
            _paint_name(painter, rect, cell)
        elif cell.state is not None:
            _paint_state(painter, rect, cell, self.provisional_word)
        else:
            _paint_value(painter, rect, cell)
        if current:
            painter.setPen(QPen(_colour(theme(), "accent"), FRAME))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    # editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, EntryModel)
        row = model.rows[index.row()]
        kind = row.indicator.kind if row.indicator else Kind.COUNT
        editor = self._box(parent, model, kind) if kind in (Kind.GRADE, Kind.YES_NO) else _line(parent)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        self.editor, self.index, self._typed = editor, QPersistentModelIndex(index), ""
        return editor

    def _box(self, parent: QWidget, model: EntryModel, kind: Kind) -> QComboBox:
        box = QComboBox(parent)
        names = (YES, NO) if kind is Kind.YES_NO else model.form.grades if model.form else ()
        box.addItems(["", *names])
        box.activated.connect(self._chosen)
        return box

    def _chosen(self) -> None:
        self.commit()

    def begin_with(self, event: QInputMethodEvent) -> None:
        """Give the editor the text that an input method began with, in place of what was there."""
        if isinstance(self.editor, QLineEdit):
            self.editor.selectAll()
            QApplication.sendEvent(self.editor, event)
        elif isinstance(self.editor, QComboBox):
            self._search(self.editor, event.commitString())

    def _composed(self, box: QComboBox, event: QInputMethodEvent) -> bool:
        """Take what an input method composed as letters typed: the box itself has no ear for them."""
        self._search(box, event.commitString())
        return True

    def _search(self, box: QComboBox, letters: str) -> None:
        """Choose the first name that begins with all letters typed so far, tone marks or not.

        Letters that fit no name change nothing: an input method's keys for tones (khas, kha1) are such."""
        names = [fold(box.itemText(place)) for place in range(box.count())]
        for letter in fold(letters):
            self._typed += letter
            found = next((place for place, name in enumerate(names) if name.startswith(self._typed)), -1)
            if found >= 0:
                box.setCurrentIndex(found)

    def begin_empty(self) -> None:
        """Take the text out of the open editor: leaving it so takes the value out, Esc gives it back."""
        if isinstance(self.editor, QLineEdit):
            self.editor.clear()
            self.editor.setModified(True)
        elif isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(0)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            if editor.findText(text) < 0:  # a grade that the plan does not know is not lost by a look
                editor.addItem(text)
            editor.setCurrentIndex(editor.findText(text))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Called by the view when another cell becomes current: take the text when it can be read."""
        if _is_touched(editor, index):
            model.setData(index, _text(editor))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self.editor, self.index = None, QPersistentModelIndex()
        super().destroyEditor(editor, index)

    def commit(self, key: int = 0, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
        """Take in what the open editor holds and close it; False: it was refused and stays open with its text."""
        editor, index = self.editor, self.index
        if editor is None or not index.isValid():
            return True
        model = index.model()
        assert isinstance(model, EntryModel)
        if _is_touched(editor, index) and not model.setData(index, _text(editor)):
            editor.setProperty("invalid", "true")
            set_role(editor, "cell")
            editor.setAccessibleDescription(model.refusal)
            self.refused.emit(model.refusal)
            return False
        self.editor, self.index = None, QPersistentModelIndex()
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.committed.emit(key, modifiers)
        return True

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(event)
        if isinstance(event, QInputMethodEvent) and isinstance(self.editor, QComboBox) and editor is self.editor:
            return self._composed(self.editor, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape or self._ends_editing(event):
                event.accept()
                return True
        elif event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if editor is self.editor and event.reason() not in kept:
                self.commit()
        return False

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            editor, self.editor, self.index = self.editor, None, QPersistentModelIndex()
            if editor is not None:
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.cancelled.emit()
            return True
        if self._ends_editing(event):
            self.commit(event.key(), event.modifiers())
            return True
        with_control = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        text = event.text() if self._typed else event.text().strip()  # a blank at first opens the list
        if isinstance(self.editor, QComboBox) and not with_control and text and text.isprintable():
            self._search(self.editor, text)  # the box's own search would take the first letter for the choice
            return True
        return False

    def _ends_editing(self, event: QKeyEvent) -> bool:
        """Arrows leave a cell whose typing began with a key, and move inside a text opened with F2."""
        key = event.key()
        if key in _ENTERS or key in _TABS:
            return True
        if isinstance(self.editor, QComboBox):
            return key in _HORIZONTAL
        return key in _VERTICAL or (key in _HORIZONTAL and not self.keeps_arrows and not event.modifiers())


def _line(parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setAlignment(_RIGHT)
    return line


def _text(editor: QWidget) -> str:
    return editor.currentText() if isinstance(editor, QComboBox) else str(editor.property("text"))


def _is_touched(editor: QWidget, index: Index) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.isModified()
    return _text(editor) != str(index.data(Qt.ItemDataRole.EditRole) or "")


def _ground(cell: Cell, column: int, selected: bool) -> QColor:
    if selected:
        return _colour(theme(), "accent_soft")
    if cell.is_warned and cell.is_typed:
        return _colour(theme(), "warning_soft")
    if cell.is_locked:
        return _colour(theme(), "surface2")
    plain = cell.is_typed or (not cell.is_heading and not cell.is_main and column == Column.NAME)
    return _colour(theme(), "surface" if plain or not (cell.is_heading or cell.is_main) else "surface2")


def paint_ground(painter: QPainter, rect: QRectF, cell: Cell) -> None:
    """Draw what lies under a cell's text: its ground, and the marks of its states."""
    painter.fillRect(rect, _ground(cell, Column.Q1, False))
    _paint_marks(painter, rect, cell)


def _paint_marks(painter: QPainter, rect: QRectF, cell: Cell, inset: int = 0) -> None:
    look = theme()
    size = look.px(7)
    painter.setPen(Qt.PenStyle.NoPen)
    if cell.is_locked:
        painter.fillRect(rect, QBrush(_colour(look, "border"), Qt.BrushStyle.BDiagPattern))
    if cell.is_warned and cell.is_typed:
        painter.setBrush(_colour(look, "warning_text"))
        corner = rect.topRight() + QPointF(-inset, inset)
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(size, 0), corner + QPointF(0, size)]))
    if cell.has_note:
        painter.setBrush(_colour(look, "accent"))
        corner = rect.bottomLeft() + QPointF(inset, -inset)
        painter.drawPolygon(QPolygonF([corner, corner + QPointF(size, 0), corner - QPointF(0, size)]))
    if cell.is_wanted:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_colour(look, "no_data_fill"), 1, Qt.PenStyle.DashLine))
        margin = look.px(3)
        painter.drawRoundedRect(rect.adjusted(margin + 0.5, margin + 0.5, -margin - 1.5, -margin - 1.5), 2, 2)
    if cell.is_saved:
        side = look.px(12)
        mark = QRectF(rect.left() + look.px(4), rect.center().y() - side / 2, side, side)
        look.paint_icon(painter, mark, "check", "success")
    if cell.is_name:
        painter.setPen(QPen(_colour(look, "input_border"), 1))
        painter.drawLine(QPointF(rect.right() - 0.5, rect.top() - 1), QPointF(rect.right() - 0.5, rect.bottom()))
    if cell.is_entered:
        painter.setPen(QPen(_colour(look, "accent"), 1))
        painter.drawLine(QPointF(rect.left() + 0.5, rect.top() - 1), QPointF(rect.left() + 0.5, rect.bottom()))
        painter.drawLine(QPointF(rect.right() - 0.5, rect.top() - 1), QPointF(rect.right() - 0.5, rect.bottom()))


def _paint_name(painter: QPainter, rect: QRectF, cell: Cell) -> None:
    look = theme()
    inside = rect.adjusted(look.px(8 if cell.is_main or cell.is_heading else 24), 0, -look.px(6), 0)
    if cell.code:
        inside = _paint_text(painter, inside, cell.code, "text2")
        inside.adjust(look.px(8), 0, 0, 0)
    bold = cell.is_main or cell.is_heading
    after_width = 0.0
    if cell.after:
        painter.setFont(_font(look, 12))
        after_width = painter.fontMetrics().horizontalAdvance(cell.after) + 2
    rest = _paint_text(painter, inside.adjusted(0, 0, -after_width, 0), cell.text, "text" if bold else "text2", bold)
    if cell.after:
        rest.setRight(inside.right())
        _paint_text(painter, rest, cell.after, "muted", size=12)


def _paint_text(painter: QPainter, rect: QRectF, text: str, role: str, bold: bool = False, size: float = 13) -> QRectF:
    """Draw a text, shortened where it does not fit, and return what is left on its right."""
    painter.setFont(_font(theme(), size, bold))
    painter.setPen(_colour(theme(), role))
    metrics = painter.fontMetrics()
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, _LEFT, fitting)
    return rect.adjusted(metrics.horizontalAdvance(fitting), 0, 0, 0)


def state_width(provisional: str) -> int:
    """Return how wide the column of states must be for the longest of them, and for those that may be provisional."""
    look = theme()
    words, small = QFontMetrics(_font(look, 13, True)), QFontMetrics(_font(look, 12))
    after = look.px(6) + small.horizontalAdvance(provisional)
    widths = [words.horizontalAdvance(state_word(each)) for each in State]
    judged = [words.horizontalAdvance(state_word(each)) + after for each in (State.MET, State.NEAR, State.MISSED)]
    return look.px(MARK_UNITS + 20) + max(*widths, *judged)


def _paint_state(painter: QPainter, rect: QRectF, cell: Cell, provisional: str) -> None:
    look = theme()
    painter.setFont(_font(look, 13))
    inside = rect.adjusted(look.px(8), 0, -look.px(4), 0)
    if cell.state is not None:
        paint_state(painter, inside, cell.state)
    if cell.is_provisional and cell.state is not State.TO_CHECK:
        painter.setFont(_font(look, 13, True))
        word = painter.fontMetrics().horizontalAdvance(cell.text)
        _paint_text(painter, inside.adjusted(look.px(MARK_UNITS + 12) + word, 0, 0, 0), provisional, "muted", size=12)


def _paint_value(painter: QPainter, rect: QRectF, cell: Cell) -> None:
    look = theme()
    if cell.hint and not cell.text:
        painter.setFont(_font(look, 11))
        painter.setPen(_colour(look, "muted"))
        painter.drawText(rect.adjusted(look.px(4), 0, -look.px(7), 0), _RIGHT, cell.hint)
        return
    painter.setFont(_font(look, 13, cell.is_bold))
    role = "warning_text" if cell.is_warned and not cell.is_typed else "text2" if cell.is_muted else "text"
    painter.setPen(_colour(look, role))
    painter.drawText(rect.adjusted(look.px(4), 0, -look.px(7), 0), _RIGHT, cell.text)
