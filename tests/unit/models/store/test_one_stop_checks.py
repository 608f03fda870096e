"""A right one-stop table has no finding; a wrong figure is told where it is wrong, by how much, and nowhere else."""

from decimal import Decimal
from random import Random

import pytest

from models.onestop import IN_PROGRESS, RECEIVED, Role
from models.period import Period, periods_of, quarter
from models.plan import Actual, Plan
from models.store.actuals import record
from models.store.changes import Author
from models.store.checking import findings
from models.store.database import Database, memory_database
from models.store.groups import add_one_stop, groups
from models.store.plans import save_plan
from models.store.units import save_units
from models.unit import Unit
from tests.unit.models.one_stop_tables import Line, tables

AUTHOR = Author("thử", "import")
QUARTERS = (quarter(2022, 4), *Period(2023).quarters)
Tables = dict[tuple[str, str], list[Line]]  # by unit and group


def filled(random: Random) -> tuple[Database, Tables]:
    """Return a plan with two fields' tables in three communes, of five quarters, and what they say."""
    db = memory_database()
    save_units(db, [Unit("H", "Huyện"), *(Unit(code, f"Xã {code}", first_superior="H") for code in "XYZ")], AUTHOR)
    save_plan(db, Plan("KH", 2023, "Kế hoạch", "H"), AUTHOR)
    add_one_stop(db, "KH", ["Đất đai", "Hộ tịch"], AUTHOR)
    told = {(unit, each.code): tables(random, len(QUARTERS)) for unit in "XYZ" for each in groups(db, "KH")}
    rows = [
        Actual(group.members[role], unit, period, value=Decimal(line[role]))
        for group in groups(db, "KH")
        for unit in "XYZ"
        for period, line in zip(QUARTERS, told[unit, group.code], strict=True)
        for role in Role
    ]
    record(db, rows, AUTHOR)
    return db, told


def told_of(db: Database, asked: Period | None = None) -> set[tuple[str, str | None, str, int]]:
    """Return rule, unit, period and difference of what the rules of the tables find."""
    return {
        (each.rule, each.unit, str(each.period), int(each.difference or 0))
        for each in findings(db, asked)
        if each.rule.startswith("MC")
    }


@pytest.mark.parametrize("seed", range(8))
def test_a_right_table_has_no_finding_and_a_wrong_figure_is_told_where_it_is_wrong(seed: int) -> None:
    random = Random(seed)
    db, told = filled(random)
    assert told_of(db) == set()
    for longer in (each for each in periods_of(2023) if not each.is_quarter):
        assert told_of(db, longer) == set()
    group, unit = random.choice(groups(db, "KH")), random.choice("XYZ")
    place, role, by = random.randint(1, 4), random.choice(list(Role)), random.randint(1, 9)
    now = told[unit, group.code][place][role] + by
    record(db, [Actual(group.members[role], unit, QUARTERS[place], value=Decimal(now))], AUTHOR)
    expected = {(f"{group.code}-C4", unit, str(QUARTERS[place]), by if role in RECEIVED else -by)}
    if role is Role.CARRIED:
        expected.add((f"{group.code}-C5", unit, str(QUARTERS[place]), by))
    if role in IN_PROGRESS and place < 4:
        expected.add((f"{group.code}-C5", unit, str(QUARTERS[place + 1]), -by))
    assert told_of(db) == expected
    db.close()


def test_without_the_quarter_before_what_was_carried_over_is_not_looked_at() -> None:
    db, _ = filled(Random(1))
    group = groups(db, "KH")[0]
    gone = [Actual(group.members[role], "X", QUARTERS[0]) for role in IN_PROGRESS]
    wrong = Actual(group.members[Role.CARRIED], "X", QUARTERS[1], value=Decimal(999))
    record(db, [*gone, wrong], AUTHOR)
    assert {rule for rule, _, _, _ in told_of(db)} == {"MC1-C4"}
    db.close()
