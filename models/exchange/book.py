"""What a workbook says, in the words of the models, and what is known before it is read."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from models.dispatch import Dispatch
from models.drafting.kept import PlanText, RefusedSpot, TargetSource
from models.errors import KnownError
from models.evidence import Evidence
from models.exchange.tables import Problem
from models.jumps import CheckLimit
from models.measure import Accumulation, Kind
from models.onestop import Member
from models.period import Period, WindowSetting
from models.plan import (
    Actual,
    Assignment,
    BalanceRule,
    Correction,
    Explanation,
    ExplanationRequest,
    Grade,
    Indicator,
    LegalBasis,
    Plan,
    Task,
)
from models.report import ReportPart, ReportTemplate
from models.store.acceptances import Acceptance
from models.store.locks import Form, Lock
from models.submission import KeptStep
from models.unit import Unit, UnitEvent
from models.workdays import DayOff

Measure = tuple[Kind, Accumulation | None]


@dataclass(frozen=True, slots=True)
class Code:
    """An indicator's code that no plan has any more, while units' actuals of it are kept."""

    code: str
    kind: Kind
    accumulation: Accumulation | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its sheet's title and its number."""

    sheet: str
    row: int


@dataclass(frozen=True)
class Known:
    """What the data file has already, so that a workbook may refer to it.

    measures: kind and accumulation of every code; used: the codes that have actuals, so that theirs cannot change;
    locked: the forms that were sent or taken in."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    plans: Mapping[str, Plan] = field(default_factory=dict)
    grades: Mapping[str, tuple[Grade, ...]] = field(default_factory=dict)
    indicators: Mapping[tuple[str, str], Indicator] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    used: frozenset[str] = frozenset()
    locked: Mapping[Form, Lock] = field(default_factory=dict)


@dataclass
class Book:
    """The rows of a workbook, sheet by sheet, in its order. notes tell what was not read; problems, what is wrong.

    files: where the contents of evidence lie, by their hash, in the folder of that name; places: where steps, and rows
    that a lock may refuse, stand, by sheet and key. saved_at: when it was saved last, so that nothing in it is younger;
    told: when explanations were told, where that is known better, None for now."""

    units: list[Unit] = field(default_factory=list)
    events: list[UnitEvent] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    bases: list[LegalBasis] = field(default_factory=list)
    windows: list[WindowSetting] = field(default_factory=list)
    grades: list[Grade] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    actuals: list[Actual] = field(default_factory=list)
    rules: list[BalanceRule] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    dispatches: list[Dispatch] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    steps: list[KeptStep] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    acceptances: list[Acceptance] = field(default_factory=list)
    check_limits: list[CheckLimit] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    report_parts: list[ReportPart] = field(default_factory=list)
    templates: list[ReportTemplate] = field(default_factory=list)
    days_off: list[DayOff] = field(default_factory=list)
    requests: list[ExplanationRequest] = field(default_factory=list)
    told: dict[tuple[str, str, Period], datetime | None] = field(default_factory=dict)
    saved_at: datetime | None = None
    corrections: list[Correction] = field(default_factory=list)
    texts: list[PlanText] = field(default_factory=list)
    refused: list[RefusedSpot] = field(default_factory=list)
    sources: list[TargetSource] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)
    folder: str = ""
    places: dict[Hashable, Place] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def told_at(self, key: tuple[str, str, Period], is_new: bool) -> datetime | None:
        """Return when an explanation was told, None for now; is_new: the data file has none.

        A moment that the workbook names is that of the words it was exported with: who has others edited them since."""
        if key in self.told and (is_new or self.told[key] is None):
            return self.told[key]
        return self.saved_at


class ImportRefusedError(KnownError):
    """A workbook with wrong cells; problems lists them all. Nothing of it was taken in."""

    def __init__(self, problems: list[Problem], notes: list[str] | None = None) -> None:
        self.problems, self.notes = tuple(problems), tuple(notes or ())
        lines = "\n".join([*map(str, problems), *(f"Lưu ý: {note}" for note in self.notes)])
        super().__init__(f"Sổ có {len(problems)} ô sai nên chưa có gì được nhập; hãy sửa rồi nhập lại.\n{lines}")
