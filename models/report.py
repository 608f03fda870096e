"""What people write into a report, kept with the plan and never generated."""

from dataclasses import dataclass

from models.period import Period


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A part of a report that people write: of a plan, a kind and a period, on the whole plan (unit None) or a unit.

    part is the part's key in its kind of report. Lines of the text are paragraphs; "" is a part not written yet."""

    plan: str
    kind: str
    period: Period
    unit: str | None
    part: str
    text: str = ""
