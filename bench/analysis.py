"""How long the analysis page takes: opening, a step of scrolling, a change of one cell, another indicator or unit.

    python -m bench.analysis [--province FILE.cchc] [--country FILE.cchc] [--write]

Each job is measured beside a plain QTableView showing the same cells, or SQL written by hand for the same numbers, in
the same run; ratios carry over, times do not. The files: made before, in place of building them (bench.files)."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QScrollBar, QTableView

from bench.entry import PlainModel
from bench.files import AUTHOR, COUNTRY, PLAN, PROVINCE_OF_170, Size, prepared, rows
from bench.floor import progress as progress_by_hand
from bench.page import made_with, write_part
from bench.running import HEAD, Line, told, until
from bench.timing import Spent, spent
from models.period import Period, Span, quarter
from models.store.actuals import actual, load
from ui.pages.analysis.answering import Answering
from ui.pages.analysis.asking import Question
from ui.pages.analysis.page import AnalysisPage
from ui.session import Session
from ui.settings import Settings

H1, ON = Period(2023, Span.H1), date(2023, 6, 19)
WINDOW = (1186, 594)
OPEN_AIM, CHANGE_AIM = 1000, 100
BY_HAND = """
SELECT sum(numerator), sum(denominator) FROM actual
WHERE period IN (20231, 20232) AND indicator = (SELECT id FROM indicator WHERE code = :code)
    AND unit = (SELECT id FROM unit WHERE code = :unit)
"""


def session_on(path: Path) -> Session:
    """Open a file on the first six months."""
    session = Session(Settings())
    session.open(path)
    session.set_day(ON)
    session.set_period(H1)
    return session


def page_on(session: Session) -> AnalysisPage:
    """Make the page as the window does when it is first asked for."""
    page = AnalysisPage(session)
    session.changed.connect(lambda changes, source: None if source is page else page.refresh(changes))
    page.resize(*WINDOW)
    page.show()
    page.refresh(None)
    return page


def are_cells_in_sight(page: AnalysisPage) -> bool:
    """Return whether every cell of the heat map that is in sight was read."""
    view, model = page.heat.view, page.heat.model
    down, across = view.rows_in_sight(), view.columns_in_sight()
    return bool(down) and all(model.cell(row, column) is not None for row in down for column in across)


def is_settled(page: AnalysisPage) -> bool:
    """Return whether all four panels show what is asked."""
    return not page._later.isActive() and not page.session.runner.is_busy


def plain_view(cells: list[list[str]], width: int, height: int) -> QTableView:
    """Show the same cells in Qt's plain table, of the same size."""
    view = QTableView()
    view.setModel(PlainModel(cells))
    view.horizontalHeader().setDefaultSectionSize(71)
    view.verticalHeader().setDefaultSectionSize(17)
    view.resize(width, height)
    view.show()
    QApplication.processEvents()
    return view


def opening(path: Path, name: str) -> Iterator[Line]:
    """Measure from the asking for the page to the cells in sight, and to all four panels."""
    with closing(_Kept(session_on(path))) as kept:
        pages: list[AnalysisPage] = []

        def gone() -> None:
            """Else it would go on reading ahead."""
            while pages:
                pages.pop().deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            kept.session.runner.cancel_all()
            until(lambda: not kept.session.runner.is_busy)

        def cells() -> None:
            pages.append(page_on(kept.session))
            until(lambda: are_cells_in_sight(pages[-1]))

        def everything() -> None:
            cells()
            until(lambda: pages[-1].trend.course is not None and bool(pages[-1].ranking.model.rows))

        everything()  # loads what is loaded once, the drawing of trends with it
        size, count = pages[0].heat.view.size(), (len(pages[0].heat.model.units), len(pages[0].heat.model.codes))
        texts = [["58,09"] * count[1] for _ in range(count[0])]
        floor = spent(lambda: plain_view(texts, size.width(), size.height()).close(), 3)
        yield Line(f"{name}, {count[0]:,} x {count[1]}: the heat map is there", spent(cells, 5, gone), floor, OPEN_AIM)
        yield Line(f"{name}: all four panels are", spent(everything, 5, gone), floor, OPEN_AIM)
        gone()


class _Kept:
    """A session that is closed with what it has running."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def close(self) -> None:
        self.session.close()


def scrolling(path: Path) -> Iterator[Line]:
    """Measure a step of three lines over cells that were read, and the same over a plain table."""
    with closing(_Kept(session_on(path))) as kept:
        page = page_on(kept.session)
        until(lambda: is_settled(page) and page.heat.reading.is_complete)
        page._show_panel("heat")  # not kept: the pages after this one show all four
        QApplication.processEvents()
        view = page.heat.view
        model = view.heat_model
        texts = [[str(model.index(row, column).data()) for column in range(len(model.codes))] for row in range(170)]
        plain = plain_view(texts, view.width(), view.height())
        times = [_step(each) for each in (view, plain)]
        yield Line("170 x 100: a step of three lines", times[0], times[1])
        across = [_step(each, Qt.Orientation.Horizontal) for each in (view, plain)]
        yield Line("170 x 100: a step of three columns", across[0], across[1])
        plain.close()
        page.close()


def _step(view: QTableView, orientation: Qt.Orientation = Qt.Orientation.Vertical) -> Spent:
    is_down = orientation is Qt.Orientation.Vertical
    bar: QScrollBar = view.verticalScrollBar() if is_down else view.horizontalScrollBar()
    by = view.rowHeight(0) * 3 if is_down else view.columnWidth(0) * 3

    def step() -> None:
        bar.setValue((bar.value() + by) % max(1, bar.maximum()))
        view.viewport().repaint()

    return spent(step, 60)


def changing(path: Path) -> Iterator[Line]:
    """Measure a change of one cell, and another choice, until all panels show it; by hand: the sum and a repaint."""
    with closing(_Kept(session_on(path))) as kept, closing(sqlite3.connect(path)) as db:
        session = kept.session
        page = page_on(session)
        until(lambda: is_settled(page) and page.heat.reading.is_complete)
        code, unit = page.heat.model.codes[3], page.heat.model.units[3]
        page._choose(None, code)
        until(lambda: is_settled(page))
        plain = plain_view([["58,09"] * 8 for _ in range(13)], page.heat.view.width(), page.heat.view.height())

        def by_hand() -> None:
            db.execute(BY_HAND, {"code": code, "unit": unit}).fetchone()
            plain.reset()
            plain.viewport().repaint()

        floor = spent(by_hand, 9)
        seen = actual(session.db, code, unit, quarter(2023, 2))
        assert seen is not None
        numbers = iter(range(1, 40))

        def change() -> None:
            course, ranks = page.trend.course, page.ranking.model.rows
            place = page.heat.model.place(unit, code)
            assert place is not None
            before = page.heat.model.cell(*place)
            session.record([replace(seen, numerator=Decimal(next(numbers)))])
            until(lambda: page.heat.model.cell(*place) != before)
            until(lambda: page.trend.course is not course and page.ranking.model.rows is not ranks)

        def rest() -> None:
            until(lambda: is_settled(page))

        yield Line("province: a change of one cell, in all panels", spent(change, 7, rest), floor, CHANGE_AIM)
        others = iter(page.heat.model.codes[4:20])

        def choose() -> None:
            course, ranks = page.trend.course, page.ranking.model.rows
            page._choose(None, next(others))
            until(lambda: page.trend.course is not course and page.ranking.model.rows is not ranks)

        yield Line("province: another indicator, in all panels", spent(choose, 7, rest), floor, CHANGE_AIM)
        rest()
        plain.close()
        page.close()


def figures(path: Path, name: str) -> Iterator[Line]:
    """Measure the figures of all indicators against SQL by hand, once both are seen to say the same."""
    asked = Question(path, PLAN.code, H1, ON, None, None)
    values: dict[str, Any] = {"plan": PLAN.code, "unit": "GỐC", "last": "2023-06-14", "year": 2023}
    with closing(sqlite3.connect(path)) as db:
        ours = sorted(str(each.state) for each in Answering(asked).overall().now)
        assert ours == sorted(row[-1] for row in progress_by_hand(db, values, 2))
        floor = spent(lambda: progress_by_hand(db, values, 2), 5)
    yield Line(f"{name}: figures of all indicators together", spent(lambda: Answering(asked).overall(), 5), floor)


def measured(folder: Path, province: Path | None, country: Path | None) -> Iterator[Line]:
    """Yield one line after the other."""
    province = province or _built(folder / "province.cchc", PROVINCE_OF_170)
    country = country or _built(folder / "country.cchc", COUNTRY)
    yield from figures(province, "province")
    yield from opening(province, "province")
    yield from scrolling(province)
    yield from changing(province)
    yield from figures(country, "country")
    yield from opening(country, "country")


def _built(path: Path, size: Size) -> Path:
    db = prepared(path, size)
    for each in rows(db, size):
        load(db, each, AUTHOR)
    db.close()
    return path


def main(words: list[str]) -> int:
    """Measure, print, and write the page where asked to."""
    given = {word: Path(words[words.index(word) + 1]) for word in ("--province", "--country") if word in words}
    table = told(lambda folder: measured(folder, given.get("--province"), given.get("--country")))
    if "--write" in words:
        _write(table)
    return 0


def _write(table: str) -> None:
    write_part(
        "analysis",
        f"""
## Analysis

`python -m bench.analysis --write` drives the page off screen, {WINDOW[0]} x {WINDOW[1]}, on a province's file (170
units) and the country's (3,400), both of 100 indicators. By hand: Qt's plain table showing as many cells; for a
change one sum in SQL and the plain table painted anew; for the figures the statement of the store's bench. What is
read goes through the worker while the window stays free; a cell in sight is read first. Best of several in
milliseconds: on the clock, and of the processor in all threads, as
by hand and in the ratio. {made_with()}.

{HEAD}
{table}
""",
    )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
