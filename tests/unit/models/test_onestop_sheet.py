"""A filled one-stop table: its sums and rates, what is rough in it, and exactly the sums that do not hold."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.onestop import IN_PROGRESS, RECEIVED, Role, column_number, member_code, totals
from models.onestop_sheet import (
    DONE,
    HANDLED,
    OPEN,
    PARTS,
    Check,
    Line,
    Mismatch,
    Sheet,
    added,
    final,
    mismatches,
    overall,
    worth_telling,
)
from tests.unit.models.one_stop_tables import tables


def a_line(*numbers: int | None, rough: tuple[Role, ...] = ()) -> Line:
    """A line of the eight typed columns in their order."""
    values = {role: None if number is None else Decimal(number) for role, number in zip(Role, numbers, strict=True)}
    return Line(values, frozenset(rough))


def a_sheet(lines: Mapping[str, Line], code: str = "MC1", field: str = "", total: Line | None = None) -> Sheet:
    members = {role: member_code(code, role) for role in Role}
    return Sheet(code, field, members, added(lines.values()) if total is None else total, lines)


def filled(random: Random, quarters: int, code: str = "MC1", field: str = "") -> list[Sheet]:
    """A table a quarter, of three units, with right sums."""
    told = {unit: tables(random, quarters) for unit in "XYZ"}
    of_quarter = [{unit: Line(as_decimals(its[n])) for unit, its in told.items()} for n in range(quarters)]
    return [a_sheet(lines, code, field) for lines in of_quarter]


def as_decimals(line: Mapping[Role, int]) -> dict[Role, Decimal | None]:
    return {role: Decimal(number) for role, number in line.items()}


def told(found: list[Mismatch]) -> list[tuple[Check, str | None, int, int]]:
    return [(each.check, each.unit, each.column, int(each.difference)) for each in found]


LINE = a_line(6, 4, 2, 5, 3, 1, 2, 1)


def test_the_columns_are_those_of_the_form() -> None:
    assert list(PARTS) == list(range(3, 14))
    assert [LINE.number(column) for column in PARTS] == [12, 6, 4, 2, 9, 5, 3, 1, 3, 2, 1]
    of_form = totals(LINE.values)
    assert (LINE.number(HANDLED), LINE.number(DONE), LINE.number(OPEN)) == (
        of_form.received,
        of_form.resolved,
        of_form.in_progress,
    )


def test_rates_are_of_what_the_form_says() -> None:
    assert LINE.new == 10
    assert LINE.online_rate == 60
    assert LINE.on_time_rate == Fraction(800, 9)
    assert a_line(0, 0, 0, 0, 0, 0, 0, 0).on_time_rate is None
    assert a_line(0, 0, 0, 0, 0, 0, 0, 0).online_rate is None
    assert a_line(None, 1, 0, None, 0, 0, 0, 0).on_time_rate is None


def test_a_sum_over_a_missing_column_is_not_known() -> None:
    line = a_line(6, None, 2, 5, 3, 1, 2, 1)
    assert line.number(HANDLED) is None
    assert line.number(DONE) == 9
    assert not line.is_whole
    assert not line.is_blank
    assert Line({}).is_blank


def test_lines_together_are_rough_where_one_is_missing_or_rough() -> None:
    both = added([a_line(6, None, 2, 5, 3, 1, 2, 1), a_line(1, 1, 1, 1, 1, 1, 1, 1, rough=(Role.LATE,))])
    assert both.number(HANDLED) == 11
    assert [column for column in PARTS if both.is_rough(column)] == [3, 5, 7, 10]
    assert added([]).is_blank
    assert added([Line({}), Line({})]).rough == frozenset()


def test_a_column_that_nobody_is_asked_for_makes_nothing_rough() -> None:
    ceased = Line({role: value for role, value in LINE.values.items() if role not in IN_PROGRESS})
    assert ceased.is_complete
    assert not ceased.is_whole
    assert ceased.number(OPEN) is None
    both = added([LINE, ceased])
    assert both.is_whole
    assert both.number(OPEN) == 3
    assert added([ceased]).values == ceased.values


def test_who_took_over_from_others_is_judged_in_the_total_only() -> None:
    wrong, gone = a_line(60, 4, 2, 5, 3, 1, 2, 1), a_line(0, 0, 0, 0, 0, 0, 9, 0)
    sheet, before = a_sheet({"X": wrong}), a_sheet({"X": gone})
    expected = [(Check.HANDLED, None, 3, 54), (Check.CARRIED, None, 6, -7)]
    assert told(mismatches([sheet], [before], heirs={"X"})) == expected
    assert len(mismatches([sheet], [before])) == 4


def test_only_what_is_whole_can_be_compared() -> None:
    line = final(replace(LINE, rough=frozenset({Role.ONLINE})))
    assert line.new is None
    assert line.number(DONE) == 9


def test_a_column_is_its_indicators_unless_it_is_computed() -> None:
    sheet = a_sheet({"X": LINE})
    assert sheet.indicator(4) == "MC1-04"
    assert sheet.indicator(HANDLED) == ""
    assert replace(sheet, members={}).indicator(4) == ""


def test_all_fields_are_the_plans_own_table_or_the_fields_together() -> None:
    land, births = a_sheet({"X": LINE, "Y": LINE}, "MC1", "Đất đai"), a_sheet({"Y": LINE}, "MC2", "Hộ tịch")
    own = a_sheet({"X": LINE}, "MC3")
    assert overall([]) is None
    assert overall([land]) is land
    assert overall([land, own]) is own
    both = overall([land, births])
    assert both is not None
    assert (both.code, both.field, list(both.lines)) == ("", "", ["X", "Y"])
    assert [both.lines[unit].number(HANDLED) for unit in "XY"] == [12, 24]
    assert both.total.number(HANDLED) == 36


@pytest.mark.parametrize("seed", range(8))
def test_a_right_table_has_no_mismatch_and_a_wrong_figure_is_told_where_it_is_wrong(seed: int) -> None:
    random = Random(seed)
    before, now = filled(random, 2)
    assert mismatches([now], [before]) == []
    unit, role, by = random.choice("XYZ"), random.choice(list(Role)), random.randint(1, 9)
    line = now.lines[unit]
    wrong = replace(line, values={**line.values, role: (line.values[role] or Decimal(0)) + by})
    sheet = a_sheet({**now.lines, unit: wrong})
    expected = [(Check.HANDLED, unit, HANDLED, by if role in RECEIVED else -by)]
    if role is Role.CARRIED:
        expected.append((Check.CARRIED, unit, 6, by))
    found = mismatches([sheet], [before])
    assert told(worth_telling(found)) == expected
    assert told(found) == expected + [(check, None, column, amount) for check, _, column, amount in expected]


def test_a_total_that_differs_from_its_units_is_told() -> None:
    lines = {"X": LINE}
    assert told(mismatches([a_sheet(lines, total=added([LINE, LINE]))], []))[0] == (Check.UNITS, None, 4, 6)


def test_the_fields_together_are_held_against_the_plans_own_table_of_all() -> None:
    own, land = a_sheet({"X": added([LINE, LINE])}, "MC1"), a_sheet({"X": LINE}, "MC2", "Đất đai")
    found = mismatches([own, land], [])
    assert {each.check for each in found} == {Check.FIELDS}
    assert told(found)[0] == (Check.FIELDS, None, 4, 6)
    assert mismatches([own, a_sheet({"X": added([LINE, LINE])}, "MC2", "Đất đai")], []) == []


def test_what_is_missing_or_rough_is_not_judged() -> None:
    wrong = a_line(60, 4, 2, 5, 3, 1, 2, 1)
    assert told(mismatches([a_sheet({"X": wrong})], [])) == [(Check.HANDLED, "X", 3, 54), (Check.HANDLED, None, 3, 54)]
    for line in (replace(wrong, rough=frozenset({Role.LATE})), a_line(60, 4, 2, 5, None, 1, 2, 1)):
        assert mismatches([a_sheet({"X": line})], []) == []
    before = a_sheet({"X": a_line(0, 0, 0, 0, 0, 0, 9, None)})
    assert mismatches([a_sheet({"X": LINE})], [before]) == []
    unlike = a_sheet({"X": a_line(0, 0, 9, 0, 0, 0, 9, 0, rough=(Role.OVERDUE,))})
    assert mismatches([a_sheet({"X": LINE})], [unlike]) == []


def test_a_total_alone_that_does_not_hold_is_told_when_no_unit_says_so() -> None:
    halves = {"X": a_line(60, 4, 2, None, None, None, None, None), "Y": a_line(None, None, None, 5, 3, 1, 2, 1)}
    total = a_line(60, 4, 2, 5, 3, 1, 2, 1)
    assert told(worth_telling(mismatches([a_sheet(halves, total=total)], []))) == [(Check.HANDLED, None, 3, 54)]


@given(st.lists(st.tuples(*[st.none() | st.integers(0, 999)] * 8), max_size=5))
def test_a_total_is_the_sum_of_its_lines_in_every_column(rows: list[tuple[int | None, ...]]) -> None:
    total = added(a_line(*row) for row in rows)
    for role, its in zip(Role, zip(*rows, strict=True), strict=False):
        known = [number for number in its if number is not None]
        assert total.values[role] == (sum(known) if known else None)
        assert (role in total.rough) == (0 < len(known) < len(rows))
        assert total.number(column_number(role)) == total.values[role]
