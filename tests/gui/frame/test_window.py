"""The frame: pages, context, bands, files, keys."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from models.period import Period, Span
from models.store.actuals import actual
from models.store.backup import copies
from models.store.changes import Changes
from models.store.database import create_database
from models.store.units import save_unit
from models.unit import Unit
from tests.sample import COUNTS, TARGETS
from ui.application import Application
from ui.frame.main_window import MainWindow
from ui.frame.no_plan import NoPlan
from ui.frame.status_bar import StatusBar
from ui.messages import Mood
from ui.pages.overview.page import OverviewPage
from ui.pages.plans.new_plan import NewPlanDialog
from ui.pages.start.page import StartPage
from ui.settings import sample_path
from ui.widgets.period_picker import PeriodPopup
from ui.widgets.unit_picker import CODE, UnitPopup

H1, Q2 = Period(2023, Span.H1), Period(2023, Span.Q2)


Start = Callable[[Path | None], Application]
# The off-screen platform says so of every popup.
opens_a_popup = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


def overview(window: MainWindow) -> OverviewPage:
    page = window.page("overview")
    assert isinstance(page, OverviewPage)
    return page


def a_change(window: MainWindow) -> None:
    """Type one more case for a commune's second quarter."""
    session = window.session
    found = actual(session.db, "TTHC-01", session.reporting_units()[1], Q2)
    assert found is not None
    assert found.numerator is not None
    session.record([replace(found, numerator=found.numerator + Decimal(1))], text="one more")


def test_the_window_opens_on_the_sample_s_overview_of_six_months(window: MainWindow) -> None:
    assert window.current == "overview"
    assert window.session.period == H1
    assert window.session.on == date(2023, 6, 19)
    assert window.context_bar.illustrative.isVisible()
    assert "Nam Giang 2023" in window.windowTitle()
    assert overview(window).table.model.rowCount() == TARGETS + COUNTS


def test_the_first_start_makes_and_opens_the_sample_and_says_so(start: Start) -> None:
    program = start(None)
    assert sample_path().exists()
    [band] = program.window.bands.bands()
    assert "số liệu minh họa" in band.message.text
    assert len(band.message.actions) == 2


def test_the_next_start_opens_the_file_of_last_time(start: Start, sample: Path) -> None:
    mine = sample.with_name("của tôi.cchc")
    sample.rename(mine)
    start(mine).close()
    assert start(None).session.path == mine


def test_a_page_of_quarters_shows_the_last_quarter_and_the_way_back_restores(window: MainWindow) -> None:
    window.show_page("entry")
    assert window.session.period == Q2
    assert window.session.unit in window.session.entering_units()
    window.session.step_period(1)
    assert window.session.period == Period(2023, Span.Q3)
    window.show_page("plans")
    assert window.session.period == Period(2023)
    window.show_page("overview")
    assert window.session.period == H1
    assert window.session.unit is None


def test_another_period_is_shown_by_bar_and_page(window: MainWindow) -> None:
    QTest.mouseClick(window.context_bar.later, Qt.MouseButton.LeftButton)
    assert window.session.period == Period(2023, Span.M9)
    assert window.context_bar.period.choice == "9 tháng 2023"
    assert window.context_bar.window_days.text() == "15/12/2022 – 14/9/2023"
    assert "9 tháng đầu năm 2023" in overview(window).head.title.text()


@opens_a_popup
def test_the_period_picker_shows_windows_and_due_dates_and_chooses(window: MainWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(window.context_bar.period, Qt.MouseButton.LeftButton)
    [popup] = window.findChildren(PeriodPopup)
    assert len(popup.buttons) == 7
    chosen = next(each for each in popup.buttons if each.isChecked())
    assert chosen.period == H1
    assert chosen.accessibleName() == "6 tháng 2023, 15/12/2022 – 14/6/2023, hạn 20/6/2023"
    other = next(each for each in popup.buttons if each.period == Q2)
    with qtbot.waitSignal(window.session.context_changed):
        QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert window.session.period == Q2


@opens_a_popup
def test_the_unit_picker_finds_without_tones(window: MainWindow) -> None:
    QTest.mouseClick(window.context_bar.unit, Qt.MouseButton.LeftButton)
    [popup] = window.findChildren(UnitPopup)
    QTest.keyClicks(popup.filter, "dac toi")
    assert popup.tree.currentIndex().data() == "Xã Đắc Tôi"
    code = popup.tree.currentIndex().data(CODE)
    QTest.keyClick(popup.filter, Qt.Key.Key_Return)
    assert window.session.unit == code
    assert window.context_bar.unit.choice == "Xã Đắc Tôi"


def test_keys_step_through_units_and_periods(window: MainWindow) -> None:
    session, control = window.session, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_PageDown, control)
    first = session.unit
    QTest.keyClick(window, Qt.Key.Key_PageUp, control)
    assert (first, session.unit) == (session.reporting_units()[0], None)
    QTest.keyClick(window, Qt.Key.Key_PageUp, control | Qt.KeyboardModifier.ShiftModifier)
    assert session.period == Period(2023, Span.Q1)


def test_back_and_forward_go_through_places_seen(window: MainWindow) -> None:
    window.show_page("plans")
    window.session.navigate("overview", period=Period(2023))
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.current == "plans"
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (window.current, window.session.period) == ("overview", H1)
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.current == "plans"


def test_every_page_of_the_rail_opens_by_its_key(window: MainWindow) -> None:
    for number, key in enumerate(("overview", "entry", "analysis", "plans", "units", "reports", "settings"), 1):
        QTest.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert window.current == key
        assert window.stack.currentWidget() is window.page(key)


def test_no_key_means_two_things(window: MainWindow) -> None:
    for key in ("overview", "entry", "analysis", "plans", "units", "reports", "settings"):
        window.show_page(key)
    local = (Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut)
    everywhere: list[str] = []
    here: list[str] = []
    for action in window.findChildren(QAction):
        keys = [each.toString() for each in action.shortcuts()]
        (here if action.shortcutContext() in local else everywhere).extend(keys)
    for shortcut in window.findChildren(QShortcut):
        (here if shortcut.context() in local else everywhere).append(shortcut.key().toString())
    assert len(everywhere) == len(set(everywhere))
    assert not set(everywhere) & set(here)


@pytest.mark.parametrize("key", ["overview", "entry", "analysis", "plans", "units"])
def test_a_page_begins_where_its_work_is(window: MainWindow, key: str, qtbot: QtBot) -> None:
    window.show_page("settings")
    window.show_page(key)
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), QAbstractItemView))


def test_every_control_has_a_name_for_screen_readers(window: MainWindow) -> None:
    controls = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
    for key in ("overview", "entry", "analysis", "plans", "units", "reports", "settings"):
        window.show_page(key)
        for control in window.findChildren(QWidget):
            if isinstance(control, controls) and not isinstance(control, QHeaderView) and control.isVisible():
                found = QAccessible.queryAccessibleInterface(control)
                assert found.text(QAccessible.Text.Name), (key, control, control.parent())


def test_every_button_of_the_frame_has_a_name_for_screen_readers(window: MainWindow) -> None:
    for button in (*window.findChildren(QPushButton), *window.findChildren(QToolButton)):
        if button.isVisible():
            named = button.accessibleName() or button.text() or button.toolTip()
            assert named, button


def test_a_change_is_shown_at_once_and_undone(window: MainWindow) -> None:
    page = overview(window)
    before = {each.indicator.code: each.numerator for each in page.figures}
    a_change(window)
    after = {each.indicator.code: each.numerator for each in page.figures}
    assert after["TTHC-01"] == (before["TTHC-01"] or 0) + 1
    window.session.undo.undo()
    assert {each.indicator.code: each.numerator for each in page.figures} == before
    window.session.undo.redo()
    assert {each.indicator.code: each.numerator for each in page.figures} == after


def test_a_hidden_page_reads_again_when_it_is_shown(window: MainWindow) -> None:
    page = overview(window)
    before = {each.indicator.code: each.numerator for each in page.figures}
    window.show_page("units")
    a_change(window)
    assert {each.indicator.code: each.numerator for each in page.figures} == before
    window.show_page("overview")
    assert {each.indicator.code: each.numerator for each in page.figures} != before


def test_the_first_change_of_a_day_keeps_one_copy(window: MainWindow, home: Path) -> None:
    folder, path = window.session.settings.backup_folder, window.session.path
    assert path is not None
    assert copies(folder, path) == []
    a_change(window)
    a_change(window)
    assert len(copies(folder, path)) == 1
    status = window.statusBar()
    assert isinstance(status, StatusBar)
    assert status.copied.isVisible()
    assert "đã lưu lúc" in status.saved.text()


def test_a_copy_is_restored_and_the_replaced_file_is_kept(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    session = window.session
    unit = session.reporting_units()[1]
    before = actual(session.db, "TTHC-01", unit, Q2)
    a_change(window)
    path = session.path
    assert path is not None
    monkeypatch.setattr(window.files, "_confirms", lambda copy, path: True)
    assert window.files.restore(window.files.copies()[0])
    assert actual(session.db, "TTHC-01", unit, Q2) == before
    assert len(list(path.parent.glob("*.cchc*"))) == 2


def test_a_damaged_file_is_refused_in_a_band_with_the_way_to_its_copy(window: MainWindow) -> None:
    a_change(window)
    path = window.session.path
    assert path is not None
    window.session.close()
    path.write_bytes(b"not a database at all" * 300)
    assert not window.files.open_path(path)
    band = window.bands.bands()[-1]
    assert band.message.mood == "error"
    assert [action.label for action in band.message.actions] == ["Mở bản sao lưu"]


def test_a_file_that_cannot_be_opened_leaves_the_open_one(window: MainWindow, tmp_path: Path) -> None:
    old = window.session.path
    assert not window.files.open_path(tmp_path / "không có.cchc")
    assert window.session.path == old
    assert len(window.bands.bands()) == 1


def test_without_a_file_the_start_page_stands_and_pages_are_off(window: MainWindow) -> None:
    window.session.close()
    start = window.stack.currentWidget()
    assert isinstance(start, StartPage)
    enabled = {action.data() for action in window.rail.actions() if action.data() and action.isEnabled()}
    assert enabled == {"settings"}
    QTest.mouseClick(start.sample, Qt.MouseButton.LeftButton)
    assert window.current == "overview"


def test_a_new_file_has_no_plan_and_says_so(window: MainWindow, tmp_path: Path) -> None:
    create_database(tmp_path / "mới.cchc").close()
    window.session.open(tmp_path / "mới.cchc")
    assert window.current == "overview"
    assert window.stack.currentWidget() is not window.page("overview")
    window.show_page("units")
    assert window.stack.currentWidget() is window.page("units")


def test_a_plan_is_built_from_nothing(window: MainWindow, tmp_path: Path) -> None:
    # GIVEN a new file
    create_database(tmp_path / "mới.cchc").close()
    window.session.open(tmp_path / "mới.cchc")
    window.show_page("plans")
    note = window.stack.currentWidget()
    assert isinstance(note, NoPlan)
    # THEN one way leads to the units
    QTest.mouseClick(note.units, Qt.MouseButton.LeftButton)
    assert window.current == "units"
    # WHEN there is a unit THEN the plan can be set up, as the unit's plan of this year
    save_unit(window.session.db, Unit("XA", "Xã Cà Dy"), window.session.author)
    window.session.announce(Changes(units=True))
    window.show_page("plans")
    assert not note.units.isVisible()
    QTest.mouseClick(note.plan, Qt.MouseButton.LeftButton)
    [dialog] = note.findChildren(NewPlanDialog)
    assert isinstance(dialog, NewPlanDialog)
    assert not dialog.models.isVisible()
    dialog.accept()
    assert window.session.plan.unit == "XA"
    assert window.session.plan.year == date.today().year
    assert window.stack.currentWidget() is window.page("plans")
    for key in ("overview", "entry", "reports"):
        window.show_page(key)
        assert window.stack.currentWidget() is window.page(key)
    assert window.bands.bands() == []


def test_the_file_menu_lists_recent_files(window: MainWindow, tmp_path: Path) -> None:
    first = window.session.path
    assert first is not None
    create_database(tmp_path / "mới.cchc").close()
    window.session.open(tmp_path / "mới.cchc")
    window.file_menu.fill()
    assert first.name in {action.text() for action in window.file_menu.findChildren(QAction)}


def test_language_and_theme_change_the_whole_window(start: Start, sample: Path, qtbot: QtBot) -> None:
    program = start(sample)
    program.window.show_page("settings")
    old = program.window
    program.settings["language"] = "en"
    program.settings["theme"] = "dark"
    program.session.looks_changed.emit()
    qtbot.waitUntil(lambda: program.window is not old)
    assert program.window.current == "settings"
    assert "Reform targets" in program.window.windowTitle()
    assert program.window.context_bar.period.choice == "Six months 2023"
    assert program.window.palette().window().color().lightness() < 60


def test_under_1280_the_rail_shows_icons_only(window: MainWindow) -> None:
    assert window.rail.width() > 100
    window.resize(1093, 614)
    assert window.rail.width() < 60


def test_a_long_name_in_the_bar_ends_in_an_ellipsis_and_leaves_room(window: MainWindow) -> None:
    bar, name = window.context_bar, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Nam Giang"
    bar.unit.set_choice(name)
    assert bar.unit.choice == name
    assert name in bar.unit.accessibleName()
    assert bar.unit.toolTip() == name
    assert bar.unit.minimumWidth() < 320


def test_where_the_bar_is_narrow_the_days_give_way(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.context_bar
    assert bar.window_days.isVisible()
    days = bar.window_days.text()
    bar.unit.set_choice("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân")
    window.resize(1024, 560)
    assert not bar.window_days.isVisible()
    assert bar.period.toolTip() == days
    parts = [bar.plan, bar.earlier, bar.period, bar.later, bar.unit, bar.illustrative]
    qtbot.waitUntil(lambda: all(a.geometry().right() < b.geometry().left() for a, b in pairwise(parts)))


def test_a_refused_write_says_why_and_leaves_no_step(window: MainWindow) -> None:
    from models.errors import KnownError

    def refused() -> Changes:
        raise KnownError("Ổ đĩa đã đầy.")

    assert window.session.write(refused, undo=refused) is None
    assert window.session.undo.count() == 0
    assert window.bands.bands()[-1].message.text == "Ổ đĩa đã đầy."


def test_a_change_is_kept_although_no_copy_can_be_made(window: MainWindow, home: Path) -> None:
    (home / "không phải thư mục").write_text("")
    window.session.settings["backup_folder"] = str(home / "không phải thư mục")
    before = window.session.undo.count()
    a_change(window)
    assert window.session.undo.count() == before + 1
    assert window.bands.bands()[-1].message.mood == "warning"


def test_a_file_in_a_cloud_folder_is_warned_of(window: MainWindow, tmp_path: Path) -> None:
    shared = tmp_path / "OneDrive" / "CCHC.cchc"
    shared.parent.mkdir()
    create_database(shared).close()
    assert window.files.open_path(shared)
    [band] = window.bands.bands()
    assert band.message.mood == "warning"


def test_the_last_copy_is_told_again_when_the_file_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    a_change(window)
    path = window.session.path
    assert path is not None
    window.session.close()
    window.files.open_path(path)
    status = window.statusBar()
    assert isinstance(status, StatusBar)
    qtbot.waitUntil(status.copied.isVisible)


def test_a_band_that_goes_gives_the_keyboard_back_to_the_page(window: MainWindow) -> None:
    window.show_page("entry")
    window.session.say(Mood.WARNING, "Tệp đang mở ở nơi khác.")
    close = window.bands.bands()[-1].findChildren(QToolButton)[-1]
    close.setFocus()
    assert window.focusWidget() is close
    QTest.keyClick(close, Qt.Key.Key_Space)
    page = window.page("entry")
    assert isinstance(focus := window.focusWidget(), QWidget)
    assert page.isAncestorOf(focus)
