"""A .docx read back as Word would show it: every look resolved through styles and document defaults."""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

MM = 36_000


class Back:
    """One report read back by an independent reader."""

    def __init__(self, content: bytes) -> None:
        self.document: Document = docx.Document(io.BytesIO(content))
        self.styles = {style.style_id: style.element for style in self.document.styles}
        self.body = self.document.element.body

    @property
    def sections(self) -> list[Any]:
        return list(self.document.sections)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, those in tables too, in reading order."""
        for element in self.body.iter(qn("w:p")):
            yield Paragraph(element, self.document)

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

    def by_style(self, style: str) -> list[Paragraph]:
        return [each for each in self.paragraphs() if each._p.style == style]

    def one(self, style: str) -> Paragraph:
        found = self.by_style(style)
        assert len(found) == 1, f"{len(found)} paragraphs of style {style}"
        return found[0]

    def runs(self) -> Iterator[tuple[Paragraph, Run]]:
        for paragraph in self.paragraphs():
            yield from ((paragraph, run) for run in paragraph.runs)

    def run_value(self, paragraph: Paragraph, run: Run | None, tag: str, attribute: str = "w:val") -> str | None:
        """The value of a run property that holds: its own, its paragraph's style's, or the default."""
        own = [run._r.rPr] if run is not None else []
        styles = [style.find(qn("w:rPr")) for style in self.chain(paragraph)]
        default = self.document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        return _first((*own, *styles, default), tag, attribute)

    def paragraph_value(self, paragraph: Paragraph, tag: str, attribute: str = "w:val") -> str | None:
        """The value of a paragraph property that holds."""
        styles = [style.find(qn("w:pPr")) for style in self.chain(paragraph)]
        default = self.document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}")
        return _first((paragraph._p.pPr, *styles, default), tag, attribute)

    def chain(self, paragraph: Paragraph) -> list[Any]:
        """A paragraph's style and those it is based on."""
        found = []
        style = self.styles.get(paragraph._p.style or "Normal")
        while style is not None:
            found.append(style)
            based = style.find(qn("w:basedOn"))
            style = None if based is None else self.styles[based.get(qn("w:val"))]
        return found

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
        own = run._r.rPr
        for properties in (own, *(style.find(qn("w:rPr")) for style in self.chain(paragraph))):
            if properties is not None and (found := properties.find(qn(tag))) is not None:
                return found.get(qn("w:val")) not in ("0", "false")
        return False


def _first(places: tuple[Any, ...], tag: str, attribute: str) -> str | None:
    for properties in places:
        if properties is not None and (found := properties.find(qn(tag))) is not None:
            value = found.get(qn(attribute))
            if value is not None:
                return str(value)
    return None
