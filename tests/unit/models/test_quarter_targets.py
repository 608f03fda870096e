"""Targets of shorter periods that contradict the year's are told, and no others."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.measure import Accumulation, Kind, Operator, Target
from models.period import read_period
from models.plan import Indicator
from models.quarter_targets import Contradiction, contradiction_words, contradictions, interval

COUNT = Indicator("KH", "C", "", "", Kind.COUNT, measured_in="hồ sơ")
RATIO = Indicator("KH", "R", "", "", Kind.RATIO)
STOCK = replace(RATIO, accumulation=Accumulation.STOCK)
OPENING = replace(COUNT, accumulation=Accumulation.OPENING)


def asked(words: str) -> Target:
    """Read ">= 5" or "range 5 9"."""
    operator, *values = words.split()
    first, second = (Decimal(values[0]), Decimal(values[1]) if len(values) > 1 else None)
    return Target(Operator(operator), first, second)


def told(indicator: Indicator, year: str, **shorter: str) -> list[tuple[str, int, int, bool]]:
    """Return what contradicts the year: the periods, both sides, whether no year can meet both."""
    targets = {read_period(f"2023-{span.removeprefix('_')}"): asked(words) for span, words in shorter.items()}
    return [
        (" ".join(str(each.span) for each in found.periods), int(found.leads_to), int(found.year), found.is_impossible)
        for found in contradictions(indicator, targets, asked(year))
    ]


@pytest.mark.parametrize(
    "year, shorter, expected",
    [
        (">= 100", {"Q1": ">= 10", "Q2": ">= 10", "Q3": ">= 10", "Q4": ">= 10"}, ("Q1 Q2 Q3 Q4", 40, 100, False)),
        (">= 100", {"Q1": ">= 10", "H1": ">= 60", "Q3": ">= 10", "Q4": ">= 10"}, ("H1 Q3 Q4", 80, 100, False)),
        (">= 100", {"_9M": "<= 40", "Q4": "<= 40"}, ("9M Q4", 80, 100, True)),
        ("<= 100", {"H1": "<= 120"}, ("H1", 120, 100, False)),
        ("<= 100", {"Q1": "<= 30", "Q2": "<= 30", "Q3": "<= 30", "Q4": "<= 30"}, ("Q1 Q2 Q3 Q4", 120, 100, False)),
        ("<= 100", {"H1": ">= 120"}, ("H1", 120, 100, True)),
        ("<= 100", {"Q2": ">= 60", "Q3": ">= 60"}, ("Q2 Q3", 120, 100, True)),
        ("= 100", {"_9M": "= 70", "Q4": "= 20"}, ("9M Q4", 90, 100, True)),
        ("range 90 100", {"H1": "range 110 120"}, ("H1", 110, 100, True)),
    ],
)
def test_parts_of_a_sum_contradict_it(year: str, shorter: dict[str, str], expected: tuple[str, int, int, bool]) -> None:
    assert told(COUNT, year, **shorter) == [expected]


@pytest.mark.parametrize(
    "year, shorter",
    [
        (">= 100", {"Q1": ">= 10", "H1": ">= 30", "_9M": ">= 60"}),  # the last quarter may bring the rest
        (">= 100", {"Q1": ">= 10", "H1": ">= 120"}),
        (">= 100", {"Q1": ">= 25", "Q2": ">= 25", "Q3": ">= 25", "Q4": ">= 25"}),
        ("<= 100", {"Q1": "<= 25", "H1": "<= 50", "_9M": "<= 75"}),
        ("> 100", {"_9M": "<= 50"}),
        (">= 100", {"Q1": "increase 5"}),
        ("reduce 5", {"H1": "<= 120"}),
        (">= 100", {}),
    ],
)
def test_targets_that_lead_to_a_sum_are_not_told(year: str, shorter: dict[str, str]) -> None:
    assert told(COUNT, year, **shorter) == []


@pytest.mark.parametrize(
    "year, shorter, expected",
    [
        (">= 80", {"Q1": ">= 50", "Q2": ">= 60", "Q3": ">= 60", "Q4": ">= 70"}, ("Q1 Q2 Q3 Q4", 70, 80, False)),
        (">= 80", {"H1": "<= 60", "Q3": "<= 70", "Q4": "<= 70"}, ("H1 Q3 Q4", 70, 80, True)),
        ("<= 5", {"_9M": "<= 7", "Q4": "<= 6"}, ("9M Q4", 6, 5, False)),
        ("<= 5", {"_9M": ">= 7", "Q4": ">= 6"}, ("9M Q4", 6, 5, True)),
    ],
)
def test_rates_that_all_lie_on_one_side_contradict_the_years(
    year: str, shorter: dict[str, str], expected: tuple[str, int, int, bool]
) -> None:
    assert told(RATIO, year, **shorter) == [expected]


@pytest.mark.parametrize(
    "year, shorter",
    [
        (">= 80", {"Q1": ">= 50", "H1": ">= 60", "_9M": ">= 70"}),
        (">= 80", {"Q1": ">= 50", "Q2": ">= 60", "Q3": ">= 70", "Q4": ">= 80"}),
        ("<= 5", {"H1": "<= 10"}),  # what follows may be better
        (">= 80", {"H1": "<= 60"}),
        (">= 70", {"Q1": ">= 50", "Q2": ">= 50", "Q3": ">= 50", "Q4": ">= 50", "_9M": ">= 80"}),
    ],
)
def test_rates_that_can_lead_to_the_years_are_not_told(year: str, shorter: dict[str, str]) -> None:
    assert told(RATIO, year, **shorter) == []


def test_what_stands_at_the_years_end_is_the_years() -> None:
    assert told(STOCK, ">= 65", Q4=">= 60") == [("Q4", 60, 65, False)]
    assert told(STOCK, ">= 65", Q4="<= 60") == [("Q4", 60, 65, True)]
    assert told(STOCK, ">= 65", Q4=">= 70", H1=">= 50") == []
    assert told(OPENING, "<= 65", H1="<= 70") == [("H1", 70, 65, False)]


def test_of_what_does_not_roll_up_nothing_is_told() -> None:
    assert told(Indicator("KH", "K", "", "", Kind.RANK), ">= 10", Q4=">= 20") == []


def test_a_target_without_its_values_allows_everything() -> None:
    assert interval(Target(Operator.AT_LEAST, grade="Tốt")) is None
    assert interval(Target(Operator.RANGE, Decimal(1))) is None


def test_the_difference_is_said_in_words() -> None:
    quarters = tuple(read_period(f"2023-Q{number}") for number in range(1, 5))
    soft = Contradiction(quarters, Fraction(40), Fraction(100), is_impossible=False)
    assert contradiction_words(soft, COUNT) == (
        "mức của kỳ 2023-Q1, 2023-Q2, 2023-Q3, 2023-Q4 cộng lại là 40 hồ sơ, thấp hơn mức cả năm 100 hồ sơ, lệch 60 "
        "hồ sơ: vừa đủ đạt từng kỳ thì không đạt cả năm"
    )
    hard = Contradiction((quarters[3],), Fraction("60.5"), Fraction(60), is_impossible=True)
    assert contradiction_words(hard, RATIO) == (
        "mức của kỳ 2023-Q4 là 60,5%, cao hơn mức cả năm 60%, lệch 0,5 điểm %: không thể cùng đạt"
    )
    several = Contradiction(quarters, Fraction(70), Fraction(80), is_impossible=False)
    assert contradiction_words(several, RATIO).startswith(
        "mức của kỳ 2023-Q1, 2023-Q2, 2023-Q3, 2023-Q4 cao nhất là 70%, thấp hơn mức cả năm 80%"
    )


SPANS = ("Q1", "Q2", "Q3", "Q4", "H1", "_9M")
small = st.tuples(st.sampled_from([">=", "<=", "="]), st.integers(0, 6)).map(lambda each: f"{each[0]} {each[1]}")


@given(st.dictionaries(st.sampled_from(SPANS), small, min_size=1), small)
def test_a_sum_is_called_impossible_exactly_when_no_year_meets_all(shorter: dict[str, str], year: str) -> None:
    assume(_years(shorter))  # targets of shorter periods that contradict one another are another matter
    met = [sum(quarters) for quarters in _years(shorter)]
    possible = any(_meets(total, year) for total in met)
    assert any(each[3] for each in told(COUNT, year, **shorter)) <= (not possible)
    if not possible and len(shorter) == 1:
        assert told(COUNT, year, **shorter)


def _years(shorter: dict[str, str]) -> list[tuple[int, ...]]:
    """Return every year of small quarters that meets the targets of its parts."""
    parts = {"Q1": (0,), "Q2": (1,), "Q3": (2,), "Q4": (3,), "H1": (0, 1), "_9M": (0, 1, 2)}
    return [
        quarters
        for quarters in product(range(7), repeat=4)
        if all(_meets(sum(quarters[place] for place in parts[span]), words) for span, words in shorter.items())
    ]


def _meets(value: int, words: str) -> bool:
    operator, wanted = words.split()
    return {">=": value >= int(wanted), "<=": value <= int(wanted), "=": value == int(wanted)}[operator]
