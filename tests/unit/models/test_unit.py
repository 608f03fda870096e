"""The tree of units on a given day."""

from datetime import date

import pytest

from models.errors import KnownError
from models.unit import EventKind, Unit, UnitEvent, UnitTree

MERGER = date(2025, 7, 1)
END = date(2025, 6, 30)


def a_tree() -> UnitTree:
    """A province whose districts ended; one of their communes went on, two became a new one."""
    return UnitTree(
        [
            Unit("T", "Tỉnh"),
            Unit("H", "Huyện", first_superior="T", valid_to=END),
            Unit("X1", "Xã 1", first_superior="H", valid_to=END, succeeded_by=("M",)),
            Unit("X2", "Xã 2", first_superior="H", valid_to=END, succeeded_by=("M",)),
            Unit("X3", "Xã 3", first_superior="H"),
            Unit("M", "Xã mới", first_superior="T", valid_from=MERGER),
        ]
    )


def test_a_unit_is_valid_from_its_first_day_to_its_last() -> None:
    unit = Unit("M", "Xã mới", valid_from=MERGER, valid_to=date(2025, 12, 31))
    days = (END, MERGER, date(2025, 12, 31), date(2026, 1, 1))
    assert [unit.is_valid_on(day) for day in days] == [False, True, True, False]
    assert Unit("T", "Tỉnh").is_valid_on(date.min)


def test_only_units_without_others_below_them_on_the_day_are_leaves() -> None:
    tree = a_tree()
    assert tree.leaves("T", END) == {"X1", "X2", "X3"}
    assert tree.leaves("T", MERGER) == {"X3", "M"}
    assert tree.leaves("X3", MERGER) == {"X3"}
    assert tree.leaves("X1", MERGER) == set()


def test_a_unit_that_ended_between_others_does_not_part_them() -> None:
    tree = UnitTree(
        [Unit("T", "Tỉnh"), Unit("H", "Huyện", first_superior="T", valid_to=END), Unit("X", "Xã", first_superior="H")]
    )
    assert tree.leaves("T", MERGER) == {"X"}
    assert tree.below("T", MERGER) == {"T", "X"}


def test_what_a_unit_reports_reaches_those_above_it_and_those_who_took_over() -> None:
    tree = UnitTree(
        [
            Unit("H", "Huyện"),
            Unit("P", "Phòng", first_superior="H", succeeded_by=("Q",)),
            Unit("Q", "Phòng mới", first_superior="H"),
            Unit("A", "Xã A", first_superior="P", succeeded_by=("C",)),
            Unit("B", "Xã B", first_superior="P"),
            Unit("C", "Xã C", first_superior="Q"),
        ]
    )
    assert tree.reached_from("A") == {"A", "C", "P", "Q", "H"}
    assert tree.reached_from("C") == {"C", "Q", "H"}
    assert [each for each in "HPQABC" if tree.stands_alone(each)] == ["A", "B"]


def test_the_tree_is_walked_top_down_in_the_order_of_the_file() -> None:
    tree = a_tree()
    assert list(tree.walk("T")) == ["T", "H", "X1", "X2", "X3", "M"]
    assert tree.roots(END) == ["T"]
    assert tree.children("T") == ["H", "M"]
    assert tree.children("T", MERGER) == ["M"]
    assert tree.children("M") == []
    assert tree.predecessors("M") == ["X1", "X2"]
    assert tree.predecessors("T") == []
    assert "M" in tree
    assert "K" not in tree
    assert tree["M"].name == "Xã mới"


def test_a_last_day_at_the_end_of_time_is_no_change() -> None:
    tree = UnitTree([Unit("T", "Tỉnh"), Unit("X", "Xã", first_superior="T", valid_to=date.max)])
    assert tree.leaves("T", date.max) == {"X"}


@pytest.mark.parametrize(
    "units, words",
    [
        ([Unit("X", "Xã", first_superior="K")], "chưa có trong danh sách"),
        ([Unit("X", "Xã", succeeded_by=("K",))], "chưa có trong danh sách"),
        ([Unit("A", "A", first_superior="B"), Unit("B", "B", first_superior="A")], "vòng tròn"),
        ([Unit("A", "A", first_superior="A")], "vòng tròn"),
    ],
)
def test_units_that_cannot_be_a_tree_are_refused_in_words(units: list[Unit], words: str) -> None:
    with pytest.raises(KnownError, match=words):
        UnitTree(units)


def test_a_move_puts_a_unit_under_another_from_its_day_on() -> None:
    moved = UnitEvent(MERGER, EventKind.MOVE, ("X3",), ("M",))
    tree = UnitTree(a_tree().units.values(), [moved])
    assert (tree.superior("X3", END), tree.superior("X3", MERGER)) == ("H", "M")
    assert tree.children("H", END) == ["X1", "X2", "X3"]
    assert tree.children("M", MERGER) == ["X3"]
    assert tree.children("H", MERGER) == []
    assert tree.leaves("T", MERGER) == {"X3"}
    assert tree.members("H", MERGER) == {"H", "X1", "X2"}
    assert tree.members("M", END) == {"M"}
    assert list(tree.walk("T")) == ["T", "H", "X1", "X2", "X3", "M"]


def test_the_last_move_holds_and_back_is_a_move_too() -> None:
    back = UnitEvent(date(2026, 1, 1), EventKind.MOVE, ("X3",), ("H",))
    tree = UnitTree(a_tree().units.values(), [back, UnitEvent(MERGER, EventKind.MOVE, ("X3",), ("M",))])
    assert [tree.superior("X3", day) for day in (END, MERGER, date(2026, 1, 1))] == ["H", "M", "H"]


def test_units_may_change_places_but_not_stand_above_one_another() -> None:
    units = [Unit("T", "T"), Unit("A", "A", first_superior="T"), Unit("B", "B", first_superior="A")]
    swapped = [UnitEvent(END, EventKind.MOVE, ("B",), ("T",)), UnitEvent(MERGER, EventKind.MOVE, ("A",), ("B",))]
    tree = UnitTree(units, swapped)
    assert list(tree.walk("T")) == ["T", "A", "B"]
    assert tree.members("A", date(2025, 1, 1)) == {"A", "B"}
    assert tree.members("B", MERGER) == {"A", "B"}
    with pytest.raises(KnownError, match="Từ 1/7/2025, đơn vị A và cấp trên của nó quản lý vòng tròn"):
        UnitTree(units, swapped[1:])
    with pytest.raises(KnownError, match="chưa có trong danh sách"):
        UnitTree(units, [UnitEvent(MERGER, EventKind.MOVE, ("A",), ("K",))])
    with pytest.raises(KnownError, match="chưa có trong danh sách"):
        UnitTree(units, [UnitEvent(MERGER, EventKind.MOVE, ("K",), ("A",))])


def test_who_answers_for_a_unit_is_itself_until_it_ends_then_who_took_over() -> None:
    tree = a_tree()
    assert tree.heirs("X1", END) == ("X1",)
    assert tree.heirs("X1", MERGER) == ("M",)
    assert tree.heirs("H", MERGER) == ("H",)  # it ended, nobody took over
    assert tree.heirs("X3", MERGER) == ("X3",)
