"""The document model: what a report says and how its parts are called. Word and the preview are made from it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from reports.chart import Chart

NBSP = "\N{NO-BREAK SPACE}"
TIE = "~"

_TOGETHER = re.compile(
    r"\b((?:năm|tháng|ngày|quý|số|khoản|điều|mục|Phụ lục|Biểu đồ|Bảng|xã|phường|quận)) (?=(?!\d+/\d+/)\d|[IVX]+\b)",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"\b(Phụ) (?=lục\b)")
_NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=(?:điểm|tháng|ngày|đơn vị|chỉ tiêu|bậc|hồ sơ)\b)")
_HOLE = re.compile(r"\{(\w+)\}")


class Style(StrEnum):
    """Names of the paragraph styles in the template; the clauses they follow stand in its styles.xml."""

    BODY = "BodyText"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    POINT = "Point"
    LEGAL_BASIS = "LegalBasis"
    NOTE = "Note"
    CAPTION = "Caption"
    CHART = "Chart"
    ADDRESSEE = "Addressee"
    ADDRESSEES_HEAD = "AddresseesHead"
    ADDRESSEES = "Addressees"
    ANNEX_NUMBER = "AnnexNumber"
    ANNEX_TITLE = "AnnexTitle"
    ANNEX_REFERENCE = "AnnexReference"
    CELL = "TableText"
    CELL_CENTRE = "TableCentre"
    CELL_NUMBER = "TableNumber"
    CELL_HEAD = "TableHead"


class Measure(StrEnum):
    """Which number of a figure a run shows.

    before is the value of the same period of the year before, change how much more or less there is since then, near
    the share of the target that still counts as nearly met."""

    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    TARGET = "target"
    TARGET_TO = "target_to"
    GAP = "gap"
    COVERAGE = "coverage"
    COUNT = "count"
    NEEDED = "needed"
    ROOM = "room"
    EXPECTED = "expected"
    PER_DAY = "per_day"
    BEFORE = "before"
    CHANGE = "change"
    RANK = "rank"
    SHARE = "share"
    DAYS_LATE = "days_late"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number comes from: which measure of an indicator, of a unit (None: the whole plan), in a period.

    what tells numbers apart that are of no single indicator, or of more than one in one measure: "missed" for how many
    are missed, "7" for a column of a form. The same source says the same number wherever it stands in a report."""

    measure: Measure
    indicator: str = ""
    unit: str | None = None
    period: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; a number stands in a run of its own and knows its source."""

    text: str
    bold: bool = False
    italic: bool = False
    source: Source | None = None


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; keeps_next holds it on the page of what follows."""

    text: Text
    style: Style = Style.BODY
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading, level 1 (I.) or 2 (1.)."""

    level: int
    number: str
    text: str


class Align(StrEnum):
    """Where a column's texts stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, width in millimetres, where its texts stand."""

    title: str
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is more than plain text: bold or italic, or over several columns.

    tail follows the text and belongs to no figure: the star of a provisional one."""

    text: str
    bold: bool = False
    italic: bool = False
    span: int = 1
    source: Source | None = None
    tail: str = ""


# A cell's text: plain, in one look, or of several runs.
Row = Sequence["str | Cell | Text"]


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of a heading of several rows, over columns (span) and rows (down)."""

    text: str
    span: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heading rows are repeated on every page; no row is split over pages, and its note keeps to it.

    heads are the heading's rows where one row with the columns' titles is not enough; a cell that reaches down takes
    its place in the rows below, which do not name it again."""

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    title: str = ""
    note: str | Text = ""
    heads: tuple[tuple["HeadCell", ...], ...] = ()

    @property
    def width(self) -> float:
        """In millimetres."""
        return sum(column.width for column in self.columns)


@dataclass(frozen=True, slots=True)
class Caption:
    """The numbered line over a table ("Bảng") or a chart ("Biểu đồ"); numbers run through the whole document."""

    sort: str
    title: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The head block of the first page: agencies left, nation right, number and day below.

    about is what a letter is about, below its number; other documents have a title instead."""

    superior: str
    issuing: str
    number: str
    place_and_date: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """The document's kind and what it is about; abstract is a line or more."""

    kind: str
    abstract: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The last block: recipients left, authority and post right, a name or the room for it."""

    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    position: str
    signer: str


Block = Paragraph | Heading | Caption | Table | Chart | Head | Title | Signature


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one direction whose numbers start at 1: the main text, or an annex."""

    blocks: tuple[Block, ...]
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself; made is the day it was asked for, so that results repeat."""

    title: str
    author: str
    made: date
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a report was made of, so that it can be made again: version is the file's last revision then."""

    kind: str
    plan: str
    period: str
    unit: str | None
    on: date
    version: int


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report; its captions are numbered when it is made."""

    properties: Properties
    sections: tuple[Section, ...] = field(default_factory=tuple)
    origin: Origin | None = None

    def __post_init__(self) -> None:
        numbers = Counter[str]()
        sections = tuple(replace(each, blocks=tuple(_numbered(each.blocks, numbers))) for each in self.sections)
        object.__setattr__(self, "sections", sections)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in reading order."""
        return tuple(block for section in self.sections for block in section.blocks)


def _numbered(blocks: Iterable[Block], numbers: Counter[str]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Caption):
            numbers[block.sort] += 1
            block = replace(block, number=numbers[block.sort])
        yield block


def tied(text: str) -> str:
    """Return a free text with no-break spaces where a line must not end: năm 2023, quý I, 6 tháng."""
    return _NUMBER_AND_UNIT.sub(NBSP, _ANNEX.sub(rf"\1{NBSP}", _TOGETHER.sub(rf"\1{NBSP}", text)))


def words(pattern: str, **parts: Run | Text | str) -> Text:
    """Fill a pattern's {holes}; each number keeps its own run. A ~ in the pattern is a no-break space."""
    runs: list[Run] = []
    for index, piece in enumerate(_HOLE.split(pattern)):
        if index % 2 == 0:
            runs.append(Run(tied(piece.replace(TIE, NBSP))))
        else:
            runs.extend(_as_text(parts[piece]))
    return joined(runs)


def joined(runs: Iterable[Run]) -> Text:
    """Put neighbours of the same look together; numbers with a source stay apart."""
    result: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        last = result[-1] if result else None
        if last and not last.source and not run.source and (last.bold, last.italic) == (run.bold, run.italic):
            result[-1] = Run(last.text + run.text, run.bold, run.italic)
        else:
            result.append(run)
    return tuple(result)


def listed(parts: Iterable[Text], between: str) -> Text:
    """Return texts one after the other with something between them."""
    runs: list[Run] = []
    for part in parts:
        runs += [*([Run(between)] if runs else []), *part]
    return joined(runs)


def plain_text(text: Iterable[Run]) -> str:
    """Return the words without their looks."""
    return "".join(run.text for run in text)


def cell_text(cell: str | Cell | Text) -> Text:
    """Return what a cell, or a table's note, says as runs."""
    if isinstance(cell, str):
        return (Run(cell),)
    if isinstance(cell, Cell):
        return joined((Run(cell.text, cell.bold, cell.italic, cell.source), Run(cell.tail, cell.bold, cell.italic)))
    return cell


def _as_text(part: Run | Text | str) -> Text:
    if isinstance(part, str):
        return (Run(tied(part)),)
    return (part,) if isinstance(part, Run) else part
