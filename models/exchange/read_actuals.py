"""Sheets Số liệu and Giải trình."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.exchange.book import Place
from models.exchange.columns import ACTUALS, EXPLANATIONS, REQUESTS
from models.exchange.read_targets import grades_expected
from models.exchange.reading import Reading
from models.exchange.tables import Row
from models.exchange.words import YES_NO, key
from models.measure import Kind
from models.period import Period
from models.plan import Actual, Explanation, ExplanationRequest
from models.submission import explained_period

_RANK = re.compile(r"(\d{1,7})\s*/\s*(\d{1,7})")
_RANK_EXPECTED = "thứ hạng, ví dụ 50 hoặc 50/63"
_BECAME_DATE = "thứ hạng, ví dụ 50/63; Excel đã đổi ô này thành ngày, hãy định dạng ô là Văn bản (Text) rồi gõ lại"


@dataclass(frozen=True, slots=True)
class _Value:
    """What is in the cells of one actual; grade is empty and all else None where nothing is."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    out_of: int | None = None
    grade: str = ""


def read_actuals(reading: Reading) -> None:
    """Read what units report. A row with nothing in it stays in the book: it says that there is no value."""
    seen: dict[object, int] = {}
    grades: dict[str, dict[str, str] | None] = {}
    periods: dict[tuple[object, bool], Period] = {}
    add = reading.book.actuals.append
    for row in reading.rows(ACTUALS):
        code = row.known("Mã chỉ tiêu", reading.measures, "chỉ tiêu")
        unit = row.known("Mã đơn vị", reading.units, "đơn vị")
        kind = reading.kind_of(code)
        period = _period(row, kind, periods)
        row.once(seen, (code, unit, period), "Mã chỉ tiêu")
        if kind is Kind.GRADE and code not in grades:
            grades[code] = reading.grades_of_indicator(code)
        found = _value(row, kind, grades.get(code)) if kind else _Value()
        note, accepted, illustrative = row.text("Ghi chú"), row.text("Chấp nhận"), row.marked("Minh họa")
        if row.is_right and kind and period:
            parts = (found.numerator, found.denominator, found.value, found.out_of, found.grade)
            add(Actual(code, unit, period, *parts, note, accepted, illustrative))
            if (unit, period) in reading.known.locked:
                reading.book.places[ACTUALS.name, (code, unit, period)] = Place(row.table.title, row.number)


def _period(row: Row, kind: Kind | None, periods: dict[tuple[object, bool], Period]) -> Period | None:
    """Read a quarter, or the year for what is given once a year."""
    cell = row.cell("Kỳ")
    may_be_year = kind is not None and not kind.rolls_up
    known = (None if cell is None else cell.value, may_be_year)
    if known in periods:
        return periods[known]
    period = row.period("Kỳ")
    if period is None:
        return None
    if not period.is_quarter and not (may_be_year and period.is_year) and kind is not None:
        also = f" hoặc cả năm, viết {period.year}" if may_be_year else ""
        row.wrong("Kỳ", f"một quý, viết như {period.year}-Q1{also}; số liệu được nhập theo quý")
        return None
    if kind is not None:
        periods[known] = period
    return period


def _value(row: Row, kind: Kind, grades: Mapping[str, str] | None) -> _Value:
    if kind is Kind.RATIO:
        if not row.is_blank("Giá trị"):
            row.wrong("Giá trị", "ô trống: với chỉ tiêu tỷ lệ hãy nhập tử số và mẫu số, phần mềm tự tính tỷ lệ")
        return _Value(
            row.decimal("Tử số", "tử số, một số", is_percent=False),
            row.decimal("Mẫu số", "mẫu số, một số", is_percent=False),
        )
    for heading in ("Tử số", "Mẫu số"):
        if not row.is_blank(heading):
            row.wrong(heading, "ô trống: tử số và mẫu số chỉ dùng cho chỉ tiêu tỷ lệ, hãy nhập ở cột Giá trị")
    match kind:
        case Kind.COUNT:
            count = row.whole("Giá trị", "một số nguyên, vì đây là chỉ tiêu số lượng")
            return _Value(value=None if count is None else Decimal(count))
        case Kind.SCORE:
            return _Value(value=row.decimal("Giá trị", "điểm, một số"))
        case Kind.RANK:
            return _rank(row)
        case Kind.GRADE:
            return _Value(grade=_grade(row, grades))
    done = row.word("Giá trị", YES_NO)
    return _Value(value=None if done is None else Decimal(int(done)))


def _rank(row: Row) -> _Value:
    cell = row.cell("Giá trị")
    if cell is not None and isinstance(cell.value, date):
        row.wrong("Giá trị", _BECAME_DATE)
        return _Value()
    if cell is not None and isinstance(cell.value, str) and (found := _RANK.fullmatch(row.text("Giá trị"))):
        rank, out_of = int(found[1]), int(found[2])
        if not rank or not out_of:
            row.wrong("Giá trị", _RANK_EXPECTED)
        return _Value(value=Decimal(rank), out_of=out_of)
    only = row.whole("Giá trị", _RANK_EXPECTED, 1)
    return _Value(value=None if only is None else Decimal(only))


def _grade(row: Row, grades: Mapping[str, str] | None) -> str:
    """Read a grade's name; any name where grades is None, since no plan has the indicator any more."""
    written = row.text("Giá trị")
    if grades is None:
        return written
    found = grades.get(key(written), "")
    if written and not found:
        row.wrong("Giá trị", grades_expected(grades))
    return found


def read_explanations(reading: Reading) -> None:
    """Read why targets were missed."""
    seen: dict[object, int] = {}
    for row in reading.rows(EXPLANATIONS):
        code = row.known("Mã chỉ tiêu", reading.measures, "chỉ tiêu")
        unit = row.known("Mã đơn vị", reading.units, "đơn vị")
        period = row.period("Kỳ")
        row.once(seen, (code, unit, period), "Mã chỉ tiêu")
        cause, remedy, who = (row.text(heading) for heading in ("Nguyên nhân", "Giải pháp", "Chịu trách nhiệm"))
        due = row.day("Hạn")
        if row.is_right and period:
            reading.book.explanations.append(Explanation(code, unit, period, cause, remedy, who, due))
            if (unit, period.last_quarter) in reading.known.locked:
                reading.book.places[EXPLANATIONS.name, (code, unit, period)] = Place(row.table.title, row.number)


def read_requests(reading: Reading) -> None:
    """Read what leaders ask units to explain."""
    seen: dict[object, int] = {}
    for row in reading.rows(REQUESTS):
        code = row.known("Mã chỉ tiêu", reading.measures, "chỉ tiêu")
        unit = row.known("Mã đơn vị", reading.units, "đơn vị")
        period, note = row.period("Kỳ"), row.text("Ghi chú")
        asked_on, due = row.day("Ngày yêu cầu"), row.day("Hạn")
        asked_at, told_at = row.moment("Lúc yêu cầu"), row.moment("Lúc giải trình")
        row.once(seen, (code, unit, period), "Mã chỉ tiêu")
        if period and period != explained_period(period):
            row.wrong("Kỳ", f"kỳ lũy kế từ đầu năm, {explained_period(period)}")
        if asked_on and due and due < asked_on:
            row.wrong("Hạn", "ngày không trước Ngày yêu cầu")
        if row.is_right and period and asked_on:
            asked = ExplanationRequest(code, unit, period, note, asked_on, due, asked_at=asked_at)
            reading.book.requests.append(asked)
            if told_at:
                reading.book.told[code, unit, period] = told_at
