"""The periodic report: BÁO CÁO công tác cải cách hành chính of a quarter, 6 or 9 months, or the year."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import count

from models.folding import fold
from models.period import Period, Span
from models.plan import Plan
from models.progress import Figure
from models.reform_area import ReformArea
from models.store.database import Database
from reports import form, frame, outline, periodic_annex, periodic_parts, periodic_sentences, wording
from reports.comparison import summary_sentence
from reports.context import Reporting, reporting
from reports.document import Block, Document, Heading, Paragraph, Style, Text, listed, plain_text, words
from reports.figure_sentences import area_sentences, missed_sentence
from reports.figure_words import period_words
from reports.kind import Kind, Part
from reports.next_steps import next_steps
from reports.one_stop_totals import one_stop_sentences
from reports.periodic_context import PeriodicContext, read_periodic
from reports.periodic_parts import with_written
from reports.written import written_blocks

SUBJECT_PHRASES = ("Công tác", "cải cách hành chính")
DOCUMENTS, SURVEYS = "documents", "surveys"
MOST_BEHIND = 10
_BY_NAME = (
    ("inspection", re.compile(r"\bkiem tra\b")),
    ("communication", re.compile(r"\b(tuyen truyen|truyen thong)\b")),
    ("initiatives", re.compile(r"\b(thi dua|sang kien|mo hinh)\b")),
    ("assigned", re.compile(r"\bnhiem vu\b")),
    (DOCUMENTS, re.compile(r"\b(ke hoach|van ban)\b")),
)
_NUMBERED = re.compile(r"\w{1,2}[.)]\s")


def periodic_document(context: PeriodicContext) -> Document:
    """Return the whole report: direction, results by area, assessment, next tasks, proposals, then its annexes."""
    who = reporting(context)
    extra = list(periodic_annex.annexes(context))
    writer = _Writer(context, who, form.annex_numbers(len(extra)))
    opening = frame.opening(context, who, "công tác cải cách hành chính")
    return frame.framed(context, SUBJECT_PHRASES, [opening, *writer.body()], extra)


class _Writer:
    """Writes one report; the patterns of its sentences take turns from its first area to its last."""

    def __init__(self, context: PeriodicContext, who: Reporting, annexes: list[str]) -> None:
        self._context, self._who, self._annexes = context, who, annexes
        self._common = (len(who.complete), len(who.asked))
        self._turn = 0

    def body(self) -> Iterator[Block]:
        """Yield everything between the opening and the closing words."""
        following = next_period_words(self._context.period)
        yield from outline.parts(
            [
                (periodic_parts.DIRECTION, list(self._direction())),
                (periodic_parts.RESULTS, list(self._results())),
                (periodic_parts.ASSESSMENT, list(self._assessment())),
                (f"{periodic_parts.NEXT} {following}".upper(), list(self._tasks())),
                (periodic_parts.PROPOSALS, list(self._with_written([], periodic_parts.ASKED))),
            ]
        )

    def _direction(self) -> Iterator[Block]:
        of_direction = self._context.of_reform_area(ReformArea.DIRECTION)
        for number, part in enumerate(periodic_parts.DIRECTION_PARTS, start=1):
            yield Heading(2, f"{number}.", part.title)
            made = self._begun(part)
            made += self._figures([each for each in of_direction if direction_part(each) == part.key])
            yield from self._with_written(made, part)

    def _begun(self, part: Part) -> list[Block]:
        """Return what an item of direction begins with: the plan and its tasks, or the indices just published."""
        context = self._context
        if part.key == SURVEYS:
            return _paragraphs(periodic_sentences.published_sentence(context))
        return self._plan() if part.key == DOCUMENTS else []

    def _plan(self) -> list[Block]:
        context = self._context
        sentences = (periodic_sentences.plan_sentence(context), periodic_sentences.tasks_sentence(context))
        done = periodic_sentences.done_sentence(context, context.tasks_of(ReformArea.DIRECTION))
        return [*_paragraphs(listed(filter(None, sentences), " ")), *_paragraphs(done)]

    def _results(self) -> Iterator[Block]:
        numbers = count(1)
        for area, part in periodic_parts.AREA_PARTS.items():
            yield Heading(2, f"{next(numbers)}.", part.title)
            made: list[Block] = []
            if area is ReformArea.PROCEDURES:
                made += _paragraphs(one_stop_sentences(self._context.one_stop()))
            made += self._figures(self._context.of_reform_area(area))
            made += _paragraphs(periodic_sentences.done_sentence(self._context, self._context.tasks_of(area)))
            yield from self._with_written(made, part)
        for heading in self._context.own_headings:
            yield Heading(2, f"{next(numbers)}.", heading or "Nội dung khác")
            yield from self._figures(self._context.of_area(heading))
            its = [each for each in self._context.plan_tasks if each.area == heading]
            yield from _paragraphs(periodic_sentences.done_sentence(self._context, its))

    def _figures(self, figures: list[Figure]) -> list[Block]:
        sentences = list(area_sentences(figures, self._turn, self._common, self._context.before))
        self._turn += len(sentences)
        return list(outline.points(sentences))

    def _assessment(self) -> Iterator[Block]:
        parts = (
            (periodic_parts.RESULTS_REACHED, self._reached()),
            (periodic_parts.SHORTCOMINGS, self._shortcomings()),
            (periodic_parts.CAUSES, self._causes()),
        )
        for number, (part, made) in enumerate(parts, start=1):
            yield Heading(2, f"{number}.", part.title)
            yield from self._with_written(list(made), part)

    def _reached(self) -> Iterator[Block]:
        context = self._context
        if not context.figures:
            return
        detail = words("Số liệu chi tiết tại {shown} kèm theo.", shown=wording.enumerated(self._annexes))
        summary = (wording.summary_sentences(context), summary_sentence(context), detail)
        yield Paragraph(listed(filter(None, summary), " "))
        yield from _paragraphs(periodic_sentences.met_sentence(context))
        if periodic_sentences.is_judged(context):
            yield Paragraph(wording.near_rule(context))

    def _shortcomings(self) -> Iterator[Block]:
        context = self._context
        behind = periodic_sentences.behind(context)
        if behind:
            number = wording.count_run(len(behind), "behind")
            yield Paragraph(words("Còn {n}~chỉ tiêu chưa đạt hoặc gần đạt mức đề ra:", n=number), keeps_next=True)
            yield from (outline.dashed(missed_sentence(each)) for each in behind[:MOST_BEHIND])
            if more := len(behind[MOST_BEHIND:]):
                number = wording.count_run(more, "more_listed")
                yield outline.dashed(words("{n}~chỉ tiêu khác tại {annex}.", n=number, annex=self._annexes[1]))
        elif periodic_sentences.is_judged(context):
            yield Paragraph(wording.nothing_behind_sentence(context))
        for sentence in periodic_sentences.shortcomings(context, self._who):
            yield Paragraph(sentence)

    def _causes(self) -> Iterator[Block]:
        context = self._context
        for figure, said in periodic_sentences.explained(context):
            if said.cause:
                yield outline.dashed(periodic_sentences.cause_sentence(figure, said))
        if not context.written.get(periodic_parts.CAUSES.key, "").strip():
            yield from _paragraphs(periodic_sentences.unexplained_sentence(context))
        if periodic_annex.has_explanations(context):
            yield Paragraph(words("Giải trình của các đơn vị tại {annex}.", annex=self._annexes[-1]))

    def _tasks(self) -> Iterator[Block]:
        found = list(next_steps(self._context, self._who))
        remedies = [(figure, said) for figure, said in periodic_sentences.explained(self._context) if said.remedy]
        if remedies:
            opening = Paragraph(words("Giải pháp đối với các chỉ tiêu chưa đạt, gần đạt:"), keeps_next=True)
            lines = (outline.dashed(periodic_sentences.remedy_sentence(figure, said)) for figure, said in remedies)
            found.append([opening, *lines])
        written = list(written_blocks(self._context.written.get(periodic_parts.TASKS.key, "")))
        if any(map(_is_numbered, written)):
            yield from (*outline.items(found), *written)
        elif every := [*found, *_as_items(written)]:
            yield from outline.items(every)
        else:
            yield periodic_parts.open_place()

    def _with_written(self, made: list[Block], part: Part) -> Iterator[Block]:
        return with_written(made, part, self._context.written)


def direction_part(figure: Figure) -> str:
    """Return the heading under direction that an indicator belongs to, by its name: an index unless it is another."""
    name = fold(figure.indicator.name)
    is_index = figure.indicator.published_month is not None
    found = next((key for key, pattern in _BY_NAME if not is_index and pattern.search(name)), None)
    return found or SURVEYS


def next_period_words(period: Period) -> str:
    """Return what a report looks ahead to: quý III năm 2023, 6 tháng cuối năm 2023, năm 2024."""
    if period.number == 4:
        return period_words(Period(period.year + 1))
    if period.span is Span.H1:
        return words("6~tháng cuối năm~{year}", year=str(period.year))[0].text
    return period_words(Period(period.year).quarters[period.number])


def _paragraphs(text: Text) -> list[Block]:
    return [Paragraph(text)] if text else []


def _as_items(written: list[Block]) -> Iterator[list[Block]]:
    """Yield what people wrote as items of a list: each paragraph with the points that follow it."""
    item: list[Block] = []
    for block in written:
        if item and isinstance(block, Paragraph) and block.style is Style.BODY:
            yield item
            item = []
        item.append(block)
    if item:
        yield item


def _is_numbered(block: Block) -> bool:
    """Return whether a person has numbered a paragraph already: 1. ..., a) ..."""
    return isinstance(block, Paragraph) and _NUMBERED.match(plain_text(block.text)) is not None


def _read(db: Database, plan: Plan, period: Period, on: date, unit: str | None) -> PeriodicContext:
    return read_periodic(db, KIND.code, plan, period, on, unit)


KIND = Kind("periodic", "Báo cáo công tác cải cách hành chính", _read, periodic_document, periodic_parts.PARTS)
