"""Official sentences about a whole report, made from its figures and from nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from models.number import format_date, format_number
from models.plan import Explanation, Task
from models.progress import State
from reports.context import VALUED, Context, Reporting, is_index
from reports.document import Measure, Run, Source, Text, joined, listed, words
from reports.figure_words import (
    period_words,
)

NO_EXPLANATION = "Chưa có giải trình nguyên nhân và giải pháp."
ILLUSTRATIVE = "số liệu minh họa"
AS_REPORTED = "tính theo đơn vị lúc báo cáo, trong năm có sắp xếp đơn vị từ ngày {days}"
NAMES_IN_A_SENTENCE = 8


def count_run(number: int, what: str) -> Run:
    """Return a count of figures or units as a run; what says of which: "missed", "late_units"."""
    return Run(format_number(number), source=Source(Measure.COUNT, what=what))


def nothing_behind_sentence(context: Context) -> Text:
    """Return what is said where no target was missed."""
    judged = context.in_state(*VALUED)
    if not judged:
        return words("Trong kỳ chưa có chỉ tiêu được đánh giá.")
    every = len(judged) > 1
    return words(f"{'Các c' if every else 'C'}hỉ tiêu được đánh giá trong kỳ {'đều ' if every else ''}đạt mức đề ra.")


def explanation_sentences(explanation: Explanation | None) -> Text:
    """Return cause, remedy, who and by when, as far as they are given."""
    if explanation is None:
        return words(NO_EXPLANATION)
    parts = [
        f"Nguyên nhân: {phrase(explanation.cause)}." if explanation.cause else "Chưa nêu nguyên nhân.",
        f"Giải pháp: {phrase(explanation.remedy)}." if explanation.remedy else "Chưa nêu giải pháp.",
    ]
    if explanation.responsible:
        parts.append(f"Chịu trách nhiệm: {phrase(explanation.responsible)}" + ("; " if explanation.due else "."))
    if explanation.due:
        parts.append(("thời hạn" if explanation.responsible else "Thời hạn") + f": {format_date(explanation.due)}.")
    return words("{text}", text=" ".join(parts).replace(";  ", "; "))


def task_sentence(task: Task, on: date) -> Text:
    """Return a task that is still to be done, with who leads it and its deadline, and whether that has passed."""
    text = phrase(task.content)
    if task.lead:
        text += f"; chủ trì: {phrase(task.lead)}"
    if task.due:
        text += f"; thời hạn: {format_date(task.due)}" + (" (đã quá hạn)" if task.due < on else "")
    return words("{text}.", text=text)


def summary_sentences(context: Context) -> Text:
    """Return how many indicators there are, how many could be judged, and how they stand."""
    judged = context.in_state(*VALUED)
    if not context.figures:
        return words("{whose} chưa có chỉ tiêu.", whose=whose(context))
    opening = words("{whose} có {n}~chỉ tiêu", whose=whose(context), n=count_run(len(context.figures), "all"))
    if not judged:
        first = words("{opening}; trong kỳ chưa có chỉ tiêu đủ số liệu để đánh giá.", opening=opening)
    else:
        first = words(
            "{opening}; {period} có {n}~chỉ tiêu được đánh giá{results}.",
            opening=opening,
            period=period_words(context.period),
            n=count_run(len(judged), "judged"),
            results=_results(context),
        )
    rest = _rest_sentence(context)
    return joined([*first, Run(" "), *rest]) if rest else first


def _results(context: Context) -> Text:
    """Return how the judged indicators stand: all the same, or how many in each state."""
    counted = [(State.MET, "đạt"), (State.NEAR, "gần đạt"), (State.MISSED, "chưa đạt")]
    found = [(state, word, number) for state, word in counted if (number := len(context.in_state(state)))]
    if len(found) == 1:
        ((_, word, number),) = found
        return words(f", đều {word}" if number > 1 else f" là {word}")
    results = [words("{n}~chỉ tiêu " + word, n=count_run(number, state)) for state, word, number in found]
    return words(", trong đó {results}", results=listed(results, ", "))


def whose(context: Context) -> str:
    """Return what the counted indicators are of: the plan, or a unit under it."""
    if context.unit is None:
        return in_plan(context)
    plan = context.plan.name.strip()
    return f"Theo {plan}, {context.unit_name(context.unit)}"


def in_plan(context: Context) -> str:
    """Return the plan's name as a sentence begins with it."""
    return context.plan.name[:1].upper() + context.plan.name[1:]


def _rest_sentence(context: Context) -> Text:
    late = [figure for figure in context.in_state(State.NOT_DUE) if is_index(figure)]
    waiting = [figure for figure in context.in_state(State.NOT_DUE) if not is_index(figure)]
    groups = [
        ("late_indices", late, f"{{n}}~chỉ tiêu công bố kết quả năm~{context.period.year + 1}"),
        ("waiting", waiting, "{n}~chỉ tiêu chưa đến hạn báo cáo"),
        (State.TO_CHECK, context.in_state(State.TO_CHECK), "{n}~chỉ tiêu có số liệu cần kiểm tra"),
        (State.NO_DATA, context.in_state(State.NO_DATA), "{n}~chỉ tiêu chưa có số liệu"),
        (State.NOT_APPLICABLE, context.in_state(State.NOT_APPLICABLE), "{n}~chỉ tiêu không phát sinh"),
        (State.NO_TARGET, context.in_state(State.NO_TARGET), "{n}~chỉ tiêu chỉ theo dõi"),
    ]
    parts = [words(pattern, n=count_run(len(figures), what)) for what, figures, pattern in groups if figures]
    return words("Còn lại: {parts}.", parts=listed(parts, "; ")) if parts else ()


def coverage_words(reporting: Reporting) -> Text:
    """Return how many units have reported, and that figures are provisional while some have not."""
    if not reporting.asked:
        return ()
    if len(reporting.asked) == 1:
        if reporting.silent:
            return words("chưa báo cáo số liệu")
        whole = "đã báo cáo đủ số liệu"
        return words(whole if reporting.is_complete else "chưa báo cáo đủ số liệu; số liệu tạm tính")
    if not reporting.complete:
        none_at_all = len(reporting.silent) == len(reporting.asked)
        whole = "" if none_at_all else " đủ số liệu; số liệu tạm tính"
        return words("chưa có đơn vị báo cáo{whole}", whole=whole or " số liệu")
    share = Run(f"{len(reporting.complete)}/{len(reporting.asked)}", source=Source(Measure.COVERAGE))
    tail = "" if reporting.is_complete else "; số liệu tạm tính"
    return words("{share}~đơn vị đã báo cáo đủ số liệu{tail}", share=share, tail=tail)


def missing_units_sentences(context: Context, reporting: Reporting) -> Text:
    """Return who has reported nothing or only a part."""
    sentences = [
        words("{names} chưa báo cáo số liệu.", names=begun(names_of(context, reporting.silent, "silent"))),
        words("{names} báo cáo chưa đủ số liệu.", names=begun(names_of(context, reporting.partial, "partial"))),
    ]
    wanted = [s for s, units in zip(sentences, (reporting.silent, reporting.partial), strict=True) if units]
    return listed(wanted, " ")


def names_of(context: Context, units: Sequence[str], what: str) -> Text:
    """Return units by name; of many the first ones and how many more. what says which units these are."""
    names = [context.unit_name(unit) for unit in units[:NAMES_IN_A_SENTENCE]]
    if more := len(units) - len(names):
        return words("{names} và {n}~đơn vị khác", names=", ".join(names), n=count_run(more, f"more_{what}"))
    return words("{names}", names=enumerated(names))


def of_units_before(context: Context, owing: Iterable[str]) -> str:
    """Return the words that what is asked for is also owed by units that others took over; empty where it is not."""
    return " (kể cả của đơn vị cũ)" if any(context.heirs(each) != (each,) for each in owing) else ""


def urging(context: Context, reporting: Reporting, what: str) -> Text:
    """Return who is to be urged to send what they owe: one by its name; the office itself adds its own.

    For units that ended, those that took over; empty where nobody did."""
    owing = (*reporting.silent, *reporting.partial)
    owed = ("gửi đủ số liệu" if reporting.partial else "gửi số liệu") + of_units_before(context, owing)
    if list(owing) == [context.plan.unit]:
        return words("Bổ sung đủ số liệu của kỳ báo cáo.")
    units = context.acting(owing)
    if not units:
        return ()
    names = names_of(context, units, what)
    if len(units) == 1:
        return words("Đôn đốc {names} {owed}.", names=names, owed=owed)
    number = count_run(len(units), f"{what}_units")
    return words("Đôn đốc {n}~đơn vị {owed}: {names}.", n=number, owed=owed, names=names)


def enumerated(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: A, B và C."""
    return ", ".join(names[:-1]) + (" và " if len(names) > 1 else "") + names[-1] if names else ""


def near_rule(context: Context) -> Text:
    """Return the one rule of "gần đạt", printed with the figures."""
    percents = {context.plan.near_threshold} | {
        figure.indicator.near_threshold for figure in context.figures if figure.indicator.near_threshold is not None
    }
    shares = [
        (Run(f"{format_number(each)}%", source=Source(Measure.NEAR, what=str(each))),) for each in sorted(percents)
    ]
    return words(
        "Chỉ tiêu gần đạt là chỉ tiêu chưa đạt nhưng còn thiếu không quá {shares} của mức đề ra{own}.",
        shares=listed(shares, ", "),
        own=" (tùy chỉ tiêu)" if len(percents) > 1 else "",
    )


def phrase(text: str) -> str:
    """Return a free text on one line, without the sign it ends with: the sentence around it has its own."""
    return " ".join(text.split()).rstrip(" .;,")


def inside(text: Text) -> Text:
    """Return a text as it goes on after a colon."""
    first, *others = text
    return (replace(first, text=first.text[:1].lower() + first.text[1:]), *others)


def begun(text: Text) -> Text:
    """Return a text as a sentence begins with it."""
    first, *others = text or (Run(""),)
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *others)
