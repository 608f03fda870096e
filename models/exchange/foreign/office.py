"""What of ours a foreign table may speak of: units, indicators and their parts, the fields of the one-stop table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from models.exchange.foreign.layout import Choices, Meaning, Part, Use
from models.exchange.foreign.names import Names
from models.exchange.foreign.words import when_said
from models.measure import Kind
from models.onestop import Group
from models.plan import Indicator, Plan
from models.store.database import Database
from models.store.groups import groups
from models.store.indicators import indicators
from models.store.plans import grades
from models.store.units import unit_tree
from models.unit import Unit


@dataclass(frozen=True, slots=True)
class OurNames:
    """The names of units, of indicators and of the one-stop table's fields, with what a person chose for others."""

    units: Names[str]
    indicators: Names[Meaning]
    fields: Names[str]

    def has(self, use: Use, text: str) -> bool:
        """Return whether a text names one of ours, likeness aside; for a period, whether it names any."""
        match use:
            case Use.UNIT:
                return self.units.exact(text).target is not None
            case Use.INDICATOR:
                return self.indicators.exact(text).target is not None
            case Use.FIELD:
                return self.fields.exact(text).target is not None
        return when_said(text) is not None


@dataclass(frozen=True)
class Office:
    """A plan with the units below its own, by code, as they are offered and matched."""

    plan: Plan
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    groups: Mapping[str, Group]
    grades: tuple[str, ...] = ()

    def names(self, choices: Choices) -> OurNames:
        """Return all names that a table may hold."""
        return OurNames(self.unit_names(choices), self.indicator_names(choices), self.field_names(choices))

    def unit_names(self, choices: Choices) -> Names[str]:
        """Return the units' codes and names."""
        pairs = [pair for each in self.units.values() for pair in ((each.code, each.code), (each.name, each.code))]
        return Names(pairs, {name: code for name, code in choices.units.items() if code in self.units})

    def field_names(self, choices: Choices) -> Names[str]:
        """Return the fields of the one-stop table, each with its group's code."""
        pairs = [pair for each in self.groups.values() for pair in ((each.code, each.code), (each.field, each.code))]
        return Names(pairs, {name: code for name, code in choices.fields.items() if code in self.groups})

    def indicator_names(self, choices: Choices) -> Names[Meaning]:
        """Return the indicators' codes and names, and the names of the parts of ratios."""
        known = {name: each for name, each in choices.indicators.items() if each.indicator in self.indicators}
        return Names(self._indicator_pairs, known)

    @cached_property
    def _indicator_pairs(self) -> list[tuple[str, Meaning]]:
        pairs = []
        for each in self.indicators.values():
            whole = Meaning(each.code)
            parts = (each.numerator, each.denominator) if each.kind is Kind.RATIO else ()
            pairs += [(name, whole) for name in (each.code, each.name, each.short_name) if name not in parts]
            if parts:
                pairs += [
                    (each.numerator, Meaning(each.code, Part.NUMERATOR)),
                    (each.denominator, Meaning(each.code, Part.DENOMINATOR)),
                    (f"{each.code}.tử", Meaning(each.code, Part.NUMERATOR)),
                    (f"{each.code}.mẫu", Meaning(each.code, Part.DENOMINATOR)),
                ]
        return pairs


def read_office(db: Database, plan: Plan) -> Office:
    """Read what a plan's tables may speak of."""
    tree = unit_tree(db)
    below = {code: tree[code] for code in tree.walk(plan.unit)} if plan.unit in tree else dict(tree.units)
    return Office(
        plan,
        below,
        {each.code: each for each in indicators(db, plan.code)},
        {each.code: each for each in groups(db, plan.code)},
        tuple(each.name for each in grades(db, plan.code)),
    )
