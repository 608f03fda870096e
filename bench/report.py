"""Long tables in Word: ours against the same XML written by hand in one loop, in the same run.

    python -m bench.report [--write]

Both make the same bytes of document.xml and zip them; ours also opens the template and writes its other parts, which
takes the same time for a short table as for a long one. Times do not carry over to other machines, ratios do."""

import io
import statistics
import sys
import tempfile
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

from bench.page import made_with, write_part
from models.exchange.making import create_sample
from models.period import read_period
from models.store.database import open_database
from models.store.plans import plan_in_force
from reports.document import (
    Align,
    Cell,
    Column,
    Document,
    Measure,
    Origin,
    Properties,
    Row,
    Section,
    Source,
    Style,
    Table,
)
from reports.kinds import KINDS, make_document
from reports.verify import verify
from reports.word.package import document_bytes
from reports.word.seal import LEDGER_NAME
from reports.word.tables import ROWS_PER_TABLE, table_xml

AIM = 2.0
DISTRICT_AIM = 0.5
ROUNDS = 5
MAIN = "word/document.xml"
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
    """Return a table as an annex has it: a number, a name, and figures, each bound to its source."""
    named = (Column("TT", 12, Align.CENTRE), Column("Đơn vị", 60))
    figures = tuple(Column(f"Chỉ tiêu {n}", 175 / (columns - 2), Align.RIGHT) for n in range(columns - 2))
    lines: list[Row] = [
        [str(n), f"Xã số {n} & vùng", *(a_figure(n, k) for k in range(columns - 2))] for n in range(rows)
    ]
    return Table((*named, *figures), lines, "Kết quả")


def a_figure(unit: int, indicator: int) -> Cell:
    """Return a rate of one unit."""
    text = f"{(unit * 37 + indicator) % 100},{unit % 100:02}%"
    return Cell(text, source=Source(Measure.VALUE, f"TTHC-{indicator:02}", f"XA-{unit}", "2023-H1"))


def a_document(table: Table) -> Document:
    """Return a report that is this table only."""
    properties = Properties("Kết quả", "Cơ quan", date(2023, 6, 19))
    origin = Origin("units", "KH-2023", "2023-H1", None, properties.made, 1)
    return Document(properties, (Section((table,), is_landscape=True),), origin)


def by_hand(table: Table, frame: "Frame") -> bytes:
    """Write the same document.xml and ledger in plain loops, as lean as they can be, and zip them as they come."""
    starts = [
        f'<w:tc><w:tcPr><w:tcW w:w="{round(c.width * 1440 / 25.4)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{_STYLES[c.align]}"/></w:pPr>'
        for c in table.columns
    ]
    run, end, after = '<w:r><w:t xml:space="preserve">', "</w:t></w:r>", "</w:p></w:tc>"
    gap = '</w:tbl><w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>'
    number = 0
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        with package.open(MAIN, "w") as main:
            main.write(frame.before.encode())
            for first in range(0, len(table.rows), ROWS_PER_TABLE):
                parts = [frame.head]
                for unit, row in enumerate(table.rows[first : first + ROWS_PER_TABLE], first):
                    parts.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
                    for start, cell in zip(starts, row, strict=True):
                        if isinstance(cell, Cell) and cell.source:
                            number += 1
                            name = f"so{number}_{cell.source.indicator.replace('-', '_')}_XA_{unit}_2023_H1_value"[:40]
                            parts += (
                                *(start, f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', run, cell.text, end),
                                *(f'<w:bookmarkEnd w:id="{number}"/>', after),
                            )
                        else:
                            safe = str(cell).replace("&", "&amp;").replace("<", "&lt;")
                            parts += (start, run, safe, end, after)
                    parts.append("</w:tr>")
                main.write(("".join(parts) + gap).encode())
            main.write(frame.after.encode())
        with package.open(LEDGER_NAME, "w") as ledger:
            ledger.write(frame.ledger.encode())
            for unit, row in enumerate(table.rows):
                parts = [f"<l>{row[0]}\t{str(row[1]).replace('&', '&amp;')}"]
                for cell in row[2:]:
                    if isinstance(cell, Cell) and cell.source:
                        bound = f'i="{cell.source.indicator}" u="XA-{unit}" p="2023-H1"'
                        parts.append(f'\t<f m="value" {bound}>{cell.text}</f>')
                parts.append("</l>")
                ledger.write("".join(parts).encode())
            ledger.write(b"</report>")
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the rows: in the main part before, at the head of each table and after; the ledger's head."""

    before: str
    head: str
    after: str
    ledger: str


def compare(rows: int, columns: int) -> Measured:
    """Measure one size; raises AssertionError where both do not write the same."""
    table = a_table(rows, columns)
    document = a_document(table)
    made = document_bytes(document)
    body = "".join(table_xml(table, count(1)))
    before, after = _part(made, MAIN).decode().split(body)
    ledger = _part(made, LEDGER_NAME).decode()
    head = body[: body.index("<w:tr><w:trPr><w:cantSplit/></w:trPr>")]
    frame = Frame(before, head, after, ledger[: ledger.index("<l>")])

    def ours() -> bytes:
        return document_bytes(document)

    def floor() -> bytes:
        return by_hand(table, frame)

    for name in (MAIN, LEDGER_NAME):
        assert _part(ours(), name) == _part(floor(), name)
    taken = [(_seconds(ours), _seconds(floor)) for _ in range(ROUNDS)]
    name = f"Word table, {rows:,} rows x {columns} columns"
    return Measured(name, *(statistics.median(each) for each in zip(*taken, strict=True)))


def memory_ratio(rows: int, columns: int) -> float:
    """Return the most memory that writing takes over the size of the XML."""
    document = a_document(a_table(rows, columns))
    made = document_bytes(document)
    size = len(_part(made, MAIN)) + len(_part(made, LEDGER_NAME))
    tracemalloc.start()
    document_bytes(document)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / size


def _part(docx: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return package.read(name)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measure() -> Iterator[Measured]:
    """Yield every line of this bench."""
    for rows, columns in ((1_000, 12), (3_400, 12), (10_000, 12), (40_000, 12)):
        yield compare(rows, columns)


def districts() -> Iterator[tuple[str, float, float, float]]:
    """Yield each kind of the sample's report for six months: its name, and seconds to make, to write and to verify.

    As in a running program: everything is imported, the file is open."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sample.cchc"
        create_sample(file)
        db = open_database(file, read_only=True)
        period = read_period("2023-H1")
        plan = plan_in_force(db, period)
        for kind in KINDS:
            making = partial(make_document, db, kind, plan, period, date(2023, 6, 19))
            writing = partial(document_bytes, making())
            yield kind, _least(making), _least(writing), _least(partial(verify, writing(), db))
        db.close()


def _least(work: Callable[[], object]) -> float:
    return min(_seconds(work) for _ in range(ROUNDS))


def main(words: list[str]) -> None:
    """Print the lines as tables in Markdown, and write them down where asked to."""
    lines = ["| what | ours s | by hand s | ratio | aim |", "|---|---|---|---|---|"]
    for line in measure():
        lines.append(f"| {line.name} | {line.ours:.3f} | {line.floor:.3f} | {line.ratio:.2f} | {line.aim:g} |")
    lines.append(f"| memory over the size of the XML, 40,000 x 12 | | | {memory_ratio(40_000, 12):.2f} | 4 |")
    kinds = ["| kind | made s | written s | both | aim | verified s |", "|---|---|---|---|---|---|"]
    for name, made, written, verified in districts():
        kinds.append(
            f"| {name} | {made:.3f} | {written:.3f} | {made + written:.3f} | {DISTRICT_AIM:g} | {verified:.3f} |"
        )
    print(*lines, *kinds, sep="\n")
    if "--write" in words:
        _write("\n".join(lines), "\n".join(kinds))


def _write(table: str, kinds: str) -> None:
    write_part(
        "report",
        f"""
## Reports in Word

`python -m bench.report --write` writes a table whose every figure is bound by a bookmark and kept in the ledger, and
the same bytes of both parts by hand in plain loops. Ours also opens the template, writes its other parts and seals the
figures; the last weighs about a tenth. Processor time, {made_with()}.

{table}

A district's report (the sample, six months) in a running program: read from the file and made, written, and held
against the file again.

{kinds}
""",
    )


if __name__ == "__main__":
    main(sys.argv[1:])
