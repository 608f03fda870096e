"""What the one-stop report is made from: the form's tables of the period, of the year before, and which sums fail."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from models.balance import Reach
from models.number import format_number, format_rate, telling_decimals
from models.onestop_sheet import Line, Mismatch, Sheet, mismatches, overall, worth_telling
from models.period import Period
from models.store.acceptances import Acceptance
from reports.context import Context, Reporting
from reports.document import Measure, Run, Source
from reports.figure_words import NOTHING

NEW, ON_TIME, ONLINE = "4+5", "on_time", "online"


@dataclass(frozen=True)
class OneStopContext(Context):
    """A context with the plan's one-stop tables: of the period, of last year's, of the quarter before the period.

    has_groups tells a plan without any from a unit that no table is asked of; accepted are the findings of the period
    and its quarters that somebody has accepted with a note."""

    sheets: tuple[Sheet, ...] = ()
    last_year: tuple[Sheet, ...] = ()
    quarter_before: tuple[Sheet, ...] = ()
    has_groups: bool = False
    accepted: tuple[Acceptance, ...] = ()

    @property
    def year_before(self) -> Period:
        """The same period of last year."""
        return self.period.in_year(self.period.year - 1)

    @property
    def quarter_that_was_open(self) -> Period:
        """The quarter before the period, whose open dossiers it begins with."""
        return Reach.LAST_QUARTER.of(self.period.quarters[0])

    @cached_property
    def whole(self) -> Sheet:
        """The table of all fields together; an empty one where there is none."""
        return overall(self.sheets) or Sheet("", "", {}, Line({}), {})

    @cached_property
    def fields(self) -> tuple[Sheet, ...]:
        """The tables of single fields that something is known of, where there are several tables."""
        return tuple(each for each in self.sheets if each.field and not each.total.is_blank and len(self.sheets) > 1)

    @cached_property
    def total(self) -> Line:
        """The line of everything: all fields, all units."""
        return self.whole.total

    @cached_property
    def total_before(self) -> Line:
        """The same of last year."""
        found = overall(self.last_year)
        return Line({}) if found is None else found.total

    @cached_property
    def found(self) -> list[Mismatch]:
        """Every sum that does not hold."""
        return mismatches(self.sheets, self.quarter_before, self._heirs)

    @cached_property
    def told(self) -> list[Mismatch]:
        """The sums that do not hold and are worth a sentence, the largest differences first."""
        return worth_telling(self.found)

    def note_of(self, found: Mismatch) -> str:
        """Return why a sum that does not hold was accepted, while it is off by as much; empty where it is not."""
        rule = f"{found.sheet.code}-{found.check}"
        mine = (each for each in self.accepted if (each.rule, each.unit) == (rule, found.unit))
        same = (each for each in mine if Fraction(each.left) - Fraction(each.right) == found.difference)
        return next((each.note for each in same), "")

    @cached_property
    def unexplained(self) -> list[Mismatch]:
        """The sums worth a sentence that nobody has accepted."""
        return [each for each in self.told if not self.note_of(each)]

    @cached_property
    def marked(self) -> frozenset[tuple[str, str | None, int]]:
        """The cells to mark: table, unit and column of each sum that does not hold; also where fields are summed."""
        own = {(each.sheet.code, each.unit, each.column) for each in self.found}
        return frozenset(own | {(self.whole.code, unit, column) for _, unit, column in own if not self.whole.code})

    @cached_property
    def who(self) -> Reporting:
        """Who has reported the tables whole, in part, or not at all."""
        asked = tuple(unit for unit in self.whole.lines if not self.has_ceased(unit))
        silent = tuple(unit for unit in asked if self.whole.lines[unit].is_blank)
        complete = tuple(unit for unit in asked if all(line.is_complete for line in self._lines_of(unit)))
        partial = tuple(unit for unit in asked if unit not in silent and unit not in complete)
        return Reporting(asked, complete, partial, silent)

    def has_ceased(self, unit: str) -> bool:
        """Return whether a unit is there no more when the period ends."""
        return not self.units[unit].is_valid_on(self.window.last)

    @cached_property
    def _heirs(self) -> frozenset[str]:
        """The units that took over from one that was still there in the quarter before the period."""
        day = self.windows.of(self.quarter_that_was_open).last
        gone = (each for code, each in self.units.items() if each.is_valid_on(day) and self.has_ceased(code))
        return frozenset(heir for each in gone for heir in each.succeeded_by)

    def _lines_of(self, unit: str) -> Iterator[Line]:
        yield from (each.lines[unit] for each in self.sheets if unit in each.lines)

    def source(self, sheet: Sheet, column: int, unit: str | None, group: str = "") -> Source:
        """Return where a cell comes from: an indicator, or a computed column; group: of several units together."""
        code = "" if group else sheet.indicator(column)
        if code:
            return Source(Measure.VALUE, code, unit, self.period.code)
        return Source(Measure.VALUE, sheet.code, unit, self.period.code, f"{column}{group}")

    def line(self, sheet: Sheet, unit: str | None) -> Line:
        """Return a unit's line of a table; the total line where none is named."""
        return sheet.total if unit is None else sheet.lines[unit]

    def column(self, sheet: Sheet, column: int, unit: str | None = None) -> Run:
        """Return what stands in a column of a line as a run."""
        text = number_text(self.line(sheet, unit).number(column))
        return Run(text, source=self.source(sheet, column, unit or self.unit))

    def new(self, sheet: Sheet, unit: str | None = None) -> Run:
        """Return what a line received in the period, (4)+(5), as a run."""
        source = Source(Measure.VALUE, sheet.code, unit or self.unit, self.period.code, NEW)
        return Run(number_text(self.line(sheet, unit).new), source=source)

    def rate(self, sheet: Sheet, what: str, unit: str | None = None) -> Run:
        """Return a rate of a line as a run: ON_TIME or ONLINE."""
        source = Source(Measure.SHARE, sheet.code, unit or self.unit, self.period.code, what)
        return Run(rate_text(rate_of(self.line(sheet, unit), what)), source=source)


def rate_of(line: Line, what: str) -> Fraction | None:
    """Return a line's rate: ON_TIME or ONLINE."""
    return {ON_TIME: line.on_time_rate, ONLINE: line.online_rate}[what]


def number_text(number: Decimal | None) -> str:
    """Return a number as tables show it: what is not known is not zero."""
    return NOTHING if number is None else format_number(number)


def rate_text(rate: Fraction | None) -> str:
    """Return a rate with so many decimals that one below 100% does not look like it."""
    if rate is None:
        return NOTHING
    return format_rate(rate, telling_decimals(rate, lambda shown: (shown == 100) == (rate == 100)))
