"""Targets of quarters and longer stretches that contradict the year's. Source: docs/figures.md, 9.

Two sorts, and nothing else: no year can meet all of them; or a year that only just meets each of the shorter ones has
lost the year's, whatever else it brings. Bounds count as met when they are just met, so that nothing is told of
targets that touch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from models.measure import Accumulation, Kind, Operator, Target
from models.number import format_number
from models.period import Period, Span
from models.plan import Indicator

# The ways to put a year together from quarters and what is cumulative up to one.
PATHS = (
    (Span.Q1, Span.Q2, Span.Q3, Span.Q4),
    (Span.H1, Span.Q3, Span.Q4),
    (Span.M9, Span.Q4),
)
# Of what does not add up: the periods whose value is the year's.
SAME_AS_YEAR = {Accumulation.STOCK: (Span.Q4,), Accumulation.OPENING: (Span.Q1, Span.H1, Span.M9)}


@dataclass(frozen=True, slots=True)
class Interval:
    """What a target allows; None is without bound."""

    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Which periods contradict the year: what they lead to at least or at most, and what the year asks.

    is_impossible: no year can meet both; else the shorter targets are too soft for the year's."""

    periods: tuple[Period, ...]
    leads_to: Fraction
    year: Fraction
    is_impossible: bool


def interval(target: Target) -> Interval | None:
    """Return what a target allows; None for a change, a grade, and where a value is missing."""
    if target.value is None or target.operator.is_change:
        return None
    value = Fraction(target.value)
    match target.operator:
        case Operator.AT_LEAST | Operator.MORE_THAN:
            return Interval(low=value)
        case Operator.AT_MOST | Operator.LESS_THAN:
            return Interval(high=value)
        case Operator.EQUAL:
            return Interval(value, value)
    if target.value_to is None:
        return None
    other = Fraction(target.value_to)
    return Interval(min(value, other), max(value, other))


def contradictions(indicator: Indicator, targets: Mapping[Period, Target], year: Target) -> list[Contradiction]:
    """Return how the targets of shorter periods contradict the year's, at most one for each of its bounds."""
    asked, way = interval(year), indicator.way
    shorter = {each.span: its for each, target in targets.items() if (its := interval(target))}
    if asked is None or way is None:
        return []
    if way in SAME_AS_YEAR:
        told = _of_same_value(shorter, SAME_AS_YEAR[way], asked)
    else:
        told = _of_rates(shorter, asked) if indicator.kind is Kind.RATIO else _of_sums(shorter, asked)
    year_number = next((each.year for each in targets), 0)
    one_each: dict[Fraction, Contradiction] = {}
    for spans, leads_to, bound, is_impossible in sorted(told, key=lambda each: not each[3]):  # the worse is told
        periods = tuple(Period(year_number, span) for span in spans)
        one_each.setdefault(bound, Contradiction(periods, leads_to, bound, is_impossible))
    return list(one_each.values())


def contradiction_words(found: Contradiction, indicator: Indicator) -> str:
    """Return what contradicts what, by how much, and what follows from it."""
    is_ratio = indicator.kind is Kind.RATIO
    unit = "%" if is_ratio else f" {indicator.measured_in}".rstrip()
    periods = ", ".join(each.code for each in found.periods)
    is_below = found.leads_to < found.year
    together = ""
    if len(found.periods) > 1:
        together = (" cao nhất" if is_below else " thấp nhất") if is_ratio else " cộng lại"
    compared = "thấp hơn" if is_below else "cao hơn"
    apart = format_number(abs(found.leads_to - found.year)) + (" điểm %" if is_ratio else unit)
    follows = "không thể cùng đạt" if found.is_impossible else "vừa đủ đạt từng kỳ thì không đạt cả năm"
    return (
        f"mức của kỳ {periods}{together} là {format_number(found.leads_to)}{unit}, {compared} mức cả năm "
        f"{format_number(found.year)}{unit}, lệch {apart}: {follows}"
    )


Told = tuple[tuple[Span, ...], Fraction, Fraction, bool]


def _of_same_value(shorter: Mapping[Span, Interval], spans: tuple[Span, ...], year: Interval) -> Iterator[Told]:
    for span in spans:
        if span in shorter:
            its = shorter[span]
            yield from _impossible((span,), its.low, its.high, year)
            yield from _too_soft((span,), its.low, its.high, year)


def _of_rates(shorter: Mapping[Span, Interval], year: Interval) -> Iterator[Told]:
    """The year's rate lies between the rates of its parts: it contradicts them when all lie on one side."""
    whole = [path for path in PATHS if all(span in shorter for span in path)]
    every_low = [each.low for each in shorter.values() if each.low is not None]
    every_high = [each.high for each in shorter.values() if each.high is not None]
    for path in whole:
        lows = [low for span in path if (low := shorter[span].low) is not None]
        highs = [high for span in path if (high := shorter[span].high) is not None]
        has_lows, has_highs = len(lows) == len(path), len(highs) == len(path)
        yield from _impossible(path, min(lows) if has_lows else None, max(highs) if has_highs else None, year)
        softest = max(every_low) if has_lows else None, min(every_high) if has_highs else None
        yield from _too_soft(path, *softest, year)


def _of_sums(shorter: Mapping[Span, Interval], year: Interval) -> Iterator[Told]:
    """The year is the sum of its parts, none of which is below zero."""
    known = [tuple(span for span in path if span in shorter) for path in PATHS]
    least = {path: sum((shorter[span].low or Fraction(0) for span in path), Fraction(0)) for path in known}
    highest = max(least, key=lambda path: least[path])
    yield from _impossible(highest, least[highest], None, year)
    whole = [path for path in PATHS if all(span in shorter for span in path)]
    if any(all(shorter[span].low is not None for span in path) for path in whole):
        yield from _too_soft(highest, least[highest], None, year)
    most = {path: sum(highs, Fraction(0)) for path in whole if (highs := _highs(shorter, path))}
    if most:
        lowest = min(most, key=lambda path: most[path])
        yield from _impossible(lowest, None, most[lowest], year)
        yield from _too_soft(lowest, None, most[lowest], year)
    for span, its in shorter.items():
        yield from _too_soft((span,), None, its.high, year)


def _highs(shorter: Mapping[Span, Interval], path: tuple[Span, ...]) -> list[Fraction]:
    """Return the upper bounds along a path; empty where one has none."""
    found = [high for span in path if (high := shorter[span].high) is not None]
    return found if len(found) == len(path) else []


def _impossible(spans: tuple[Span, ...], low: Fraction | None, high: Fraction | None, year: Interval) -> Iterator[Told]:
    if low is not None and year.high is not None and low > year.high:
        yield spans, low, year.high, True
    if high is not None and year.low is not None and high < year.low:
        yield spans, high, year.low, True


def _too_soft(spans: tuple[Span, ...], low: Fraction | None, high: Fraction | None, year: Interval) -> Iterator[Told]:
    if low is not None and year.low is not None and low < year.low:
        yield spans, low, year.low, False
    if high is not None and year.high is not None and high > year.high:
        yield spans, high, year.high, False
