"""How long the overview takes: the country looked at, a change of one cell at a province's size.

    python -m bench.overview [--country COUNTRY.cchc] [--province PROVINCE.cchc] [--write]

Each job is measured beside what one would write by hand for it alone: the SQL of the store's bench, its rows as texts
in Qt's plain table. Ratios carry over, times do not. Files made before (bench.files) spare some minutes."""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import chain, cycle
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QTableView

from bench import floor
from bench.entry import PlainModel, shown
from bench.files import AUTHOR, COUNTRY, PLAN, PROVINCE_OF_170, Size, prepared, rows
from bench.page import made_with, write_part
from bench.running import HEAD, Line, told, until
from bench.timing import spent
from models.period import Period, Span
from models.plan import Actual
from models.store.actuals import actual, load
from ui.pages.overview.page import OverviewPage
from ui.session import Session
from ui.settings import Settings

ON = date(2023, 7, 1)
H1, M9 = Period(2023, Span.H1), Period(2023, Span.M9)
QUARTERS = {H1: 2, M9: 3}


def made(folder: Path, size: Size) -> Path:
    """Make a file of a size."""
    path = folder / f"{size.name}.cchc"
    db = prepared(path, size)
    for each in rows(db, size):
        load(db, each, AUTHOR)
    db.close()
    return path


def shown_on(path: Path) -> OverviewPage:
    """Open the overview on a file's half year."""
    session = Session(Settings())
    session.open(path)
    session.set_day(ON)
    session.set_period(H1)
    page = OverviewPage(session)
    session.changed.connect(lambda changes, source: page.refresh(changes))
    page.resize(1340, 640)
    page.show()
    page.refresh(None)
    return page


def page_on(path: Path) -> OverviewPage:
    """The same, until all that it shows has come."""
    page = shown_on(path)
    until(lambda: bool(page.more.series))
    return page


def by_hand(path: Path, period: Period) -> Callable[[], None]:
    """Return the same by hand: one statement, and its rows as texts in Qt's plain table."""
    plain = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    asked = {
        "plan": PLAN.code,
        "unit": PLAN.unit,
        "year": period.year,
        "last": f"{period.year}-{3 * period.number:02}-14",
    }
    view = QTableView()

    def show() -> None:
        cells = [[str(cell) for cell in row] for row in floor.progress(plain, asked, QUARTERS[period])]
        view.setModel(PlainModel(cells))
        shown(view)

    return show


def opened(path: Path) -> Iterator[Line]:
    """Measure from the opening of the country's file to the painted figures of its overview."""
    pages: list[OverviewPage] = []

    def gone() -> None:
        while pages:
            page = pages.pop()
            page.session.close()
            page.deleteLater()

    def cold() -> None:
        pages.append(shown_on(path))
        until(lambda: bool(pages[-1].figures))
        pages[-1].table.view.viewport().repaint()

    ours = spent(cold, 5, gone)
    gone()
    yield Line("country: opened, its figures shown", ours, spent(by_hand(path, H1), 3), 1000)


def looked_at(path: Path) -> Iterator[Line]:
    """Measure another period of the country, from the asking to the painted figures, in a running program."""
    page, periods = page_on(path), iter([M9, H1] * 3)
    blocked: list[float] = []

    def another() -> None:
        period = next(periods)
        page.session.set_period(period)
        page.refresh(None)
        blocked.append(until(lambda: page.figures[0].period == period))
        page.table.view.viewport().repaint()

    ours = spent(another, 5, lambda: until(lambda: bool(page.more.series)))
    yield Line("country: another period, its figures shown", ours, spent(by_hand(path, M9), 3), 1000)
    print(f"  the window stood still for at most {1000 * min(blocked):.0f} ms of it", flush=True)
    page.close()
    page.session.close()


def changed(path: Path) -> Iterator[Line]:
    """Measure one cell of a province, from Enter until all that hangs on it is painted."""
    page = page_on(path)
    session, unit = page.session, PROVINCE_OF_170.reporting[3]
    old = actual(session.db, "CT-002", unit, Period(2023, Span.Q2)) or Actual("CT-002", unit, Period(2023, Span.Q2))
    values, ends = iter(range(1000, 1100)), cycle([0, 2_000_000])

    def write(numerator: int, denominator: int) -> None:
        assert session.record([replace(old, numerator=Decimal(numerator), denominator=Decimal(denominator))])
        painted()

    def further() -> None:
        before = page.more
        write(next(values), 2000)
        until(lambda: page.more is not before)
        painted()

    show, other = by_hand(path, H1), sqlite3.connect(path.with_suffix(".plain"))
    other.execute("CREATE TABLE IF NOT EXISTS value (line TEXT PRIMARY KEY, value INTEGER)")

    def plain() -> None:
        with other:
            other.execute("INSERT OR REPLACE INTO value VALUES ('CT-002', ?)", (next(values),))
        show()

    def rest() -> None:
        settled()
        until(lambda: not session.runner.is_busy)

    by_hand_alone = spent(plain, 9)
    yield Line(
        "province: one cell changed, its figures shown",
        spent(lambda: write(next(values), 2000), 9, rest),
        by_hand_alone,
        100,
    )
    yield Line(
        "the same, and its row takes another place",
        spent(lambda: write(next(ends), 2_000_000), 9, rest),
        by_hand_alone,
        100,
    )
    yield Line("the same, and units, what remains, lines and alerts", spent(further, 9, rest), by_hand_alone)
    other.close()
    page.close()
    session.close()


def painted() -> None:
    """Let be laid out and painted what was changed."""
    for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
        QApplication.sendPostedEvents(None, kind)


def settled() -> None:
    """Let what waits happen."""
    end = perf_counter() + 0.3
    until(lambda: perf_counter() > end)


def measured(folder: Path, given: Mapping[str, Path]) -> Iterator[Line]:
    """Measure the page on the country's file, and a change of one cell on a province's."""
    for works, size in (((opened, looked_at), COUNTRY), ((changed,), PROVINCE_OF_170)):
        path = given.get(size.name) or made(folder, size)
        yield from chain.from_iterable(work(path) for work in works)


def main(words: list[str]) -> int:
    """Measure, print, and write the page where asked to."""
    given = {
        name: Path(words[words.index(f"--{name}") + 1]) for name in ("country", "province") if f"--{name}" in words
    }
    table = told(lambda folder: measured(folder, given))
    if "--write" in words:
        _write(table)
    return 0


def _write(table: str) -> None:
    write_part(
        "overview",
        f"""
## The overview

`python -m bench.overview --write` drives the page off screen, 1340 x 640: the country's file (3,400 units, 100
indicators) opened, and another period of it, until the figures are painted, read off the screen's thread while the last
ones stay greyed; and one cell of a province's file (170 units), from the transaction until what hangs on it is painted:
first its figures, then what the worker finds (how its unit stands, what remains, the last quarters, what wants doing).
By hand: the statement of the store's bench (one row in a table of its own before it), its rows as texts in Qt's
plain table. Best of several in milliseconds: on the clock, and of the
processor in all threads, as by hand and in the ratio. {made_with()}.

{HEAD}
{table}
""",
    )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
