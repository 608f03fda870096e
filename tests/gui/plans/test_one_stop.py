"""The one-stop table is added from a dialog, by keyboard too, and everything can be taken back."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox
from pytestqt.qtbot import QtBot

from models.measure import Accumulation
from models.onestop import AREA, Role
from models.period import Period, quarter
from models.plan import Actual
from models.store.actuals import record
from models.store.changes import Author
from models.store.groups import add_one_stop, groups, members, remove_group
from models.store.indicators import assignments, indicators
from models.store.rules import rules
from ui.pages.plans.new_plan import NewPlanDialog
from ui.pages.plans.one_stop import OneStopDialog
from ui.pages.plans.page import PlansPage
from ui.session import Session
from ui.widgets.fields import ChoiceField

PLAN = "KH-2023"
AUTHOR = Author("Chuyên viên")
UNITS = ("PCM", "THANHMY", "CADY", "CHAVAL")


def asked(page: PlansPage) -> OneStopDialog:
    page.indicators_tab.table_button.click()
    return page.findChildren(OneStopDialog)[-1]


def press_add(dialog: OneStopDialog) -> None:
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def everything(session: Session) -> tuple[object, ...]:
    db = session.db
    return indicators(db, PLAN), rules(db, PLAN), members(db, PLAN), assignments(db, PLAN)


def fields(session: Session) -> list[str]:
    return [each.field for each in groups(session.db, PLAN)]


def test_named_fields_are_added_given_to_chosen_units_and_taken_back(page: PlansPage, session: Session) -> None:
    # GIVEN the dialog, with two fields named and two units ticked
    before, had = everything(session), fields(session)
    had_codes = {each.code for each in indicators(session.db, PLAN)}
    dialog = asked(page)
    dialog.by_field.setChecked(True)
    dialog.fields.setPlainText("thủy lợi\n\n  Xây dựng ")
    dialog.some.setChecked(True)
    for row in (0, 2):
        dialog.units.item(row).setCheckState(Qt.CheckState.Checked)
    assert "16" in dialog.sum.text()
    # WHEN it is agreed to
    press_add(dialog)
    # THEN both are there, shown, and given to those units only; undo takes all of it back and redo brings it again
    assert not dialog.isVisible()
    assert fields(session) == [*had, "Thủy lợi", "Xây dựng"]
    added = [each for each in indicators(session.db, PLAN) if each.code not in had_codes]
    assert page.indicators_tab.current() == added[0]
    given = {each.unit for each in assignments(session.db, PLAN) if each.indicator == added[0].code}
    assert given == {"PCM", "CADY"}
    after = everything(session)
    session.undo.undo()
    assert everything(session) == before
    session.undo.redo()
    assert everything(session) == after


def test_keys_alone_add_one_group_for_all_fields(page: PlansPage, session: Session, qtbot: QtBot) -> None:
    # GIVEN the dialog, opened by the key of its button
    had = fields(session)
    page.indicators_tab.table_button.setFocus()
    QTest.keyClick(page.indicators_tab.table_button, Qt.Key.Key_Space)
    dialog = page.findChildren(OneStopDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    # WHEN "once" is chosen and Enter pressed in the area
    QTest.keyClick(dialog.once, Qt.Key.Key_Space)
    dialog.area.setFocus()
    QTest.keyClick(dialog.area.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.area.editor, "Mot cua")
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    QTest.keyClick(button, Qt.Key.Key_Space)
    # THEN one more group is there, and it is asked of everybody
    assert fields(session) == [*had, ""]
    code = groups(session.db, PLAN)[-1].members[Role.ONLINE]
    assert not any(each.indicator == code for each in assignments(session.db, PLAN))
    assert {each.area for each in indicators(session.db, PLAN) if each.code == code} == {"Mot cua"}
    # AND it is not offered once more
    assert not asked(page).once.isEnabled()


def test_the_area_is_that_of_the_tables_there_are(page: PlansPage, session: Session) -> None:
    area = next(each.area for each in indicators(session.db, PLAN) if each.code == "MC1-04")
    assert asked(page).wish.area == area
    for group in groups(session.db, PLAN):
        for code in group.members.values():
            record(
                session.db, [Actual(code, unit, period) for unit in UNITS for period in Period(2023).quarters], AUTHOR
            )
        remove_group(session.db, PLAN, group.code, AUTHOR)
    page.refresh(None)
    assert asked(page).wish.area == AREA


def test_a_suggestion_is_added_to_the_list_once(page: PlansPage) -> None:
    dialog = asked(page)
    dialog.by_field.setChecked(True)
    button = next(each for each in dialog.suggestions if each.text() == "Xây dựng")
    assert button.isEnabled()
    button.click()
    assert dialog.wish.fields == ("Xây dựng",)
    assert not button.isEnabled()
    dialog.fields.clear()
    assert button.isEnabled()


@pytest.mark.parametrize("text, says", [("", "at least one field"), ("Xây dựng\nxây dựng", "hai lần")])
def test_what_cannot_be_added_is_said_in_the_dialog_and_nothing_is_kept(
    page: PlansPage, session: Session, text: str, says: str
) -> None:
    before = everything(session)
    dialog = asked(page)
    dialog.by_field.setChecked(True)
    dialog.fields.setPlainText(text)
    press_add(dialog)
    assert says in dialog.message.text()
    assert dialog.isVisible()
    assert everything(session) == before
    dialog.fields.setPlainText("Xây dựng")
    assert not dialog.message.isVisible()


def test_units_must_be_ticked_where_only_some_are_asked(page: PlansPage, session: Session) -> None:
    before = everything(session)
    dialog = asked(page)
    dialog.by_field.setChecked(True)
    dialog.fields.setPlainText("Xây dựng")
    dialog.some.setChecked(True)
    press_add(dialog)
    assert dialog.message.isVisible()
    assert everything(session) == before


def test_a_table_is_taken_out_whole_and_put_back_where_it_stood(page: PlansPage, session: Session) -> None:
    # GIVEN a table in the middle of the plan, given to one unit
    add_one_stop(session.db, PLAN, ["Xây dựng"], AUTHOR, units=["CADY"])
    page.refresh(None)
    code = next(each for each in groups(session.db, PLAN) if each.field == "Xây dựng").members[Role.LATE]
    before = everything(session)
    page.indicators_tab.select("TTHC-01")
    plain = page.indicators_tab.remove_button.text()
    page.indicators_tab.select(code)
    assert page.indicators_tab.remove_button.text() != plain
    # WHEN it is removed
    page.indicators_tab.remove_button.click()
    # THEN all of it is gone, and undo puts it back as it was
    assert "Xây dựng" not in fields(session)
    assert code not in {each.code for each in indicators(session.db, PLAN)}
    session.undo.undo()
    assert everything(session) == before


def test_a_table_with_figures_stays(page: PlansPage, session: Session, qtbot: QtBot) -> None:
    add_one_stop(session.db, PLAN, ["Xây dựng"], AUTHOR)
    code = groups(session.db, PLAN)[-1].members[Role.LATE]
    record(session.db, [Actual(code, "CADY", quarter(2023, 1), value=Decimal(1))], AUTHOR)
    page.refresh(None)
    page.indicators_tab.select(code)
    before = everything(session)
    with qtbot.waitSignal(session.said) as told:
        page.indicators_tab.remove_button.click()
    assert f"đã có số liệu của {code}" in told.args[0].text
    assert everything(session) == before


def test_a_new_plan_begins_with_the_tables_of_the_last(page: PlansPage, session: Session) -> None:
    add_one_stop(session.db, PLAN, ["Xây dựng"], AUTHOR)
    page.refresh(None)
    page.head.new_button.click()
    dialog = page.findChildren(NewPlanDialog)[-1]
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    QApplication.processEvents()
    old, new = (groups(session.db, each) for each in (PLAN, session.plan.code))
    assert session.plan.code != PLAN
    assert [(each.code, each.field, each.members) for each in new] == [
        (each.code, each.field, each.members) for each in old
    ]


def test_only_of_a_count_can_the_first_quarter_stand_for_the_year(page: PlansPage, session: Session) -> None:
    code = groups(session.db, PLAN)[0].members[Role.CARRIED]
    field = page.indicators_tab.form.fields["accumulation"]
    assert isinstance(field, ChoiceField)
    assert isinstance(field.editor, QComboBox)
    offered = {}
    for each in ("TTHC-01", code):
        page.indicators_tab.select(each)
        offered[each] = [field.editor.itemText(row) for row in range(field.editor.count())]
    assert [word for word in offered[code] if word not in offered["TTHC-01"]] == ["opening"]
    assert field.value() is Accumulation.OPENING


def test_every_button_of_the_bar_shows_its_whole_text(page: PlansPage, session: Session) -> None:
    page.indicators_tab.select(groups(session.db, PLAN)[0].members[Role.LATE])
    QApplication.processEvents()
    tab = page.indicators_tab
    for button in (tab.add_button, tab.child_button, tab.paste_button, tab.table_button, tab.remove_button):
        assert button.width() >= button.sizeHint().width(), button.text()


def test_the_dialog_fits_a_small_screen(page: PlansPage) -> None:
    page.resize(1093, 500)
    dialog = asked(page)
    dialog.by_field.setChecked(True)
    press_add(dialog)  # with a complaint
    QApplication.processEvents()
    assert dialog.minimumSizeHint().height() <= 540
    assert dialog.message.isVisible()
