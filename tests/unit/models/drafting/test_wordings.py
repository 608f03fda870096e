"""What single wordings of plans ask for, one by one."""

import pytest

from models.drafting.draft import draft_targets
from models.drafting.proposal import proposal_line, proposal_record
from tests.unit.models.drafting.nam_giang import TEXT


def asked(text: str) -> list[str]:
    """Return operator, value, unit and direction of each proposal in words."""
    found = []
    for each in map(proposal_record, draft_targets(text)):
        value = f"{each['value']}..{each['value_to']}" if each["value_to"] else each["value"]
        found.append(" ".join(str(said) for said in (each["operator"], value, each["unit"], each["direction"]) if said))
    return found


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 65%.", [">= 65 %"]),
        ("Tỷ lệ hồ sơ trực tuyến đạt ít nhất 65%.", [">= 65 %"]),
        ("Tỷ lệ hồ sơ trực tuyến đạt từ 65% trở lên.", [">= 65 %"]),
        ("Tỷ lệ hồ sơ trực tuyến đạt không dưới 65%.", [">= 65 %"]),
        ("Tỷ lệ hồ sơ trực tuyến đạt 65%.", [">= 65 %"]),
        ("Tỷ lệ hồ sơ trực tuyến ≥ 65%.", [">= 65 %"]),
        ("Tỷ lệ hồ sơ trực tuyến đạt trên 65%.", ["> 65 %"]),
        ("Tỷ lệ hồ sơ trực tuyến đạt hơn 65%.", ["> 65 %"]),
        ("Tỷ lệ hồ sơ trễ hạn dưới 2%.", ["< 2 %"]),
        ("Tỷ lệ hồ sơ trễ hạn không quá 2%.", ["<= 2 %"]),
        ("Tỷ lệ hồ sơ trễ hạn tối đa 2%.", ["<= 2 %"]),
        ("Tỷ lệ hồ sơ trễ hạn từ 2% trở xuống.", ["<= 2 %"]),
        ("100% hồ sơ được công khai.", ["= 100 %"]),
        ("Tỷ lệ hồ sơ được công khai đạt 100%.", ["= 100 %"]),
        ("Tỷ lệ hồ sơ trực tuyến đạt từ 60% đến 70%.", ["range 60..70 %"]),
        ("Tỷ lệ hồ sơ trực tuyến đạt 60-70%.", ["range 60..70 %"]),
        ("8/8 xã có tổ công nghệ số.", ["= 8 xã"]),
        ("Phấn đấu 6/8 xã có tổ công nghệ số.", [">= 6 xã"]),
        ("Thời gian chờ không quá 30 phút.", ["<= 30 phút"]),
        ("Thời gian giải quyết tối đa 5 ngày.", ["<= 5 ngày"]),
    ],
)
def test_words_beside_a_number_say_how_it_is_to_be_met(text: str, wanted: list[str]) -> None:
    assert asked(text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Giảm tối thiểu 20% thời gian giải quyết.", [">= 20 % reduce"]),
        ("Chỉ số PAR INDEX tăng ít nhất 3 bậc so với năm 2022.", [">= 3 bậc increase"]),
        ("Tăng từ 3 đến 5 bậc trên bảng xếp hạng PCI.", ["range 3..5 bậc increase"]),
        ("Giảm tỷ lệ hồ sơ trễ hạn xuống dưới 1%.", ["< 1 %"]),
        ("Nâng tỷ lệ hài lòng lên trên 90%.", ["> 90 %"]),
        ("Tăng tỷ lệ thanh toán trực tuyến từ 40% lên 60%.", [">= 60 %"]),
        ("Giảm 10% biên chế công chức và 15% biên chế viên chức.", [">= 10 % reduce", ">= 15 % reduce"]),
        ("Giảm ít nhất 5% biên chế và ít nhất 10% viên chức.", [">= 5 % reduce", ">= 10 % reduce"]),
        ("Cắt giảm ít nhất: 30% thời gian, 30% chi phí.", [">= 30 % reduce", ">= 30 % reduce"]),
        ("Nâng điểm PAPI từ 42 điểm lên trên 44 điểm.", ["> 44 điểm"]),
        ("Rút ngắn từ 20% thời gian giải quyết trở lên.", [">= 20 % reduce"]),
    ],
)
def test_amount_of_change_is_told_from_a_level(text: str, wanted: list[str]) -> None:
    assert asked(text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("PAR INDEX thuộc nhóm 10 địa phương dẫn đầu.", ["rank 10 hạng"]),
        ("SIPAS nằm trong top 3.", ["rank 3 hạng"]),
        ("PCI giữ vững vị trí thứ nhất.", ["rank 1 hạng"]),
        ("Vị thứ PAR INDEX nằm trong nhóm 5/18 huyện.", ["rank 5 hạng"]),
        ("Thứ hạng PCI từ 25 lên 15.", ["rank 15 hạng"]),
        ("Chỉ số PAR INDEX đạt Khá trở lên.", ["grade Khá"]),
        ("Các địa phương chia thành nhóm A có 13 tỉnh và nhóm B có 50 tỉnh.", []),
        ("Phấn đấu PCI xếp hạng từ 15 đến 20.", ["rank 20 hạng"]),
        ("Nâng cao vị thứ Chỉ số PAPI.", ["rank hạng increase"]),
        ("PAR INDEX xếp loại Khá trở lên.", ["grade Khá"]),
        ("Chỉ số DDCI đạt loại Tốt, Khá.", ["grade Khá"]),
        ("Cơ quan được đánh giá hoàn thành tốt nhiệm vụ trở lên.", ["grade Hoàn thành tốt nhiệm vụ"]),
        ("80% đơn vị xếp loại Khá trở lên.", [">= 80 %"]),
        ("Không có đơn vị xếp loại Trung bình.", []),
    ],
)
def test_ranks_are_the_worst_accepted_and_grades_their_names(text: str, wanted: list[str]) -> None:
    assert asked(text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Tối thiểu 65 % hồ sơ.", [">= 65 %"]),
        ("Tối thiểu 99,5% hồ sơ.", [">= 99.5 %"]),
        ("Tối thiểu 99.5% hồ sơ.", [">= 99.5 %"]),
        ("Tối thiểu 1.200 hồ sơ.", [">= 1200 hồ sơ"]),
        ("Tối thiểu 02 mô hình.", [">= 2 mô hình"]),
        ("Tối thiểu sáu mươi phần trăm hồ sơ.", [">= 60 %"]),
        ("Tối thiểu 1,5 triệu lượt truy cập.", [">= 1500000 lượt"]),
        ("PAR INDEX đạt trên 85/100 điểm.", ["> 85 điểm"]),
        ("PAPI đạt 45,5 trở lên.", [">= 45.5 điểm"]),
    ],
)
def test_numbers_are_read_exactly_in_each_notation(text: str, wanted: list[str]) -> None:
    assert asked(text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Một nửa số xã dùng hồ sơ điện tử.", [">= 50 %"]),
        ("Trên một nửa số xã dùng hồ sơ điện tử.", ["> 50 %"]),
        ("3/4 số thôn có tổ công nghệ số.", [">= 75 %"]),
        ("Ít nhất 2/3 số xã dùng hồ sơ điện tử.", [">= 2/3"]),
        ("Ít nhất hai phần ba số xã dùng hồ sơ điện tử.", [">= 2/3"]),
        ("Giảm 1/3 số cuộc họp so với năm 2023.", [">= 1/3 reduce"]),
        ("2/3 xã dùng hồ sơ điện tử.", [">= 2 xã"]),
        ("Trước ngày 1/3 báo cáo kết quả.", []),
    ],
)
def test_part_of_a_whole_is_a_percentage_where_that_is_exact_and_else_the_fraction(
    text: str, wanted: list[str]
) -> None:
    assert asked(text) == wanted


def test_fraction_that_is_no_decimal_is_said_to_be_one() -> None:
    (found,) = draft_targets("Ít nhất 2/3 số xã dùng hồ sơ điện tử.")
    assert found.clarity == "phân số 2/3, không viết được đúng thành %"


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Hồ sơ phải bổ sung không quá một lần.", ["<= 1 lần"]),
        ("Mỗi quý đối thoại ít nhất hai cuộc.", [">= 2 cuộc"]),
        ("Số lượt truy cập tăng gấp đôi.", [">= 2 lần increase"]),
        ("Công khai, minh bạch đạt 18/18 điểm.", ["= 18 điểm"]),
        ("Dịch vụ trực tuyến đạt 16/22 điểm.", [">= 16 điểm"]),
    ],
)
def test_small_numbers_in_words_and_points_of_any_scale_are_read(text: str, wanted: list[str]) -> None:
    assert asked(text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Xây dựng 02 phóng sự về cải cách hành chính.", [">= 2 phóng sự"]),
        ("Quý II: tổ chức 02 hội nghị đối thoại.", [">= 2 hội nghị"]),
        ("Mỗi tháng đăng 4 tin, bài.", [">= 4 tin"]),
        ("Mở 03 lớp bồi dưỡng cho 150 lượt công chức.", [">= 3 lớp", ">= 150 lượt"]),
        ("Kiểm tra cải cách hành chính tại 06 đơn vị.", [">= 6 đơn vị"]),
        ("Phối hợp với 08 sở rà soát văn bản.", []),
        ("UBND huyện đã tổ chức 02 hội nghị đối thoại.", []),
        ("KẾT QUẢ NĂM 2024\nTổ chức 02 hội nghị đối thoại.", []),
    ],
)
def test_count_of_a_task_is_a_target_without_a_word_of_aim(text: str, wanted: list[str]) -> None:
    assert asked(text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Bảo đảm mọi thủ tục được công khai (100%).", ["= 100 %"]),
        ("Phấn đấu phần lớn hồ sơ được nộp trực tuyến (tối thiểu 70%).", [">= 70 %"]),
        ("Tỷ lệ thanh toán trực tuyến còn thấp (23,5%).", []),
        ("Phấn đấu cao hơn mức bình quân cả nước (60%).", []),
        ("Phấn đấu 10/13 xã (76,9%) có tổ công nghệ số.", [">= 10 xã"]),
    ],
)
def test_bracket_may_hold_the_number_that_a_wish_lacks(text: str, wanted: list[str]) -> None:
    assert asked(text) == wanted


def test_indicator_of_a_number_in_a_bracket_stands_before_the_bracket() -> None:
    (found,) = draft_targets("Bảo đảm mọi thủ tục được công khai (100%).")
    assert found.indicator == "mọi thủ tục được công khai"


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Năm 2023, tỉnh đã xếp thứ 23. SIPAS đạt 81,2%. Năm 2024 phấn đấu SIPAS đạt 83%.", [">= 83 %"]),
        ("Tỷ lệ trực tuyến đạt 73%, bằng 90% mục tiêu đề ra, vượt 5% so với chỉ tiêu tỉnh giao; đã có 3 xã.", None),
        ("Hạn chế: Ở xã vùng cao chỉ 22%. Thứ hạng PAPI giảm 12 bậc.", []),
        ("Hồ sơ trực tuyến đạt 62%/KH 60% (vượt 2%), kế hoạch năm 2026 phấn đấu 70%.", [">= 70 %"]),
        ("Kết quả đến 30/11/2024:\n+ Đúng hạn: 99,3%.\nChỉ tiêu năm 2025:\n+ Đúng hạn: 99,5%.", [">= 99.5 %"]),
        ("Số hồ sơ trễ hạn giảm 50% so với cùng kỳ; tỷ lệ hồ sơ trả lại dưới 3%.", [">= 50 % reduce", "< 3 %"]),
        ("Số hồ sơ trễ hạn giảm 50% so với cùng kỳ.", []),
    ],
)
def test_report_is_told_from_a_wish_by_what_stands_around_it(text: str, wanted: list[str] | None) -> None:
    found = asked(text)
    assert found == wanted if wanted is not None else ">= 5 %" not in found


def test_number_that_begins_a_line_is_no_item_of_a_list() -> None:
    assert asked("95 phần trăm hồ sơ đúng hạn.\n02 mô hình mới mỗi năm.\n1 Hồ sơ trực tuyến đạt 80%.") == [
        ">= 95 %", ">= 2 mô hình", ">= 80 %",
    ]  # fmt: skip


def test_report_tells_until_it_turns_to_what_is_to_come() -> None:
    report = "BÁO CÁO\nKết quả cải cách hành chính\nI. CHỈ ĐẠO\nTỷ lệ đúng hạn đạt 98%.\nII. NHIỆM VỤ\nĐạt 99%."
    assert asked(report) == [">= 99 %"]
    assert asked(report.removeprefix("BÁO CÁO\n").replace("Kết quả", "Kế hoạch")) == [">= 98 %", ">= 99 %"]


def test_figures_that_nobody_sets_are_told_where_nothing_is_wished() -> None:
    assert asked("Chỉ số đạt 87,61 điểm, xếp thứ 16.") == []
    assert asked("Phấn đấu chỉ số đạt 87,61 điểm, xếp thứ 16.") == [">= 87.61 điểm", "rank 16 hạng"]
    assert asked("Tỷ lệ trễ hạn dưới 0,8%, đúng hạn trên 99,2%.") == ["< 0.8 %", "> 99.2 %"]


def test_plan_of_several_years_takes_none_of_them_for_past() -> None:
    text = "CHƯƠNG TRÌNH CẢI CÁCH GIAI ĐOẠN 2021 - 2025, ĐỊNH HƯỚNG ĐẾN NĂM 2030\nNăm 2023 hồ sơ trực tuyến đạt 60%."
    assert asked(text) == [">= 60 %"]


def test_what_an_accepted_target_counts_may_be_done_already() -> None:
    assert asked("80% người dân không phải nộp lại giấy tờ đã có; 50% hồ sơ nộp trực tuyến.") == [">= 80 %", ">= 50 %"]
    assert asked("Tự kiểm tra 100% văn bản đã ban hành; rà soát 90% văn bản.") == ["= 100 %", ">= 90 %"]


@pytest.mark.parametrize(
    "text",
    [
        "Đơn vị đạt từ 90 điểm trở lên xếp loại Xuất sắc, từ 80 đến dưới 90 điểm xếp loại Tốt.",
        "Đạt từ 95% trở lên được 3 điểm; từ 80% đến dưới 95% được 2 điểm.",
        "Công chức để từ 03 hồ sơ trở lên bị hạ bậc thi đua.",
        "Nếu dưới 50% thì không tính điểm.",
        "Ngân sách tỉnh 70%, ngân sách xã 30%.",
        "Không để phát sinh hồ sơ quá hạn trên 15 ngày.",
    ],
)
def test_scales_penalties_conditions_and_shares_of_cost_are_no_targets(text: str) -> None:
    assert asked(text) == []


def test_grade_that_only_says_what_is_counted_is_none() -> None:
    assert asked("Tỷ lệ công chức xếp loại Tốt trở lên đạt 90%.") == [">= 90 %"]
    assert asked("Số đơn vị đạt loại Tốt tăng 2 đơn vị.") == [">= 2 đơn vị increase"]


def test_direction_does_not_carry_on_to_another_verb() -> None:
    found = asked("Cắt giảm 30% chi phí và bãi bỏ ít nhất 30% điều kiện kinh doanh.")
    assert found == [">= 30 % reduce", ">= 30 %"]


def test_all_twelve_targets_of_nam_giang_come_out() -> None:
    assert asked(TEXT) == [
        ">= 65 %", ">= 60 %", ">= 90 %", ">= 85 %", ">= 85 %", "= 100 %", ">= 90 %", ">= 60 %",
        "grade Khá", "rank hạng increase", "grade Tốt",
    ]  # fmt: skip
    (raised,) = [each for each in draft_targets(TEXT) if each.value is None]
    assert raised.scope == "SIPAS, PAPI"


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Quyết định số 876/QĐ-BNV ngày 10/11/2022 và khoản 2 Điều 5 Nghị định 61/2018/NĐ-CP.",
        "Kế hoạch có 7 nhóm chỉ tiêu, gồm 5 nhiệm vụ.",
        "Cung cấp dịch vụ công trực tuyến mức độ 3, 4.",
        "Tốc độ tăng trưởng GRDP đạt 8%; thu ngân sách tăng 10%.",
        "Tỷ lệ hồ sơ trực tuyến đã đạt 58%.",
        "Năm 2022, huyện đã giải quyết 1.200 hồ sơ, đúng hạn 98%.",
        "Bố trí tối thiểu 500 triệu đồng.",
        "Liên hệ số điện thoại 0235 3840 123, trang 5.",
        "Triển khai Đề án 06 giai đoạn 2021-2025.",
        "ĐÁNH GIÁ KẾT QUẢ NĂM 2022\nTỷ lệ hồ sơ đúng hạn đạt 98%, xếp thứ 16/63.",
        "KẾ HOẠCH NĂM 2024\nTỷ lệ hồ sơ đúng hạn đạt 98% năm 2022.",
        "Đã có 11/13 chỉ tiêu hoàn thành; 11/13 chỉ tiêu đã hoàn thành.",
        "Tiêu chí này tối đa 5 điểm.",
        "Không có hồ sơ quá hạn trên 30 ngày.",
        "Kết quả năm 2022:\n- Tỷ lệ hồ sơ đúng hạn 98%.",
        "",
    ],
)
def test_what_only_looks_like_a_target_gives_nothing(text: str) -> None:
    assert asked(text) == []


def test_operator_carries_over_an_enumeration() -> None:
    assert asked("Hơn 80% hồ sơ cấp huyện và 60% hồ sơ cấp xã.") == ["> 80 %", "> 60 %"]
    assert asked("Thời gian chờ dưới 30 phút ở huyện và 20 phút ở xã.") == ["< 30 phút", "< 20 phút"]


def test_each_part_of_a_sentence_has_its_own_deadline() -> None:
    found = draft_targets("Đến năm 2025: 80% hồ sơ; đến năm 2030: 100% hồ sơ được số hóa.")
    assert [str(each.deadline) for each in found] == ["2025-12-31", "2030-12-31"]


def test_part_to_be_reached_is_no_base_though_something_is_lifted_up_after_it() -> None:
    assert asked("Từ 90% trở lên thủ tục được tích hợp lên Cổng Dịch vụ công.") == [">= 90 %"]


def test_rank_to_be_raised_may_stand_before_or_after_its_indices() -> None:
    for text in ("Nâng cao vị thứ SIPAS, PAPI.", "Vị thứ SIPAS, PAPI được nâng cao so với năm 2022."):
        (found,) = draft_targets(text)
        assert (found.value, found.direction, found.scope) == (None, "increase", "SIPAS, PAPI")


def test_operator_does_not_carry_past_a_semicolon() -> None:
    assert asked("Trên 98% hồ sơ đúng hạn; 80% người dân có tài khoản.") == ["> 98 %", ">= 80 %"]


def test_part_set_apart_inherits_the_indicator() -> None:
    found = draft_targets("Mức độ hài lòng đạt 90%, riêng đất đai 85%.")
    assert [(each.indicator, each.scope) for each in found] == [
        ("Mức độ hài lòng", ""),
        ("Mức độ hài lòng", "đất đai"),
    ]


def test_sentence_without_an_indicator_speaks_of_the_one_before() -> None:
    (found,) = draft_targets("Năm 2022 tỷ lệ hồ sơ trực tuyến đã đạt 58%. Năm 2023 phấn đấu 65%.")
    assert (found.indicator, found.clarity) == ("tỷ lệ hồ sơ trực tuyến", "chỉ tiêu lấy từ câu trước")


def test_several_indices_named_in_full_are_listed_too() -> None:
    (found,) = draft_targets("Chỉ số hài lòng và chỉ số cải cách hành chính thuộc nhóm 10 địa phương dẫn đầu.")
    assert found.scope == "Chỉ số hài lòng, chỉ số cải cách hành chính"


def test_all_of_a_list_is_still_equal() -> None:
    assert asked("Tối thiểu 80% hồ sơ và 100% văn bản.") == [">= 80 %", "= 100 %"]


def test_list_takes_operator_indicator_and_deadline_from_the_line_that_opens_it() -> None:
    found = draft_targets("Đến năm 2025, tỷ lệ hồ sơ trực tuyến đạt trên:\n- Cấp tỉnh: 80%;\n- Cấp xã: 60%.")
    assert [each.scope for each in found] == ["Cấp tỉnh", "Cấp xã"]
    assert {each.indicator for each in found} == {"tỷ lệ hồ sơ trực tuyến"}
    assert {str(each.deadline) for each in found} == {"2025-12-31"}


def test_one_number_for_several_indices_is_one_proposal_that_lists_them() -> None:
    (found,) = draft_targets("Các chỉ số PAR INDEX, SIPAS và PAPI thuộc nhóm 10 địa phương dẫn đầu.")
    assert found.scope == "PAR INDEX, SIPAS, PAPI"


def test_numbers_in_order_hold_for_the_levels_in_order() -> None:
    found = draft_targets("Tỷ lệ số hóa ở cấp tỉnh, cấp xã lần lượt đạt 80%, 60%.")
    assert [(each.scope, each.value) for each in found] == [("cấp tỉnh", 80), ("cấp xã", 60)]


def test_change_names_the_year_it_is_held_against() -> None:
    (found,) = draft_targets("Giảm tối thiểu 10% đơn vị sự nghiệp so với năm 2021.")
    assert found.base_year == 2021
    (found,) = draft_targets("KẾ HOẠCH NĂM 2024\nChỉ số SIPAS tăng 2 bậc so với năm trước.")
    assert found.base_year == 2023


@pytest.mark.parametrize(
    "text, day",
    [
        ("Trước ngày 30/6/2024, 100% hồ sơ được số hóa.", "2024-06-30"),
        ("100% hồ sơ được số hóa trước 15/9/2024.", "2024-09-15"),
        ("Đến hết quý III/2024, 100% hồ sơ được số hóa.", "2024-09-30"),
        ("Đến năm 2025, 100% hồ sơ được số hóa.", "2025-12-31"),
        ("Tỷ lệ hồ sơ trực tuyến năm 2025 đạt 80%.", "2025-12-31"),
        ("Trong tháng 2/2024, 100% hồ sơ được số hóa.", "2024-02-29"),
    ],
)
def test_deadline_is_the_last_day_named(text: str, day: str) -> None:
    assert [str(each.deadline) for each in draft_targets(text)] == [day]


def test_exception_in_a_bracket_is_none_and_a_target_in_a_bracket_is_one() -> None:
    assert asked("100% hồ sơ (trừ 5% hồ sơ mật) được số hóa.") == ["= 100 %"]
    found = draft_targets("Tỷ lệ hài lòng đạt 90% (riêng lĩnh vực đất đai tối thiểu 85%).")
    assert [(each.indicator, each.scope) for each in found][1] == ("Tỷ lệ hài lòng", "lĩnh vực đất đai")


def test_result_turns_into_a_goal_where_the_sentence_says_so() -> None:
    assert asked("Năm 2022 tỷ lệ hồ sơ trực tuyến mới đạt 38%, năm 2023 phấn đấu 55%.") == [">= 55 %"]


def test_bracket_after_a_result_is_none_and_after_a_wish_may_be_one() -> None:
    assert asked("Đã giải quyết 5.100 hồ sơ (đạt 99,5%).") == []
    assert asked("Đã đạt 58% (xã đạt 40%); phấn đấu 65% (xã đạt 50%).") == [">= 65 %", ">= 50 %"]


def test_how_often_is_no_part_of_the_indicator() -> None:
    (found,) = draft_targets("Lãnh đạo xã đối thoại với người dân ít nhất 01 lần/năm theo quy định.")
    assert found.indicator == "Lãnh đạo xã đối thoại với người dân"


def test_unclear_numbers_are_said_to_be() -> None:
    (about,) = draft_targets("Phấn đấu khoảng 50% hồ sơ được nộp trực tuyến.")
    (better,) = draft_targets("Nâng cao vị thứ Chỉ số PAPI.")
    (clear,) = draft_targets("Phấn đấu 50% hồ sơ được nộp trực tuyến.")
    assert about.clarity == "con số chỉ là ước chừng"
    assert better.clarity == "chưa nêu mức, chỉ yêu cầu tốt hơn"
    assert clear.clarity == "rõ"


@pytest.mark.parametrize(
    "text, line",
    [
        (
            "Trước 30/6/2024, tối thiểu 65% hồ sơ nộp trực tuyến.",
            "hồ sơ nộp trực tuyến: >= 65%, hạn 30/6/2024 (rõ)",
        ),
        ("Giảm 3 đầu mối so với năm 2021.", "đầu mối: giảm >= 3 đầu mối so với năm 2021 (rõ)"),
        ("Tỷ lệ số hóa đạt 60-70%.", "Tỷ lệ số hóa: từ 60 đến 70% (rõ)"),
        ("PAPI vào top 10.", "PAPI: hạng 10 trở lên (rõ)"),
        ("PAPI xếp loại Khá.", "PAPI: xếp loại Khá trở lên (rõ)"),
        ("Nâng cao vị thứ PAPI.", "PAPI: nâng cao thứ hạng (chưa nêu mức, chỉ yêu cầu tốt hơn)"),
        (
            "Đối với cấp xã: tối thiểu 65% hồ sơ nộp trực tuyến.",
            "hồ sơ nộp trực tuyến [Đối với cấp xã]: >= 65% (rõ)",
        ),
    ],
)
def test_line_says_the_target_in_vietnamese(text: str, line: str) -> None:
    assert [proposal_line(each) for each in draft_targets(text)] == [line]
