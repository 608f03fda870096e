"""The store against hand-written SQL that returns the same numbers, in one run.

    python -m bench            prints the table
    python -m bench --write    renews its part of docs/benchmarks.md

Times do not carry over to other machines, ratios do. Numbers are compared before a time is believed."""

import json
import sqlite3
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from bench import floor
from bench.files import AUTHOR, COUNTRY, PLAN, PROVINCE, Size, prepared, rows
from models.number import to_scaled
from models.period import Period, read_period
from models.progress import Figure
from models.store.actuals import form, load, period_key
from models.store.database import Database, open_database
from models.store.figures import progress, trend
from models.store.indicators import indicator_ids

ASKED_ON = date(2024, 2, 1)
SIZES = ((PROVINCE, 40), (COUNTRY, 5))  # and how often each job is measured
QUARTERS = {"2023-Q1": 1, "2023-H1": 2, "2023-9M": 3, "2023": 4}


@dataclass(frozen=True, slots=True)
class Measured:
    """One line: seconds of ours and of the floor, and what is aimed at (None: nothing was asked)."""

    name: str
    ours: float
    floor: float
    aim: float | None

    @property
    def ratio(self) -> float:
        """How many times the floor ours takes."""
        return self.ours / self.floor


def measured(folder: Path) -> Iterator[Measured]:
    """Build both files and yield one line after the other."""
    for size, rounds in SIZES:
        path = folder / f"{size.name}.cchc"
        yield _loading(path, size)
        with closing(open_database(path)) as db, closing(sqlite3.connect(path)) as plain:
            yield from _reading(db, plain, size, rounds)


def _loading(path: Path, size: Size) -> Measured:
    ours = plain = 0.0
    with closing(prepared(path, size)) as db, closing(sqlite3.connect(path.with_suffix(".floor"))) as bare:
        bare.execute(floor.TABLE)
        for some in rows(db, size):
            start = perf_counter()
            load(db, some, AUTHOR)
            ours += perf_counter() - start
            start = perf_counter()
            with bare:
                bare.executemany(floor.LOAD, some)
            plain += perf_counter() - start
        counts = {
            each.execute("SELECT count(*), sum(value), sum(numerator) FROM actual").fetchone() for each in (db, bare)
        }
        assert len(counts) == 1, counts
    path.with_suffix(".floor").unlink()
    return Measured(f"{size.name}: loading {counts.pop()[0]:,} values", ours, plain, 2.0)


def _reading(db: Database, plain: sqlite3.Connection, size: Size, rounds: int) -> Iterator[Measured]:
    unit = size.reporting[len(size.reporting) // 3]
    yield _form(db, plain, size, unit)
    aim = 1.5 if size is PROVINCE else 2.0
    for period in QUARTERS:
        yield _progress(db, plain, f"{size.name}: progress of {period}", period, PLAN.unit, rounds, aim)
    if size is COUNTRY:
        yield _progress(db, plain, "country: progress of one of its provinces, 2023", "2023", "T17", rounds, None)
    yield _trend(db, plain, size, rounds)


def _form(db: Database, plain: sqlite3.Connection, size: Size, unit: str) -> Measured:
    codes = {key: code for code, key in indicator_ids(db).items()}
    asked = {"year": PLAN.year, "unit": unit, "plan": PLAN.code}

    def ours() -> object:
        return form(db, unit, PLAN.year, list(codes.values()))

    def by_hand() -> list[tuple[Any, ...]]:
        return plain.execute(floor.FORM, asked).fetchall()

    cells = {(each.indicator, each.period % 10): each[2:5] for each in form(db, unit, PLAN.year, list(codes.values()))}
    assert cells == {(codes[row[0]], row[1]): row[2:5] for row in by_hand()}
    return _compared(f"{size.name}: entry form of one unit", ours, by_hand, 30, 1.5)


def _progress(
    db: Database, plain: sqlite3.Connection, name: str, code: str, unit: str, rounds: int, aim: float | None
) -> Measured:
    period, only = read_period(code), None if unit == PLAN.unit else unit
    asked = {"plan": PLAN.code, "unit": unit, "year": period.year, "last": f"{period.year}-{3 * period.number:02}-14"}

    def ours() -> list[Figure]:
        return progress(db, PLAN, period, ASKED_ON, only)

    def by_hand() -> list[tuple[Any, ...]]:
        return floor.progress(plain, asked, QUARTERS[code])

    codes = indicator_ids(db)
    rows_by_hand = {row[0]: row for row in by_hand()}
    for each in ours():
        _assert_same(each, rows_by_hand.get(codes[each.indicator.code]))
    return _compared(name, ours, by_hand, rounds, aim)


def _assert_same(figure: Figure, row: tuple[Any, ...] | None) -> None:
    if row is None:
        assert figure.state == "not_applicable", figure
        return
    _, numerator, denominator, value, reported, expected, doubtful, state = row
    parts = (figure.numerator, figure.denominator)
    if figure.numerator is None:
        parts, numerator, denominator = (None, None), None, None
        assert to_scaled(figure.value or 0) == value, (figure, row)  # type: ignore[arg-type]
    assert tuple(None if each is None else to_scaled(each) for each in parts) == (numerator, denominator), (figure, row)
    if figure.target is None:  # the plan's target of a count is the office's total, no province's
        state = "no_target"
    assert (figure.reported_units, figure.expected_units, figure.state) == (reported, expected, state), (figure, row)
    assert figure.is_provisional == (reported < expected or doubtful > 0), (figure, row)


def _trend(db: Database, plain: sqlite3.Connection, size: Size, rounds: int) -> Measured:
    periods = [quarter for year in range(PLAN.year - 4, PLAN.year + 1) for quarter in Period(year).quarters]
    asked = {"periods": json.dumps([period_key(each) for each in periods]), "indicator": "CT-002"}

    def ours() -> list[Any]:
        return trend(db, PLAN, "CT-002", periods)

    def by_hand() -> list[tuple[Any, ...]]:
        return plain.execute(floor.TREND, asked).fetchall()

    points = [
        (period_key(each.period), to_scaled(each.numerator), to_scaled(each.denominator), each.reported_units)
        for each in ours()
    ]
    assert points == by_hand()
    return _compared(f"{size.name}: five years of one indicator", ours, by_hand, rounds, None)


def _compared(
    name: str, ours: Callable[[], object], by_hand: Callable[[], object], rounds: int, aim: float | None
) -> Measured:
    """Take the best of each, in turns: what else the machine does can only add to a time."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for work, kept in zip((ours, by_hand), times, strict=True):
            start = perf_counter()
            work()
            kept.append(perf_counter() - start)
    return Measured(name, min(times[0]), min(times[1]), aim)


def peak_memory(path: Path, unit: str | None) -> float:
    """Return the megabytes that Python holds at most while it works out a province's figures of the year."""
    with closing(open_database(path)) as db:
        tracemalloc.start()
        progress(db, PLAN, Period(PLAN.year), ASKED_ON, unit)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return peak / 1e6
