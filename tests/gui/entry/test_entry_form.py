"""The form's own rules, without a window."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.measure import Accumulation, Kind
from models.period import Period, quarter
from models.plan import Actual, Indicator, Plan
from models.unit import Unit
from ui.pages.entry.form import Column, Doubt, Filter, Form, RowKind
from ui.pages.entry.reading import Field, cell_text, fields_of, with_text

Q = quarter(2023, 2)
GRADES = ("Tốt", "Khá", "Trung bình")
NUMBERS = st.decimals(0, 9_999_999, places=4, allow_nan=False, allow_infinity=False)


def an_indicator(kind: Kind = Kind.RATIO, **others: object) -> Indicator:
    return Indicator("KH", "A", "Lĩnh vực", "Chỉ tiêu", kind, **others)  # type: ignore[arg-type]


def a_form(*indicators: Indicator, actuals: tuple[Actual, ...] = ()) -> Form:
    form = Form(Plan("KH", 2023, "Kế hoạch", "H"), Unit("CD", "xã Cà Dy"), Q, indicators, GRADES)
    for each in actuals:
        form.place(each)
    return form


def an_actual(code: str = "A", period: Period = Q, **parts: object) -> Actual:
    given_parts = {name: Decimal(str(part)) for name, part in parts.items()}
    return Actual(code, "CD", period, **given_parts)  # type: ignore[arg-type]


@given(NUMBERS)
def test_a_shown_number_reads_back_as_itself(number: Decimal) -> None:
    actual = an_actual(numerator=number)
    text = cell_text(actual, Kind.RATIO, Field.NUMERATOR)
    assert with_text(an_actual(), an_indicator(), Field.NUMERATOR, text, ()).numerator == number


@given(st.integers(1, 63), st.none() | st.integers(1, 5000))
def test_a_shown_rank_reads_back_as_itself(rank: int, out_of: int | None) -> None:
    actual = Actual("A", "CD", Q, value=Decimal(rank), out_of=out_of)
    text = cell_text(actual, Kind.RANK, Field.VALUE)
    typed = with_text(an_actual(), an_indicator(Kind.RANK), Field.VALUE, text, ())
    assert (typed.value, typed.out_of) == (Decimal(rank), out_of)


@pytest.mark.parametrize(
    "kind, text",
    [
        (Kind.COUNT, "1,5"),
        (Kind.COUNT, "-1"),
        (Kind.RATIO, "1,23456"),
        (Kind.RANK, "0"),
        (Kind.RANK, "5/0"),
        (Kind.RANK, "5/"),
        (Kind.SCORE, "tám mươi"),
        (Kind.GRADE, "Xuất sắc"),
        (Kind.GRADE, "T"),
        (Kind.YES_NO, "có thể"),
    ],
)
def test_what_a_kind_cannot_be_is_refused_in_words(kind: Kind, text: str) -> None:
    with pytest.raises(KnownError, match=r"\w+ \w+"):
        with_text(an_actual(), an_indicator(kind), fields_of(kind)[0], text, GRADES)


@pytest.mark.parametrize("text, grade", [("khá", "Khá"), ("tố", "Tốt"), ("Tr", "Trung bình"), ("", "")])
def test_a_grade_is_known_by_its_first_letters(text: str, grade: str) -> None:
    assert with_text(an_actual(), an_indicator(Kind.GRADE), Field.VALUE, text, GRADES).grade == grade


def test_letters_composed_in_another_way_are_the_same_grade() -> None:
    assert with_text(an_actual(), an_indicator(Kind.GRADE), Field.VALUE, "Kha\u0301", GRADES).grade == "Khá"


def test_an_empty_text_takes_the_value_out_and_leaves_no_zero() -> None:
    typed = with_text(an_actual(numerator=5, denominator=9), an_indicator(), Field.NUMERATOR, " ", ())
    assert (typed.numerator, typed.denominator) == (None, Decimal(9))


def test_half_a_ratio_is_no_report_and_a_warning() -> None:
    form = a_form(an_indicator(), actuals=(an_actual(numerator=5),))
    assert form.doubt(an_indicator(), Q) is Doubt.HALF
    assert form.value(an_indicator(), Q) is None
    assert form.counts()[Filter.WARNED] == 1
    assert form.counts()[Filter.EMPTY] == 1


def test_a_flow_adds_up_and_a_stock_is_the_latest() -> None:
    flow, stock = an_indicator(), an_indicator(accumulation=Accumulation.STOCK)
    actuals = (an_actual(numerator=1, denominator=4), an_actual(period=quarter(2023, 1), numerator=3, denominator=4))
    assert a_form(flow, actuals=actuals).pooled(flow, Period(2023)).numerator == 4
    assert a_form(stock, actuals=actuals).pooled(stock, Period(2023)).numerator == 1


def test_what_was_carried_over_is_the_first_quarters() -> None:
    opening = an_indicator(Kind.COUNT, accumulation=Accumulation.OPENING)
    actuals = (an_actual(value=7), an_actual(period=quarter(2023, 1), value=3))
    assert a_form(opening, actuals=actuals).pooled(opening, Period(2023)).value == 3
    assert a_form(opening, actuals=actuals).pooled(opening, Q).value == 7
    assert a_form(opening, actuals=actuals[:1]).pooled(opening, Period(2023)).value is None


def test_an_index_published_later_is_not_missed_in_its_quarters() -> None:
    late = an_indicator(Kind.RANK, published_month=4)
    assert a_form(late).counts()[Filter.EMPTY] == 0
    assert a_form(an_indicator(Kind.RANK)).counts()[Filter.EMPTY] == 1


def test_one_value_in_the_year_is_enough_where_quarters_do_not_add_up() -> None:
    score = an_indicator(Kind.SCORE)
    earlier = a_form(score, actuals=(an_actual(period=quarter(2023, 1), value=80),))
    later = a_form(score, actuals=(an_actual(period=quarter(2023, 4), value=80),))
    assert earlier.counts()[Filter.EMPTY] == 0
    assert later.counts()[Filter.EMPTY] == 1


def test_only_lines_and_columns_that_are_typed_have_a_period() -> None:
    form = a_form(an_indicator(), an_indicator(Kind.SCORE))
    rows = form.rows()
    assert [row.kind for row in rows] == [
        RowKind.AREA, RowKind.COMPUTED, RowKind.ENTRY, RowKind.ENTRY, RowKind.ENTRY
    ]  # fmt: skip
    assert form.period_of(rows[1], Column.Q2) is None
    assert form.period_of(rows[2], Column.Q3) == quarter(2023, 3)
    assert form.period_of(rows[2], Column.CUMULATIVE) is None
    assert form.period_of(rows[4], Column.CUMULATIVE) == Period(2023)


@pytest.mark.parametrize("kind", [Kind.RATIO, Kind.COUNT])
def test_a_percentage_is_no_count_however_it_is_entered(kind: Kind) -> None:
    part = fields_of(kind)[0]
    with pytest.raises(KnownError, match="phần trăm"):
        with_text(an_actual(), an_indicator(kind), part, "58,09%", ())
    measured = an_indicator(Kind.COUNT, measured_in="%")
    assert with_text(an_actual(), measured, Field.VALUE, "58%", ()).value == 58
