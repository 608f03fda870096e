"""An index comes out after its year: it is typed for the year in any quarter's form, and explained there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from models.period import Period, Span
from models.plan import Actual, Explanation, ExplanationRequest
from models.progress import State
from models.store.actuals import record
from models.store.changes import Author
from models.store.explanations import explanation, save_explanation
from models.store.indicators import save_indicator
from models.store.locks import LockedError
from models.store.requests import ask
from models.store.submissions import submit
from tests.gui.entry.conftest import OFFICE_INDICATORS, Q2, Q4, Desk
from tests.gui.entry.test_entry_typing import enter
from ui.pages.entry.form import Column
from ui.session import Session

AN = Author("An")
YEAR, H1 = Period(2023), Period(2023, Span.H1)
SIPAS = "CS-02"


@pytest.fixture
def office(session: Session, desk_of: Callable[..., Desk]) -> Callable[[Period], Desk]:
    """The office's form of a quarter, opened in May of the year after, with an index that comes out in April."""
    for each in OFFICE_INDICATORS:
        save_indicator(session.db, replace(each, published_month=4) if each.code == SIPAS else each, AN, each.code)
    session.set_day(date(2024, 5, 10))

    def opened(quarter: Period) -> Desk:
        return desk_of("H", quarter)

    return opened


def fails(session: Session) -> None:
    session.announce(record(session.db, [Actual(SIPAS, "H", YEAR, value=Decimal(50))], AN))


@pytest.mark.parametrize("quarter", [Q2, Q4])
def test_an_index_that_fails_is_explained_for_the_year_in_the_form_in_which_it_is_typed(
    office: Callable[[Period], Desk], quarter: Period
) -> None:
    desk = office(quarter)
    form = desk.page.form
    assert form is not None
    assert form.figures[SIPAS].state is not State.MISSED
    enter(desk, SIPAS, "50", "value", Column.CUMULATIVE)
    desk.go(SIPAS, "value", Column.CUMULATIVE)
    assert desk.stored(SIPAS, YEAR, "H") is not None
    assert form.figures[SIPAS].state is State.MISSED
    panel = desk.page.panel
    assert panel.wanted.isVisible()
    panel.explanation.cause.set_text("Khảo sát ít")
    panel.explanation.cause.commit()
    kept = explanation(desk.session.db, SIPAS, "H", YEAR)
    assert kept is not None
    assert kept.cause == "Khảo sát ít"
    assert explanation(desk.session.db, SIPAS, "H", H1) is None


def test_before_it_is_there_a_quarter_says_that_it_is_not_due(office: Callable[[Period], Desk]) -> None:
    form = office(Q2).page.form
    assert form is not None
    assert form.figures[SIPAS].state is State.NOT_DUE
    assert not form.wants_explanation(form.figures[SIPAS].indicator)


def test_what_a_leader_asks_of_the_year_is_shown_in_any_form(
    session: Session, office: Callable[[Period], Desk]
) -> None:
    fails(session)
    ask(session.db, [ExplanationRequest(SIPAS, "H", YEAR, "Vì sao tụt?", date(2024, 5, 1))], AN)
    desk = office(Q2)
    desk.go(SIPAS, "value", Column.CUMULATIVE)
    assert "Vì sao tụt?" in desk.page.panel.explanation.asked.text()


def test_a_sent_form_does_not_lock_what_is_said_of_an_index_that_came_later(
    session: Session, office: Callable[[Period], Desk]
) -> None:
    submit(session.db, session.plan, "H", Q4, date(2023, 12, 20), AN)
    fails(session)
    desk = office(Q4)
    desk.go(SIPAS, "value", Column.CUMULATIVE)
    panel = desk.page.panel
    assert not panel.explanation.cause.editor.property("readOnly")
    panel.explanation.cause.set_text("Khảo sát ít")
    panel.explanation.cause.commit()
    assert explanation(session.db, SIPAS, "H", YEAR) is not None
    desk.go("CS-01", "value", Column.Q4)
    assert panel.explanation.cause.editor.property("readOnly")
    with pytest.raises(LockedError):
        save_explanation(session.db, Explanation("CS-01", "H", YEAR, "Muộn"), AN)
