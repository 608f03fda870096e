"""Ranks: by share met, then by share nearly met; equal units share a rank; who could not be judged has none."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from models.progress import Figure, State
from models.ranking import Place, Tally, ranking, tally
from tests.unit.reports.builders import a_ratio, judged

_SAMPLES = {
    State.MET: judged(a_ratio(), "70", "100"),
    State.NEAR: judged(a_ratio(), "64", "100"),
    State.MISSED: judged(a_ratio(), "10", "100"),
    State.NO_DATA: judged(a_ratio()),
}


def figures(met: int = 0, near: int = 0, missed: int = 0, others: int = 0) -> list[Figure]:
    return [
        *[_SAMPLES[State.MET]] * met,
        *[_SAMPLES[State.NEAR]] * near,
        *[_SAMPLES[State.MISSED]] * missed,
        *[_SAMPLES[State.NO_DATA]] * others,
    ]


def ranks(**units: list[Figure]) -> list[tuple[int, str]]:
    return [(each.rank, each.tally.unit) for each in ranking(units).places]


def test_equal_units_share_a_rank_and_those_after_it_are_left_free() -> None:
    half = figures(met=2, missed=2)
    assert ranks(A=figures(missed=2), B=half, C=figures(met=3), D=figures(met=1, missed=1)) == [
        (1, "C"),
        (2, "B"),
        (2, "D"),
        (4, "A"),
    ]


def test_who_is_nearer_comes_first_among_those_that_met_as_many() -> None:
    assert ranks(A=figures(met=1, missed=1), B=figures(met=1, near=1)) == [(1, "B"), (2, "A")]


def test_who_could_not_be_judged_has_no_rank() -> None:
    found = ranking({"A": figures(others=3), "B": figures(missed=1), "C": []})
    assert [each.tally.unit for each in found.places] == ["B"]
    assert [each.unit for each in found.unranked] == ["A", "C"]
    assert [each.unit for each in found.tallies] == ["B", "A", "C"]
    assert found.unranked[0].share is None
    assert ranking({}).places == ()


def test_a_rank_by_few_indicators_is_marked() -> None:
    found = ranking({"A": figures(met=1), "B": figures(met=2, missed=3), "C": figures(met=3)})
    assert {each.tally.unit: each.is_small for each in found.places} == {"A": True, "B": False, "C": False}


def test_a_tally_counts_every_state_once() -> None:
    assert tally("A", figures(1, 2, 3, 4)) == Tally("A", 1, 2, 3, 4)
    assert tally("A", figures(1, 2, 3, 4)).share == Fraction(100, 6)


@given(st.lists(st.tuples(*[st.integers(0, 4)] * 3), max_size=8))
def test_ranks_follow_the_shares(counts: list[tuple[int, int, int]]) -> None:
    places = ranking({str(n): figures(*each) for n, each in enumerate(counts)}).places
    merits = [_merit(each) for each in places]
    assert merits == sorted(merits, reverse=True)
    for place, merit in zip(places, merits, strict=True):
        assert place.rank == 1 + sum(other > merit for other in merits)


def _merit(place: Place) -> tuple[Fraction, Fraction]:
    its = place.tally
    return Fraction(its.met, its.judged), Fraction(its.met + its.near, its.judged)
