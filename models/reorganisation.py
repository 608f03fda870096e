"""What a merger, split, rename, end or move does to the units of a file, and what stands in its way.

Source: docs/figures.md, 16."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models.errors import KnownError
from models.number import format_date
from models.period import Period, Windows
from models.unit import EventKind, Unit, UnitEvent, UnitTree

WORDS = {
    EventKind.MERGE: "sáp nhập",
    EventKind.SPLIT: "chia tách",
    EventKind.RENAME: "đổi tên",
    EventKind.DISSOLVE: "giải thể",
    EventKind.MOVE: "chuyển",
}


@dataclass(frozen=True, slots=True)
class Reorganisation:
    """What a person decides: the event, and the units in its after that begin with it."""

    event: UnitEvent
    new: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """What is to be written: units as they become, those that are new among them, and the events that tell it."""

    changed: tuple[Unit, ...]
    new: tuple[Unit, ...]
    events: tuple[UnitEvent, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """Everybody whom it touches."""
        return self.changed + self.new


def effect(tree: UnitTree, decided: Reorganisation) -> Effect:
    """Return what a reorganisation does: units end and begin, those below come under the one that took over.

    Raises KnownError with all that stands in its way."""
    if problems := list(obstacles(tree, decided)):
        raise KnownError(" ".join(problems))
    event = decided.event
    new = tuple(replace(each, valid_from=event.day) for each in decided.new)
    if event.kind is EventKind.MOVE:
        return Effect((), new, (event,))
    changed = tuple(_ended(tree[code], event) for code in event.before if _is_changed(code, event))
    return Effect(changed, new, (event, *_moves_below(tree, event)))


def _ended(unit: Unit, event: UnitEvent) -> Unit:
    """Return a unit as it becomes: it ends the day before, or goes on beside those that were split off."""
    heirs = tuple(code for code in event.after if code != unit.code)
    if unit.code in event.after:
        return replace(unit, succeeded_by=tuple(dict.fromkeys((*unit.succeeded_by, *heirs))))
    return replace(unit, valid_to=event.day - timedelta(days=1), succeeded_by=heirs)


def _moves_below(tree: UnitTree, event: UnitEvent) -> Iterator[UnitEvent]:
    below = children_left(tree, event)
    if below and len(event.after) == 1:
        yield UnitEvent(event.day, EventKind.MOVE, tuple(below), event.after, event.basis)


def companions(event: UnitEvent, told: Iterable[UnitEvent]) -> tuple[UnitEvent, ...]:
    """Return the moves that were told with an event, of those who stood below a unit that ended with it."""
    if event.kind is EventKind.MOVE:
        return ()
    same = (event.day, event.after, event.basis)
    return tuple(each for each in told if each.kind is EventKind.MOVE and (each.day, each.after, each.basis) == same)


def taking_back(tree: UnitTree, event: UnitEvent, told: Iterable[UnitEvent]) -> tuple[Effect, tuple[Unit, ...]]:
    """Return what an event has done, to be taken back, and the units that it changed as they were before it."""
    told = list(told)
    changed = (
        () if event.kind is EventKind.MOVE else tuple(tree[code] for code in event.before if _is_changed(code, event))
    )
    others = {code for each in told if each != event and each.kind is not EventKind.MOVE for code in each.after}
    new = tuple(
        tree[code]
        for code in event.after
        if event.kind is not EventKind.MOVE and tree[code].valid_from == event.day
        if code not in others and code not in event.before
    )
    found = Effect(changed, new, (event, *companions(event, told)))
    return found, tuple(_before(unit, event) for unit in changed)


def _is_changed(code: str, event: UnitEvent) -> bool:
    return event.kind is EventKind.SPLIT or code not in event.after


def _before(unit: Unit, event: UnitEvent) -> Unit:
    has_ended = unit.valid_to == event.day - timedelta(days=1) and unit.code not in event.after
    heirs = tuple(code for code in unit.succeeded_by if code not in event.after)
    return replace(unit, valid_to=None if has_ended else unit.valid_to, succeeded_by=heirs)


def children_left(tree: UnitTree, event: UnitEvent) -> list[str]:
    """Return who stands on the day under a unit that ends with the event and does not end itself."""
    ended = [code for code in event.before if code not in event.after]
    touched = {*event.before, *event.after}
    return [child for code in ended for child in tree.children(code, event.day) if child not in touched]


def days_of_change(
    tree: UnitTree, events: Iterable[UnitEvent], code: str, windows: Windows, year: Period, on: date
) -> list[date]:
    """Return the days of a year, up to the one asked, from which its later quarters are of other units than its first:
    anything happened to the unit or those below it."""
    first, last = windows.of(year.quarters[0]).last, min(windows.of(year).last, on)
    days = set()
    for each in events:
        if first < each.day <= last:
            there = tree.members(code, each.day - timedelta(days=1)) | tree.members(code, each.day)
            if not there.isdisjoint((*each.before, *each.after)):
                days.add(each.day)
    return sorted(days)


def obstacles(tree: UnitTree, decided: Reorganisation) -> Iterator[str]:
    """Yield in plain sentences why a reorganisation cannot be."""
    event = decided.event
    yield from wrong_sides(event)
    yield from _wrong_new(tree, decided)
    unknown = [code for code in (*event.before, *event.after) if code not in tree and code not in _codes(decided.new)]
    if unknown:
        yield f"Không có đơn vị {', '.join(unknown)}."
        return
    eve = event.day - timedelta(days=1)
    for code in event.before:
        yield from _not_there(tree[code], eve, f"không tồn tại vào ngày {format_date(eve)}, trước ngày có hiệu lực")
        if tree[code].valid_to == eve and event.kind is not EventKind.MOVE:
            yield f"{tree[code].name} đã thôi sau ngày {format_date(eve)}; sự kiện này đã được ghi."
    for code in event.after:
        if code in tree:
            yield from _not_there(tree[code], event.day, f"không tồn tại vào ngày {format_date(event.day)}")
    if event.kind is EventKind.MOVE:
        yield from _move_in_circle(tree, event)
    elif event.kind is EventKind.SPLIT and (left := children_left(tree, event)):
        names = ", ".join(tree[code].name for code in left)
        yield f"Trước khi chia tách, hãy chuyển các đơn vị còn trực thuộc: {names}."


def wrong_sides(event: UnitEvent) -> Iterator[str]:
    """Yield what is wrong with who stands on which side of an event, and with the shares of a split."""
    before, after = event.before, event.after
    own = set(before) & set(after)
    match event.kind:
        case EventKind.MERGE if len(after) != 1 or len(before) < 2:
            yield "Sáp nhập cần ít nhất hai đơn vị cũ và đúng một đơn vị tiếp nhận."
        case EventKind.SPLIT if len(before) != 1 or len(after) < 2:
            yield "Chia tách cần đúng một đơn vị cũ và ít nhất hai đơn vị sau khi chia."
        case EventKind.RENAME if len(before) != 1 or len(after) != 1 or own:
            yield "Đổi tên cần đúng một đơn vị cũ và một đơn vị mới mang tên mới."
        case EventKind.DISSOLVE if not before or own:
            yield "Giải thể cần ít nhất một đơn vị thôi hoạt động, không phải đơn vị tiếp nhận."
        case EventKind.MOVE if not before or len(after) != 1:
            yield "Chuyển cần ít nhất một đơn vị được chuyển và đúng một cấp trên mới."
    if len(set(before)) < len(before) or len(set(after)) < len(after):
        yield "Một đơn vị chỉ được nêu một lần."
    if event.weights and (len(event.weights) != len(after) or not sum(event.weights)):
        yield "Tỷ lệ chia cần một số cho mỗi đơn vị sau khi chia, không phải tất cả bằng 0."


def _wrong_new(tree: UnitTree, decided: Reorganisation) -> Iterator[str]:
    for each in decided.new:
        if not each.code or not each.name:
            yield "Đơn vị mới cần có mã và tên."
        elif each.code in tree:
            yield f"Đã có đơn vị mang mã {each.code}; hãy chọn mã khác cho {each.name}."
    codes = _codes(decided.new)
    if len(codes) < len(decided.new):
        yield "Mỗi đơn vị mới cần một mã riêng."


def _not_there(unit: Unit, day: date, said: str) -> Iterator[str]:
    if not unit.is_valid_on(day):
        yield f"{unit.name} {said}."


def _move_in_circle(tree: UnitTree, event: UnitEvent) -> Iterator[str]:
    for code in event.before:
        if event.after and event.after[0] in tree and event.after[0] in tree.members(code, event.day):
            yield f"{tree[code].name} không chuyển được về dưới chính nó hoặc đơn vị trực thuộc của nó."


def _codes(units: Sequence[Unit]) -> set[str]:
    return {each.code for each in units}
