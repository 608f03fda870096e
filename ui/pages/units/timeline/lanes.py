"""Where the bars of units stand on the time line: in rows, those of one event beside one another. Plain, without Qt."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.succession import passed_on
from models.unit import EventKind, UnitEvent, UnitTree

MOST_BARS = 120  # more are drawn as one row an event


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: of one unit, or of all on one side of an event (code is empty then). row counts from 0 at the top.

    first and last are days, both included; None is without end. is_passed_on: others take over at its end. event is
    the place of the event it belongs to, None of a unit that nothing happened to."""

    code: str
    text: str
    row: float
    first: date | None
    last: date | None
    event: int | None
    is_passed_on: bool = False

    def moved_to(self, row: float) -> "Bar":
        """Return the same bar in another row."""
        return Bar(self.code, self.text, row, self.first, self.last, self.event, self.is_passed_on)


@dataclass(frozen=True, slots=True)
class Link:
    """A curve from the end of one row to the beginning of another, on the event's day."""

    event: int
    before: float
    after: float


@dataclass(frozen=True)
class Lanes:
    """Everything that is drawn: events in the order of their rows, and how many rows there are."""

    bars: Sequence[Bar]
    links: Sequence[Link]
    events: Sequence[int]
    rows: float

    def band(self, event: int) -> tuple[float, float] | None:
        """Return the first and last row of an event's bars."""
        rows = [bar.row for bar in self.bars if bar.event == event]
        rows += [row for link in self.links if link.event == event for row in (link.before, link.after)]
        return (min(rows), max(rows)) if rows else None


def lanes(tree: UnitTree, events: Sequence[UnitEvent]) -> Lanes:
    """Return where everything stands: groups of units that are bound by events first, in order of time."""
    touched = {code for event in events for code in (*event.before, *_units_after(event))}
    others = [code for code in tree.units if code not in touched and not tree.children(code)]
    if len(touched) + len(others) > MOST_BARS:
        return _by_event(tree, events)
    placing = _Placing(tree, events)
    for group in _groups(events):
        placing.place_group(group)
    for code in others:
        placing.place(code, placing.end)
        placing.end += 1
    return placing.lanes()


def _units_after(event: UnitEvent) -> tuple[str, ...]:
    return () if event.kind is EventKind.MOVE else event.after


def _groups(events: Sequence[UnitEvent]) -> list[list[int]]:
    """Return the places of events that share a unit, the oldest first."""
    group_of: dict[str, list[int]] = {}
    groups: list[list[int]] = []
    for place, event in enumerate(events):
        codes = (*event.before, *_units_after(event))
        known = list({id(group_of[code]): group_of[code] for code in codes if code in group_of}.values())
        joined = known[0] if known else []
        if not known:
            groups.append(joined)
        for other in known[1:]:
            joined += other
            groups.remove(other)
            group_of.update({code: joined for code, group in group_of.items() if group is other})
        joined.append(place)
        group_of.update(dict.fromkeys(codes, joined))
    return [sorted(group) for group in groups]


class _Placing:
    """Rows given one after the other; no two bars of one row are there at the same time."""

    def __init__(self, tree: UnitTree, events: Sequence[UnitEvent]) -> None:
        self._tree, self._events = tree, events
        self._rows: dict[str, float] = {}
        self._order: list[int] = []
        self._event_of: dict[str, int] = {}
        self.end = 0.0

    def place_group(self, group: list[int]) -> None:
        """Place what some events bind: who was there first in rows of their own, who took over in their middle."""
        self._order += group
        heirs: dict[str, list[str]] = defaultdict(list)
        taking_over = set[str]()
        for place in group:
            for code, shares in passed_on(self._events[place]).items():
                heirs[code] += [heir for heir, _ in shares if heir != code]
                taking_over.update(heir for heir, _ in shares if heir != code)
        claimed = set[str]()
        for place in group:
            event = self._events[place]
            for code in (*event.before, *_units_after(event)):
                self._event_of.setdefault(code, place)
                if code not in self._rows and code not in taking_over:
                    lines = max(1, _last_heirs(code, heirs, claimed))
                    self.place(code, self.end + (lines - 1) / 2)
                    self.end += lines
        for place in group:
            self._place_heirs(self._events[place])
        self.end = max([self.end, *(self._rows[code] + 1 for code in self._codes(group))]) + 0.4

    def _codes(self, group: list[int]) -> list[str]:
        events = [self._events[place] for place in group]
        return [code for event in events for code in (*event.before, *_units_after(event)) if code in self._rows]

    def _place_heirs(self, event: UnitEvent) -> None:
        rows = [self._rows[code] for code in event.before if code in self._rows]
        middle = sum(rows) / len(rows) if rows else self.end
        after = _units_after(event)
        for number, code in enumerate(after):
            if code not in self._rows:
                self.place(code, middle + number - (len(after) - 1) / 2)

    def place(self, code: str, row: float) -> None:
        """Put a bar into the row, or the nearest one where it meets no other."""
        tries = [row + step * sign / 2 for step in range(40) for sign in (1, -1)]
        free = next((each for each in tries if each >= 0 and not self._is_taken(code, each)), self.end)
        self._rows[code] = free

    def _is_taken(self, code: str, row: float) -> bool:
        return any(abs(other - row) < 1 and self._meet(code, each) for each, other in self._rows.items())

    def _meet(self, one: str, other: str) -> bool:
        (first, last), (from_day, to_day) = (_span(self._tree, code) for code in (one, other))
        return first <= to_day and from_day <= last

    def lanes(self) -> Lanes:
        """Return what was placed."""
        passed = {code for event in self._events for code in passed_on(event) if code not in event.after}
        bars = []
        for code, row in self._rows.items():
            unit = self._tree[code]
            event = self._event_of.get(code)
            bars.append(Bar(code, unit.name, row, unit.valid_from, unit.valid_to, event, code in passed))
        links = [
            Link(place, self._rows[code], self._rows[heir])
            for place in self._order
            for code, shares in passed_on(self._events[place]).items()
            for heir, _ in shares
            if heir != code
        ]
        return Lanes(bars, links, self._order, self.end)


def _span(tree: UnitTree, code: str) -> tuple[date, date]:
    unit = tree[code]
    return unit.valid_from or date.min, unit.valid_to or date.max


def _last_heirs(code: str, heirs: dict[str, list[str]], claimed: set[str]) -> int:
    """Count those at the end of a unit's line that nobody counted before; who goes on beside others counts too."""
    waiting, ends, seen = [code], set[str](), set[str]()
    while waiting:
        if (each := waiting.pop()) not in seen:
            seen.add(each)
            waiting += heirs.get(each, ())
            if not heirs.get(each):
                ends.add(each)
    new = ends - claimed
    claimed |= new
    return len(new)


def _by_event(tree: UnitTree, events: Sequence[UnitEvent]) -> Lanes:
    """Return one row an event: what was there on its left, what came of it on its right."""
    bars, links, order = [], [], []
    for row, (place, event) in enumerate((place, each) for place, each in enumerate(events)):
        order.append(place)
        eve = event.day - timedelta(days=1)
        bars.append(Bar("", _side(tree, event.before), row, None, eve, place, bool(passed_on(event))))
        if after := _units_after(event):
            bars.append(Bar("", _side(tree, after), row, event.day, None, place))
            links.append(Link(place, row, row))
    return Lanes(bars, links, order, len(events))


def _side(tree: UnitTree, codes: Iterable[str]) -> str:
    names = [tree[code].name for code in codes]
    return names[0] if len(names) == 1 else f"{len(names)}: {', '.join(names)}"
