"""Sheets Đơn vị, Sự kiện đơn vị and Tỷ lệ chia tách."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.exchange.columns import EVENTS, SHARES, UNITS
from models.exchange.reading import Reading
from models.exchange.tables import Row
from models.exchange.words import EVENT_KINDS
from models.unit import EventKind, Unit, UnitEvent


def read_units(reading: Reading) -> None:
    """Read the units; superiors and successors may stand in later rows."""
    rows: list[tuple[Row, Unit]] = []
    seen: dict[object, int] = {}
    for row in reading.rows(UNITS):
        unit = _unit(row)
        row.once(seen, unit.code, "Mã")
        if unit.code:
            reading.units[unit.code] = unit
            rows.append((row, unit))
    for row, unit in rows:
        _check_references(reading, row, unit)
    for row, unit in rows:
        if row.is_right and _is_circle(reading, unit):
            row.wrong("Mã cấp trên", "cấp trên không nằm dưới chính đơn vị này")
    reading.book.units = [unit for row, unit in rows if row.is_right]


def _unit(row: Row) -> Unit:
    unit = Unit(
        row.text("Mã"),
        row.text("Tên"),
        row.text("Loại"),
        row.text("Mã cấp trên") or None,
        row.day("Từ ngày"),
        row.day("Đến ngày"),
        row.codes("Kế thừa bởi"),
    )
    if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
        row.wrong("Đến ngày", "ngày không trước Từ ngày")
    return unit


def _check_references(reading: Reading, row: Row, unit: Unit) -> None:
    for heading, codes in (("Mã cấp trên", (unit.first_superior,)), ("Kế thừa bởi", unit.succeeded_by)):
        for code in codes:
            if code is not None and code not in reading.units:
                row.wrong(heading, "mã đơn vị đã có trong sổ này hoặc trong tệp dữ liệu", code)
            elif code == unit.code:
                row.wrong(heading, "đơn vị khác, không phải chính nó")


def _is_circle(reading: Reading, unit: Unit) -> bool:
    seen, above = {unit.code}, unit.first_superior
    while above is not None:
        if above in seen:
            return above == unit.code
        seen.add(above)
        found = reading.units.get(above)
        above = found.first_superior if found else None
    return False


def read_events(reading: Reading) -> None:
    """Read what happened to units."""
    seen: dict[object, int] = {}
    for row in reading.rows(EVENTS):
        day, kind = row.day("Ngày"), row.word("Loại", EVENT_KINDS)
        before, after = (_side(reading, row, heading) for heading in ("Từ", "Thành"))
        if not (before or after) and row.is_right:
            row.wrong("Từ", "mã đơn vị ở cột Từ hoặc Thành")
        row.once(seen, (day, kind, before, after), "Ngày")
        basis = row.text("Căn cứ")
        if row.is_right and day and kind:
            reading.book.events.append(UnitEvent(day, kind, before, after, basis))


def _side(reading: Reading, row: Row, heading: str) -> tuple[str, ...]:
    codes = row.codes(heading)
    for code in codes:
        if code not in reading.units:
            row.wrong(heading, "mã đơn vị đã có trong sổ này hoặc trong tệp dữ liệu", code)
    return codes


def read_shares(reading: Reading) -> None:
    """Read the share of each unit in a split of this workbook: all of a split's, or none."""
    splits = {(each.day, each.before): each for each in reading.book.events if each.kind is EventKind.SPLIT}
    given: dict[Split, dict[str, tuple[Row, Decimal]]] = defaultdict(dict)
    for row in reading.rows(SHARES):
        day, before = row.day("Ngày"), _side(reading, row, "Từ")
        heir, weight = row.known("Thành", reading.units, "đơn vị"), row.decimal("Tỷ lệ", is_percent=False)
        if not row.is_right or day is None or weight is None:
            continue
        split = splits.get((day, before))
        if split is None or heir not in split.after:
            row.wrong("Thành", "đơn vị sau một lần chia tách nêu trong trang Sự kiện đơn vị")
        else:
            given[day, before][heir] = (row, weight)
    weighed = {each: _weighed(splits[each], its) for each, its in given.items()}
    reading.book.events = [weighed.get((each.day, each.before), each) for each in reading.book.events]


Split = tuple[date, tuple[str, ...]]


def _weighed(split: UnitEvent, given: dict[str, tuple[Row, Decimal]]) -> UnitEvent:
    last, _ = next(reversed(given.values()))
    if missing := [code for code in split.after if code not in given]:
        last.wrong("Tỷ lệ", f"tỷ lệ của cả {', '.join(missing)}", "")
        return split
    weights = tuple(given[code][1] for code in split.after)
    if not any(weights):
        last.wrong("Tỷ lệ", "ít nhất một tỷ lệ lớn hơn 0")
    return replace(split, weights=weights)
