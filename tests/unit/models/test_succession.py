"""Who took over from whom, with which share; whole amounts parted without a remainder."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.succession import Succession, all_events, apportioned, split_shares
from models.unit import EventKind, Unit, UnitEvent, UnitTree

JULY, AUGUST, END = date(2025, 7, 1), date(2025, 8, 1), date(2025, 12, 31)
BEFORE = date(2025, 6, 14)


def succession(*events: UnitEvent) -> Succession:
    codes = {code for event in events for code in (*event.before, *event.after)}
    return Succession(UnitTree([Unit(code, code) for code in sorted(codes)]), events)


def test_a_merged_unit_is_wholly_its_successor_from_the_day_on() -> None:
    found = succession(UnitEvent(JULY, EventKind.MERGE, ("A", "B"), ("C",)))
    assert found.heirs("A", BEFORE, END) == {"C": 1}
    assert found.heirs("A", BEFORE, date(2025, 6, 30)) == {"A": 1}
    assert found.heirs("A", JULY, END) == {"A": 1}
    assert found.heirs("C", BEFORE, END) == {"C": 1}


def test_a_unit_that_took_in_another_stays_itself() -> None:
    found = succession(UnitEvent(JULY, EventKind.MERGE, ("A", "B"), ("A",)))
    assert found.heirs("A", BEFORE, END) == {"A": 1}
    assert found.heirs("B", BEFORE, END) == {"A": 1}


def test_shares_go_by_weights_and_through_later_events() -> None:
    found = succession(
        UnitEvent(JULY, EventKind.SPLIT, ("A",), ("A", "B"), weights=(Decimal(3), Decimal(1))),
        UnitEvent(AUGUST, EventKind.MERGE, ("B", "D"), ("E",)),
        UnitEvent(AUGUST, EventKind.SPLIT, ("A",), ("X", "Y")),
    )
    assert found.heirs("A", BEFORE, END) == {"X": Fraction(3, 8), "Y": Fraction(3, 8), "E": Fraction(1, 4)}
    assert found.heirs("A", JULY, END) == {"X": Fraction(1, 2), "Y": Fraction(1, 2)}


def test_parts_that_come_together_again_are_whole() -> None:
    found = succession(
        UnitEvent(JULY, EventKind.SPLIT, ("A",), ("B", "C")),
        UnitEvent(AUGUST, EventKind.MERGE, ("B", "C"), ("D",)),
    )
    assert found.heirs("A", BEFORE, END) == {"D": 1}
    assert found.carried((70_000, 90_000), "A", BEFORE, END) == {"D": [70_000, 90_000]}


def test_moves_and_ends_without_successors_pass_nothing_on() -> None:
    found = succession(
        UnitEvent(JULY, EventKind.MOVE, ("A",), ("H",)),
        UnitEvent(JULY, EventKind.DISSOLVE, ("B",), ()),
        UnitEvent(JULY, EventKind.DISSOLVE, ("C",), ("A",)),
    )
    assert [found.heirs(code, BEFORE, END) for code in "ABC"] == [{"A": 1}, {"B": 1}, {"A": 1}]


def test_nobody_leaves_twice_on_one_day() -> None:
    found = succession(
        UnitEvent(JULY, EventKind.RENAME, ("A",), ("B",)),
        UnitEvent(JULY, EventKind.MERGE, ("A", "D"), ("C",)),
    )
    assert found.heirs("A", BEFORE, END) == {"B": 1}
    assert found.heirs("D", BEFORE, END) == {"C": 1}


@pytest.mark.parametrize(
    "weights, shares",
    [
        ((), (("B", Fraction(1, 2)), ("C", Fraction(1, 2)))),
        ((Decimal("0.5"), Decimal("1.5")), (("B", Fraction(1, 4)), ("C", Fraction(3, 4)))),
        ((Decimal(0), Decimal(7)), (("C", Fraction(1)),)),
        ((Decimal(0), Decimal(0)), (("B", Fraction(1, 2)), ("C", Fraction(1, 2)))),
        ((Decimal(1),), (("B", Fraction(1, 2)), ("C", Fraction(1, 2)))),
    ],
)
def test_a_share_is_a_weight_over_all_weights(
    weights: tuple[Decimal, ...], shares: tuple[tuple[str, Fraction], ...]
) -> None:
    assert split_shares(UnitEvent(JULY, EventKind.SPLIT, ("A",), ("B", "C"), weights=weights)) == shares


def test_ends_with_successors_imply_what_no_event_tells() -> None:
    last = date(2025, 6, 30)
    units = [
        Unit("A", "A", valid_to=last, succeeded_by=("M",)),
        Unit("B", "B", valid_to=last, succeeded_by=("M",)),
        Unit("C", "C", valid_to=last, succeeded_by=("N",)),
        Unit("D", "D", valid_to=last, succeeded_by=("M", "N")),
        Unit("E", "E", valid_to=last, succeeded_by=("N",)),
        Unit("F", "F", succeeded_by=("N",)),
        Unit("G", "G", valid_to=date.max, succeeded_by=("N",)),
        Unit("I", "I", valid_to=date(2025, 5, 31), succeeded_by=("N",)),
    ]
    told = [
        UnitEvent(JULY, EventKind.RENAME, ("E",), ("N",), "có căn cứ"),
        UnitEvent(JULY, EventKind.RENAME, ("I",), ("N",), "khác ngày"),
    ]
    found = all_events(units, told)
    assert found[:2] == told
    assert set(found[2:]) == {
        UnitEvent(JULY, EventKind.MERGE, ("A", "B"), ("M",)),
        UnitEvent(JULY, EventKind.RENAME, ("C",), ("N",)),
        UnitEvent(JULY, EventKind.SPLIT, ("D",), ("M", "N")),
    }


def test_equal_halves_of_an_odd_number_differ_by_one() -> None:
    assert apportioned(70_000, [Fraction(1, 2), Fraction(1, 2)]) == [40_000, 30_000]
    assert apportioned(5, [Fraction(1, 2), Fraction(1, 2)]) == [3, 2]


SHARES = st.lists(st.integers(1, 50), min_size=1, max_size=6).map(
    lambda weights: [Fraction(each, sum(weights)) for each in weights]
)


@given(st.integers(0, 10**12), SHARES)
def test_parts_add_up_and_are_less_than_one_off(amount: int, shares: list[Fraction]) -> None:
    parts = apportioned(amount, shares)
    step = 10_000 if amount % 10_000 == 0 else 1
    assert sum(parts) == amount
    assert all(part % step == 0 for part in parts)
    assert all(abs(part - amount * share) < step for part, share in zip(parts, shares, strict=True))


@given(st.integers(0, 400), st.integers(0, 400), st.lists(st.integers(1, 9), min_size=2, max_size=5))
def test_a_part_of_a_whole_stays_one_for_each_heir(one: int, other: int, weights: list[int]) -> None:
    heirs = tuple(f"B{place}" for place in range(len(weights)))
    split = UnitEvent(JULY, EventKind.SPLIT, ("A",), heirs, weights=tuple(map(Decimal, weights)))
    amounts = (10_000 * one, 10_000 * other)
    found = succession(split).carried(amounts, "A", BEFORE, END)
    assert [sum(part[place] or 0 for part in found.values()) for place in (0, 1)] == list(amounts)
    for part in found.values():
        assert ((part[0] or 0) <= (part[1] or 0)) if one <= other else ((part[0] or 0) >= (part[1] or 0))


def test_what_is_not_there_is_not_there_for_anybody() -> None:
    found = succession(UnitEvent(JULY, EventKind.SPLIT, ("A",), ("B", "C")))
    assert found.carried((None, 30_000), "A", BEFORE, END) == {"B": [None, 20_000], "C": [None, 10_000]}
    assert found.carried((None, None), "A", BEFORE, END) == {"B": [None, None], "C": [None, None]}
