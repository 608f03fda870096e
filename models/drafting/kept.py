"""What a file keeps of the drafting of a plan: its text, what was refused of it, and the clause behind each target."""

from dataclasses import dataclass, replace

from models.textcheck.tables import Table


@dataclass(frozen=True, slots=True)
class PlanText:
    """The text that a plan is drafted from. name: of the file it came from, empty where it was pasted."""

    plan: str
    text: str
    name: str = ""
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Where a proposal stands: the first code point of its number in the plan's text, and which part of it is meant
    where one number is for several indices (0: the first)."""

    start: int
    part: int = 0


@dataclass(frozen=True, slots=True)
class RefusedSpot:
    """Which proposal of a plan's text was refused."""

    plan: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class TargetSource:
    """The clause that a plan's target was taken from.

    place: the number of its mark in the document; spot: None where the plan's present text is another one."""

    plan: str
    indicator: str
    place: int
    clause: str
    document: str = ""
    spot: Spot | None = None

    def without_spot(self) -> "TargetSource":
        """Return it as it stands once the plan's text is another one."""
        return replace(self, spot=None)
