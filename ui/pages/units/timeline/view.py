"""The view of the time line: drawn anew when units, width or filter change; walked with the arrow keys."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from models.number import format_date
from models.unit import UnitEvent, UnitTree
from ui.folding import fold
from ui.pages.units.timeline.items import BarItem, LinkItem, Scale
from ui.pages.units.timeline.lanes import Bar, Lanes, Link, lanes
from ui.theme import theme

MOST_ITEMS = 300  # of more bars only those near what is in sight are drawn
AXIS_UNITS, ROW_UNITS, BAR_UNITS, CURVE_UNITS, SIDE_UNITS = 34, 33, 22, 34, 14


class TimelineView(QGraphicsView):
    """event_chosen(place): an event was clicked or walked to; unit_chosen(code): a unit's bar was clicked."""

    event_chosen = Signal(int)
    unit_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._all = self._shown = Lanes((), (), (), 0)
        self._events: Sequence[UnitEvent] = ()
        self._day = date.today()
        self._bars: list[BarItem] = []
        self._links: list[LinkItem] = []
        self._numbers: Mapping[str, str] = {}
        self._wanted = ""
        self._folded: dict[str, str] = {}  # by the text of a bar
        self._drawn = (0.0, 0.0)
        self.chosen: int | None = None
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setBackgroundBrush(theme().colour("surface"))
        self.setAccessibleName(self.tr("Time line of the units"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # -- what is shown

    def show_units(self, tree: UnitTree, events: Sequence[UnitEvent], day: date) -> None:
        """Show what happened to units, with a line on the day."""
        self._all, self._events, self._day = lanes(tree, events), events, day
        if self.chosen is not None and self.chosen >= len(events):
            self.chosen = None
        self._numbers = {}
        for bar in self._all.bars:  # so that the first key is as quick as the next ones
            self._fold(bar.text)
        self.show_matching(self._wanted)

    def show_matching(self, text: str) -> None:
        """Show the events of units whose name holds a text, tones or not; an empty text shows all."""
        self._wanted = text
        self._shown = _matching(self._all, fold(" ".join(text.split())), self._fold)
        self._draw()

    def _fold(self, text: str) -> str:
        if text not in self._folded:
            self._folded[text] = fold(text)
        return self._folded[text]

    def show_numbers(self, numbers: Mapping[str, str]) -> None:
        """Write what units reported into their bars, by code."""
        self._numbers = numbers
        for item in self._bars:
            item.number = numbers.get(item.bar.code, "")
            item.update()

    def choose(self, event: int | None) -> None:
        """Light up an event, and bring it into sight."""
        self.chosen = event
        self._light()
        band = None if event is None else self._shown.band(event)
        if band is not None:
            self.ensureVisible(0, self._y(band[0]), 1, self._y(band[1] + 1) - self._y(band[0]), 0, theme().px(8))

    @property
    def order(self) -> Sequence[int]:
        """The events that are shown, from the top down."""
        return self._shown.events

    # -- drawing

    def _y(self, row: float) -> float:
        return float(theme().px(AXIS_UNITS + 8) + row * theme().px(ROW_UNITS))

    def _draw(self) -> None:
        look, scene = theme(), self.scene()
        scene.clear()
        self._bars, self._links = [], []
        width = self.viewport().width()
        high = max(self._y(self._shown.rows) + look.px(24), self.viewport().height() - 2)
        self._band = scene.addRect(QRectF(), QPen(Qt.PenStyle.NoPen), look.colour("accent_soft"))
        self._band.setZValue(-2)
        scene.setSceneRect(0, 0, width, high)  # may scroll, and so draw the rows
        scale = self._scale()
        self._draw_years(scale, high)
        self._draw_day(scale, high)
        self._draw_rows(scale)

    def _draw_rows(self, scale: Scale) -> None:
        """Draw the bars and curves: of many those in sight, and a page above and below."""
        look, scene, shown = theme(), self.scene(), self._shown
        for old in (*self._bars, *self._links):
            scene.removeItem(old)
        first, last = self._rows_in_sight()
        margin = last - first if len(shown.bars) > MOST_ITEMS else shown.rows
        first, last = self._drawn = (first - margin, last + margin)
        self._bars = [self._bar(bar, scale) for bar in shown.bars if first <= bar.row <= last]
        self._links = []
        for link in shown.links:
            if max(link.before, link.after) < first or min(link.before, link.after) > last:
                continue
            x = scale.x(self._events[link.event].day)
            middle = look.px(BAR_UNITS) / 2
            start = QPointF(x - look.px(CURVE_UNITS), self._y(link.before) + middle)
            item = LinkItem(link.event, start, QPointF(x, self._y(link.after) + middle), look)
            scene.addItem(item)
            self._links.append(item)
        self._light()
        self.show_numbers(self._numbers)

    def _rows_in_sight(self) -> tuple[float, float]:
        top, row = self.verticalScrollBar().value() - theme().px(AXIS_UNITS + 8), theme().px(ROW_UNITS)
        return top / row - 1, (top + self.viewport().height()) / row + 1

    def _scrolled(self) -> None:
        first, last = self._rows_in_sight()
        if first < self._drawn[0] or last > self._drawn[1]:
            self._draw_rows(self._scale())

    def _scale(self) -> Scale:
        side = theme().px(SIDE_UNITS)
        return Scale([each.day for each in self._events] or [self._day], side, self.viewport().width() - 2 * side)

    def _draw_years(self, scale: Scale, high: float) -> None:
        look, scene = theme(), self.scene()
        for year in scale.years:
            x = scale.x(date(year, 1, 1))
            line = scene.addLine(x, look.px(AXIS_UNITS), x, high, QPen(look.colour("grid"), 1))
            line.setZValue(-1)
            label = scene.addSimpleText(str(year), look.font(12))
            label.setBrush(look.colour("text2"))
            wide = label.boundingRect().width()
            label.setPos(min(max(x - wide / 2, look.px(4)), self.viewport().width() - wide - look.px(4)), look.px(8))

    def _draw_day(self, scale: Scale, high: float) -> None:
        look, scene = theme(), self.scene()
        x = scale.x(self._day)
        line = scene.addLine(
            x, look.px(AXIS_UNITS), x, high - look.px(20), QPen(look.colour("text"), 1.4, Qt.PenStyle.DashLine)
        )
        line.setZValue(-1)  # behind the bars, so that no number is struck through
        label = scene.addSimpleText(format_date(self._day), look.font(12, bold=True))
        label.setBrush(look.colour("text"))
        wide = label.boundingRect().width()
        label.setPos(min(x - wide / 2, self.viewport().width() - wide - look.px(4)), high - look.px(19))

    def _bar(self, bar: Bar, scale: Scale) -> BarItem:
        look = theme()
        left, right = scale.x(bar.first, 0.0), scale.x(bar.last, 1.0)
        if bar.is_passed_on:
            right -= look.px(CURVE_UNITS)
        top = self._y(bar.row)
        box = QRectF(left, top, max(right - left, look.px(12)), look.px(BAR_UNITS))
        item = BarItem(bar, box, look)
        self.scene().addItem(item)
        return item

    def _light(self) -> None:
        look = theme()
        for bar in self._bars:
            is_lit = self.chosen is not None and self._is_of(bar.bar, self.chosen)
            is_new = is_lit and bar.bar.first is not None
            if (bar.is_lit, bar.is_chosen) != (is_lit, is_new):
                bar.is_lit, bar.is_chosen = is_lit, is_new
                bar.update()
        for link in self._links:
            link.set_lit(link.event == self.chosen)
        found = None if self.chosen is None else self._shown.band(self.chosen)
        if found is None:
            self._band.setRect(QRectF())
            return
        top, bottom = self._y(found[0]) - look.px(5), self._y(found[1]) + look.px(BAR_UNITS + 5)
        self._band.setRect(0, top, self.viewport().width(), bottom - top)

    def _is_of(self, bar: Bar, event: int) -> bool:
        if not bar.code:
            return bar.event == event
        each = self._events[event]
        return bar.code in each.before or bar.code in each.after

    # -- keys and mouse

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt tells that the room changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._draw()
        else:
            self._scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from event to event."""
        order = list(self.order)
        place = order.index(self.chosen) if self.chosen in order else -1
        goals = {
            Qt.Key.Key_Down: place + 1,
            Qt.Key.Key_Up: max(place - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(order) - 1,
        }
        if event.key() in goals and order:
            self._take(order[min(goals[Qt.Key(event.key())], len(order) - 1)])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the event of a bar, and its unit."""
        item = self.itemAt(event.position().toPoint())
        if isinstance(item, LinkItem):
            self._take(item.event)
        elif isinstance(item, BarItem):
            if item.bar.event is not None:
                self._take(self._event_under(item.bar, event.position().x()))
            if item.bar.code:
                self.unit_chosen.emit(item.bar.code)
        super().mousePressEvent(event)

    def _event_under(self, bar: Bar, x: float) -> int:
        """Return the event of a bar; of several, the one whose day is nearest to the mouse."""
        mine = [place for place in self.order if self._is_of(bar, place)]
        scale = self._scale()
        return min(mine, key=lambda place: abs(scale.x(self._events[place].day) - x))

    def _take(self, event: int) -> None:
        self.choose(event)
        self.event_chosen.emit(event)


def _matching(found: Lanes, wanted: str, fold: Callable[[str], str]) -> Lanes:
    """Return the groups in which a name matches, moved together."""
    if not wanted:
        return found
    events = {bar.event for bar in found.bars if bar.event is not None and wanted in fold(bar.text)}
    groups = _whole(found, events)
    bars = [bar for bar in found.bars if (bar.event in groups if bar.event is not None else wanted in fold(bar.text))]
    links = [link for link in found.links if link.event in groups]
    rows = sorted({bar.row for bar in bars} | {row for link in links for row in (link.before, link.after)})
    moved: dict[float, float] = {}
    end, last = 0.0, None
    for row in rows:
        end += 0.0 if last is None else min(row - last, 1.4)
        moved[row], last = end, row
    return Lanes(
        [bar.moved_to(moved[bar.row]) for bar in bars],
        [Link(link.event, moved[link.before], moved[link.after]) for link in links],
        [event for event in found.events if event in groups],
        end + 1.4 if rows else 0.0,
    )


def _whole(found: Lanes, events: set[int]) -> set[int]:
    """Add the events that share a row with those that match: they are one story."""
    rows = {row for link in found.links if link.event in events for row in (link.before, link.after)}
    return events | {link.event for link in found.links if link.before in rows or link.after in rows}
