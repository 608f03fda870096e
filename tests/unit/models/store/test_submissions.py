"""What is sent is locked and kept as it was; steps follow one another, and nobody is late by a holiday."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, Span, WindowSetting, quarter
from models.plan import Actual, Assignment, Explanation, Indicator
from models.progress import State
from models.store.actuals import LoadRow, actual, actuals, cell_history, load, period_key, record
from models.store.board import board
from models.store.changes import Author, Changes
from models.store.database import Database, create_database, memory_database, open_database, writing
from models.store.explanations import explanation, save_explanation, save_explanations
from models.store.indicators import indicator_ids, save_assignment, save_indicators
from models.store.kept_steps import kept_steps, take_in_steps
from models.store.locks import every_lock
from models.store.plans import save_window_settings
from models.store.submissions import (
    LockedError,
    accept,
    all_steps,
    check_unlocked,
    give_back,
    reopen,
    snapshot,
    steps,
    submission,
    submissions,
    submit,
)
from models.store.units import remove_unit, save_unit, unit_ids, units
from models.submission import KeptStep, SentEvidence, Snapshot, Step, Submission, SubmissionState, cumulative_until
from models.unit import Unit
from tests.unit.models.store.conftest import PLAN, fill

ROOT = Path(__file__).parents[4]
Q1, Q2 = quarter(2023, 1), quarter(2023, 2)
SENT = date(2023, 6, 19)
CELL = Actual("ratio", "X2", Q2, Decimal(12), Decimal("15.5"), note="Số tạm", accepted="Đã đối chiếu")
SAID = Explanation("ratio", "X2", Period(2023, cumulative_until(Q2).span), "Thiếu người", "Tuyển", "Trưởng phòng")
ADD_EVIDENCE = """
INSERT INTO evidence (indicator, unit, period, kind, text, day, revision)
SELECT indicator.id, unit.id, 20232, 'document', '12/BC-UBND', '2023-06-10', max(revision.id)
FROM indicator, unit, revision WHERE indicator.code = 'ratio' AND unit.code = 'X2'
"""


@pytest.fixture
def sent(db: Database, author: Author) -> Database:
    """A file in which X2 has sent its second quarter."""
    record(db, [CELL, replace(CELL, period=Q1)], author)
    save_explanation(db, SAID, author)
    db.execute(ADD_EVIDENCE)
    submit(db, PLAN, "X2", Q2, SENT, author)
    return db


def states(db: Database) -> list[str]:
    return [each.state.value for each in steps(db, "X2", Q2)]


def test_what_was_never_sent_is_a_draft(db: Database) -> None:
    assert submission(db, "X2", Q2) == Submission("X2", Q2)
    assert not submission(db, "X2", Q2).is_locked
    assert submissions(db, Q2) == {}


def test_a_submission_is_sent_returned_sent_again_accepted_and_opened(sent: Database, author: Author) -> None:
    assert give_back(sent, "X2", Q2, SENT, " Mẫu số sai ", author) == Changes(submissions=True)
    was = submission(sent, "X2", Q2)
    assert (was.state, was.day, was.reason, was.who) == (SubmissionState.RETURNED, SENT, "Mẫu số sai", author.who)
    assert was.sent_on == SENT
    submit(sent, PLAN, "X2", Q2, date(2023, 6, 22), Author("An"))
    assert accept(sent, "X2", Q2, date(2023, 6, 23), author) == Changes(submissions=True)
    assert submission(sent, "X2", Q2).sent_on == date(2023, 6, 22)
    assert reopen(sent, "X2", Q2, date(2023, 7, 1), "Nhập nhầm", author) == Changes(submissions=True)
    assert states(sent) == ["submitted", "returned", "submitted", "accepted", "draft"]
    assert submissions(sent, Q2) == {"X2": submission(sent, "X2", Q2)}
    assert [each.who for each in all_steps(sent)] == [author.who, author.who, "An", author.who, author.who]


@dataclass(frozen=True)
class Refused:
    """A step that cannot follow those before it, and the words that say so."""

    before: str
    step: str
    words: str


REFUSED = [
    Refused("s", "s", "đã gửi ngày 19/6/2023; không gửi lần nữa được"),
    Refused("sa", "s", "đã được tiếp nhận ngày 19/6/2023; hãy mở lại trước khi gửi"),
    Refused("", "g", "chưa gửi nên không có gì để trả lại"),
    Refused("sg", "g", "đã bị trả lại ngày 19/6/2023 nên không có gì để trả lại"),
    Refused("sa", "g", "đã được tiếp nhận ngày 19/6/2023 nên không trả lại được nữa; nếu cần sửa, hãy mở lại"),
    Refused("", "a", "chưa gửi nên không có gì để tiếp nhận"),
    Refused("sr", "a", "đã mở lại ngày 19/6/2023 nên không có gì để tiếp nhận"),
    Refused("sa", "a", "nên không tiếp nhận được nữa"),
    Refused("", "r", "chưa gửi nên không cần mở lại"),
    Refused("sg", "r", "đã bị trả lại ngày 19/6/2023 nên không cần mở lại"),
]


def step(db: Database, name: str, author: Author, day: date = SENT) -> None:
    match name:
        case "s":
            submit(db, PLAN, "X2", Q2, day, author)
        case "g":
            give_back(db, "X2", Q2, day, "sai", author)
        case "a":
            accept(db, "X2", Q2, day, author)
        case "r":
            reopen(db, "X2", Q2, day, "nhầm", author)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: f"{case.step} after {case.before or 'nothing'}")
def test_a_step_that_does_not_follow_is_refused_in_words(db: Database, author: Author, case: Refused) -> None:
    for each in case.before:
        step(db, each, author)
    had = list(all_steps(db))
    with pytest.raises(KnownError, match=case.words):
        step(db, case.step, author)
    assert list(all_steps(db)) == had


def test_returning_and_opening_ask_for_a_reason(sent: Database, author: Author) -> None:
    with pytest.raises(KnownError, match="Hãy nêu lý do trả lại phiếu"):
        give_back(sent, "X2", Q2, SENT, "  \n", author)
    with pytest.raises(KnownError, match="Hãy nêu lý do mở lại phiếu"):
        reopen(sent, "X2", Q2, SENT, "", author)
    assert states(sent) == ["submitted"]


def test_no_step_is_made_on_a_day_before_the_last(sent: Database, author: Author) -> None:
    with pytest.raises(KnownError, match="ngày 18/6/2023 là trước đó, hãy chọn lại ngày hỏi từ 19/6/2023"):
        accept(sent, "X2", Q2, SENT - timedelta(1), author)


@pytest.mark.parametrize("period", [Period(2023), cumulative_until(Q2)])
def test_only_a_quarter_is_sent(db: Database, author: Author, period: Period) -> None:
    with pytest.raises(KnownError, match="là của một quý, ví dụ 2023-Q1"):
        submit(db, PLAN, "X2", period, SENT, author)


def test_an_unknown_unit_sends_nothing(db: Database, author: Author) -> None:
    with pytest.raises(KnownError, match="Không có đơn vị Y"):
        submit(db, PLAN, "Y", Q2, SENT, author)
    assert list(all_steps(db)) == []


def submit_all(db: Database, codes: list[str], author: Author) -> None:
    for code in codes:
        submit(db, PLAN, code, Q2, SENT, author)


def test_a_sending_that_breaks_off_leaves_nothing(db: Database, author: Author) -> None:
    record(db, [CELL], author)
    with pytest.raises(KnownError, match="Không có đơn vị Y"), writing(db, author):
        submit_all(db, ["X2", "X1", "Y"], author)
    assert list(all_steps(db)) == []
    record(db, [replace(CELL, note="sửa được")], author)


KILLED = """
import os, sys
from datetime import date
from pathlib import Path
from models.period import quarter
from models.store.changes import Author
from models.store.database import open_database, writing
from models.store.plans import plan
from models.store.submissions import submit, steps
db = open_database(Path(sys.argv[1]))
with writing(db, Author("An")):
    submit(db, plan(db, "KH23"), "X2", quarter(2023, 2), date(2023, 6, 19), Author("An"))
    assert steps(db, "X2", quarter(2023, 2))
    os._exit(9)
"""


def test_a_program_that_dies_while_it_sends_leaves_nothing(tmp_path: Path, author: Author) -> None:
    path = tmp_path / "a.cchc"
    with closing(create_database(path)) as db:
        fill(db, author)
    died = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=ROOT, timeout=60, check=False)
    assert died.returncode == 9
    with closing(open_database(path)) as db:
        assert list(all_steps(db)) == []
        record(db, [CELL], author)


def test_a_snapshot_holds_what_was_there_and_stays_so(sent: Database, author: Author) -> None:
    first = steps(sent, "X2", Q2)[0].id
    kept = snapshot(sent, first)
    assert (kept.plan, kept.unit, kept.unit_name, kept.quarter) == ("KH23", "X2", "Xã Hai", Q2)
    assert kept.actuals == (CELL,)
    assert kept.explanations == (SAID,)
    assert kept.evidence == (SentEvidence("ratio", Q2, "document", "12/BC-UBND", date(2023, 6, 10), ""),)
    figure = kept.figures[0]
    assert (figure.indicator, figure.name, figure.period) == ("ratio", "Chỉ tiêu ratio", cumulative_until(Q2))
    assert (figure.numerator, figure.denominator, figure.value) == (Decimal(24), Decimal(31), "77.4194")
    assert (figure.operator, figure.target, figure.gap, figure.state) == (">=", "65.5", "11.9194", State.MET)
    reopen(sent, "X2", Q2, SENT, "nhầm", author)
    record(sent, [replace(CELL, numerator=Decimal(1))], author)
    save_unit(sent, replace(units(sent)[2], code="X9", name="Xã Chín"), author, old_code="X2")
    assert snapshot(sent, first) == kept
    with pytest.raises(KnownError, match="không gửi số liệu"):
        snapshot(sent, steps(sent, "X9", Q2)[1].id)
    with pytest.raises(KnownError, match="không gửi số liệu"):
        snapshot(sent, 99)


def test_a_snapshot_holds_what_is_said_of_the_quarter_alone_too(db: Database, author: Author) -> None:
    of_quarter = replace(SAID, period=Q2)
    save_explanations(db, [SAID, of_quarter, replace(SAID, period=Q1), replace(SAID, unit="X1")], author)
    submit(db, PLAN, "X2", Q2, SENT, author)
    assert set(snapshot(db, steps(db, "X2", Q2)[0].id).explanations) == {SAID, of_quarter}


def test_a_snapshot_names_the_quarter_that_a_stock_is_from(db: Database, author: Author) -> None:
    stock = Indicator("KH23", "kho", "A", "Hồ sơ tồn", Kind.COUNT, accumulation=Accumulation.STOCK)
    save_indicators(db, [stock], author)
    record(db, [Actual("kho", "X2", Q1, value=Decimal(5))], author)
    submit(db, PLAN, "X2", Q2, SENT, author)
    figure = snapshot(db, steps(db, "X2", Q2)[0].id).figures[-1]
    assert (figure.indicator, figure.value, figure.from_quarter) == ("kho", "5", Q1)


Edit = Callable[[Database, Author], object]
EDITS: dict[str, Edit] = {
    "value": lambda db, author: record(db, [replace(CELL, numerator=Decimal(13))], author),
    "note": lambda db, author: record(db, [replace(CELL, note="khác")], author),
    "acceptance": lambda db, author: record(db, [replace(CELL, accepted="")], author),
    "emptied": lambda db, author: record(db, [Actual("ratio", "X2", Q2)], author),
    "new cell": lambda db, author: record(db, [Actual("count", "X2", Q2, value=Decimal(1))], author),
    "loaded": lambda db, author: load(db, [row(db, replace(CELL, note="khác"))], author),
    "explanation": lambda db, author: save_explanation(db, replace(SAID, cause="Khác"), author),
    "no explanation": lambda db, author: save_explanation(
        db, replace(SAID, cause="", remedy="", responsible=""), author
    ),
    "new explanation": lambda db, author: save_explanation(db, replace(SAID, indicator="count"), author),
    "explanation of the quarter alone": lambda db, author: save_explanation(db, replace(SAID, period=Q2), author),
}


def row(db: Database, each: Actual) -> LoadRow:
    unit, code = unit_ids(db)[each.unit], indicator_ids(db)[each.indicator]
    numbers = (120_000, 155_000, None, None, None)
    return (period_key(each.period), code, unit, *numbers, each.note or None, each.accepted or None, 0)


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("before", ["", "a"])
def test_nothing_of_what_was_sent_or_accepted_can_be_changed(
    sent: Database, author: Author, edit: Edit, before: str
) -> None:
    for each in before:
        step(sent, each, author)
    state = "đã được tiếp nhận" if before else "đã gửi"
    words = (
        rf"Phiếu kỳ 2023-Q2 của Xã Hai \(X2\) {state} ngày 19/6/2023 nên không sửa được; hãy mở lại phiếu, nêu lý do"
    )
    with pytest.raises(LockedError, match=words) as error:
        edit(sent, author)
    assert error.value.forms == (("X2", Q2),)
    assert actual(sent, "ratio", "X2", Q2) == CELL
    assert explanation(sent, "ratio", "X2", cumulative_until(Q2)) == SAID
    assert actual(sent, "count", "X2", Q2) is None


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("opened", ["g", "r", "ar", "gsr"])
def test_what_was_returned_or_opened_can_be_changed(sent: Database, author: Author, edit: Edit, opened: str) -> None:
    for each in opened:
        step(sent, each, author)
    edit(sent, author)


def test_what_is_equal_to_what_was_sent_is_no_change(sent: Database, author: Author) -> None:
    record(sent, [CELL, Actual("count", "X2", Q2), replace(CELL, unit="X1")], author)
    load(sent, [row(sent, CELL), row(sent, replace(CELL, unit="X1"))], author)
    save_explanation(sent, SAID, author)
    save_explanation(sent, Explanation("count", "X2", cumulative_until(Q2)), author)
    assert len(cell_history(sent, "ratio", "X2", Q2)) == 1
    assert actual(sent, "ratio", "X1", Q2) == replace(CELL, unit="X1")


def test_a_lock_reaches_its_quarter_and_unit_only(sent: Database, author: Author) -> None:
    record(sent, [replace(CELL, period=Q1, note="khác"), replace(CELL, unit="X1", note="khác")], author)
    record(sent, [Actual("score", "X2", Period(2023), value=Decimal(90))], author)
    save_explanation(sent, replace(SAID, period=Period(2023, Span.M9)), author)
    save_explanation(sent, replace(SAID, unit="X1"), author)
    submit(sent, PLAN, "X2", quarter(2023, 4), date(2023, 12, 20), author)
    record(sent, [Actual("score", "X2", Period(2023), value=Decimal(91))], author)
    with pytest.raises(LockedError, match="2023-Q4"):
        save_explanation(sent, replace(SAID, period=Period(2023)), author)


def test_a_block_that_touches_one_locked_form_leaves_nothing_and_counts_the_others(
    sent: Database, author: Author
) -> None:
    submit(sent, PLAN, "X1", Q2, SENT, author)
    block = [replace(CELL, period=Q1, note="khác"), replace(CELL, note="khác"), replace(CELL, unit="X1")]
    with pytest.raises(LockedError, match=r"Xã Một \(X1\) \(và 1 phiếu khác\) đã gửi") as error:
        record(sent, block, author)
    assert error.value.forms == (("X1", Q2), ("X2", Q2))
    assert list(actuals(sent)) == [replace(CELL, period=Q1), CELL]


def test_a_form_may_be_asked_for_before_it_is_touched(sent: Database) -> None:
    check_unlocked(sent, [("X2", Q1), ("X1", Q2), ("X2", Period(2023)), ("Y", Q2)])
    with pytest.raises(LockedError):
        check_unlocked(sent, [("X2", Q2)])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE submission_step SET snapshot = '{}'",
        "UPDATE submission_step SET day = '2023-06-01'",
        "DELETE FROM submission_step",
        "INSERT OR REPLACE INTO submission_step SELECT id, period, unit, state, day, reason, '{}', revision"
        " FROM submission_step",
        "UPDATE revision SET at = '2020-01-01'",
    ],
)
def test_no_statement_alters_what_was_sent(sent: Database, statement: str) -> None:
    had = list(sent.query("SELECT * FROM submission_step"))
    with pytest.raises(sqlite3.IntegrityError, match=r"stays as it is|cannot be altered"):
        sent.execute(statement)
    assert list(sent.query("SELECT * FROM submission_step")) == had


def test_a_unit_that_sent_something_is_not_removed_but_may_be_renamed(db: Database, author: Author) -> None:
    submit(db, PLAN, "X1", Q1, SENT, author)
    with pytest.raises(KnownError, match="Chưa xóa được đơn vị X1: còn 1 bước gửi phiếu"):
        remove_unit(db, "X1", author)
    save_unit(db, replace(units(db)[1], code="X7"), author, old_code="X1")
    assert submission(db, "X7", Q1).state is SubmissionState.SUBMITTED
    assert snapshot(db, steps(db, "X7", Q1)[0].id).unit == "X1"


def test_the_board_shows_who_has_sent_what_and_how_late(sent: Database, author: Author) -> None:
    submit(sent, PLAN, "X1", Q2, date(2023, 6, 26), author)
    board_of = {each.unit: each for each in board(sent, PLAN, Q2, date(2023, 6, 23))}
    assert list(board_of) == ["X1", "X2", "H"]  # H for what does not roll up
    late, on_time, none = board_of.values()
    assert (on_time.state, on_time.day, on_time.due) == (SubmissionState.SUBMITTED, SENT, date(2023, 6, 20))
    assert (on_time.days_late, on_time.is_overdue) == (0, False)
    assert (late.day, late.days_late, late.is_overdue) == (date(2023, 6, 26), 4, False)
    assert (none.state, none.day, none.days_late, none.is_overdue) == (SubmissionState.DRAFT, None, 3, True)


def test_what_was_returned_is_owed_again(sent: Database, author: Author) -> None:
    give_back(sent, "X2", Q2, SENT, "Mẫu số sai", author)
    found = next(each for each in board(sent, PLAN, Q2, date(2023, 6, 21)) if each.unit == "X2")
    assert (found.state, found.day, found.sent_on) == (SubmissionState.RETURNED, None, SENT)
    assert (found.is_overdue, found.days_late, found.reason) == (True, 1, "Mẫu số sai")


def test_holidays_and_weekends_are_no_days_of_delay(db: Database, author: Author) -> None:
    save_window_settings(db, "KH23", [WindowSetting("KH23", Q1, due=date(2023, 4, 27))], author)
    submit(db, PLAN, "X2", Q1, date(2023, 5, 4), author)  # 28/4 and 4/5 are working days, what lies between is not
    submit(db, PLAN, "X1", Q1, date(2023, 4, 27), author)
    found = {each.unit: each for each in board(db, PLAN, Q1, date(2023, 5, 8))}
    assert (found["X2"].due, found["X2"].days_late, found["X1"].days_late) == (date(2023, 4, 27), 2, 0)


def test_nobody_is_overdue_on_the_due_day_itself(db: Database) -> None:
    assert not any(each.is_overdue or each.days_late for each in board(db, PLAN, Q2, date(2023, 6, 20)))
    assert all(each.is_overdue for each in board(db, PLAN, Q2, date(2023, 6, 21)))


def test_the_board_counts_the_cells_that_are_expected(db: Database, author: Author) -> None:
    later = Indicator("KH23", "sau", "A", "Chỉ số công bố sau", Kind.SCORE, published_month=4)
    given = Indicator("KH23", "giao", "A", "Giao riêng", Kind.RANK)
    save_indicators(db, [later, given], author)
    save_assignment(db, Assignment("KH23", "giao", "X2", Period(2023), Target(Operator.AT_LEAST, Decimal(3))), author)
    half = Actual("ratio", "X2", Q2, Decimal(3))
    rank = Actual("giao", "X2", Q1, value=Decimal(2))
    elsewhere = [Actual("count", "X2", Q1, value=Decimal(7)), Actual("count", "H", Q2, value=Decimal(7))]
    record(db, [half, rank, *elsewhere, Actual("grade", "H", Period(2023), grade="Tốt")], author)
    found = {each.unit: (each.filled, each.expected) for each in board(db, PLAN, Q2, SENT)}
    assert found == {"X1": (0, 3), "X2": (2, 4), "H": (1, 4)}  # a ratio has two cells; H is asked for four indices


def test_a_unit_that_ceased_is_not_on_the_board_of_later_quarters(db: Database) -> None:
    assert [each.unit for each in board(db, PLAN, quarter(2023, 3), SENT)] == ["X2", "H"]


def test_an_office_that_has_no_figures_of_its_own_has_no_line(db: Database, author: Author) -> None:
    save_unit(db, Unit("K", "Huyện khác"), author)
    for code in ("score", "rank", "grade", "yes_no"):
        save_assignment(db, Assignment("KH23", code, "X2", Period(2023)), author)
    assert [each.unit for each in board(db, PLAN, Q2, SENT)] == ["X1", "X2"]


NOT_FOLLOWING = {
    "accepted before it is sent": KeptStep("X1", Q2, 1, SubmissionState.ACCEPTED, SENT),
    "sent without what was sent": KeptStep("X1", Q2, 1, SubmissionState.SUBMITTED, SENT),
    "sent by an unknown plan": KeptStep("X1", Q2, 1, SubmissionState.SUBMITTED, SENT, plan="KH"),
    "returned without a reason": KeptStep("X2", Q2, 2, SubmissionState.RETURNED, SENT),
    "before the last step": KeptStep("X2", Q2, 2, SubmissionState.ACCEPTED, SENT - timedelta(1)),
    "of nobody": KeptStep("Y", Q2, 1, SubmissionState.SUBMITTED, SENT, snapshot=Snapshot("KH23", "Y", "", Q2)),
}


@pytest.mark.parametrize("step", NOT_FOLLOWING.values(), ids=NOT_FOLLOWING)
def test_steps_from_elsewhere_must_follow_too(sent: Database, author: Author, step: KeptStep) -> None:
    good = KeptStep("X1", Q1, 1, SubmissionState.SUBMITTED, SENT, snapshot=Snapshot("KH23", "X1", "", Q1))
    had = list(kept_steps(sent))
    with pytest.raises(KnownError, match=r"không nối tiếp được|Không có (đơn vị Y|kế hoạch KH)"):
        take_in_steps(sent, [good, step], author)
    assert list(kept_steps(sent)) == had


def test_steps_travel_with_what_was_sent(sent: Database, author: Author) -> None:
    accept(sent, "X2", Q2, SENT, author)
    submit(sent, PLAN, "X1", Q1, SENT, author)
    other = memory_database()
    fill(other, author)
    assert take_in_steps(other, kept_steps(sent), Author("Bình", "import")) == Changes(submissions=True)
    assert list(kept_steps(other)) == list(kept_steps(sent))
    assert [each.number for each in kept_steps(other)] == [1, 1, 2]
    assert list(kept_steps(other, "X2", Q2)) == list(kept_steps(other))[1:]
    assert list(every_lock(other)) == [("X1", Q1), ("X2", Q2)]
    with pytest.raises(LockedError):
        record(other, [CELL], author)
    other.close()


def test_a_sending_listed_by_hand_keeps_what_stands_in_the_file(sent: Database, author: Author) -> None:
    record(sent, [replace(CELL, unit="X1")], author)
    take_in_steps(sent, [KeptStep("X1", Q2, 1, SubmissionState.SUBMITTED, SENT, plan="KH23")], author)
    assert snapshot(sent, steps(sent, "X1", Q2)[0].id).actuals == (replace(CELL, unit="X1"),)


def test_a_step_that_nobody_is_named_for_is_of_who_takes_it_in(sent: Database) -> None:
    take_in_steps(sent, [KeptStep("X2", Q2, 2, SubmissionState.ACCEPTED, SENT)], Author("Bình", "import"))
    assert (steps(sent, "X2", Q2)[1].who, steps(sent, "X2", Q2)[1].how) == ("Bình", "import")


ACTIONS = st.lists(
    st.tuples(st.sampled_from("sgar" + "vvvee"), st.sampled_from(["X1", "X2"]), st.integers(0, 9)), max_size=14
)


@given(ACTIONS)
def test_whatever_happens_a_snapshot_is_what_was_there_and_steps_only_grow(
    actions: list[tuple[str, str, int]],
) -> None:
    db, author = memory_database(), Author("An")
    fill(db, author)
    there: dict[str, tuple[tuple[Actual, ...], tuple[Explanation, ...]]] = {"X1": ((), ()), "X2": ((), ())}
    kept: dict[int, tuple[tuple[Actual, ...], tuple[Explanation, ...]]] = {}
    seen: list[Step] = []
    for number, (what, unit, value) in enumerate(actions):
        is_locked = submission(db, unit, Q2).is_locked
        try:
            _act(db, what, unit, value, number)
        except LockedError:
            assert is_locked
        except KnownError:
            assert what in "sgar"
        else:
            assert not (is_locked and what in "ve" and _now(db, unit) != there[unit])
        there[unit] = _now(db, unit)
        now = sorted(all_steps(db), key=lambda each: each.id)
        assert now[: len(seen)] == seen
        assert len(now) - len(seen) in (0, 1)
        if len(now) > len(seen) and now[-1].state is SubmissionState.SUBMITTED:
            kept[now[-1].id] = there[unit]
        seen = now
        for key, content in kept.items():
            assert (snapshot(db, key).actuals, snapshot(db, key).explanations) == content
    db.close()


def _act(db: Database, what: str, unit: str, value: int, number: int) -> None:
    author, day = Author("An"), SENT + timedelta(number)
    match what:
        case "s":
            submit(db, PLAN, unit, Q2, day, author)
        case "g":
            give_back(db, unit, Q2, day, "sai", author)
        case "a":
            accept(db, unit, Q2, day, author)
        case "r":
            reopen(db, unit, Q2, day, "nhầm", author)
        case "v":
            record(db, [Actual("count", unit, Q2, value=Decimal(value) if value else None)], author)
        case "e":
            save_explanation(db, Explanation("count", unit, cumulative_until(Q2), "x" * value), author)


def _now(db: Database, unit: str) -> tuple[tuple[Actual, ...], tuple[Explanation, ...]]:
    said = explanation(db, "count", unit, cumulative_until(Q2))
    return tuple(actuals(db, unit=unit)), (said,) if said else ()
