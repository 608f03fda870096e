"""Tables of plans: columns known by their heads, each value a proposal."""

import unicodedata

import pytest

from models.drafting.draft import draft_targets
from models.drafting.proposal import Proposal, proposal_record


def table(*rows: str) -> str:
    return "\n".join(row.replace(" | ", "\t") for row in rows)


HEAD = "STT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2024 | Cơ quan chủ trì | Thời hạn"


def only(row: str) -> Proposal:
    (found,) = draft_targets(table(HEAD, row))
    return found


@pytest.mark.parametrize(
    "row, wanted",
    [
        ("1 | Tỷ lệ hồ sơ trực tuyến | % | ≥ 65 |  | ", (">=", "65", "%", None)),
        ("1 | Tỷ lệ hồ sơ trực tuyến | % | 65 |  | ", (">=", "65", "%", None)),
        ("1 | Tỷ lệ hồ sơ đúng hạn | % | 100 |  | ", ("=", "100", "%", None)),
        ("1 | Tỷ lệ hồ sơ trực tuyến |  | trên 65% |  | ", (">", "65", "%", None)),
        ("1 | Thời gian chờ | phút | 15 |  | ", ("<=", "15", "phút", None)),
        ("1 | Số hồ sơ số hóa | hồ sơ | 1.200 |  | ", (">=", "1200", "hồ sơ", None)),
        ("1 | Giảm biên chế | % | 5 |  | ", (">=", "5", "%", "reduce")),
        ("1 | Chỉ số PAR INDEX |  | Tăng 3 bậc |  | ", (">=", "3", "bậc", "increase")),
        ("1 | Chỉ số PAR INDEX |  | Khá trở lên |  | ", ("grade", "Khá", None, None)),
        ("1 | Chỉ số PAPI | hạng | 10 |  | ", ("rank", "10", "hạng", None)),
        ("1 | Chỉ số SIPAS |  | Top 10 |  | ", ("rank", "10", "hạng", None)),
    ],
)
def test_value_is_read_with_its_unit_and_indicator(row: str, wanted: tuple[str | None, ...]) -> None:
    record = proposal_record(only(row))
    assert (record["operator"], record["value"], record["unit"], record["direction"]) == wanted


def test_row_is_the_source_and_its_columns_are_taken_over() -> None:
    row = "1 | Tỷ lệ hồ sơ trực tuyến | % | ≥ 65 | Văn phòng | Quý II/2024"
    text = table(HEAD, row)
    (found,) = draft_targets(text)
    assert text[found.start : found.end] == found.text == table(row)
    assert text[found.number_start : found.number_end] == "≥ 65"
    assert (found.indicator, found.lead, str(found.deadline)) == ("Tỷ lệ hồ sơ trực tuyến", "Văn phòng", "2024-06-30")


def test_each_year_of_a_plan_is_a_proposal_and_what_was_reached_is_none() -> None:
    text = table("TT | Nội dung chỉ tiêu | Thực hiện 2023 | Kế hoạch năm 2024 | Kế hoạch năm 2025",
                 "1 | Tỷ lệ số hóa | 50% | 60% | 70%")  # fmt: skip
    found = draft_targets(text)
    assert [(each.value, each.year) for each in found] == [(60, 2024), (70, 2025)]
    assert [str(each.deadline) for each in found] == ["2024-12-31", "2025-12-31"]


def test_unit_may_stand_in_the_head() -> None:
    (found,) = draft_targets(table("TT | Chỉ tiêu | Mức phấn đấu (%)", "1 | Hài lòng của người dân | 90"))
    assert (found.value, found.unit) == (90, "%")


def test_value_without_a_unit_is_said_to_have_none() -> None:
    assert only("1 | Hài lòng của người dân |  | 90 |  | ").clarity == "chưa nêu đơn vị tính"


def test_decomposed_letters_are_read_alike_at_their_own_places() -> None:
    text = unicodedata.normalize("NFD", table(HEAD, "1 | Tỷ lệ hồ sơ trực tuyến | % | trên 65% |  | Quý II/2024"))
    (found,) = draft_targets(text)
    assert (found.operator, found.value, str(found.deadline)) == (">", 65, "2024-06-30")
    assert text[found.start : found.end] == found.text


def test_rows_of_headings_give_nothing() -> None:
    found = draft_targets(table(HEAD, "I | Thủ tục hành chính |  |  |  | ", "1 | Hài lòng | % | 90 |  | "))
    assert [each.indicator for each in found] == ["Hài lòng"]


def test_cells_of_other_tables_are_read_as_sentences() -> None:
    text = table("TT | Nhiệm vụ | Sản phẩm", "1 | Bảo đảm tối thiểu 65% hồ sơ trực tuyến | Báo cáo")
    assert [each.text for each in draft_targets(text)] == ["Bảo đảm tối thiểu 65% hồ sơ trực tuyến"]


def test_table_that_assigns_indicators_gives_each_place_its_own() -> None:
    text = table("GIAO CHỈ TIÊU CHO CÁC XÃ NĂM 2026", "TT | Tên xã | Hồ sơ trực tuyến (%) | Số hóa (%)",
                 "1 | Phường An Khê | 90 | 100", "2 | Xã Hòa Vang | 80 | 95")  # fmt: skip
    found = draft_targets(text)
    assert [(each.indicator, each.scope, each.operator, each.value) for each in found] == [
        ("Hồ sơ trực tuyến", "Phường An Khê", ">=", 90),
        ("Số hóa", "Phường An Khê", "=", 100),
        ("Hồ sơ trực tuyến", "Xã Hòa Vang", ">=", 80),
        ("Số hóa", "Xã Hòa Vang", ">=", 95),
    ]


@pytest.mark.parametrize("above", ["Kết quả giao chỉ tiêu", "Tình hình các xã", ""])
def test_the_same_table_of_what_was_reached_gives_nothing(above: str) -> None:
    rows = (
        "TT | Tên xã | Hồ sơ trực tuyến (%) | Số hóa (%)",
        "1 | Phường An Khê | 90 | 100",
        "2 | Xã Hòa Vang | 80 | 95",
    )
    assert draft_targets(table(above, *rows)) == []


def test_columns_of_results_give_nothing_where_no_column_sets_a_target() -> None:
    text = table("TT | Nội dung | Kết quả năm 2024 | So với năm 2023", "1 | Xếp hạng CCHC | 5 | Tăng 2 bậc")
    assert draft_targets(text) == []
