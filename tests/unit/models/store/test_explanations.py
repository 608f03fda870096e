"""Explanations are kept per indicator, unit and period, and changed ones leave history."""

from dataclasses import replace
from datetime import date

import pytest

from models.errors import KnownError
from models.period import quarter, read_period
from models.plan import Explanation, Plan
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.explanations import explanation, explanations, save_explanation, save_explanations
from models.store.history import Subject, history
from models.store.plans import save_plan

H1 = read_period("2023-H1")
FIRST = Explanation("ratio", "X1", H1, "Thiếu nhân lực", "Bổ sung biên chế", "Chủ tịch UBND xã", date(2023, 9, 30))
SECOND = Explanation("count", "X2", H1, cause="Mất điện")
LATER = Explanation("ratio", "X1", quarter(2023, 3), remedy="Tập huấn")


def test_explanations_come_back_for_a_plan_and_a_period_or_all(db: Database, author: Author) -> None:
    save_plan(db, Plan("KH24", 2024, "Kế hoạch", "H"), author)
    assert save_explanations(db, [SECOND, FIRST, LATER], author) == Changes(explanations=True)
    assert explanations(db, "KH23", H1) == [FIRST, SECOND]
    assert set(explanations(db)) == {FIRST, SECOND, LATER}
    assert explanations(db, "KH24") == []
    assert explanation(db, "ratio", "X1", H1) == FIRST
    assert explanation(db, "ratio", "X2", H1) is None


def test_a_changed_or_emptied_explanation_leaves_history(db: Database, author: Author) -> None:
    for each in (
        FIRST,
        replace(FIRST, cause="Mưa bão"),
        replace(FIRST, cause="Mưa bão"),
        Explanation("ratio", "X1", H1),
    ):
        save_explanation(db, each, author)
    assert explanations(db) == []
    entries = list(history(db, Subject.EXPLANATION, indicator="ratio", unit="X1"))
    assert [(entry.old["cause"], entry.new and entry.new["cause"]) for entry in entries] == [
        ("Mưa bão", None),
        ("Thiếu nhân lực", "Mưa bão"),
    ]


def test_explanations_of_unknown_units_are_refused_together(db: Database, author: Author) -> None:
    with pytest.raises(KnownError, match="Không có đơn vị X9"):
        save_explanations(db, [FIRST, replace(FIRST, unit="X9")], author)
    assert explanations(db) == []
