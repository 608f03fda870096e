"""What plans of the economy and of society ask for: growth and budgets are none of it, shares and levels are."""

import pytest

from models.drafting.draft import draft_targets, numbers_left
from tests.unit.models.drafting.test_wordings import asked


@pytest.mark.parametrize(
    "text",
    [
        "Tốc độ tăng trưởng GRDP bình quân đạt 9%/năm.",
        "Phấn đấu tốc độ tăng tổng giá trị sản phẩm trên địa bàn đạt 8%.",
        "Phấn đấu GRDP đạt 8,5%.",
        "Tổng thu ngân sách vượt 7% dự toán.",
        "Phấn đấu tăng 10% thu ngân sách.",
        "Phấn đấu công nghiệp - xây dựng tăng 9%, dịch vụ tăng 7%.",
        "Doanh thu kinh tế số tăng 15%.",
        "Phấn đấu giữ lạm phát dưới 4%.",
    ],
)
def test_growth_of_the_economy_is_no_target(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Tỷ trọng công nghệ số trong GRDP đạt tối thiểu 12%.", [">= 12 %"]),
        ("Giá trị tăng thêm của kinh tế số chiếm trên 18% GDP.", ["> 18 %"]),
        ("Giá trị gia tăng của công nghệ số trong GDP trên 18%.", ["> 18 %"]),
        ("Tỷ trọng thương mại điện tử trong tổng mức bán lẻ đạt 14%.", [">= 14 %"]),
        ("Chi nghiên cứu phát triển (R&D)/GRDP tối thiểu 1,2%.", [">= 1.2 %"]),
        ("Đóng góp của TFP vào tăng trưởng kinh tế đạt trên 52%.", ["> 52 %"]),
        (
            "Kinh tế tư nhân đóng góp khoảng 50 - 55% GDP, khoảng 30 - 32% thu ngân sách.",
            ["range 50..55 %", "range 30..32 %"],
        ),
        ("Chi phí vận tải so với GDP giảm xuống tương đương 10% - 12%.", ["range 10..12 %"]),
        ("Giảm bội chi xuống dưới 3% tổng sản phẩm.", ["< 3 %"]),
        ("Phấn đấu giá trị thanh toán không dùng tiền mặt gấp 25 lần GRDP.", [">= 25 lần"]),
        ("Thu nhập bình quân của hộ nghèo tăng ít nhất 1,4 lần so với năm 2022.", [">= 1.4 lần increase"]),
        ("Trong GDP, tỷ trọng dịch vụ đạt trên 45%, công nghiệp - xây dựng trên 38%.", ["> 45 %", "> 38 %"]),
    ],
)
def test_share_of_the_economy_and_a_multiple_of_it_are_targets(text: str, wanted: list[str]) -> None:
    assert asked(text) == wanted


def test_number_per_so_many_people_is_of_the_thing_it_counts() -> None:
    found = draft_targets("Phấn đấu tỷ lệ hộ nghèo giảm 1%; đạt 30 giường bệnh và 11 bác sĩ/1 vạn dân.")
    assert [each.indicator for each in found[1:]] == ["giường bệnh", "bác sĩ/1 vạn dân"]


def test_number_of_applications_in_industry_is_no_growth_of_industry() -> None:
    assert asked("Số đơn đăng ký sở hữu công nghiệp tăng 12%.") == [">= 12 % increase"]


def test_certificate_to_be_reached_is_no_word_of_too_little() -> None:
    assert asked("Tỷ lệ lao động có bằng, chứng chỉ đạt 33%.") == [">= 33 %"]
    assert asked("Tỷ lệ lao động có việc làm chỉ đạt 33%.") == []
    (found,) = draft_targets("Lao động có bằng cấp, chứng chỉ đạt 33%.")
    assert found.indicator == "Lao động có bằng cấp, chứng chỉ"


def test_rank_not_below_a_place_is_that_place() -> None:
    assert asked("Chỉ số PII xếp hạng không thấp hơn thứ 18.") == ["rank 18 hạng"]


def test_one_person_whose_work_grows_is_not_counted() -> None:
    text = "Tăng số hồ sơ tiếp nhận bình quân của 01 nhân sự lên mức tối thiểu 1.200 hồ sơ."
    assert asked(text) == [">= 1200 hồ sơ"]


@pytest.mark.parametrize(
    "text, wanted",
    [
        (
            "Đến năm 2025 có 9 bác sĩ và 28 giường bệnh/1 vạn dân.",
            [">= 9 bác sĩ/1 vạn dân", ">= 28 giường bệnh/1 vạn dân"],
        ),
        ("Phấn đấu đạt 9 bác sĩ trên 1 vạn dân.", [">= 9 bác sĩ/1 vạn dân"]),
        ("Tỷ suất bác sĩ, giường bệnh: 8,5 bác sĩ/vạn dân.", [">= 8.5 bác sĩ/vạn dân"]),
        ("Tỷ lệ tử vong trẻ em dưới 12/1.000 trẻ còn sống vào năm 2025.", ["< 12 /1.000 trẻ"]),
        ("Giảm từ 21 ca sinh/1.000 phụ nữ xuống 17 ca sinh/1.000 phụ nữ.", ["<= 17 ca sinh/1.000 phụ nữ"]),
        ("Phấn đấu có 1,5 triệu doanh nghiệp hoạt động.", [">= 1500000 doanh nghiệp"]),
        ("Cổng phục vụ ít nhất 1,2 tỷ lượt truy cập.", [">= 1200000000 lượt"]),
        ("Phấn đấu đạt 1 - 1,5 triệu lượt truy cập.", ["range 1000000..1500000 lượt"]),
    ],
)
def test_number_per_so_many_people_and_millions_are_read_exactly(text: str, wanted: list[str]) -> None:
    assert asked(text) == wanted


@pytest.mark.parametrize(
    "text, wanted",
    [
        ("Tổng sản phẩm bình quân đầu người đạt từ 58 triệu đồng trở lên.", [">= 58 triệu đồng"]),
        ("Phấn đấu thu nhập bình quân đầu người đạt 92 triệu đồng/năm; 100% đường.", [">= 92 triệu đồng", "= 100 %"]),
        ("Nâng thu nhập bình quân đầu người ít nhất lên 60,5 triệu đồng.", [">= 60.5 triệu đồng"]),
        ("Tổng thu ngân sách trên địa bàn đạt 4.350 tỷ đồng trở lên.", [">= 4350 tỷ đồng"]),
        ("GDP bình quân đầu người khoảng 4.100 - 4.500 USD.", ["range 4100..4500 USD"]),
        ("Sản lượng điện khoảng 310 - 340 tỷ kWh.", ["range 310..340 tỷ kWh"]),
    ],
)
def test_level_of_the_economy_with_a_word_of_aim_is_a_target(text: str, wanted: list[str]) -> None:
    assert asked(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Kinh phí thực hiện khoảng 400 - 600 triệu đồng.",
        "Phấn đấu hỗ trợ vốn đầu tư từ 30 triệu đồng trở lên cho mỗi hộ.",
        "Phấn đấu thu ngân sách 12 tỷ đồng.",
        "Thu nhập bình quân 45 triệu đồng/người/năm.",
        "Gói thầu có giá trị từ 100 triệu đồng trở lên.",
    ],
)
def test_cost_and_bare_amount_of_money_are_no_targets(text: str) -> None:
    assert asked(text) == []
    assert numbers_left(text, draft_targets(text)) == []


def test_level_that_nobody_wishes_is_left_to_the_eye() -> None:
    text = "Thu ngân sách đạt trên 500 tỷ đồng."
    assert [text[start:end] for start, end in numbers_left(text, draft_targets(text))] == ["500"]
    assert asked(text) == []


def test_line_that_opens_a_list_of_lists_says_what_all_of_them_are() -> None:
    lists = "{}:\n1. Về môi trường:\n- Tỷ lệ che phủ rừng đạt 41,7%.\n2. Về xã hội:\n- Tỷ lệ bảo hiểm y tế đạt 94%."
    assert asked(lists.format("Các chỉ tiêu chủ yếu")) == [">= 41.7 %", ">= 94 %"]
    assert asked(lists.format("Kết quả thực hiện năm 2023")) == []


def test_line_broken_before_a_count_or_a_rank_goes_on() -> None:
    assert asked("Tổ chức đào tạo, bồi dưỡng\n2.500 lượt cán bộ.") == [">= 2500 lượt"]
    assert asked("Năm qua huyện đứng thứ\n06/34 đơn vị trong tỉnh.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Trung tâm đạt được những kết quả tốt. Tỷ lệ hồ sơ số đạt 96%; chỉ tiêu số hóa hồ sơ đạt 100%.",
        "Tỷ lệ số hóa hồ sơ tháng 8 toàn tỉnh đạt 100%.",
        "Tỷ lệ thanh toán trực tuyến đạt 97%, tăng 41% so với trước khi có Chỉ thị, trong đó cấp huyện đạt 95%.",
        "Về chỉ tiêu số hóa, tỷ lệ số hóa đạt 100%, tăng 60% so với trước đây.",
        "Kinh tế của huyện vượt kịch bản đề ra, đứng thứ 4 trong tỉnh.",
        "Ngành có tỷ lệ nữ dưới 25% có thể điều chỉnh cho phù hợp.",
        "Hệ thống thông tin được bảo vệ 4 lớp.",
    ],
)
def test_news_of_results_conditions_and_layers_are_no_targets(text: str) -> None:
    assert asked(text) == []


def test_wish_to_reach_results_is_no_news_of_them() -> None:
    assert asked("Phấn đấu đạt được những kết quả tốt: 90% hồ sơ trực tuyến.") == [">= 90 %"]
    assert asked("Phấn đấu đến tháng 8 toàn tỉnh đạt 95% hồ sơ trực tuyến.") == [">= 95 %"]
