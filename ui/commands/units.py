"""Units without a screen: the tree on a day, and what happened to units. Imports no Qt."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date

from models.number import format_date, plain
from models.reorganisation import WORDS
from models.succession import all_events, split_shares
from models.unit import EventKind, Unit, UnitEvent, UnitTree
from ui.commands.output import print_json


def units(asked: Namespace) -> None:
    """Print the units as they stand on a day: those that exist under one another, the others after them."""
    from models.store.database import open_database
    from models.store.units import unit_tree

    day = asked.on or date.today()
    with closing(open_database(asked.file, read_only=True)) as db:
        tree = unit_tree(db)
    if asked.json:
        records = [_unit_record(tree, unit, day) for unit in tree.units.values()]
        print_json(records)
    else:
        print("\n".join(_unit_lines(tree, day)))


def unit_events(asked: Namespace) -> None:
    """Print what happened to units, also what their ends imply, and what does not fit together."""
    from models.store.database import open_database
    from models.store.unit_events import events
    from models.store.units import unit_tree
    from models.unit_rules import inconsistencies

    with closing(open_database(asked.file, read_only=True)) as db:
        tree, told = unit_tree(db), events(db)
    found = all_events(tree.units.values(), told)
    if asked.json:
        print_json(_event_record(each, each in told) for each in found)
        return
    names = tree.names()
    for each in found:
        print(_event_line(each, names, each in told))
    wrong = inconsistencies(tree, told)
    for sentence in wrong:
        print(f"Cần xem: {sentence}")
    print(f"{len(found)} sự kiện; {len(wrong)} điều chưa khớp." if found or wrong else "Chưa có sự kiện đơn vị nào.")


def _unit_record(tree: UnitTree, unit: Unit, day: date) -> Mapping[str, object]:
    return {
        "code": unit.code,
        "name": unit.name,
        "kind": unit.kind,
        "superior": tree.superior(unit.code, day),
        "valid_from": unit.valid_from and unit.valid_from.isoformat(),
        "valid_to": unit.valid_to and unit.valid_to.isoformat(),
        "succeeded_by": list(unit.succeeded_by),
        "exists": unit.is_valid_on(day),
    }


def _unit_lines(tree: UnitTree, day: date) -> Iterator[str]:
    placed: set[str] = set()
    for code in tree.units:
        if code not in placed and _is_top(tree, code, day):
            for depth, each in _below(tree, code, day, 0):
                placed.add(each)
                yield f"{'  ' * depth}{tree[each].name} ({each})"
    gone = [unit for code, unit in tree.units.items() if not unit.is_valid_on(day)]
    if gone:
        yield f"Không tồn tại vào ngày {format_date(day)}:"
        yield from (f"  {unit.name} ({unit.code}){_span(unit)}" for unit in gone)


def _is_top(tree: UnitTree, code: str, day: date) -> bool:
    superior = tree.superior(code, day)
    return tree[code].is_valid_on(day) and (superior is None or not tree[superior].is_valid_on(day))


def _below(tree: UnitTree, code: str, day: date, depth: int) -> Iterator[tuple[int, str]]:
    yield depth, code
    for child in tree.children(code, day):
        yield from _below(tree, child, day, depth + 1)


def _span(unit: Unit) -> str:
    parts = [f"từ {format_date(unit.valid_from)}"] if unit.valid_from else []
    parts += [f"đến {format_date(unit.valid_to)}"] if unit.valid_to else []
    heirs = [f"nay là {', '.join(unit.succeeded_by)}"] if unit.succeeded_by else []
    return "".join(f", {each}" for each in (*parts, *heirs))


def _event_record(event: UnitEvent, is_told: bool) -> Mapping[str, object]:
    shares = split_shares(event) if event.kind is EventKind.SPLIT else ()
    return {
        "day": event.day.isoformat(),
        "kind": event.kind.value,
        "before": list(event.before),
        "after": list(event.after),
        "basis": event.basis,
        "shares": [{"unit": code, "percent": plain(100 * share)} for code, share in shares],
        "implied": not is_told,
    }


def _event_line(event: UnitEvent, names: Mapping[str, str], is_told: bool) -> str:
    before, after = (", ".join(names[code] for code in side) for side in (event.before, event.after))
    arrow = " vào " if event.kind is EventKind.MOVE else " thành "
    basis = event.basis or ("suy từ cột Kế thừa bởi" if not is_told else "chưa ghi căn cứ")
    into = f"{arrow}{after}" if after else ""
    return f"{format_date(event.day)}  {WORDS[event.kind]}: {before}{into} ({basis})"
