"""The one-stop table of all fields together: what was received, resolved and left open, in a few lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.number import format_number, format_rate, telling_decimals
from models.onestop import IN_PROGRESS, RECEIVED, RESOLVED, Group, Role, Totals, column_number, role_name, totals
from models.period import Period
from models.progress import Figure
from models.same_period import Before
from reports.document import Measure, Run, Source, Text, listed, words

IN_TIME_SHARE = "on_time"
SUM_COLUMNS = {
    "3": "Hồ sơ nhận giải quyết",
    "7": "Hồ sơ đã giải quyết",
    "11": "Hồ sơ đang giải quyết",
}


@dataclass(frozen=True)
class OneStopTotals:
    """A plan's one-stop columns of one period, summed over its fields; None is not reported.

    measure is VALUE, or BEFORE for the same period of the year before."""

    unit: str | None
    period: str
    values: Mapping[Role, Decimal | None]
    measure: Measure = Measure.VALUE
    is_provisional: bool = False

    @property
    def sums(self) -> Totals:
        """The columns that are never typed: (3), (7) and (11)."""
        return totals(self.values)

    @property
    def on_time(self) -> Decimal | None:
        """Resolved early or on the day: (8) + (9)."""
        early, on_time = self.values.get(Role.EARLY), self.values.get(Role.ON_TIME)
        return None if early is None or on_time is None else early + on_time

    @property
    def on_time_share(self) -> Fraction | None:
        """Percent of what was resolved; None where nothing was, or a part is not known."""
        resolved = self.sums.resolved
        return None if self.on_time is None or not resolved else 100 * Fraction(self.on_time) / Fraction(resolved)

    @property
    def is_known(self) -> bool:
        """Whether anything was reported."""
        return any(each is not None for each in self.values.values())

    @property
    def difference(self) -> Decimal:
        """What was received less what was resolved and is open; 0 where one is not known."""
        received, resolved, left = self.sums.received, self.sums.resolved, self.sums.in_progress
        return Decimal(0) if received is None or resolved is None or left is None else received - resolved - left

    def source(self, what: str) -> Source:
        """Return which number a column is, by the number that the form prints over it."""
        measure = Measure.SHARE if what == IN_TIME_SHARE else self.measure
        return Source(measure, unit=self.unit, period=self.period, what=what)

    def run(self, number: Decimal, what: str) -> Run:
        """Return a column's number as a run."""
        return Run(format_number(number), source=self.source(what))


def one_stop_totals(groups: Sequence[Group], figures: Mapping[str, Figure], period: Period) -> OneStopTotals:
    """Sum the fields of a plan's tables in a period; figures are that period's, by indicator.

    The table of all fields together stands for itself where there is one. A field that has reported nothing adds
    nothing, and what no field has reported is not known."""
    used = _used(groups)
    its = [figures[code] for group in used for code in group.members.values() if code in figures]
    return OneStopTotals(
        unit=next((each.unit for each in its), None),
        period=period.code,
        values=_summed(used, {each.indicator.code: each.value for each in its}),
        is_provisional=any(each.is_provisional for each in its),
    )


def totals_before(groups: Sequence[Group], before: Mapping[str, Before], unit: str | None) -> OneStopTotals:
    """Sum them as they were in the same period of the year before."""
    used = _used(groups)
    its = {code: before[code] for group in used for code in group.members.values() if code in before}
    return OneStopTotals(
        unit=unit,
        period=next((each.period.code for each in its.values()), ""),
        values=_summed(used, {code: each.value for code, each in its.items()}),
        measure=Measure.BEFORE,
        is_provisional=not all(each.is_complete for each in its.values()),
    )


def _used(groups: Sequence[Group]) -> Sequence[Group]:
    return [each for each in groups if not each.field] or groups


def _summed(groups: Sequence[Group], values: Mapping[str, Fraction | None]) -> dict[Role, Decimal | None]:
    found = {}
    for role in Role:
        of_role = (values.get(group.members.get(role, "")) for group in groups)
        known = [Decimal(each.numerator) / each.denominator for each in of_role if each is not None]
        found[role] = sum(known, Decimal(0)) if known else None
    return found


def lines(found: OneStopTotals) -> Iterator[tuple[str, str, Decimal | None]]:
    """Yield the columns of the table as lines: its name, its number in the form, its value; parts after their sum."""
    sums = found.sums
    stretches = ((sums.received, RECEIVED), (sums.resolved, RESOLVED), (sums.in_progress, IN_PROGRESS))
    for (column, name), (total, roles) in zip(SUM_COLUMNS.items(), stretches, strict=True):
        yield name, column, total
        for role in roles:
            yield role_name(role), str(column_number(role)), found.values.get(role)


def share_run(found: OneStopTotals) -> Run:
    """Return the share resolved in time; while any is late it never looks like all."""
    share = found.on_time_share
    if share is None:
        return Run("")
    decimals = telling_decimals(share, lambda shown: (shown == 100) is (share == 100))
    return Run(format_rate(share, decimals), source=found.source(IN_TIME_SHARE))


def one_stop_sentences(found: OneStopTotals) -> Text:
    """Return what the one-stop counters did in the period; empty where nothing was reported."""
    sums = found.sums
    sentences = [
        _received(found),
        _resolved(found) if sums.resolved is not None else (),
        _open(found) if sums.in_progress is not None else (),
        _difference(found),
        words("Số liệu tạm tính.") if found.is_provisional and found.is_known else (),
    ]
    return listed(filter(None, sentences), " ")


def _received(found: OneStopTotals) -> Text:
    if found.sums.received is None:
        return ()
    online, direct, carried = (found.values[role] or Decimal(0) for role in RECEIVED)
    return words(
        "Bộ phận một cửa nhận giải quyết {all}~hồ sơ, trong đó tiếp nhận trực tuyến {online}~hồ sơ, trực tiếp và qua "
        "dịch vụ bưu chính công ích {direct}~hồ sơ, kỳ trước chuyển sang {carried}~hồ sơ.",
        all=found.run(found.sums.received, "3"),
        online=found.run(online, "4"),
        direct=found.run(direct, "5"),
        carried=found.run(carried, "6"),
    )


def _resolved(found: OneStopTotals) -> Text:
    resolved = found.sums.resolved
    if not resolved:
        return words("Trong kỳ chưa có hồ sơ được giải quyết xong.")
    early, on_time, late = (found.values[role] or Decimal(0) for role in RESOLVED)
    return words(
        "Đã giải quyết {all}~hồ sơ: trước hạn {early}~hồ sơ, đúng hạn {on_time}~hồ sơ, quá hạn {late}~hồ sơ; tỷ lệ "
        "giải quyết trước hạn và đúng hạn đạt {share}.",
        all=found.run(resolved, "7"),
        early=found.run(early, "8"),
        on_time=found.run(on_time, "9"),
        late=found.run(late, "10"),
        share=share_run(found),
    )


def _open(found: OneStopTotals) -> Text:
    left = found.sums.in_progress or Decimal(0)
    if not left:
        return words("Không còn hồ sơ đang giải quyết.")
    overdue = found.values[Role.OVERDUE] or Decimal(0)
    return words(
        "Đang giải quyết {all}~hồ sơ, trong đó {overdue}~hồ sơ đã quá hạn."
        if overdue
        else "Đang giải quyết {all}~hồ sơ, không có hồ sơ quá hạn.",
        all=found.run(left, "11"),
        overdue=found.run(overdue, "13"),
    )


def _difference(found: OneStopTotals) -> Text:
    if not found.difference:
        return ()
    return words(
        "Số hồ sơ nhận giải quyết chênh {by}~hồ sơ so với tổng số đã giải quyết và đang giải quyết, cần kiểm tra.",
        by=found.run(abs(found.difference), "3-7-11"),
    )
