"""The page on an empty plan, with the text of Nam Giang read into its panel."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.plan import Plan
from models.store.database import create_database
from models.store.plans import save_plan
from models.store.units import save_units
from models.unit import Unit
from tests.unit.models.drafting.nam_giang import TEXT
from ui.pages.plans.drafting.draft_table import DraftTable
from ui.pages.plans.page import PlansPage
from ui.session import Session

NEW = "KH-1"


@pytest.fixture
def empty_page(session: Session, tmp_path: Path, qtbot: QtBot) -> PlansPage:
    """The page on a new file: a district, and a plan of 2023 without any indicator."""
    path = tmp_path / "mới.cchc"
    db = create_database(path)
    save_units(db, [Unit("NG", "UBND huyện Nam Giang")], session.author)
    save_plan(db, Plan(NEW, 2023, "Kế hoạch", "NG"), session.author)
    db.close()
    session.open(path)
    session.set_view(PlansPage.view)
    made = PlansPage(session)
    qtbot.addWidget(made)
    made.resize(1186, 594)
    made.show()
    made.refresh(None)
    return made


@pytest.fixture
def paste(qtbot: QtBot) -> Callable[[PlansPage, str], DraftTable]:
    """Paste a text into the panel of a page, and wait until it was read."""

    def pasted(page: PlansPage, text: str) -> DraftTable:
        QGuiApplication.clipboard().setText(text)
        page.drafting.folding.open()
        page.drafting.panel.paste_button.click()
        wait_until_read(page, qtbot)
        return page.drafting.panel.table

    return pasted


@pytest.fixture
def table(empty_page: PlansPage, paste: Callable[[PlansPage, str], DraftTable]) -> DraftTable:
    """The proposals of Nam Giang's text for the empty plan."""
    return paste(empty_page, TEXT)


def wait_until_read(page: PlansPage, qtbot: QtBot) -> None:
    """Wait until nothing is being read any more and what was read is shown."""
    qtbot.waitUntil(lambda: not page.session.runner.is_busy and not page.drafting.is_reading, timeout=20_000)
