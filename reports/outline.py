"""The order of a report's text: parts under Roman numbers, items under Arabic ones, points under letters or dashes.

Source: Decree 30/2020/NĐ-CP, Annex I: layout B, parts, items and points (clauses B6 and B7)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reports.document import Block, Heading, Paragraph, Run, Style, Text, joined

LETTERS = "abcdđeghiklmnopqrstuvxy"  # clause B7: the Vietnamese alphabet, without ă, â, ê, ô, ơ, ư
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def parts(titled: Iterable[tuple[str, Sequence[Block]]]) -> Iterator[Block]:
    """Yield the parts under Roman numbers; one with nothing in it is left out."""
    filled = ((title, blocks) for title, blocks in titled if blocks)
    for number, (title, blocks) in zip(_ROMAN, filled, strict=False):
        yield Heading(1, f"{number}.", title)
        yield from blocks


def items(found: Iterable[list[Block]]) -> Iterator[Block]:
    """Yield items under Arabic numbers; a single one needs none."""
    listed = list(found)
    for number, (first, *others) in enumerate(listed, start=1):
        if isinstance(first, Paragraph) and len(listed) > 1:
            first = replace(first, text=joined([Run(f"{number}. "), *first.text]))
        yield first
        yield from others


def points(sentences: Sequence[tuple[Text, bool]]) -> Iterator[Block]:
    """Yield points a), b), ...; a part of the one before gets a dash, and so do all where letters run out.

    sentences: each with whether it is a part of the one before."""
    own = [index for index, (_, is_part) in enumerate(sentences) if not is_part]
    letters = dict(zip(own, LETTERS, strict=False)) if 1 < len(own) <= len(LETTERS) else {}
    has_marks = len(own) > 1
    for index, (text, is_part) in enumerate(sentences):
        mark = f"{letters[index]}) " if index in letters else "- " if is_part or has_marks else ""
        yield Paragraph(joined([Run(mark), *text]), Style.POINT)


def dashed(text: Text) -> Paragraph:
    """Return a point that begins with a dash."""
    return Paragraph(joined([Run("- "), *text]), Style.POINT)
