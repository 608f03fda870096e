"""The one-stop tables of the sample: three fields, four units, figures that add up.

What is open at a quarter's end is what came in less what went out, and it is carried over into the next quarter: so the
sums of the table hold in every line."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # the table's columns and rules are the program's own

from models.exchange.words import ACCUMULATIONS, GROUP_KINDS, KINDS, ROLES, SEVERITIES, word
from models.onestop import Role, member_code, one_stop_group

FIGURES = Path(__file__).with_name("sample_one_stop.txt")
AREA = "Giải quyết hồ sơ tại bộ phận một cửa"
FIELDS = {"MC1": "Đất đai", "MC2": "Hộ tịch, chứng thực", "MC3": "Đăng ký kinh doanh"}
UNITS = ("PCM", "THANHMY", "CADY", "CHAVAL")
QUARTERS = ("2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")

Row = tuple[Any, ...]
Line = dict[Role, int]


@dataclass(frozen=True)
class OneStop:
    """The rows that the tables add to the sheets of the workbook. lead: who answers for them."""

    plan: str
    lead: str

    def indicators(self) -> Iterator[Row]:
        """Yield the rows of sheet Chỉ tiêu."""
        for code, field in FIELDS.items():
            for each in one_stop_group(self.plan, AREA, code, field).indicators:
                assert each.accumulation is not None
                yield (
                    *(self.plan, each.code, None, each.area, each.name, each.short_name, self.lead),
                    *(word(KINDS, each.kind), None, None, each.measured_in, None),
                    *(word(ACCUMULATIONS, each.accumulation), None, None, None, None, None, each.source),
                )

    def assignments(self) -> Iterator[Row]:
        """Yield the rows of sheet Giao chỉ tiêu."""
        for code in FIELDS:
            for role in Role:
                for unit in UNITS:
                    yield self.plan, member_code(code, role), unit, "2023", None, None, None

    def rules(self) -> Iterator[Row]:
        """Yield the rows of sheet Quy tắc."""
        for code, field in FIELDS.items():
            for each in one_stop_group(self.plan, AREA, code, field).rules:
                severity = word(SEVERITIES, each.is_error)
                yield self.plan, each.code, each.left, each.operator, each.right, 0, severity, each.text

    def members(self) -> Iterator[Row]:
        """Yield the rows of sheet Bộ chỉ tiêu."""
        for code, field in FIELDS.items():
            for each in one_stop_group(self.plan, AREA, code, field).members:
                kind, role = word(GROUP_KINDS, each.kind), word(ROLES, each.role)
                yield self.plan, each.indicator, each.group, kind, each.field, role


def actuals() -> Iterator[Row]:
    """Yield the rows of sheet Số liệu, quarter by quarter."""
    told = [line.split() for line in FIGURES.read_text("utf-8").splitlines() if not line.startswith("#")]
    found = [(group, unit, _table(int(carried), cells)) for group, unit, carried, *cells in told]
    for position, quarter in enumerate(QUARTERS):
        for group, unit, lines in found:
            for role in Role:
                value = lines[position][role]
                yield member_code(group, role), unit, quarter, None, None, Decimal(value), None, None, "x"


def _table(carried: int, cells: list[str]) -> list[Line]:
    lines = []
    for cell in cells:
        came_in, went_out, overdue = cell.split(":")
        online, direct = map(int, came_in.split("+"))
        early, on_time, late = map(int, went_out.split("/"))
        is_open = carried + online + direct - early - on_time - late
        numbers = (online, direct, carried, early, on_time, late, is_open - int(overdue), int(overdue))
        assert min(numbers) >= 0, cell
        lines.append(dict(zip(Role, numbers, strict=True)))
        carried = is_open
    return lines
