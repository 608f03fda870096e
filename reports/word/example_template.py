"""A template to begin with: the decree's form with a place for every part, and words that say what belongs there."""

import zipfile
from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO
from typing import Any

from docx.oxml.parser import parse_xml

from reports.document import Style
from reports.word.builtin import builtin_template
from reports.word.markup import MAIN, RELATIONS, layout_table, paragraph, run
from reports.word.template_places import BLOCKS, NAMES, Place

_HINTS = {
    Place.HEAD: "Đầu văn bản: hai cơ quan, Quốc hiệu, Tiêu ngữ, số, ký hiệu, địa danh và ngày tháng.",
    Place.TITLE: "Tên loại và trích yếu của văn bản.",
    Place.ADDRESSEES: "Kính gửi: nơi nhận báo cáo ở trên (nếu có).",
    Place.SIGNATURE: "Nơi nhận ở bên trái; quyền hạn, chức vụ và họ tên người ký ở bên phải.",
    Place.ANNEXES: "Các phụ lục, mỗi phụ lục một phần riêng, đánh số trang riêng.",
}
_BODY_HINTS = (
    "Thân văn bản: toàn bộ nội dung giữa tên loại và chữ ký. Ô này bắt buộc phải có.",
    "Phần mềm điền vào các ô có tên “cchc:...”; chữ trong ô chỉ để hướng dẫn và được thay khi lập báo cáo. Chữ, hình, "
    "đầu trang, chân trang, lề và kiểu chữ ngoài các ô được giữ nguyên: có thể thêm biểu trưng, địa chỉ của cơ quan.",
    "Muốn tự trình bày phần đầu, tên loại hay chữ ký, xóa ô lớn tương ứng rồi chép các ô nhỏ dưới đây ra chỗ cần đặt:",
)
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_WIDTHS = (70.0, 90.0)


def example_template() -> bytes:
    """Return the example, made of the built-in template."""
    word = builtin_template()
    body: Any = word.element.body
    standing, lying = (deepcopy(section._sectPr) for section in word.sections)
    for element in list(body):
        body.remove(element)
    before = [Place.HEAD, Place.TITLE, Place.ADDRESSEES]
    content = "".join(_block(place, [_HINTS[place]]) for place in before)
    content += _control(Place.BODY, _paragraphs(_BODY_HINTS) + _small_places())
    content += _block(Place.SIGNATURE, [_HINTS[Place.SIGNATURE]]) + paragraph("SectionEnd")
    body.extend(_elements(content))
    body[-1].pPr.append(standing)
    body.extend(_elements(_block(Place.ANNEXES, [_HINTS[Place.ANNEXES]])))
    body.append(lying)
    return _packed(word)


def _block(place: Place, hints: Iterable[str]) -> str:
    return _control(place, _paragraphs(hints))


def _paragraphs(hints: Iterable[str]) -> str:
    return "".join(paragraph(Style.BODY, run(hint, italic=True)) for hint in hints)


def _small_places() -> str:
    """Return a table of the places that stand in a line: what each is, and the place itself to be copied."""
    rows = [
        [
            paragraph(Style.CELL, run(f"{NAMES[place]}: cchc:{place}")),
            paragraph(Style.CELL, _control(place, run(f"[{NAMES[place]}]"))),
        ]
        for place in Place
        if place not in BLOCKS
    ]
    return layout_table(_WIDTHS, rows) + paragraph(Style.BODY)


def _control(place: Place, content: str) -> str:
    named = f'<w:alias w:val="{NAMES[place]}"/><w:tag w:val="cchc:{place}"/>'
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
