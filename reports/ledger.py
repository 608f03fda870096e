"""What a report said when it left the program, figure by figure, kept inside the report itself.

A ledger holds each line with figures in it (a paragraph, or a table's row with its cells parted by tabs) as it was
made. The n-th figure of the ledger is the n-th bookmark of the document: bookmarks and this part of the file outlive
editing in Word and LibreOffice, while LibreOffice 7 forgets the names of content controls."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from lxml import etree

from models.errors import KnownError
from reports.document import Block, Cell, Document, Measure, Origin, Paragraph, Row, Run, Source, Table, Text
from reports.word.markup import HEADER, escaped

NAMESPACE = "urn:cchc:report"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no letter looks like a digit
_SEAL_GROUPS, _GROUP = 3, 4
_KEYS = {"m": "measure", "i": "indicator", "u": "unit", "p": "period", "w": "what"}


@dataclass(frozen=True, slots=True)
class Ledger:
    """The lines of a report that hold figures, in reading order, and what the report was made of."""

    origin: Origin
    seal: str
    lines: tuple[Text, ...]

    @property
    def figures(self) -> int:
        """How many figures are bound."""
        return sum(run.source is not None for line in self.lines for run in line)


def write_ledger(document: Document) -> tuple[str, bytes]:
    """Return the seal of a document that says what it was made of, and the part of the file that keeps its ledger.

    The seal is short, and over all figures with what they are of: one other digit, another seal (7QK4-M2P9-XD31)."""
    origin = document.origin
    assert origin is not None
    digest = hashlib.sha256()
    lines: list[str] = []
    for block in document.blocks:
        for line in _lines_of(block):
            figures: list[str] = []
            written = "\t".join([_cell_xml(cell, figures) for cell in line])
            if figures:
                digest.update("".join(figures).encode())
                lines.append(f"<l>{written}</l>")
    seal = _seal(digest.digest())
    unit = "" if origin.unit is None else f' unit="{escaped(origin.unit)}"'
    head = (
        f'{HEADER}<report xmlns="{NAMESPACE}" kind="{origin.kind}" plan="{escaped(origin.plan)}"'
        f' period="{origin.period}"{unit} on="{origin.on.isoformat()}" version="{origin.version}" seal="{seal}">'
    )
    return seal, "".join((head, *lines, "</report>")).encode()


def ledger_of(document: Document) -> Ledger:
    """Return the ledger of a document that says what it was made of."""
    return read_ledger(write_ledger(document)[1])


def is_intact(ledger: Ledger) -> bool:
    """Return whether a ledger that was read back is as it was made."""
    digest = hashlib.sha256()
    for line in ledger.lines:
        for run in line:
            if run.source is not None:
                digest.update(_figure_xml(run.text, run.source).encode())
    return _seal(digest.digest()) == ledger.seal


def read_ledger(content: bytes) -> Ledger:
    """Read a ledger back. Raises KnownError for one that is damaged."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(content, parser)
        given = {str(key): str(value) for key, value in root.attrib.items()}
        origin = Origin(
            given["kind"],
            given["plan"],
            given["period"],
            given.get("unit"),
            date.fromisoformat(given["on"]),
            int(given["version"]),
        )
        return Ledger(origin, given["seal"], tuple(map(_line, root)))
    except (etree.XMLSyntaxError, KeyError, ValueError) as problem:
        raise KnownError("Phần ghi gốc các con số trong báo cáo đã hỏng nên không đối chiếu được.") from problem


def _lines_of(block: Block) -> Iterator[Row]:
    if isinstance(block, Paragraph):
        yield (block.text,)
    elif isinstance(block, Table):
        yield from block.rows
        yield (block.note,)


def _cell_xml(cell: str | Cell | Text, figures: list[str]) -> str:
    """Return what a cell says, and add its figures; quick, since an annex has tens of thousands."""
    if isinstance(cell, Cell):
        if cell.source is None or not cell.text:
            return escaped(cell.text + cell.tail)
        figures.append(figure := _figure_xml(cell.text, cell.source))
        return figure + escaped(cell.tail) if cell.tail else figure
    if isinstance(cell, str):
        return escaped(cell)
    written = [_figure_xml(run.text, run.source) if run.source and run.text else escaped(run.text) for run in cell]
    figures += [xml for xml, run in zip(written, cell, strict=True) if run.source and run.text]
    return "".join(written)


def _figure_xml(text: str, source: Source) -> str:
    indicator = f' i="{_attribute(source.indicator)}"' if source.indicator else ""
    unit = f' u="{_attribute(source.unit)}"' if source.unit else ""
    period = f' p="{_attribute(source.period)}"' if source.period else ""
    what = f' w="{_attribute(source.what)}"' if source.what else ""
    return f'<f m="{source.measure}"{indicator}{unit}{period}{what}>{escaped(text)}</f>'


@lru_cache(maxsize=8192)
def _attribute(text: str) -> str:
    return escaped(text)


def _seal(digest: bytes) -> str:
    number = int.from_bytes(digest)
    letters = "".join(_ALPHABET[number >> 5 * place & 31] for place in range(_SEAL_GROUPS * _GROUP))
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def _line(element: Any) -> Text:
    runs = [Run(element.text or "")]
    for figure in element:
        given = {name: figure.get(key, "") for key, name in _KEYS.items()}
        unit = given.pop("unit") or None
        source = Source(measure=Measure(given.pop("measure")), unit=unit, **given)
        runs += [Run(figure.text or "", source=source), Run(figure.tail or "")]
    return tuple(run for run in runs if run.text)
