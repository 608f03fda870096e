"""What an office chooses (who signs, to whom, on what grounds), in a report of results, by the decree's clauses."""

import re
from dataclasses import replace

import pytest

from models.plan import LegalBasis
from reports.context import Context
from reports.progress import progress_document
from reports.word.package import document_bytes
from tests.unit.reports.builders import DISPATCH, a_context, a_ratio, judged
from tests.unit.reports.reading_back import Back, plain


def read_back(context: Context) -> Back:
    return Back(document_bytes(progress_document(context)))


@pytest.fixture(scope="module")
def back() -> Back:
    return read_back(a_context())


def dispatched(**changes: object) -> Back:
    return read_back(a_context(dispatch=replace(DISPATCH, **changes)))  # type: ignore[arg-type]


def test_t5_a_law_is_cited_without_number_and_agency() -> None:
    law = LegalBasis("KH-2023", "Luật", "77/2015/QH13", None, "Quốc hội", "Tổ chức chính quyền địa phương")
    (paragraph,) = read_back(a_context(legal_bases=(law,))).by_style("LegalBasis")
    assert paragraph.text == "Căn cứ Luật Tổ chức chính quyền địa phương."


def test_t6_first_mention_is_whole(back: Back) -> None:
    second = " ".join(back.by_style("LegalBasis")[1].text.split())
    assert second == "Căn cứ Kế hoạch số 14/KH-UBND ngày 06 tháng 02 năm 2023 của UBND tỉnh về cải cách hành chính."


def test_b7_points_follow_the_vietnamese_alphabet() -> None:
    figures = [judged(a_ratio(f"T-{number}", name=f"Tỷ lệ {number}"), "1", "2") for number in range(23)]
    points = [each.text for each in read_back(a_context(figures)).by_style("Point")]
    letters = [text.split(")")[0] for text in points if re.match(r"\w\)", text)]
    assert letters == list("abcdđeghiklmnopqrstuvxy")


def test_b7_more_points_than_letters_are_dashes() -> None:
    figures = [judged(a_ratio(f"T-{number}", name=f"Tỷ lệ {number}"), "7", "8") for number in range(24)]
    points = [each.text for each in read_back(a_context(figures)).by_style("Point")]
    assert sum(text.startswith("- Tỷ lệ") for text in points) == 24


@pytest.mark.parametrize(
    "authority, position, lines",
    [
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"),
        ("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ", "TL. CHỦ TỊCH"),
        ("TUQ. Chủ tịch", "Trưởng phòng Nội vụ", "TUQ. CHỦ TỊCH"),
    ],
)
def test_s2_s5_usual_stacks(authority: str, position: str, lines: str) -> None:
    back = dispatched(authority=authority, signer_position=position)
    assert back.one("SignAuthority").text == lines
    assert back.one("SignPosition").text == position.upper()


def test_s5_a_department_signs_without_authority_line() -> None:
    back = dispatched(authority="", signer_position="TRƯỞNG PHÒNG")
    assert back.by_style("SignAuthority") == []
    assert back.one("SignPosition").text == "TRƯỞNG PHÒNG"


def test_s4_room_is_left_for_a_name_and_a_name_is_bold(back: Back) -> None:
    assert back.one("SignName").text == ""
    assert len(back.by_style("SignRoom")) >= 3
    named = dispatched(signer="Họ và tên").one("SignName")
    assert named.text == "Họ và tên"
    assert 13 <= back.points(named) <= 14


def test_r1_r2_one_addressee_stands_on_the_line(back: Back) -> None:
    addressee = back.one("Addressee")
    assert addressee.text == "Kính gửi: Sở Nội vụ tỉnh Quảng Nam"
    assert back.is_upright(addressee)
    assert 13 <= back.points(addressee) <= 14


def test_r2_several_addressees_stand_below_one_another() -> None:
    back = dispatched(addressee="Ủy ban nhân dân tỉnh Quảng Nam; Sở Nội vụ tỉnh Quảng Nam")
    assert back.one("AddresseesHead").text == "Kính gửi:"
    lines = [each.text for each in back.by_style("Addressees")]
    assert lines == ["- Ủy ban nhân dân tỉnh Quảng Nam;", "- Sở Nội vụ tỉnh Quảng Nam."]


@pytest.mark.parametrize(
    "unit, line", [("NV", "- Lưu: VT, NV."), ("NV.", "- Lưu: VT, NV."), ("", "- Lưu: VT, ...........")]
)
def test_r4_the_last_line_ends_with_one_stop(unit: str, line: str) -> None:
    assert dispatched(drafting_unit=unit).by_style("Recipient")[-1].text == line


@pytest.mark.parametrize("addressee, first", [("Sở Nội vụ", "- Như trên;"), ("", "- TT. Huyện ủy;")])
def test_r5_as_above_comes_first_exactly_when_there_is_an_addressee(addressee: str, first: str) -> None:
    back = dispatched(addressee=addressee)
    lines = [each.text for each in back.by_style("Recipient")]
    assert lines[0] == first
    assert ("- Như trên;" in lines) == bool(addressee)


def test_a1_a_single_annex_has_no_number() -> None:
    back = read_back(a_context(by_unit=[], explanations=()))
    assert back.one("AnnexNumber").text == "Phụ lục"
    assert "Số liệu chi tiết tại Phụ lục kèm theo." in "\n".join(map(plain, back.main()))


def test_what_the_office_has_not_said_is_left_as_dots() -> None:
    back = read_back(a_context(dispatch=None))
    text = "\n".join(each.text for each in back.paragraphs())
    assert "Kính gửi: ..........." in text
    assert back.one("SignPosition").text == "..........."
    assert back.one("SignName").text == ""
