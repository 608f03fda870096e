"""Sentences of the periodic report: tasks of the plan, what was reached, what is short and why."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from models.number import format_date, format_rate, telling_decimals
from models.plan import Explanation, Task
from models.progress import Figure, State, worst_first
from models.same_period import Before
from reports import figure_sentences, wording
from reports.comparison import before_text
from reports.context import VALUED, Reporting
from reports.document import Measure, Run, Source, Text, listed, words
from reports.figure_sentences import small
from reports.figure_words import value_run, with_unit
from reports.periodic_context import PeriodicContext
from reports.wording import count_run, phrase

MOST_NAMED = 8


def plan_sentence(context: PeriodicContext) -> Text:
    """Return how much the plan asks for: its indicators and its tasks; empty for a plan with neither."""
    figures, tasks = len(context.figures), len(context.plan_tasks)
    counted = (("chỉ tiêu", count_run(figures, "all")), ("nhiệm vụ", task_run(context, tasks, "tasks")))
    asked = [words("{n}~" + noun, n=run) for noun, run in counted if run.text != "0"]
    if not asked:
        return ()
    verb = "đề ra" if context.unit is None else "được giao"
    return words("{whose} {verb} {asked}.", whose=wording.whose(context), verb=verb, asked=listed(asked, ", "))


def tasks_sentence(context: PeriodicContext) -> Text:
    """Return how many of the plan's tasks are done and how many are overdue; empty without tasks."""
    total, done, overdue = (len(each) for each in (context.plan_tasks, context.done_tasks(), context.overdue_tasks()))
    if not total:
        return ()
    late = words("; {n}~nhiệm vụ quá hạn chưa hoàn thành", n=task_run(context, overdue, "tasks_overdue"))
    return words(
        "Đến ngày {day}, {done}{late}.",
        day=format_date(context.as_of),
        done=_done(context, total, done),
        late=late if overdue else "",
    )


def _done(context: PeriodicContext, total: int, done: int) -> Text:
    if not done:
        return words("chưa có nhiệm vụ hoàn thành")
    if done == total:
        return words(
            "đã hoàn thành toàn bộ {n}~nhiệm vụ" if total > 1 else "nhiệm vụ đã hoàn thành",
            n=task_run(context, total, "tasks"),
        )
    return words(
        "đã hoàn thành {done}~nhiệm vụ, đạt {share}",
        done=task_run(context, done, "tasks_done"),
        share=task_share_run(context),
    )


def task_run(context: PeriodicContext, number: int, what: str) -> Run:
    """Return a count of tasks as a run."""
    return Run(str(number), source=Source(Measure.COUNT, period=context.until.code, what=what))


def task_share_run(context: PeriodicContext) -> Run:
    """Return the share of tasks that are done."""
    share = Fraction(100 * len(context.done_tasks()), len(context.plan_tasks))
    decimals = telling_decimals(share, lambda shown: (shown == 100) is (share == 100))
    return Run(format_rate(share, decimals), source=Source(Measure.SHARE, period=context.until.code, what="tasks_done"))


def published_sentence(context: PeriodicContext) -> Text:
    """Return last year's results that were published in the report's period; empty where there are none."""
    found = context.published()
    if not found:
        return ()
    named = (
        words("{name}{value}", name=figure_sentences.small_name(each), value=_of_last_year(each, then))
        for each, then in found
    )
    year = str(context.period.year - 1)
    return words("Kết quả năm~{year} được công bố trong kỳ: {named}.", year=year, named=listed(named, "; "))


def _of_last_year(figure: Figure, then: Before) -> Text:
    source = Source(Measure.VALUE, figure.indicator.code, figure.unit, then.period.code)
    return figure_sentences.stated(figure, Run(before_text(figure, then), source=source))


def done_sentence(context: PeriodicContext, tasks: Sequence[Task]) -> Text:
    """Return which of an area's tasks are done; empty where none is."""
    done = [each for each in context.done_tasks() if each in tasks]
    if not done:
        return ()
    named = few(map(task_name, done), "nhiệm vụ", f"done:{tasks[0].area}")
    if len(tasks) == 1:
        return words("Đã hoàn thành nhiệm vụ {named}.", named=named)
    source = Source(Measure.COUNT, period=context.until.code, what=f"tasks_done:{tasks[0].area}")
    return words(
        "Đã hoàn thành {done} nhiệm vụ của kế hoạch: {named}.",
        done=Run(f"{len(done)}/{len(tasks)}", source=source),
        named=named,
    )


def met_sentence(context: PeriodicContext) -> Text:
    """Return which targets are met, with their values; empty where none is."""
    met = context.in_state(State.MET)
    if not met:
        return ()
    named = (
        words("{name} ({value})", name=figure_sentences.small_name(each), value=with_unit(each, value_run(each)))
        for each in met
    )
    opening = "Các chỉ tiêu" if len(met) > 1 else "Chỉ tiêu"
    return words(opening + " đạt mức đề ra: {named}.", named=few(named, "chỉ tiêu", "met"))


def behind(context: PeriodicContext) -> list[Figure]:
    """Return what was missed or nearly met, worst first."""
    return worst_first(context.in_state(State.MISSED, State.NEAR))


def shortcomings(context: PeriodicContext, who: Reporting) -> Iterator[Text]:
    """Yield what is short besides missed targets: overdue tasks, doubtful figures, units that are late."""
    if overdue := context.overdue_tasks():
        yield words(
            "Có {n}~nhiệm vụ của kế hoạch quá hạn chưa hoàn thành: {named}.",
            n=task_run(context, len(overdue), "tasks_overdue"),
            named=few(map(task_name, overdue), "nhiệm vụ", "overdue"),
        )
    if doubtful := context.in_state(State.TO_CHECK):
        yield words(
            "Có {n}~chỉ tiêu có số liệu cần kiểm tra: {named}.",
            n=count_run(len(doubtful), "to_check"),
            named=few(map(_label, doubtful), "chỉ tiêu", "to_check"),
        )
    if missing := wording.missing_units_sentences(context, who):
        yield missing


def is_judged(context: PeriodicContext) -> bool:
    """Return whether anything could be held against its target."""
    return bool(context.in_state(*VALUED))


def explained(context: PeriodicContext) -> list[tuple[Figure, Explanation]]:
    """Return what is behind and explained, worst first."""
    found = ((each, context.explanation_of(each)) for each in behind(context))
    return [(figure, said) for figure, said in found if said is not None]


def cause_sentence(figure: Figure, said: Explanation) -> Text:
    """Return why a target was missed."""
    return words("{name}: {cause}.", name=figure_sentences.name_of(figure), cause=phrase(said.cause))


def remedy_sentence(figure: Figure, said: Explanation) -> Text:
    """Return what will be done about a missed target, by whom and by when."""
    who = phrase(said.responsible)
    due = f"thời hạn: {format_date(said.due)}" if said.due else ""
    more = "; ".join(filter(None, (f"chịu trách nhiệm: {who}" if who else "", due)))
    return words(
        "{name}: {remedy}{more}.",
        name=figure_sentences.name_of(figure),
        remedy=phrase(said.remedy),
        more=f" ({more})" if more else "",
    )


def unexplained_sentence(context: PeriodicContext) -> Text:
    """Return which missed targets nobody has explained; empty where all are."""
    silent = [each for each in behind(context) if not ((said := context.explanation_of(each)) and said.cause)]
    if not silent:
        return ()
    return words(
        "Chưa có giải trình nguyên nhân đối với {n}~chỉ tiêu: {named}.",
        n=count_run(len(silent), "unexplained"),
        named=few(map(_label, silent), "chỉ tiêu", "unexplained"),
    )


def task_name(task: Task) -> Text:
    """Return a task for the middle of a sentence."""
    return words("{name}", name=small(phrase(task.content)))


def few(names: Iterable[Text], noun: str, what: str) -> Text:
    """Return names one after the other; of many the first ones and how many more. what says which these are."""
    every = list(names)
    more = len(every) - MOST_NAMED
    tail = words(f" và {{n}}~{noun} khác", n=count_run(more, f"more_{what}")) if more > 0 else ()
    return (*listed(every[:MOST_NAMED], "; "), *tail)


def _label(figure: Figure) -> Text:
    return words("{name}", name=figure_sentences.small_name(figure))
