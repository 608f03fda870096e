"""One number of somebody else's table, read as the kind of its indicator asks."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from models.errors import KnownError
from models.exchange import cells
from models.exchange.cells import Cell, CellError
from models.exchange.foreign.layout import Notation, Part
from models.exchange.words import clean, key
from models.measure import Kind
from models.number import AmbiguousNumberError, format_number, read_either
from models.plan import Actual, Indicator

_PAIR = re.compile(r"\s*([\d.,\s]+?)\s*/\s*([\d.,\s]+?)\s*")
_YES = frozenset(map(key, {"có", "co", "x", "đạt", "hoàn thành", "đã hoàn thành", "yes", "1"}))
_NO = frozenset(map(key, {"không", "khong", "không đạt", "chưa", "chưa hoàn thành", "chưa đạt", "no", "0"}))

Parts = dict[str, Any]


class UnclearError(KnownError):
    """A written number that may be two; readings holds both, the Vietnamese one first."""

    def __init__(self, text: str, readings: tuple[Decimal, Decimal]) -> None:
        self.readings = readings
        first, second = map(format_number, readings)
        super().__init__(f"“{text}” có thể là {first} hoặc {second}; hãy chọn cách đọc số")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads cells; notation settles what is written, as text, in a way that may be two numbers."""

    notation: Notation
    grades: tuple[str, ...] = ()

    def parts(self, cell: Cell, indicator: Indicator, part: Part | None) -> Parts:
        """Return what a cell says, as the parts of an actual; raises KnownError, in words, for what does not fit."""
        try:
            return self._parts(cell, indicator, part)
        except CellError as error:
            raise KnownError(f"“{error.found}”: cần {error.expected}") from error

    def _parts(self, cell: Cell, indicator: Indicator, part: Part | None) -> Parts:
        if indicator.kind is not Kind.RATIO and part in (Part.NUMERATOR, Part.DENOMINATOR):
            raise CellError(cells.shown(cell), "ô ở cột giá trị: chỉ tỷ lệ mới có tử số và mẫu số")
        match indicator.kind:
            case Kind.RATIO:
                return self._ratio(cell, part)
            case Kind.COUNT:
                return {"value": self._whole(cell, "một số nguyên, vì đây là chỉ tiêu số lượng")}
            case Kind.RANK:
                return self._rank(cell)
            case Kind.GRADE:
                return {"grade": self._grade(cell)}
            case Kind.YES_NO:
                return {"value": _yes_or_no(cell)}
        return {"value": self._number(cell, "điểm, một số")}

    def _ratio(self, cell: Cell, part: Part | None) -> Parts:
        if part in (Part.NUMERATOR, Part.DENOMINATOR):
            return {part.value: self._number(cell, "một số", is_percent=False)}
        if isinstance(cell.value, str) and (pair := _PAIR.fullmatch(clean(cell.value))):
            numerator, denominator = (self._written(each, lambda _: True) for each in pair.groups())
            return {"numerator": numerator, "denominator": denominator}
        raise CellError(cells.shown(cell), "tử số và mẫu số: tỷ lệ do phần mềm tự tính, hãy chọn cột tử số, mẫu số")

    def _rank(self, cell: Cell) -> Parts:
        expected = "thứ hạng, ví dụ 50 hoặc 50/63"
        if isinstance(cell.value, date):
            raise CellError(cells.shown(cell), f"{expected}; Excel đã đổi ô này thành ngày")
        if isinstance(cell.value, str) and (pair := _PAIR.fullmatch(clean(cell.value))):
            rank, out_of = (self._written(each, _is_whole) for each in pair.groups())
            if rank != int(rank) or out_of != int(out_of):
                raise CellError(cells.shown(cell), expected)
            return {"value": rank, "out_of": int(out_of)}
        return {"value": self._whole(cell, expected), "out_of": None}

    def _grade(self, cell: Cell) -> str:
        written = cells.text(cell)
        found = next((each for each in self.grades if key(each) == key(written)), "")
        if not found:
            raise CellError(written, f"một mức của thang xếp loại ({', '.join(self.grades) or 'chưa có mức nào'})")
        return found

    def _whole(self, cell: Cell, expected: str) -> Decimal:
        number = self._number(cell, expected, is_percent=False, may_be=_is_whole)
        if number != int(number):
            raise CellError(cells.shown(cell), expected)
        return number

    def _number(
        self,
        cell: Cell,
        expected: str,
        *,
        is_percent: bool = True,
        may_be: Callable[[Decimal], bool] = lambda _: True,
    ) -> Decimal:
        if isinstance(cell.value, str) and cell.data_type != "e":
            if "%" in cell.value and not is_percent:
                raise CellError(cells.shown(cell), f"{expected}, không phải phần trăm")
            number = self._written(cell.value, may_be)
            if number < 0:
                raise CellError(cells.shown(cell), f"{expected}, không âm")
            return number
        found = cells.number(cell, expected, is_percent=is_percent)
        if found is None:
            raise CellError(cells.shown(cell), expected)
        return found

    def _written(self, text: str, may_be: Callable[[Decimal], bool]) -> Decimal:
        """Read a written number; of two readings the one that may be, else the one of the notation chosen."""
        written = clean(text)
        try:
            return read_either(written)
        except AmbiguousNumberError as error:
            possible = [each for each in error.readings if may_be(each)]
            if len(possible) == 1:
                return possible[0]
            if self.notation is Notation.ASK:
                raise UnclearError(written, error.readings) from error
            return error.readings[self.notation is Notation.ENGLISH]


def is_word_value(text: str, grades: tuple[str, ...]) -> bool:
    """Return whether a text is a value although it is no number: a grade, done or not."""
    word = key(text)
    return word in _YES or word in _NO or word in map(key, grades)


def joined(base: Actual, parts: Parts) -> Actual:
    """Return an actual with parts put in. It is then a real figure, and a reason given for others no longer stands."""
    new = replace(base, **parts, is_illustrative=False)
    same = all(getattr(new, name) == getattr(base, name) for name in parts)
    return replace(new, is_illustrative=base.is_illustrative) if same else replace(new, accepted="")


def _yes_or_no(cell: Cell) -> Decimal:
    if isinstance(cell.value, bool):
        return Decimal(int(cell.value))
    word = key(cells.text(cell))
    if word in _YES or word in _NO:
        return Decimal(int(word in _YES))
    raise CellError(cells.shown(cell), "“có” hoặc “không”")


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()
