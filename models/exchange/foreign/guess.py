"""What the columns of somebody else's table most likely are. A person looks at it before anything is taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.exchange.cells import Cell, is_blank, shown
from models.exchange.foreign.files import Grid
from models.exchange.foreign.headers import (
    JOINED,
    Header,
    find_header,
    fingerprint,
    headings,
    is_number_like,
    is_numbering,
)
from models.exchange.foreign.layout import KEYS, Choices, Column, Layout, Meaning, Part, Use
from models.exchange.foreign.names import Match, folded, is_total
from models.exchange.foreign.office import Office
from models.exchange.foreign.values import is_word_value
from models.exchange.foreign.words import (
    KEY_WORDS,
    NUMBERS,
    is_other,
    is_total_column,
    part_said,
    role_said,
    when_said,
)
from models.onestop import Role
from models.period import Period

SAMPLED = 200  # rows of the body that are looked at
ENOUGH = 0.4  # of a column's texts must be ours for it to name rows

NOT_KNOWN = "không khớp chỉ tiêu, đơn vị hay quý nào"


@dataclass(frozen=True)
class Proposal:
    """How a table is read at first, what its columns are called, and what it is remembered by.

    is_known: a table with these headings was read before, and this is how."""

    layout: Layout
    headings: list[str]
    fingerprint: str
    is_known: bool = False


def propose(grid: Grid, office: Office, unit: str, period: Period, header: Header | None = None) -> Proposal:
    """Return how a table may be read; unit and period stand where it does not say its own. header: already chosen.

    What stands above the headings says its own too: a unit's name, "Quý II năm 2023"."""
    header = header or _above_names(grid, find_header(grid), office)
    names = headings(grid, header)
    columns = _Guess(grid, header, names, office).columns()
    group = next(iter(office.groups)) if len(office.groups) == 1 else ""
    whose, when = _unit_above(grid, header, office, unit), _period_above(grid, header, period)
    layout = Layout(header, columns, whose, when, group=group)
    return Proposal(layout, names, fingerprint(names))


def _above_names(grid: Grid, header: Header, office: Office) -> Header:
    """Return the headings above a row that is one of the table's own: it has words only, but is named as others are."""
    while header.first > 0 and header.count == 1:
        guess = _Guess(grid, header, headings(grid, header), office)
        columns = guess.columns()
        named = [(each.use, place) for place, each in enumerate(columns) if each.use in KEYS]
        named += [(use, 0) for use in (Use.UNIT, Use.INDICATOR, Use.FIELD)]
        if not any(guess.ours.has(use, guess.text(header.first, place)) for use, place in named):
            break
        header = Header(header.first - 1, 1)
    return header


def _above(grid: Grid, header: Header) -> list[str]:
    """Return the texts above the headings, in reading order."""
    rows = grid.rows[: header.first]
    return [shown(cell) for row in rows for cell in row if isinstance(cell.value, str) and not is_blank(cell)]


def _period_above(grid: Grid, header: Header, period: Period) -> Period:
    """Return the period that the lines above the headings name, else the one given.

    One that is no quarter is not taken for one: its figures are then listed until a quarter is chosen."""
    found = next((when for text in _above(grid, header) if (when := when_said(text)) is not None), None)
    return period if found is None else found.period(period.year)


def _unit_above(grid: Grid, header: Header, office: Office, unit: str) -> str:
    """Return the unit that the lines above the headings name, where it is one; else the one given.

    The plan's own office stands at the head of many tables and is not meant by it."""
    names = office.unit_names(Choices())
    texts = [part for text in _above(grid, header) for part in (text, text.rpartition(":")[2])]
    named = {found for text in texts if (found := names.exact(text).target) is not None}
    below = named - {office.plan.unit}
    return next(iter(below)) if len(below) == 1 else unit


class _Guess:
    """Looks at headings, and at the first rows below them."""

    def __init__(self, grid: Grid, header: Header, names: Sequence[str], office: Office) -> None:
        self._names, self._office = names, office
        self.ours = office.names(Choices())
        last = min(len(grid.rows), header.body + SAMPLED)
        self._rows = [row for row in range(header.body, last) if not is_numbering(grid, row)]
        self._grid = grid
        self._has_field = False

    def columns(self) -> list[Column]:
        """Return what each column is."""
        found: list[Column | None] = [self._numbering(place) for place in range(len(self._names))]
        for use in (Use.UNIT, Use.INDICATOR, Use.FIELD, Use.PERIOD):
            self._add_key(found, use)
        self._has_field = any(each is not None and each.use is Use.FIELD for each in found)
        columns = [each or self._value(place) for place, each in enumerate(found)]
        return self._placed_roles(self._only_value(columns))

    def text(self, row: int, place: int) -> str:
        """Return what a cell shows."""
        cell = self._grid.cell(row, place)
        return "" if cell is None else shown(cell)

    def _numbering(self, place: int) -> Column | None:
        if folded(self._names[place].split(JOINED)[0]) in NUMBERS:
            return Column(reason="cột số thứ tự")
        return None

    def _texts(self, place: int) -> list[str]:
        cells = [self._grid.cell(row, place) for row in self._rows]
        return [text for cell in cells if cell is not None and not is_number_like(cell) and (text := shown(cell))]

    def _add_key(self, found: list[Column | None], use: Use) -> None:
        """Mark the column whose texts are most often of one kind; a second such one names the same rows again."""
        codes = {**self._office.units, **self._office.indicators}
        shares = {}
        for place, known in enumerate(found):
            texts = [] if known is not None else [each for each in self._texts(place) if not is_total(each)]
            hits = sum(self.ours.has(use, each) for each in texts)
            said = folded(self._names[place]) in KEY_WORDS[use.value]
            if texts and hits and (hits / len(texts) >= ENOUGH or said):
                shares[place] = (hits / len(texts), sum(each in codes for each in texts), said)
        if not shares:
            return
        best = max(shares, key=lambda place: (shares[place], -place))
        for place in shares:
            again = Column(reason=f"các dòng đã được nhận ra theo cột “{self._names[best]}”")
            found[place] = Column(use) if place == best else again

    def _value(self, place: int) -> Column:
        heading = self._names[place]
        cells = [cell for row in self._rows if (cell := self._grid.cell(row, place)) is not None]
        has_values = any(map(self._is_value, cells)) or any((row, place) in self._grid.uncomputed for row in self._rows)
        if not heading:
            return Column(reason="cột không có tiêu đề")
        if is_other(heading) and not (self._office.groups and role_said(heading)):
            return Column(reason="cột để so sánh hoặc lũy kế, không phải số của kỳ")
        meaning, match = self._meaning(heading)
        if meaning and (has_values or meaning.indicator):
            return Column(Use.VALUE, meaning, is_likely=match.is_likely)
        if is_total_column(heading):
            return Column(reason="cột tổng: phần mềm tự cộng")
        return Column(reason=NOT_KNOWN if has_values else "cột không có số liệu cần lấy", candidates=match.candidates)

    def _is_value(self, cell: Cell) -> bool:
        return is_number_like(cell) or is_word_value(shown(cell), self._office.grades)

    def _meaning(self, heading: str) -> tuple[Meaning, Match[Meaning]]:
        """Put together what the levels of a heading say, the lowest first; a whole heading that is ours comes first."""
        whole = self.ours.indicators.match(heading.replace(JOINED, " "))
        if whole.target is not None and not whole.is_likely:
            return whole.target, whole
        if self._office.groups and (role := role_said(heading)) is not None:
            return Meaning(role=role), Match()
        meaning, is_likely = Meaning(), False
        candidates: list[Meaning] = []
        for segment in reversed(heading.split(JOINED)):
            said, match = self._segment(segment)
            meaning, is_likely = _joined(meaning, said), is_likely or match.is_likely
            candidates += match.candidates
        if not meaning and whole.target is not None:
            return whole.target, whole
        if meaning.indicator and meaning.part is None:  # a part that several ratios have, below one of them
            parts = [each.part for each in candidates if each.indicator == meaning.indicator]
            meaning = replace(meaning, part=parts[0] if len(parts) == 1 else None)
        return meaning, Match(meaning or None, is_likely, tuple(candidates) if not meaning else ())

    def _segment(self, text: str) -> tuple[Meaning, Match[Meaning]]:
        if (part := part_said(text)) is not None:
            return Meaning(part=part), Match()
        unit = self.ours.units.match(text)
        indicator = self.ours.indicators.match(text)
        if indicator.target is not None and not (indicator.is_likely and unit.target is not None):
            return indicator.target, indicator
        if unit.target is not None:
            return Meaning(unit=unit.target), Match(is_likely=unit.is_likely)
        if (when := when_said(text)) is not None:
            return Meaning(when=when), Match()
        return Meaning(), Match(candidates=(*indicator.candidates, *(Meaning(unit=code) for code in unit.candidates)))

    def _only_value(self, columns: list[Column]) -> list[Column]:
        """In a table whose rows name both unit and indicator, the only column of numbers holds the values."""
        uses = {each.use for each in columns}
        if not {Use.UNIT, Use.INDICATOR} <= uses or Use.VALUE in uses:
            return columns
        places = [place for place, each in enumerate(columns) if each.reason == NOT_KNOWN]
        if len(places) == 1:
            columns[places[0]] = Column(Use.VALUE, Meaning(part=Part.VALUE), is_likely=True)
        return columns

    def _placed_roles(self, columns: list[Column]) -> list[Column]:
        """Tell “quá hạn” of what is resolved from that of what is open by the column before it."""
        before: Role | None = None
        for place, each in enumerate(columns):
            heading = folded(self._names[place].split(JOINED)[-1])
            follows = {Role.ON_TIME: Role.LATE, Role.EARLY: Role.LATE, Role.IN_TIME: Role.OVERDUE}
            if each.use is Use.SKIP and before in follows and "qua han" in heading and self._office.groups:
                columns[place] = each = Column(Use.VALUE, Meaning(role=follows[before]), is_likely=True)
            if each.use is Use.VALUE and each.meaning.role is not None:
                before = each.meaning.role
        return columns


def _joined(one: Meaning, other: Meaning) -> Meaning:
    """Return what two levels of a heading say together; the lower one is not overruled."""
    return replace(
        one,
        indicator=one.indicator or other.indicator,
        part=one.part or other.part,
        unit=one.unit or other.unit,
        when=one.when or other.when,
    )
