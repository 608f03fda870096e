"""Official sentences of the one-stop report, made from the form's figures and from nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from models.number import format_number, telling_decimals
from models.onestop import Role, column_number
from models.onestop_sheet import DONE, HANDLED, OPEN, Check, Line, Mismatch, Sheet, final
from reports import wording
from reports.document import Measure, Run, Source, Text, joined, listed, words
from reports.figure_words import period_words
from reports.onestop_context import NEW, ON_TIME, ONLINE, OneStopContext, number_text, rate_of, rate_text

FORM = "Biểu số II.06a/VPCP/KSTT"
CIRCULAR = (
    "Thông tư số 01/2020/TT-VPCP ngày 21 tháng 10 năm 2020 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ "
    "quy định chế độ báo cáo định kỳ và quản lý, sử dụng, khai thác Hệ thống thông tin báo cáo của Văn phòng Chính phủ"
)
MOST_NAMED = 5
_CARRIED, _LATE, _OVERDUE = (column_number(role) for role in (Role.CARRIED, Role.LATE, Role.OVERDUE))
_COLUMN_NAMES = {
    HANDLED: "số hồ sơ nhận giải quyết",
    4: "số hồ sơ tiếp nhận trực tuyến",
    5: "số hồ sơ tiếp nhận trực tiếp, qua dịch vụ bưu chính công ích",
    6: "số hồ sơ kỳ trước chuyển sang",
    8: "số hồ sơ giải quyết trước hạn",
    9: "số hồ sơ giải quyết đúng hạn",
    10: "số hồ sơ giải quyết quá hạn",
    12: "số hồ sơ đang giải quyết trong hạn",
    13: "số hồ sơ đang giải quyết quá hạn",
}


def whole_sentences(context: OneStopContext) -> Iterator[Text]:
    """Yield what was received, what of it was resolved and how, what is open; what is not known is said to be so."""
    sheet, total = context.whole, context.total
    if total.new is None:
        yield words("Chưa có đủ số liệu hồ sơ tiếp nhận trong kỳ.")
    else:
        yield _received(context, sheet, total)
    if total.number(DONE) is None:
        yield words("Chưa có đủ số liệu hồ sơ đã giải quyết.")
    else:
        yield _resolved(context, sheet, total)
    if total.number(OPEN) is None:
        yield words("Chưa có đủ số liệu hồ sơ đang giải quyết.")
    else:
        yield _open(context, sheet, total)


def _received(context: OneStopContext, sheet: Sheet, total: Line) -> Text:
    carried = total.number(_CARRIED) is not None
    first = words(
        "Tổng số hồ sơ nhận giải quyết là {all}~hồ sơ, gồm {new}~hồ sơ tiếp nhận trong kỳ và {carried}~hồ sơ từ kỳ "
        "trước chuyển sang."
        if carried
        else "Tiếp nhận trong kỳ {new}~hồ sơ; chưa có số liệu hồ sơ từ kỳ trước chuyển sang.",
        all=context.column(sheet, HANDLED),
        new=context.new(sheet),
        carried=context.column(sheet, _CARRIED),
    )
    ways = words(
        " Trong số hồ sơ tiếp nhận, có {online}~hồ sơ trực tuyến và {direct}~hồ sơ trực tiếp, qua dịch vụ bưu chính "
        "công ích{rate}.",
        online=context.column(sheet, 4),
        direct=context.column(sheet, 5),
        rate=_with_rate(context, sheet, ONLINE, "; tỷ lệ tiếp nhận trực tuyến đạt {rate}"),
    )
    return joined([*first, *ways])


def _resolved(context: OneStopContext, sheet: Sheet, total: Line) -> Text:
    return words(
        "Đã giải quyết {all}~hồ sơ, trong đó trước hạn {early}~hồ sơ, đúng hạn {due}~hồ sơ, quá hạn {late}~hồ sơ"
        "{rate}.",
        all=context.column(sheet, DONE),
        early=context.column(sheet, 8),
        due=context.column(sheet, 9),
        late=context.column(sheet, _LATE),
        rate=_with_rate(context, sheet, ON_TIME, "; tỷ lệ giải quyết trước và đúng hạn đạt {rate}"),
    )


def _open(context: OneStopContext, sheet: Sheet, total: Line) -> Text:
    every = context.column(sheet, OPEN)
    if not total.number(OPEN):
        return words("Không còn hồ sơ đang giải quyết.")
    if total.number(_OVERDUE) == 0:
        return words("Đang giải quyết {all}~hồ sơ, đều còn trong hạn.", all=every)
    return words(
        "Đang giải quyết {all}~hồ sơ, gồm {open}~hồ sơ còn trong hạn và {overdue}~hồ sơ đã quá hạn.",
        all=every,
        open=context.column(sheet, 12),
        overdue=context.column(sheet, _OVERDUE),
    )


def _with_rate(context: OneStopContext, sheet: Sheet, what: str, pattern: str) -> Text:
    known = rate_of(sheet.total, what) is not None
    return words(pattern, rate=context.rate(sheet, what)) if known else ()


def comparison_sentence(context: OneStopContext) -> Text:
    """Return what rose and fell since the same period of last year; empty where that is not known whole."""
    now, then, sheet = final(context.total), final(context.total_before), context.whole
    parts = [
        _change(context, sheet, NEW, "số hồ sơ tiếp nhận trong kỳ", (now.new, then.new)),
        _change(context, sheet, str(DONE), "số hồ sơ đã giải quyết", (now.number(DONE), then.number(DONE))),
        _change(context, sheet, ONLINE, "tỷ lệ tiếp nhận trực tuyến", (now.online_rate, then.online_rate)),
        _change(context, sheet, ON_TIME, "tỷ lệ giải quyết trước và đúng hạn", (now.on_time_rate, then.on_time_rate)),
        _change(context, sheet, str(_OVERDUE), "số hồ sơ đang quá hạn", (now.number(_OVERDUE), then.number(_OVERDUE))),
    ]
    known = [each for each in parts if each]
    if not known:
        return ()
    when = period_words(context.year_before)
    return words("So với cùng kỳ năm trước ({when}): {parts}.", when=when, parts=listed(known, "; "))


def _change(
    context: OneStopContext,
    sheet: Sheet,
    what: str,
    thing: str,
    sides: tuple[Decimal | Fraction | None, Decimal | Fraction | None],
) -> Text:
    now, then = (None if each is None else Fraction(each) for each in sides)
    if now is None or then is None:
        return ()
    is_rate = what in (ONLINE, ON_TIME)
    source = Source(Measure.CHANGE, sheet.code, context.unit, context.period.code, what)
    change = now - then
    decimals = telling_decimals(change, lambda shown: (shown == 0) == (change == 0)) if is_rate else None
    before = rate_text(then) if is_rate else format_number(then)
    return words(
        f"{thing} {{how}} (cùng kỳ: {{before}}{'' if is_rate else '~hồ sơ'})",
        how=words(
            ("tăng" if change > 0 else "giảm") + " {by}~" + ("điểm phần trăm" if is_rate else "hồ sơ"),
            by=Run(format_number(abs(change), decimals), source=source),
        )
        if change
        else "không thay đổi",
        before=Run(before, source=replace(source, measure=Measure.BEFORE)),
    )


Named = tuple[str, Sheet, str | None]  # a name, the table and the unit whose line it is: None for the total line


def most_sentence(context: OneStopContext, lines: Sequence[Named], what: str) -> Text:
    """Return where most was received, of what sort of thing the lines are; empty of fewer than three."""
    known = [each for each in lines if context.line(each[1], each[2]).new]
    if len(known) < 3:
        return ()
    most = sorted(known, key=lambda each: -(context.line(each[1], each[2]).new or 0))
    shown = most[: max(1, min(len(most) // 2, 3))]
    named = [words("{name} ({n}~hồ sơ)", name=name, n=context.new(sheet, unit)) for name, sheet, unit in shown]
    return words(f"{what} tiếp nhận nhiều hồ sơ nhất là {{named}}.", named=listed(named, ", "))


def lowest_sentence(context: OneStopContext, lines: Sequence[Named], what: str) -> Text:
    """Return how many resolved everything in time, and who did not, the least first; empty where only one is known."""
    known = [(each, rate) for each in lines if (rate := context.line(each[1], each[2]).on_time_rate) is not None]
    if len(known) < 2:
        return ()
    behind = sorted((each for each in known if each[1] < 100), key=lambda each: each[1])
    if not behind:
        return words(f"Các {what} đều giải quyết toàn bộ hồ sơ trước và đúng hạn.")
    named = [
        words("{name} ({rate})", name=name, rate=context.rate(sheet, ON_TIME, unit))
        for (name, sheet, unit), _ in behind[:MOST_NAMED]
    ]
    done = len(known) - len(behind)
    all_done = Run(f"{done}/{len(known)}", source=Source(Measure.COUNT, what=f"all_on_time {what}"))
    if len(behind) > MOST_NAMED:
        whose = "tỷ lệ trước và đúng hạn thấp nhất"
    else:
        every = "các " if len(behind) > 1 else ""
        whose = f"tỷ lệ trước và đúng hạn của {every}{what}{' còn lại' if done else ''}"
    opening = words(f"Có {{n}}~{what} giải quyết toàn bộ hồ sơ trước và đúng hạn; ", n=all_done) if done else ()
    return words(
        "{opening}{whose}: {named}.",
        opening=opening,
        whose=whose if done else capital(whose),
        named=listed(named, ", "),
    )


def says_nothing_is_overdue(context: OneStopContext) -> bool:
    """Return whether it is known that nothing was resolved late and nothing open is overdue."""
    return all(context.total.number(column) == 0 for column in (_LATE, _OVERDUE))


def overdue_units(context: OneStopContext) -> list[str]:
    """Return the units with overdue dossiers, worst first: those still open count before those resolved late."""

    def counts(unit: str) -> tuple[Decimal, Decimal]:
        line = context.whole.lines[unit]
        return -(line.number(_OVERDUE) or Decimal(0)), -(line.number(_LATE) or Decimal(0))

    return sorted((unit for unit in context.whole.lines if any(counts(unit))), key=counts)


def overdue_sentence(context: OneStopContext, unit: str) -> Text:
    """Return a unit's overdue dossiers: those still open, those resolved late, and the rate that follows."""
    sheet, line = context.whole, context.whole.lines[unit]
    parts = []
    if line.number(_OVERDUE):
        parts.append(words("{n}~hồ sơ đang giải quyết đã quá hạn", n=context.column(sheet, _OVERDUE, unit)))
    if line.number(_LATE):
        late = words("{n}~hồ sơ đã giải quyết quá hạn", n=context.column(sheet, _LATE, unit))
        rate = line.on_time_rate
        told = words(" (tỷ lệ trước và đúng hạn {rate})", rate=context.rate(sheet, ON_TIME, unit)) if rate else ()
        parts.append((*late, *told))
    return words("{name}: {parts}", name=capital(context.unit_name(unit)), parts=listed(parts, "; "))


def mismatch_sentence(context: OneStopContext, found: Mismatch) -> Text:
    """Return a sum that does not hold: where, both its sides, the difference, and why it was accepted if it was."""
    code, unit, period = found.sheet.code, found.unit or context.unit, context.period
    other, when, what = {
        Check.HANDLED: ("số đã giải quyết và đang giải quyết (7) + (11)", period, "7+11"),
        Check.CARRIED: ("số đang giải quyết (11) cuối kỳ trước", context.quarter_that_was_open, str(OPEN)),
        Check.UNITS: (f"cộng các đơn vị ({found.column})", period, f"units {found.column}"),
        Check.FIELDS: (f"cộng các lĩnh vực ({found.column})", period, f"fields {found.column}"),
    }[found.check]
    return words(
        "{where}: {name} ({column}) là {left}, {other} là {right}, lệch {difference}~hồ sơ{note}",
        where=_where(context, found),
        name=_COLUMN_NAMES[found.column],
        column=str(found.column),
        left=context.column(found.sheet, found.column, found.unit),
        other=other,
        right=Run(number_text(found.right), source=Source(Measure.VALUE, code, unit, when.code, what)),
        difference=Run(
            number_text(abs(found.difference)),
            source=Source(Measure.GAP, code, unit, period.code, f"{found.check} {found.column}"),
        ),
        note=f"; giải trình: {wording.phrase(note)}" if (note := context.note_of(found)) else "",
    )


def _where(context: OneStopContext, found: Mismatch) -> str:
    line = "Dòng tổng cộng" if found.unit is None else capital(context.unit_name(found.unit))
    return f"{line}, lĩnh vực {found.sheet.field}" if found.sheet.field else line


def capital(text: str) -> str:
    """Return a text as a sentence begins with it."""
    return text[:1].upper() + text[1:]
