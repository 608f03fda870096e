"""Data files as large as a province's and the country's, the same at every run."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

from models.measure import Accumulation, Kind, Operator, Target
from models.period import Period
from models.plan import Assignment, Indicator, Plan
from models.store.actuals import LoadRow, period_key
from models.store.changes import Author
from models.store.database import Database, create_database
from models.store.indicators import indicator_ids, save_assignments, save_indicators
from models.store.plans import save_plan
from models.store.units import save_units, unit_ids
from models.unit import Unit

YEARS = range(2019, 2024)
INDICATORS = 100
MISSING = 0.03
AUTHOR = Author("bench", "import")
PLAN = Plan("KH23", YEARS[-1], "Kế hoạch cải cách hành chính", "GỐC")


@dataclass(frozen=True, slots=True)
class Size:
    """How many units a file has: superiors below the root, and units that report below each (or below the root)."""

    name: str
    superiors: int
    below_each: int

    @property
    def units(self) -> list[Unit]:
        """The root, its superiors, and all that report."""
        above = [f"T{number:02}" for number in range(self.superiors)]
        found = [Unit("GỐC", "Cơ quan"), *(Unit(code, f"Tỉnh {code}", first_superior="GỐC") for code in above)]
        for superior in above or ["GỐC"]:
            found += [
                Unit(f"{superior}.{n:03}", f"Xã {n}", first_superior=superior, valid_from=date(2010, 1, 1))
                for n in range(self.below_each)
            ]
        return found

    @property
    def reporting(self) -> list[str]:
        """The codes of those that report."""
        return [each.code for each in self.units if each.valid_from]


PROVINCE = Size("province", 0, 130)
PROVINCE_OF_170 = Size("province", 0, 170)
COUNTRY = Size("country", 34, 100)


def indicators() -> list[Indicator]:
    """Return flows and stocks, ratios and counts, each with a target that about half of the units meet."""
    found = []
    for number in range(INDICATORS):
        kind = Kind.COUNT if number % 7 == 6 else Kind.RATIO
        how = Accumulation.STOCK if number % 10 == 9 else Accumulation.FLOW
        target = Target(Operator.AT_LEAST, Decimal(number % 40 + 60) if kind is Kind.RATIO else Decimal(10_000_000))
        found.append(
            Indicator(PLAN.code, f"CT-{number:03}", "", f"Chỉ tiêu {number}", kind, accumulation=how, target=target)
        )
    return found


def assignments(size: Size) -> list[Assignment]:
    """Return three indicators given to some units only: a flow to every fourth, one to one unit, a stock to half."""
    year, units = Period(PLAN.year), size.reporting
    given = {"CT-000": units[::4], "CT-001": units[7:8], "CT-009": units[: len(units) // 2]}
    return [Assignment(PLAN.code, code, unit, year) for code, its in given.items() for unit in its]


def prepared(path: Path, size: Size) -> Database:
    """Make a file with everything but actuals."""
    db = create_database(path)
    save_units(db, size.units, AUTHOR)
    save_plan(db, PLAN, AUTHOR)
    save_indicators(db, indicators(), AUTHOR)
    save_assignments(db, assignments(size), AUTHOR)
    return db


def rows(db: Database, size: Size) -> Iterator[list[LoadRow]]:
    """Yield the rows to load, a quarter at a time, in the order of the key; some are missing, a few cannot be right."""
    units, codes = unit_ids(db), indicator_ids(db)
    reporting = sorted(units[code] for code in size.reporting)
    measures = sorted((codes[each.code], each.kind) for each in indicators())
    random = Random(2023)
    for year in YEARS:
        for quarter in Period(year).quarters:
            key = period_key(quarter)
            yield [
                row(random, key, code, kind, unit)
                for code, kind in measures
                for unit in reporting
                if random.random() >= MISSING
            ]


def row(random: Random, key: int, code: int, kind: Kind, unit: int) -> LoadRow:
    """Return what a unit reports, for `load`."""
    whole = int(random.random() * 2_000)
    if kind is Kind.COUNT:
        return key, code, unit, None, None, whole * 10_000, None, None, None, None, 0
    part = int(whole * (0.6 + 0.4 * random.random()))
    odd = random.random()
    if odd < 0.0001:
        reason = "đã đối chiếu" if odd < 0.00005 else None
        return key, code, unit, (whole + 1) * 10_000, whole * 10_000, None, None, None, None, reason, 0
    return key, code, unit, part * 10_000, whole * 10_000, None, None, None, None, None, 0
