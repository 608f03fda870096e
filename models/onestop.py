"""The one-stop table (Biểu số II.06a/VPCP/KSTT of Circular 01/2020/TT-VPCP) as a group of indicators with its rules.

Eight columns are reported: (4), (5), (6), (8), (9), (10), (12), (13). The totals are computed from them, never typed,
so that (3) = (4)+(5)+(6), (7) = (8)+(9)+(10) and (11) = (12)+(13) hold by construction. No value can be negative, and
the line of a unit above is the roll-up of those below, so that it cannot differ from their sum. What is left to check
is that (3) = (7)+(11), and that (6) is what the quarter before left open: these two come as rules of the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.measure import Accumulation, Kind
from models.plan import BalanceRule, Indicator

AREA = "Cải cách thủ tục hành chính"
SUGGESTED_FIELDS = (
    "Đất đai",
    "Hộ tịch",
    "Đăng ký kinh doanh",
    "Xây dựng",
    "Lao động, người có công",
    "Chứng thực",
)
LAST_QUARTER = "(quý trước)"
_SOURCE = "Hệ thống thông tin một cửa điện tử"


class GroupKind(StrEnum):
    """What a group of indicators is made after."""

    ONE_STOP = "one_stop"


class Role(StrEnum):
    """What an indicator is in the table; in the order of its columns."""

    ONLINE = "online"
    DIRECT = "direct"
    CARRIED = "carried"
    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    IN_TIME = "in_time"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class _Column:
    number: int
    name: str
    short_name: str
    accumulation: Accumulation


_FLOW, _STOCK = Accumulation.FLOW, Accumulation.STOCK
_COLUMNS = {
    Role.ONLINE: _Column(4, "Hồ sơ tiếp nhận trực tuyến trong kỳ", "Nhận trực tuyến", _FLOW),
    Role.DIRECT: _Column(
        5, "Hồ sơ tiếp nhận trực tiếp, qua dịch vụ bưu chính công ích trong kỳ", "Nhận trực tiếp, BCCI", _FLOW
    ),
    Role.CARRIED: _Column(6, "Hồ sơ từ kỳ trước chuyển sang", "Kỳ trước sang", Accumulation.OPENING),
    Role.EARLY: _Column(8, "Hồ sơ đã giải quyết trước hạn", "Xong trước hạn", _FLOW),
    Role.ON_TIME: _Column(9, "Hồ sơ đã giải quyết đúng hạn", "Xong đúng hạn", _FLOW),
    Role.LATE: _Column(10, "Hồ sơ đã giải quyết quá hạn", "Xong quá hạn", _FLOW),
    Role.IN_TIME: _Column(12, "Hồ sơ đang giải quyết, trong hạn", "Chưa xong, trong hạn", _STOCK),
    Role.OVERDUE: _Column(13, "Hồ sơ đang giải quyết, quá hạn", "Chưa xong, quá hạn", _STOCK),
}
RECEIVED = (Role.ONLINE, Role.DIRECT, Role.CARRIED)
RESOLVED = (Role.EARLY, Role.ON_TIME, Role.LATE)
IN_PROGRESS = (Role.IN_TIME, Role.OVERDUE)


@dataclass(frozen=True, slots=True)
class Member:
    """An indicator of a plan as one of a group; field is "" where the group is for all fields together."""

    plan: str
    indicator: str
    group: str
    kind: GroupKind
    field: str
    role: Role


@dataclass(frozen=True, slots=True)
class Group:
    """A group of a plan: what each role's indicator is called. Roles may be missing where indicators were removed."""

    plan: str
    code: str
    kind: GroupKind
    field: str
    members: Mapping[Role, str]


@dataclass(frozen=True, slots=True)
class OneStopGroup:
    """What a plan takes in with a group: its indicators and members in the order of the columns, and its rules."""

    indicators: tuple[Indicator, ...]
    rules: tuple[BalanceRule, ...]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """The columns that are never typed: (3) to be handled, (7) resolved, (11) in progress; None without all parts."""

    received: Decimal | None
    resolved: Decimal | None
    in_progress: Decimal | None


def column_number(role: Role) -> int:
    """Return the number that the form prints over a role's column: 4 to 13."""
    return _COLUMNS[role].number


def role_name(role: Role) -> str:
    """Return what a role's column counts, in the form's words."""
    return _COLUMNS[role].name


def member_code(group: str, role: Role) -> str:
    """Return the code of a role's indicator: MC1-04 is column (4) of group MC1."""
    return f"{group}-{column_number(role):02}"


def one_stop_group(plan: str, area: str, group: str, field: str = "") -> OneStopGroup:
    """Return the table's indicators, rules and members for one field, or for all fields together where it is ""."""
    return OneStopGroup(
        tuple(_indicator(plan, area, group, field, role) for role in Role),
        (_handled_rule(plan, group, field), _carried_rule(plan, group, field)),
        tuple(Member(plan, member_code(group, role), group, GroupKind.ONE_STOP, field, role) for role in Role),
    )


def rule_codes(group: str) -> tuple[str, str]:
    """Return the codes of a group's two rules."""
    return f"{group}-C4", f"{group}-C5"


def totals(values: Mapping[Role, Decimal | None]) -> Totals:
    """Return the computed columns of one line, of any unit and period, from the typed ones of that line."""
    return Totals(sum_of(values, RECEIVED), sum_of(values, RESOLVED), sum_of(values, IN_PROGRESS))


def sum_of(values: Mapping[Role, Decimal | None], roles: Sequence[Role]) -> Decimal | None:
    """Return what some columns of one line come to together; None where one of them is not known."""
    parts = [part for role in roles if (part := values.get(role)) is not None]
    return sum(parts, Decimal(0)) if len(parts) == len(roles) else None


def _indicator(plan: str, area: str, group: str, field: str, role: Role) -> Indicator:
    column, ending = _COLUMNS[role], f" – {field}" if field else ""
    return Indicator(
        plan,
        member_code(group, role),
        area,
        f"{column.name}{ending}",
        Kind.COUNT,
        short_name=f"{column.short_name}{ending}",
        measured_in="hồ sơ",
        accumulation=column.accumulation,
        source=_SOURCE,
    )


def _handled_rule(plan: str, group: str, field: str) -> BalanceRule:
    left, right = _side(group, RECEIVED), _side(group, (*RESOLVED, *IN_PROGRESS))
    text = "số hồ sơ nhận giải quyết (4)+(5)+(6) bằng số đã giải quyết (8)+(9)+(10) cộng số đang giải quyết (12)+(13)"
    return BalanceRule(plan, rule_codes(group)[0], left, "=", right, text=_begun(field, text))


def _carried_rule(plan: str, group: str, field: str) -> BalanceRule:
    """A warning only: dossiers are withdrawn or corrected between two quarters, and a note will do."""
    left, right = _side(group, (Role.CARRIED,)), _side(group, IN_PROGRESS, f" {LAST_QUARTER}")
    text = "số hồ sơ kỳ trước chuyển sang (6) bằng số đang giải quyết (12)+(13) cuối quý trước"
    return BalanceRule(plan, rule_codes(group)[1], left, "=", right, is_error=False, text=_begun(field, text))


def _begun(field: str, text: str) -> str:
    return f"{field}: {text}" if field else text[:1].upper() + text[1:]


def _side(group: str, roles: Sequence[Role], ending: str = "") -> str:
    return " + ".join(f"{member_code(group, role)}{ending}" for role in roles)
