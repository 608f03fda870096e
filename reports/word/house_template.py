"""An office's own template: its letterhead and styles around a report. Nothing in it is ever run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from models.errors import KnownError
from models.period import read_period
from reports.document import Block, Document, Head, Paragraph, Properties, Section, Signature, Style, Title
from reports.figure_words import period_words
from reports.word.builtin import builtin_template
from reports.word.figures import figure_number
from reports.word.markup import IN_WORD
from reports.word.template_places import (
    BLOCKS,
    NAMES,
    Control,
    Place,
    check_stands_alone,
    controls,
    drop_guides,
    put_blocks,
    put_lines,
)
from reports.word.template_safety import check_template, damaged
from reports.word.template_sections import Annexes, Elements, settings_at, text_mm
from reports.word.template_styles import Names, take_over

_ADDRESSEES = {Style.ADDRESSEE, Style.ADDRESSEES_HEAD, Style.ADDRESSEES}
_DRAWING = f"{{{IN_WORD}}}docPr"
_FIRST_OWN, _LONGEST_NAME = 1_000_000, 40
_PAGE, _NOTHING = Section(()), Properties("", "", date.min)
_PARTS = {
    Place.HEAD: (Place.SUPERIOR, Place.ISSUING, Place.NUMBER, Place.DAY),
    Place.TITLE: (Place.KIND, Place.ABSTRACT),
    Place.SIGNATURE: (Place.RECIPIENTS, Place.AUTHORITY, Place.POSITION, Place.SIGNER),
}


@dataclass(frozen=True)
class House:
    """A template that is open beside the built-in one; names are what the writer's styles are called in it."""

    word: WordFile
    builtin: WordFile
    names: Names

    @property
    def width(self) -> float:
        """How wide its text is, in millimetres."""
        return text_mm(self._settings)

    def places_missing(self) -> list[str]:
        """Return the parts of a report that it has no place for, by their names; the annexes need none."""
        there = {each.place for each in controls(self.word)}
        small = (part for block, parts in _PARTS.items() if block not in there for part in parts)
        return [NAMES[part] for part in small if part not in there]

    def fill(self, document: Document, elements: Elements) -> None:
        """Put a report in: what there is a place for, the text, and the annexes."""
        found, settings, width = controls(self.word), self._settings, self.width
        contents = _taken_apart(document, has_addressees=any(each.place is Place.ADDRESSEES for each in found))
        for each in found:
            if each.place in contents.blocks:
                put_blocks(each, elements(contents.blocks[each.place], width))
            elif each.place is not Place.ANNEXES:
                put_lines(each, contents.lines.get(each.place, ()))
        annexes = next((_top(each) for each in found if each.place is Place.ANNEXES), None)
        Annexes(self.word, self.builtin, self.names, settings, annexes).put(contents.annexes, elements)

    @property
    def _settings(self) -> Any:
        """The settings of the section that the text is in."""
        text = next(each.element for each in controls(self.word) if each.place is Place.BODY)
        return settings_at(self.word.element.body, text)


def opened(content: bytes, name: str = "riêng của cơ quan") -> House:
    """Open a template that is safe and can be filled. Raises KnownError, in one plain sentence, for any other.

    It is filled once for a trial: whatever is broken in it comes out here, and never in the middle of a report."""
    check_template(name, content)
    builtin = builtin_template()
    try:
        for sections in ((_PAGE,), (_PAGE, Section((), is_landscape=True), _PAGE)):
            _house(content, builtin, name).fill(Document(_NOTHING, sections), lambda *_: [])
        return _house(content, builtin, name)
    except KnownError:
        raise
    except (LookupError, ValueError, AttributeError, TypeError) as error:  # python-docx takes the schema for granted
        raise damaged(name) from error
    except Exception as error:
        if type(error).__module__.split(".")[0] in ("docx", "lxml"):
            raise damaged(name) from error
        raise


def _house(content: bytes, builtin: WordFile, name: str) -> House:
    word = docx.Document(BytesIO(content))
    drop_guides(word)
    found = controls(word)
    if not any(each.place is Place.BODY for each in found):
        raise KnownError(f"Mẫu “{name}” không có ô “cchc:{Place.BODY}” cho {NAMES[Place.BODY]}; hãy thêm ô này.")
    for each in found:
        if each.place in (Place.BODY, Place.ANNEXES):
            check_stands_alone(each)
            _check_stands_in(word.element.body, each)
    _make_room(word)
    return House(word, builtin, take_over(word, builtin))


@dataclass(frozen=True)
class _Contents:
    """A report taken apart by the places that a template may have."""

    blocks: Mapping[Place, Sequence[Block]]
    lines: Mapping[Place, Sequence[str]]
    annexes: Sequence[Section]


def _taken_apart(document: Document, has_addressees: bool) -> _Contents:
    blocks: dict[Place, list[Block]] = {place: [] for place in BLOCKS if place is not Place.ANNEXES}
    lines: dict[Place, Sequence[str]] = {}
    for block in document.sections[0].blocks:
        match block:
            case Head():
                blocks[Place.HEAD].append(block)
                lines |= {Place.SUPERIOR: [block.superior], Place.ISSUING: [block.issuing]}
                lines |= {Place.NUMBER: [block.number], Place.DAY: [block.place_and_date]}
                lines |= {Place.ABSTRACT: [block.about]}  # of a letter, which has no title
            case Title():
                blocks[Place.TITLE].append(block)
                lines |= {Place.KIND: [block.kind], Place.ABSTRACT: [" ".join(block.abstract)]}
            case Signature():
                blocks[Place.SIGNATURE].append(block)
                lines |= {Place.RECIPIENTS: block.recipients, Place.AUTHORITY: block.authority}
                lines |= {Place.POSITION: [block.position], Place.SIGNER: [block.signer]}
            case Paragraph(style=style) if has_addressees and style in _ADDRESSEES:
                blocks[Place.ADDRESSEES].append(block)
            case _:
                blocks[Place.BODY].append(block)
    if document.origin:
        lines[Place.PERIOD] = [period_words(read_period(document.origin.period))]
    said = {place: [line for line in of_place if line] for place, of_place in lines.items()}
    return _Contents(blocks, said, document.sections[1:])


def _top(control: Control) -> Any:
    """Return what of a control lies in the body itself: the control, or the line that it stands in."""
    return control.element if control.line is None else control.line


def _make_room(word: WordFile) -> None:
    """Move what a template has under the names and numbers of what the program writes; an earlier report's is dropped.

    Drawings and bookmarks are counted from a million on. Custom properties and a ledger belong to a report."""
    body = word.element.body
    etree.strip_tags(body, etree.ProcessingInstruction, etree.Comment)
    for number, each in enumerate(body.iter(_DRAWING), _FIRST_OWN):
        each.set("id", str(number))
    for each in list(body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        number = each.get(qn("w:id"), "")
        each.set(qn("w:id"), str(_FIRST_OWN + int(number)) if number.isdecimal() else number)
        if figure_number(each.get(qn("w:name"), "")) is not None:
            each.set(qn("w:name"), f"_{each.get(qn('w:name'))}"[:_LONGEST_NAME])
    _drop(word.part.package, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    _drop(word.part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _drop(source: Any, kind: str) -> None:
    for key in [key for key, relation in source.rels.items() if relation.reltype == kind]:
        del source.rels[key]


def _check_stands_in(body: Any, control: Control) -> None:
    if _top(control).getparent() is not body:
        raise KnownError(
            f"Ô “cchc:{control.place}” ({NAMES[control.place]}) của mẫu nằm trong bảng, khung chữ hay đầu trang; hãy "
            "để ô này một mình một dòng của văn bản."
        )
