"""A list of units with boxes to check, and a filter without tones."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.unit import Unit
from ui.folding import fold
from ui.texts import unit_text
from ui.theme import theme

_CODE = Qt.ItemDataRole.UserRole


class UnitChoice(QWidget):
    """Space checks a unit; changed: others are checked. With single, checking one unchecks the last."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.is_single = False
        self._order: list[str] = []
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a unit, tones or not"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setProperty("role", "boxed")
        self.list.setAccessibleName(name)
        self.list.setUniformItemSizes(True)
        caption = QLabel(name)
        caption.setProperty("role", "secondary")
        caption.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        for part in (caption, self.filter, self.list):
            column.addWidget(part)
        self.filter.textChanged.connect(self._filtered)
        self.list.itemChanged.connect(self._item_changed)

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
        self._order = kept
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

    def _item_changed(self, item: QListWidgetItem) -> None:
        code = item.data(_CODE)
        if item.checkState() is Qt.CheckState.Unchecked:
            self._order = [each for each in self._order if each != code]
        elif code not in self._order:
            others = [each for each in self._order if self.is_single]
            self._order = [each for each in self._order if each not in others] + [code]
            for other in others:
                self.check(other, False)
        self.changed.emit()

    def _filtered(self, text: str) -> None:
        wanted = fold(" ".join(text.split()))
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(wanted not in fold(item.text()))
