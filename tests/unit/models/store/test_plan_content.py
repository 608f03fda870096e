"""Whole plans are copied, issued, replaced, put away and deleted; nothing that has actuals disappears."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from models.drafting.kept import PlanText, Spot, TargetSource
from models.errors import KnownError
from models.jumps import CheckLimit
from models.measure import Kind, Operator, Target
from models.period import Period, WindowSetting, quarter, read_period
from models.plan import Actual, Assignment, BalanceRule, Correction, ExplanationRequest, Grade, LegalBasis, Plan, Task
from models.report import ReportPart
from models.store.actuals import actuals, record
from models.store.changes import Author
from models.store.check_limits import save_check_limits
from models.store.database import Database
from models.store.figures import progress
from models.store.groups import add_one_stop, groups
from models.store.history import Subject, history
from models.store.indicators import assignments, indicator, indicators, save_assignments, save_indicator
from models.store.plan_content import (
    KeptPlan,
    archive_plan,
    check_deletable,
    copy_plan,
    delete_plan,
    has_actuals,
    issue_plan,
    plan_content,
    replace_plan,
)
from models.store.plan_corrections import corrections, save_corrections, take_back_correction
from models.store.plan_texts import (
    plan_text,
    refused_spots,
    save_plan_text,
    save_refused_spots,
    save_target_sources,
    target_sources,
)
from models.store.plans import (
    plan,
    plan_in_force,
    plans,
    save_grades,
    save_legal_bases,
    save_plan,
    save_window_settings,
)
from models.store.report_parts import every_part, save_part
from models.store.reports import save_report
from models.store.requests import ask
from models.store.rules import save_rules
from models.store.tasks import save_tasks

AT = datetime(2023, 6, 20, 1, 30, tzinfo=UTC)


@pytest.fixture
def full(db: Database, author: Author) -> Database:
    """The small office's plan with something in every part."""
    save_legal_bases(db, "KH23", [LegalBasis("KH23", "Quyết định", "1/QĐ", date(2022, 1, 1), "UBND", "Đề án")], author)
    save_window_settings(db, "KH23", [WindowSetting("KH23", quarter(2023, 1), None, date(2023, 3, 10))], author)
    save_grades(db, "KH23", [Grade("KH23", 1, "Tốt"), Grade("KH23", 2, "Khá")], author)
    target = Target(Operator.AT_LEAST, Decimal(60))
    save_assignments(db, [Assignment("KH23", "ratio", "X1", Period(2023), target)], author)
    save_rules(db, "KH23", [BalanceRule("KH23", "R1", "count", ">=", "ratio.tử")], author)
    save_check_limits(db, "KH23", [CheckLimit("KH23", "JUMP", Decimal(50), Decimal(3))], author)
    save_tasks(db, "KH23", [Task("KH23", "NV-01", "", "Rà soát", due=date(2023, 3, 31), progress=40)], author)
    add_one_stop(db, "KH23", [], author)
    save_part(db, ReportPart("KH23", "periodic", read_period("2023-H1"), None, "media", "Đã làm."), author)
    return db


def test_a_copy_for_the_next_year_has_everything_under_the_same_codes(full: Database, author: Author) -> None:
    new = Plan("KH24", 2024, "Kế hoạch 2024", "H")
    copy_plan(full, "KH23", new, author)
    found, model = plan_content(full, "KH24"), plan_content(full, "KH23")
    assert [each.code for each in found.indicators] == [each.code for each in model.indicators]
    assert [each.target for each in found.indicators] == [each.target for each in model.indicators]
    assert found.tasks == (Task("KH24", "NV-01", "", "Rà soát", due=date(2024, 3, 31)),)
    assert found.windows == (WindowSetting("KH24", quarter(2024, 1), None, date(2024, 3, 10)),)
    assert groups(full, "KH24")[0].members == groups(full, "KH23")[0].members
    # X1 ceased in 2023: what it was asked, X2 is asked
    assert found.assignments == (Assignment("KH24", "ratio", "X2", Period(2024)),)


def test_a_copy_inside_the_year_asks_the_same_units(full: Database, author: Author) -> None:
    copy_plan(full, "KH23", Plan("KH23-B", 2023, "Kế hoạch", "X2"), author)
    assert [each.unit for each in assignments(full, "KH23-B")] == ["X1"]
    assert plan_content(full, "KH23-B").tasks[0].progress == 40


def test_an_issued_plan_has_its_number_and_day(full: Database, author: Author) -> None:
    issue_plan(full, "KH23", " 12/KH-UBND ", date(2023, 2, 16), author)
    assert (plan(full, "KH23").number, plan(full, "KH23").issued_on) == ("12/KH-UBND", date(2023, 2, 16))
    with pytest.raises(KnownError, match="đã ban hành ngày 16/2/2023"):
        issue_plan(full, "KH23", "", date(2023, 3, 1), author)


def test_a_draft_is_not_replaced_and_no_version_is_replaced_twice(full: Database, author: Author) -> None:
    with pytest.raises(KnownError, match="chưa ban hành"):
        replace_plan(full, "KH23", "KH23-2", author)
    issue_plan(full, "KH23", "12/KH", date(2023, 2, 16), author)
    replace_plan(full, "KH23", "KH23-2", author)
    with pytest.raises(KnownError, match="đã có bản thay thế KH23-2"):
        replace_plan(full, "KH23", "KH23-3", author)
    with pytest.raises(KnownError, match="trước ngày 16/2/2023"):
        issue_plan(full, "KH23-2", "90/KH", date(2023, 2, 1), author)


def test_a_new_version_takes_over_from_its_issue_day_and_what_was_reported_stays(
    full: Database, author: Author
) -> None:
    # GIVEN a plan that asks 65,5 % and what was reported of two quarters
    record(full, [Actual("ratio", "X1", quarter(2023, 1), Decimal(6), Decimal(10))], author)
    issue_plan(full, "KH23", "12/KH", date(2023, 2, 16), author)
    # WHEN a version that asks 80 % is issued on 2 August
    replace_plan(full, "KH23", "KH23-2", author)
    ratio = indicator(full, "KH23-2", "ratio")
    save_indicator(full, replace(ratio, target=Target(Operator.AT_LEAST, Decimal(80))), author, "ratio")
    assert plan_in_force(full, Period(2023)).code == "KH23"  # a draft changes nothing
    issue_plan(full, "KH23-2", "90/KH", date(2023, 8, 2), author)
    # THEN periods that ended before go by the old one, later ones by the new one
    in_force = {code: plan_in_force(full, read_period(code)) for code in ("2023-Q1", "2023-H1", "2023-9M", "2023")}
    assert {code: each.code for code, each in in_force.items()} == {
        "2023-Q1": "KH23",
        "2023-H1": "KH23",
        "2023-9M": "KH23-2",
        "2023": "KH23-2",
    }
    for code, asked in (("2023-H1", Decimal("65.5")), ("2023", Decimal(80))):
        figures = progress(full, in_force[code], read_period(code), date(2023, 12, 31))
        found = next(each for each in figures if each.indicator.code == "ratio")
        assert found.target == Target(Operator.AT_LEAST, asked)
        assert found.numerator == 6


def test_a_plan_that_was_put_away_is_followed_only_where_there_is_no_other(full: Database, author: Author) -> None:
    archive_plan(full, "KH23", author)
    assert plan_in_force(full, Period(2023)).code == "KH23"
    save_plan(full, Plan("KHAC", 2023, "Kế hoạch khác", "H"), author)
    assert plan_in_force(full, Period(2023)).code == "KHAC"
    archive_plan(full, "KH23", author, is_archived=False)
    with pytest.raises(KnownError, match="nhiều kế hoạch"):
        plan_in_force(full, Period(2023))


def test_a_plan_that_another_looks_up_to_is_not_the_one_followed(full: Database, author: Author) -> None:
    save_plan(full, Plan("TINH", 2023, "Kế hoạch tỉnh", "X2"), author)
    save_plan(full, replace(plan(full, "KH23"), reference="TINH"), author, "KH23")
    assert plan_in_force(full, Period(2023)).code == "KH23"
    assert plan_in_force(full, Period(2023), "TINH").code == "TINH"
    with pytest.raises(KnownError, match="vòng tròn"):
        save_plan(full, replace(plan(full, "TINH"), reference="KH23"), author, "TINH")
    with pytest.raises(KnownError, match="chưa có trong tệp"):
        save_plan(full, replace(plan(full, "KH23"), reference="KHÔNG"), author, "KH23")


def test_a_deleted_draft_comes_back_as_it_was_where_it_stood(full: Database, author: Author) -> None:
    save_plan(full, Plan("SAU", 2024, "Kế hoạch sau", "H", reference="KH23"), author)
    save_corrections(full, [Correction("KH23", AT, "An", "gõ nhầm", "mức")], author)
    before, kept = plan_content(full, "KH23"), KeptPlan(full, "KH23")
    told = plans(full)
    delete_plan(full, "KH23", author)
    assert [each.code for each in plans(full)] == ["SAU"]
    assert plan(full, "SAU").reference is None
    kept.put_back(full, author)
    assert plans(full) == told
    assert plan_content(full, "KH23") == before
    assert [each.text for each in every_part(full)] == ["Đã làm."]
    assert corrections(full) == [Correction("KH23", AT, "An", "gõ nhầm", "mức")]


def test_the_text_that_a_plan_was_drafted_from_comes_back_with_it(full: Database, author: Author) -> None:
    source = TargetSource("KH23", "ratio", 3, "đạt từ 65,5% trở lên", "kh.docx", Spot(40))
    save_plan_text(full, "KH23", PlanText("KH23", "Phấn đấu 65,5% hồ sơ; 80% …", "kh.docx"), author)
    save_refused_spots(full, "KH23", [Spot(22)], author)
    save_target_sources(full, [source], author)
    kept = KeptPlan(full, "KH23")
    delete_plan(full, "KH23", author)
    assert target_sources(full) == []
    kept.put_back(full, author)
    text = plan_text(full, "KH23")
    assert text is not None
    assert text.name == "kh.docx"
    assert (refused_spots(full, "KH23"), target_sources(full)) == ([Spot(22)], [source])


def test_a_new_version_keeps_the_clauses_of_its_targets_and_next_years_plan_does_not(
    full: Database, author: Author
) -> None:
    save_target_sources(full, [TargetSource("KH23", "ratio", 3, "đạt từ 65,5% trở lên", "kh.docx", Spot(40))], author)
    issue_plan(full, "KH23", "", date(2023, 2, 16), author)
    replace_plan(full, "KH23", "KH23-2", author)
    copy_plan(full, "KH23", Plan("KH24", 2024, "Kế hoạch", "H"), author)
    assert target_sources(full, "KH23-2") == [TargetSource("KH23-2", "ratio", 3, "đạt từ 65,5% trở lên", "kh.docx")]
    assert target_sources(full, "KH24") == []


def test_what_was_reported_outlives_its_plan(full: Database, author: Author) -> None:
    assert not has_actuals(full, "KH23")
    record(full, [Actual("count", "X1", quarter(2023, 1), value=Decimal(3))], author)
    assert has_actuals(full, "KH23")
    delete_plan(full, "KH23", author)
    assert [(each.indicator, each.value) for each in actuals(full)] == [("count", Decimal(3))]
    gone = [entry for entry in history(full, Subject.TARGET) if entry.new is None]
    assert gone  # and every target that went is in the history


def test_an_indicator_that_something_was_asked_of_goes_and_its_code_stays(full: Database, author: Author) -> None:
    record(full, [Actual("ratio", "X1", quarter(2023, 1), Decimal(1), Decimal(2))], author)
    ask(full, [ExplanationRequest("ratio", "X1", quarter(2023, 1), "", date(2023, 4, 1))], author)
    record(full, [Actual("ratio", "X1", quarter(2023, 1))], author)
    save_rules(full, "KH23", [], author)
    delete_plan(full, "KH23", author)
    assert not plans(full)


def test_what_was_issued_replaced_or_reported_on_is_not_deleted(full: Database, author: Author, tmp_path: Path) -> None:
    save_report(
        full,
        plan="KH23",
        kind="progress",
        period=Period(2023),
        unit=None,
        asked_on=date(2023, 6, 20),
        path=tmp_path / "bc.docx",
        document=b"PK",
        author=author,
    )
    with pytest.raises(KnownError, match="đã có 1 báo cáo; hãy lưu trữ"):
        delete_plan(full, "KH23", author)
    issue_plan(full, "KH23", "", date(2023, 2, 16), author)
    with pytest.raises(KnownError, match="đã ban hành"):
        check_deletable(full, "KH23")
    replace_plan(full, "KH23", "KH23-2", author)
    save_plan(full, replace(plan(full, "KH23"), issued_on=None), author, "KH23")
    with pytest.raises(KnownError, match="bản thay thế KH23-2"):
        check_deletable(full, "KH23")
    assert len(indicators(full, "KH23-2")) == len(indicators(full, "KH23"))
    assert [each.unit for each in assignments(full, "KH23-2")] == ["X1"]  # the same year: who ceased is asked still


def test_a_correction_needs_a_reason_and_one_taken_back_stays_in_the_history(full: Database, author: Author) -> None:
    first = Correction("KH23", AT, "An", "gõ nhầm", "mức TTHC-01")
    save_corrections(full, [first], author)
    assert corrections(full, "KH23") == [first]
    with pytest.raises(KnownError, match="lý do"):
        save_corrections(full, [replace(first, reason="  ")], author)
    take_back_correction(full, first, author)
    assert corrections(full) == []
    assert [entry.old["reason"] for entry in history(full, Subject.CORRECTION)] == ["gõ nhầm"]


def test_kinds_are_all_there(full: Database) -> None:
    assert {each.kind for each in indicators(full, "KH23")} == set(Kind)
