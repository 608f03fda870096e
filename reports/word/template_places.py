"""The places of an office's template: named content controls, found by tag or alias, and filled."""

import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

from models.errors import KnownError
from models.folding import fold
from reports.word.markup import MAIN, printable


class Place(StrEnum):
    """What a place is called in a template, after "cchc:"."""

    HEAD = "dau-van-ban"
    TITLE = "tieu-de"
    ADDRESSEES = "kinh-gui"
    BODY = "than-van-ban"
    SIGNATURE = "chu-ky"
    ANNEXES = "phu-luc"
    SUPERIOR = "co-quan-chu-quan"
    ISSUING = "co-quan-ban-hanh"
    NUMBER = "so-ky-hieu"
    DAY = "dia-danh-ngay-thang"
    KIND = "ten-loai"
    ABSTRACT = "trich-yeu"
    PERIOD = "ky-bao-cao"
    RECIPIENTS = "noi-nhan"
    AUTHORITY = "quyen-han-ky"
    POSITION = "chuc-vu-ky"
    SIGNER = "nguoi-ky"


# What a place is called for people; without tones and blanks it is the place's own name again.
NAMES = {
    Place.HEAD: "đầu văn bản",
    Place.TITLE: "tiêu đề",
    Place.ADDRESSEES: "kính gửi",
    Place.BODY: "thân văn bản",
    Place.SIGNATURE: "chữ ký",
    Place.ANNEXES: "phụ lục",
    Place.SUPERIOR: "cơ quan chủ quản",
    Place.ISSUING: "cơ quan ban hành",
    Place.NUMBER: "số, ký hiệu",
    Place.DAY: "địa danh, ngày tháng",
    Place.KIND: "tên loại",
    Place.ABSTRACT: "trích yếu",
    Place.PERIOD: "kỳ báo cáo",
    Place.RECIPIENTS: "nơi nhận",
    Place.AUTHORITY: "quyền hạn ký",
    Place.POSITION: "chức vụ ký",
    Place.SIGNER: "người ký",
}
GUIDE = "Hướng dẫn mẫu"  # the name of the style of what only tells how a template is used
BLOCKS = (Place.HEAD, Place.TITLE, Place.ADDRESSEES, Place.BODY, Place.SIGNATURE, Place.ANNEXES)

_OURS = re.compile(r"cchc[\s:._/-]+(.+)")
_shown: Callable[[Any], Any] = etree.XPath(
    "descendant-or-self::*[self::w:t or self::w:drawing or self::w:pict or self::w:tbl or self::w:fldChar]",
    namespaces={"w": MAIN},
)


@dataclass(frozen=True)
class Control:
    """A content control that is a place."""

    place: Place
    element: Any

    @property
    def line(self) -> Any:
        """The paragraph in whose line it stands; None where it holds paragraphs of its own, or a cell."""
        around = self.element.getparent()
        while around is not None and around.tag not in _HOLDERS:
            if around.tag == qn("w:p"):
                return around
            around = around.getparent()
        return None

    @property
    def content(self) -> Any:
        """What is in it: the element that holds its paragraphs or its runs; a cell where it is put around one."""
        content = self.element.find(qn("w:sdtContent"))
        if content is None:
            content = OxmlElement("w:sdtContent")
            self.element.append(content)
        cell = None if self.line is not None else next(content.iter(qn("w:tc"), qn("w:tbl")), None)
        return cell if cell is not None and cell.tag == qn("w:tc") else content


_HOLDERS = {qn(f"w:{name}") for name in ("body", "tc", "tr", "tbl", "hdr", "ftr", "txbxContent")}


def controls(word: WordFile) -> list[Control]:
    """Return the places of a template in reading order, those of its headers and footers last.

    What stands inside a place goes away with it. Raises KnownError for a name that is no place's, for a block that
    stands twice, and for the text or the annexes inside another place."""
    found = {}
    for root in _stories(word):
        for element in root.iter(qn("w:sdt")):
            if (place := _place(element)) is not None:
                found[element] = Control(place, element)
    free = [each for element, each in found.items() if not any(around in found for around in element.iterancestors())]
    inside = {each.place for each in found.values() if each not in free}
    for place in (Place.BODY, Place.ANNEXES):
        if place in inside:
            raise KnownError(f"{_called(place)} nằm trong một ô khác của phần mềm; hãy để nó đứng riêng.")
    _check(free)
    return free


def _check(found: Sequence[Control]) -> None:
    for place in BLOCKS:
        if sum(each.place is place for each in found) > 1:
            raise KnownError(f"Mẫu văn bản có hai ô “cchc:{place}” ({NAMES[place]}); hãy chỉ để lại một.")
    for each in found:
        if next(each.element.iter(qn("w:sectPr")), None) is not None:
            raise KnownError(f"{_called(each.place)} chứa dấu ngắt phần (Section Break); hãy đưa dấu này ra ngoài ô.")


def _called(place: Place) -> str:
    return f"Ô “cchc:{place}” ({NAMES[place]}) của mẫu văn bản"


def drop_guides(word: WordFile) -> None:
    """Take away what only tells how the template is used: the paragraphs of that style, places in them too."""
    guides = {each.styleId for each in word.styles.element.style_lst if each.name_val == GUIDE}
    for each in [each for each in word.element.body.iter(qn("w:p")) if each.style in guides]:
        replace_element(each)


def put_blocks(control: Control, elements: Sequence[Any]) -> None:
    """Put paragraphs and tables in a control's place; the control itself goes away.

    Raises KnownError where it stands in a line with something else."""
    line, content = control.line, control.content
    if line is not None:
        check_stands_alone(control)
        replace_element(line, elements)
    elif content.tag == qn("w:tc"):
        for child in content.xpath("*[not(self::w:tcPr)]"):
            content.remove(child)
        content.extend(elements)
        _end_with_paragraph(content)
        _unwrap(control.element)
    else:
        replace_element(control.element, elements)


def check_stands_alone(control: Control) -> None:
    """Refuse, by KnownError, a control that stands in a line with something else that is seen."""
    if control.line is not None and any(control.element not in each.iterancestors() for each in _shown(control.line)):
        raise KnownError(f"{_called(control.place)} đứng chung dòng với chữ khác; hãy để ô này một mình một dòng.")


def put_lines(control: Control, lines: Sequence[str]) -> None:
    """Put words in a control's place, in the looks that it has; the control itself goes away.

    In a line they are parted by line breaks, else each is a paragraph. One without words takes no line."""
    look, content = _look(control.element), control.content
    if control.line is not None:
        content[:] = [_run("\n".join(lines), look)] if lines else []
        _unwrap(control.element)
        return
    pattern = next(content.iter(qn("w:p")), None)
    made = [_paragraph(pattern, line, look) for line in lines]
    if content.tag != qn("w:tc"):
        replace_element(control.element, made)
        return
    for child in content.xpath("*[not(self::w:tcPr)]"):
        content.remove(child)
    content.extend(made)
    _end_with_paragraph(content)
    _unwrap(control.element)


def shows_something(element: Any) -> bool:
    """Return whether anything of an element is seen on paper."""
    return bool(_shown(element))


def _stories(word: WordFile) -> Iterator[Any]:
    yield word.element.body
    for relation in word.part.rels.values():
        if relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            yield relation.target_part.element


def _place(element: Any) -> Place | None:
    for tag in ("tag", "alias"):
        named = element.find(f"{qn('w:sdtPr')}/{qn(f'w:{tag}')}")
        ours = None if named is None else _OURS.fullmatch(fold(named.get(qn("w:val"), "")).strip())
        if ours:
            code = re.sub("[^a-z0-9]+", "-", ours[1]).strip("-")
            if code not in list(Place):
                known = ", ".join(f"cchc:{each}" for each in Place)
                raise KnownError(f"Mẫu văn bản có ô “{named.get(qn('w:val'))}” mà phần mềm không biết; các ô: {known}.")
            return Place(code)
    return None


def replace_element(element: Any, others: Sequence[Any] = ()) -> None:
    """Put elements in another's place; what a paragraph says of its section stays."""
    parent = element.getparent()
    for each in others:
        element.addprevious(each)
    if element.tag == qn("w:p") and element.pPr is not None and element.pPr.find(qn("w:sectPr")) is not None:
        for child in element.xpath("*[not(self::w:pPr)]"):
            element.remove(child)
    else:
        parent.remove(element)
    if parent.tag != qn("w:body"):
        _end_with_paragraph(parent)


def _end_with_paragraph(parent: Any) -> None:
    if len(parent) == 0 or parent[-1].tag != qn("w:p"):
        parent.append(OxmlElement("w:p"))


def _unwrap(element: Any) -> None:
    for child in element.find(qn("w:sdtContent")):
        element.addprevious(child)
    element.getparent().remove(element)


def _look(element: Any) -> Any:
    """Return the looks of what is put in: those of the words there, unless they only tell what belongs there."""
    properties = element.find(qn("w:sdtPr"))
    own = None if properties is None else properties.find(qn("w:rPr"))
    is_hint = properties is not None and properties.find(qn("w:showingPlcHdr")) is not None
    words = None if is_hint else element.find(f".//{qn('w:r')}/{qn('w:rPr')}")
    return own if words is None else words


def _paragraph(pattern: Any, text: str, look: Any) -> Any:
    new = OxmlElement("w:p")
    if pattern is not None and pattern.pPr is not None:
        new.append(deepcopy(pattern.pPr))
    new.append(_run(text, look))
    return new


def _run(text: str, look: Any) -> Any:
    new: Any = OxmlElement("w:r")
    new.text = printable(text)
    if look is not None:
        new.insert(0, deepcopy(look))
    return new
