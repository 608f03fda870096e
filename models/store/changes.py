"""What a write touched, and who made it."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, as history will show it, and how: typed, import, pasted, form, sample, command or undo."""

    who: str
    how: str = "typed"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write touched, so that each page can decide whether to refresh; two joined by |."""

    units: bool = False
    plans: bool = False
    targets: bool = False
    actuals: bool = False
    explanations: bool = False
    reports: bool = False
    submissions: bool = False
    evidence: bool = False
    checks: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(*(getattr(self, each.name) or getattr(other, each.name) for each in fields(self)))

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))

    @classmethod
    def all(cls) -> "Changes":
        """Return what a new file or an import touches: everything."""
        return cls(*(True for _ in fields(cls)))
