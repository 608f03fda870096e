"""The periodic report: every indicator has its place, figures first, then what people wrote, nothing made up."""

from collections import Counter
from dataclasses import replace
from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.measure import Kind
from models.period import Period, read_period
from models.plan import Explanation
from models.progress import Coverage
from models.reform_area import reform_area
from reports.document import NBSP, Measure, Paragraph, Source, Style, plain_text
from reports.form import BLANK
from reports.kind import blank_parts
from reports.periodic import KIND, direction_part, next_period_words, periodic_document
from reports.periodic_context import PeriodicContext
from reports.periodic_parts import AREA_PARTS, DIRECTION_PARTS
from tests.unit.reports.bound_figures import figures, numbers_without_source
from tests.unit.reports.builders import H1, a_ratio, an_index, judged, sample_figures
from tests.unit.reports.every_kind import CASES, Case, made
from tests.unit.reports.periodic_builders import (
    TASKS,
    a_count,
    a_periodic,
    a_score,
    headings,
    lines_under,
    then,
    with_one_stop,
)

AREAS = st.sampled_from(
    ["Chỉ đạo, điều hành", "Cải cách thể chế", "TTHC", "Một cửa", "Tài chính công", "Chính quyền số", "Khác hẳn", ""]
)
CASES_HERE = [each for each in CASES if each.kind == KIND.code]


def under(context: PeriodicContext, heading: str) -> list[str]:
    return lines_under(periodic_document(context), heading)


@given(st.lists(AREAS, max_size=12))
def test_every_indicator_is_told_once_whatever_its_heading(areas: list[str]) -> None:
    told = [judged(a_ratio(f"T{n}", area=area, name=f"Tỷ lệ {n}"), "50", "100") for n, area in enumerate(areas)]
    document = periodic_document(a_periodic(told, []))
    blocks = [each for each in document.sections[0].blocks if isinstance(each, Paragraph)]
    results = [
        run for block in blocks for run in block.text if run.source and run.source.measure is Measure.DENOMINATOR
    ]
    assert Counter(run.source.indicator for run in results if run.source) == Counter(f"T{n}" for n in range(len(areas)))


@given(st.lists(AREAS, max_size=6, unique=True))
def test_own_headings_follow_the_six_areas(areas: list[str]) -> None:
    told = [judged(a_ratio(f"T{n}", area=area), "50", "100") for n, area in enumerate(areas)]
    found = headings(periodic_document(a_periodic(told, [], tasks=())), 2)
    titles = [f"{number}. {part.title}" for number, part in enumerate(AREA_PARTS.values(), start=1)]
    own = [area or "Nội dung khác" for area in areas if reform_area(area) is None]
    start = len(DIRECTION_PARTS)
    assert found[start : start + 6] == titles
    assert found[start + 6 : -3] == [f"{number}. {each}" for number, each in enumerate(own, start=7)]


@pytest.mark.parametrize(
    "name, part",
    [
        ("Tỷ lệ cơ quan được kiểm tra cải cách hành chính", "inspection"),
        ("Số tin, bài tuyên truyền", "communication"),
        ("Số sáng kiến được công nhận", "initiatives"),
        ("Tỷ lệ nhiệm vụ hoàn thành đúng hạn", "assigned"),
        ("Tỷ lệ kế hoạch ban hành đúng hạn", "documents"),
        ("Mức độ hài lòng của người dân", "surveys"),
    ],
)
def test_indicators_of_direction_stand_under_their_own_item(name: str, part: str) -> None:
    assert direction_part(a_score("CS", "8", "Chỉ đạo, điều hành", name)) == part


def test_an_index_that_is_published_late_is_an_index_whatever_its_name() -> None:
    assert direction_part(judged(an_index("CS-01", "Chỉ số kiểm tra, thanh tra"))) == "surveys"


@pytest.mark.parametrize(
    "period, on, is_told",
    [
        ("2023-Q1", date(2023, 3, 19), False),
        ("2023-H1", date(2023, 4, 29), False),
        ("2023-H1", date(2023, 6, 19), True),
        ("2023-Q2", date(2023, 6, 19), True),
        ("2023-Q3", date(2023, 9, 25), False),
        ("2023", date(2024, 1, 5), True),
    ],
)
def test_last_years_indices_are_told_in_the_period_that_they_were_published_in(
    period: str, on: date, is_told: bool
) -> None:
    rank = judged(an_index("CS-02", "Chỉ số hài lòng (SIPAS): vị thứ"))
    grade = judged(an_index("CS-01", "Chỉ số cải cách hành chính", Kind.GRADE))
    year = Period(2022)
    indices = {"CS-02": then(11, period=year, out_of=18), "CS-01": then(3, period=year, grade="Khá")}
    base = a_periodic([rank, grade], [], tasks=())
    context = replace(base, indices=indices, period=read_period(period), on=on)
    said = under(context, DIRECTION_PARTS[-1].title)
    words = (
        "Kết quả năm 2022 được công bố trong kỳ: chỉ số hài lòng (SIPAS): vị thứ 11/18; chỉ số cải cách hành chính: "
        "xếp loại Khá."
    )
    assert (said[0] == words) is is_told


def test_the_outline_is_whole() -> None:
    document = periodic_document(a_periodic())
    assert headings(document, 1) == [
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH",
        "II. KẾT QUẢ CÁC NỘI DUNG CẢI CÁCH HÀNH CHÍNH",
        "III. ĐÁNH GIÁ CHUNG",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2023",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    assert headings(document, 2)[-3:] == ["1. Kết quả đạt được", "2. Tồn tại, hạn chế", "3. Nguyên nhân"]


@pytest.mark.parametrize(
    "period, words",
    [
        ("2023-Q1", "quý II năm 2023"),
        ("2023-H1", "6 tháng cuối năm 2023"),
        ("2023-Q2", "quý III năm 2023"),
        ("2023-9M", "quý IV năm 2023"),
        ("2023-Q4", "năm 2024"),
        ("2023", "năm 2024"),
    ],
)
def test_a_report_looks_ahead_to_what_follows(period: str, words: str) -> None:
    assert next_period_words(read_period(period)).replace(NBSP, " ") == words


def test_what_people_wrote_follows_the_figures_line_by_line() -> None:
    text = "Đã rà soát 45 thủ tục & <đơn giản hóa>.\n\n- Đất đai\n–Hộ tịch\n+ Cấp xã\n-5% so với trước\n-"
    context = a_periodic([judged(a_ratio(), "50", "100")], [], tasks=(), written={"procedures": text})
    found = under(context, "Cải cách thủ tục hành chính")
    assert found[0].startswith("Tỷ lệ hồ sơ giải quyết")
    assert found[1:] == ["Đã rà soát 45 thủ tục & <đơn giản hóa>.", "- Đất đai", "– Hộ tịch", "+ Cấp xã",
                         "-5% so với trước", "-"]  # fmt: skip


def test_written_points_are_points_and_the_rest_are_paragraphs() -> None:
    context = a_periodic([], [], tasks=(), written={"finance": "Một\n- Hai\n-3%"})
    blocks = [each for each in periodic_document(context).blocks if isinstance(each, Paragraph)]
    styles = {plain_text(each.text): each.style for each in blocks}
    assert (styles["Một"], styles["- Hai"], styles["-3%"]) == (Style.BODY, Style.POINT, Style.BODY)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp", "Zs")), max_size=30))
def test_no_word_that_people_wrote_is_lost(text: str) -> None:
    found = " ".join(under(a_periodic([], [], tasks=(), written={"finance": text}), "Cải cách tài chính công"))
    assert "".join(found.split()) == ("".join(normalize("NFC", text).split()) or BLANK)


def test_a_heading_with_neither_figures_nor_words_is_left_open() -> None:
    context = a_periodic(
        [judged(a_ratio(), "70", "100")], [], tasks=(), written={"institutions": "Ban hành 2 văn bản."}
    )
    assert under(context, "Cải cách tài chính công") == [BLANK]
    assert under(context, "KIẾN NGHỊ, ĐỀ XUẤT")[0] == BLANK
    assert under(context, "Cải cách thể chế") == ["Ban hành 2 văn bản."]
    assert BLANK not in under(context, "Cải cách thủ tục hành chính")


def test_blank_parts_are_those_without_a_word() -> None:
    assert [each.key for each in blank_parts(KIND, {})] == [each.key for each in KIND.parts]
    written = {each.key: "Đã viết." for each in KIND.parts} | {"finance": " \n"}
    assert [each.key for each in blank_parts(KIND, written)] == ["finance"]


def test_the_plan_says_how_much_it_asks_and_how_much_is_done() -> None:
    said = under(a_periodic(tasks=TASKS), DIRECTION_PARTS[0].title)
    assert said == [
        "Kế hoạch cải cách hành chính năm 2023 đề ra 7 chỉ tiêu, 4 nhiệm vụ. "
        "Đến ngày 14/6/2023, đã hoàn thành 2 nhiệm vụ, đạt 50,00%; 1 nhiệm vụ quá hạn chưa hoàn thành."
    ]


@pytest.mark.parametrize(
    "tasks, words",
    [
        (TASKS[1:2], "chưa có nhiệm vụ hoàn thành; 1 nhiệm vụ quá hạn chưa hoàn thành."),
        (TASKS[:1], "nhiệm vụ đã hoàn thành."),
        ((TASKS[0], TASKS[2]), "đã hoàn thành toàn bộ 2 nhiệm vụ."),
    ],
)
def test_tasks_are_counted_in_words(tasks: tuple[object, ...], words: str) -> None:
    assert under(a_periodic([], [], tasks=tasks), DIRECTION_PARTS[0].title)[0].endswith(f"Đến ngày 14/6/2023, {words}")


def test_a_report_asked_for_early_counts_until_that_day() -> None:
    context = a_periodic([], [], tasks=TASKS, on=date(2023, 5, 1))
    assert "Đến ngày 1/5/2023, đã hoàn thành 1 nhiệm vụ, đạt 25,00%." in under(context, DIRECTION_PARTS[0].title)[0]


def test_done_tasks_are_named_in_their_area_and_the_overdue_among_the_shortcomings() -> None:
    context = a_periodic([], [], tasks=TASKS)
    assert under(context, "Cải cách thủ tục hành chính") == [
        "Đã hoàn thành 1/2 nhiệm vụ của kế hoạch: rà soát thủ tục."
    ]
    assert under(context, "Cải cách tài chính công") == ["Đã hoàn thành nhiệm vụ giao tự chủ."]
    assert under(context, "Tồn tại, hạn chế") == ["Có 1 nhiệm vụ của kế hoạch quá hạn chưa hoàn thành: lập tổ hỗ trợ."]
    late = replace(context, on=date(2023, 6, 16), period=Period(2023))
    assert under(late, "Đầu tư, kinh doanh") == ["Đã hoàn thành nhiệm vụ đối thoại doanh nghiệp."]


def test_a_report_on_a_unit_has_none_of_the_plans_tasks() -> None:
    context = a_periodic([judged(a_ratio(), "5", "9", unit="CADY")], [], tasks=TASKS, unit="CADY")
    text = "\n".join(plain_text(each.text) for each in periodic_document(context).blocks if isinstance(each, Paragraph))
    assert "nhiệm vụ quá hạn" not in text
    assert under(context, DIRECTION_PARTS[0].title) == [
        "Theo Kế hoạch cải cách hành chính năm 2023, xã Cà Dy được giao 1 chỉ tiêu."
    ]


def test_what_is_behind_has_its_cause_and_its_remedy() -> None:
    context = a_periodic(sample_figures())
    assert under(context, "Nguyên nhân")[0] == (
        "- Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần: nộp trực tiếp."
    )
    assert under(context, "Nguyên nhân")[1].startswith("Chưa có giải trình nguyên nhân đối với 1 chỉ tiêu:")
    steps = under(context, "PHƯƠNG HƯỚNG, NHIỆM VỤ 6\xa0THÁNG CUỐI NĂM\xa02023")
    assert any(
        line.endswith("hỗ trợ tại thôn (chịu trách nhiệm: Phòng Nội vụ; thời hạn: 14/9/2023).") for line in steps
    )


def test_causes_that_people_wrote_stand_for_those_not_explained() -> None:
    found = under(a_periodic(sample_figures(), written={"causes": "Thiếu người."}), "Nguyên nhân")
    assert "Thiếu người." in found
    assert not any("Chưa có giải trình" in line for line in found)


def test_an_explanation_may_lack_its_cause_or_its_remedy() -> None:
    missed = [judged(a_ratio(), "1", "100")]
    context = a_periodic(missed, [], explanations=(Explanation("TTHC-01", "NAMGIANG", H1, remedy="Tập huấn."),))
    assert under(context, "Nguyên nhân")[0].startswith("Chưa có giải trình nguyên nhân đối với 1 chỉ tiêu")
    assert any(
        line.endswith(": Tập huấn.") for line in under(context, "PHƯƠNG HƯỚNG, NHIỆM VỤ 6\xa0THÁNG CUỐI NĂM\xa02023")
    )


def test_nothing_behind_is_said_only_where_something_was_judged() -> None:
    good = a_periodic([judged(a_ratio(), "70", "100")], [], tasks=())
    assert under(good, "Tồn tại, hạn chế") == ["Chỉ tiêu được đánh giá trong kỳ đạt mức đề ra."]
    assert under(a_periodic([judged(a_ratio())], [], tasks=()), "Tồn tại, hạn chế") == [BLANK]


def test_written_tasks_go_on_with_the_numbers_and_keep_their_points() -> None:
    written = {"tasks": "Tập trung:\n- Rà soát;\n- Công khai.\nTổ chức đối thoại."}
    heading = "PHƯƠNG HƯỚNG, NHIỆM VỤ 6\xa0THÁNG CUỐI NĂM\xa02023"
    found = under(a_periodic([judged(a_ratio(), "70", "100")], [], tasks=(), written=written), heading)
    assert found == ["1. Duy trì kết quả của 1 chỉ tiêu đã đạt.", "2. Tập trung:", "- Rà soát;", "- Công khai.",
                     "3. Tổ chức đối thoại."]  # fmt: skip
    own = {"tasks": "1. Rà soát.\n2. Công khai."}
    assert under(a_periodic([], [], tasks=(), written=own), heading) == ["1. Rà soát.", "2. Công khai."]
    assert under(a_periodic([], [], tasks=()), heading) == [BLANK]


ALL = (6, 4, 2, 5, 3, 1, 2, 1)


def test_one_stop_totals_are_summed_over_the_fields() -> None:
    context = with_one_stop(a_periodic([], [], tasks=()), ("Đất đai", ALL), ("Hộ tịch", (1, 0, 0, 1, 0, 0, 0, 0)))
    assert under(context, "Cải cách thủ tục hành chính") == [
        "Bộ phận một cửa nhận giải quyết 13 hồ sơ, trong đó tiếp nhận trực tuyến 7 hồ sơ, trực tiếp và qua dịch vụ bưu "
        "chính công ích 4 hồ sơ, kỳ trước chuyển sang 2 hồ sơ. Đã giải quyết 10 hồ sơ: trước hạn 6 hồ sơ, đúng hạn 3 "
        "hồ sơ, quá hạn 1 hồ sơ; tỷ lệ giải quyết trước hạn và đúng hạn đạt 90,00%. Đang giải quyết 3 hồ sơ, trong đó "
        "1 hồ sơ đã quá hạn."
    ]


@pytest.mark.parametrize(
    "columns, words",
    [
        ((6, 4, 2, 5, 3, 1, 3, 0), "Đang giải quyết 3 hồ sơ, trong đó không có hồ sơ quá hạn."),
        ((6, 4, 2, 8, 4, 0, 0, 0), "đạt 100,00%. Không còn hồ sơ đang giải quyết."),
        ((6, 4, 2, 0, 0, 0, 12, 0), "Chưa có hồ sơ được giải quyết xong. Đang giải quyết 12 hồ sơ"),
        ((7, 4, 2, 5, 3, 1, 2, 1), "chênh 1 hồ sơ so với tổng số đã giải quyết và đang giải quyết, cần kiểm tra."),
        ((None, None, None, 9, 0, 1, None, None), "Đã giải quyết 10 hồ sơ"),
        ((6, 4, 2, None, 3, 1, 2, 1), "kỳ trước chuyển sang 2 hồ sơ. Đang giải quyết 3 hồ sơ"),
        ((None, None, None, 20000, 0, 1, 0, 0), "đạt 99,995%."),
    ],
)  # fmt: skip
def test_the_one_stop_table_says_only_what_is_known(columns: tuple[int | None, ...], words: str) -> None:
    context = with_one_stop(a_periodic([], [], tasks=()), ("", columns))
    (said,) = under(context, "Cải cách thủ tục hành chính")
    assert words in said
    assert ("nhận giải quyết" in said) is (columns[0] is not None)


def test_a_one_stop_table_without_any_report_says_nothing() -> None:
    context = with_one_stop(a_periodic([], [], tasks=()), ("", (None,) * 8))
    assert under(context, "Cải cách thủ tục hành chính") == [BLANK]


def test_rise_and_fall_are_told_where_last_year_is_known() -> None:
    context = a_periodic([judged(a_ratio(), "50", "100")], [], before={"TTHC-01": then(40)})
    assert "tăng 10,00 điểm phần trăm" in under(context, "Cải cách thủ tục hành chính")[0]
    assert "So với cùng kỳ năm 2022, 1 chỉ tiêu so sánh được tăng." in under(context, "Kết quả đạt được")[0]


def test_doubtful_and_provisional_figures_are_said_to_be_so() -> None:
    doubtful = judged(a_ratio("T", name="Tỷ lệ sai", short_name=""), "9", "5")
    short = judged(a_ratio(), "70", "100", coverage=Coverage(1, 2))
    context = a_periodic([doubtful, short, a_count("SL", "5")], [], tasks=())
    assert under(context, "Tồn tại, hạn chế")[-1] == "Có 1 chỉ tiêu có số liệu cần kiểm tra: tỷ lệ sai."
    assert "số liệu tạm tính, 1/2 đơn vị báo cáo đủ" in under(context, "Cải cách thủ tục hành chính")[1]


def test_many_are_named_in_part_and_the_rest_is_counted() -> None:
    met = [judged(a_ratio(f"T{n}", name=f"Tỷ lệ {n}", short_name=""), "70", "100") for n in range(11)]
    said = under(a_periodic(met, [], tasks=()), "Kết quả đạt được")[1]
    assert said.count("(70,00%)") == 8
    assert said.endswith("và 3 chỉ tiêu khác.")


def test_of_many_that_are_behind_the_worst_are_listed_and_the_rest_is_in_the_annex() -> None:
    missed = [judged(a_ratio(f"T{n:02}", name=f"Tỷ lệ {n:02}", short_name=""), str(n), "100") for n in range(13)]
    found = under(a_periodic(missed, [], tasks=(), explanations=()), "Tồn tại, hạn chế")
    assert found[0] == "Còn 13 chỉ tiêu chưa đạt hoặc gần đạt mức đề ra:"
    assert [line.partition(":")[0] for line in found[1:11]] == [f"- Tỷ lệ {n:02}" for n in range(10)]
    assert found[11:] == ["- 3 chỉ tiêu khác tại Phụ lục II."]


@pytest.mark.parametrize("case", CASES_HERE, ids=str)
def test_each_number_of_the_report_has_one_source_that_says_one_thing(case: Case) -> None:
    said: dict[Source, str] = {}
    for source, text in figures(made(case).document):
        assert source.measure is not Measure.COUNT or source.what, text
        if source.measure not in (Measure.TARGET, Measure.GAP):  # with their signs in tables, in words in sentences
            assert said.setdefault(source, text) == text, source


def test_no_number_of_a_sentence_stands_without_its_source() -> None:
    told = [each for each in sample_figures() if not each.indicator.published_month]
    context = with_one_stop(a_periodic(told, tasks=TASKS, before={"TTHC-01": then(40)}), ("", (7, 4, 2, 5, 3, 1, 2, 1)))
    assert numbers_without_source(periodic_document(context)) == []
