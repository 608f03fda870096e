"""New plans: from ready sets, from another plan, from a document, in a file that has nothing yet."""

from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from models.store.database import create_database
from models.store.groups import groups
from models.store.indicators import indicators
from models.store.plans import plans
from models.store.tasks import tasks
from models.store.units import units
from ui.frame.main_window import MainWindow
from ui.frame.no_plan import NoPlan
from ui.pages.plans.new_plan import ONE_STOP, NewPlanDialog, Way
from ui.pages.plans.page import PlansPage
from ui.plan_sets import plan_sets
from ui.session import Session
from ui.widgets.fields import ChoiceField, TypedField

PLAN = "KH-2023"


def dialog_of(page: object) -> NewPlanDialog:
    found: list[NewPlanDialog] = page.findChildren(NewPlanDialog)  # type: ignore[attr-defined]
    return found[-1]


def accept(dialog: NewPlanDialog) -> None:
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def type_into(dialog: NewPlanDialog, key: str, text: str) -> None:
    field = dialog.form.fields[key]
    assert isinstance(field, TypedField)
    field.set_text(text)
    field.commit()


def test_a_plan_begins_with_the_sets_that_are_ticked(page: PlansPage, session: Session) -> None:
    page.head.new_button.click()
    dialog = dialog_of(page)
    dialog.ways[Way.SETS].setChecked(True)
    dialog.sets["decision-766"].setChecked(True)
    dialog.sets[ONE_STOP].setChecked(True)
    accept(dialog)
    assert session.plan.code == "KH-2024"
    wanted = [one.code for each in plan_sets() if each.code != "indices" for one in each.indicators]
    assert [each.code for each in indicators(session.db, "KH-2024")][: len(wanted)] == wanted
    assert len(groups(session.db, "KH-2024")) == 1
    session.undo.undo()
    assert [each.code for each in plans(session.db)] == [PLAN]


def test_sets_without_a_tick_are_asked_for(page: PlansPage, session: Session) -> None:
    page.head.new_button.click()
    dialog = dialog_of(page)
    dialog.ways[Way.SETS].setChecked(True)
    for box in dialog.sets.values():
        box.setChecked(False)
    accept(dialog)
    assert dialog.message.text()
    assert [each.code for each in plans(session.db)] == [PLAN]
    dialog.reject()


def test_a_plan_that_follows_another_has_its_tasks_a_year_later(page: PlansPage, session: Session) -> None:
    page.head.new_button.click()
    dialog = dialog_of(page)
    assert dialog.ways[Way.COPY].isChecked()
    accept(dialog)
    old, new = tasks(session.db, PLAN), tasks(session.db, "KH-2024")
    assert [(each.code, each.done_on) for each in new] == [(each.code, None) for each in old]
    assert {each.due.year for each in new if each.due} == {2024}
    assert page.head.version.text() == "Version 1, being drafted"


def test_a_plan_taken_back_and_made_again_is_the_one_looked_at(page: PlansPage, session: Session) -> None:
    page.creating.ask(Way.COPY)
    accept(dialog_of(page))
    looked_at = []
    for step in (session.undo.undo, session.undo.redo):
        step()
        page.refresh(None)
        looked_at.append((session.plan.code, session.period.year))
    assert looked_at == [("KH-2023", 2023), ("KH-2024", 2024)]


def test_after_a_plan_is_deleted_the_year_is_that_of_the_plan_that_is_left(page: PlansPage, session: Session) -> None:
    page.creating.ask(Way.COPY)
    accept(dialog_of(page))
    session.set_plan("KH-2023")
    page.refresh(None)
    page.head.delete.trigger()
    assert (session.plan.code, session.period.year) == ("KH-2024", 2024)
    session.undo.undo()
    assert (session.plan.code, session.period.year) == ("KH-2023", 2023)


def test_a_plan_from_its_document_opens_the_panel_of_drafting(page: PlansPage, session: Session, qtbot: QtBot) -> None:
    page.head.new_button.click()
    dialog = dialog_of(page)
    dialog.ways[Way.TEXT].setChecked(True)
    accept(dialog)
    page.refresh(None)
    assert indicators(session.db, "KH-2024") == []
    qtbot.waitUntil(lambda: page.drafting.panel.isVisible())


def test_the_first_plan_of_a_file_makes_its_office_too(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    # GIVEN a file in which nothing is
    create_database(tmp_path / "mới.cchc").close()
    session = window.session
    session.open(tmp_path / "mới.cchc")
    window.show_page("plans")
    note = window.stack.currentWidget()
    assert isinstance(note, NoPlan)
    # WHEN a plan is asked for without saying whose
    note.ask("sets")
    dialog = dialog_of(note)
    accept(dialog)
    assert dialog.form.fields["office"].message.text()
    # THEN it is refused beside the field, and made when the office is named
    type_into(dialog, "office", "UBND huyện Nam Giang")
    type_into(dialog, "year", "2023")
    accept(dialog)
    assert [(each.code, each.name) for each in units(session.db)] == [("NAMGIANG", "UBND huyện Nam Giang")]
    assert (session.plan.code, session.plan.unit) == (PLAN, "NAMGIANG")
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.page("plans"))
    assert len(indicators(session.db, PLAN)) == len(plan_sets()[0].indicators)


def test_the_office_of_a_new_plan_is_chosen_among_the_units(page: PlansPage, session: Session) -> None:
    page.head.new_button.click()
    dialog = dialog_of(page)
    office = dialog.form.fields["office"]
    assert isinstance(office, ChoiceField)
    office.choose("CADY")
    dialog.ways[Way.EMPTY].setChecked(True)
    accept(dialog)
    assert (session.plan.unit, indicators(session.db, session.plan.code)) == ("CADY", [])
