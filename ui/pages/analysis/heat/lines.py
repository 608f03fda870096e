"""The heat map's lines as they leave the program. No Qt: they are made in the worker, a country's are 340,000 cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from models.exchange.figure_book import FigureCell
from models.measure import Kind
from models.plan import Indicator
from ui.pages.analysis.heat.model import PARTIAL, CellKey, HeatCell

Line = list[FigureCell]


@dataclass(frozen=True)
class HeatLines(Sequence[Line]):
    """A line a unit, each made when it is asked for. units: with their names."""

    units: Sequence[tuple[str, str]]
    indicators: Sequence[Indicator]
    cells: Mapping[CellKey, HeatCell]

    def __len__(self) -> int:
        return len(self.units)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> list[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | list[Line]:
        if isinstance(place, slice):
            return [self._line(*each) for each in self.units[place]]
        return self._line(*self.units[place])

    def __iter__(self) -> Iterator[Line]:
        return (self._line(*each) for each in self.units)

    def _line(self, unit: str, name: str) -> Line:
        found = [self.cells.get((unit, each.code)) for each in self.indicators]
        is_partial = any(cell is not None and cell.is_partial for cell in found)
        cells = (_cell(cell, each.kind) for cell, each in zip(found, self.indicators, strict=True))
        return [FigureCell(name + (PARTIAL if is_partial else "")), *cells]


def _cell(cell: HeatCell | None, kind: Kind) -> FigureCell:
    if cell is None:
        return FigureCell()
    is_ratio = kind is Kind.RATIO
    text = cell.text + ("%" if is_ratio and cell.value is not None else "")
    is_number = kind in (Kind.RATIO, Kind.COUNT, Kind.SCORE, Kind.RANK)
    return FigureCell(text, cell.value if is_number else None, is_percent=is_ratio)
