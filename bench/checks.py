"""How long the checks take: one unit's form, as after each typed cell, and a whole quarter, in the country's file.

    python -m bench.checks [--write]

Every figure of the file is random, so that about half of all cells jump: far more findings than any real file has.
The same quarter is looked at with jumps turned off too, beside merely reading its figures. Processor time."""

import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bench.files import AUTHOR, COUNTRY, PLAN, Size, prepared, rows
from bench.page import made_with, write_part
from bench.timing import best
from models.jumps import default_limits
from models.period import Period, read_period
from models.plan import BalanceRule
from models.store.actuals import actuals, load
from models.store.check_limits import save_check_limits
from models.store.checking import findings, form_findings
from models.store.database import Database
from models.store.rules import save_rules

UNIT = "T17.042"
ASKED = read_period("2023-Q4")
RULES = [
    BalanceRule(PLAN.code, f"R{n}", f"CT-{n:03}.tử + CT-{n + 1:03}.tử", "<=", f"2 × CT-{n:03}.mẫu (quý trước)")
    for n in range(0, 60, 7)
]
TEXT = """
## Checks

`python -m bench.checks --write` looks for what does not add up in the country's file (3,400 units, 100 indicators, nine
balance rules). All its figures are random, so that every second one jumps. Best of several, processor time in
milliseconds, {made_with}.

| what | ms | aim |
|---|---|---|
{lines}
"""


def measured(db: Database) -> list[tuple[str, float, str]]:
    """Return what was measured, in milliseconds, and what was aimed at."""
    told = len(form_findings(db, PLAN, UNIT, ASKED))
    form = best(lambda: form_findings(db, PLAN, UNIT, ASKED), 30)
    all_told = sum(1 for _ in findings(db, ASKED))
    whole = best(lambda: sum(1 for _ in findings(db, ASKED)), 2)
    off = [replace(each, percent=None) for each in default_limits(PLAN.code).values()]
    save_check_limits(db, PLAN.code, off, AUTHOR)
    few = len(form_findings(db, PLAN, UNIT, ASKED))
    quiet_form = best(lambda: form_findings(db, PLAN, UNIT, ASKED), 30)
    few_of_all = sum(1 for _ in findings(db, ASKED))
    quiet = best(lambda: sum(1 for _ in findings(db, ASKED)), 2)
    reading = best(lambda: sum(1 for each in actuals(db, year=PLAN.year) if each.period == ASKED), 2)
    return [
        (f"one unit's form (findings: {told})", form, "20"),
        (f"one unit's form, jumps off (findings: {few})", quiet_form, "20"),
        (f"a quarter of all units (findings: {all_told:,})", whole, ""),
        (f"a quarter of all units, jumps off (findings: {few_of_all:,})", quiet, ""),
        ("reading the figures of that year", reading, ""),
    ]


def made(path: Path, size: Size) -> Database:
    """Build the file."""
    db = prepared(path, size)
    for some in rows(db, size):
        load(db, some, AUTHOR)
    save_rules(db, PLAN.code, RULES, AUTHOR)
    return db


def main(words: list[str]) -> None:
    """Print the table, and put it on the page where asked."""
    with tempfile.TemporaryDirectory() as folder, closing(made(Path(folder) / "country.cchc", COUNTRY)) as db:
        assert Period(PLAN.year).last_quarter == ASKED
        lines = "\n".join(f"| {name} | {time:,.1f} | {aim} |" for name, time, aim in measured(db))
    print(lines)
    if "--write" in words:
        write_part("checks", TEXT.format(lines=lines, made_with=made_with()))


if __name__ == "__main__":
    main(sys.argv[1:])
