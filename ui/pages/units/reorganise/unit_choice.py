"""A list of units with boxes to check, and a filter without tones."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.unit import Unit
from ui.folding import fold
from ui.texts import unit_text
from ui.theme import theme
from ui.widgets.elided_label import ElidedLabel

_CODE = Qt.ItemDataRole.UserRole


class UnitChoice(QWidget):
    """Down leads from the filter to the list, Space checks a unit there; changed: others are checked. With single,
    checking one unchecks the last."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.is_single = False
        self._order: list[str] = []
        self._folded: list[str] = []  # by row, what its text is searched by
        self._names: dict[str, str] = {}
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a unit, tones or not"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setProperty("role", "boxed")
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        self._name, self.caption = name, ElidedLabel(name)
        self.caption.setProperty("role", "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        for part in (self.caption, self.filter, self.list):
            column.addWidget(part)
        self.filter.textChanged.connect(self._filtered)
        self.list.itemChanged.connect(self._item_changed)
        self.filter.installEventFilter(self)

    def show_units(self, units: Sequence[Unit]) -> None:
        """Offer units; those that are checked and still offered stay so."""
        kept = [code for code in self._order if code in {each.code for each in units}]
        self.list.blockSignals(True)
        self.list.clear()
        for unit in units:
            item = QListWidgetItem(f"{unit_text(unit)}  ({unit.code})", self.list)
            item.setData(_CODE, unit.code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if unit.code in kept else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._order, self._names = kept, {each.code: unit_text(each) for each in units}
        self._folded = [fold(self.list.item(place).text()) for place in range(self.list.count())]
        self._say_checked()
        self._filtered(self.filter.text())

    @property
    def codes(self) -> tuple[str, ...]:
        """The units that are checked, in the order in which they were."""
        return tuple(self._order)

    def check(self, code: str, is_checked: bool = True) -> None:
        """Check a unit as a person does."""
        for place in range(self.list.count()):
            item = self.list.item(place)
            if item.data(_CODE) == code:
                item.setCheckState(Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt tells of keys in the filter first."""
        is_pressed = watched is self.filter and event.type() == QEvent.Type.KeyPress
        if is_pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self._enter_list()
            return True
        return super().eventFilter(watched, event)

    def _enter_list(self) -> None:
        """Go to the first unit that the filter leaves."""
        places = range(self.list.count())
        self.list.setCurrentRow(next((place for place in places if not self.list.item(place).isHidden()), -1))
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _item_changed(self, item: QListWidgetItem) -> None:
        code = item.data(_CODE)
        if item.checkState() is Qt.CheckState.Unchecked:
            self._order = [each for each in self._order if each != code]
        elif code not in self._order:
            others = [each for each in self._order if self.is_single]
            self._order = [each for each in self._order if each not in others] + [code]
            for other in others:
                self.check(other, False)
        self._say_checked()
        self.changed.emit()

    def _say_checked(self) -> None:
        """Name those that are checked: the filter may hide some of them."""
        names = ", ".join(self._names[code] for code in self._order)
        self.caption.setText(f"{self._name}: {names}" if names else self._name)

    def _filtered(self, text: str) -> None:
        wanted = fold(" ".join(text.split()))
        for place, folded in enumerate(self._folded):
            self.list.setRowHidden(place, wanted not in folded)
