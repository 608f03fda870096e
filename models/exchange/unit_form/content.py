"""What a unit's form of one quarter holds, for the workbook and for paper: its lines, values and words."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from models.balance import ParsedRule, Reach, parsed, source_of
from models.checks import Amounts, amounts_of
from models.errors import KnownError
from models.exchange.unit_form.targets import target_words
from models.expectation import Roof
from models.measure import Kind
from models.number import format_date, format_number
from models.onestop import IN_PROGRESS, RECEIVED, RESOLVED, Group, column_number
from models.period import Period, Span, Window, Windows
from models.plan import Actual, Explanation, ExplanationRequest, Indicator, Plan
from models.store.actuals import form as form_cells
from models.store.asked import Asked, read_asked
from models.store.database import Database
from models.store.explanations import explanations
from models.store.groups import groups
from models.store.indicators import assignments
from models.store.plans import windows
from models.store.requests import requests
from models.store.rules import rules
from models.store.submissions import submissions
from models.store.units import unit_tree
from models.submission import Submission, cumulative_until, lock_sentence
from models.target import Targets, targets
from models.unit import Unit, UnitTree

YES, NO = "Có", "Không"
_ROMAN = ("I", "II", "III", "IV")


_ONE_STOP_TOTALS = (
    (3, "Tổng số hồ sơ nhận giải quyết", RECEIVED),
    (7, "Tổng số hồ sơ đã giải quyết", RESOLVED),
    (11, "Tổng số hồ sơ đang giải quyết", IN_PROGRESS),
)


class Part(StrEnum):
    """Which part of an actual a line is typed for."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"


_PART_WORDS = {Part.NUMERATOR: "Tử số", Part.DENOMINATOR: "Mẫu số"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the form: an area's heading (no indicator), a rate that is computed (no part), or what is typed.

    total: the codes that a line adds up, which nobody types either; name is then what it is called."""

    area: str
    indicator: Indicator | None = None
    part: Part | None = None
    total: tuple[str, ...] = ()
    name: str = ""

    @property
    def is_rate(self) -> bool:
        """Whether the line shows a ratio's rate, which nobody types."""
        return self.indicator is not None and self.part is None

    @property
    def is_main(self) -> bool:
        """Whether the indicator's code and name stand here."""
        return self.is_rate or self.part is Part.VALUE

    @property
    def label(self) -> str:
        """What the line is called on the form."""
        if self.total:
            return self.name
        if self.indicator is None:
            return self.area or "Chỉ tiêu chung"
        if self.part is None or self.part is Part.VALUE:
            return self.indicator.name
        words = {Part.NUMERATOR: self.indicator.numerator, Part.DENOMINATOR: self.indicator.denominator}[self.part]
        named = f"{_PART_WORDS[self.part]}: {words}" if words else _PART_WORDS[self.part]
        return f"{named} (tính đến cuối quý)" if self.indicator.is_stock else named

    @property
    def measured_in(self) -> str:
        """The unit of measure that stands beside the line."""
        if self.indicator is None:
            return "hồ sơ" if self.total else ""
        if self.is_rate:
            return "%"
        named = {Kind.SCORE: "điểm", Kind.RANK: "thứ hạng", Kind.GRADE: "xếp loại", Kind.YES_NO: "có/không"}
        return self.indicator.measured_in or named.get(self.indicator.kind, "")


@dataclass(frozen=True)
class FormContent:
    """One unit's form of one quarter. actuals are the quarter's, before those of the quarter before it, by code;
    explanations, and requests for such that are not answered, are of the time since the year's start; targets the
    words of the target in force. given: what has its one value of the year in another quarter; totals: lines that add
    up, by the code that they stand below; lock: why nothing can be changed any more, in words.

    is_blank: values, notes and explanations of the quarter are left out, to be filled in by hand."""

    plan: Plan
    unit: Unit
    quarter: Period
    window: Window
    indicators: Sequence[Indicator]
    grades: tuple[str, ...] = ()
    actuals: Mapping[str, Actual] = field(default_factory=dict)
    before: Mapping[str, Actual] = field(default_factory=dict)
    explanations: Mapping[str, Explanation] = field(default_factory=dict)
    requests: Mapping[str, ExplanationRequest] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)
    rules: Sequence[ParsedRule] = ()
    given: frozenset[str] = frozenset()
    totals: Mapping[str, Line] = field(default_factory=dict)
    lock: str = ""
    is_blank: bool = False

    @property
    def cumulative(self) -> Period:
        """The time from the year's start to the end of the quarter, which explanations are given for."""
        return cumulative_until(self.quarter)

    @property
    def last_quarter(self) -> Period:
        """The quarter that stands beside the one to fill in."""
        return Reach.LAST_QUARTER.of(self.quarter)

    @property
    def title(self) -> str:
        """The form's name: PHIẾU BÁO CÁO quý II năm 2023 – xã Cà Dy."""
        name = self.unit.name
        for kind in ("Xã ", "Phường ", "Thị trấn ", "Đặc khu ", "Phòng ", "Ban ", "Văn phòng ", "Trung tâm "):
            if name.startswith(kind):
                name = name[0].lower() + name[1:]
        return f"PHIẾU BÁO CÁO {quarter_words(self.quarter)} – {name}"

    @property
    def days(self) -> str:
        """Which days the figures are of, and by when the form is due."""
        first, last, due = (format_date(day) for day in (self.window.first, self.window.last, self.window.due))
        return f"Số liệu từ {first} đến {last}. Hạn gửi: {due}."

    @property
    def has_illustrative(self) -> bool:
        """Whether any figure shown is an illustrative one."""
        shown = (*self.before.values(), *(() if self.is_blank else self.actuals.values()))
        return any(each.is_illustrative and each.is_reported for each in shown)

    def lines(self) -> Iterator[Line]:
        """Yield the lines under their areas' headings, in the plan's order."""
        area: str | None = None
        for each in self.indicators:
            if each.area != area:
                area = each.area
                yield Line(area)
            if each.kind is Kind.RATIO:
                yield Line(each.area, each)
                yield Line(each.area, each, Part.NUMERATOR)
                yield Line(each.area, each, Part.DENOMINATOR)
            else:
                yield Line(each.area, each, Part.VALUE)
            if each.code in self.totals:
                yield replace(self.totals[each.code], area=each.area)

    def total(self, line: Line, actual: Callable[[str], Actual]) -> Decimal | None:
        """Return what a line adds up to; None where any of it is not reported."""
        values = [value for code in line.total if (value := actual(code).value) is not None]
        return sum(values, Decimal(0)) if len(values) == len(line.total) else None

    def actual(self, code: str) -> Actual:
        """Return what is reported for the quarter, an actual with nothing in it where there is none or it is blank."""
        found = None if self.is_blank else self.actuals.get(code)
        return found or Actual(code, self.unit.code, self.quarter)

    def actual_before(self, code: str) -> Actual:
        """Return what was reported for the quarter before."""
        return self.before.get(code) or Actual(code, self.unit.code, self.last_quarter)

    def amounts(self) -> dict[str, Amounts]:
        """Return what the balance rules are held against: the quarter's amounts and those of the quarter before."""
        found: dict[str, Amounts] = {}
        for each in self.indicators:
            found[each.code] = amounts_of(self.actual(each.code), each.kind)
            before = amounts_of(self.actual_before(each.code), each.kind)
            found[source_of(each.code, Reach.LAST_QUARTER)] = before
        return found

    def explanation(self, code: str) -> Explanation:
        """Return what is explained, an explanation without a word where nothing is or it is blank."""
        found = None if self.is_blank else self.explanations.get(code)
        return found or Explanation(code, self.unit.code, self.cumulative)


@dataclass(frozen=True)
class FormSource:
    """What the forms of all units of one quarter share, read once."""

    db: Database
    plan: Plan
    quarter: Period
    asked: Asked
    tree: UnitTree
    windows: Windows
    targets: Targets
    rules: Sequence[ParsedRule]
    explanations: Mapping[str, Mapping[str, Explanation]]
    requests: Mapping[str, Mapping[str, ExplanationRequest]]
    submissions: Mapping[str, Submission]
    groups: Sequence[Group]

    def units(self) -> list[str]:
        """Return the units that have anything to report, in the order of the tree."""
        return self.asked.units(self.quarter, self.tree, self.windows)

    def content(self, code: str, *, is_blank: bool = False) -> FormContent:
        """Return one unit's form; raises KnownError for a unit that is unknown, ceased, or asked nothing."""
        unit = self._unit(code)
        mine = self.asked.of_unit(code, self.quarter, self.tree, self.windows)
        if not mine:
            raise KnownError(
                f"Kế hoạch {self.plan.code} chưa giao chỉ tiêu nào cho đơn vị {code} trong "
                f"{quarter_words(self.quarter)}; hãy giao chỉ tiêu (trang Kế hoạch) hoặc chọn đơn vị khác."
            )
        codes = {each.code for each in mine}
        now, before, given = self._actuals(code, mine)
        whose = Roof(self.tree, self.plan.unit, code)
        wanted = {each.code: self.targets.in_force(each, whose, cumulative_until(self.quarter)) for each in mine}
        return FormContent(
            self.plan, unit, self.quarter, self.windows.of(self.quarter), mine, self.asked.grades, now, before,
            self.explanations.get(code, {}), self.requests.get(code, {}),
            {each.code: target_words(each, wanted[each.code]) for each in mine},
            [rule for rule in self.rules if rule.codes <= codes and _is_within(rule)],
            given, dict(_totals(self.groups, codes)), self._lock(unit), is_blank,
        )  # fmt: skip

    def _unit(self, code: str) -> Unit:
        if code not in self.tree:
            raise KnownError(f"Không có đơn vị {code} trong tệp.")
        unit, last = self.tree[code], self.windows.of(self.quarter).last
        if not unit.is_valid_on(last):
            raise KnownError(
                f"Đơn vị {unit.name} ({code}) không hoạt động vào ngày cuối kỳ {format_date(last)} nên không có phiếu "
                f"{quarter_words(self.quarter)}."
            )
        return unit

    def _lock(self, unit: Unit) -> str:
        found = self.submissions.get(unit.code)
        return lock_sentence(unit.name, found) if found is not None and found.is_locked else ""

    def _actuals(
        self, unit: str, indicators: Iterable[Indicator]
    ) -> tuple[dict[str, Actual], dict[str, Actual], frozenset[str]]:
        """Return the quarter's actuals, those of the quarter before, and what was given for the year elsewhere."""
        before, year = Reach.LAST_QUARTER.of(self.quarter), Period(self.quarter.year)
        kinds = {each.code: each.kind for each in indicators}
        cells = form_cells(self.db, unit, self.quarter.year, sorted(kinds), (before,))
        found = {(each.indicator, each.period): each for each in (c.actual(unit) for c in cells if not c.is_empty)}
        now, then = ({c: found[c, when] for c in kinds if (c, when) in found} for when in (self.quarter, before))
        elsewhere = (*cumulative_until(self.quarter).quarters[:-1], year)
        given = (c for c, when in found if when in elsewhere and not kinds[c].rolls_up and found[c, when].is_reported)
        return now, then, frozenset(given)


def read_source(db: Database, plan: Plan, period: Period) -> FormSource:
    """Read what all forms of a quarter share; raises KnownError where the period is no single quarter of the plan."""
    check_quarter(period)
    if plan.year != period.year:
        raise KnownError(f"Kế hoạch {plan.code} là của năm {plan.year}, không dùng được cho kỳ {period}.")
    asked = read_asked(db, plan)
    given: dict[str, dict[str, Explanation]] = {}
    for each in explanations(db, plan.code, cumulative_until(period)):
        given.setdefault(each.unit, {})[each.indicator] = each
    asked_for: dict[str, dict[str, ExplanationRequest]] = {}
    for wanted in requests(db, plan.code, cumulative_until(period)):
        if not wanted.is_answered:
            asked_for.setdefault(wanted.unit, {})[wanted.indicator] = wanted
    return FormSource(
        db, plan, period, asked, unit_tree(db), windows(db, plan.code), targets(plan, assignments(db, plan.code)),
        list(_readable_rules(db, asked)), given, asked_for, submissions(db, period),
        groups(db, plan.code),
    )  # fmt: skip


def _totals(of: Iterable[Group], codes: AbstractSet[str]) -> Iterator[tuple[str, Line]]:
    """Yield the columns of the one-stop table that are never typed, each below the last code that it adds up."""
    for group in of:
        for number, words, roles in _ONE_STOP_TOTALS:
            its = tuple(group.members[role] for role in roles if group.members.get(role) in codes)
            if len(its) == len(roles):
                parts = " + ".join(f"({column_number(role)})" for role in roles)
                ending = f" – {group.field}" if group.field else ""
                yield its[-1], Line("", total=its, name=f"{words}{ending} ({number}) = {parts}")


def _readable_rules(db: Database, asked: Asked) -> Iterator[ParsedRule]:
    kinds = {each.code: each.kind for each in asked.indicators}
    for rule in rules(db, asked.plan.code):
        try:
            yield parsed(rule, kinds)
        except KnownError:  # `check` says which rules cannot be read
            continue


def _is_within(rule: ParsedRule) -> bool:
    """Return whether a rule speaks of nothing but what stands on the form: the quarter and the one before it."""
    return all(each.reach in (Reach.HERE, Reach.LAST_QUARTER) for each in (*rule.left, *rule.right))


def check_quarter(period: Period) -> None:
    """Raise KnownError for a period that is not one quarter: forms are filled in by quarter."""
    if not period.is_quarter:
        like = ", ".join(f"{period.year}-Q{number}" for number in range(1, 5))
        raise KnownError(f"Phiếu lập theo từng quý: kỳ {period} không phải một quý; hãy chọn một trong {like}.")


def fingerprint(indicators: Sequence[Indicator]) -> str:
    """Return what tells whether the indicators are defined as they were when a form was written."""
    said = [[each.code, each.kind, each.accumulation, each.numerator, each.denominator] for each in indicators]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def value_of(actual: Actual, kind: Kind, part: Part | None) -> Decimal | str | None:
    """Return what a typed line holds: a number, or the text of a rank, a grade, yes or no; None where nothing is."""
    if kind is Kind.GRADE:
        return actual.grade or None
    number: Decimal | None = getattr(actual, part or Part.VALUE)
    if number is None:
        return None
    if kind is Kind.YES_NO:
        return YES if number else NO
    if kind is Kind.RANK:
        return format_number(number).replace(".", "") + (f"/{actual.out_of}" if actual.out_of else "")
    return number


def value_text(actual: Actual, kind: Kind, part: Part | None) -> str:
    """Return what a typed line shows on paper, "" where nothing is."""
    value = value_of(actual, kind, part)
    return format_number(value) if isinstance(value, Decimal) else value or ""


def quarter_words(period: Period) -> str:
    """Return a quarter as papers say it: quý II năm 2023."""
    return f"quý {_ROMAN[period.number - 1]} năm {period.year}"


def cumulative_words(period: Period) -> str:
    """Return a cumulative period as papers say it: 6 tháng đầu năm 2023."""
    months = {Span.H1: "6 tháng đầu ", Span.M9: "9 tháng đầu "}
    return quarter_words(period) if period.is_quarter else f"{months.get(period.span, '')}năm {period.year}"
