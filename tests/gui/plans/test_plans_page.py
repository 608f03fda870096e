"""The page of plans: what is typed is kept, what is wrong is refused beside it, everything can be taken back."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from models.measure import Operator, Target
from models.period import read_period
from models.plan import Plan
from models.store.days_off import days_off
from models.store.dispatches import dispatch
from models.store.indicators import assignments, indicator, indicators
from models.store.plans import grades, legal_bases, plan, window_settings
from models.store.tasks import tasks
from models.workdays import Calendar, DayOff
from tests.sample import COUNTS, TARGETS
from ui.pages.plans.indicator_table import CODE, LEAD, TARGET
from ui.pages.plans.new_plan import NewPlanDialog
from ui.pages.plans.page import PlansPage
from ui.pages.plans.record_tabs import WindowRow, window_rows
from ui.session import Session
from ui.theme import theme
from ui.widgets.fields import ChoiceField, TypedField

PLAN = "KH-2023"
INDICATORS = TARGETS + COUNTS


def type_into(page: PlansPage, key: str, text: str) -> None:
    field = page.indicators_tab.form.fields[key]
    assert isinstance(field, TypedField)
    field.setFocus()
    field.set_text(text)
    field.commit()


def shown(page: PlansPage, code: str, column: int) -> str:
    model = page.indicators_tab.model
    return str(model.index(model.row_of(code), column).data())


def cell(page: PlansPage, unit: str | None, code: str) -> QModelIndex:
    model = page.assignments_tab.model
    places = ((row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
    for row, column in places:
        found = model.place(model.index(row, column))
        if found is not None and (found[1], found[0].code) == (unit, code):
            return model.index(row, column)
    raise AssertionError(code)


def test_targets_read_as_in_the_plan(page: PlansPage) -> None:
    assert shown(page, "TTHC-01", TARGET) == "≥ 65%"
    assert shown(page, "CQS-01", TARGET) == "= 100%"
    assert shown(page, "CS-01", TARGET).endswith("Khá")
    assert "2022" in shown(page, "CS-02", TARGET)


def test_models_keep_the_rules_of_item_models(page: PlansPage) -> None:
    for model in (page.indicators_tab.model, page.assignments_tab.model, page.bases.model, page.tasks.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.refresh(None)


def test_a_target_typed_in_its_cell_is_kept(page: PlansPage, session: Session, qtbot: QtBot) -> None:
    # GIVEN the cursor on the target of TTHC-01
    view, model = page.indicators_tab.view, page.indicators_tab.model
    view.setFocus()
    view.setCurrentIndex(model.index(model.row_of("TTHC-01"), TARGET))
    # WHEN a number is typed over it
    QTest.keyClick(view, Qt.Key.Key_7)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_0)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.indicators_tab.view.currentIndex().row() == model.row_of("TTHC-02"))
    # THEN it stands in the file with the operator it had, and undo takes it back
    assert indicator(session.db, PLAN, "TTHC-01").target == Target(Operator.AT_LEAST, Decimal(70))
    assert shown(page, "TTHC-01", TARGET) == "≥ 70%"
    session.undo.undo()
    assert indicator(session.db, PLAN, "TTHC-01").target == Target(Operator.AT_LEAST, Decimal(65))


def test_a_wrong_target_is_refused_in_words(page: PlansPage, session: Session) -> None:
    model = page.indicators_tab.model
    assert not model.setData(model.index(model.row_of("TTHC-01"), TARGET), "nhiều")
    assert "nhiều" in page.indicators_tab.message.text()
    assert page.indicators_tab.message.isVisible()
    assert indicator(session.db, PLAN, "TTHC-01").target == Target(Operator.AT_LEAST, Decimal(65))


def test_every_indicators_target_reads_back_as_it_is_shown(page: PlansPage, session: Session) -> None:
    from ui.pages.plans.target_text import plan_target_text, read_target

    names = tuple(each.name for each in grades(session.db, PLAN))
    for each in indicators(session.db, PLAN):
        text = plan_target_text(each, each.target, 2023)
        assert read_target(text, each, names, None) == each.target, text


def test_a_field_of_the_form_is_kept_and_taken_back(page: PlansPage, session: Session) -> None:
    page.indicators_tab.select("TTHC-02")
    type_into(page, "lead", "Phòng  Nội vụ ")
    assert indicator(session.db, PLAN, "TTHC-02").lead == "Phòng Nội vụ"
    assert shown(page, "TTHC-02", LEAD) == "Phòng Nội vụ"
    session.undo.undo()
    assert indicator(session.db, PLAN, "TTHC-02").lead == "VP HĐND-UBND"


def test_a_taken_code_is_refused_beside_its_field(page: PlansPage, session: Session) -> None:
    page.indicators_tab.select("TTHC-02")
    type_into(page, "code", "TTHC-01")
    field = page.indicators_tab.form.fields["code"]
    assert field.message.isVisible()
    assert "TTHC-01" in field.message.text()
    assert indicator(session.db, PLAN, "TTHC-02").code == "TTHC-02"
    QTest.keyClick(field.editor, Qt.Key.Key_Escape)
    assert not field.message.isVisible()


def test_a_number_that_is_none_is_refused_beside_its_field(page: PlansPage, session: Session) -> None:
    page.indicators_tab.select("TTHC-01")
    type_into(page, "value", "sáu lăm")
    assert page.indicators_tab.form.fields["value"].message.isVisible()
    assert not page.may_leave()
    assert indicator(session.db, PLAN, "TTHC-01").target == Target(Operator.AT_LEAST, Decimal(65))


def test_an_indicator_is_added_moved_and_removed(page: PlansPage, session: Session) -> None:
    # GIVEN a new indicator below TTHC-02
    page.indicators_tab.select("TTHC-02")
    page.indicators_tab.add_button.click()
    codes = [each.code for each in indicators(session.db, PLAN)]
    new = codes[2]
    assert new not in ("TTHC-03", "TTHC-02")
    assert len(codes) == INDICATORS + 1
    # WHEN it goes up and is removed
    page.indicators_tab.select(new)
    page.indicators_tab.up_button.click()
    assert [each.code for each in indicators(session.db, PLAN)][1] == new
    page.indicators_tab.remove_button.click()
    # THEN it is gone, and three steps back it was never there
    assert len(indicators(session.db, PLAN)) == INDICATORS
    for _ in range(3):
        session.undo.undo()
    assert [each.code for each in indicators(session.db, PLAN)] == [each for each in codes if each != new]


def test_removing_and_taking_back_keeps_place_and_assignments(page: PlansPage, session: Session) -> None:
    before = indicators(session.db, PLAN), set(assignments(session.db, PLAN))
    page.indicators_tab.select("TTHC-01")
    page.indicators_tab.remove_button.click()
    assert len(indicators(session.db, PLAN)) == INDICATORS - 1
    session.undo.undo()
    assert (indicators(session.db, PLAN), set(assignments(session.db, PLAN))) == before


def test_a_parent_with_parts_is_not_removed(page: PlansPage, session: Session, qtbot: QtBot) -> None:
    page.indicators_tab.select("TTHC-03")
    with qtbot.waitSignal(session.said) as said:
        page.indicators_tab.remove_button.click()
    assert "TTHC-03.1" in said.args[0].text
    assert len(indicators(session.db, PLAN)) == INDICATORS


def test_a_kind_of_measure_with_figures_is_not_changed(page: PlansPage, session: Session) -> None:
    from models.measure import Kind

    page.indicators_tab.select("TTHC-01")
    field = page.indicators_tab.form.fields["kind"]
    assert isinstance(field, ChoiceField)
    field.setFocus()
    field.choose(Kind.COUNT)
    assert indicator(session.db, PLAN, "TTHC-01").kind is Kind.RATIO


def test_a_unit_gets_its_own_target_and_loses_it(page: PlansPage, session: Session) -> None:
    model = page.assignments_tab.model
    model.setData(cell(page, "CADY", "TTHC-01"), "60")
    own = [each for each in assignments(session.db, PLAN) if (each.unit, each.period.code) == ("CADY", "2023")]
    assert own[0].target == Target(Operator.AT_LEAST, Decimal(60))
    assert str(model.data(cell(page, "CADY", "TTHC-01"))) == "▾ ≥ 60%"
    model.setData(cell(page, "CADY", "TTHC-01"), "")
    kept = [each for each in assignments(session.db, PLAN) if (each.unit, each.period.code) == ("CADY", "2023")]
    assert kept[0].target is None
    assert str(model.data(cell(page, "CADY", "TTHC-01"))) == "≥ 65%"


def test_the_first_own_target_lets_nobody_else_off(page: PlansPage, session: Session) -> None:
    # GIVEN TTHC-02, which is given to nobody in particular
    assert not any(each.indicator == "TTHC-02" for each in assignments(session.db, PLAN))
    # WHEN one commune gets a target of its own
    page.assignments_tab.model.setData(cell(page, "ZUOIH", "TTHC-02"), "40%")
    # THEN all thirteen are still asked, and undo gives it to nobody in particular again
    given = [each for each in assignments(session.db, PLAN) if each.indicator == "TTHC-02"]
    assert len({each.unit for each in given}) == 13
    assert [each.unit for each in given if each.target] == ["ZUOIH"]
    session.undo.undo()
    assert not any(each.indicator == "TTHC-02" for each in assignments(session.db, PLAN))


def test_a_quarters_target_belongs_to_that_quarter(page: PlansPage, session: Session) -> None:
    tab = page.assignments_tab
    tab.periods.setCurrentIndex(1)
    tab.periods.activated.emit(1)
    assert str(tab.model.data(cell(page, "THANHMY", "TTHC-01"))) == "≥ 65%"
    tab.model.setData(cell(page, None, "CQS-03"), "35")
    made = [each for each in assignments(session.db, PLAN) if each.unit is None]
    assert [(each.indicator, each.period.code) for each in made] == [("CQS-03", "2023-Q1")]
    assert indicator(session.db, PLAN, "CQS-03").target == Target(Operator.AT_LEAST, Decimal(60))


def test_the_only_unit_of_an_indicator_is_not_let_off(page: PlansPage, session: Session) -> None:
    tab = page.assignments_tab
    page.tabs.setCurrentWidget(tab)
    tab.view.setCurrentIndex(cell(page, "NAMGIANG", "CS-01"))
    tab.toggle_button.click()
    assert tab.message.isVisible()
    assert any(each.unit == "NAMGIANG" and each.indicator == "CS-01" for each in assignments(session.db, PLAN))


def test_a_unit_is_let_off_and_asked_again(page: PlansPage, session: Session) -> None:
    tab = page.assignments_tab
    tab.view.setCurrentIndex(cell(page, "ZUOIH", "TTHC-03.1"))
    tab.toggle_button.click()
    asked = {each.unit for each in assignments(session.db, PLAN) if each.indicator == "TTHC-03.1"}
    assert len(asked) == 12
    assert "ZUOIH" not in asked
    tab.view.setCurrentIndex(cell(page, "ZUOIH", "TTHC-03.1"))
    tab.toggle_button.click()
    assert "ZUOIH" in {each.unit for each in assignments(session.db, PLAN) if each.indicator == "TTHC-03.1"}


def test_legal_bases_are_added_typed_moved_and_taken_back(page: PlansPage, session: Session) -> None:
    before = legal_bases(session.db, PLAN)
    page.tabs.setCurrentWidget(page.bases)
    page.bases.add_button.click()
    model = page.bases.model
    model.setData(model.index(3, 0), "Quyết định")
    model.setData(model.index(3, 2), "15/3/2023")
    found = legal_bases(session.db, PLAN)[3]
    assert (found.kind, str(found.day)) == ("Quyết định", "2023-03-15")
    assert not model.setData(model.index(3, 2), "31/2/2023")
    assert "31/2/2023" in page.bases.message.text()
    page.bases.view.setCurrentIndex(model.index(3, 0))
    page.bases.up_button.click()
    assert legal_bases(session.db, PLAN)[2] == found
    while session.undo.canUndo():
        session.undo.undo()
    assert legal_bases(session.db, PLAN) == before


def test_two_tasks_cannot_share_a_code(page: PlansPage, session: Session) -> None:
    model = page.tasks.model
    model.setData(model.index(1, 0), "NV-01")
    assert page.tasks.message.text()
    assert [each.code for each in tasks(session.db, PLAN)][1] == "NV-02"


def test_a_period_gets_days_of_its_own_and_loses_them(page: PlansPage, session: Session) -> None:
    model = page.periods_tab.windows.model
    place = next(n for n, row in enumerate(model.rows) if row.period == read_period("2023-H1"))
    model.setData(model.index(place, 3), "25/6/2023")
    own = {each.period.code: each for each in window_settings(session.db, PLAN)}
    assert str(own["2023-H1"].due) == "2023-06-25"
    model.setData(model.index(place, 3), "")
    assert "2023-H1" not in {each.period.code for each in window_settings(session.db, PLAN)}


def test_a_due_date_on_a_day_off_of_the_office_moves_and_is_still_the_rules(page: PlansPage) -> None:
    off = Calendar(off=frozenset({date(2023, 6, 20)}))
    rows = {row.period.code: row for row in window_rows(Plan("KH", 2023, "", "H"), [], off)}
    assert rows["2023-Q2"].window.due == date(2023, 6, 21)
    assert page.periods_tab.windows.origin(rows["2023-Q2"]) == page.periods_tab.windows.origin(rows["2023-Q1"])


def due_by_rule(page: PlansPage) -> date:
    rows: list[WindowRow] = page.periods_tab.windows.model.rows
    return next(row.rule.due for row in rows if row.period == read_period("2023-Q2"))


def test_the_offices_own_days_are_typed_and_move_what_is_due(page: PlansPage, session: Session) -> None:
    # GIVEN the list of the office's own days, empty as in the sample
    table, office, tuesday = page.periods_tab.days_off, session.plan.unit, date(2023, 6, 20)
    assert (days_off(session.db), due_by_rule(page)) == ([], tuesday)
    # WHEN a day is added
    table.add_button.click()
    # THEN it is a Sunday, which moves nothing, until another day is typed over it
    assert days_off(session.db, office) == [DayOff(office, date(2023, 1, 1))]
    table.model.setData(table.model.index(0, 0), "20/6/2023")
    table.model.setData(table.model.index(0, 2), " Nghỉ  bù ")
    assert days_off(session.db, office) == [DayOff(office, tuesday, note="Nghỉ bù")]
    assert due_by_rule(page) == date(2023, 6, 21)
    assert not session.windows.calendar.works_on(tuesday)
    # WHEN it is said to be worked, and then removed
    table.model.setData(table.model.index(0, 1), "w")
    assert not days_off(session.db, office)[0].is_off
    assert due_by_rule(page) == tuesday
    assert session.windows.calendar.works_on(tuesday)
    table.remove_button.click()
    # THEN nothing is left, and undo brings each step back
    assert days_off(session.db) == []
    session.undo.undo()
    session.undo.undo()
    assert days_off(session.db, office) == [DayOff(office, tuesday, note="Nghỉ bù")]
    assert not session.windows.calendar.works_on(tuesday)


def test_a_wrong_day_of_the_office_is_refused_in_words(page: PlansPage, session: Session) -> None:
    # GIVEN two days of the office
    table = page.periods_tab.days_off
    table.add_row()
    table.add_row()
    kept = days_off(session.db)
    assert [each.day for each in kept] == [date(2023, 1, 1), date(2023, 1, 8)]
    for column, typed, words in (
        (0, "31/6/2023", "31/6/2023"),
        (0, "", "empty"),
        (0, "20/6/2032", "far from 2023"),
        (0, "1/1/2023", "in the list already"),
        (1, "", "Type off or worked"),
        (1, "nửa ngày", "Type off or worked"),
    ):
        # WHEN something is typed that is no such day
        table.model.setData(table.model.index(1, column), typed)
        # THEN it is refused in words, and what was there stays
        assert words in table.message.text()
        assert days_off(session.db) == kept


def test_a_period_cannot_end_before_it_begins(page: PlansPage, session: Session) -> None:
    model = page.periods_tab.windows.model
    place = next(n for n, row in enumerate(model.rows) if row.period == read_period("2023-Q2"))
    model.setData(model.index(place, 2), "1/1/2023")
    assert page.periods_tab.windows.message.text()
    own = {each.period.code: each for each in window_settings(session.db, PLAN)}
    assert str(own["2023-Q2"].last) == "2023-06-14"


def test_the_plans_head_is_kept_its_code_included(page: PlansPage, session: Session) -> None:
    form = page.plan_tab.plan_form
    for key, text in (("number", "12/KH-UBND"), ("code", "KH-NG-2023")):
        field = form.fields[key]
        assert isinstance(field, TypedField)
        field.set_text(text)
        field.commit()
    assert session.plan.code == "KH-NG-2023"
    assert plan(session.db, "KH-NG-2023").number == "12/KH-UBND"
    assert len(indicators(session.db, "KH-NG-2023")) == INDICATORS
    session.undo.undo()
    assert session.plan.code == PLAN


def test_what_stands_around_reports_is_chosen_on_their_page(page: PlansPage, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.navigated) as led:
        page.plan_tab.reports_button.click()
    assert led.args[0] == "reports"


def test_a_grade_in_use_is_not_lost(page: PlansPage, session: Session) -> None:
    table = page.plan_tab.grades
    place = next(n for n, row in enumerate(table.model.rows) if row.name == "Khá")
    table.model.setData(table.model.index(place, 1), "Khá lắm")
    assert "Khá" in table.message.text()
    assert "Khá" in [each.name for each in grades(session.db, PLAN)]


def test_every_input_has_a_name_and_a_buddy(page: PlansPage) -> None:
    for form in (page.indicators_tab.form, page.plan_tab.plan_form):
        for key, field in form.fields.items():
            assert field.editor.accessibleName(), key
            assert form.labels[key].buddy() is field.editor, key


def test_the_cursor_stays_on_its_indicator(page: PlansPage, session: Session) -> None:
    page.reveal("CQS-02")
    page.refresh(None)
    current = page.indicators_tab.current()
    assert current is not None
    assert current.code == "CQS-02"
    assert shown(page, "CQS-02", CODE) == "CQS-02"


def test_copying_and_going_down_pass_over_the_headings_of_areas(page: PlansPage, session: Session) -> None:
    tab = page.indicators_tab
    last, first = tab.model.row_of("TTHC-04"), tab.model.row_of("CQS-01")
    assert first == last + 2
    tab.view.setCurrentIndex(tab.model.index(last, TARGET))
    tab.view.go_down()
    assert tab.view.currentIndex().row() == first
    tab.view.copy_down()
    assert tab.model.index(first, TARGET).data() == tab.model.index(last, TARGET).data()


def test_a_draft_says_on_which_document_it_rests(page: PlansPage) -> None:
    assert page.head.about.toolTip().endswith("based on Kết luận hội nghị 16/2/2023")


def test_copy_down_and_paste_type_into_cells(page: PlansPage, session: Session) -> None:
    view, model = page.tasks.view, page.tasks.model
    page.tabs.setCurrentWidget(page.tasks)
    view.setFocus()
    view.setCurrentIndex(model.index(1, 4))
    QTest.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert tasks(session.db, PLAN)[1].lead == tasks(session.db, PLAN)[0].lead
    view.paste("Phòng A\t\n31/12/2023")
    view.setCurrentIndex(model.index(3, 6))
    view.paste("1/7/2023\n2/7/2023\n")
    assert [str(each.due) for each in tasks(session.db, PLAN)[3:]] == ["2023-07-01", "2023-07-02"]
    assert tasks(session.db, PLAN)[1].lead == "Phòng A"


def test_a_block_of_tasks_is_one_step_its_last_lines_are_new_ones(page: PlansPage, session: Session) -> None:
    view, model = page.tasks.view, page.tasks.model
    before = tasks(session.db, PLAN)
    view.setCurrentIndex(model.index(len(before) - 1, 2))
    view.paste("Kiểm tra\tBiên bản\tPhòng Nội vụ\nTập huấn\tDanh sách\tVăn phòng\n")
    after = tasks(session.db, PLAN)
    assert [(each.content, each.lead) for each in after[-2:]] == [
        ("Kiểm tra", "Phòng Nội vụ"),
        ("Tập huấn", "Văn phòng"),
    ]
    assert len(after) == len(before) + 1
    session.undo.undo()
    assert tasks(session.db, PLAN) == before


def test_of_a_block_with_a_wrong_cell_nothing_is_taken_in(page: PlansPage, session: Session) -> None:
    view, model = page.tasks.view, page.tasks.model
    before = tasks(session.db, PLAN)
    view.setCurrentIndex(model.index(0, 5))
    view.paste("Phòng A\t1/2/2023\nPhòng B\thôm nào")
    assert tasks(session.db, PLAN) == before
    assert "line 2, Deadline" in page.tasks.message.text()


def test_how_far_a_task_is_is_typed_and_what_is_overdue_says_so(page: PlansPage, session: Session) -> None:
    model, progress, state = page.tasks.model, 7, 9
    assert model.index(1, state).data() == "overdue, 19 days"
    assert model.index(1, state).data(Qt.ItemDataRole.ForegroundRole) == theme().colour("warning_text")
    model.setData(model.index(1, progress), "40%")
    assert tasks(session.db, PLAN)[1].progress == 40
    model.setData(model.index(1, progress), "140")
    assert page.tasks.message.text()
    assert tasks(session.db, PLAN)[1].progress == 40
    model.setData(model.index(1, progress), "100")
    assert model.index(1, state).data() == "done"
    session.undo.undo()
    assert tasks(session.db, PLAN)[1].progress == 40


def test_delete_empties_a_cell(page: PlansPage, session: Session) -> None:
    page.tabs.setCurrentWidget(page.tasks)
    page.tasks.view.setFocus()
    page.tasks.view.setCurrentIndex(page.tasks.model.index(0, 8))
    QTest.keyClick(page.tasks.view, Qt.Key.Key_Delete)
    assert tasks(session.db, PLAN)[0].done_on is None


def test_a_new_plan_begins_with_what_the_last_one_asked(page: PlansPage, session: Session, qtbot: QtBot) -> None:
    # WHEN the dialog is accepted with another year
    page.head.new_button.click()
    dialog = page.findChild(NewPlanDialog)
    assert dialog is not None
    year = dialog.form.fields["year"]
    assert isinstance(year, TypedField)
    year.set_text("2025")
    year.commit()
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    # THEN its indicators, targets and own targets are those of 2023, for 2025
    assert session.plan.code == "KH-2025"
    assert session.plan.name == "Kế hoạch cải cách hành chính năm 2025"
    old = [(each.code, each.target, each.parent) for each in indicators(session.db, PLAN)]
    assert [(each.code, each.target, each.parent) for each in indicators(session.db, "KH-2025")] == old
    assert {each.period.year for each in assignments(session.db, "KH-2025")} == {2025}
    assert len(assignments(session.db, "KH-2025")) == len(assignments(session.db, PLAN))
    found = dispatch(session.db, session.plan.unit, "progress")
    assert found is not None
    assert found.symbol == "BC-UBND"


def test_a_new_plan_does_not_take_a_code_that_is_there(page: PlansPage, session: Session) -> None:
    page.head.new_button.click()
    dialog = page.findChild(NewPlanDialog)
    assert dialog is not None
    code = dialog.form.fields["code"]
    assert isinstance(code, TypedField)
    code.set_text(PLAN)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert code.message.text()
    assert [each.code for each in session.plans] == [PLAN]
    dialog.reject()


def test_clearing_a_quarters_target_lets_nobody_off(page: PlansPage, session: Session) -> None:
    tab = page.assignments_tab
    tab.periods.activated.emit(1)
    tab.model.setData(cell(page, "THANHMY", "TTHC-01"), "")
    asked = {each.unit for each in assignments(session.db, PLAN) if each.indicator == "TTHC-01"}
    assert len(asked) == 13
    assert "2023-Q1" not in {each.period.code for each in assignments(session.db, PLAN)}
    tab.model.setData(cell(page, "ZUOIH", "CS-01"), "Tốt")
    tab.model.setData(cell(page, "ZUOIH", "CS-01"), "")
    rows = [each for each in assignments(session.db, PLAN) if (each.indicator, each.unit) == ("CS-01", "ZUOIH")]
    assert [(each.period.code, each.target) for each in rows] == [("2023", None)]
