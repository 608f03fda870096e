"""What stands in the place of the pages while there is nothing for them to show: no file, or no plan for the period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.failure import told
from ui.frame.no_plan import NoPlan
from ui.pages.start.page import StartPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from ui.files import Files
    from ui.session import Session


def show_start(stack: QStackedWidget, session: Session, files: Files) -> None:
    """Show the page Bắt đầu: no file is open."""
    start = stack.findChild(StartPage)
    if start is None:
        start = StartPage(session)
        start.sample_wanted.connect(files.open_sample)
        start.open_wanted.connect(files.open)
        start.new_wanted.connect(files.new_plan_file)
        start.copy_wanted.connect(files.next_year)
        start.workbook_wanted.connect(files.new_from_workbook)
        start.path_wanted.connect(files.open_path)
        start.restore_wanted.connect(files.ask_restore)
        stack.addWidget(start)
    start.refresh()
    stack.setCurrentWidget(start)


def ask_for_plan(window: QWidget, way: str) -> None:
    """Ask for the first plan of the file that was just made; way: what it begins with."""
    note = window.findChild(NoPlan)
    if note is not None:
        note.ask(way)


def show_no_plan(stack: QStackedWidget, session: Session, files: Files) -> None:
    """Show the note that no plan is in force in the period, with what can be done."""
    note = stack.findChild(NoPlan)
    if note is None:
        note = NoPlan(session, files)
        stack.addWidget(note)
    with told(session):
        note.refresh()
    stack.setCurrentWidget(note)
    note.setFocus()
