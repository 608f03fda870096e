"""What the figures themselves ask for next: who must still report, what must be checked, what is behind."""

from collections.abc import Iterator

from models.progress import State, worst_first
from reports import figure_sentences, wording
from reports.context import Context, Reporting
from reports.document import Block, Paragraph, Text, listed, words
from reports.figure_words import STATE_WORDS
from reports.outline import dashed

MOST_NAMED = 5


def next_steps(context: Context, who: Reporting) -> Iterator[list[Block]]:
    """Yield each step as its paragraphs."""
    for step in _steps(context, who):
        yield [Paragraph(step)]
    if needs := list(_needs(context)):
        opening = Paragraph(words("Để đạt mức đề ra của cả năm, từ nay đến hết năm:"), keeps_next=True)
        yield [opening, *map(dashed, needs)]
    waiting = [each for each in context.tasks if each.done_on is None or each.done_on > context.on]
    if waiting and context.unit is None:
        opening = Paragraph(words("Thực hiện các nhiệm vụ chưa hoàn thành của kế hoạch:"), keeps_next=True)
        yield [opening, *(dashed(wording.task_sentence(each, context.on)) for each in waiting)]


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
    units = [
        f"{context.unit_name(each.unit or '')} ({figure_sentences.small_name(each)})" for each in of_units[:MOST_NAMED]
    ]
    names = units or [figure_sentences.small_name(each) for each in context.in_state(State.TO_CHECK)]
    named = [words("{name}", name=name) for name in names]
    if more := len(of_units[MOST_NAMED:]):
        named.append(words("và {n}~số liệu khác", n=wording.count_run(more, "more_doubtful")))
    if named:
        yield words("Kiểm tra, xác nhận số liệu: {names}.", names=listed(named, "; "))


def _steps(context: Context, who: Reporting) -> Iterator[Text]:
    """Yield what the figures themselves ask for: who must still report, what must be checked, what is behind."""
    if urging := wording.urging(context, who, "waiting"):
        yield urging
    yield from _doubtful(context)
    if behind := worst_first(context.in_state(State.MISSED, State.NEAR)):
        shown = behind if len(behind) <= MOST_NAMED + 1 else behind[:MOST_NAMED]
        named = [words("{name}", name=figure_sentences.small_name(each)) for each in shown]
        more = len(behind) - len(named)
        states = ", ".join(dict.fromkeys(STATE_WORDS[each.state].lower() for each in behind))
        yield words(
            "Tập trung thực hiện {n}~chỉ tiêu {states}: {named}{more}.",
            states=states,
            n=wording.count_run(len(behind), "behind"),
            named=listed(named, "; "),
            more=words(" và {n}~chỉ tiêu khác đã nêu ở trên", n=wording.count_run(more, "more_behind")) if more else "",
        )
    if met := context.in_state(State.MET):
        yield words("Duy trì kết quả của {n}~chỉ tiêu đã đạt.", n=wording.count_run(len(met), State.MET))
