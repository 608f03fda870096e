"""The parts of a report as a list: what each is, and which of them people write."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from reports.document import NBSP, Block, Document, Heading, Paragraph, Style, Table, plain_text
from reports.kind import Part
from ui.pages.reports.preview import begins_part


class Origin(StrEnum):
    """Where a part's text is from: figures, people, both; blank: people have not written it yet."""

    GENERATED = "generated"
    WRITTEN = "written"
    BOTH = "both"
    BLANK = "blank"


@dataclass(frozen=True)
class Entry:
    """A part of the report: its heading and level (1, 2), what it is, its place in the preview (None: it is not there
    yet), and the parts of it that people write."""

    text: str
    level: int
    origin: Origin
    place: int | None = None
    parts: tuple[Part, ...] = ()
    is_annex: bool = False


def outline(document: Document, parts: Sequence[Part], written: Mapping[str, str]) -> list[Entry]:
    """Return the report's parts in reading order. What is to be written stands under its heading; where that is not
    there yet, after the part before it, else at the end of the text."""
    entries = list(_headed(document, parts, written))
    shown = {part.key for entry in entries for part in entry.parts}
    after = next((place for place, entry in enumerate(entries) if entry.is_annex), len(entries))
    for part in parts:
        if part.key in shown:
            after = 1 + next(place for place, entry in enumerate(entries) if part in entry.parts)
            continue
        origin = Origin.WRITTEN if written.get(part.key) else Origin.BLANK
        entries.insert(after, Entry(part.title, 2, origin, parts=(part,)))
        after += 1
    return entries


def _headed(document: Document, parts: Sequence[Part], written: Mapping[str, str]) -> Iterator[Entry]:
    for place, (head, following, blocks) in enumerate(_parted(document)):
        if isinstance(head, Heading):
            entry = Entry(_named(head.number, head.text), head.level, Origin.GENERATED, place)
        else:
            title = plain_text(following.text) if isinstance(following, Paragraph) else ""
            number = plain_text(head.text) if isinstance(head, Paragraph) else ""
            entry = Entry(_named(f"{number}.", title), 1, Origin.GENERATED, place, is_annex=True)
        mine = tuple(each for each in parts if isinstance(head, Heading) and _is_under(each.title, head.text))
        yield replace(entry, parts=mine, origin=_origin(mine, written, blocks)) if mine else entry


def _named(number: str, title: str) -> str:
    """Return a heading in a line; one in capitals in small letters: I. Tình hình chung."""
    title = f"{title[:1]}{title[1:].lower()}" if title.isupper() else title
    return " ".join(f"{number} {title}".replace(NBSP, " ").split())


def _parted(document: Document) -> Iterator[tuple[Block, Block | None, list[Block]]]:
    """Yield what begins each part, the block after it, and all blocks up to the next part."""
    blocks = document.blocks
    starts = [place for place, block in enumerate(blocks) if begins_part(block)]
    for start, end in pairwise([*starts, len(blocks)]):
        inside = list(blocks[start + 1 : end])
        yield blocks[start], inside[0] if inside else None, inside


def _is_under(title: str, heading: str) -> bool:
    """Return whether a part stands under a heading, which may go on: Phương hướng, nhiệm vụ quý III năm 2023."""
    return f"{_plain(heading)} ".startswith(f"{_plain(title)} ")


def _plain(text: str) -> str:
    return " ".join(text.replace(NBSP, " ").casefold().split()).strip(" .;:")


def _origin(parts: Sequence[Part], written: Mapping[str, str], blocks: Sequence[Block]) -> Origin:
    texts = [text for part in parts if (text := written.get(part.key, "")).strip()]
    lines = {_plain(line) for text in texts for line in text.splitlines()}
    has_generated = any(_is_generated(block, lines) for block in blocks)
    if texts:
        return Origin.BOTH if has_generated else Origin.WRITTEN
    return Origin.BLANK


def _is_generated(block: Block, lines: set[str]) -> bool:
    if isinstance(block, Paragraph) and block.style in (Style.BODY, Style.POINT):
        text = _plain(plain_text(block.text))
        return any(run.source for run in block.text) or not any(line and line in text for line in lines)
    return isinstance(block, Table)
