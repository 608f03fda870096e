"""The .docx itself: its parts, how they refer to one another, and the zip around them, always the same bytes."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reports.document import Chart, Document, Properties
from reports.word.body import chart_relation, document_xml
from reports.word.chart import chart_xml, workbook
from reports.word.markup import HEADER, RELATIONS, escaped

TEMPLATE = Path(__file__).parent.parent.parent / "resources" / "templates" / "decree-30"

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OFFICE_NAMES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    content: Iterable[bytes]
    kind: str = ""


def write_document(document: Document, target: BinaryIO) -> None:
    """Write a report as .docx; the same document gives the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for part in _parts(document):
            entry = zipfile.ZipInfo(part.name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            with package.open(entry, "w") as stream:
                stream.writelines(part.content)


def document_bytes(document: Document) -> bytes:
    """Return a report as .docx."""
    stream = BytesIO()
    write_document(document, stream)
    return stream.getvalue()


def _parts(document: Document) -> list[_Part]:
    charts = [block for block in document.blocks if isinstance(block, Chart)]
    main = (piece.encode("utf-8") for piece in document_xml(document))
    parts = [
        _xml("_rels/.rels", "", _relations(_of_package())),
        _xml(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            _core(document.properties),
        ),
        _xml("docProps/app.xml", f"{_OFFICE}extended-properties+xml", _app(document.properties)),
        _Part("word/document.xml", main, f"{_WORD}document.main+xml"),
        _xml("word/_rels/document.xml.rels", "", _relations(_of_document(len(charts)))),
        _from_template("styles.xml", "styles"),
        _from_template("settings.xml", "settings"),
        _from_template("fontTable.xml", "fontTable"),
        _from_template("header.xml", "header"),
        _from_template("header-first.xml", "header"),
    ]
    for number, chart in enumerate(charts, start=1):
        book = f"word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"
        parts.append(_xml(f"word/charts/chart{number}.xml", _CHART, chart_xml(chart, "rId1")))
        relation = [("rId1", f"{RELATIONS}/package", f"../embeddings/Microsoft_Excel_Sheet{number}.xlsx")]
        parts.append(_xml(f"word/charts/_rels/chart{number}.xml.rels", "", _relations(relation)))
        parts.append(_Part(book, [workbook(chart)]))
    return [_xml("[Content_Types].xml", "", _content_types(parts)), *parts]


def _xml(name: str, kind: str, text: str) -> _Part:
    return _Part(name, [text.encode("utf-8")], kind)


def _from_template(name: str, kind: str) -> _Part:
    return _Part(f"word/{name}", [(TEMPLATE / "word" / name).read_bytes()], f"{_WORD}{kind}+xml")


def _of_package() -> list[tuple[str, str, str]]:
    return [
        ("rId1", f"{RELATIONS}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{RELATIONS}/extended-properties", "docProps/app.xml"),
    ]


def _of_document(charts: int) -> Iterator[tuple[str, str, str]]:
    yield "rIdStyles", f"{RELATIONS}/styles", "styles.xml"
    yield "rIdSettings", f"{RELATIONS}/settings", "settings.xml"
    yield "rIdFonts", f"{RELATIONS}/fontTable", "fontTable.xml"
    yield "rIdHeader", f"{RELATIONS}/header", "header.xml"
    yield "rIdHeaderFirst", f"{RELATIONS}/header", "header-first.xml"
    for number in range(1, charts + 1):
        yield chart_relation(number), f"{RELATIONS}/chart", f"charts/chart{number}.xml"


def _relations(relations: list[tuple[str, str, str]] | Iterator[tuple[str, str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in relations
    )
    return f'{HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _content_types(parts: list[_Part]) -> str:
    entries = "".join(f'<Override PartName="/{part.name}" ContentType="{part.kind}"/>' for part in parts if part.kind)
    return (
        f'{HEADER}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="xlsx" ContentType="{_SPREADSHEET}"/>{entries}</Types>'
    )


def _core(properties: Properties) -> str:
    day = _moment(properties.made)
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(properties.title)}</dc:title><dc:subject>{escaped(properties.subject)}</dc:subject>"
        f"<dc:creator>{escaped(properties.author)}</dc:creator><dc:language>vi-VN</dc:language>"
        f"<cp:lastModifiedBy>{escaped(properties.author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>'
    )


def _app(properties: Properties) -> str:
    return (
        f'{HEADER}<Properties xmlns="{_OFFICE_NAMES}"><Application>CCHC</Application>'
        f"<Company>{escaped(properties.author)}</Company></Properties>"
    )


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
