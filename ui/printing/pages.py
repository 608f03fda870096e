"""Pages of A4 in the form of the decree: margins, numbers in the top margin from page 2, each annex from 1."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from models.errors import KnownError
from reports.document import Document, Section
from reports.word.looks import looks
from ui.printing.blocks import section_items
from ui.printing.items import Item, font, paint_all, pen, total
from ui.printing.measure import PER_INCH, PER_MM

_LEFT, _RIGHT, _TOP, _BOTTOM, _NUMBER, _FOOT = (mm * PER_MM for mm in (30, 20, 20, 20, 10, 10))  # P3 to P5, P7


def paint_document(
    document: Document, device: QPagedPaintDevice, foot: str = "", poll: Callable[[], object] = lambda: None
) -> None:
    """Paint a report on a printer or into a PDF; foot stands below every page. poll is called at every page.

    Raises KnownError where the device takes nothing."""
    _lay(device, document.sections[0])
    painter = QPainter()
    if not painter.begin(device):
        raise KnownError("Không in được: máy in hoặc tệp không nhận trang nào.")
    try:
        painter.scale(device.logicalDpiX() / PER_INCH, device.logicalDpiY() / PER_INCH)
        for number, section in enumerate(document.sections):
            _Pages(painter, device, section, foot, poll).paint(is_first=number == 0)
    finally:
        painter.end()


def _lay(device: QPagedPaintDevice, section: Section) -> None:
    lies = QPageLayout.Orientation.Landscape if section.is_landscape else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), lies, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


class _Pages:
    """The pages of one section, filled from the top."""

    def __init__(
        self,
        painter: QPainter,
        device: QPagedPaintDevice,
        section: Section,
        foot: str,
        poll: Callable[[], object],
    ) -> None:
        self._painter, self._device, self._section = painter, device, section
        self._foot, self._poll = foot, poll
        wide, high = (297, 210) if section.is_landscape else (210, 297)
        self._text = QRectF(_LEFT, _TOP, wide * PER_MM - _LEFT - _RIGHT, high * PER_MM - _TOP - _BOTTOM)
        self._number = 0
        self._y = 0.0

    def paint(self, is_first: bool) -> None:
        """Paint the section; the document's first page is there already."""
        if is_first:
            self._begin()
        else:
            _lay(self._device, self._section)
            self._turn()
        held: list[Item] = []
        for item in section_items(self._section, self._text.width()):
            held.append(item)
            if not item.keeps_next:
                self._put(held)
                held = []
        self._put(held)

    def _put(self, held: list[Item]) -> None:
        """Put items that stay together on this page or the next; more than a page of them is parted where it must."""
        if total(held) > self._room() and self._y > self._text.top() and total(held) <= self._text.height():
            self._turn()
        for item in held:
            if item.height > self._room() and self._y > self._text.top():
                self._turn()
            if self._y == self._text.top() and item.heads:
                self._paint(item.heads)
            self._paint([item])

    def _room(self) -> float:
        return self._text.bottom() - self._y

    def _paint(self, items: Iterable[Item]) -> None:
        for item in items:
            before = item.before if self._y > self._text.top() or self._number == 1 else 0.0
            paint_all([item], self._painter, self._text.left(), self._y + before - item.before)
            self._y += before + item.height + item.after

    def _turn(self) -> None:
        self._device.newPage()
        self._begin()

    def _begin(self) -> None:
        self._poll()
        self._number += 1
        self._y = self._text.top()
        if self._number > 1:
            self._line(_NUMBER, str(self._number), "Header")
        if self._foot:
            self._line(self._text.bottom() + _BOTTOM - _FOOT - looks()["Footer"].points * 12, self._foot, "Footer")

    def _line(self, y: float, words: str, style: str) -> None:
        look = looks()[style]
        self._painter.setFont(font(look.points, bold=look.bold, italic=look.italic))
        self._painter.setPen(pen())
        room = QRectF(self._text.left(), y, self._text.width(), look.points * 12)
        self._painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), words)
