"""Indicators of a plan with their targets, and what is given to units."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from models.checks import parsed
from models.errors import KnownError
from models.measure import Accumulation, Kind, way_of
from models.period import read_period
from models.plan import Assignment, Indicator
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.plans import plan_id
from models.store.rows import number, scaled, target, target_columns
from models.store.rules import rules
from models.store.units import unit_ids

INDICATORS = """
SELECT indicator.code, plan_indicator.area, plan_indicator.name, indicator.kind, parent.code AS parent,
    plan_indicator.short_name, plan_indicator.lead, plan_indicator.numerator, plan_indicator.denominator,
    plan_indicator.measured_in, plan_indicator.scale, indicator.accumulation, plan_indicator.operator,
    plan_indicator.value, plan_indicator.value_to, plan_indicator.grade, plan_indicator.grade_to,
    plan_indicator.near_threshold, plan_indicator.published_month, plan_indicator.source
FROM plan_indicator
JOIN indicator ON indicator.id = plan_indicator.indicator
LEFT JOIN indicator AS parent ON parent.id = plan_indicator.parent
WHERE plan_indicator.plan = (SELECT id FROM plan WHERE code = :plan)
ORDER BY plan_indicator.position, indicator.id
"""
INDICATOR_IDS = "SELECT code, id FROM indicator ORDER BY id"
KIND_OF_CODE = "SELECT id, kind, accumulation FROM indicator WHERE code = :code"
IS_BOUND_ELSEWHERE = """
SELECT EXISTS (SELECT * FROM plan_indicator WHERE indicator = :indicator AND plan <> :plan)
    OR EXISTS (SELECT * FROM actual WHERE indicator = :indicator)
"""
ADD_CODE = "INSERT INTO indicator (code, kind, accumulation) VALUES (:code, :kind, :accumulation)"
CHANGE_CODE = """
UPDATE indicator SET code = :code, kind = :kind, accumulation = :accumulation WHERE id = :id
    AND (code, kind, accumulation) IS NOT (:code, :kind, :accumulation)
"""
NEXT_POSITION = "SELECT ifnull(max(position), 0) + 1 FROM plan_indicator WHERE plan = :plan"
SAVE_INDICATOR = """
INSERT INTO plan_indicator (plan, indicator, position, parent, area, name, short_name, lead, numerator, denominator,
    measured_in, scale, operator, value, value_to, grade, grade_to, near_threshold, published_month, source, revision)
VALUES (:plan, :indicator, :position, :parent, :area, :name, :short_name, :lead, :numerator, :denominator,
    :measured_in, :scale, :operator, :value, :value_to, :grade, :grade_to, :near_threshold, :published_month, :source,
    :revision)
ON CONFLICT (plan, indicator) DO UPDATE SET parent = :parent, area = :area, name = :name, short_name = :short_name,
    lead = :lead, numerator = :numerator, denominator = :denominator, measured_in = :measured_in, scale = :scale,
    operator = :operator, value = :value, value_to = :value_to, grade = :grade, grade_to = :grade_to,
    near_threshold = :near_threshold, published_month = :published_month, source = :source, revision = :revision
WHERE (parent, area, name, short_name, lead, numerator, denominator, measured_in, scale, operator, value, value_to,
    grade, grade_to, near_threshold, published_month, source) IS NOT (:parent, :area, :name, :short_name, :lead,
    :numerator, :denominator, :measured_in, :scale, :operator, :value, :value_to, :grade, :grade_to, :near_threshold,
    :published_month, :source)
"""
PLACE_INDICATOR = """
UPDATE plan_indicator SET position = :position, revision = :revision
WHERE plan = :plan AND indicator = :indicator AND position <> :position
"""
REMOVE_INDICATOR = "DELETE FROM plan_indicator WHERE plan = :plan AND indicator = :indicator"
FORGET_UNUSED_CODE = """
DELETE FROM indicator WHERE id = :indicator
    AND NOT EXISTS (SELECT * FROM plan_indicator WHERE indicator = :indicator)
    AND NOT EXISTS (SELECT * FROM actual WHERE indicator = :indicator)
    AND NOT EXISTS (SELECT * FROM explanation WHERE indicator = :indicator)
    AND NOT EXISTS (SELECT * FROM evidence WHERE indicator = :indicator)
    AND NOT EXISTS (SELECT * FROM acceptance WHERE indicator = :indicator)
    AND NOT EXISTS (SELECT * FROM explanation_request WHERE indicator = :indicator)
"""
SIDES_OF_RULES = "SELECT code, left_side || ' ' || right_side FROM balance_rule"
ASSIGNMENTS = """
SELECT indicator.code AS indicator, unit.code AS unit, assignment.period, assignment.operator, assignment.value,
    assignment.value_to, assignment.grade, assignment.grade_to
FROM assignment
JOIN indicator ON indicator.id = assignment.indicator
LEFT JOIN unit ON unit.id = assignment.unit
WHERE assignment.plan = (SELECT id FROM plan WHERE code = :plan)
ORDER BY assignment.id
"""
SAVE_ASSIGNMENT = """
INSERT INTO assignment (plan, indicator, unit, period, operator, value, value_to, grade, grade_to, revision)
VALUES (:plan, :indicator, :unit, :period, :operator, :value, :value_to, :grade, :grade_to, :revision)
ON CONFLICT (plan, indicator, ifnull(unit, 0), period) DO UPDATE SET operator = :operator, value = :value,
    value_to = :value_to, grade = :grade, grade_to = :grade_to, revision = :revision
WHERE (operator, value, value_to, grade, grade_to) IS NOT (:operator, :value, :value_to, :grade, :grade_to)
"""
REMOVE_ASSIGNMENT = """
DELETE FROM assignment WHERE plan = :plan AND indicator = :indicator AND unit IS :unit AND period = :period
"""


def indicators(db: Database, plan_code: str) -> list[Indicator]:
    """Return a plan's indicators in the plan's order."""
    return [_indicator(plan_code, row) for row in db.query(INDICATORS, {"plan": plan_code})]


def indicator(db: Database, plan_code: str, code: str) -> Indicator:
    """Return one indicator as a plan defines it; raises KnownError when the plan has none of that code."""
    found = next((each for each in indicators(db, plan_code) if each.code == code), None)
    if found is None:
        raise KnownError(f"Kế hoạch {plan_code} không có chỉ tiêu {code}.")
    return found


def indicator_ids(db: Database) -> dict[str, int]:
    """Return the id of each indicator's code, over all plans."""
    return dict(db.execute(INDICATOR_IDS))


def save_indicator(db: Database, new: Indicator, author: Author, old_code: str | None = None) -> Changes:
    """Add an indicator at the end of its plan, or change (and rename, in all plans) the one of old_code.

    Raises KnownError for a code the plan has already, an unknown parent, or a code that is kept elsewhere with
    another kind or accumulation."""
    known = {each.code for each in indicators(db, new.plan)}
    if old_code is not None and old_code not in known:
        raise KnownError(f"Kế hoạch {new.plan} không có chỉ tiêu {old_code}.")
    if new.code != old_code and new.code in known:
        raise KnownError(f"Kế hoạch {new.plan} đã có chỉ tiêu {new.code}; hãy chọn mã khác.")
    with writing(db, author):
        if old_code is not None and old_code != new.code:
            _rename(db, old_code, new.code)
        return save_indicators(db, [new], author)


def save_indicators(db: Database, new: Iterable[Indicator], author: Author) -> Changes:
    """Add indicators and change those whose code their plan has; a parent may come after its children."""
    block = list(new)
    with writing(db, author) as revision:
        ids = {each.code: _keep_code(db, each) for each in block}
        for plan_code in dict.fromkeys(each.plan for each in block):
            place = {"plan": plan_id(db, plan_code)}
            mine = [each for each in block if each.plan == plan_code]
            _check_parents({each.code: each for each in [*indicators(db, plan_code), *mine]}, mine)
            position = db.execute(NEXT_POSITION, place).fetchone()[0]
            ids |= indicator_ids(db)
            for each in mine:
                row = {**_columns(each), **place, "position": position, "revision": revision}
                parent = ids[each.parent] if each.parent else None
                db.execute(SAVE_INDICATOR, {**row, "indicator": ids[each.code], "parent": parent})
                position += 1
    return Changes(plans=True, targets=True)


def remove_indicator(db: Database, plan_code: str, code: str, author: Author) -> Changes:
    """Take an indicator and what of it was given to units out of a plan; what units reported stays.

    Raises KnownError while other indicators of the plan stand below it, or one of its rules names it."""
    indicator(db, plan_code, code)
    children = [each.code for each in indicators(db, plan_code) if each.parent == code]
    if children:
        raise KnownError(f"Chưa xóa được chỉ tiêu {code}: còn chỉ tiêu con {', '.join(children)}.")
    if naming := _rules_naming(db, plan_code, code):
        raise KnownError(f"Chưa xóa được chỉ tiêu {code}: quy tắc {', '.join(naming)} còn nêu nó.")
    with writing(db, author):
        key = {"plan": plan_id(db, plan_code), "indicator": indicator_ids(db)[code]}
        db.execute(REMOVE_INDICATOR, key)
        forget_unused_codes(db, [code])
    return Changes(plans=True, targets=True)


def forget_unused_codes(db: Database, codes: Iterable[str]) -> None:
    """Forget codes that no plan has any more and nothing was reported, explained or asked of. Part of a write."""
    ids = indicator_ids(db)
    for code in codes:
        db.execute(FORGET_UNUSED_CODE, {"indicator": ids[code]})


def order_indicators(db: Database, plan_code: str, codes: Sequence[str], author: Author) -> Changes:
    """Put a plan's indicators in this order; those not named follow in the order they had."""
    had = [each.code for each in indicators(db, plan_code)]
    ids, plan_key = indicator_ids(db), plan_id(db, plan_code)
    with writing(db, author) as revision:
        for position, code in enumerate(dict.fromkeys([*(code for code in codes if code in had), *had]), start=1):
            key = {"plan": plan_key, "indicator": ids[code]}
            db.execute(PLACE_INDICATOR, {**key, "position": position, "revision": revision})
    return Changes(plans=True)


def assignments(db: Database, plan_code: str) -> list[Assignment]:
    """Return what a plan gives to units, and its targets for single periods (unit None), in the order entered."""
    return [
        Assignment(plan_code, row["indicator"], row["unit"], read_period(row["period"]), target(row))
        for row in db.query(ASSIGNMENTS, {"plan": plan_code})
    ]


def save_assignment(db: Database, new: Assignment, author: Author) -> Changes:
    """Give an indicator to a unit, or change what was given to it for that period."""
    return save_assignments(db, [new], author)


def save_assignments(db: Database, new: Iterable[Assignment], author: Author) -> Changes:
    """Give indicators to units, or change what was given to them; raises KnownError for unknown codes."""
    with writing(db, author) as revision:
        keys = _Keys(db)
        for each in new:
            db.execute(SAVE_ASSIGNMENT, {**keys.of(each), **target_columns(each.target), "revision": revision})
    return Changes(targets=True)


def remove_assignment(db: Database, old: Assignment, author: Author) -> Changes:
    """Take back what was given to a unit for a period, its target included."""
    with writing(db, author):
        db.execute(REMOVE_ASSIGNMENT, _Keys(db).of(old))
    return Changes(targets=True)


class _Keys:
    """The ids that assignments need, each plan's looked up once."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._units, self._indicators = unit_ids(db), indicator_ids(db)
        self._plans: dict[str, tuple[int, set[str]]] = {}

    def of(self, each: Assignment) -> dict[str, Any]:
        if each.plan not in self._plans:
            codes = {known.code for known in indicators(self._db, each.plan)}
            self._plans[each.plan] = plan_id(self._db, each.plan), codes
        plan_key, codes = self._plans[each.plan]
        if each.indicator not in codes:
            raise KnownError(f"Kế hoạch {each.plan} không có chỉ tiêu {each.indicator}.")
        if each.unit is not None and each.unit not in self._units:
            raise KnownError(f"Không có đơn vị {each.unit}.")
        unit = self._units[each.unit] if each.unit is not None else None
        return {"plan": plan_key, "indicator": self._indicators[each.indicator], "unit": unit} | {
            "period": each.period.code
        }


def _indicator(plan_code: str, row: dict[str, Any]) -> Indicator:
    return Indicator(
        plan_code,
        row["code"],
        row["area"],
        row["name"],
        Kind(row["kind"]),
        row["parent"],
        row["short_name"],
        row["lead"],
        row["numerator"],
        row["denominator"],
        row["measured_in"],
        number(row["scale"]),
        row["accumulation"] and Accumulation(row["accumulation"]),
        target(row),
        number(row["near_threshold"]),
        row["published_month"],
        row["source"],
    )


def _columns(each: Indicator) -> dict[str, Any]:
    names = ("area", "name", "short_name", "lead", "numerator", "denominator", "measured_in", "published_month")
    row = {name: getattr(each, name) for name in names}
    row |= {"source": each.source, "scale": scaled(each.scale), "near_threshold": scaled(each.near_threshold)}
    return row | target_columns(each.target)


def _keep_code(db: Database, new: Indicator) -> int:
    """Return the id of the code, added where it is new; kind and accumulation may change while nothing binds them."""
    if new.accumulation is Accumulation.OPENING and new.kind is not Kind.COUNT:
        raise KnownError(f"Chỉ tiêu {new.code}: chỉ số lượng mới cộng dồn theo đầu kỳ; hãy chọn phát sinh.")
    values = {"code": new.code, "kind": new.kind, "accumulation": new.accumulation}
    found = next(db.query(KIND_OF_CODE, {"code": new.code}), None)
    if found is None:
        return db.execute(ADD_CODE, values).lastrowid or 0
    kind, accumulation = Kind(found["kind"]), found["accumulation"] and Accumulation(found["accumulation"])
    same = (kind, way_of(kind, accumulation)) == (new.kind, way_of(new.kind, new.accumulation))
    key = {"indicator": found["id"], "plan": plan_id(db, new.plan)}
    if not db.execute(IS_BOUND_ELSEWHERE, key).fetchone()[0]:
        db.execute(CHANGE_CODE, {**values, "id": found["id"]})
    elif not same:
        raise KnownError(
            f"Chỉ tiêu {new.code} đã có số liệu hoặc đã dùng ở kế hoạch khác với loại số đo hay cách cộng dồn khác; "
            "định nghĩa mới cần một mã mới."
        )
    return int(found["id"])


def _rename(db: Database, old_code: str, code: str) -> None:
    ids = indicator_ids(db)
    if code in ids:
        raise KnownError(f"Mã {code} đã dùng cho một chỉ tiêu của kế hoạch khác; hãy chọn mã khác.")
    named = re.compile(rf"(?<!\w){re.escape(old_code)}(?!\w)")
    if naming := [rule for rule, sides in db.execute(SIDES_OF_RULES) if named.search(sides)]:
        raise KnownError(f"Quy tắc {', '.join(naming)} nêu mã {old_code}; hãy sửa quy tắc trước khi đổi mã chỉ tiêu.")
    found = next(db.query(KIND_OF_CODE, {"code": old_code}))
    db.execute(CHANGE_CODE, {**found, "code": code})


def _rules_naming(db: Database, plan_code: str, code: str) -> list[str]:
    """Return the plan's rules that could be read no more without an indicator."""
    kinds = {each.code: each.kind for each in indicators(db, plan_code)}
    found = []
    for rule in rules(db, plan_code):
        with suppress(KnownError):
            if code in parsed(rule, kinds).codes:
                found.append(rule.code)
    return found


def _check_parents(known: dict[str, Indicator], new: Iterable[Indicator]) -> None:
    for each in new:
        seen, parent = {each.code}, each.parent
        while parent is not None:
            if parent not in known:
                raise KnownError(f"Chỉ tiêu {each.code} nêu chỉ tiêu cha {parent} không có trong kế hoạch {each.plan}.")
            if parent in seen:
                raise KnownError(f"Chỉ tiêu {each.code} và chỉ tiêu cha của nó tạo thành vòng tròn.")
            seen.add(parent)
            parent = known[parent].parent
