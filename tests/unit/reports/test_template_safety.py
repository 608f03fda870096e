"""What is no plain document is refused in one sentence, before anything of it is opened."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from models.errors import KnownError
from reports.word.builtin import TEMPLATE
from reports.word.example_template import example_template
from reports.word.template_safety import LARGEST_BYTES, check_template
from tests.unit.reports.house_templates import control, letterhead, lines, simple

GOOD = simple(lines("cchc:than-van-ban"))
RELS = "word/_rels/document.xml.rels"
MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FORMATS = "application/vnd.openxmlformats-officedocument"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"


def with_parts(parts: Mapping[str, bytes | str], base: bytes = GOOD) -> bytes:
    """A template with parts added or replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(base)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            if name not in parts:
                package.writestr(name, source.read(name))
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as package:
        return package.read(name).decode()


def with_relation(kind: str, target: str, mode: str = "External") -> bytes:
    relation = f'<Relationship Id="rId99" Type="{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    return with_parts({RELS: part(RELS).replace("</Relationships>", relation)})


def with_kind(name: str, kind: str, content: bytes = b"x") -> bytes:
    added = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    return with_parts({TYPES: part(TYPES).replace("</Types>", added), name: content})


def with_body(markup: str) -> bytes:
    return simple(lines("cchc:than-van-ban"), markup)


def field(*instruction: str) -> str:
    steps = "".join(f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in instruction)
    return f"<w:p>{step('begin')}{steps}{step('separate')}<w:r><w:t>1</w:t></w:r>{step('end')}</w:p>"


def step(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def refusal(content: bytes, name: str = "mẫu.docx") -> str:
    with pytest.raises(KnownError) as caught:
        check_template(name, content)
    said = str(caught.value)
    assert name in said
    assert said.endswith(".")
    assert "\n" not in said
    return said


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        letterhead(),
        example_template(),
        TEMPLATE.read_bytes(),
        with_relation(f"{OFFICE}/hyperlink", "https://example.org"),
        with_kind("docMetadata/LabelInfo.xml", "application/vnd.ms-office.classificationlabels+xml", b"<a/>"),
        with_kind("word/intelligence2.xml", "application/vnd.ms-office.intelligence2+xml", b"<a/>"),
        with_body(field(" PAGE ")),
        with_body(field(" TO", 'C \\o "1-2"')),
        with_body('<w:p><w:fldSimple w:instr=" NUMPAGES "/></w:p>'),
    ],
)
def test_a_plain_document_is_let_in(content: bytes) -> None:
    check_template("mẫu.docx", content)


@pytest.mark.parametrize("name", ["mẫu.docm", "mẫu.DOTM"])
def test_a_file_for_macros_is_refused_by_its_name(name: str) -> None:
    assert "macro" in refusal(GOOD, name)


@pytest.mark.parametrize(
    "content, word",
    [
        (with_kind("word/vbaProject.bin", "application/vnd.ms-office.vbaProject"), "macro"),
        (with_relation(f"{MICROSOFT}/vbaProject", "media/image1.png", "Internal"), "macro"),
        (with_kind("word/document2.xml", "application/vnd.ms-word.document.macroEnabled.main+xml", b"<a/>"), "macro"),
        (with_kind("customUI/customUI.xml", "application/vnd.x.ui.extensibility"), "thanh lệnh"),
        (with_kind("word/embeddings/oleObject1.bin", f"{FORMATS}.oleObject"), "nhúng"),
        (with_kind("word/embeddings/a.xlsx", f"{FORMATS}.spreadsheetml.sheet"), "nhúng"),
        (with_kind("word/activeX/activeX1.bin", "application/vnd.ms-office.activeX"), "ActiveX"),
        (with_kind("word/media/a.svg", "image/svg+xml"), "SVG"),
        (with_kind("word/x.html", "text/html"), "phần lạ “word/x.html”"),
        (with_kind("word/webextensions/w.xml", "application/vnd.ms-office.webextension+xml", b"<a/>"), "chạy mã"),
        (with_relation(f"{OFFICE}/attachedTemplate", "file:///x.dotm"), "tệp mẫu khác"),
        (with_relation(f"{OFFICE}/image", "http://example.org/a.png"), "ảnh liên kết"),
        (with_relation(f"{OFFICE}/subDocument", "b.docx"), "tài liệu con"),
        (with_relation(f"{OFFICE}/frame", "http://example.org"), "liên kết ra ngoài"),
        (with_relation(f"{OFFICE}/oleObject", "styles.xml", "Internal"), "đối tượng nhúng"),
        (with_relation(f"{OFFICE}/aFChunk", "styles.xml", "Internal"), "altChunk"),
        (with_relation(f"{OFFICE}/unheardOf", "styles.xml", "Internal"), "unheardOf"),
        (with_body("<w:altChunk/>"), "altChunk"),
        (with_body("<w:p><w:r><w:object/></w:r></w:p>"), "đối tượng nhúng"),
        (with_body("<w:p><w:r><w:control/></w:r></w:p>"), "ActiveX"),
        (with_body('<w:p><w:r><v:imagedata xmlns:v="urn:v" src="http://a"/></w:r></w:p>'), "ảnh liên kết"),
        (with_body('<w:p><w:r><v:imagedata xmlns:v="urn:v" v:href="a"/></w:r></w:p>'), "ảnh liên kết"),
        (with_parts({"word/settings.xml": part("word/settings.xml").replace(
            "<w:zoom", "<w:mailMerge/><w:zoom", 1)}), "trộn thư"),
    ],
)  # fmt: skip
def test_what_runs_or_fetches_is_refused_by_name(content: bytes, word: str) -> None:
    assert word in refusal(content)


@pytest.mark.parametrize(
    "markup",
    [
        field(" DDEAUTO c:\\\\x"),
        field(" D", "DE excel x"),
        field(' INCLUDETEXT "a.docx"'),
        field(" INCLUDEPICTURE http://a"),
        field(" MACROBUTTON x y"),
        field(" DATABASE"), field(" IMPORT a"), field(" LINK Word.Document"), field(" AUTOTEXT x"), field(" ASK x"),
        field(" unheardof "),
        field(""),
        '<w:p><w:fldSimple w:instr=" INCLUDETEXT a"/></w:p>',
        "<w:p><w:r><w:instrText>DDE a b</w:instrText></w:r></w:p>",
        f"<w:p>{step('begin')}<w:r><w:instrText>DDE a</w:instrText></w:r></w:p>",
        f"<w:p>{step('begin')}<w:r><w:t>DDE a</w:t></w:r>{step('end')}</w:p>",
        f"<w:p>{step('begin')}{field(' PAGE ')}<w:r><w:instrText>DDE a</w:instrText></w:r>{step('end')}</w:p>",
        f"<w:p>{step('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>{step('separate')}"
        f"<w:r><w:instrText>DDE a</w:instrText></w:r>{step('end')}</w:p>",
    ],
)  # fmt: skip
def test_a_field_that_fetches_or_runs_is_refused(markup: str) -> None:
    assert "trường" in refusal(with_body(markup))


def test_such_a_field_is_found_in_headers_and_controls_too() -> None:
    inside = control("x", "<w:r><w:instrText>DDE a</w:instrText></w:r>")
    assert "trường “DDE”" in refusal(with_body(f"<w:p>{inside}</w:p>"))
    header = f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{field("DDE a")}</w:hdr>'
    kind = f"{FORMATS}.wordprocessingml.header+xml"
    assert "trường “DDE”" in refusal(with_kind("word/header9.xml", kind, header.encode()))


ENTITY = '<!DOCTYPE x [<!ENTITY a "b">]>'


@pytest.mark.parametrize("name", [MAIN, "word/styles.xml", RELS, TYPES])
def test_a_document_type_is_refused_in_any_part(name: str) -> None:
    first, _, rest = part(name).partition("?>")
    assert "DTD" in refusal(with_parts({name: f"{first}?>{ENTITY}{rest}"}))


def test_xml_under_another_ending_is_not_let_past() -> None:
    kind = f"{FORMATS}.wordprocessingml.header+xml"
    assert "bị hỏng" in refusal(with_kind("word/header.bin", kind, f"<?xml version='1.0'?>{ENTITY}<a/>".encode()))


def test_a_bomb_is_refused() -> None:
    assert "nén bất thường" in refusal(with_parts({"word/media/a.png": b"\0" * 20_000_000}))
    assert "quá lớn khi giải nén" in refusal(with_parts({f"word/media/{n}.png": b"\0" * 2**20 for n in range(120)}))


def test_a_file_too_large_to_keep_is_refused() -> None:
    assert "quá lớn" in refusal(b"PK\x03\x04" + bytes(LARGEST_BYTES))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b"PK\x03\x04 and nothing",
        b"plain words",
        GOOD[: len(GOOD) // 2],
        with_parts({MAIN: part(MAIN)[:300]}),
        with_parts({MAIN: "<a>" * 500 + "</a>" * 500}),
        with_parts({TYPES: "<Types/>"}),
        with_relation(f"{OFFICE}/image", "media/gone.png", "Internal"),
        with_parts({"../a.xml": "<a/>"}),
        with_parts({"/a.xml": "<a/>"}),
        with_parts({"word/DOCUMENT.xml": part(MAIN)}),
    ],
)
def test_what_is_damaged_is_called_damaged(content: bytes) -> None:
    assert "hỏng" in refusal(content) or "phần lạ" in refusal(content)


def test_a_template_of_words_own_kind_is_told_how_to_be_saved() -> None:
    kind = f"{FORMATS}.wordprocessingml.template.main+xml"
    changed = part(TYPES).replace(f"{FORMATS}.wordprocessingml.document.main+xml", kind)
    assert ".dotx" in refusal(with_parts({TYPES: changed}))


def test_an_old_or_locked_file_is_told_how_to_be_saved() -> None:
    assert "mật khẩu" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
