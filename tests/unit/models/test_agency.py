"""What an agency's name tells, in capitals or not."""

import pytest

from models.agency import Tier, agency, agency_name


@pytest.mark.parametrize(
    "name, written",
    [
        ("ỦY BAN NHÂN DÂN HUYỆN NAM GIANG", "Ủy ban nhân dân huyện Nam Giang"),
        ("UBND XÃ ĐẮC PRE", "UBND xã Đắc Pre"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("PHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội"),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ THÀNH PHỐ HỒ CHÍ MINH", "Sở Khoa học và Công nghệ thành phố Hồ Chí Minh"),
        ("VĂN PHÒNG HĐND VÀ UBND HUYỆN NAM GIANG", "Văn phòng HĐND và UBND huyện Nam Giang"),
        ("Sở  Nội vụ", "Sở Nội vụ"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_written_as_sentences_have_it(name: str, written: str) -> None:
    assert agency_name(name) == written


@pytest.mark.parametrize(
    "name, letters",
    [
        ("UBND xã Cà Dy", "UBND"),
        ("Sở Nội vụ tỉnh Quảng Nam", "SNV"),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "SLĐTBXH"),
        ("Phòng Văn hóa - Xã hội xã Long Phụng", "PVHXH"),
        ("Văn phòng HĐND và UBND huyện Nam Giang", "VP"),
        ("", ""),
    ],
)
def test_letters_in_symbols(name: str, letters: str) -> None:
    assert agency(name).abbreviation == letters


@pytest.mark.parametrize(
    "name, whole, dateline",
    [
        ("UBND HUYỆN NAM GIANG", "huyện Nam Giang", "Nam Giang"),
        ("Xã Cà Dy", "xã Cà Dy", "Cà Dy"),
        ("ỦY BAN NHÂN DÂN QUẬN 1", "quận 1", "Quận 1"),
        ("UBND THÀNH PHỐ HỒ CHÍ MINH", "thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Phòng Văn hóa - Xã hội", "", ""),
        ("UBND cấp xã", "", ""),
    ],
)
def test_the_place_an_agency_is_named_with(name: str, whole: str, dateline: str) -> None:
    assert (agency(name).whole_place, agency(name).dateline) == (whole, dateline)


def test_a_bare_place_is_its_peoples_committee() -> None:
    assert agency("Thị trấn Thạnh Mỹ").name == "Ủy ban nhân dân thị trấn Thạnh Mỹ"
    assert agency("Thị trấn Thạnh Mỹ").is_committee
    assert agency("UBND huyện Nam Giang").short_name == "UBND huyện Nam Giang"


@pytest.mark.parametrize(
    "name, above, tier",
    [
        ("UBND tỉnh Quảng Nam", "", Tier.PROVINCE),
        ("UBND thành phố Đà Nẵng", "", Tier.PROVINCE),
        ("UBND thành phố Huế", "UBND tỉnh Thừa Thiên Huế", Tier.DISTRICT),
        ("UBND thành phố Tam Kỳ", "UBND tỉnh Quảng Nam", Tier.DISTRICT),
        ("UBND thị xã Điện Bàn", "", Tier.DISTRICT),
        ("UBND thị trấn Thạnh Mỹ", "", Tier.COMMUNE),
        ("UBND đặc khu Lý Sơn", "", Tier.COMMUNE),
        ("Chính phủ", "", Tier.CENTRE),
        ("Bộ Nội vụ", "", Tier.CENTRE),
        ("Sở Nội vụ", "", Tier.UNKNOWN),
    ],
)
def test_the_level_of_an_agency(name: str, above: str, tier: Tier) -> None:
    assert agency(name).tier(agency(above) if above else None) is tier
