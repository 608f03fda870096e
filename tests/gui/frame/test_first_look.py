"""What of a file with several plans is looked at when it is opened."""

from dataclasses import replace
from pathlib import Path

from models.plan import Plan
from models.store.changes import Author
from models.store.database import open_database
from models.store.plans import plan, plans, save_plan
from tests.sample import sample_file
from ui.first_look import first_context

AN = Author("An")


def looked_at(path: Path, *others: Plan, **changed: object) -> str | None:
    db = open_database(path)
    try:
        for each in others:
            save_plan(db, each, AN)
        if changed:
            save_plan(db, replace(plan(db, "KH-2023"), **changed), AN, "KH-2023")  # type: ignore[arg-type]
        return first_context(db, plans(db), is_sample=False).plan
    finally:
        db.close()


def test_a_plan_that_was_put_away_or_only_looked_up_to_is_not_the_first_look(tmp_path: Path) -> None:
    other = Plan("TINH", 2023, "Kế hoạch tỉnh", "NAMGIANG", replaces=None)
    away = Plan("CŨ", 2023, "Kế hoạch bỏ", "NAMGIANG", is_archived=True, replaces="TINH")
    assert looked_at(sample_file(tmp_path), other, away, reference="TINH") == "KH-2023"


def test_where_nothing_else_is_left_it_is_looked_at_all_the_same(tmp_path: Path) -> None:
    assert looked_at(sample_file(tmp_path), is_archived=True) == "KH-2023"
