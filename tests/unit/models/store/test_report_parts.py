"""What people write into reports is kept word for word, and what they wrote the time before is at hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.exchange.words import clean
from models.period import Period, read_period
from models.report import LONGEST, ReportPart, tidied
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.history import Subject, history
from models.store.plans import save_plan
from models.store.report_parts import every_part, parts, parts_before, save_part, save_parts
from tests.unit.models.store.conftest import PLAN

H1 = read_period("2023-H1")
WRITTEN = ReportPart("KH23", "periodic", H1, None, "communication", "Đã phát 12 tin, bài.\n- Trên loa\n- Trên Zalo")


def test_a_part_is_kept_line_by_line_for_its_report_alone(db: Database, author: Author) -> None:
    assert save_part(db, WRITTEN, author) == Changes(reports=True)
    assert parts(db, "KH23", "periodic", H1) == {"communication": WRITTEN.text}
    others = (("periodic", H1, "X1"), ("periodic", Period(2023), None), ("notice", H1, None))
    assert all(parts(db, "KH23", kind, period, unit) == {} for kind, period, unit in others)


def test_writing_again_replaces_and_a_blank_takes_away(db: Database, author: Author) -> None:
    save_parts(db, [WRITTEN, replace(WRITTEN, unit="X1", text="Của xã")], author)
    save_part(db, replace(WRITTEN, text="Lời khác"), author)
    assert [each.text for each in every_part(db)] == ["Lời khác", "Của xã"]
    save_part(db, replace(WRITTEN, text=" \n\t"), author)
    assert parts(db, "KH23", "periodic", H1) == {}
    assert [entry.old["text"] for entry in history(db, Subject.REPORT_PART) if entry.old] == ["Lời khác", WRITTEN.text]


def test_the_same_words_again_leave_no_history(db: Database, author: Author) -> None:
    save_part(db, WRITTEN, author)
    save_part(db, WRITTEN, author)
    assert list(history(db, Subject.REPORT_PART)) == []


def test_a_part_too_long_is_refused(db: Database, author: Author) -> None:
    save_part(db, replace(WRITTEN, text="a" * LONGEST), author)
    with pytest.raises(KnownError, match=r"“communication” dài 30\.001 ký tự"):
        save_part(db, replace(WRITTEN, text="a" * (LONGEST + 1)), author)


def test_the_time_before_is_the_latest_earlier_report_of_the_office(db: Database, author: Author) -> None:
    save_plan(db, replace(PLAN, code="KH22", year=2022), author)
    save_plan(db, replace(PLAN, code="XÃ22", year=2022, unit="X1"), author)
    its = {"KH22": "2022", "XÃ22": "2022"} | {"KH23": "2023-Q1"}
    for plan, period in its.items():
        save_part(db, replace(WRITTEN, plan=plan, period=read_period(period), text=f"{plan} {period}"), author)
    save_part(db, replace(WRITTEN, period=Period(2023), text="sau"), author)

    def before(period: str) -> list[str]:
        return [each.text for each in parts_before(db, "KH23", "periodic", read_period(period)).values()]

    assert before("2023-Q1") == ["KH22 2022"]
    assert before("2023-Q2") == before("2023-H1") == ["KH23 2023-Q1"]
    assert before("2022") == []
    assert parts_before(db, "KH23", "periodic", H1, "X1") == {}


def test_of_two_reports_that_end_together_the_longer_period_is_the_later(db: Database, author: Author) -> None:
    for period in ("2023-H1", "2023-Q2"):
        save_part(db, replace(WRITTEN, period=read_period(period), text=period), author)
    found = parts_before(db, "KH23", "periodic", read_period("2023-Q3"))
    assert found["communication"].text == "2023-H1"


@given(st.text())
def test_what_is_kept_stays_so_and_passes_through_a_cell(text: str) -> None:
    kept = tidied(text)
    assert tidied(kept) == kept
    assert "_x" in kept or clean(kept) == kept


def test_signs_that_cannot_be_seen_go_and_words_stay() -> None:
    assert tidied("a\udcffb\ufffe") == "ab"
    assert tidied("\ufeff Kê\u0301t quả:\r\n\t- a\u200bb \r-\x0b c\n") == "Kết quả:\n - ab \n- c"
