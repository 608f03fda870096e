"""Which lines of the grid a block of copied cells goes to. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.exchange.clipboard.block import is_nothing
from ui.pages.entry.form import Row, RowKind

_SEEN_AS_NOTHING = {"xem lỗi", "see the error"}


class Layout(StrEnum):
    """typed: to the lines that are typed, one after the other; each: line on line, computed ones and headings too."""

    TYPED = "typed"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class Laying:
    """The grid's lines that a block's lines would go to in either way, -1 beyond the grid.

    decided: the way that is meant; None where both are possible and differ, so that a person must say."""

    typed: tuple[int, ...]
    each: tuple[int, ...]
    decided: Layout | None

    def lines(self, layout: Layout | None) -> tuple[int, ...]:
        """Return the lines of a way; of the way that is meant where none is given."""
        return self.each if (layout or self.decided) is Layout.EACH else self.typed


def is_computed_text(text: str) -> bool:
    """Return whether a text is what a computed line shows: a rate, or nothing."""
    return is_nothing(text) or text.endswith("%") or text.casefold() in _SEEN_AS_NOTHING


def lay(rows: Sequence[Row], block: Sequence[Sequence[str]], top: int) -> Laying:
    """Find where a block goes whose first line stands on line top.

    A block with a rate or nothing on every computed line goes line on line; one with figures there goes to the typed
    lines. Where only blanks speak for line on line, a block as long as all that is left decides by its length."""
    typed = [number for number in range(top, len(rows)) if rows[number].kind is RowKind.ENTRY]
    each = list(range(top, len(rows)))
    size = len(block)
    ways = _filled(typed, size), _filled(each, size)
    return Laying(*ways, _decided(rows, block, *ways, len(typed), len(each)))


def _filled(lines: list[int], size: int) -> tuple[int, ...]:
    return tuple(lines[:size]) + (-1,) * (size - len(lines))


def _decided(
    rows: Sequence[Row],
    block: Sequence[Sequence[str]],
    typed: tuple[int, ...],
    each: tuple[int, ...],
    all_typed: int,
    all_lines: int,
) -> Layout | None:
    if typed == each:
        return Layout.TYPED
    passive = [line for line, row in zip(block, each, strict=True) if row >= 0 and rows[row].kind is not RowKind.ENTRY]
    if -1 in each or not all(is_computed_text(text) for line in passive for text in line):
        return Layout.TYPED
    if any(not is_nothing(text) for line in passive for text in line):
        return Layout.EACH
    size = len(block)
    if size in (all_typed, all_lines):
        return Layout.TYPED if size == all_typed else Layout.EACH
    return None
