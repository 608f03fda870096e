"""Every kind of measure, with every operator, in every situation: what the rules say, as a table to be read.

The table stands on its own: it names, for each kind and operator, one value that meets the target and one that does
not, and for each situation what must come out of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest

from models.measure import Kind, Operator, Target
from models.period import Period
from models.plan import Indicator
from models.progress import Coverage, Figure, Part, Question, State, figure, pool

YEAR = Period(2023)
DUE = date(2023, 12, 20)
GRADES = ("Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu")

# kind: the target's value, its second bound, last year's value; then per operator (a value that meets it, one that
# misses it by far). A grade's numbers are positions; a ratio's are numerators over 200, so 130 is 65 %.
WANTED: dict[Kind, tuple[str, str, str]] = {
    Kind.RATIO: ("65", "80", "60"),
    Kind.COUNT: ("100", "120", "80"),
    Kind.SCORE: ("80", "90", "70"),
    Kind.RANK: ("20", "10", "30"),
    Kind.GRADE: ("Khá", "Tốt", "3"),
    Kind.YES_NO: ("1", "1", "0"),
}
MET_AND_MISSED: dict[tuple[Kind, Operator], tuple[str, str]] = {
    (Kind.RATIO, Operator.AT_LEAST): ("130", "90"),
    (Kind.RATIO, Operator.MORE_THAN): ("131", "90"),
    (Kind.RATIO, Operator.AT_MOST): ("130", "180"),
    (Kind.RATIO, Operator.LESS_THAN): ("129", "180"),
    (Kind.RATIO, Operator.EQUAL): ("130", "90"),
    (Kind.RATIO, Operator.RANGE): ("160", "90"),
    (Kind.RATIO, Operator.BETTER): ("190", "100"),
    (Kind.RATIO, Operator.INCREASE): ("190", "100"),
    (Kind.RATIO, Operator.REDUCE): ("20", "180"),
    (Kind.COUNT, Operator.AT_LEAST): ("100", "50"),
    (Kind.COUNT, Operator.MORE_THAN): ("101", "50"),
    (Kind.COUNT, Operator.AT_MOST): ("100", "200"),
    (Kind.COUNT, Operator.LESS_THAN): ("99", "200"),
    (Kind.COUNT, Operator.EQUAL): ("100", "50"),
    (Kind.COUNT, Operator.RANGE): ("110", "200"),
    (Kind.COUNT, Operator.BETTER): ("144", "80"),
    (Kind.COUNT, Operator.INCREASE): ("144", "80"),
    (Kind.COUNT, Operator.REDUCE): ("16", "80"),
    (Kind.SCORE, Operator.AT_LEAST): ("80", "50"),
    (Kind.SCORE, Operator.MORE_THAN): ("80.0001", "50"),
    (Kind.SCORE, Operator.AT_MOST): ("80", "99"),
    (Kind.SCORE, Operator.LESS_THAN): ("79.9999", "99"),
    (Kind.SCORE, Operator.EQUAL): ("80", "50"),
    (Kind.SCORE, Operator.RANGE): ("90", "50"),
    (Kind.SCORE, Operator.BETTER): ("100", "70"),
    (Kind.SCORE, Operator.INCREASE): ("100", "70"),
    (Kind.SCORE, Operator.REDUCE): ("0", "70"),
    (Kind.RANK, Operator.AT_LEAST): ("20", "50"),
    (Kind.RANK, Operator.MORE_THAN): ("19", "50"),
    (Kind.RANK, Operator.AT_MOST): ("20", "5"),
    (Kind.RANK, Operator.LESS_THAN): ("21", "5"),
    (Kind.RANK, Operator.EQUAL): ("20", "50"),
    (Kind.RANK, Operator.RANGE): ("15", "50"),
    (Kind.RANK, Operator.BETTER): ("5", "30"),
    (Kind.RANK, Operator.INCREASE): ("5", "30"),
    (Kind.RANK, Operator.REDUCE): ("63", "30"),
    (Kind.GRADE, Operator.AT_LEAST): ("Khá", "Yếu"),
    (Kind.GRADE, Operator.MORE_THAN): ("Tốt", "Yếu"),
    (Kind.GRADE, Operator.AT_MOST): ("Khá", "Xuất sắc"),
    (Kind.GRADE, Operator.LESS_THAN): ("Yếu", "Xuất sắc"),
    (Kind.GRADE, Operator.EQUAL): ("Khá", "Yếu"),
    (Kind.GRADE, Operator.RANGE): ("Tốt", "Yếu"),
    (Kind.GRADE, Operator.BETTER): ("Tốt", "Yếu"),
    (Kind.GRADE, Operator.INCREASE): ("Tốt", "Yếu"),
    (Kind.GRADE, Operator.REDUCE): ("Trung bình", "Xuất sắc"),
    (Kind.YES_NO, Operator.AT_LEAST): ("1", "0"),
    (Kind.YES_NO, Operator.MORE_THAN): ("", "0"),  # nothing is more than yes
    (Kind.YES_NO, Operator.AT_MOST): ("1", ""),
    (Kind.YES_NO, Operator.LESS_THAN): ("0", ""),  # yes itself is only just too much
    (Kind.YES_NO, Operator.EQUAL): ("1", "0"),
    (Kind.YES_NO, Operator.RANGE): ("1", "0"),
    (Kind.YES_NO, Operator.BETTER): ("1", "0"),
    (Kind.YES_NO, Operator.INCREASE): ("1", "0"),
    (Kind.YES_NO, Operator.REDUCE): ("", "1"),  # nothing is less than last year's no
}
# By how much a change is asked for: points, percent of a count, steps of a rank; any change where there is none.
CHANGE = {Kind.RATIO: "30", Kind.COUNT: "80", Kind.SCORE: "30", Kind.RANK: "25"}
# What cannot be right: a numerator above its denominator, off the scale, a grade the plan does not know.
WRONG = {Kind.RATIO: "201", Kind.SCORE: "101", Kind.RANK: "64", Kind.GRADE: "Đạt chuẩn"}


@dataclass(frozen=True)
class Outcome:
    """What must come out: a state, and whether there is a gap and a target is named."""

    state: State
    has_gap: bool
    has_target: bool
    has_value: bool


def a_target(kind: Kind, operator: Operator) -> Target:
    low, high, _ = WANTED[kind]
    if operator.is_change:
        return Target(operator, Decimal(CHANGE[kind]) if kind in CHANGE else None)
    if kind is Kind.GRADE:
        return Target(operator, grade=low, grade_to=high if operator is Operator.RANGE else "")
    return Target(operator, Decimal(low), Decimal(high) if operator is Operator.RANGE else None)


def a_part(kind: Kind, text: str, *, doubtful: int = 0, accepted: int = 0) -> Part:
    quarter = YEAR.last_quarter
    if kind is Kind.RATIO:
        return Part(quarter, Decimal(text), Decimal(200), doubtful=doubtful, accepted=accepted)
    if kind is Kind.GRADE:
        position = Decimal(GRADES.index(text) + 1) if text in GRADES else None
        return Part(quarter, value=position, grade=text, doubtful=doubtful, accepted=accepted)
    return Part(quarter, value=Decimal(text), doubtful=doubtful, accepted=accepted)


def judged(
    kind: Kind,
    operator: Operator | None,
    parts: list[Part],
    *,
    on: date = DUE + timedelta(days=1),
    coverage: Coverage | None = None,
    has_last_year: bool = True,
    is_always_early: bool = False,
) -> Figure:
    scale = {Kind.SCORE: Decimal(100), Kind.RANK: Decimal(63)}.get(kind)
    target = None if operator is None else a_target(kind, operator)
    indicator = Indicator("KH", "I", "", "Chỉ tiêu", kind, scale=scale, target=target)
    last_year = Fraction(WANTED[kind][2]) if has_last_year and operator and operator.is_change else None
    question = Question("KH", indicator, None, YEAR, target, DUE, on, Decimal(5), is_always_early, last_year, GRADES)
    return figure(question, pool(indicator, parts), coverage or Coverage(len(parts), 1))


def outcome(found: Figure) -> Outcome:
    return Outcome(found.state, found.gap is not None, found.target is not None, found.value is not None)


ALL = list(product(Kind, Operator))


@pytest.mark.parametrize("kind, operator", ALL)
def test_a_value_that_meets_its_target_is_met(kind: Kind, operator: Operator) -> None:
    if value := MET_AND_MISSED[kind, operator][0]:
        assert outcome(judged(kind, operator, [a_part(kind, value)])) == Outcome(State.MET, True, True, True)


@pytest.mark.parametrize("kind, operator", ALL)
def test_a_value_far_from_its_target_is_missed(kind: Kind, operator: Operator) -> None:
    if value := MET_AND_MISSED[kind, operator][1]:
        assert outcome(judged(kind, operator, [a_part(kind, value)])) == Outcome(State.MISSED, True, True, True)


@pytest.mark.parametrize("kind, operator", ALL)
@pytest.mark.parametrize(
    "on, state", [(DUE, State.NOT_DUE), (DUE + timedelta(days=1), State.NO_DATA), (date(2023, 1, 1), State.NOT_DUE)]
)
def test_nothing_reported_is_not_due_until_the_due_date_and_missing_after_it(
    kind: Kind, operator: Operator, on: date, state: State
) -> None:
    found = judged(kind, operator, [], on=on)
    assert outcome(found) == Outcome(state, False, True, False)
    assert not found.is_provisional


@pytest.mark.parametrize("operator", Operator)
def test_a_ratio_of_nothing_has_no_value(operator: Operator) -> None:
    nothing = Part(YEAR.last_quarter, Decimal(0), Decimal(0))
    found = judged(Kind.RATIO, operator, [nothing])
    assert outcome(found) == Outcome(State.NOT_APPLICABLE, False, True, False)
    assert (found.numerator, found.denominator, found.reported_units) == (0, 0, 1)


@pytest.mark.parametrize("kind, operator", [(kind, operator) for kind, operator in ALL if kind in WRONG])
def test_what_cannot_be_right_is_to_be_checked_and_neither_met_nor_missed(kind: Kind, operator: Operator) -> None:
    found = judged(kind, operator, [a_part(kind, WRONG[kind], doubtful=1)])
    assert outcome(found) == Outcome(State.TO_CHECK, False, True, kind is not Kind.GRADE)


@pytest.mark.parametrize("kind, operator", [(kind, operator) for kind, operator in ALL if kind in WRONG])
def test_what_is_accepted_with_a_reason_is_judged(kind: Kind, operator: Operator) -> None:
    found = judged(kind, operator, [a_part(kind, WRONG[kind], accepted=1)])
    if kind is Kind.GRADE:  # accepted or not, it has no place in the plan's list
        assert outcome(found) == Outcome(State.NOT_APPLICABLE, False, True, False)
    else:
        assert found.state in (State.MET, State.NEAR, State.MISSED)
        assert found.gap is not None


@pytest.mark.parametrize("kind", Kind)
def test_a_value_without_a_target_is_followed_only(kind: Kind) -> None:
    value = MET_AND_MISSED[kind, Operator.AT_LEAST][0]
    assert outcome(judged(kind, None, [a_part(kind, value)])) == Outcome(State.NO_TARGET, False, False, True)


@pytest.mark.parametrize("kind, operator", [(kind, operator) for kind, operator in ALL if operator.is_change])
def test_a_change_without_last_years_value_is_no_target(kind: Kind, operator: Operator) -> None:
    value = MET_AND_MISSED[kind, Operator.AT_LEAST][0]
    found = judged(kind, operator, [a_part(kind, value)], has_last_year=False)
    assert outcome(found) == Outcome(State.NO_TARGET, False, False, True)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("on, state", [(DUE, State.NOT_DUE), (DUE + timedelta(days=1), State.NO_DATA)])
def test_without_value_and_target_the_value_is_missing(kind: Kind, on: date, state: State) -> None:
    assert outcome(judged(kind, None, [], on=on)) == Outcome(state, False, False, False)


@pytest.mark.parametrize("kind, operator", ALL)
def test_where_nobody_is_expected_the_target_does_not_apply(kind: Kind, operator: Operator) -> None:
    nobody = Coverage(0, 0, is_asked=False)
    for on in (DUE, DUE + timedelta(days=1)):
        assert outcome(judged(kind, operator, [], on=on, coverage=nobody)).state is State.NOT_APPLICABLE


@pytest.mark.parametrize("kind, operator", ALL)
def test_the_shorter_periods_of_an_index_are_never_due(kind: Kind, operator: Operator) -> None:
    value = MET_AND_MISSED[kind, operator][0] or "1"
    for parts in ([], [a_part(kind, value)]):
        found = judged(kind, operator, parts, is_always_early=True)
        assert outcome(found) == Outcome(State.NOT_DUE, False, True, False)


@pytest.mark.parametrize("kind, operator", [(kind, operator) for kind, operator in ALL if kind.rolls_up])
def test_an_incomplete_figure_is_judged_and_provisional(kind: Kind, operator: Operator) -> None:
    if value := MET_AND_MISSED[kind, operator][0]:
        found = judged(kind, operator, [a_part(kind, value)], coverage=Coverage(1, 2))
        assert (found.state, found.is_provisional) == (State.MET, True)


def test_the_table_is_whole() -> None:
    assert MET_AND_MISSED.keys() == set(ALL)
