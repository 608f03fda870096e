"""What remains and forecasts against hand-written SQL that sums the same quarters, in the same run.

    python -m bench.outlook            prints the table
    python -m bench.outlook --write    renews its part of docs/benchmarks.md

Times do not carry over to other machines, ratios do."""

import json
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from bench.files import AUTHOR, COUNTRY, PLAN, PROVINCE, Size, prepared, rows
from bench.page import made_with, write_part
from bench.timing import best
from models.gap_closing import lacking
from models.measure import Kind
from models.period import Period, read_period
from models.store.actuals import load, period_key
from models.store.database import Database
from models.store.figures import progress
from models.store.outlook import closings, outlooks, what_remains

ASKED, DAY = read_period("2023-H1"), date(2023, 6, 20)
PAST_YEARS = 4  # so many there are in the files
SUMS = """
SELECT indicator, period, sum(numerator), sum(denominator), sum(value), count(*) FROM actual
WHERE period IN (SELECT value FROM json_each(:quarters)) GROUP BY indicator, period
"""
TEXT = """
## The year's outlook

`python -m bench.outlook --write` asks the files of the store above for what remains of 100 yearly targets after six
months. By hand is one statement that sums the quarters from the year before (of a range: from four years before) for
all units, without asking who is expected. The window asks for a range only where one indicator is looked at. Best of
several, processor time in milliseconds, {made_with}.

| what | ours | by hand | ratio |
|---|---|---|---|
{lines}
"""


def by_hand(db: Database, first_year: int, last: Period) -> None:
    """Sum the quarters from a year's first to one of this year."""
    years = [Period(year) for year in range(first_year, last.year)]
    quarters = [quarter for each in (*years, last) for quarter in each.quarters]
    connection: sqlite3.Connection = db.conn
    connection.execute(SUMS, {"quarters": json.dumps([period_key(each) for each in quarters])}).fetchall()


def measured(db: Database, size: Size, rounds: int) -> Iterator[str]:
    """Yield the rows of the table."""

    def line(what: str, work: Callable[[], object], floor: float | None) -> str:
        ours = best(work, rounds)
        its = f"{floor:,.1f} | {ours / floor:.2f}" if floor else " | "
        return f"| {size.name}: {what} | {ours:,.1f} | {its} |"

    two = best(lambda: by_hand(db, 2022, ASKED), rounds)
    five = best(lambda: by_hand(db, 2023 - PAST_YEARS, ASKED), rounds)
    yield line("what remains", lambda: what_remains(db, PLAN, ASKED, DAY), two)
    yield line(
        "the same with forecasts",
        lambda: outlooks(db, PLAN, ASKED, DAY, past_years=1, with_units=False),
        two,
    )
    yield line(
        "the same with ranges", lambda: outlooks(db, PLAN, ASKED, DAY, past_years=PAST_YEARS, with_units=False), five
    )
    figures = progress(db, PLAN, ASKED, DAY)
    behind = [each.indicator.code for each in figures if lacking(each) and each.indicator.kind is Kind.RATIO]
    yield line("one indicator with all of it", lambda: outlooks(db, PLAN, ASKED, DAY, codes=behind[:1]), None)
    yield line("who closes three gaps", lambda: closings(db, PLAN, ASKED, DAY, codes=behind[:3]), None)
    if size is COUNTRY:
        provinces = [each.code for each in size.units if each.first_superior == PLAN.unit]
        yield line(
            "who closes three gaps, by province",
            lambda: closings(db, PLAN, ASKED, DAY, codes=behind[:3], among=provinces),
            None,
        )


def main(words: list[str]) -> None:
    """Print the table, and put it on the page where asked."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for size, rounds in ((PROVINCE, 10), (COUNTRY, 3)):
            with closing(prepared(Path(folder) / f"{size.name}.cchc", size)) as db:
                for some in rows(db, size):
                    load(db, some, AUTHOR)
                lines += list(measured(db, size, rounds))
    table = "\n".join(lines)
    print(table)
    if "--write" in words:
        write_part("outlook", TEXT.format(lines=table, made_with=made_with()))


if __name__ == "__main__":
    main(sys.argv[1:])
