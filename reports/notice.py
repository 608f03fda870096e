"""The letter to the units that have not sent their forms or are behind: công văn đôn đốc."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.agency import Tier, agency
from models.dispatch import office_of
from models.number import format_date
from models.period import Period
from models.plan import Plan
from models.store.database import Database
from reports import form, frame, notice_tables, notice_words, wording
from reports.context import VALUED, reporting
from reports.document import NBSP, Block, Document, Heading, Paragraph, Properties, Text, listed, words
from reports.figure_words import period_words
from reports.kind import Kind, Part
from reports.owing import Owed, Owing, addressed, read_owing, units_of
from reports.written import written_blocks

SORT = "Công văn"
LIST_OF_UNITS = "Các đơn vị tại danh sách kèm theo"
EVERYBODY = "Các cơ quan, đơn vị thực hiện kế hoạch"
OTHERS = Part("others", "Nội dung đề nghị khác", "In sau các đề nghị do phần mềm lập, mỗi dòng một đoạn")


def notice_document(context: Owing) -> Document:
    """Return the whole letter: to one unit, or to all that owe something; where nobody does, to all as a reminder."""
    every = units_of(context)
    units = [unit for unit in every if unit.owes]
    annexes = list(notice_tables.annexes(context, units))
    numbers = form.annex_numbers(len(annexes))
    body = _demands(context, every, units, numbers) if units else _thanks(context, every)
    main = [
        form.head(context.plan, context.dispatch, context.on, f"V/v {_about(context, units)}"),
        *form.addressed_to(_addressees(context, units or every)),
        *form.held_at_end(body),
        form.closing(_closing(context, units)),
        form.signature(context.dispatch, has_addressee=True),
    ]
    title = f"{SORT} {_about(context, units)}".replace(NBSP, " ")
    properties = Properties(title, frame.office(context).replace(NBSP, " "), context.on, context.plan.name.strip())
    return Document(properties, frame.sections(context, SORT, main, annexes))


def _about(context: Owing, units: Sequence[Owed]) -> str:
    tasks = (
        "gửi báo cáo" if any(unit.unsent for unit in units) else "",
        "thực hiện các chỉ tiêu" if any(unit.behind or unit.doubtful for unit in units) else "",
    )
    what = " và ".join(filter(None, tasks))
    if not what:
        return f"báo cáo và thực hiện các chỉ tiêu cải cách hành chính năm{NBSP}{context.plan.year}"
    return f"đôn đốc {what} cải cách hành chính {period_words(context.period)}"


def _addressees(context: Owing, units: Sequence[Owed]) -> list[str]:
    """Return whom the letter goes to: those whom the office has chosen, else those that owe something by name."""
    if context.unit is not None:
        return _agencies(context, [context.unit])
    chosen = form.addressee_names(context.dispatch, context.plan)
    if chosen and chosen != [form.BLANK]:
        return chosen
    if len(units) > notice_words.NAMES_SHOWN:
        return [LIST_OF_UNITS]
    return _agencies(context, [unit.code for unit in units]) or [EVERYBODY]


def _agencies(context: Owing, codes: Sequence[str]) -> list[str]:
    """Return the agencies that answer for units today, each once."""
    heirs = dict.fromkeys(heir for code in codes for heir in context.heirs(code))
    return [agency(context.units[each].name).name for each in heirs]


def _opening(context: Owing, end: str) -> Paragraph:
    return Paragraph(
        words(
            "Thực hiện {plan}, qua theo dõi việc gửi báo cáo và kết quả thực hiện các chỉ tiêu cải cách hành chính "
            "{when} ({facts}), {agency} " + end,
            plan=form.plan_mention(context.plan, frame.plan_office(context)),
            when=frame.when(context),
            facts=listed(frame.facts(context, reporting(context)), "; "),
            agency=frame.office(context),
            whom=_whom(context),
        )
    )


def _whom(context: Owing) -> str:
    if context.unit is None:
        return "các đơn vị"
    return wording.enumerated([addressed(context.units[each].name) for each in context.heirs(context.unit)])


def _demands(context: Owing, every: Sequence[Owed], units: Sequence[Owed], numbers: Sequence[str]) -> Iterator[Block]:
    yield _opening(context, "thông báo và đề nghị {whom} thực hiện các nội dung sau:")
    if context.is_of_one:
        (unit,) = units
        sending = list(notice_words.sending_of_one(unit))
        results = list(notice_words.results_of_one(context, unit))
        detail = words("Số liệu chi tiết tại {annex} kèm theo.", annex=numbers[-1]) if numbers else ()
    else:
        first, last = numbers[0], numbers[-1]
        sending = list(notice_words.sending(context, every, first))
        results = list(notice_words.results(units, len(every), last))
        shown = " và ".join(dict.fromkeys((first, last)))
        detail = words("Chi tiết từng đơn vị tại {annex} kèm theo.", annex=shown)
    asked = [*notice_words.requests(context, units), *_others(context)]
    parts = [
        ("Việc gửi phiếu báo cáo", sending),
        ("Kết quả thực hiện các chỉ tiêu", results),
        ("Nội dung đề nghị", asked),
    ]
    for number, (title, blocks) in enumerate([part for part in parts if part[1]], start=1):
        yield Heading(2, f"{number}.", title)
        yield from blocks
        if detail and blocks is (results or sending):
            yield Paragraph(detail)


def _others(context: Owing) -> Iterator[Block]:
    """Yield what people wrote."""
    return written_blocks(context.written.get(OTHERS.key, ""))


def _thanks(context: Owing, every: Sequence[Owed]) -> Iterator[Block]:
    """Yield what is said where nobody owes anything: what is in order, and what comes next."""
    yield _opening(context, "thông báo như sau:")
    facts = list(_in_order(context, every))
    if facts:
        yield Paragraph(listed(facts, " "))
        yield Paragraph(
            words(
                "{agency} ghi nhận kết quả trên và đề nghị {whom} tiếp tục duy trì.",
                agency=frame.office(context),
                whom=_whom(context),
            )
        )
    else:
        why = "chưa đến hạn gửi phiếu báo cáo" if every else "kế hoạch chưa giao chỉ tiêu cho đơn vị"
        nothing = "Đến ngày {on}, {why} và chưa có chỉ tiêu được đánh giá."
        yield Paragraph(words(nothing, on=format_date(context.on), why=why))
    yield Paragraph(notice_words.coming(context))
    yield from _others(context)


def _in_order(context: Owing, every: Sequence[Owed]) -> Iterator[Text]:
    forms = [each for unit in every for each in unit.forms]
    whom = _whom(context)
    if forms:
        quarters = notice_words.quarters_of_year(each.quarter for each in forms)
        yield words("{whom} đã gửi đủ phiếu báo cáo {quarters}.", whom=whom[:1].upper() + whom[1:], quarters=quarters)
    if any(figure.state in VALUED for figure in context.by_unit):
        yield words("Các chỉ tiêu được đánh giá của {whom} đều đạt mức đề ra.", whom=whom)


def _closing(context: Owing, units: Sequence[Owed]) -> Text:
    pattern = (
        "Đề nghị {whom} thực hiện nghiêm túc, đúng thời hạn; nếu có vướng mắc, liên hệ {drafters} để được hướng dẫn"
        if units
        else "Đề nghị {whom} gửi phiếu báo cáo đúng hạn; nếu có vướng mắc, liên hệ {drafters} để được hướng dẫn"
    )
    return words(pattern, whom=_whom(context), drafters=_drafters(context))


def _drafters(context: Owing) -> str:
    """Return whom to ask: the drafting unit where its letters are known ones, else the office itself."""
    office = office_of(context.plan, context.tree, context.on, context.dispatch)
    known = {"VP": "Văn phòng", "NV": "Sở Nội vụ" if office.tier is Tier.PROVINCE else "Phòng Nội vụ"}
    drafters = context.dispatch.drafting_unit.strip(" .") if context.dispatch else ""
    return known.get(drafters, frame.office(context)) if office.issuing.is_committee else frame.office(context)


def _read(db: Database, plan: Plan, period: Period, on: date, unit: str | None) -> Owing:
    """Read what units owe. The plan's own unit stands for all: an office sends itself no letter."""
    return read_owing(db, KIND.code, plan, period, on, None if unit == plan.unit else unit)


KIND = Kind("notice", "Công văn đôn đốc gửi báo cáo, thực hiện chỉ tiêu", _read, notice_document, (OTHERS,))
