"""Every kind of report made for every sort of plan, each once for all tests of a run.

The sample at every period and of one unit; the sample while nothing is known of what stands around a report; a
province of many communes; a plan with no data; a plan without indicators."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from models.measure import Kind, Operator, Target
from models.period import quarter, read_period
from models.plan import Actual, Indicator, Plan
from models.store.actuals import record
from models.store.changes import Author
from models.store.database import Database, create_database, open_database
from models.store.groups import add_one_stop, groups
from models.store.indicators import save_indicators
from models.store.plans import plan_in_force, save_plan
from models.store.units import save_units
from models.unit import Unit
from reports.document import Document
from reports.kinds import KINDS, make_document
from reports.word.example_template import example_template
from reports.word.package import document_bytes
from tests.sample import sample_file
from tests.unit.models.one_stop_tables import tables
from tests.unit.reports.reading_back import Back

COMMUNES = 170
FIELDS = ("Đất đai", "Hộ tịch, chứng thực")
DAYS = {
    "2023-Q1": date(2023, 3, 19),
    "2023-Q2": date(2023, 6, 19),
    "2023-Q3": date(2023, 9, 25),
    "2023-Q4": date(2023, 12, 22),
    "2023-H1": date(2023, 6, 19),
    "2023-9M": date(2023, 9, 25),
    "2023": date(2024, 1, 5),
}
_AUTHOR = Author("Phòng Nội vụ", "test")
_AREAS = ("Cải cách thủ tục hành chính", "Xây dựng chính quyền điện tử, chính quyền số")


@dataclass(frozen=True)
class Case:
    """A kind of report for a file, a period and a unit (empty: the whole plan); look: "draft", "house" or final."""

    kind: str
    file: str
    period: str
    unit: str = ""
    look: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, (self.kind, self.file, self.period, self.unit, self.look)))

    @property
    def on(self) -> date:
        """The day it is made on."""
        return DAYS.get(self.period, date(2024, 7, 1))


@dataclass(frozen=True, eq=False)
class Made:
    """A report: what it says, its bytes, and what an independent reader finds in them."""

    case: Case
    document: Document
    content: bytes
    back: Back


def _cases() -> Iterator[Case]:
    for code, kind in KINDS.items():
        periods = list(DAYS) if kind.takes_period else ["2023"]
        half = "2023-H1" if kind.takes_period else "2023"
        yield from (Case(code, "sample", period) for period in periods)
        if kind.takes_unit:
            yield Case(code, "sample", half, "CADY")
            yield Case(code, "no-data", half, "X1")
        yield Case(code, "undispatched", half)
        yield Case(code, "province", half)
        yield Case(code, "no-data", half)
        yield Case(code, "no-indicators", "2024-H1" if kind.takes_period else "2024")


CASES = tuple(_cases())
OTHER_LOOKS = tuple(
    replace(case, look=look)
    for case in CASES
    for look in ("draft", "house")
    if (case.file, case.unit) == ("sample", "") and case.period in ("2023-H1", "2023")
)


@cache
def made(case: Case) -> Made:
    """Return a report, made once."""
    db, period = _file(case.file), read_period(case.period)
    document = make_document(db, case.kind, plan_in_force(db, period), period, case.on, case.unit or None)
    template = example_template() if case.look == "house" else None
    content = document_bytes(document, is_draft=case.look == "draft", template=template)
    return Made(case, document, content, Back(content))


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="cchc-kinds-", ignore_cleanup_errors=True)


@cache
def _file(name: str) -> Database:
    path = Path(_folder().name) / f"{name}.cchc"
    if name in ("sample", "undispatched"):
        shutil.move(sample_file(path.parent), path)
        db = open_database(path)
        if name == "undispatched":
            db.execute("DELETE FROM dispatch")
        return db
    db = create_database(path)
    (_province if name == "province" else _without_data)(db)
    return db


def _without_data(db: Database) -> None:
    """A district that has begun: units, a plan with indicators, and the next year's plan with none."""
    save_units(
        db, [Unit("H", "UBND huyện"), *(Unit(f"X{n}", f"Xã {n}", first_superior="H") for n in range(1, 4))], _AUTHOR
    )
    save_plan(db, Plan("KH-2023", 2023, "Kế hoạch cải cách hành chính năm 2023", "H"), _AUTHOR)
    save_plan(db, Plan("KH-2024", 2024, "Kế hoạch cải cách hành chính năm 2024", "H"), _AUTHOR)
    save_indicators(db, _indicators(5), _AUTHOR)


def _province(db: Database) -> None:
    """Many communes, of which each reports something else; every ninth has sent nothing, every seventh a part."""
    communes = [Unit(f"X{n:03}", f"Xã Minh Họa {n}", first_superior="T") for n in range(1, COMMUNES + 1)]
    save_units(db, [Unit("T", "UBND tỉnh Minh Họa"), *communes], _AUTHOR)
    plan = Plan(
        "KH-2023",
        2023,
        "Kế hoạch cải cách hành chính năm 2023",
        "T",
        issuing_agency="ỦY BAN NHÂN DÂN TỈNH MINH HỌA",
        place="Minh Họa",
        number="12/KH-UBND",
        issued_on=date(2023, 1, 6),
    )
    save_plan(db, plan, _AUTHOR)
    save_indicators(db, _indicators(12), _AUTHOR)
    add_one_stop(db, plan.code, FIELDS, _AUTHOR)
    record(db, _actuals(communes), _AUTHOR)
    record(db, _one_stop_actuals(db, plan, communes), _AUTHOR)


def _actuals(communes: list[Unit]) -> Iterator[Actual]:
    for number, commune in enumerate(communes):
        quarters = (quarter(2023, 1),) if number % 7 == 0 else (quarter(2023, 1), quarter(2023, 2))
        for indicator in range(12) if number % 9 else ():
            for period in quarters:
                whole = 100 + (number * 37 + indicator * 11) % 400
                part = whole * (55 + (number + indicator * 5) % 45) // 100
                yield Actual(f"CT-{indicator:02}", commune.code, period, Decimal(part), Decimal(whole))


def _one_stop_actuals(db: Database, plan: Plan, communes: list[Unit]) -> Iterator[Actual]:
    random = Random(plan.year)
    its = groups(db, plan.code)
    for number, commune in enumerate(communes):
        for group in its if number % 9 else ():
            for place, line in enumerate(tables(random, 2), start=1):
                for role, value in line.items():
                    yield Actual(
                        group.members[role], commune.code, quarter(plan.year, place), None, None, Decimal(value)
                    )


def _indicators(count: int) -> list[Indicator]:
    return [
        Indicator(
            "KH-2023",
            f"CT-{number:02}",
            _AREAS[number % 2],
            f"Tỷ lệ hồ sơ thuộc nhóm {number} được giải quyết đúng hạn",
            Kind.RATIO,
            measured_in="hồ sơ",
            target=Target(Operator.AT_LEAST, Decimal(70 + number)),
        )
        for number in range(count)
    ]
