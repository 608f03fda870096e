"""What a merger, split, rename, end or move does to units, and what stands in its way."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.errors import KnownError
from models.period import Period, Windows
from models.reorganisation import Reorganisation, days_of_change, effect
from models.unit import EventKind, Unit, UnitEvent, UnitTree

DAY, EVE = date(2025, 7, 1), date(2025, 6, 30)
TREE = UnitTree(
    [
        Unit("T", "Tỉnh"),
        Unit("H1", "Huyện Một", first_superior="T"),
        Unit("H2", "Huyện Hai", first_superior="T"),
        Unit("A", "Xã A", "xã", "H1"),
        Unit("B", "Xã B", "xã", "H1"),
        Unit("C", "Xã C", "xã", "H2", valid_to=date(2024, 12, 31)),
        Unit("P", "Phòng", "phòng", "H2"),
        Unit("E", "Xã E", "xã", "H2", valid_to=EVE),
    ]
)


def decided(kind: EventKind, before: str, after: str, *new: Unit, weights: tuple[Decimal, ...] = ()) -> Reorganisation:
    event = UnitEvent(DAY, kind, tuple(before.split()), tuple(after.split()), "Nghị quyết", weights)
    return Reorganisation(event, new)


def test_merged_units_end_the_day_before_and_name_their_successor() -> None:
    found = effect(TREE, decided(EventKind.MERGE, "A B", "M", Unit("M", "Xã M", "xã", "T")))
    assert [(each.code, each.valid_to, each.succeeded_by) for each in found.changed] == [
        ("A", EVE, ("M",)),
        ("B", EVE, ("M",)),
    ]
    assert found.new == (Unit("M", "Xã M", "xã", "T", DAY),)
    assert [each.kind for each in found.events] == [EventKind.MERGE]


def test_a_unit_that_takes_in_another_goes_on_as_it_was() -> None:
    found = effect(TREE, decided(EventKind.MERGE, "A B", "A"))
    assert found.units == (replace(TREE["B"], valid_to=EVE, succeeded_by=("A",)),)


def test_a_unit_that_others_are_split_off_goes_on_and_names_them() -> None:
    found = effect(TREE, decided(EventKind.SPLIT, "A", "A N", Unit("N", "Xã N", "xã", "H1")))
    assert found.changed == (replace(TREE["A"], succeeded_by=("N",)),)
    whole = effect(TREE, decided(EventKind.SPLIT, "A", "N O", Unit("N", "N"), Unit("O", "O")))
    assert whole.changed == (replace(TREE["A"], valid_to=EVE, succeeded_by=("N", "O")),)


def test_who_stood_below_comes_under_the_one_that_took_over() -> None:
    found = effect(TREE, decided(EventKind.MERGE, "H1 H2", "H", Unit("H", "Huyện", first_superior="T")))
    assert found.events[1] == UnitEvent(DAY, EventKind.MOVE, ("A", "B", "P"), ("H",), "Nghị quyết")
    after = UnitTree([*TREE.units.values(), *found.new], found.events)
    assert after.children("H", DAY) == ["A", "B", "P"]
    assert after.children("H1", EVE) == ["A", "B"]
    assert after.leaves("H", DAY) == {"A", "B", "P"}
    assert after.leaves("H1", EVE) == {"A", "B"}


def test_an_end_and_a_move_do_no_more_than_they_say() -> None:
    ended = effect(TREE, decided(EventKind.DISSOLVE, "P", ""))
    assert ended.units == (replace(TREE["P"], valid_to=EVE),)
    moved = effect(TREE, decided(EventKind.MOVE, "A B", "H2"))
    assert (moved.units, len(moved.events)) == ((), 1)


@pytest.mark.parametrize(
    "wrong, said",
    [
        (decided(EventKind.MERGE, "A", "B"), "ít nhất hai đơn vị cũ"),
        (decided(EventKind.MERGE, "A B", "H1 H2"), "đúng một đơn vị tiếp nhận"),
        (decided(EventKind.SPLIT, "A", "B"), "ít nhất hai đơn vị sau khi chia"),
        (decided(EventKind.SPLIT, "A", "A B", weights=(Decimal(0), Decimal(0))), "Tỷ lệ chia"),
        (decided(EventKind.SPLIT, "H1", "M N", Unit("M", "M"), Unit("N", "N")), "Xã A, Xã B"),
        (decided(EventKind.RENAME, "A", "A"), "mang tên mới"),
        (decided(EventKind.DISSOLVE, "", ""), "ít nhất một đơn vị thôi"),
        (decided(EventKind.MOVE, "A", ""), "cấp trên mới"),
        (decided(EventKind.MOVE, "H1", "A"), "dưới chính nó"),
        (decided(EventKind.MERGE, "A A", "M", Unit("M", "M")), "chỉ được nêu một lần"),
        (decided(EventKind.MERGE, "A B", "M"), "Không có đơn vị M"),
        (decided(EventKind.MERGE, "A C", "B"), "Xã C không tồn tại vào ngày 30/6/2025"),
        (decided(EventKind.RENAME, "E", "M", Unit("M", "M")), "Xã E đã thôi sau ngày 30/6/2025"),
        (decided(EventKind.MERGE, "A B", "C"), "Xã C không tồn tại vào ngày 1/7/2025"),
        (decided(EventKind.RENAME, "A", "B", Unit("B", "Tên mới")), "Đã có đơn vị mang mã B"),
        (decided(EventKind.RENAME, "A", "M", Unit("M", "")), "cần có mã và tên"),
        (decided(EventKind.SPLIT, "A", "M N", Unit("M", "M"), Unit("M", "N")), "mã riêng"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_sentences(wrong: Reorganisation, said: str) -> None:
    with pytest.raises(KnownError, match=said):
        effect(TREE, wrong)


def test_days_of_change_are_those_that_part_the_quarters_of_a_year() -> None:
    year, windows = Period(2025), Windows()
    move = UnitEvent(date(2025, 7, 1), EventKind.MOVE, ("A",), ("H2",))
    early = UnitEvent(date(2025, 3, 14), EventKind.DISSOLVE, ("B",), ())
    late = UnitEvent(date(2025, 12, 15), EventKind.DISSOLVE, ("B",), ())
    tree = UnitTree(TREE.units.values(), [move])

    def days(code: str, on: date = date(2025, 12, 31)) -> list[date]:
        return days_of_change(tree, [early, move, late], code, windows, year, on)

    assert [days(code) for code in ("T", "H1", "H2", "A")] == [[move.day]] * 4
    assert days("B") == []
    assert days("T", date(2025, 6, 30)) == []
