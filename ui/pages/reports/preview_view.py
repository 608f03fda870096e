"""The report as it will read: figures tint under the mouse, Tab goes from one to the next, Enter opens its source."""

from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from reports.chart import Chart
from ui.pages.reports.chart_picture import chart_picture
from ui.pages.reports.preview import CHART, FIGURE, PART, Page
from ui.theme import print_theme, theme

PAPER_UNITS = 794  # the width of A4 at 96 dots per inch


class PreviewView(QTextBrowser):
    """Shows a page. figure_chosen: the number of a figure that was clicked, or chosen by Enter."""

    figure_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int]] = []
        self._hovered = self.current = -1
        self._percent = 100
        self._charts: tuple[Chart, ...] = ()
        self.setAccessibleName(self.tr("Preview of the report"))
        self.setAccessibleDescription(self.tr("Tab goes from figure to figure, Enter opens where it comes from"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # its tables take the width
        self.setProperty("role", "paper")
        self.setMouseTracking(True)
        self.anchorClicked.connect(self._clicked)

    def show_page(self, page: Page, percent: int) -> None:
        """Show a page made for a size; the place and the current figure stay where they were."""
        place, current = self.verticalScrollBar().value(), self.current
        self._percent, self._charts = percent, page.charts
        self.setHtml(page.html)
        self._places = self._found(len(page.figures))
        self._hovered = -1
        self.current = current if current < len(self._places) else -1
        self._fit()
        self._mark()
        self.verticalScrollBar().setValue(place)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Qt asks for a picture of the page."""
        link = QUrl(name).toString()
        if link.startswith(CHART):
            return chart_picture(self._charts[int(link[len(CHART) :])], self._percent, self.devicePixelRatioF())
        return super().loadResource(kind, name)

    def go_to(self, figure: int) -> None:
        """Put the mark on a figure and bring it into sight; -1 takes the mark away."""
        self.current = figure
        self._mark()
        if figure >= 0:
            self.setTextCursor(self._cursor(figure, is_selected=False))
            self.ensureCursorVisible()

    def go_to_part(self, number: int) -> None:
        """Bring the beginning of a part to the top."""
        self.scrollToAnchor(f"{PART}{number}")

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab and Shift+Tab go through the figures, then out of the page."""
        wanted = self.current + (1 if is_next else -1) if self.current >= 0 else self._first_in_sight(is_next)
        if not self.hasFocus() or not 0 <= wanted < len(self._places):
            return super(QTextEdit, self).focusNextPrevChild(is_next)
        self.go_to(wanted)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.figure_chosen.emit(self.current)
        elif event.key() == Qt.Key.Key_Escape and self.current >= 0:
            self.go_to(-1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hovered = _figure_of(self.anchorAt(event.position().toPoint()))
        if hovered != self._hovered:
            self._hovered = hovered
            self._mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _clicked(self, link: QUrl) -> None:
        figure = _figure_of(link.toString())
        if figure >= 0:
            self.go_to(figure)
            self.figure_chosen.emit(figure)

    def _found(self, count: int) -> list[tuple[int, int]]:
        """Return where each figure stands: its first place, and the one after its last."""
        places = [(0, 0)] * count
        block = self.document().begin()
        while block.isValid():
            walk = block.begin()
            while not walk.atEnd():
                stretch = walk.fragment()
                figure = _figure_of(stretch.charFormat().anchorHref())
                if figure >= 0:
                    places[figure] = (stretch.position(), stretch.position() + stretch.length())
                walk += 1
            block = block.next()
        return places

    def _first_in_sight(self, is_next: bool) -> int:
        """Return the figure that Tab comes to first; going back, one leaves the page."""
        top = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        return next((figure for figure, place in enumerate(self._places) if is_next and place[1] > top), -1)

    def _fit(self) -> None:
        """Keep the lines as long as on paper: in a wide window the page stands in the middle."""
        room = self.viewport().width() - theme().px(PAPER_UNITS * self._percent / 100)
        frame = self.document().rootFrame()
        shape = QTextFrameFormat(frame.frameFormat())
        margin = max(room // 2, theme().px(8))
        if round(shape.leftMargin()) != margin:
            shape.setLeftMargin(margin)
            shape.setRightMargin(margin)
            frame.setFrameFormat(shape)

    def _mark(self) -> None:
        """Tint the figure under the mouse, and mark the current one."""
        look = print_theme()
        marks = []
        for figure, ground, ink in (
            (self._hovered, look.colour("accent_soft").darker(115), look.colour("ink")),
            (self.current, look.colour("accent"), look.colour("on_accent")),
        ):
            if 0 <= figure < len(self._places):
                marks.append(self._selection(figure, ground, ink))
        self.setExtraSelections(marks)

    def _selection(self, figure: int, ground: QColor, ink: QColor) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        shape.setBackground(ground)
        shape.setForeground(ink)
        mark.format = shape
        mark.cursor = self._cursor(figure, is_selected=True)
        return mark

    def _cursor(self, figure: int, *, is_selected: bool) -> QTextCursor:
        first, last = self._places[figure]
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        if is_selected:
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _figure_of(link: str) -> int:
    """Return the number of the figure that a link is of; -1 where it is of none."""
    return int(link[len(FIGURE) :]) if link.startswith(FIGURE) else -1
