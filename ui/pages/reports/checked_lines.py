"""Lines chosen from a list by ticking them; own lines can be added below it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from ui.theme import theme
from ui.widgets.fields import Field
from ui.widgets.typed_values import read_text

MOST_UNITS = 200
BESIDE_TICK = 24


class _BesideTick(QStyledItemDelegate):
    """Leaves a line the room that its tick and a bar to scroll take.

    WORKAROUND: Qt 6 breaks a ticked line as if there were no tick, then cuts it (QCommonStyle, viewItemSize)."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        beside = QStyleOptionViewItem(option)
        style, widget = beside.widget.style(), beside.widget
        tick = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, widget).width()
        beside.rect = option.rect.adjusted(0, 0, -tick - theme().px(BESIDE_TICK), 0)
        return super().sizeHint(beside, index)


class LineList(QListWidget):
    """As high as its lines, up to a limit; long ones are broken."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_BesideTick(self))
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "boxed")

    def fit(self) -> None:
        """Take the height that the lines need."""
        self.doItemsLayout()
        height = sum(self.visualItemRect(self.item(row)).height() for row in range(self.count()))
        self.setFixedHeight(min(max(height, theme().px(26)), theme().px(MOST_UNITS)) + theme().px(6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class CheckedLines(Field):
    """Hands over the ticked lines as a tuple, in the order of the list. name: what one line is, for those who hear."""

    def __init__(self, name: str) -> None:
        self.list = LineList()
        self.own = QLineEdit()
        self.add_button = QPushButton(theme().icon("plus"), "")
        self._choices: tuple[str, ...] = ()
        self._kept: tuple[str, ...] = ()
        super().__init__(self.list)
        self.own.setPlaceholderText(self.tr("another line"))
        self.own.setAccessibleName(self.tr("Another line: {name}").format(name=name))
        self.add_button.setProperty("role", "small")
        self.add_button.setAccessibleName(self.tr("Add the line"))
        self.add_button.setToolTip(self.tr("Add the line"))
        row = QHBoxLayout()
        row.setSpacing(theme().px(4))
        row.addWidget(self.own, 1)
        row.addWidget(self.add_button)
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.addLayout(row)
        self.list.itemChanged.connect(self.commit)
        self.own.returnPressed.connect(self.add_line)
        self.add_button.clicked.connect(self.add_line)

    def set_choices(self, choices: Sequence[str], *, is_anew: bool) -> None:
        """Offer other lines with the next value; is_anew: those that were there before are of no use any more."""
        self._choices = tuple(choices)
        if is_anew:
            self.list.clear()

    def value(self) -> tuple[str, ...]:
        """Return the ticked lines."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.text() for item in items if item.checkState() is Qt.CheckState.Checked)

    def add_line(self) -> None:
        """Tick what was typed as a line of its own."""
        line = read_text(self.own.text())
        self.own.clear()
        if line and line not in self.value():
            kept = self._kept
            self._put((*self.value(), line))
            self._kept = kept
            self.commit()

    def commit(self, *_: object) -> bool:
        """Hand over other lines."""
        if self._is_touched():
            self.accept()
            self._kept = self.value()
            self.committed.emit(self._kept)
        return self.message.isHidden()

    def restore(self) -> None:
        """Tick the lines that are kept."""
        self._put(self._kept)
        self.accept()

    def _put(self, value: Any) -> None:
        """Show what is ticked first, in its own order, then what else is usual; lines that are there stay there."""
        before = tuple(self.list.item(row).text() for row in range(self.list.count()))
        self._kept = tuple(value)
        lines = tuple(dict.fromkeys((*self._kept, *self._choices, *before)))
        if set(lines) <= set(before) and tuple(each for each in before if each in self._kept) == self._kept:
            lines = before
        at = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(line)
            item.setToolTip(line)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if line in self._kept else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(at, 0), len(lines) - 1))
        self.list.blockSignals(False)
        self.list.fit()

    def _is_touched(self) -> bool:
        return self.value() != self._kept
