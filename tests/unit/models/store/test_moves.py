"""A unit that comes under another superior in mid-year does so everywhere from its day on, and stays whole."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from models.alerts import AlertKind
from models.errors import KnownError
from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, read_period
from models.plan import Actual, Assignment, BalanceRule, Indicator, Plan
from models.progress import Figure
from models.store.actuals import record
from models.store.alerts import alerts
from models.store.asked import read_asked
from models.store.board import board
from models.store.changes import Author
from models.store.checking import findings, form_findings
from models.store.database import Database
from models.store.days_off import calendar_of_plan, save_days_off
from models.store.figures import progress, progress_by_unit, trend
from models.store.last_change import last_change
from models.store.outlook import closings, what_remains
from models.store.plans import plan, save_plan, windows
from models.store.reorganisations import save_events
from models.store.rules import save_rules
from models.store.units import SUPERIOR_ON, has_units_below, save_unit, unit_ids, unit_tree
from models.unit import EventKind, Unit, UnitEvent
from models.workdays import Calendar, DayOff
from tests.unit.models.store.histories import a_history
from tests.unit.models.store.worlds import AUTHOR, World

JULY, DAY = date(2023, 7, 1), date(2023, 10, 2)
Q1, Q2, Q3, Q4 = Period(2023).quarters
H1, NINE, YEAR = read_period("2023-H1"), read_period("2023-9M"), Period(2023)
FLOW = Indicator("KH", "F", "", "Hồ sơ", Kind.RATIO, target=Target(Operator.AT_LEAST, Decimal(50)))
STOCK = Indicator("KH", "S", "", "Số hóa", Kind.COUNT, accumulation=Accumulation.STOCK)
OPENING = Indicator("KH", "O", "", "Kỳ trước chuyển sang", Kind.COUNT, accumulation=Accumulation.OPENING)
UNITS = [
    Unit("T", "UBND tỉnh"),
    *(Unit(code, f"Huyện {code}", first_superior="T") for code in "AB"),
    *(Unit(code, f"Xã {code}", first_superior=code[0]) for code in ("A1", "A2", "B1")),
]
MOVE = UnitEvent(JULY, EventKind.MOVE, ("A1",), ("B",), "NQ 1/NQ-HĐND")


def world(*actuals: Actual) -> World:
    return World(UNITS, Plan("KH", 2023, "Kế hoạch", "T"), [], [FLOW, STOCK, OPENING], [], list(actuals), [MOVE])


def flow(unit: str, period: Period, part: int, whole: int = 10) -> Actual:
    return Actual("F", unit, period, Decimal(part), Decimal(whole))


def one(code: str, unit: str, period: Period, value: int) -> Actual:
    return Actual(code, unit, period, value=Decimal(value))


def of(db: Database, code: str, period: Period, unit: str | None) -> Figure:
    return next(each for each in progress(db, world().plan, period, DAY, unit) if each.indicator.code == code)


def parts(db: Database, period: Period, unit: str | None) -> tuple[int, int, int, int]:
    """What a unit's flow comes to, and how many of how many have reported."""
    found = of(db, "F", period, unit)
    return int(found.numerator or 0), int(found.denominator or 0), found.reported_units, found.expected_units


ALL = [
    flow(unit, of_quarter, number) for number, of_quarter in enumerate((Q1, Q2, Q3), 1) for unit in ("A1", "A2", "B1")
]


def test_what_flowed_stays_with_who_was_above_then_and_the_whole_counts_it_once() -> None:
    db = world(*ALL).stored()
    assert [parts(db, each, "A")[:2] for each in (Q1, Q2, Q3, H1, NINE)] == [
        (2, 20),
        (4, 20),
        (3, 10),
        (6, 40),
        (9, 50),
    ]
    assert [parts(db, each, "B")[:2] for each in (Q1, Q2, Q3, H1, NINE)] == [
        (1, 10),
        (2, 10),
        (6, 20),
        (3, 20),
        (9, 40),
    ]
    assert [parts(db, each, None)[:2] for each in (H1, NINE)] == [(9, 60), (18, 90)]
    assert [each.denominator for each in trend(db, world().plan, "F", [Q2, Q3], "A")] == [20, 10]


def test_coverage_asks_a_unit_that_came_for_all_its_quarters() -> None:
    db = world(*(each for each in ALL if (each.unit, each.period) != ("A1", Q1))).stored()
    assert [parts(db, NINE, unit)[2:] for unit in ("A", "B", None)] == [(1, 1), (1, 2), (2, 3)]
    opening = world(*(one("O", unit, Q1, 7) for unit in ("A2", "B1")), one("O", "A1", Q3, 7)).stored()
    assert [of(opening, "O", NINE, unit).reported_units for unit in ("A", "B")] == [1, 1]


def test_a_stock_goes_along_with_the_unit_and_counts_once() -> None:
    db = world(one("S", "A1", Q1, 5), one("S", "A2", Q3, 2), one("S", "B1", Q2, 1)).stored()

    def stock(period: Period, unit: str | None) -> Decimal | None:
        found = of(db, "S", period, unit).value
        return None if found is None else Decimal(found.numerator)

    assert [stock(H1, unit) for unit in ("A", "B", None)] == [5, 1, 6]
    assert [stock(NINE, unit) for unit in ("A", "B", None)] == [2, 6, 8]


def test_lists_by_unit_have_who_stood_below_in_any_quarter_of_the_period() -> None:
    db = world(*ALL).stored()

    def lines(period: Period, root: str) -> list[str | None]:
        found = progress_by_unit(db, world().plan, period, DAY, root=root)
        return sorted(each.unit or "" for each in found if each.indicator.code == "F")  # type: ignore[return-value]

    assert (lines(H1, "A"), lines(H1, "B")) == (["A1", "A2"], ["B1"])
    assert (lines(Q3, "A"), lines(Q3, "B")) == (["A2"], ["A1", "B1"])
    assert (lines(NINE, "A"), lines(NINE, "B")) == (["A1", "A2"], ["A1", "B1"])


def test_what_remains_is_shared_by_those_below_at_the_years_end() -> None:
    db = world(*ALL).stored()
    found = {unit: what_remains(db, world().plan, NINE, DAY, unit)["F"] for unit in ("A", "B")}
    assert found["A"].per_unit == found["A"].needed
    assert found["B"].per_unit == found["B"].needed / 2 > 0


def test_an_office_above_others_of_the_list_closes_no_gap_of_its_own() -> None:
    known = world(*ALL)
    known.assignments = [Assignment("KH", "F", unit, YEAR) for unit in ("B", "A1", "A2")]
    known.actuals += [flow("B", Q1, 0), flow("B", Q2, 0), flow("B", Q3, 0)]
    db = known.stored()
    assert {each.unit for each in closings(db, known.plan, H1, DAY)["F"].units} == {"B", "A1", "A2"}
    assert {each.unit for each in closings(db, known.plan, NINE, DAY)["F"].units} == {"A1", "A2"}


def test_the_days_off_of_who_stands_above_on_the_day_count() -> None:
    db = world().stored()
    save_plan(db, Plan("KH-A1", 2023, "Kế hoạch của xã", "A1"), AUTHOR)
    march, august = date(2023, 3, 7), date(2023, 8, 1)
    save_days_off(db, [DayOff(unit, day) for unit in "AB" for day in (march, august)], AUTHOR)
    save_days_off(db, [DayOff("A", march + timedelta(days=1)), DayOff("B", august + timedelta(days=1))], AUTHOR)
    off = {march, august, march + timedelta(days=1), august + timedelta(days=1)}
    assert calendar_of_plan(db, "KH-A1") == Calendar(off=frozenset(off))
    save_days_off(db, [DayOff("B", march, is_off=False), DayOff("A", august, is_off=False)], AUTHOR)
    assert calendar_of_plan(db, "KH-A1") == Calendar(off=frozenset(off))  # neither stood above on that day
    save_days_off(db, [DayOff("A", march + timedelta(days=2), is_off=False), DayOff("T", august, is_off=False)], AUTHOR)
    assert calendar_of_plan(db, "KH-A1").off == off


@pytest.mark.parametrize("seed", range(30))
def test_the_file_says_of_each_day_who_stands_above_as_the_tree_does(seed: int) -> None:
    random = Random(6000 + seed)
    db = a_history(random).stored()
    tree, ids = unit_tree(db), unit_ids(db)
    codes = {key: code for code, key in ids.items()}
    for code in tree.units:
        for day in (date(2022, 1, 1), *random.sample([date(2023, 1, 1) + timedelta(n) for n in range(730)], 6)):
            asked = SUPERIOR_ON.format(unit=":unit", day=":day")
            (found,) = db.execute(f"SELECT {asked}", {"unit": ids[code], "day": day.isoformat()}).fetchone()
            assert codes.get(found) == tree.superior(code, day)
        assert has_units_below(db, code) == bool(tree.children(code))


def test_rules_over_the_units_below_follow_a_move() -> None:
    known = world(*(one("S", unit, each, 1) for each in (Q2, Q3) for unit in ("A1", "A2", "B1")))
    known.actuals += [one("S", "A", Q2, 2), one("S", "B", Q2, 1), one("S", "A", Q3, 2), one("S", "B", Q3, 1)]
    db = known.stored()
    save_rules(db, "KH", [BalanceRule("KH", "R", "S", "=", "S (đơn vị cấp dưới)")], AUTHOR)
    assert [each for each in findings(db, Q2) if each.rule == "R"] == []
    third = [each for each in findings(db, Q3) if each.rule == "R"]
    assert {(each.unit, each.left, each.right) for each in third} == {("A", 2, 1), ("B", 1, 2)}
    assert [form_findings(db, known.plan, unit, Q2) for unit in "AB"] == [[], []]
    assert [form_findings(db, known.plan, unit, Q3)[0].right for unit in "AB"] == [1, 2]


def test_a_rule_over_the_units_below_is_looked_at_where_units_only_came_later() -> None:
    known = world(one("S", "A1", Q3, 1), one("S", "N", Q3, 5))
    known.units = [*UNITS, Unit("N", "Đặc khu", first_superior="T")]
    known.moves = [UnitEvent(JULY, EventKind.MOVE, ("A1",), ("N",))]
    db = known.stored()
    save_rules(db, "KH", [BalanceRule("KH", "R", "S", "=", "S (đơn vị cấp dưới)")], AUTHOR)
    (found,) = form_findings(db, known.plan, "N", Q3)
    assert (found.left, found.right) == (5, 1)


def test_rules_of_a_plan_leave_units_alone_that_have_left_its_office() -> None:
    known = world(one("S", "A1", Q2, 1), one("S", "A1", Q3, 1))
    known.plan = Plan("KH", 2023, "Kế hoạch", "A")
    db = known.stored()
    save_rules(db, "KH", [BalanceRule("KH", "R", "S", "=", "S + S")], AUTHOR)
    assert [each.unit for each in findings(db, Q2) if each.rule == "R"] == ["A1"]
    assert [each.unit for each in findings(db, Q3) if each.rule == "R"] == []


def test_what_wants_doing_is_told_to_who_stands_above_in_each_quarter() -> None:
    db = world().stored()

    def late(unit: str) -> list[tuple[str, str]]:
        found = alerts(db, world().plan, NINE, date(2023, 12, 1), unit, remaining={})
        return sorted((each.unit or "", each.period.code) for each in found if each.kind is AlertKind.OVERDUE)

    assert [each for each in late("A") if each[0] == "A1"] == [("A1", "2023-Q1"), ("A1", "2023-Q2")]
    assert [each for each in late("B") if each[0] == "A1"] == [("A1", "2023-Q3")]


def test_the_board_lists_a_unit_below_who_stands_above_in_the_quarter() -> None:
    db = world().stored()
    found = {each: [line.unit for line in board(db, world().plan, each, DAY)] for each in (Q2, Q3)}
    assert (found[Q2], found[Q3]) == (["A1", "A2", "B1"], ["A2", "B1", "A1"])


def test_the_last_change_of_a_figure_is_looked_for_where_it_was_counted() -> None:
    db = world(*ALL).stored()
    record(db, [flow("A1", Q3, 4)], Author("Người khác"))

    def who(unit: str, period: Period) -> str:
        found = last_change(db, "KH", ("F",), unit, period)
        assert found is not None
        return found.who

    assert [who("A", each) for each in (H1, Q3)] == [AUTHOR.who, AUTHOR.who]
    assert [who("B", each) for each in (H1, Q3)] == [AUTHOR.who, "Người khác"]
    record(db, [flow("A1", Q1, 4)], Author("Người thứ ba"))
    assert (who("A", H1), who("B", H1)) == ("Người thứ ba", AUTHOR.who)


def test_a_superior_that_makes_a_circle_with_a_later_move_is_refused_and_the_file_stays_readable() -> None:
    db = world().stored()
    with pytest.raises(KnownError, match="quản lý vòng tròn"):
        save_unit(db, Unit("B", "Huyện B", first_superior="A1"), AUTHOR, "B")
    assert unit_tree(db).superior("B", DAY) == "T"
    save_unit(db, Unit("B", "Huyện B mới", first_superior="T"), AUTHOR, "B")


# -- the district level ends, and its communes come under the province


END = date(2023, 6, 30)


def ended() -> World:
    known = world(*ALL, *(one("S", unit, Q2, 3) for unit in ("A1", "A2", "B1")))
    gone = [Unit(code, f"Huyện {code}", "", "T", None, END) for code in "AB"]
    known.units = [UNITS[0], *gone, *UNITS[3:]]
    known.moves = [UnitEvent(JULY, EventKind.MOVE, ("A1", "A2", "B1"), ("T",), "NQ 1/NQ-HĐND")]
    return known


def test_when_the_district_level_ends_the_province_loses_and_doubles_nothing() -> None:
    before, after = world(*ALL, *(one("S", unit, Q2, 3) for unit in ("A1", "A2", "B1"))), ended()
    before.moves = []
    one_file, other = before.stored(), after.stored()
    for period in (Q1, Q2, Q3, H1, NINE, YEAR):
        assert progress(one_file, before.plan, period, DAY) == progress(other, after.plan, period, DAY)
        its = progress(other, after.plan, period, DAY, today=DAY)
        assert [(each.numerator, each.denominator, each.value) for each in its] == [
            (each.numerator, each.denominator, each.value) for each in progress(other, after.plan, period, DAY)
        ]


def test_districts_that_ended_keep_what_was_reported_under_them_and_nothing_after() -> None:
    db = ended().stored()
    assert [parts(db, each, "A") for each in (Q1, Q2, H1)] == [(2, 20, 2, 2), (4, 20, 2, 2), (6, 40, 2, 2)]
    assert parts(db, Q3, "A") == (0, 0, 0, 0)
    assert parts(db, NINE, "A") == (6, 40, 0, 0)
    today = {each.indicator.code: each for each in progress(db, world().plan, NINE, DAY, "A", today=DAY)}
    assert (today["F"].numerator, today["S"].value) == (6, None)  # the stock has gone along with the communes
    assert what_remains(db, world().plan, NINE, DAY, "A").get("F") is None
    assert [line.unit for line in board(db, world().plan, Q3, DAY)] == ["A1", "A2", "B1"]


def test_a_plan_of_an_office_that_ended_keeps_what_was_reported_to_it() -> None:
    known = ended()
    known.plan = Plan("KH", 2023, "Kế hoạch", "A")
    db = known.stored()
    found = progress(db, plan(db, "KH"), YEAR, DAY)[0]
    assert (found.numerator, found.denominator) == (6, 40)
    save_events(db, [], AUTHOR)
    assert progress(db, plan(db, "KH"), YEAR, DAY)[0].denominator == 60


def test_an_office_asks_for_no_form_of_a_unit_that_has_left_it() -> None:
    known = world()
    known.plan = Plan("KH", 2023, "Kế hoạch", "A")
    db = known.stored()
    asked, tree, its = read_asked(db, known.plan), unit_tree(db), windows(db, "KH")
    assert [len(asked.of_unit("A1", each, tree, its)) for each in (Q1, Q2, Q3)] == [3, 3, 0]
    assert [asked.units(each, tree, its) for each in (Q2, Q3)] == [["A1", "A2"], ["A2"]]
