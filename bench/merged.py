"""The country as it went on 1 July 2025, the same at every run: districts ended, and each three communes became one.

python -m bench.merged FILE.cchc        makes the file, to look at in the window"""

import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench.files import AUTHOR, MISSING, PLAN, indicators, row
from models.period import Period
from models.store.actuals import LoadRow, load, period_key
from models.store.database import Database, create_database
from models.store.indicators import indicator_ids, save_indicators
from models.store.plans import save_plan
from models.store.reorganisations import save_events
from models.store.units import save_units, unit_ids
from models.unit import EventKind, Unit, UnitEvent

DAY = date(2025, 7, 1)
EVE = DAY - timedelta(days=1)
PROVINCES, COMMUNES, MERGED, DISTRICTS = 34, 3321, 3, 20  # in all, after it; old ones each; in each province before it
MERGED_PLAN = replace(PLAN, year=DAY.year)
COMMUNE, BASIS = "xã", "Nghị quyết sắp xếp đơn vị hành chính"
FIRST = ("An", "Bình", "Đông", "Đức", "Hòa", "Hưng", "Long", "Mỹ", "Nghĩa", "Phú", "Quảng", "Tân", "Thạnh", "Vĩnh")
LAST = ("Châu", "Điền", "Giang", "Hải", "Khê", "Lâm", "Lộc", "Sơn", "Thành", "Thịnh", "Tiến", "Trạch", "Xuân", "Yên")


class Country(NamedTuple):
    """All units of the file, and what happened to them."""

    units: list[Unit]
    events: list[UnitEvent]

    def reporting(self, quarter: Period) -> list[str]:
        """Return who reports in a quarter of the year: the old communes in its first half."""
        is_before = quarter.number <= 2 or quarter.year < DAY.year
        communes = (each for each in self.units if each.kind == COMMUNE)
        return [each.code for each in communes if (each.valid_to if is_before else each.valid_from)]


def country() -> Country:
    """Return 9,963 communes under 680 districts, the 3,321 that took over under 34 provinces, and the country."""
    random, units, events = Random(2025), [Unit("GỐC", "Cơ quan")], []
    for place in range(PROVINCES):
        province = f"T{place:02}"
        units.append(Unit(province, f"Tỉnh {_name(random)}", "tỉnh", "GỐC"))
        districts = [
            Unit(f"{province}.H{n:02}", f"Huyện {_name(random)}", "huyện", province, None, EVE)
            for n in range(DISTRICTS)
        ]
        units += districts
        events.append(UnitEvent(DAY, EventKind.DISSOLVE, tuple(each.code for each in districts), (), BASIS))
        for n in range(place * COMMUNES // PROVINCES, (place + 1) * COMMUNES // PROVINCES):
            code, district = f"X{n:04}", districts[n % DISTRICTS].code
            old = [
                Unit(f"{code}.{k}", f"Xã {_name(random)}", COMMUNE, district, None, EVE, (code,)) for k in range(MERGED)
            ]
            name = random.choice(old).name if n % 3 else f"Xã {_name(random)}"
            units += [*old, Unit(code, name, COMMUNE, province, DAY)]
            events.append(UnitEvent(DAY, EventKind.MERGE, tuple(each.code for each in old), (code,), BASIS))
    return Country(units, events)


def _name(random: Random) -> str:
    return f"{random.choice(FIRST)} {random.choice(LAST)}"


def merged_file(path: Path) -> Path:
    """Make the file: the year of the merger, its first half reported by the old communes."""
    its = country()
    with closing(create_database(path)) as db:
        save_units(db, its.units, AUTHOR)
        save_events(db, its.events, AUTHOR)
        save_plan(db, MERGED_PLAN, AUTHOR)
        save_indicators(db, indicators(), AUTHOR)
        for some in _rows(db, its):
            load(db, some, AUTHOR)
    return path


def _rows(db: Database, its: Country) -> Iterator[list[LoadRow]]:
    """Yield what is reported, a quarter at a time, in the order of the key; some is missing."""
    units, codes, random = unit_ids(db), indicator_ids(db), Random(2026)
    measures = sorted((codes[each.code], each.kind) for each in indicators())
    for quarter in Period(DAY.year).quarters:
        reporting, key = sorted(units[code] for code in its.reporting(quarter)), period_key(quarter)
        yield [
            row(random, key, indicator, kind, unit)
            for indicator, kind in measures
            for unit in reporting
            if random.random() >= MISSING
        ]


if __name__ == "__main__":
    merged_file(Path(sys.argv[1]))
