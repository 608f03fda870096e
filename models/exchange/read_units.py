"""Sheets Đơn vị and Sự kiện đơn vị."""

from models.exchange.columns import EVENTS, UNITS
from models.exchange.reading import Reading
from models.exchange.tables import Row
from models.exchange.words import EVENT_KINDS
from models.unit import Unit, UnitEvent


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
    for heading, codes in (("Mã cấp trên", (unit.superior,)), ("Kế thừa bởi", unit.succeeded_by)):
        for code in codes:
            if code is not None and code not in reading.units:
                row.wrong(heading, "mã đơn vị đã có trong sổ này hoặc trong tệp dữ liệu", code)
            elif code == unit.code:
                row.wrong(heading, "đơn vị khác, không phải chính nó")


def _is_circle(reading: Reading, unit: Unit) -> bool:
    seen, above = {unit.code}, unit.superior
    while above is not None:
        if above in seen:
            return above == unit.code
        seen.add(above)
        found = reading.units.get(above)
        above = found.superior if found else None
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
