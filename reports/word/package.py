"""The .docx itself: the office's template filled through python-docx, and the zip around it, always the same bytes."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import UTC, datetime, time
from io import BytesIO
from itertools import count, zip_longest
from typing import Any, BinaryIO

from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.section import Section as Layout
from docx.shared import Mm
from lxml import etree

from reports.chart import Chart
from reports.document import Block, Document, Paragraph, Properties, Style, Table
from reports.word.body import block_xml
from reports.word.builtin import builtin_template
from reports.word.charts.picture import inline_xml, picture
from reports.word.house_template import opened
from reports.word.markup import MAIN, RELATIONS, paragraph, printable
from reports.word.seal import add_seal
from reports.word.tables import figures_in, fitted, table_xml
from reports.word.template_styles import Names

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_LONGEST_PROPERTY = 255
_BOOK = "rId1"
_TABLE_PLACE = re.compile(rb"<\?table \d+\?>")


def write_document(document: Document, target: BinaryIO, is_draft: bool = False, template: bytes | None = None) -> None:
    """Write a report as .docx; the same document gives the same bytes. A draft shows its seal at the foot.

    template is an office's own; KnownError is raised, before anything is written, for one that cannot be used. Rows of
    tables are written straight into the file: as elements they take 14 times the memory of their text."""
    house = None if template is None else opened(template)
    word = house.word if house else builtin_template()
    blocks = _Blocks(word, house.names if house else Names())
    if house:
        house.fill(document, blocks.elements)
    else:
        _fill(word, document, blocks)
    _describe(word.core_properties, document.properties)
    if document.origin is not None:
        add_seal(word, document, is_draft, blocks.names.translated)
    saved = BytesIO()
    word.save(saved)
    main = word.part.partname.membername
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            content = source.read(name)
            with package.open(entry, "w") as stream:
                stream.writelines(blocks.with_tables(content) if name == main else [content])


def document_bytes(document: Document, is_draft: bool = False, template: bytes | None = None) -> bytes:
    """Return a report as .docx."""
    stream = BytesIO()
    write_document(document, stream, is_draft, template)
    return stream.getvalue()


def _fill(word: WordFile, document: Document, blocks: "_Blocks") -> None:
    """Put the blocks into the built-in template's sections."""
    body: Any = word.element.body
    layouts = {section.orientation is WD_ORIENT.LANDSCAPE: section for section in word.sections}
    for element in list(body):
        body.remove(element)
    for index, section in enumerate(document.sections):
        layout = layouts[section.is_landscape]
        width = ((layout.page_width or 0) - (layout.left_margin or 0) - (layout.right_margin or 0)) / Mm(1)
        body.extend(blocks.elements(section.blocks, width))
        is_last = index == len(document.sections) - 1
        body.append(deepcopy(layout._sectPr) if is_last else _section_end(layout))


class _Blocks:
    """Makes blocks into what stands in a Word file, under the names that its styles have there.

    Tables come when the file is written: their places are marked, and the number of their first figure is kept."""

    def __init__(self, word: WordFile, names: Names) -> None:
        self.names = names
        self._word = word
        self._tables: list[tuple[Table, int]] = []
        self._numbers = count(1)

    def elements(self, blocks: Iterable[Block], width: float) -> list[Any]:
        """Return the elements of blocks for a text of a width, in millimetres."""
        made: list[Any] = []
        every = list(blocks)
        for block, after in zip_longest(every, every[1:]):
            if isinstance(block, Table):
                made.append(etree.ProcessingInstruction("table", str(len(self._tables))))
                first = next(self._numbers)
                self._tables.append((fitted(block, width), first))
                self._numbers = count(first + figures_in(block))
            elif isinstance(block, Chart):
                made.extend(_elements(self.names.translated(_chart(self._word, block, width, _is_note(after)))))
            else:
                made.extend(_elements(self.names.translated(block_xml(block, width, self._numbers))))
        self.names.complete(made)
        return made

    def with_tables(self, content: bytes) -> Iterator[bytes]:
        """Yield the main part with each table in its place."""
        before, *others = _TABLE_PLACE.split(content)
        yield before
        for (table, first), after in zip(self._tables, others, strict=True):
            yield from (self.names.translated(piece).encode("utf-8") for piece in table_xml(table, count(first)))
            yield after


def _elements(markup: str) -> Iterator[Any]:
    yield from parse_xml(f'<w:body xmlns:w="{MAIN}" xmlns:r="{RELATIONS}">{markup}</w:body>')


def _section_end(layout: Layout) -> Any:
    (end,) = _elements(paragraph("SectionEnd"))
    end.pPr.append(deepcopy(layout._sectPr))
    return end


def _is_note(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.NOTE


def _chart(word: WordFile, chart: Chart, width: float, has_note: bool) -> str:
    """Add a chart with its workbook to the package, and return the paragraph that shows it, held to its note."""
    package = word.part.package
    name = package.next_partname("/word/charts/chart%d.xml")
    number = name.idx or 1
    book_name = PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx")
    drawn = picture(chart, width, _BOOK)
    book = Part(book_name, CONTENT_TYPE.SML_SHEET, drawn.workbook, package)
    part = Part(name, CONTENT_TYPE.DML_CHART, drawn.markup.encode("utf-8"), package)
    part.load_rel(RELATIONSHIP_TYPE.PACKAGE, book, _BOOK)
    shown = inline_xml(chart, drawn, word.part.relate_to(part, RELATIONSHIP_TYPE.CHART), number)
    return paragraph(Style.CHART, shown, keeps_next=has_note)


def _describe(properties: CoreProperties, said: Properties) -> None:
    made = datetime.combine(said.made, time(), UTC)
    properties.title = printable(said.title)[:_LONGEST_PROPERTY]
    properties.subject = printable(said.subject)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = printable(said.author)[:_LONGEST_PROPERTY]
    properties.language = "vi-VN"
    properties.created = properties.modified = made
