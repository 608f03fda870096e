"""Where keys lead in the grid: from a cell to the next one that can be typed, is empty, or ends a run."""

from collections.abc import Iterable

from PySide6.QtCore import Qt

from ui.pages.entry.form import QUARTER_COLUMNS, Column
from ui.pages.entry.table.table_model import EntryModel

Place = tuple[int, int]
_DOWN_OR_RIGHT = (Qt.Key.Key_Down, Qt.Key.Key_Right)


def next_typed_row(model: EntryModel, row: int, column: int, step: int) -> int | None:
    """Return the next row (step 1) or the one before (-1) that can be typed in a column."""
    rows = range(row + 1, len(model.rows)) if step > 0 else range(row - 1, -1, -1)
    return next((each for each in rows if model.is_typed(model.index(each, column))), None)


def down(model: EntryModel, here: Place, step: int) -> Place | None:
    """Return where Enter leads: the next cell below that can be typed; from a computed column into the quarter."""
    column = here[1] if here[1] in (*QUARTER_COLUMNS, Column.CUMULATIVE) else model.entered_column
    row = next_typed_row(model, here[0], column, step)
    return None if row is None else (row, column)


def beside(model: EntryModel, here: Place, step: int) -> Place | None:
    """Return where Tab leads: the next cell in reading order that can be typed."""
    columns = len(Column)
    place = here[0] * columns + here[1]
    places = range(place + 1, len(model.rows) * columns) if step > 0 else range(place - 1, -1, -1)
    found = next((each for each in places if model.is_typed(model.index(*divmod(each, columns)))), None)
    return None if found is None else divmod(found, columns)


def next_wanted(model: EntryModel, here: Place) -> Place | None:
    """Return the next cell of the quarter that is expected and empty, from here round to here."""
    column, count = model.entered_column, len(model.rows)
    rows = ((here[0] + step) % count for step in range(1, count + 1))
    found = next((row for row in rows if model.cell(model.index(row, column)).is_wanted), None)
    return None if found is None else (found, column)


def end_of(model: EntryModel, here: Place, key: int, *, whole: bool) -> Place | None:
    """Return where Home and End lead: the first or last cell of the line that can be typed, or of the whole form."""
    first = key == Qt.Key.Key_Home
    rows = range(len(model.rows)) if whole else [here[0]]
    typed = [
        (row, column)
        for row in (rows if first else reversed(rows))
        if (columns := [each for each in Column if model.is_typed(model.index(row, each))])
        for column in (columns[:1] if first else columns[-1:])
    ]
    return typed[0] if typed else (here[0], Column.Q1 if first else Column.CUMULATIVE)


def edge(model: EntryModel, here: Place, key: int, hidden: Iterable[int] = ()) -> Place | None:
    """Return where Ctrl and an arrow lead: the end of a run of filled cells, else the next filled or the last cell."""
    path = _path(model, here, key, set(hidden))
    if not path:
        return None
    filled = [bool(model.cell(model.index(*each)).text) for each in path]
    if model.cell(model.index(*here)).text and filled[0]:
        return path[filled.index(False) - 1 if False in filled else -1]
    return path[filled.index(True) if True in filled else -1]


def _path(model: EntryModel, here: Place, key: int, hidden: set[int]) -> list[Place]:
    forward = key in _DOWN_OR_RIGHT
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        rows = range(here[0] + 1, len(model.rows)) if forward else range(here[0] - 1, -1, -1)
        return [(row, here[1]) for row in rows if model.is_typed(model.index(row, here[1]))]
    columns = range(here[1] + 1, len(Column)) if forward else range(here[1] - 1, -1, -1)
    return [(here[0], each) for each in columns if each not in hidden]
