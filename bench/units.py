"""How long it takes to look at a country whose units merged: its figures on today's units, and the page of its units.

    python -m bench.units [--merged MERGED.cchc] [--write]

Figures are measured beside SQL written by hand that returns the same sums, the page beside a plain tree of Qt with as
many rows. Ratios carry over, times do not. A file made before (python -m bench.merged) spares a minute."""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTreeView

from bench.merged import DAY, MERGED_PLAN, merged_file
from bench.page import made_with, write_part
from bench.running import HEAD, Line, told, until
from bench.timing import spent
from models.number import to_scaled
from models.period import Period
from models.progress import Figure
from models.store.database import open_database
from models.store.figures import progress, progress_by_unit
from models.store.units import units
from ui.pages.units.page import UnitsPage
from ui.session import Session
from ui.settings import Settings

YEAR, ON = Period(DAY.year), date(2025, 12, 20)
TEN = frozenset(f"CT-{number:03}" for number in range(10))  # nine flows, and a stock
WAYS = {"as reported": None, "on today's units": ON}
PROVINCE, UNIT = "T17", "X1700"
WINDOW = (1186, 594)
SHOWN_AIM, KEY_AIM = 1000, 50
TEXTS = ("t", "ta", "tan", "tan g", "tan gi", "dong", "x17")

# Of flows; a stock counts once, which one would have to write besides.
_SUMS = """
SELECT indicator.code, {unit}, sum(actual.numerator), sum(actual.denominator), sum(actual.value), count(*)
FROM actual JOIN indicator ON indicator.id = actual.indicator
LEFT JOIN unit_successor ON unit_successor.unit = actual.unit
WHERE actual.period IN (20251, 20252, 20253, 20254) AND (:codes IS NULL OR instr(:codes, indicator.code))
    AND (actual.numerator + actual.denominator IS NOT NULL OR actual.value IS NOT NULL)
GROUP BY actual.indicator, {unit}
"""
SUMS = _SUMS.format(unit="NULL")
SUMS_THEN = _SUMS.format(unit="actual.unit")
SUMS_TODAY = _SUMS.format(unit="ifnull(unit_successor.successor, actual.unit)")

Numbers = dict[tuple[str, str | None], tuple[int | None, ...]]


def figures(path: Path) -> Iterator[Line]:
    """Measure the figures of the year, once both ways are seen to say the same."""
    with closing(open_database(path, read_only=True)) as db, closing(sqlite3.connect(path)) as plain:
        names: dict[int | None, str | None] = dict(plain.execute("SELECT id, code FROM unit"))
        names[None] = None

        def by_hand(statement: str, codes: frozenset[str] | None = None) -> Numbers:
            rows = plain.execute(statement, {"codes": codes and ";".join(codes)})
            return {(code, names[unit]): (part, whole, value) for code, unit, part, whole, value, _ in rows}

        sums, then = partial(by_hand, SUMS), partial(by_hand, SUMS_THEN, TEN)
        whole = spent(sums, 3)
        for way, today in WAYS.items():
            year = partial(progress, db, MERGED_PLAN, YEAR, ON, today=today)
            _assert_same(year(), sums())
            yield Line(f"country, the year {way}", spent(year, 3), whole)
        for way, statement in (("as reported", then), ("on today's units", partial(by_hand, SUMS_TODAY, TEN))):
            listed = partial(progress_by_unit, db, MERGED_PLAN, YEAR, ON, codes=TEN, today=WAYS[way])
            _assert_same(listed(), statement())
            yield Line(f"its list by unit of ten indicators, {way}", spent(listed, 1), spent(statement, 2))
        for name, unit in (("one province", PROVINCE), ("one unit", UNIT)):
            its = [spent(partial(progress, db, MERGED_PLAN, YEAR, ON, unit, today=today), 3) for today in WAYS.values()]
            yield Line(f"{name} on today's units; by hand: as reported", its[1], its[0])


def _assert_same(found: list[Figure], by_hand: Numbers) -> None:
    flows = [each for each in found if not each.indicator.is_stock and each.expected_units + each.reported_units]
    assert flows
    for each in flows:
        numbers = by_hand.get((each.indicator.code, each.unit), (None, None, None))
        value = each.value if each.numerator is None else None
        ours = (each.numerator, each.denominator, None if value is None else Decimal(int(value)))
        assert tuple(None if one is None else to_scaled(one) for one in ours) == numbers, (each, numbers)


def page(path: Path) -> Iterator[Line]:
    """Measure the page from the asking to the painted rows, and what is done on it."""
    session = Session(Settings())
    session.open(path)
    session.set_day(ON)
    session.set_period(YEAR)
    plain = PlainTree(session)
    shown = spent(plain.fill, 3)
    pages: list[UnitsPage] = []

    def show() -> None:
        pages.append(page_on(session))

    ours = spent(show, 3)
    yield Line("page Đơn vị shown, the file open", ours, shown, SHOWN_AIM)
    its = pages[-1]
    until(lambda: not session.runner.is_busy)
    days = iter((date(2025, 6, 30), ON, date(2025, 6, 30)))
    yield Line("its tree on another day", spent(lambda: _shown(its._day_chosen, next(days)), 3), shown, SHOWN_AIM)
    _shown(its._day_chosen, ON)
    for text in TEXTS:
        key = spent(partial(_shown, its.search.setText, text), 5, partial(_shown, its.search.setText, ""))
        floor = spent(partial(plain.filtered, text), 5, partial(plain.filtered, ""))
        yield Line(f'its filter, "{text}" at once', key, floor, KEY_AIM)
    until(lambda: not session.runner.is_busy)
    session.close()


def _shown(work: Callable[..., None], asked: object) -> None:
    work(asked)
    QApplication.processEvents()


def page_on(session: Session) -> UnitsPage:
    """Make the page as the window does, and let it be painted."""
    made = UnitsPage(session)
    made.resize(*WINDOW)
    made.show()
    made.refresh(None)
    QApplication.processEvents()
    return made


class PlainTree:
    """Qt's own tree of the units' names and codes, with its own filter, as one would make it in ten lines."""

    def __init__(self, session: Session) -> None:
        self._units = units(session.db)
        self._filter = QSortFilterProxyModel()
        self._filter.setRecursiveFilteringEnabled(True)
        self._view = QTreeView()
        self._view.setUniformRowHeights(True)
        self._view.resize(290, WINDOW[1])

    def fill(self) -> None:
        """Fill and show it, its first level open."""
        model = QStandardItemModel()
        items: dict[str, QStandardItem] = {}
        for each in self._units:
            item = QStandardItem(f"{each.name} {each.code}")
            above = items.get(each.first_superior or "", model.invisibleRootItem())
            above.appendRow(item)
            items[each.code] = item
        self._model = model
        self._filter.setSourceModel(model)
        self._view.setModel(self._filter)
        self._view.expandToDepth(0)
        self._view.show()
        QApplication.processEvents()

    def filtered(self, text: str) -> None:
        """Show who holds a text; with tones, since Qt's filter knows no other."""
        self._filter.setFilterFixedString(text)
        self._view.expandToDepth(0)
        QApplication.processEvents()


def measured(folder: Path, given: Mapping[str, Path]) -> Iterator[Line]:
    """Yield one line after the other."""
    path = given.get("merged") or merged_file(folder / "merged.cchc")
    yield from page(path)
    yield from figures(path)


def main(words: list[str]) -> int:
    """Measure, print, and write the page where asked to."""
    given = {"merged": Path(words[words.index("--merged") + 1])} if "--merged" in words else {}
    table = told(lambda folder: measured(folder, given))
    if "--write" in words:
        _write(table)
    return 0


def _write(table: str) -> None:
    write_part(
        "units",
        f"""
## A country whose units merged

`python -m bench.units --write` makes the country as it went on 1 July 2025: 680 districts ended, 9,963 communes became
3,321 under 34 provinces; 100 indicators, four quarters. The page Đơn vị is driven off screen,
{WINDOW[0]} x {WINDOW[1]}, and a whole text put into its filter at once; by hand is Qt's plain tree of as many rows with
its own filter, which finds no text without tones, draws no time line and shows no card. By hand for figures is SQL that
sums by unit, or by who took over; its sums of flows are compared first. It asks neither who was expected nor who has
reported, knows no stock, and judges nothing. Best of several in milliseconds: on the clock, and of the
processor in all threads, as by hand and in the ratio. {made_with()}.

{HEAD}
{table}
""",
    )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
