"""Which units close a gap: shares that add up, and no smaller set that would do."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.gap_closing import gap_closing, lacking
from models.measure import Kind, Operator, Target, holds
from models.period import Period, Span
from models.plan import Indicator
from models.progress import Coverage, Figure, Pooled, Question, figure

RATIO = Indicator("KH", "R", "", "", Kind.RATIO)
COUNT = Indicator("KH", "C", "", "", Kind.COUNT)
H1 = Period(2023, Span.H1)


def judged(indicator: Indicator, pooled: Pooled, target: Target | None, unit: str | None = None) -> Figure:
    question = Question("KH", indicator, unit, H1, target, date(2023, 6, 20), date(2023, 6, 20), Decimal(5))
    return figure(question, pooled, Coverage(1, 1))


def a_ratio(part: object, whole: object, target: Target | None, unit: str | None = None) -> Figure:
    return judged(RATIO, Pooled(Decimal(str(part)), Decimal(str(whole)), reported=1), target, unit)


def a_count(value: object, target: Target | None, unit: str | None = None) -> Figure:
    return judged(COUNT, Pooled(value=Decimal(str(value)), reported=1), target, unit)


def at_least(value: object) -> Target:
    return Target(Operator.AT_LEAST, Decimal(str(value)))


@pytest.mark.parametrize(
    "found, amount",
    [
        (a_ratio(50, 90, at_least(65)), 9),  # 58,5 of 90
        (a_ratio(59, 90, at_least(65)), 0),
        (a_ratio(10, 90, Target(Operator.AT_MOST, Decimal(5))), -6),  # 4,5 of 90
        (a_ratio(89, 90, Target(Operator.EQUAL, Decimal(100))), 1),
        (a_ratio(10, 90, Target(Operator.RANGE, Decimal(2), Decimal(5))), -6),
        (a_ratio("10.5", 90, at_least(50)), "34.5"),
        (a_ratio(0, 0, at_least(50)), 0),
        (a_ratio(91, 90, at_least(200)), 0),  # cannot be right
        (a_ratio(1, 90, None), 0),
        (a_count(7, at_least(10)), 3),
        (a_count("7.5", at_least(10)), "2.5"),
        (a_count(7, Target(Operator.LESS_THAN, Decimal(5))), -3),
        (judged(COUNT, Pooled(), at_least(10)), 0),
        (judged(replace(COUNT, kind=Kind.SCORE), Pooled(value=Decimal(1), reported=1), at_least(10)), 0),
    ],
)
def test_a_figure_lacks_whole_objects_one_way_or_the_other(found: Figure, amount: object) -> None:
    assert lacking(found) == Fraction(str(amount))


def test_the_largest_close_the_gap_first_and_shares_are_of_all_that_is_lacking() -> None:
    target = at_least(65)
    units = [a_ratio(60, 100, target, "A"), a_ratio(25, 100, target, "B"), a_ratio(95, 100, target, "C")]
    found = gap_closing(a_ratio(180, 300, target), units)
    assert found is not None
    assert (found.lacking, found.enough) == (15, 1)
    assert [(each.unit, each.lacking, each.share) for each in found.units] == [
        ("B", 40, Fraction(8, 9)),
        ("A", 5, Fraction(1, 9)),
    ]
    assert [each.unit for each in found.smallest_set] == ["B"]


def test_what_is_too_much_is_taken_off_where_most_of_it_is() -> None:
    target = Target(Operator.AT_MOST, Decimal(5))
    units = [a_ratio(9, 100, target, "A"), a_ratio(30, 100, target, "B"), a_ratio(0, 100, target, "C")]
    found = gap_closing(a_ratio(39, 300, target), units)
    assert found is not None
    assert (found.lacking, found.enough) == (-24, 1)
    assert [(each.unit, each.lacking) for each in found.units] == [("B", -25), ("A", -4)]


def test_units_with_softer_targets_of_their_own_may_not_be_enough() -> None:
    found = gap_closing(a_ratio(100, 200, at_least(65)), [a_ratio(50, 100, at_least(55), "A")])
    assert found is not None
    assert (found.enough, found.smallest_set, len(found.units)) == (None, (), 1)
    nobody = gap_closing(a_count(1, at_least(5)), [a_count(1, None, "A")])
    assert nobody is not None
    assert (nobody.enough, nobody.units) == (None, ())


def test_without_a_gap_there_is_nothing_to_close() -> None:
    assert gap_closing(a_ratio(70, 100, at_least(65)), [a_ratio(1, 10, at_least(65), "A")]) is None


small_units = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=6)
directions = st.sampled_from([Operator.AT_LEAST, Operator.MORE_THAN, Operator.AT_MOST, Operator.LESS_THAN])


@given(small_units, directions, st.integers(0, 100))
def test_no_smaller_set_of_units_would_close_the_gap(
    units: list[tuple[int, int]], operator: Operator, percent: int
) -> None:
    target = Target(operator, Decimal(percent))
    figures = [a_ratio(part, part + others, target, f"X{place}") for place, (part, others) in enumerate(units)]
    parts, wholes = sum(part for part, _ in units), sum(part + others for part, others in units)
    whole = a_ratio(parts, wholes, target)
    found = gap_closing(whole, figures)
    if found is None:
        return
    assert sum(each.share for each in found.units) == (1 if found.units else 0)
    closing = [
        set(chosen)
        for size in range(len(figures) + 1)
        for chosen in combinations(figures, size)
        if whole.threshold
        and holds(
            Kind.RATIO,
            Fraction(100 * (parts + sum(_to_target(each, percent, operator) for each in chosen)), wholes),
            whole.threshold,
        )
    ]
    smallest = min((len(each) for each in closing), default=None)
    assert found.enough == smallest
    if smallest is not None:
        assert {each.unit for each in found.smallest_set} in [{each.unit for each in some} for some in closing]


def _to_target(found: Figure, percent: int, operator: Operator) -> int:
    """Return by how much a unit's numerator must change to meet the target, tried one by one."""
    part, whole = int(found.numerator or 0), int(found.denominator or 0)
    if not whole:
        return 0
    step = 1 if operator in (Operator.AT_LEAST, Operator.MORE_THAN) else -1
    change = 0
    while not _meets(100 * (part + change), percent * whole, operator):
        change += step
    return change


def _meets(left: int, right: int, operator: Operator) -> bool:
    match operator:
        case Operator.AT_LEAST:
            return left >= right
        case Operator.MORE_THAN:
            return left > right
        case Operator.AT_MOST:
            return left <= right
    return left < right
