"""The sample plan that ships: its figures are those of the design, each of them illustrative, and add up."""

import runpy
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from unicodedata import is_normalized

import pytest
from openpyxl import load_workbook

from models.exchange.making import MERGED, create_sample
from models.number import rounded
from models.onestop import Role, totals
from models.period import Period, quarter, read_period
from models.plan import Actual
from models.progress import Figure, State
from models.store.actuals import actual, actuals, record
from models.store.changes import Author
from models.store.checking import findings
from models.store.database import Database, open_database
from models.store.explanations import explanations
from models.store.figures import progress, progress_by_unit
from models.store.groups import groups, members, watched_members
from models.store.indicators import assignments, indicators
from models.store.plans import grades, legal_bases, plan_in_force, plans, windows
from models.store.unit_events import events
from models.store.units import unit_tree
from models.unit_rules import inconsistencies
from tests.sample import COUNTS, TARGETS, WORKBOOK, sample_file

EVE = date(2023, 6, 19)
H1 = read_period("2023-H1")
COMMUNES = (
    *("THANHMY", "CADY", "CHAVAL", "CHOCHUN", "DACPRE", "DACPRING", "DACTOI", "LADEE", "LAEE", "TABHING"),
    *("TAPOO", "ZUOIH"),
)

ONE_STOP_UNITS = ("PCM", "THANHMY", "CADY", "CHAVAL")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(sample_file(tmp_path), read_only=True)
    yield opened
    opened.close()


def parts_of(found: Figure) -> tuple[int | None, int | None]:
    return tuple(None if part is None else int(part) for part in (found.numerator, found.denominator))  # type: ignore[return-value]


def figures(db: Database, period: Period, on: date = EVE, unit: str | None = None) -> dict[str, Figure]:
    plan = plan_in_force(db, period)
    return {each.indicator.code: each for each in progress(db, plan, period, on, unit)}


def by_hand(db: Database, code: str, is_stock: bool) -> tuple[Decimal, Decimal]:
    """The two quarters' sums; of a stock, each unit's latest of the two."""
    rows = [each for each in actuals(db, indicator=code, year=2023) if each.period.number <= 2]
    if is_stock:
        latest: dict[str, Actual] = {}
        for each in sorted(rows, key=lambda row: row.period.number):
            latest[each.unit] = each
        rows = list(latest.values())
    parts = [(row.numerator or Decimal(0), row.denominator or Decimal(0)) for row in rows]
    return sum((part[0] for part in parts), Decimal(0)), sum((part[1] for part in parts), Decimal(0))


@pytest.mark.parametrize(
    "code, is_stock, numerator, denominator, percent",
    [
        ("TTHC-01", False, 2521, 4340, "58.09"),
        ("TTHC-02", True, 6030, 10413, "57.91"),
        ("CQS-03", True, 84, 206, "40.78"),
    ],
)
def test_three_indicators_counted_by_hand(
    db: Database, code: str, is_stock: bool, numerator: int, denominator: int, percent: str
) -> None:
    assert tuple(map(int, by_hand(db, code, is_stock))) == (numerator, denominator)
    found = figures(db, H1)[code]
    assert parts_of(found) == (numerator, denominator)
    assert found.value == Fraction(numerator * 100, denominator)
    assert rounded(Fraction(numerator * 100, denominator), 2) == Decimal(percent)


@pytest.mark.parametrize(
    "code, percent, state",
    [
        ("CQS-03", "40.78", State.MISSED),
        ("TTHC-01", "58.09", State.MISSED),
        ("TTHC-02", "57.91", State.NEAR),
        ("TTHC-03.1", "82.53", State.NEAR),
        ("CQS-01", "98.66", State.NEAR),
        ("CQS-02", "91.33", State.MET),
        ("TTHC-04", "87.17", State.MET),
        ("TTHC-03", "93.45", State.MET),
    ],
)
def test_the_first_six_months_are_those_of_the_design(db: Database, code: str, percent: str, state: State) -> None:
    found = figures(db, H1)[code]
    assert found.value is not None
    assert rounded(found.value, 2) == Decimal(percent)
    assert found.state is state
    assert found.is_provisional
    assert (found.reported_units, found.expected_units) == (12, 13)


def test_states_on_the_eve_of_the_due_date(db: Database) -> None:
    counts = Counter(each.state for each in figures(db, H1).values())
    assert counts == {State.MISSED: 2, State.NEAR: 3, State.MET: 3, State.NOT_DUE: 4, State.NO_TARGET: COUNTS}


def test_worst_first_is_what_is_furthest_behind(db: Database) -> None:
    order = [each.indicator.code for each in progress(db, plan_in_force(db, H1), H1, EVE)]
    assert order[:3] == ["CQS-03", "TTHC-01", "TTHC-02"]
    assert set(order[8:TARGETS]) == {"CS-01", "CS-02", "CS-03", "CS-04"}
    assert set(order[TARGETS:]) == {each.indicator for each in members(db, "KH-2023")}


def test_the_design_cells_of_ca_dy(db: Database) -> None:
    found = {(each.indicator, each.period): each for each in actuals(db, unit="CADY", year=2023)}
    parts = {
        place: (int(each.numerator or 0), int(each.denominator or 0))
        for place, each in found.items()
        if place[0] in ("TTHC-01", "TTHC-02")
    }
    assert parts["TTHC-01", quarter(2023, 1)] == (98, 176)
    assert parts["TTHC-01", quarter(2023, 2)] == (131, 216)
    assert parts["TTHC-02", quarter(2023, 1)] == (427, 781)
    assert parts["TTHC-02", quarter(2023, 2)] == (460, 806)
    own = figures(db, H1, unit="CADY")["TTHC-01"]
    assert parts_of(own) == (229, 392)


def test_zuoih_alone_has_not_sent_the_second_quarter(db: Database) -> None:
    sent: dict[str, set[str]] = defaultdict(set)
    for each in actuals(db, year=2023):
        if each.period == quarter(2023, 2):
            sent[each.unit].add(each.indicator)
    ratios = {"TTHC-01", "TTHC-02", "TTHC-03", "TTHC-03.1", "TTHC-04", "CQS-01", "CQS-02", "CQS-03"}
    counts = {each.indicator for each in members(db, "KH-2023")}
    assert set(sent) == {"PCM", *COMMUNES} - {"ZUOIH"}
    assert all(codes == (ratios | counts if unit in ONE_STOP_UNITS else ratios) for unit, codes in sent.items())


def test_every_actual_is_illustrative(db: Database) -> None:
    found = list(actuals(db))
    assert len(found) > 800
    assert all(each.is_illustrative for each in found)


def test_a_part_is_never_more_than_its_whole(db: Database) -> None:
    found = {(each.indicator, each.unit, each.period): each for each in actuals(db)}
    checked = 0
    for (code, unit, period), child in found.items():
        parent = found.get(("TTHC-03", unit, period))
        if code != "TTHC-03.1" or parent is None:
            continue
        parts = [each.numerator for each in (child, parent)] + [each.denominator for each in (child, parent)]
        numerator, whole_numerator, denominator, whole = (part or Decimal(0) for part in parts)
        assert numerator <= whole_numerator, (unit, period)
        assert denominator <= whole, (unit, period)
        assert denominator - numerator <= whole - whole_numerator, (unit, period)
        checked += 1
    assert checked > 90


def test_one_commune_had_nothing_to_count(db: Database) -> None:
    found = figures(db, H1, unit="LAEE")["TTHC-03.1"]
    assert parts_of(found) == (0, 0)
    assert found.value is None
    assert found.state is State.NOT_APPLICABLE


def test_one_figure_of_the_third_quarter_is_to_be_checked(db: Database) -> None:
    period = read_period("2023-Q3")
    found = progress_by_unit(db, plan_in_force(db, period), period, date(2023, 9, 30))
    wrong = [(each.unit, each.indicator.code) for each in found if each.state is State.TO_CHECK]
    assert wrong == [("LADEE", "CQS-02")]


@pytest.mark.parametrize("code", ["2023-Q1", "2023-H1", "2023-9M", "2023"])
def test_every_kind_of_period_has_figures(db: Database, code: str) -> None:
    period = read_period(code)
    found = figures(db, period, date(2023, 12, 31))
    assert all(each.value is not None for key, each in found.items() if not key.startswith("CS"))


def test_last_year_is_there_to_compare_with(db: Database) -> None:
    first, second = (
        sum(each.denominator or 0 for each in actuals(db, indicator="TTHC-01", year=2022) if each.period == of)
        for of in (quarter(2022, 3), quarter(2022, 4))
    )
    assert first + second == 4720  # what the design's "Còn phải làm: 3.368 hồ sơ" rests on
    ranks = {each.indicator: each for each in actuals(db, unit="NAMGIANG", year=2022)}
    assert set(ranks) == {"CS-01", "CS-02", "CS-03", "CS-04"}


def test_what_is_missed_has_its_cause_and_remedy(db: Database) -> None:
    told = {(each.indicator, each.unit): each for each in explanations(db, "KH-2023", H1)}
    for code, figure in figures(db, H1).items():
        if figure.state is State.MISSED:
            assert told[code, "NAMGIANG"].cause
            assert told[code, "NAMGIANG"].remedy
            assert told[code, "NAMGIANG"].due


def test_the_plan_is_that_of_the_conference(db: Database) -> None:
    found = plan_in_force(db, Period(2023))
    assert (found.code, found.unit, found.number, found.issued_on) == ("KH-2023", "NAMGIANG", "", None)
    assert [each.number for each in legal_bases(db, found.code)] == ["76/NQ-CP", "09/2019/NĐ-CP", ""]
    assert str(legal_bases(db, found.code)[2].day) == "2023-02-16"
    assert [each.name for each in grades(db, found.code)] == ["Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu"]
    assert len([each for each in indicators(db, found.code) if each.target]) == TARGETS
    tree = unit_tree(db)
    assert set(tree.leaves("NAMGIANG", EVE)) == {"PCM", *COMMUNES}
    assert str(windows(db, found.code).of(H1).due) == "2023-06-20"


def test_three_fields_have_the_one_stop_table_in_four_units(db: Database) -> None:
    assert [each.field for each in groups(db, "KH-2023")] == ["Đất đai", "Hộ tịch, chứng thực", "Đăng ký kinh doanh"]
    codes = {each.indicator for each in members(db, "KH-2023")}
    assert watched_members(db, "KH-2023") == codes
    assert len(codes) == COUNTS
    given = {each.unit for each in assignments(db, "KH-2023") if each.indicator in codes}
    assert given == set(ONE_STOP_UNITS)
    assert codes <= {each.code for each in indicators(db, "KH-2023")[TARGETS:]}


def test_every_one_stop_table_adds_up_in_every_unit_and_period(db: Database) -> None:
    checked = 0
    for code in ("2023-Q1", "2023-H1", "2023-9M", "2023", "2023-Q2", "2023-Q3", "2023-Q4"):
        for unit in (None, *ONE_STOP_UNITS):
            found = figures(db, read_period(code), unit=unit)
            for group in groups(db, "KH-2023"):
                values = {role: Decimal(int(found[its].value or 0)) for role, its in group.members.items()}
                line = totals(values)
                assert line.received == (line.resolved or 0) + (line.in_progress or 0) > 0, (code, unit, group.code)
                checked += 1
    assert checked == 7 * 5 * 3


def test_check_finds_nothing_in_the_one_stop_tables_until_a_figure_is_changed(tmp_path: Path) -> None:
    db = open_database(sample_file(tmp_path))
    assert not [each.message for each in findings(db) if "MC" in each.rule or each.indicator in members_of(db)]
    code = groups(db, "KH-2023")[1].members[Role.ON_TIME]
    old = actual(db, code, "CADY", quarter(2023, 2))
    assert old is not None
    record(db, [replace(old, value=(old.value or Decimal(0)) + 4)], Author("thử"))
    (told,) = (each for each in findings(db, H1))
    assert (told.rule, told.unit, told.difference) == ("MC2-C4", "CADY", -4)
    assert "lệch 4" in told.message
    assert "Hộ tịch, chứng thực" in told.message
    db.close()


def members_of(db: Database) -> set[str]:
    return {each.indicator for each in members(db, "KH-2023")}


def test_the_one_stop_counts_stay_within_the_dossiers_of_the_first_target(db: Database) -> None:
    sums: dict[tuple[str, Period], list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for group in groups(db, "KH-2023"):
        for place, role in enumerate((Role.ONLINE, Role.DIRECT)):
            for each in actuals(db, indicator=group.members[role]):
                sums[each.unit, each.period][place] += each.value or 0
    assert len(sums) == 5 * len(ONE_STOP_UNITS)
    for (unit, period), (online, direct) in sums.items():
        all_dossiers = actual(db, "TTHC-01", unit, period)
        assert all_dossiers is not None
        assert online <= (all_dossiers.numerator or 0)
        assert online + direct <= (all_dossiers.denominator or 0)


def test_the_workbook_is_what_the_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(WORKBOOK.parents[2] / "scripts"))
    made = tmp_path / "made.xlsx"
    module = runpy.run_path(str(WORKBOOK.parents[2] / "scripts" / "make_sample.py"))
    module["make"](made)
    merged = tmp_path / "merged.xlsx"
    module["make_merged"](merged)
    for name in ("sample_words", "sample_one_stop", "sample_merger"):
        sys.modules.pop(name, None)
    assert made.read_bytes() == WORKBOOK.read_bytes()
    assert merged.read_bytes() == MERGED.read_bytes()


def test_the_merger_of_2025_comes_on_top_as_an_option(tmp_path: Path) -> None:
    create_sample(tmp_path / "a.cchc", merged=True)
    db = open_database(tmp_path / "a.cchc")
    tree, told = unit_tree(db), events(db)
    assert inconsistencies(tree, told) == []
    assert all("cần đối chiếu" in each.basis for each in told)
    assert [tree[code].name for code in tree.children("DANANG", date(2025, 7, 1))] == [
        *("Xã Thạnh Mỹ", "Xã Bến Giằng", "Xã Nam Giang", "Xã Đắc Pring", "Xã La Dêê", "Xã La Êê"),
    ]
    added = [each for each in actuals(db) if each.period.year > 2023]
    assert {each.period.code for each in added} == {*(f"2024-Q{n}" for n in "1234"), "2025-Q1", "2025-Q2", "2025-Q3"}
    assert all(each.is_illustrative for each in added)
    (of_2025,) = [each for each in plans(db) if each.year == 2025]
    half = read_period("2025-H1")
    on = date(2025, 7, 2)
    (found,) = progress(db, of_2025, half, on, "BENGIANG", codes=("TTHC-01",), today=on)
    assert (found.numerator, found.denominator) == (620, 873)
    before, after = (progress(db, of_2025, half, on, today=today) for today in (None, on))
    assert [(each.indicator.code, each.value) for each in before] == [
        (each.indicator.code, each.value) for each in after
    ]
    db.close()


def test_every_text_is_composed_vietnamese() -> None:
    book = load_workbook(WORKBOOK, read_only=True)
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            assert all(is_normalized("NFC", cell) for cell in row if isinstance(cell, str)), (sheet.title, row)
    book.close()
