"""An office's own template: its look stays, its places are filled, and nothing of a report is lost."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from models.errors import KnownError
from models.folding import fold
from reports.context import Context
from reports.document import Document, Head, Origin, Section, Title
from reports.progress import progress_document
from reports.word.example_template import example_template
from reports.word.house_template import opened
from reports.word.package import document_bytes
from reports.word.reader import read_report
from reports.word.template_places import GUIDE, NAMES, Place
from tests.unit.reports.builders import DISPATCH, PLAN, a_context
from tests.unit.reports.house_templates import control, elements, in_line, letterhead, lines, simple
from tests.unit.reports.reading_back import Back
from tests.unit.reports.test_schema import faults

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
BODY = lines("cchc:than-van-ban")
EXAMPLE = example_template()


def a_document(context: Context | None = None) -> Document:
    made = progress_document(context or a_context())
    origin = Origin("progress", "KH-2023", "2023-H1", None, date(2023, 6, 19), 7)
    return Document(made.properties, made.sections, origin)


REPORT = a_document()


def filled(*content: str, document: Document = REPORT) -> Back:
    return Back(document_bytes(document, template=simple(*content)))


def texts(back: Back) -> list[str]:
    return [each.text for each in back.paragraphs()]


def refusal(*content: str) -> str:
    with pytest.raises(KnownError) as caught:
        document_bytes(REPORT, template=simple(*content))
    assert str(caught.value).endswith(".")
    return str(caught.value)


# -- the whole report is there


@pytest.mark.parametrize("template", [EXAMPLE, letterhead(), simple(BODY)], ids=["example", "letterhead", "text only"])
def test_every_figure_stays_bound_and_says_the_same(template: bytes) -> None:
    own, builtin = (read_report(document_bytes(REPORT, template=each)) for each in (template, None))
    assert own.ledger == builtin.ledger
    figures = [read.text[slice(*read.places[number])] for read in (own, builtin) for number in sorted(read.places)]
    assert len(figures) == 2 * builtin.ledger.figures
    assert figures[: len(figures) // 2] == figures[len(figures) // 2 :]


def test_the_example_gives_the_built_in_form_word_for_word() -> None:
    assert texts(Back(document_bytes(REPORT, template=EXAMPLE))) == texts(Back(document_bytes(REPORT)))


@pytest.mark.parametrize("template", [EXAMPLE, letterhead(), simple(BODY)], ids=["example", "letterhead", "text only"])
def test_the_same_data_and_template_give_the_same_bytes(template: bytes) -> None:
    assert document_bytes(REPORT, template=template) == document_bytes(REPORT, template=template)


def test_the_example_is_always_the_same_and_lacks_nothing() -> None:
    assert example_template() == EXAMPLE
    assert opened(EXAMPLE).places_missing() == []


@pytest.mark.parametrize("template", [EXAMPLE, letterhead()], ids=["example", "letterhead"])
def test_no_place_and_no_hint_is_left(template: bytes) -> None:
    back = Back(document_bytes(REPORT, template=template))
    assert not list(back.body.iter(qn("w:sdt")))
    assert not [text for text in texts(back) if "cchc" in text or "Bấm vào đây" in text]


@pytest.mark.parametrize("template", [EXAMPLE, letterhead()], ids=["example", "letterhead"])
@pytest.mark.parametrize("is_draft", [True, False])
def test_it_keeps_the_order_of_the_schema_and_has_every_part_once(template: bytes, is_draft: bool) -> None:
    with zipfile.ZipFile(io.BytesIO(document_bytes(REPORT, is_draft, template))) as package:
        assert len(set(package.namelist())) == len(package.namelist())
        main = etree.fromstring(package.read("word/document.xml"))
        styles = etree.fromstring(package.read("word/styles.xml"))
        numbers = etree.fromstring(package.read("word/numbering.xml"))
    inside = [each for each in main.iter(etree.Element) if "drawingml" not in etree.QName(each).namespace]
    assert not {fault for each in inside if (fault := faults(each))}
    defined = {each.get(qn("w:styleId")) for each in styles.iter(qn("w:style"))}
    used = {each.get(qn("w:val")) for tag in ("pStyle", "tblStyle") for each in main.iter(qn(f"w:{tag}"))}
    assert used <= defined
    assert len(defined) == len(list(styles.iter(qn("w:style"))))
    order = [etree.QName(each).localname for each in numbers]
    assert order == sorted(order)  # abstractNum before num
    known = {each.get(qn("w:numId")) for each in numbers.iter(qn("w:num"))}
    assert {each.get(qn("w:val")) for each in (*main.iter(qn("w:numId")), *styles.iter(qn("w:numId")))} <= known
    for tag, key in (("w:bookmarkStart", qn("w:id")), ("wp:docPr", "id")):
        ids = [each.get(key) for each in main.iter(qn(tag))]
        assert len(ids) == len(set(ids))


# -- the template's look stays


def test_the_letterhead_stays_and_is_filled() -> None:
    back = Back(document_bytes(REPORT, template=letterhead()))
    assert next(back.body.iter(qn("w:drawing"))) is not None
    said = texts(back)
    assert said[0] == "  VĂN PHÒNG ĐIỆN TỬ"
    assert said[1] == "ỦY BAN NHÂN DÂN HUYỆN NAM GIANG"
    assert said[2].endswith("/BC-UBND")
    assert "Về: Kết quả thực hiện các chỉ tiêu cải cách hành chính 6 tháng đầu năm 2023" in said
    assert {each.footer.paragraphs[0].text for each in back.sections} == {"Địa chỉ: 01 Quốc lộ 14B", "Phụ lục báo cáo"}


def test_a_draft_says_so_below_the_offices_own_foot() -> None:
    back = Back(document_bytes(REPORT, True, letterhead()))
    for section in back.sections:
        own, draft = section.footer.paragraphs
        assert own.text
        assert draft.text.startswith("Bản dự thảo")


def test_the_templates_own_style_wins_and_its_headings_get_their_numbers() -> None:
    back = Back(document_bytes(REPORT, template=letterhead()))
    headings = back.by_style("Heading1")
    assert back.run_value(headings[0], None, "w:smallCaps") is not None
    (number,) = {each._p.xpath("string(w:pPr/w:numPr/w:numId/@w:val)") for each in headings}
    assert any(each.get(qn("w:numId")) == number for each in back.document.part.numbering_part.element)


def test_headings_and_captions_keep_to_what_follows_whatever_their_style_says() -> None:
    back = Back(document_bytes(REPORT, template=letterhead()))
    for style in ("Heading1", "Heading2", "Caption"):
        paragraphs = back.by_style(style)
        assert paragraphs
        assert all(each.paragraph_format.keep_with_next for each in paragraphs)


def test_a_style_is_known_by_its_name_under_another_id() -> None:
    def rename(word: WordFile) -> None:
        style = word.styles["Body Text"]
        style.font.size = Pt(13)
        style.element.styleId = "VnbanThn"

    back = Back(document_bytes(REPORT, template=simple(BODY, change=rename)))
    assert back.by_style("BodyText") == []
    assert {back.points(each) for each in back.by_style("VnbanThn")} == {13}


def test_a_style_that_is_brought_in_looks_as_by_the_decree_whatever_plain_text_is_like() -> None:
    def odd(word: WordFile) -> None:
        word.styles["Normal"].font.size = Pt(30)
        word.styles["Normal"].paragraph_format.space_after = Pt(50)

    back = Back(document_bytes(REPORT, template=simple(BODY, change=odd)))
    for paragraph in (back.by_style("AnnexTitle")[0], back.by_style("TableText")[0]):
        assert back.points(paragraph) in (12, 14)
        assert back.run_value(paragraph, None, "w:rFonts", "w:ascii") == "Times New Roman"
        assert int(back.paragraph_value(paragraph, "w:spacing", "w:after") or 0) <= 60


def test_an_id_that_something_else_has_is_not_taken() -> None:
    def occupy(word: WordFile) -> None:
        style = word.styles.add_style("Chữ riêng", 2)
        style.element.styleId = "TableText"

    back = Back(document_bytes(REPORT, template=simple(BODY, change=occupy)))
    assert back.by_style("TableText") == []
    assert back.by_style("CchcTableText")


def test_the_templates_margins_hold_and_what_stands_side_by_side_keeps_within() -> None:
    def narrow(word: WordFile) -> None:
        word.sections[0].page_width, word.sections[0].left_margin = Mm(210), Mm(60)
        word.sections[0].right_margin = Mm(10)

    template = simple(BODY, lines("cchc:chu-ky"), change=narrow)
    assert opened(template).width == pytest.approx(140, abs=0.1)
    back = Back(document_bytes(REPORT, template=template))
    assert back.sections[0].left_margin / Mm(1) == pytest.approx(60, abs=0.1)
    (signature,) = [each for each in back.tables() if each.find(f".//{qn('w:tblStyle')}") is None]
    grid = [int(each.get(qn("w:w"))) for each in signature.iter(qn("w:gridCol"))]
    assert sum(grid) / 1440 * 25.4 == pytest.approx(140, abs=0.2)
    lying = [each for each in back.sections if each.orientation is WD_ORIENT.LANDSCAPE]
    assert len(lying) == 3  # the built-in pages for annexes


# -- places


@pytest.mark.parametrize("tag", ["cchc:than-van-ban", "CCHC: Thân văn bản", "cchc_than van ban", " cchc.THAN-VĂN-BẢN "])
def test_a_place_is_known_without_case_and_tones(tag: str) -> None:
    assert "I" not in texts(filled(lines(tag)))
    assert filled(lines(tag)).by_style("Heading1")


def test_an_alias_is_as_good_as_a_tag() -> None:
    body = control("", "<w:p><w:r><w:t>x</w:t></w:r></w:p>", alias="cchc: thân văn bản")
    assert filled(body).by_style("Heading1")


LINE = {
    Place.SUPERIOR: "UBND TỈNH QUẢNG NAM",
    Place.ISSUING: "ỦY BAN NHÂN DÂN HUYỆN NAM GIANG",
    Place.DAY: "Nam Giang, ngày 19 tháng 6 năm 2023",
    Place.KIND: "BÁO CÁO",
    Place.PERIOD: "6 tháng đầu năm 2023",
    Place.AUTHORITY: "TM. ỦY BAN NHÂN DÂN",
    Place.POSITION: "CHỦ TỊCH",
}


@pytest.mark.parametrize("place", LINE)
def test_a_small_place_is_filled_in_a_line_in_a_paragraph_and_around_a_cell(place: Place) -> None:
    cell = control(
        f"cchc:{place}", "<w:tc><w:tcPr><w:tcW w:w='100'/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"
    )
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"
    back = filled(in_line(f"cchc:{place}", "Trước: "), lines(f"cchc:{place}"), table, BODY)
    first, second = texts(back)[:2]
    assert (first.replace("\xa0", " "), second.replace("\xa0", " ")) == (f"Trước: {LINE[place]}", LINE[place])
    assert back.document.tables[0].cell(0, 0).text.replace("\xa0", " ") == LINE[place]


def test_words_take_the_look_of_those_in_the_place_but_not_of_a_hint() -> None:
    look = "<w:rPr><w:b/></w:rPr>"
    own = control("cchc:ten-loai", f"<w:r>{look}<w:t>KẾ HOẠCH</w:t></w:r>")
    back = filled(f"<w:p>{own}</w:p>", in_line("cchc:ten-loai"), BODY)
    first, second = list(back.paragraphs())[:2]
    assert first.runs[0].bold
    assert second.runs[0].font.color.rgb is None


def test_recipients_are_a_paragraph_each() -> None:
    said = texts(filled(BODY, lines("cchc:noi-nhan")))
    at = said.index("- Như trên;")
    assert said[at : at + 4] == ["- Như trên;", "- TT. Huyện ủy;", "- Các phòng chuyên môn;", "- Lưu: VT, NV."]


def test_a_line_for_what_is_not_said_goes_away() -> None:
    document = a_document(a_context(plan=replace(PLAN, superior_agency="")))
    assert "" not in texts(filled(lines("cchc:co-quan-chu-quan"), BODY, document=document))[:1]


def test_addressees_have_a_place_of_their_own_or_stand_in_the_text() -> None:
    own = texts(filled(BODY, "<w:p><w:r><w:t>giữa</w:t></w:r></w:p>", lines("cchc:kinh-gui")))
    asked = f"Kính gửi: {DISPATCH.addressee}"
    assert own.index(asked) > own.index("giữa")
    assert texts(filled(BODY))[0] == asked


def test_what_only_tells_how_the_template_is_used_is_not_printed() -> None:
    def guide(word: WordFile) -> None:
        word.styles.add_style(GUIDE, 1)
        for element in elements(in_line("cchc:ten-loai", "Loại: ")):
            element.style = word.styles[GUIDE].style_id
            word.element.body.insert(0, element)

    said = texts(Back(document_bytes(REPORT, template=simple(BODY, change=guide))))
    assert not [text for text in said if text.startswith("Loại: ")]
    assert NAMES[Place.KIND] in opened(simple(BODY, change=guide)).places_missing()


def test_a_places_name_without_tones_is_its_own_name() -> None:
    assert {place: re.sub("[^a-z]+", "-", fold(name)) for place, name in NAMES.items()} == {
        place: str(place) for place in Place
    }


def test_the_about_of_a_letter_stands_where_the_abstract_does() -> None:
    blocks = [
        replace(block, about="V/v đôn đốc") if isinstance(block, Head) else block
        for block in REPORT.sections[0].blocks
        if not isinstance(block, Title)
    ]
    letter = Document(REPORT.properties, (Section(tuple(blocks)),), REPORT.origin)
    said = texts(filled(in_line("cchc:trich-yeu"), in_line("cchc:ten-loai"), BODY, document=letter))
    assert said[:2] == ["V/v đôn đốc", ""]


def test_places_in_headers_are_filled() -> None:
    def into_header(word: WordFile) -> None:
        header = word.sections[0].header
        header.is_linked_to_previous = False
        header._element.append(elements(in_line("cchc:so-ky-hieu"))[0])

    back = Back(document_bytes(REPORT, template=simple(BODY, change=into_header)))
    assert back.sections[0].header.paragraphs[-1].text.endswith("/BC-UBND")


def test_what_has_no_place_is_told_by_name() -> None:
    assert opened(simple(BODY)).places_missing() == [
        NAMES[place]
        for place in (
            Place.SUPERIOR, Place.ISSUING, Place.NUMBER, Place.DAY, Place.KIND, Place.ABSTRACT, Place.RECIPIENTS,
            Place.AUTHORITY, Place.POSITION, Place.SIGNER,
        )
    ]  # fmt: skip
    nearly = simple(BODY, lines("cchc:dau-van-ban"), in_line("cchc:ten-loai"), lines("cchc:chu-ky"))
    assert opened(nearly).places_missing() == [NAMES[Place.ABSTRACT]]


@pytest.mark.parametrize(
    "content, word",
    [
        ((), "không có ô “cchc:than-van-ban”"),
        ((BODY, BODY), "hai ô “cchc:than-van-ban”"),
        ((BODY, lines("cchc:chu-ky"), lines("cchc: chữ ký")), "hai ô “cchc:chu-ky”"),
        ((BODY, lines("cchc:than-bai")), "“cchc:than-bai” mà phần mềm không biết"),
        ((in_line("cchc:than-van-ban", "Nội dung:"),), "đứng chung dòng"),
        ((BODY, in_line("cchc:chu-ky", "Ký:")), "đứng chung dòng"),
        ((control("cchc:chu-ky", f"<w:p/>{BODY}"),), "nằm trong một ô khác"),
        ((f"<w:tbl><w:tr><w:tc>{BODY}<w:p/></w:tc></w:tr></w:tbl>",), "nằm trong bảng"),
        ((control("cchc:than-van-ban", "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"),), "ngắt phần"),
        ((BODY, lines("cchc:phu-luc"), "<w:p><w:r><w:t>Hết</w:t></w:r></w:p>"), "Sau ô “cchc:phu-luc”"),
    ],
)
def test_a_place_that_cannot_be_filled_is_refused_by_name(content: tuple[str, ...], word: str) -> None:
    assert word in refusal(*content)


def test_pages_of_no_paper_are_refused() -> None:
    def shrink(word: WordFile) -> None:
        word.sections[0].page_width = Mm(60)

    with pytest.raises(KnownError, match="khổ giấy"):
        document_bytes(REPORT, template=simple(BODY, change=shrink))


# -- annexes


def annexes(back: Back) -> list[tuple[bool, str | None]]:
    """Whether each section lies, and with which number its pages begin."""
    return [
        (each.orientation is WD_ORIENT.LANDSCAPE, number.get(qn("w:start")) if number is not None else None)
        for each in back.sections
        for number in [each._sectPr.find(qn("w:pgNumType"))]
    ]


@pytest.mark.parametrize(
    "content",
    [(BODY,), (BODY, lines("cchc:phu-luc")), (BODY, in_line("cchc:phu-luc"), "<w:p/>")],
    ids=["no place", "in the text's own section", "in a line"],
)
def test_annexes_get_the_built_in_lying_pages_where_the_template_has_none(content: tuple[str, ...]) -> None:
    back = filled(*content)
    assert annexes(back) == [(False, None), *[(True, "1")] * 3]
    assert "PAGE" in back.sections[1].header.paragraphs[0]._p.xml
    assert back.sections[1].first_page_header.paragraphs[0].text == ""
    assert not any(each.text for each in back.sections[1].footer.paragraphs)


def test_the_templates_own_lying_pages_are_those_of_every_annex() -> None:
    back = Back(document_bytes(REPORT, template=letterhead()))
    assert annexes(back) == [(False, None), *[(True, "1")] * 3]
    assert {each.footer.paragraphs[0].text for each in back.sections[1:]} == {"Phụ lục báo cáo"}


def without_annexes() -> Document:
    document = a_document()
    return Document(document.properties, document.sections[:1], document.origin)


def test_without_annexes_the_templates_pages_for_them_go() -> None:
    back = Back(document_bytes(without_annexes(), template=letterhead()))
    assert annexes(back) == [(False, None)]
    assert back.sections[0].footer.paragraphs[0].text == "Địa chỉ: 01 Quốc lộ 14B"
    assert annexes(filled(BODY, lines("cchc:phu-luc"), document=without_annexes())) == [(False, None)]


def test_pages_of_the_office_after_the_annexes_stay() -> None:
    end = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="{}" w:h="{}"{}/></w:sectPr></w:pPr></w:p>'
    standing, lying = end.format(11906, 16838, ""), end.format(16838, 11906, ' w:orient="landscape"')
    last = "<w:p><w:r><w:t>Trang của cơ quan</w:t></w:r></w:p>"
    content = (BODY, standing, lines("cchc:phu-luc"), lying, last)
    assert [lies for lies, _ in annexes(filled(*content))] == [False, True, True, True, False]
    assert texts(filled(*content))[-1] == "Trang của cơ quan"
    assert [lies for lies, _ in annexes(filled(*content, document=without_annexes()))] == [False, False]


# -- other programs


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_the_example_serves_after_libreoffice_has_saved_it(tmp_path: Path) -> None:
    (tmp_path / "mẫu.docx").write_bytes(EXAMPLE)
    command = [str(OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / "mẫu.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    saved = (tmp_path / "out" / "mẫu.docx").read_bytes()
    assert opened(saved).places_missing() == []
    words = [text for text in texts(Back(document_bytes(REPORT, template=saved))) if text]
    assert words == [text for text in texts(Back(document_bytes(REPORT))) if text]


# -- damage


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


LETTERHEAD = parts(letterhead())
DAMAGED = sorted(name for name in LETTERHEAD if re.search(r"word/\w+\.xml$|rels$", name))
DAMAGES = st.tuples(
    st.sampled_from(DAMAGED),
    st.integers(0, 10_000),
    st.sampled_from(["remove", "double", "strip", qn("w:p"), qn("w:sdt"), qn("w:sectPr"), "x"]),
    st.sampled_from(["", "-1", "rId1", "x", "999999999999"]),
)


def damaged(damages: list[tuple[str, int, str, str]]) -> bytes:
    """The letterhead with some elements taken away, doubled, robbed of their attributes or called something else."""
    content = dict(LETTERHEAD)
    for name, place, what, value in damages:
        root = etree.fromstring(content[name])
        inside = [each for each in root.iter(etree.Element) if each is not root] or [root]
        victim = inside[place % len(inside)]
        if what == "double" and victim is not root:
            victim.addnext(etree.fromstring(etree.tostring(victim)))
        elif what == "remove" and victim is not root:
            victim.getparent().remove(victim)  # type: ignore[union-attr]
        elif what == "strip":
            victim.attrib.clear()
        else:
            victim.tag = what if what.startswith("{") else victim.tag
            for key in victim.attrib:
                victim.set(key, value)
        content[name] = etree.tostring(root)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, written in content.items():
            package.writestr(name, written)
    return stream.getvalue()


def served(template: bytes) -> bytes | None:
    """The report in a template; None where it was refused in one sentence."""
    try:
        return document_bytes(REPORT, template=template)
    except KnownError as refused:
        return None if str(refused).endswith(".") else b""


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(DAMAGES, min_size=1, max_size=4))
def test_a_damaged_template_is_refused_in_words_or_still_serves(damages: list[tuple[str, int, str, str]]) -> None:
    content = served(damaged(damages))
    assert content is None or read_report(content).ledger.figures > 50


@settings(max_examples=60)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=20))
def test_bytes_that_were_overwritten_never_crash_it(at: int, rubbish: bytes) -> None:
    content = bytearray(EXAMPLE)
    content[at : at + len(rubbish)] = rubbish
    assert served(bytes(content)) != b""
