"""The proposals of a plan's text, one a row, and the buttons that decide of them."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from models.drafting.drafts import Draft, DraftState
from models.drafting.proposal import CLEAR
from ui.pages.plans.target_text import plan_target_text
from ui.theme import theme
from ui.widgets.delegates import DRAWN, TextDelegate
from ui.widgets.row_model import LEFT, RIGHT, Index, RowModel

PLACE, CODE, NAME, TARGET, CLARITY, DECISION = range(6)
ACCEPT, EDIT, REFUSE, RESTORE = "accept", "edit", "refuse", "restore"
_KEYS = {Qt.Key.Key_Return: ACCEPT, Qt.Key.Key_Enter: ACCEPT, Qt.Key.Key_E: EDIT, Qt.Key.Key_Delete: REFUSE}
_NARROW_UNITS = 560
_TARGET_UNITS, _TARGET_SHARE = 70, 0.2
_CLARITY_UNITS, _CLARITY_SHARE = 100, 0.18
_GAP_UNITS, _BUTTON_UNITS = 4, 22


class DraftModel(RowModel):
    """Rows are drafts."""

    rows: list[Draft]

    def __init__(self) -> None:
        super().__init__()
        self.rows = []
        self._year = 0
        self.headings = (
            self.tr("Place"),
            self.tr("Code"),
            self.tr("Indicator"),
            self.tr("Target"),
            self.tr("Clarity"),
            self.tr("Decision"),
        )

    def show_drafts(self, rows: list[Draft], year: int) -> None:
        """Show drafts of a plan of a year; where there are as many as before, the cursor stays."""
        self._year = year
        if len(rows) != len(self.rows) or not rows:
            self.show_rows(rows)
            return
        self.rows = rows
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Return the side on which a column stands."""
        return RIGHT if column in (PLACE, TARGET) else LEFT

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks what a cell shows."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.side(column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._hint(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._shown(row, column) or self.state_word(row)
            case Qt.ItemDataRole.FontRole:
                return theme().font(13, bold=True) if column in (PLACE, TARGET) else None
            case Qt.ItemDataRole.ForegroundRole:
                return theme().colour(_colour(row, column))
        return row if role == DRAWN and column == DECISION else None

    def state_word(self, row: Draft) -> str:
        """Return what was decided of a draft."""
        words = {
            DraftState.WAITING: self.tr("waiting"),
            DraftState.ACCEPTED: self.tr("accepted"),
            DraftState.REFUSED: self.tr("refused"),
        }
        return words[row.state]

    def target_text(self, row: Draft) -> str:
        """Return the target that a draft sets."""
        return plan_target_text(row.indicator, row.indicator.target, self._year) or "–"

    def _shown(self, row: Draft, column: int) -> str:
        match column:
            case 0:
                return str(row.place)
            case 1:
                return "" if row.state is DraftState.REFUSED else row.indicator.code
            case 2:
                return row.indicator.label
            case 3:
                return self.target_text(row)
            case 4:
                return "; ".join(row.doubts) if row.is_waiting and row.doubts else CLEAR if row.is_clear else ""
        return ""

    def _hint(self, row: Draft, column: int) -> str:
        if column == CLARITY:
            return "\n".join(row.doubts) or CLEAR
        if column == CODE and row.known is not None:
            return self.tr("Sets the target of {code}, which the plan has").format(code=row.known.code)
        if column == DECISION and row.is_waiting:
            return self.tr("Enter accepts, E edits, Delete refuses")
        return row.indicator.name if column in (CODE, NAME) else self._shown(row, column)


def _colour(row: Draft, column: int) -> str:
    if row.state is DraftState.REFUSED:
        return "muted"
    if column == PLACE:
        return "accent"
    if column == CLARITY and row.doubts:
        return "warning_text"
    return "text" if column in (NAME, TARGET) else "text2"


class DecisionDelegate(TextDelegate):
    """Draws the buttons of a draft that waits, and the word of one that was decided. pressed: the row and which."""

    pressed = Signal(int, str)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._words = {ACCEPT: self.tr("Accept"), EDIT: self.tr("Edit"), RESTORE: self.tr("Take back")}

    def width(self) -> int:
        """Return what the buttons of a draft that waits need."""
        rects = self._rects(QRect(0, 0, 10_000, theme().px(27)), (ACCEPT, EDIT, REFUSE))
        return 10_000 - rects[ACCEPT].left() + theme().px(_GAP_UNITS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt asks for a cell to be drawn."""
        super().paint(painter, option, index)
        draft: Draft = index.data(DRAWN)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(12))
        if draft.state is DraftState.ACCEPTED:
            self._accepted(painter, option.rect, index)
        for key, rect in self.buttons(option.rect, index).items():
            self._button(painter, rect, key, is_primary=is_current and key == ACCEPT)
        painter.restore()

    def editorEvent(self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: Index) -> bool:
        """Qt hands over what is done to a cell: a press on a button is a decision."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            for key, rect in self.buttons(option.rect, index).items():
                if rect.contains(event.position().toPoint()):
                    self.pressed.emit(index.row(), key)
                    return True
        return False

    def buttons(self, rect: QRect, index: Index) -> dict[str, QRect]:
        """Return the buttons of a cell by what they do, and where in its rectangle they stand."""
        return self._rects(rect, _keys(index.data(DRAWN)))

    def _accepted(self, painter: QPainter, rect: QRect, index: Index) -> None:
        look = theme()
        word, size = str(index.data(Qt.ItemDataRole.AccessibleTextRole)), look.px(14)
        width = QFontMetrics(look.font(12)).horizontalAdvance(word)
        left = rect.right() - width - look.px(8)
        mark = QRectF(left - size - look.px(4), rect.center().y() - size / 2, size, size)
        look.paint_icon(painter, mark, "check", "success")
        painter.setPen(look.colour("success"))
        painter.drawText(rect.adjusted(0, 0, -look.px(8), 0), RIGHT, word)

    def _rects(self, rect: QRect, keys: tuple[str, ...]) -> dict[str, QRect]:
        """Return where the buttons stand, from the right."""
        look, metrics = theme(), QFontMetrics(theme().font(12))
        height, right = look.px(_BUTTON_UNITS), rect.right() - look.px(_GAP_UNITS)
        found: dict[str, QRect] = {}
        for key in reversed(keys):
            width = height if key == REFUSE else metrics.horizontalAdvance(self._words[key]) + look.px(16)
            found[key] = QRect(right - width, rect.center().y() - height // 2, width, height)
            right -= width + look.px(_GAP_UNITS)
        return found

    def _button(self, painter: QPainter, rect: QRect, key: str, *, is_primary: bool) -> None:
        look = theme()
        painter.setPen(look.colour("accent" if is_primary else "input_border"))
        painter.setBrush(look.colour("accent" if is_primary else "surface"))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        if key == REFUSE:
            size = look.px(12)
            place = QRectF(rect.center().x() - size / 2 + 0.5, rect.center().y() - size / 2 + 0.5, size, size)
            look.paint_icon(painter, place, "close", "text2")
            return
        painter.setPen(look.colour("on_accent" if is_primary else "text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._words[key])


def _keys(draft: Draft) -> tuple[str, ...]:
    if draft.state is DraftState.WAITING:
        return ACCEPT, EDIT, REFUSE
    return (RESTORE,) if draft.state is DraftState.REFUSED else ()


class DraftTable(QTableView):
    """The rows of drafts; Enter accepts, E edits, Delete refuses or takes that back. decided: the draft and which.

    chosen: the draft under the cursor."""

    decided = Signal(object, str)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.drafts = DraftModel()
        self.delegate = DecisionDelegate(self)
        self.setModel(self.drafts)
        self.setItemDelegate(TextDelegate(self))
        self.setItemDelegateForColumn(DECISION, self.delegate)
        self.setAccessibleName(self.tr("Proposals"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme().px(27))
        self._set_widths()
        self.delegate.pressed.connect(self._pressed)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(self._double_clicked)

    def show_drafts(self, rows: list[Draft], year: int) -> None:
        """Show drafts of a plan of a year."""
        self.drafts.show_drafts(rows, year)
        self._give_room()

    def current(self) -> Draft | None:
        """Return the draft under the cursor."""
        row = self.currentIndex().row()
        return self.drafts.rows[row] if 0 <= row < len(self.drafts.rows) else None

    def choose_place(self, place: int) -> None:
        """Put the cursor on the first draft of a place that still waits, else on its first one."""
        mine = [row for row, each in enumerate(self.drafts.rows) if each.place == place]
        waiting = [row for row in mine if self.drafts.rows[row].is_waiting]
        if mine:
            self._go((waiting or mine)[0])

    def choose_code(self, code: str) -> None:
        """Put the cursor on the draft of an indicator's target; where there is none it stays."""
        mine = [row for row, each in enumerate(self.drafts.rows) if each.indicator.code == code]
        waiting = [row for row in mine if self.drafts.rows[row].is_waiting]
        if mine and self.currentIndex().row() not in mine:
            self._go((waiting or mine)[0])

    def choose_next_waiting(self) -> None:
        """Put the cursor on the next draft that waits, from the one under it on, round the list."""
        rows, start = self.drafts.rows, max(self.currentIndex().row(), 0)
        order = [*range(start, len(rows)), *range(start)]
        if (found := next((row for row in order if rows[row].is_waiting), None)) is not None:
            self._go(found)

    def _go(self, row: int) -> None:
        self.setCurrentIndex(self.drafts.index(row, NAME))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts, E edits, Delete refuses or takes that back."""
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        draft, key = self.current(), _KEYS.get(Qt.Key(event.key())) if is_plain else None
        if draft is None or key is None:
            super().keyPressEvent(event)
            return
        if draft.state is DraftState.REFUSED and key in (REFUSE, ACCEPT):
            self.decided.emit(draft, RESTORE)
        elif draft.is_waiting:
            self.decided.emit(draft, key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow panel leaves the code to the tooltip."""
        super().resizeEvent(event)
        self.setColumnHidden(CODE, self.width() < theme().px(_NARROW_UNITS))
        self._give_room()

    def _give_room(self) -> None:
        """Give targets what they need and clarity what it can have, of a wide panel more."""
        widest = min(self.sizeHintForColumn(TARGET), round(self.width() * _TARGET_SHARE))
        header = self.horizontalHeader()
        header.resizeSection(TARGET, max(theme().px(_TARGET_UNITS), widest))
        header.resizeSection(CLARITY, max(theme().px(_CLARITY_UNITS), round(self.width() * _CLARITY_SHARE)))

    def _set_widths(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(theme().px(24))
        for column, width in ((PLACE, 40), (CODE, 80)):
            header.resizeSection(column, theme().px(width))
        header.resizeSection(DECISION, self.delegate.width())
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

    def _moved(self, current: QModelIndex) -> None:
        if 0 <= current.row() < len(self.drafts.rows):
            self.chosen.emit(self.drafts.rows[current.row()])
        self.viewport().update()  # the primary button is that of the row under the cursor

    def _pressed(self, row: int, key: str) -> None:
        self.decided.emit(self.drafts.rows[row], key)

    def _double_clicked(self, index: QModelIndex) -> None:
        draft = self.current()
        if draft is not None and draft.is_waiting and index.column() != DECISION:
            self.decided.emit(draft, EDIT)
