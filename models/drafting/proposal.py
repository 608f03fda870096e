"""What a plan's text was read to ask for: one proposal per number, rank or grade, with the place it comes from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from models.measure import Kind
from models.number import format_number, plain

CLEAR = "rõ"


class Asks(StrEnum):
    """How a proposed target's value is to be met."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EQUAL = "="
    RANGE = "range"
    RANK = "rank"
    GRADE = "grade"


class Direction(StrEnum):
    """Where an amount of change leads to."""

    REDUCE = "reduce"
    INCREASE = "increase"


@dataclass(frozen=True)
class Proposal:
    """One target that a text seems to set.

    text is the source clause, start and end its place; number_start and number_end where the number, rank or grade
    itself stands: all in code points of the text as given. value: exact; a fraction that is no decimal as it is
    written (1/3); a grade's name; of a rank the worst accepted; None where the text names no number. base_year: what
    a change is held against. clarity: "rõ", or what a person should look at."""

    text: str
    start: int
    end: int
    number_start: int
    number_end: int
    indicator: str
    short: str
    kind: Kind
    operator: Asks
    value: Decimal | str | None
    value_to: Decimal | None = None
    unit: str | None = None
    scope: str = ""
    direction: Direction | None = None
    base_year: int | None = None
    year: int | None = None
    deadline: date | None = None
    lead: str = ""
    clarity: str = CLEAR


def proposal_record(proposal: Proposal) -> dict[str, str | int | None]:
    """Return a proposal for scripts; numbers are plain decimal strings, days ISO dates, null is not said."""
    return {
        "text": proposal.text,
        "start": proposal.start,
        "end": proposal.end,
        "indicator": proposal.indicator,
        "operator": proposal.operator.value,
        "value": _plain(proposal.value),
        "value_to": _plain(proposal.value_to),
        "unit": proposal.unit,
        "scope": proposal.scope,
        "direction": proposal.direction and proposal.direction.value,
        "base_year": proposal.base_year,
        "deadline": proposal.deadline.isoformat() if proposal.deadline else None,
        "clarity": proposal.clarity,
    }


def proposal_line(proposal: Proposal) -> str:
    """Return a proposal as one Vietnamese line."""
    scope = f" [{proposal.scope}]" if proposal.scope else ""
    base = f" so với năm {proposal.base_year}" if proposal.base_year else ""
    day = proposal.deadline
    deadline = f", hạn {day.day}/{day.month}/{day.year}" if day else ""
    return f"{proposal.indicator}{scope}: {target_words(proposal)}{base}{deadline} ({proposal.clarity})"


def target_words(proposal: Proposal) -> str:
    """Return in Vietnamese what a proposal asks for: >= 65%, tăng >= 3 bậc, trong 10 hạng đầu, Khá trở lên."""
    unit = proposal.unit or ""
    if proposal.operator is Asks.GRADE:
        return f"xếp loại {proposal.value} trở lên"
    if proposal.operator is Asks.RANK:
        return "nâng cao thứ hạng" if proposal.value is None else f"hạng {_shown(proposal.value)} trở lên"
    change = {Direction.REDUCE: "giảm ", Direction.INCREASE: "tăng ", None: ""}[proposal.direction]
    unit = unit if unit == "%" else f" {unit}".rstrip()
    if proposal.operator is Asks.RANGE:
        return f"{change}từ {_shown(proposal.value)} đến {_shown(proposal.value_to)}{unit}"
    return f"{change}{proposal.operator} {_shown(proposal.value)}{unit}"


def _plain(value: Decimal | str | None) -> str | None:
    return plain(value, max(0, -int(value.as_tuple().exponent))) if isinstance(value, Decimal) else value


def _shown(value: Decimal | str | None) -> str:
    return format_number(value) if isinstance(value, Decimal) else str(value)
