"""What of units and events does not fit together is told in plain sentences."""

from datetime import date
from decimal import Decimal

import pytest

from models.unit import EventKind, Unit, UnitEvent, UnitTree
from models.unit_rules import inconsistencies

DAY, EVE = date(2025, 7, 1), date(2025, 6, 30)
MERGED = [
    Unit("T", "Tỉnh"),
    Unit("A", "Xã A", first_superior="T", valid_to=EVE, succeeded_by=("M",)),
    Unit("B", "Xã B", first_superior="T", valid_to=EVE, succeeded_by=("M",)),
    Unit("M", "Xã M", first_superior="T", valid_from=DAY),
]
MERGER = UnitEvent(DAY, EventKind.MERGE, ("A", "B"), ("M",), "Nghị quyết")


def sentences(units: list[Unit], *events: UnitEvent) -> list[str]:
    return inconsistencies(UnitTree(units, events), events)


def test_what_fits_together_is_not_spoken_of() -> None:
    assert sentences(MERGED, MERGER) == []
    assert sentences(MERGED) == []


def changed(code: str, **fields: object) -> list[Unit]:
    values = {"first_superior": "T", "valid_to": EVE, "succeeded_by": ("M",), **fields}
    return [Unit(code, f"Xã {code}", **values) if each.code == code else each for each in MERGED]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "units, said",
    [
        (changed("A", valid_to=None), "Sáp nhập ngày 1/7/2025: Xã A chưa ghi Đến ngày 30/6/2025."),
        (changed("A", valid_to=date(2025, 5, 31)), "Xã A không tồn tại vào ngày 30/6/2025."),
        (changed("A", succeeded_by=()), "Xã A chưa ghi Kế thừa bởi M."),
        (
            changed("M", valid_to=None, succeeded_by=(), valid_from=date(2025, 8, 1)),
            "Xã M kế thừa Xã A nhưng không tồn tại vào ngày 1/7/2025, ngay sau khi đơn vị này thôi.",
        ),
    ],
)
def test_units_that_do_not_fit_their_event_are_told(units: list[Unit], said: str) -> None:
    assert any(said in each for each in sentences(units, MERGER)), sentences(units, MERGER)


def test_events_that_lack_something_are_told() -> None:
    split = UnitEvent(DAY, EventKind.SPLIT, ("A",), ("M", "N"))
    units = [*MERGED, Unit("N", "Xã N", first_superior="T")]
    found = sentences(units, split)
    assert "Chia tách ngày 1/7/2025: chưa ghi căn cứ." in found
    assert any("chia đều" in each for each in found)
    assert any("Xã N cần có Từ ngày 1/7/2025." in each for each in found)
    lonely = UnitEvent(DAY, EventKind.MERGE, ("A",), ("M",), "Nghị quyết")
    assert any("Sáp nhập ngày 1/7/2025: sáp nhập cần" in each for each in sentences(MERGED, lonely))
    weighed = UnitEvent(DAY, EventKind.SPLIT, ("A",), ("A", "M"), "x", (Decimal(1), Decimal(1)))
    assert not any("chia đều" in each for each in sentences(MERGED, weighed))


def test_who_leaves_twice_on_a_day_is_told() -> None:
    again = UnitEvent(DAY, EventKind.RENAME, ("A",), ("M",), "Nghị quyết")
    assert any("hai sự kiện cùng ngày" in each for each in sentences(MERGED, MERGER, again))


def test_who_moves_twice_on_a_day_or_to_where_nobody_is_is_told() -> None:
    units = [*MERGED, Unit("C", "Xã C", first_superior="T")]
    moves = [UnitEvent(DAY, EventKind.MOVE, ("C",), (under,), "Nghị quyết") for under in ("M", "T")]
    assert sentences(units, *moves) == ["Đơn vị C được chuyển hai lần trong ngày 1/7/2025; chỉ lần sau được tính."]
    early = UnitEvent(EVE, EventKind.MOVE, ("C",), ("M",), "Nghị quyết")
    assert sentences(units, early) == ["Chuyển ngày 30/6/2025: Xã M không tồn tại vào ngày 30/6/2025."]


def test_a_successor_of_one_that_goes_on_needs_a_day() -> None:
    units = [*MERGED, Unit("C", "Xã C", first_superior="T", succeeded_by=("M",))]
    (found,) = sentences(units)
    assert found.startswith("Xã C ghi được Xã M kế thừa nhưng chưa biết từ ngày nào")
    split = UnitEvent(DAY, EventKind.SPLIT, ("C",), ("C", "M"), "Nghị quyết", (Decimal(3), Decimal(1)))
    assert not any("ngày nào" in each for each in sentences(units, split))


def test_who_stands_below_one_that_ended_is_told_until_it_is_moved() -> None:
    units = [
        Unit("T", "Tỉnh"),
        Unit("H", "Huyện", first_superior="T", valid_to=EVE),
        Unit("X", "Xã", first_superior="H"),
    ]
    (found,) = sentences(units)
    assert "Xã còn đứng dưới Huyện, đã thôi sau ngày 30/6/2025" in found
    assert sentences(units, UnitEvent(DAY, EventKind.MOVE, ("X",), ("T",), "Nghị quyết")) == []
