"""The one-stop report: BÁO CÁO tình hình tiếp nhận, giải quyết hồ sơ theo cơ chế một cửa, with the standard form."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models.onestop_sheet import Sheet
from models.period import Period
from models.plan import Plan
from models.store.acceptances import acceptances
from models.store.database import Database
from models.store.groups import groups
from models.store.onestop import one_stop_sheets
from reports import form, frame, onestop_tables, outline, wording
from reports import onestop_sentences as sentences
from reports.document import Block, Document, Heading, Paragraph, Text, listed, words
from reports.kind import Kind, Part
from reports.onestop_context import ONLINE, OneStopContext
from reports.reading import read_surroundings
from reports.written import written_blocks

PHRASES = (
    "Tình hình tiếp nhận,",
    "giải quyết hồ sơ",
    "thủ tục hành chính",
    "theo cơ chế",
    "một cửa,",
    "một cửa liên thông",
)
SUBJECT = " ".join(PHRASES)[:1].lower() + " ".join(PHRASES)[1:]
ASSESSMENT = Part("assessment", "Đánh giá chung", "Ưu điểm, cách làm hay trong tiếp nhận và giải quyết hồ sơ")
CAUSES = Part("causes", "Nguyên nhân", "Vì sao hồ sơ quá hạn, số liệu chưa khớp")
PROPOSALS = Part("proposals", "Kiến nghị, đề xuất", "Điều cần cấp trên hoặc cơ quan khác giải quyết")
MOST_UNITS = 10
_LOWEST_ONLINE = 3


def one_stop_document(context: OneStopContext) -> Document:
    """Return the whole report: the main text, then the form by unit and by field."""
    annexes = list(_annexes(context))
    numbers = form.annex_numbers(len(annexes)) if annexes else []
    opening = frame.opening(context, context.who, SUBJECT)
    parts = outline.parts(
        (
            ("TÌNH HÌNH, KẾT QUẢ TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ", list(_results(context, numbers))),
            ("ĐÁNH GIÁ CHUNG", _written(context, ASSESSMENT)),
            ("TỒN TẠI, HẠN CHẾ", list(_shortcomings(context))),
            ("NGUYÊN NHÂN", _written(context, CAUSES)),
            ("NHIỆM VỤ THỜI GIAN TỚI", list(_next_steps(context))),
            ("KIẾN NGHỊ, ĐỀ XUẤT", _written(context, PROPOSALS)),
        )
    )
    return frame.framed(context, PHRASES, [opening, *parts], annexes)


def _written(context: OneStopContext, part: Part) -> list[Block]:
    return list(written_blocks(context.written.get(part.key, "")))


def _results(context: OneStopContext, numbers: list[str]) -> Iterator[Block]:
    if not context.sheets:
        yield Paragraph(_nothing_asked(context))
        return
    if context.total.is_blank:
        alone = len(context.whole.lines) == 1
        who = f"{context.unit_name(next(iter(context.whole.lines)))} chưa" if alone else "chưa có đơn vị"
        yield Paragraph(words("Đến nay {who} báo cáo số liệu tiếp nhận, giải quyết hồ sơ trong kỳ.", who=who))
    else:
        yield from _known_results(context)
    where = f"{sentences.FORM} ban hành kèm theo {sentences.CIRCULAR}"
    shown = wording.enumerated(numbers)
    yield Paragraph(words("Số liệu chi tiết theo {where} tại {shown} kèm theo.", where=where, shown=shown))


def _nothing_asked(context: OneStopContext) -> Text:
    whose = wording.in_plan(context)
    if not context.has_groups:
        return words(
            "{plan} chưa có bộ chỉ tiêu một cửa ({form}) nên chưa có số liệu tiếp nhận, giải quyết hồ sơ để tổng hợp.",
            plan=whose,
            form=sentences.FORM,
        )
    unit = context.unit_name(context.unit or context.plan.unit)
    return words(
        "{plan} không giao {unit} báo cáo số liệu tiếp nhận, giải quyết hồ sơ theo cơ chế một cửa trong kỳ này.",
        plan=whose,
        unit=unit,
    )


def _known_results(context: OneStopContext) -> Iterator[Block]:
    """Yield the whole, then fields and units; under headings of their own where there is more than the whole."""
    sections = [
        ("Kết quả chung", list(_whole(context))),
        ("Kết quả theo lĩnh vực", list(_by_field(context))),
        ("Kết quả theo đơn vị", list(_by_unit(context))),
    ]
    known = [(title, blocks) for title, blocks in sections if blocks]
    for number, (title, blocks) in enumerate(known, start=1):
        if len(known) > 1:
            yield Heading(2, f"{number}.", title)
        yield from blocks


def _whole(context: OneStopContext) -> Iterator[Block]:
    yield from map(Paragraph, sentences.whole_sentences(context))
    if compared := sentences.comparison_sentence(context):
        yield Paragraph(compared)


def _by_field(context: OneStopContext) -> Iterator[Block]:
    if len(context.fields) < 2:
        return
    lines = [(each.field, each, None) for each in context.fields]
    for told in (
        sentences.most_sentence(context, lines, "Lĩnh vực"),
        sentences.lowest_sentence(context, lines, "lĩnh vực"),
    ):
        if told:
            yield Paragraph(told)
    yield from onestop_tables.field_rates(context)


def _by_unit(context: OneStopContext) -> Iterator[Block]:
    lines = [(context.unit_name(unit), context.whole, unit) for unit in context.whole.lines]
    for told in (
        sentences.most_sentence(context, lines, "Đơn vị"),
        sentences.lowest_sentence(context, lines, "đơn vị"),
    ):
        if told:
            yield Paragraph(told)


def _shortcomings(context: OneStopContext) -> Iterator[Block]:
    """Yield who has overdue dossiers, which sums do not hold, and whose figures are missing."""
    if context.total.is_blank:
        return
    overdue = sentences.overdue_units(context)
    if sentences.says_nothing_is_overdue(context):
        yield Paragraph(words("Trong kỳ không có hồ sơ giải quyết quá hạn."))
    missing = wording.missing_units_sentences(context, context.who)
    found: list[list[Block]] = [_overdue(context, overdue), _wrong(context), [Paragraph(missing)] if missing else []]
    yield from outline.items(each for each in found if each)


def _overdue(context: OneStopContext, units: list[str]) -> list[Block]:
    """Return who has overdue dossiers, the worst first; of many the worst and how many more."""
    if not units:
        return []
    if len(context.whole.lines) == 1:
        return [Paragraph(words("{line}.", line=sentences.overdue_sentence(context, units[0])))]
    lines = [
        words("{line}{end}", line=sentences.overdue_sentence(context, unit), end="." if unit == units[-1] else ";")
        for unit in units[:MOST_UNITS]
    ]
    if len(units) > MOST_UNITS:
        more = wording.count_run(len(units) - MOST_UNITS, "overdue units not named")
        lines.append(words("và {more}~đơn vị khác.", more=more))
    opening = words("Hồ sơ quá hạn tại {n}~đơn vị:", n=wording.count_run(len(units), "overdue units"))
    return [Paragraph(opening, keeps_next=True), *map(outline.dashed, lines)]


def _wrong(context: OneStopContext) -> list[Block]:
    """Return the sums that do not hold, the largest differences first."""
    told = context.told
    if not told:
        return []
    lines = [words("{told}.", told=sentences.mismatch_sentence(context, each)) for each in told[:MOST_UNITS]]
    if len(told) > MOST_UNITS:
        more = wording.count_run(len(told) - MOST_UNITS, "wrong sums not told")
        lines.append(words("Và {more}~chênh lệch khác, nhỏ hơn.", more=more))
    opening = words("Số liệu chưa khớp (giữ nguyên như các đơn vị đã báo cáo):")
    return [Paragraph(opening, keeps_next=True), *map(outline.dashed, lines)]


def _next_steps(context: OneStopContext) -> Iterator[Block]:
    yield from outline.items([Paragraph(each)] for each in _steps(context))


def _steps(context: OneStopContext) -> Iterator[Text]:
    """Yield what the figures themselves ask for."""
    if not context.sheets:
        return
    if urging := wording.urging(context, context.who, "waiting"):
        yield urging
    if context.unexplained:
        n = wording.count_run(len(context.unexplained), "wrong sums")
        yield words("Rà soát, đối chiếu với hệ thống thông tin một cửa {n}~số liệu chưa khớp, chưa có giải trình.", n=n)
    yield from _work_left(context)
    yield from _more_online(context)


def _work_left(context: OneStopContext) -> Iterator[Text]:
    sheet, total = context.whole, context.total
    units = [unit for unit in sentences.overdue_units(context) if sheet.lines[unit].number(13)]
    if total.number(13):
        names = wording.names_of(context, units, "overdue")
        yield words(
            "Giải quyết dứt điểm {n}~hồ sơ đang quá hạn tại {names}; thực hiện xin lỗi, hẹn lại ngày trả kết quả theo "
            "quy định.",
            n=context.column(sheet, 13),
            names=names,
        )
    if total.number(12):
        yield words(
            "Giải quyết đúng hạn {n}~hồ sơ đang giải quyết, không để phát sinh hồ sơ quá hạn.",
            n=context.column(sheet, 12),
        )


def _more_online(context: OneStopContext) -> Iterator[Text]:
    """Yield where the fewest dossiers come online, while not all do."""
    sheet, rate = context.whole, context.total.online_rate
    if rate is None or rate == 100:
        return
    known = [(each, unit) for unit, line in sheet.lines.items() if (each := line.online_rate) is not None]
    lowest = [unit for each, unit in sorted(known, key=lambda pair: pair[0]) if each < rate][:_LOWEST_ONLINE]
    named = [
        words("{name} ({rate})", name=context.unit_name(unit), rate=context.rate(sheet, ONLINE, unit))
        for unit in lowest
    ]
    yield words(
        "Nâng tỷ lệ tiếp nhận hồ sơ trực tuyến, hiện đạt {rate}{named}.",
        rate=context.rate(sheet, ONLINE),
        named=words(", trước hết tại {named}", named=listed(named, ", ")) if named else "",
    )


def _annexes(context: OneStopContext) -> Iterator[frame.Annex]:
    """Yield the form by unit, by field, and each field by unit; nothing where no table is asked."""
    whole, when = context.whole, frame.when(context)
    title = "Tình hình, kết quả giải quyết thủ tục hành chính"
    several = len(whole.lines) > 1
    if whole.lines and (several or not context.fields):
        blocks = onestop_tables.unit_table(context, whole)
        rates = onestop_tables.rate_table(context) if several and not context.total.is_blank else []
        yield (title, "theo đơn vị", when), [*blocks, *rates]
    if context.fields:
        yield (title, "theo lĩnh vực", when), onestop_tables.field_table(context)
    if context.fields and several:
        blocks = [block for each in context.fields for block in onestop_tables.unit_table(context, each)]
        yield (title, "của từng lĩnh vực theo đơn vị", when), blocks


def _read(db: Database, plan: Plan, period: Period, on: date, unit: str | None) -> OneStopContext:
    bare = read_surroundings(db, KIND.code, plan, period, on, unit)
    context = OneStopContext(**vars(bare), has_groups=bool(groups(db, plan.code)))

    def sheets(of: Period) -> tuple[Sheet, ...]:
        return tuple(one_stop_sheets(db, plan, of, on, unit))

    now, last_year, before = sheets(period), sheets(context.year_before), sheets(context.quarter_that_was_open)
    accepted = tuple(each for span in (period, *period.quarters) for each in acceptances(db, span))
    return replace(context, sheets=now, last_year=last_year, quarter_before=before, accepted=accepted)


KIND = Kind(
    "onestop", "Báo cáo giải quyết hồ sơ một cửa", _read, one_stop_document, parts=(ASSESSMENT, CAUSES, PROPOSALS)
)
