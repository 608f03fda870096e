"""The one-stop table filled in: its lines, its rates, and which of its sums do not hold.

Nothing is put right here: a sum that does not hold is told with both its sides. Source: the checks C4, C5 and C7 of
docs/one-stop.md; the others hold by construction."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from models.onestop import IN_PROGRESS, RECEIVED, RESOLVED, Role, column_number, sum_of
from models.progress import Figure

HANDLED, DONE, OPEN = 3, 7, 11
PARTS: Mapping[int, tuple[Role, ...]] = dict(
    sorted(
        {
            HANDLED: RECEIVED,
            DONE: RESOLVED,
            OPEN: IN_PROGRESS,
            **{column_number(each): (each,) for each in Role},
        }.items()
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form, of a unit or of several together.

    values are the typed columns, None where nothing was reported; one that nobody is asked for is absent, such as what
    is open in a unit that has ceased. rough are those that lack what some unit or some quarter has not reported yet."""

    values: Mapping[Role, Decimal | None]
    rough: frozenset[Role] = frozenset()

    def number(self, column: int) -> Decimal | None:
        """Return what stands in a column, 3 to 13; None where a part of it is not known."""
        return sum_of(self.values, PARTS[column])

    def is_rough(self, column: int) -> bool:
        """Return whether a column's number is only that of what was reported so far."""
        return not self.rough.isdisjoint(PARTS[column])

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was reported."""
        return all(value is None for value in self.values.values())

    @property
    def is_whole(self) -> bool:
        """Whether every column is known and final."""
        return self.is_complete and len(self.values) == len(Role)

    @property
    def is_complete(self) -> bool:
        """Whether everything that is asked for is known and final."""
        return not self.rough and all(value is not None for value in self.values.values())

    @property
    def new(self) -> Decimal | None:
        """What was received in the period: (4)+(5)."""
        return sum_of(self.values, (Role.ONLINE, Role.DIRECT))

    @property
    def in_time(self) -> Decimal | None:
        """What was resolved before or on the day it was due: (8)+(9)."""
        return sum_of(self.values, (Role.EARLY, Role.ON_TIME))

    @property
    def on_time_rate(self) -> Fraction | None:
        """Percent of the resolved that were so in time: ((8)+(9))/(7)."""
        return _percent(self.in_time, self.number(DONE))

    @property
    def online_rate(self) -> Fraction | None:
        """Percent of the newly received that came online: (4)/((4)+(5))."""
        return _percent(self.values.get(Role.ONLINE), self.new)


def line_of(members: Mapping[Role, str], figures: Mapping[str, Figure]) -> Line:
    """Return the line of a table's indicators; figures are those of one unit and period, by code."""
    its = {role: figures[code] for role, code in members.items() if code in figures}
    return Line(
        {role: _count(each) for role, each in its.items() if each.value is not None or each.expected_units},
        frozenset[Role](role for role, each in its.items() if each.is_provisional),
    )


def _count(figure: Figure) -> Decimal | None:
    return None if figure.value is None else Decimal(figure.value.numerator) / figure.value.denominator


def added(lines: Iterable[Line]) -> Line:
    """Return several lines together; a column that one of them lacks is rough."""
    its = list(lines)
    values: dict[Role, Decimal | None] = {}
    rough = set[Role]()
    for role in Role:
        asked = [each for each in its if role in each.values]
        known = [value for each in asked if (value := each.values[role]) is not None]
        if asked:
            values[role] = sum(known, Decimal(0)) if known else None
        if known and (len(known) < len(asked) or any(role in each.rough for each in asked)):
            rough.add(role)
    return Line(values, frozenset(rough))


def final(line: Line) -> Line:
    """Return a line without the columns that more may still be reported for: only what is whole can be compared."""
    return Line({role: None if role in line.rough else value for role, value in line.values.items()})


def _percent(part: Decimal | None, whole: Decimal | None) -> Fraction | None:
    return Fraction(part) * 100 / Fraction(whole) if part is not None and whole else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of the form: of a field, or with field "" of all fields together. Its total line and a line a unit.

    code is the group's, and members its indicators; of several groups together code is "" and there are no members."""

    code: str
    field: str
    members: Mapping[Role, str]
    total: Line
    lines: Mapping[str, Line]

    def indicator(self, column: int) -> str:
        """Return the one indicator that a column shows; empty for what is computed."""
        (role, *others) = PARTS[column]
        return "" if others else self.members.get(role, "")


def overall(sheets: Iterable[Sheet]) -> Sheet | None:
    """Return the table of all fields: the plan's own where it has one, else the fields' together; None of nothing."""
    its = list(sheets)
    own = next((each for each in its if not each.field), its[0] if len(its) == 1 else None)
    if own is not None or not its:
        return own
    units = dict.fromkeys(unit for each in its for unit in each.lines)
    lines = {unit: added(each.lines[unit] for each in its if unit in each.lines) for unit in units}
    return Sheet("", "", {}, added(each.total for each in its), lines)


class Check(StrEnum):
    """A sum of the form that can fail to hold."""

    HANDLED = "C4"
    CARRIED = "C5"
    UNITS = "C7"
    FIELDS = "fields"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A sum that does not hold: which, in which table and line (unit None: the total line) and column, both sides."""

    check: Check
    sheet: Sheet
    unit: str | None
    column: int
    left: Decimal
    right: Decimal

    @property
    def difference(self) -> Decimal:
        """How much the left side is more than the right; negative where it is less."""
        return self.left - self.right


def mismatches(sheets: Iterable[Sheet], before: Iterable[Sheet], heirs: Container[str] = frozenset()) -> list[Mismatch]:
    """Return the sums that do not hold, in every line; before are the tables of the quarter before the period, which
    say what was left open.

    heirs took over from others meanwhile: what those left open is in their lines, so that only totals are judged."""
    its, left_open = list(sheets), {each.code: each for each in before}
    found = [each for sheet in its for each in _of_sheet(sheet, left_open.get(sheet.code), heirs)]
    return [*found, *_of_fields(its)]


def worth_telling(found: Iterable[Mismatch]) -> list[Mismatch]:
    """Return mismatches without those of a total line that its units' lines tell already; the largest come first."""
    its = list(found)
    of_units = {(each.check, each.sheet.code) for each in its if each.unit is not None}
    told = (each for each in its if each.unit is not None or (each.check, each.sheet.code) not in of_units)
    return sorted(told, key=lambda each: -abs(each.difference))


def _of_sheet(sheet: Sheet, before: Sheet | None, heirs: Container[str]) -> Iterator[Mismatch]:
    last = {} if before is None else before.lines
    for unit, line in sheet.lines.items():
        if unit not in heirs:
            yield from _of_line(sheet, unit, line, last.get(unit))
    yield from _of_line(sheet, None, sheet.total, None if before is None else before.total)
    yield from _compared(Check.UNITS, sheet, added(sheet.lines.values()))


def _of_line(sheet: Sheet, unit: str | None, line: Line, before: Line | None) -> Iterator[Mismatch]:
    handled, went = line.number(HANDLED), sum_of(line.values, (*RESOLVED, *IN_PROGRESS))
    if line.is_whole and handled is not None and went is not None and handled != went:
        yield Mismatch(Check.HANDLED, sheet, unit, HANDLED, handled, went)
    if before is None or Role.CARRIED in line.rough or before.is_rough(OPEN):
        return
    carried, was_open = line.values.get(Role.CARRIED), before.number(OPEN)
    if carried is not None and was_open is not None and carried != was_open:
        yield Mismatch(Check.CARRIED, sheet, unit, column_number(Role.CARRIED), carried, was_open)


def _of_fields(sheets: list[Sheet]) -> Iterator[Mismatch]:
    """Hold the plan's own table of all fields against the fields' tables together, where it has both."""
    whole, fields = overall(sheets), [each for each in sheets if each.field]
    if whole is not None and whole.code and not whole.field and fields:
        yield from _compared(Check.FIELDS, whole, added(each.total for each in fields))


def _compared(check: Check, sheet: Sheet, parts: Line) -> Iterator[Mismatch]:
    for role in Role:
        left, right = sheet.total.values.get(role), parts.values.get(role)
        if left is not None and right is not None and left != right:
            yield Mismatch(check, sheet, None, column_number(role), left, right)
