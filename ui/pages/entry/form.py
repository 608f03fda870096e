"""One unit's submission of one quarter: its rows, what each cell holds and may take, what is still wanted. No Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction

from models.checks import Finding
from models.measure import Kind
from models.number import format_number
from models.period import Period, quarter
from models.plan import Actual, Explanation, ExplanationRequest, Indicator, Plan
from models.progress import Figure, Part, Pooled, State, cannot_be_right, exact_value, pool
from models.store.check_form import Held
from models.submission import Submission, cumulative_until
from models.unit import Unit
from ui.pages.entry.reading import Field, cell_text, fields_of


class Column(IntEnum):
    """The grid's columns, from left to right."""

    NAME = 0
    Q1 = 1
    Q2 = 2
    Q3 = 3
    Q4 = 4
    CUMULATIVE = 5
    LAST_YEAR = 6
    TARGET = 7
    STATE = 8


QUARTER_COLUMNS = (Column.Q1, Column.Q2, Column.Q3, Column.Q4)


class RowKind(StrEnum):
    """A heading, the computed line of a ratio, or a line that is typed."""

    AREA = "area"
    COMPUTED = "computed"
    ENTRY = "entry"


class Filter(StrEnum):
    """Which indicators are shown."""

    ALL = "all"
    EMPTY = "empty"
    WARNED = "warned"
    TO_EXPLAIN = "to_explain"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the grid; a line that is typed says which part of the actual it holds."""

    kind: RowKind
    area: str
    indicator: Indicator | None = None
    field: Field | None = None

    @property
    def is_main(self) -> bool:
        """Whether the indicator's name, target and state stand here."""
        return self.kind is RowKind.COMPUTED or self.field is Field.VALUE


class Doubt(StrEnum):
    """What is odd about the actual of one quarter."""

    NONE = "none"
    HALF = "half"
    WRONG = "wrong"
    ACCEPTED = "accepted"


@dataclass
class Form:
    """What the grid shows and takes. actuals holds this year's and last year's, by (indicator, period).

    figures are those of the cumulative period that ends with the quarter, of an index that is published later those
    of the year once it is there; explanations, what is said of them, and
    requests, what a leader asks and nobody has answered, by indicator; locked, the quarters of the year that were
    sent or taken in, and lock_words the reason of each in words; submission, where that of the quarter stands;
    findings, what the rules say of the unit in the quarter, and held, which of them it keeps to; proofs, how many
    proofs each value of the year has."""

    plan: Plan
    unit: Unit
    quarter: Period
    indicators: Sequence[Indicator]
    grades: tuple[str, ...] = ()
    actuals: dict[tuple[str, Period], Actual] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    explanations: dict[str, Explanation] = field(default_factory=dict)
    requests: dict[str, ExplanationRequest] = field(default_factory=dict)
    locked: frozenset[Period] = frozenset()
    lock_words: Mapping[Period, str] = field(default_factory=dict)
    submission: Submission | None = None
    findings: Sequence[Finding] = ()
    held: Sequence[Held] = ()
    proofs: Mapping[tuple[str, Period], int] = field(default_factory=dict)
    _ruled: tuple[Sequence[Finding], frozenset[str]] = field(default=((), frozenset()), repr=False, compare=False)

    @property
    def year(self) -> Period:
        """The year of the quarter being entered."""
        return Period(self.quarter.year)

    @property
    def cumulative(self) -> Period:
        """The period from the year's start to the end of the quarter."""
        return cumulative_until(self.quarter)

    def rows(self, wanted: Filter = Filter.ALL) -> list[Row]:
        """Return the lines of the indicators that a filter lets through, under their areas' headings."""
        rows: list[Row] = []
        area: str | None = None
        for indicator in self.indicators:
            if not self.is_wanted(indicator, wanted):
                continue
            if indicator.area != area:
                area = indicator.area
                rows.append(Row(RowKind.AREA, area))
            rows += _rows_of(indicator)
        return rows

    def is_wanted(self, indicator: Indicator, wanted: Filter) -> bool:
        """Return whether a filter lets an indicator through."""
        match wanted:
            case Filter.EMPTY:
                return any(self.is_still_empty(indicator, each) for each in fields_of(indicator.kind))
            case Filter.WARNED:
                return self.is_warned(indicator)
            case Filter.TO_EXPLAIN:
                return self.wants_explanation(indicator)
        return True

    def counts(self) -> dict[Filter, int]:
        """Return the numbers beside the filters: cells for all and empty, indicators for the others."""
        cells = [(each, part) for each in self.indicators for part in fields_of(each.kind)]
        return {
            Filter.ALL: len(cells),
            Filter.EMPTY: sum(self.is_still_empty(each, part) for each, part in cells),
            Filter.WARNED: sum(map(self.is_warned, self.indicators)),
            Filter.TO_EXPLAIN: sum(map(self.wants_explanation, self.indicators)),
        }

    def period_of(self, row: Row, column: int) -> Period | None:
        """Return which period a cell is typed for; None: it cannot be typed.

        What does not roll up may also be given for the year itself, in the cumulative column."""
        if row.kind is not RowKind.ENTRY or row.indicator is None:
            return None
        if column in QUARTER_COLUMNS:
            return quarter(self.quarter.year, column)
        if column == Column.CUMULATIVE and not row.indicator.kind.rolls_up:
            return self.year
        return None

    def lock_of(self, row: Row, column: int) -> str:
        """Return why a cell that is typed takes nothing now, in words that say what to do; "" where it is open."""
        period = self.period_of(row, column)
        return "" if period is None else self.lock_text(period)

    def explained(self, indicator: Indicator) -> Period:
        """Return the period that an explanation given here is of."""
        return indicator.judged_in(self.cumulative)

    def explanation_lock(self, indicator: Indicator) -> str:
        """Return why an explanation cannot be changed; that of an index that came after the forms were sent can."""
        return "" if indicator.published_month is not None else self.lock_text(self.quarter)

    def lock_text(self, period: Period) -> str:
        """Return why a quarter's figures cannot be changed, "" where they can.

        What is given for the year itself belongs to no quarter, and is never locked."""
        if period not in self.locked:
            return ""
        generic = f"Phiếu kỳ {period} của {self.unit.name} đã gửi nên không sửa được; hãy mở lại phiếu, nêu lý do."
        return self.lock_words.get(period, generic)

    def actual(self, indicator: Indicator, period: Period) -> Actual:
        """Return what is reported, an actual with nothing in it where there is none."""
        found = self.actuals.get((indicator.code, period))
        return found or Actual(indicator.code, self.unit.code, period)

    def text(self, row: Row, column: int) -> str:
        """Return what a typed cell shows, "" where nothing is reported or the cell cannot be typed."""
        period = self.period_of(row, column)
        if period is None or row.indicator is None or row.field is None:
            return ""
        return cell_text(self.actual(row.indicator, period), row.indicator.kind, row.field)

    def part(self, indicator: Indicator, period: Period) -> Part:
        """Return the actual of one period as a part of a figure."""
        actual = self.actual(indicator, period)
        value = actual.value
        if indicator.kind is Kind.GRADE and actual.grade in self.grades:
            value = Decimal(self.grades.index(actual.grade) + 1)
        return Part(
            period,
            actual.numerator,
            actual.denominator,
            value,
            reported=int(actual.is_reported),
            grade=actual.grade,
            out_of=actual.out_of,
        )

    def pooled(self, indicator: Indicator, period: Period) -> Pooled:
        """Return what the unit itself reported for a period, put together.

        A stock is the latest value, what was carried over the first quarter's."""
        summed = indicator.summed_quarters(period)
        quarters = (*summed, period) if period.is_year else summed
        parts = [part for each in quarters if (part := self.part(indicator, each)).reported]
        return pool(indicator, parts[-1:] if indicator.is_stock else parts)

    def value(self, indicator: Indicator, period: Period) -> Fraction | None:
        """Return the value of what the unit reported for one quarter or a longer period."""
        parts = self.part(indicator, period) if period.is_quarter else self.pooled(indicator, period)
        return exact_value(indicator, Pooled(parts.numerator, parts.denominator, parts.value))

    def doubt(self, indicator: Indicator, period: Period) -> Doubt:
        """Return what is odd about one quarter's actual: half a ratio, or a figure that cannot be right."""
        actual, part = self.actual(indicator, period), self.part(indicator, period)
        if part.reported and cannot_be_right(indicator, part):
            return Doubt.ACCEPTED if actual.accepted else Doubt.WRONG
        half = indicator.kind is Kind.RATIO and (actual.numerator is None) != (actual.denominator is None)
        return Doubt.HALF if half else Doubt.NONE

    def longest_texts(self) -> tuple[str, str]:
        """Return texts as long as the longest of a quarter's cells and of the cumulative cells, for their widths."""
        given = self.actuals.values()
        parts = [part for each in given for part in (each.numerator, each.denominator, each.value) if part is not None]
        longest = max(parts, key=lambda part: len(str(part)), default=Decimal(0))
        largest = max(parts, default=Decimal(0))
        kinds = {each.kind for each in self.indicators}
        names = (
            *(self.grades if Kind.GRADE in kinds else ()),
            *(f"{each.value}/{each.out_of}" for each in given if each.out_of),
        )
        texts = (format_number(longest), format_number(largest), "100,00%", *names)
        return max(texts, key=len), max(*texts, format_number(4 * largest), key=len)

    def is_still_empty(self, indicator: Indicator, part: Field) -> bool:
        """Return whether a cell of the quarter is expected and has nothing in it.

        An index published later is not expected by quarter; of what does not add up, one value in the year will do."""
        if indicator.published_month is not None:
            return False
        if indicator.kind.rolls_up:
            return getattr(self.actual(indicator, self.quarter), part) is None
        periods = (*self.cumulative.quarters, self.year)
        return not any(self.actual(indicator, each).is_reported for each in periods)

    def is_warned(self, indicator: Indicator) -> bool:
        """Return whether something about the indicator wants a second look in this quarter."""
        figure = self.figures.get(indicator.code)
        wrong = self.doubt(indicator, self.quarter) in (Doubt.WRONG, Doubt.HALF)
        return wrong or indicator.code in self._ruled_codes() or (figure is not None and figure.state is State.TO_CHECK)

    def _ruled_codes(self) -> frozenset[str]:
        """Return what the open findings speak of: found once for all that are asked of them."""
        if self._ruled[0] is not self.findings:
            still = (each for each in self.findings if not each.is_accepted)
            self._ruled = self.findings, frozenset(code for each in still for code in each.codes)
        return self._ruled[1]

    def wants_explanation(self, indicator: Indicator) -> bool:
        """Return whether a leader asks for it, or the target was missed and its explanation is not complete yet."""
        if indicator.code in self.requests:
            return True
        figure = self.figures.get(indicator.code)
        said = self.explanations.get(indicator.code)
        return figure is not None and figure.state is State.MISSED and (said is None or bool(said.missing))

    def has_proof(self, indicator: Indicator, period: Period) -> bool:
        """Return whether evidence is attached to a value."""
        return (indicator.code, period) in self.proofs

    def place(self, actual: Actual) -> None:
        """Put in what has been written to the file."""
        self.actuals[actual.indicator, actual.period] = actual

    def earlier(self, indicator: Indicator, before: Period, number: int = 4) -> list[Period]:
        """Return the quarters before one, oldest first."""
        index = before.year * 4 + before.number - 1
        return [quarter(*divmod_quarter(each)) for each in range(index - number, index)]


def divmod_quarter(index: int) -> tuple[int, int]:
    """Return year and number of the quarter with a running index (year * 4 + number - 1)."""
    return index // 4, index % 4 + 1


def actuals_by_cell(actuals: Iterable[Actual]) -> dict[tuple[str, Period], Actual]:
    """Return the actuals of one unit by (indicator, period)."""
    return {(each.indicator, each.period): each for each in actuals}


def _rows_of(indicator: Indicator) -> list[Row]:
    lines = [Row(RowKind.ENTRY, indicator.area, indicator, each) for each in fields_of(indicator.kind)]
    main = [Row(RowKind.COMPUTED, indicator.area, indicator)] if indicator.kind is Kind.RATIO else []
    return main + lines
