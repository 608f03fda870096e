"""The words of the screen for the codes of models: states, kinds, operators, periods, and how a figure reads."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.measure import Accumulation, Kind, Operator, Target
from models.number import MINUS, format_date, format_number, format_rate, format_signed
from models.period import Period, Span, Window
from models.plan import Indicator, Plan
from models.progress import Figure, State, asked_target, gap_decimals, shown_decimals
from models.unit import EventKind, Unit

NOTHING = "–"

_STATES = {
    State.MET: QT_TRANSLATE_NOOP("Texts", "Met"),
    State.NEAR: QT_TRANSLATE_NOOP("Texts", "Nearly met"),
    State.MISSED: QT_TRANSLATE_NOOP("Texts", "Missed"),
    State.TO_CHECK: QT_TRANSLATE_NOOP("Texts", "To check"),
    State.NOT_DUE: QT_TRANSLATE_NOOP("Texts", "Not due yet"),
    State.NO_DATA: QT_TRANSLATE_NOOP("Texts", "No data"),
    State.NOT_APPLICABLE: QT_TRANSLATE_NOOP("Texts", "Not applicable"),
    State.NO_TARGET: QT_TRANSLATE_NOOP("Texts", "Watched"),
}
_KINDS = {
    Kind.RATIO: QT_TRANSLATE_NOOP("Texts", "Ratio"),
    Kind.COUNT: QT_TRANSLATE_NOOP("Texts", "Count"),
    Kind.SCORE: QT_TRANSLATE_NOOP("Texts", "Score"),
    Kind.RANK: QT_TRANSLATE_NOOP("Texts", "Rank"),
    Kind.GRADE: QT_TRANSLATE_NOOP("Texts", "Grade"),
    Kind.YES_NO: QT_TRANSLATE_NOOP("Texts", "Done or not"),
}
_ACCUMULATIONS = {
    Accumulation.FLOW: QT_TRANSLATE_NOOP("Texts", "adds up over the quarters"),
    Accumulation.STOCK: QT_TRANSLATE_NOOP("Texts", "as of the quarter's end"),
    Accumulation.OPENING: QT_TRANSLATE_NOOP("Texts", "counted once, from the first quarter"),
}
_OPERATORS = {
    Operator.AT_LEAST: QT_TRANSLATE_NOOP("Texts", "at least"),
    Operator.MORE_THAN: QT_TRANSLATE_NOOP("Texts", "more than"),
    Operator.AT_MOST: QT_TRANSLATE_NOOP("Texts", "at most"),
    Operator.LESS_THAN: QT_TRANSLATE_NOOP("Texts", "less than"),
    Operator.EQUAL: QT_TRANSLATE_NOOP("Texts", "exactly"),
    Operator.RANGE: QT_TRANSLATE_NOOP("Texts", "within a range"),
    Operator.BETTER: QT_TRANSLATE_NOOP("Texts", "better than the year before"),
    Operator.INCREASE: QT_TRANSLATE_NOOP("Texts", "more than the year before"),
    Operator.REDUCE: QT_TRANSLATE_NOOP("Texts", "less than the year before"),
}
_EVENTS = {
    EventKind.MERGE: QT_TRANSLATE_NOOP("Texts", "Merger"),
    EventKind.SPLIT: QT_TRANSLATE_NOOP("Texts", "Split"),
    EventKind.RENAME: QT_TRANSLATE_NOOP("Texts", "Change of name"),
    EventKind.DISSOLVE: QT_TRANSLATE_NOOP("Texts", "End"),
    EventKind.MOVE: QT_TRANSLATE_NOOP("Texts", "Move"),
}
_REPORT_KINDS = {
    "progress": QT_TRANSLATE_NOOP("Texts", "Results of the plan's indicators"),
    "periodic": QT_TRANSLATE_NOOP("Texts", "Periodic report on the reform"),
    "onestop": QT_TRANSLATE_NOOP("Texts", "One-stop settlement of dossiers"),
    "units": QT_TRANSLATE_NOOP("Texts", "Results and ranking of units"),
    "notice": QT_TRANSLATE_NOOP("Texts", "Letter to units that are late or behind"),
    "targets": QT_TRANSLATE_NOOP("Texts", "The plan with its targets and tasks"),
}
_REPORT_TITLES = {
    "notice": QT_TRANSLATE_NOOP("Texts", "Letter on {period}"),
    "targets": QT_TRANSLATE_NOOP("Texts", "Plan of {period}"),
}
_PERIODS = {
    Span.Q1: QT_TRANSLATE_NOOP("Texts", "Quarter I {year}"),
    Span.Q2: QT_TRANSLATE_NOOP("Texts", "Quarter II {year}"),
    Span.Q3: QT_TRANSLATE_NOOP("Texts", "Quarter III {year}"),
    Span.Q4: QT_TRANSLATE_NOOP("Texts", "Quarter IV {year}"),
    Span.H1: QT_TRANSLATE_NOOP("Texts", "Six months {year}"),
    Span.M9: QT_TRANSLATE_NOOP("Texts", "Nine months {year}"),
    Span.YEAR: QT_TRANSLATE_NOOP("Texts", "Whole year {year}"),
}
_LONG_PERIODS = {
    Span.Q1: QT_TRANSLATE_NOOP("Texts", "quarter I of {year}"),
    Span.Q2: QT_TRANSLATE_NOOP("Texts", "quarter II of {year}"),
    Span.Q3: QT_TRANSLATE_NOOP("Texts", "quarter III of {year}"),
    Span.Q4: QT_TRANSLATE_NOOP("Texts", "quarter IV of {year}"),
    Span.H1: QT_TRANSLATE_NOOP("Texts", "the first six months of {year}"),
    Span.M9: QT_TRANSLATE_NOOP("Texts", "the first nine months of {year}"),
    Span.YEAR: QT_TRANSLATE_NOOP("Texts", "the year {year}"),
}
_LIMITS = (Operator.AT_MOST, Operator.LESS_THAN)
_SIGNS = {
    Operator.AT_LEAST: "≥ ",
    Operator.MORE_THAN: "> ",
    Operator.AT_MOST: "≤ ",
    Operator.LESS_THAN: "< ",
    Operator.EQUAL: "= ",
}


def _word(text: object) -> str:
    return QCoreApplication.translate("Texts", str(text))


def state_word(state: State) -> str:
    """Return the word of a state."""
    return _word(_STATES[state])


def report_kind_word(code: str, name: str) -> str:
    """Return the words of a kind of report by its code; the name it gives itself where the screen has no words."""
    return _word(_REPORT_KINDS[code]) if code in _REPORT_KINDS else name


def report_title(code: str, period: Period) -> str:
    """Return what a report is called at the head of its page: Báo cáo 6 tháng đầu năm 2023."""
    title = _REPORT_TITLES.get(code, QT_TRANSLATE_NOOP("Texts", "Report on {period}"))
    return _word(title).format(period=long_period_text(period))


def kind_word(kind: Kind) -> str:
    """Return the word of a kind of measure."""
    return _word(_KINDS[kind])


def accumulation_word(accumulation: Accumulation) -> str:
    """Return whether quarters add up or the latest stands, in words."""
    return _word(_ACCUMULATIONS[accumulation])


def operator_word(operator: Operator) -> str:
    """Return an operator in words."""
    return _word(_OPERATORS[operator])


def operator_sign(operator: Operator) -> str:
    """Return an operator as its sign; words where it has none."""
    return _SIGNS[operator].strip() if operator in _SIGNS else operator_word(operator)


def event_word(kind: EventKind) -> str:
    """Return what happened to units, in words."""
    return _word(_EVENTS[kind])


def period_text(period: Period) -> str:
    """Return a period as lists and pickers show it: Quý II 2023, 6 tháng 2023, Cả năm 2023."""
    return _word(_PERIODS[period.span]).format(year=period.year)


def long_period_text(period: Period) -> str:
    """Return a period inside a sentence or title: 6 tháng đầu năm 2023."""
    return _word(_LONG_PERIODS[period.span]).format(year=period.year)


def quarter_text(number: int) -> str:
    """Return a quarter's short name without its year, number 1 to 4: Quý II."""
    roman = ("I", "II", "III", "IV")[number - 1]
    return QCoreApplication.translate("Texts", "Quarter {number}").format(number=roman)


def window_text(window: Window) -> str:
    """Return the days of a window: 15/12/2022 – 14/6/2023."""
    return f"{format_date(window.first)} – {format_date(window.last)}"


def days_left_text(due: date, on: date) -> str:
    """Return how far off a due date is, in words."""
    days = (due - on).days
    match days:
        case 1:
            return QCoreApplication.translate("Texts", "one day left")
        case 0:
            return QCoreApplication.translate("Texts", "due today")
        case -1:
            return QCoreApplication.translate("Texts", "one day late")
    if days > 0:
        return QCoreApplication.translate("Texts", "{days} days left").format(days=days)
    return QCoreApplication.translate("Texts", "{days} days late").format(days=-days)


def unit_text(unit: Unit) -> str:
    """Return a unit's name as it begins a line."""
    return unit.name[:1].upper() + unit.name[1:]


def plan_text(plan: Plan) -> str:
    """Return a plan's name short enough for the context bar, with its number where several share a year."""
    return QCoreApplication.translate("Texts", "Reform plan {year}").format(year=plan.year)


def quantity_text(indicator: Indicator, number: Decimal | Fraction, decimals: int | None = None) -> str:
    """Return a value of an indicator's kind as officials write it; grades are not numbers and have none."""
    match indicator.kind:
        case Kind.RATIO:
            return format_rate(number, 2 if decimals is None else decimals)
        case Kind.YES_NO:
            yes, no = QCoreApplication.translate("Texts", "Done"), QCoreApplication.translate("Texts", "Not done")
            return yes if number else no
    return format_number(number, decimals)


def value_text(figure: Figure) -> str:
    """Return a figure's value: 58,09%, 1.234, 50/63, a grade; an error is no rate, and missing is a dash."""
    if figure.state is State.TO_CHECK:
        return QCoreApplication.translate("Texts", "see the error")
    if figure.indicator.kind is Kind.GRADE and figure.grade:
        return figure.grade
    if figure.value is None:
        return NOTHING
    if figure.indicator.kind is Kind.RANK and figure.scale_length:
        return f"{format_number(figure.value)}/{figure.scale_length}"
    decimals = shown_decimals(figure) if figure.indicator.kind is Kind.RATIO else None
    return quantity_text(figure.indicator, figure.value, decimals)


def target_text(indicator: Indicator, target: Target | None, *, is_full: bool = False, base: int | None = None) -> str:
    """Return a target: ≥ 65%, from Khá, better than last year; is_full keeps two decimals of rates.

    base: the year that a change is measured against, where it is to be named."""
    if target is None:
        return NOTHING
    if target.operator.is_change:
        return _change_text(indicator, target, base)
    if indicator.kind.lower_is_better:
        return _position_text(indicator, target)
    if target.value is None:
        return NOTHING
    number = _short(indicator, target.value, is_full)
    if target.operator is Operator.RANGE and target.value_to is not None:
        return f"{_short(indicator, target.value, is_full)} – {_short(indicator, target.value_to, is_full)}"
    return number if indicator.kind is Kind.YES_NO else _SIGNS[target.operator] + number


def _short(indicator: Indicator, number: Decimal, is_full: bool) -> str:
    if indicator.kind is Kind.RATIO and not is_full:
        return format_number(number) + "%"
    return quantity_text(indicator, number)


def _position_text(indicator: Indicator, target: Target) -> str:
    first = target.grade or (NOTHING if target.value is None else format_number(target.value))
    if target.operator is Operator.AT_LEAST:
        return QCoreApplication.translate("Texts", "from {position}").format(position=first)
    if target.operator is Operator.RANGE:
        last = target.grade_to or (NOTHING if target.value_to is None else format_number(target.value_to))
        return f"{first} – {last}"
    if target.operator is Operator.EQUAL:
        return f"= {first}"
    return f"{operator_word(target.operator)} {first}"


def _change_text(indicator: Indicator, target: Target, base: int | None) -> str:
    falls = target.operator is Operator.REDUCE
    if target.value is None and base is None:
        words = (
            QCoreApplication.translate("Texts", "below last year"),
            QCoreApplication.translate("Texts", "beats last year"),
        )
        return words[0 if falls else 1]
    if target.value is None:
        words = QCoreApplication.translate("Texts", "below {year}"), QCoreApplication.translate("Texts", "beats {year}")
        return words[0 if falls else 1].format(year=base)
    amount = format_number(target.value)
    amount += "%" if indicator.kind is Kind.COUNT else f" {gap_unit(indicator)}".rstrip()
    change = (MINUS if falls else "+") + amount
    if base is None:
        return QCoreApplication.translate("Texts", "{change} on last year").format(change=change)
    return QCoreApplication.translate("Texts", "{change} on {year}").format(change=change, year=base)


def figure_target_text(figure: Figure) -> str:
    """Return the target a figure is held against, in short; a change with the year that it is measured against."""
    return target_text(figure.indicator, asked_target(figure), base=figure.period.year - 1)


def gap_text(figure: Figure) -> str:
    """Return a gap, signed, without its unit: −6,91; a dash without one, and of what is done or not."""
    if figure.gap is None or figure.indicator.kind is Kind.YES_NO:
        return NOTHING
    return format_signed(figure.gap, _gap_decimals(figure))


def gap_words(figure: Figure) -> str:
    """Return a gap in words: Thiếu 6,91 điểm %; empty without one."""
    if figure.gap is None:
        return ""
    if figure.indicator.kind is Kind.YES_NO:
        return QCoreApplication.translate("Texts", "Not done yet") if figure.gap < 0 and not figure.value else ""
    amount = format_number(abs(figure.gap), _gap_decimals(figure)) + " " + gap_unit(figure.indicator)
    if figure.gap == 0:
        return QCoreApplication.translate("Texts", "Exactly at the target")
    if figure.gap < 0:
        pattern = QCoreApplication.translate("Texts", "Over by {amount}") if _is_above(figure) else _short_by()
    elif figure.threshold and figure.threshold.operator in _LIMITS and not figure.indicator.kind.lower_is_better:
        pattern = QCoreApplication.translate("Texts", "Below the limit by {amount}")
    else:
        pattern = QCoreApplication.translate("Texts", "Ahead by {amount}")
    return pattern.format(amount=amount.strip())


def _short_by() -> str:
    return QCoreApplication.translate("Texts", "Short by {amount}")


def _is_above(figure: Figure) -> bool:
    """Whether a figure that is off its target is too much, not too little."""
    if figure.value is None or figure.threshold is None or figure.indicator.kind.lower_is_better:
        return False
    return figure.value > figure.threshold.value


def _gap_decimals(figure: Figure) -> int | None:
    return gap_decimals(figure) if figure.indicator.kind is Kind.RATIO else None


def gap_unit(indicator: Indicator) -> str:
    """Return what a gap of an indicator is counted in: % points, steps, its own unit; empty for done or not."""
    match indicator.kind:
        case Kind.RATIO:
            return QCoreApplication.translate("Texts", "% points")
        case Kind.SCORE:
            return QCoreApplication.translate("Texts", "points")
        case Kind.RANK | Kind.GRADE:
            return QCoreApplication.translate("Texts", "steps")
        case Kind.YES_NO:
            return ""
    return indicator.measured_in


def coverage_text(figure: Figure) -> str:
    """Return how many of the expected units have reported: 12/13."""
    return f"{figure.reported_units}/{figure.expected_units}"


def size_text(size: int) -> str:
    """Return how large a file is: 48 kB, 1,2 MB."""
    if size < 1024 * 1024:
        return f"{format_number(max(1, round(size / 1024)))} kB"
    return f"{format_number(Fraction(round(Fraction(size * 10, 1024 * 1024)), 10))} MB"
