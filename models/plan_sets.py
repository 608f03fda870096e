"""Ready sets of indicators that a plan can begin with: data, read from text."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from models.measure import Accumulation, Kind
from models.plan import BalanceRule, Indicator


@dataclass(frozen=True)
class PlanSet:
    """Indicators that go together, without targets, and the rules between them; order: where it is listed."""

    code: str
    order: int
    name: str
    hint: str
    indicators: tuple[Indicator, ...]
    rules: tuple[BalanceRule, ...] = ()

    def of_plan(self, plan: str) -> "PlanSet":
        """Return the set as one of a plan."""
        return replace(
            self,
            indicators=tuple(replace(each, plan=plan) for each in self.indicators),
            rules=tuple(replace(each, plan=plan) for each in self.rules),
        )


def read_set(text: str) -> PlanSet:
    """Read a set from its JSON; its indicators and rules are of no plan yet."""
    data = json.loads(text)
    return PlanSet(
        data["code"],
        data["order"],
        data["name"],
        data["hint"],
        tuple(_indicator(each) for each in data["indicators"]),
        tuple(_rule(each) for each in data["rules"]),
    )


def _indicator(data: Mapping[str, Any]) -> Indicator:
    read: Mapping[str, Any] = {"kind": Kind, "accumulation": Accumulation, "scale": Decimal}
    return Indicator("", **{key: read[key](value) if key in read else value for key, value in data.items()})


def _rule(data: Mapping[str, Any]) -> BalanceRule:
    return BalanceRule("", **{**data, "tolerance": Decimal(data["tolerance"])})
