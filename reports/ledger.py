"""What a report said when it left the program, figure by figure, kept inside the report itself.

A ledger holds each line with figures in it (a paragraph, or a table's row with its cells parted by tabs) as it was
made. The n-th figure of the ledger is the n-th bookmark of the document: bookmarks and this part of the file outlive
editing in Word and LibreOffice, while LibreOffice 7 forgets the names of content controls."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import chain
from typing import Any

from lxml import etree

from models.errors import KnownError
from reports.document import Document, Measure, Origin, Paragraph, Row, Run, Source, Table, Text, cell_text, joined

NAMESPACE = "urn:cchc:report"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no letter looks like a digit
_SEAL_GROUPS, _GROUP = 3, 4
_NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], "")
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


def bound_lines(document: Document) -> Iterator[Text]:
    """Yield the lines of a document that hold figures, in reading order."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines: Iterable[Text] = [joined(block.text)]
        elif isinstance(block, Table):
            lines = chain((tuple(_row_runs(row)) for row in block.rows), [cell_text(block.note)])
        else:
            continue
        yield from (line for line in lines if any(run.source for run in line))


def seal(document: Document) -> str:
    """Return a short seal over all figures with their identities: 7QK4-M2P9-XD31. One other digit, another seal."""
    return _sealed(bound_lines(document))


def is_intact(ledger: Ledger) -> bool:
    """Return whether a ledger that was read back is as it was made."""
    return _sealed(ledger.lines) == ledger.seal


def ledger_xml(document: Document) -> Iterator[str]:
    """Yield the part of the file that keeps the ledger; long annexes are never held as a whole."""
    origin = document.origin
    assert origin is not None
    unit = "" if origin.unit is None else f' unit="{escape(origin.unit)}"'
    yield (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<report xmlns="{NAMESPACE}" kind="{origin.kind}"'
        f' plan="{escape(origin.plan)}" period="{origin.period}"{unit} on="{origin.on.isoformat()}"'
        f' version="{origin.version}" seal="{seal(document)}">'
    )
    for line in bound_lines(document):
        yield "<l>" + "".join(map(_run_xml, line)) + "</l>"
    yield "</report>"


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


def _row_runs(row: Row) -> Iterator[Run]:
    for index, cell in enumerate(row):
        if index:
            yield Run("\t")
        yield from cell_text(cell)


def _sealed(lines: Iterable[Text]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        for run in line:
            if (source := run.source) is not None:
                parts = (source.measure, source.indicator, source.unit or "", source.period, source.what, run.text)
                digest.update(("\x1f".join(parts) + "\x1e").encode())
    number = int.from_bytes(digest.digest())
    letters = "".join(_ALPHABET[number >> 5 * place & 31] for place in range(_SEAL_GROUPS * _GROUP))
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def _run_xml(run: Run) -> str:
    text = escape(run.text.translate(_NOT_IN_XML), quote=False)
    if run.source is None:
        return text
    source = run.source
    named = {"m": source.measure, "i": source.indicator, "u": source.unit, "p": source.period, "w": source.what}
    return "<f" + "".join(f' {key}="{escape(value)}"' for key, value in named.items() if value) + f">{text}</f>"


def _line(element: Any) -> Text:
    runs = [Run(element.text or "")]
    for figure in element:
        given = {name: figure.get(key, "") for key, name in _KEYS.items()}
        unit = given.pop("unit") or None
        source = Source(measure=Measure(given.pop("measure")), unit=unit, **given)
        runs += [Run(figure.text or "", source=source), Run(figure.tail or "")]
    return tuple(run for run in runs if run.text)
