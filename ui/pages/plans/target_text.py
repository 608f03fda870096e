"""Targets as people type them in a cell: "≥ 65%", "từ Khá", "hơn 2022", "60 – 70". No widgets here."""

import re
from decimal import Decimal
from unicodedata import normalize

from PySide6.QtCore import QCoreApplication

from models.errors import KnownError
from models.measure import Kind, Operator, Target
from models.number import read_number
from models.plan import Indicator
from ui.folding import fold
from ui.texts import target_text

_SIGNS = {
    ">=": Operator.AT_LEAST,
    "≥": Operator.AT_LEAST,
    "<=": Operator.AT_MOST,
    "≤": Operator.AT_MOST,
    ">": Operator.MORE_THAN,
    "<": Operator.LESS_THAN,
    "=": Operator.EQUAL,
}
_WORDS = {
    "toi thieu": Operator.AT_LEAST,
    "it nhat": Operator.AT_LEAST,
    "toi da": Operator.AT_MOST,
    "khong qua": Operator.AT_MOST,
    "at least": Operator.AT_LEAST,
    "at most": Operator.AT_MOST,
    "from": Operator.AT_LEAST,
    "tren": Operator.MORE_THAN,
    "duoi": Operator.LESS_THAN,
    "tu": Operator.AT_LEAST,
    "dat": Operator.AT_LEAST,
}
_CHANGE = re.compile(r"(\+|-|−|tang|giam|more|less)\s*(?:them|by)?\s*([\d.,]+)?.*")
_BETTER = re.compile(r"(tot )?hon\b.*|cai thien\b.*|better\b.*")
_RANGE = re.compile(r"(?:tu )?(.+?)(?:\s+[–-]\s+|–| den | to )(.+)")
_UPWARD = ("+", "tang", "more")
_LEADING = re.compile("(" + "|".join(re.escape(each) for each in (*_SIGNS, *_WORDS)) + r")\s*(.+)")
_YES = ("co", "xong", "hoan thanh", "done", "yes", "1")
_NO = ("khong", "chua hoan thanh", "not done", "no", "0")


def plan_target_text(indicator: Indicator, target: Target | None, year: int) -> str:
    """Return a target as the plan's table shows it; empty without one, and "hơn 2022" for an improvement."""
    if target is None:
        return ""
    if target.operator is Operator.BETTER and target.value is None:
        return QCoreApplication.translate("Targets", "better than {year}").format(year=year - 1)
    return target_text(indicator, target)


def read_target(text: str, indicator: Indicator, grades: tuple[str, ...], old: Target | None) -> Target | None:
    """Return the target that a person typed; None for an empty text.

    A bare number or grade keeps the operator there was (at least, where there was none). Raises KnownError."""
    words = normalize("NFC", " ".join(text.split()))
    folded = fold(words)  # letter for letter as long as the words
    if not folded:
        return None
    if indicator.kind is Kind.YES_NO:
        return _yes_no(folded)
    if _BETTER.fullmatch(folded):
        return Target(Operator.BETTER)
    if found := _CHANGE.fullmatch(folded):
        amount = read_number(found[2].rstrip(".,")) if found[2] else None
        return Target(Operator.INCREASE if found[1] in _UPWARD else Operator.REDUCE, amount)
    if found := _RANGE.fullmatch(folded):
        first, last = (_value(words[slice(*found.span(part))], indicator, grades) for part in (1, 2))
        return Target(Operator.RANGE, first[0], last[0], first[1], last[1])
    operator, rest = _operator(folded, old)
    value, grade = _value(words[-len(rest) :], indicator, grades)
    return Target(operator, value, None, grade)


def _operator(folded: str, old: Target | None) -> tuple[Operator, str]:
    if found := _LEADING.fullmatch(folded):
        return _SIGNS.get(found[1]) or _WORDS[found[1]], found[2]
    kept = old.operator if old and not old.operator.is_change and old.operator is not Operator.RANGE else None
    return kept or Operator.AT_LEAST, folded


def _value(text: str, indicator: Indicator, grades: tuple[str, ...]) -> tuple[Decimal | None, str]:
    if indicator.kind is not Kind.GRADE:
        return read_number(text), ""
    return None, read_grade(text, grades)


def read_grade(text: str, grades: tuple[str, ...]) -> str:
    """Return the plan's grade that a text names, tones or not; raises KnownError."""
    wanted = fold(" ".join(text.split()))
    found = next((each for each in grades if fold(each) == wanted), None)
    if found is None:
        known = QCoreApplication.translate("Targets", "“{grade}” is not a grade of this plan: {grades}.")
        raise KnownError(known.format(grade=text.strip(), grades=", ".join(grades) or "–"))
    return found


def _yes_no(folded: str) -> Target:
    if folded.lstrip("=≥> ") in _YES:
        return Target(Operator.EQUAL, Decimal(1))
    if folded.lstrip("= ") in _NO:
        return Target(Operator.EQUAL, Decimal(0))
    raise KnownError(QCoreApplication.translate("Targets", "Please type “done” or “not done”."))
