"""What units report comes back exactly, by every way in and out; missing stays missing."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.measure import Kind
from models.number import to_scaled
from models.period import Period, quarter, read_period
from models.plan import Actual
from models.store.actuals import (
    CellChange,
    FormCell,
    LoadRow,
    actual,
    actuals,
    cell_history,
    form,
    has_illustrative,
    last_saved,
    latest_quarter,
    load,
    period_key,
    period_of,
    record,
)
from models.store.changes import Author, Changes
from models.store.database import Database, integrity_problems, memory_database
from models.store.history import Subject, history
from models.store.indicators import indicator_ids
from models.store.units import unit_ids
from tests.unit.models.store.conftest import fill

Q1 = quarter(2023, 1)
CELL = Actual("ratio", "X1", Q1, Decimal(12), Decimal("15.5"), note="Số tạm", accepted="Đã đối chiếu")

QUANTITIES = st.decimals(0, 10**12, places=4, allow_nan=False, allow_infinity=False)
WHOLE = st.integers(0, 10**12).map(Decimal)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
QUARTERS = st.builds(quarter, st.integers(2015, 2035), st.integers(1, 4))
YEAR_OR_QUARTER = QUARTERS | st.builds(Period, st.integers(2015, 2035))


def _cells(kind: Kind, periods: st.SearchStrategy[Period], **values: st.SearchStrategy) -> st.SearchStrategy[Actual]:
    return st.builds(
        Actual,
        st.just(str(kind)),
        st.sampled_from(["H", "X1", "X2"]),
        periods,
        note=TEXTS,
        accepted=TEXTS,
        is_illustrative=st.booleans(),
        **values,
    )


CELLS = st.one_of(
    _cells(Kind.RATIO, QUARTERS, numerator=st.none() | QUANTITIES, denominator=st.none() | QUANTITIES),
    _cells(Kind.COUNT, QUARTERS, value=st.none() | WHOLE),
    _cells(Kind.SCORE, YEAR_OR_QUARTER, value=st.none() | QUANTITIES),
    _cells(
        Kind.RANK, YEAR_OR_QUARTER, value=st.integers(1, 999).map(Decimal), out_of=st.none() | st.integers(1, 10**6)
    ),
    _cells(Kind.GRADE, YEAR_OR_QUARTER, grade=TEXTS),
    _cells(Kind.YES_NO, YEAR_OR_QUARTER, value=st.sampled_from([None, Decimal(0), Decimal(1)])),
)


def is_empty(each: Actual) -> bool:
    return replace(each, is_illustrative=False) == Actual(each.indicator, each.unit, each.period)


@given(st.lists(CELLS, max_size=12))
def test_what_is_stored_is_what_is_loaded(cells: list[Actual]) -> None:
    db, author = memory_database(), Author("An")
    fill(db, author)
    touched = frozenset((each.indicator, each.unit) for each in cells)
    assert record(db, cells, author) == Changes(actuals=True, cells=touched)
    last = {(each.indicator, each.unit, each.period): each for each in cells}
    wanted = {key: each for key, each in last.items() if not is_empty(each)}
    assert {(each.indicator, each.unit, each.period): each for each in actuals(db)} == wanted
    for key in last:
        assert actual(db, *key) == wanted.get(key)
    assert has_illustrative(db) == any(each.is_illustrative for each in wanted.values())
    for year in (2022, 2023, 2024):
        marked = [each for each in wanted.values() if each.is_illustrative and each.period.year == year]
        assert has_illustrative(db, year, year) == bool(marked)
    db.close()


def test_a_cell_with_nothing_in_it_is_emptied_and_a_missing_one_is_none(db: Database, author: Author) -> None:
    record(db, [CELL], author)
    record(db, [Actual("ratio", "X1", Q1, is_illustrative=True)], author)
    assert actual(db, "ratio", "X1", Q1) is None
    assert list(actuals(db)) == []
    record(db, [Actual("ratio", "X1", Q1)], author)
    assert len(list(history(db, Subject.ACTUAL))) == 1


def test_a_zero_is_a_value(db: Database, author: Author) -> None:
    record(db, [Actual("count", "X1", Q1, value=Decimal(0))], author)
    found = actual(db, "count", "X1", Q1)
    assert found is not None
    assert found.value == 0


def test_a_numerator_above_its_denominator_is_taken_in(db: Database, author: Author) -> None:
    record(db, [Actual("ratio", "X1", Q1, Decimal(9), Decimal(1))], author)
    assert actual(db, "ratio", "X1", Q1) is not None


WRONG = [
    (Actual("lạ", "X1", Q1, value=Decimal(1)), "Không có chỉ tiêu lạ"),
    (Actual("count", "X9", Q1, value=Decimal(1)), "Không có đơn vị X9"),
    (Actual("ratio", "X1", read_period("2023-H1"), Decimal(1)), "nhập theo quý"),
    (Actual("count", "X1", Period(2023), value=Decimal(1)), "nhập theo quý"),
    (Actual("score", "X1", read_period("2023-9M"), value=Decimal(1)), "theo quý hoặc cho cả năm"),
    (Actual("ratio", "X1", Q1, value=Decimal(1)), "cần tử số và mẫu số"),
    (Actual("ratio", "X1", Q1, grade="Tốt"), "cần tử số và mẫu số"),
    (Actual("ratio", "X1", Q1, Decimal(1), out_of=3), "cần tử số và mẫu số"),
    (Actual("count", "X1", Q1, Decimal(1)), "chỉ tỷ lệ mới có"),
    (Actual("count", "X1", Q1, denominator=Decimal(1)), "chỉ tỷ lệ mới có"),
    (Actual("grade", "X1", Q1, value=Decimal(1)), "cần tên của một mức"),
    (Actual("grade", "X1", Q1, grade="Tốt", out_of=3), "cần tên của một mức"),
    (Actual("score", "X1", Q1, grade="Tốt"), "cần một số"),
    (Actual("score", "X1", Q1, value=Decimal(1), out_of=3), "chỉ đi cùng một thứ hạng"),
    (Actual("rank", "X1", Q1, out_of=3), "chỉ đi cùng một thứ hạng"),
    (Actual("ratio", "X1", Q1, Decimal(-1)), "không được âm"),
    (Actual("score", "X1", Q1, value=Decimal("-0.5")), "không được âm"),
    (Actual("count", "X1", Q1, value=Decimal("1.5")), "phải là số nguyên"),
    (Actual("rank", "X1", Q1, value=Decimal("1.5")), "từ 1"),
    (Actual("rank", "X1", Q1, value=Decimal(0)), "từ 1"),
    (Actual("rank", "X1", Q1, value=Decimal(1), out_of=0), "từ 1"),
    (Actual("yes_no", "X1", Q1, value=Decimal(2)), "có hoặc không"),
    (Actual("score", "X1", Q1, value=Decimal("1.00001")), "chữ số thập phân"),
    (Actual("score", "X1", Q1, value=Decimal(10) ** 13), "quá lớn"),
]


@pytest.mark.parametrize(("wrong", "says"), WRONG)
def test_what_a_kind_cannot_be_is_refused_and_nothing_of_the_block_is_saved(
    db: Database, author: Author, wrong: Actual, says: str
) -> None:
    with pytest.raises(KnownError, match=says):
        record(db, [CELL, wrong], author)
    assert list(actuals(db)) == []


def test_values_come_by_period_then_in_the_plan_s_and_the_units_order(db: Database, author: Author) -> None:
    cells = [
        Actual("count", "X2", quarter(2022, 4), value=Decimal(1)),
        Actual("ratio", "X1", Q1, Decimal(1), Decimal(2)),
        Actual("ratio", "X2", Q1, Decimal(3), Decimal(4)),
        Actual("count", "H", Q1, value=Decimal(5)),
        Actual("rank", "H", Period(2023), value=Decimal(50), out_of=63),
    ]
    record(db, reversed(cells), author)
    assert list(actuals(db)) == cells
    assert list(actuals(db, year=2022)) == cells[:1]
    assert list(actuals(db, unit="X2")) == [cells[0], cells[2]]
    assert list(actuals(db, indicator="count")) == [cells[0], cells[3]]
    assert list(actuals(db, indicator="count", unit="X2", year=2023)) == []
    assert list(actuals(db, unit="X9")) == list(actuals(db, indicator="lạ")) == []


def test_a_form_has_a_cell_for_every_quarter_and_the_year_where_it_may_be_given(db: Database, author: Author) -> None:
    rank = Actual("rank", "X1", Period(2023), value=Decimal(50), out_of=63)
    before = Actual("ratio", "X1", quarter(2022, 4), Decimal(7), Decimal(8), is_illustrative=True)
    record(db, [CELL, rank, before, replace(CELL, unit="X2")], author)
    cells = form(db, "X1", 2023, ["rank", "lạ", "ratio"], [quarter(2022, 4)])
    assert [(cell.indicator, cell.period) for cell in cells] == [
        *(("rank", 20230 + slot) for slot in range(1, 6)),
        ("rank", 20224),
        *(("ratio", 20230 + slot) for slot in range(1, 5)),
        ("ratio", 20224),
    ]
    assert [cell.actual("X1") for cell in cells if not cell.is_empty] == [rank, CELL, before]
    assert cells[0] == FormCell("rank", 20231, *[None] * 8)
    assert cells[0].actual("X1") == Actual("rank", "X1", Q1)


def test_a_cell_tells_its_life_the_newest_first(db: Database) -> None:
    binh, undo = Author("Bình", "import"), Author("An", "undo")
    changed = replace(CELL, numerator=Decimal(13), note="")
    record(db, [CELL], Author("An"))
    record(db, [changed], binh)
    record(db, [changed], Author("Châu"))
    record(db, [Actual("ratio", "X1", Q1)], undo)
    record(db, [CELL], undo)
    steps = cell_history(db, "ratio", "X1", Q1)
    assert [(step.who, step.how, step.old, step.new) for step in steps] == [
        ("An", "undo", None, CELL),
        ("An", "undo", changed, None),
        ("Bình", "import", CELL, changed),
        ("An", "typed", None, CELL),
    ]
    assert steps == sorted(steps, key=lambda step: step.at, reverse=True)
    assert cell_history(db, "ratio", "X2", Q1) == []


def test_a_value_entered_and_never_changed_tells_who_and_when(db: Database, author: Author) -> None:
    record(db, [CELL], author)
    (step,) = cell_history(db, "ratio", "X1", Q1)
    assert step == CellChange(step.at, author.who, "typed", None, CELL)
    assert timedelta(0) <= datetime.now(UTC) - step.at < timedelta(minutes=1)
    assert last_saved(db) == step.at


def test_a_new_file_was_never_saved(empty: Database) -> None:
    assert last_saved(empty) is None


def test_the_latest_quarter_is_that_of_any_unit_and_the_year_itself_is_none(db: Database, author: Author) -> None:
    assert latest_quarter(db) is None
    record(
        db, [Actual("rank", "H", Period(2024), value=Decimal(5)), replace(CELL, period=quarter(2022, 4)), CELL], author
    )
    assert latest_quarter(db) == Q1


def row(db: Database, each: Actual) -> LoadRow:
    numerator, denominator = (None if part is None else to_scaled(part) for part in (each.numerator, each.denominator))
    indicator, unit = indicator_ids(db)[each.indicator], unit_ids(db)[each.unit]
    texts = (each.grade or None, each.note or None, each.accepted or None)
    return (period_key(each.period), indicator, unit, numerator, denominator, None, None, *texts, 0)


def test_rows_loaded_in_bulk_are_as_good_as_recorded_ones(db: Database) -> None:
    changed = replace(CELL, numerator=Decimal(14))
    assert load(db, [row(db, CELL), row(db, replace(CELL, unit="X2"))], Author("An", "import")) == Changes(actuals=True)
    load(db, [row(db, changed), row(db, replace(CELL, unit="X2"))], Author("Bình", "import"))
    assert list(actuals(db)) == [changed, replace(CELL, unit="X2")]
    assert [(step.who, step.new) for step in cell_history(db, "ratio", "X1", Q1)] == [("Bình", changed), ("An", CELL)]
    assert [step.who for step in cell_history(db, "ratio", "X2", Q1)] == ["An"]


def test_rows_that_break_a_check_or_name_nobody_are_not_loaded(db: Database, author: Author) -> None:
    good = row(db, CELL)
    for bad in ((20236, *good[1:]), (good[0], 99, *good[2:]), (*good[:2], 99, *good[3:]), (*good[:3], -1, *good[4:])):
        with pytest.raises(sqlite3.IntegrityError):
            load(db, [good, bad], author)
    assert list(actuals(db)) == []
    assert integrity_problems(db) == []


@given(YEAR_OR_QUARTER)
def test_a_period_s_key_reads_back(period: Period) -> None:
    assert period_of(period_key(period)) == period
