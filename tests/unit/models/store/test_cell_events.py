"""Everything that happened to a cell is told in the order of time, whoever did it and however it was taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from models.evidence import Evidence, EvidenceKind
from models.period import Period, Span, quarter
from models.plan import Actual, Explanation
from models.store import database
from models.store.acceptances import Acceptance, save_acceptances
from models.store.actuals import record
from models.store.cell_events import Event, cell_events
from models.store.changes import Author
from models.store.database import Database
from models.store.evidence import attach, attach_document, attach_link, detach, evidence
from models.store.explanations import save_explanation
from models.store.submissions import give_back, submit
from models.submission import SubmissionState
from tests.unit.models.store.conftest import PLAN

Q1, Q2, H1 = quarter(2023, 1), quarter(2023, 2), Period(2023, Span.H1)
VALUE = Actual("count", "X1", Q2, value=Decimal(3))
WHY = Explanation("count", "X1", H1, "Thiếu người", "Bổ sung", "Chủ tịch UBND xã", date(2023, 9, 30))
UNDO = Author("Chuyên viên", "undo")


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a second pass before every write."""
    ticks = iter(range(10_000))

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Clock":
            minutes, seconds = divmod(next(ticks), 60)
            return cls(2023, 6, 19, 8, minutes, seconds, tzinfo=UTC)

    monkeypatch.setattr(database, "datetime", Clock)


def told(db: Database, period: Period = Q2) -> list[Event]:
    return cell_events(db, "count", "X1", period)


def test_typing_explaining_proving_and_sending_are_told_newest_first(db: Database, author: Author) -> None:
    record(db, [VALUE], author)
    save_explanation(db, WHY, author)
    attach_link(db, "count", "X1", Q2, "https://a.vn", author)
    submit(db, PLAN, "X1", Q2, date(2023, 6, 19), author)
    give_back(db, "X1", Q2, date(2023, 6, 20), "Sai số cuộc", Author("Phòng Nội vụ"))
    record(db, [replace(VALUE, value=Decimal(4))], Author("Cán bộ", "pasted"))
    changed, returned, sent, proved, explained, typed = told(db)
    assert (typed.old, typed.new, typed.who, typed.how) == (None, VALUE, "Chuyên viên", "typed")
    assert (explained.old, explained.new) == (None, WHY)
    assert proved.new == Evidence(1, "count", "X1", Q2, EvidenceKind.LINK, "https://a.vn")
    assert [getattr(each.new, "state", None) for each in (sent, returned)] == [
        SubmissionState.SUBMITTED, SubmissionState.RETURNED,
    ]  # fmt: skip
    assert (returned.who, getattr(returned.new, "reason", "")) == ("Phòng Nội vụ", "Sai số cuộc")
    assert (changed.old, changed.new, changed.how) == (VALUE, replace(VALUE, value=Decimal(4)), "pasted")
    times = [each.at for each in told(db)]
    assert times == sorted(times, reverse=True)


def test_nothing_is_told_of_other_cells(db: Database, author: Author) -> None:
    record(db, [VALUE], author)
    save_explanation(db, WHY, author)
    attach_link(db, "count", "X1", Q2, "https://a.vn", author)
    submit(db, PLAN, "X1", Q2, date(2023, 6, 19), author)
    assert told(db, Q1) == []
    assert told(db, Period(2023)) == []
    assert cell_events(db, "count", "X2", Q2) == []


def test_an_explanation_that_was_changed_and_taken_back_keeps_every_step(db: Database, author: Author) -> None:
    better = replace(WHY, cause="Mưa bão")
    for each in (WHY, better):
        save_explanation(db, each, author)
    save_explanation(db, Explanation("count", "X1", H1), UNDO)
    save_explanation(db, WHY, author)
    steps = [(each.old, each.new) for each in reversed(told(db))]
    assert steps == [(None, WHY), (WHY, better), (better, None), (None, WHY)]
    assert [each.how for each in reversed(told(db))] == ["typed", "typed", "undo", "typed"]


def test_proofs_that_came_went_and_came_back_are_all_told(db: Database, author: Author) -> None:
    attach_link(db, "count", "X1", Q2, "https://a.vn", author)
    attach_document(db, "count", "X1", Q2, "12/BC", date(2023, 6, 1), author)
    link, paper = evidence(db, "X1", Q2)
    assert link.id is not None
    detach(db, link.id, UNDO)
    attach(db, [link], author)
    steps = [(each.old, each.new, each.how) for each in reversed(told(db))]
    assert steps == [(None, link, "typed"), (None, paper, "typed"), (link, None, "undo"), (None, link, "typed")]


def test_a_value_for_the_year_itself_has_a_life_of_its_own(db: Database, author: Author) -> None:
    yearly = Actual("rank", "H", Period(2023), value=Decimal(5))
    record(db, [yearly], author)
    save_explanation(db, Explanation("rank", "H", Period(2023), "Khó"), author)
    explained, typed = cell_events(db, "rank", "H", Period(2023))
    assert typed.new == yearly
    assert explained.new == Explanation("rank", "H", Period(2023), "Khó")


def test_what_was_accepted_belongs_to_the_cells_that_its_rule_speaks_of(db: Database, author: Author) -> None:
    own = Acceptance("jump-last-quarter", Q2, "X1", "count", "4", "1", "Đợt cao điểm")
    shared = Acceptance("R1", Q2, "X1", None, "5", "4", "Hồ sơ chuyển kỳ")
    other = Acceptance("jump-last-quarter", Q2, "X1", "ratio", "4", "1", "Khác")
    elsewhere = Acceptance("R1", Q2, "X2", None, "5", "4", "Nơi khác")
    save_acceptances(db, [own, shared, other, elsewhere], author)
    save_acceptances(db, [replace(own, note="Đợt cao điểm tháng 5")], author)
    save_acceptances(db, [replace(shared, note="")], UNDO)
    found = cell_events(db, "count", "X1", Q2, ["R1", "R2"])
    better = replace(own, note="Đợt cao điểm tháng 5")
    assert [(each.old, each.new) for each in found[:2]] == [(shared, None), (own, better)]
    assert {each.new for each in found[2:]} == {own, shared}
    assert [each.new for each in told(db)] == [better, own]
