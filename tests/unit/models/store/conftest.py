"""A small office to test the store with: a district, two communes, a plan with one indicator of each kind."""

import os
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.measure import Kind, Operator, Target
from models.plan import Indicator, Plan
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.indicators import save_indicators
from models.store.plans import save_plan
from models.store.units import save_units
from models.unit import Unit

UNITS = [
    Unit("H", "UBND huyện", "huyện"),
    Unit("X1", "Xã Một", "xã", "H", date(2020, 1, 1), date(2023, 6, 30), ("X2",)),
    Unit("X2", "Xã Hai", "xã", "H"),
]
PLAN = Plan("KH23", 2023, "Kế hoạch cải cách hành chính năm 2023", "H")
INDICATORS = [
    Indicator(PLAN.code, str(kind), "Thủ tục hành chính", f"Chỉ tiêu {kind}", kind, target=target)
    for kind, target in {
        Kind.RATIO: Target(Operator.AT_LEAST, Decimal("65.5")),
        Kind.COUNT: None,
        Kind.SCORE: Target(Operator.RANGE, Decimal("80.25"), Decimal(100)),
        Kind.RANK: Target(Operator.BETTER),
        Kind.GRADE: Target(Operator.AT_LEAST, grade="Tốt"),
        Kind.YES_NO: Target(Operator.EQUAL, Decimal(1)),
    }.items()
]

PAGE = 4096  # bytes


@pytest.fixture
def author() -> Author:
    return Author("Chuyên viên")


@pytest.fixture
def empty() -> Iterator[Database]:
    db = memory_database()
    yield db
    db.close()


@pytest.fixture
def db(empty: Database, author: Author) -> Database:
    fill(empty, author)
    return empty


def fill(db: Database, author: Author) -> None:
    save_units(db, UNITS, author)
    save_plan(db, PLAN, author)
    save_indicators(db, INDICATORS, author)


def damage_units(path: Path) -> None:
    """Write over the pages of a file in which units called Xã Xã… lie."""
    content = bytearray(path.read_bytes())
    for start in range(0, len(content), PAGE):
        if "Xã Xã".encode() in content[start : start + PAGE]:
            content[start : start + 200] = os.urandom(200)
    path.write_bytes(content)
