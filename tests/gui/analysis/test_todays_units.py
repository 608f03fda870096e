"""The analysis on today's units: the switch, its rows, and the mark of a merger in the trend."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.exchange.making import create_sample
from models.period import read_period
from ui.language import use_language
from ui.pages.analysis.page import AnalysisPage
from ui.pages.analysis.ranking.drawing import NAME
from ui.session import Session
from ui.settings import HOME_VARIABLE, Settings

WAIT = 30_000


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    use_language("en")
    create_sample(tmp_path / "a.cchc", merged=True)
    session = Session(Settings())
    session.open(tmp_path / "a.cchc")
    session.set_day(date(2025, 10, 2))
    session.set_plan("KH-2025")
    session.set_period(read_period("2025-9M"))
    yield session
    session.close()


def test_the_switch_takes_figures_on_todays_units_and_marks_the_merger(session: Session, qtbot: QtBot) -> None:
    session.set_view(AnalysisPage.view)
    page = AnalysisPage(session)
    qtbot.addWidget(page)
    page.resize(1186, 594)
    page.show()
    page.refresh(None)
    qtbot.waitUntil(lambda: page.trend.course is not None, timeout=WAIT)
    assert page.head.units.choice == "as reported"
    assert page.trend.marks == []
    assert page.heat.hint.text().startswith("All units with the units of before · %")
    reported = {each.indicator.code: each.value for each in page.reading.overall.now}

    page.head.way_chosen.emit(True)
    assert session.context.units_today
    page.refresh(None)  # as the window does on another context
    qtbot.waitUntil(lambda: bool(page.trend.course and page.trend.course.events), timeout=WAIT)
    assert page.head.units.choice == "today's"
    assert page.heat.hint.text().startswith("All units with the units of before · %")  # with PCM, whom nobody took over
    assert {each.indicator.code: each.value for each in page.reading.overall.now} == reported
    assert page.trend.marks == [(2.5, "1/7/2025: Change of name, Merger, End")]
    assert "1/7/2025: Change of name, Merger, End" in page.trend._spoken()
    assert list(page._context.units) == [
        *("XTHANHMY", "BENGIANG", "XNAMGIANG", "XDACPRING", "XLADEE", "XLAEE"),
    ]
    session.set_period(read_period("2025-Q3"))
    page.refresh(None)
    qtbot.waitUntil(lambda: page.heat.hint.text().startswith("%, Quarter III"), timeout=WAIT)
    session.set_period(read_period("2025-9M"))
    page.refresh(None)
    page._unit_chosen("BENGIANG")
    qtbot.waitUntil(lambda: page.reading.detail is not None and page.reading.detail.unit == "BENGIANG", timeout=WAIT)
    detail = page.reading.detail
    assert detail is not None
    half = {each.indicator.code: each for each in detail.figures.now}["TTHC-01"]
    assert (half.numerator or 0) > 620


def test_a_file_in_which_nothing_happened_has_no_switch(tmp_path: Path, session: Session, qtbot: QtBot) -> None:
    create_sample(tmp_path / "plain.cchc")
    session.open(tmp_path / "plain.cchc")
    session.set_view(AnalysisPage.view)
    page = AnalysisPage(session)
    qtbot.addWidget(page)
    page.show()
    page.refresh(None)
    assert page.head.units.isHidden()


def test_in_the_ranking_units_that_ceased_stand_apart(session: Session, qtbot: QtBot) -> None:
    session.set_view(AnalysisPage.view)
    page = AnalysisPage(session)
    qtbot.addWidget(page)
    page.refresh(None)
    qtbot.waitUntil(lambda: bool(page.ranking.model.rows), timeout=WAIT)
    page.reveal("TTHC-01")
    qtbot.waitUntil(lambda: page.ranking._shown is not None and page.ranking._shown[3] == "TTHC-01", timeout=WAIT)
    rows = page.ranking.model.rows
    here = [row.ranked.figure.unit for row in rows if row.ranked.rank is not None]
    assert here == ["XTHANHMY", "BENGIANG", "XNAMGIANG", "XLADEE", "XDACPRING", "XLAEE"]
    assert all(row.ranked.has_ceased and row.name.endswith("(until 30/6/2025)") for row in rows[len(here) :])
    assert len(rows) == len(here) + 13
    spans = [page.ranking.view.columnSpan(place, NAME) for place in range(len(rows))]
    assert spans == [1] * len(here) + [2] * 13, "their longer names take the room of the bar"
