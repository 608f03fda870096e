"""The floor: what one who knows SQLite well would write by hand for one file, without a program around it.

Every statement yields the same numbers as ours; bench.store compares them before it believes a time."""

import sqlite3
from typing import Any

TABLE = """
CREATE TABLE actual (
    period INTEGER NOT NULL, indicator INTEGER NOT NULL, unit INTEGER NOT NULL,
    numerator INTEGER, denominator INTEGER, value INTEGER, out_of INTEGER, grade TEXT, note TEXT, accepted TEXT,
    illustrative INTEGER NOT NULL,
    PRIMARY KEY (period, indicator, unit)
) STRICT, WITHOUT ROWID
"""
LOAD = "INSERT INTO actual VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

FORM = """
SELECT plan_indicator.indicator, quarter.column1, actual.numerator, actual.denominator, actual.value,
    actual.out_of, actual.grade, actual.note, actual.accepted, actual.illustrative
FROM plan_indicator
CROSS JOIN (VALUES (1), (2), (3), (4)) AS quarter
LEFT JOIN actual ON actual.period = :year * 10 + quarter.column1 AND actual.indicator = plan_indicator.indicator
    AND actual.unit = (SELECT id FROM unit WHERE code = :unit)
WHERE plan_indicator.plan = (SELECT id FROM plan WHERE code = :plan)
"""

# Per indicator: numerator, denominator, value, units that have reported all, units expected, doubtful parts, state.
_HEAD = """
WITH RECURSIVE under (unit) AS (
    SELECT id FROM unit WHERE code = :unit
    UNION ALL SELECT unit.id FROM unit JOIN under ON unit.superior = under.unit
),
leaf (unit) AS MATERIALIZED (
    SELECT unit FROM under JOIN unit AS self ON self.id = under.unit
    WHERE under.unit NOT IN (SELECT superior FROM unit WHERE superior IS NOT NULL
            AND ifnull(valid_from, '') <= :last AND ifnull(valid_to, '9') >= :last)
        AND ifnull(self.valid_from, '') <= :last AND ifnull(self.valid_to, '9') >= :last
),
given (indicator, unit) AS MATERIALIZED (
    SELECT DISTINCT assignment.indicator, assignment.unit FROM assignment JOIN under ON under.unit = assignment.unit
    WHERE assignment.plan = (SELECT id FROM plan WHERE code = :plan)
),
summed (indicator, numerator, denominator, value, reported, expected, doubtful) AS (
"""
_TAIL = """
)
SELECT summed.*, CASE
    WHEN summed.expected = 0 THEN 'not_applicable'
    WHEN summed.numerator > summed.denominator AND summed.doubtful THEN 'to_check'
    WHEN indicator.kind = 'count' AND summed.value >= target.value THEN 'met'
    WHEN indicator.kind = 'count' AND summed.value * 100 >= target.value * 95 THEN 'near'
    WHEN indicator.kind = 'count' THEN 'missed'
    WHEN summed.denominator = 0 THEN 'not_applicable'
    WHEN summed.numerator * 1000000 >= target.value * summed.denominator THEN 'met'
    WHEN summed.numerator * 1000000 >= target.value * summed.denominator * 0.95 THEN 'near'
    ELSE 'missed' END
FROM summed JOIN indicator ON indicator.id = summed.indicator
JOIN plan_indicator AS target ON target.indicator = summed.indicator
    AND target.plan = (SELECT id FROM plan WHERE code = :plan)
"""
TREND = """
WITH leaf (unit) AS MATERIALIZED (
    SELECT id FROM unit WHERE id NOT IN (SELECT superior FROM unit WHERE superior IS NOT NULL)
)
SELECT actual.period, sum(actual.numerator), sum(actual.denominator), count(*)
FROM actual
WHERE actual.period IN (SELECT value FROM json_each(:periods)) AND actual.unit IN leaf
    AND actual.indicator = (SELECT id FROM indicator WHERE code = :indicator)
    AND actual.numerator IS NOT NULL AND actual.denominator IS NOT NULL
GROUP BY actual.period
"""


def progress(db: sqlite3.Connection, asked: dict[str, Any], quarters: int) -> list[tuple[Any, ...]]:
    """Return the figures of a unit and all below it, over the first quarters of a year."""
    return db.execute(_progress(asked["year"], quarters), asked).fetchall()


def _progress(year: int, quarters: int) -> str:
    """Write the statement: a flow is summed over quarters, a stock taken from the last that has it."""
    numbers = range(1, quarters + 1)
    joins = " ".join(
        f"LEFT JOIN actual AS a{n} ON a{n}.period = {year * 10 + n} AND a{n}.indicator = asked.indicator"
        f" AND a{n}.unit = {{unit}}"
        for n in numbers
    )
    there = {n: f"(a{n}.numerator + a{n}.denominator IS NOT NULL OR a{n}.value IS NOT NULL)" for n in numbers}
    wrong = {n: f"ifnull(a{n}.numerator > a{n}.denominator AND a{n}.accepted IS NULL, 0)" for n in numbers}
    both = {
        "numerator": "a{n}.numerator + 0 * a{n}.denominator",
        "denominator": "a{n}.denominator + 0 * a{n}.numerator",
        "value": "a{n}.value",
    }
    flow = [" + ".join(f"ifnull({part.format(n=n)}, 0)" for n in numbers) for part in both.values()]
    latest = [
        "coalesce({}, 0)".format(", ".join(part.format(n=n) for n in reversed(numbers))) for part in both.values()
    ]
    any_wrong = " + ".join(wrong.values())
    latest_wrong = "CASE " + " ".join(f"WHEN {there[n]} THEN {wrong[n]}" for n in reversed(numbers)) + " ELSE 0 END"
    selects = []
    for how, sums, doubt, complete in (
        ("flow", flow, any_wrong, " AND ".join(there.values())),
        ("stock", latest, latest_wrong, there[quarters]),
    ):
        columns = f"{', '.join(f'sum({each})' for each in sums)}, sum({complete}), count(*), sum({doubt})"
        for is_given, source, unit in (
            (0, "CROSS JOIN leaf", "leaf.unit"),
            (1, "CROSS JOIN given ON given.indicator = asked.indicator", "given.unit"),
        ):
            selects.append(
                f"SELECT asked.indicator, {columns} FROM plan_indicator AS asked"
                f" CROSS JOIN indicator ON indicator.id = asked.indicator {source} {joins.format(unit=unit)}"
                f" WHERE asked.plan = (SELECT id FROM plan WHERE code = :plan)"
                f" AND indicator.accumulation = '{how}' AND {'' if is_given else 'NOT '}EXISTS"
                " (SELECT * FROM assignment WHERE plan = asked.plan AND indicator = asked.indicator)"
                " GROUP BY asked.indicator"
            )
    return _HEAD + " UNION ALL ".join(selects) + _TAIL
