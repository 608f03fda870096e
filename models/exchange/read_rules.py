"""Sheet Quy tắc."""

from decimal import Decimal

from models.checks import parse_side
from models.errors import KnownError
from models.exchange.columns import RULES
from models.exchange.reading import Reading
from models.exchange.tables import Row
from models.exchange.words import OPERATORS, SEVERITIES
from models.measure import Kind
from models.plan import BalanceRule

COMPARISONS = {word: operator for word, operator in OPERATORS.items() if not word[0].isalpha()}


def read_rules(reading: Reading) -> None:
    """Read the balance rules; what stands on their sides must be indicators of the plan."""
    seen: dict[object, int] = {}
    kinds: dict[str, dict[str, Kind]] = {}
    for row in reading.rows(RULES):
        plan, _ = reading.plan_of(row)
        code, left, right, text = (row.text(heading) for heading in ("Mã", "Vế trái", "Vế phải", "Nội dung"))
        operator = row.word("Phép so sánh", COMPARISONS)
        tolerance = row.decimal("Sai số", is_percent=False)
        is_error = row.word("Mức độ", SEVERITIES)
        row.once(seen, (plan, code), "Mã")
        if plan and plan not in kinds:
            kinds[plan] = _kinds(reading, plan)
        for heading, side in (("Vế trái", left), ("Vế phải", right)):
            _check_side(row, heading, side, kinds.get(plan, {}))
        if row.is_right and operator:
            reading.book.rules.append(
                BalanceRule(
                    plan, code, left, operator.value, right, tolerance or Decimal(0), is_error is not False, text
                )
            )


def _kinds(reading: Reading, plan: str) -> dict[str, Kind]:
    """Return the kind of each of a plan's indicators; of one whose own row is wrong, one that fits most."""
    return {code: (reading.kind_of(code) or Kind.RATIO) for known, code in reading.indicators if known == plan}


def _check_side(row: Row, heading: str, side: str, kinds: dict[str, Kind]) -> None:
    if not side or not kinds:
        return
    try:
        parse_side(side, kinds)
    except KnownError as error:
        row.wrong(
            heading, f"mã chỉ tiêu nối bằng + và -, MÃ.tử hoặc MÃ.mẫu cho hai phần của tỷ lệ ({str(error).rstrip('.')})"
        )
