"""One figure in official words: its value, its target, its gap, its state. Every number knows its source."""

from decimal import Decimal
from fractions import Fraction

from models.measure import Kind, Operator, Target
from models.number import format_number, format_rate, format_signed
from models.period import Period, Span
from models.plan import Indicator
from models.progress import Figure, State, asked_target, gap_decimals, shown_decimals
from reports.document import NBSP, Measure, Run, Source, Text, plain_text, words

STATE_WORDS = {
    State.MET: "Đạt",
    State.NEAR: "Gần đạt",
    State.MISSED: "Chưa đạt",
    State.TO_CHECK: "Cần kiểm tra",
    State.NOT_DUE: "Chưa đến kỳ",
    State.NO_DATA: "Chưa có số liệu",
    State.NOT_APPLICABLE: "Không áp dụng",
    State.NO_TARGET: "Theo dõi",
}
MEASURE_WORDS = {
    Measure.VALUE: "kết quả",
    Measure.NUMERATOR: "tử số",
    Measure.DENOMINATOR: "mẫu số",
    Measure.TARGET: "mức",
    Measure.TARGET_TO: "mức đến",
    Measure.GAP: "chênh lệch",
    Measure.COVERAGE: "đơn vị đã báo cáo",
    Measure.COUNT: "số đếm",
    Measure.NEEDED: "còn phải làm",
    Measure.ROOM: "còn được phát sinh",
    Measure.EXPECTED: "dự kiến phát sinh",
    Measure.PER_DAY: "bình quân mỗi ngày làm việc",
    Measure.BEFORE: "cùng kỳ năm trước",
    Measure.CHANGE: "tăng, giảm so với cùng kỳ",
    Measure.RANK: "thứ hạng",
    Measure.SHARE: "tỷ lệ",
    Measure.DAYS_LATE: "số ngày chậm",
    Measure.NEAR: "ngưỡng gần đạt",
}
NOTHING = "–"
_UNITS_OF_MEASURE = {
    Kind.RATIO: "%",
    Kind.SCORE: "điểm",
    Kind.RANK: "vị thứ",
    Kind.GRADE: "xếp loại",
    Kind.YES_NO: "hoàn thành",
}
_ROMAN = ("I", "II", "III", "IV")
_SIGNS = {
    Operator.AT_LEAST: "≥",
    Operator.MORE_THAN: ">",
    Operator.AT_MOST: "≤",
    Operator.LESS_THAN: "<",
    Operator.EQUAL: "",
}


def period_words(period: Period) -> str:
    """Return a period as papers say it: quý I năm 2023, 6 tháng đầu năm 2023."""
    match period.span:
        case Span.YEAR:
            return f"năm{NBSP}{period.year}"
        case Span.H1:
            return f"6{NBSP}tháng đầu năm{NBSP}{period.year}"
        case Span.M9:
            return f"9{NBSP}tháng đầu năm{NBSP}{period.year}"
    return f"{quarter_words(period)} năm{NBSP}{period.year}"


def quarter_words(period: Period) -> str:
    """Return a quarter without its year: quý II."""
    return f"quý{NBSP}{_ROMAN[period.number - 1]}"


def unit_of_measure(indicator: Indicator) -> str:
    """Return what an indicator is measured in, as a column of tables has it; empty for a count of nothing named."""
    return _UNITS_OF_MEASURE.get(indicator.kind, indicator.measured_in)


def sourced(text: str, figure: Figure, measure: Measure) -> Run:
    """Return a number as a run that says where it comes from."""
    return Run(text, source=Source(measure, figure.indicator.code, figure.unit, figure.period.code))


def value_text(figure: Figure) -> str:
    """Return the value with its sign or scale; empty where there is none or it cannot be right."""
    if figure.state is State.TO_CHECK or (figure.value is None and not figure.grade):
        return ""
    match figure.indicator.kind:
        case Kind.GRADE:
            return figure.grade
        case Kind.YES_NO:
            return "hoàn thành" if figure.value else "chưa hoàn thành"
        case Kind.RATIO:
            return format_rate(_value(figure), shown_decimals(figure))
        case Kind.RANK:
            return format_number(_value(figure)) + (f"/{figure.out_of}" if figure.out_of else "")
    return format_number(_value(figure))


def value_run(figure: Figure) -> Run:
    """Return the value as a run."""
    return sourced(value_text(figure), figure, Measure.VALUE)


def with_unit(figure: Figure, number: Run) -> Text:
    """Return a number of the indicator's own unit with that unit: 58,09%, 216 TTHC, 83 điểm."""
    noun = {Kind.COUNT: figure.indicator.measured_in, Kind.SCORE: "điểm"}.get(figure.indicator.kind, "")
    return (number, Run(NBSP + noun)) if noun and noun != "%" else (number,)


def gap_text(figure: Figure) -> str:
    """Return the gap with its sign, as a table shows it: −6,91."""
    if figure.gap is None:
        return ""
    return format_signed(figure.gap, gap_decimals(figure) if figure.indicator.kind is Kind.RATIO else None)


def gap_words(figure: Figure) -> Text:
    """Return how large the gap is, without a sign, with its unit: 6,91 điểm phần trăm."""
    gap = abs(figure.gap or Fraction(0))
    is_ratio = figure.indicator.kind is Kind.RATIO
    number = format_number(gap, gap_decimals(figure) if is_ratio else None)
    nouns = {
        Kind.RATIO: "điểm phần trăm",
        Kind.COUNT: figure.indicator.measured_in,
        Kind.SCORE: "điểm",
        Kind.RANK: "bậc",
        Kind.GRADE: "bậc",
    }
    noun = nouns.get(figure.indicator.kind, "")
    run = sourced(number, figure, Measure.GAP)
    return (run, Run(NBSP + noun)) if noun else (run,)


def target_words(figure: Figure, names_sort: bool = True) -> Text:
    """Return the target in force as a sentence says it: từ 65% trở lên. Empty without one.

    names_sort: whether a grade or rank is called so: từ loại Khá trở lên, not từ Khá trở lên."""
    target, kind = asked_target(figure), figure.indicator.kind
    if target is None:
        return ()
    if kind is Kind.YES_NO:
        return (Run("hoàn thành"),)
    if target.operator.is_change:
        return _change_words(figure, target)
    value = _quantity(figure, target.value, target.grade, Measure.TARGET)
    value_to = _quantity(figure, target.value_to, target.grade_to, Measure.TARGET_TO)
    noun = {Kind.RANK: "vị thứ~", Kind.GRADE: "loại~"}.get(kind, "") if names_sort else ""
    pattern = {
        Operator.AT_LEAST: "từ~" + noun + "{value} trở~lên",
        Operator.MORE_THAN: "trên~" + noun + "{value}",
        Operator.AT_MOST: "không quá~" + noun + "{value}",
        Operator.LESS_THAN: "dưới~" + noun + "{value}",
        Operator.EQUAL: "đạt~" + noun + "{value}",
        Operator.RANGE: "từ~" + noun + "{value} đến~" + noun + "{value_to}",
    }[target.operator]
    return words(pattern, value=value, value_to=value_to)


def target_text(figure: Figure) -> str:
    """Return the target as a table shows it: ≥ 65%."""
    target = asked_target(figure)
    if target is None:
        return ""
    if target.operator in _SIGNS and figure.indicator.kind not in (Kind.YES_NO, Kind.GRADE, Kind.RANK):
        sign = _SIGNS[target.operator]
        value = plain_text(_quantity(figure, target.value, target.grade, Measure.TARGET))
        return f"{sign}{NBSP}{value}" if sign else value
    return plain_text(target_words(figure))


def part_runs(figure: Figure) -> tuple[Run, Run]:
    """Return numerator and denominator."""
    return (
        sourced(format_number(figure.numerator or Decimal(0)), figure, Measure.NUMERATOR),
        sourced(format_number(figure.denominator or Decimal(0)), figure, Measure.DENOMINATOR),
    )


def due_words(figure: Figure) -> str:
    """Return the month in which a late index is published: tháng 4 năm 2024."""
    return f"tháng{NBSP}{figure.indicator.published_month} năm{NBSP}{figure.period.year + 1}"


def _value(figure: Figure) -> Fraction:
    return figure.value if figure.value is not None else Fraction(0)


def _quantity(figure: Figure, number: Decimal | None, grade: str, measure: Measure) -> Text:
    if figure.indicator.kind is Kind.GRADE:
        return (sourced(grade, figure, measure),)
    if number is None:
        return ()
    text = format_number(number) + ("%" if figure.indicator.kind is Kind.RATIO else "")
    return with_unit(figure, sourced(text, figure, measure))


def _change_words(figure: Figure, target: Target) -> Text:
    """Return a target against the year before, with its value where known: tốt hơn vị thứ 11 của năm trước."""
    verb = {Operator.BETTER: "tốt hơn", Operator.INCREASE: "tăng", Operator.REDUCE: "giảm"}[target.operator]
    known = _last_year_words(figure)
    before = "{known} của năm trước" if known else "năm trước"
    by = sourced(format_number(target.value or 0), figure, Measure.TARGET)
    noun = {Kind.RATIO: "điểm phần trăm", Kind.COUNT: "%", Kind.SCORE: "điểm"}.get(figure.indicator.kind, "bậc")
    amount = (by, Run(noun if noun == "%" else NBSP + noun))
    if target.value is not None:
        return words(f"{verb} {{by}} so với {before}", by=amount, known=known)
    return words(f"{verb} {before}" if target.operator is Operator.BETTER else f"{verb} so với {before}", known=known)


def _last_year_words(figure: Figure) -> Text:
    """Return the value that a change is asked against: vị thứ 11, 77,5 điểm; empty where it is not known."""
    value, kind = figure.last_year, figure.indicator.kind
    if value is None or kind is Kind.GRADE:
        return ()
    text = format_rate(value) if kind is Kind.RATIO else format_number(value)
    then = figure.period.in_year(figure.period.year - 1)
    number = Run(text, source=Source(Measure.BEFORE, figure.indicator.code, figure.unit, then.code, "target"))
    return words("vị thứ~{number}", number=number) if kind is Kind.RANK else with_unit(figure, number)
