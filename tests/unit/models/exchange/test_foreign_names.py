"""Names of other programs: matched without tones and rank words, by likeness only where clear, never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.exchange.foreign.layout import When
from models.exchange.foreign.names import Match, Names, is_group_number, is_total, same_words
from models.exchange.foreign.words import part_said, role_said, when_said
from models.folding import fold
from models.onestop import Role
from models.period import Span

UNITS = {
    "X1": "Xã Đắc Tôi",
    "X2": "Xã La Êê",
    "X3": "Xã La Dêê",
    "X4": "Xã Đắc Pring",
    "X5": "Xã Đắc Pre",
    "TT": "Thị trấn Thạnh Mỹ",
    "H": "UBND huyện Núi Cao",
    "T1": "Xã Tân Hòa",
    "T2": "Xã Tân Hóa",
    "P1": "Phường 1",
    "P2": "Phường 11",
}


@pytest.fixture
def names() -> Names[str]:
    return Names([*((name, code) for code, name in UNITS.items()), *((code, code) for code in UNITS)])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x1", "X1"),
        ("UBND xã Đắc Tôi", "X1"),
        ("ỦY BAN NHÂN DÂN XÃ ĐẮC TÔI", "X1"),
        ("1. Đắc Tôi", "X1"),
        ("dac  toi", "X1"),
        ("Xa Dac Toi", "X1"),
        ("- La Dêê", "X3"),
        ("TT. Thạnh Mỹ", "TT"),
        ("Huyện Núi Cao", "H"),
        ("Tân Hoà", "T1"),
        ("P. 1", "P1"),
    ],
)
def test_a_name_is_found_without_case_tones_numbers_and_ranks(names: Names[str], text: str, code: str) -> None:
    assert names.match(text).target == code


@pytest.mark.parametrize("text", ["Đăk Tôi", "Đắc Prinh", "Thanh Mĩ", "Xã Đác Toi"])
def test_a_misspelt_name_is_found_and_marked(names: Names[str], text: str) -> None:
    found = names.match(text)
    assert found.target is not None
    assert found.is_likely


def test_what_fits_two_equally_is_asked(names: Names[str]) -> None:
    assert names.match("Tan Hoa") == Match(candidates=("T1", "T2"))
    assert names.match("Tân Hoá").target == "T2"


@pytest.mark.parametrize("text", ["", "12", "Phường 12", "Xã Zuôih", "Phòng Nội vụ", "Ghi chú"])
def test_what_is_like_nothing_is_not_guessed(names: Names[str], text: str) -> None:
    assert names.match(text).target is None


def test_what_a_person_chose_comes_first() -> None:
    chosen = Names([("Xã Đắc Tôi", "X1"), ("Xã Mới", "X9")], {"xa dac toi": "X9"})
    assert chosen.match("XÃ  Đắc Tôi") == Match("X9")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ho so giai quyet truoc han", "ho so giai quyet qua han", False),
        ("ho so truc tuyen", "ho so truc tiep", False),
        ("so ho so truc tuyen", "ho so truc tuyen", True),
        ("ty le ho so truc tuyen", "ho so truc tuyen", False),
        ("kiem tra cong vu", "kiem trra cong vu", True),
    ],
)
def test_long_names_that_differ_in_one_telling_word_are_not_the_same(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(["{}", "UBND {}", "3. {}", "  {} "]), st.booleans())
def test_every_name_finds_itself_however_it_is_written(code: str, form: str, is_folded: bool) -> None:
    names = Names([(name, each) for each, name in UNITS.items()])
    text = form.format(fold(UNITS[code]) if is_folded else UNITS[code])
    found = names.match(text)
    assert found.target == code or (is_folded and code in found.candidates)


@pytest.mark.parametrize(
    "text",
    ["TỔNG CỘNG", "Cộng:", "Tổng số (I+II)", "Toàn huyện", "I. Tổng cộng", "Cộng cấp xã", "Tổng cộng toàn tỉnh"],
)
def test_sums_are_known_by_their_names(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize("text", ["Tổng cục Thuế", "Tổng số hồ sơ tiếp nhận", "Công an huyện", "Cộng Hòa", "Xã A", ""])
def test_what_only_begins_alike_is_no_sum(text: str) -> None:
    assert not is_total(text)


def test_roman_and_letter_numbers_are_of_groups() -> None:
    assert [is_group_number(each) for each in ("I", "IV.", "B", "1", "X1", "Xã")] == [True] * 3 + [False] * 3


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Quý II/2023", When(Span.Q2, 2023)),
        ("SỐ LIỆU QUÝ IV NĂM 2022", When(Span.Q4, 2022)),
        ("quý 3", When(Span.Q3)),
        ("Q1-2023", When(Span.Q1, 2023)),
        ("2023-Q2", When(Span.Q2, 2023)),
        ("2023-h1", When(Span.H1, 2023)),
        ("6 tháng đầu năm 2023", When(Span.H1, 2023)),
        ("Chín tháng", When(Span.M9)),
        ("Năm 2023", When(Span.YEAR, 2023)),
        ("2023", When(Span.YEAR, 2023)),
        ("Cả năm", When(Span.YEAR)),
        ("Cùng kỳ quý II/2022", None),
        ("Lũy kế quý III", None),
        ("quý khách", None),
        ("Kế hoạch năm 2023", None),
    ],
)
def test_periods_are_read_as_offices_write_them(text: str, when: When | None) -> None:
    assert when_said(text) == when


def test_parts_of_a_ratio_are_read_with_a_hint() -> None:
    assert [part_said(each) for each in ("Tử số (a)", "MẪU SỐ", "Kết quả", "Khác")] == [
        "numerator",
        "denominator",
        "value",
        None,
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Số hồ sơ nhận giải quyết / Trong kỳ / Trực tuyến", Role.ONLINE),
        ("Số hồ sơ nhận giải quyết / Trực tiếp, BCCI", Role.DIRECT),
        ("Từ kỳ trước chuyển sang", Role.CARRIED),
        ("Đã giải quyết / Trước hạn", Role.EARLY),
        ("Đã giải quyết / Đúng hạn", Role.ON_TIME),
        ("Số hồ sơ đã giải quyết / Quá hạn", Role.LATE),
        ("Đang giải quyết / Trong hạn", Role.IN_TIME),
        ("Chưa giải quyết / Quá hạn", Role.OVERDUE),
        ("Quá hạn", None),
        ("Trước và đúng hạn", None),
        ("Đã giải quyết / Tổng số", None),
        ("Tỷ lệ đúng hạn", None),
    ],
)
def test_the_columns_of_the_one_stop_table_are_known_by_their_headings(heading: str, role: Role | None) -> None:
    assert role_said(heading) is role
