"""Pure functions from what was reported to what it means: value, gap, state, coverage, order of urgency.

Nothing here reads a file or a clock. Sums come in as parts, made of one row or of many; parts add up in any order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from models.measure import Kind, Operator, Target, Threshold, gap, holds, nearest_bound, resolve_change
from models.number import telling_decimals
from models.period import Period
from models.plan import Indicator


class State(StrEnum):
    """Where a figure stands."""

    MET = "met"
    NEAR = "near"
    MISSED = "missed"
    TO_CHECK = "to_check"
    NOT_DUE = "not_due"
    NO_DATA = "no_data"
    NOT_APPLICABLE = "not_applicable"
    NO_TARGET = "no_target"


WORST_FIRST = (
    State.MISSED,
    State.NEAR,
    State.TO_CHECK,
    State.NO_DATA,
    State.MET,
    State.NOT_DUE,
    State.NOT_APPLICABLE,
    State.NO_TARGET,
)


@dataclass(frozen=True, slots=True)
class Part:
    """What was reported for one indicator in one quarter, by one unit or summed over many.

    A ratio has numerator and denominator, all others a value (a grade's is its position, None when the plan does not
    know the name). reported counts units; doubtful those whose figure cannot be right and is not accepted; accepted
    those that cannot be right and are accepted with a reason. is_estimated: a share of a split unit is in it."""

    quarter: Period
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    reported: int = 1
    doubtful: int = 0
    accepted: int = 0
    grade: str = ""
    out_of: int | None = None
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class Pooled:
    """The parts of a figure put together. reported counts parts, not units."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    reported: int = 0
    doubtful: int = 0
    accepted: int = 0
    from_quarter: Period | None = None
    grade: str = ""
    out_of: int | None = None
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the expected units valid on the period's last day, how many have reported; asked: anybody in the period."""

    reported: int
    expected: int
    is_asked: bool = True

    @property
    def is_complete(self) -> bool:
        """Whether all have reported."""
        return self.reported >= self.expected


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator of a plan in one period, for the whole plan or a unit, and what it means.

    value is exact: percent for ratios, a position for grades. threshold, target and gap are None without a target in
    force; gap also without a value that can be judged. is_estimated: a share of a unit that was split is in it."""

    plan: str
    indicator: Indicator
    unit: str | None
    period: Period
    numerator: Decimal | None
    denominator: Decimal | None
    value: Fraction | None
    grade: str
    out_of: int | None
    from_quarter: Period | None
    target: Target | None
    threshold: Threshold | None
    gap: Fraction | None
    state: State
    is_provisional: bool
    reported_units: int
    expected_units: int
    near_percent: Decimal
    last_year: Fraction | None = None
    scale_length: int | None = None
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a figure, beside the sums: the target in force, the day, and how the plan judges.

    due is the last day to report (or to publish); is_always_early marks a shorter period of an index that is judged
    by the year only; near_percent is the share of the target that still counts as near."""

    plan: str
    indicator: Indicator
    unit: str | None
    period: Period
    target: Target | None
    due: date
    on: date
    near_percent: Decimal
    is_always_early: bool = False
    last_year: Fraction | None = None
    grades: tuple[str, ...] = ()


def pool(indicator: Indicator, parts: Iterable[Part]) -> Pooled:
    """Put parts together: flows and ratios add, a measure that does not roll up takes the latest.

    The parts of a stock are already the latest of each unit; from_quarter is the latest they are from."""
    total = Pooled()
    for part in parts:
        if part.reported:
            total = _joined(indicator, total, part)
    return total


def _joined(indicator: Indicator, total: Pooled, part: Part) -> Pooled:
    latest = max(filter(None, (total.from_quarter, part.quarter)), key=_age)
    if not indicator.kind.rolls_up:
        if total.reported and latest != part.quarter:
            return total
        return Pooled(None, None, part.value, 1, part.doubtful, part.accepted, part.quarter, part.grade, part.out_of)
    return Pooled(
        _sum(total.numerator, part.numerator),
        _sum(total.denominator, part.denominator),
        _sum(total.value, part.value),
        total.reported + part.reported,
        total.doubtful + part.doubtful,
        total.accepted + part.accepted,
        latest,
        is_estimated=total.is_estimated or part.is_estimated,
    )


def _age(period: Period) -> tuple[int, int, bool]:
    return period.year, period.number, period.is_year


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return other if one is None else one if other is None else one + other


def cannot_be_right(indicator: Indicator, pooled: Pooled | Part) -> bool:
    """Return whether a figure contradicts itself: a numerator above its denominator, a score or rank off its scale,
    a grade that the plan does not know. Source: docs/figures.md, 8."""
    match indicator.kind:
        case Kind.RATIO:
            parts = (pooled.numerator, pooled.denominator)
            return parts[0] is not None and parts[1] is not None and parts[0] > parts[1]
        case Kind.SCORE | Kind.RANK:
            top = pooled.out_of or indicator.scale
            return pooled.value is not None and top is not None and pooled.value > top
        case Kind.GRADE:
            return bool(pooled.grade) and pooled.value is None
    return False


def is_to_check(indicator: Indicator, pooled: Pooled) -> bool:
    """Return whether a figure cannot be right and is not accepted, in all its parts that cannot, with a reason."""
    return cannot_be_right(indicator, pooled) and (pooled.doubtful > 0 or pooled.accepted == 0)


def exact_value(indicator: Indicator, pooled: Pooled) -> Fraction | None:
    """Return the value: percent of a ratio (None where the denominator is 0 or missing), else the number itself."""
    if indicator.kind is Kind.RATIO:
        if pooled.numerator is None or not pooled.denominator:
            return None
        part, of_part = pooled.numerator.as_integer_ratio()
        whole, of_whole = pooled.denominator.as_integer_ratio()
        return Fraction(100 * part * of_whole, whole * of_part)
    return None if pooled.value is None else Fraction(pooled.value)


def figure(question: Question, pooled: Pooled, coverage: Coverage) -> Figure:
    """Judge what was reported. Source: docs/figures.md, 2, 5, 7, 8 and 10."""
    indicator = question.indicator
    value = exact_value(indicator, pooled)
    if question.is_always_early:
        value, pooled = None, Pooled()
    threshold = resolve(question)
    state = _state(question, pooled, coverage, value, threshold)
    judged = state in (State.MET, State.NEAR, State.MISSED) and threshold is not None and value is not None
    return Figure(
        plan=question.plan,
        indicator=indicator,
        unit=question.unit,
        period=question.period,
        numerator=pooled.numerator,
        denominator=pooled.denominator,
        value=value,
        grade=pooled.grade,
        out_of=pooled.out_of,
        from_quarter=pooled.from_quarter if indicator.is_stock else None,
        target=question.target if threshold else None,
        threshold=threshold,
        gap=gap(indicator.kind, value, threshold) if judged and value is not None and threshold else None,
        state=state,
        is_provisional=pooled.reported > 0 and (not coverage.is_complete or pooled.doubtful > 0),
        reported_units=coverage.reported,
        expected_units=coverage.expected,
        near_percent=question.near_percent,
        last_year=question.last_year,
        scale_length=_scale_length(question, pooled),
        is_estimated=pooled.is_estimated,
    )


def resolve(question: Question) -> Threshold | None:
    """Return the target as comparable numbers; None without one, or where last year's value is needed and not known."""
    target, kind = question.target, question.indicator.kind
    if target is None:
        return None
    if target.operator.is_change:
        return None if question.last_year is None else resolve_change(kind, target, question.last_year)
    if kind is Kind.GRADE:
        value, value_to = (_position(name, question.grades) for name in (target.grade, target.grade_to))
    else:
        value, value_to = (None if each is None else Fraction(each) for each in (target.value, target.value_to))
    if value is None or (target.operator is Operator.RANGE and value_to is None):
        return None
    return Threshold(target.operator, value, value_to)


def _position(name: str, grades: tuple[str, ...]) -> Fraction | None:
    return Fraction(grades.index(name) + 1) if name in grades else None


def _state(
    question: Question,
    pooled: Pooled,
    coverage: Coverage,
    value: Fraction | None,
    threshold: Threshold | None,
) -> State:
    if not coverage.is_asked:
        return State.NOT_APPLICABLE
    if question.is_always_early:
        return State.NOT_DUE
    if is_to_check(question.indicator, pooled):
        return State.TO_CHECK
    if pooled.reported == 0:
        return State.NOT_DUE if question.on <= question.due else State.NO_DATA
    if value is None:
        return State.NOT_APPLICABLE
    if threshold is None:
        return State.NO_TARGET
    return judge(question.indicator.kind, value, threshold, question.near_percent)


def judge(kind: Kind, value: Fraction, threshold: Threshold, near_percent: Decimal) -> State:
    """Return met exactly when the operator holds; near while the shortfall is within a share of the target's value.

    A target of 0 has no near. Source: docs/figures.md, 8."""
    if holds(kind, value, threshold):
        return State.MET
    wanted = abs(nearest_bound(kind, value, threshold))
    shortfall = -gap(kind, value, threshold)
    return State.NEAR if wanted and shortfall * 100 <= wanted * Fraction(near_percent) else State.MISSED


def asked_target(figure: Figure) -> Target | None:
    """Return the target in force, else what the plan asks although it cannot be compared yet.

    That is a change whose last year's value is not known; a count's total is asked of no single unit."""
    of_total = figure.unit is not None and figure.indicator.kind is Kind.COUNT
    return figure.target or (None if of_total else figure.indicator.target)


def lacks_last_year(figure: Figure) -> bool:
    """Return whether a figure cannot be judged since its target is a change against a year that has no value."""
    target = asked_target(figure)
    return target is not None and target.operator.is_change and figure.threshold is None


def urgency(each: Figure) -> tuple[int, Fraction]:
    """Sort key of a figure: worst state first, inside a state the largest shortfall relative to the target first.

    Ranks and grades count steps relative to the length of the scale; of a target of 0 the gap itself counts."""
    order = WORST_FIRST.index(each.state)
    if each.gap is None or each.threshold is None:
        return order, Fraction(0)
    if each.indicator.kind.lower_is_better:
        relative_to = Fraction(each.scale_length or 1)
    else:
        relative_to = abs(each.threshold.value) or Fraction(1)
    return order, each.gap / relative_to


def worst_first(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures in the order in which they want attention; equal ones keep their order."""

    def key(each: Figure) -> tuple[int, float, Fraction]:
        order, shortfall = urgency(each)
        return order, float(shortfall), shortfall  # quicker than fractions alone, which decide where floats are equal

    return sorted(figures, key=key)


def renewed(figures: Iterable[Figure], new: Iterable[Figure], order: Iterable[str]) -> list[Figure]:
    """Return figures of different indicators with some of them read anew, worst first; order: the plan's, by code."""
    found = {each.indicator.code: each for each in (*figures, *new)}
    return worst_first(found[code] for code in order if code in found)


def _scale_length(question: Question, pooled: Pooled) -> int | None:
    if question.indicator.kind is Kind.GRADE:
        return len(question.grades) or None
    scale = pooled.out_of or question.indicator.scale
    return int(scale) if scale else None


def shown_decimals(each: Figure, decimals: int = 2) -> int:
    """Return how many decimals to show of a value so that a missed target does not look met."""
    if each.value is None or each.threshold is None or each.state not in (State.NEAR, State.MISSED):
        return decimals
    kind, threshold = each.indicator.kind, each.threshold
    return telling_decimals(each.value, lambda shown: not holds(kind, shown, threshold), decimals)


def gap_decimals(each: Figure, decimals: int = 2) -> int:
    """Return how many decimals to show of a gap so that one that is there does not look like none."""
    gap = each.gap or Fraction(0)
    return telling_decimals(gap, lambda shown: shown != 0 or gap == 0, shown_decimals(each, decimals))
