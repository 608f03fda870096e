"""How long the entry page takes: a large paste, another unit or quarter, a step of scrolling.

    python -m bench.entry [--file COUNTRY.cchc] [--write]

Each job is measured beside what one would write by hand for it alone, in the same run; ratios carry over, times do
not. --file: a country's file made before, in place of building one (bench.files, some minutes)."""

import csv
import io
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QScrollBar, QTableView

from bench.files import AUTHOR, COUNTRY, PLAN, prepared, rows
from bench.page import made_with, write_part
from bench.running import told
from bench.timing import spent
from models.exchange.clipboard.block import read_block
from models.measure import Kind, Operator, Target
from models.number import format_number
from models.period import quarter
from models.plan import Actual, Indicator
from models.store.actuals import load, record
from models.store.database import create_database
from models.store.indicators import save_indicators
from models.store.plans import save_plan
from models.store.units import save_units
from models.unit import Unit
from ui.context import View
from ui.pages.entry.form import Column
from ui.pages.entry.page import EntryPage
from ui.pages.entry.pasting.paste_preview import PastePreview
from ui.pages.entry.pasting.pasting import Pasting
from ui.pages.entry.table.delegate import EntryDelegate
from ui.pages.entry.table.table_model import CELL_ROLE, Cell
from ui.session import Session
from ui.settings import Settings

LINES, QUARTERS = 3321, 4
WIDE = (3400, 100)
WINDOW = (1340, 640)
YEAR = 2023
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """Seconds of ours and of the floor, and what is aimed at in milliseconds (None: nothing was asked)."""

    name: str
    ours: float
    floor: float
    aim: float | None = None

    def __str__(self) -> str:
        aim = "" if self.aim is None else f"{self.aim:.0f}"
        ratio = self.ours / self.floor
        return f"| {self.name} | {1000 * self.ours:,.1f} | {1000 * self.floor:,.1f} | {ratio:.2f} | {aim} |"


class PlainModel(QAbstractTableModel):
    """The floor: texts in a list, handed to Qt's own delegate."""

    def __init__(self, cells: list[list[str]]) -> None:
        super().__init__()
        self.cells = cells

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.cells[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.cells[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class CellModel(PlainModel):
    """The same texts as cells of the grid, painted by its delegate."""

    def __init__(self, cells: list[list[str]]) -> None:
        super().__init__(cells)
        self._made = [[Cell(text, is_typed=True) for text in line] for line in cells]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._made[index.row()][index.column()] if role == CELL_ROLE else None


def shown(view: QTableView) -> QTableView:
    """Show a table of fixed sizes, as large as the page's grid, and paint it."""
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(24)
    view.resize(*WINDOW)
    view.show()
    QApplication.processEvents()
    return view


def taken(work: Callable[[], object], rounds: int, before: Callable[[], object] = lambda: None) -> float:
    """Return the best time on the clock of some rounds; before runs ahead of each, untimed."""
    return spent(work, rounds, before).clock


# a large paste


def numbers() -> list[list[int]]:
    """Return the figures of the block, the same at every run."""
    random = Random(2023)
    return [[random.randrange(10 ** random.randrange(1, 7)) for _ in range(QUARTERS)] for _ in range(LINES)]


def clipboard(block: list[list[int]]) -> tuple[str, str]:
    """Return the block as Excel in Vietnamese puts it on the clipboard: plain text and HTML."""
    lines = [[format_number(number) for number in line] for line in block]
    head = (
        '<meta name=Generator content="Microsoft Excel 15"><style><!--table\n\t{mso-displayed-decimal-separator:"\\,";'
        '\n\tmso-displayed-thousand-separator:"\\.";}\n.xl65\n\t{mso-number-format:"\\#\\,\\#\\#0";}--></style><table>'
    )
    body = "".join(
        " <tr height=20 style='height:15.0pt'>\n"
        + "".join(f"  <td class=xl65 align=right style='height:15.0pt'>{cell}</td>\n" for cell in line)
        + " </tr>\n"
        for line in lines
    )
    return "".join("\t".join(line) + "\r\n" for line in lines), f"<html>{head}<!--StartFragment-->{body}</table></html>"


def large_file(folder: Path) -> Path:
    """Make a file whose plan asks one unit for as many counts as the block has lines."""
    path = folder / "large.cchc"
    db = create_database(path)
    save_units(db, [Unit("H", "huyện"), *(Unit(code, f"xã {code}", first_superior="H") for code in "XY")], AUTHOR)
    plan = type(PLAN)("L", YEAR, "Kế hoạch", "H")
    save_plan(db, plan, AUTHOR)
    target = Target(Operator.AT_LEAST, Decimal(1000))
    save_indicators(
        db, [Indicator("L", f"S{n:04}", "Lĩnh vực", f"Số lượng {n}", Kind.COUNT, target=target) for n in range(LINES)],
        AUTHOR,
    )  # fmt: skip
    db.close()
    return path


def page_on(path: Path, unit: str) -> EntryPage:
    """Open the entry page on a unit's second quarter."""
    session = Session(Settings())
    session.open(path)
    session.set_day(date(YEAR, 6, 16))
    session.set_view(View(period=EntryPage.view.period, needs_unit=True))
    session.set_period(quarter(YEAR, 2))
    session.set_unit(unit)
    page = EntryPage(session)
    session.changed.connect(lambda changes, source: None if source is page else page.refresh(changes))
    page.resize(*WINDOW)
    page.show()
    page.refresh(None)
    QApplication.processEvents()
    return page


def paste(folder: Path) -> Iterator[Line]:
    """Measure a block of 3,321 x 4 from the clipboard's bytes to the preview, and from Enter to the painted grid."""
    page, block = page_on(large_file(folder), "X"), numbers()
    text, html = clipboard(block)
    form = page.form
    assert form is not None
    opened: list[PastePreview] = []

    def preview() -> None:
        pasting = Pasting(form, page.model.rows, read_block(text, html), (1, Column.Q1))
        opened.append(PastePreview(pasting, "", page))
        opened[-1].open()
        QApplication.processEvents()

    def closed() -> None:
        while opened:
            opened.pop().reject()
        QApplication.processEvents()

    def plain() -> None:
        cells = list(csv.reader(io.StringIO(text), "excel-tab"))
        assert [[int(cell.replace(".", "")) for cell in line] for line in cells] == block
        view = QTableView()
        view.setModel(PlainModel(cells))
        shown(view).close()

    ours = taken(preview, 5, closed)
    assert opened[-1].pasting.size == LINES * QUARTERS
    yield Line("paste of 3,321 x 4: read, previewed and shown", ours, taken(plain, 5), 100)
    actuals = opened[-1].pasting.actuals()
    assert [int(each.value or 0) for each in actuals] == [number for line in block for number in line]
    closed()
    yield from written(page, actuals, folder)
    page.session.close()


def written(page: EntryPage, actuals: list[Actual], folder: Path) -> Iterator[Line]:
    """Measure the transaction of a paste, and all from Enter to the painted grid; undone between the rounds."""
    session = page.session
    plain = sqlite3.connect(folder / "plain.db")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("CREATE TABLE value (line TEXT, period INTEGER, value INTEGER, PRIMARY KEY (line, period)) STRICT")
    given = [(each.indicator, each.period.number, int(each.value or 0) * 10_000) for each in actuals]
    view = QTableView()
    view.setModel(PlainModel([[""] * QUARTERS for _ in range(LINES)]))
    shown(view)

    def emptied() -> None:
        with plain:
            plain.execute("DELETE FROM value")

    def by_hand() -> None:
        with plain:
            plain.executemany("INSERT INTO value VALUES (?, ?, ?)", given)

    def by_hand_and_shown() -> None:
        by_hand()
        view.reset()
        view.viewport().repaint()
        QApplication.processEvents()

    others = [replace(each, unit="Y") for each in actuals]
    nothing = [Actual(each.indicator, each.unit, each.period) for each in others]
    transaction = taken(lambda: record(session.db, others, AUTHOR), 5, lambda: record(session.db, nothing, AUTHOR))
    yield Line("its transaction: 13,284 values with their history", transaction, taken(by_hand, 3, emptied))

    def write() -> None:
        """The block is painted when this comes back; figures and checks follow with the next events."""
        assert page.model.write(actuals, "pasted")

    def write_all() -> None:
        write()
        QApplication.processEvents()

    def undone() -> None:
        if session.undo.canUndo():
            QApplication.processEvents()
            session.undo.undo()
        QApplication.processEvents()

    floor = taken(by_hand_and_shown, 3, emptied)
    shown_in = taken(write, 5, undone)
    yield Line("written and shown, the transaction with it", shown_in, floor, 100 + 1000 * transaction)
    yield Line("the same, all its figures and checks shown too", taken(write_all, 3, undone), floor)
    view.close()
    plain.close()


# another unit, another quarter


def switching(path: Path) -> Iterator[Line]:
    """Measure another unit and another quarter on the country's file, from the asking to the painted form."""
    units = COUNTRY.reporting[100:112]
    page = page_on(path, units[0])
    view = QTableView()
    view.setModel(PlainModel([[""] * len(Column) for _ in page.model.rows]))
    shown(view)

    def painted() -> None:
        view.reset()
        view.viewport().repaint()
        QApplication.processEvents()

    places = iter(units[1:])

    def unit() -> None:
        page.session.set_unit(next(places))
        page.refresh(None)
        QApplication.processEvents()

    floor = taken(painted, 9)
    yield Line("country: another unit", taken(unit, 9), floor, 50)
    quarters = iter([3, 2, 1, 4, 3, 2, 1, 4, 3])

    def period() -> None:
        page.session.set_period(quarter(YEAR, next(quarters)))
        page.refresh(None)
        QApplication.processEvents()

    yield Line("country: another quarter", taken(period, 9), floor, 50)
    view.close()
    page.close()
    page.session.close()


# scrolling


def scrolling() -> Iterator[Line]:
    """Measure a step of scrolling over a wide table, painted by the grid's delegate and by Qt's own."""
    random = Random(7)
    cells = [[format_number(random.randrange(10**6)) for _ in range(WIDE[1])] for _ in range(WIDE[0])]
    plain, ours = QTableView(), QTableView()
    plain.setModel(PlainModel(cells))
    ours.setModel(CellModel(cells))
    ours.setItemDelegate(EntryDelegate(ours))
    times = []
    for view in (shown(ours), shown(plain)):
        bar = view.verticalScrollBar()

        def step(bar: QScrollBar = bar, view: QTableView = view) -> None:
            bar.setValue(bar.value() + 3)
            view.viewport().repaint()

        times.append(taken(step, 60))
        view.close()
    yield Line("3,400 x 100: a step of three lines", times[0], times[1])


def measured(folder: Path, country: Path | None) -> Iterator[Line]:
    """Yield one line after the other."""
    yield from paste(folder)
    yield from scrolling()
    if country is None:
        country = folder / "country.cchc"
        db = prepared(country, COUNTRY)
        for each in rows(db, COUNTRY):
            load(db, each, AUTHOR)
        db.close()
    yield from switching(country)


def main(words: list[str]) -> int:
    """Measure, print, and write the page where asked to."""
    country = Path(words[words.index("--file") + 1]) if "--file" in words else None
    table = told(lambda folder: measured(folder, country))
    if "--write" in words:
        _write(table)
    return 0


def _write(table: str) -> None:
    write_part(
        "entry",
        f"""
## Entering figures

`python -m bench.entry --write` drives the page of a form off screen, 1340 x 640: a block as Excel puts it on the
clipboard (1.2 MB of HTML) laid on a form of 3,321 counts, and the country's file of the store above. Written and
shown is until the block is painted, with a tenth of a second aimed at beside its transaction; its 3,321 figures and
all checks are worked out right after. By hand: csv into Qt's plain table
without reading separators, without checks and without a preview of what is there; one table in SQLite without
history; the plain table painted anew. Best of several in milliseconds, {made_with()}.

| what | ours | by hand | ratio | aim |
|---|---|---|---|---|
{table}
""",
    )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
