"""What is given to whom: units down, indicators across; a unit's own target is bold, the plan's grey."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from models.errors import KnownError
from models.expectation import Roof
from models.measure import Kind, Target
from models.period import Period
from models.plan import Assignment, Indicator, Plan
from models.strictness import asks_for_less
from models.target import Targets, targets
from models.unit import UnitTree
from ui.pages.plans.target_text import plan_target_text, read_target
from ui.texts import NOTHING, unit_text
from ui.theme import theme
from ui.widgets.row_model import Index


@dataclass(frozen=True)
class Given:
    """All that the grid shows: a plan's indicators and assignments, the units on a day, the period looked at."""

    plan: Plan
    indicators: tuple[Indicator, ...]
    assignments: tuple[Assignment, ...]
    tree: UnitTree
    units: tuple[str, ...]
    period: Period
    grades: tuple[str, ...]

    @cached_property
    def targets(self) -> Targets:
        """Every target of the plan, to ask which is in force."""
        return targets(self.plan, self.assignments)

    @cached_property
    def _named(self) -> dict[str, set[str]]:
        named: dict[str, set[str]] = defaultdict(set)
        for each in self.assignments:
            if each.unit is not None:
                named[each.indicator].add(each.unit)
        return named

    def own(self, indicator: str, unit: str | None) -> Target | None:
        """Return a unit's own target for exactly the period looked at; unit None is the plan's."""
        return self.targets.own.get((indicator, unit, self.period))

    def plans(self, indicator: Indicator) -> Target | None:
        """Return what the plan asks in the period looked at: its target for exactly that, else the year's."""
        return self.own(indicator.code, None) or indicator.target

    def is_softer(self, indicator: Indicator, unit: str | None, own: Target | None) -> bool:
        """Return whether a unit's own target asks for less than the plan's; a count's is the office's total."""
        plan = self.plans(indicator)
        if own is None or plan is None or unit is None or indicator.kind is Kind.COUNT:
            return False
        return asks_for_less(indicator.kind, own, plan, self.grades)

    def is_asked(self, indicator: Indicator, unit: str) -> bool:
        """Return whether a unit is asked for an indicator."""
        if named := self._named.get(indicator.code):
            return unit in named
        return unit != self.plan.unit if indicator.kind.rolls_up else unit == self.plan.unit


class AssignmentModel(QAbstractTableModel):
    """The first row is the whole plan's targets. typed: an indicator, a unit (None: the plan) and its new target."""

    typed = Signal(object, object, object)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.given: Given | None = None
        self.units: list[str | None] = []

    def show_given(self, given: Given) -> None:
        """Show other targets."""
        units: list[str | None] = [None, *given.units]
        old = self.given.indicators if self.given else ()
        same = units == self.units and [each.code for each in old] == [each.code for each in given.indicators]
        if not same:
            self.beginResetModel()
        self.given, self.units = given, units
        if not same:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators across."""
        return self.given.indicators if self.given else ()

    def target_of(self, indicator: Indicator, unit: str | None, text: str) -> Target | None:
        """Return the target that a text means in a cell, None for an empty one; raises KnownError."""
        grades = self.given.grades if self.given else ()
        return read_target(text, indicator, grades, self.own(indicator, unit) or indicator.target)

    def place(self, index: Index) -> tuple[Indicator, str | None] | None:
        """Return the indicator and unit of a cell; unit None is the whole plan."""
        if not index.isValid() or self.given is None:
            return None
        return self.given.indicators[index.column()], self.units[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt asks how many rows there are."""
        return 0 if parent.isValid() or self.given is None else len(self.units)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt asks how many columns there are."""
        return 0 if parent.isValid() or self.given is None else len(self.given.indicators)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt asks what a person can do with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks for the code of an indicator or the name of a unit."""
        if self.given is None:
            return None
        is_across = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self.given.indicators[section].code if is_across else self.unit_name(self.units[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.given.indicators[section].name if is_across else self.unit_name(self.units[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if is_across else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def unit_name(self, unit: str | None) -> str:
        """Return what stands before a row."""
        if unit is None or self.given is None:
            return self.tr("Whole plan")
        return unit_text(self.given.tree[unit])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt asks what a cell shows."""
        found = self.place(index)
        if found is None or self.given is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        own = self.own(*found)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(*found, own)
            case Qt.ItemDataRole.EditRole:
                return plan_target_text(found[0], own, self.given.plan.year)
            case Qt.ItemDataRole.FontRole:
                return theme().font(13, bold=True) if own else None
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(*found, own)
            case Qt.ItemDataRole.BackgroundRole:
                return theme().colour("surface2") if found[1] is None else None
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._explained(*found, own)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt hands over what was typed."""
        found = self.place(index)
        if role != Qt.ItemDataRole.EditRole or found is None or self.given is None:
            return False
        own = self.own(*found)
        if str(value).strip() == plan_target_text(found[0], own, self.given.plan.year):
            return False
        try:
            target = self.target_of(*found, str(value))
        except KnownError as error:
            self.refused.emit(str(error))
            return False
        if target != own:
            self.typed.emit(*found, target)
        return True

    def problem(self, index: Index, text: str) -> str:
        """Return why a text would be refused in a cell; empty when it would not."""
        found = self.place(index)
        try:
            if found is not None:
                self.target_of(*found, text)
        except KnownError as error:
            return str(error)
        return ""

    def own(self, indicator: Indicator, unit: str | None) -> Target | None:
        """Return a unit's own target in the period looked at; unit None: the plan's."""
        if self.given is None:
            return None
        if unit is None and self.given.period.is_year:
            return indicator.target
        return self.given.own(indicator.code, unit)

    def _in_force(self, indicator: Indicator, unit: str | None) -> Target | None:
        if self.given is None:
            return None
        roof = Roof(self.given.tree, self.given.plan.unit, unit)
        return self.given.targets.in_force(indicator, roof, self.given.period)

    def _shown(self, indicator: Indicator, unit: str | None, own: Target | None) -> str:
        if self.given is None or (unit is not None and not self.given.is_asked(indicator, unit)):
            return ""
        text = plan_target_text(indicator, own or self._in_force(indicator, unit), self.given.plan.year) or NOTHING
        return f"▾ {text}" if self.given.is_softer(indicator, unit, own) else text

    def _colour(self, indicator: Indicator, unit: str | None, own: Target | None) -> Any:
        if own is None:
            return theme().colour("muted")
        is_warned = self.given is not None and self.given.is_softer(indicator, unit, own)
        return theme().colour("warning_text" if is_warned else "text")

    def _explained(self, indicator: Indicator, unit: str | None, own: Target | None) -> str:
        name = self.unit_name(unit)
        if self.given and unit is not None and not self.given.is_asked(indicator, unit):
            return self.tr("{unit} is not asked for {indicator}").format(unit=name, indicator=indicator.code)
        shown = self._shown(indicator, unit, own)
        if own is None:
            return self.tr("{unit}, {indicator}: {target} (as the plan)").format(
                unit=name, indicator=indicator.code, target=shown
            )
        text = self.tr("{unit}, {indicator}: {target} (its own)").format(
            unit=name, indicator=indicator.code, target=shown
        )
        softer = self.given is not None and self.given.is_softer(indicator, unit, own)
        return self.tr("{target}; softer than the plan's").format(target=text) if softer else text
