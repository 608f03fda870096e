"""Official sentences made from figures, and from nothing else. Patterns take turns so that a page does not drone."""

from collections.abc import Iterable, Sequence
from datetime import date

from models.measure import Kind, Operator
from models.number import format_date, format_number
from models.plan import Explanation, Task
from models.progress import Figure, State
from models.remaining import Remaining
from reports.context import VALUED, Context, Reporting, is_index
from reports.document import NBSP, Measure, Run, Source, Text, joined, tied, words
from reports.figure_words import (
    due_words,
    gap_words,
    part_runs,
    period_words,
    quarter_words,
    sourced,
    target_words,
    value_run,
    with_unit,
)

NO_EXPLANATION = "Chưa có giải trình nguyên nhân và giải pháp."
ILLUSTRATIVE = "số liệu minh họa"
NAMES_IN_A_SENTENCE = 8

_RATIO_RESULTS = (
    "{top} trên {bottom}{things}, đạt {value}",
    "đạt {value} ({top}/{bottom}{things})",
    "{top}/{bottom}{things}, bằng {value}",
)
_MET_OVER = (
    "cao hơn mức đề ra {gap} (mức đề ra: {target})",
    "vượt {gap} so với mức đề ra ({target})",
    "vượt mức đề ra ({target}) {gap}",
)
_MET_EXACTLY = ("bằng mức đề ra ({target})", "vừa đúng mức đề ra ({target})")
_MET_INSIDE = ("đúng yêu cầu đề ra ({target})", "bảo đảm yêu cầu đề ra ({target})")
_MET_BELOW = (
    "trong giới hạn đề ra ({target}), thấp hơn giới hạn {gap}",
    "thấp hơn giới hạn đề ra {gap} (giới hạn: {target})",
)
_SHORT = {
    State.NEAR: (
        "gần đạt mức đề ra ({target}), còn thiếu {gap}",
        "thấp hơn mức đề ra {gap} (mức đề ra: {target}), ở mức gần đạt",
        "còn thiếu {gap} so với mức đề ra ({target}), ở mức gần đạt",
    ),
    State.MISSED: (
        "thấp hơn mức đề ra {gap} (mức đề ra: {target})",
        "chưa đạt mức đề ra ({target}), còn thiếu {gap}",
        "còn thiếu {gap} so với mức đề ra ({target})",
    ),
}
_OVER_LIMIT = {
    State.NEAR: ("vượt giới hạn đề ra ({target}) {gap}, ở mức gần đạt",),
    State.MISSED: (
        "vượt giới hạn đề ra ({target}) {gap}",
        "chưa đạt yêu cầu đề ra ({target}), vượt {gap}",
    ),
}
_AWAY = {
    State.NEAR: ("chênh {gap} so với mức đề ra ({target}), ở mức gần đạt",),
    State.MISSED: ("chênh {gap} so với mức đề ra ({target}), chưa đạt",),
}
_LIMITS = (Operator.AT_MOST, Operator.LESS_THAN, Operator.REDUCE)


def name_of(figure: Figure) -> str:
    """Return an indicator's name as a sentence begins with it, without "Trong đó:"."""
    name = figure.indicator.name.strip()
    if name.casefold().startswith("trong đó"):
        name = name[len("trong đó") :].lstrip(" :,-–")
    return name[:1].upper() + name[1:]


def count_run(number: int) -> Run:
    """Return a count of figures or units as a run."""
    return Run(format_number(number), source=Source(Measure.COUNT))


def result_sentence(figure: Figure, turn: int, common_coverage: tuple[int, int] | None = None) -> Text:
    """Return what a figure says, as one sentence; turn chooses among the patterns.

    common_coverage is what the opening has said already: it is not repeated."""
    name = name_of(figure)
    if figure.indicator.parent is not None:
        name = "Trong đó, " + name[:1].lower() + name[1:]
    match figure.state:
        case State.TO_CHECK:
            return _to_check(figure, name)
        case State.NO_DATA:
            missing = "chưa có kết quả công bố" if is_index(figure) else "chưa có số liệu báo cáo"
            return words("{name}: {missing} (mức đề ra: {target}).", name=name, missing=missing, target=_asked(figure))
        case State.NOT_DUE:
            return words("{name}: {when} (mức đề ra: {target}).", name=name, when=_when(figure), target=_asked(figure))
        case State.NOT_APPLICABLE:
            nobody = figure.expected_units == 0 and figure.reported_units == 0 and figure.denominator is None
            why = "không có đơn vị được giao thực hiện" if nobody else "trong kỳ không phát sinh"
            return words("{name}: {why}, không tính tỷ lệ.", name=name, why=why)
    return _measured(figure, name, turn, common_coverage)


def _measured(figure: Figure, name: str, turn: int, common_coverage: tuple[int, int] | None) -> Text:
    notes = _notes(figure, common_coverage)
    return words(
        "{name}{result}{verdict}{notes}.",
        name=name,
        result=_result(figure, name, turn),
        verdict=_verdict(figure, turn),
        notes=notes,
    )


def _result(figure: Figure, name: str, turn: int) -> Text:
    value, kind = value_run(figure), figure.indicator.kind
    if kind is Kind.RATIO:
        top, bottom = part_runs(figure)
        noun = figure.indicator.measured_in
        things = f"{NBSP}{noun}" if noun and noun != "%" else ""
        pattern = ": " + _RATIO_RESULTS[turn % len(_RATIO_RESULTS)]
        return words(pattern, top=top, bottom=bottom, things=things, value=value)
    said = name.casefold().endswith(("vị thứ", "thứ hạng", "xếp hạng", "xếp loại"))
    if kind is Kind.RANK:
        return words(" {value}" if said else ": xếp thứ~{value}", value=value)
    if kind is Kind.GRADE:
        return words(" {value}" if said else ": xếp loại~{value}", value=value)
    if kind is Kind.YES_NO:
        return words(": {value}", value=value)
    return words(": đạt {value}", value=with_unit(figure, value))


def _verdict(figure: Figure, turn: int) -> Text:
    if figure.state is State.NO_TARGET:
        asked = target_words(figure)
        pattern = "; chưa có căn cứ để so với mức đề ra ({asked})" if asked else "; chỉ tiêu theo dõi, không giao mức"
        return words(pattern, asked=asked)
    if figure.indicator.kind is Kind.YES_NO:
        return words(", đúng yêu cầu đề ra" if figure.state is State.MET else ", chưa đáp ứng yêu cầu đề ra")
    patterns = _patterns(figure)
    pattern = patterns[(turn + turn // 3) % len(patterns)]
    return words(", " + pattern, gap=gap_words(figure), target=target_words(figure))


def _patterns(figure: Figure) -> Sequence[str]:
    operator = figure.target.operator if figure.target else Operator.AT_LEAST
    limit = operator in _LIMITS and not figure.indicator.kind.lower_is_better
    if figure.state is State.MET:
        if operator in (Operator.EQUAL, Operator.RANGE):
            return _MET_INSIDE
        if not figure.gap:
            return _MET_EXACTLY
        return _MET_BELOW if limit else _MET_OVER
    if limit:
        return _OVER_LIMIT[figure.state]
    two_sided = operator is Operator.RANGE or (operator is Operator.EQUAL and not _is_below(figure))
    return _AWAY[figure.state] if two_sided else _SHORT[figure.state]


def _is_below(figure: Figure) -> bool:
    if figure.value is None or figure.threshold is None:
        return False
    return (figure.value < figure.threshold.value) is not figure.indicator.kind.lower_is_better


def _notes(figure: Figure, common_coverage: tuple[int, int] | None) -> Text:
    """Return what must be known of a figure: the quarter of a stock, and that it is provisional."""
    parts: list[Text] = []
    if figure.from_quarter is not None:
        parts.append(words("{when}", when=quarter_words(figure.from_quarter)))
    if figure.is_provisional:
        parts.append(words("tạm tính"))
        if figure.reported_units >= figure.expected_units:
            parts.append(words("có số liệu cần kiểm tra"))
        elif (figure.reported_units, figure.expected_units) != common_coverage:
            share = sourced(f"{figure.reported_units}/{figure.expected_units}", figure, Measure.COVERAGE)
            parts.append(words("{share}~đơn vị báo cáo đủ", share=share))
    return joined([Run("; số liệu "), *_separated(parts, ", ")]) if parts else ()


def _to_check(figure: Figure, name: str) -> Text:
    if figure.indicator.kind is not Kind.RATIO:
        return words("{name}: số liệu cần kiểm tra, chưa đánh giá.", name=name)
    top, bottom = part_runs(figure)
    return words(
        "{name}: số liệu cần kiểm tra (tử số {top}, mẫu số {bottom}), chưa tính tỷ lệ.",
        name=name,
        top=top,
        bottom=bottom,
    )


def _when(figure: Figure) -> str:
    if is_index(figure):
        return f"kết quả được công bố vào {due_words(figure)}, chưa đến kỳ đánh giá"
    return "chưa đến hạn báo cáo"


def _asked(figure: Figure) -> Text:
    return target_words(figure) or (Run("không giao"),)


def late_indices_sentence(figures: Sequence[Figure]) -> Text:
    """Return one sentence for several indices whose results are published in the year after."""
    named = [words("{name} ({target})", name=small_name(figure), target=_asked(figure)) for figure in figures]
    months = sorted({due_words(figure) for figure in figures})
    when = months[0] if len(months) == 1 else f"năm{NBSP}{figures[0].period.year + 1}"
    return words(
        "Các chỉ tiêu sau được công bố kết quả vào {when} nên chưa đến kỳ đánh giá: {named}.",
        when=when,
        named=joined(_separated(named, "; ")),
    )


def small_name(figure: Figure) -> str:
    """Return a name for the middle of a sentence: a small letter where the first word is no acronym."""
    name = name_of(figure)
    first = name.split(" ")[0]
    return name if first.isupper() and len(first) > 1 else name[:1].lower() + name[1:]


def small_label(figure: Figure) -> str:
    """Return the short name for the middle of a sentence."""
    label = figure.indicator.label if figure.indicator.short_name else name_of(figure)
    first = label.split(" ")[0]
    return label if first.isupper() and len(first) > 1 else label[:1].lower() + label[1:]


def lack_words(figure: Figure) -> Text:
    """Return how far a missed or nearly met target is away: còn thiếu 6,91 điểm phần trăm."""
    if figure.indicator.kind is Kind.YES_NO:
        return words("chưa hoàn thành")
    pattern = "vượt giới hạn {gap}" if _patterns(figure) is _OVER_LIMIT[figure.state] else "còn thiếu {gap}"
    return words(pattern, gap=gap_words(figure))


def missed_sentence(figure: Figure) -> Text:
    """Return how a missed or nearly met target stands, where its cause is told."""
    state = " (gần đạt)" if figure.state is State.NEAR else ""
    return words("{name}: {lacks}{state}.", name=name_of(figure), lacks=lack_words(figure), state=state)


def nothing_behind_sentence(context: Context) -> Text:
    """Return what is said where no target was missed."""
    if not context.in_state(*VALUED):
        return words("Trong kỳ chưa có chỉ tiêu được đánh giá.")
    return words("Các chỉ tiêu được đánh giá trong kỳ đều đạt mức đề ra.")


def remaining_sentence(figure: Figure, rest: Remaining) -> Text:
    """Return how many more the yearly target asks for, and whether as many can come; empty where none are needed."""
    if not rest.needed:
        return ()
    unit = figure.indicator.measured_in
    thing = figure.indicator.numerator.split(",")[0] if figure.indicator.kind is Kind.RATIO else unit
    parts: dict[str, Run | str] = {
        "name": name_of(figure),
        "needed": sourced(format_number(rest.needed), figure, Measure.NEEDED),
        "thing": f"{NBSP}{thing[:1].lower()}{thing[1:]}" if thing else "",
        "expected": sourced(format_number(rest.expected, 0), figure, Measure.EXPECTED),
        "unit": f"{NBSP}{unit}" if unit and unit != "%" else "",
        "daily": sourced(format_number(rest.per_working_day or 0, 1), figure, Measure.PER_DAY),
    }
    if not rest.can_be_reached:
        pattern = "{name}: cần thêm {needed}{thing}, nhưng dự kiến chỉ phát sinh khoảng {expected}{unit}, khó đạt."
    elif rest.per_working_day is None:
        pattern = "{name}: cần thêm ít nhất {needed}{thing}."
    else:
        pattern = "{name}: cần thêm ít nhất {needed}{thing}, bình quân {daily}{unit} mỗi ngày làm việc."
    if rest.can_be_reached and figure.indicator.kind is Kind.RATIO:
        pattern = pattern.replace("{thing}", "{thing} trên khoảng {expected}{unit} dự kiến phát sinh")
    return words(pattern, **parts)


def explanation_sentences(explanation: Explanation | None) -> Text:
    """Return cause, remedy, who and by when, as far as they are given."""
    if explanation is None:
        return words(NO_EXPLANATION)
    parts = [
        f"Nguyên nhân: {_phrase(explanation.cause)}." if explanation.cause else "Chưa nêu nguyên nhân.",
        f"Giải pháp: {_phrase(explanation.remedy)}." if explanation.remedy else "Chưa nêu giải pháp.",
    ]
    if explanation.responsible:
        parts.append(f"Chịu trách nhiệm: {_phrase(explanation.responsible)}" + ("; " if explanation.due else "."))
    if explanation.due:
        parts.append(("thời hạn" if explanation.responsible else "Thời hạn") + f": {format_date(explanation.due)}.")
    return words("{text}", text=" ".join(parts).replace(";  ", "; "))


def task_sentence(task: Task, on: date) -> Text:
    """Return a task that is still to be done, with who leads it and its deadline, and whether that has passed."""
    text = _phrase(task.content)
    if task.lead:
        text += f"; chủ trì: {_phrase(task.lead)}"
    if task.due:
        text += f"; thời hạn: {format_date(task.due)}" + (" (đã quá hạn)" if task.due < on else "")
    return words("{text}.", text=text)


def summary_sentences(context: Context) -> Text:
    """Return how many indicators there are, how many could be judged, and how they stand."""
    judged = context.in_state(*VALUED)
    counted = [
        (State.MET, "đạt"),
        (State.NEAR, "gần đạt"),
        (State.MISSED, "chưa đạt"),
    ]
    results = [
        words("{n}~chỉ tiêu " + word, n=count_run(len(context.in_state(state))))
        for state, word in counted
        if context.in_state(state)
    ]
    if not context.figures:
        return words("{whose} chưa có chỉ tiêu.", whose=whose(context))
    opening = words("{whose} có {n}~chỉ tiêu", whose=whose(context), n=count_run(len(context.figures)))
    if not judged:
        first = words("{opening}; trong kỳ chưa có chỉ tiêu đủ số liệu để đánh giá.", opening=opening)
    else:
        first = words(
            "{opening}; {period} có {n}~chỉ tiêu được đánh giá, trong đó {results}.",
            opening=opening,
            period=period_words(context.period),
            n=count_run(len(judged)),
            results=joined(_separated(results, ", ")),
        )
    rest = _rest_sentence(context)
    return joined([*first, Run(" "), *rest]) if rest else first


def whose(context: Context) -> str:
    """Return what the counted indicators are of: the plan, or a unit under it."""
    if context.unit is None:
        return in_plan(context)
    return f"{in_plan(context)}, {context.unit_name(context.unit)}"


def in_plan(context: Context) -> str:
    """Return the plan's name as a sentence begins with it."""
    return context.plan.name[:1].upper() + context.plan.name[1:]


def _rest_sentence(context: Context) -> Text:
    late = [figure for figure in context.in_state(State.NOT_DUE) if is_index(figure)]
    waiting = [figure for figure in context.in_state(State.NOT_DUE) if not is_index(figure)]
    groups = [
        (late, f"{{n}}~chỉ tiêu công bố kết quả năm~{context.period.year + 1}"),
        (waiting, "{n}~chỉ tiêu chưa đến hạn báo cáo"),
        (context.in_state(State.TO_CHECK), "{n}~chỉ tiêu có số liệu cần kiểm tra"),
        (context.in_state(State.NO_DATA), "{n}~chỉ tiêu chưa có số liệu"),
        (context.in_state(State.NOT_APPLICABLE), "{n}~chỉ tiêu không phát sinh"),
        (context.in_state(State.NO_TARGET), "{n}~chỉ tiêu chỉ theo dõi"),
    ]
    parts = [words(pattern, n=count_run(len(figures))) for figures, pattern in groups if figures]
    return words("Còn lại: {parts}.", parts=joined(_separated(parts, "; "))) if parts else ()


def coverage_words(reporting: Reporting) -> Text:
    """Return how many units have reported, and that figures are provisional while some have not."""
    if not reporting.asked:
        return ()
    if len(reporting.asked) == 1:
        whole = "đã báo cáo đủ số liệu"
        return words(whole if reporting.is_complete else "chưa báo cáo đủ số liệu; số liệu tạm tính")
    share = Run(f"{len(reporting.complete)}/{len(reporting.asked)}", source=Source(Measure.COVERAGE))
    tail = "" if reporting.is_complete else "; số liệu tạm tính"
    return words("{share}~đơn vị đã báo cáo đủ số liệu{tail}", share=share, tail=tail)


def missing_units_sentences(context: Context, reporting: Reporting) -> Text:
    """Return who has reported nothing or only a part."""
    sentences = [
        words("{names} chưa báo cáo số liệu.", names=_capital(names_of(context, reporting.silent))),
        words("{names} báo cáo chưa đủ số liệu.", names=_capital(names_of(context, reporting.partial))),
    ]
    wanted = [s for s, units in zip(sentences, (reporting.silent, reporting.partial), strict=True) if units]
    return joined(_separated(wanted, " "))


def names_of(context: Context, units: Sequence[str]) -> str:
    """Return units by name; of many the first ones and how many more."""
    names = [context.unit_name(unit) for unit in units[:NAMES_IN_A_SENTENCE]]
    if more := len(units) - len(names):
        return ", ".join(names) + f" và {more}{NBSP}đơn vị khác"
    return ", ".join(names[:-1]) + (" và " if len(names) > 1 else "") + names[-1] if names else ""


def near_rule(context: Context) -> str:
    """Return the one rule of "gần đạt", printed with the figures."""
    percents = {context.plan.near_threshold} | {
        figure.indicator.near_threshold for figure in context.figures if figure.indicator.near_threshold is not None
    }
    shares = ", ".join(f"{format_number(percent)}%" for percent in sorted(percents))
    own = " (tùy chỉ tiêu)" if len(percents) > 1 else ""
    return tied(f"Chỉ tiêu gần đạt là chỉ tiêu chưa đạt nhưng còn thiếu không quá {shares} của mức đề ra{own}.")


def _phrase(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _separated(parts: Iterable[Text], between: str) -> list[Run]:
    runs: list[Run] = []
    for part in parts:
        runs += [*([Run(between)] if runs else []), *part]
    return runs
