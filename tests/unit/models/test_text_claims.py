"""What a report's prose and tables claim of their numbers."""

import unicodedata
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.period import Period, Span
from models.textcheck.check import check_text
from models.textcheck.claim import claim_line, claim_record
from models.textcheck.entered import Entered, entered_claims, text_period
from tests.unit.models.published_passages import PASSAGES, Labelled, Passage


def found(text: str) -> list[Labelled]:
    """Return the claims of a text as they were labelled: stated, computed, holds."""
    records = [claim_record(claim) for claim in check_text(text)]
    return [(str(each["stated"]), str(each["computed"]), bool(each["holds"])) for each in records]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.source)
def test_published_passage_is_read_as_labelled(passage: Passage) -> None:
    assert Counter(found(passage.text)) == Counter(passage.claims)


RIGHT = (
    ("297 = 216 cấp huyện + 81 cấp xã", "297"),
    ("216 cấp huyện + 81 cấp xã = 297 TTHC.", "297"),
    ("Tiếp nhận 11.072 hồ sơ, trong đó giải quyết trước hạn 458, đúng hạn 10.614.", "11072"),
    ("Tiếp nhận 11,072 hồ sơ, trong đó giải quyết trước hạn 458, đúng hạn 10,614.", "11072"),
    ("Tiếp nhận 11 072 hồ sơ, trong đó giải quyết trước hạn 458, đúng hạn 10 614.", "11072"),
    ("Tiếp nhận 11\N{NO-BREAK SPACE}072 hồ sơ, trong đó trước hạn 458, đúng hạn 10\N{NO-BREAK SPACE}614.", "11072"),
    ("Tiếp nhận 11072 hồ sơ. Trong đó: trước hạn 458; đúng hạn 10614.", "11072"),
    ("Tổng số tiếp nhận: 11.072 hồ sơ, trong đó:\n- Trước hạn: 458 hồ sơ;\n- Đúng hạn: 10.614 hồ sơ.", "11072"),
    ("Đã tiếp nhận 11.072\nhồ sơ, trong đó giải quyết trước hạn 458 hồ sơ, đúng hạn\n10.614 hồ sơ.", "11072"),
    ("Đã tiếp nhận 2.647 hồ sơ, trả đúng hạn 2.647 hồ sơ, không có hồ sơ trễ hạn.", "2647"),
    ("Cấp huyện có 216 thủ tục, cấp xã có 81 thủ tục, tổng cộng 297 thủ tục.", "297"),
    ("Toàn huyện có 297 TTHC, gồm 216 cấp huyện, trong đó 50 toàn trình, và 81 cấp xã, trong đó 14 toàn trình.", "297"),
    ("Tiếp nhận 150 phản ánh, kiến nghị, đã xử lý 148, đang xử lý 2.", "150"),
    ("05 đơn vị xuất sắc, 20 đơn vị tốt, 10 đơn vị khá, 01 đơn vị trung bình trong tổng số 36 đơn vị.", "36"),
    ("Kinh phí 1,5 tỷ đồng, gồm 900 triệu đồng tuyên truyền và 600 triệu đồng tập huấn.", "1500000000"),
)


@pytest.mark.parametrize(("text", "total"), RIGHT)
def test_right_sum_is_accepted(text: str, total: str) -> None:
    assert found(text) == [(total, total, True)]


WRONG = (
    ("Đã giải quyết 4.500 hồ sơ, cụ thể: trước hạn: 3.200, đúng hạn: 1.250, trễ hạn: 60.", "4500", "4510"),
    ("Toàn tỉnh có 1.780 TTHC, gồm 1.350 cấp tỉnh, 290 cấp huyện và 150 cấp xã.", "1780", "1790"),
    ("Tổng hồ sơ: 1.500 = 900 + 500 + 110.", "1500", "1510"),
    ("Tiếp nhận 500 hồ sơ, trong đó có 300 hồ sơ trực tuyến, 250 hồ sơ trực tiếp.", "500", "550"),
    ("Tiếp nhận 1.200 hồ sơ, đã giải quyết 1.150 hồ sơ, đang giải quyết 60 hồ sơ.", "1200", "1210"),
    ("Tổng số lượt đánh giá là 5952, gồm 6597 rất hài lòng, 335 hài lòng và 20 bình thường.", "5952", "6952"),
    ("Rất hài lòng 61,2%, hài lòng 35,7%, bình thường 3,1%, không hài lòng 1%.", "100", "101"),
    ("Hoàn thành 7/8 xã, đạt 100%.", "100", "87.5"),
    ("Trực tuyến 2.345/3.456 hồ sơ, chiếm 67,58%.", "67.58", "67.85"),
    ("Đã giải quyết 1.000 hồ sơ, trong đó đúng hạn 950 hồ sơ, đạt 98%.", "98", "95"),
)


@pytest.mark.parametrize(("text", "stated", "computed"), WRONG)
def test_wrong_claim_is_reported_with_both_numbers(text: str, stated: str, computed: str) -> None:
    assert found(text) == [(stated, computed, False)]


SILENT = (
    "Trong tháng tiếp nhận 500 hồ sơ, trong đó có 320 hồ sơ trực tuyến và 30 hồ sơ qua bưu chính công ích.",
    "Toàn tỉnh có 500 cán bộ, trong đó 400 đảng viên, 300 nữ.",
    "Tiếp nhận 3.000 hồ sơ; trong đó đất đai 1.200 hồ sơ, hộ tịch 800 hồ sơ, còn lại là các lĩnh vực khác.",
    "Căn cứ Nghị định 09/2019/NĐ-CP, Điều 12, khoản 3; có 7 nhóm chỉ tiêu, quý I/2023, năm 2021-2025.",
    "Điện thoại 0235.3840.123; hồ sơ H21.65-220914-0011; kinh phí 1.250.000.000 đồng; từ 15/12 đến 14/3/2023.",
    "Tỷ lệ trực tuyến đạt 85,2%, thanh toán trực tuyến 60,1%, số hóa kết quả 75,3%, hài lòng 98,9%.",
    "Cấp tỉnh đạt 98,5%, cấp huyện 97,2%, cấp xã 99,1%, tăng 0,5% so với cùng kỳ (98,2%).",
    "Năm 2022 tiếp nhận 12.000 hồ sơ, tăng 2.000 hồ sơ so với năm 2021 (10.000 hồ sơ), tương ứng tăng 20%.",
    "Đã ban hành khoảng 100 văn bản, gồm 30 quyết định và 50 kế hoạch.",
    "Phấn đấu trên 65% hồ sơ trực tuyến, trong đó 50% thanh toán trực tuyến, 30% qua bưu chính.",
    "Từ 80 đến dưới 90 điểm xếp loại Tốt; cắt giảm từ 30 ngày xuống 20 ngày (33,3%) với 45 TTHC, gồm 30 TTHC đất đai.",
    "Đã tổ chức 12 lớp với 450 học viên, kiểm tra 5/12 xã, phát hiện 8 tồn tại.",
    "",
)


@pytest.mark.parametrize("text", SILENT)
def test_text_without_a_claim_gives_none(text: str) -> None:
    assert found(text) == []


def test_two_breakdowns_of_one_total_are_two_claims() -> None:
    text = "Tổng số 300 TTHC, chia theo cấp: 200 cấp huyện, 100 cấp xã; chia theo mức độ: toàn trình 120, một phần 170."
    assert found(text) == [("300", "300", True), ("300", "290", False)]


def test_nested_totals_are_each_checked() -> None:
    text = (
        "Kết quả:\n- Tiếp nhận: 1.000 hồ sơ\n- Đã giải quyết: 950 hồ sơ, gồm:\n+ Trước hạn: 700 hồ sơ\n"
        "+ Đúng hạn: 240 hồ sơ\n+ Quá hạn: 20 hồ sơ\n- Đang giải quyết: 50 hồ sơ\n"
    )
    assert Counter(found(text)) == Counter([("1000", "1000", True), ("950", "960", False)])


@pytest.mark.parametrize(("percent", "holds"), [("98,94", True), ("98,95", True), ("98,93", False), ("98,96", False)])
def test_rate_may_be_rounded_or_cut_off_but_no_more(percent: str, holds: bool) -> None:
    (claim,) = check_text(f"Đúng hạn 204.847/207.030 hồ sơ, đạt {percent}%.")  # 98.9456
    assert claim.holds is holds
    assert claim.computed == Decimal("98.95")


def test_rate_in_time_is_that_of_all_that_was_in_time() -> None:
    text = "Tiếp nhận 1.000 hồ sơ, trong đó trước hạn 400, đúng hạn 550, quá hạn 50; tỷ lệ giải quyết đúng hạn đạt {}%."
    assert found(text.format(95)) == [("1000", "1000", True), ("95", "95", True)]
    assert found(text.format(97)) == [("1000", "1000", True), ("97", "95", False)]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.source)
def test_clause_stands_where_it_says_in_either_form(passage: Passage, form: str) -> None:
    text = unicodedata.normalize(form, passage.text)  # type: ignore[arg-type]
    claims = check_text(text)
    assert Counter(found(text)) == Counter(passage.claims)
    assert all(text[claim.start : claim.end] == claim.clause for claim in claims)


@given(st.lists(st.integers(1, 900_000), min_size=3, max_size=3), st.sampled_from([0, 0, 1, -1, 1000, 37]))
def test_sum_of_any_size_is_right_or_off_by_what_was_added(parts: list[int], off: int) -> None:
    stated = max(sum(parts) + off, 1)
    written = [f"{number:,}".replace(",", ".") for number in (stated, *parts)]
    text = "Đã giải quyết {} hồ sơ, trong đó trước hạn {} hồ sơ, đúng hạn {} hồ sơ, quá hạn {} hồ sơ.".format(*written)
    assert found(text) == [(str(stated), str(sum(parts)), stated == sum(parts))]


@given(st.text(alphabet="0123456789.,;:()%/+= \n\tđạtgồmvàhồsơ-", max_size=120))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert all(text[claim.start : claim.end] == claim.clause for claim in check_text(text))


def test_long_list_of_lines_is_read_line_by_line() -> None:
    text = "\n".join(f"- Xã {i}: tiếp nhận 100 hồ sơ, trong đó trước hạn 40, đúng hạn 61" for i in range(100))
    assert found(text) == [("100", "101", False)] * 100


def test_list_nested_many_times_is_read_in_good_time() -> None:
    nested = ", trong đó ".join(f"{number} hồ sơ" for number in range(2, 60))
    assert len(check_text(f"Tổng 1.000 hồ sơ, trong đó {nested}")) < 10


def test_bullets_that_are_sentences_stand_alone() -> None:
    text = "- Huyện có 216 thủ tục.\n- Tiếp nhận 11.072 hồ sơ, trong đó trước hạn 458, đúng hạn 10.614.\n- Có 81 xã."
    assert found(text) == [("11072", "11072", True)]


TABLE = (
    "STT\tLĩnh vực\tTổng\tTrực tuyến\tTrực tiếp\tKỳ trước\n1\tĐất đai\t100\t60\t30\t10\n2\tHộ tịch\t50\t20\t30\t0\n"
    "3\tXây dựng\t{}\t10\t15\t5\n\tTổng cộng\t{}\t90\t75\t15\n"
)


def test_table_that_adds_up_holds_in_rows_and_columns() -> None:
    claims = check_text(TABLE.format(30, 180))
    assert len(claims) == 8
    assert all(claim.holds for claim in claims)


def test_table_names_the_row_and_the_column_that_do_not_add_up() -> None:
    wrong = [claim for claim in check_text(TABLE.format(31, 180)) if not claim.holds]
    assert [(claim.clause.split("\t")[1], claim.where, claim.difference) for claim in wrong] == [
        ("Xây dựng", "cột Tổng", 1),
        ("Tổng cộng", "cột Tổng", -1),
    ]


def test_line_says_the_difference_in_words() -> None:
    (claim,) = check_text("Có 5.952 lượt đánh giá (rất hài lòng 6.597; hài lòng 335; bình thường 20).")
    assert claim_line(claim).startswith("Sai: “Có 5.952 lượt đánh giá (rất hài lòng")
    assert claim_line(claim).endswith("ghi 5.952, tính lại 6.952, lệch 1.000.")


ENTERED = (
    Entered("Hồ sơ giải quyết qua dịch vụ công trực tuyến một phần", "TTHC-01, kỳ 2023-Q1", Fraction(2, 3) * 100, True),
    Entered("Hài lòng về giải quyết TTHC", "TTHC-03, kỳ 2023-Q1", Fraction(92), True),
    Entered("hồ sơ trực tuyến một phần", "TTHC-01, tử số, kỳ 2023-Q1", Fraction(400), False),
    Entered("tổng số hồ sơ", "TTHC-01, mẫu số, kỳ 2023-Q1", Fraction(600), False),
)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần đạt 66,67%.", [True]),
        ("Tỷ lệ hồ sơ giải quyết qua DVC trực tuyến một phần đạt 66,66%.", [True]),
        ("Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần đạt 70%.", [False]),
        ("Có 410 hồ sơ trực tuyến một phần.", [False]),
        ("Tỷ lệ hồ sơ đúng hạn đạt 70%.", []),
        ("Ở xã Cà Dy, hồ sơ trực tuyến một phần là 12.", []),
    ],
)
def test_number_is_compared_with_what_is_entered_only_when_clearly_named(text: str, holds: list[bool]) -> None:
    assert [claim.holds for claim in entered_claims(text, ENTERED, ["Xã Cà Dy"])] == holds


@pytest.mark.parametrize(
    ("table", "claims"),
    [
        ("Tổng\tTrước hạn\tĐúng hạn\tQuá hạn\n100\t20\t70\t9\n", [("100", "99")]),
        ("Tổng số\tTrực tuyến\tTrực tiếp\n10\t6\t4\n", [("10", "10")]),
        (
            "STT\tLĩnh vực\tTổng\tTrực tuyến\tTrực tiếp\n(1)\t(2)\t(3)=(4)+(5)\t(4)\t(5)\n"
            "1\tĐất đai\t10\t6\t4\n2\tHộ tịch\t20\t6\t13\n",
            [("10", "10"), ("20", "19")],
        ),
    ],
)
def test_rows_without_a_name_are_figures_and_numbers_of_columns_are_none(
    table: str, claims: list[tuple[str, str]]
) -> None:
    assert [(claim_record(each)["stated"], claim_record(each)["computed"]) for each in check_text(table)] == claims


def test_a_large_table_is_read_in_time_that_grows_with_it() -> None:
    started = process_time()
    assert check_text(("|".join(["1"] * 100) + "\n") * 300) == []
    assert process_time() - started < 10  # half a second; a minute where each line break looked through all blanks


def test_entered_claim_says_where_it_comes_from() -> None:
    (claim,) = entered_claims("Có 410 hồ sơ trực tuyến một phần.", ENTERED)
    record = claim_record(claim)
    assert (record["computed"], record["difference"]) == ("400", "10")
    assert record["source"] == "chỉ tiêu TTHC-01, tử số, kỳ 2023-Q1"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Báo cáo CCHC quý II năm 2023", Period(2023, Span.Q2)),
        ("BÁO CÁO 6 tháng đầu năm 2023", Period(2023, Span.H1)),
        ("Kết quả 9 tháng năm 2025", Period(2025, Span.M9)),
        ("Đến hết quý II năm 2023, huyện đã", Period(2023, Span.H1)),
        ("Lũy kế đến hết quý 3/2023", Period(2023, Span.M9)),
        ("Kế hoạch hết hạn. Quý III năm 2023", Period(2023, Span.Q3)),
        ("Báo cáo năm 2022", Period(2022)),
        ("Báo cáo", None),
    ],
)
def test_period_is_read_from_the_text(text: str, period: Period | None) -> None:
    assert text_period(text) == period
