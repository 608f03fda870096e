"""How long the forms of a quarter take, and taking them back: 170 units, 60 indicators each.

    python -m bench.forms [--write]

Beside them, in the same run, the same number of workbooks with the same number of plain cells, written by XlsxWriter
and read by openpyxl: what cannot be done without. Times do not carry over to other machines, ratios do."""

import sys
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import xlsxwriter
from openpyxl import load_workbook

from bench.page import made_with, write_part
from models.exchange.importer import import_workbook
from models.exchange.unit_form.writing import write_forms
from models.measure import Kind, Operator, Target
from models.period import quarter
from models.plan import Actual, Indicator, Plan
from models.store.actuals import record
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.indicators import save_indicators
from models.store.plans import save_plan
from models.store.units import save_units
from models.unit import Unit

UNITS, INDICATORS = 170, 60
Q1, Q2 = quarter(2023, 1), quarter(2023, 2)
AUTHOR = Author("bench", "sample")


def a_province() -> tuple[Database, Plan]:
    """Return a file with a province's plan, two quarters of it reported."""
    db = memory_database()
    units = [Unit(f"X{number:03}", f"Xã số {number}", first_superior="T") for number in range(UNITS)]
    save_units(db, [Unit("T", "UBND tỉnh"), *units], AUTHOR)
    plan = Plan("KH", 2023, "Kế hoạch cải cách hành chính năm 2023", "T")
    save_plan(db, plan, AUTHOR)
    kinds = [Kind.RATIO if number % 3 else Kind.COUNT for number in range(INDICATORS)]
    asked = [
        Indicator(
            "KH", f"CT-{number:02}", f"Lĩnh vực {number // 10}", f"Chỉ tiêu cải cách hành chính thứ {number}", kind,
            numerator="hồ sơ đúng hạn", denominator="hồ sơ đã giải quyết",
            target=Target(Operator.AT_LEAST, Decimal(65)),
        )
        for number, kind in enumerate(kinds)
    ]  # fmt: skip
    save_indicators(db, asked, AUTHOR)
    record(db, [_actual(each, unit.code, when) for when in (Q1, Q2) for each in asked for unit in units], AUTHOR)
    return db, plan


def _actual(its: Indicator, unit: str, when: object) -> Actual:
    assert when in (Q1, Q2)
    period = Q1 if when == Q1 else Q2
    if its.kind is Kind.RATIO:
        return Actual(its.code, unit, period, Decimal(812), Decimal(1_234))
    return Actual(its.code, unit, period, value=Decimal(57))


def plain(folder: Path, rows: int, columns: int) -> None:
    """Write as many workbooks with as many cells, nothing else in them."""
    for number in range(UNITS):
        book = xlsxwriter.Workbook(str(folder / f"{number}.xlsx"), {"in_memory": True})
        sheet = book.add_worksheet()
        for row in range(rows):
            for column in range(columns):
                sheet.write_string(row, column, "Chỉ tiêu cải cách hành chính")
        book.close()


def read_plain(folder: Path) -> None:
    """Read those workbooks cell by cell."""
    for path in folder.iterdir():
        book = load_workbook(path, read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows():
            for cell in row:
                _ = cell.value
        book.close()


def seconds(work: Callable[[], object]) -> float:
    """Return how long a job takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def measured() -> list[tuple[str, float, float]]:
    """Return each job with the seconds of ours and of the plain workbooks."""
    db, plan = a_province()
    with tempfile.TemporaryDirectory() as name:
        forms, cells = Path(name) / "forms", Path(name) / "cells"
        cells.mkdir()
        written = seconds(lambda: write_forms(db, plan, Q2, forms))
        rows = INDICATORS * 3  # as a form has, its hidden rows and explanations not counted
        floor = seconds(lambda: plain(cells, rows, 7))
        taken = seconds(lambda: [import_workbook(db, each, AUTHOR) for each in sorted(forms.iterdir())])
        read = seconds(lambda: read_plain(cells))
    db.close()
    size = f"{UNITS} forms of {INDICATORS} indicators"
    return [(f"writing {size}", written, floor), (f"taking back {size}, unchanged", taken, read)]


def main(words: list[str]) -> int:
    """Measure, print, and write the page where asked to."""
    lines = [
        f"| {name} | {ours:.2f} | {floor:.2f} | {ours / floor:.1f} | {1000 * ours / UNITS:.0f} |"
        for name, ours, floor in measured()
    ]
    print("\n".join(lines))
    if "--write" in words:
        table = "\n".join(lines)
        write_part(
            "forms",
            f"""
## Forms by mail

`python -m bench.forms --write` writes the forms of all units of a quarter into a folder and takes them back. The plain
workbooks have as many rows and columns of text and nothing else: no locks, formulas, checks, or second sheet.
Seconds; {made_with()}.

| what | ours | plain workbooks | ratio | ms each |
|---|---|---|---|---|
{table}
""",
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
