"""Versions of a plan on its page: issued, corrected with a reason, replaced, compared, put away, deleted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from models.measure import Operator, Target
from models.period import read_period
from models.plan import BalanceRule, Grade, LegalBasis, Task
from models.store.changes import Author
from models.store.indicators import indicator
from models.store.plan_content import issue_plan, plan_content, replace_plan
from models.store.plan_corrections import corrections
from models.store.plans import legal_bases, plan, plans, window_settings
from models.store.tasks import save_tasks, tasks
from ui.messages import Message
from ui.pages.plans.indicator_table import LEAD, TARGET
from ui.pages.plans.page import PlansPage
from ui.pages.plans.versions.correcting import CorrectionDialog
from ui.pages.plans.versions.issue_dialog import IssueDialog
from ui.session import Session, View

PLAN, DRAFT = "KH-2023", "KH-2023-2"
AN = Author("An")
Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def issued(page: PlansPage, session: Session) -> PlansPage:
    """The sample's plan, issued on 16 February."""
    changes = session.write(lambda: issue_plan(session.db, PLAN, "12/KH-UBND", date(2023, 2, 16), AN))
    page.refresh(changes)
    return page


def opened(page: PlansPage, kind: type[Dialog], qtbot: QtBot) -> Dialog:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(kind)))
    return next(each for each in page.findChildren(kind) if each.isVisible())


def type_target(page: PlansPage, text: str) -> None:
    model = page.indicators_tab.model
    model.setData(model.index(model.row_of("TTHC-01"), TARGET), text)


def asked(session: Session, code: str) -> Decimal | None:
    target = indicator(session.db, code, "TTHC-01").target
    return target.value if target else None


def test_a_draft_is_issued_by_number_and_day_and_that_is_taken_back(
    page: PlansPage, session: Session, qtbot: QtBot
) -> None:
    # GIVEN the sample's plan, which is a draft
    assert page.head.step_button.text() == "Issue version 1"
    assert page.head.version.text() == "Version 1, being drafted"
    # WHEN it is issued
    page.head.step_button.click()
    dialog = opened(page, IssueDialog, qtbot)
    dialog.values |= {"number": "12/KH-UBND", "issued_on": date(2023, 2, 16)}
    dialog.issue_button.click()
    # THEN the head says so, and Ctrl+Z makes it a draft again
    assert plan(session.db, PLAN).issued_on == date(2023, 2, 16)
    assert page.head.version.text() == "Version 1, issued"
    assert page.head.step_button.text() == "New version"
    session.undo.undo()
    assert plan(session.db, PLAN).issued_on is None


def test_an_issue_day_before_the_replaced_version_is_refused_in_the_dialog(
    issued: PlansPage, session: Session, qtbot: QtBot
) -> None:
    issued.head.step_button.click()
    assert session.context.plan == DRAFT
    issued.refresh(None)
    issued.head.step_button.click()
    dialog = opened(issued, IssueDialog, qtbot)
    dialog.values["issued_on"] = date(2023, 1, 1)
    dialog.issue_button.click()
    assert dialog.isVisible()
    assert "16/2/2023" in dialog.message.text()
    assert plan(session.db, DRAFT).issued_on is None


def test_a_target_of_an_issued_plan_is_corrected_with_a_reason_that_is_kept(
    issued: PlansPage, session: Session, qtbot: QtBot
) -> None:
    # WHEN a target is typed over
    type_target(issued, "70")
    dialog = opened(issued, CorrectionDialog, qtbot)
    # THEN nothing is changed before it is said how, and a reason is needed
    assert asked(session, PLAN) == 65
    dialog.buttons.accepted.emit()
    assert dialog.message.text()
    dialog.reason.setPlainText("Gõ nhầm khi ban hành")
    dialog.buttons.accepted.emit()
    assert asked(session, PLAN) == 70
    (kept,) = corrections(session.db, PLAN)
    assert kept.reason == "Gõ nhầm khi ban hành"
    assert kept.content.endswith("≥ 65% → ≥ 70%")
    # AND the next change goes by the same reason, until the correction is ended
    type_target(issued, "71")
    assert [each.content[-13:] for each in corrections(session.db, PLAN)] == ["≥ 65% → ≥ 70%", "≥ 70% → ≥ 71%"]
    issued.correcting.bar.end_button.click()
    type_target(issued, "72")
    assert opened(issued, CorrectionDialog, qtbot).isVisible()
    assert asked(session, PLAN) == 71


def test_a_correction_taken_back_takes_its_reason_along(issued: PlansPage, session: Session, qtbot: QtBot) -> None:
    type_target(issued, "70")
    dialog = opened(issued, CorrectionDialog, qtbot)
    dialog.reason.setPlainText("Nhầm")
    dialog.buttons.accepted.emit()
    session.undo.undo()
    assert (asked(session, PLAN), corrections(session.db)) == (65, [])
    session.undo.redo()
    assert (asked(session, PLAN), len(corrections(session.db))) == (70, 1)


def test_a_change_given_up_leaves_all_as_it_was(issued: PlansPage, session: Session, qtbot: QtBot) -> None:
    type_target(issued, "70")
    opened(issued, CorrectionDialog, qtbot).reject()
    assert asked(session, PLAN) == 65
    model = issued.indicators_tab.model
    assert model.index(model.row_of("TTHC-01"), TARGET).data() == "≥ 65%"


def is_asking(page: PlansPage) -> bool:
    return any(each.isVisible() for each in page.findChildren(CorrectionDialog))


def say_why(page: PlansPage, qtbot: QtBot, reason: str = "Gõ nhầm") -> None:
    dialog = opened(page, CorrectionDialog, qtbot)
    dialog.reason.setPlainText(reason)
    dialog.buttons.accepted.emit()


def edit_lead(page: PlansPage) -> None:
    model = page.indicators_tab.model
    model.setData(model.index(model.row_of("TTHC-01"), LEAD), "Phòng Nội vụ")


def edit_task(page: PlansPage) -> None:
    page.tasks.edited.emit([replace(page.tasks.model.rows[0], product="Báo cáo"), *page.tasks.model.rows[1:]])


def edit_basis(page: PlansPage) -> None:
    page.bases.edited.emit([*page.bases.model.rows, LegalBasis(PLAN, "Quyết định", "1/QĐ", None, "UBND", "")])


def edit_window(page: PlansPage) -> None:
    view = page.periods_tab.windows.model
    view.setData(view.index(0, 2), "10/3/2023")


def edit_grades(page: PlansPage) -> None:
    page.plan_tab.grades.edited.emit([*page.plan_tab.grades.model.rows, Grade(PLAN, 9, "Kém")])


def edit_head(page: PlansPage) -> None:
    page.plan_tab.plan_edited.emit(page.session.plan, replace(page.session.plan, number="13/KH-UBND"), "number")


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (edit_lead, "chủ trì: "),
        (edit_task, "sản phẩm: "),
        (edit_basis, "thêm căn cứ 1/QĐ Quyết định"),
        (edit_window, "2023-Q1 quý I năm 2023 – đến ngày: 14/3/2023 → 10/3/2023"),
        (edit_grades, "thêm xếp loại Kém"),
        (edit_head, "số ký hiệu: 12/KH-UBND → 13/KH-UBND"),
    ],
)
def test_all_that_the_document_says_is_corrected_with_a_reason(
    issued: PlansPage, session: Session, qtbot: QtBot, edit: Callable[[PlansPage], None], told: str
) -> None:
    save_tasks(session.db, PLAN, [Task(PLAN, "NV-1", "", "Rà soát")], AN)
    issued.refresh(None)
    before = plan_content(session.db, PLAN)
    edit(issued)
    # nothing is changed before it is said why
    assert plan_content(session.db, PLAN) == before
    say_why(issued, qtbot)
    (kept,) = corrections(session.db, PLAN)
    assert kept.reason == "Gõ nhầm"
    assert told in kept.content
    after = plan_content(session.db, PLAN)
    assert after != before
    session.undo.undo()
    assert (plan_content(session.db, PLAN), corrections(session.db)) == (before, [])
    session.undo.redo()
    assert (plan_content(session.db, PLAN), len(corrections(session.db))) == (after, 1)


def do_a_task(page: PlansPage) -> None:
    row = page.tasks.model.rows[0]
    page.tasks.edited.emit([replace(row, progress=100, done_on=date(2023, 3, 1), note="Đã xong")])


def add_a_rule(page: PlansPage) -> None:
    page.rules_tab.rules_edited.emit([BalanceRule(PLAN, "R1", "TTHC-01.tử", "<=", "TTHC-01.mẫu")])


def put_away(page: PlansPage) -> None:
    page.head.archive.trigger()


@pytest.mark.parametrize("edit", [do_a_task, add_a_rule, put_away])
def test_what_goes_on_with_a_plan_is_no_correction_of_it(
    issued: PlansPage, session: Session, edit: Callable[[PlansPage], None]
) -> None:
    save_tasks(session.db, PLAN, [Task(PLAN, "NV-1", "", "Rà soát")], AN)
    issued.refresh(None)
    issued.correcting.reason = "Lý do đang dùng"
    edit(issued)
    assert not is_asking(issued)
    assert corrections(session.db) == []
    assert session.undo.canUndo()


def test_a_list_can_be_changed_in_a_new_version_instead(issued: PlansPage, session: Session, qtbot: QtBot) -> None:
    edit_basis(issued)
    dialog = opened(issued, CorrectionDialog, qtbot)
    dialog.by_version.setChecked(True)
    dialog.buttons.accepted.emit()
    assert [[each.number for each in legal_bases(session.db, code)][-1:] for code in (PLAN, DRAFT)][1] == ["1/QĐ"]
    assert "1/QĐ" not in [each.number for each in legal_bases(session.db, PLAN)]


def test_a_block_of_tasks_in_an_issued_plan_is_one_question_and_one_correction(
    issued: PlansPage, session: Session, qtbot: QtBot
) -> None:
    issued.tabs.setCurrentWidget(issued.tasks)
    issued.tasks.view.setCurrentIndex(issued.tasks.model.index(0, 3))
    issued.tasks.view.paste("Biên bản\tPhòng A\nDanh sách\tPhòng B")
    say_why(issued, qtbot)
    assert not is_asking(issued)
    assert [each.lead for each in tasks(session.db, PLAN)[:2]] == ["Phòng A", "Phòng B"]
    (kept,) = corrections(session.db, PLAN)
    assert "Phòng B" in kept.content


def test_a_row_added_after_the_question_has_the_cursor(issued: PlansPage, session: Session, qtbot: QtBot) -> None:
    count = len(legal_bases(session.db, PLAN))
    issued.tabs.setCurrentWidget(issued.bases)
    issued.bases.add_button.click()
    assert issued.bases.view.currentIndex().row() != count
    say_why(issued, qtbot)
    assert len(legal_bases(session.db, PLAN)) == count + 1
    assert (issued.bases.view.currentIndex().row(), issued.bases.view.currentIndex().column()) == (count, 0)


def test_number_and_day_of_issue_are_of_this_version_only(issued: PlansPage, qtbot: QtBot) -> None:
    edit_head(issued)
    assert not opened(issued, CorrectionDialog, qtbot).by_version.isEnabled()


def test_a_list_that_was_not_changed_after_all_shows_what_there_was(
    issued: PlansPage, session: Session, qtbot: QtBot
) -> None:
    before = window_settings(session.db, PLAN)
    edit_window(issued)
    opened(issued, CorrectionDialog, qtbot).reject()
    assert window_settings(session.db, PLAN) == before
    assert issued.periods_tab.windows.model.index(0, 2).data() == "14/3/2023"


def test_a_change_can_be_made_in_a_new_version_instead(issued: PlansPage, session: Session, qtbot: QtBot) -> None:
    type_target(issued, "70")
    dialog = opened(issued, CorrectionDialog, qtbot)
    dialog.by_version.setChecked(True)
    dialog.buttons.accepted.emit()
    assert (asked(session, PLAN), asked(session, DRAFT)) == (65, 70)
    assert session.context.plan == DRAFT
    assert corrections(session.db) == []


def test_other_pages_follow_the_version_in_force_at_the_periods_end(page: PlansPage, session: Session) -> None:
    changes = issue_plan(session.db, PLAN, "12/KH", date(2023, 2, 16), AN)
    changes |= replace_plan(session.db, PLAN, DRAFT, AN)
    session.announce(changes | issue_plan(session.db, DRAFT, "90/KH", date(2023, 8, 2), AN))
    session.set_plan(DRAFT)
    session.set_view(View())
    for period, code in (("2023-H1", PLAN), ("2023-9M", DRAFT), ("2023", DRAFT)):
        session.set_period(read_period(period))
        assert session.plan.code == code
    assert len(session.choice.offered(session.context, session.view)) == 1
    session.set_view(PlansPage.view)
    session.set_plan(PLAN)
    assert session.plan.code == PLAN
    assert len(session.choice.offered(session.context, session.view)) == 2


def test_versions_are_listed_compared_and_opened(issued: PlansPage, session: Session, qtbot: QtBot) -> None:
    issued.head.step_button.click()
    issued.refresh(None)
    type_target(issued, "70")
    tab = issued.versions_tab
    assert [row[1] for row in tab.versions.rows.rows] == [PLAN, DRAFT]
    assert (tab.old.currentData(), tab.new.currentData()) == (PLAN, DRAFT)
    assert [row[2:] for row in map(tuple, tab.changes.rows.rows)] == [
        ("TTHC-01", "Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần", "≥ 65%", "≥ 70%")
    ]
    tab.versions.chosen.emit(0)
    assert session.context.plan == PLAN


def test_a_deleted_draft_comes_back_by_undo_and_the_file_was_copied(
    page: PlansPage, session: Session, qtbot: QtBot
) -> None:
    said: list[Message] = []
    session.said.connect(said.append)
    session.write(lambda: issue_plan(session.db, PLAN, "12/KH", date(2023, 2, 16), AN))
    page.refresh(None)
    page.head.step_button.click()
    page.refresh(None)
    page.head.delete.trigger()
    assert [each.code for each in plans(session.db)] == [PLAN]
    assert session.context.plan == PLAN
    assert ".cchc" in said[-1].text
    said[-1].actions[0].run()
    assert [each.code for each in plans(session.db)] == [PLAN, DRAFT]
    assert session.context.plan == DRAFT


def test_an_issued_plan_is_put_away_and_brought_back(issued: PlansPage, session: Session) -> None:
    assert not issued.head.delete.isEnabled()
    issued.head.archive.trigger()
    assert plan(session.db, PLAN).is_archived
    issued.head.archive.trigger()
    assert not plan(session.db, PLAN).is_archived


def test_a_target_of_a_draft_is_changed_at_once(page: PlansPage, session: Session) -> None:
    type_target(page, "70")
    assert indicator(session.db, PLAN, "TTHC-01").target == Target(Operator.AT_LEAST, Decimal(70))
