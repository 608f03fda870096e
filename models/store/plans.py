"""Plans and their versions, legal bases, reporting windows and grades."""

from collections.abc import Iterable
from typing import Any

from models.errors import KnownError
from models.period import Period, Windows, WindowSetting, read_period
from models.plan import Grade, LegalBasis, Plan
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.days_off import calendar_of_plan
from models.store.rows import day, iso, number, scaled
from models.target import version_in_force

PLANS = """
SELECT plan.code, plan.year, plan.name, unit.code AS unit, plan.superior_agency, plan.issuing_agency, plan.place,
    plan.number, plan.issued_on, replaced.code AS replaces, plan.near_threshold, reference.code AS reference,
    plan.is_archived
FROM plan JOIN unit ON unit.id = plan.unit
LEFT JOIN plan AS replaced ON replaced.id = plan.replaces
LEFT JOIN plan AS reference ON reference.id = plan.reference
ORDER BY plan.position, plan.id
"""
PLAN_ID = "SELECT id FROM plan WHERE code = :code"
PLACE_OF_PLAN = """
SELECT (SELECT id FROM unit WHERE code = :unit) AS unit,
    (SELECT id FROM plan WHERE code = :replaces) AS replaces,
    (SELECT id FROM plan WHERE code = :reference) AS reference,
    (SELECT ifnull(max(position), 0) + 1 FROM plan) AS position
"""
ADD_PLAN = """
INSERT INTO plan (position, code, year, name, unit, superior_agency, issuing_agency, place, number, issued_on,
    replaces, near_threshold, reference, is_archived, revision)
VALUES (:position, :code, :year, :name, :unit, :superior_agency, :issuing_agency, :place, :number, :issued_on,
    :replaces, :near_threshold, :reference, :is_archived, :revision)
"""
CHANGE_PLAN = """
UPDATE plan SET code = :code, year = :year, name = :name, unit = :unit, superior_agency = :superior_agency,
    issuing_agency = :issuing_agency, place = :place, number = :number, issued_on = :issued_on, replaces = :replaces,
    near_threshold = :near_threshold, reference = :reference, is_archived = :is_archived, revision = :revision
WHERE id = :id AND (code, year, name, unit, superior_agency, issuing_agency, place, number, issued_on, replaces,
    near_threshold, reference, is_archived) IS NOT (:code, :year, :name, :unit, :superior_agency, :issuing_agency,
    :place, :number, :issued_on, :replaces, :near_threshold, :reference, :is_archived)
"""
LEGAL_BASES = """
SELECT kind, number, day, agency, abstract FROM legal_basis
WHERE plan = (SELECT id FROM plan WHERE code = :plan) ORDER BY position
"""
FORGET_LEGAL_BASES = "DELETE FROM legal_basis WHERE plan = :plan"
ADD_LEGAL_BASIS = """
INSERT INTO legal_basis (plan, position, kind, number, day, agency, abstract)
VALUES (:plan, :position, :kind, :number, :day, :agency, :abstract)
"""
WINDOWS = """
SELECT period, first, last, due FROM reporting_window
WHERE plan = (SELECT id FROM plan WHERE code = :plan) ORDER BY period
"""
FORGET_WINDOWS = "DELETE FROM reporting_window WHERE plan = :plan"
ADD_WINDOW = """
INSERT INTO reporting_window (plan, period, first, last, due) VALUES (:plan, :period, :first, :last, :due)
"""
GRADES = """
SELECT position, name, from_score FROM grade
WHERE plan = (SELECT id FROM plan WHERE code = :plan) ORDER BY position
"""
FORGET_GRADES = "DELETE FROM grade WHERE plan = :plan"
ADD_GRADE = "INSERT INTO grade (plan, position, name, from_score) VALUES (:plan, :position, :name, :from_score)"

FIRST_YEAR, LAST_YEAR = 1990, 2200  # as the table takes them


def plans(db: Database) -> list[Plan]:
    """Return every plan of the file, all versions, in the file's order."""
    return [_plan(row) for row in db.query(PLANS)]


def plan(db: Database, code: str) -> Plan:
    """Return the plan of a code; raises KnownError when there is none."""
    found = next((each for each in plans(db) if each.code == code), None)
    if found is None:
        raise KnownError(f"Không có kế hoạch {code} trong tệp.")
    return found


def plan_id(db: Database, code: str) -> int:
    """Return the id of a plan's code; raises KnownError when there is none."""
    found = db.execute(PLAN_ID, {"code": code}).fetchone()
    if found is None:
        raise KnownError(f"Không có kế hoạch {code} trong tệp.")
    return int(found[0])


def save_plan(db: Database, new: Plan, author: Author, old_code: str | None = None) -> Changes:
    """Add a plan, or change (and rename) the one of old_code.

    Raises KnownError for a code that is taken, a year or office that cannot be, or a version that cannot replace what
    it names."""
    known = {each.code: each for each in plans(db)}
    if old_code is not None and old_code not in known:
        raise KnownError(f"Không có kế hoạch {old_code} trong tệp.")
    if new.code != old_code and new.code in known:
        raise KnownError(f"Đã có kế hoạch mang mã {new.code}; hãy chọn mã khác.")
    check_year(new)
    _check_replaced(new, known, old_code)
    _check_reference(new, known, old_code)
    with writing(db, author) as revision:
        place = next(db.query(PLACE_OF_PLAN, {"unit": new.unit, "replaces": new.replaces, "reference": new.reference}))
        if place["unit"] is None:
            raise KnownError(f"Kế hoạch {new.code} nêu đơn vị {new.unit} chưa có trong danh sách đơn vị.")
        row = {**_columns(new), **place, "revision": revision}
        if old_code is None:
            db.execute(ADD_PLAN, row)
        else:
            db.execute(CHANGE_PLAN, {**row, "id": plan_id(db, old_code)})
    return Changes(plans=True, targets=True)


def check_year(new: Plan) -> None:
    """Raise KnownError for a plan of a year that cannot be."""
    if not FIRST_YEAR <= new.year <= LAST_YEAR:
        raise KnownError(f"Năm của kế hoạch {new.code} phải từ {FIRST_YEAR} đến {LAST_YEAR}.")


def versions(db: Database, of: Plan) -> list[Plan]:
    """Return the versions that a plan belongs to, linked by what replaces what, in the file's order."""
    return next(chain for chain in _chains(plans(db)) if any(each.code == of.code for each in chain))


def plan_in_force(db: Database, period: Period, plan_code: str | None = None) -> Plan:
    """Return the plan that a period is judged by: the one named, else the version in force on its last day.

    Raises KnownError where there is none for the year, or several offices' plans fit and none is named."""
    if plan_code is not None:
        named = plan(db, plan_code)
        if named.year != period.year:
            raise KnownError(f"Kế hoạch {plan_code} là của năm {named.year}, không dùng được cho kỳ {period}.")
        return named
    in_force = [
        found
        for chain in _followed([each for each in plans(db) if each.year == period.year])
        if (found := version_in_force(chain, lambda each: windows(db, each.code).of(period).last))
    ]
    if not in_force:
        raise KnownError(f"Trong tệp chưa có kế hoạch năm {period.year}.")
    if len(in_force) > 1:
        codes = ", ".join(each.code for each in in_force)
        raise KnownError(
            f"Có nhiều kế hoạch cho kỳ {period}: {codes}; hãy nêu rõ một kế hoạch (ở dòng lệnh: --plan MÃ)."
        )
    return in_force[0]


def legal_bases(db: Database, plan_code: str) -> list[LegalBasis]:
    """Return the documents a plan rests on, in the plan's order."""
    return [
        LegalBasis(plan_code, row["kind"], row["number"], day(row["day"]), row["agency"], row["abstract"])
        for row in db.query(LEGAL_BASES, {"plan": plan_code})
    ]


def save_legal_bases(db: Database, plan_code: str, new: Iterable[LegalBasis], author: Author) -> Changes:
    """Put these documents in the place of all that the plan rested on."""
    rows = (
        {"kind": each.kind, "number": each.number, "day": iso(each.day), "agency": each.agency}
        | {"abstract": each.abstract, "position": position}
        for position, each in enumerate(new)
    )
    replace_rows(db, plan_code, (FORGET_LEGAL_BASES, ADD_LEGAL_BASIS), rows, author)
    return Changes(plans=True)


def window_settings(db: Database, plan_code: str) -> list[WindowSetting]:
    """Return what a plan says of the days of its periods; periods that follow the rule are not there."""
    return [
        WindowSetting(plan_code, read_period(row["period"]), day(row["first"]), day(row["last"]), day(row["due"]))
        for row in db.query(WINDOWS, {"plan": plan_code})
    ]


def save_window_settings(db: Database, plan_code: str, new: Iterable[WindowSetting], author: Author) -> Changes:
    """Put these days in the place of all that the plan said."""
    rows = (
        {"period": each.period.code, "first": iso(each.first), "last": iso(each.last), "due": iso(each.due)}
        for each in new
    )
    replace_rows(db, plan_code, (FORGET_WINDOWS, ADD_WINDOW), rows, author)
    return Changes(plans=True)


def windows(db: Database, plan_code: str | None) -> Windows:
    """Return the days of every period: the plan's where it gives them, else the rule's; None: the rule's only.

    Due dates move by the working days of the plan's office."""
    if plan_code is None:
        return Windows()
    return Windows(window_settings(db, plan_code), calendar_of_plan(db, plan_code))


def grades(db: Database, plan_code: str) -> list[Grade]:
    """Return a plan's grades, the best first."""
    return [
        Grade(plan_code, row["position"], row["name"], number(row["from_score"]))
        for row in db.query(GRADES, {"plan": plan_code})
    ]


def save_grades(db: Database, plan_code: str, new: Iterable[Grade], author: Author) -> Changes:
    """Put these grades in the place of all that the plan had."""
    rows = ({"position": each.position, "name": each.name, "from_score": scaled(each.from_score)} for each in new)
    replace_rows(db, plan_code, (FORGET_GRADES, ADD_GRADE), rows, author)
    return Changes(plans=True, targets=True)


def replace_rows(
    db: Database, plan_code: str, statements: tuple[str, str], rows: Iterable[dict[str, Any]], author: Author
) -> None:
    """Put rows in the place of all of a plan: the first statement forgets them, the second adds one."""
    forget, add = statements
    with writing(db, author):
        plan_key = {"plan": plan_id(db, plan_code)}
        db.execute(forget, plan_key)
        for row in rows:
            db.execute(add, row | plan_key)


def _plan(row: dict[str, Any]) -> Plan:
    read = {"issued_on": day(row["issued_on"]), "near_threshold": number(row["near_threshold"])}
    return Plan(**{**row, **read, "is_archived": bool(row["is_archived"])})


def _columns(each: Plan) -> dict[str, Any]:
    return {
        "code": each.code,
        "year": each.year,
        "name": each.name,
        "superior_agency": each.superior_agency,
        "issuing_agency": each.issuing_agency,
        "place": each.place,
        "number": each.number,
        "issued_on": iso(each.issued_on),
        "near_threshold": scaled(each.near_threshold),
        "is_archived": int(each.is_archived),
    }


def _followed(of_year: list[Plan]) -> list[list[Plan]]:
    """Return the versions that a year is judged by: not those put away, nor plans that others only look up to.

    Where nothing else is left, these are."""
    active = [each for each in of_year if not each.is_archived] or of_year
    looked_up_to = {each.reference for each in active}
    chains = _chains(active)
    own = [chain for chain in chains if not any(each.code in looked_up_to for each in chain)]
    return own or chains


def _check_replaced(new: Plan, known: dict[str, Plan], old_code: str | None) -> None:
    seen, replaced = {new.code, old_code}, new.replaces
    if replaced is None:
        return
    if replaced not in known:
        raise KnownError(f"Kế hoạch {new.code} thay thế kế hoạch {replaced} chưa có trong tệp.")
    if known[replaced].year != new.year:
        raise KnownError(
            f"Kế hoạch {new.code} năm {new.year} không thể thay thế {replaced} năm {known[replaced].year}."
        )
    while replaced is not None:
        if replaced in seen:
            raise KnownError(f"Kế hoạch {new.code} và các kế hoạch nó thay thế tạo thành vòng tròn.")
        seen.add(replaced)
        replaced = known[replaced].replaces


def _check_reference(new: Plan, known: dict[str, Plan], old_code: str | None) -> None:
    if new.reference is None:
        return
    if new.reference not in known:
        raise KnownError(f"Kế hoạch {new.code} đối chiếu với kế hoạch {new.reference} chưa có trong tệp.")
    seen: set[str | None] = {new.code, old_code}
    reference: str | None = new.reference
    while reference is not None:
        if reference in seen:
            raise KnownError(f"Kế hoạch {new.code} và kế hoạch cấp trên của nó tạo thành vòng tròn.")
        seen.add(reference)
        reference = known[reference].reference


def _chains(of: Iterable[Plan]) -> list[list[Plan]]:
    """Put plans together that replace one another, however far."""
    everything = {each.code: each for each in of}
    chains: dict[str, list[Plan]] = {}
    for each in everything.values():
        first = each
        while first.replaces in everything:
            first = everything[first.replaces]
        chains.setdefault(first.code, []).append(each)
    return list(chains.values())
