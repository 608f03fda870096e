"""What of units and events does not fit together, in plain sentences: told, never refused.

Source: docs/figures.md, 16."""

from collections.abc import Container, Iterable, Iterator
from datetime import date, timedelta

from models.number import format_date
from models.reorganisation import WORDS, wrong_sides
from models.succession import passed_on
from models.unit import EventKind, Unit, UnitEvent, UnitTree


def inconsistencies(tree: UnitTree, events: Iterable[UnitEvent]) -> list[str]:
    """Return what does not fit together, event by event, then unit by unit."""
    told = list(events)
    found = [sentence for event in told for sentence in event_sentences(tree, event)]
    found += _leaving_twice(told)
    said = {(code, heir) for event in told for code, shares in passed_on(event).items() for heir, _ in shares}
    for unit in tree.units.values():
        found += _unit_sentences(tree, unit)
        found += _without_a_day(tree, unit, said)
    return list(dict.fromkeys(found))


def event_sentences(tree: UnitTree, event: UnitEvent) -> Iterator[str]:
    """Yield what of one event does not fit with its units."""
    said = f"{WORDS[event.kind].capitalize()} ngày {format_date(event.day)}"
    for sentence in wrong_sides(event):
        yield f"{said}: {sentence[0].lower()}{sentence[1:]}"
    if not event.basis:
        yield f"{said}: chưa ghi căn cứ."
    if event.kind is EventKind.SPLIT and not event.weights and len(event.after) > 1:
        yield f"{said}: chưa ghi tỷ lệ chia; số liệu cũ được chia đều và ghi là ước tính."
    if event.kind is EventKind.MOVE:
        for code in (*event.before, *event.after):
            yield from (f"{said}: {each}" for each in _not_there(tree[code], event.day))
    else:
        for code in event.before:
            yield from (f"{said}: {each}" for each in _of_old(tree[code], event))
        for code in event.after:
            yield from (f"{said}: {each}" for each in _of_new(tree[code], event))


def _not_there(unit: Unit, day: date) -> Iterator[str]:
    if not unit.is_valid_on(day):
        yield f"{unit.name} không tồn tại vào ngày {format_date(day)}."


def _of_old(unit: Unit, event: UnitEvent) -> Iterator[str]:
    eve = event.day - timedelta(days=1)
    yield from _not_there(unit, eve)
    if unit.code in event.after:
        return
    if unit.is_valid_on(event.day):
        yield f"{unit.name} chưa ghi Đến ngày {format_date(eve)}."
    if missing := [code for code in event.after if code not in unit.succeeded_by]:
        yield f"{unit.name} chưa ghi Kế thừa bởi {', '.join(missing)}."


def _of_new(unit: Unit, event: UnitEvent) -> Iterator[str]:
    yield from _not_there(unit, event.day)
    if unit.is_valid_on(event.day) and _begins_with(event, unit.code) and unit.valid_from != event.day:
        yield f"{unit.name} cần có Từ ngày {format_date(event.day)}."


def _begins_with(event: UnitEvent, code: str) -> bool:
    return event.kind in (EventKind.RENAME, EventKind.SPLIT) and code not in event.before


def _leaving_twice(events: list[UnitEvent]) -> Iterator[str]:
    seen: set[tuple[str, date]] = set()
    moved: set[tuple[str, date]] = set()
    for event in events:
        for code in passed_on(event):
            if (code, event.day) in seen:
                yield f"Đơn vị {code} có hai sự kiện cùng ngày {format_date(event.day)}; chỉ sự kiện đầu được tính."
            seen.add((code, event.day))
        for code in event.before if event.kind is EventKind.MOVE else ():
            if (code, event.day) in moved:
                yield f"Đơn vị {code} được chuyển hai lần trong ngày {format_date(event.day)}; chỉ lần sau được tính."
            moved.add((code, event.day))


def _without_a_day(tree: UnitTree, unit: Unit, said: Container[tuple[str, str]]) -> Iterator[str]:
    """Tell of successors of a unit that goes on, where no event says since when they have a part of it."""
    if unit.valid_to is None and (heirs := [code for code in unit.succeeded_by if (unit.code, code) not in said]):
        names = ", ".join(tree[code].name for code in heirs)
        yield (
            f"{unit.name} ghi được {names} kế thừa nhưng chưa biết từ ngày nào; "
            "hãy ghi Đến ngày của đơn vị này, hoặc một sự kiện."
        )


def _unit_sentences(tree: UnitTree, unit: Unit) -> Iterator[str]:
    if unit.succeeded_by and unit.valid_to is not None and unit.valid_to < date.max:
        day = unit.valid_to + timedelta(days=1)
        for code in unit.succeeded_by:
            if not tree[code].is_valid_on(day):
                yield (
                    f"{tree[code].name} kế thừa {unit.name} nhưng không tồn tại vào ngày {format_date(day)}, "
                    "ngay sau khi đơn vị này thôi."
                )
    if unit.valid_to is None:
        yield from _of_superior(tree, unit)


def _of_superior(tree: UnitTree, unit: Unit) -> Iterator[str]:
    code = tree.superior(unit.code, date.max)
    superior = tree[code] if code else None
    if superior is not None and superior.valid_to is not None and superior.valid_to < date.max:
        yield (
            f"{unit.name} còn đứng dưới {superior.name}, đã thôi sau ngày {format_date(superior.valid_to)}; "
            "hãy ghi sự kiện chuyển về cấp trên mới."
        )
