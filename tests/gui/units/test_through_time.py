"""Units through time on the page: tree of a day, time line, what an event carries, the dialogs, undo, paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from models.exchange.making import create_sample
from models.period import read_period
from models.store.database import create_database
from models.store.reorganisations import is_locked
from models.store.reports import save_report
from models.store.unit_events import events
from models.store.units import unit_tree
from models.succession import all_events
from models.unit import EventKind, Unit, UnitEvent, UnitTree
from ui.language import use_language
from ui.pages.units.page import UnitsPage
from ui.pages.units.paper import units_printed
from ui.pages.units.reorganise.dialog import ReorganiseDialog
from ui.pages.units.reorganise.into import Part
from ui.pages.units.small_dialogs import Given, TwoFields
from ui.pages.units.timeline.lanes import lanes
from ui.pages.units.tree_model import CODE_ROLE
from ui.session import Session
from ui.settings import HOME_VARIABLE, Settings
from ui.widgets.fields import ChoiceField

DAY, EVE = date(2025, 7, 1), date(2025, 6, 30)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("merged") / "merged.cchc"
    create_sample(path, merged=True)
    return path


@pytest.fixture
def session(made: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A session on the sample with the merger, on the day after it, looking at the first six months of 2025."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    use_language("en")
    session = Session(Settings())
    session.open(Path(copy(made, tmp_path / "a.cchc")))
    session.set_day(date(2025, 7, 2))
    session.set_plan("KH-2025")
    session.set_period(read_period("2025-H1"))
    yield session
    session.close()


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> UnitsPage:
    session.set_view(UnitsPage.view)
    page = UnitsPage(session)
    qtbot.addWidget(page)
    page.resize(1186, 594)
    page.show()
    page.refresh(None)
    return page


def figures(page: UnitsPage, qtbot: QtBot, words: str = "Total before = total after") -> list[str]:
    """What the table of carried figures says, once it has been read."""
    table = page.side.event_panel.figures
    qtbot.waitUntil(lambda: table.sums.text().startswith(words), timeout=30_000)
    items = [table.table.itemAt(n) for n in range(table.table.count())]
    return [widget.text() for each in items if each and isinstance(widget := each.widget(), QLabel)]


def place_of(page: UnitsPage, code: str) -> int:
    return next(n for n, each in enumerate(page._events) if code in each.after)


# -- looking


def test_the_tree_of_a_day_says_where_units_come_from(page: UnitsPage) -> None:
    model = page.model
    root = model.index(0, 0)
    assert root.data() == "UBND TP. Đà Nẵng"
    assert [(model.index(n, 0, root).data(), model.index(n, 2, root).data()) for n in (0, 1)] == [
        ("Xã Thạnh Mỹ", "Change of name"),
        ("Xã Bến Giằng", "out of 3 units"),
    ]
    gone = model.index(0, 0, model.index(1, 0))
    assert (gone.data(), model.rowCount(gone)) == ("UBND huyện Nam Giang", 13)
    assert model.index(0, 2, model.index(1, 0)).data() == "30/6/2025"
    assert page.tree.isFirstColumnSpanned(0, gone)  # its end is said of the district already
    page.head.day.set_text("30/6/2025")
    page.head.day.commit()
    assert model.index(0, 0).data() == "UBND huyện Nam Giang"
    assert model.rowCount(model.index(0, 0)) == 13


def test_of_a_long_tree_the_first_level_is_open_and_what_is_looked_for(
    page: UnitsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.units.tree_view.MOST_OPEN", 1)
    page.refresh(None)
    tree, model = page.tree, page.model
    gone = model.index(1, 0)
    assert tree.isExpanded(model.index(0, 0))
    assert not tree.isExpanded(gone)
    page.search.setText("zuoih")
    found = model.find("ZUOIH")
    assert tree.currentIndex() == found
    assert tree.isExpanded(found.parent())
    assert tree.isFirstColumnSpanned(found.row(), found.parent())
    page.search.clear()
    assert tree.currentIndex().data(CODE_ROLE) == "ZUOIH"


def test_an_event_shows_what_it_carries_and_that_the_totals_agree(page: UnitsPage, qtbot: QtBot) -> None:
    page.select("BENGIANG")
    assert page.time_panel.view.chosen == place_of(page, "BENGIANG")
    assert page.side.event_panel.title.text() == "Merger: Xã Bến Giằng"
    cells = figures(page, qtbot)
    assert cells[3:6] == ["Xã Cà Dy", "288", "402"]
    assert cells[-3:] == ["Xã Bến Giằng", "620", "873"]
    assert page.side.event_panel.figures.sums.text().endswith("71,02% computed anew from the counts")


def test_the_switch_decides_what_stands_in_the_new_units_bar(page: UnitsPage, session: Session, qtbot: QtBot) -> None:
    page.select("BENGIANG")
    figures(page, qtbot)
    bars = {each.bar.code: each for each in page.time_panel.view._bars}
    assert (bars["CADY"].number, bars["BENGIANG"].number) == ("288/402", "")
    page.head.ways.button(1).click()
    assert session.context.units_today
    page.refresh(None)  # as the window does on another context
    page.select("BENGIANG")
    figures(page, qtbot)
    bars = {each.bar.code: each for each in page.time_panel.view._bars}
    assert bars["BENGIANG"].number == "620/873"


def test_arrow_keys_walk_from_event_to_event(page: UnitsPage) -> None:
    view = page.time_panel.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert page.side.event_panel.title.text() == "Change of name: Xã Thạnh Mỹ"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert page.side.event_panel.title.text() == "Merger: Xã Bến Giằng"
    assert view.accessibleDescription() == "Merger: Xã Bến Giằng"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert page.side.event_panel.title.text().startswith("End: UBND huyện Nam Giang")


def test_the_filter_finds_old_and_new_units_without_tones(page: UnitsPage) -> None:
    page.search.setText("ta po")
    assert [page._events[n].after for n in page.time_panel.view.order] == [("BENGIANG",)]
    assert page._code == "TAPOO"
    page.search.clear()
    assert len(page.time_panel.view.order) == 7


def test_a_click_on_a_bar_chooses_its_event_and_unit(page: UnitsPage) -> None:
    view = page.time_panel.view
    bar = next(each for each in view._bars if each.bar.code == "ZUOIH")
    place = view.mapFromScene(bar.sceneBoundingRect().center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert page.tree.currentIndex().data(CODE_ROLE) == "ZUOIH"
    assert page.side.event_panel.title.text() == "Merger: Xã Nam Giang"


# -- writing


def dialog_of(page: UnitsPage) -> ReorganiseDialog:
    page.head.reorganise_button.click()
    assert isinstance(page.dialog, ReorganiseDialog)
    return page.dialog


def test_units_are_merged_in_three_steps_and_back_again(page: UnitsPage, session: Session, qtbot: QtBot) -> None:
    before = unit_tree(session.db).units
    dialog = dialog_of(page)
    dialog.when.fields["day"].set_text("1/9/2025")  # type: ignore[attr-defined]
    dialog.when.fields["day"].commit()
    for code in ("XLADEE", "XLAEE"):
        dialog.old.check(code)
    name = dialog.into.merged.form.fields["name"]
    name.set_text("Xã La Êê Dêê")  # type: ignore[attr-defined]
    name.commit()
    dialog.next.click()
    dialog.next.click()
    assert dialog.check.sentences.text().splitlines() == [
        "Xã La Dêê ends on 31/8/2025.",
        "Xã La Êê ends on 31/8/2025.",
        "Xã La Êê Dêê (LAEEDEE) begins on 1/9/2025.",
    ]
    qtbot.waitUntil(lambda: dialog.check.figures.sums.text().startswith("Total before = total after"), timeout=30_000)
    dialog.next.click()
    tree = unit_tree(session.db)
    assert tree["LAEEDEE"] == Unit("LAEEDEE", "Xã La Êê Dêê", "xã", "DANANG", date(2025, 9, 1))
    assert tree["XLAEE"].succeeded_by == ("LAEEDEE",)
    assert page.side.event_panel.title.text() == "Merger: Xã La Êê Dêê"
    session.undo.undo()
    assert unit_tree(session.db).units == before
    session.undo.redo()
    assert "LAEEDEE" in unit_tree(session.db)


def test_a_unit_is_split_by_shares(page: UnitsPage, session: Session, qtbot: QtBot) -> None:
    dialog = dialog_of(page)
    dialog.kinds.button(1).click()
    dialog.old.check("XLADEE")
    dialog.old.check("BENGIANG")
    assert dialog.old.codes == ("BENGIANG",)
    parts = dialog.into.parts.table
    model = parts.model
    assert model.setData(model.index(0, 0), "Xã Cà Dy mới")
    assert model.setData(model.index(0, 2), "60%")
    assert model.setData(model.index(1, 0), "Xã Tà Bhing mới")
    assert model.setData(model.index(1, 2), "40")
    assert [each.code for each in model.rows if isinstance(each, Part)] == ["CADYMOI", "TABHINGMOI"]
    dialog.when.fields["day"].set_text("1/10/2025")  # type: ignore[attr-defined]
    dialog.when.fields["day"].commit()
    dialog.next.click()
    dialog.next.click()
    qtbot.waitUntil(lambda: dialog.check.figures.sums.text().startswith("Total before = total after"), timeout=30_000)
    dialog.next.click()
    split = events(session.db)[-1]
    assert (split.after, split.weights) == (("CADYMOI", "TABHINGMOI"), (60, 40))
    page.time_panel.view.choose(len(page._events) - 1)
    page._event_chosen(len(page._events) - 1)
    cells = figures(page, qtbot)
    assert cells[-6::3] == ["Xã Cà Dy mới (estimate)", "Xã Tà Bhing mới (estimate)"]
    assert [sum(map(int, cells[place::3])) for place in (-5, -4)] == [620, 873]


def test_what_cannot_be_is_said_and_not_written(page: UnitsPage, session: Session) -> None:
    dialog = dialog_of(page)
    dialog.old.check("XLADEE")
    dialog.next.click()
    dialog.next.click()
    assert "ít nhất hai đơn vị cũ" in dialog.check.problems.text()
    assert not dialog.next.isEnabled()
    dialog.cancel.click()
    assert len(events(session.db)) == 7


def test_what_only_the_trial_finds_is_said_too(
    page: UnitsPage, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_asked: object, _decided: object, _step: object) -> None:
        raise KnownError("Tệp đang được một phần mềm khác sử dụng.")

    monkeypatch.setattr("ui.pages.units.reorganise.dialog.try_carried", refuse)
    dialog = dialog_of(page)
    for code in ("XLADEE", "XLAEE"):
        dialog.old.check(code)
    dialog.into.merged.form.fields["into"].choose("XLAEE")  # type: ignore[attr-defined]
    dialog.next.click()
    dialog.next.click()
    qtbot.waitUntil(lambda: "phần mềm khác" in dialog.check.problems.text(), timeout=30_000)
    assert not dialog.next.isEnabled()
    dialog.cancel.click()


def test_down_leads_from_the_filter_to_what_it_leaves(page: UnitsPage) -> None:
    dialog = dialog_of(page)
    dialog.old.filter.setText("la ee")
    QTest.keyClick(dialog.old.filter, Qt.Key.Key_Down)
    QTest.keyClick(dialog.old.list, Qt.Key.Key_Space)
    assert dialog.old.codes == ("XLAEE",)
    dialog.old.filter.setText("la dee")
    assert dialog.old.caption.text() == "From: Xã La Êê"
    dialog.cancel.click()


def test_a_new_unit_is_offered_the_superior_of_the_day_and_any_other_unit(page: UnitsPage) -> None:
    dialog = dialog_of(page)
    dialog.old.check("XLAEE")
    above = dialog.into.merged.form.fields["superior"]
    assert isinstance(above, ChoiceField)
    assert above.value() == "DANANG"
    dialog._when_edited("day", date(2025, 6, 2))
    for code in ("XLAEE", "LAEE", "CHOCHUN"):
        dialog.old.check(code, code != "XLAEE")
    assert above.value() == "NAMGIANG"
    above.choose("CADY")
    dialog.old.check("DACTOI")
    assert above.value() == "CADY"
    dialog.cancel.click()


def test_rows_tell_own_reports_from_what_was_carried_over(page: UnitsPage, session: Session, qtbot: QtBot) -> None:
    session.set_period(read_period("2025-9M"))
    page.refresh(None)
    page.select("XDACPRING")
    assert figures(page, qtbot)[3::3] == [
        "Xã Đắc Pre",
        "Xã Đắc Pring (old)",
        "Xã Đắc Pring, its own reports",
        "Xã Đắc Pring, with what was carried over",
    ]


def test_an_event_is_taken_back_and_that_can_be_undone(page: UnitsPage, session: Session) -> None:
    page.writes.end(session.tree["XLAEE"], Given("Quyết định", date(2026, 1, 1)))
    page.refresh(None)
    page.time_panel.view.choose(len(page._events) - 1)
    page._show_event(page.time_panel.view.chosen)
    page.side.event_panel.take_back.click()
    assert unit_tree(session.db)["XLAEE"].valid_to is None
    assert len(events(session.db)) == 7
    session.undo.undo()
    assert unit_tree(session.db)["XLAEE"].valid_to == date(2025, 12, 31)
    assert len(events(session.db)) == 8


def test_an_event_whose_new_unit_has_reported_stays(page: UnitsPage, session: Session) -> None:
    page.select("BENGIANG")
    said: list[str] = []
    session.said.connect(lambda message: said.append(message.text))
    page.side.event_panel.take_back.click()
    assert len(events(session.db)) == 7
    assert any("Chưa xóa được đơn vị BENGIANG: còn" in words and "số liệu" in words for words in said)


def test_another_day_typed_into_the_table_takes_the_units_along(page: UnitsPage, session: Session) -> None:
    merger = next(each for each in page._told if each.after == ("XLAEE",))
    later = [replace(each, day=date(2025, 8, 1)) if each == merger else each for each in page._told]
    page._events_edited(later)
    tree = unit_tree(session.db)
    assert (tree["LAEE"].valid_to, tree["XLAEE"].valid_from) == (date(2025, 7, 31), date(2025, 8, 1))
    session.undo.undo()
    assert unit_tree(session.db)["LAEE"].valid_to == EVE


def test_units_come_under_another_superior(page: UnitsPage, session: Session) -> None:
    page.writes.add(Unit("KHAC", "UBND TP. khác", "thành phố"))
    page.refresh(None)
    dialog = dialog_of(page)
    dialog.kinds.button(2).click()
    dialog.old.check("XLAEE")
    field = dialog.into.above.form.fields["superior"]
    field.choose("KHAC")  # type: ignore[attr-defined]
    dialog.next.click()
    dialog.next.click()
    assert dialog.check.sentences.text().startswith(
        "Under UBND TP. khác from 2/7/2025: Xã La Êê.\nWhat a unit reported"
    )
    assert dialog.check.heading.isHidden()
    dialog.next.click()
    assert unit_tree(session.db).superior("XLAEE", date(2025, 7, 2)) == "KHAC"
    assert page.model.find("XLAEE").parent().data(CODE_ROLE) == "KHAC"
    panel = page.side.event_panel
    assert panel.title.text() == "Move: Xã La Êê"
    assert (panel.captions["after"].text(), panel.facts["after"].text()) == ("Under", "UBND TP. khác")
    assert panel.carried_part.isHidden()
    assert "stock goes along" in panel.rules.text()
    page.select("XLAEE")
    assert page.card.form.fields["first_superior"].editor.currentText() == "UBND TP. Đà Nẵng"  # type: ignore[attr-defined]
    assert page.card.moved.text() == "Under: the one it begins under; UBND TP. khác from 2/7/2025"
    page.select("XLADEE")
    assert page.card.moved.isHidden()


def fill(page: UnitsPage, text: str, day: str) -> None:
    dialog = page.dialog
    assert isinstance(dialog, TwoFields)
    for key, value in (("text", text), ("day", day)):
        dialog.form.fields[key].set_text(value)  # type: ignore[attr-defined]
    dialog._accept_clicked()


def test_a_unit_gets_another_name_from_a_day_on(page: UnitsPage, session: Session) -> None:
    page.select("XLAEE")
    page.side.rename_button.click()
    fill(page, "Phường La Êê", "1/1/2026")
    tree = unit_tree(session.db)
    assert (tree["XLAEE"].valid_to, tree["XLAEE"].succeeded_by) == (date(2025, 12, 31), ("LAEE2",))
    assert tree["LAEE2"] == Unit("LAEE2", "Phường La Êê", "xã", "DANANG", date(2026, 1, 1))
    session.undo.undo()
    assert "LAEE2" not in unit_tree(session.db)


def test_a_unit_ends_and_its_figures_stay(page: UnitsPage, session: Session) -> None:
    page.select("XLAEE")
    page.side.end_button.click()
    fill(page, "Quyết định", "1/1/2026")
    assert unit_tree(session.db)["XLAEE"].valid_to == date(2025, 12, 31)
    assert events(session.db)[-1] == UnitEvent(date(2026, 1, 1), EventKind.DISSOLVE, ("XLAEE",), (), "Quyết định")


def test_day_and_basis_of_an_event_are_mended_with_its_units(page: UnitsPage, session: Session) -> None:
    page.select("BENGIANG")
    page.side.event_panel.edit.click()
    fill(page, "Nghị quyết số 1", "2/7/2025")
    tree = unit_tree(session.db)
    assert (tree["BENGIANG"].valid_from, tree["CADY"].valid_to) == (date(2025, 7, 2), DAY)
    assert UnitEvent(
        date(2025, 7, 2), EventKind.MERGE, ("CADY", "TABHING", "TAPOO"), ("BENGIANG",), "Nghị quyết số 1"
    ) in (events(session.db))
    session.undo.undo()
    assert (tree := unit_tree(session.db))["BENGIANG"].valid_from == DAY
    assert tree["CADY"].valid_to == EVE


def test_an_event_that_a_report_rests_on_is_locked(page: UnitsPage, session: Session) -> None:
    save_report(
        session.db,
        plan="KH-2025",
        kind="progress",
        period=read_period("2025-Q3"),
        unit=None,
        asked_on=date(2025, 9, 20),
        path=Path("b.docx"),
        document=b"PK",
        author=session.author,
        is_issued=True,
    )
    page.refresh(None)
    page.select("BENGIANG")
    assert is_locked(session.db, page._events[place_of(page, "BENGIANG")])
    assert not page.side.event_panel.edit.isEnabled()


# -- an empty file, paper, large sets


def test_a_list_of_names_makes_the_first_units(page: UnitsPage, session: Session, tmp_path: Path) -> None:
    create_database(tmp_path / "leer.cchc").close()
    session.open(tmp_path / "leer.cchc")
    page.refresh(None)
    assert page.stack.currentWidget() is page.empty
    page.empty.make.click()
    assert "chưa có tên" in page.empty.complaint.text()
    page.empty.list.setPlainText("UBND huyện Nam Giang\nXã Cà Dy\nXã Đắc Tôi\tDT\n")
    page.empty.make.click()
    assert list(unit_tree(session.db).units.values()) == [
        Unit("NAMGIANG", "UBND huyện Nam Giang", "huyện"),
        Unit("CADY", "Xã Cà Dy", "xã", "NAMGIANG"),
        Unit("DT", "Xã Đắc Tôi", "xã", "NAMGIANG"),
    ]
    assert page.stack.currentWidget() is page.splitter
    session.undo.undo()
    assert unit_tree(session.db).units == {}


def test_units_and_events_are_printed_as_tables(page: UnitsPage, session: Session) -> None:
    tree = session.tree
    printed = units_printed(tree, page._events, DAY, session.on, "UBND")
    assert len(list(printed.lay_out())) == 2
    assert printed.file_name == "Units on 1-7-2025.pdf"


def test_large_sets_collapse_to_one_row_an_event() -> None:
    units = [Unit("T", "Tỉnh")]
    for n in range(100):
        units += [Unit(f"A{n}", f"Xã A{n}", "", "T", None, EVE, (f"M{n}",)) for n in (2 * n, 2 * n + 1)]
        units.append(Unit(f"M{2 * n}", f"Xã M{2 * n}", "", "T", DAY))
        units.append(Unit(f"M{2 * n + 1}", f"Xã M{2 * n + 1}", "", "T", DAY))
    tree = UnitTree(units)
    happened = all_events(units, [])
    found = lanes(tree, happened)
    assert len(found.events) == len(happened) == 200
    assert found.rows == 200
    assert {bar.code for bar in found.bars} == {""}


def test_bars_of_one_row_are_never_there_at_the_same_time(page: UnitsPage) -> None:
    happened = [
        UnitEvent(date(2024, 1, 1), EventKind.SPLIT, ("A",), ("A", "B", "C")),
        UnitEvent(date(2024, 6, 1), EventKind.MERGE, ("B", "D"), ("E",)),
        UnitEvent(date(2025, 1, 1), EventKind.RENAME, ("C",), ("F",)),
    ]
    begun, merged, named = (each.day for each in happened)
    eve = date(2024, 5, 31)
    units = [
        Unit("A", "A"),
        Unit("B", "B", valid_from=begun, valid_to=eve),
        Unit("C", "C", valid_from=begun, valid_to=date(2024, 12, 31)),
        Unit("D", "D", valid_to=eve),
        Unit("E", "E", valid_from=merged),
        Unit("F", "F", valid_from=named),
    ]
    found = lanes(UnitTree(units), happened)
    assert {bar.code for bar in found.bars} == set("ABCDEF")
    for one in found.bars:
        for other in found.bars:
            if one.code < other.code and abs(one.row - other.row) < 1:
                spans = [(each.first or date.min, each.last or date.max) for each in (one, other)]
                assert spans[0][1] < spans[1][0] or spans[1][1] < spans[0][0], (one, other)
    assert len(found.links) == 5
