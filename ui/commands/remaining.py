"""What remains of the year's targets, without a screen. Imports no Qt."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from models.measure import Kind
from models.number import format_number
from models.rest_of_year import Basis
from ui.commands.output import as_reported, print_json

if TYPE_CHECKING:
    from models.forecast import Forecast
    from models.gap_closing import GapClosing
    from models.plan import Indicator
    from models.remaining import Remaining
    from models.store.outlook import Outlook

BASES: Mapping[Basis, str] = {
    Basis.LAST_YEAR: "theo cùng kỳ năm trước",
    Basis.THIS_YEAR: "theo bình quân từ đầu năm",
    Basis.AS_IT_STANDS: "theo số đang có",
    Basis.NOTHING: "chưa có căn cứ để dự kiến",
    Basis.YEAR_OVER: "đã đủ các quý",
}


def remaining(asked: Namespace) -> None:
    """Print what remains to each target of the year. Raises KnownError for a unit or plan that is not there."""
    from models.exchange.records import outlook_record
    from models.store.database import open_database
    from models.store.outlook import outlooks
    from models.store.plans import grades, plan_in_force
    from models.store.reorganisations import reorganised

    with closing(open_database(asked.file, read_only=True)) as db:
        plan = plan_in_force(db, asked.period, asked.plan)
        on = asked.on or date.today()
        found = outlooks(db, plan, asked.period, on, asked.unit)
        happened = reorganised(db, plan, on, asked.unit)
        names = tuple(each.name for each in grades(db, plan.code))
    if asked.json:
        records = [outlook_record(each, asked.unit, names) for each in found.values()]
        print_json(records)
        return
    if happened:
        is_closed = any(each.closing for each in found.values())
        print(as_reported(happened) + ("; ai bù phần thiếu: theo đơn vị hiện nay." if is_closed else "."))
    for each in found.values():
        print("\n".join(_lines(each, names)))
    if not found:
        print("Kế hoạch chưa có chỉ tiêu nào so được với mức cả năm.")


def _lines(found: "Outlook", grades: Sequence[str]) -> Iterator[str]:
    """Yield the indicator, what remains, the forecast, and who closes the gap."""
    yield f"{found.indicator.code}  {found.indicator.label}"
    if found.remaining is None:
        yield "    chưa đủ số liệu để tính phần còn lại của năm"
    else:
        yield f"    {_said(found.indicator, found.remaining, grades)}"
        if found.remaining.can_be_reached and (pace := _pace(found.remaining, found.working_days)):
            yield f"    {pace}"
    if found.forecast is not None:
        yield f"    {_forecast(found.indicator, found.forecast)}"
    if found.closing is not None:
        yield f"    {_closing(found.closing)}"


def _said(indicator: "Indicator", rest: "Remaining", grades: Sequence[str]) -> str:
    if rest.wanted is not None:
        return _one(indicator, rest, rest.wanted, grades)
    is_late = rest.basis is Basis.YEAR_OVER and rest.at_pace
    why = "đã đủ các quý, còn đơn vị chưa báo cáo" if is_late else BASES[rest.basis]
    basis = f"dự kiến còn {format_number(rest.expected, 0)} ({why})"
    if indicator.is_stock:
        basis = BASES[rest.basis]
    if not rest.can_be_reached:
        is_over = rest.room is not None and rest.room < 0
        lacks = f"đã vượt {format_number(-(rest.room or 0))}" if is_over else f"cần thêm {format_number(rest.needed)}"
        return f"{_unreached(rest)}: {lacks}, {basis}"
    if rest.needed:
        return f"cần thêm {format_number(rest.needed)}, {basis}"
    if rest.room is None:
        return f"đã đủ cho cả năm, {basis}"
    if rest.room < 0:
        return f"phải giảm {format_number(-rest.room)}, {basis}"
    return f"được phát sinh thêm không quá {format_number(rest.room)}, {basis}"


def _one(indicator: "Indicator", rest: "Remaining", wanted: Fraction, grades: Sequence[str]) -> str:
    """Say which rank, grade or score is missing."""
    name = _named(indicator, wanted, grades)
    if not rest.can_be_reached:
        is_off = indicator.kind.lower_is_better and wanted < 1
        return f"{_unreached(rest)}: {'không có bậc nào tốt hơn' if is_off else f'cần {name}'}"
    if not rest.needed:
        return f"đang ở mức đạt ({name})"
    if indicator.kind is Kind.YES_NO:
        return "chưa hoàn thành" if wanted else "phải không có"
    unit = "bậc" if indicator.kind.lower_is_better else "điểm"
    return f"còn thiếu {format_number(rest.needed)} {unit}, cần {name}"


def _unreached(rest: "Remaining") -> str:
    if rest.at_pace:
        return "không thể đạt trong năm theo nhịp dự kiến"
    return "không đạt, năm đã kết thúc" if rest.has_ended else "không còn khả năng đạt trong năm"


def _named(indicator: "Indicator", wanted: Fraction, grades: Sequence[str]) -> str:
    match indicator.kind:
        case Kind.GRADE if 1 <= wanted <= len(grades):
            return grades[int(wanted) - 1]
        case Kind.RANK:
            return f"hạng {format_number(wanted)}"
        case Kind.YES_NO:
            return "có" if wanted else "không"
    return format_number(wanted)


def _pace(rest: "Remaining", days: int) -> str:
    parts = []
    if rest.per_working_day:
        parts.append(f"{format_number(rest.per_working_day, 1)} mỗi ngày làm việc (còn {days} ngày)")
    if rest.per_unit:
        parts.append(f"{format_number(rest.per_unit, 1)} mỗi đơn vị")
    return "; ".join(parts)


def _forecast(indicator: "Indicator", found: "Forecast") -> str:
    unit, decimals = ("%", 2) if indicator.kind is Kind.RATIO else ("", 0)
    value = format_number(found.value, decimals) + unit
    if found.low is None or found.high is None:
        return f"ước cả năm {value} ({BASES[found.basis]})"
    low, high = (format_number(each, decimals) + unit for each in (found.low, found.high))
    return f"ước cả năm {value}, từ {low} đến {high} như các năm trước ({BASES[found.basis]})"


def _closing(found: "GapClosing") -> str:
    lacking = (
        f"kỳ này thiếu {format_number(found.lacking)}"
        if found.lacking > 0
        else (f"kỳ này vượt {format_number(-found.lacking)}")
    )
    if found.enough is None:
        return f"{lacking}; các đơn vị đạt hết mức của mình vẫn không đủ bù"
    shares = ", ".join(
        f"{each.unit} {format_number(abs(each.lacking))} ({format_number(each.share * 100, 1)}%)"
        for each in found.smallest_set
    )
    return f"{lacking}; ít nhất {found.enough} đơn vị đủ bù: {shares}"
