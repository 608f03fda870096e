"""One page of anything that is printed: it knows how large it is and draws itself, on whatever thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPicture

from ui.printing.measure import PER_INCH


class Leaf(Protocol):
    """A page of A4, upright or on its side."""

    @property
    def size(self) -> QSizeF:
        """How large it is, in tenths of a point."""

    def paint(self, painter: QPainter, dots_per_inch: float) -> None:
        """Draw it, its corner in the painter's."""


Placed = tuple[QRectF, QImage]


@dataclass(frozen=True)
class RecordedLeaf:
    """A page that was drawn once, on the screen's thread, since what draws it may not leave that thread.

    images lie below the rest; a recording itself would pack each of them, which takes longer than all else."""

    size: QSizeF
    picture: QPicture
    images: Sequence[Placed] = ()

    def paint(self, painter: QPainter, dots_per_inch: float) -> None:
        """Draw it again, its corner in the painter's."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        scale, device = dots_per_inch / PER_INCH, painter.device()
        for rect, image in self.images:
            fine = (rect.size() * (scale * device.devicePixelRatioF())).toSize()
            placed = QRectF(rect.topLeft() * scale, rect.size() * scale)
            painter.drawImage(placed, _made_smaller(image, fine))
        # Qt plays a recording larger where a device has more dots to the inch than the screen: that is undone here
        ours, theirs = self.picture.logicalDpiX(), device.logicalDpiX()
        painter.scale(scale * ours / theirs, scale * ours / theirs)
        painter.drawPicture(0, 0, self.picture)
        painter.restore()


def _made_smaller(image: QImage, size: QSize) -> QImage:
    """Return an image for so many dots; a painter that draws it much smaller would leave every other dot out."""
    if image.width() <= size.width():
        return image
    return image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)


def recorded(size: QSizeF, draw: Callable[[QPainter, float], Sequence[Placed]]) -> RecordedLeaf:
    """Return a page of what draw paints, and of the images it returns; draw gets the dots per inch."""
    picture = QPicture()
    painter = QPainter(picture)
    try:
        images = draw(painter, PER_INCH)
    finally:
        painter.end()
    return RecordedLeaf(size, picture, images)


def page_layout(size: QSizeF) -> QPageLayout:
    """Return the layout of a page of A4 of a size, without margins: the page has its own."""
    is_upright = size.width() <= size.height()
    lies = QPageLayout.Orientation.Portrait if is_upright else QPageLayout.Orientation.Landscape
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), lies, QMarginsF(), QPageLayout.Unit.Millimeter)


def page_image(leaf: Leaf, dots_per_inch: float, density: float) -> QImage:
    """Return a page as a picture for the screen; density is how many dots of the screen stand for a pixel."""
    size = (leaf.size * (dots_per_inch / PER_INCH)).toSize()
    image = QImage(size * density, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(density)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        leaf.paint(painter, dots_per_inch)
    finally:
        painter.end()  # a picture must not go before its painter
    return image
