"""The analysis page on the sample plan, once all of it has been read."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from ui.frame.main_window import MainWindow
from ui.pages.analysis.page import AnalysisPage

Settled = Callable[[], None]


@pytest.fixture
def settled(window: MainWindow, qtbot: QtBot) -> Settled:
    """Wait until the worker has nothing more to read and the page asks for nothing more."""

    def wait() -> None:
        page = window.page("analysis")
        assert isinstance(page, AnalysisPage)
        qtbot.waitUntil(lambda: not page._later.isActive() and not window.session.runner.is_busy)

    return wait


@pytest.fixture
def page(window: MainWindow, settled: Settled) -> AnalysisPage:
    window.show_page("analysis")
    made = window.page("analysis")
    assert isinstance(made, AnalysisPage)
    settled()
    made.reveal("TTHC-01")
    settled()
    return made
