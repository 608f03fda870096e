"""Each block of a document as items for pages of a width."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from reports.chart import Chart, CountChart, GapChart, TrendChart
from reports.document import (
    NBSP,
    Block,
    Caption,
    Head,
    Heading,
    Paragraph,
    Run,
    Section,
    Signature,
    Style,
    Table,
    Title,
)
from reports.word.body import HEAD_WIDTHS, MOTTO, NATION, SIGNATURE_LINES, SIGNATURE_WIDTHS
from reports.word.looks import looks
from reports.word.text_width import even_lines, rule_mm, width_mm
from ui.printing.charts import chart_item
from ui.printing.items import Item, rule, set_text, side_by_side
from ui.printing.measure import PER_MM, PER_POINT
from ui.printing.tables import table_items

_AFTER_TITLE = 12.0


def section_items(section: Section, width: float) -> Iterator[Item]:
    """Yield what a section shows, in reading order; width is that of its text."""
    for number, block in enumerate(section.blocks):
        following = section.blocks[number + 1] if number + 1 < len(section.blocks) else None
        yield from (
            _joined(list(block_items(block, width)), block, following)
            if isinstance(block, Paragraph)
            else block_items(block, width)
        )


def _joined(items: list[Item], block: Paragraph, following: Block | None) -> list[Item]:
    """Return a paragraph; between two of a style that joins like ones there is no space."""
    if looks()[block.style].joins_like and isinstance(following, Paragraph) and following.style is block.style:
        items[-1] = replace(items[-1], after=0.0)
    return items


def block_items(block: Block, width: float) -> Iterator[Item]:
    """Yield a block's items."""
    match block:
        case Paragraph():
            look = looks()[block.style]
            yield from set_text(block.text, replace(look, keeps_next=look.keeps_next or block.keeps_next), width)
        case Heading():
            style = Style.HEADING_1 if block.level == 1 else Style.HEADING_2
            yield from _words(style, f"{block.number} {block.text}", width)
        case Caption():
            yield from _words(Style.CAPTION, f"{block.sort}{NBSP}{block.number}. {block.title}", width)
        case Table():
            yield from table_items(block, width)
        case Head():
            yield _head(block)
        case Title():
            yield from _title(block, width)
        case Signature():
            yield _signature(block)
        case _ if _is_chart(block):
            yield chart_item(block, width)


def _is_chart(block: Block) -> TypeGuard[Chart]:
    return isinstance(block, GapChart | TrendChart | CountChart)


def _words(style: str, text: str, width: float) -> list[Item]:
    return set_text((Run(text),), looks()[style], width)


def _head(head: Head) -> Item:
    left, right = HEAD_WIDTHS
    wide, narrow = right * PER_MM, left * PER_MM
    issuing = even_lines(head.issuing, 12, left - 2)
    agency = _words("SuperiorAgency", "\n".join(even_lines(head.superior, 12, left)), narrow) if head.superior else []
    agency += [*_words("IssuingAgency", "\n".join(issuing), narrow), _rule(rule_mm(issuing, 12), narrow)]
    nation = [*_words("NationName", NATION, wide), *_words("Motto", MOTTO, wide), _rule(width_mm(MOTTO, 13), wide)]
    number = _words("DocumentNumber", head.number, narrow)
    if head.about:
        number += _words("About", "\n".join(even_lines(head.about, 12, left - 4)), narrow)
    day = _words("PlaceAndDate", head.place_and_date, wide)
    rows = [side_by_side([(narrow, one), (wide, other)]) for one, other in ((agency, nation), (number, day))]
    return side_by_side([(narrow + wide, rows)])


def _title(title: Title, width: float) -> Iterable[Item]:
    yield from _words("DocumentKind", title.kind, width)
    yield from _words("Abstract", "\n".join(title.abstract), width)
    yield _rule(rule_mm(title.abstract, 14), width, _AFTER_TITLE * PER_POINT)


def _rule(length: float, width: float, after: float = 0.0) -> Item:
    return rule(length * PER_MM, width, looks()["Rule"], after)


def _signature(signature: Signature) -> Item:
    narrow, wide = (each * PER_MM for each in SIGNATURE_WIDTHS)
    left = _words("RecipientsTitle", "Nơi nhận:", narrow)
    for line in signature.recipients:
        left += _words("Recipient", line, narrow)
    right: Sequence[Item] = [
        *(_words("SignAuthority", "\n".join(signature.authority), wide) if signature.authority else ()),
        *_words("SignPosition", signature.position, wide),
        *(_words("SignRoom", "", wide) * SIGNATURE_LINES),
        *_words("SignName", signature.signer, wide),
    ]
    return side_by_side([(narrow, left), (wide, right)])
