"""Whose number it is, of what and of when: what row, column and the person say, put together."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from models.exchange.foreign.layout import NOTHING, Layout, Meaning, Part, Use, When
from models.exchange.foreign.names import Match
from models.exchange.foreign.office import Office
from models.exchange.foreign.words import when_said
from models.measure import Kind
from models.period import Period

WHAT = {
    Use.UNIT: "đơn vị",
    Use.INDICATOR: "chỉ tiêu",
    Use.PERIOD: "kỳ",
    Use.FIELD: "lĩnh vực",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What the names in a row say; reason: why the row cannot be taken, and then what a person may answer."""

    meaning: Meaning = NOTHING
    is_likely: bool = False
    reason: str = ""
    text: str = ""
    asks: Use | None = None
    candidates: tuple[Hashable, ...] = ()


class Asking:
    """Answers for one table what its names mean."""

    def __init__(self, layout: Layout, office: Office) -> None:
        self._layout, self._office = layout, office
        self.ours = office.names(layout.choices)

    def row(self, names: Sequence[tuple[int, str]]) -> Said:
        """Return what the names of a row say together, each with its column."""
        meaning, is_likely = Meaning(), False
        for place, text in names:
            use = self._layout.columns[place].use
            if not text:
                return Said(reason=f"dòng không ghi {WHAT[use]}")
            said, match = self._name(use, text)
            if said is None:
                unclear = "có thể là nhiều" if len(match.candidates) > 1 else "không khớp"
                reason = f"{unclear} {WHAT[use]}" if match.candidates else f"không khớp {WHAT[use]} nào"
                return Said(reason=reason, text=text, asks=use, candidates=match.candidates)
            meaning = _joined(meaning, said)
            is_likely = is_likely or match.is_likely
        return Said(meaning, is_likely)

    def _name(self, use: Use, text: str) -> tuple[Meaning | None, Match[str] | Match[Meaning]]:
        match use:
            case Use.UNIT:
                unit = self.ours.units.match(text)
                return (None if unit.target is None else Meaning(unit=unit.target)), unit
            case Use.INDICATOR:
                indicator = self.ours.indicators.match(text)
                return indicator.target, indicator
            case Use.FIELD:
                group = self.ours.fields.match(text)
                return (None if group.target is None else Meaning(group=group.target)), group
        when = when_said(text)
        return (None if when is None else Meaning(when=when)), Match()

    def where(self, said: Said, column: Meaning) -> tuple[str, Part | None, str, Period] | str:
        """Return indicator, part, unit and period of a cell; a sentence where they are not all there."""
        row, layout = said.meaning, self._layout
        thing = self._thing(row, column)
        if isinstance(thing, str):
            return thing
        unit = row.unit or column.unit or layout.unit
        if row.unit and column.unit and row.unit != column.unit:
            return "dòng và cột là hai đơn vị khác nhau"
        if unit not in self._office.units:
            return "chưa biết của đơn vị nào; hãy chọn đơn vị"
        kind = self._office.indicators[thing[0]].kind
        period = self._period(_both(row.when, column.when), kind)
        return period if isinstance(period, str) else (*thing, unit, period)

    def _thing(self, row: Meaning, column: Meaning) -> tuple[str, Part | None] | str:
        layout = self._layout
        if column.role is not None:
            code = row.group or column.group or layout.group
            group = self._office.groups.get(code)
            if group is None:
                return "chưa biết của bộ chỉ tiêu một cửa nào; hãy chọn bộ chỉ tiêu"
            member = group.members.get(column.role)
            return (member, Part.VALUE) if member else f"bộ chỉ tiêu {code} không có cột này"
        if row.indicator and column.indicator and row.indicator != column.indicator:
            return "dòng và cột là hai chỉ tiêu khác nhau"
        indicator = row.indicator or column.indicator or layout.indicator.indicator
        if indicator not in self._office.indicators:
            return "chưa biết của chỉ tiêu nào; hãy chọn chỉ tiêu"
        return indicator, column.part or row.part or layout.indicator.part

    def _period(self, when: When | None, kind: Kind) -> Period | str:
        fixed = self._layout.period
        year = fixed.year if fixed else self._office.plan.year
        period = when.period(year) if when is not None else fixed
        if period is None:
            return "chưa biết của quý nào; hãy chọn kỳ"
        if period.is_quarter or (period.is_year and not kind.rolls_up):
            return period
        return f"số của kỳ {period}: số liệu được nhập theo từng quý"


def _both(row: When | None, column: When | None) -> When | None:
    """Return the period of row and column: one may say the quarter, the other the year."""
    if row is None or column is None:
        return row or column
    quarter, other = (row, column) if row.span else (column, row)
    return replace(quarter, year=quarter.year or other.year)


def _joined(one: Meaning, other: Meaning) -> Meaning:
    return Meaning(
        one.indicator or other.indicator,
        one.part or other.part,
        one.unit or other.unit,
        _both(one.when, other.when),
        None,
        one.group or other.group,
    )
