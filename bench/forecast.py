"""How far off forecasts of the year's end are, on generated years of several shapes.

    python -m bench.forecast            prints the table
    python -m bench.forecast --write    renews its part of docs/benchmarks.md

The same years are generated each time. Errors are absolute: of ratios in points, of counts in percent of the year."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from statistics import mean

from bench.page import write_part
from models.forecast import forecast
from models.measure import Kind
from models.plan import Indicator
from models.rest_of_year import Amounts, Quarters, total

YEAR = 2023
FIRST = YEAR - 6
RUNS = 400
BASES = (30, 200, 2000)  # cases in a quarter of a small, a middling and a large office
INDICATORS = {kind: Indicator("KH", kind, "", "", kind) for kind in (Kind.RATIO, Kind.COUNT)}
TEXT = """
## Forecasts of the year's end

`python -m bench.forecast --write` generates {runs} series of seven years a shape, of offices with some 30, 200 or 2,000
cases a quarter, and forecasts the last year by its first two and three quarters. Mean absolute error: of ratios in
points, of counts in percent of the year. "As last year" lets the rest go exactly as last year's same quarters, "as this
year" at this year's mean; ours takes last year's cases at last year's rate moved by this year's lead, and counts as
last year. In range: how often the year ended within the range that five past forecasts give: by chance alone four times
in six.

| shape | known | ratio: ours | as last year | as this year | in range | count: ours | as this year | in range |
|---|---|---|---|---|---|---|---|---|
{lines}
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the years of an office go: seasons of cases and of rates, what each year brings, and how far chance moves."""

    seasons: tuple[float, float, float, float] = (1, 1, 1, 1)
    growth: float = 1
    rates: tuple[float, float, float, float] = (0, 0, 0, 0)
    better: float = 0
    chance: float = 0.15
    jump: float = 0


SHAPES = {
    "steady": Shape(),
    "seasonal": Shape(seasons=(0.7, 1, 0.9, 1.6), rates=(0.03, 0, -0.02, -0.06)),
    "growing": Shape(growth=1.15),
    "improving": Shape(rates=(0, 0.04, 0.08, 0.12), better=0.03),
    "falling off": Shape(rates=(0, -0.04, -0.08, -0.12)),
    "a step this year": Shape(jump=0.15),
    "noisy": Shape(chance=0.5),
}


def a_series(shape: Shape, random: Random) -> dict[int, Quarters]:
    """Return seven years of one office."""
    base, rate = random.choice(BASES), random.uniform(0.3, 0.7)
    found: dict[int, Quarters] = {}
    for place, year in enumerate(range(FIRST, YEAR + 1)):
        quarters = {}
        for number in range(1, 5):
            cases = base * shape.seasons[number - 1] * shape.growth**place
            whole = max(5, round(cases * random.uniform(1 - shape.chance, 1 + shape.chance)))
            share = rate + shape.rates[number - 1] + shape.better * place + random.gauss(0, shape.chance / 7)
            share += shape.jump if year == YEAR and number > 1 else 0
            part = round(whole * min(0.98, max(0.02, share)))
            quarters[number] = Amounts(Fraction(part), Fraction(whole), Fraction(whole))
        found[year] = quarters
    return found


def ended(kind: Kind, amounts: Amounts) -> Fraction:
    """Return what a year comes to."""
    return amounts.numerator * 100 / amounts.denominator if kind is Kind.RATIO else amounts.value


def as_last_year(known: Quarters, before: Quarters) -> Amounts:
    """Let the rest go as last year's same quarters."""
    return total(known.values()) + total(each for number, each in before.items() if number not in known)


def as_this_year(known: Quarters, before: Quarters) -> Amounts:
    """Let the rest go at this year's mean."""
    return total(known.values()).times(Fraction(4, len(known)))


@dataclass
class Errors:
    """What one kind of indicator came to in one shape: errors by method, and how often the range held."""

    ours: list[float]
    last_year: list[float]
    this_year: list[float]
    held: list[bool]


def errors(kind: Kind, series: list[dict[int, Quarters]], points: int) -> Errors:
    """Forecast the last year of each series by its first quarters."""
    found = Errors([], [], [], [])
    for years in series:
        known = {number: each for number, each in years[YEAR].items() if number <= points}
        actual = ended(kind, total(years[YEAR].values()))
        made = forecast(INDICATORS[kind], {**years, YEAR: known}, YEAR)
        assert made is not None
        assert made.low is not None
        assert made.high is not None
        scale = Fraction(1) if kind is Kind.RATIO else 100 / actual
        found.ours.append(float(abs(made.value - actual) * scale))
        found.held.append(made.low <= actual <= made.high)
        for method, its in ((as_last_year, found.last_year), (as_this_year, found.this_year)):
            its.append(_off(kind, method, known, years[YEAR - 1], actual, scale))
    return found


Method = Callable[[Quarters, Quarters], Amounts]


def _off(
    kind: Kind, method: Method, known: Quarters, before: Mapping[int, Amounts], actual: Fraction, scale: Fraction
) -> float:
    return float(abs(ended(kind, method(known, before)) - actual) * scale)


def lines() -> Iterator[str]:
    """Yield the rows of the table."""
    for name, shape in SHAPES.items():
        random = Random(name)
        series = [a_series(shape, random) for _ in range(RUNS)]
        for points in (2, 3):
            ratio, count = errors(Kind.RATIO, series, points), errors(Kind.COUNT, series, points)
            cells = [name, f"{points} quarters"]
            cells += [f"{mean(each):.1f}" for each in (ratio.ours, ratio.last_year, ratio.this_year)]
            cells += [f"{100 * mean(ratio.held):.0f} %"]
            cells += [f"{mean(each):.1f}" for each in (count.ours, count.this_year)]
            yield f"| {' | '.join([*cells, f'{100 * mean(count.held):.0f} %'])} |"


def main(words: list[str]) -> None:
    """Print the table, and put it on the page where asked."""
    table = "\n".join(lines())
    print(table)
    if "--write" in words:
        write_part("forecast", TEXT.format(runs=RUNS, lines=table))


if __name__ == "__main__":
    main(sys.argv[1:])
