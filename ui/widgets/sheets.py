"""Pages of paper below one another. Pictures of them are made elsewhere, of those only that are looked at."""

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.printing.measure import PER_INCH
from ui.theme import theme

SMALLEST_DOTS, LARGEST_DOTS = 40, 400
KEPT_BYTES, LEAST_KEPT = 96 * 2**20, 4


class Sheet(QWidget):
    """One page as it will be printed, white until its picture has come. looked_at: it is seen on the screen."""

    looked_at = Signal(int)

    def __init__(self, page: int, size: QSizeF, dots_per_inch: float) -> None:
        super().__init__()
        self._page, self.paper_size = page, size
        self.picture: QImage | None = None
        self.show_at(dots_per_inch)
        self.setAccessibleName(self.tr("Page {number}").format(number=page + 1))

    def pixels(self, dots_per_inch: float) -> QSize:
        """Return how large it is on the screen."""
        return (self.paper_size * (dots_per_inch / PER_INCH)).toSize()

    def show_at(self, dots_per_inch: float) -> None:
        """Show it at a size; until the picture for it comes, with the one that is there."""
        self.setFixedSize(self.pixels(dots_per_inch))
        self.update()

    def show_picture(self, picture: QImage | None) -> None:
        """Show what is on it, or give the picture up for the time being."""
        self.picture = picture
        if picture is not None:
            self.update()

    @property
    def is_sharp(self) -> bool:
        """Whether its picture is made for the size that it is shown at."""
        return self.picture is not None and self.picture.size() == self.size() * self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        if self.picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self.is_sharp)
            painter.drawImage(self.rect(), self.picture)
        painter.setPen(QColor("#8C97A5"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
        self.looked_at.emit(self._page)


class Sheets(QScrollArea):
    """All pages. Qt's own preview draws Vietnamese letters with their marks out of place.

    wanted(page): a page that is looked at has no picture for the size that it is shown at."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setSpacing(theme().px(12))
        self._column.addStretch(1)
        self.sheets: list[Sheet] = []
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.dots_per_inch = 96.0
        self._widest = 0.0
        self._is_fitted = True
        self._kept: OrderedDict[int, int] = OrderedDict()  # bytes of the pictures, those looked at last at the end

    def add(self, sizes: Iterable[QSizeF]) -> None:
        """Put more pages below the last."""
        widest = self._widest
        for size in sizes:
            sheet = Sheet(len(self.sheets), size, self.dots_per_inch)
            sheet.looked_at.connect(self._looked_at)
            self._column.insertWidget(len(self.sheets), sheet, 0, Qt.AlignmentFlag.AlignHCenter)
            self.sheets.append(sheet)
            self._widest = max(self._widest, size.width())
        if self._is_fitted and self._widest > widest:
            self.fit_to_width()

    def show_picture(self, page: int, picture: QImage) -> None:
        """Show what is on a page; of those not looked at for long the pictures are given up."""
        self.sheets[page].show_picture(picture)
        self._kept[page] = picture.sizeInBytes()
        self._kept.move_to_end(page)
        while len(self._kept) > LEAST_KEPT and sum(self._kept.values()) > KEPT_BYTES:
            oldest, _ = self._kept.popitem(last=False)
            self.sheets[oldest].show_picture(None)

    def fit_to_width(self) -> None:
        """Show the widest page as wide as there is room."""
        self._is_fitted = True
        if self._widest:
            room = self.viewport().width() - theme().px(32)
            self._show_at(room * PER_INCH / self._widest)

    def zoom(self, factor: float, _checked: bool = False) -> None:
        """Show the pages larger or smaller."""
        self._is_fitted = False
        self._show_at(self.dots_per_inch * factor)

    def _show_at(self, dots_per_inch: float) -> None:
        self.dots_per_inch = min(max(dots_per_inch, SMALLEST_DOTS), LARGEST_DOTS)
        for sheet in self.sheets:
            sheet.show_at(self.dots_per_inch)

    def _looked_at(self, page: int) -> None:
        if page in self._kept:
            self._kept.move_to_end(page)
        if not self.sheets[page].is_sharp:
            self.wanted.emit(page)
