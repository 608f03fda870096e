"""A report read back from its .docx, also after people edited it: its text by lines, its figures, its ledger."""

import re
import zlib
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from models.errors import KnownError
from models.exchange.container import check_archive
from reports.ledger import NAMESPACE, Ledger, read_ledger
from reports.word.figures import figure_number
from reports.word.markup import MAIN

_MAIN_PART = "word/document.xml"
_LEDGERS = re.compile(r"customXml/item\d+\.xml")
_W = f"{{{MAIN}}}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "pPr", "rPr")} | {_FALLBACK}
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}


@dataclass(slots=True)
class _Collected:
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    ends: list[int] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    started: dict[int, int] = field(default_factory=dict)
    ended: dict[int, int] = field(default_factory=dict)

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def end_line(self) -> None:
        self.add("\n")
        self.ends.append(self.length)


@dataclass(frozen=True)
class WrittenReport:
    """What a report says now: lines are paragraphs and table rows (cells parted by tabs), one after the other.

    places holds, for each figure whose bookmark is still there, where its text begins and ends."""

    text: str
    ends: tuple[int, ...]
    places: dict[int, tuple[int, int]]
    ledger: Ledger

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends."""
        starts = (0, *self.ends)
        return tuple(self.text[start : end - 1] for start, end in zip(starts, self.ends, strict=False))

    def line_at(self, place: int) -> int:
        """Return the number of the line that a place in the text stands on."""
        return min(bisect_right(self.ends, place), len(self.ends) - 1)

    def start_of(self, line: int) -> int:
        """Return where a line begins."""
        return self.ends[line - 1] if line else 0


def read_report(content: bytes, name: str = "báo cáo") -> WrittenReport:
    """Read a report that this program made. Raises KnownError, in one sentence, for any other file."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            check_archive(Path(name), archive)
            ledger = _ledger(archive)
            if ledger is None:
                raise KnownError(
                    f"Tệp “{name}” không phải báo cáo do phần mềm này lập, hoặc đã mất phần ghi gốc các con số khi lưu "
                    "bằng phần mềm khác; hãy chọn bản .docx lưu từ Word hoặc LibreOffice."
                )
            with archive.open(_MAIN_PART) as stream:
                return _report(stream, ledger)
    except (BadZipFile, KeyError, etree.XMLSyntaxError, zlib.error, EOFError, ValueError) as problem:
        raise KnownError(
            f"Tệp “{name}” bị hỏng hoặc không phải văn bản Word (.docx); hãy mở bằng Word, lưu lại rồi thử lần nữa."
        ) from problem


def _ledger(archive: ZipFile) -> Ledger | None:
    for each in archive.namelist():
        if _LEDGERS.fullmatch(each):
            content = archive.read(each)
            if NAMESPACE.encode() in content[:2000]:
                return read_ledger(content)
    return None


def _report(stream: Any, ledger: Ledger) -> WrittenReport:
    said = _Collected()
    rows, skipped = 0, 0
    events = etree.iterparse(stream, events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=True)
    for event, element in events:
        tag = element.tag
        if tag in _SKIPPED:
            skipped += 1 if event == "start" else -1
        elif skipped:
            continue
        elif event == "start":
            rows += tag == f"{_W}tr"
            _mark(said, element)
        else:
            rows -= tag == f"{_W}tr"
            _take(said, element, rows)
            if tag in (f"{_W}p", f"{_W}tr", f"{_W}tbl"):
                element.clear()
    places = {number: (start, said.ended.get(number, start)) for number, start in said.started.items()}
    return WrittenReport("".join(said.pieces), tuple(said.ends), places, ledger)


def _mark(said: _Collected, element: Any) -> None:
    if element.tag == f"{_W}bookmarkStart":
        number = figure_number(element.get(f"{_W}name") or "")
        if number is not None and number not in said.started:
            said.started[number] = said.length
            said.names[element.get(f"{_W}id") or ""] = number
    elif element.tag == f"{_W}bookmarkEnd":
        number = said.names.get(element.get(f"{_W}id") or "")
        if number is not None:
            said.ended[number] = said.length


def _take(said: _Collected, element: Any, rows: int) -> None:
    """Add what an element that ends says; inside a row paragraphs do not end the line, cells part by tabs."""
    tag = element.tag
    if tag == f"{_W}t":
        said.add(element.text or "")
    elif tag in _BREAKS:
        said.add(_BREAKS[tag])
    elif tag == f"{_W}tc":
        said.add("\t")
    elif (tag == f"{_W}p" and not rows) or (tag == f"{_W}tr" and not rows):
        said.end_line()
