"""The entry page while another window works on the same form."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.period import Period, Span
from models.plan import Actual, Explanation
from models.store.actuals import record
from models.store.changes import Author
from models.store.database import Database, open_database
from models.store.explanations import explanation, save_explanation
from tests.gui.entry.conftest import Q2, Desk
from tests.gui.entry.test_entry_typing import ENTER, enter

H1 = Period(2023, Span.H1)
OTHER = Author("Người khác")


@pytest.fixture
def other(desk: Desk) -> Iterator[Database]:
    """Another program's connection to the file."""
    path = desk.session.path
    assert isinstance(path, Path)
    with closing(open_database(path)) as db:
        yield db


def explained(desk: Desk) -> Explanation:
    return explanation(desk.session.db, "TT-01", "CD", H1) or Explanation("TT-01", "CD", H1)


def test_what_another_window_wrote_comes_up_and_the_cursor_stays(desk: Desk, other: Database) -> None:
    desk.go("TT-02")
    place = desk.here
    record(other, [Actual("TT-01", "CD", Q2, Decimal(131), Decimal(216))], OTHER)
    assert desk.session.watch.look()
    assert desk.text("TT-01") == "131"
    assert desk.here == place


def test_what_is_being_typed_is_neither_kept_nor_lost_when_another_window_writes(desk: Desk, other: Database) -> None:
    desk.go("TT-02")
    desk.type("12")
    record(other, [Actual("TT-01", "CD", Q2, Decimal(131), Decimal(216))], OTHER)
    assert not desk.session.watch.look()
    desk.type("34")
    desk.press(ENTER)
    stored = desk.stored("TT-02")
    assert stored is not None
    assert stored.numerator == 1234
    desk.page.grid.finish_editing()
    assert desk.session.watch.look()
    assert desk.text("TT-01") == "131"


def test_an_explanation_that_another_window_changed_is_not_written_over(
    desk: Desk, other: Database, qtbot: QtBot
) -> None:
    enter(desk, "TT-01", "131")
    desk.type("216")
    desk.press(ENTER)
    desk.go("TT-01")
    fields = desk.page.panel.explanation
    # GIVEN a cause being typed, while another window gives one and a remedy
    fields.cause.editor.setFocus()
    QTest.keyClicks(fields.cause.editor, "mang yeu")
    theirs = Explanation("TT-01", "CD", H1, "Mất điện", "Sửa đường dây")
    save_explanation(other, theirs, OTHER)
    # WHEN it is kept
    fields.cause.commit()
    # THEN that is refused in words beside it, with what was typed still there
    assert "Người khác" in fields.cause.message.text()
    assert explained(desk) == theirs
    assert fields.cause.text() == "mang yeu"
    # AND also after all else was read anew: the cause on the screen is not the one in the file
    desk.page.refresh(None)
    assert fields.remedy.text() == "Sửa đường dây"
    fields.cause.commit()
    assert explained(desk) == theirs
    # AND another part may be given
    fields.cause.restore()
    fields.responsible.editor.setFocus()
    desk.page.refresh(None)
    fields.responsible.set_text("Chủ tịch UBND xã")
    fields.responsible.commit()
    assert explained(desk) == replace(theirs, responsible="Chủ tịch UBND xã")
