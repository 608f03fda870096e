"""Sheets Cảnh báo được chấp nhận, Ngưỡng kiểm tra and Bộ chỉ tiêu."""

from decimal import Decimal

from models.exchange.columns import ACCEPTANCES, CHECK_LIMITS, GROUPS
from models.exchange.reading import Reading
from models.exchange.words import GROUP_KINDS, ROLES
from models.jumps import CheckLimit, default_limits
from models.measure import Kind
from models.onestop import Member
from models.store.acceptances import Acceptance


def read_acceptances(reading: Reading) -> None:
    """Read which findings somebody has looked into; they hold while both sides are what they were."""
    seen: dict[object, int] = {}
    for row in reading.rows(ACCEPTANCES):
        rule, period, note = row.text("Quy tắc"), row.period("Kỳ"), row.text("Lý do")
        unit = row.known("Mã đơn vị", reading.units, "đơn vị") or None
        code = row.known("Mã chỉ tiêu", reading.measures, "chỉ tiêu") or None
        left, right = row.text("Vế trái"), row.text("Vế phải")
        row.once(seen, (rule, period, unit, code), "Quy tắc")
        if row.is_right and period:
            reading.book.acceptances.append(Acceptance(rule, period, unit, code, left, right, note))


def read_check_limits(reading: Reading) -> None:
    """Read from where on each plan wants to be told; an empty Tỷ lệ turns a check off."""
    seen: dict[object, int] = {}
    rules = default_limits("")
    for row in reading.rows(CHECK_LIMITS):
        plan, _ = reading.plan_of(row)
        rule, percent = row.text("Quy tắc"), row.decimal("Tỷ lệ", "một số phần trăm")
        if rule and rule not in rules:
            row.wrong("Quy tắc", f"một trong: {', '.join(rules)}")
        least = row.decimal("Chênh lệch ít nhất", is_percent=False)
        row.once(seen, (plan, rule), "Quy tắc")
        if row.is_right:
            reading.book.check_limits.append(CheckLimit(plan, rule, percent, least or Decimal(0)))


def read_groups(reading: Reading) -> None:
    """Read which indicators of a plan stand in groups that were added ready-made, and what each is there."""
    indicators: dict[object, int] = {}
    roles: dict[object, int] = {}
    for row in reading.rows(GROUPS):
        plan, _ = reading.plan_of(row)
        code, group, field = row.text("Mã chỉ tiêu"), row.text("Mã bộ"), row.text("Lĩnh vực")
        indicator = reading.indicators.get((plan, code))
        if code and plan and (plan, code) not in reading.indicators:
            row.wrong("Mã chỉ tiêu", f"mã chỉ tiêu của kế hoạch {plan}")
        elif indicator is not None and indicator.kind is not Kind.COUNT:
            row.wrong("Mã chỉ tiêu", "mã của một chỉ tiêu số lượng")
        kind, role = row.word("Loại", GROUP_KINDS), row.word("Vai trò", ROLES)
        row.once(indicators, (plan, code), "Mã chỉ tiêu")
        row.once(roles, (plan, group, role), "Vai trò")
        if row.is_right and kind and role:
            reading.book.members.append(Member(plan, code, group, kind, field, role))
