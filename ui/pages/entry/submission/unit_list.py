"""The units beside the grid, where there is room: the state of each form, what is filled, and what is done with it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from models.submission import Standing, SubmissionState
from models.unit import UnitTree
from ui.texts import unit_text
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.kept_choice import kept_choice
from ui.widgets.row_model import Index
from ui.widgets.submission_mark import submission_look, submission_word

STANDING = Qt.ItemDataRole.UserRole
CODE = STANDING + 1
WIDTH_UNITS, ROW_UNITS = 296, 34


class UnitModel(QAbstractListModel):
    """One line a unit, in the order in which one steps through them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Standing] = ()
        self._tree = UnitTree(())

    def show_standings(self, rows: Sequence[Standing], tree: UnitTree) -> None:
        """Show other standings; of the same units, without a reset."""
        same = [each.unit for each in rows] == [each.unit for each in self.rows]
        if same and rows:
            self.rows, self._tree = rows, tree
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows, self._tree = rows, tree
        self.endResetModel()

    def row_of(self, unit: str | None) -> int:
        """Return the line of a unit, -1 where it has none."""
        return next((row for row, each in enumerate(self.rows) if each.unit == unit), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        standing = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return unit_text(self._tree[standing.unit])
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                parts = (unit_text(self._tree[standing.unit]), word_of(standing), filled_text(standing))
                return ", ".join(parts) + (f"\n{standing.reason}" if standing.reason else "")
            case _ if role == CODE:
                return standing.unit
        return standing if role == STANDING else None


def word_of(standing: Standing) -> str:
    """Return the word of a standing; a draft with nothing in it is not sent, and one that nothing is asked of is due
    to nobody."""
    if is_empty(standing) and not standing.expected:
        return QCoreApplication.translate("Texts", "Nothing to send")
    return submission_word(standing.state, is_empty=is_empty(standing))


def is_empty(standing: Standing) -> bool:
    """Whether nothing is filled in, and nothing was ever sent."""
    return not standing.filled and standing.sent_on is None


def filled_text(standing: Standing) -> str:
    """Return how many of the expected cells are filled: 13/16."""
    return f"{standing.filled}/{standing.expected}"


class UnitDelegate(QStyledItemDelegate):
    """Paints icon, name, state and filled cells of a unit; current is the unit whose form is shown."""

    current: str | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(WIDTH_UNITS - 40), theme().px(ROW_UNITS))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect = theme(), QRectF(option.rect)
        standing: Standing = index.data(STANDING)
        is_current = standing.unit == self.current
        painter.save()
        if is_current or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("accent_soft"))
        if is_current:
            painter.fillRect(QRectF(rect.left(), rect.top(), look.px(3), rect.height()), look.colour("accent"))
        painter.setPen(look.colour("grid"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        shown = submission_look(standing.state, is_empty=is_empty(standing))
        side = look.px(15)
        mark = QRectF(rect.left() + look.px(11), rect.center().y() - side / 2, side, side)
        look.paint_icon(painter, mark, shown.icon, shown.text)
        self._paint_words(painter, rect.adjusted(look.px(34), 0, -look.px(10), 0), index, is_bold=is_current)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look.colour("accent"))
            painter.drawRect(rect.adjusted(0.5, 0.5, -1, -1.5))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, index: Index, *, is_bold: bool) -> None:
        """Draw filled cells at the right, the state's word left of them, and the name in the room that is left."""
        look, standing = theme(), index.data(STANDING)
        middle, left = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft
        painter.setFont(look.font(12))
        metrics = QFontMetrics(painter.font())
        counted, word = filled_text(standing), word_of(standing)
        painter.setPen(look.colour("text"))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, counted)
        rect.setRight(rect.right() - max(metrics.horizontalAdvance(counted), look.px(36)) - look.px(8))
        painter.setPen(look.colour("text2"))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, word)
        rect.setRight(rect.right() - metrics.horizontalAdvance(word) - look.px(8))
        painter.setFont(look.font(13, bold=is_bold))
        painter.setPen(look.colour("text"))
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, middle | left, name)


class UnitView(QListView):
    """Enter opens the unit under the cursor; a click with Ctrl or Shift only chooses."""

    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self.opened.emit(index)


class UnitList(QFrame):
    """All units of the quarter. chosen(code): show its form; accept_asked, return_asked(codes); press_asked."""

    chosen = Signal(str)
    accept_asked = Signal(list)
    return_asked = Signal(list)
    press_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setProperty("role", "panel")
        self.setFixedWidth(look.px(WIDTH_UNITS))
        self.model = UnitModel(self)
        self.view = UnitView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Units and their forms"))
        self.delegate = UnitDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.counts = ElidedLabel()
        self.accept = QPushButton(look.icon("check"), self.tr("Take in"))
        self.give_back = QPushButton(look.icon("return"), self.tr("Return…"))
        self.press = QPushButton(look.icon("mail"), self.tr("Press units that have not sent"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, look.px(8))
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.view, 1)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for button in (self.accept, self.give_back):
            button.setProperty("role", "small")
            row.addWidget(button, 1)
        below = QVBoxLayout()
        below.setContentsMargins(look.px(10), look.px(8), look.px(10), 0)
        below.setSpacing(look.px(6))
        below.addLayout(row)
        below.addWidget(self.press)
        column.addLayout(below)

    def _head(self) -> QWidget:
        look = theme()
        head = QFrame()
        head.setProperty("role", "panel-head")
        head.setFixedHeight(look.px(34))
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(12), 0, look.px(12), 0)
        title = QLabel(self.tr("Units"))
        title.setProperty("role", "section")
        self.counts.setProperty("role", "secondary")
        row.addWidget(title)
        row.addWidget(self.counts, 1)
        return head

    def _connect(self) -> None:
        self.view.opened.connect(self._opened)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        self.view.customContextMenuRequested.connect(self._menu_asked)
        self.accept.clicked.connect(self._accept_clicked)
        self.give_back.clicked.connect(self._return_clicked)
        self.press.clicked.connect(self.press_asked)

    def in_order(self) -> list[QWidget]:
        """Return what takes the keyboard, from top to bottom."""
        return [self.view, self.accept, self.give_back, self.press]

    def show_standings(self, rows: Sequence[Standing], tree: UnitTree, current: str | None) -> None:
        """Show where the forms of all units stand, and whose is on the screen; the chosen units stay chosen."""
        with kept_choice(self.view, CODE):
            self.model.show_standings(rows, tree)
        counts = Counter(each.state for each in rows)
        self.counts.setText(
            self.tr("{accepted} taken in · {sent} sent").format(
                accepted=counts[SubmissionState.ACCEPTED], sent=counts[SubmissionState.SUBMITTED]
            )
        )
        self.press.setEnabled(any(not each.state.is_locked for each in rows))
        self.show_current(current)
        self._enable()

    def show_current(self, unit: str | None) -> None:
        """Mark the unit whose form is shown, and bring it into sight."""
        if unit == self.delegate.current and self.view.currentIndex().isValid():
            self.view.viewport().update()
            return
        self.delegate.current = unit
        if (row := self.model.row_of(unit)) >= 0:
            selection = self.view.selectionModel()  # the view itself would add to it while Ctrl of Ctrl+PgDn is down
            selection.setCurrentIndex(self.model.index(row), selection.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(self.model.index(row))
        self.view.viewport().update()

    def selected(self) -> list[str]:
        """Return the units that are chosen, from top to bottom."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [self.model.rows[row].unit for row in rows]

    def _enable(self) -> None:
        rows = [self.model.rows[index.row()] for index in self.view.selectionModel().selectedIndexes()]
        has_sent = any(each.state is SubmissionState.SUBMITTED for each in rows)
        self.accept.setEnabled(has_sent)
        self.give_back.setEnabled(has_sent)

    def _opened(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.rows[index.row()].unit)

    def _accept_clicked(self) -> None:
        self.accept_asked.emit(self.selected())

    def _return_clicked(self) -> None:
        self.return_asked.emit(self.selected())

    def _menu_asked(self, place: Any) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, slot, button in (
            (self.accept.text(), self._accept_clicked, self.accept),
            (self.give_back.text(), self._return_clicked, self.give_back),
        ):
            action = QAction(button.icon(), text, menu)
            action.setEnabled(button.isEnabled())
            action.triggered.connect(slot)
            menu.addAction(action)
        menu.popup(self.view.viewport().mapToGlobal(place))
