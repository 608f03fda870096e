"""What a text asks for becomes indicators of a plan: known ones keep their code, guesses are said."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from models.drafting.draft import draft_targets
from models.drafting.drafts import DEFAULT_GRADES, Draft, DraftState, drafts, missing_grade, order_with, settled
from models.drafting.fitting import Setting
from models.drafting.kept import Spot
from models.measure import Accumulation, Kind, Operator, Target
from models.plan import Grade, Indicator, Plan
from tests.unit.models.drafting.nam_giang import TEXT

PLAN = Plan("KH-2023", 2023, "Kế hoạch", "H")
SETTING = Setting(PLAN)
FLOW, STOCK = Accumulation.FLOW, Accumulation.STOCK


def drafted(text: str, setting: Setting = SETTING) -> list[Draft]:
    return drafts(text, draft_targets(text), setting)


def one(text: str, setting: Setting = SETTING) -> Draft:
    (found,) = drafted(text, setting)
    return found


def an_indicator(code: str, name: str, kind: Kind = Kind.RATIO, target: Target | None = None) -> Indicator:
    way = FLOW if kind.rolls_up else None
    return Indicator("KH-2023", code, "Cải cách thủ tục hành chính", name, kind, accumulation=way, target=target)


def at_least(value: int) -> Target:
    return Target(Operator.AT_LEAST, Decimal(value))


def test_the_text_of_nam_giang_becomes_its_plan() -> None:
    found = [each.indicator for each in drafted(TEXT)]
    assert [(each.code, each.kind, each.accumulation, each.target) for each in found] == [
        ("TTHC-01", Kind.RATIO, FLOW, at_least(65)),
        ("TTHC-02", Kind.RATIO, STOCK, at_least(60)),
        ("TTHC-03", Kind.RATIO, FLOW, at_least(90)),
        ("TTHC-03.1", Kind.RATIO, FLOW, at_least(85)),
        ("TTHC-04", Kind.RATIO, FLOW, at_least(85)),
        ("CQS-01", Kind.RATIO, FLOW, Target(Operator.EQUAL, Decimal(100))),
        ("CQS-02", Kind.RATIO, STOCK, at_least(90)),
        ("CQS-03", Kind.RATIO, STOCK, at_least(60)),
        ("CS-01", Kind.GRADE, None, Target(Operator.AT_LEAST, grade="Khá")),
        ("CS-02", Kind.RANK, None, Target(Operator.BETTER)),
        ("CS-03", Kind.RANK, None, Target(Operator.BETTER)),
        ("CS-04", Kind.GRADE, None, Target(Operator.AT_LEAST, grade="Tốt")),
    ]
    assert [each.place for each in drafted(TEXT)] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 11]
    assert {each.area for each in found} == {
        "Cải cách thủ tục hành chính",
        "Chính quyền điện tử, chính quyền số",
        "Chỉ đạo, điều hành",
    }
    assert [each.parent for each in found if each.parent] == ["TTHC-03"]


def test_what_is_guessed_is_said() -> None:
    doubts = {each.indicator.code: each.doubts for each in drafted(TEXT)}
    assert doubts["TTHC-01"] == doubts["TTHC-03.1"] == doubts["CQS-01"] == ()
    assert doubts["TTHC-04"] == ("xem lại lĩnh vực",)
    assert "đoán công bố tháng 4 năm sau" in doubts["CS-01"]
    assert "một mức cho 2 chỉ số: đã tách" in doubts["CS-02"]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Tỷ lệ hồ sơ nộp trực tuyến đến hết năm 2025 đạt 80%.", "mức đến 31/12/2025, không phải của năm 2023"),
        ("Đến hết quý II năm 2023, tỷ lệ hồ sơ trực tuyến đạt 50%.", "hạn 30/6/2023: sẽ đặt cho cả năm"),
        ("Thời gian chờ của người dân không quá 15 phút.", "thời gian: một số chung, không cộng các đơn vị"),
        ("Phấn đấu giảm ít nhất 10% chi phí tuân thủ.", "so % với năm trước: xem lại loại số đo"),
        ("Tăng tỷ lệ hồ sơ trực tuyến thêm 10% so với năm 2022.", "% hay điểm %: xem lại"),
        ("Phấn đấu PAR INDEX xếp loại Khá.", "sẽ thêm thang xếp loại 5 bậc"),
    ],
)
def test_what_should_be_looked_at_is_said(text: str, doubt: str) -> None:
    assert doubt in one(text).doubts
    assert not one(text).is_clear


def test_an_indicator_that_the_plan_has_gets_the_target_and_keeps_its_code() -> None:
    own = an_indicator("HS-7", "Hồ sơ giải quyết qua dịch vụ công trực tuyến một phần")
    found = drafted(TEXT, Setting(PLAN, [own]))[0]
    assert (found.known, found.indicator) == (own, replace(own, target=at_least(65)))
    assert found.is_clear
    has = replace(own, target=at_least(50))
    assert drafted(TEXT, Setting(PLAN, [has]))[0].doubts == ("thay mức đang có của HS-7",)


def test_a_name_that_is_only_like_it_is_to_be_looked_at() -> None:
    own = an_indicator("HS-7", "Số hóa hồ sơ, kết quả TTHC còn hiệu lực")
    found = drafted(TEXT, Setting(PLAN, [own]))[1]
    assert found.known is None
    assert "có thể là HS-7: xem lại" in found.doubts
    near = an_indicator("HS-7", "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực, có giá trị sử dụng")
    assert drafted(TEXT, Setting(PLAN, [near]))[1].doubts == ("giống HS-7: xem lại",)


def test_an_indicator_of_last_year_keeps_its_code_and_kind() -> None:
    last = replace(
        an_indicator("HS-7", "Tỷ lệ hồ sơ giải quyết qua DVC trực tuyến một phần"), plan="KH-2022", lead="VP"
    )
    found = drafted(TEXT, Setting(PLAN, others=[last], codes=frozenset({"HS-7"})))[0]
    assert found.known is None
    assert found.indicator == replace(last, plan="KH-2023", target=at_least(65))


def test_an_indicator_of_another_kind_is_not_taken_for_it() -> None:
    own = an_indicator("HS-7", "Hồ sơ giải quyết qua dịch vụ công trực tuyến một phần", Kind.COUNT)
    assert drafted(TEXT, Setting(PLAN, [own]))[0].known is None


def test_a_code_that_the_file_knows_is_never_given_again() -> None:
    found = drafted(TEXT, Setting(PLAN, codes=frozenset({"TTHC-01", "TTHC-02"})))
    assert [each.indicator.code for each in found[:4]] == ["TTHC-03", "TTHC-04", "TTHC-05", "TTHC-05.1"]


def accepted(found: Sequence[Draft], *places: int) -> Setting:
    chosen = [each for each in found if each.place in places]
    return Setting(PLAN, [each.indicator for each in chosen], sources=[each.source("kh.docx") for each in chosen])


def test_what_was_decided_is_shown_and_takes_no_other_code() -> None:
    found = drafted(TEXT)
    setting = replace(accepted(found, 3), refused=[Spot(found[0].proposal.number_start)])
    again = drafted(TEXT, setting)
    assert [each.state for each in again[:3]] == [DraftState.REFUSED, DraftState.WAITING, DraftState.ACCEPTED]
    assert [each.indicator.code for each in again[1:4]] == ["TTHC-01", "TTHC-03", "TTHC-03.1"]
    assert not any(each.is_clear for each in (again[0], again[2]))


def test_an_accepted_one_that_left_the_plan_waits_again() -> None:
    setting = replace(accepted(drafted(TEXT), 1), own=[])
    assert drafted(TEXT, setting)[0].is_waiting


def test_the_source_of_a_target_is_its_clause_in_one_line() -> None:
    source = drafted("Phấn đấu hồ sơ\ntrực tuyến đạt 65%.")[0].source("kh.docx")
    assert (source.place, source.document, source.spot) == (1, "kh.docx", Spot(30))
    assert "\n" not in source.clause
    assert source.clause.endswith("65%")


def test_the_heading_above_says_the_area_in_the_plans_own_words() -> None:
    text = "I. CẢI CÁCH TỔ CHỨC BỘ MÁY\nPhấn đấu 90% đơn vị được kiện toàn.\nII. KẾT LUẬN\nPhấn đấu 80% việc xong."
    first, second = drafted(text)
    assert (first.indicator.code, first.indicator.area) == ("BM-01", "Cải cách tổ chức bộ máy")
    own = replace(an_indicator("X-1", "khác"), area="2. Bộ máy tinh gọn")
    assert drafted(text, Setting(PLAN, [own]))[0].indicator.area == "2. Bộ máy tinh gọn"
    assert "xem lại lĩnh vực" in second.doubts


def test_a_grade_that_the_plan_does_not_have_is_named() -> None:
    grade = one("Phấn đấu PAR INDEX thuộc nhóm A.")
    assert missing_grade(grade.indicator, DEFAULT_GRADES) == "A"
    assert missing_grade(grade.indicator, ["A", "B"]) == ""
    assert (
        "“A” không có trong thang xếp loại"
        in one("Phấn đấu PAR INDEX thuộc nhóm A.", Setting(PLAN, grades=[Grade("KH-2023", 1, "Tốt")])).doubts
    )
    assert missing_grade(an_indicator("X", "x"), DEFAULT_GRADES) == ""


def test_a_part_enters_without_a_whole_that_was_not_accepted() -> None:
    whole, part = (each.indicator for each in drafted(TEXT)[2:4])
    assert settled([part], []) == [replace(part, parent=None)]
    assert settled([part], [whole]) == settled([part, whole], [])[:1] == [part]


def test_a_new_indicator_stands_below_its_whole_or_its_area() -> None:
    own = [each.indicator for each in drafted(TEXT) if each.place in (1, 3, 6)]
    rest = [each.indicator for each in drafted(TEXT) if each.place in (4, 5, 9)]
    order = ["TTHC-01", "TTHC-03", "TTHC-03.1", "TTHC-04", "CQS-01", "CS-01"]
    assert order_with(own, [*rest, own[0]]) == order


def test_a_name_of_a_rate_says_so_once() -> None:
    written = {
        "Hồ sơ đúng hạn đạt tối thiểu 98%.": "Tỷ lệ hồ sơ đúng hạn",
        "TTHC toàn trình đạt tối thiểu 98%.": "Tỷ lệ TTHC toàn trình",
        "Hài lòng của phụ huynh đạt tối thiểu 98%.": "Mức độ hài lòng của phụ huynh",
        "Tỷ lệ hồ sơ đúng hạn đạt tối thiểu 98%.": "Tỷ lệ hồ sơ đúng hạn",
    }
    assert {text: one(text).indicator.name for text in written} == written


def test_long_names_get_short_ones() -> None:
    for each in drafted(TEXT):
        assert len(each.indicator.label) <= 60
    assert drafted(TEXT)[3].indicator.short_name == "Lĩnh vực đất đai, xây dựng, đầu tư"
