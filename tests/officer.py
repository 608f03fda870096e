"""The hands of somebody who sets a plan up in the window: its pages, dialogs and keys, nothing behind them."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QTableView, QWidget
from pytestqt.qtbot import QtBot

from models.measure import Kind
from models.period import Period
from models.progress import Figure
from models.store.figures import progress
from ui.frame.main_window import MainWindow
from ui.frame.no_plan import NoPlan
from ui.pages.entry.page import EntryPage
from ui.pages.plans.indicator_table import TARGET
from ui.pages.plans.new_plan import NewPlanDialog, Way
from ui.pages.plans.page import PlansPage
from ui.pages.start.page import WayButton
from ui.pages.units.page import UnitsPage
from ui.session import Session
from ui.widgets.fields import ChoiceField, TypedField
from ui.widgets.form import Form
from ui.widgets.period_picker import PeriodPopup
from ui.widgets.records import RecordTable

CONTROL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    """Return where a key goes now."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifiers)


def type_text(text: str) -> None:
    """Type a plain text letter by letter, each where the focus is then; Qt has no keys for letters with tones."""
    for letter in text:
        QTest.keyClicks(focused(), letter)


def words_of(page: QWidget) -> str:
    """Return all that the tables of a page say."""
    said = []
    for table in page.findChildren(QTableView):
        model = table.model()
        indexes = (model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
        said += [str(index.data()) for index in indexes]
    return " | ".join(said)


class Officer:
    """Begins on the page Bắt đầu. What a page refuses fails the test where it was typed."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    @property
    def session(self) -> Session:
        """The session of the window."""
        return self.window.session

    @property
    def plans(self) -> PlansPage:
        """The page Kế hoạch."""
        page = self.window.page("plans")
        assert isinstance(page, PlansPage)
        return page

    @property
    def entry(self) -> EntryPage:
        """The page Nhập số liệu."""
        page = self.window.page("entry")
        assert isinstance(page, EntryPage)
        return page

    # -- a new file

    def begin(self, way: Way) -> None:
        """Take a way to a new plan on the page Bắt đầu: the file is made, and its plan asked for."""
        button = self.window.stack.currentWidget().findChild(WayButton, way.value)
        assert button is not None
        button.click()
        self._dialog()

    def make_units(self, names: Sequence[str]) -> None:
        """Leave the plan for later, and make units of a list on the empty page Đơn vị."""
        self._dialog().reject()
        self._note().units.click()
        page = self.window.page("units")
        assert isinstance(page, UnitsPage)
        self._qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
        QGuiApplication.clipboard().setText("\n".join(names))
        QTest.keyClick(page.empty.list, Qt.Key.Key_V, CONTROL)
        page.empty.make.click()
        assert page.empty.complaint.text() == ""
        assert page.stack.currentWidget() is page.splitter
        self.window.show_page("plans")
        self._note().plan.click()

    def make_plan(self, year: int, *, office: str = "", way: Way, sets: Sequence[str] = ()) -> None:
        """Fill in what plan it is; office: whose, where the file has no units yet."""
        dialog = self._dialog()
        if office:
            self.fill(dialog.form, office=office)
        self.fill(dialog.form, year=str(year))
        dialog.ways[way].click()
        for code, box in dialog.sets.items():
            if way is Way.SETS and box.isChecked() != (code in sets):
                box.click()
        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
        self._qtbot.waitUntil(lambda: self.window.stack.currentWidget() is self.plans)

    def _note(self) -> NoPlan:
        note = self.window.stack.currentWidget()
        assert isinstance(note, NoPlan)
        return note

    def _dialog(self) -> NewPlanDialog:
        """Return the dialog that asks for the plan; one that was put away may be there a moment longer."""
        (dialog,) = (each for each in self._note().findChildren(NewPlanDialog) if each.isVisible())
        return dialog

    # -- the plan

    def fill(self, form: Form, **texts: str) -> None:
        """Type into fields of a form, each done before the next."""
        for key, text in texts.items():
            field = form.fields[key]
            assert isinstance(field, TypedField)
            field.set_text(text)
            assert field.commit(), field.message.text()

    def add_indicator(self, kind: Kind, code: str, name: str, target: str = "", **texts: str) -> None:
        """Add an indicator and fill in its card; its target is typed into the table."""
        tab = self.plans.indicators_tab
        tab.add_button.click()
        choice = tab.form.fields["kind"]
        assert isinstance(choice, ChoiceField)
        choice.choose(kind)
        self.fill(tab.form, name=name, code=code, **texts)
        if target:
            self.set_target(code, target)

    def set_target(self, code: str, text: str) -> None:
        """Type a target into the table of indicators."""
        tab = self.plans.indicators_tab
        tab.model.setData(tab.model.index(tab.model.row_of(code), TARGET), text)
        assert tab.message.text() == ""

    def add_rows(self, table: RecordTable, rows: Sequence[Sequence[str]]) -> None:
        """Add rows to a plain list of the plan, each pasted as a line of cells."""
        tabs = self.plans.tabs
        its = next(
            tab for tab in map(tabs.widget, range(tabs.count())) if tab and (tab is table or tab.isAncestorOf(table))
        )
        tabs.setCurrentWidget(its)
        for cells in rows:
            table.add_button.click()
            QGuiApplication.clipboard().setText("\t".join(cells))
            QTest.keyClick(table.view, Qt.Key.Key_V, CONTROL)
            assert table.message.text() == ""

    # -- figures

    def enter(self, period: Period, values: Mapping[str, Sequence[str]], unit: str | None = None) -> None:
        """Type results on the page of data entry: of each indicator its value, or numerator and denominator."""
        self.window.show_page("entry")
        page, bar = self.entry, self.window.context_bar
        bar.period.click()
        popup = bar.findChildren(PeriodPopup)[-1]  # one that was closed may be there a moment longer
        next(each for each in popup.buttons if each.period == period.last_quarter).click()
        if unit is not None:
            self.session.set_unit(unit)
        self._qtbot.waitUntil(lambda: page.form is not None and page.form.quarter == period.last_quarter)
        for code, texts in values.items():
            page.reveal(code)
            for text in texts:
                type_text(text)
                press(Qt.Key.Key_Return)
        assert page.may_leave()

    def explain(self, code: str, cause: str, remedy: str, responsible: str, due: str) -> None:
        """Write beside the form that is shown why a target was missed."""
        self.entry.reveal(code)
        fields = self.entry.panel.explanation
        parts = ((fields.cause, cause), (fields.remedy, remedy), (fields.responsible, responsible), (fields.due, due))
        for field, text in parts:
            field.set_text(text)
            assert field.commit(), field.message.text()

    def look(self, period: Period, on: date) -> dict[str, Figure]:
        """Look at a period as on a day, on the overview; return the plan's figures by code."""
        self.session.set_day(on)
        self.window.show_page("overview")
        self.session.set_period(period)
        found = progress(self.session.db, self.session.plan, period, on)
        return {each.indicator.code: each for each in found}

    def wait_until_said(self, *words: str) -> None:
        """Wait until the tables of the page that is shown say these words."""
        page = self.window.page(self.window.current)
        self._qtbot.waitUntil(lambda: all(each in words_of(page) for each in words))
