"""A .docx read back as Word would show it: every look resolved through styles and document defaults."""

import io
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

MM = 36_000
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def plain(paragraph: Paragraph) -> str:
    """A paragraph's text with plain spaces only."""
    return paragraph.text.replace("\N{NO-BREAK SPACE}", " ")


class Back:
    """One report read back by an independent reader."""

    def __init__(self, content: bytes) -> None:
        self.document: Document = docx.Document(io.BytesIO(content))
        self.styles = {style.style_id: style.element for style in self.document.styles}
        self.body = self.document.element.body
        self._looks: dict[tuple[str, str, str, str], str | None] = {}

    @property
    def sections(self) -> list[Any]:
        return list(self.document.sections)

    @cached_property
    def _paragraphs(self) -> list[Paragraph]:
        return [Paragraph(element, self.document) for element in self.body.iter(qn("w:p"))]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, those in tables too, in reading order."""
        yield from self._paragraphs

    def main(self) -> list[Paragraph]:
        """The paragraphs of the first section outside tables."""
        found = []
        for element in self.body.iterchildren():
            if element.tag == qn("w:p"):
                found.append(Paragraph(element, self.document))
                if element.find(f".//{qn('w:sectPr')}") is not None:
                    break
        return found

    def tables(self) -> list[Any]:
        """The tables' elements, in reading order."""
        return list(self.body.iterchildren(qn("w:tbl")))

    @cached_property
    def texts(self) -> list[tuple[str, str]]:
        """The style and the words of every paragraph that has any, in reading order."""
        return [(each._p.style or "Normal", text) for each in self._paragraphs if (text := each.text)]

    @cached_property
    def _of_styles(self) -> dict[str, list[Paragraph]]:
        found: dict[str, list[Paragraph]] = {}
        for each in self._paragraphs:
            found.setdefault(each._p.style or "Normal", []).append(each)
        return found

    def by_style(self, style: str) -> list[Paragraph]:
        return list(self._of_styles.get(style, ()))

    def one_of_each_style(self) -> list[Paragraph]:
        """The first paragraph of every style that is used."""
        return [its[0] for its in self._of_styles.values()]

    def one(self, style: str) -> Paragraph:
        found = self.by_style(style)
        assert len(found) == 1, f"{len(found)} paragraphs of style {style}"
        return found[0]

    def runs(self) -> Iterator[tuple[Paragraph, Run]]:
        for paragraph in self._paragraphs:
            yield from ((paragraph, run) for run in paragraph.runs)

    def run_value(self, paragraph: Paragraph, run: Run | None, tag: str, attribute: str = "w:val") -> str | None:
        """The value of a run property that holds: its own, its paragraph's style's, or the default."""
        own = _value(run._r.rPr, tag, attribute) if run is not None else None
        return own if own is not None else self._of_style(paragraph, "w:rPr", tag, attribute)

    def paragraph_value(self, paragraph: Paragraph, tag: str, attribute: str = "w:val") -> str | None:
        """The value of a paragraph property that holds."""
        own = _value(paragraph._p.pPr, tag, attribute)
        return own if own is not None else self._of_style(paragraph, "w:pPr", tag, attribute)

    def _of_style(self, paragraph: Paragraph, sort: str, tag: str, attribute: str) -> str | None:
        """What a paragraph's style says of a property, or else the document's defaults."""
        key = (paragraph._p.style or "Normal", sort, tag, attribute)
        if key not in self._looks:
            default = self.document.styles.element.find(f"{qn('w:docDefaults')}/{qn(sort + 'Default')}/{qn(sort)}")
            places = (*(style.find(qn(sort)) for style in self.chain(paragraph)), default)
            said = (_value(place, tag, attribute) for place in places)
            self._looks[key] = next((value for value in said if value is not None), None)
        return self._looks[key]

    def chain(self, paragraph: Paragraph) -> list[Any]:
        """A paragraph's style and those it is based on."""
        found = []
        style = self.styles.get(paragraph._p.style or "Normal")
        while style is not None:
            found.append(style)
            based = style.find(qn("w:basedOn"))
            style = None if based is None else self.styles[based.get(qn("w:val"))]
        return found

    def numbered(self) -> list[tuple[str, Paragraph]]:
        """The paragraphs that Word counts, each with the number that it shows: I., 1., 2., II., 1."""
        counts: dict[int, int] = {}
        found = []
        listed = {each._p.style for each in self.one_of_each_style() if self._level(each) is not None}
        for paragraph in self._paragraphs if listed else ():
            if paragraph._p.style not in listed:
                continue
            if (level := self._level(paragraph)) is not None:
                depth = int(level.get(qn("w:ilvl")))
                counts = {at: count for at, count in counts.items() if at <= depth}
                counts[depth] = counts.get(depth, 0) + 1
                found.append((_shown(level, counts[depth]), paragraph))
        return found

    def _level(self, paragraph: Paragraph) -> Any:
        """The level of the list that a paragraph belongs to, by its style; None where it is in none."""
        number = self.paragraph_value(paragraph, "w:numPr/w:numId")
        if number in (None, "0"):
            return None
        lists = self.document.part.numbering_part.element
        (its,) = lists.xpath(f'w:num[@w:numId="{number}"]/w:abstractNumId/@w:val')
        depth = self.paragraph_value(paragraph, "w:numPr/w:ilvl") or "0"
        (level,) = lists.xpath(f'w:abstractNum[@w:abstractNumId="{its}"]/w:lvl[@w:ilvl="{depth}"]')
        return level

    def points(self, paragraph: Paragraph) -> float:
        """The size of a paragraph's letters; all its runs have the same."""
        sizes = {self.run_value(paragraph, run, "w:sz") for run in paragraph.runs or [None]}  # type: ignore[list-item]
        assert len(sizes) == 1
        return int(sizes.pop() or 0) / 2

    def is_bold(self, paragraph: Paragraph) -> bool:
        return all(self._is_on(paragraph, run, "w:b") for run in paragraph.runs)

    def is_italic(self, paragraph: Paragraph) -> bool:
        return all(self._is_on(paragraph, run, "w:i") for run in paragraph.runs)

    def is_upright(self, paragraph: Paragraph) -> bool:
        return not any(self._is_on(paragraph, run, "w:i") for run in paragraph.runs)

    def is_centred(self, paragraph: Paragraph) -> bool:
        return self.paragraph_value(paragraph, "w:jc") == "center"

    def _is_on(self, paragraph: Paragraph, run: Run, tag: str) -> bool:
        return self.run_value(paragraph, run, tag) in ("on", "1", "true")


def _value(properties: Any, tag: str, attribute: str) -> str | None:
    """What an element of properties says; a switch without a value is on."""
    found = None if properties is None else properties.find("/".join(map(qn, tag.split("/"))))
    if found is None:
        return None
    value = found.get(qn(attribute))
    return "on" if value is None and attribute == "w:val" else value


def _shown(level: Any, count: int) -> str:
    """A number in a level's own form."""
    form, text = (level.find(qn(f"w:{tag}")).get(qn("w:val")) for tag in ("numFmt", "lvlText"))
    number = {"upperRoman": ROMAN[count - 1], "decimal": str(count)}[form]
    return str(text).replace(f"%{int(level.get(qn('w:ilvl'))) + 1}", number)
