"""Units beside one another: shared ranks, what each is lacking, who makes up half of it, rates of few cases."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.measure import Kind, Operator, Target, holds
from models.period import Period, Span
from models.plan import Indicator
from models.progress import Coverage, Figure, Pooled, Question, State, figure
from models.unit_ranking import FEW_CASES, are_over, half_of_shortfall, has_few_cases, lacking_of, ranked

H1 = Period(2023, Span.H1)


def indicator(operator: Operator = Operator.AT_LEAST, kind: Kind = Kind.RATIO, level: object = 65) -> Indicator:
    return Indicator("KH", "A", "", "", kind, target=Target(operator, Decimal(str(level))))


def of_unit(unit: str, its: Indicator, pooled: Pooled, target: Target | None = None) -> Figure:
    asked = Question("KH", its, unit, H1, target or its.target, date(2023, 6, 20), date(2023, 6, 19), Decimal(5))
    return figure(asked, pooled, Coverage(pooled.reported, 1))


def rate(unit: str, part: object, whole: object, its: Indicator | None = None, target: Target | None = None) -> Figure:
    parts = Decimal(str(part)), Decimal(str(whole))
    pooled = Pooled(*parts, reported=1, doubtful=int(parts[0] > parts[1]))
    return of_unit(unit, its or indicator(), pooled, target)


def count(unit: str, value: object, its: Indicator) -> Figure:
    return of_unit(unit, its, Pooled(value=Decimal(str(value)), reported=1))


def places(figures: list[Figure]) -> list[tuple[str | None, int | None]]:
    return [(each.figure.unit, each.rank) for each in ranked(figures)]


def test_equal_values_share_a_rank_and_the_next_one_is_counted_on() -> None:
    figures = [rate("a", 1, 2), rate("b", 60, 80), rate("c", 30, 40), rate("d", 1, 4)]
    assert places(figures) == [("b", 1), ("c", 1), ("a", 3), ("d", 4)]


def test_who_has_no_value_has_no_rank_and_comes_last() -> None:
    nothing = of_unit("a", indicator(), Pooled())
    wrong = rate("b", 5, 4)
    empty = rate("c", 0, 0)
    assert wrong.state is State.TO_CHECK
    assert places([nothing, wrong, empty, rate("d", 0, 4)]) == [("d", 1), ("a", None), ("b", None), ("c", None)]


def test_where_little_is_asked_the_least_is_the_best() -> None:
    its = indicator(Operator.AT_MOST, level=5)
    assert places([rate("a", 4, 100, its), rate("b", 2, 100, its)]) == [("b", 1), ("a", 2)]


def test_where_one_value_is_asked_the_nearest_is_the_best() -> None:
    its = indicator(Operator.EQUAL, Kind.COUNT, 10)
    assert places([count("a", 14, its), count("b", 9, its), count("c", 11, its)]) == [("b", 1), ("c", 1), ("a", 3)]


def test_the_first_of_a_ranking_is_rank_one() -> None:
    its = indicator(kind=Kind.RANK, level=10)
    assert places([count("a", 14, its), count("b", 2, its)]) == [("b", 1), ("a", 2)]


def test_without_the_plan_s_target_the_units_own_says_which_way_is_better() -> None:
    its, own = Indicator("KH", "A", "", "", Kind.RATIO), Target(Operator.AT_MOST, Decimal(5))
    assert places([rate("a", 4, 100, its, own), rate("b", 2, 100, its, own)]) == [("b", 1), ("a", 2)]
    assert places([rate("a", 4, 100, its), rate("b", 2, 100, its)]) == [("a", 1), ("b", 2)]


@pytest.mark.parametrize(
    ("operator", "level", "part", "whole", "expected"),
    [
        (Operator.AT_LEAST, 65, 250, 500, 75),
        (Operator.AT_LEAST, 65, 64, 99, 1),
        (Operator.AT_LEAST, 65, 65, 100, 0),
        (Operator.MORE_THAN, 65, 65, 100, 1),
        (Operator.AT_MOST, 5, 8, 100, 3),
        (Operator.LESS_THAN, 5, 5, 100, 1),
        (Operator.EQUAL, 100, 97, 100, 3),
    ],
)
def test_what_is_lacking_is_counted_in_whole_cases(
    operator: Operator, level: int, part: int, whole: int, expected: int
) -> None:
    assert lacking_of(rate("a", part, whole, indicator(operator, level=level))) == expected


def test_a_count_lacks_what_it_is_short_of_its_target() -> None:
    its = indicator(kind=Kind.COUNT, level=10)
    assert lacking_of(count("a", 4, its)) == 6
    assert lacking_of(count("a", "4.5", its)) == Fraction(11, 2)


def test_nothing_is_lacking_where_nothing_is_asked_or_counted() -> None:
    assert lacking_of(rate("a", 1, 2, Indicator("KH", "A", "", "", Kind.RATIO))) is None
    assert lacking_of(of_unit("a", indicator(), Pooled())) is None
    assert lacking_of(count("a", 50, indicator(kind=Kind.SCORE, level=80))) is None


@given(
    st.sampled_from([Operator.AT_LEAST, Operator.MORE_THAN]),
    st.integers(1, 400),
    st.integers(0, 400),
    st.integers(0, 99),
)
def test_with_what_is_lacking_the_target_is_met_and_with_one_less_it_is_not(
    operator: Operator, whole: int, part: int, level: int
) -> None:
    part = min(part, whole)
    each = rate("a", part, whole, indicator(operator, level=level))
    more = lacking_of(each)
    assert more is not None
    assert each.threshold is not None
    assert holds(Kind.RATIO, Fraction(100 * (part + more), whole), each.threshold)
    assert not more or not holds(Kind.RATIO, Fraction(100 * (part + more - 1), whole), each.threshold)


def test_those_who_lack_most_make_up_half() -> None:
    figures = [rate("a", 60, 100), rate("b", 10, 100), rate("c", 40, 100), rate("d", 99, 100)]
    short = half_of_shortfall(ranked(figures))
    assert short is not None
    assert short.units == ("b",)
    assert short.share == Fraction(55, 85)


def test_where_nobody_is_short_nobody_makes_up_half() -> None:
    assert half_of_shortfall(ranked([rate("a", 99, 100), of_unit("b", indicator(), Pooled())])) is None


def test_few_cases_are_as_few_as_an_office_sets_it() -> None:
    assert [has_few_cases(rate("a", 1, 29), few) for few in (29, 30)] == [False, True]
    assert [each.has_few_cases for each in ranked([rate("a", 1, 29)], few_cases=30)] == [True]


def test_a_rate_of_few_cases_is_marked_and_a_count_never_is() -> None:
    assert has_few_cases(rate("a", 1, FEW_CASES - 1))
    assert not has_few_cases(rate("a", 1, FEW_CASES))
    assert not has_few_cases(of_unit("a", indicator(), Pooled()))
    assert not has_few_cases(count("a", 3, indicator(kind=Kind.COUNT)))


@st.composite
def some_units(draw: st.DrawFn) -> list[Figure]:
    parts = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12))
    return [rate(f"u{place}", min(pair), max(pair)) for place, pair in enumerate(parts)]


@given(some_units())
def test_a_rank_is_one_more_than_how_many_are_better(figures: list[Figure]) -> None:
    rows = ranked(figures)
    assert sorted(each.figure.unit or "" for each in rows) == sorted(each.unit or "" for each in figures)
    for each in rows:
        value = each.figure.value
        if value is None:
            assert each.rank is None
        else:
            better = [other for other in figures if other.value is not None and other.value > value]
            assert each.rank == len(better) + 1


@given(some_units())
def test_half_is_reached_with_the_last_unit_named_and_not_before(figures: list[Figure]) -> None:
    rows = ranked(figures)
    short = half_of_shortfall(rows)
    amounts = {each.figure.unit: each.lacking or Fraction(0) for each in rows}
    total = sum(amounts.values(), Fraction(0))
    if short is None:
        assert total == 0
        return
    assert short.share == sum(amounts[unit] for unit in short.units) / total >= Fraction(1, 2)
    assert sum(amounts[unit] for unit in short.units[:-1]) < total / 2
    assert min(amounts[unit] for unit in short.units) >= max(
        (amount for unit, amount in amounts.items() if unit not in short.units), default=Fraction(0)
    )


def test_units_that_are_there_no_more_stand_at_the_end_without_a_rank() -> None:
    figures = [rate("gone", 9, 10), rate("a", 1, 2), of_unit("gone too", indicator(), Pooled()), rate("b", 3, 5)]
    rows = ranked(figures, ceased={"gone", "gone too"})
    assert [(each.figure.unit, each.rank, each.has_ceased) for each in rows] == [
        ("b", 1, False),
        ("a", 2, False),
        ("gone", None, True),
    ]
    assert [each.lacking for each in rows] == [Fraction(1), Fraction(1), None]


def test_units_are_over_where_a_limit_is_passed_and_lack_where_more_is_asked() -> None:
    limit, least = indicator(Operator.AT_MOST, level=5), indicator(level=65)
    exact = indicator(Operator.EQUAL, level=50)
    assert are_over(ranked([rate("a", 9, 100, limit), rate("b", 1, 100, limit)]))
    assert not are_over(ranked([rate("a", 9, 100, least)]))
    assert not are_over(ranked([rate("a", 9, 100, exact), rate("b", 90, 100, exact)]))
    assert not are_over(ranked([rate("b", 1, 100, limit)]))
