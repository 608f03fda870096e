"""Who is expected to report, what coverage asks of each, and what those that ceased leave behind."""

from datetime import date

import pytest

from models.expectation import (
    Expectation,
    Legacy,
    Roof,
    expectation,
    expected_units,
    taken_over,
)
from models.measure import Kind
from models.period import Period, Windows, quarter
from models.plan import Indicator
from models.unit import Unit, UnitTree

Q1, Q2, Q3, Q4 = YEAR_QUARTERS = Period(2023).quarters
YEAR = Period(2023)
END, NEW = date(2023, 6, 30), date(2023, 7, 1)


def a_unit(code: str, *successors: str, superior: str = "H", **days: date) -> Unit:
    return Unit(code, code, first_superior=superior, succeeded_by=successors, **days)  # type: ignore[arg-type]


def expected(
    *units: Unit, assigned: set[str] | None = None, unit: str | None = None, period: Period = YEAR
) -> Expectation:
    tree = UnitTree([Unit("H", "Huyện"), *units])
    return expectation(Roof(tree, "H", unit), period, Windows(), None if assigned is None else frozenset(assigned))


MERGED = (a_unit("A", "C", valid_to=END), a_unit("B", "C", valid_to=END), a_unit("C", valid_from=NEW), a_unit("D"))


def test_a_unit_counts_in_the_quarters_on_whose_last_day_it_is_valid() -> None:
    found = expected(*MERGED)
    assert [sorted(found.counted[each]) for each in YEAR_QUARTERS] == [
        ["A", "B", "D"],
        ["A", "B", "D"],
        ["C", "D"],
        ["C", "D"],
    ]
    assert found.holders == {"C", "D"}
    assert found.units == {"A", "B", "C", "D"}


def test_a_successor_owes_what_its_predecessors_owed() -> None:
    found = expected(*MERGED)
    assert found.unpaid(Q1, {"A", "B", "D"}) == set()
    assert found.unpaid(Q1, {"A", "D"}) == {"C"}
    assert found.unpaid(Q3, {"D"}) == {"C"}
    assert found.unpaid(Q3, {"C"}) == {"D"}
    assert found.unpaid(quarter(2024, 1), set()) == set()


def test_an_office_that_took_in_another_owes_for_it_too() -> None:
    found = expected(a_unit("A", "C", valid_to=END), a_unit("C"))
    assert found.unpaid(Q1, {"C"}) == {"C"}
    assert found.unpaid(Q1, {"A", "C"}) == set()
    assert found.unpaid(Q3, {"C"}) == set()


def test_a_predecessor_that_goes_on_owes_its_own_quarters_itself() -> None:
    found = expected(a_unit("A", "C"), a_unit("C", valid_from=NEW))
    assert found.unpaid(Q1, set()) == {"A", "C"}
    assert found.unpaid(Q3, {"C"}) == {"A"}


def test_what_a_successor_owes_does_not_depend_on_the_roof() -> None:
    found = expected(*MERGED, unit="C")
    assert found.holders == {"C"}
    assert found.counted[Q1] == frozenset()
    assert found.owed_elsewhere(Q1) == {"A", "B"}
    assert found.owed_elsewhere(Q3) == frozenset()
    assert found.unpaid(Q1, {"A"}) == {"C"}
    assert found.looked_at == {"A", "B", "C"}


def test_nobody_is_expected_outside_the_plans_tree() -> None:
    found = expectation(Roof(UnitTree([Unit("H", "Huyện"), Unit("N", "Ngoài")]), "H", "N"), YEAR, Windows(), None)
    assert found.is_empty


def test_a_unit_is_expected_where_it_is_assigned_though_others_stand_below_it() -> None:
    units = (a_unit("P"), a_unit("X", superior="P"), a_unit("Y", superior="P"))
    assert expected(*units, assigned={"P", "X"}).holders == {"P", "X"}
    assert expected(*units, assigned={"P", "X"}, unit="P").holders == {"P", "X"}
    assert expected(*units, assigned={"P", "X"}, unit="Y").is_empty
    assert expected(*units).holders == {"X", "Y"}


def test_where_all_have_ceased_somebody_was_expected_still() -> None:
    found = expected(a_unit("A", valid_to=END), assigned={"A"})
    assert not found.holders
    assert not found.is_empty
    assert found.legacies == {}


def test_what_is_left_goes_to_those_that_took_over() -> None:
    assert expected(*MERGED).legacies == {
        "A": Legacy((Q1, Q2), frozenset("C"), frozenset("C")),
        "B": Legacy((Q1, Q2), frozenset("C"), frozenset("C")),
    }
    assert expected(*MERGED, unit="C").legacies.keys() == {"A", "B"}
    assert expected(*MERGED, unit="D").legacies == {}


def test_what_two_took_over_belongs_to_neither_alone() -> None:
    units = (a_unit("A", "C", "D", valid_to=END), a_unit("C", valid_from=NEW), a_unit("D", valid_from=NEW))
    assert expected(*units).legacies["A"].heirs == {"C", "D"}
    assert expected(*units, unit="C").legacies == {}


def test_what_is_left_passes_through_those_that_ceased_later() -> None:
    units = (
        a_unit("A", "B", valid_to=date(2023, 3, 31)),
        a_unit("B", "C", valid_from=date(2023, 4, 1), valid_to=END),
        a_unit("C", valid_from=NEW),
    )
    found = expected(*units)
    assert found.legacies["A"] == Legacy((Q1,), frozenset("C"), frozenset("BC"))
    assert found.unpaid(Q1, set()) == {"C"}
    assert found.unpaid(Q2, {"B"}) == set()


@pytest.mark.parametrize(
    "latest, standing",
    [
        ({"A": Q1}, {"A"}),
        ({"A": Q2, "C": Q2}, {"A"}),  # C was there already and did not hold what A had
        ({"A": Q2, "C": Q3}, set()),
        ({"C": Q1}, set()),
        ({"A": Q2, "B": Q3}, set()),
    ],
)
def test_a_stock_stands_until_anybody_after_the_unit_has_reported(
    latest: dict[str, Period], standing: set[str]
) -> None:
    legacies = {"A": Legacy((Q1, Q2), frozenset("C"), frozenset("BC"))}
    assert taken_over(legacies, latest) == standing


def test_a_circle_of_successors_ends() -> None:
    found = expected(a_unit("A", "B", valid_to=END), a_unit("B", "A", valid_to=END), a_unit("D"))
    assert found.legacies == {}
    assert found.holders == {"D"}


def test_a_circle_of_predecessors_ends() -> None:
    found = expected(a_unit("A", "B", valid_to=END), a_unit("B", "A"))
    assert found.unpaid(Q1, {"B"}) == {"B"}
    assert found.unpaid(Q1, {"A", "B"}) == set()


def test_a_list_by_unit_has_a_line_for_everybody_expected_in_the_period() -> None:
    tree = UnitTree([Unit("H", "Huyện"), *MERGED])
    roof = Roof(tree, "H")
    ratio, rank = (Indicator("KH", "I", "", "", kind) for kind in (Kind.RATIO, Kind.RANK))
    assert expected_units(ratio, roof, YEAR, Windows(), None) == {"A", "B", "C", "D"}
    assert expected_units(ratio, roof, Q3, Windows(), None) == {"C", "D"}
    assert expected_units(rank, roof, YEAR, Windows(), None) == {"H"}
    assert expected_units(rank, Roof(tree, "H", "D"), YEAR, Windows(), None) == frozenset()
    assert expected_units(rank, roof, YEAR, Windows(), frozenset("D")) == {"D"}


def test_no_successor_owes_the_quarters_before_it_twice() -> None:
    found = expected(a_unit("A", "C", "D", valid_to=END), a_unit("C", valid_from=NEW), a_unit("D", valid_from=NEW))
    assert found.unpaid(Q2, set()) == {"C", "D"}
    assert found.unpaid(Q4, {"C"}) == {"D"}
