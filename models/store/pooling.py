"""Sums over units, made by the database: nothing that is not shown is read into memory.

Units, indicators and quarters come in as lists in JSON, not as temporary tables: a look writes nothing, needs no
transaction and works on a file that is read-only. Ids are the file's; quantities are as it keeps them."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from typing import Any, NamedTuple

from models.store.database import Database

# A ratio with only one of its parts is not reported.
_REPORTED = "(actual.numerator + actual.denominator IS NOT NULL OR actual.value IS NOT NULL)"
_COUNTS = """sum(actual.numerator), sum(actual.denominator), sum(actual.value), count(*),
    count(*) FILTER (WHERE actual.numerator > actual.denominator AND actual.accepted IS NULL),
    count(*) FILTER (WHERE actual.numerator > actual.denominator AND actual.accepted IS NOT NULL)"""
_SUMS = f"{_COUNTS}, group_concat(actual.unit)"
_LISTS = """
WITH asked (indicator, list) AS MATERIALIZED (SELECT CAST(key AS INTEGER), value FROM json_each(:asked)),
listed (list, unit) AS MATERIALIZED (
    SELECT CAST(lists.key AS INTEGER), CAST(each.value AS INTEGER)
    FROM json_each(:lists) AS lists, json_each(lists.value) AS each
)
"""

# CROSS JOIN keeps the order of the loops: by indicator, so that groups need no sorting.
SUMS_OF_LISTS = f"""{_LISTS}
SELECT indicator.id, {_SUMS}
FROM indicator
CROSS JOIN asked ON asked.indicator = indicator.id
CROSS JOIN listed ON listed.list = asked.list
CROSS JOIN actual ON actual.period = :quarter AND actual.indicator = indicator.id AND actual.unit = listed.unit
WHERE {_REPORTED}
GROUP BY indicator.id
"""
SUMS_OF_ALL = f"""
SELECT actual.indicator, {_SUMS}
FROM actual
WHERE actual.period = :quarter AND actual.indicator IN (SELECT value FROM json_each(:indicators)) AND {_REPORTED}
GROUP BY actual.indicator
"""
SERIES_OF_ALL = f"""
SELECT actual.period, {_COUNTS}
FROM actual
WHERE actual.period IN (SELECT value FROM json_each(:quarters)) AND actual.indicator = :indicator AND {_REPORTED}
GROUP BY actual.period
"""
SERIES_OF_LIST = f"""
SELECT actual.period, {_COUNTS}
FROM json_each(:quarters) AS quarter
CROSS JOIN json_each(:units) AS listed
CROSS JOIN actual ON actual.period = quarter.value AND actual.indicator = :indicator AND actual.unit = listed.value
WHERE {_REPORTED}
GROUP BY actual.period
"""
ROWS_OF_LISTS = f"""{_LISTS}
SELECT indicator.id, actual.period, actual.unit, actual.numerator, actual.denominator, actual.value, actual.out_of,
    actual.grade, actual.accepted IS NOT NULL
FROM indicator
CROSS JOIN asked ON asked.indicator = indicator.id
CROSS JOIN json_each(:quarters) AS quarter
CROSS JOIN listed ON listed.list = asked.list
CROSS JOIN actual ON actual.period = quarter.value AND actual.indicator = indicator.id AND actual.unit = listed.unit
WHERE {_REPORTED} OR actual.grade IS NOT NULL
"""
ROWS_OF_ALL = f"""
SELECT actual.indicator, actual.period, actual.unit, actual.numerator, actual.denominator, actual.value,
    actual.out_of, actual.grade, actual.accepted IS NOT NULL
FROM json_each(:quarters) AS quarter
CROSS JOIN json_each(:indicators) AS indicator
CROSS JOIN actual ON actual.period = quarter.value AND actual.indicator = indicator.value
WHERE {_REPORTED} OR actual.grade IS NOT NULL
"""


class Sum(NamedTuple):
    """What some units report together for one indicator and quarter, and which of them do.

    doubtful counts those whose figure cannot be right, accepted those that are taken nevertheless. is_estimated: a
    share of a split unit is in it."""

    numerator: int | None = None
    denominator: int | None = None
    value: int | None = None
    reported: int = 0
    doubtful: int = 0
    accepted: int = 0
    units: frozenset[str] = frozenset()
    is_estimated: bool = False


class Row(NamedTuple):
    """What one unit reports for one indicator and one quarter or year (a key of the file)."""

    indicator: str
    period: int
    unit: str
    numerator: int | None
    denominator: int | None
    value: int | None
    out_of: int | None
    grade: str | None
    is_accepted: int


Asked = Mapping[str, frozenset[str]]  # per indicator, the units

NOTHING = Sum()


class Pool:
    """The actuals of a file, asked for by codes. Raises KeyError for codes that the file does not know."""

    def __init__(self, db: Database, units: Mapping[str, int], indicators: Mapping[str, int]) -> None:
        self._db = db
        self._units = units
        self._indicators = indicators
        self._unit_codes = {str(key): code for code, key in units.items()}
        self._indicator_codes = {key: code for code, key in indicators.items()}
        self._everybody = frozenset(units)
        self._lists: dict[frozenset[str], str] = {}

    def through(self, db: Database) -> "Pool":
        """Return the same over another connection to the file."""
        other = copy(self)
        other._db = db
        return other

    def sums(self, quarter: int, asked: Asked) -> dict[str, Sum]:
        """Return the sums of a quarter, per indicator over its units; an indicator without any report is left out.

        Where nearly everybody is asked, the whole range is summed and the few others are taken off."""
        most = {code: units for code, units in asked.items() if self._is_most(units)}
        try:
            found = self._sums_of_lists(quarter, {code: units for code, units in asked.items() if code not in most})
            return found | self._sums_of_most(quarter, most)
        except sqlite3.OperationalError as error:
            if "overflow" not in str(error):
                raise
            return summed(self.rows([quarter], asked))

    def series(self, indicator: str, asked: Mapping[int, frozenset[str]]) -> dict[int, Sum]:
        """Return the sums of many quarters of one indicator, each over its units; who they are is not told."""
        alike: dict[frozenset[str], list[int]] = defaultdict(list)
        for quarter, units in asked.items():
            alike[units].append(quarter)
        found: dict[int, Sum] = {}
        try:
            for units, quarters in alike.items():
                found |= self._series(indicator, quarters, units)
        except sqlite3.OperationalError as error:
            if "overflow" not in str(error):
                raise
            for quarter, units in asked.items():
                found[quarter] = self.sums(quarter, {indicator: units}).get(indicator, NOTHING)
        return found

    def rows(self, periods: Collection[int], asked: Asked) -> Iterator[Row]:
        """Yield what each unit reports, by indicator, quarter and unit."""
        lists = {code: units for code, units in asked.items() if units}
        found = self._db.execute(ROWS_OF_LISTS, {"quarters": json.dumps(list(periods)), **self._listed(lists)})
        return self._named(found)

    def rows_of_everybody(self, periods: Collection[int], indicators: Collection[str]) -> Iterator[Row]:
        """Yield what anybody reports for some indicators."""
        keys = [self._indicators[code] for code in indicators]
        values = {"quarters": json.dumps(list(periods)), "indicators": json.dumps(keys)}
        return self._named(self._db.execute(ROWS_OF_ALL, values))

    def _named(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
        for indicator, period, unit, *rest in rows:
            yield Row._make((self._indicator_codes[indicator], period, self._unit_codes[str(unit)], *rest))

    def _sums_of_lists(self, quarter: int, asked: Asked) -> dict[str, Sum]:
        lists = {code: units for code, units in asked.items() if units}
        if not lists:
            return {}
        return self._sums(self._db.execute(SUMS_OF_LISTS, {"quarter": quarter, **self._listed(lists)}))

    def _sums_of_most(self, quarter: int, asked: Asked) -> dict[str, Sum]:
        if not asked:
            return {}
        keys = json.dumps([self._indicators[code] for code in asked])
        found = self._sums(self._db.execute(SUMS_OF_ALL, {"quarter": quarter, "indicators": keys}))
        left_out = {units: self._everybody - units for units in set(asked.values())}
        not_asked = {code: left_out[asked[code]] for code in found}
        some = {code: units for code, units in not_asked.items() if not units.isdisjoint(found[code].units)}
        others = self._sums_of_lists(quarter, some)
        found.update({code: _without(found[code], other) for code, other in others.items()})
        return {code: each for code, each in found.items() if each.reported}

    def _series(self, indicator: str, quarters: list[int], units: frozenset[str]) -> dict[int, Sum]:
        values = {"indicator": self._indicators[indicator], "quarters": json.dumps(quarters)}
        if not self._is_most(units):
            rows = self._db.execute(SERIES_OF_LIST, values | {"units": self._list(units)})
            return {quarter: Sum(*sums) for quarter, *sums in rows}
        whole = {quarter: Sum(*sums) for quarter, *sums in self._db.execute(SERIES_OF_ALL, values)}
        others = self._series(indicator, quarters, self._everybody - units)
        return {quarter: _without(each, others.get(quarter, NOTHING)) for quarter, each in whole.items()}

    def _is_most(self, units: frozenset[str]) -> bool:
        return 2 * len(units) > len(self._everybody)

    def _sums(self, rows: Iterable[tuple[Any, ...]]) -> dict[str, Sum]:
        unit = self._unit_codes.__getitem__
        return {
            self._indicator_codes[indicator]: Sum._make((*sums, frozenset(map(unit, units.split(","))), False))
            for indicator, *sums, units in rows
        }

    def _listed(self, asked: Asked) -> dict[str, str]:
        """Return the lists as JSON; many indicators share one, so each is written once."""
        numbers: dict[frozenset[str], int] = {}
        of = {self._indicators[code]: numbers.setdefault(units, len(numbers)) for code, units in asked.items()}
        written = ",".join(f'"{number}":{self._list(units)}' for units, number in numbers.items())
        return {"asked": json.dumps(of), "lists": f"{{{written}}}"}

    def _list(self, units: frozenset[str]) -> str:
        if units not in self._lists:
            self._lists[units] = json.dumps([self._units[code] for code in units])
        return self._lists[units]


class Rows:
    """Rows in memory, asked for like the file: for lists of many roll-ups over the same few indicators."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._of: dict[tuple[str, int], dict[str, Row]] = defaultdict(dict)
        for row in rows:
            self._of[row.indicator, row.period][row.unit] = row

    def sums(self, quarter: int, asked: Asked) -> dict[str, Sum]:
        """Return the sums of a quarter, per indicator over its units; an indicator without any report is left out."""
        found = {}
        for code, units in asked.items():
            there = self._of.get((code, quarter), {})
            if reported := units & there.keys():
                found[code] = _sum([there[unit] for unit in reported])
        return found

    def rows(self, periods: Collection[int], asked: Asked) -> Iterator[Row]:
        """Yield what each unit reports, by indicator and quarter."""
        for code, units in asked.items():
            for period in periods:
                there = self._of.get((code, period), {})
                yield from (there[unit] for unit in units & there.keys())


def summed(rows: Iterable[Row]) -> dict[str, Sum]:
    """Return the sums of rows of one quarter, per indicator: exact also where SQLite's whole numbers end."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.indicator].append(row)
    return {code: _sum(group) for code, group in grouped.items()}


def _sum(rows: list[Row]) -> Sum:
    total = sum_of(rows[0])
    if len(rows) == 1:
        return total
    for row in rows[1:]:
        total = added(total, sum_of(row))
    return total._replace(units=frozenset(row.unit for row in rows))


def sum_of(row: Row) -> Sum:
    """Return what one unit reports as a sum."""
    _, _, unit, numerator, denominator, value, _, _, is_accepted = row
    is_above = numerator is not None and denominator is not None and numerator > denominator
    doubtful, accepted = (0, 1) if is_above and is_accepted else (int(is_above), 0)
    return Sum(numerator, denominator, value, 1, doubtful, accepted, frozenset((unit,)))


def added(one: Sum, other: Sum) -> Sum:
    """Return two sums as one; who they are of is not kept, since one unit may be in both."""
    if not other.reported:
        return one
    return Sum(
        _plus(one.numerator, other.numerator),
        _plus(one.denominator, other.denominator),
        _plus(one.value, other.value),
        one.reported + other.reported,
        one.doubtful + other.doubtful,
        one.accepted + other.accepted,
        is_estimated=one.is_estimated or other.is_estimated,
    )


def _plus(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else one + other


def _without(whole: Sum, other: Sum) -> Sum:
    def less(one: int | None, part: int | None) -> int | None:
        return one if one is None or part is None else one - part

    return Sum(
        less(whole.numerator, other.numerator),
        less(whole.denominator, other.denominator),
        less(whole.value, other.value),
        whole.reported - other.reported,
        whole.doubtful - other.doubtful,
        whole.accepted - other.accepted,
        whole.units - other.units,
    )
