"""Every kind of report, read back, held against the decree's checklist: one test for each clause, by its id."""

import re
import unicodedata

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from reports.document import Heading
from reports.word.text_width import width_mm
from tests.unit.reports.every_kind import Made
from tests.unit.reports.reading_back import MM, Back, plain

TWIPS_PER_MM = 1440 / 25.4
DOTS = "..........."  # what an office has not said
TITLES = {"targets": "KẾ HOẠCH", "notice": ""}  # a letter has no title (T4); all others are reports
MUST_BE_SENT = ("notice",)  # what always says to whom (R1)
NOT_SENT = ("targets",)
BODY = ("BodyText", "Point", "LegalBasis")
HEAD_SIZES = {
    "NationName": 12, "Motto": 13, "SuperiorAgency": 12, "IssuingAgency": 12, "DocumentNumber": 13, "PlaceAndDate": 13,
}  # fmt: skip
LETTERS = "abcdđeghiklmnopqrstuvxy"
FONT_SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
BLACK = (None, "auto", "000000")
WIDE = (qn("w:tbl"), qn("w:p"))
DAY = r"ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm \d{4}"
SYMBOL = r"/([A-Za-zĐđ]+(-[A-ZĐƯ0-9&]+)+|\.{11})"


def title_of(report: Made) -> str:
    return TITLES.get(report.case.kind, "BÁO CÁO")


def rules(back: Back, available: list[float]) -> list[float]:
    """The lengths of the document's drawn lines, each centred in the room that it has."""
    found = []
    for rule, room in zip(back.by_style("Rule"), available, strict=True):
        sides = [int(back.paragraph_value(rule, "w:ind", f"w:{side}") or 0) for side in ("left", "right")]
        assert abs(sides[0] - sides[1]) <= 1
        border = next(style.find(f".//{qn('w:pBdr')}/{qn('w:top')}") for style in back.chain(rule))
        assert border.get(qn("w:val")) == "single"
        found.append(room - sum(sides) / TWIPS_PER_MM)
    return found


def rule_lengths(report: Made) -> list[float]:
    """The lines below agency and motto, and that below the abstract where there is one."""
    grid = report.back.tables()[0].find(qn("w:tblGrid"))
    columns = [int(each.get(qn("w:w"))) / TWIPS_PER_MM for each in grid]
    return rules(report.back, [*columns, *([160.0] if title_of(report) else [])])


def text_twips(section: object) -> int:
    page, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))  # type: ignore[attr-defined]
    return int(page.get(qn("w:w"))) - int(margins.get(qn("w:left"))) - int(margins.get(qn("w:right")))


def body(back: Back) -> list[Paragraph]:
    return [each for style in BODY for each in back.by_style(style)]


def test_p1_pages_are_a4(report: Made) -> None:
    for section in report.back.sections:
        sides = sorted((section.page_width / MM, section.page_height / MM))
        assert sides == pytest.approx([210, 297], abs=0.5)


def test_p2_only_annexes_lie(report: Made) -> None:
    main, *annexes = report.back.sections
    assert main.orientation == WD_ORIENT.PORTRAIT
    assert len(annexes) == len(report.back.by_style("AnnexNumber"))
    for section in report.back.sections:
        assert (section.page_width > section.page_height) == (section.orientation == WD_ORIENT.LANDSCAPE)


def test_p3_p4_p5_margins(report: Made) -> None:
    for section in report.back.sections:
        assert 20 <= round(section.top_margin / MM, 1) <= 25
        assert 20 <= round(section.bottom_margin / MM, 1) <= 25
        assert 30 <= round(section.left_margin / MM, 1) <= 35
        assert 15 <= round(section.right_margin / MM, 1) <= 20


def test_p6_all_text_is_times_new_roman_and_black(report: Made) -> None:
    back = report.back
    for paragraph in back.one_of_each_style():
        fonts = {back.run_value(paragraph, None, "w:rFonts", f"w:{script}") for script in FONT_SCRIPTS}
        assert fonts == {"Times New Roman"}
        assert back.run_value(paragraph, None, "w:color") in BLACK
    assert all(set(own.attrib.values()) == {"Times New Roman"} for own in back.body.iter(qn("w:rFonts")))
    assert all(own.get(qn("w:val")) in BLACK for own in back.body.iter(qn("w:color")))


def test_p6_text_is_composed(report: Made) -> None:
    assert all(unicodedata.is_normalized("NFC", text) for _, text in report.back.texts)


def test_p7_page_number_in_the_middle_of_the_top_but_not_on_page_1(report: Made) -> None:
    back = report.back
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


def test_p8_every_annex_counts_its_own_pages(report: Made) -> None:
    for section in report.back.sections:
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_p9_no_table_and_no_picture_is_wider_than_the_text(report: Made) -> None:
    for block in report.back.body.iterchildren():
        room = text_twips(block.xpath("(self::w:p//w:sectPr | following::w:sectPr)[1]")[0]) if block.tag in WIDE else 0
        if block.tag == qn("w:tbl"):
            assert sum(int(column.get(qn("w:w"))) for column in block.iter(qn("w:gridCol"))) <= room + 5
        for picture in block.iter(qn("wp:extent")):
            assert int(picture.get("cx")) / MM * TWIPS_PER_MM <= room
    margins = (report.back.sections[0].left_margin, report.back.sections[0].right_margin)
    assert 155 <= 210 - sum(each / MM for each in margins) <= 165


def test_b9_no_row_is_split_and_headings_are_repeated(report: Made) -> None:
    for table in report.back.tables():
        rows = list(table.iterchildren(qn("w:tr")))
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        if table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}") is not None:
            heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
            assert heads[0]
            assert heads == sorted(heads, reverse=True)
            assert not all(heads), "a table without rows"


def test_h1_h2_nation_and_motto(report: Made) -> None:
    nation, motto = report.back.one("NationName"), report.back.one("Motto")
    assert nation.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert motto.text == "Độc lập - Tự do - Hạnh phúc"
    assert nation._p.getnext() is motto._p
    for paragraph in (nation, motto):
        assert report.back.is_bold(paragraph)
        assert report.back.is_upright(paragraph)
        assert report.back.is_centred(paragraph)


def test_h3_rule_below_the_motto_is_as_long_as_its_text(report: Made) -> None:
    assert rule_lengths(report)[1] == pytest.approx(width_mm("Độc lập - Tự do - Hạnh phúc", 13), abs=0.5)


def test_h4_superior_agency_is_not_bold(report: Made) -> None:
    for superior in report.back.by_style("SuperiorAgency"):
        assert superior.text.isupper()
        assert not report.back.is_bold(superior)
        assert report.back.is_upright(superior)
        assert report.back.is_centred(superior)


def test_h5_issuing_agency_is_bold_and_capitals(report: Made) -> None:
    issuing = report.back.one("IssuingAgency")
    assert issuing.text.isupper() or issuing.text == DOTS
    assert report.back.is_bold(issuing)
    assert report.back.is_centred(issuing)


def test_h6_rule_below_the_agency_is_a_third_to_a_half_of_its_line(report: Made) -> None:
    for line in report.back.one("IssuingAgency").text.split("\n"):
        assert 1 / 3 <= rule_lengths(report)[0] / width_mm(line, 12) <= 1 / 2


def test_h7_number_is_left_open_before_the_symbol(report: Made) -> None:
    number = report.back.one("DocumentNumber")
    assert re.fullmatch(rf"Số: {{5,}}{SYMBOL}", number.text)
    assert not report.back.is_bold(number)
    assert report.back.is_upright(number)


def test_h8_h9_place_and_day_stand_in_words_in_the_row_of_the_number(report: Made) -> None:
    day = report.back.one("PlaceAndDate")
    assert re.fullmatch(rf".+, {DAY}", plain(day))
    assert report.back.is_italic(day)
    assert report.back.is_centred(day)
    rows = [each._p.xpath("ancestor::w:tr")[0] for each in (day, report.back.one("DocumentNumber"))]
    assert rows[0] is rows[1]


def test_h10_sizes_of_the_head(report: Made) -> None:
    for style, points in HEAD_SIZES.items():
        assert all(report.back.points(each) == points for each in report.back.by_style(style))


def test_t1_t2_kind_and_abstract(report: Made) -> None:
    found = [*report.back.by_style("DocumentKind"), *report.back.by_style("Abstract")]
    if not title_of(report):
        assert found == []
        return
    kind, abstract = found
    assert kind.text == title_of(report)
    assert kind._p.getnext() is abstract._p
    for paragraph in found:
        assert report.back.is_bold(paragraph)
        assert report.back.is_upright(paragraph)
        assert report.back.is_centred(paragraph)
        assert report.back.points(paragraph) == 14


def test_t3_rule_below_the_abstract_suits_all_its_lines(report: Made) -> None:
    for abstract in report.back.by_style("Abstract"):
        for line in abstract.text.split("\n"):
            assert 1 / 3 <= rule_lengths(report)[2] / width_mm(line, 14) <= 1 / 2


def test_t4_a_letter_says_below_its_number_what_it_is_about(report: Made) -> None:
    about = report.back.by_style("About")
    assert len(about) == (not title_of(report))
    for paragraph in about:
        assert paragraph.text.startswith("V/v ")
        assert report.back.is_upright(paragraph)
        assert report.back.is_centred(paragraph)
        assert not report.back.is_bold(paragraph)
        assert 12 <= report.back.points(paragraph) <= 13
        assert int(report.back.paragraph_value(paragraph, "w:spacing", "w:before") or 0) == 120
        assert paragraph._p.getprevious() is report.back.one("DocumentNumber")._p


def test_t5_legal_bases_are_italic_and_end_with_semicolons_then_a_stop(report: Made) -> None:
    bases = report.back.by_style("LegalBasis")
    assert [each.text[-1] for each in bases] == [*";" * (len(bases) - 1), *"."][: len(bases)]
    assert all(report.back.is_italic(each) and each.text.startswith("Căn cứ ") for each in bases)


def test_b1_to_b4_body_text(report: Made) -> None:
    back = report.back
    assert len(body(back)) > 2
    for paragraph in body(back):
        assert 13 <= back.points(paragraph) <= 14
        assert back.paragraph_value(paragraph, "w:jc") == "both"
        assert back.paragraph_value(paragraph, "w:ind", "w:firstLine") in ("567", "720")
        apart = (back.paragraph_value(paragraph, "w:spacing", f"w:{side}") for side in ("before", "after"))
        assert sum(int(each or 0) for each in apart) >= 6 * 20
        assert back.paragraph_value(paragraph, "w:spacing", "w:lineRule") == "auto"
        assert 240 <= int(back.paragraph_value(paragraph, "w:spacing", "w:line") or 0) <= 360


def test_b2_one_indent_in_the_whole_document(report: Made) -> None:
    headings = [*report.back.by_style("Heading1"), *report.back.by_style("Heading2")]
    indents = {report.back.paragraph_value(each, "w:ind", "w:firstLine") for each in (*body(report.back), *headings)}
    assert len(indents) == 1


def test_b6_parts_are_roman_capitals_and_their_items_arabic(report: Made) -> None:
    numbered = report.back.numbered()
    headings = [each for each in report.document.blocks if isinstance(each, Heading)]
    assert [(number, each.text) for number, each in numbered] == [(each.number, each.text) for each in headings]
    for number, each in numbered:
        assert report.back.is_bold(each)
        is_part = each._p.style == "Heading1"
        assert re.fullmatch(r"[IVX]+\." if is_part else r"\d+\.", number)
        assert each.text.isupper() or not is_part


def test_b7_points_follow_the_vietnamese_alphabet(report: Made) -> None:
    marks = [found[1] for each in report.back.by_style("Point") if (found := re.match(r"(\w)\) ", each.text))]
    for before, mark in zip(["", *marks], marks, strict=False):
        assert mark == "a" or LETTERS.index(mark) == LETTERS.index(before) + 1


def test_b8_the_text_ends_with_its_sign(report: Made) -> None:
    written = [each for each in report.back.main() if each.text.strip()]
    assert written[-1].text.endswith("./.")
    assert sum("./." in text for _, text in report.back.texts) == 1


def test_s1_s3_authority_and_post_are_bold_capitals(report: Made) -> None:
    back = report.back
    for paragraph in (*back.by_style("SignAuthority"), back.one("SignPosition")):
        assert paragraph.text.isupper() or paragraph.text == DOTS
        assert back.is_bold(paragraph)
        assert back.is_upright(paragraph)
        assert back.is_centred(paragraph)
        assert 13 <= back.points(paragraph) <= 14


def test_s2_authority_stands_before_a_post_or_a_body(report: Made) -> None:
    for paragraph in report.back.by_style("SignAuthority"):
        for line in paragraph.text.split("\n"):
            assert re.fullmatch(r"(TM|Q|KT|TL|TUQ)\. \S.+", line) or line == DOTS


def test_s4_room_is_left_for_the_name(report: Made) -> None:
    assert len(report.back.by_style("SignRoom")) >= 3
    assert report.back.one("SignName").text == ""


def test_the_signature_stays_on_one_page_with_the_last_words(report: Made) -> None:
    table = report.back.one("SignPosition")._p.xpath("ancestor::w:tbl")[0]
    closing = table.getprevious()
    assert closing.xpath(".//w:keepNext")
    before = Paragraph(closing.getprevious(), report.back.document)
    assert report.back.paragraph_value(before, "w:keepNext"), "a page with the closing words and the name only"


def test_r1_r2_to_whom_it_goes(report: Made) -> None:
    back = report.back
    single, several, names = (back.by_style(style) for style in ("Addressee", "AddresseesHead", "Addressees"))
    assert len(single) + len(several) <= 1
    if report.case.kind in (*MUST_BE_SENT, *NOT_SENT):
        assert bool(single or several) == (report.case.kind in MUST_BE_SENT)
    assert all(each.text.startswith("Kính gửi: ") for each in single)
    assert all(each.text == "Kính gửi:" for each in several)
    ends = [*";" * (len(names) - 1), "."] if several else []
    assert [each.text[-1] for each in names] == ends
    assert len(names) != 1
    for paragraph in (*single, *several, *names):
        assert back.is_upright(paragraph)
        assert 13 <= back.points(paragraph) <= 14


def test_r3_r4_recipients(report: Made) -> None:
    back = report.back
    title, lines = back.one("RecipientsTitle"), back.by_style("Recipient")
    assert title.text == "Nơi nhận:"
    assert back.points(title) == 12
    assert back.is_bold(title)
    assert back.is_italic(title)
    assert all(back.points(each) == 11 and back.is_upright(each) and not back.is_bold(each) for each in lines)
    assert all(re.fullmatch(r"- \S.*[^.;];", each.text) for each in lines[:-1])
    assert re.fullmatch(r"- Lưu: VT, ([^.]+\.|\.{11})", lines[-1].text)


def test_r5_as_above_comes_first_exactly_when_there_is_an_addressee(report: Made) -> None:
    back = report.back
    lines = [each.text for each in back.by_style("Recipient")]
    is_sent = bool(back.by_style("Addressee") or back.by_style("AddresseesHead"))
    assert (lines[0] == "- Như trên;") == is_sent
    assert lines.count("- Như trên;") == is_sent


def test_a1_the_text_mentions_every_annex_by_its_roman_number(report: Made) -> None:
    numbers = [each.text for each in report.back.by_style("AnnexNumber")]
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][: len(numbers)]
    assert numbers == (["Phụ lục"] if len(numbers) == 1 else [f"Phụ lục {number}" for number in roman])
    text = "\n".join(map(plain, report.back.main()))
    assert all(re.search(rf"{number}\b", text) for number in numbers)
    assert set(re.findall(r"Phụ lục(?: [IVX]+\b)?", text)) <= {*numbers}


def test_a2_annex_number_and_title(report: Made) -> None:
    back = report.back
    for number, title in zip(back.by_style("AnnexNumber"), back.by_style("AnnexTitle"), strict=True):
        assert number._p.getnext() is title._p
        assert back.points(number) == 14
        assert back.points(title) in (13, 14)
        assert title.text.isupper()
        assert all(back.is_bold(each) and back.is_centred(each) and back.is_upright(each) for each in (number, title))


def test_a3_annex_reference(report: Made) -> None:
    back = report.back
    assert len(back.by_style("AnnexReference")) == len(back.by_style("AnnexNumber"))
    for reference in back.by_style("AnnexReference"):
        assert re.fullmatch(rf"\(Kèm theo [^()]+ số {{5,}}{SYMBOL} {DAY} của \S[^()]+\)", plain(reference))
        assert back.is_italic(reference)
        assert back.is_centred(reference)
        assert 13 <= back.points(reference) <= 14
