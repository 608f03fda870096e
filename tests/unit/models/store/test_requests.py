"""Explanations that leaders ask for: kept per indicator, unit and period until answered or withdrawn."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from models.errors import KnownError
from models.period import Period, read_period
from models.plan import Explanation, ExplanationRequest, Plan
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.explanations import save_explanation, save_explanations, told_at
from models.store.history import Subject, history
from models.store.plans import save_plan
from models.store.requests import ask, request, requests, withdraw

H1 = read_period("2023-H1")
ASKED = ExplanationRequest("ratio", "X1", H1, "Vì sao giảm", date(2023, 6, 19), date(2023, 6, 30))
OTHER = ExplanationRequest("count", "X2", H1, asked_on=date(2023, 6, 20))


def test_requests_come_back_for_a_plan_a_period_a_unit_or_all(db: Database, author: Author) -> None:
    save_plan(db, Plan("KH24", 2024, "Kế hoạch", "H"), author)
    assert ask(db, [OTHER, ASKED], author) == Changes(explanations=True)
    assert requests(db, "KH23", H1) == [ASKED, OTHER]
    assert requests(db, unit="X2") == [OTHER]
    assert requests(db, "KH24") == []
    assert requests(db, "KH23", Period(2023)) == []
    assert request(db, "ratio", "X1", H1) == ASKED
    assert request(db, "ratio", "X2", H1) is None


def test_a_request_is_answered_by_a_cause_told_after_it_or_with_it(db: Database, author: Author) -> None:
    said = Explanation("ratio", "X1", H1, cause="Thiếu nhân lực")
    save_explanation(db, said, author)
    ask(db, [ASKED], author)
    assert not requests(db)[0].is_answered, "what was told before is what is asked about"
    save_explanation(db, replace(said, remedy="Bổ sung"), author)
    assert requests(db)[0].is_answered
    save_explanation(db, Explanation("ratio", "X1", H1, remedy="Bổ sung"), author)
    assert not requests(db)[0].is_answered, "without a cause nothing is explained"
    with writing(db, author):
        ask(db, [OTHER], author)
        save_explanation(db, Explanation("count", "X2", H1, cause="Mất điện"), author)
    assert requests(db, unit="X2")[0].is_answered


def test_what_was_told_before_the_asking_is_no_answer_whenever_it_came_into_the_file(
    db: Database, author: Author
) -> None:
    said, place = Explanation("ratio", "X1", H1, cause="Thiếu nhân lực"), ("ratio", "X1", H1)
    asked_at = datetime(2023, 6, 19, 7, 30, tzinfo=UTC)
    ask(db, [replace(ASKED, asked_at=asked_at)], author)
    for told, is_answered in (
        (asked_at - timedelta(milliseconds=1), False),
        (asked_at.astimezone(timezone(timedelta(hours=7))), True),
        (asked_at - timedelta(days=9), False),
        (asked_at + timedelta(days=9), True),
    ):
        save_explanations(db, [replace(said, remedy=str(told))], author, {place: told})
        kept = requests(db)[0]
        assert (kept.asked_at, kept.told_at, kept.is_answered) == (asked_at, told, is_answered)
    save_explanation(db, said, author)
    assert requests(db)[0].is_answered, "typed here and now"


def test_when_something_was_told_is_known_whether_typed_or_taken_in(db: Database, author: Author) -> None:
    place, then = ("ratio", "X1", H1), datetime(2023, 6, 19, 7, 30, tzinfo=UTC)
    assert told_at(db, *place) is None
    said = Explanation(*place, cause="Thiếu nhân lực")
    save_explanations(db, [said], author, {place: then})
    assert told_at(db, *place) == then
    before = datetime.now(UTC) - timedelta(seconds=1)
    save_explanation(db, replace(said, remedy="Bổ sung"), author)
    typed = told_at(db, *place)
    assert typed is not None
    assert before < typed <= datetime.now(UTC)


def test_a_question_that_is_put_back_is_as_old_as_it_was(db: Database, author: Author) -> None:
    ask(db, [replace(ASKED, asked_at=datetime(2023, 6, 19, 7, 30, tzinfo=UTC))], author)
    save_explanation(db, Explanation("ratio", "X1", H1, cause="Thiếu nhân lực"), author)
    before = requests(db)[0]
    withdraw(db, "ratio", "X1", H1, author)
    ask(db, [before], author)
    assert requests(db)[0].is_answered
    withdraw(db, "ratio", "X1", H1, author)
    ask(db, [ASKED], author)
    assert not requests(db)[0].is_answered, "asked anew"


def test_asked_again_in_other_words_wants_another_answer_in_the_same_words_none(db: Database, author: Author) -> None:
    ask(db, [ASKED], author)
    save_explanation(db, Explanation("ratio", "X1", H1, cause="Thiếu nhân lực"), author)
    ask(db, [ASKED], author)
    assert requests(db)[0].is_answered
    again = replace(ASKED, note="  Nêu rõ\nsố hồ sơ ", due=None)
    ask(db, [again], author)
    assert requests(db) == [replace(again, note="Nêu rõ số hồ sơ")]
    assert not requests(db)[0].is_answered
    assert [each.old["note"] for each in history(db, Subject.REQUEST)] == ["Vì sao giảm"]


def test_a_request_is_withdrawn_once(db: Database, author: Author) -> None:
    ask(db, [ASKED], author)
    assert withdraw(db, "ratio", "X1", H1, author) == Changes(explanations=True)
    assert requests(db) == []
    with pytest.raises(KnownError, match="Chưa có yêu cầu giải trình chỉ tiêu ratio"):
        withdraw(db, "ratio", "X1", H1, author)


@pytest.mark.parametrize(
    "change, said",
    [
        ({"indicator": "khác"}, "Không có chỉ tiêu khác"),
        ({"unit": "X9"}, "Không có đơn vị X9"),
        ({"period": read_period("2023-Q2")}, "hãy ghi 2023-H1"),
        ({"asked_on": None}, "cần ngày yêu cầu"),
        ({"due": date(2023, 6, 18)}, "không được trước ngày yêu cầu"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_asked(
    db: Database, author: Author, change: dict[str, object], said: str
) -> None:
    with pytest.raises(KnownError, match=said):
        ask(db, [OTHER, replace(ASKED, **change)], author)  # type: ignore[arg-type]  # any field
    assert requests(db) == []
