"""The page of the plan on the sample."""

import pytest
from pytestqt.qtbot import QtBot

from ui.pages.plans.page import PlansPage
from ui.session import Session


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> PlansPage:
    """The page as a window of 1366 x 688 shows it."""
    session.set_view(PlansPage.view)
    made = PlansPage(session)
    qtbot.addWidget(made)
    made.resize(1186, 594)
    made.show()
    made.refresh(None)
    return made
