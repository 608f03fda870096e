"""A figure against the same period of the year before, in official words: rise, fall, or the same."""

from collections.abc import Mapping
from fractions import Fraction

from models.measure import Kind
from models.number import format_number, format_rate
from models.progress import Figure, asked_target, shown_decimals
from models.same_period import Before, change, change_decimals
from reports.context import Context
from reports.document import NBSP, Measure, Run, Source, Text, listed, words
from reports.wording import count_run

_PATTERNS = (
    "{way} {by} so với cùng kỳ năm~{year}",
    "so với cùng kỳ năm trước {way} {by}",
    "{way} {by} so với cùng kỳ ({before})",
)
_SAME = ("bằng cùng kỳ năm~{year}", "không thay đổi so với cùng kỳ năm trước")
_INCOMPLETE = " (số liệu cùng kỳ chưa đầy đủ)"
_NOUNS = {Kind.RATIO: "điểm phần trăm", Kind.SCORE: "điểm", Kind.RANK: "bậc", Kind.GRADE: "bậc"}


def comparison_words(figure: Figure, before: Mapping[str, Before], turn: int) -> Text:
    """Return how a figure stands against the same period of the year before; empty where nothing can be said.

    A target that is itself a change against the year before has said it already."""
    then, difference = _compared(figure, before)
    target = asked_target(figure)
    if then is None or difference is None or (target is not None and target.operator.is_change):
        return ()
    pattern = (_PATTERNS if difference else _SAME)[turn % (len(_PATTERNS) if difference else len(_SAME))]
    return words(
        pattern + ("" if then.is_complete else _INCOMPLETE),
        way="tăng" if difference > 0 else "giảm",
        by=_change_words(figure, difference),
        year=str(then.period.year),
        before=_before_words(figure, then),
    )


def change_text(figure: Figure, difference: Fraction) -> str:
    """Return how large a change is, without a sign: 3,25."""
    is_ratio = figure.indicator.kind is Kind.RATIO
    return format_number(abs(difference), change_decimals(difference) if is_ratio else None)


def before_text(figure: Figure, then: Before | None) -> str:
    """Return what was reported in the same period of the year before, as a table shows it; empty for nothing."""
    if then is None or then.value is None:
        return "" if then is None else then.grade
    match figure.indicator.kind:
        case Kind.GRADE:
            return then.grade
        case Kind.YES_NO:
            return "hoàn thành" if then.value else "chưa hoàn thành"
        case Kind.RATIO:
            return format_rate(then.value, shown_decimals(figure))
        case Kind.RANK:
            return format_number(then.value) + (f"/{then.out_of}" if then.out_of else "")
    return format_number(then.value)


def before_source(figure: Figure, then: Before) -> Source:
    """Return which figure a value of the year before is."""
    return Source(Measure.BEFORE, figure.indicator.code, figure.unit, then.period.code)


def summary_sentence(context: Context) -> Text:
    """Return how many figures rose, fell or stayed since the same period of last year; empty where none compare."""
    compared = (_compared(figure, context.before)[1] for figure in context.figures)
    differences = [each for each in compared if each is not None]
    if not differences:
        return ()
    counted = (
        ("tăng", "risen", [each for each in differences if each > 0]),
        ("giảm", "fallen", [each for each in differences if each < 0]),
        ("không thay đổi", "unchanged", [each for each in differences if not each]),
    )
    found = [(word, what, len(its)) for word, what, its in counted if its]
    opening = words(
        "So với cùng kỳ năm~{year}, {n}~chỉ tiêu so sánh được",
        year=str(context.period.year - 1),
        n=count_run(len(differences), "compared"),
    )
    if len(found) == 1:
        every = "đều " if len(differences) > 1 else ""
        return words("{opening} {every}{way}.", opening=opening, every=every, way=found[0][0])
    parts = (words("{n}~chỉ tiêu " + word, n=count_run(number, what)) for word, what, number in found)
    return words("{opening} có {parts}.", opening=opening, parts=listed(parts, ", "))


def _compared(figure: Figure, before: Mapping[str, Before]) -> tuple[Before | None, Fraction | None]:
    then = before.get(figure.indicator.code)
    return then, change(figure, then)


def _change_words(figure: Figure, difference: Fraction) -> Text:
    kind = figure.indicator.kind
    noun = figure.indicator.measured_in if kind is Kind.COUNT else _NOUNS[kind]
    source = Source(Measure.CHANGE, figure.indicator.code, figure.unit, figure.period.code)
    number = Run(change_text(figure, difference), source=source)
    return (number, Run(NBSP + noun)) if noun else (number,)


def _before_words(figure: Figure, then: Before) -> Run:
    return Run(before_text(figure, then), source=before_source(figure, then))
