"""The one-stop table as a group: its columns, its totals, and rules that hold for every right table."""

import re
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.measure import Accumulation, Kind
from models.onestop import (
    AREA,
    IN_PROGRESS,
    RECEIVED,
    RESOLVED,
    SUGGESTED_FIELDS,
    Role,
    Totals,
    column_number,
    one_stop_group,
    role_name,
    totals,
)
from tests.unit.models.one_stop_tables import Line, tables

numbers = st.dictionaries(st.sampled_from(Role), st.decimals(0, 10**6, places=0))


def test_the_eight_typed_columns_are_those_of_the_form() -> None:
    group = one_stop_group("KH", AREA, "MC1", "Đất đai")
    assert [each.code for each in group.indicators] == [f"MC1-{n:02}" for n in (4, 5, 6, 8, 9, 10, 12, 13)]
    assert {each.kind for each in group.indicators} == {Kind.COUNT}
    assert {each.measured_in for each in group.indicators} == {"hồ sơ"}
    ways = {column_number(Role(each.role)): each.role for each in group.members}
    assert [ways[n] for n in (4, 5, 6)] == list(RECEIVED)
    assert [ways[n] for n in (8, 9, 10)] == list(RESOLVED)
    assert [ways[n] for n in (12, 13)] == list(IN_PROGRESS)
    assert not {3, 7, 11} & ways.keys()


def test_what_comes_in_and_goes_out_adds_up_what_is_open_stands_and_what_was_carried_over_counts_once() -> None:
    group = one_stop_group("KH", AREA, "MC1")
    ways = dict(zip(Role, (each.accumulation for each in group.indicators), strict=True))
    assert ways.pop(Role.CARRIED) is Accumulation.OPENING
    assert {ways.pop(role) for role in IN_PROGRESS} == {Accumulation.STOCK}
    assert set(ways.values()) == {Accumulation.FLOW}


def test_the_field_is_named_in_each_indicator_and_rule_and_in_none_for_all_fields_together() -> None:
    named, common = (one_stop_group("KH", AREA, "MC1", field) for field in ("Đất đai", ""))
    assert named.indicators[0].name == "Hồ sơ tiếp nhận trực tuyến trong kỳ – Đất đai"
    assert common.indicators[0].name == "Hồ sơ tiếp nhận trực tuyến trong kỳ" == role_name(Role.ONLINE)
    assert all(each.label.endswith(" – Đất đai") for each in named.indicators)
    assert all(each.text.startswith("Đất đai: ") for each in named.rules)
    assert not any("–" in each.label for each in common.indicators)
    assert all(each.text[0].isupper() for each in common.rules)
    assert len({each.label for each in named.indicators}) == len(Role)
    assert len(set(SUGGESTED_FIELDS)) == len(SUGGESTED_FIELDS)


@given(numbers)
def test_a_total_is_the_sum_of_its_parts_and_unknown_without_one_of_them(values: dict[Role, Decimal]) -> None:
    found = totals(values)
    for total, parts in ((found.received, RECEIVED), (found.resolved, RESOLVED), (found.in_progress, IN_PROGRESS)):
        if all(role in values for role in parts):
            assert total == sum(values[role] for role in parts)
        else:
            assert total is None


def test_a_part_that_is_not_known_is_no_zero() -> None:
    values = dict.fromkeys(Role, Decimal(0)) | {Role.LATE: None}
    assert totals(values) == Totals(Decimal(0), None, Decimal(0))


def side(text: str, here: Line, before: Line) -> int:
    """Add up one side of a rule by its own words."""
    columns = {column_number(role): role for role in Role}
    parts = re.findall(r"MC1-(\d\d)( \(quý trước\))?(?: \+ |$)", text)
    assert parts
    return sum((before if earlier else here)[columns[int(number)]] for number, earlier in parts)


@given(st.integers())
def test_the_rules_hold_for_every_right_table_and_show_by_how_much_one_is_wrong(seed: int) -> None:
    random = Random(seed)
    before, here = tables(random, 2)
    handled, carried = one_stop_group("KH", AREA, "MC1").rules
    for rule in (handled, carried):
        assert rule.operator == "="
        assert side(rule.left, here, before) == side(rule.right, here, before)
    wrong = here | {Role.CARRIED: here[Role.CARRIED] + 7}
    assert side(handled.left, wrong, before) - side(handled.right, wrong, before) == 7
    assert side(carried.left, wrong, before) - side(carried.right, wrong, before) == 7


def test_sums_that_do_not_add_up_are_errors_and_what_was_carried_over_wrongly_is_a_warning() -> None:
    assert [each.is_error for each in one_stop_group("KH", AREA, "MC1").rules] == [True, False]


@pytest.mark.parametrize("field", ["", "Đất đai"])
def test_groups_of_one_plan_share_nothing(field: str) -> None:
    one, other = (one_stop_group("KH", AREA, code, field) for code in ("MC1", "MC2"))
    assert not {each.code for each in one.indicators} & {each.code for each in other.indicators}
    assert not {each.code for each in one.rules} & {each.code for each in other.rules}
    renamed = [replace(each, code=each.code.replace("MC2", "MC1")) for each in other.indicators]
    assert renamed == list(one.indicators)
