"""Whole plans: read and written as one, copied, issued, replaced, put away, deleted."""

from dataclasses import replace
from datetime import date

from models.errors import KnownError
from models.number import format_date
from models.period import Period
from models.plan import Plan
from models.plan_content import PlanContent
from models.plan_versions import PlanState, later_versions, state_of
from models.store.changes import Author, Changes
from models.store.check_limits import check_limits, save_check_limits
from models.store.database import Database, writing
from models.store.groups import members, save_members
from models.store.indicators import (
    assignments,
    forget_unused_codes,
    indicators,
    order_indicators,
    save_assignments,
    save_indicators,
)
from models.store.plan_corrections import corrections, save_corrections
from models.store.plan_texts import (
    plan_text,
    refused_spots,
    replace_target_sources,
    save_plan_text,
    save_refused_spots,
    save_target_sources,
    target_sources,
)
from models.store.plans import (
    check_year,
    grades,
    legal_bases,
    plan,
    plan_id,
    plans,
    save_grades,
    save_legal_bases,
    save_plan,
    save_window_settings,
    versions,
    window_settings,
    windows,
)
from models.store.report_parts import every_part, save_parts
from models.store.rules import rules, save_rules
from models.store.tasks import save_tasks, tasks
from models.store.units import unit_tree

DELETE_PLAN = "DELETE FROM plan WHERE id = :plan"
REPORTS_OF = "SELECT count(*) FROM report WHERE plan = :plan"
HAS_ACTUALS = """
SELECT EXISTS (
    SELECT * FROM plan_indicator JOIN actual ON actual.indicator = plan_indicator.indicator
    WHERE plan_indicator.plan = :plan AND actual.period / 10 = :year
)
"""
POSITION_OF = "SELECT position FROM plan WHERE id = :plan"
PUT_AT = "UPDATE plan SET position = :position WHERE id = :plan AND position <> :position"


def plan_content(db: Database, code: str) -> PlanContent:
    """Return a plan with all that stands in it; raises KnownError where there is none of that code."""
    return PlanContent(
        plan(db, code),
        tuple(legal_bases(db, code)),
        tuple(window_settings(db, code)),
        tuple(grades(db, code)),
        tuple(indicators(db, code)),
        tuple(assignments(db, code)),
        tuple(rules(db, code)),
        tuple(check_limits(db, code)),
        tuple(members(db, code)),
        tuple(tasks(db, code)),
        tuple(target_sources(db, code)),
    )


def save_content(db: Database, new: PlanContent, author: Author) -> Changes:
    """Add a plan with all that stands in it. Raises KnownError, nothing then being kept, for what does not fit."""
    code = new.plan.code
    with writing(db, author):
        changes = save_plan(db, new.plan, author)
        changes |= save_legal_bases(db, code, new.bases, author)
        changes |= save_window_settings(db, code, new.windows, author)
        changes |= save_grades(db, code, new.grades, author)
        changes |= save_indicators(db, new.indicators, author)
        changes |= order_indicators(db, code, [each.code for each in new.indicators], author)
        changes |= save_assignments(db, new.assignments, author)
        changes |= save_rules(db, code, new.rules, author)
        changes |= save_check_limits(db, code, new.limits, author)
        changes |= save_members(db, code, new.members, author)
        changes |= save_target_sources(db, new.sources, author)
        return changes | save_tasks(db, code, new.tasks, author)


def copy_plan(db: Database, model: str, new: Plan, author: Author) -> Changes:
    """Add a plan that begins with all that stands in another one, its dates moved into the new year.

    Codes stay, so that series go on; what units that ceased were asked is asked of their successors."""
    check_year(new)
    content = plan_content(db, model).of_plan(new)
    if new.year != plan(db, model).year:
        last = windows(db, model).of(Period(new.year)).last
        content = content.given_to_those_there(unit_tree(db), last)
    return save_content(db, content, author)


def issue_plan(db: Database, code: str, number: str, day: date, author: Author) -> Changes:
    """Say by which document and on which day a version was issued: a later one is in force from that day on.

    Raises KnownError for one that was issued already, and for a day before that of the version it replaces."""
    its = plan(db, code)
    if its.issued_on is not None:
        raise KnownError(f"Kế hoạch {code} đã ban hành ngày {format_date(its.issued_on)}.")
    before = plan(db, its.replaces) if its.replaces else None
    if before and before.issued_on and day < before.issued_on:
        raise KnownError(
            f"Ngày ban hành {format_date(day)} trước ngày {format_date(before.issued_on)} của {before.code} "
            "mà nó thay thế; hãy xem lại ngày."
        )
    return save_plan(db, replace(its, number=number.strip() or its.number, issued_on=day), author, code)


def replace_plan(db: Database, code: str, new_code: str, author: Author) -> Changes:
    """Begin a new version of an issued plan: a draft with all that stands in the old one, which stays in force until
    the new one is issued. Raises KnownError where the plan was not issued, or is being replaced already."""
    its = plan(db, code)
    chain = versions(db, its)
    if state_of(its, chain) is PlanState.DRAFT:
        raise KnownError(f"Kế hoạch {code} chưa ban hành nên sửa thẳng được, không cần bản thay thế.")
    if later := later_versions(its, chain):
        raise KnownError(f"Kế hoạch {code} đã có bản thay thế {later[0].code}; hãy dùng bản đó.")
    draft = replace(its, code=new_code, number="", issued_on=None, replaces=code, is_archived=False)
    return save_content(db, plan_content(db, code).of_plan(draft), author)


def archive_plan(db: Database, code: str, author: Author, *, is_archived: bool = True) -> Changes:
    """Put a plan away, or bring it back; it is kept whole."""
    return save_plan(db, replace(plan(db, code), is_archived=is_archived), author, code)


def has_actuals(db: Database, code: str) -> bool:
    """Return whether units reported anything of a plan's indicators in its year."""
    key = {"plan": plan_id(db, code), "year": plan(db, code).year}
    return bool(db.execute(HAS_ACTUALS, key).fetchone()[0])


def check_deletable(db: Database, code: str) -> None:
    """Raise KnownError for a plan that was issued, that reports were made of, or that another version replaces: such
    plans are put away instead."""
    its, key = plan(db, code), {"plan": plan_id(db, code)}
    advice = "hãy lưu trữ kế hoạch thay vì xóa"
    if its.issued_on is not None:
        raise KnownError(f"Kế hoạch {code} đã ban hành ngày {format_date(its.issued_on)}; {advice}.")
    if later := [each.code for each in plans(db) if each.replaces == code]:
        raise KnownError(f"Kế hoạch {code} đã có bản thay thế {later[0]}; {advice}.")
    if made := db.execute(REPORTS_OF, key).fetchone()[0]:
        raise KnownError(f"Kế hoạch {code} đã có {made} báo cáo; {advice}.")


def delete_plan(db: Database, code: str, author: Author) -> Changes:
    """Delete a draft with all that stands in it; what units reported stays, and so do the codes it was reported for.

    Raises KnownError as check_deletable does."""
    check_deletable(db, code)
    key = {"plan": plan_id(db, code)}
    with writing(db, author):
        codes = [each.code for each in indicators(db, code)]
        db.execute(DELETE_PLAN, key)
        forget_unused_codes(db, codes)
    return Changes(plans=True, targets=True, reports=True)


class KeptPlan:
    """A plan as it is now, with all that would go with it, to be put back where it stood."""

    def __init__(self, db: Database, code: str) -> None:
        self._content = plan_content(db, code)
        self._parts, self._corrections = every_part(db, code), corrections(db, code)
        self._text, self._refused = plan_text(db, code), refused_spots(db, code)
        self._looked_up_by = [each for each in plans(db) if each.reference == code]
        self._position = db.execute(POSITION_OF, {"plan": plan_id(db, code)}).fetchone()[0]

    def put_back(self, db: Database, author: Author) -> Changes:
        """Add the plan again, as it was."""
        code = self._content.plan.code
        with writing(db, author):
            changes = save_content(db, self._content, author)
            changes |= save_parts(db, self._parts, author) | save_corrections(db, self._corrections, author)
            if self._text is not None:
                changes |= save_plan_text(db, code, self._text, author)
                changes |= save_refused_spots(db, code, self._refused, author)
                changes |= replace_target_sources(db, code, self._content.sources, author)
            for each in self._looked_up_by:
                changes |= save_plan(db, each, author, each.code)
            db.execute(PUT_AT, {"plan": plan_id(db, code), "position": self._position})
        return changes
