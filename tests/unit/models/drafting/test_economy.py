"""What plans of the economy and of society ask for: growth and budgets are none of it, shares and levels are."""

import pytest

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


def test_number_of_applications_in_industry_is_no_growth_of_industry() -> None:
    assert asked("Số đơn đăng ký sở hữu công nghiệp tăng 12%.") == [">= 12 % increase"]


def test_certificate_to_be_reached_is_no_word_of_too_little() -> None:
    assert asked("Tỷ lệ lao động có bằng, chứng chỉ đạt 33%.") == [">= 33 %"]
    assert asked("Tỷ lệ lao động có việc làm chỉ đạt 33%.") == []


def test_rank_not_below_a_place_is_that_place() -> None:
    assert asked("Chỉ số PII xếp hạng không thấp hơn thứ 18.") == ["rank 18 hạng"]


def test_one_person_whose_work_grows_is_not_counted() -> None:
    text = "Tăng số hồ sơ tiếp nhận bình quân của 01 nhân sự lên mức tối thiểu 1.200 hồ sơ."
    assert asked(text) == [">= 1200 hồ sơ"]
