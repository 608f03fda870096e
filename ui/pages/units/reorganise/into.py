"""Who takes over: one new unit or one of the old, the parts of a split with their weights, or another superior."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QStackedWidget, QVBoxLayout, QWidget

from models.number import read_number
from models.unit import EventKind, Unit
from models.unit_list import free_code
from ui.texts import unit_text
from ui.theme import theme
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.form import Form
from ui.widgets.records import Column, RecordTable
from ui.widgets.typed_values import read_code, read_needed, read_text, write_number

NEW = ""  # of the choice who takes over: a unit that begins with it


@dataclass(frozen=True)
class Part:
    """One unit after a split; weight None: all shares are equal."""

    name: str = ""
    code: str = ""
    weight: Decimal | None = None


class IntoNew(QWidget):
    """The unit that others are merged into."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, Any] = {"into": NEW, "name": "", "code": "", "kind": "", "superior": None}
        self._is_above_chosen = False
        self.form = Form()
        self.form.add("into", self.tr("&Into"), ChoiceField())
        self.form.add("name", self.tr("&Name"), LineField())
        self.form.add("code", self.tr("&Code"), LineField(read_text))
        self.form.add("kind", self.tr("&Kind"), LineField(hint=self.tr("commune, ward, ...")))
        self.form.add("superior", self.tr("&Under"), ChoiceField())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self.form.edited.connect(self._edited)

    def show_choices(
        self, old: Sequence[Unit], superiors: Sequence[Unit], above: str | None, taken: Sequence[str]
    ) -> None:
        """Offer the old units beside a new one, and who may stand above it: above, where nothing else is chosen."""
        self._taken = taken
        into, superior = self.form.fields["into"], self.form.fields["superior"]
        assert isinstance(into, ChoiceField)
        assert isinstance(superior, ChoiceField)
        choices = [(self.tr("A new unit"), NEW)]
        into.set_choices([*choices, *((unit_text(each), each.code) for each in old)])
        if self.values["into"] not in {NEW, *(each.code for each in old)}:
            self.values["into"] = NEW
        superior.set_choices([(self.tr("nobody"), None), *((unit_text(each), each.code) for each in superiors)])
        if old and not self.values["kind"]:
            self.values["kind"] = old[0].kind
        if not self._is_above_chosen:
            self.values["superior"] = above
        self.form.show_values(self.values)
        self._enable()

    @property
    def unit(self) -> Unit | None:
        """The new unit; None where one of the old takes over."""
        values = self.values
        if values["into"] != NEW:
            return None
        return Unit(values["code"], values["name"], values["kind"], values["superior"])

    def _edited(self, key: str, value: Any) -> None:
        self.values[key] = value
        self._is_above_chosen |= key == "superior"
        if key == "name" and not self.values["code"]:
            self.values["code"] = free_code(value, self._taken)
        self.form.show_values(self.values)
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        for key in ("name", "code", "kind", "superior"):
            self.form.fields[key].setEnabled(self.values["into"] == NEW)


class PartsTable(RecordTable):
    """The units after a split, typed or pasted from Excel."""

    def __init__(self) -> None:
        super().__init__(self._blank)
        self.taken: Sequence[str] = ()
        self.build(
            self.tr("Units after the split"),
            [
                Column(self.tr("Name"), lambda row: row.name, self._name),
                Column(
                    self.tr("Code"), lambda row: row.code, lambda row, text: replace(row, code=read_code(text)), 110
                ),
                Column(self.tr("Share"), lambda row: write_number(row.weight), self._weight, 80),
            ],
            self.tr("Add"),
        )

    def _blank(self, _rows: list[Part]) -> Part:
        return Part()

    def _name(self, row: Part, text: str) -> Part:
        name = read_needed(text)
        taken = [*self.taken, *(each.code for each in self.model.rows)]
        return replace(row, name=name, code=row.code or free_code(name, taken))

    def _weight(self, row: Part, text: str) -> Part:
        return replace(row, weight=read_number(text.replace("%", "")) if text.strip() else None)


class IntoParts(QWidget):
    """The units after a split: the old one, where it goes on, and the new ones."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.goes_on = QCheckBox(self.tr("The old unit &goes on"))
        self.table = PartsTable()
        hint = QLabel(
            self.tr("Share: a number each (60 and 40, or dossiers, or people); left empty, the shares are equal.")
        )
        hint.setProperty("role", "secondary")
        hint.setWordWrap(True)
        self.own = Form()
        self.own.add("weight", self.tr("&Share of the old unit"), LineField(self._read_weight, write_number))
        self._weight: Decimal | None = None
        self.above: str | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        for part in (self.goes_on, self.own, self.table, hint):
            column.addWidget(part)
        self.goes_on.toggled.connect(self._toggled)
        self.table.edited.connect(self._edited)
        self.own.edited.connect(self._own_edited)
        self.own.setEnabled(False)
        self.table.show_rows([Part(), Part()])

    def _read_weight(self, text: str) -> Decimal | None:
        return read_number(text.replace("%", "")) if text.strip() else None

    def result(self, old: Unit) -> tuple[tuple[str, ...], tuple[Unit, ...], tuple[Decimal, ...]]:
        """Return the codes after the split, the new units among them, and the weights (none: equal shares)."""
        parts = [each for each in self.table.model.rows if each.name or each.code]
        new = tuple(Unit(each.code, each.name, old.kind, self.above) for each in parts)
        first = [old.code] if self.goes_on.isChecked() else []
        given = [self._weight] * len(first) + [each.weight for each in parts]
        weights = tuple(each or Decimal(0) for each in given) if any(each is not None for each in given) else ()
        return (*first, *(each.code for each in parts)), new, weights

    def _toggled(self, is_on: bool) -> None:
        self.own.setEnabled(is_on)
        self.changed.emit()

    def _edited(self, rows: list[Part]) -> None:
        self.table.show_rows(rows)
        self.changed.emit()

    def _own_edited(self, _key: str, value: Any) -> None:
        self._weight = value
        self.changed.emit()


class IntoSuperior(QWidget):
    """The superior that units come under."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.superior: str | None = None
        self.form = Form()
        self.form.add("superior", self.tr("&Under"), ChoiceField())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self.form.edited.connect(self._edited)

    def show_choices(self, superiors: Sequence[Unit]) -> None:
        """Offer who may stand above."""
        field = self.form.fields["superior"]
        assert isinstance(field, ChoiceField)
        field.set_choices([(unit_text(each), each.code) for each in superiors])

    def _edited(self, _key: str, value: Any) -> None:
        self.superior = value
        self.changed.emit()


class Into(QStackedWidget):
    """Shows what the kind of event asks for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.merged, self.parts, self.above = IntoNew(), IntoParts(), IntoSuperior()
        self._pages: dict[EventKind, QWidget] = {
            EventKind.MERGE: self.merged,
            EventKind.SPLIT: self.parts,
            EventKind.MOVE: self.above,
        }
        for page in (self.merged, self.parts, self.above):
            self.addWidget(page)
            page.changed.connect(self.changed)

    def show_kind(self, kind: EventKind) -> None:
        """Show the page of a kind."""
        self.setCurrentWidget(self._pages[kind])

    def show_choices(
        self, old: Sequence[Unit], superiors: Sequence[Unit], above: str | None, taken: Sequence[str]
    ) -> None:
        """Offer who may take over and who may stand above; above: who stands above the old units on the day."""
        self.merged.show_choices(old, superiors, above, taken)
        self.above.show_choices(superiors)
        self.parts.above, self.parts.table.taken = above, taken

    def result(
        self, kind: EventKind, old: Sequence[Unit]
    ) -> tuple[tuple[str, ...], tuple[Unit, ...], tuple[Decimal, ...]]:
        """Return the codes after the event, the new units, and the weights of a split."""
        match kind:
            case EventKind.SPLIT if old:
                return self.parts.result(old[0])
            case EventKind.MOVE:
                return ((self.above.superior,) if self.above.superior else ()), (), ()
        unit = self.merged.unit
        if unit is None:
            return (self.merged.values["into"],), (), ()
        return (unit.code,) if unit.code else (), (unit,), ()
