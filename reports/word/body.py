"""Each block of a document as WordprocessingML."""

from collections.abc import Iterator
from itertools import count

from reports.document import (
    Block,
    Chart,
    Document,
    Head,
    Heading,
    Paragraph,
    Section,
    Signature,
    Style,
    Table,
    Title,
)
from reports.word.chart import inline_xml
from reports.word.markup import HEADER, MAIN, RELATIONS, indents, layout_table, paragraph, run, runs, twips
from reports.word.tables import table_xml
from reports.word.text_width import even_lines, rule_mm, width_mm

# P1 to P5: A4, 20 mm above, below and right, 30 mm left, also where the page lies.
PAGE = (210.0, 297.0)
MARGIN_TOP = MARGIN_BOTTOM = MARGIN_RIGHT = 20.0
MARGIN_LEFT = 30.0
HEADER_DISTANCE = 10.0
TEXT_WIDTH = PAGE[0] - MARGIN_LEFT - MARGIN_RIGHT
LANDSCAPE_TEXT_WIDTH = PAGE[1] - MARGIN_LEFT - MARGIN_RIGHT

HEAD_WIDTHS = (66.0, 94.0)
SIGNATURE_WIDTHS = (75.0, 85.0)
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
SIGNATURE_LINES = 4
_AFTER_TITLE = '<w:spacing w:after="240"/>'


def document_xml(document: Document) -> Iterator[str]:
    """Yield the main part piece by piece: a long report is never held whole."""
    yield f'{HEADER}<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"><w:body>'
    charts = count(1)
    for index, section in enumerate(document.sections):
        for block in section.blocks:
            yield from _block(block, charts)
        settings = _settings(section)
        is_last = index == len(document.sections) - 1
        yield settings if is_last else paragraph("SectionEnd", extra=settings)
    yield "</w:body></w:document>"


def chart_relation(number: int) -> str:
    """Return what the main part calls its first, second, ... chart."""
    return f"rIdChart{number}"


def _block(block: Block, charts: Iterator[int]) -> Iterator[str]:
    match block:
        case Paragraph():
            yield paragraph(block.style, runs(block.text), keeps_next=block.keeps_next)
        case Heading():
            style = Style.HEADING_1 if block.level == 1 else Style.HEADING_2
            yield paragraph(style, run(f"{block.number} {block.text}"))
        case Table():
            yield from table_xml(block)
        case Chart():
            number = next(charts)
            yield paragraph(Style.CHART, inline_xml(block, chart_relation(number), number))
        case Head():
            yield _head(block)
        case Title():
            yield from _title(block)
        case Signature():
            yield _signature(block)


def _head(head: Head) -> str:
    left, right = HEAD_WIDTHS
    superior = even_lines(head.superior, 12, left) if head.superior else []
    issuing = even_lines(head.issuing, 12, left - 2)
    agency = paragraph("SuperiorAgency", run("\n".join(superior))) if superior else ""
    agency += paragraph("IssuingAgency", run("\n".join(issuing)))
    agency += _rule(rule_mm(issuing, 12), left)
    nation = paragraph("NationName", run(NATION)) + paragraph("Motto", run(MOTTO)) + _rule(width_mm(MOTTO, 13), right)
    number = paragraph("DocumentNumber", run(head.number))
    day = paragraph("PlaceAndDate", run(head.place_and_date))
    return layout_table(HEAD_WIDTHS, [[agency, nation], [number, day]])


def _title(title: Title) -> Iterator[str]:
    yield paragraph("DocumentKind", run(title.kind))
    yield paragraph("Abstract", run("\n".join(title.abstract)))
    yield _rule(rule_mm(title.abstract, 14), TEXT_WIDTH, _AFTER_TITLE)


def _rule(length: float, available: float, spacing: str = "") -> str:
    """Return a centred line of a length, in millimetres: the edge of an empty paragraph with indents."""
    side = max(0.0, (available - length) / 2)
    return paragraph("Rule", extra=spacing + indents(side, side))


def _signature(signature: Signature) -> str:
    left = paragraph("RecipientsTitle", run("Nơi nhận:"))
    left += "".join(paragraph("Recipient", run(line)) for line in signature.recipients)
    right = paragraph("SignAuthority", run("\n".join(signature.authority))) if signature.authority else ""
    right += paragraph("SignPosition", run(signature.position))
    right += paragraph("SignRoom") * SIGNATURE_LINES
    right += paragraph("SignName", run(signature.signer) if signature.signer else "")
    return layout_table(SIGNATURE_WIDTHS, [[left, right]])


def _settings(section: Section) -> str:
    """Return a section's page settings; every section counts its pages from 1 and hides the first number (P7, P8)."""
    width, height = (twips(side) for side in (reversed(PAGE) if section.is_landscape else PAGE))
    lying = ' w:orient="landscape"' if section.is_landscape else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:headerReference w:type="first" r:id="rIdHeaderFirst"/><w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{lying}/>'
        f'<w:pgMar w:top="{twips(MARGIN_TOP)}" w:right="{twips(MARGIN_RIGHT)}" w:bottom="{twips(MARGIN_BOTTOM)}" '
        f'w:left="{twips(MARGIN_LEFT)}" w:header="{twips(HEADER_DISTANCE)}" w:footer="{twips(HEADER_DISTANCE)}" '
        'w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
