"""The page of units: the tree of a day, a card that is typed into, and what cannot be taken away."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from models.store.changes import Author
from models.store.unit_events import events
from models.store.units import save_unit, unit_tree, units
from models.unit import EventKind, Unit
from ui.pages.units.page import UnitsPage
from ui.session import Session
from ui.widgets.fields import ChoiceField, TypedField


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> UnitsPage:
    session.set_view(UnitsPage.view)
    made = UnitsPage(session)
    qtbot.addWidget(made)
    made.resize(1186, 594)
    made.show()
    made.refresh(None)
    made.side.show_unit_tab()
    return made


def type_into(page: UnitsPage, key: str, text: str) -> None:
    field = page.card.form.fields[key]
    assert isinstance(field, TypedField)
    field.set_text(text)
    field.commit()


def names(page: UnitsPage) -> list[str]:
    """Every row that is shown, from the top down."""
    model = page.model

    def below(index: QModelIndex) -> Iterator[str]:
        for row in range(model.rowCount(index)):
            child = model.index(row, 0, index)
            yield str(child.data())
            yield from below(child)

    return list(below(QModelIndex()))


def test_the_tree_shows_everybody_under_the_district(page: UnitsPage) -> None:
    assert names(page)[:3] == ["UBND huyện Nam Giang", "Phòng chuyên môn", "Thị trấn Thạnh Mỹ"]
    assert len(names(page)) == 14


def test_the_tree_keeps_the_rules_of_item_models(page: UnitsPage) -> None:
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.refresh(None)
    page.search.setText("xa")
    page.search.setText("khong co don vi nao")
    page.search.clear()


def test_a_unit_is_found_without_tones(page: UnitsPage) -> None:
    page.search.setText("dac toi")
    assert names(page) == ["UBND huyện Nam Giang", "Xã Đắc Tôi"]
    assert page._code == "DACTOI"
    page.search.clear()
    assert len(names(page)) == 14


def test_a_unit_that_ceased_stands_below_on_later_days(page: UnitsPage, session: Session) -> None:
    page.select("CADY")
    type_into(page, "valid_to", "30/6/2025")
    assert unit_tree(session.db)["CADY"].valid_to == date(2025, 6, 30)
    assert "Xã Cà Dy" in names(page)[:5]
    page.day.set_text("1/7/2025")
    page.day.commit()
    assert names(page)[-1] == "Xã Cà Dy"
    assert len(names(page)) == 15
    heading = page.model.index(page.model.rowCount() - 1, 0)
    assert page.model.index(0, 2, heading).data().endswith("30/6/2025")


def test_a_code_is_changed_and_taken_back(page: UnitsPage, session: Session) -> None:
    page.select("PCM")
    type_into(page, "code", "PHONG")
    assert "PHONG" in unit_tree(session.db)
    assert page._code == "PHONG"
    session.undo.undo()
    assert "PCM" in unit_tree(session.db)


@pytest.mark.parametrize(
    "key, text, said",
    [
        ("code", "CADY", "CADY"),
        ("valid_from", "32/1/2020", "32/1/2020"),
        ("succeeded_by", "KHONGCO", "KHONGCO"),
        ("name", "  ", ""),
    ],
)
def test_wrong_input_is_refused_beside_its_field(
    page: UnitsPage, session: Session, key: str, text: str, said: str
) -> None:
    before = units(session.db)
    page.select("PCM")
    type_into(page, key, text)
    field = page.card.form.fields[key]
    assert field.message.isVisible()
    assert said in field.message.text()
    assert units(session.db) == before


def test_an_end_before_the_beginning_is_refused(page: UnitsPage, session: Session) -> None:
    page.select("PCM")
    type_into(page, "valid_from", "1/1/2023")
    type_into(page, "valid_to", "1/1/2022")
    assert page.card.form.fields["valid_to"].message.isVisible()
    assert unit_tree(session.db)["PCM"].valid_to is None


def test_nobody_stands_above_himself(page: UnitsPage, session: Session) -> None:
    page.select("NAMGIANG")
    field = page.card.form.fields["first_superior"]
    assert isinstance(field, ChoiceField)
    field.choose("CADY")
    assert field.message.isVisible()
    assert unit_tree(session.db)["NAMGIANG"].first_superior is None


def test_a_unit_in_use_is_not_removed(page: UnitsPage, session: Session) -> None:
    page.select("CADY")
    page.side.remove_button.click()
    assert page.message.isVisible()
    assert "CADY" in page.message.text()
    assert "CADY" in unit_tree(session.db)


def test_a_new_unit_is_added_removed_and_back(page: UnitsPage, session: Session) -> None:
    page.select("CADY")
    page.head.add_button.click()
    new = page._code
    assert unit_tree(session.db)[new] == Unit(new, unit_tree(session.db)[new].name, "xã", "NAMGIANG")
    page.side.remove_button.click()
    assert new not in unit_tree(session.db)
    session.undo.undo()
    assert new in unit_tree(session.db)


def test_history_tells_old_and_new(page: UnitsPage) -> None:
    page.select("ZUOIH")
    type_into(page, "name", "Xã Zuôih mới")
    line = page.past.list.item(0).text()
    assert "Xã Zuôih → Xã Zuôih mới" in line


def test_an_event_is_typed_and_taken_back(page: UnitsPage, session: Session) -> None:
    page.time_panel.show_table()
    page.events.add_button.click()
    model = page.events.model
    model.setData(model.index(0, 0), "1/7/2025")
    model.setData(model.index(0, 2), "cady, TABHING; tapoo")
    model.setData(model.index(0, 4), "Nghị quyết sắp xếp")
    found = events(session.db)
    assert (found[0].day, found[0].kind, found[0].before) == (
        date(2025, 7, 1),
        EventKind.MERGE,
        ("CADY", "TABHING", "TAPOO"),
    )
    assert not model.setData(model.index(0, 3), "KHONGCO")
    assert "KHONGCO" in page.events.message.text()
    while session.undo.canUndo():
        session.undo.undo()
    assert events(session.db) == []


def test_a_change_made_elsewhere_keeps_the_cursor(page: UnitsPage, session: Session) -> None:
    page.select("TAPOO")
    changes = save_unit(session.db, Unit("MOI", "Xã mới", "xã", "NAMGIANG"), Author("Ai đó"))
    session.announce(changes)
    page.refresh(changes)
    assert page._code == "TAPOO"
    assert "Xã mới" in names(page)


def test_every_input_has_a_name_and_a_buddy(page: UnitsPage) -> None:
    for key, field in page.card.form.fields.items():
        assert field.editor.accessibleName(), key
        assert page.card.form.labels[key].buddy() is field.editor, key


def test_the_width_of_the_tree_is_kept_on_this_machine(page: UnitsPage, session: Session, qtbot: QtBot) -> None:
    page.splitter.setSizes([300, 500, 370])
    page.splitter.splitterMoved.emit(300, 1)
    again = UnitsPage(session)
    qtbot.addWidget(again)
    again.resize(1186, 594)
    again.show()
    assert again.splitter.sizes()[0] == page.splitter.sizes()[0]
