"""The sections of an office's template: whose settings hold where, and where annexes go."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordFile
from docx.enum.section import WD_HEADER_FOOTER, WD_ORIENT, WD_SECTION
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.section import Section as Layout
from docx.shared import Mm
from lxml import etree

from models.errors import KnownError
from reports.document import Block, Section
from reports.word.markup import MAIN, paragraph
from reports.word.template_places import replace_element, shows_something
from reports.word.template_styles import Names

Elements = Callable[[Sequence[Block], float], list[Any]]

_NARROWEST_MM, _WIDEST_MM = 80.0, 400.0
_KINDS = ("default", "first", "even")


def settings_at(body: Any, element: Any) -> Any:
    """Return the settings (sectPr) of the section that something inside the body lies in."""
    while element.getparent() is not body:
        element = element.getparent()
    for each in (element, *element.itersiblings()):
        if (found := _own_settings(each)) is not None:
            return found
    return _last_settings(body)


def text_mm(settings: Any) -> float:
    """Return how wide the text of a section is; raises KnownError for what is no page of paper."""
    layout = Layout(settings, None)  # type: ignore[arg-type]
    width = (layout.page_width or Mm(210)) - (layout.left_margin or 0) - (layout.right_margin or 0)
    if not _NARROWEST_MM <= width / Mm(1) <= _WIDEST_MM:
        raise KnownError(
            f"Mẫu văn bản để vùng chữ rộng {width / Mm(1):.0f} mm; hãy xem lại khổ giấy và lề trái, lề phải của mẫu."
        )
    return width / Mm(1)


@dataclass(frozen=True)
class Annexes:
    """Puts a report's annexes into a template, each with pages of its own.

    main are the settings of the section of the text; place is the template's own place for annexes, None: the end."""

    word: WordFile
    builtin: WordFile
    names: Names
    main: Any
    place: Any

    @property
    def _body(self) -> Any:
        return self.word.element.body

    def put(self, sections: Sequence[Section], elements: Elements) -> None:
        """Put the annexes in; where there are none, the template's own pages for them go too."""
        host = _last_settings(self._body) if self.place is None else settings_at(self._body, self.place)
        own = None if host is self.main or self.place is None else host
        if self.place is not None:
            self._check_is_last()
        if sections:
            self._put(sections, elements, host, own)
        elif own is not None:
            self._take_away(own)
        if self.place is not None and self.place.getparent() is not None:
            replace_element(self.place)

    def _put(self, sections: Sequence[Section], elements: Elements, host: Any, own: Any) -> None:
        shapes = {lies: self._layout(lies, own) for lies in sorted({section.is_landscape for section in sections})}
        layouts = [deepcopy(shapes[section.is_landscape]) for section in sections]
        parts: list[Any] = [] if own is not None else [self._end(deepcopy(host))]
        for section, layout in zip(sections, layouts, strict=True):
            parts += elements(section.blocks, text_mm(layout))
            if layout is not layouts[-1]:
                parts.append(self._end(layout))
        before = self.place if self.place is not None else _last_settings(self._body)
        for each in parts:
            before.addprevious(each)
        host.getparent().replace(host, layouts[-1])

    def _layout(self, is_landscape: bool, own: Any) -> Any:
        """Return an annex's settings: the template's own for annexes where they lie the same way, else the built-in."""
        candidates = [each for each in (own, self.main) if each is not None]
        found = next((each for each in candidates if _lies(each) == is_landscape), None)
        layout = self._builtin(is_landscape) if found is None else deepcopy(found)
        settings = Layout(layout, self.word.part)
        settings.start_type = WD_SECTION.NEW_PAGE
        numbers = layout.find(qn("w:pgNumType"))
        if numbers is None:
            numbers = OxmlElement("w:pgNumType")
            layout.insert_element_before(numbers, *_AFTER_NUMBERS)
        numbers.set(qn("w:start"), "1")
        return layout

    def _builtin(self, is_landscape: bool) -> Any:
        """Return the built-in settings with their page numbers above and, below, the foot of the text's later pages."""
        layout = next(deepcopy(each._sectPr) for each in self.builtin.sections if _lies(each._sectPr) == is_landscape)
        for reference in layout.findall(qn("w:headerReference")):
            reference.set(qn("r:id"), self._brought(str(reference.get(qn("r:id")))))
        foot = next((each for each in self._feet() if each.get(qn("w:type"), "default") == "default"), None)
        relation = self._empty_foot() if foot is None else foot.get(qn("r:id"))
        for kind in (WD_HEADER_FOOTER.FIRST_PAGE, WD_HEADER_FOOTER.PRIMARY):
            layout.add_footerReference(kind, relation)
        return layout

    def _feet(self) -> Iterator[Any]:
        """Yield what holds below the text's pages, the nearest section first: one without a foot has the one before."""
        found = list(self._body.iter(qn("w:sectPr")))
        for settings in reversed(found[: found.index(self.main) + 1]):
            yield from settings.findall(qn("w:footerReference"))

    def _brought(self, relation: str) -> str:
        """Bring one of the built-in headers into the template."""
        markup = etree.tostring(self.builtin.part.related_parts[relation].element, encoding="unicode")
        root = parse_xml(self.names.translated(markup))
        name = self.word.part.package.next_partname("/word/cchc-header%d.xml")
        part = HeaderPart(name, CONTENT_TYPE.WML_HEADER, root, self.word.part.package)
        return self.word.part.relate_to(part, RELATIONSHIP_TYPE.HEADER)

    def _empty_foot(self) -> str:
        root = parse_xml(f'<w:ftr xmlns:w="{MAIN}"><w:p/></w:ftr>')
        name = PackURI("/word/cchc-footer.xml")
        part = FooterPart(name, CONTENT_TYPE.WML_FOOTER, root, self.word.part.package)
        return self.word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTER)

    def _end(self, settings: Any) -> Any:
        markup = self.names.translated(paragraph("SectionEnd"))
        end: Any = parse_xml(markup.replace("<w:p>", f'<w:p xmlns:w="{MAIN}">', 1))
        end.pPr.append(settings)
        return end

    def _check_is_last(self) -> None:
        for each in (self.place, *self.place.itersiblings()):
            if each is not self.place and shows_something(each):
                raise KnownError(
                    "Sau ô “cchc:phu-luc” của mẫu văn bản còn nội dung; hãy để ô này ở cuối phần (section) của nó."
                )
            if _own_settings(each) is not None:
                return

    def _take_away(self, own: Any) -> None:
        """Take away the template's pages for annexes; those before them end the document where these did."""
        first, is_last = self.place, own.getparent() is self._body
        while (before := first.getprevious()) is not None and _own_settings(before) is None:
            first = before
        for each in [first, *first.itersiblings()]:
            if each is own:
                break
            settings = _own_settings(each)
            self._body.remove(each)
            if settings is own:
                return
        if is_last and before is not None:
            settings = _own_settings(before)
            own.getparent().replace(own, settings)
            if not shows_something(before):
                self._body.remove(before)


_AFTER_NUMBERS = (
    "w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter",
    "w:docGrid", "w:printerSettings",
)  # fmt: skip


def _own_settings(element: Any) -> Any:
    return element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") if element.tag == qn("w:p") else None


def _last_settings(body: Any) -> Any:
    """Return the settings of the last section; a document that says nothing of it gets plain ones."""
    return body.get_or_add_sectPr()


def _lies(settings: Any) -> bool:
    return Layout(settings, None).orientation is WD_ORIENT.LANDSCAPE  # type: ignore[arg-type]
