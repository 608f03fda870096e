"""Taking workbooks in and writing them out: all or nothing, by key, and the same again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.dispatch import Dispatch
from models.drafting.kept import PlanText, Spot, TargetSource
from models.errors import KnownError
from models.exchange.book import ImportRefusedError
from models.exchange.importer import ImportResult, import_workbook, known
from models.exchange.making import create_from_workbook, create_sample
from models.exchange.workbook_reader import read_workbook
from models.exchange.workbook_writer import export_workbook
from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, WindowSetting, quarter
from models.plan import (
    Actual,
    Assignment,
    BalanceRule,
    Explanation,
    ExplanationRequest,
    Grade,
    Indicator,
    LegalBasis,
    Plan,
    Task,
)
from models.report import ReportPart
from models.store.actuals import actual, actuals, cell_history, record
from models.store.changes import Author
from models.store.database import Database, memory_database, open_database
from models.store.days_off import days_off, save_day_off
from models.store.dispatches import dispatches, save_dispatch
from models.store.explanations import explanations, save_explanations
from models.store.indicators import assignments, indicators, remove_indicator, save_assignments, save_indicators
from models.store.plan_texts import (
    plan_texts,
    refused_spots,
    save_plan_text,
    save_refused_spots,
    save_target_sources,
    target_sources,
)
from models.store.plans import (
    grades,
    legal_bases,
    plans,
    save_grades,
    save_legal_bases,
    save_plan,
    save_window_settings,
    window_settings,
)
from models.store.reorganisations import save_events, unit_problems
from models.store.report_parts import every_part, save_parts
from models.store.requests import ask, requests
from models.store.rules import rules, save_rules
from models.store.tasks import save_tasks, tasks
from models.store.unit_events import events
from models.store.units import save_units, units
from models.unit import EventKind, Unit, UnitEvent
from models.workdays import DayOff
from tests.workbooks import ACTUAL_HEADINGS, PLAN_SHEETS, Sheets, make_workbook, with_actuals, with_rows

AUTHOR = Author("Người thử", "import")
Q1 = quarter(2023, 1)


@pytest.fixture
def db() -> Iterator[Database]:
    opened = memory_database()
    yield opened
    opened.close()


def take_in(db: Database, folder: Path, sheets: Sheets, *, dry_run: bool = False) -> ImportResult:
    return import_workbook(db, make_workbook(folder / "vào.xlsx", sheets), AUTHOR, dry_run=dry_run)


def everything(db: Database) -> dict[str, object]:
    """Return all that a file holds, for comparison."""
    its = {
        each.code: (
            legal_bases(db, each.code),
            window_settings(db, each.code),
            grades(db, each.code),
            indicators(db, each.code),
            assignments(db, each.code),
            rules(db, each.code),
            tasks(db, each.code),
            dispatches(db, each.unit),
        )
        for each in plans(db)
    }
    named = {"units": units(db), "events": events(db), "plans": plans(db), "explanations": explanations(db)}
    own = {"parts": every_part(db), "days": days_off(db), "requests": requests(db), "sources": target_sources(db)}
    drafts = {"texts": list(plan_texts(db)), "refused": [refused_spots(db, each.code) for each in plans(db)]}
    return {**named, **its, **own, **drafts, "actuals": list(actuals(db))}


def test_an_import_is_one_revision_with_its_author(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, with_actuals(["TL", "X1", "2023-Q1", 1, 2]))
    (change,) = cell_history(db, "TL", "X1", Q1)
    assert (change.who, change.how) == ("Người thử", "import")
    assert actual(db, "TL", "X1", Q1) == Actual("TL", "X1", Q1, Decimal(1), Decimal(2))


def test_the_same_again_changes_nothing(db: Database, tmp_path: Path) -> None:
    sheets = with_actuals(["TL", "X1", "2023-Q1", 1, 2])
    first, again = take_in(db, tmp_path, sheets), take_in(db, tmp_path, sheets)
    assert {(count.sheet, count.new) for count in first.counts} == {
        ("Đơn vị", 3),
        ("Kế hoạch", 1),
        ("Thang xếp loại", 3),
        ("Chỉ tiêu", 6),
        ("Số liệu", 1),
    }
    assert all((count.new, count.changed, count.removed) == (0, 0, 0) for count in again.counts)
    assert not again.changes
    assert len(cell_history(db, "TL", "X1", Q1)) == 1


def test_one_wrong_cell_and_nothing_is_taken_in(db: Database, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        take_in(db, tmp_path, with_actuals(["TL", "X1", "2023-Q1", 1, 2], ["TL", "X2", "2023-Q1", "?", 2]))
    assert len(caught.value.problems) == 1
    assert "1 ô sai" in str(caught.value)
    assert "dòng 3" in str(caught.value)
    assert (units(db), plans(db)) == ([], [])


def test_a_trial_says_what_would_change_and_changes_nothing(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, with_actuals(["TL", "X1", "2023-Q1", 1, 2]))
    before = everything(db)
    trial = take_in(
        db, tmp_path, with_actuals(["TL", "X1", "2023-Q1", 5, 6], ["TL", "X2", "2023-Q1", 3, 4]), dry_run=True
    )
    count = next(each for each in trial.counts if each.sheet == "Số liệu")
    assert (count.new, count.changed, count.same) == (1, 1, 0)
    assert everything(db) == before
    assert not trial.changes


def test_a_workbook_may_refer_to_what_the_file_has(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, PLAN_SHEETS)
    take_in(db, tmp_path, {"Số liệu": [ACTUAL_HEADINGS, ["XL", "H", 2023, None, None, "tốt"]]})
    assert actual(db, "XL", "H", Period(2023)) == Actual("XL", "H", Period(2023), grade="Tốt")


def test_rows_change_what_has_their_key_and_leave_the_rest(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, with_actuals(["TL", "X1", "2023-Q1", 1, 2], ["TL", "X2", "2023-Q1", 3, 4]))
    take_in(
        db,
        tmp_path,
        {
            "Đơn vị": [["Mã", "Tên", "Mã cấp trên"], ["X1", "Xã Một mới", "H"]],
            "Số liệu": [ACTUAL_HEADINGS, ["TL", "X1", "2023-Q1", 2, 2]],
        },
    )
    assert [unit.name for unit in units(db)] == ["UBND huyện", "Xã Một mới", "Xã Hai"]
    assert [each.numerator for each in actuals(db)] == [Decimal(2), Decimal(3)]
    assert len(cell_history(db, "TL", "X1", Q1)) == 2


def test_an_empty_row_of_actuals_empties_its_cell_and_is_nothing_where_there_was_none(
    db: Database, tmp_path: Path
) -> None:
    take_in(db, tmp_path, with_actuals(["TL", "X1", "2023-Q1", 1, 2]))
    rows = [ACTUAL_HEADINGS, ["TL", "X1", "2023-Q1"], ["TL", "X2", "2023-Q1", None, None, None, None, None, "x"]]
    result = take_in(db, tmp_path, {"Số liệu": rows})
    (count,) = result.counts
    assert (count.new, count.changed, count.removed, count.same) == (0, 0, 1, 1)
    assert list(actuals(db)) == []


def test_grades_and_legal_bases_of_a_plan_are_replaced_as_a_whole(db: Database, tmp_path: Path) -> None:
    bases = ["Mã kế hoạch", "Số ký hiệu"]
    take_in(db, tmp_path, with_rows("Căn cứ", bases, ["KH23", "1/QĐ"], ["KH23", "2/QĐ"]))
    result = take_in(db, tmp_path, {"Căn cứ": [bases, ["KH23", "2/QĐ"], ["KH23", "3/QĐ"]]})
    assert [each.number for each in legal_bases(db, "KH23")] == ["2/QĐ", "3/QĐ"]
    (count,) = result.counts
    assert (count.new, count.removed, count.same) == (1, 1, 1)


def test_rules_and_tasks_are_kept_by_their_codes(db: Database, tmp_path: Path) -> None:
    headings = ["Mã kế hoạch", "Mã", "Nội dung"]
    take_in(db, tmp_path, with_rows("Nhiệm vụ", headings, ["KH23", "1", "Một"], ["KH23", "2", "Hai"]))
    take_in(db, tmp_path, {"Nhiệm vụ": [headings, ["KH23", "3", "Ba"], ["KH23", "1", "Một mới"]]})
    assert [(each.code, each.content) for each in tasks(db, "KH23")] == [("1", "Một mới"), ("2", "Hai"), ("3", "Ba")]


def test_a_kind_cannot_change_once_there_are_actuals(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, with_actuals(["TL", "X1", "2023-Q1", 1, 2]))
    rows = [["Mã kế hoạch", "Mã", "Tên", "Loại số đo"], ["KH23", "TL", "Tên", "số lượng"]]
    with pytest.raises(ImportRefusedError) as caught:
        take_in(db, tmp_path, {"Chỉ tiêu": rows})
    assert [(each.row, each.column) for each in caught.value.problems] == [(2, "Loại số đo")]


def test_units_in_a_circle_with_those_of_the_file_are_refused(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, PLAN_SHEETS)
    with pytest.raises(ImportRefusedError) as caught:
        take_in(db, tmp_path, {"Đơn vị": [["Mã", "Tên", "Mã cấp trên"], ["H", "UBND huyện", "X1"]]})
    assert [each.column for each in caught.value.problems] == ["Mã cấp trên"]


def test_a_plan_may_stand_before_the_one_it_replaces(db: Database, tmp_path: Path) -> None:
    rows = [
        ["Mã", "Năm", "Tên", "Thay thế kế hoạch", "Ngày ban hành"],
        ["B", 2023, "B", "A", "1/7/2023"],
        ["A", 2023, "A", None, None],
    ]
    take_in(db, tmp_path, {"Đơn vị": PLAN_SHEETS["Đơn vị"], "Kế hoạch": rows})
    assert [(each.code, each.replaces) for each in plans(db)] == [("B", "A"), ("A", None)]


def test_a_new_file_from_a_wrong_workbook_is_not_left(tmp_path: Path) -> None:
    book = make_workbook(tmp_path / "a.xlsx", {"Đơn vị": [["Mã", "Tên"], ["A", None]]})
    with pytest.raises(ImportRefusedError):
        create_from_workbook(tmp_path / "a.cchc", book, AUTHOR)
    assert not (tmp_path / "a.cchc").exists()


def test_the_sample_comes_back_whole_and_as_the_same_workbook(db: Database, tmp_path: Path) -> None:
    create_sample(tmp_path / "mẫu.cchc")
    sample = open_database(tmp_path / "mẫu.cchc")
    try:
        assert len(units(sample)) > 12
        export_workbook(sample, tmp_path / "1.xlsx")
        import_workbook(db, tmp_path / "1.xlsx", AUTHOR)
        assert everything(db) == everything(sample)
    finally:
        sample.close()
    export_workbook(db, tmp_path / "2.xlsx")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()


def test_an_export_fails_without_touching_what_was_there(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, PLAN_SHEETS)
    save_units(db, [Unit("Y", "x" * 40_000)], AUTHOR)
    (tmp_path / "b.xlsx").write_text("trước")
    with pytest.raises(KnownError, match=r"Đơn vị.*dòng 5.*Tên"):
        export_workbook(db, tmp_path / "b.xlsx")
    assert (tmp_path / "b.xlsx").read_text() == "trước"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["b.xlsx", "vào.xlsx"]
    with pytest.raises(KnownError, match="xlsx"):
        export_workbook(db, tmp_path / "b.cchc")
    with pytest.raises(KnownError, match="Không ghi được"):
        export_workbook(db, tmp_path / "nowhere" / "b.xlsx")


def test_more_rows_than_a_sheet_holds_go_on_in_another(db: Database, tmp_path: Path) -> None:
    take_in(
        db, tmp_path, with_actuals(*([code, unit, "2023-Q1", 1, 2] for code in ("TL",) for unit in ("H", "X1", "X2")))
    )
    export_workbook(db, tmp_path / "b.xlsx", rows_of_sheet=2)
    book = read_workbook(tmp_path / "b.xlsx")
    assert (book.problems, book.notes) == ([], [])
    assert [each.unit for each in book.actuals] == ["H", "X1", "X2"]


def test_actuals_of_an_indicator_that_no_plan_has_any_more_come_back(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, with_actuals(["TL", "X1", "2022-Q1", 1, 2], ["XL", "H", 2022, None, None, "Tốt"]))
    for code in ("TL", "XL"):
        remove_indicator(db, "KH23", code, AUTHOR)
    save_grades(db, "KH23", [], AUTHOR)
    export_workbook(db, tmp_path / "1.xlsx")
    again = memory_database()
    import_workbook(again, tmp_path / "1.xlsx", AUTHOR)
    assert everything(again) == everything(db)
    assert [each.indicator for each in actuals(again)] == ["TL", "XL"]
    assert all(not each.new for each in import_workbook(again, tmp_path / "1.xlsx", AUTHOR).counts)
    export_workbook(again, tmp_path / "2.xlsx")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()
    again.close()


def test_an_indicator_stays_while_a_rule_names_it(db: Database, tmp_path: Path) -> None:
    headings = ["Mã kế hoạch", "Mã", "Vế trái", "Phép so sánh", "Vế phải"]
    sheets = with_rows("Chỉ tiêu", ["KH23", "TL.1", "Trong đó", "tỷ lệ"])
    take_in(db, tmp_path, with_rows("Quy tắc", headings, ["KH23", "R", "TL.1.tử", "<=", "SL"], of=sheets))
    with pytest.raises(KnownError, match="R"):
        remove_indicator(db, "KH23", "TL.1", AUTHOR)
    remove_indicator(db, "KH23", "TL", AUTHOR)


# Any data the store takes comes back from a workbook as it was.

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs", "Cn", "Co", "Mn")), max_size=8
).map(lambda text: normalize("NFC", text).strip())
WORDS = st.one_of(
    TEXT,
    st.sampled_from(["=1+1", "@SUM(A1)", "+84", "-1", "1.234", "http://a.vn", "_x0041_", "a\nb", "'x", "TRUE", "#N/A"]),
)
LINES = st.sampled_from(
    ["", "  ", "\tđạt 65% ", "_x0041_", "=1+1", "trang\x0c2\r", "t\u00f4\u0309", "1.234", "ă" * 30_001]
)
SPOTS = st.sets(st.builds(Spot, st.integers(0, 6), st.integers(0, 3)), max_size=3)
TEXTS = st.lists(WORDS | LINES, max_size=4).map("\n".join)
DAYS = st.none() | st.dates(date(1850, 1, 1), date(2150, 1, 1))
QUANTITIES = st.integers(0, 10**16).map(lambda number: Decimal(number).scaleb(-4))
COUNTS = st.integers(0, 10**12).map(Decimal)
PERCENTS = st.integers(0, 2_000_000).map(lambda number: Decimal(number).scaleb(-4))
GRADES = ("Tốt", "Khá", "Trung bình")
UNITS = ("H", "007", "Xã Một", "=X2")
CODES = {kind: f"{kind.value}-{number}" for number, kind in enumerate(Kind)}


def target_of(kind: Kind) -> st.SearchStrategy[Target | None]:
    amounts = {Kind.COUNT: COUNTS, Kind.RANK: st.integers(1, 99).map(Decimal)}.get(kind, PERCENTS)
    if kind is Kind.YES_NO:
        return st.none() | st.builds(Target, st.just(Operator.EQUAL), st.sampled_from([Decimal(0), Decimal(1)]))
    if kind is Kind.GRADE:
        one = st.builds(Target, st.sampled_from([Operator.AT_LEAST, Operator.EQUAL]), grade=st.sampled_from(GRADES))
        both = st.builds(Target, st.just(Operator.RANGE), grade=st.sampled_from(GRADES), grade_to=st.just("Tốt"))
        return st.none() | one | both
    plain = [Operator.AT_LEAST, Operator.MORE_THAN, Operator.EQUAL]
    changes = st.builds(Target, st.sampled_from([Operator.BETTER, Operator.REDUCE]), st.none() | amounts)
    ranges = st.tuples(amounts, amounts).map(lambda two: Target(Operator.RANGE, min(two), max(two)))
    return st.none() | st.builds(Target, st.sampled_from(plain), amounts) | changes | ranges


@st.composite
def an_indicator(draw: st.DrawFn, plan: str, kind: Kind) -> Indicator:
    return Indicator(
        plan,
        CODES[kind],
        draw(WORDS),
        draw(WORDS) or "Tên",
        kind,
        parent=CODES[Kind.RATIO] if kind is Kind.COUNT and draw(st.booleans()) else None,
        short_name=draw(WORDS),
        lead=draw(WORDS),
        numerator=draw(WORDS),
        denominator=draw(WORDS),
        measured_in=draw(WORDS),
        scale=draw(st.none() | st.integers(1, 1000).map(Decimal)),
        accumulation=Accumulation.STOCK if kind is Kind.RATIO else Accumulation.FLOW if kind.rolls_up else None,
        target=draw(target_of(kind)),
        near_threshold=draw(st.none() | PERCENTS),
        published_month=draw(st.none() | st.integers(1, 12)),
        source=draw(WORDS),
    )


@st.composite
def an_actual(draw: st.DrawFn, kind: Kind, unit: str, number: int) -> Actual:
    period = Period(2023) if number == 5 else quarter(2023, number)
    note, mark = draw(WORDS), draw(st.booleans())
    common: dict[str, Any] = {"note": note or "ghi", "accepted": draw(WORDS), "is_illustrative": mark}
    code = CODES[kind]
    match kind:
        case Kind.RATIO:
            return Actual(code, unit, period, draw(st.none() | QUANTITIES), draw(st.none() | QUANTITIES), **common)
        case Kind.GRADE:
            return Actual(code, unit, period, grade=draw(st.sampled_from(("", *GRADES))), **common)
        case Kind.YES_NO:
            return Actual(code, unit, period, value=draw(st.sampled_from([None, Decimal(0), Decimal(1)])), **common)
        case Kind.RANK:
            out_of = draw(st.none() | st.integers(1, 700))
            return Actual(code, unit, period, value=Decimal(draw(st.integers(1, 999))), out_of=out_of, **common)
    return Actual(code, unit, period, value=draw(st.none() | (COUNTS if kind is Kind.COUNT else QUANTITIES)), **common)


@st.composite
def a_file(draw: st.DrawFn) -> Database:
    """Draw a data file with something in every table."""
    db = memory_database()
    rows = [Unit("H", draw(WORDS) or "Huyện", draw(WORDS))]
    rows += [Unit(code, draw(WORDS) or "Xã", first_superior="H", valid_to=draw(DAYS)) for code in UNITS[1:]]
    rows[1] = Unit(UNITS[1], "Cũ", "xã", "H", date(2000, 1, 1), date(2023, 6, 30), UNITS[2:])
    save_units(db, rows, AUTHOR)
    save_events(
        db, [UnitEvent(date(2023, 7, 1), draw(st.sampled_from(EventKind)), (UNITS[1],), UNITS[2:], "NQ")], AUTHOR
    )
    save_plan(db, Plan("KH", 2023, draw(WORDS) or "Tên", "H", draw(WORDS), issued_on=draw(DAYS)), AUTHOR)
    save_plan(db, Plan("KH/2", 2023, "Bản hai", "H", replaces="KH", near_threshold=draw(PERCENTS)), AUTHOR)
    save_legal_bases(db, "KH", [LegalBasis("KH", draw(WORDS), "1/QĐ", draw(DAYS), "UBND", draw(WORDS))], AUTHOR)
    save_window_settings(db, "KH", [WindowSetting("KH", Q1, None, date(2023, 3, 10), draw(DAYS))], AUTHOR)
    save_grades(
        db, "KH", [Grade("KH", n, name, draw(st.none() | PERCENTS)) for n, name in enumerate(GRADES, 1)], AUTHOR
    )
    save_indicators(db, [draw(an_indicator("KH", kind)) for kind in Kind], AUTHOR)
    given_ones = [
        Assignment("KH", CODES[kind], draw(st.sampled_from(UNITS)), Q1, draw(target_of(kind))) for kind in Kind
    ]
    save_assignments(db, given_ones, AUTHOR)
    slots = {kind: [1, 4] if kind.rolls_up else [2, 5] for kind in Kind}
    record(db, [draw(an_actual(kind, unit, n)) for kind in Kind for unit in UNITS[:2] for n in slots[kind]], AUTHOR)
    rule = BalanceRule("KH", "R", "ratio-0.tử - count-1", "<=", "ratio-0.mẫu", draw(PERCENTS), False, draw(WORDS))
    save_rules(db, "KH", [rule], AUTHOR)
    save_explanations(db, [Explanation("ratio-0", "H", Period(2023), draw(WORDS), "Giải pháp", "", draw(DAYS))], AUTHOR)
    day = draw(DAYS)
    ask(db, [ExplanationRequest("count-1", "H", Period(2023), draw(WORDS), day or date(2023, 6, 1), day)], AUTHOR)
    save_tasks(db, "KH", [Task("KH", "1", draw(WORDS), draw(WORDS) or "Việc", due=draw(DAYS))], AUTHOR)
    save_dispatch(db, Dispatch("H", "progress", recipients=("Như trên", "Sở; ban; ngành")), AUTHOR)
    written = [ReportPart("KH", "periodic", Q1, unit, draw(WORDS) or "phần", draw(WORDS)) for unit in (None, UNITS[1])]
    save_parts(db, written, AUTHOR)
    source = TargetSource("KH", "ratio-0", draw(st.integers(1, 99)), draw(WORDS) or "đạt 65%", draw(WORDS))
    save_target_sources(db, [replace(source, spot=draw(st.none() | st.just(Spot(3, 1))))], AUTHOR)
    save_plan_text(db, "KH", PlanText("KH", draw(TEXTS) + "đạt 65%", draw(WORDS)), AUTHOR)
    save_refused_spots(db, "KH", draw(SPOTS), AUTHOR)
    day = draw(st.dates(date(2023, 1, 1), date(2023, 12, 31)))
    save_day_off(db, DayOff(draw(st.sampled_from(UNITS)), day, draw(st.booleans()), draw(WORDS)), AUTHOR)
    return db


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(full=a_file())
def test_any_file_comes_back_from_its_workbook_as_it_was(full: Database, tmp_path: Path) -> None:
    export_workbook(full, tmp_path / "1.xlsx")
    empty = memory_database()
    result = import_workbook(empty, tmp_path / "1.xlsx", AUTHOR)
    assert result.notes == tuple(unit_problems(full))
    assert everything(empty) == everything(full)
    export_workbook(empty, tmp_path / "2.xlsx")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()
    assert known(empty) == known(full)
    full.close()
    empty.close()
