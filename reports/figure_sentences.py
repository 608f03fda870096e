"""Official sentences about one figure. Patterns take turns so that a page does not drone."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from models.measure import Kind, Operator
from models.number import format_number, rounded
from models.progress import Figure, State
from models.remaining import Remaining
from models.rest_of_year import Basis
from models.same_period import Before
from reports.comparison import comparison_words
from reports.context import is_carried_over, is_index
from reports.document import NBSP, Measure, Run, Text, joined, listed, words
from reports.figure_words import (
    due_words,
    gap_words,
    part_runs,
    quarter_words,
    sourced,
    target_words,
    value_run,
    with_unit,
)

_RATIO_RESULTS = (
    "{top} trên {bottom}{things}, đạt {value}",
    "đạt {value} ({top}/{bottom}{things})",
    "{top}/{bottom}{things}, bằng {value}",
)
_LIMITED_RESULTS = (
    "{top} trên {bottom}{things}, bằng {value}",
    "{value} ({top}/{bottom}{things})",
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
_ABOVE = {
    State.NEAR: ("vượt quá mức yêu cầu ({target}) {gap}, ở mức gần đạt",),
    State.MISSED: ("vượt quá mức yêu cầu ({target}) {gap}, chưa đạt",),
}
# of a value that is the very one it must go beyond: nothing is lacking that could be counted
_AT_BORDER = {
    State.NEAR: ("bằng mốc so sánh, gần đạt mức đề ra ({target})",),
    State.MISSED: ("bằng mốc so sánh, chưa đạt mức đề ra ({target})",),
}
NO_DATA = "chưa có số liệu báo cáo"
NOT_DUE = "chưa đến hạn báo cáo"
NOTHING_BEFORE: Mapping[str, Before] = {}
_LIMITS = (Operator.AT_MOST, Operator.LESS_THAN, Operator.REDUCE)


def name_of(figure: Figure) -> str:
    """Return an indicator's name as a sentence begins with it, without "Trong đó:"."""
    name = figure.indicator.name.strip()
    if name.casefold().startswith("trong đó"):
        name = name[len("trong đó") :].lstrip(" :,-–")
    return name[:1].upper() + name[1:]


def area_sentences(
    figures: Sequence[Figure],
    turn: int,
    common_coverage: tuple[int, int] | None = None,
    before: Mapping[str, Before] = NOTHING_BEFORE,
) -> Iterator[tuple[Text, bool]]:
    """Yield each figure's sentence and whether it is a part of the one before; those without a value share one."""
    late = [each for each in figures if each.state is State.NOT_DUE and is_index(each)]
    early = [each for each in figures if each.state is State.NOT_DUE and not is_index(each)]
    missing = [each for each in figures if each.state is State.NO_DATA and not is_index(each)]
    shared = [group for group in (missing, early, late) if len(group) > 1]
    alone = [each for each in figures if not any(each in group for group in shared)]
    for place, figure in enumerate(alone):
        text = result_sentence(figure, turn + place, common_coverage, before)
        yield text, figure.indicator.parent is not None
    for group in shared:
        yield (late_indices_sentence if group is late else waiting_sentence)(group), False


def result_sentence(
    figure: Figure,
    turn: int,
    common_coverage: tuple[int, int] | None = None,
    before: Mapping[str, Before] = NOTHING_BEFORE,
) -> Text:
    """Return what a figure says, as one sentence; turn chooses among the patterns.

    common_coverage is what the opening has said already: it is not repeated. before is what the same period of the
    year before was, by indicator."""
    name = name_of(figure)
    if figure.indicator.parent is not None:
        name = "Trong đó, " + name[:1].lower() + name[1:]
    match figure.state:
        case State.TO_CHECK:
            return _to_check(figure, name)
        case State.NO_DATA:
            missing = "chưa có kết quả công bố" if is_index(figure) else NO_DATA
            return words("{name}: {missing} ({target}).", name=name, missing=missing, target=_asked(figure))
        case State.NOT_DUE:
            return words("{name}: {when} ({target}).", name=name, when=_when(figure), target=_asked(figure))
        case State.NOT_APPLICABLE:
            nobody = figure.expected_units == 0 and figure.reported_units == 0 and figure.denominator is None
            why = "không có đơn vị được giao thực hiện" if nobody else "trong kỳ không phát sinh"
            return words("{name}: {why}, không tính tỷ lệ.", name=name, why=why)
    since = comparison_words(figure, before, turn)
    return words(
        "{name}{result}{verdict}{mark}{since}{notes}.",
        name=name,
        result=_result(figure, turn),
        verdict=_verdict(figure, turn),
        mark="; " if since else "",
        since=since,
        notes=_notes(figure, common_coverage),
    )


def _result(figure: Figure, turn: int) -> Text:
    value = value_run(figure)
    if figure.indicator.kind is Kind.RATIO:
        top, bottom = part_runs(figure)
        noun = figure.indicator.measured_in
        things = f"{NBSP}{noun}" if noun and noun != "%" else ""
        patterns = _LIMITED_RESULTS if is_limited(figure) else _RATIO_RESULTS
        pattern = ": " + patterns[turn % len(patterns)]
        return words(pattern, top=top, bottom=bottom, things=things, value=value)
    return stated(figure, value)


def names_its_place(figure: Figure) -> bool:
    """Return whether an indicator's name ends with what its value is, and needs no colon: PAR INDEX: xếp loại Khá."""
    return name_of(figure).casefold().endswith(("vị thứ", "thứ hạng", "xếp hạng", "xếp loại"))


def stated(figure: Figure, value: Run) -> Text:
    """Return a value as it follows its indicator's name: Khá after "..., xếp loại", else ": xếp loại Khá"."""
    kind = figure.indicator.kind
    said = names_its_place(figure)
    if kind is Kind.RANK:
        return words(" {value}" if said else ": xếp thứ~{value}", value=value)
    if kind is Kind.GRADE:
        return words(" {value}" if said else ": xếp loại~{value}", value=value)
    if kind is Kind.YES_NO:
        return words(": {value}", value=value)
    return words(": {value}" if is_limited(figure) else ": đạt {value}", value=with_unit(figure, value))


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
    limit = is_limited(figure)
    if figure.state is State.MET:
        if operator in (Operator.EQUAL, Operator.RANGE):
            return _MET_INSIDE
        if not figure.gap:
            return _MET_EXACTLY
        return _MET_BELOW if limit else _MET_OVER
    if figure.gap == 0:
        return _AT_BORDER[figure.state]
    if limit:
        return _OVER_LIMIT[figure.state]
    two_sided = operator in (Operator.EQUAL, Operator.RANGE)
    return _ABOVE[figure.state] if two_sided and not _is_below(figure) else _SHORT[figure.state]


def is_limited(figure: Figure) -> bool:
    """Return whether a target is a limit to stay under: a value is then nothing that is reached."""
    operator = figure.target.operator if figure.target else Operator.AT_LEAST
    return operator in _LIMITS and not figure.indicator.kind.lower_is_better


def _is_below(figure: Figure) -> bool:
    if figure.value is None or figure.threshold is None:
        return False
    return (figure.value < figure.threshold.value) is not figure.indicator.kind.lower_is_better


def _notes(figure: Figure, common_coverage: tuple[int, int] | None) -> Text:
    """Return what must be known of a figure: the quarter it is from, and that it is provisional."""
    parts: list[Text] = []
    if figure.from_quarter is not None:
        parts.append(words("{when}", when=quarter_words(figure.from_quarter)))
    elif is_carried_over(figure):
        parts.append(words("đầu {when}", when=quarter_words(figure.period.quarters[0])))
    if figure.is_provisional:
        parts.append(words("tạm tính"))
        if figure.reported_units >= figure.expected_units:
            parts.append(words("có số liệu cần kiểm tra"))
        elif (figure.reported_units, figure.expected_units) != common_coverage:
            share = sourced(f"{figure.reported_units}/{figure.expected_units}", figure, Measure.COVERAGE)
            parts.append(words("{share}~đơn vị báo cáo đủ", share=share))
    return joined([Run("; số liệu "), *listed(parts, ", ")]) if parts else ()


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
    return NOT_DUE


def _asked(figure: Figure) -> Text:
    target = target_words(figure)
    return words("mức đề ra: {target}", target=target) if target else words("chỉ tiêu theo dõi, không giao mức")


def late_indices_sentence(figures: Sequence[Figure]) -> Text:
    """Return one sentence for several indices whose results are published in the year after."""
    months = sorted({due_words(figure) for figure in figures})
    when = months[0] if len(months) == 1 else f"năm{NBSP}{figures[0].period.year + 1}"
    return words(
        "Các chỉ tiêu sau được công bố kết quả vào {when} nên chưa đến kỳ đánh giá: {named}.",
        when=when,
        named=_named(figures),
    )


def waiting_sentence(figures: Sequence[Figure]) -> Text:
    """Return one sentence for several figures in the same state that have no value yet, before or after the due day."""
    what = NOT_DUE if figures[0].state is State.NOT_DUE else NO_DATA
    return words("Các chỉ tiêu sau {what}: {named}.", what=what, named=_named(figures))


def _named(figures: Sequence[Figure]) -> Text:
    named = (
        words("{name} ({target})", name=small_name(each), target=target_words(each) or words("theo dõi"))
        for each in figures
    )
    return listed(named, "; ")


def small_name(figure: Figure) -> str:
    """Return a name for the middle of a sentence: a small letter where the first word is no acronym."""
    return small(name_of(figure))


def small_label(figure: Figure) -> str:
    """Return the short name for the middle of a sentence."""
    return small(figure.indicator.label if figure.indicator.short_name else name_of(figure))


def small(text: str) -> str:
    """Return a text with a small first letter, unless its first word is an acronym."""
    first = text.split(" ")[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def lack_words(figure: Figure) -> Text:
    """Return how far a missed or nearly met target is away: còn thiếu 6,91 điểm phần trăm."""
    if figure.indicator.kind is Kind.YES_NO:
        return words("chưa hoàn thành")
    patterns = _patterns(figure)
    if patterns is _AT_BORDER[figure.state]:
        return words("bằng mốc so sánh")
    if patterns is _OVER_LIMIT[figure.state]:
        return words("vượt giới hạn {gap}", gap=gap_words(figure))
    is_above = patterns is _ABOVE[figure.state]
    return words("vượt quá mức yêu cầu {gap}" if is_above else "còn thiếu {gap}", gap=gap_words(figure))


def missed_sentence(figure: Figure) -> Text:
    """Return how a missed or nearly met target stands, where its cause is told."""
    state = " (gần đạt)" if figure.state is State.NEAR else ""
    return words("{name}: {lacks}{state}.", name=name_of(figure), lacks=lack_words(figure), state=state)


def remaining_sentence(figure: Figure, rest: Remaining) -> Text:
    """Return what the yearly target still asks for, as a sentence about the indicator; empty for nothing."""
    said = remaining_words(figure, rest)
    return words("{name}: {said}.", name=name_of(figure), said=said) if said else ()


def remaining_words(figure: Figure, rest: Remaining) -> Text:
    """Return how many more the yearly target asks for or still allows, and whether that can be; empty for neither."""
    pattern = _remaining_pattern(figure, rest)
    if not pattern:
        return ()
    unit = figure.indicator.measured_in if figure.indicator.measured_in != "%" else ""
    counted = figure.indicator.numerator.split(",")[0] if figure.indicator.kind is Kind.RATIO else ""
    thing = counted[:1].lower() + counted[1:] if counted else unit
    daily = rounded(rest.per_working_day or Fraction(0), 1)
    return words(
        pattern,
        needed=sourced(format_number(rest.needed), figure, Measure.NEEDED),
        room=sourced(format_number(abs(rest.room or Fraction(0))), figure, Measure.ROOM),
        thing=f"{NBSP}{thing}" if thing else "",
        expected=sourced(format_number(rest.expected, 0), figure, Measure.EXPECTED),
        unit=f"{NBSP}{unit}" if unit else "",
        daily=sourced(format_number(daily), figure, Measure.PER_DAY),
    )


LOST = ", không còn khả năng đạt trong năm"


def _remaining_pattern(figure: Figure, rest: Remaining) -> str:
    is_ratio = figure.indicator.kind is Kind.RATIO
    is_known = is_ratio and rest.basis is not Basis.NOTHING
    nothing_comes = rest.basis is Basis.YEAR_OVER and not rest.at_pace
    of_expected = " trên khoảng {expected}{unit} dự kiến phát sinh" if is_known else ""
    if not rest.needed:
        if rest.room is None or (nothing_comes and rest.room >= 0):
            return ""
        if rest.room < 0:
            is_open = is_ratio and not nothing_comes
            doubt = LOST if rest.is_lost and not nothing_comes else ", khó đạt" if is_open else ""
            return "đã vượt {room}{thing} so với số tối đa của cả năm" + doubt
        if rest.room == 0:
            return "không được phát sinh thêm{thing}"
        return "được phát sinh thêm không quá {room}{thing}" + of_expected
    if nothing_comes:
        return "còn thiếu {needed}{thing} so với mức đề ra của cả năm"
    if rest.is_lost:
        return "còn thiếu {needed}{thing} so với mức đề ra của cả năm" + LOST
    if not rest.can_be_reached:
        if not rounded(rest.expected or Fraction(0), 0):
            return "cần thêm {needed}{thing}, nhưng dự kiến không phát sinh thêm, khó đạt"
        return "cần thêm {needed}{thing}, nhưng dự kiến chỉ phát sinh khoảng {expected}{unit}, khó đạt"
    daily = "" if rest.per_working_day is None else ", bình quân {daily}{unit} mỗi ngày làm việc"
    return "cần thêm ít nhất {needed}{thing}" + of_expected + daily
