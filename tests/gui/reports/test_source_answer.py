"""What is said of a number of a report: made from the report's context alone."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period, Span
from models.progress import Figure, State
from models.same_period import Before
from models.store.last_change import LastChange
from reports.context import Context
from reports.document import Measure, Source
from tests.unit.reports.builders import a_context, a_ratio, an_index, judged, sample_figures
from ui.pages.reports.source_answer import Answer, answer, found, measure_word, shares_of
from ui.pages.reports.source_counts import counted


def of(figure: Figure, measure: Measure = Measure.VALUE) -> Source:
    return Source(measure, figure.indicator.code, figure.unit, figure.period.code)


def told(source: Source, context: Context, number: str = "58,09%") -> Answer:
    figure = found(context, source)
    return answer(source, number, context, figure, shares_of(figure, context) if figure else [])


def said(told: Answer) -> dict[str, str]:
    return {line.label: line.text or line.note for line in (*told.lines, *told.said)}


def sums(*figures: Figure) -> Iterable[str]:
    (figure,) = figures
    return told(of(figure), a_context([figure], [])).sums


def test_a_ratio_says_its_parts_coverage_target_and_arithmetic() -> None:
    figure = sample_figures()[0]
    answered = told(of(figure), a_context())
    lines = said(answered)
    assert answered.title == "TTHC-01 · result"
    assert "15/12/2022 – 14/6/2023" in answered.where
    assert (lines["Numerator"], lines["Denominator"], lines["Reported"]) == ("2.521 hồ sơ", "4.340 hồ sơ", "2/3 units")
    assert lines["Target"] == "≥ 65,00%"
    assert "5%" in lines["Rule"]
    assert answered.sums == ("2.521 : 4.340 = 58,09%", "58,09 − 65 = −6,91 % points")
    assert (answered.state, answered.is_provisional) == (State.MISSED, True)


def test_the_result_is_said_where_the_number_is_another() -> None:
    figure = sample_figures()[0]
    assert "Result" not in said(told(of(figure), a_context()))
    assert said(told(of(figure, Measure.GAP), a_context()))["Result"] == "58,09%"


def test_the_units_behind_stand_worst_first_with_their_parts() -> None:
    answered = told(of(sample_figures()[0]), a_context())
    assert answered.headings == ("Unit", "Parts", "Result")
    assert [share.cells[:2] for share in answered.shares] == [
        ("Xã Cà Dy", "229/392"),
        ("Phòng chuyên môn", "885/1.420"),
        ("Xã Zuôih", "–/–"),
    ]
    assert (answered.shares[0].unit, answered.shares[0].indicator) == ("CADY", "TTHC-01")


def test_a_unit_s_own_figure_has_no_units_behind_it() -> None:
    context = a_context()
    mine = next(each for each in context.by_unit if each.unit == "CADY")
    answered = told(of(mine), context)
    assert answered.shares == ()
    assert answered.unit == "CADY"
    assert said(answered)["Cause"] == "chưa có tài khoản"


def test_why_it_was_missed_is_said_with_it() -> None:
    lines = said(told(of(sample_figures()[0]), a_context()))
    assert (lines["Cause"], lines["Remedy"], lines["Responsible"]) == (
        "nộp trực tiếp",
        "hỗ trợ tại thôn",
        "Phòng Nội vụ",
    )


def test_who_last_changed_it_is_said() -> None:
    figure = sample_figures()[0]
    last = LastChange(datetime(2023, 6, 18, 9, 30, tzinfo=UTC), "Ai đó")
    line = answer(of(figure), "58,09%", a_context(), figure, [], last).said[-1]
    assert (line.label, line.text) == ("Changed last", "Ai đó")
    assert "18/6/2023" in line.note


def test_of_a_limit_the_value_is_taken_from_it() -> None:
    limit = a_ratio(target=Target(Operator.AT_MOST, Decimal(5)))
    assert list(sums(judged(limit, "8", "100")))[1] == "5 − 8,00 = −3,00 % points"


@pytest.mark.parametrize(("part", "line"), [("3", "3,00 − 5 = −2,00 % points"), ("12", "10 − 12,00 = −2,00 % points")])
def test_of_a_range_the_nearest_end_counts(part: str, line: str) -> None:
    between = a_ratio(target=Target(Operator.RANGE, Decimal(5), Decimal(10)))
    assert list(sums(judged(between, part, "100")))[1] == line


def test_a_rank_is_held_against_the_worst_that_is_accepted() -> None:
    rank = an_index("CS-09", "Vị thứ", Kind.RANK, Target(Operator.AT_LEAST, Decimal(30)))
    figure = judged(rank, "50", "63", period=Period(2023), due=date(2023, 1, 1))
    assert list(sums(figure)) == ["30 − 50 = −20 steps"]


def test_grades_have_no_arithmetic() -> None:
    grade = an_index("CS-08", "Xếp loại", Kind.GRADE, Target(Operator.AT_LEAST, grade="Khá"))
    assert list(sums(judged(grade, "Trung bình"))) == []


def test_what_cannot_be_right_has_no_arithmetic_and_says_so() -> None:
    wrong = next(each for each in sample_figures() if each.state is State.TO_CHECK)
    answered = told(of(wrong), a_context())
    assert answered.sums == ()
    assert "cannot be right" in said(answered)["Rule"]


def test_a_stock_says_which_quarter_it_is_from() -> None:
    stock = judged(a_ratio(accumulation=Accumulation.STOCK), "3", "4")
    assert said(told(of(stock), a_context([stock], [])))["As of"] == "Quarter II 2023"


def test_a_target_says_whose_it_is() -> None:
    own = Target(Operator.AT_LEAST, Decimal(70))
    of_year, of_period = judged(a_ratio(), "1", "2"), replace(judged(a_ratio(), "1", "2"), target=own)
    of_unit = replace(judged(a_ratio(), "1", "2", unit="CADY"), target=own)
    of_all = a_context([of_year], [of_unit])
    assert target_note(of_year, of_all) == "the plan’s, for the year"
    assert target_note(of_unit, of_all) == "the unit’s own"
    assert target_note(of_period, a_context([of_period], [of_unit])) == "the plan’s, for this period"
    assert target_note(of_unit, a_context([of_period], [of_unit])) == "the plan’s, for this period"


def target_note(figure: Figure, context: Context) -> str:
    return next(line.note for line in told(of(figure), context).lines if line.label == "Target")


def test_a_count_of_a_state_lists_what_was_counted() -> None:
    answered = told(Source(Measure.COUNT, what="missed"), a_context(), "1")
    assert [share.cells for share in answered.shares] == [("TTHC-01 Hồ sơ trực tuyến một phần", "Missed")]
    assert answered.shares[0].indicator == "TTHC-01"


def test_a_unit_s_count_lists_that_unit_s() -> None:
    answered = told(Source(Measure.COUNT, unit="CADY", what="Chưa đạt"), a_context(), "1")
    assert [share.unit for share in answered.shares] == ["CADY"]
    every = told(Source(Measure.COUNT, what="Chưa đạt"), a_context(), "1")
    assert [share.cells[0] for share in every.shares] == ["Xã Cà Dy: TTHC-01 Hồ sơ trực tuyến một phần"]


def test_coverage_lists_who_owes_something_first() -> None:
    answered = told(Source(Measure.COVERAGE), a_context(), "2/3")
    assert [share.cells for share in answered.shares] == [
        ("Xã Zuôih", "nothing sent"),
        ("Phòng chuyên môn", "reported"),
        ("Xã Cà Dy", "reported"),
    ]


def test_a_count_nobody_knows_of_says_what_it_is() -> None:
    answered = told(Source(Measure.COUNT, what="something else"), a_context(), "7")
    assert (answered.number, answered.title, answered.shares) == ("7", "a count", ())


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_has_words(measure: Measure) -> None:
    assert measure_word(measure)


def test_nothing_is_listed_where_it_would_not_be_as_many_as_the_report_says() -> None:
    assert told(Source(Measure.COUNT, what="missed"), a_context(), "5").shares == ()


@pytest.mark.parametrize(
    ("what", "number"), [("all", "7"), ("judged", "4"), ("behind", "2"), ("unexplained", "1"), ("late_indices", "2")]
)
def test_counts_of_the_whole_list_their_indicators(what: str, number: str) -> None:
    context = a_context()
    expected = len(counted(Source(Measure.COUNT, what=what), number, context))
    assert str(expected) == number


@pytest.mark.parametrize(("what", "number"), [("Số chỉ tiêu", "1"), ("Đã báo cáo đủ", "1"), ("Gần đạt", "1")])
def test_a_table_of_units_counts_under_its_headings(what: str, number: str) -> None:
    assert len(counted(Source(Measure.COUNT, unit="PCM", what=what), number, a_context())) == 1


def test_tasks_are_listed_with_their_deadlines() -> None:
    answered = told(Source(Measure.COUNT, what="tasks of Văn phòng"), a_context(), "1")
    assert [share.cells for share in answered.shares] == [("NV-01 Rà soát thủ tục hành chính", "30/9/2023")]


def test_last_year_s_parts_say_the_rate_they_make() -> None:
    then = Before(Period(2022, Span.H1), Decimal(2010), Decimal(4082), Fraction(2010, 4082) * 100, is_complete=False)
    context = a_context(before={"TTHC-01": then})
    for number in ("49,24%", "2.010"):
        answered = told(Source(Measure.BEFORE, "TTHC-01", None, "2022-H1"), context, number)
        assert answered.sums == ("2.010 : 4.082 = 49,24%",)
    assert said(answered)["Reported"] == "not all had reported then"
    assert "2022" in answered.where


def test_a_figure_says_how_far_it_is_from_last_year_s() -> None:
    then = Before(Period(2022, Span.H1), Decimal(2010), Decimal(4082), Fraction(2010, 4082) * 100)
    answered = told(of(sample_figures()[0]), a_context(before={"TTHC-01": then}))
    assert answered.sums[-1] == "58,09% − 49,24% = +8,85 % points"
