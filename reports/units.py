"""The report by unit: BÁO CÁO kết quả thực hiện các chỉ tiêu của các đơn vị, ranked, with who lags and who is late."""

from collections.abc import Iterator
from datetime import date

from models.number import format_date
from models.period import Period
from models.plan import Plan
from models.store.database import Database
from reports import annexes, form, frame, outline, units_tables, units_words, wording
from reports.chart_makers import captioned, count_chart
from reports.context import reporting
from reports.document import Block, Caption, Document, Paragraph, words
from reports.figure_words import period_words
from reports.kind import Kind, Part
from reports.notice_words import form_sentence
from reports.owing import read_owing
from reports.units_words import UnitsContext
from reports.written import written_blocks

OF_ALL = ("Kết quả, xếp hạng", "thực hiện các chỉ tiêu", "cải cách hành chính", "của các đơn vị")
OF_ONE = ("Kết quả thực hiện", "các chỉ tiêu", "cải cách hành chính")
CAUSES = Part("causes", "Nguyên nhân", "Vì sao các đơn vị còn chậm, theo giải trình và qua kiểm tra")
PROPOSALS = Part("proposals", "Kiến nghị, đề xuất", "Điều cần cấp trên hoặc cơ quan khác giải quyết")
MOST_IN_TEXT = 25
MOST_BARS = 15  # of a chart on one page


def units_document(context: UnitsContext) -> Document:
    """Return the whole report: the main text, then the tables of units."""
    extra = list(_annexes(context))
    numbers = form.annex_numbers(len(extra)) if extra else []
    phrases = OF_ONE if context.unit or len(context.by_code) == 1 else OF_ALL
    subject = " ".join(phrases)
    opening = frame.opening(context, reporting(context), subject[:1].lower() + subject[1:])
    parts = outline.parts(
        (
            ("TÌNH HÌNH CHUNG", list(_overview(context, numbers))),
            _results(context),
            ("TÌNH HÌNH GỬI PHIẾU BÁO CÁO", list(_forms(context))),
            ("NGUYÊN NHÂN", list(written_blocks(context.written.get(CAUSES.key, "")))),
            ("NHIỆM VỤ THỜI GIAN TỚI", list(outline.items([Paragraph(each)] for each in units_words.steps(context)))),
            ("KIẾN NGHỊ, ĐỀ XUẤT", list(written_blocks(context.written.get(PROPOSALS.key, "")))),
        )
    )
    return frame.framed(context, phrases, [opening, *parts], extra)


def _is_of_several(context: UnitsContext) -> bool:
    return len(context.by_code) > 1


def _overview(context: UnitsContext, numbers: list[str]) -> Iterator[Block]:
    if not context.by_code:
        yield Paragraph(words("{plan} chưa giao chỉ tiêu cho đơn vị nào.", plan=wording.in_plan(context)))
        return
    if _is_of_several(context):
        yield from map(Paragraph, units_words.overview(context))
        if missing := wording.missing_units_sentences(context, reporting(context)):
            yield Paragraph(missing)
    else:
        yield Paragraph(units_words.alone(context))
    yield Paragraph(words("Số liệu chi tiết tại {shown} kèm theo.", shown=wording.enumerated(numbers)))
    if _is_of_several(context) and _fits_text(context):
        table = units_tables.ranking_table(context, units_tables.PORTRAIT)
        yield Caption("Bảng", table.title)
        yield table


def _fits_text(context: UnitsContext) -> bool:
    return len(context.by_code) <= MOST_IN_TEXT


def _results(context: UnitsContext) -> tuple[str, list[Block]]:
    if _is_of_several(context):
        return "ĐƠN VỊ DẪN ĐẦU, ĐƠN VỊ CHƯA ĐẠT", list(_leaders_and_others(context))
    return "CÁC CHỈ TIÊU CHƯA ĐẠT, GẦN ĐẠT", [outline.dashed(each) for each in units_words.missed(context)]


def _leaders_and_others(context: UnitsContext) -> Iterator[Block]:
    if not context.ranking.places:
        return
    behind = units_words.behind(context)
    if not behind:
        yield Paragraph(words("Các đơn vị đều đạt mức đề ra ở các chỉ tiêu được đánh giá."))
        return
    if leaders := units_words.leaders(context):
        yield Paragraph(leaders)
    shown = behind[: units_words.MOST_UNITS]
    lines = [units_words.lagging_sentence(context, each, turn) for turn, each in enumerate(shown)]
    is_cut = len(behind) > len(shown)
    opening = "Các đơn vị có tỷ lệ chỉ tiêu đạt thấp nhất:" if is_cut else "Đơn vị chưa đạt đủ các chỉ tiêu:"
    yield Paragraph(words(opening), keeps_next=True)
    for line in lines:
        yield outline.dashed(words("{line}{end}", line=line, end="." if line is lines[-1] else ";"))
    if hardest := units_words.hardest_sentence(context):
        yield Paragraph(hardest)


def _forms(context: UnitsContext) -> Iterator[Block]:
    if not context.by_code:
        return
    for quarter, forms in context.forms.items():
        if len(forms) > 1:
            yield from units_words.forms_of(context, quarter)
        else:
            yield Paragraph(form_sentence(forms[0]))
    if not context.over:
        yield Paragraph(
            words(
                "Đến ngày {on}, chưa hết thời gian lấy số liệu của kỳ nên chưa xét việc gửi phiếu báo cáo.",
                on=format_date(context.on),
            )
        )


def _annexes(context: UnitsContext) -> Iterator[frame.Annex]:
    """Yield the ranking where it is too long for the text, each indicator's results, where every form stands."""
    when = frame.when(context)
    if not context.by_code:
        return
    if _is_of_several(context) and not _fits_text(context):
        table = units_tables.ranking_table(context, units_tables.LANDSCAPE)
        yield ("Xếp hạng kết quả thực hiện các chỉ tiêu", "của các đơn vị", when), [Caption("Bảng", table.title), table]
    several = _is_of_several(context)
    yield ("Kết quả từng chỉ tiêu theo đơn vị" if several else "Kết quả từng chỉ tiêu", when), list(_rates(context))
    if context.forms and several:
        table = units_tables.form_table(context)
        yield (table.title, when), [Caption("Bảng", table.title), table]


def _rates(context: UnitsContext) -> Iterator[Block]:
    """Yield each indicator's results by unit, and where the few units stand as a chart, best first.

    Of a unit alone its indicators, with their targets."""
    if not _is_of_several(context):
        yield annexes.indicator_table(context)
        return
    yield from annexes.captioned_rates(context)
    tallies = [*(each.tally for each in context.ranking.places), *context.ranking.unranked]
    if context.ranking.places and len(tallies) <= MOST_BARS:
        groups = [(context.units[each.unit].name, context.by_code[each.unit]) for each in tallies]
        title = f"Số chỉ tiêu của từng đơn vị theo kết quả đánh giá, {period_words(context.period)}"
        yield from captioned(count_chart(groups, title), annexes.sample_mark(context).strip())


def _read(db: Database, plan: Plan, period: Period, on: date, unit: str | None) -> UnitsContext:
    return UnitsContext(**vars(read_owing(db, KIND.code, plan, period, on, unit)))


KIND = Kind("units", "Báo cáo kết quả, xếp hạng các đơn vị", _read, units_document, (CAUSES, PROPOSALS))
