"""Each block of a document as WordprocessingML."""

import re
from collections.abc import Iterator

from reports.document import NBSP, Caption, Head, Heading, Paragraph, Signature, Style, Title
from reports.word.markup import field, indents, layout_table, paragraph, run, runs
from reports.word.text_width import even_lines, even_phrases, rule_mm, width_mm

HEAD_WIDTHS = (66.0, 94.0)
SIGNATURE_WIDTHS = (75.0, 85.0)
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
SIGNATURE_LINES = 4
_AFTER_TITLE = '<w:spacing w:after="240"/>'
_TWO_SYLLABLES = re.compile(r"đôn đốc|báo cáo|thực hiện|chỉ tiêu|cải cách|hành chính|\b(?:năm|tháng|quý) (?=\d|[IVX])")


def block_xml(
    block: Paragraph | Heading | Caption | Head | Title | Signature, width: float, numbers: Iterator[int]
) -> str:
    """Return a block's markup; width is that of the text, in millimetres, numbers are those of its figures."""
    match block:
        case Paragraph():
            return paragraph(block.style, runs(block.text, numbers), keeps_next=block.keeps_next)
        case Heading():
            style = Style.HEADING_1 if block.level == 1 else Style.HEADING_2
            return paragraph(style, run(block.text))
        case Caption():
            return _caption(block)
        case Head():
            return _head(block, width)
        case Title():
            return _title(block, width)
        case Signature():
            return _signature(block, width)


def _caption(caption: Caption) -> str:
    """Return a caption whose number Word counts itself, each sort for itself."""
    count = field(f"SEQ {caption.sort.replace(' ', '_')} \\* ARABIC", str(caption.number))
    content = run(caption.sort + NBSP) + count + run(f". {caption.title}")
    return paragraph(Style.CAPTION, content)


def _within(widths: tuple[float, float], width: float) -> tuple[float, float]:
    """Return the widths of two columns that are together no wider than the text."""
    share = min(1.0, width / sum(widths))
    return widths[0] * share, widths[1] * share


def _head(head: Head, width: float) -> str:
    left, right = _within(HEAD_WIDTHS, width)
    superior = even_lines(head.superior, 12, left) if head.superior else []
    issuing = even_lines(head.issuing, 12, left - 2)
    agency = paragraph("SuperiorAgency", run("\n".join(superior))) if superior else ""
    agency += paragraph("IssuingAgency", run("\n".join(issuing)))
    agency += _rule(rule_mm(issuing, 12), left)
    nation = paragraph("NationName", run(NATION)) + paragraph("Motto", run(MOTTO)) + _rule(width_mm(MOTTO, 13), right)
    number = paragraph("DocumentNumber", run(head.number))
    if head.about:
        number += paragraph("About", run("\n".join(_about_lines(head.about, left - 4))))
    day = paragraph("PlaceAndDate", run(head.place_and_date))
    return layout_table((left, right), [[agency, nation], [number, day]])


def _about_lines(about: str, width: float) -> list[str]:
    """Return what a letter is about in even lines, none of which ends inside a word of two syllables."""
    held = _TWO_SYLLABLES.sub(lambda found: found[0].replace(" ", NBSP), about.replace(NBSP, " "))
    return [line.replace(NBSP, " ") for line in even_phrases(held.split(" "), 12, width)]


def _title(title: Title, width: float) -> str:
    kind, abstract = paragraph("DocumentKind", run(title.kind)), paragraph("Abstract", run("\n".join(title.abstract)))
    return kind + abstract + _rule(rule_mm(title.abstract, 14), width, _AFTER_TITLE)


def _rule(length: float, available: float, spacing: str = "") -> str:
    """Return a centred line of a length, in millimetres: the edge of an empty paragraph with indents."""
    side = max(0.0, (available - length) / 2)
    return paragraph("Rule", extra=spacing + indents(side, side))


def _signature(signature: Signature, width: float) -> str:
    left = paragraph("RecipientsTitle", run("Nơi nhận:"))
    left += "".join(paragraph("Recipient", run(line)) for line in signature.recipients)
    right = paragraph("SignAuthority", run("\n".join(signature.authority))) if signature.authority else ""
    right += paragraph("SignPosition", run(signature.position))
    right += paragraph("SignRoom") * SIGNATURE_LINES
    right += paragraph("SignName", run(signature.signer) if signature.signer else "")
    return layout_table(_within(SIGNATURE_WIDTHS, width), [[left, right]])
