"""What looks unlike a unit's own figures before: a jump on last quarter or last year, a value outside its usual range.

Warnings only, and of counts and of both parts of ratios only: a rank or a score may well jump."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.balance import Reach
from models.checks import PART_WORDS, Finding, Severity, Where
from models.number import format_number, format_rate, to_scaled
from models.period import Period
from models.plan import Actual

JUMP_LAST_QUARTER = "jump-last-quarter"
JUMP_LAST_YEAR = "jump-last-year"
OUTSIDE_RANGE = "outside-usual-range"
JUMPS = {JUMP_LAST_QUARTER: 1, JUMP_LAST_YEAR: 4}  # how many quarters back
LEAST_QUARTERS = 4
MOST_QUARTERS = 8

_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class CheckLimit:
    """From where on a plan wants to be told of a jump, or of a value outside the usual range.

    percent: of a jump, by how much the larger number may exceed the smaller; of the usual range, which share of its
    spread it is widened by at both ends; None: not looked at. least: a smaller difference is never told."""

    plan: str
    rule: str
    percent: Decimal | None
    least: Decimal


Limits = Mapping[str, CheckLimit]


def default_limits(plan: str) -> dict[str, CheckLimit]:
    """Return what holds where a plan says nothing: more than double or less than half, and by at least 30."""
    percents = {JUMP_LAST_QUARTER: Decimal(100), JUMP_LAST_YEAR: Decimal(100), OUTSIDE_RANGE: Decimal(50)}
    return {rule: CheckLimit(plan, rule, percent, Decimal(30)) for rule, percent in percents.items()}


def quarters_before(quarter: Period) -> list[Period]:
    """Return the quarters that one is held against, the latest first."""
    found = [quarter]
    for _ in range(MOST_QUARTERS):
        found.append(Reach.LAST_QUARTER.of(found[-1]))
    return found[1:]


def is_jump(now: Decimal, then: Decimal, limit: CheckLimit) -> bool:
    """Return whether the larger of two numbers exceeds the smaller by more than the limit, and by its least or more."""
    if limit.percent is None or abs(now - then) < limit.least:
        return False
    low, high = sorted((to_scaled(now), to_scaled(then)))
    whole = to_scaled(Decimal(100))
    return high * whole > low * (whole + to_scaled(limit.percent))


class Usual(NamedTuple):
    """The least and the largest of a unit's earlier numbers, and how many quarters they are from."""

    low: Decimal
    high: Decimal
    quarters: int


def bound_passed(now: Decimal, usual: Usual, limit: CheckLimit) -> Decimal | None:
    """Return the end of the usual range that a number lies too far beyond; None where it does not.

    Too far: beyond the range made wider by a share of its spread, by more than a quarter of the end itself (figures
    that hardly move make a range too narrow to judge by), and by the least. Fewer than four quarters are no usage."""
    if limit.percent is None or usual.quarters < LEAST_QUARTERS or usual.low <= now <= usual.high:
        return None
    bound = usual.low if now < usual.low else usual.high
    beyond, spread = abs(now - bound), usual.high - usual.low
    is_wide = to_scaled(beyond) * to_scaled(Decimal(100)) > to_scaled(spread) * to_scaled(limit.percent)
    return bound if is_wide and beyond * 4 > bound and beyond >= limit.least else None


def change_findings(
    actual: Actual, earlier: Sequence[Actual | None], limits: Limits, where: Where
) -> Iterator[Finding]:
    """Yield what is unlike a unit's own earlier quarters of one indicator; earlier: as quarters_before names them."""
    for part in PART_WORDS:
        if getattr(actual, part) is None:
            continue
        for rule, back in JUMPS.items():
            if (then := earlier[back - 1]) is not None:
                yield from jump_findings(actual, part, then, limits[rule], where)
        known = [number for each in earlier if each and (number := getattr(each, part)) is not None]
        if known:
            usual = Usual(min(known), max(known), len(known))
            yield from unusual_findings(actual, part, usual, limits[OUTSIDE_RANGE], where)


def jump_findings(actual: Actual, part: str, then: Actual, limit: CheckLimit, where: Where) -> Iterator[Finding]:
    """Yield a jump of one part on what was reported then."""
    now, before = getattr(actual, part), getattr(then, part)
    if now is None or before is None or not is_jump(now, before, limit):
        return
    way, to = ("tăng", "lên") if now > before else ("giảm", "xuống")
    by = f" {format_rate(Fraction(to_scaled(abs(now - before)) * 100, to_scaled(before)))}" if before else ""
    since = _quarter_words(then.period, where.period)
    words = f"{way}{by} so với {since}, từ {format_number(before)} {to} {format_number(now)}"
    yield _finding(limit.rule, actual, part, (now, before), words, where)


def unusual_findings(actual: Actual, part: str, usual: Usual, limit: CheckLimit, where: Where) -> Iterator[Finding]:
    """Yield that one part lies outside the unit's usual range."""
    now = getattr(actual, part)
    bound = bound_passed(now, usual, limit)
    if bound is not None:
        span = f"từ {format_number(usual.low)} đến {format_number(usual.high)} trong {usual.quarters} quý trước"
        words = f"{format_number(now)} nằm ngoài khoảng thường gặp của đơn vị ({span})"
        yield _finding(limit.rule, actual, part, (now, bound), words, where)


def _finding(rule: str, actual: Actual, part: str, sides: tuple[Decimal, Decimal], words: str, where: Where) -> Finding:
    left, right = sides
    start = f"{where.of(actual.unit)}, chỉ tiêu {actual.indicator}: {PART_WORDS[part]}"
    return Finding(
        rule,
        actual.unit,
        where.period,
        Fraction(left),
        Fraction(right),
        Severity.WARNING,
        f"{start} {words}, lệch {format_number(abs(left - right))}.",
        is_accepted=bool(actual.accepted),
        indicator=actual.indicator,
        codes=(actual.indicator,),
        part=part,
    )


def _quarter_words(quarter: Period, seen_from: Period) -> str:
    roman = _ROMAN[quarter.number - 1]
    if quarter.year == seen_from.year:
        return f"quý {roman}"
    is_same = quarter.number == seen_from.number
    return f"cùng kỳ năm trước (quý {roman}/{quarter.year})" if is_same else f"quý {roman}/{quarter.year}"
