"""The page of reports on the sample, and what its tests do with it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.store.changes import Changes
from ui.pages.reports.before_export import BeforeExport
from ui.pages.reports.page import ReportsPage
from ui.session import Session


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ReportsPage:
    """The page as a window of 1366 x 688 shows it."""
    session.set_view(ReportsPage.view)
    made = ReportsPage(session)
    qtbot.addWidget(made)
    made.resize(1300, 594)  # wider than a page of that window: without the window around it, it would be narrow
    made.show()

    def changed(changes: Changes, source: object) -> None:
        if source is not made:
            made.refresh(changes)

    session.context_changed.connect(lambda: made.refresh(None))
    session.changed.connect(changed)
    made.refresh(None)
    settle(made, qtbot)
    return made


def settle(page: ReportsPage, qtbot: QtBot) -> None:
    """Wait until the worker has nothing to do any more."""
    qtbot.waitUntil(lambda: not page.session.runner.is_busy)


def goes_to(page: ReportsPage, out: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer the question where a report goes; the names that were proposed are told."""
    asked: list[str] = []

    def choose(name: str, words: str, suffix: str = ".docx") -> Path:
        asked.append(name)
        return out

    monkeypatch.setattr(page.exporting, "choose_path", choose)
    return asked


def agree(page: ReportsPage) -> BeforeExport:
    """Go on where the page says what is still open."""
    dialog = page.findChildren(BeforeExport)[-1]
    dialog.go_on.click()
    return dialog
