"""Long tables in Word: ours against the same XML written by hand in one loop, in the same run.

    python -m bench.report [--write]

Both make the same bytes of document.xml and zip them; ours also opens the template and writes its other parts, which
takes the same time for a short table as for a long one. Times do not carry over to other machines, ratios do."""

import io
import statistics
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import count

from bench.page import made_with, write_part
from reports.document import Align, Column, Document, Properties, Row, Section, Style, Table
from reports.word.package import document_bytes
from reports.word.tables import ROWS_PER_TABLE, table_xml

AIM = 2.0
ROUNDS = 5
_STYLES = {Align.LEFT: Style.CELL, Align.CENTRE: Style.CELL_CENTRE, Align.RIGHT: Style.CELL_NUMBER}


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of docs/benchmarks.md: seconds of ours and of the floor, their ratio, and what we aim at."""

    name: str
    ours: float
    floor: float
    aim: float = AIM

    @property
    def ratio(self) -> float:
        """How many times the floor ours takes."""
        return self.ours / self.floor


def a_table(rows: int, columns: int) -> Table:
    """Return a table as an annex has it: a number, a name, and figures."""
    named = (Column("TT", 12, Align.CENTRE), Column("Đơn vị", 60))
    figures = tuple(Column(f"Chỉ tiêu {n}", 175 / (columns - 2), Align.RIGHT) for n in range(columns - 2))
    lines: list[Row] = [
        [str(n), f"Xã số {n} & vùng", *(f"{(n * 37 + k) % 100},{n % 100:02}%" for k in range(columns - 2))]
        for n in range(rows)
    ]
    return Table((*named, *figures), lines, "Kết quả")


def a_document(table: Table) -> Document:
    """Return a report that is this table only."""
    properties = Properties("Kết quả", "Cơ quan", date(2023, 6, 19))
    return Document(properties, (Section((table,), is_landscape=True),))


def by_hand(table: Table, before: str, head: str, after: str) -> bytes:
    """Write the same document.xml in one plain loop, as lean as it can be, and zip it as it comes."""
    starts = [
        f'<w:tc><w:tcPr><w:tcW w:w="{round(c.width * 1440 / 25.4)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{_STYLES[c.align]}"/></w:pPr><w:r><w:t xml:space="preserve">'
        for c in table.columns
    ]
    ends = "</w:t></w:r></w:p></w:tc>"
    last = f"{ends}</w:tr>"
    between = [f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{starts[0]}", *(ends + start for start in starts[1:])]
    gap = '</w:tbl><w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as main:
        main.write(before.encode())
        for first in range(0, len(table.rows), ROWS_PER_TABLE):
            parts = [head]
            for row in table.rows[first : first + ROWS_PER_TABLE]:
                for start, cell in zip(between, row, strict=True):
                    parts += (start, str(cell).replace("&", "&amp;").replace("<", "&lt;"))
                parts.append(last)
            main.write(("".join(parts) + gap).encode())
        main.write(after.encode())
    return stream.getvalue()


def compare(rows: int, columns: int) -> Measured:
    """Measure one size; raises AssertionError where both do not write the same."""
    table = a_table(rows, columns)
    document = a_document(table)
    xml = _main(document_bytes(document)).decode()
    body = "".join(table_xml(table, count(1)))
    before, after = xml.split(body)
    head = body[: body.index("<w:tr><w:trPr><w:cantSplit/></w:trPr>")]

    def ours() -> bytes:
        return document_bytes(document)

    def floor() -> bytes:
        return by_hand(table, before, head, after)

    assert _main(ours()) == _main(floor())
    taken = [(_seconds(ours), _seconds(floor)) for _ in range(ROUNDS)]
    name = f"Word table, {rows:,} rows x {columns} columns"
    return Measured(name, *(statistics.median(each) for each in zip(*taken, strict=True)))


def memory_ratio(rows: int, columns: int) -> float:
    """Return the most memory that writing takes over the size of the XML."""
    document = a_document(a_table(rows, columns))
    size = len(_main(document_bytes(document)))
    tracemalloc.start()
    document_bytes(document)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / size


def _main(docx: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read("word/document.xml")


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure() -> Iterator[Measured]:
    """Yield every line of this bench."""
    for rows, columns in ((1_000, 8), (10_000, 8), (40_000, 12)):
        yield compare(rows, columns)


def main(words: list[str]) -> None:
    """Print the lines as a table in Markdown, and write it down where asked to."""
    lines = ["| what | ours s | by hand s | ratio | aim |", "|---|---|---|---|---|"]
    for line in measure():
        lines.append(f"| {line.name} | {line.ours:.3f} | {line.floor:.3f} | {line.ratio:.2f} | {line.aim:g} |")
    lines.append(f"| memory over the size of the XML, 40,000 x 12 | | | {memory_ratio(40_000, 12):.2f} | 4 |")
    print(*lines, sep="\n")
    if "--write" in words:
        _write("\n".join(lines))


def _write(table: str) -> None:
    write_part(
        "report",
        f"""
## Long tables in Word

`python -m bench.report --write` writes a table of counts, and the same bytes of document.xml by hand in one loop.
Ours also opens the template and writes its other parts, which weighs most in a short table. {made_with()}.

{table}
""",
    )


if __name__ == "__main__":
    main(sys.argv[1:])
