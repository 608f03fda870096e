"""What a write touched, and who made it."""

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, as history will show it, and how: typed, import, pasted, form, sample, command or undo."""

    who: str
    how: str = "typed"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write touched, so that each page can decide whether to refresh; two joined by |.

    cells: the indicators and units whose actuals were touched; empty where actuals were and it is not known which."""

    units: bool = False
    plans: bool = False
    targets: bool = False
    actuals: bool = False
    explanations: bool = False
    reports: bool = False
    submissions: bool = False
    evidence: bool = False
    checks: bool = False
    cells: frozenset[tuple[str, str]] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        touched: dict[str, Any] = {each: getattr(self, each) or getattr(other, each) for each in _areas()}
        return Changes(**touched, cells=self._cells_with(other))

    def _cells_with(self, other: "Changes") -> frozenset[tuple[str, str]]:
        are_known = all(each.cells for each in (self, other) if each.actuals)
        return self.cells | other.cells if are_known else frozenset()

    def __bool__(self) -> bool:
        return any(getattr(self, each) for each in _areas())

    @property
    def are_of_cells(self) -> bool:
        """Whether nothing was touched that figures are made of but known cells."""
        return bool(self.cells) and not (self.units or self.plans or self.targets)

    @classmethod
    def all(cls) -> "Changes":
        """Return what a new file or an import touches: everything."""
        touched: dict[str, Any] = dict.fromkeys(_areas(), True)
        return cls(**touched)


def _areas() -> list[str]:
    return [each.name for each in fields(Changes) if each.name != "cells"]
