"""What the selected cells are asked: copy, cut, paste, fill down, clear, nothing occurred. One undo step each."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from models.exchange.clipboard.block import Block, read_block
from models.exchange.clipboard.writer import write_html, write_text
from models.measure import Kind
from models.plan import Actual
from ui.clipboard import put
from ui.pages.entry.form import Form, RowKind
from ui.pages.entry.pasting.paste_model import PasteModel
from ui.pages.entry.pasting.paste_preview import PastePreview
from ui.pages.entry.pasting.pasting import Pasting, Sign
from ui.pages.entry.reading import not_occurred
from ui.pages.entry.table.blocks import Edit, Outcome, Refusal
from ui.pages.entry.table.grid import EntryGrid
from ui.texts import NOTHING, long_period_text

OUR_CELLS = "application/x-cchc-cells"


class BlockActions(QObject):
    """Carries out what the grid's keys ask of many cells; refusals are said beside the first refused cell."""

    def __init__(self, grid: EntryGrid) -> None:
        super().__init__(grid)
        self._grid, self._model = grid, grid.entry_model
        self._pasting: Pasting | None = None
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
        put(write_text(block), write_html(block), {OUR_CELLS: b"1"})

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
        """Take in what is on the clipboard: one value into all selected cells, a block from the current cell on.

        A block is shown first, cell by cell; one value only where it can be read in two ways."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # none where nothing was ever copied
        form = self._model.form
        if data is None or not data.hasText() or form is None:
            return
        block = read_block(data.text(), data.html(), is_ours=data.hasFormat(OUR_CELLS))
        selected = self._selected()
        if not selected:
            return
        if block.is_one_cell:
            self._paste_one(form, block, selected)
            return
        top, left = min(row for row, _ in selected), min(column for _, column in selected)
        pasting = Pasting(form, self._model.rows, block, (top, left))
        if pasting.lines:
            self._show_preview(pasting)
        else:
            self._grid.show_message(self.tr("There is nothing in what was copied."))

    def _paste_one(self, form: Form, block: Block, selected: Sequence[tuple[int, int]]) -> None:
        pasting = Pasting(form, self._model.rows, block, places=self._typed() or selected[:1])
        refused = [line for line in pasting.lines if line.sign is Sign.REFUSED and not line.is_same]
        if refused:
            self._refuse([Refusal(each.row, each.column, each.cell.text, each.reason) for each in refused])
        elif pasting.next_open() >= 0 or any(map(pasting.rounded, pasting.lines)):
            self._show_preview(pasting)
        else:
            self._model.write(pasting.actuals(), "pasted")

    def _show_preview(self, pasting: Pasting) -> None:
        """Show what would be written; it is written when it is agreed to, unless the form is another by then."""
        form, block = pasting.form, pasting.block.lines
        words = self.tr("{count} cells ({lines} x {columns}) into {unit}, {quarter}, from {cell} on")
        where = words.format(
            count=len(pasting.lines),
            lines=len(block),
            columns=max(map(len, block)),
            unit=form.unit.name,
            quarter=long_period_text(form.quarter),
            cell=PasteModel(pasting).cell_name(pasting.lines[0]),
        )
        self._pasting = pasting
        preview = PastePreview(pasting, where, self._grid)
        preview.accepted.connect(self._agreed)
        preview.open()

    def _agreed(self) -> None:
        pasting, self._pasting = self._pasting, None
        if pasting is not None and pasting.form is self._model.form:
            self._model.write(pasting.actuals(), "pasted")
        else:
            self._grid.show_message(self.tr("The form was changed meanwhile; nothing was written. Paste once more."))

    def _apply(self, edits: Sequence[Edit], how: str) -> None:
        outcome: Outcome = self._model.outcome(edits)
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
