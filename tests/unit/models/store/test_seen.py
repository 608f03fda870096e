"""What was changed elsewhere is not overwritten unseen: the refusal says who, when and to what."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from models.period import Period, Span
from models.plan import Actual, Explanation
from models.store.actuals import record
from models.store.changes import Author
from models.store.database import Database, create_database, open_database
from models.store.explanations import save_explanation
from models.store.seen import ChangedElsewhereError, check_explanations_unchanged, check_unchanged, version
from models.store.seen import _when as when_said

Q2 = Period(2023, Span.Q2)
RATIO = Actual("ratio", "X2", Q2, Decimal(3), Decimal(4))
EXPLAINED = Explanation("ratio", "X2", Period(2023, Span.H1), "Mất điện", due=date(2023, 9, 30))


@pytest.fixture
def kept(db: Database, author: Author) -> Database:
    record(db, [RATIO], author)
    save_explanation(db, EXPLAINED, author)
    return db


def refusal(db: Database, *seen: Actual) -> str:
    with pytest.raises(ChangedElsewhereError) as refused:
        check_unchanged(db, seen)
    return str(refused.value)


def test_what_is_as_it_was_seen_is_let_through(kept: Database) -> None:
    empty = Actual("count", "X2", Q2)
    check_unchanged(
        kept, [RATIO, empty, replace(empty, is_illustrative=True), replace(RATIO, numerator=Decimal("3.0"))]
    )
    check_explanations_unchanged(kept, [EXPLAINED, Explanation("count", "X2", Period(2023))])


def test_a_changed_cell_is_told_with_the_person_and_the_value(kept: Database) -> None:
    record(kept, [replace(RATIO, numerator=Decimal(1234))], Author("Bà Hai"))
    said = refusal(kept, RATIO)
    assert "ratio của đơn vị X2, quý II/2023, vừa được Bà Hai đổi thành 1.234/4 ở một cửa sổ khác lúc" in said
    assert "ô khác" not in said


def test_an_emptied_cell_is_told(kept: Database) -> None:
    record(kept, [Actual("ratio", "X2", Q2)], Author("Bà Hai"))
    assert "vừa được Bà Hai xóa trống" in refusal(kept, RATIO)


def test_of_many_cells_one_is_told_and_the_others_counted(kept: Database, author: Author) -> None:
    record(kept, [replace(RATIO, numerator=None), Actual("count", "X2", Q2, value=Decimal(5))], author)
    said = refusal(kept, RATIO, Actual("count", "X2", Q2))
    assert "đổi thành trống/4" in said
    assert "(và 1 ô khác cũng vậy)" in said


@pytest.mark.parametrize(
    ("new", "shown"),
    [
        (Actual("grade", "X2", Period(2023), grade="Tốt"), "kỳ 2023, vừa được Chuyên viên đổi thành “Tốt”"),
        (Actual("rank", "X2", Q2, value=Decimal(50), out_of=63), "50/63"),
        (Actual("score", "X2", Q2, value=Decimal("80.5")), "80,5"),
        (Actual("score", "X2", Q2, note="chờ số"), "ô chỉ có ghi chú"),
    ],
)
def test_each_kind_is_shown_as_it_is_read(db: Database, author: Author, new: Actual, shown: str) -> None:
    record(db, [new], author)
    assert shown in refusal(db, Actual(new.indicator, new.unit, new.period))


def test_what_never_was_there_cannot_be_told_of_but_is_refused(db: Database) -> None:
    assert "không còn như trên màn hình" in refusal(db, RATIO)
    with pytest.raises(ChangedElsewhereError, match="không còn như trên màn hình"):
        check_explanations_unchanged(db, [EXPLAINED])


def test_a_changed_or_emptied_explanation_is_told_with_the_person(kept: Database) -> None:
    for new, who in ((replace(EXPLAINED, cause="Mưa"), "Bà Hai"), (replace(EXPLAINED, cause="", due=None), "Ông Ba")):
        save_explanation(kept, new, Author(who))
        with pytest.raises(ChangedElsewhereError, match=f"vừa được {who} sửa"):
            check_explanations_unchanged(kept, [EXPLAINED])


def test_an_earlier_day_is_named() -> None:
    assert when_said(datetime(2023, 6, 18, 5, tzinfo=UTC)).endswith("18/6/2023")
    assert "ngày" not in when_said(datetime.now(UTC))


def test_the_version_moves_with_the_writes_of_others_only(tmp_path: Path, author: Author) -> None:
    path = tmp_path / "a.cchc"
    with closing(create_database(path)) as one, closing(open_database(path)) as other:
        before = version(one)
        record(one, [], author)
        assert version(one) == before
        record(other, [], author)
        assert version(one) != before
