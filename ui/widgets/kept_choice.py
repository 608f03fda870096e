"""What is chosen in a list stays chosen while its lines are read anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QModelIndex
from PySide6.QtWidgets import QAbstractItemView


@contextmanager
def kept_choice(view: QAbstractItemView, role: int) -> Iterator[None]:
    """Choose the same lines again after a reset of the model; role: what the first cell of a line is known by.

    Lines that are gone are no longer chosen. The view stays where it was scrolled to."""
    selection, model, bar = view.selectionModel(), view.model(), view.verticalScrollBar()
    chosen = {index.siblingAtColumn(0).data(role) for index in selection.selectedIndexes()}
    before = selection.currentIndex()
    current, column, scrolled = before.siblingAtColumn(0).data(role), before.column(), bar.value()
    yield
    if not before.isValid() or selection.currentIndex().isValid():
        return
    wanted, here = QItemSelection(), QModelIndex()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        known = index.data(role)
        if known in chosen:
            wanted.select(index, index)
        if known == current or (known in chosen and not here.isValid()):
            here = index.siblingAtColumn(column)
    flags = selection.SelectionFlag
    selection.select(wanted, flags.ClearAndSelect | flags.Rows)
    selection.setCurrentIndex(here, flags.NoUpdate)
    bar.setValue(scrolled)
