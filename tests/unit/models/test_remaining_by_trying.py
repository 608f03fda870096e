"""What remains agrees with a plain reading of the rules that adds raw rows up and tries whole numbers."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from models.measure import Accumulation, Kind, Operator, Threshold
from models.period import quarter
from models.plan import Indicator
from models.progress import Coverage, Part, Pooled, pool
from models.remaining import Time, remaining
from models.rest_of_year import Amounts, amounts_of, is_known, late_of, still_expected, total
from tests.unit.models.plain_remaining import Case, Row, Said, a_case, answer

PLANS = 10_000


def indicator_of(case: Case) -> Indicator:
    kind = Kind.RATIO if case.is_ratio else Kind.COUNT
    way = Accumulation.STOCK if case.is_stock else Accumulation.FLOW
    return Indicator("KH", "C", "", "", kind, accumulation=way)


def pooled(indicator: Indicator, rows: list[Row]) -> Pooled:
    def part(row: Row) -> Part:
        period = quarter(row.year, row.quarter)
        if indicator.kind is Kind.RATIO:
            return Part(period, Decimal(row.part), Decimal(row.whole))
        return Part(period, value=Decimal(row.part))

    return pool(indicator, map(part, rows))


def ours(case: Case) -> Said | None:
    """Return what the program says of the same rows."""
    indicator = indicator_of(case)
    threshold = Threshold(Operator(case.operator), case.low, case.high if case.operator == "range" else None)
    here = [row for row in case.rows if row.year == 2023]
    if case.is_stock:
        latest = {row.unit: row for row in sorted(here, key=lambda row: row.quarter)}
        is_over = len(latest) == len(case.units) and all(row.quarter == 4 for row in latest.values())
        time = Time(case.days, len(case.units), is_over)
        found = remaining(indicator, threshold, pooled(indicator, list(latest.values())), time)
    else:
        known, begun, last_year = dict[int, Amounts](), dict[int, Amounts](), dict[int, Amounts]()
        there = {number: sum(row.quarter == number for row in here) for number in range(1, 5)}
        for year, number in {(row.year, row.quarter) for row in case.rows}:
            its = [row for row in case.rows if (row.year, row.quarter) == (year, number)]
            amounts, is_there = amounts_of(pooled(indicator, its)), is_known(Coverage(len(its), len(case.units)))
            if year == 2022 and is_there:
                last_year[number] = amounts
            elif year == 2023:
                (known if is_there else begun)[number] = amounts
        late = [
            bring
            for number, amounts in known.items()
            if (bring := late_of(amounts, Coverage(there[number], len(case.units)))) is not None
        ]
        rest = still_expected(known, last_year, begun, total(late) if late else None)
        found = remaining(indicator, threshold, pooled(indicator, here), Time(case.days, len(case.units)), rest)
    if found is None:
        return None
    return Said(
        int(found.needed),
        found.can_be_reached,
        int(found.expected) if case.is_ratio else int(found.expected + Fraction(1, 2)),
        found.per_working_day,
        found.per_unit or Fraction(0),
        found.basis.value,
        found.at_pace,
    )


@pytest.mark.slow
def test_ten_thousand_random_plans_agree_with_trying() -> None:
    random = Random(20230620)
    told = 0
    for _ in range(PLANS):
        case = a_case(random)
        expected = answer(case)
        assert ours(case) == expected, case
        told += expected is not None
    assert told > PLANS * 0.9


def test_a_hundred_random_plans_agree_with_trying() -> None:
    random = Random(7)
    for _ in range(100):
        case = a_case(random)
        assert ours(case) == answer(case), case
