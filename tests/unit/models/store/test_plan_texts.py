"""The text of a plan, what was refused of it, and the clauses of targets are kept as they are."""

import pytest

from models.drafting.kept import PlanText, Spot, TargetSource
from models.errors import KnownError
from models.store.changes import Author
from models.store.database import Database
from models.store.indicators import remove_indicator, save_indicator
from models.store.plan_texts import (
    plan_text,
    refused_spots,
    replace_target_sources,
    save_plan_text,
    save_refused_spots,
    save_target_sources,
    target_sources,
)
from models.textcheck.tables import written_tables
from tests.unit.models.store.conftest import INDICATORS, PLAN

TEXT = "Chỉ tiêu\tMức\tĐơn vị\nHồ sơ\t65\t%\nhết"
RATIO, COUNT = INDICATORS[0].code, INDICATORS[1].code
SOURCE = TargetSource(PLAN.code, RATIO, 4, "hồ sơ đạt 65%", "ke-hoach.docx", Spot(12, 1))


def test_a_plan_has_no_text_until_one_is_given(db: Database) -> None:
    assert plan_text(db, PLAN.code) is None


def test_a_text_is_kept_with_its_tables_and_another_takes_its_place(db: Database, author: Author) -> None:
    first = PlanText(PLAN.code, TEXT, "ke-hoach.docx", tuple(written_tables(TEXT)))
    assert first.tables
    save_plan_text(db, PLAN.code, first, author)
    assert plan_text(db, PLAN.code) == first
    second = PlanText(PLAN.code, "Đạt 80%")
    save_plan_text(db, PLAN.code, second, author)
    assert plan_text(db, PLAN.code) == second
    save_plan_text(db, PLAN.code, None, author)
    assert plan_text(db, PLAN.code) is None


def test_what_was_refused_of_a_text_goes_with_it(db: Database, author: Author) -> None:
    save_plan_text(db, PLAN.code, PlanText(PLAN.code, TEXT), author)
    save_refused_spots(db, PLAN.code, [Spot(20), Spot(3, 1), Spot(3)], author)
    assert refused_spots(db, PLAN.code) == [Spot(3), Spot(3, 1), Spot(20)]
    save_plan_text(db, PLAN.code, PlanText(PLAN.code, "Đạt 80%"), author)
    assert refused_spots(db, PLAN.code) == []


def test_the_clause_of_a_target_is_kept_and_the_newer_one_counts(db: Database, author: Author) -> None:
    save_target_sources(db, [SOURCE], author)
    assert target_sources(db, PLAN.code) == target_sources(db) == [SOURCE]
    newer = TargetSource(PLAN.code, RATIO, 7, "hồ sơ đạt 70%")
    save_target_sources(db, [newer, TargetSource(PLAN.code, COUNT, 2, "10 hồ sơ")], author)
    assert [each.place for each in target_sources(db)] == [2, 7]
    replace_target_sources(db, PLAN.code, [newer], author)
    assert target_sources(db) == [newer]


def test_a_clause_goes_with_its_indicator_and_stays_when_that_changes(db: Database, author: Author) -> None:
    save_target_sources(db, [SOURCE], author)
    save_indicator(db, INDICATORS[0], author, RATIO)
    assert target_sources(db) == [SOURCE]
    remove_indicator(db, PLAN.code, RATIO, author)
    assert target_sources(db) == []


def test_a_clause_of_an_unknown_indicator_is_refused(db: Database, author: Author) -> None:
    with pytest.raises(KnownError, match="CT-99"):
        save_target_sources(db, [TargetSource(PLAN.code, "CT-99", 1, "x")], author)
    assert target_sources(db) == []
