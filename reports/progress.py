"""The report of results against a plan's targets: BÁO CÁO kết quả thực hiện các chỉ tiêu."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import ceil

from models.measure import Kind
from models.number import format_date
from models.period import Period
from models.plan import Plan
from models.progress import Figure, State, worst_first
from models.store.database import Database
from reports import annexes, figure_sentences, form, wording
from reports.context import Context, Reporting, is_index, main_figures, reporting
from reports.document import (
    NBSP,
    Block,
    Caption,
    Chart,
    Document,
    Heading,
    Paragraph,
    Properties,
    Run,
    Section,
    Style,
    Text,
    joined,
    listed,
    words,
)
from reports.figure_words import STATE_WORDS, gap_text, period_words
from reports.kind import Kind as ReportKind
from reports.reading import read_context

TITLE = "BÁO CÁO"
SUBJECT_PHRASES = ("Kết quả thực hiện", "các chỉ tiêu", "cải cách hành chính")
SUBJECT = " ".join(SUBJECT_PHRASES)
LETTERS = "abcdđeghiklmnopqrstuvxy"  # clause B7: the Vietnamese alphabet, without ă, â, ê, ô, ơ, ư
BARS_PER_CHART = 12
MOST_NAMED = 5
_ROMAN = ("I", "II", "III", "IV", "V")


def progress_document(context: Context) -> Document:
    """Return the whole report: the main text, then its annexes."""
    who = reporting(context)
    extra = list(_annexes(context))
    numbers = form.annex_numbers(len(extra))
    has_addressee = bool(form.addressee_names(context.dispatch, context.plan))
    main: list[Block] = [
        form.head(context.plan, context.dispatch, context.on),
        form.title(TITLE, *SUBJECT_PHRASES, *_abstract(context)[1:]),
        *form.addressees(context.dispatch, context.plan),
        *form.legal_bases(context.legal_bases),
        *_opening(context, who),
        *form.held_at_end(_numbered(_parts(context, who, numbers))),
        form.closing(_closing(context)),
        form.signature(context.dispatch, has_addressee),
    ]
    reference = form.annex_reference("Báo cáo", _office(context), context.dispatch, context.on)
    sections = [Section(tuple(main))]
    for number, (title, blocks) in zip(numbers, extra, strict=True):
        head = form.annex_head(number, title, reference)
        sections.append(Section((*head, *blocks), is_landscape=True))
    return Document(_properties(context), tuple(sections))


def _office(context: Context) -> str:
    return form.office_name(context.plan, context.units[context.plan.unit].name)


def _abstract(context: Context) -> tuple[str, str]:
    second = period_words(context.period)
    return SUBJECT, second + (f" của {context.unit_name(context.unit)}" if context.unit else "")


def _properties(context: Context) -> Properties:
    subject, period = _abstract(context)
    title = f"Báo cáo {subject[:1].lower()}{subject[1:]} {period}".replace(NBSP, " ")
    return Properties(title, _office(context).replace(NBSP, " "), context.on)


def _opening(context: Context, who: Reporting) -> Iterator[Block]:
    window = context.window
    facts = [
        words(
            "số liệu từ ngày {first} đến ngày {last}",
            first=format_date(window.first),
            last=format_date(window.last),
        )
    ]
    if coverage := wording.coverage_words(who):
        facts.append(coverage)
    if context.is_illustrative:
        facts.append(words(wording.ILLUSTRATIVE))
    yield Paragraph(
        words(
            "Thực hiện {plan}, {agency} báo cáo kết quả thực hiện các chỉ tiêu {period}{whose} ({facts}) như sau:",
            plan=form.plan_mention(context.plan, _office(context)),
            agency=_office(context),
            period=period_words(context.period),
            whose=f" của {context.unit_name(context.unit)}" if context.unit else "",
            facts=listed(facts, "; "),
        )
    )


def _numbered(parts: Sequence[tuple[str, list[Block]]]) -> Iterator[Block]:
    """Yield the parts under Roman numbers (clause B6)."""
    for number, (title, blocks) in zip(_ROMAN, parts, strict=False):
        yield Heading(1, f"{number}.", title)
        yield from blocks


def _parts(context: Context, who: Reporting, numbers: list[str]) -> list[tuple[str, list[Block]]]:
    parts = [
        ("TÌNH HÌNH CHUNG", list(_summary(context, who, numbers))),
        ("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", list(_results(context, who))),
        ("TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN VÀ GIẢI PHÁP", list(_shortcomings(context, numbers))),
        ("NHIỆM VỤ THỜI GIAN TỚI", list(_next_steps(context, who))),
    ]
    return [part for part in parts if part[1]]


def _summary(context: Context, who: Reporting, numbers: list[str]) -> Iterator[Block]:
    yield Paragraph(wording.summary_sentences(context))
    if missing := wording.missing_units_sentences(context, who):
        yield Paragraph(missing)
    rule = wording.near_rule(context)
    shown = ", ".join(numbers)
    yield Paragraph(words("{rule} Số liệu chi tiết tại {shown} kèm theo.", rule=rule, shown=shown))


def _results(context: Context, who: Reporting) -> Iterator[Block]:
    common = (len(who.complete), len(who.asked))
    turn = 0
    for number, area in enumerate(context.areas, start=1):
        figures = context.of_area(area)
        yield Heading(2, f"{number}.", area or "Chỉ tiêu khác")
        sentences = list(_area_sentences(figures, turn, common))
        turn += len(sentences)
        yield from _points(sentences)


def _area_sentences(figures: list[Figure], turn: int, common: tuple[int, int]) -> Iterator[tuple[Text, bool]]:
    """Yield each figure's sentence and whether it is a part of the one before; those without a value share one."""
    late = [each for each in figures if each.state is State.NOT_DUE and is_index(each)]
    early = [each for each in figures if each.state is State.NOT_DUE and not is_index(each)]
    missing = [each for each in figures if each.state is State.NO_DATA and not is_index(each)]
    shared = [group for group in (missing, early, late) if len(group) > 1]
    alone = [each for each in figures if not any(each in group for group in shared)]
    for place, figure in enumerate(alone):
        yield figure_sentences.result_sentence(figure, turn + place, common), figure.indicator.parent is not None
    for group in shared:
        is_late = group is late
        yield (figure_sentences.late_indices_sentence if is_late else figure_sentences.waiting_sentence)(group), False


def _points(sentences: list[tuple[Text, bool]]) -> Iterator[Block]:
    """Yield points a), b), ...; a part of the one before gets a dash, and so do all where letters run out."""
    own = [index for index, (_, is_part) in enumerate(sentences) if not is_part]
    letters = dict(zip(own, LETTERS, strict=False)) if 1 < len(own) <= len(LETTERS) else {}
    has_marks = len(own) > 1
    for index, (text, is_part) in enumerate(sentences):
        mark = f"{letters[index]}) " if index in letters else "- " if is_part or has_marks else ""
        yield Paragraph(joined([Run(mark), *text]), Style.POINT)


def _charts(context: Context) -> Iterator[Block]:
    """Yield the gaps of everything that is measured in points, worst first; a single one is no picture."""
    shown = [
        each for each in worst_first(context.figures) if each.indicator.kind is Kind.RATIO and each.gap is not None
    ]
    shown.sort(key=lambda each: each.gap or Fraction(0))
    charts = ceil(len(shown) / BARS_PER_CHART) if len(shown) > 1 else 0
    stretches = [shown[len(shown) * n // charts : len(shown) * (n + 1) // charts] for n in range(charts)]
    for figures in stretches:
        title = f"Chênh lệch so với mức đề ra, {period_words(context.period)} (điểm phần trăm)"
        yield Caption("Biểu đồ", title)
        yield _chart(title, figures, (shown[0], shown[-1]))
        meaning = "giá trị âm là chưa đạt: thấp hơn mức tối thiểu hoặc vượt mức tối đa."
        note = f"Ghi chú: {meaning}{annexes.sample_mark(context)}"
        yield Paragraph((Run(note),), Style.NOTE)


def _chart(title: str, figures: list[Figure], ends: tuple[Figure, Figure]) -> Chart:
    least, most = (each.gap or Fraction(0) for each in ends)
    names = tuple(each.indicator.label for each in figures)
    labels = tuple(gap_text(each) for each in figures)
    told = "; ".join(f"{name}: {label}" for name, label in zip(names, labels, strict=True))
    return Chart(
        title=title,
        description=f"Biểu đồ thanh. {title}. {told}.".replace(NBSP, " "),
        below_title="Chưa đạt mức đề ra",
        above_title="Bằng hoặc tốt hơn mức đề ra",
        names=names,
        values=tuple(each.gap or Fraction(0) for each in figures),
        labels=labels,
        least=least,
        most=most,
    )


def _shortcomings(context: Context, numbers: list[str]) -> Iterator[Block]:
    """Yield what is behind, worst first, each with its cause and remedy; those that nobody explained come together."""
    behind = worst_first(context.in_state(State.MISSED, State.NEAR))
    explained = [each for each in behind if context.explanation_of(each)]
    silent = [each for each in behind if each not in explained]
    items: list[list[Block]] = [
        [_item(figure_sentences.missed_sentence(each), wording.explanation_sentences(context.explanation_of(each)))]
        for each in explained
    ]
    if len(silent) > 1:
        items.append(list(_unexplained(silent)))
    else:
        items += [
            [_item(figure_sentences.missed_sentence(each), wording.explanation_sentences(None))] for each in silent
        ]
    if not behind:
        yield Paragraph(wording.nothing_behind_sentence(context))
    yield from _items(items)
    if annexes.unit_explanations(context):
        yield Paragraph(words("Giải trình của các đơn vị tại {annex}.", annex=numbers[-1]))


def _unexplained(figures: list[Figure]) -> Iterator[Block]:
    count = wording.count_run(len(figures))
    yield Paragraph(
        words("Chưa có giải trình nguyên nhân và giải pháp đối với {n}~chỉ tiêu:", n=count), keeps_next=True
    )
    for figure in figures:
        yield Paragraph(joined([Run("- "), *figure_sentences.missed_sentence(figure)]), Style.POINT)


def _item(*sentences: Text) -> Paragraph:
    return Paragraph(listed(sentences, " "))


def _items(items: Sequence[list[Block]]) -> Iterator[Block]:
    """Yield items under Arabic numbers; a single one needs none."""
    for number, (first, *others) in enumerate(items, start=1):
        if isinstance(first, Paragraph) and len(items) > 1:
            first = replace(first, text=joined([Run(f"{number}. "), *first.text]))
        yield first
        yield from others


def _next_steps(context: Context, who: Reporting) -> Iterator[Block]:
    items: list[list[Block]] = [[_item(step)] for step in _steps(context, who)]
    if needs := list(_needs(context)):
        opening = Paragraph(words("Để đạt mức đề ra của cả năm, từ nay đến hết năm:"), keeps_next=True)
        items.append([opening, *(Paragraph(joined([Run("- "), *each]), Style.POINT) for each in needs)])
    waiting = [each for each in context.tasks if each.done_on is None or each.done_on > context.on]
    if waiting and context.unit is None:
        opening = Paragraph(words("Thực hiện các nhiệm vụ chưa hoàn thành của kế hoạch:"), keeps_next=True)
        lines = (
            Paragraph(joined([Run("- "), *wording.task_sentence(each, context.on)]), Style.POINT) for each in waiting
        )
        items.append([opening, *lines])
    yield from _items(items)


def _needs(context: Context) -> Iterator[Text]:
    """Yield what the yearly targets still ask for, of those that are most behind."""
    behind = worst_first(context.in_state(State.MISSED, State.NEAR))
    known = [
        (each, context.remaining[each.indicator.code]) for each in behind if each.indicator.code in context.remaining
    ]
    sentences = (figure_sentences.remaining_sentence(figure, rest) for figure, rest in known[:MOST_NAMED])
    yield from filter(None, sentences)


def _doubtful(context: Context) -> Iterator[Text]:
    """Yield whose figures must be checked: the units' where they are known, else the indicators."""
    of_units = [each for each in context.by_unit if each.state is State.TO_CHECK and each.unit is not None]
    named = [
        f"{context.unit_name(each.unit or '')} ({figure_sentences.small_label(each)})" for each in of_units[:MOST_NAMED]
    ]
    named = named or [figure_sentences.small_name(each) for each in context.in_state(State.TO_CHECK)]
    if more := len(of_units[MOST_NAMED:]):
        named.append(f"và {more}{NBSP}số liệu khác")
    if named:
        yield words("Kiểm tra, xác nhận số liệu: {names}.", names="; ".join(named))


def _steps(context: Context, who: Reporting) -> Iterator[Text]:
    """Yield what the figures themselves ask for: who must still report, what must be checked, what is behind."""
    waiting = (*who.silent, *who.partial)
    if waiting:
        names = wording.names_of(context, waiting)
        yield words("Đôn đốc {n}~đơn vị gửi đủ số liệu: {names}.", n=wording.count_run(len(waiting)), names=names)
    yield from _doubtful(context)
    if behind := worst_first(context.in_state(State.MISSED, State.NEAR)):
        named = [
            words("{name} ({lacks})", name=figure_sentences.small_label(each), lacks=figure_sentences.lack_words(each))
            for each in behind[:MOST_NAMED]
        ]
        more = len(behind) - len(named)
        states = ", ".join(dict.fromkeys(STATE_WORDS[each.state].lower() for each in behind))
        yield words(
            "Tập trung thực hiện {n}~chỉ tiêu {states}: {named}{more}.",
            states=states,
            n=wording.count_run(len(behind)),
            named=listed(named, "; "),
            more=f" và {more}{NBSP}chỉ tiêu khác đã nêu ở trên" if more else "",
        )
    if met := main_figures(context.in_state(State.MET)):
        yield words("Duy trì kết quả của {n}~chỉ tiêu đã đạt.", n=wording.count_run(len(met)))


def _closing(context: Context) -> Text:
    subject, period = _abstract(context)
    names = [name for name in form.addressee_names(context.dispatch, context.plan) if name != form.BLANK]
    asked = f"; kính báo cáo {_enumerated(names)} xem xét, tổng hợp" if names else ""
    return words(
        "Trên đây là báo cáo {subject} {period}{by}{asked}",
        subject=subject[:1].lower() + subject[1:],
        period=period,
        by="" if context.unit else f" của {_office(context)}",
        asked=asked,
    )


def _annexes(context: Context) -> Iterator[tuple[tuple[str, ...], list[Block]]]:
    """Yield each annex's title and what is in it."""
    subject, period = _abstract(context)
    yield (subject, period), list(_indicator_annex(context))
    if annexes.has_several_units(context):
        yield ("Tình hình thực hiện các chỉ tiêu theo đơn vị", period), list(_unit_annex(context))
    if annexes.unit_explanations(context):
        yield ("Giải trình của các đơn vị", period), [annexes.explanation_table(context)]


def _indicator_annex(context: Context) -> Iterator[Block]:
    yield annexes.indicator_table(context)
    yield from _charts(context)


def _unit_annex(context: Context) -> Iterator[Block]:
    yield Caption("Bảng", "Số chỉ tiêu của từng đơn vị theo kết quả đánh giá")
    yield annexes.unit_table(context)
    for table in annexes.rate_tables(context):
        yield Caption("Bảng", "Kết quả từng chỉ tiêu theo đơn vị")
        yield table


def _enumerated(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + (" và " if len(names) > 1 else "") + names[-1]


def _read(db: Database, plan: Plan, period: Period, on: date, unit: str | None) -> Context:
    return read_context(db, KIND.code, plan, period, on, unit)


KIND = ReportKind("progress", "Báo cáo kết quả thực hiện các chỉ tiêu", _read, progress_document)
