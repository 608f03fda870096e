"""The card of one unit, field by field."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.errors import KnownError
from models.number import format_date
from models.unit import Unit, UnitTree
from ui.folding import fold
from ui.texts import unit_text
from ui.theme import set_role
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.form import Form
from ui.widgets.typed_values import read_code, read_needed, read_optional_date, read_text, write_date


class UnitCard(QWidget):
    """Shows one unit and hands over the new one when a field is done. edited: old and new."""

    edited = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._unit: Unit | None = None
        self._tree = UnitTree(())
        self.form = Form()
        add = self.form.add
        add("code", self.tr("&Code"), LineField(read_code), is_wide=False)
        add("kind", self.tr("&Kind"), LineField(hint=self.tr("commune, department, ...")), is_wide=False)
        add("name", self.tr("&Name"), LineField(read_needed))
        self._above = ChoiceField()
        add("first_superior", self.tr("&Under"), self._above)
        add("valid_from", self.tr("&From"), self._day(), is_wide=False)
        add("valid_to", self.tr("&To"), self._day(), is_wide=False)
        successors = LineField(self._read_successors, self._write_successors, self.tr("codes, parted by ;"))
        add("succeeded_by", self.tr("&Succeeded by"), successors)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self.moved = QLabel()
        self.moved.setWordWrap(True)
        set_role(self.moved, "secondary")
        layout.addWidget(self.moved)
        self.form.edited.connect(self._edited)

    def _day(self) -> LineField:
        return LineField(read_optional_date, write_date, self.tr("always; d/m/yyyy"))

    def offer_units(self, tree: UnitTree) -> None:
        """Know all units of the file: those that may stand above one, or succeed it."""
        self._tree = tree
        above: list[tuple[str, Any]] = [(self.tr("nobody"), None)]
        self._above.set_choices([*above, *((unit_text(each), each.code) for each in tree.units.values())])

    def show_unit(self, unit: Unit | None) -> None:
        """Show a unit; None shows an empty card."""
        self._unit = unit
        self.form.setEnabled(unit is not None)
        moves = [] if unit is None else self._tree.moves(unit.code)
        self.moved.setVisible(bool(moves))
        if unit is None:
            return
        words = self.tr("Under: the one it begins under; {superior} from {day}")
        its = (words.format(superior=self._tree[above].name, day=format_date(day)) for day, above in moves)
        self.moved.setText("\n".join(its))
        self._above.leave_out(unit.code)
        self.form.show_values({key: getattr(unit, key) for key in self.form.fields})

    def _read_successors(self, text: str) -> tuple[str, ...]:
        return read_codes(text, tuple(self._tree.units))

    def _write_successors(self, codes: tuple[str, ...]) -> str:
        return "; ".join(codes)

    def _edited(self, key: str, value: Any) -> None:
        if self._unit is not None:
            self.edited.emit(self._unit, replace(self._unit, **{key: value}))


def read_codes(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the units' codes that a text lists, parted by ";" or ","; case and tones do not matter.

    Raises KnownError for a code that no unit has."""
    by_folded = {fold(code): code for code in known}
    found = []
    for part in filter(None, (read_text(each) for each in text.replace(",", ";").split(";"))):
        if fold(part) not in by_folded:
            raise KnownError(QCoreApplication.translate("UnitCard", "No unit has the code {code}.").format(code=part))
        found.append(by_folded[fold(part)])
    return tuple(dict.fromkeys(found))
