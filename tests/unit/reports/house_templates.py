"""Templates as offices make them: a letterhead with a picture in the text or in the header, styles of their own."""

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt, RGBColor

from reports.word.markup import MAIN

# A black square with a white one in it, 16 x 16 points.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000100000001001000000003788c2cc000000114944415478da63604002fc1fb0"
    "23240000bbec07f9ad97c44c0000000049454e44ae426082"
)


def control(tag: str, content: str = "", alias: str = "") -> str:
    """A content control around runs or paragraphs; without content, one with the hint that Word puts in."""
    names = (f'<w:alias w:val="{alias}"/>' if alias else "") + (f'<w:tag w:val="{tag}"/>' if tag else "")
    hint = '<w:r><w:rPr><w:color w:val="808080"/></w:rPr><w:t>Bấm vào đây</w:t></w:r>'
    shown = "" if content else "<w:showingPlcHdr/>"
    return f"<w:sdt><w:sdtPr>{names}{shown}</w:sdtPr><w:sdtContent>{content or hint}</w:sdtContent></w:sdt>"


def in_line(tag: str, before: str = "", **names: str) -> str:
    """A paragraph with a control in its line."""
    lead = f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>' if before else ""
    return f"<w:p>{lead}{control(tag, **names)}</w:p>"


def lines(tag: str, text: str = "ở đây") -> str:
    """A control around a paragraph."""
    return control(tag, f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


def elements(markup: str) -> list[Any]:
    return list(parse_xml(f'<w:body xmlns:w="{MAIN}">{markup}</w:body>'))


def blank() -> WordFile:
    """A document as Word starts one, without the looks of tables and other things that make it slow to read."""
    word = docx.Document()
    styles = word.styles.element
    for style in styles.xpath("w:latentStyles | w:style[@w:type='table' and not(@w:default)]"):
        styles.remove(style)
    for key in [key for key, relation in word.part.rels.items() if "stylesWithEffects" in relation.reltype]:
        del word.part.rels[key]
    return word


def saved(word: WordFile) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def simple(*content: str, change: Callable[[WordFile], None] = lambda _: None) -> bytes:
    """A template with some content and nothing more."""
    word = blank()
    for element in elements("".join(content)):
        word.element.body.insert(len(word.element.body) - 1, element)
    change(word)
    return saved(word)


def letterhead() -> bytes:
    """A house template: picture and agency above, Arial below, own headings, annexes on lying pages of its own."""
    word = blank()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    for style in ("Normal", "Heading 1", "Heading 2", "Caption"):
        font = word.styles[style].font
        font.size, font.color.rgb = Pt(14), RGBColor(0, 0, 0)
        font.element.get_or_add_rPr().get_or_add_rFonts().attrib.clear()
        font.name = "Times New Roman"
    word.styles["Heading 1"].font.small_caps = word.styles["Heading 2"].font.italic = True
    head = word.add_paragraph()
    head.add_run().add_picture(io.BytesIO(PICTURE), Mm(14))
    head.add_run("  VĂN PHÒNG ĐIỆN TỬ").bold = True
    _foot(section, "Địa chỉ: 01 Quốc lộ 14B")
    body = word.element.body
    for element in elements(
        in_line("cchc:co-quan-ban-hanh")
        + in_line("CCHC: Số, ký hiệu")
        + in_line("cchc:dia-danh-ngay-thang")
        + in_line("cchc:ten-loai")
        + in_line("", alias="cchc: Trích yếu", before="Về: ")
        + lines("cchc:than-van-ban")
        + lines("cchc:chu-ky")
    ):
        body.insert(len(body) - 1, element)
    annex = word.add_section(WD_SECTION.NEW_PAGE)
    annex.orientation, annex.page_width, annex.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    annex.footer.is_linked_to_previous = False
    _foot(annex, "Phụ lục báo cáo")
    for element in elements(in_line("cchc:phu-luc")):
        body.insert(len(body) - 1, element)
    return saved(word)


def _foot(section: Any, text: str) -> None:
    run = section.footer.paragraphs[0].add_run(text)
    run.font.name, run.font.size = "Arial", Pt(9)
