"""The report, read back, held against the decree's checklist: one test for each clause, by its id."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from models.dispatch import Dispatch
from models.period import read_period
from models.plan import LegalBasis
from reports.context import Context
from reports.progress import progress_document
from reports.word.package import document_bytes
from reports.word.text_width import width_mm
from tests.unit.reports.builders import DISPATCH, a_context, a_ratio, judged
from tests.unit.reports.reading_back import MM, Back

TWIPS_PER_MM = 1440 / 25.4


def read_back(context: Context) -> Back:
    return Back(document_bytes(progress_document(context)))


@pytest.fixture(scope="module")
def back() -> Back:
    return read_back(a_context())


def dispatched(**changes: object) -> Back:
    return read_back(a_context(dispatch=replace(DISPATCH, **changes)))  # type: ignore[arg-type]


def rule_mm(back: Back, number: int, available: float) -> float:
    """The length of the document's first, second, ... drawn line."""
    rule = back.by_style("Rule")[number]
    assert back.run_value(rule, None, "w:sz") is not None
    sides = [int(back.paragraph_value(rule, "w:ind", f"w:{side}") or 0) for side in ("left", "right")]
    assert abs(sides[0] - sides[1]) <= 1  # centred
    border = next(style.find(f".//{qn('w:pBdr')}/{qn('w:top')}") for style in back.chain(rule))
    assert border.get(qn("w:val")) == "single"
    return available - sum(sides) / TWIPS_PER_MM


def cell_mm(back: Back, column: int) -> float:
    return int(back.tables()[0].find(f".//{qn('w:tblGrid')}")[column].get(qn("w:w"))) / TWIPS_PER_MM


def test_p1_pages_are_a4(back: Back) -> None:
    for section in back.sections:
        sides = sorted((section.page_width / MM, section.page_height / MM))
        assert sides == pytest.approx([210, 297], abs=0.5)


def test_p2_only_annexes_lie(back: Back) -> None:
    assert [section.orientation for section in back.sections] == [WD_ORIENT.PORTRAIT, *[WD_ORIENT.LANDSCAPE] * 3]
    assert all((section.page_width > section.page_height) == (n > 0) for n, section in enumerate(back.sections))


@pytest.mark.parametrize(
    "side, least, most", [("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20)]
)
def test_p3_p4_p5_margins(back: Back, side: str, least: float, most: float) -> None:
    for section in back.sections:
        assert least - 0.1 <= getattr(section, f"{side}_margin") / MM <= most + 0.1


@pytest.mark.parametrize("script", ["ascii", "hAnsi", "cs", "eastAsia"])
def test_p6_every_run_is_times_new_roman(back: Back, script: str) -> None:
    assert {back.run_value(p, r, "w:rFonts", f"w:{script}") for p, r in back.runs()} == {"Times New Roman"}


def test_p6_every_run_is_black_and_composed(back: Back) -> None:
    for paragraph, run in back.runs():
        assert back.run_value(paragraph, run, "w:color") in (None, "auto", "000000")
        assert unicodedata.is_normalized("NFC", run.text)


def test_p7_page_number_in_the_middle_of_the_top_but_not_on_page_1(back: Back) -> None:
    for section in back.sections:
        (paragraph,) = section.header.paragraphs
        assert "PAGE" in paragraph._p.xml
        assert back.is_centred(paragraph)
        assert back.is_upright(paragraph)
        assert 13 <= back.points(paragraph) <= 14
        assert section.different_first_page_header_footer
        assert [each.text for each in section.first_page_header.paragraphs] == [""]
        assert not any(each.text for each in section.footer.paragraphs)
        assert section.header_distance < section.top_margin


def test_p8_every_annex_counts_its_own_pages(back: Back) -> None:
    for section in back.sections:
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_p9_no_table_is_wider_than_the_text(back: Back) -> None:
    for table in back.tables():
        after = table.xpath("following::w:sectPr[1]")[0]
        page, margins = after.find(qn("w:pgSz")), after.find(qn("w:pgMar"))
        text = int(page.get(qn("w:w"))) - int(margins.get(qn("w:left"))) - int(margins.get(qn("w:right")))
        width = sum(int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol")))
        assert width <= text + 5
    assert 155 <= 210 - sum(each / MM for each in (back.sections[0].left_margin, back.sections[0].right_margin)) <= 165


def test_h1_h2_nation_and_motto(back: Back) -> None:
    nation, motto = back.one("NationName"), back.one("Motto")
    assert nation.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert motto.text == "Độc lập - Tự do - Hạnh phúc"
    assert nation._p.getnext() is motto._p
    for paragraph in (nation, motto):
        assert back.is_bold(paragraph)
        assert back.is_upright(paragraph)
        assert back.is_centred(paragraph)


def test_h3_rule_below_the_motto_is_as_long_as_its_text(back: Back) -> None:
    assert rule_mm(back, 1, cell_mm(back, 1)) == pytest.approx(width_mm("Độc lập - Tự do - Hạnh phúc", 13), abs=0.5)


def test_h4_superior_agency_is_not_bold(back: Back) -> None:
    superior = back.one("SuperiorAgency")
    assert superior.text == "UBND TỈNH QUẢNG NAM"
    assert not back.is_bold(superior)
    assert back.is_upright(superior)


def test_h5_issuing_agency_is_bold_and_capitals(back: Back) -> None:
    issuing = back.one("IssuingAgency")
    assert " ".join(issuing.text.split()) == "ỦY BAN NHÂN DÂN HUYỆN NAM GIANG"
    assert back.is_bold(issuing)
    assert back.is_centred(issuing)


def test_h6_rule_below_the_agency_is_a_third_to_a_half_of_its_line(back: Back) -> None:
    for line in back.one("IssuingAgency").text.split("\n"):
        assert 1 / 3 <= rule_mm(back, 0, cell_mm(back, 0)) / width_mm(line, 12) <= 1 / 2


def test_h7_number_is_left_open_before_the_symbol(back: Back) -> None:
    number = back.one("DocumentNumber")
    assert re.fullmatch(r"Số:\s?(\d{2,}|\s*)/([A-Za-zĐđ]+(-[A-ZĐƯ0-9&]+)+)", number.text)
    assert number.text.endswith("/BC-UBND")
    assert not back.is_bold(number)


def test_h8_place_and_day_stand_in_the_row_of_the_number(back: Back) -> None:
    day = back.one("PlaceAndDate")
    assert back.is_italic(day)
    assert back.is_centred(day)
    assert day._p.xpath("ancestor::w:tr")[0] is back.one("DocumentNumber")._p.xpath("ancestor::w:tr")[0]


def test_h9_day_is_in_words(back: Back) -> None:
    text = " ".join(back.one("PlaceAndDate").text.split())
    assert text == "Nam Giang, ngày 19 tháng 6 năm 2023"
    assert re.fullmatch(r".+, ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm \d{4}", text)


@pytest.mark.parametrize(
    "style, points",
    [
        ("NationName", 12), ("Motto", 13), ("SuperiorAgency", 12), ("IssuingAgency", 12), ("DocumentNumber", 13),
        ("PlaceAndDate", 13),
    ],
)  # fmt: skip
def test_h10_sizes_of_the_head(back: Back, style: str, points: float) -> None:
    assert back.points(back.one(style)) == points


def test_t1_t2_kind_and_abstract(back: Back) -> None:
    kind, abstract = back.one("DocumentKind"), back.one("Abstract")
    assert kind.text == "BÁO CÁO"
    assert " ".join(abstract.text.split()) == "Kết quả thực hiện các chỉ tiêu cải cách hành chính 6 tháng đầu năm 2023"
    assert kind._p.getnext() is abstract._p
    for paragraph in (kind, abstract):
        assert back.is_bold(paragraph)
        assert back.is_centred(paragraph)
        assert back.points(paragraph) == 14


@pytest.mark.parametrize("code", ["2023-Q1", "2023-Q2", "2023-Q3", "2023-H1", "2023-9M", "2023"])
def test_t3_rule_below_the_abstract_suits_all_its_lines(code: str) -> None:
    back = read_back(a_context(period=read_period(code)))
    for line in back.one("Abstract").text.split("\n"):
        assert 1 / 3 <= rule_mm(back, 2, 160) / width_mm(line, 14) <= 1 / 2


def test_t5_legal_bases_are_italic_and_end_with_semicolons_then_a_stop(back: Back) -> None:
    bases = back.by_style("LegalBasis")
    assert [each.text[-1] for each in bases] == [";", "."]
    assert all(back.is_italic(each) and each.text.startswith("Căn cứ ") for each in bases)


def test_t5_a_law_is_cited_without_number_and_agency() -> None:
    law = LegalBasis("KH-2023", "Luật", "77/2015/QH13", None, "Quốc hội", "Tổ chức chính quyền địa phương")
    (paragraph,) = read_back(a_context(legal_bases=(law,))).by_style("LegalBasis")
    assert paragraph.text == "Căn cứ Luật Tổ chức chính quyền địa phương."


def test_t6_first_mention_is_whole(back: Back) -> None:
    second = " ".join(back.by_style("LegalBasis")[1].text.split())
    assert second == "Căn cứ Kế hoạch số 14/KH-UBND ngày 06 tháng 02 năm 2023 của UBND tỉnh về cải cách hành chính."


BODY = ("BodyText", "Point", "LegalBasis")


def body(back: Back) -> list[object]:
    return [each for each in back.paragraphs() if each._p.style in BODY]


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(lambda back, p: 13 <= back.points(p) <= 14, id="B1-size"),
        pytest.param(lambda back, p: back.paragraph_value(p, "w:jc") == "both", id="B1-justified"),
        pytest.param(
            lambda back, p: back.paragraph_value(p, "w:ind", "w:firstLine") in ("567", "720"), id="B2-first-line"
        ),
        pytest.param(
            lambda back, p: sum(
                int(back.paragraph_value(p, "w:spacing", f"w:{side}") or 0) for side in ("before", "after")
            ) >= 120,
            id="B3-6-points-apart",
        ),
        pytest.param(
            lambda back, p: back.paragraph_value(p, "w:spacing", "w:lineRule") == "auto"
            and 240 <= int(back.paragraph_value(p, "w:spacing", "w:line")) <= 360,
            id="B4-line-spacing",
        ),
    ],
)  # fmt: skip
def test_b1_to_b4_body_text(back: Back, claim: Callable[[Back, object], bool]) -> None:
    assert len(body(back)) > 15
    assert all(claim(back, paragraph) for paragraph in body(back))


def test_b2_one_indent_in_the_whole_document(back: Back) -> None:
    headings = [*back.by_style("Heading1"), *back.by_style("Heading2")]
    indents = {back.paragraph_value(each, "w:ind", "w:firstLine") for each in (*body(back), *headings)}  # type: ignore[arg-type]
    assert len(indents) == 1


def test_b6_parts_are_roman_capitals_and_their_items_arabic(back: Back) -> None:
    parts, items = back.by_style("Heading1"), back.by_style("Heading2")
    assert [number for number, _ in back.numbered()] == ["I.", "II.", "1.", "2.", "3.", "III.", "IV."]
    assert all(each.text.isupper() and back.is_bold(each) for each in parts)
    assert all(back.is_bold(each) for each in items)


def test_b7_points_follow_the_vietnamese_alphabet() -> None:
    figures = [judged(a_ratio(f"T-{number}", name=f"Tỷ lệ {number}"), "1", "2") for number in range(23)]
    points = [each.text for each in read_back(a_context(figures)).by_style("Point")]
    letters = [text.split(")")[0] for text in points if re.match(r"\w\)", text)]
    assert letters == list("abcdđeghiklmnopqrstuvxy")


def test_b7_more_points_than_letters_are_dashes() -> None:
    figures = [judged(a_ratio(f"T-{number}", name=f"Tỷ lệ {number}"), "7", "8") for number in range(24)]
    points = [each.text for each in read_back(a_context(figures)).by_style("Point")]
    assert sum(text.startswith("- Tỷ lệ") for text in points) == 24


def test_b8_the_text_ends_with_its_sign(back: Back) -> None:
    written = [each for each in back.main() if each.text.strip()]
    assert written[-1].text.endswith("./.")
    assert sum("./." in each.text for each in back.paragraphs()) == 1


def test_s1_s3_authority_and_post_are_bold_capitals(back: Back) -> None:
    authority, post = back.one("SignAuthority"), back.one("SignPosition")
    assert (authority.text, post.text) == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    for paragraph in (authority, post):
        assert back.is_bold(paragraph)
        assert back.is_centred(paragraph)
        assert 13 <= back.points(paragraph) <= 14


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


def test_signature_stays_on_one_page_with_the_last_words(back: Back) -> None:
    table = back.one("SignPosition")._p.xpath("ancestor::w:tbl")[0]
    assert table.xpath(".//w:cantSplit")
    closing = table.getprevious()
    assert closing.xpath(".//w:keepNext")
    assert closing.getprevious().xpath(".//w:keepNext"), "a page with the closing words and the name only"


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


def test_r3_r4_recipients(back: Back) -> None:
    title = back.one("RecipientsTitle")
    assert title.text == "Nơi nhận:"
    assert back.points(title) == 12
    assert back.is_bold(title)
    assert back.is_italic(title)
    lines = back.by_style("Recipient")
    assert all(back.points(each) == 11 and back.is_upright(each) and not back.is_bold(each) for each in lines)
    assert all(each.text.startswith("- ") and each.text.endswith(";") for each in lines[:-1])
    assert lines[-1].text == "- Lưu: VT, NV."


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


def test_a1_the_text_mentions_every_annex_by_its_roman_number(back: Back) -> None:
    numbers = [each.text for each in back.by_style("AnnexNumber")]
    assert numbers == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    text = "\n".join(each.text for each in back.main()).replace("\N{NO-BREAK SPACE}", " ")
    assert all(re.search(rf"{number}\b", text) for number in numbers)


def test_a1_a_single_annex_has_no_number() -> None:
    back = read_back(a_context(by_unit=[], explanations=()))
    assert back.one("AnnexNumber").text == "Phụ lục"
    assert "Số liệu chi tiết tại Phụ lục kèm theo." in "\n".join(each.text for each in back.main())


def test_a2_annex_number_and_title(back: Back) -> None:
    for number, title in zip(back.by_style("AnnexNumber"), back.by_style("AnnexTitle"), strict=True):
        assert back.points(number) == 14
        assert back.points(title) in (13, 14)
        assert title.text.isupper()
        assert all(back.is_bold(each) and back.is_centred(each) and back.is_upright(each) for each in (number, title))


def test_a3_annex_reference(back: Back) -> None:
    for reference in back.by_style("AnnexReference"):
        assert re.fullmatch(
            r"\(Kèm theo Báo cáo số +/BC-UBND ngày 19 tháng 6 năm 2023 của Ủy ban nhân dân huyện Nam Giang\)",
            reference.text.replace("\N{NO-BREAK SPACE}", " "),
        )
        assert back.is_italic(reference)
        assert back.is_centred(reference)
        assert 13 <= back.points(reference) <= 14


def test_what_the_office_has_not_said_is_left_as_dots() -> None:
    back = read_back(a_context(dispatch=None))
    text = "\n".join(each.text for each in back.paragraphs())
    assert "Kính gửi: ..........." in text
    assert back.one("SignPosition").text == "..........."
    assert back.one("SignName").text == ""
    assert isinstance(DISPATCH, Dispatch)
