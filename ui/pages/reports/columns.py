"""Three columns side by side; in a narrow window the right one is a drawer over the middle."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.settings import Settings
from ui.theme import theme
from ui.widgets.kept_splitter import KeptSplitter

DRAWER_UNITS = 1280
LEFT_UNITS, MIDDLE_UNITS, RIGHT_UNITS, WRITING_UNITS = 276, 588, 294, 392


class Columns(QWidget):
    """Keeps the widths that were given by hand; for writing the right column is wider."""

    def __init__(self, settings: Settings, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__()
        self.right = right
        self.is_drawer = False
        self._is_writing = False
        self._splitter = KeptSplitter(settings, "reports/columns")
        for place, (column, stretch) in enumerate(((left, 0), (middle, 1), (right, 0))):
            self._splitter.addWidget(column)
            self._splitter.setStretchFactor(place, stretch)
        look = theme()
        self._splitter.begin_with(*(look.px(units) for units in (LEFT_UNITS, MIDDLE_UNITS, RIGHT_UNITS)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._splitter)

    def show_right(self, is_shown: bool) -> None:
        """Open or close the right column."""
        self.right.setVisible(is_shown)
        self._place_drawer()

    def make_room(self, *, is_writing: bool) -> None:
        """Give the right column the room that lines of text need, or take it back."""
        before, self._is_writing = self._is_writing, is_writing
        sizes = self._splitter.sizes()
        if self.is_drawer or before == is_writing or not self.right.isVisible():
            return
        wanted = theme().px(WRITING_UNITS if is_writing else RIGHT_UNITS)
        if (sizes[2] < wanted) == is_writing:
            self._splitter.setSizes([sizes[0], sizes[1] + sizes[2] - wanted, wanted])

    def fit(self, window_width: int) -> None:
        """Be three columns or two and a drawer, as the window is wide."""
        is_drawer = window_width < theme().px(DRAWER_UNITS)
        if is_drawer != self.is_drawer:
            self.is_drawer = is_drawer
            if is_drawer:
                self.right.setParent(self)
            else:
                self._splitter.addWidget(self.right)
            self.right.setVisible(not is_drawer)
        self._place_drawer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_drawer()

    def _place_drawer(self) -> None:
        if self.is_drawer:
            width = theme().px(WRITING_UNITS)
            self.right.setGeometry(self.width() - width, 0, width, self.height())
            self.right.raise_()
