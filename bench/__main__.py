"""Measure the store: python -m bench [--write]."""

import sqlite3
import sys
import tempfile
from pathlib import Path

from bench.page import made_with, write_part
from bench.store import Measured, measured, peak_memory


def main(words: list[str]) -> int:
    """Measure, print, and write the page where asked to."""
    with tempfile.TemporaryDirectory() as name:
        folder, lines = Path(name), []
        for each in measured(folder):
            lines.append(_line(each))
            print(lines[-1], flush=True)
        memory = {
            "the province's file": peak_memory(folder / "province.cchc", None),
            "a province in the country's file": peak_memory(folder / "country.cchc", "T17"),
        }
    memory_line = ", ".join(f"{where} {size:.1f} MB" for where, size in memory.items())
    print(memory_line)
    if "--write" in words:
        _write("\n".join(lines), memory_line)
    return 0


def _line(each: Measured) -> str:
    aim = "" if each.aim is None else f"{each.aim:.1f}"
    return f"| {each.name} | {1000 * each.ours:,.1f} | {1000 * each.floor:,.1f} | {each.ratio:.2f} | {aim} |"


def _write(lines: str, memory: str) -> None:
    write_part(
        "store",
        f"""
## The store

`python -m bench --write` builds a province's file (130 units) and the country's (3,400 units), each of 100 indicators
and 20 quarters with some 3 % missing, and measures each job in turns with SQL written by hand that returns the same
numbers; the numbers are compared first. Best of several in milliseconds,
{made_with()}, SQLite {sqlite3.sqlite_version}.

The hand-written statement of progress joins the quarters of each unit. Ours sums the whole range of an indicator and
takes off the few units that are not expected, hence the ratios below 1. A look at one province also reads the list of
all units of the file, which the statement by hand does not.

| what | ours | by hand | ratio | aim |
|---|---|---|---|---|
{lines}

Peak memory of Python for one province's figures of the year: {memory}.
The larger file adds its list of units, nothing of its values.
""",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
