"""Two windows, and two programs, on one file: each is told, and nothing is overwritten in silence."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.period import Period, Span
from models.plan import Actual, Explanation
from models.store.actuals import actual
from models.store.explanations import explanation
from models.store.indicators import indicators, save_indicators
from ui.frame.main_window import MainWindow
from ui.messages import Message
from ui.session import Session
from ui.settings import Settings

Q2, H1 = Period(2023, Span.Q2), Period(2023, Span.H1)
CELL = ("TTHC-01", "CADY", Q2)


class Listening(Session):
    """A session that remembers what it said."""

    def __init__(self) -> None:
        super().__init__(Settings())
        self.messages: list[Message] = []
        self.said.connect(self.messages.append)

    @property
    def last_words(self) -> str:
        return self.messages[-1].text


@pytest.fixture
def two(sample: Path, looks: object, qtbot: QtBot) -> Iterator[tuple[Listening, Listening]]:
    """Two sessions on the sample, as two windows of one machine have it."""
    both = Listening(), Listening()
    for each in both:
        each.open(sample)
    yield both
    for each in both:
        each.close()
        each.deleteLater()


def seen_by(session: Session) -> Actual:
    found = actual(session.db, *CELL)
    assert found is not None
    return found


def typed(session: Session, number: int, seen: Actual) -> bool:
    return session.record([replace(seen, numerator=Decimal(number))], seen=[seen], text="typed") is not None


def test_a_cell_changed_in_another_window_is_not_overwritten_and_it_is_said_by_whom_and_to_what(
    two: tuple[Listening, Listening], qtbot: QtBot
) -> None:
    one, other = two
    other.settings["author"] = "Người thứ hai"
    # GIVEN both windows show the same cell, and the other one types into it
    shown = seen_by(one)
    assert typed(other, 150, shown)
    # WHEN this one types too
    with qtbot.waitSignal(one.changed) as announced:
        assert not typed(one, 160, shown)
    # THEN it is refused in words, the other's number stays, and everything is read anew
    refusal = one.messages[0].text
    assert all(word in refusal for word in ("TTHC-01", "CADY", "quý II/2023", "Người thứ hai", "150/216", "lúc "))
    assert seen_by(one).numerator == 150
    assert announced.args is not None
    assert announced.args[0].plans
    # AND what is typed after that is kept
    assert typed(one, 160, seen_by(one))


def test_another_cell_is_typed_without_being_stopped(two: tuple[Listening, Listening]) -> None:
    one, other = two
    shown = seen_by(one)
    other.record([replace(shown, period=Period(2023, Span.Q3))])
    assert typed(one, 160, shown)
    assert one.messages == []


def test_a_change_made_elsewhere_is_read_and_told_once(two: tuple[Listening, Listening]) -> None:
    one, other = two
    assert not one.watch.look()
    typed(other, 150, seen_by(other))
    assert one.watch.look()
    assert "cửa sổ khác lúc" in one.last_words
    assert not one.watch.look()
    typed(other, 151, seen_by(other))
    assert one.watch.look()
    assert len(one.messages) == 1
    assert not other.watch.look()


def test_the_timer_finds_it_by_itself(two: tuple[Listening, Listening], qtbot: QtBot) -> None:
    one, other = two
    typed(other, 150, seen_by(other))
    with qtbot.waitSignal(one.changed):
        pass


def test_nothing_is_read_under_the_hand_of_somebody_who_types(two: tuple[Listening, Listening], qtbot: QtBot) -> None:
    one, other = two
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "12")
    typed(other, 150, seen_by(other))
    assert not one.watch.look()
    field.setText("12")  # kept, and shown anew
    assert one.watch.look()


def test_undo_of_a_cell_that_was_changed_elsewhere_is_refused_and_its_step_is_gone(
    two: tuple[Listening, Listening],
) -> None:
    one, other = two
    assert typed(one, 150, seen_by(one))
    assert typed(other, 170, seen_by(other))
    one.undo.undo()
    assert "170/216" in one.messages[0].text
    assert seen_by(one).numerator == 170
    assert not one.undo.canUndo()
    assert not one.undo.canRedo()


def test_redo_of_a_cell_that_was_changed_elsewhere_is_refused(two: tuple[Listening, Listening]) -> None:
    one, other = two
    assert typed(one, 150, seen_by(one))
    one.undo.undo()
    assert typed(other, 170, seen_by(other))
    one.undo.redo()
    assert seen_by(one).numerator == 170
    assert one.messages


def test_an_explanation_changed_elsewhere_is_not_overwritten(two: tuple[Listening, Listening]) -> None:
    one, other = two
    key = ("TTHC-01", "CADY", H1)
    shown = explanation(one.db, *key) or Explanation(*key)
    refusals: list[str] = []
    assert other.explain(replace(shown, cause="Mất điện"), seen=shown) is not None
    assert one.explain(replace(shown, cause="Mưa bão"), seen=shown, refused=refusals.append) is None
    assert "TTHC-01" in refusals[0]
    assert explanation(one.db, *key) == replace(shown, cause="Mất điện")
    # and the one who wrote it takes it back
    other.undo.undo()
    assert (explanation(one.db, *key) or Explanation(*key)) == shown


def test_an_explanation_without_what_was_seen_is_one_step_of_undo(two: tuple[Listening, Listening]) -> None:
    one, _ = two
    key = ("TTHC-01", "CADY", H1)
    before = explanation(one.db, *key)
    assert one.explain(Explanation(*key, cause="Mất điện")) is not None
    one.undo.undo()
    assert explanation(one.db, *key) == before


def test_a_plan_changed_elsewhere_is_read_before_it_is_written_over(
    two: tuple[Listening, Listening], qtbot: QtBot
) -> None:
    one, other = two
    first = indicators(one.db, one.plan.code)[0]
    renamed = replace(first, name="Tên khác")
    assert other.write(lambda: save_indicators(other.db, [renamed], other.author)) is not None
    with qtbot.waitSignal(one.changed):
        assert one.write(lambda: save_indicators(one.db, [first], one.author)) is None
    assert "chưa được ghi" in one.messages[0].text
    assert indicators(one.db, one.plan.code)[0].name == "Tên khác"
    assert one.write(lambda: save_indicators(one.db, [first], one.author)) is not None


def test_a_step_on_the_plan_is_not_taken_back_over_what_another_window_did(two: tuple[Listening, Listening]) -> None:
    one, other = two
    first = indicators(one.db, one.plan.code)[0]
    mine, theirs = replace(first, name="Của cửa sổ này"), replace(first, name="Của cửa sổ kia")
    assert one.write(
        lambda: save_indicators(one.db, [mine], one.author), undo=lambda: save_indicators(one.db, [first], one.author)
    )
    assert other.watch.look()
    assert other.write(lambda: save_indicators(other.db, [theirs], other.author)) is not None
    assert one.watch.look()
    one.undo.undo()
    assert "không hoàn tác" in one.last_words
    assert indicators(one.db, one.plan.code)[0].name == "Của cửa sổ kia"
    assert not one.undo.canUndo()


def test_what_the_own_worker_writes_is_read_without_a_word(two: tuple[Listening, Listening]) -> None:
    one, other = two
    one.watch.expect_own()
    typed(other, 150, seen_by(other))
    assert one.watch.look()
    assert one.messages == []
    assert one.watch.times_changed == 0


def test_the_second_window_is_told_who_has_the_file_and_goes_on(
    sample: Path, window: MainWindow, looks: object, qtbot: QtBot
) -> None:
    assert not [band for band in window.bands.bands() if "đang mở" in band.message.text]
    second = MainWindow()
    qtbot.addWidget(second)
    session = Listening()
    second.move_in(session)
    assert second.files.open_path(sample)
    assert "đang mở ở một cửa sổ khác" in session.last_words
    assert window.session.settings.author in session.last_words
    assert len(session.messages[-1].actions) == 2
    assert session.is_open
    session.close()
    session.deleteLater()
    assert list(sample.parent.glob(".~*")) != []
    window.session.close()
    assert list(sample.parent.glob(".~*")) == []


CHILD = """
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from PySide6.QtWidgets import QApplication
from models.period import Period, Span
from models.store.actuals import actual
from ui.session import Session
from ui.settings import Settings

app = QApplication([])
session = Session(Settings())
session.settings["author"] = "Chương trình thứ hai"
session.said.connect(lambda message: print("said", message.text, flush=True))
session.open(Path(sys.argv[1]))
print("others", len(session.watch.others), flush=True)
cell = ("TTHC-01", "CADY", Period(2023, Span.Q2))
seen = actual(session.db, *cell)
for line in sys.stdin:
    if line.strip() == "look":
        print("found", session.watch.look(), flush=True)
        seen = actual(session.db, *cell)
    else:
        kept = session.record([replace(seen, numerator=Decimal(line))], seen=[seen])
        print("kept", kept is not None, flush=True)
session.close()
"""


class Child:
    """A second program on the file."""

    def __init__(self, path: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(path)],
            cwd=Path(__file__).parents[3],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ask(self, words: str) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()
        return self.line()


@pytest.fixture
def child(sample: Path) -> Iterator[Child]:
    made = Child(sample)
    with made.process:
        yield made


def test_two_programs_on_one_file_overwrite_nothing_unseen(
    open_session: Session, sample: Path, looks: object, child: Child
) -> None:
    session, said = open_session, list[str]()
    session.said.connect(lambda message: said.append(message.text))
    # GIVEN two programs on one file, each knowing of the other
    assert child.line() == "others 0"
    session.open(sample)
    [other] = session.watch.others
    assert other.who == "Chương trình thứ hai"
    shown = seen_by(session)
    # WHEN the other one types
    assert child.ask("150") == "kept True"
    # THEN this one may not write over what it has not seen
    assert not typed(session, 160, shown)
    assert "Chương trình thứ hai" in said[0]
    assert session.watch.look()
    assert typed(session, 160, seen_by(session))
    # AND the same holds the other way round
    refusal = child.ask("170")
    assert refusal.startswith("said")
    assert "160/216" in refusal
    assert child.line() == "kept False"
    assert "another window" in child.ask("look")  # no language was chosen there
    assert child.line() == "found True"
    assert child.ask("170") == "kept True"
    assert seen_by(session).numerator == 170


def test_the_note_of_a_program_that_was_killed_is_not_believed(
    open_session: Session, sample: Path, child: Child
) -> None:
    assert child.line() == "others 0"
    child.process.kill()
    child.process.wait()
    assert list(sample.parent.glob(".~*"))
    open_session.open(sample)
    assert open_session.watch.others == []
    assert len(list(sample.parent.glob(".~*"))) == 1
