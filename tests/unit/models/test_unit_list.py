"""A list of names becomes units with codes, kinds and one superior."""

import pytest

from models.errors import KnownError
from models.unit import Unit
from models.unit_list import free_code, units_of_list


@pytest.mark.parametrize(
    "name, code",
    [
        ("Xã Cà Dy", "CADY"),
        ("UBND huyện Nam Giang", "NAMGIANG"),
        ("Ủy ban nhân dân tỉnh Quảng Nam", "QUANGNAM"),
        ("Thị trấn Thạnh Mỹ", "THANHMY"),
        ("Đặc khu Phú Quốc", "PHUQUOC"),
        ("Phường 1", "P1"),
        ("Trung tâm Phục vụ hành chính công", "PHUCVUHANHCHINHCONG"),
        ("Xã", "X"),
        ("???", "DV"),
    ],
)
def test_a_code_is_made_of_the_names_own_words(name: str, code: str) -> None:
    assert free_code(name, ()) == code
    assert free_code(name, {code}) == f"{code}2"


def test_the_first_of_a_list_stands_above_the_others() -> None:
    found = units_of_list("UBND huyện Nam Giang\n\n  Xã  Cà Dy \nPhòng Nội vụ\tPNV\tphòng chuyên môn\n", ["CADY"])
    assert found == [
        Unit("NAMGIANG", "UBND huyện Nam Giang", "huyện"),
        Unit("CADY2", "Xã Cà Dy", "xã", "NAMGIANG"),
        Unit("PNV", "Phòng Nội vụ", "phòng chuyên môn", "NAMGIANG"),
    ]


@pytest.mark.parametrize(
    "text, said", [("\n \n", "chưa có tên"), ("Xã A\nXã A", "hai lần"), ("A\tX\nB\tX", "Mã X"), ("A\tX;Y", "Mã X;Y")]
)
def test_a_list_that_cannot_be_taken_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(KnownError, match=said):
        units_of_list(text)
