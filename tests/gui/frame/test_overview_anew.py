"""Tổng quan after a change: what is read and shown anew is what a fresh look says, and no more than hangs on it."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.period import Period, Span
from models.progress import Figure
from models.store.actuals import actual, record
from models.store.database import copy_database, open_database
from tests.gui.analysis.test_answering import changed_cells
from tests.unit.models.store.worlds import AUTHOR, YEAR, a_world
from ui.frame.main_window import MainWindow
from ui.pages.overview.loading import Figures, Question, read_figures, read_figures_anew
from ui.pages.overview.more import More, Wanted, read_more
from ui.pages.overview.page import OverviewPage
from ui.pages.overview.table_model import CODE, VALUE, FigureFilter, FigureTable
from ui.tasks import Job, Runner
from ui.widgets.figure_drawing import Scale

PERIODS = (Period(YEAR, Span.H1), Period(YEAR, Span.Q3), Period(YEAR))


class Looked:
    """All that the page reads of a file."""

    def __init__(self, asked: Question) -> None:
        self._asked, self._job = asked, Job(Runner(), lambda job: None)
        with closing(open_database(asked.path)) as db:
            self.figures: Figures = read_figures(db, asked)
        self.more: More = read_more(Wanted(asked, self.figures), self._job)

    def again(self, cells: frozenset[tuple[str, str]]) -> None:
        """Read anew what hangs on some cells."""
        with closing(open_database(self._asked.path)) as db:
            self.figures = read_figures_anew(db, self._asked, self.figures, cells)
        self.more = read_more(Wanted(self._asked, self.figures, self.more, cells), self._job)


@pytest.mark.parametrize("seed", range(30))
def test_what_is_read_after_a_change_is_what_a_fresh_look_says(seed: int, tmp_path: Path) -> None:
    random, path = Random(seed), tmp_path / "a.cchc"
    world = a_world(random)
    with closing(world.stored()) as made:
        copy_database(made, path)
    period, unit = random.choice(PERIODS), random.choice([None, None, *(each.code for each in world.units)])
    cells = random.choice([10, 10, 10**6])  # of so many, units are not looked at each
    asked = Question(path, world.plan, period, random.choice([date(YEAR, 7, 1), date(YEAR + 1, 2, 1)]), unit, cells)
    kept = Looked(asked)
    # WHEN cells are changed, and then others
    for _ in range(2):
        with closing(open_database(path)) as db:
            changes = record(db, changed_cells(random, world, period, random.choice([1, 1, 3])), AUTHOR)
        kept.again(changes.cells)
        # THEN figures, units, what remains, lines and alerts are those of somebody who knows nothing of before
        fresh = Looked(asked)
        assert kept.figures == fresh.figures
        assert kept.more == fresh.more


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> OverviewPage:
    made = window.page("overview")
    assert isinstance(made, OverviewPage)
    qtbot.waitUntil(lambda: bool(made.more.standings))
    return made


class Painted(QObject):
    """Keeps which rows of the table are painted."""

    def __init__(self, page: OverviewPage) -> None:
        super().__init__(page)
        self.rows: set[int] = set()
        self._view = page.table.view
        self._view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            for row in range(self._view.model().rowCount()):
                inside = self._view.visualRect(self._view.model().index(row, CODE)).adjusted(0, 2, 0, -2)
                if inside.intersects(event.rect()):
                    self.rows.add(row)
        return False


def settle() -> None:
    for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
        QApplication.sendPostedEvents(None, kind)


def test_a_changed_cell_paints_its_row_and_no_other(window: MainWindow, page: OverviewPage, qtbot: QtBot) -> None:
    # GIVEN the page at rest, with a row chosen
    session = window.session
    page.table.select("TTHC-02")
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    settle()
    row = page.table.view.currentIndex().row()
    painted = Painted(page)
    # WHEN a cell of it changes, so little that it stays in its place
    cell = actual(session.db, "TTHC-02", "CADY", Period(2023, Span.Q2))
    assert cell is not None
    assert cell.numerator is not None
    session.record([replace(cell, numerator=cell.numerator + 1)])
    settle()
    # THEN its row alone was painted, with the new value, and is chosen
    assert painted.rows == {row}
    assert page.table.view.currentIndex().row() == row
    assert page.table.current_code == "TTHC-02"


def test_a_row_that_changes_its_place_stays_chosen_and_the_others_follow(
    window: MainWindow, page: OverviewPage, qtbot: QtBot
) -> None:
    session = window.session
    qtbot.waitUntil(lambda: not session.runner.is_busy)
    page.table.select("TTHC-02")
    before = page.table.view.currentIndex().row()
    cell = actual(session.db, "TTHC-02", "CADY", Period(2023, Span.Q2))
    assert cell is not None
    resets: list[object] = []
    page.table.model.modelReset.connect(lambda: resets.append(None))
    session.record([replace(cell, numerator=Decimal(0), denominator=Decimal(9_000))])
    shown = page.table.shown
    assert [shown.index(row, CODE).data() for row in range(len(page.figures))] == [
        each.indicator.code for each in page.figures
    ]
    assert page.table.current_code == "TTHC-02"
    assert page.table.view.currentIndex().row() < before
    assert not resets


def test_the_table_keeps_qt_s_rules_while_its_rows_move(page: OverviewPage) -> None:
    model, shown = FigureTable(), FigureFilter()
    shown.setSourceModel(model)
    for each in (model, shown):
        QAbstractItemModelTester(each, QAbstractItemModelTester.FailureReportingMode.Fatal)
    figures, random = list(page.figures), Random(5)
    model.show_figures(figures, Scale())
    for _ in range(20):
        random.shuffle(figures)
        figures[0] = replace(figures[0], value=Fraction(random.randrange(100)))
        assert model.show_figures(list(figures), Scale())
        assert texts(model) == texts(shown) == texts(fresh(figures))
    assert not model.show_figures(figures[1:], Scale())
    assert texts(model) == texts(fresh(figures[1:]))


def fresh(figures: list[Figure]) -> FigureTable:
    made = FigureTable()
    made.show_rows(figures)
    return made


def texts(model: FigureTable | FigureFilter) -> list[tuple[str, str]]:
    return [(model.index(row, CODE).data(), model.index(row, VALUE).data()) for row in range(model.rowCount())]
