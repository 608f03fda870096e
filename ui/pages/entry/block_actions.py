"""What the selected cells are asked: copy, cut, paste, fill down, clear, nothing occurred. One undo step each."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from models.measure import Kind
from models.plan import Actual
from ui.pages.entry.blocks import Edit, Outcome, Refusal, placed, read_block, reader_of, write_block
from ui.pages.entry.form import RowKind
from ui.pages.entry.grid import EntryGrid
from ui.pages.entry.reading import Reader, not_occurred
from ui.texts import NOTHING

OUR_CELLS = "application/x-cchc-cells"


class BlockActions(QObject):
    """Carries out what the grid's keys ask of many cells; refusals are said beside the first refused cell."""

    def __init__(self, grid: EntryGrid) -> None:
        super().__init__(grid)
        self._grid, self._model = grid, grid.entry_model
        grid.clear_asked.connect(self.clear)
        grid.copy_asked.connect(self.copy)
        grid.cut_asked.connect(self.cut)
        grid.paste_asked.connect(self.paste)
        grid.fill_down_asked.connect(self.fill_down)
        grid.not_occurred_asked.connect(self.set_not_occurred)

    def copy(self) -> None:
        """Put the rectangle around the selected cells on the clipboard, as shown, parted by tabs."""
        selected = set(self._selected())
        if not selected:
            return
        rows = range(min(row for row, _ in selected), max(row for row, _ in selected) + 1)
        columns = range(min(column for _, column in selected), max(column for _, column in selected) + 1)
        shown = [column for column in columns if not self._grid.isColumnHidden(column)]
        block = [[self._text(row, column) if (row, column) in selected else "" for column in shown] for row in rows]
        data = QMimeData()
        data.setText(write_block(block))
        data.setData(OUR_CELLS, b"1")
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy, then clear."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Take out what is in the selected cells: afterwards there is no data, which is not zero."""
        self._apply([Edit(row, column, "") for row, column in self._typed()], "typed")

    def fill_down(self) -> None:
        """Copy the top cell of each selected column into those below; of a single cell, the one above into it."""
        typed = self._typed()
        edits: list[Edit] = []
        for column in sorted({column for _, column in typed}):
            rows = [row for row, each in typed if each == column]
            source = rows[0] if len(rows) > 1 else self._above(rows[0], column)
            if source is not None:
                text = self._edit_text(source, column)
                edits += [Edit(row, column, text) for row in rows if row != source]
        self._apply(edits, "typed")

    def set_not_occurred(self) -> None:
        """Say of the ratios selected that nothing occurred: 0 of 0."""
        form = self._model.form
        if form is None:
            return
        found: dict[tuple[str, object], Actual] = {}
        for number, column in self._selected():
            row = self._model.rows[number]
            typed = row if row.kind is RowKind.ENTRY else self._model.rows[number + 1]
            period = form.period_of(typed, column)
            if period is not None and typed.indicator is not None and typed.indicator.kind is Kind.RATIO:
                old = form.actual(typed.indicator, period)
                if (new := not_occurred(old)) != old:
                    found[typed.indicator.code, period] = new
        self._model.write(list(found.values()), "typed")

    def paste(self) -> None:
        """Take in the clipboard's text: one value into all selected cells, or a block from the current cell on."""
        data = QGuiApplication.clipboard().mimeData()
        if not data.hasText():
            return
        read = reader_of(data.html(), data.hasFormat(OUR_CELLS))
        block = read_block(data.text())
        if len(block) == 1 and len(block[0]) == 1:
            self._paste_one(block[0][0], read)
            return
        here = self._grid.currentIndex()
        selected = self._selected()
        top = min((row for row, _ in selected), default=here.row())
        left = min((column for _, column in selected), default=here.column())
        edits, refused = placed(self._model.rows, block, top, left)
        if refused:
            self._refuse(refused)
        else:
            self._apply(edits, "pasted", read)

    def _paste_one(self, text: str, read: Reader) -> None:
        typed = self._typed()
        if not typed:
            here = self._grid.currentIndex()
            reason = self.tr("This cell is computed; nothing can be pasted into it.")
            self._refuse([Refusal(here.row(), here.column(), text, reason)])
        elif text:
            self._apply([Edit(row, column, text) for row, column in typed], "pasted", read)

    def _apply(self, edits: Sequence[Edit], how: str, read: Reader | None = None) -> None:
        outcome: Outcome = self._model.outcome(edits, read)
        if outcome.refused:
            self._refuse(outcome.refused)
        else:
            self._model.write(outcome.actuals, how)

    def _refuse(self, refused: Sequence[Refusal]) -> None:
        first = refused[0]
        text = first.reason
        if len(refused) > 1:
            text += "\n" + self.tr("and {count} more cells; nothing was pasted.").format(count=len(refused) - 1)
        self._grid.show_message(text, self._model.index(first.row, first.column))

    def _selected(self) -> list[tuple[int, int]]:
        indexes = self._grid.selectionModel().selectedIndexes()
        return sorted((index.row(), index.column()) for index in indexes)

    def _typed(self) -> list[tuple[int, int]]:
        return [
            (row, column) for row, column in self._selected() if self._model.is_typed(self._model.index(row, column))
        ]

    def _text(self, row: int, column: int) -> str:
        text = str(self._model.cell(self._model.index(row, column)).text)
        return "" if text == NOTHING else text

    def _edit_text(self, row: int, column: int) -> str:
        form = self._model.form
        return form.text(self._model.rows[row], column) if form else ""

    def _above(self, row: int, column: int) -> int | None:
        rows = range(row - 1, -1, -1)
        return next((each for each in rows if self._model.is_typed(self._model.index(each, column))), None)
