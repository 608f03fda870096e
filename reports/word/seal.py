"""What lets a report be held against its data later: its ledger, its seal in the properties, at the foot of a draft."""

from collections.abc import Callable
from typing import Any

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from models.number import format_date
from reports.document import Document
from reports.ledger import NAMESPACE, write_ledger
from reports.word.markup import HEADER, MAIN, RELATIONS, paragraph, run

LEDGER_NAME = "customXml/item1.xml"
SEAL_PROPERTY = "Mã đối chiếu"
DRAFT_WORDS = "Bản dự thảo lập ngày {day}. Mã đối chiếu: {seal}"

_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_STORE_ID = "{C0C1D8A2-2020-4030-8A5B-637263686563}"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FOOTER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_STORE_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def draft_words(document: Document) -> str:
    """Return what stands at the foot of a draft's pages."""
    return _draft_words(document, write_ledger(document)[0])


def _draft_words(document: Document, mark: str) -> str:
    return DRAFT_WORDS.format(day=format_date(document.properties.made), seal=mark)


def add_seal(
    word: WordFile, document: Document, is_draft: bool, translated: Callable[[str], str] = lambda markup: markup
) -> None:
    """Add the ledger's part, the property with the seal and, in a draft, the words at the foot that show it.

    translated gives styles the file's own names."""
    mark, ledger = write_ledger(document)
    _add_ledger(word, ledger)
    _add_property(word, mark)
    if is_draft:
        _add_to_feet(word, translated(paragraph("Footer", run(_draft_words(document, mark)))))


def _add_ledger(word: WordFile, content: bytes) -> None:
    package = word.part.package
    store = (
        f'{HEADER}<ds:datastoreItem ds:itemID="{_STORE_ID}" xmlns:ds="{_STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    ledger = Part(PackURI(f"/{LEDGER_NAME}"), "application/xml", content, package)
    properties = Part(PackURI("/customXml/itemProps1.xml"), _STORE_TYPE, store.encode(), package)
    ledger.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    word.part.relate_to(ledger, RELATIONSHIP_TYPE.CUSTOM_XML)


def _add_property(word: WordFile, mark: str) -> None:
    package = word.part.package
    content = (
        f'{HEADER}<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}"><property fmtid="{_CUSTOM}" pid="2"'
        f' name="{SEAL_PROPERTY}"><vt:lpwstr>{mark}</vt:lpwstr></property></Properties>'
    )
    part = Part(PackURI("/docProps/custom.xml"), _PROPERTIES_TYPE, content.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _add_to_feet(word: WordFile, shown: str) -> None:
    """Show a paragraph at the foot of every page: below what a section has there, or as all that it has."""
    for each in word.part.rels.values():
        if each.reltype == RELATIONSHIP_TYPE.FOOTER:
            each.target_part.element.append(parse_xml(shown.replace("<w:p>", f'<w:p xmlns:w="{MAIN}">', 1)))
    package = word.part.package
    name = package.next_partname("/word/footer%d.xml")
    content = f'{HEADER}<w:ftr xmlns:w="{MAIN}" xmlns:r="{RELATIONS}">{shown}</w:ftr>'
    relation = word.part.relate_to(Part(name, _FOOTER_TYPE, content.encode(), package), RELATIONSHIP_TYPE.FOOTER)
    for section in word.element.body.iter(qn("w:sectPr")):
        _refer(section, relation)


def _refer(section: Any, relation: str) -> None:
    has = {each.get(qn("w:type")) for each in section.findall(qn("w:footerReference"))}
    place = len(section.findall(qn("w:headerReference"))) + len(has)
    for kind in sorted({"default", "first"} - has):
        reference = f'<w:footerReference xmlns:w="{MAIN}" xmlns:r="{RELATIONS}" w:type="{kind}" r:id="{relation}"/>'
        section.insert(place, parse_xml(reference))
