"""What a person says of somebody else's table: which rows name the columns, what each column is, of when and whom."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from models.errors import KnownError
from models.exchange.foreign.headers import Header
from models.onestop import Role
from models.period import Period, Span


class Use(StrEnum):
    """What a column is there for."""

    SKIP = "skip"
    UNIT = "unit"
    INDICATOR = "indicator"
    PERIOD = "period"
    FIELD = "field"
    VALUE = "value"


KEYS = (Use.UNIT, Use.INDICATOR, Use.PERIOD, Use.FIELD)


class Part(StrEnum):
    """Which part of an actual a number is."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"


class Notation(StrEnum):
    """How a written number such as 1.234 is read: not at all, so that it is asked, or as one of the two."""

    ASK = "ask"
    VIETNAMESE = "vi"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class When:
    """A period as a heading says it; the year may be left to the rest of the table."""

    span: Span
    year: int | None = None

    def period(self, year: int) -> Period:
        """Return the period, in a year unless it says its own."""
        return Period(self.year or year, self.span)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading, a row or a column says of its numbers; empty where it says nothing of that."""

    indicator: str = ""
    part: Part | None = None
    unit: str = ""
    when: When | None = None
    role: Role | None = None
    group: str = ""

    def __bool__(self) -> bool:
        return self != Meaning()


NOTHING = Meaning()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is for, what its numbers mean; reason says why it is left out, in Vietnamese.

    is_likely: matched by likeness only; candidates: what it may mean where that is not clear."""

    use: Use = Use.SKIP
    meaning: Meaning = NOTHING
    reason: str = ""
    is_likely: bool = False
    candidates: tuple[Meaning, ...] = ()


@dataclass(frozen=True)
class Choices:
    """What a person said that names of a table mean: codes by the folded name."""

    units: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, Meaning] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Layout:
    """How a table is read. unit, period, indicator and group hold where neither row nor column says its own."""

    header: Header
    columns: Sequence[Column]
    unit: str = ""
    period: Period | None = None
    indicator: Meaning = NOTHING
    group: str = ""
    notation: Notation = Notation.ASK
    choices: Choices = field(default_factory=Choices)

    def of(self, use: Use) -> list[int]:
        """Return the columns of one use, counted from 0."""
        return [place for place, column in enumerate(self.columns) if column.use is use]

    def with_column(self, place: int, column: Column) -> Layout:
        """Return the layout with one column read in another way."""
        return replace(self, columns=[*self.columns[:place], column, *self.columns[place + 1 :]])

    def to_json(self) -> str:
        """Return what is remembered for the next file with the same headings: all but whose and of when it is."""
        return json.dumps(
            {
                "header": self.header.count,
                "columns": [_column_json(each) for each in self.columns],
                "group": self.group,
                "notation": self.notation,
                "units": dict(self.choices.units),
                "indicators": {name: _meaning_json(each) for name, each in self.choices.indicators.items()},
                "fields": dict(self.choices.fields),
            },
            ensure_ascii=False,
        )


def remembered(text: str, layout: Layout) -> Layout:
    """Return a layout with what was remembered of tables like it in the place of what was guessed.

    Raises KnownError where it was kept by something else."""
    try:
        said: dict[str, Any] = json.loads(text)
        columns = [_column(each) for each in said["columns"]]
        indicators = {name: _meaning(each) for name, each in said["indicators"].items()}
        choices = Choices(said["units"], indicators, said["fields"])
        if len(columns) != len(layout.columns):
            raise ValueError(len(columns))
        notation, group = Notation(said["notation"]), str(said["group"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KnownError("Cách đọc đã nhớ cho bảng này không dùng được nữa.") from error
    merged = [
        replace(old, reason=guessed.reason) if old.use is Use.SKIP and guessed.use is Use.SKIP else old
        for old, guessed in zip(columns, layout.columns, strict=True)
    ]
    return replace(layout, columns=merged, group=group, notation=notation, choices=choices)


def _column_json(each: Column) -> dict[str, Any]:
    return {"use": each.use, **_meaning_json(each.meaning)}


def _column(said: dict[str, Any]) -> Column:
    use = Use(said["use"])
    return Column(use, _meaning(said), "không lấy, như lần trước" if use is Use.SKIP else "")


def _meaning_json(each: Meaning) -> dict[str, Any]:
    when = None if each.when is None else [each.when.span, each.when.year]
    said = {"indicator": each.indicator, "part": each.part, "unit": each.unit, "when": when, "role": each.role}
    return {name: value for name, value in {**said, "group": each.group}.items() if value}


def _meaning(said: dict[str, Any]) -> Meaning:
    when = said.get("when")
    return Meaning(
        str(said.get("indicator", "")),
        Part(said["part"]) if said.get("part") else None,
        str(said.get("unit", "")),
        When(Span(when[0]), when[1]) if when else None,
        Role(said["role"]) if said.get("role") else None,
        str(said.get("group", "")),
    )
