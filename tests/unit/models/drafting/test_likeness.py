"""Names of one indicator are known again, and those of different ones are kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.drafting.likeness import LIKE, likeness

SAME = [
    ("Tỷ lệ hồ sơ trực tuyến toàn trình", "hồ sơ trực tuyến toàn trình"),
    ("Chỉ số cải cách hành chính (PAR INDEX): xếp loại", "PAR INDEX"),
    ("Hài lòng về giải quyết TTHC", "Mức độ hài lòng của người dân về giải quyết thủ tục hành chính"),
    ("Văn bản điện tử (trừ văn bản mật)", "văn bản điện tử"),
]
OTHER = [
    ("Hồ sơ trực tuyến toàn trình", "Hồ sơ trực tuyến một phần"),
    ("Hồ sơ đúng hạn cấp huyện", "Hồ sơ đúng hạn cấp xã"),
    ("Hồ sơ giải quyết đúng hạn", "Hồ sơ giải quyết quá hạn"),
    ("SIPAS: vị thứ", "PAPI: vị thứ"),
    ("Tỷ lệ", "Mức độ"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "other"), SAME)
def test_the_same_in_other_words_is_the_same(name: str, other: str) -> None:
    assert likeness(name, other) == 1


@pytest.mark.parametrize(("name", "other"), OTHER)
def test_what_differs_in_a_telling_word_is_another(name: str, other: str) -> None:
    assert likeness(name, other) < LIKE


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_mutual_and_a_share(name: str, other: str) -> None:
    assert likeness(name, other) == likeness(other, name)
    assert 0 <= likeness(name, other) <= 1
