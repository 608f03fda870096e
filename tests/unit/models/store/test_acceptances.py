"""A finding is accepted with a note for as long as its figures stay what they were."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.checks import ABOVE_DENOMINATOR, ABOVE_PARENT, DUE_TOO_EARLY, HALF_A_RATIO, INTEGRITY, Finding, Severity
from models.errors import KnownError
from models.jumps import JUMP_LAST_QUARTER, JUMP_LAST_YEAR, OUTSIDE_RANGE, CheckLimit, default_limits
from models.measure import Kind
from models.period import Period, WindowSetting, quarter, read_period
from models.plan import Actual, BalanceRule, Indicator, Plan
from models.store.acceptances import (
    Acceptance,
    accept_finding,
    acceptance_of,
    acceptances,
    save_acceptances,
    withdraw_acceptance,
)
from models.store.actuals import record
from models.store.changes import Author, Changes
from models.store.check_limits import check_limits, limits_in_force, save_check_limits
from models.store.checking import findings, form_findings
from models.store.database import Database
from models.store.evidence import attach_file
from models.store.history import Subject, history
from models.store.indicators import save_indicators
from models.store.plans import save_plan, save_window_settings
from models.store.rules import save_rules
from models.store.units import save_unit
from models.unit import Unit
from tests.unit.models.store.conftest import PLAN

Q1, Q2 = quarter(2023, 1), quarter(2023, 2)


def report(db: Database, author: Author, numerator: int | None, denominator: int | None, period: Period = Q1) -> None:
    part, whole = (None if each is None else Decimal(each) for each in (numerator, denominator))
    record(db, [Actual(str(Kind.RATIO), "X2", period, part, whole)], author)


def the_finding(db: Database) -> Finding:
    (found,) = findings(db)
    assert form_findings(db, PLAN, "X2", Q1) == [found]
    return found


def test_an_accepted_finding_is_listed_with_its_note(db: Database, author: Author) -> None:
    report(db, author, 12, 10)
    open_one = the_finding(db)
    assert accept_finding(db, open_one, " có hồ sơ kỳ trước. ", author) == Changes(checks=True)
    accepted = the_finding(db)
    assert (accepted.is_accepted, accepted.note) == (True, "có hồ sơ kỳ trước.")
    assert accepted.message == f"{open_one.message} Đã chấp nhận: có hồ sơ kỳ trước."
    assert (accepted.left, accepted.right) == (open_one.left, open_one.right)


def test_other_figures_open_it_again_and_the_same_ones_close_it(db: Database, author: Author) -> None:
    report(db, author, 12, 10)
    accept_finding(db, the_finding(db), "đã xem", author)
    report(db, author, 13, 10)
    assert not the_finding(db).is_accepted
    assert acceptance_of(db, the_finding(db)) is not None
    report(db, author, 12, 10)
    assert the_finding(db).is_accepted


def test_half_a_ratio_is_opened_again_by_another_half(db: Database, author: Author) -> None:
    report(db, author, None, 10)
    accept_finding(db, the_finding(db), "chờ đơn vị", author)
    assert (the_finding(db).rule, the_finding(db).is_accepted) == (HALF_A_RATIO, True)
    report(db, author, None, 12)
    assert not the_finding(db).is_accepted


def test_withdrawn_it_is_open_again_and_accepted_anew_as_it_was(db: Database, author: Author) -> None:
    report(db, author, 12, 10)
    found = the_finding(db)
    accept_finding(db, found, "đã xem", author)
    known = acceptance_of(db, found)
    assert known == Acceptance(ABOVE_DENOMINATOR, Q1, "X2", str(Kind.RATIO), "12", "10", "đã xem")
    assert withdraw_acceptance(db, the_finding(db), Author("Chuyên viên", "undo")) == Changes(checks=True)
    assert acceptances(db) == []
    assert withdraw_acceptance(db, found, author) == Changes()
    save_acceptances(db, [known], author)
    assert the_finding(db).note == "đã xem"


def test_a_new_note_replaces_the_old_one_and_history_keeps_it(db: Database, author: Author) -> None:
    report(db, author, 12, 10)
    accept_finding(db, the_finding(db), "một", author)
    accept_finding(db, the_finding(db), "hai", author)
    assert [each.note for each in acceptances(db, Q1, "X2")] == ["hai"]
    assert acceptances(db, Q2) == acceptances(db, Q1, "X1") == []
    (entry,) = history(db, Subject.ACCEPTANCE, unit="X2")
    assert entry.changed == {"note": ("một", "hai")}
    withdraw_acceptance(db, the_finding(db), author)
    assert [(each.old["note"], each.new is None) for each in history(db)] == [("hai", True), ("một", False)]


def test_a_rule_of_the_whole_plan_can_be_accepted(db: Database, author: Author) -> None:
    save_rules(db, PLAN.code, [BalanceRule(PLAN.code, "R", "count", "=", "ratio.tử")], author)
    record(db, [Actual("count", "X1", Q1, value=Decimal(1)), Actual("count", "X2", Q1, value=Decimal(1))], author)
    report(db, author, 1, 3)
    record(db, [Actual("ratio", "X1", Q1, Decimal(2), Decimal(3))], author)
    of_units = list(findings(db))
    for each in of_units:
        accept_finding(db, each, "đã xem", author)
    assert [(each.unit, each.is_accepted) for each in findings(db)] == [("X1", True)]
    save_rules(db, PLAN.code, [BalanceRule(PLAN.code, "R", "count + score", "=", "ratio.tử")], author)
    record(db, [Actual("score", "H", Q1, value=Decimal("0.5"))], author)
    (whole,) = findings(db)
    accept_finding(db, whole, "làm tròn", author)
    assert acceptances(db, Q1)[0] == Acceptance("R", Q1, None, None, "5/2", "3", "làm tròn")
    assert next(findings(db)).is_accepted


def test_both_parts_of_a_jump_are_accepted_one_by_one(db: Database, author: Author) -> None:
    report(db, author, 100, 200)
    report(db, author, 300, 600, Q2)
    found = form_findings(db, PLAN, "X2", Q2)
    assert [(each.rule, each.part) for each in found] == [
        (JUMP_LAST_QUARTER, "numerator"),
        (JUMP_LAST_QUARTER, "denominator"),
    ]
    accept_finding(db, found[0], "đợt cao điểm", author)
    after = form_findings(db, PLAN, "X2", Q2)
    assert [(each.part, each.is_accepted) for each in after] == [("denominator", False), ("numerator", True)]
    assert sorted(map(str, findings(db, Q2))) == sorted(map(str, after))


def test_a_due_date_can_be_accepted_until_it_changes(db: Database, author: Author) -> None:
    def due(day: str) -> None:
        setting = WindowSetting(PLAN.code, Q1, due=date.fromisoformat(day))
        save_window_settings(db, PLAN.code, [setting], author)

    due("2023-03-10")
    (found,) = findings(db)
    assert found.rule == DUE_TOO_EARLY
    accept_finding(db, found, "theo chỉ đạo", author)
    assert next(findings(db)).is_accepted
    due("2023-03-11")
    assert not next(findings(db)).is_accepted


@pytest.mark.parametrize("note", ["", "  "])
def test_a_note_is_needed(db: Database, author: Author, note: str) -> None:
    report(db, author, 12, 10)
    with pytest.raises(KnownError, match="lý do"):
        accept_finding(db, the_finding(db), note, author)
    assert acceptances(db) == []


def test_damage_to_the_file_and_unreadable_rules_are_not_accepted(db: Database, author: Author) -> None:
    damage = Finding(INTEGRITY, None, None, None, None, Severity.ERROR, "Tệp dữ liệu hỏng.")
    for found in (damage, replace(damage, rule="R1"), replace(damage, period=Q1)):
        with pytest.raises(KnownError, match="không chấp nhận được"):
            accept_finding(db, found, "thôi", author)
    assert acceptance_of(db, damage) is None


@pytest.mark.parametrize("unit, indicator, what", [("??", "ratio", "đơn vị"), ("X2", "??", "chỉ tiêu")])
def test_unknown_codes_are_refused(db: Database, author: Author, unit: str, indicator: str, what: str) -> None:
    its = [Acceptance("r", Q1, "X2", "ratio", "1", "2", "ghi"), Acceptance("r", Q1, unit, indicator, "1", "2", "ghi")]
    with pytest.raises(KnownError, match=rf"Không có {what} \?\?"):
        save_acceptances(db, its, author)
    assert acceptances(db) == []


def test_a_plan_has_the_default_limits_until_it_sets_its_own(db: Database, author: Author) -> None:
    assert check_limits(db, PLAN.code) == []
    assert limits_in_force(db, PLAN.code) == default_limits(PLAN.code)
    own = [
        CheckLimit(PLAN.code, JUMP_LAST_QUARTER, Decimal("12.5"), Decimal(0)),
        CheckLimit(PLAN.code, JUMP_LAST_YEAR, None, Decimal(30)),
    ]
    assert save_check_limits(db, PLAN.code, own, author) == Changes(plans=True, checks=True)
    assert check_limits(db, PLAN.code) == own
    assert limits_in_force(db, PLAN.code) == {
        JUMP_LAST_QUARTER: own[0],
        JUMP_LAST_YEAR: own[1],
        OUTSIDE_RANGE: default_limits(PLAN.code)[OUTSIDE_RANGE],
    }
    save_check_limits(db, PLAN.code, [], author)
    assert check_limits(db, PLAN.code) == []


def test_limits_of_the_plan_decide_what_is_told(db: Database, author: Author) -> None:
    for year, number in ((2021, 4), (2022, 1), (2022, 2), (2022, 3), (2022, 4)):
        report(db, author, 100, 100, quarter(year, number))
    report(db, author, 100, 1000)
    told = ["jump-last-quarter", "jump-last-year", "outside-usual-range"]
    assert [each.rule for each in form_findings(db, PLAN, "X2", Q1)] == told
    assert [each.rule for each in findings(db, Q1)] == told
    off = [CheckLimit(PLAN.code, rule, None, Decimal(0)) for rule in default_limits(PLAN.code)]
    save_check_limits(db, PLAN.code, off, author)
    assert form_findings(db, PLAN, "X2", Q1) == list(findings(db, Q1)) == []


def test_figures_of_a_unit_outside_the_plans_office_are_no_jumps_of_the_plan(db: Database, author: Author) -> None:
    save_unit(db, Unit("N", "Ngành dọc"), author)
    for number, value in ((1, 100), (2, 900)):
        record(db, [Actual("count", "N", read_period(f"2023-Q{number}"), value=Decimal(value))], author)
    assert list(findings(db)) == []


def test_a_form_of_a_unit_that_is_not_there_is_empty(db: Database) -> None:
    assert form_findings(db, PLAN, "??", Q1) == []


def test_a_form_tells_of_each_part_above_its_parent(db: Database, author: Author) -> None:
    save_indicators(db, [Indicator(PLAN.code, "con", "", "Trong đó", Kind.RATIO, parent=str(Kind.RATIO))], author)
    report(db, author, 10, 20)
    record(db, [Actual("con", "X2", Q1, Decimal(11), Decimal(21))], author)
    found = form_findings(db, PLAN, "X2", Q1)
    assert [(each.rule, each.part, each.codes) for each in found] == [
        (ABOVE_PARENT, "numerator", ("con", "ratio")),
        (ABOVE_PARENT, "denominator", ("con", "ratio")),
    ]
    assert found == list(findings(db))


def test_the_worst_comes_first(db: Database, author: Author) -> None:
    report(db, author, 100, 90)
    report(db, author, 300, 200, Q2)
    found = form_findings(db, PLAN, "X2", Q2)
    assert [each.severity for each in found] == [Severity.ERROR, Severity.WARNING, Severity.WARNING]
    accept_finding(db, found[0], "đã xem", author)
    accept_finding(db, found[1], "đã xem", author)
    after = form_findings(db, PLAN, "X2", Q2)
    assert [(each.severity, each.is_accepted) for each in after] == [
        (Severity.WARNING, False),
        (Severity.ERROR, True),
        (Severity.WARNING, True),
    ]


def test_damaged_evidence_is_told_with_its_place(db: Database, author: Author, tmp_path: Path) -> None:
    for name, what in (("a.txt", b"one"), ("b.txt", b"two")):
        (tmp_path / name).write_bytes(what)
        attach_file(db, "ratio", "X2", Q1, tmp_path / name, author)
    assert list(findings(db)) == []
    db.execute("DROP TRIGGER evidence_file_is_not_updated")
    db.execute("UPDATE evidence_file SET content = x'00' WHERE content = x'6f6e65'")
    told = [each.message for each in findings(db) if each.rule == INTEGRITY]
    assert any("“a.txt” (chỉ tiêu ratio, đơn vị X2, kỳ 2023-Q1)" in message for message in told)
    assert not any("b.txt" in message for message in told)


def test_what_the_plans_of_two_offices_ask_of_a_unit_jumps_once(db: Database, author: Author) -> None:
    save_plan(db, Plan("XÃ", 2023, "Kế hoạch của xã", "X2"), author)
    save_indicators(db, [Indicator("XÃ", str(Kind.RATIO), "", "Tỷ lệ", Kind.RATIO)], author)
    report(db, author, 50, 100)
    report(db, author, 50, 300, Q2)
    assert [(each.rule, each.unit, each.part) for each in findings(db)] == [(JUMP_LAST_QUARTER, "X2", "denominator")]
