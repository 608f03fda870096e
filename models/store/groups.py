"""Groups of indicators that were added to a plan ready-made."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from models.errors import KnownError
from models.onestop import AREA, Group, GroupKind, Member, OneStopGroup, Role, one_stop_group, rule_codes
from models.period import Period
from models.plan import Assignment
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.indicators import (
    indicator_ids,
    indicators,
    remove_indicator,
    save_assignments,
    save_indicators,
)
from models.store.plans import plan, replace_rows
from models.store.rules import rules, save_rules

MEMBERS = """
SELECT plan.code AS plan, indicator.code AS indicator, group_member.group_code AS "group", group_member.kind,
    group_member.field, group_member.role
FROM group_member
JOIN plan ON plan.id = group_member.plan
JOIN indicator ON indicator.id = group_member.indicator
JOIN plan_indicator ON plan_indicator.plan = group_member.plan AND plan_indicator.indicator = group_member.indicator
WHERE plan.code = ifnull(:plan, plan.code)
ORDER BY plan.id, plan_indicator.position, indicator.id
"""
WATCHED = """
SELECT indicator.code FROM group_member
JOIN indicator ON indicator.id = group_member.indicator
JOIN plan_indicator ON plan_indicator.plan = group_member.plan AND plan_indicator.indicator = group_member.indicator
WHERE group_member.plan = (SELECT id FROM plan WHERE code = :plan) AND plan_indicator.operator IS NULL
    AND NOT EXISTS (
        SELECT * FROM assignment
        WHERE plan = group_member.plan AND indicator = group_member.indicator AND operator IS NOT NULL
    )
"""
FORGET_MEMBERS = "DELETE FROM group_member WHERE plan = :plan"
ADD_MEMBER = """
INSERT INTO group_member (plan, indicator, group_code, kind, field, role)
VALUES (:plan, :indicator, :group, :kind, :field, :role)
"""
IS_REPORTED = "SELECT EXISTS (SELECT * FROM actual WHERE indicator = :indicator AND period / 10 = :year)"
_NUMBERED = re.compile(r"MC(\d+)(?:-.*)?")


def members(db: Database, plan_code: str) -> list[Member]:
    """Return the indicators of a plan that stand in groups, in the plan's order."""
    return [_member(row) for row in db.query(MEMBERS, {"plan": plan_code})]


def groups(db: Database, plan_code: str) -> list[Group]:
    """Return a plan's groups in the order of their first indicators."""
    return _grouped(members(db, plan_code))


def watched_members(db: Database, plan_code: str) -> frozenset[str]:
    """Return the indicators of a plan's groups that it sets no target for, in any period and for no unit.

    They are counted and checked, but are no results to be held against the plan: pages and reports that judge results
    keep them apart."""
    return frozenset(code for (code,) in db.execute(WATCHED, {"plan": plan_code}))


def save_members(db: Database, plan_code: str, new: Iterable[Member], author: Author) -> Changes:
    """Put these members in the place of all that a plan's groups had.

    Raises KnownError for unknown indicators, and for two that are the same in one group."""
    ids, known = indicator_ids(db), {each.code for each in indicators(db, plan_code)}
    rows, taken = [], dict[tuple[str, Role], str]()
    for each in new:
        if each.indicator not in known:
            raise KnownError(f"Kế hoạch {plan_code} không có chỉ tiêu {each.indicator}.")
        other = taken.setdefault((each.group, each.role), each.indicator)
        if other != each.indicator:
            both = f"{other} và {each.indicator}"
            raise KnownError(f"Bộ {each.group} của kế hoạch {plan_code} có hai chỉ tiêu cùng một vai trò: {both}.")
        place = {"group": each.group, "kind": each.kind, "field": each.field, "role": each.role}
        rows.append({**place, "indicator": ids[each.indicator]})
    replace_rows(db, plan_code, (FORGET_MEMBERS, ADD_MEMBER), rows, author)
    return Changes(plans=True)


def add_one_stop(
    db: Database,
    plan_code: str,
    fields: Sequence[str],
    author: Author,
    *,
    area: str = AREA,
    units: Sequence[str] = (),
) -> Changes:
    """Add the one-stop table to a plan: once for each field, or once for all fields together where none is named.

    units: whom it is given to; nobody in particular is everybody who reports. Raises KnownError for a field that the
    plan has already, or one named twice."""
    wanted = [_tidy(field) for field in fields] or [""]
    _check_fields(groups(db, plan_code), wanted)
    new = _new_groups(db, plan_code, wanted, area)
    with writing(db, author):
        added = [each for group in new for each in group.indicators]
        changes = save_indicators(db, added, author)
        changes |= save_rules(
            db, plan_code, [*rules(db, plan_code), *(each for group in new for each in group.rules)], author
        )
        in_groups = [*members(db, plan_code), *(each for group in new for each in group.members)]
        changes |= save_members(db, plan_code, in_groups, author)
        year = Period(plan(db, plan_code).year)
        given = [Assignment(plan_code, each.code, unit, year) for each in added for unit in units]
        return changes | save_assignments(db, given, author)


def remove_group(db: Database, plan_code: str, code: str, author: Author) -> Changes:
    """Take a group with its rules out of a plan.

    Raises KnownError where units have reported any of it in the plan's year, or other rules of the plan name it."""
    group = next((each for each in groups(db, plan_code) if each.code == code), None)
    if group is None:
        raise KnownError(f"Kế hoạch {plan_code} không có bộ chỉ tiêu {code}.")
    year = plan(db, plan_code).year
    if reported := _reported(db, group, year):
        raise KnownError(
            f"Chưa gỡ được bộ chỉ tiêu {_named(group)}: năm {year} đã có số liệu của {', '.join(reported)}; "
            "hãy xóa số liệu trước."
        )
    with writing(db, author):
        kept = [each for each in rules(db, plan_code) if each.code not in rule_codes(code)]
        changes = save_rules(db, plan_code, kept, author)
        for each in group.members.values():
            changes |= remove_indicator(db, plan_code, each, author)
        return changes


def _member(row: dict[str, Any]) -> Member:
    return Member(row["plan"], row["indicator"], row["group"], GroupKind(row["kind"]), row["field"], Role(row["role"]))


def _grouped(its: Iterable[Member]) -> list[Group]:
    found: dict[tuple[str, str], list[Member]] = {}
    for each in its:
        found.setdefault((each.plan, each.group), []).append(each)
    return [
        Group(plan_code, code, mine[0].kind, mine[0].field, {each.role: each.indicator for each in mine})
        for (plan_code, code), mine in found.items()
    ]


def _tidy(field: str) -> str:
    words = " ".join(field.split())
    return words[:1].upper() + words[1:]


def _check_fields(known: list[Group], wanted: list[str]) -> None:
    there = {_folded(each.field): each for each in known}
    for number, field in enumerate(wanted):
        if not field and len(wanted) > 1:
            raise KnownError("Có lĩnh vực để trống; hãy ghi tên từng lĩnh vực, mỗi tên một dòng.")
        if had := there.get(_folded(field)):
            raise KnownError(f"Kế hoạch đã có bộ chỉ tiêu một cửa {_named(had)}; hãy chọn lĩnh vực khác.")
        if _folded(field) in map(_folded, wanted[:number]):
            raise KnownError(f"Lĩnh vực “{field}” được ghi hai lần; hãy bỏ bớt một.")


def _folded(field: str) -> str:
    return " ".join(field.split()).casefold()


def _named(group: Group) -> str:
    return f"{group.code} ({group.field or 'chung các lĩnh vực'})"


def _new_groups(db: Database, plan_code: str, fields: list[str], area: str) -> list[OneStopGroup]:
    """Give each field the code that it has in another plan, so that its series goes on, else a number not used yet."""
    of_others = {_folded(each.field): each.code for each in _grouped(map(_member, db.query(MEMBERS, {"plan": None})))}
    used = [*indicator_ids(db), *(each.code for each in rules(db, plan_code))]
    taken = {int(found[1]) for code in used if (found := _NUMBERED.fullmatch(code))}
    in_plan = {each.code for each in indicators(db, plan_code)}
    new = []
    for field in fields:
        code = of_others.get(_folded(field), "")
        group = one_stop_group(plan_code, area, code, field)
        if not code or any(each.code in in_plan for each in group.indicators):
            number = next(each for each in range(1, len(taken) + 2) if each not in taken)
            taken.add(number)
            group = one_stop_group(plan_code, area, f"MC{number}", field)
        new.append(group)
    return new


def _reported(db: Database, group: Group, year: int) -> list[str]:
    ids = indicator_ids(db)
    return [
        code
        for code in group.members.values()
        if db.execute(IS_REPORTED, {"indicator": ids[code], "year": year}).fetchone()[0]
    ]
