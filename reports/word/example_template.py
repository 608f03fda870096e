"""A template to begin with: the decree's form with a place for every part, and words that say what belongs there."""

import zipfile
from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO
from typing import Any

from docx.oxml.parser import parse_xml

from reports.document import Style
from reports.word.builtin import builtin_template
from reports.word.markup import MAIN, RELATIONS, paragraph, run
from reports.word.template_places import BLOCKS, GUIDE, NAMES, Place

_HINTS = {
    Place.HEAD: "Đầu văn bản: hai cơ quan, Quốc hiệu, Tiêu ngữ, số, ký hiệu, địa danh và ngày tháng.",
    Place.TITLE: "Tên loại và trích yếu của văn bản.",
    Place.ADDRESSEES: "Kính gửi (nếu có).",
    Place.BODY: "Thân văn bản: toàn bộ nội dung giữa tên loại và chữ ký. Ô này bắt buộc phải có.",
    Place.SIGNATURE: "Nơi nhận ở bên trái; quyền hạn, chức vụ và họ tên người ký ở bên phải.",
    Place.ANNEXES: "Các phụ lục, mỗi phụ lục một phần riêng, đánh số trang riêng.",
}
_GUIDES = (
    f"Những dòng chữ xám này có kiểu “{GUIDE}” và không in ra: khi lập báo cáo, phần mềm bỏ chúng đi.",
    "Phần mềm điền vào các ô có tên “cchc: ...”; chữ trong ô chỉ để hướng dẫn. Chữ, hình, đầu trang, chân trang, lề và "
    "kiểu chữ ngoài các ô được giữ nguyên: có thể thêm biểu trưng, địa chỉ của cơ quan.",
    "Muốn tự trình bày phần đầu, tiêu đề hay chữ ký, xóa ô lớn ở trên rồi chép các ô nhỏ sau đây ra chỗ cần đặt:",
)
_GUIDE_ID = "CchcGuide"
_GUIDE_STYLE = (
    f'<w:style xmlns:w="{MAIN}" w:type="paragraph" w:customStyle="1" w:styleId="{_GUIDE_ID}"><w:name w:val="{GUIDE}"/>'
    '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>'
    '<w:rPr><w:color w:val="7F7F7F"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:style>'
)
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


def example_template() -> bytes:
    """Return the example, made of the built-in template."""
    word = builtin_template()
    body: Any = word.element.body
    standing, lying = (deepcopy(section._sectPr) for section in word.sections)
    for element in list(body):
        body.remove(element)
    content = "".join(_block(place) for place in (Place.HEAD, Place.TITLE, Place.ADDRESSEES, Place.BODY))
    content += "".join(paragraph(_GUIDE_ID, run(guide)) for guide in _GUIDES)
    content += "".join(_small(place) for place in Place if place not in BLOCKS)
    content += _block(Place.SIGNATURE) + paragraph("SectionEnd")
    body.extend(_elements(content))
    body[-1].pPr.append(standing)
    body.extend(_elements(_block(Place.ANNEXES)))
    body.append(lying)
    word.styles.element.append(parse_xml(_GUIDE_STYLE))
    return _packed(word)


def _block(place: Place) -> str:
    """Return a place of its own with one paragraph: LibreOffice 7 leaves the others outside."""
    return _control(place, paragraph(Style.BODY, run(_HINTS[place], italic=True)))


def _small(place: Place) -> str:
    return paragraph(_GUIDE_ID, run(f"{NAMES[place]}: ") + _control(place, run(f"[{NAMES[place]}]")))


def _control(place: Place, content: str) -> str:
    # LibreOffice 7 keeps the alias only, so that it says all.
    named = f'<w:alias w:val="cchc: {NAMES[place]}"/><w:tag w:val="cchc:{place}"/>'
    return f"<w:sdt><w:sdtPr>{named}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _elements(markup: str) -> Iterable[Any]:
    return list(parse_xml(f'<w:body xmlns:w="{MAIN}" xmlns:r="{RELATIONS}">{markup}</w:body>'))


def _packed(word: Any) -> bytes:
    """Return the file; always the same bytes."""
    saved, packed = BytesIO(), BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, source.read(name))
    return packed.getvalue()
