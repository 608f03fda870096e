"""What is chosen stays chosen by what it is, not by where it stood, when a list is read anew."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QStringListModel, Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from ui.widgets.kept_choice import kept_choice

TEXT = Qt.ItemDataRole.DisplayRole
SELECT = QItemSelectionModel.SelectionFlag.Select


@pytest.fixture
def view(qtbot: QtBot) -> QListView:
    """GIVEN a hundred lines, of which 3, 50 and 51 are chosen; 51 is current, and scrolled to."""
    made = QListView()
    qtbot.addWidget(made)
    made.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    made.setModel(QStringListModel([f"{number}" for number in range(100)], made))
    made.resize(200, 200)
    with qtbot.waitExposed(made):
        made.show()
    for row in (3, 50, 51):
        made.selectionModel().setCurrentIndex(made.model().index(row, 0), SELECT)
    return made


def read_anew(view: QListView, texts: list[str]) -> None:
    model = view.model()
    assert isinstance(model, QStringListModel)
    with kept_choice(view, TEXT):
        model.setStringList(texts)


def chosen(view: QListView) -> set[str]:
    return {str(index.data()) for index in view.selectionModel().selectedIndexes()}


def test_lines_are_chosen_and_current_wherever_they_stand_now(view: QListView) -> None:
    read_anew(view, [f"{number}" for number in reversed(range(100))])
    assert chosen(view) == {"3", "50", "51"}
    assert view.currentIndex().data() == "51"


def test_a_line_that_is_gone_is_not_chosen_and_another_chosen_one_becomes_current(view: QListView) -> None:
    read_anew(view, [f"{number}" for number in range(100) if number not in (3, 51)])
    assert chosen(view) == {"50"}
    assert view.currentIndex().data() == "50"


def test_nothing_is_chosen_where_all_are_gone(view: QListView) -> None:
    read_anew(view, ["a", "b"])
    assert chosen(view) == set()
    assert not view.currentIndex().isValid()


def test_the_view_stays_where_it_was_scrolled_to(view: QListView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 4)
    before = bar.value()
    read_anew(view, [f"{number}" for number in range(99)])
    assert bar.value() == before > 0
