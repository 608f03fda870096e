"""Cells show that they are locked, spoken of by a check, or proved."""

from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage

from models.checks import Finding, Severity
from models.period import Period
from models.store.submissions import submit
from tests.gui.entry.conftest import Q1, Q2, TYPED, Desk
from tests.gui.entry.test_entry_typing import enter
from ui.pages.entry.form import Column
from ui.pages.entry.reading import Field
from ui.pages.entry.table.table_model import Cell, EntryModel
from ui.theme import theme


def finding(code: str, part: str = "", accepted: bool = False, period: Period = Q2) -> Finding:
    return Finding("MC", "CD", period, None, None, Severity.WARNING, "lệch 1.000", accepted, codes=(code,), part=part)


def cell_of(desk: Desk, code: str, field: str = "numerator", column: int = Column.Q2) -> Cell:
    model: EntryModel = desk.page.model
    return model.cell(model.index(desk.row(code, field), column))


def told(desk: Desk, *findings: Finding) -> None:
    assert desk.page.form is not None
    desk.page.form.findings = findings
    desk.page.model.values_changed()


def test_a_cell_that_a_check_speaks_of_is_marked_with_its_message(desk: Desk) -> None:
    enter(desk, "TT-01", "5")
    told(desk, finding("TT-01"))
    assert cell_of(desk, "TT-01").is_warned
    assert not cell_of(desk, "TT-02").is_warned
    assert not cell_of(desk, "TT-01", column=Column.Q1).is_warned
    tip = desk.page.model.index(desk.row("TT-01"), Column.Q2).data(Qt.ItemDataRole.ToolTipRole)
    assert "lệch 1.000" in tip


def test_a_finding_about_one_part_or_another_quarter_marks_only_that(desk: Desk) -> None:
    told(desk, finding("TT-01", Field.DENOMINATOR), finding("TT-03", period=Q1))
    assert not cell_of(desk, "TT-01").is_warned
    assert cell_of(desk, "TT-01", "denominator").is_warned
    assert not cell_of(desk, "TT-03", "value").is_warned
    assert cell_of(desk, "TT-03", "value", Column.Q1).is_warned


def test_an_accepted_finding_marks_nothing(desk: Desk) -> None:
    told(desk, finding("TT-01", accepted=True))
    assert not cell_of(desk, "TT-01").is_warned


def test_evidence_and_notes_have_a_corner(desk: Desk) -> None:
    assert desk.page.form is not None
    assert not cell_of(desk, "TT-01").has_note
    desk.page.form.proofs = {("TT-01", Q2): 1}
    desk.page.model.values_changed()
    assert cell_of(desk, "TT-01").has_note


def grabbed(desk: Desk, code: str, column: int) -> QImage:
    grid = desk.page.grid
    rect: QRect = grid.visualRect(desk.page.model.index(desk.row(code), column))
    return grid.viewport().grab(rect).toImage()


def colours(picture: QImage) -> set[str]:
    places = [QPoint(x, y) for x in range(2, picture.width() - 2) for y in range(2, picture.height() - 2)]
    return {picture.pixelColor(place).name() for place in places}


def test_a_locked_quarter_is_hatched_and_has_a_lock_in_its_head(desk: Desk) -> None:
    session = desk.session
    session.write(lambda: submit(session.db, session.plan, "CD", Q1, date(2023, 3, 18), TYPED))
    desk.go("TT-04")
    locked, open_cell = cell_of(desk, "TT-03", "value", Column.Q1), cell_of(desk, "TT-03", "value")
    assert locked.is_locked
    assert not locked.is_wanted
    assert not open_cell.is_locked
    hatched = colours(grabbed(desk, "TT-02", Column.Q1))
    assert theme().colour("surface2").name() in hatched
    assert len(hatched) > 1
    heading = desk.page.model.headerData(Column.Q1, Qt.Orientation.Horizontal)
    assert "\n" in heading
    assert heading != desk.page.model.headerData(Column.Q3, Qt.Orientation.Horizontal)
