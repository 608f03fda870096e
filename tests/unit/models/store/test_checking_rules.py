"""Balance rules over quarters and over units above and below agree with a plain reading, whatever was reported."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from models.checks import QUARTER_TARGETS, Finding
from models.period import periods_of
from models.store.checking import findings, form_findings
from models.store.rules import save_rules
from tests.unit.models.store.plain_rules import PlainRules, a_rule
from tests.unit.models.store.test_checking import count, found, places
from tests.unit.models.store.worlds import AUTHOR, YEAR, a_world

C5 = [["K", "C5", "O", "=", "S (quý trước)"]]


def told(results: list[Finding]) -> set[tuple[Any, ...]]:
    return {(each.rule, each.unit, each.period.code if each.period else "", each.left, each.right) for each in results}


@pytest.mark.parametrize("seed", range(150))
def test_rules_agree_with_a_plain_reading(seed: int) -> None:
    random = Random(seed)
    world = a_world(random)
    its = [rule for number in range(6) if (rule := a_rule(random, world, number))]
    db = world.stored()
    save_rules(db, "KH", [each.kept for each in its], AUTHOR)
    plain = PlainRules(world, its)
    for period in random.sample(periods_of(YEAR), 3):
        of_rules = [each for each in findings(db, period) if each.rule.startswith("R")]
        assert told(of_rules) == plain.told(period), period
        assert len(of_rules) == len(told(of_rules))
    db.close()


@pytest.mark.parametrize("seed", range(60))
def test_a_form_tells_what_the_whole_file_tells_of_it(seed: int) -> None:
    random = Random(seed)
    world = a_world(random)
    its = [rule for number in range(4) if (rule := a_rule(random, world, number))]
    db = world.stored()
    save_rules(db, "KH", [each.kept for each in its], AUTHOR)
    quarter = random.choice(periods_of(YEAR)[-3:])
    # What a plan asks of a unit against itself is for the plan to mend, not for the form.
    of_all = [each for each in findings(db, quarter) if each.rule != QUARTER_TARGETS]
    for unit in PlainRules(world, its).units(quarter).intersection(each.unit for each in of_all if each.unit):
        form = form_findings(db, world.plan, unit, quarter)
        assert sorted(form, key=str) == sorted((each for each in of_all if each.unit == unit), key=str)
        order = [(each.is_accepted, each.severity != "error") for each in form]
        assert order == sorted(order)
    db.close()


def test_what_was_carried_over_is_what_the_quarter_before_left_open(tmp_path: Path) -> None:
    rows = [count("S", "X", "2023-Q1", 40), count("O", "X", "2023-Q2", 39), count("S", "Y", "2023-Q1", 7)]
    (result,) = found(tmp_path, rules=C5, actuals=[*rows, count("O", "Y", "2023-Q2", 7)])
    assert (result.unit, result.left, result.right, result.codes) == ("X", 39, 40, ("O",))
    assert result.message == "Kỳ 2023-Q2, đơn vị Xã X (X), quy tắc C5: vế trái 39, vế phải 40, lệch 1."


def test_before_the_first_quarter_stands_the_last_one_of_the_year_before(tmp_path: Path) -> None:
    rows = [count("S", "X", "2022-Q4", 40), count("O", "X", "2023-Q1", 39)]
    assert places(found(tmp_path, rules=C5, actuals=rows)) == [("C5", "X", "2023-Q1")]


@pytest.mark.parametrize("asked, expected", [("2023-H1", ["2023-Q2"]), ("2023-Q1", []), ("2023", ["2023-Q2"])])
def test_in_a_longer_period_the_quarter_before_is_looked_at_by_quarter(
    tmp_path: Path, asked: str, expected: list[str]
) -> None:
    rows = [count("S", "X", "2023-Q1", 40), count("O", "X", "2023-Q1", 30), count("O", "X", "2023-Q2", 39)]
    assert [period for _, _, period in places(found(tmp_path, asked, rules=C5, actuals=rows))] == expected


def test_a_unit_is_held_against_all_below_it_once_all_have_reported(tmp_path: Path) -> None:
    rule = [["K", "CON", "A", "=", "A (đơn vị cấp dưới)"]]
    rows = [count("A", "H", period, 9) for period in ("2023-Q1", "2023-Q2")]
    rows += [count("A", "X", "2023-Q1", 5), count("A", "Y", "2023-Q1", 3), count("A", "X", "2023-Q2", 5)]
    (result,) = found(tmp_path, rules=rule, actuals=rows)
    assert (result.unit, result.period and result.period.code, result.left, result.right) == ("H", "2023-Q1", 9, 8)


def test_a_rule_over_last_year_only_is_looked_at_for_whoever_reported_then(tmp_path: Path) -> None:
    rule = [["K", "NĂM", "A (cùng kỳ năm trước)", "=", "0"]]
    rows = [count("A", "X", "2022-Q1", 5), count("B", "Y", "2023-Q1", 1)]
    (result,) = found(tmp_path, "2023-Q1", rules=rule, actuals=rows)
    assert (result.unit, result.left, result.right, result.codes) == ("X", 5, 0, ("A",))
