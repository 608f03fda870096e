"""Columns Phép so sánh, Mức and Mức đến: what is asked for, by the kind of measure."""

from collections.abc import Mapping
from decimal import Decimal

from models.exchange.tables import Row
from models.exchange.words import OPERATORS, YES_NO, key
from models.measure import Kind, Operator, Target

MEANT_WITHOUT = {Kind.GRADE: Operator.AT_LEAST, Kind.RANK: Operator.AT_LEAST, Kind.YES_NO: Operator.EQUAL}

_BACKWARD = (Operator.AT_MOST, Operator.LESS_THAN)
_COLUMNS = ("Phép so sánh", "Mức", "Mức đến")
_AT_LEAST_AS_GOOD = (
    ">= hoặc >: với thứ hạng và xếp loại, >= nghĩa là tốt ít nhất bằng mức này "
    "(hạng 1 và loại đứng đầu thang là tốt nhất)"
)


def read_target(row: Row, kind: Kind, grades: Mapping[str, str], usual: Operator | None = None) -> Target | None:
    """Read a row's target; None where it has none or it is wrong (which is then among the problems).

    usual is the operator meant where the cell is empty; grades are names by their spelling."""
    operator = row.word("Phép so sánh", OPERATORS)
    if operator is None:
        if not row.is_blank("Phép so sánh"):
            return None
        if row.is_blank("Mức"):
            if not row.is_blank("Mức đến"):
                row.wrong("Mức", "mức dưới của khoảng", "")
            return None
        operator = usual or MEANT_WITHOUT.get(kind)
        if operator is None:
            row.wrong("Phép so sánh", "phép so sánh của mức này, ví dụ >=")
            return None
    return _target(row, kind, grades, operator) if _fits(row, kind, operator) else None


def _fits(row: Row, kind: Kind, operator: Operator) -> bool:
    if kind.lower_is_better and operator in _BACKWARD:
        row.wrong("Phép so sánh", _AT_LEAST_AS_GOOD)
        return False
    if kind is Kind.YES_NO and operator not in (Operator.EQUAL, Operator.AT_LEAST):
        row.wrong("Phép so sánh", "= hoặc >=, vì chỉ tiêu hoàn thành chỉ có giá trị có hoặc không")
        return False
    if operator is not Operator.RANGE and not row.is_blank("Mức đến"):
        row.wrong("Mức đến", "ô trống, cột này chỉ dùng với phép so sánh khoảng")
        return False
    if not operator.is_change and row.is_blank("Mức"):
        row.wrong("Mức", "mức của chỉ tiêu, vì đã có phép so sánh", "")
        return False
    if operator is Operator.RANGE and row.is_blank("Mức đến"):
        row.wrong("Mức đến", "mức trên của khoảng", "")
        return False
    return True


def _target(row: Row, kind: Kind, grades: Mapping[str, str], operator: Operator) -> Target | None:
    if operator.is_change:
        return _change(row, kind, operator)
    if kind is Kind.GRADE:
        names = [_grade(row, heading, grades) for heading in ("Mức", "Mức đến") if not row.is_blank(heading)]
        return Target(operator, None, None, *names) if all(names) else None
    levels = [_level(row, heading, kind) for heading in ("Mức", "Mức đến") if not row.is_blank(heading)]
    if None in levels:
        return None
    if len(levels) == 2 and kind is not Kind.RANK and (levels[0] or 0) > (levels[1] or 0):
        row.wrong("Mức đến", "số không nhỏ hơn Mức")
        return None
    return Target(operator, levels[0], levels[1] if len(levels) == 2 else None)


def _change(row: Row, kind: Kind, operator: Operator) -> Target | None:
    if row.is_blank("Mức"):
        return Target(operator)
    if kind.lower_is_better:
        steps = row.whole("Mức", "số bậc thay đổi so với năm trước, một số nguyên")
        return None if steps is None else Target(operator, Decimal(steps))
    amount = row.decimal("Mức", "mức thay đổi so với năm trước, một số")
    return None if amount is None else Target(operator, amount)


def _level(row: Row, heading: str, kind: Kind) -> Decimal | None:
    match kind:
        case Kind.YES_NO:
            done = row.word(heading, YES_NO)
            return None if done is None else Decimal(int(done))
        case Kind.RANK:
            rank = row.whole(heading, "thứ hạng, một số nguyên từ 1", 1)
            return None if rank is None else Decimal(rank)
        case Kind.COUNT:
            count = row.whole(heading, "một số nguyên, vì đây là chỉ tiêu số lượng")
            return None if count is None else Decimal(count)
    return row.decimal(heading)


def _grade(row: Row, heading: str, grades: Mapping[str, str]) -> str:
    written = row.text(heading)
    found = grades.get(key(written), "")
    if written and not found:
        row.wrong(heading, grades_expected(grades))
    return found


def grades_expected(grades: Mapping[str, str]) -> str:
    """Say which grades there are."""
    names = ", ".join(dict.fromkeys(grades.values()))
    return f"một trong: {names}" if names else "tên trong trang Thang xếp loại, kế hoạch này chưa có thang"


def is_blank_target(row: Row) -> bool:
    """Return whether a row says nothing of a target."""
    return all(row.is_blank(heading) for heading in _COLUMNS)
