"""What a proposal would be in a plan: kind, accumulation, target."""

from decimal import Decimal

import pytest

from models.drafting.draft import draft_targets
from models.drafting.measuring import measure_of
from models.drafting.placing import marked
from models.measure import Accumulation, Kind, Operator, Target

FLOW, STOCK = Accumulation.FLOW, Accumulation.STOCK


@pytest.mark.parametrize(
    ("text", "kind", "way", "counted", "target"),
    [
        ("Phấn đấu tối thiểu 80% hồ sơ đúng hạn.", Kind.RATIO, FLOW, "", Target(Operator.AT_LEAST, Decimal(80))),
        ("Phấn đấu trên 90% cán bộ có tài khoản.", Kind.RATIO, STOCK, "", Target(Operator.MORE_THAN, Decimal(90))),
        ("Số hồ sơ quá hạn dưới 2%.", Kind.RATIO, FLOW, "", Target(Operator.LESS_THAN, Decimal(2))),
        ("Phấn đấu PAR INDEX tăng ít nhất 3 bậc.", Kind.RANK, None, "", Target(Operator.INCREASE, Decimal(3))),
        ("Phấn đấu PAR INDEX thuộc nhóm 10 tỉnh dẫn đầu.", Kind.RANK, None, "", Target(Operator.AT_LEAST, Decimal(10))),
        ("PAR INDEX đạt từ 85 điểm trở lên.", Kind.SCORE, None, "", Target(Operator.AT_LEAST, Decimal(85))),
        ("Thời gian chờ không quá 15 phút.", Kind.SCORE, None, "phút", Target(Operator.AT_MOST, Decimal(15))),
        ("Phấn đấu có ít nhất 5 sáng kiến.", Kind.COUNT, FLOW, "sáng kiến", Target(Operator.AT_LEAST, Decimal(5))),
        ("Tỷ lệ trực tuyến từ 60% đến 70%.", Kind.RATIO, FLOW, "", Target(Operator.RANGE, Decimal(60), Decimal(70))),
        ("Chi phí tuân thủ giảm ít nhất 20%.", Kind.COUNT, FLOW, "", Target(Operator.REDUCE, Decimal(20))),
        ("Kết quả TTHC còn hiệu lực được số hóa 60%.", Kind.RATIO, STOCK, "", Target(Operator.AT_LEAST, Decimal(60))),
        ("Một nửa số xã dùng hồ sơ điện tử.", Kind.RATIO, STOCK, "", Target(Operator.AT_LEAST, Decimal(50))),
        ("Vướng mắc được xử lý trong 02 tuần.", Kind.SCORE, None, "tuần", Target(Operator.AT_MOST, Decimal(2))),
        (
            "Phấn đấu thu nhập bình quân đầu người đạt 55 triệu đồng.",
            *(Kind.SCORE, None, "triệu đồng", Target(Operator.AT_LEAST, Decimal(55))),
        ),
        (
            "Phấn đấu đạt 31 giường bệnh/1 vạn dân.",
            *(Kind.SCORE, None, "giường bệnh/1 vạn dân", Target(Operator.AT_LEAST, Decimal(31))),
        ),
        (
            "Tỷ lệ hồ sơ trực tuyến tăng 5 điểm phần trăm so với năm 2022.",
            *(Kind.RATIO, FLOW, "", Target(Operator.INCREASE, Decimal(5))),
        ),
    ],
)
def test_a_proposal_has_a_kind_a_way_and_a_target(
    text: str, kind: Kind, way: Accumulation | None, counted: str, target: Target
) -> None:
    (proposal,) = draft_targets(text)
    measure = measure_of(proposal)
    assert (measure.kind, measure.accumulation, measure.measured_in, measure.target) == (kind, way, counted, target)


def test_a_change_that_is_no_least_one_is_doubtful() -> None:
    (proposal,) = draft_targets("Phấn đấu giảm 10 - 15% chi phí tuân thủ.")
    assert measure_of(proposal).target == Target(Operator.REDUCE, Decimal(10))
    assert "xem lại mức giảm, tăng" in measure_of(proposal).doubts


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Hồ sơ đạt tối thiểu 60%.", "tối thiểu 60%"),
        ("Hồ sơ đạt từ 65% trở lên.", "từ 65% trở lên"),
        ("100% văn bản được ký số.", "100%"),
        ("Phấn đấu giảm ít nhất 20% chi phí.", "giảm ít nhất 20%"),
        ("Hồ sơ đạt 65%.", "65%"),
    ],
)
def test_a_mark_holds_the_words_that_say_how_it_is_to_be_met(text: str, mark: str) -> None:
    (proposal,) = draft_targets(text)
    start, end = marked(text, proposal)
    assert text[start:end] == mark


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("ít nhất", Target(Operator.AT_LEAST, Decimal("66.66"))),
        ("trên", Target(Operator.MORE_THAN, Decimal("66.67"))),
        ("không quá", Target(Operator.AT_MOST, Decimal("66.67"))),
        ("dưới", Target(Operator.LESS_THAN, Decimal("66.66"))),
    ],
)
def test_just_two_thirds_are_judged_as_the_text_says(words: str, target: Target) -> None:
    (proposal,) = draft_targets(f"Phấn đấu {words} 2/3 số hồ sơ được nộp trực tuyến.")
    assert (measure_of(proposal).kind, measure_of(proposal).target) == (Kind.RATIO, target)
