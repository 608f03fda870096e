"""The report of results against a plan's targets: BÁO CÁO kết quả thực hiện các chỉ tiêu."""

from collections.abc import Iterator
from datetime import date

from models.period import Period
from models.plan import Plan
from models.progress import Figure, State, worst_first
from models.store.database import Database
from reports import annexes, figure_sentences, form, frame, outline, wording
from reports.comparison import summary_sentence
from reports.context import VALUED, Context, Reporting, reporting
from reports.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Text,
    listed,
    words,
)
from reports.kind import Kind as ReportKind
from reports.next_steps import next_steps
from reports.reading import read_context
from reports.results_annex import results_annex

SUBJECT_PHRASES = ("Kết quả thực hiện", "các chỉ tiêu", "cải cách hành chính")
SUBJECT = " ".join(SUBJECT_PHRASES)


def progress_document(context: Context) -> Document:
    """Return the whole report: the main text, then its annexes."""
    who = reporting(context)
    extra = list(_annexes(context))
    numbers = form.annex_numbers(len(extra)) if extra else []
    opening = frame.opening(context, who, "kết quả thực hiện các chỉ tiêu")
    return frame.framed(context, SUBJECT_PHRASES, [opening, *outline.parts(_parts(context, who, numbers))], extra)


def _parts(context: Context, who: Reporting, numbers: list[str]) -> list[tuple[str, list[Block]]]:
    return [
        ("TÌNH HÌNH CHUNG", list(_summary(context, who, numbers))),
        ("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", list(_results(context, who))),
        ("TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN VÀ GIẢI PHÁP", list(_shortcomings(context, numbers))),
        ("NHIỆM VỤ THỜI GIAN TỚI", list(outline.items(next_steps(context, who)))),
    ]


def _summary(context: Context, who: Reporting, numbers: list[str]) -> Iterator[Block]:
    yield Paragraph(listed(filter(None, (wording.summary_sentences(context), summary_sentence(context))), " "))
    if missing := wording.missing_units_sentences(context, who):
        yield Paragraph(missing)
    last = [wording.near_rule(context)] if context.in_state(*VALUED) else []
    if numbers:
        last.append(words("Số liệu chi tiết tại {shown} kèm theo.", shown=wording.enumerated(numbers)))
    if last:
        yield Paragraph(listed(last, " "))


def _results(context: Context, who: Reporting) -> Iterator[Block]:
    common = (len(who.complete), len(who.asked))
    turn = 0
    for number, area in enumerate(context.areas, start=1):
        figures = context.of_area(area)
        yield Heading(2, f"{number}.", area or "Chỉ tiêu khác")
        sentences = list(figure_sentences.area_sentences(figures, turn, common, context.before))
        turn += len(sentences)
        yield from outline.points(sentences)


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
    yield from outline.items(items)
    if annexes.unit_explanations(context):
        yield Paragraph(words("Giải trình của các đơn vị tại {annex}.", annex=numbers[-1]))


def _unexplained(figures: list[Figure]) -> Iterator[Block]:
    count = wording.count_run(len(figures), "unexplained")
    yield Paragraph(
        words("Chưa có giải trình nguyên nhân và giải pháp đối với {n}~chỉ tiêu:", n=count), keeps_next=True
    )
    for figure in figures:
        yield outline.dashed(figure_sentences.missed_sentence(figure))


def _item(*sentences: Text) -> Paragraph:
    return Paragraph(listed(sentences, " "))


def _annexes(context: Context) -> Iterator[frame.Annex]:
    """Yield each annex's title and what is in it."""
    period = frame.when(context)
    if context.figures:
        yield (SUBJECT, period), list(results_annex(context))
    if annexes.has_several_units(context):
        yield ("Tình hình thực hiện các chỉ tiêu theo đơn vị", period), list(annexes.unit_annex(context))
    if annexes.unit_explanations(context):
        yield ("Giải trình của các đơn vị", period), [annexes.explanation_table(context)]


def _read(db: Database, plan: Plan, period: Period, on: date, unit: str | None) -> Context:
    return read_context(db, KIND.code, plan, period, on, unit)


KIND = ReportKind("progress", "Báo cáo kết quả thực hiện các chỉ tiêu", _read, progress_document)
