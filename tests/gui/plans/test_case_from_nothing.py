"""Trà Vinh's index of 2022 set up from nothing, in the window's own dialogs: plan, legal bases, targets, results."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from models.period import Period
from models.progress import Figure, State
from models.store.figures import progress
from models.store.indicators import indicators
from models.store.plans import legal_bases
from ui.files import Files
from ui.main_window import MainWindow
from ui.no_plan import NoPlan
from ui.pages.entry.page import EntryPage
from ui.pages.plans.indicator_table import TARGET
from ui.pages.plans.new_plan import NewPlanDialog
from ui.pages.plans.page import PlansPage
from ui.pages.plans.versions.issue_dialog import IssueDialog
from ui.session import Session
from ui.settings import Settings
from ui.widgets.fields import TypedField

BASES = (
    ("Chương trình", "12-CTr/TU", "26/3/2021"),
    ("Quyết định", "1850/QĐ-UBND", "06/9/2021"),
    ("Quyết định", "876/QĐ-BNV", "10/11/2022"),
)


@pytest.fixture
def window(looks: QApplication, home: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on no file at all: the page Bắt đầu."""
    session = Session(Settings())
    made = MainWindow()
    made.move_in(session)
    qtbot.addWidget(made)
    made.resize(1366, 688)
    with qtbot.waitExposed(made):
        made.show()
    made.show_start()
    yield made
    session.close()
    session.deleteLater()


def type_into(dialog: NewPlanDialog, key: str, text: str) -> None:
    field = dialog.form.fields[key]
    assert isinstance(field, TypedField)
    field.set_text(text)
    field.commit()


def figure(session: Session, code: str) -> Figure:
    found = progress(session.db, session.plan, Period(2022), session.on)
    return next(each for each in found if each.indicator.code == code)


def test_a_province_sets_up_its_index_without_a_workbook(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    session = window.session
    # GIVEN a place for the new file
    place = str(tmp_path / "Trà Vinh 2022.cchc")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (place, ""))
    # WHEN the way "from nothing" is taken, with the set of indices
    assert isinstance(window.files, Files)
    window.files.new_plan_file("sets")
    note = window.stack.currentWidget()
    assert isinstance(note, NoPlan)
    (dialog,) = note.findChildren(NewPlanDialog)
    type_into(dialog, "office", "UBND tỉnh Trà Vinh")
    type_into(dialog, "year", "2022")
    dialog.sets["six-areas"].setChecked(False)
    dialog.sets["indices"].setChecked(True)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    page = window.page("plans")
    assert isinstance(page, PlansPage)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is page)
    assert [each.code for each in indicators(session.db, "KH-2022")] == ["CSO-01", "CSO-02", "CSO-03", "CSO-04"]
    # AND its targets and legal bases are typed
    model = page.indicators_tab.model
    model.setData(model.index(model.row_of("CSO-01"), TARGET), "80")
    model.setData(model.index(model.row_of("CSO-02"), TARGET), "hơn năm trước")
    for row, basis in enumerate(BASES):
        page.bases.add_row()
        for column, text in enumerate(basis):
            page.bases.model.setData(page.bases.model.index(row, column), text)
    assert [each.number for each in legal_bases(session.db, "KH-2022")] == [number for _, number, _ in BASES]
    # AND the plan is issued
    page.head.step_button.click()
    (issue,) = page.findChildren(IssueDialog)
    issue.values["number"] = "97/KH-UBND"
    issue.issue_button.click()
    assert session.plan.number == "97/KH-UBND"
    # AND last year's rank and this year's results are entered
    _enter(window, qtbot, 2021, {"CSO-02": "52/63"})
    _enter(window, qtbot, 2022, {"CSO-01": "83", "CSO-02": "50/63"})
    # THEN the score is met by three points, and the rank is two places better
    score, rank = figure(session, "CSO-01"), figure(session, "CSO-02")
    assert (score.value, score.state, score.gap) == (83, State.MET, 3)
    assert (rank.value, rank.out_of, rank.state, rank.gap) == (50, 63, State.MET, 2)


def _enter(window: MainWindow, qtbot: QtBot, year: int, values: dict[str, str]) -> None:
    """Type results of a year's last quarter on the page of data entry."""
    session = window.session
    window.show_page("entry")
    page = window.page("entry")
    assert isinstance(page, EntryPage)
    session.set_period(Period(year))
    qtbot.waitUntil(lambda: page.form is not None and page.form.quarter.year == year)
    for code, text in values.items():
        page.reveal(code)
        page.grid.setFocus()
        QTest.keyClicks(page.grid, text[0])
        editor = QApplication.focusWidget()
        assert editor is not None
        QTest.keyClicks(editor, text[1:])
        QTest.keyClick(editor, Qt.Key.Key_Return)
