"""What units report: one value per indicator, unit and quarter, with its history."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from models.period import Period, quarter
from models.plan import Actual
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.entry import Keys, check
from models.store.locks import check_unlocked, locked_among, locked_keys
from models.store.rows import YEAR_SLOT, number, scaled
from models.store.rows import period_key as period_key
from models.store.rows import period_of as period_of

_UPSERT = """
INSERT INTO actual (period, indicator, unit, numerator, denominator, value, out_of, grade, note, accepted,
    illustrative, revision)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {revision})
ON CONFLICT (period, indicator, unit) DO UPDATE SET numerator = excluded.numerator,
    denominator = excluded.denominator, value = excluded.value, out_of = excluded.out_of, grade = excluded.grade,
    note = excluded.note, accepted = excluded.accepted, illustrative = excluded.illustrative,
    revision = excluded.revision
WHERE (numerator, denominator, value, out_of, grade, note, accepted, illustrative) IS NOT (excluded.numerator,
    excluded.denominator, excluded.value, excluded.out_of, excluded.grade, excluded.note, excluded.accepted,
    excluded.illustrative)
"""
SAVE_ACTUAL = _UPSERT.format(revision="?")
LOAD_ACTUAL = _UPSERT.format(revision="(SELECT max(id) FROM revision)")
REMOVE_ACTUAL = "DELETE FROM actual WHERE period = ? AND indicator = ? AND unit = ?"
ACTUAL = """
SELECT numerator, denominator, value, out_of, grade, note, accepted, illustrative FROM actual
WHERE period = :period AND indicator = (SELECT id FROM indicator WHERE code = :indicator)
    AND unit = (SELECT id FROM unit WHERE code = :unit)
"""
KEPT_ACTUAL = """
SELECT numerator, denominator, value, out_of, grade, note, accepted, illustrative FROM actual
WHERE period = :period AND indicator = :indicator AND unit = :unit
"""
KEPT_OF_UNIT = """
SELECT indicator.code, actual.period, actual.numerator, actual.denominator, actual.value, actual.out_of,
    nullif(actual.grade, ''), nullif(actual.note, ''), nullif(actual.accepted, ''), actual.illustrative
FROM json_each(:codes) AS asked
CROSS JOIN indicator ON indicator.code = asked.value
CROSS JOIN json_each(:periods) AS slot
CROSS JOIN actual ON actual.period = slot.value AND actual.indicator = indicator.id
    AND actual.unit = (SELECT id FROM unit WHERE code = :unit)
"""
FORM = """
WITH slot (period) AS MATERIALIZED (SELECT value FROM json_each(:periods))
SELECT indicator.code, slot.period, actual.numerator, actual.denominator, actual.value, actual.out_of, actual.grade,
    actual.note, actual.accepted, actual.illustrative
FROM json_each(:codes) AS asked
CROSS JOIN indicator ON indicator.code = asked.value
CROSS JOIN slot
LEFT JOIN actual ON actual.period = slot.period AND actual.indicator = indicator.id
    AND actual.unit = (SELECT id FROM unit WHERE code = :unit)
WHERE slot.period % 10 < 5 OR indicator.kind NOT IN ('ratio', 'count')
"""
PERIODS_WITH_ACTUALS = """
WITH RECURSIVE found (period) AS (
    SELECT min(period) FROM actual
    UNION ALL SELECT (SELECT min(period) FROM actual WHERE period > found.period) FROM found WHERE period IS NOT NULL
)
SELECT period FROM found WHERE period IS NOT NULL
"""
INDICATORS_IN_ORDER = """
SELECT indicator.id, indicator.code FROM indicator
LEFT JOIN plan_indicator ON plan_indicator.indicator = indicator.id LEFT JOIN plan ON plan.id = plan_indicator.plan
GROUP BY indicator.id ORDER BY min(plan.position * 1000000 + plan_indicator.position), indicator.code
"""
UNITS_IN_ORDER = "SELECT id, code FROM unit ORDER BY position, id"
ACTUALS_OF_INDICATOR = """
SELECT unit, numerator, denominator, value, out_of, grade, note, accepted, illustrative FROM actual
WHERE period = :period AND indicator = :indicator
"""
ACTUALS_OF_UNIT = ACTUALS_OF_INDICATOR + "AND unit = :unit"
LATEST_QUARTER = "SELECT period FROM actual WHERE period % 10 < 5 ORDER BY period DESC LIMIT 1"
HAS_ILLUSTRATIVE = "SELECT EXISTS (SELECT * FROM actual WHERE illustrative = 1 AND period BETWEEN ? AND ?)"
LAST_SAVED = "SELECT at FROM revision ORDER BY id DESC LIMIT 1"
CELL_NOW = """
SELECT actual.*, revision.at, revision.who, revision.how
FROM actual JOIN revision ON revision.id = actual.revision
WHERE actual.period = :period AND actual.indicator = (SELECT id FROM indicator WHERE code = :indicator)
    AND actual.unit = (SELECT id FROM unit WHERE code = :unit)
"""
CELL_BEFORE = """
SELECT history.old, history.new, now.at, now.who, now.how,
    before.at AS at_before, before.who AS who_before, before.how AS how_before
FROM history
JOIN revision AS now ON now.id = history.revision
JOIN revision AS before ON before.id = json_extract(history.old, '$.revision')
WHERE history.subject = 'actual' AND history.period = :period
    AND history.indicator = (SELECT id FROM indicator WHERE code = :indicator)
    AND history.unit = (SELECT id FROM unit WHERE code = :unit)
ORDER BY history.id
"""

LoadRow = tuple[int, int, int, int | None, int | None, int | None, int | None, str | None, str | None, str | None, int]


class FormCell(NamedTuple):
    """One cell of an entry form, as the file keeps it: quantities times 10,000, None where nothing is reported.

    period is year * 10 + quarter, 5 for the year itself. illustrative is None where there is no row at all."""

    indicator: str
    period: int
    numerator: int | None
    denominator: int | None
    value: int | None
    out_of: int | None
    grade: str | None
    note: str | None
    accepted: str | None
    illustrative: int | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is kept for the cell, not even a note."""
        return self.illustrative is None

    def actual(self, unit: str) -> Actual:
        """Return the cell as what the unit reports."""
        return _actual(self.indicator, unit, period_of(self.period), self[2:])


@dataclass(frozen=True, slots=True)
class CellChange:
    """One step of a cell's life: at is in UTC, old None where it was empty, new None where it was emptied."""

    at: datetime
    who: str
    how: str
    old: Actual | None
    new: Actual | None


def record(db: Database, new: Iterable[Actual], author: Author) -> Changes:
    """Save what units report, all in one transaction; one with nothing in it empties its cell.

    The same call with the earlier values takes it back. Of two for one cell the last counts. Raises KnownError for
    an unknown code, for what the indicator's kind cannot be, and LockedError for a change of what was sent; nothing
    is saved then."""
    keys, saved, removed = Keys(db), [], []
    cells = list({(each.indicator, each.unit, each.period): each for each in new}.values())
    for each in cells:
        indicator, kind = keys.indicator(each.indicator)
        check(each, kind)
        key = period_key(each.period), indicator, keys.unit(each.unit)
        columns = _columns(each)
        if columns is not None:
            saved.append((*key, *columns))
        else:
            removed.append(key)
    with writing(db, author) as revision:
        if locked := locked_among(db, {(each.unit, each.period) for each in cells}):
            in_locked = (each for each in cells if (each.unit, each.period) in locked)
            check_unlocked(db, {(each.unit, each.period) for each in changed(db, in_locked)})
        db.conn.executemany(REMOVE_ACTUAL, removed)
        db.conn.executemany(SAVE_ACTUAL, ((*row, revision) for row in saved))
    return Changes(actuals=True, cells=frozenset((each.indicator, each.unit) for each in cells))


def load(db: Database, rows: Iterable[LoadRow], author: Author) -> Changes:
    """Save many rows as the file keeps them: period key, ids of indicator and unit, scaled quantities.

    As safe as record (keys, checks, history, locks, one transaction), but the kinds' own rules are not looked at: for
    what comes from another data file or a generator. Fastest in the order period, indicator, unit."""
    with writing(db, author):
        if locked := locked_keys(db):
            rows = list(rows)
            check_unlocked(db, _locked_changes(db, rows, locked))
        db.conn.executemany(LOAD_ACTUAL, rows)
    return Changes(actuals=True)


def actual(db: Database, indicator: str, unit: str, period: Period) -> Actual | None:
    """Return what a unit reports in one cell; None when the cell is empty."""
    key = {"period": period_key(period), "indicator": indicator, "unit": unit}
    row = db.execute(ACTUAL, key).fetchone()
    return None if row is None else _actual(indicator, unit, period, row)


def changed(db: Database, new: Iterable[Actual]) -> list[Actual]:
    """Return those that are not in their cells now: what saving them would change. Asks once for each unit."""
    of_unit: dict[str, list[Actual]] = {}
    for each in new:
        of_unit.setdefault(each.unit, []).append(each)
    found = []
    for unit, its in of_unit.items():
        asked = _asked(unit, {each.indicator for each in its}, {each.period for each in its})
        rows = ((code, key, columns) for code, key, *columns in db.execute(KEPT_OF_UNIT, asked))
        kept = {(code, key): columns for code, key, columns in rows if columns.count(None) < len(columns) - 1}
        found += [each for each in its if kept.get((each.indicator, period_key(each.period))) != _columns(each)]
    return found


def actuals(
    db: Database, *, indicator: str | None = None, unit: str | None = None, year: int | None = None
) -> Iterator[Actual]:
    """Yield what units report, by period, then in the order of the plans' indicators and of the units.

    Holds one indicator's row of units at a time, whatever the size of the file."""
    indicators = {key: code for key, code in db.execute(INDICATORS_IN_ORDER) if indicator in (None, code)}
    units = {key: code for key, code in db.execute(UNITS_IN_ORDER) if unit in (None, code)}
    places = {key: place for place, key in enumerate(units)}
    only = {"unit": next(iter(units), None)} if unit is not None else {}
    statement = ACTUALS_OF_INDICATOR if unit is None else ACTUALS_OF_UNIT
    for (period,) in db.execute(PERIODS_WITH_ACTUALS).fetchall():
        if year is not None and period // 10 != year:
            continue
        for key, code in indicators.items():
            rows = db.execute(statement, {"period": period, "indicator": key, **only}).fetchall()
            rows.sort(key=lambda row: places[row[0]])
            for row in rows:
                yield _actual(code, units[row[0]], period_of(period), row[1:])


def form(db: Database, unit: str, year: int, codes: Sequence[str], extra: Iterable[Period] = ()) -> list[FormCell]:
    """Return the cells of one unit's entry form: per indicator the four quarters, then the extra ones.

    A score, rank, grade or yes/no has a fifth, the year itself. In the order asked for; empty cells are there too.
    Codes that are unknown have no cells."""
    periods = [year * 10 + slot for slot in range(1, YEAR_SLOT + 1)] + [period_key(each) for each in extra]
    asked = {"unit": unit, "periods": json.dumps(periods), "codes": json.dumps(list(codes))}
    return list(map(FormCell._make, db.execute(FORM, asked)))


def kept_in_unit(db: Database, unit: str, codes: Iterable[str], periods: Iterable[Period]) -> list[Actual]:
    """Return what one unit reports of some indicators in some periods, empty cells left out, in the order asked for."""
    rows = db.execute(KEPT_OF_UNIT, _asked(unit, codes, periods))
    return [_actual(code, unit, period_of(key), columns) for code, key, *columns in rows]


def cell_history(db: Database, indicator: str, unit: str, period: Period) -> list[CellChange]:
    """Return every step of a cell's life, the newest first: who entered, changed or emptied it, and when."""
    cell = (indicator, unit, period)
    key = {"indicator": indicator, "unit": unit, "period": period_key(period)}
    steps: list[CellChange] = []
    state: Actual | None = None
    for row in db.query(CELL_BEFORE, key | {"period": str(key["period"])}):
        old = _from_json(cell, row["old"])
        if state is None:
            steps.append(_step(row["at_before"], row["who_before"], row["how_before"], None, old))
        state = None if row["new"] is None else _from_json(cell, row["new"])
        steps.append(_step(row["at"], row["who"], row["how"], old, state))
    if state is None:
        for row in db.query(CELL_NOW, key):
            steps.append(_step(row["at"], row["who"], row["how"], None, _from_row(cell, row)))
    return steps[::-1]


def has_illustrative(db: Database, first_year: int = 0, last_year: int = 9999) -> bool:
    """Return whether any figure in the file, or of some years, is a sample's."""
    span = (period_key(quarter(first_year, 1)), period_key(Period(last_year)))
    return bool(db.execute(HAS_ILLUSTRATIVE, span).fetchone()[0])


def latest_quarter(db: Database) -> Period | None:
    """Return the latest quarter that anything was reported for; None where nothing was."""
    row = db.execute(LATEST_QUARTER).fetchone()
    return None if row is None else period_of(row[0])


def last_saved(db: Database) -> datetime | None:
    """Return when something was last saved, in UTC; None for a new file."""
    row = db.execute(LAST_SAVED).fetchone()
    return None if row is None else datetime.fromisoformat(row[0])


def _columns(each: Actual) -> list[int | str | None] | None:
    """Return what the file keeps of an actual; None where that is nothing, whoever's it is."""
    columns = [
        scaled(each.numerator),
        scaled(each.denominator),
        scaled(each.value),
        each.out_of,
        each.grade or None,
        each.note or None,
        each.accepted or None,
        int(each.is_illustrative),
    ]
    return columns if columns.count(None) < len(columns) - 1 else None


def _asked(unit: str, codes: Iterable[str], periods: Iterable[Period]) -> dict[str, str]:
    keys = [period_key(each) for each in periods]
    return {"unit": unit, "codes": json.dumps(list(codes)), "periods": json.dumps(keys)}


def _locked_changes(
    db: Database, rows: Iterable[LoadRow], locked: frozenset[tuple[int, int]]
) -> set[tuple[str, Period]]:
    """Return the locked forms that rows would change, by their units' codes."""
    changed = set()
    for row in rows:
        period, indicator, unit, *new = row
        if (period, unit) in locked:
            key = {"period": period, "indicator": indicator, "unit": unit}
            if db.execute(KEPT_ACTUAL, key).fetchone() != tuple(new):
                changed.add((period, unit))
    codes = dict(db.execute(UNITS_IN_ORDER)) if changed else {}
    return {(codes[unit], period_of(period)) for period, unit in changed}


def _actual(indicator: str, unit: str, period: Period, row: Sequence[Any]) -> Actual:
    numerator, denominator, value, out_of, grade, note, accepted, illustrative = row
    return Actual(
        indicator,
        unit,
        period,
        number(numerator),
        number(denominator),
        number(value),
        out_of,
        grade or "",
        note or "",
        accepted or "",
        bool(illustrative),
    )


def _from_row(cell: tuple[str, str, Period], row: dict[str, Any]) -> Actual:
    names = ("numerator", "denominator", "value", "out_of", "grade", "note", "accepted", "illustrative")
    return _actual(*cell, [row[name] for name in names])


def _from_json(cell: tuple[str, str, Period], text: str) -> Actual:
    return _from_row(cell, json.loads(text))


def _step(at: str, who: str, how: str, old: Actual | None, new: Actual | None) -> CellChange:
    return CellChange(datetime.fromisoformat(at), who, how, old, new)
