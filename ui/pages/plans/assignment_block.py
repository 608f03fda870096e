"""A block of texts on its way into the grid of units and indicators. No widgets here."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors import KnownError
from models.exchange.clipboard.block import Block, PastedCell, is_nothing, readings
from models.folding import fold
from models.number import AmbiguousNumberError, format_number
from ui.pages.plans.assignment_table import AssignmentModel
from ui.pages.plans.writes import Cell

SHOWN = 3


@dataclass(frozen=True)
class Laid:
    """What a block comes to: cells to be written, or why it is refused as a whole."""

    cells: tuple[Cell, ...] = ()
    problems: tuple[str, ...] = ()


def lay(model: AssignmentModel, block: Block, at: tuple[int, int]) -> Laid:
    """Read a block for the cells from a place on, right of it and below.

    A block with the indicators' codes above and the units' names or codes on its left goes to the cells that these
    name, wherever the cursor is. All of it or nothing."""
    names = _named(model, block)
    texts: list[tuple[int, int, str]] = []
    problems: list[str] = []
    for down, line in enumerate(block.lines):
        for right, cell in enumerate(line):
            place = (at[0] + down, at[1] + right) if names is None else names.get((down, right))
            try:
                if place is not None:
                    texts.append((*place, cell_text(cell, block)))
            except AmbiguousNumberError as error:
                problems.append(str(error).rstrip("."))
    return Laid((), tuple(problems)) if problems else read_texts(model, texts)


def read_texts(model: AssignmentModel, texts: Sequence[tuple[int, int, str]]) -> Laid:
    """Read texts for cells of the grid by row and column; what changes nothing is left out."""
    cells: list[Cell] = []
    problems: list[str] = []
    for row, column, text in texts:
        found = model.place(model.index(row, column))
        if found is None:
            problems.append(f"“{text}” nằm ngoài bảng")
            continue
        indicator, unit = found
        try:
            target = model.target_of(indicator, unit, "" if is_nothing(text) else text)
        except KnownError as error:
            problems.append(f"{model.unit_name(unit)}, {indicator.code}: {str(error).rstrip('.')}")
            continue
        if target != model.own(indicator, unit):
            cells.append((indicator, unit, target))
    return Laid((), tuple(problems)) if problems else Laid(tuple(cells))


def refusal(problems: Sequence[str]) -> str:
    """Return why a block was refused, its first problems in words."""
    more = f" và {len(problems) - SHOWN} ô khác" if len(problems) > SHOWN else ""
    return "; ".join(problems[:SHOWN]) + more + "."


def _named(model: AssignmentModel, block: Block) -> dict[tuple[int, int], tuple[int, int]] | None:
    """Return where the cells of a block with headings go; None for one without."""
    columns = {fold(each.code): place for place, each in enumerate(model.indicators)}
    rows = {fold(name): place for place, unit in enumerate(model.units) for name in (unit or "", model.unit_name(unit))}
    heads = [columns.get(fold(cell.text)) for cell in block.lines[0][1:]]
    sides = [rows.get(fold(line[0].text)) if line and line[0].text else None for line in block.lines[1:]]
    if not heads or not sides or None in heads or None in sides:
        return None
    return {
        (down, right): (row, column)
        for down, row in enumerate(sides, start=1)
        for right, column in enumerate(heads, start=1)
        if row is not None and column is not None
    }


def cell_text(cell: PastedCell, block: Block) -> str:
    """Return a cell's text as this program writes it: a number that the clipboard tells exactly is no longer asked.

    Raises AmbiguousNumberError for a text that could be two numbers where nothing tells which."""
    text = cell.text.removeprefix("▾").strip()
    is_percent = text.endswith("%")
    try:
        found = readings(cell._replace(text=text), block.separators, takes_percent=True)
    except KnownError:
        return text
    if len(found) > 1:
        raise AmbiguousNumberError(text, (found[0], found[1]))
    return format_number(found[0]) + ("%" if is_percent else "")
