"""The one-stop table of all fields together in a few lines: what was received, what was resolved, what is open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.number import format_number
from models.onestop import Group, Role, role_name
from models.onestop_sheet import DONE, HANDLED, OPEN, PARTS, Line, added, final, line_of
from models.period import Period
from models.progress import Figure
from models.same_period import Before
from reports.document import Measure, Run, Source, Text, listed, words
from reports.onestop_context import ON_TIME, rate_text

SUM_NAMES = {HANDLED: "Hồ sơ nhận giải quyết", DONE: "Hồ sơ đã giải quyết", OPEN: "Hồ sơ đang giải quyết"}
_UNEVEN = f"{HANDLED}-{DONE}-{OPEN}"


@dataclass(frozen=True)
class OneStopTotals:
    """The total line of a plan's one-stop tables in one period, and whose it is.

    measure is VALUE, or BEFORE for the same period of the year before."""

    line: Line
    unit: str | None
    period: str
    measure: Measure = Measure.VALUE

    def column(self, column: int) -> Run:
        """Return what stands in a column of the form as a run; empty where it is not known."""
        number = self.line.number(column)
        return Run("" if number is None else format_number(number), source=self._source(str(column)))

    @property
    def share(self) -> Run:
        """The share of the resolved that were so in time; empty where nothing was resolved."""
        share = self.line.on_time_rate
        return Run("" if share is None else rate_text(share), source=self._source(ON_TIME, Measure.SHARE))

    @property
    def uneven(self) -> Run:
        """How far what was received is from what was resolved and is open; empty where they agree."""
        parts = [self.line.number(column) for column in (HANDLED, DONE, OPEN)]
        known = [each for each in parts if each is not None]
        difference = known[0] - known[1] - known[2] if len(known) == len(parts) else Decimal(0)
        return Run(format_number(abs(difference)) if difference else "", source=self._source(_UNEVEN, Measure.GAP))

    def _source(self, what: str, measure: Measure | None = None) -> Source:
        is_before = self.measure is Measure.BEFORE
        return Source(self.measure if is_before else measure or self.measure, "", self.unit, self.period, what)


def one_stop_totals(groups: Sequence[Group], figures: Mapping[str, Figure], period: Period) -> OneStopTotals:
    """Return the total line of a period; figures are that period's, by indicator.

    The table of all fields together stands for itself where a plan has one."""
    its = _used(groups)
    unit = next((each.unit for group in its for code in group.members.values() if (each := figures.get(code))), None)
    return OneStopTotals(added(line_of(each.members, figures) for each in its), unit, period.code)


def totals_before(
    groups: Sequence[Group], before: Mapping[str, Before], unit: str | None, period: Period
) -> OneStopTotals:
    """Return the total line of the same period of the year before, without columns that some had not reported."""
    its = added(_line_before(each.members, before) for each in _used(groups))
    return OneStopTotals(final(its), unit, period.in_year(period.year - 1).code, Measure.BEFORE)


def _used(groups: Sequence[Group]) -> Sequence[Group]:
    return [each for each in groups if not each.field] or groups


def _line_before(members: Mapping[Role, str], before: Mapping[str, Before]) -> Line:
    its = {role: before.get(code) for role, code in members.items()}
    values = {role: None if each is None else each.value for role, each in its.items()}
    counts = {
        role: None if each is None else Decimal(each.numerator) / each.denominator for role, each in values.items()
    }
    return Line(counts, frozenset[Role](role for role, each in its.items() if each and not each.is_complete))


def columns() -> Iterator[tuple[int, str]]:
    """Yield the columns of the form with their names: each sum, then what it is made of."""
    for column, roles in PARTS.items():
        yield column, SUM_NAMES.get(column) or role_name(roles[0])


def one_stop_sentences(found: OneStopTotals) -> Text:
    """Return what the one-stop counters did in the period; empty where nothing was reported."""
    if found.line.is_blank:
        return ()
    provisional = words("Số liệu tạm tính.") if found.line.rough else ()
    sentences: Iterable[Text] = (_received(found), _resolved(found), _open(found), _uneven(found), provisional)
    return listed(filter(None, sentences), " ")


def _received(found: OneStopTotals) -> Text:
    if found.line.number(HANDLED) is None:
        return ()
    return words(
        "Bộ phận một cửa nhận giải quyết {all}~hồ sơ, trong đó tiếp nhận trực tuyến {online}~hồ sơ, trực tiếp và qua "
        "dịch vụ bưu chính công ích {direct}~hồ sơ, kỳ trước chuyển sang {carried}~hồ sơ.",
        all=found.column(HANDLED),
        online=found.column(4),
        direct=found.column(5),
        carried=found.column(6),
    )


def _resolved(found: OneStopTotals) -> Text:
    if (resolved := found.line.number(DONE)) is None:
        return ()
    if not resolved:
        return words("Chưa có hồ sơ được giải quyết xong.")
    return words(
        "Đã giải quyết {all}~hồ sơ: trước hạn {early}~hồ sơ, đúng hạn {on_time}~hồ sơ, quá hạn {late}~hồ sơ; tỷ lệ "
        "giải quyết trước hạn và đúng hạn đạt {share}.",
        all=found.column(DONE),
        early=found.column(8),
        on_time=found.column(9),
        late=found.column(10),
        share=found.share,
    )


def _open(found: OneStopTotals) -> Text:
    if (left := found.line.number(OPEN)) is None:
        return ()
    if not left:
        return words("Không còn hồ sơ đang giải quyết.")
    overdue = "{overdue}~hồ sơ đã quá hạn" if found.line.number(13) else "không có hồ sơ quá hạn"
    return words(
        "Đang giải quyết {all}~hồ sơ, trong đó " + overdue + ".", all=found.column(OPEN), overdue=found.column(13)
    )


def _uneven(found: OneStopTotals) -> Text:
    if not found.uneven.text:
        return ()
    return words(
        "Số hồ sơ nhận giải quyết chênh {by}~hồ sơ so với tổng số đã giải quyết và đang giải quyết, cần kiểm tra.",
        by=found.uneven,
    )
