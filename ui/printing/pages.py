"""Pages of A4 in the form of the decree: margins, numbers in the top margin from page 2, each annex from 1."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from reports.document import Document, Run, Section
from reports.word.looks import looks
from ui.printing.blocks import section_items
from ui.printing.book import Printed
from ui.printing.items import Item, paint_all, set_text, total
from ui.printing.measure import PER_INCH, PER_MM

_SHORT, _LONG = 210 * PER_MM, 297 * PER_MM
_LEFT, _RIGHT, _TOP, _BOTTOM, _NUMBER, _FOOT = (mm * PER_MM for mm in (30, 20, 20, 20, 10, 10))  # P3 to P5, P7


@dataclass
class Page:
    """One page: its size, in tenths of a point, and what stands where on it."""

    size: QSizeF
    placed: list[tuple[Item, float, float]] = field(default_factory=list)

    def paint(self, painter: QPainter, dots_per_inch: float) -> None:
        """Draw it, its corner in the painter's."""
        painter.save()
        painter.scale(dots_per_inch / PER_INCH, dots_per_inch / PER_INCH)
        for item, x, y in self.placed:
            item.paint(painter, x, y)
        painter.restore()


def report_printed(document: Document, foot: str, file_name: str) -> Printed:
    """Return a report as it is printed; foot stands below every page."""
    properties = document.properties
    return Printed(partial(pages, document, foot), properties.title, file_name, properties.author)


def pages(document: Document, foot: str = "") -> Iterator[Page]:
    """Yield the pages of a report, each when it is full; foot stands below every one."""
    for section in document.sections:
        yield from _Filling(section, foot).pages()


class _Filling:
    """The pages of one section, filled from the top."""

    def __init__(self, section: Section, foot: str) -> None:
        wide, high = (_LONG, _SHORT) if section.is_landscape else (_SHORT, _LONG)
        self._section, self._foot, self._size = section, foot, QSizeF(wide, high)
        self._text = QRectF(_LEFT, _TOP, wide - _LEFT - _RIGHT, high - _TOP - _BOTTOM)
        self._number, self._y = 0, 0.0
        self._page = self._begun()

    def pages(self) -> Iterator[Page]:
        """Yield the pages as they become full."""
        held: list[Item] = []
        for item in section_items(self._section, self._text.width()):
            held.append(item)
            if not item.keeps_next:
                yield from self._put(held)
                held = []
        yield from self._put(held)
        yield self._page

    def _put(self, held: list[Item]) -> Iterator[Page]:
        """Put items that stay together on this page or the next; more than a page of them is parted where it must."""
        if self._has_text() and self._room() < total(held) <= self._text.height():
            yield from self._turned()
        for item in held:
            if self._has_text() and self._room() < item.height:
                yield from self._turned()
            for head in () if self._has_text() else item.heads:
                self._place(head)
            self._place(item)

    def _has_text(self) -> bool:
        return self._y > self._text.top()

    def _room(self) -> float:
        return self._text.bottom() - self._y

    def _place(self, item: Item) -> None:
        """Put an item below the last one; the space before what begins a later page falls away."""
        self._y += item.before if self._has_text() or self._number == 1 else 0.0
        self._page.placed.append((item, self._text.left(), self._y))
        self._y += item.height + item.after

    def _turned(self) -> Iterator[Page]:
        yield self._page
        self._page = self._begun()

    def _begun(self) -> Page:
        page = Page(self._size)
        self._number += 1
        self._y = self._text.top()
        if self._number > 1:
            page.placed.append((self._line(str(self._number), "Header"), self._text.left(), _NUMBER))
        if self._foot:
            line = self._line(self._foot, "Footer")
            page.placed.append((line, self._text.left(), self._size.height() - _FOOT - line.height))
        return page

    def _line(self, words: str, style: str) -> Item:
        lines = set_text((Run(words),), looks()[style], self._text.width())
        return Item(total(lines), lambda painter, x, y: paint_all(lines, painter, x, y))
