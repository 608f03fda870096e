"""A target in the short words of a form."""

from decimal import Decimal

from models.measure import Kind, Operator, Target
from models.number import MINUS, format_number
from models.plan import Indicator

_SIGNS = {
    Operator.AT_LEAST: "≥ ",
    Operator.MORE_THAN: "> ",
    Operator.AT_MOST: "≤ ",
    Operator.LESS_THAN: "< ",
    Operator.EQUAL: "= ",
}


def target_words(indicator: Indicator, target: Target | None) -> str:
    """Return a target in short: ≥ 65%, từ Khá, tốt hơn năm trước; empty without one."""
    if target is None:
        return ""
    if target.operator.is_change:
        return _change_words(indicator, target)
    first = target.grade or _amount(indicator, target.value)
    last = target.grade_to or _amount(indicator, target.value_to)
    if indicator.kind is Kind.YES_NO:
        return "hoàn thành" if target.value else "không"
    if target.operator is Operator.RANGE:
        return f"{first} – {last}"
    if indicator.kind.lower_is_better and target.operator is Operator.AT_LEAST:
        return f"từ {first}"
    return _SIGNS[target.operator] + first


def _change_words(indicator: Indicator, target: Target) -> str:
    if target.value is None:
        better = {Operator.BETTER: "tốt hơn năm trước", Operator.INCREASE: "tăng so với năm trước"}
        return better.get(target.operator, "giảm so với năm trước")
    percent = indicator.kind is Kind.COUNT
    amount = format_number(target.value) + ("%" if percent else " điểm %" if indicator.kind is Kind.RATIO else "")
    return f"{MINUS if target.operator is Operator.REDUCE else '+'}{amount} so với năm trước"


def _amount(indicator: Indicator, number: Decimal | None) -> str:
    if number is None:
        return ""
    return format_number(number) + ("%" if indicator.kind is Kind.RATIO else "")
