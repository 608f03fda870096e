"""Which of two targets asks for less: a unit's own beside the plan's, ours beside a higher office's."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.measure import Kind, Operator, Target

_UP, _DOWN = (Operator.AT_LEAST, Operator.MORE_THAN), (Operator.AT_MOST, Operator.LESS_THAN)
_STRICT = (Operator.MORE_THAN, Operator.LESS_THAN)


@dataclass(frozen=True, slots=True)
class _Bound:
    """Up to where values are allowed; a strict one leaves the value itself out."""

    value: Decimal
    is_strict: bool = False


def asks_for_less(kind: Kind, own: Target, other: Target, grades: Sequence[str] = ()) -> bool:
    """Return whether a target allows what another one does not; grades: names, the best first.

    False where they cannot be compared: a change beside a value, or a grade that the list does not have."""
    if own.operator.is_change or other.operator.is_change:
        return _changes_less(own, other)
    mine, theirs = _allowed(kind, own, grades), _allowed(kind, other, grades)
    if mine is None or theirs is None:
        return False
    return _is_wider_below(mine[0], theirs[0]) or _is_wider_above(mine[1], theirs[1])


def _changes_less(own: Target, other: Target) -> bool:
    if own.operator is not other.operator:
        return False
    return (own.value or Decimal(0)) < (other.value or Decimal(0))


def _allowed(kind: Kind, target: Target, grades: Sequence[str]) -> tuple[_Bound | None, _Bound | None] | None:
    """Return the lowest and highest goodness that a target allows; None: there is no end, or it cannot be told."""
    first, last = (_goodness(kind, *each, grades) for each in _values(target))
    if first is None:
        return None
    bound = _Bound(first, target.operator in _STRICT)
    if target.operator in _UP:
        return bound, _highest(kind)
    if target.operator in _DOWN:
        return _lowest(kind), bound
    if target.operator is Operator.EQUAL:
        return bound, bound
    if last is None:
        return None
    return _Bound(min(first, last)), _Bound(max(first, last))


def _values(target: Target) -> tuple[tuple[Decimal | None, str], tuple[Decimal | None, str]]:
    return (target.value, target.grade), (target.value_to, target.grade_to)


def _goodness(kind: Kind, value: Decimal | None, grade: str, grades: Sequence[str]) -> Decimal | None:
    """Return a value as one of which more is better: ranks and grades are counted from the best down."""
    if kind is Kind.GRADE:
        return Decimal(-grades.index(grade)) if grade in grades else None
    if value is None:
        return None
    return -value if kind.lower_is_better else value


def _highest(kind: Kind) -> _Bound | None:
    ends = {Kind.RATIO: Decimal(100), Kind.YES_NO: Decimal(1), Kind.RANK: Decimal(-1)}  # the first is the best
    return _Bound(ends[kind]) if kind in ends else None


def _lowest(kind: Kind) -> _Bound | None:
    return None if kind.lower_is_better else _Bound(Decimal(0))


def _is_wider_below(mine: _Bound | None, theirs: _Bound | None) -> bool:
    if theirs is None or mine is None:
        return theirs is not None
    return mine.value < theirs.value or (mine.value == theirs.value and theirs.is_strict and not mine.is_strict)


def _is_wider_above(mine: _Bound | None, theirs: _Bound | None) -> bool:
    if theirs is None or mine is None:
        return theirs is not None
    return mine.value > theirs.value or (mine.value == theirs.value and theirs.is_strict and not mine.is_strict)
