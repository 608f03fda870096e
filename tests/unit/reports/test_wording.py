"""Sentences of a report: what they say of each state, and that their numbers are the data's."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.measure import Accumulation, Kind, Operator, Target
from models.number import rounded
from models.period import Period, Span, quarter
from models.plan import Explanation, Indicator, Task
from models.progress import Coverage, Figure, State, shown_decimals
from models.remaining import Remaining
from models.rest_of_year import Basis
from reports import figure_sentences, wording
from reports.context import Reporting, in_sentence, reporting
from reports.document import NBSP, Measure, Paragraph, Table, Text, cell_text, plain_text
from reports.figure_words import gap_text, period_words, target_text, target_words, value_text
from reports.progress import progress_document
from tests.unit.reports.builders import (
    H1,
    a_context,
    a_ratio,
    an_index,
    judged,
    sample_figures,
)


def said(text: Text) -> str:
    return plain_text(text).replace(NBSP, " ")


def a_measure(kind: Kind, target: Target | None, name: str = "Chỉ số", **changes: object) -> Indicator:
    return Indicator("KH-2023", "X", "A", name, kind, target=target, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "period, expected",
    [
        (quarter(2023, 1), "quý I năm 2023"),
        (quarter(2023, 4), "quý IV năm 2023"),
        (H1, "6 tháng đầu năm 2023"),
        (Period(2023, Span.M9), "9 tháng đầu năm 2023"),
        (Period(2023), "năm 2023"),
    ],
)
def test_periods_are_said_as_papers_do(period: Period, expected: str) -> None:
    assert period_words(period).replace(NBSP, " ") == expected


def test_a_missed_ratio_says_parts_value_target_and_shortfall() -> None:
    sentence = said(figure_sentences.result_sentence(judged(a_ratio(), "2521", "4340"), 0))
    assert sentence == (
        "Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần: 2.521 trên 4.340 hồ sơ, đạt 58,09%, "
        "thấp hơn mức đề ra 6,91 điểm phần trăm (mức đề ra: từ 65% trở lên)."
    )


def test_a_missed_ratio_never_looks_met() -> None:
    figure = judged(a_ratio(), "64999", "100000")
    sentence = said(figure_sentences.result_sentence(figure, 0))
    assert "đạt 64,999%" in sentence
    assert "0,001 điểm phần trăm" in sentence
    assert gap_text(figure) == "−0,001"


def test_a_figure_that_cannot_be_right_gets_no_rate() -> None:
    sentence = said(figure_sentences.result_sentence(judged(a_ratio(), "215", "206"), 0))
    assert sentence.endswith("số liệu cần kiểm tra (tử số 215, mẫu số 206), chưa tính tỷ lệ.")
    assert "%" not in sentence


def test_a_denominator_of_zero_is_no_rate() -> None:
    sentence = said(figure_sentences.result_sentence(judged(a_ratio(), "0", "0"), 0))
    assert sentence.endswith("trong kỳ không phát sinh, không tính tỷ lệ.")


def test_nothing_reported_before_and_after_the_due_day() -> None:
    before = said(figure_sentences.result_sentence(judged(a_ratio()), 0))
    after = said(figure_sentences.result_sentence(judged(a_ratio(), on=date(2023, 6, 21)), 0))
    assert "chưa đến hạn báo cáo (mức đề ra: từ 65% trở lên)" in before
    assert "chưa có số liệu báo cáo (mức đề ra: từ 65% trở lên)" in after


def test_a_stock_says_its_quarter_and_a_provisional_figure_its_coverage() -> None:
    ratio = a_ratio(accumulation=Accumulation.STOCK)
    figure = judged(ratio, "6030", "10413", coverage=Coverage(11, 13))
    assert said(figure_sentences.result_sentence(figure, 0)).endswith(
        "; số liệu quý II, tạm tính, 11/13 đơn vị báo cáo đủ."
    )
    assert said(figure_sentences.result_sentence(figure, 0, (11, 13))).endswith("; số liệu quý II, tạm tính.")


def test_what_was_carried_over_says_the_quarter_it_began() -> None:
    way = Accumulation.OPENING
    carried = a_measure(Kind.COUNT, None, "Hồ sơ kỳ trước chuyển sang", measured_in="hồ sơ", accumulation=way)
    assert said(figure_sentences.result_sentence(judged(carried, "44"), 0)).endswith("; số liệu đầu quý I.")
    alone = judged(carried, "44", period=quarter(2023, 2))
    assert "số liệu" not in said(figure_sentences.result_sentence(alone, 0))


def test_late_indices_share_a_sentence_that_says_the_year() -> None:
    figures = [judged(an_index("CS-02", "SIPAS: vị thứ")), judged(an_index("CS-03", "PAPI: vị thứ"))]
    assert said(figure_sentences.late_indices_sentence(figures)) == (
        "Các chỉ tiêu sau được công bố kết quả vào tháng 4 năm 2024 nên chưa đến kỳ đánh giá: "
        "SIPAS: vị thứ (tốt hơn năm trước); PAPI: vị thứ (tốt hơn năm trước)."
    )


AT_MOST_5 = Target(Operator.AT_MOST, Decimal(5))
YEAR = Period(2023)
LATE = date(2024, 5, 2)


@pytest.mark.parametrize(
    "figure, expected",
    [
        (
            judged(an_index("CS-02", "SIPAS: vị thứ"), "9", "18", period=YEAR, on=LATE, last_year="11"),
            "SIPAS: vị thứ 9/18, cao hơn mức đề ra 2 bậc (mức đề ra: tốt hơn vị thứ 11 của năm trước).",
        ),
        (
            judged(an_index("CS-02", "SIPAS: vị thứ"), "9", "18", period=YEAR, on=LATE),
            "SIPAS: vị thứ 9/18; chưa có căn cứ để so với mức đề ra (tốt hơn năm trước).",
        ),
        (
            judged(
                an_index("CS-01", "PAR INDEX: xếp loại", Kind.GRADE, Target(Operator.AT_LEAST, grade="Khá")),
                "Trung bình", period=YEAR, on=LATE,
            ),
            "PAR INDEX: xếp loại Trung bình, thấp hơn mức đề ra 1 bậc (mức đề ra: từ loại Khá trở lên).",
        ),
        (
            judged(a_measure(Kind.COUNT, AT_MOST_5, "Hồ sơ quá hạn", measured_in="hồ sơ"), "7"),
            "Hồ sơ quá hạn: 7 hồ sơ, vượt giới hạn đề ra (không quá 5 hồ sơ) 2 hồ sơ.",
        ),
        (
            judged(a_measure(Kind.SCORE, Target(Operator.AT_LEAST, Decimal("82.5")), "Điểm PAR INDEX"), "83"),
            "Điểm PAR INDEX: đạt 83 điểm, cao hơn mức đề ra 0,5 điểm (mức đề ra: từ 82,5 điểm trở lên).",
        ),
        (
            judged(a_measure(Kind.YES_NO, Target(Operator.EQUAL, Decimal(1)), "Kế hoạch kiểm tra"), "1"),
            "Kế hoạch kiểm tra: hoàn thành, đúng yêu cầu đề ra.",
        ),
        (
            judged(a_measure(Kind.COUNT, None, "Văn bản ban hành", measured_in="văn bản"), "12"),
            "Văn bản ban hành: đạt 12 văn bản; chỉ tiêu theo dõi, không giao mức.",
        ),
    ],
)  # fmt: skip
def test_other_measures(figure: Figure, expected: str) -> None:
    assert said(figure_sentences.result_sentence(figure, 0)) == expected


@pytest.mark.parametrize(
    "top, lack, verdict",
    [
        ("50", "còn thiếu 10 điểm phần trăm", "thấp hơn mức đề ra 10 điểm phần trăm"),
        ("80", "vượt quá mức yêu cầu 10 điểm phần trăm", "vượt quá mức yêu cầu (từ 60% đến 70%) 10 điểm phần trăm"),
    ],
)
def test_a_range_is_missed_from_below_or_from_above(top: str, lack: str, verdict: str) -> None:
    figure = judged(a_ratio(target=Target(Operator.RANGE, Decimal(60), Decimal(70))), top, "100")
    assert said(figure_sentences.lack_words(figure)).replace(",00", "") == lack
    assert verdict in said(figure_sentences.result_sentence(figure, 0)).replace(",00", "")


def test_several_without_a_value_share_a_sentence() -> None:
    figures = [judged(a_ratio(f"T-{n}", name=f"Tỷ lệ {n}"), on=date(2023, 7, 1)) for n in (1, 2)]
    assert said(figure_sentences.waiting_sentence(figures)) == (
        "Các chỉ tiêu sau chưa có số liệu báo cáo: tỷ lệ 1 (từ 65% trở lên); tỷ lệ 2 (từ 65% trở lên)."
    )
    texts = [said(block.text) for block in progress_document(a_context(figures)).blocks if isinstance(block, Paragraph)]
    assert sum("chưa có số liệu báo cáo" in text for text in texts) == 1


def test_what_is_only_followed_has_no_target_to_tell() -> None:
    sentence = said(figure_sentences.result_sentence(judged(a_ratio(target=None)), 0))
    assert sentence.endswith("chưa đến hạn báo cáo (chỉ tiêu theo dõi, không giao mức).")


@pytest.mark.parametrize(
    "name, inside",
    [
        ("Xã Cà Dy", "xã Cà Dy"),
        ("Thị trấn Thạnh Mỹ", "thị trấn Thạnh Mỹ"),
        ("Sở Nội vụ", "Sở Nội vụ"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("Trung tâm Phục vụ hành chính công", "Trung tâm Phục vụ hành chính công"),
        ("UBND xã Cà Dy", "UBND xã Cà Dy"),
    ],
)
def test_places_are_small_and_offices_large_inside_a_sentence(name: str, inside: str) -> None:
    assert in_sentence(name) == inside


def test_patterns_take_turns() -> None:
    figure = judged(a_ratio(), "2521", "4340")
    assert len({said(figure_sentences.result_sentence(figure, turn)) for turn in range(9)}) >= 7


@pytest.mark.parametrize("turn", range(9))
@pytest.mark.parametrize("operator", [each for each in Operator if not each.is_change])
@pytest.mark.parametrize("top", ["40", "60", "63", "65", "70"])
def test_every_pattern_says_target_and_never_praises_what_is_missed(turn: int, operator: Operator, top: str) -> None:
    target = Target(operator, Decimal(65), Decimal(68) if operator is Operator.RANGE else None)
    figure = judged(a_ratio(target=target), top, "100")
    sentence = said(figure_sentences.result_sentence(figure, turn))
    assert said(target_words(figure)) in sentence
    praise = any(word in sentence for word in ("cao hơn mức", "vượt mức đề ra", "đúng yêu cầu", "bằng mức"))
    assert not praise or figure.state is State.MET
    assert ("gần đạt" in sentence) == (figure.state is State.NEAR)


@given(top=st.integers(0, 10**6), bottom=st.integers(1, 10**6), wanted=st.integers(0, 1000), turn=st.integers(0, 8))
def test_every_number_in_a_sentence_is_the_datas(top: int, bottom: int, wanted: int, turn: int) -> None:
    ratio = a_ratio(target=Target(Operator.AT_LEAST, Decimal(wanted) / 10))
    figure = judged(ratio, str(min(top, bottom)), str(bottom))
    value, gap = figure.value, figure.gap
    assert value is not None
    assert gap is not None
    for run in figure_sentences.result_sentence(figure, turn):
        if run.source is None or run.source.measure is Measure.COVERAGE:
            continue
        shown = Decimal(run.text.removesuffix("%").replace(".", "").replace(",", "."))
        decimals = -min(0, int(shown.as_tuple().exponent))
        exact = {
            Measure.VALUE: value,
            Measure.GAP: abs(gap),
            Measure.NUMERATOR: Fraction(min(top, bottom)),
            Measure.DENOMINATOR: Fraction(bottom),
            Measure.TARGET: Fraction(wanted, 10),
        }[run.source.measure]
        assert abs(Fraction(shown) - exact) <= Fraction(1, 2 * 10 ** max(decimals, 2))
        assert (run.source.indicator, run.source.period) == ("TTHC-01", "2023-H1")
    if figure.state is not State.MET:
        assert Fraction(rounded(value, shown_decimals(figure))) < Fraction(wanted, 10)


def test_summary_counts_every_indicator_once() -> None:
    text = said(wording.summary_sentences(a_context()))
    assert text == (
        "Kế hoạch cải cách hành chính năm 2023 có 7 chỉ tiêu; 6 tháng đầu năm 2023 có 4 chỉ tiêu được đánh giá, "
        "trong đó 2 chỉ tiêu đạt, 1 chỉ tiêu gần đạt, 1 chỉ tiêu chưa đạt. "
        "Còn lại: 2 chỉ tiêu công bố kết quả năm 2024; 1 chỉ tiêu có số liệu cần kiểm tra."
    )


@pytest.mark.parametrize(
    "tops, expected",
    [
        (["70"], "1 chỉ tiêu được đánh giá là đạt."),
        (["64"], "1 chỉ tiêu được đánh giá là gần đạt."),
        (["70", "80"], "2 chỉ tiêu được đánh giá, đều đạt."),
        (["10", "20", "30"], "3 chỉ tiêu được đánh giá, đều chưa đạt."),
        (["10", "70"], "2 chỉ tiêu được đánh giá, trong đó 1 chỉ tiêu đạt, 1 chỉ tiêu chưa đạt."),
    ],
)
def test_summary_agrees_with_how_many_there_are(tops: list[str], expected: str) -> None:
    figures = [judged(a_ratio(f"T-{top}"), top, "100") for top in tops]
    assert said(wording.summary_sentences(a_context(figures))).endswith(expected)


@pytest.mark.parametrize(
    "tops, expected",
    [
        ([], "Trong kỳ chưa có chỉ tiêu được đánh giá."),
        (["70"], "Chỉ tiêu được đánh giá trong kỳ đạt mức đề ra."),
        (["70", "80"], "Các chỉ tiêu được đánh giá trong kỳ đều đạt mức đề ra."),
    ],
)
def test_nothing_behind(tops: list[str], expected: str) -> None:
    figures = [judged(a_ratio(f"T-{top}"), top, "100") for top in tops]
    assert said(wording.nothing_behind_sentence(a_context(figures))) == expected


def test_summary_without_any_figure_says_so() -> None:
    text = said(wording.summary_sentences(a_context([judged(a_ratio())])))
    assert "trong kỳ chưa có chỉ tiêu đủ số liệu để đánh giá" in text
    assert "1 chỉ tiêu chưa đến hạn báo cáo" in text


def test_coverage_is_said_with_who_is_missing() -> None:
    context = a_context()
    who = reporting(context)
    assert said(wording.coverage_words(who)) == "2/3 đơn vị đã báo cáo đủ số liệu; số liệu tạm tính"
    assert said(wording.missing_units_sentences(context, who)) == "Xã Zuôih chưa báo cáo số liệu."


@pytest.mark.parametrize(
    "who, expected",
    [
        (Reporting(("A", "B"), ("A", "B"), (), ()), "2/2 đơn vị đã báo cáo đủ số liệu"),
        (Reporting(("A",), ("A",), (), ()), "đã báo cáo đủ số liệu"),
        (Reporting(("A",), (), ("A",), ()), "chưa báo cáo đủ số liệu; số liệu tạm tính"),
        (Reporting((), (), (), ()), ""),
        (Reporting(("A", "B"), (), ("A",), ("B",)), "chưa có đơn vị báo cáo đủ số liệu; số liệu tạm tính"),
        (Reporting(("A", "B"), (), (), ("A", "B")), "chưa có đơn vị báo cáo số liệu"),
    ],
)
def test_full_coverage_is_not_provisional(who: Reporting, expected: str) -> None:
    assert said(wording.coverage_words(who)) == expected


def test_an_explanation_says_cause_remedy_who_and_when() -> None:
    given_words = Explanation("X", "U", H1, "thiếu máy.", "bố trí máy", "Văn phòng", date(2023, 9, 4))
    assert said(wording.explanation_sentences(given_words)) == (
        "Nguyên nhân: thiếu máy. Giải pháp: bố trí máy. Chịu trách nhiệm: Văn phòng; thời hạn: 4/9/2023."
    )


def test_a_missing_explanation_is_said() -> None:
    assert said(wording.explanation_sentences(None)) == wording.NO_EXPLANATION
    half = Explanation("X", "U", H1, cause="thiếu máy")
    assert said(wording.explanation_sentences(half)) == "Nguyên nhân: thiếu máy. Chưa nêu giải pháp."


@pytest.mark.parametrize(
    "needed, can, at_pace, daily, expected",
    [
        (1873, True, True, Fraction(149, 10), "cần thêm ít nhất 1.873 hồ sơ trực tuyến trên khoảng 4.340 hồ sơ dự kiến "
         "phát sinh, bình quân 14,9 hồ sơ mỗi ngày làm việc."),
        (1873, True, True, None, "cần thêm ít nhất 1.873 hồ sơ trực tuyến trên khoảng 4.340 hồ sơ dự kiến phát sinh."),
        (5000, False, True, None, "cần thêm 5.000 hồ sơ trực tuyến, nhưng dự kiến chỉ phát sinh khoảng 4.340 hồ sơ, "
         "khó đạt."),
        (5000, False, False, None, "còn thiếu 5.000 hồ sơ trực tuyến so với mức đề ra của cả năm, không còn khả năng "
         "đạt trong năm."),
    ],
)  # fmt: skip
def test_what_remains_says_how_many_more_and_whether_they_can_come(
    needed: int, can: bool, at_pace: bool, daily: Fraction | None, expected: str
) -> None:
    figure = judged(a_ratio(name="Tỷ lệ", numerator="Hồ sơ trực tuyến, một phần"), "1", "2")
    rest = Remaining(Fraction(needed), None, Fraction(4340), can, daily, None, Basis.LAST_YEAR, at_pace=at_pace)
    assert said(figure_sentences.remaining_sentence(figure, rest)) == f"Tỷ lệ: {expected}"


@pytest.mark.parametrize(
    "kind, room, at_pace, expected",
    [
        (
            Kind.RATIO,
            12,
            True,
            "được phát sinh thêm không quá 12 hồ sơ quá hạn trên khoảng 4.340 hồ sơ dự kiến phát sinh.",
        ),
        (Kind.RATIO, -3, True, "đã vượt 3 hồ sơ quá hạn so với số tối đa của cả năm, khó đạt."),
        (
            Kind.RATIO,
            -3,
            False,
            "đã vượt 3 hồ sơ quá hạn so với số tối đa của cả năm, không còn khả năng đạt trong năm.",
        ),
        (Kind.COUNT, 0, False, "không được phát sinh thêm hồ sơ."),
        (Kind.COUNT, -3, False, "đã vượt 3 hồ sơ so với số tối đa của cả năm, không còn khả năng đạt trong năm."),
    ],
)
def test_what_remains_to_a_limit_says_how_many_may_still_come(
    kind: Kind, room: int, at_pace: bool, expected: str
) -> None:
    limit = Target(Operator.AT_MOST, Decimal(5))
    indicator = a_measure(kind, limit, "Tỷ lệ", numerator="Hồ sơ quá hạn", measured_in="hồ sơ")
    rest = Remaining(
        *(Fraction(0), Fraction(room), Fraction(4340), room >= 0, Fraction(0), None, Basis.LAST_YEAR), at_pace=at_pace
    )
    assert said(figure_sentences.remaining_sentence(judged(indicator, "10", "20"), rest)) == f"Tỷ lệ: {expected}"


@pytest.mark.parametrize(
    "needed, room, expected",
    [
        (120, None, "Tỷ lệ: còn thiếu 120 hồ sơ so với mức đề ra của cả năm."),
        (0, -3, "Tỷ lệ: đã vượt 3 hồ sơ so với số tối đa của cả năm."),
        (0, 3, ""),
    ],
)
def test_once_nothing_can_come_any_more_only_what_is_lacking_is_said(
    needed: int, room: int | None, expected: str
) -> None:
    """No expectation, no doubt: the year is over."""
    most = None if room is None else Fraction(room)
    rest = Remaining(Fraction(needed), most, Fraction(0), False, None, None, Basis.YEAR_OVER)
    figure = judged(a_ratio(name="Tỷ lệ", numerator="Hồ sơ"), "1", "2")
    assert said(figure_sentences.remaining_sentence(figure, rest)) == expected


def test_a_whole_number_a_day_has_no_decimals() -> None:
    rest = Remaining(Fraction(734), None, Fraction(900), True, Fraction(734), None, Basis.LAST_YEAR)
    assert said(figure_sentences.remaining_sentence(judged(a_ratio(), "1", "2"), rest)).endswith(
        "bình quân 734 hồ sơ mỗi ngày làm việc."
    )


def test_nothing_is_said_where_nothing_more_is_needed() -> None:
    rest = Remaining(Fraction(0), None, Fraction(1), True, None, None, Basis.LAST_YEAR)
    assert figure_sentences.remaining_sentence(judged(a_ratio(), "1", "2"), rest) == ()


def test_a_task_says_who_leads_and_by_when() -> None:
    task = Task("K", "1", "", "Tập huấn.", lead="Phòng Nội vụ", due=date(2023, 10, 31))
    assert (
        said(wording.task_sentence(task, date(2023, 10, 31)))
        == "Tập huấn; chủ trì: Phòng Nội vụ; thời hạn: 31/10/2023."
    )
    assert said(wording.task_sentence(task, date(2023, 11, 1))).endswith("thời hạn: 31/10/2023 (đã quá hạn).")


def test_the_rule_of_nearly_met_names_every_threshold() -> None:
    figures = [judged(a_ratio()), judged(a_ratio("T-2", near_threshold=Decimal("2.5")))]
    assert "không quá 2,5%, 5% của mức đề ra (tùy chỉ tiêu)" in said(wording.near_rule(a_context(figures)))


def test_sample_figures_are_marked_where_data_and_tables_begin() -> None:
    def marks(is_illustrative: bool) -> int:
        document = progress_document(a_context(is_illustrative=is_illustrative))
        texts = [plain_text(block.text) for block in document.blocks if isinstance(block, Paragraph)]
        texts += [plain_text(cell_text(block.note)) for block in document.blocks if isinstance(block, Table)]
        return sum("minh họa" in text for text in texts)

    assert marks(True) == 8  # the opening, three charts' notes, those of three tables and of the units' words
    assert marks(False) == 0


def test_tables_show_what_sentences_say() -> None:
    figure = sample_figures()[0]
    assert (value_text(figure), target_text(figure).replace(NBSP, " "), gap_text(figure)) == (
        "58,09%",
        "≥ 65%",
        "−6,91",
    )


@pytest.mark.parametrize(
    "target, value, expected",
    [
        (Target(Operator.BETTER), "77.5", "gần đạt mức đề ra (tốt hơn 77,5 điểm của năm trước)."),
        (Target(Operator.MORE_THAN, Decimal("77.5")), "77.5", "gần đạt mức đề ra (trên 77,5 điểm)."),
    ],
)
def test_what_only_equals_a_mark_to_go_beyond_lacks_no_number(target: Target, value: str, expected: str) -> None:
    figure = judged(a_measure(Kind.SCORE, target, "Điểm chuyển đổi số"), value, last_year="77.5")
    assert said(figure_sentences.result_sentence(figure, 0)) == (
        f"Điểm chuyển đổi số: đạt 77,5 điểm, bằng mốc so sánh, {expected}"
    )
    assert said(figure_sentences.lack_words(figure)) == "bằng mốc so sánh"


def test_what_must_stay_under_a_limit_is_not_said_to_be_reached() -> None:
    late = judged(a_ratio(name="Tỷ lệ trễ hạn", target=Target(Operator.AT_MOST, Decimal(2))), "3", "100")
    assert all("đạt 3,00%" not in said(figure_sentences.result_sentence(late, turn)) for turn in range(3))


def test_last_years_value_in_a_target_is_a_figure_with_its_unit() -> None:
    index = an_index("CS-02", "SIPAS: vị thứ")
    rank = judged(index, "9", "18", period=YEAR, on=LATE, last_year="11")
    (was,) = [run for run in target_words(rank) if run.source is not None]
    assert (was.text, was.source and was.source.period) == ("11", "2022")


def test_who_has_sent_a_part_is_urged_to_send_the_rest_and_an_office_adds_its_own() -> None:
    assert urged(partial=("ZUOIH",)) == "Đôn đốc xã Zuôih gửi đủ số liệu."
    assert urged(silent=("ZUOIH",)) == "Đôn đốc xã Zuôih gửi số liệu."
    assert urged(partial=("NAMGIANG",)) == "Bổ sung đủ số liệu của kỳ báo cáo."
    assert urged(("CADY",), ("ZUOIH",)) == "Đôn đốc 2 đơn vị gửi đủ số liệu: xã Cà Dy và xã Zuôih."


def urged(silent: tuple[str, ...] = (), partial: tuple[str, ...] = ()) -> str:
    return said(wording.urging(a_context(), Reporting((*silent, *partial), (), partial, silent), "waiting"))


def test_a_unit_alone_that_has_sent_nothing_has_no_provisional_figures() -> None:
    assert said(wording.coverage_words(Reporting(("CADY",), (), (), ("CADY",)))) == "chưa báo cáo số liệu"
    assert "tạm tính" in said(wording.coverage_words(Reporting(("CADY",), (), ("CADY",), ())))
