"""What is printed, laid out page by page. The worker alone turns its pages, so that no two threads share one."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from ui.printing.leaf import Leaf, page_image
from ui.printing.output import Told, unheard


@dataclass(frozen=True)
class Printed:
    """What is to be printed: its pages, laid out in the worker one after the other as they are asked for.

    title is what it is called, file_name the name that a PDF of it gets, author who made it; note what a person must
    know who looks at the pages."""

    lay_out: Callable[[], Iterator[Leaf]]
    title: str
    file_name: str
    author: str = ""
    note: str = ""


class Book:
    """The pages of something printed. All but is_whole is for the worker only."""

    def __init__(self, printed: Printed) -> None:
        self.printed = printed
        self.is_whole = False
        self._leaves: list[Leaf] = []
        self._coming: Iterator[Leaf] | None = None
        self._problem: Exception | None = None

    def lay_out(self, seconds: float) -> Sequence[QSizeF]:
        """Lay out pages for so long, one at least; returns the sizes of the new ones. Raises what made it fail."""
        end, before = time.perf_counter() + seconds, len(self._leaves)
        while self._turn() and time.perf_counter() < end:
            pass
        return [leaf.size for leaf in self._leaves[before:]]

    def leaves(self, told: Told = unheard) -> Sequence[Leaf]:
        """Return all pages, laying out those that are missing."""
        while not self.is_whole:
            told(len(self._leaves), 0)
            self._turn()
        return self._leaves

    def image(self, page: int, dots_per_inch: float, density: float) -> QImage:
        """Return a page that was laid out, counted from 0, as a picture for the screen."""
        return page_image(self._leaves[page], dots_per_inch, density)

    def _turn(self) -> bool:
        """Lay out one more page; False where there is none."""
        if self._problem is not None:
            raise self._problem  # what is left of it would pass for the whole
        try:
            self._coming = self._coming or self.printed.lay_out()
            leaf = next(self._coming, None)
        except Exception as problem:
            self._problem = problem
            raise
        if leaf is None:
            self.is_whole = True
        else:
            self._leaves.append(leaf)
        return leaf is not None
