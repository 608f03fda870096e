"""A second, independent reading of docs/figures.md, 9: plain fractions over raw rows, whole numbers tried singly."""

from dataclasses import dataclass
from fractions import Fraction
from random import Random

OPERATORS = (">=", ">", "<=", "<", "=", "range")


@dataclass(frozen=True)
class Row:
    """What one unit reported in one quarter: of a ratio part and whole, of a count the part alone."""

    unit: str
    year: int
    quarter: int
    part: int
    whole: int


@dataclass(frozen=True)
class Case:
    """A plan of one indicator: who is asked, what they reported in two years, what the year's target is."""

    is_ratio: bool
    is_stock: bool
    operator: str
    low: Fraction
    high: Fraction
    units: tuple[str, ...]
    rows: tuple[Row, ...]
    until: int  # the quarter up to whose end things are reached
    days: int


@dataclass(frozen=True)
class Said:
    """What remains, by trying."""

    needed: int | None
    can_be_reached: bool
    expected: int
    per_day: Fraction | None
    per_unit: Fraction
    basis: str
    at_pace: bool


def a_case(random: Random) -> Case:
    """Return a random plan; amounts are small, so that trying ends soon."""
    units = tuple(f"X{number}" for number in range(random.choice((1, 2, 3, 4, 10, 12))))
    is_ratio, is_stock = random.random() < 0.7, random.random() < 0.3
    until = random.randint(1, 4)
    share = random.choice((1.0, 1.0, 0.8, 0.0))
    rows = [
        Row(unit, year, quarter, random.randint(0, whole), whole)
        for unit in units
        for year, last, there in ((2022, 4, share), (2023, until, 0.95))
        for quarter in range(1, last + 1)
        if random.random() < there
        for whole in (random.randint(0, 9),)
    ]
    values = random.choice(((65, 90), (100, 100), (50, 20), (0, 5), ("33.3", "66.7")))
    scale = 1 if is_ratio else Fraction(random.randint(1, 4), 4)
    low, high = (Fraction(str(each)) * scale for each in values)
    return Case(
        is_ratio,
        is_stock,
        random.choice(OPERATORS),
        low,
        high,
        units,
        tuple(rows),
        until,
        random.choice((0, 1, 60, 125)),
    )


def meets(case: Case, value: Fraction) -> bool:
    """Return whether a value meets the target."""
    match case.operator:
        case ">=":
            return value >= case.low
        case ">":
            return value > case.low
        case "<=":
            return value <= case.low
        case "<":
            return value < case.low
        case "=":
            return value == case.low
    return min(case.low, case.high) <= value <= max(case.low, case.high)


def answer(case: Case) -> Said | None:
    """Return what remains; None where nothing can be said."""
    return _of_stock(case) if case.is_stock else _of_flow(case)


def _of_flow(case: Case) -> Said | None:
    here = [row for row in case.rows if row.year == 2023]
    part, whole = sum(row.part for row in here), sum(row.whole for row in here)
    known = [quarter for quarter in range(1, case.until + 1) if _is_known(case, 2023, quarter)]
    to_come = [quarter for quarter in range(1, 5) if quarter not in known]
    expected, basis = _expected(case, known, to_come)
    cases, late = _half_up(expected), _late(case, known)
    is_open = bool(to_come) or late is not None
    if not case.is_ratio:
        good = [more for more in range(201 if is_open else 1) if meets(case, Fraction(part + more))]
        return _said(case, _least(case, part, 0), bool(good), cases, basis)
    if not whole + cases:
        return None
    can = _is_reached_with(case, part, whole, cases)
    at_pace = is_open and _may_ever(case, part, whole)
    if at_pace:
        can = can or _is_reached_with(case, part, whole, cases + _half_up(late or Fraction(0)))
        can = can or (basis == "nothing" and case.days > 0)
    return _said(case, _least(case, part, whole + cases), can, cases, basis, at_pace)


def _is_reached_with(case: Case, part: int, whole: int, cases: int) -> bool:
    """Return whether so many cases can bring the ratio to its target, by trying how many of them are met."""
    return any(meets(case, Fraction(100 * (part + more), whole + cases)) for more in range(cases + 1))


def _may_ever(case: Case, part: int, whole: int) -> bool:
    """Return whether any number of cases could, by trying more and more.

    Every target here is a thousandth, and none lies between 0 and 5 percent."""
    ends = (case.low, case.high) if case.operator == "range" else (case.low,)
    for cases in range(0 if whole else 1, 1001 + 20 * whole):
        near = {0, cases, *(int(end * (whole + cases) / 100) - part + by for end in ends for by in (-1, 0, 1))}
        if any(meets(case, Fraction(100 * (part + more), whole + cases)) for more in near if 0 <= more <= cases):
            return True
    return False


def _late(case: Case, known: list[int]) -> Fraction | None:
    """Return how many cases those may bring who are missing in known quarters, each as those who are there."""
    found = None
    for quarter in known:
        its = [row for row in case.rows if (row.year, row.quarter) == (2023, quarter)]
        missing = len(case.units) - len(its)
        if missing:
            found = (found or Fraction(0)) + Fraction(sum(row.whole for row in its) * missing, len(its))
    return found


def _of_stock(case: Case) -> Said | None:
    latest = {row.unit: row for row in sorted(case.rows, key=lambda row: row.quarter) if row.year == 2023}
    part, whole = sum(row.part for row in latest.values()), sum(row.whole for row in latest.values())
    if not latest or (case.is_ratio and not whole):
        return None
    is_over = len(latest) == len(case.units) and all(row.quarter == 4 for row in latest.values())
    if case.is_ratio:
        tried = [part] if is_over else range(whole + 1)
        good = [count for count in tried if meets(case, Fraction(100 * count, whole))]
    else:
        good = [count for count in ([part] if is_over else range(201)) if meets(case, Fraction(count))]
    least = _least(case, part, whole if case.is_ratio else 0, can_fall=not is_over)
    return _said(case, least, bool(good), whole - part if case.is_ratio else 0, "as_it_stands")


def _said(
    case: Case, work: tuple[int | None, int], can: bool, expected: int, basis: str, at_pace: bool = False
) -> Said:
    needed, amount = work
    per_day = Fraction(amount, case.days) if case.days else None
    return Said(needed, can, expected, per_day, Fraction(amount, len(case.units)), basis, at_pace)


def _least(case: Case, part: int, whole: int, can_fall: bool = False) -> tuple[int | None, int]:
    """Return how many more are needed, found by adding one after another, and how many are to be added or to go."""
    if case.operator in ("<=", "<"):
        gone = 0
        while can_fall and not meets(case, Fraction(100 * (part - gone), whole) if whole else Fraction(part - gone)):
            gone += 1
        return 0, gone
    more = 0
    while not _reaches(case, part + more, whole):
        more += 1
    if more:
        return more, more
    gone = 0
    while can_fall and case.operator in ("=", "range") and _is_above(case, part - gone, whole):
        gone += 1
    return 0, gone


def _reaches(case: Case, part: int, whole: int) -> bool:
    """Return whether a part is not below the target, whatever is above it."""
    low = min(case.low, case.high) if case.operator == "range" else case.low
    left, right = (Fraction(100 * part), low * whole) if case.is_ratio else (Fraction(part), low)
    return left > right if case.operator == ">" else left >= right


def _is_above(case: Case, part: int, whole: int) -> bool:
    high = max(case.low, case.high) if case.operator == "range" else case.low
    return Fraction(100 * part) > high * whole if case.is_ratio else Fraction(part) > high


def _is_known(case: Case, year: int, quarter: int) -> bool:
    there = {row.unit for row in case.rows if (row.year, row.quarter) == (year, quarter)}
    return len(there) * 10 >= len(case.units) * 9


def _expected(case: Case, known: list[int], to_come: list[int]) -> tuple[Fraction, str]:
    """Return how many cases (of a count: how many) are still to come, and what that is known from."""

    def amount(year: int, quarter: int) -> int:
        its = [row for row in case.rows if (row.year, row.quarter) == (year, quarter)]
        return sum(row.whole if case.is_ratio else row.part for row in its)

    if not to_come:
        return Fraction(0), "year_over"
    if all(_is_known(case, 2022, quarter) for quarter in to_come):
        whole = {quarter: Fraction(amount(2022, quarter)) for quarter in to_come}
        basis = "last_year"
    elif known:
        mean = Fraction(sum(amount(2023, quarter) for quarter in known), len(known))
        whole, basis = dict.fromkeys(to_come, mean), "this_year"
    else:
        return Fraction(0), "nothing"
    return sum((max(Fraction(0), each - amount(2023, quarter)) for quarter, each in whole.items()), Fraction(0)), basis


def _half_up(number: Fraction) -> int:
    return (2 * number.numerator + number.denominator) // (2 * number.denominator)
