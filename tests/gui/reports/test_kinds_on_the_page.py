"""Every kind of report on the page: of the sample, and of a plan with nothing in it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.plan import Plan
from models.store.changes import Author
from models.store.database import create_database
from models.store.plans import save_plan
from models.store.units import save_units
from models.unit import Unit
from reports.kinds import KINDS
from tests.gui.reports.conftest import settle
from ui.pages.reports.page import ReportsPage
from ui.session import Session
from ui.texts import report_kind_word
from ui.widgets.fields import ChoiceField

AUTHOR = Author("Ai đó")


def show(page: ReportsPage, kind: str, qtbot: QtBot) -> str:
    field = page.side.form.fields["kind"]
    assert isinstance(field, ChoiceField)
    if field.value() != kind:
        field.choose(kind)
        settle(page, qtbot)
    assert page.draft is not None
    assert page.draft.order.kind == kind
    return page.preview.view.toPlainText()


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_kind_is_shown_with_its_parts_and_its_figures(page: ReportsPage, kind: str, qtbot: QtBot) -> None:
    text = show(page, kind, qtbot)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert page.side.outline.topLevelItemCount() > 0
    assert page.preview._figures
    assert page.side.form.fields["period"].isEnabled() == KINDS[kind].takes_period
    assert page.side.form.fields["unit"].isEnabled() == KINDS[kind].takes_unit


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_kind_is_shown_for_a_plan_with_nothing_in_it(
    session: Session, kind: str, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "trống.cchc"
    db = create_database(path)
    save_units(db, [Unit("A", "Xã Một")], AUTHOR)
    save_plan(db, Plan("KH", 2025, "Kế hoạch cải cách hành chính năm 2025", "A"), AUTHOR)
    db.close()
    session.open(path)
    said: list[object] = []
    session.said.connect(said.append)
    session.set_view(ReportsPage.view)
    page = ReportsPage(session)
    qtbot.addWidget(page)
    page.show()
    page.refresh(None)
    settle(page, qtbot)
    text = show(page, kind, qtbot)
    assert "None" not in text
    assert "ỦY BAN NHÂN DÂN XÃ MỘT" in text
    assert said == []


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_kind_has_words_of_the_screen(kind: str) -> None:
    assert report_kind_word(kind, "?") != "?"


def test_the_last_kind_is_remembered(page: ReportsPage, session: Session, qtbot: QtBot) -> None:
    show(page, "notice", qtbot)
    assert session.settings.view("reports/kind") == "notice"
    another = ReportsPage(session)
    qtbot.addWidget(another)
    assert another.kind.code == "notice"
