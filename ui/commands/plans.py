"""Plans and their versions without a screen: listed, issued, replaced, copied, compared, put away. Imports no Qt."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from models.errors import KnownError
from models.number import format_date
from models.plan import Plan
from models.plan_versions import PlanState, free_code, state_of, version_number
from ui.commands.output import print_json
from ui.plan_sets import plan_set
from ui.plan_steps import ONE_STOP

if TYPE_CHECKING:
    from models.store.changes import Author
    from models.store.database import Database
    from reports.plan_changes import PlanChanges

Record = dict[str, str | int | bool | None]
WORDS = {
    PlanState.DRAFT: "đang soạn",
    PlanState.ISSUED: "đã ban hành",
    PlanState.REPLACED: "được thay thế",
}


def plans(asked: Namespace) -> None:
    """List the plans of a file with their versions and where each stands."""
    from models.store.database import open_database
    from models.store.plans import plans as all_plans

    with closing(open_database(asked.file, read_only=True)) as db:
        found = all_plans(db)
    if asked.json:
        print_json(_record(each, found) for each in found)
        return
    print("\n".join(_line(each, found) for each in found) or "Trong tệp chưa có kế hoạch nào.")


def plan(asked: Namespace, author: "Author") -> None:
    """Take one of STEPS. Raises KnownError for what does not fit."""
    from models.store.database import open_database

    if asked.step == "compare":
        _compare(asked)
        return
    if asked.other or asked.json:
        raise KnownError("Chỉ compare mới dùng --with và --json; hãy bỏ đi.")
    with closing(open_database(asked.file)) as db:
        print(_STEPS[asked.step](db, asked, author))


def _new(db: "Database", asked: Namespace, author: "Author") -> str:
    from models.store.database import writing
    from models.store.groups import add_one_stop
    from models.store.plan_sets import add_sets
    from models.store.plans import save_plan

    if asked.year is None:
        raise KnownError("Hãy nêu năm của kế hoạch bằng --year.")
    name = asked.name or f"Kế hoạch cải cách hành chính năm {asked.year}"
    with writing(db, author):
        save_plan(db, Plan(asked.plan, asked.year, name, asked.unit or _only_root(db, asked.year)), author)
        add_sets(db, asked.plan, [plan_set(code) for code in asked.sets if code != ONE_STOP], author)
        if ONE_STOP in asked.sets:
            add_one_stop(db, asked.plan, (), author)
    begun = f", bắt đầu với {', '.join(asked.sets)}" if asked.sets else ""
    return f"Đã lập kế hoạch {asked.plan} năm {asked.year}, đang soạn{begun}."


def _only_root(db: "Database", year: int) -> str:
    """Return the office whose plan of a year it can only be; raises KnownError where there are several, or none."""
    from models.store.units import unit_tree

    roots = unit_tree(db).roots(date(year, 1, 1))
    if len(roots) != 1:
        raise KnownError("Hãy nêu đơn vị có kế hoạch bằng --unit.")
    return roots[0]


def _issue(db: "Database", asked: Namespace, author: "Author") -> str:
    from models.store.plan_content import issue_plan

    day = asked.on or date.today()
    issue_plan(db, asked.plan, asked.number, day, author)
    return f"Đã ban hành kế hoạch {asked.plan} ngày {format_date(day)}."


def _replace(db: "Database", asked: Namespace, author: "Author") -> str:
    from models.store.plan_content import replace_plan
    from models.store.plans import plan as plan_of
    from models.store.plans import plans as all_plans

    its = plan_of(db, asked.plan)
    code = asked.code or free_code(asked.plan, (each.code for each in all_plans(db)))
    replace_plan(db, its.code, code, author)
    return f"Đã lập bản {code}, đang soạn, chép từ {its.code}; ban hành thì có hiệu lực từ ngày ban hành."


def _copy(db: "Database", asked: Namespace, author: "Author") -> str:
    from models.store.plan_content import copy_plan
    from models.store.plans import plan as plan_of

    new = next_years(plan_of(db, asked.plan), db, asked.year, asked.code)
    copy_plan(db, asked.plan, new, author)
    return f"Đã lập kế hoạch {new.code} năm {new.year}, đang soạn, chép từ {asked.plan}; hãy xem lại từng mức."


def next_years(its: Plan, db: "Database", year: int | None, code: str | None) -> Plan:
    """Return the plan of another year, the next one where none is said, that an office begins with what it had."""
    from models.store.plans import plans as all_plans

    year = year or its.year + 1
    taken = {each.code for each in all_plans(db)}
    moved = {name: getattr(its, name).replace(str(its.year), str(year)) for name in ("code", "name")}
    new = replace(its, **moved, year=year, number="", issued_on=None, replaces=None, reference=None, is_archived=False)
    return replace(new, code=code or free_code(new.code, taken))


def _archive(db: "Database", asked: Namespace, author: "Author") -> str:
    from models.store.plan_content import archive_plan

    archive_plan(db, asked.plan, author)
    return f"Đã lưu trữ kế hoạch {asked.plan}."


def _restore(db: "Database", asked: Namespace, author: "Author") -> str:
    from models.store.plan_content import archive_plan

    archive_plan(db, asked.plan, author, is_archived=False)
    return f"Đã đưa kế hoạch {asked.plan} trở lại."


def _delete(db: "Database", asked: Namespace, author: "Author") -> str:
    from models.store.backup import keep_copy_before
    from models.store.plan_content import check_deletable, delete_plan, has_actuals

    check_deletable(db, asked.plan)
    copied = ""
    if has_actuals(db, asked.plan):
        copied = f" Bản sao của tệp trước khi xóa: {keep_copy_before(asked.file, asked.file.parent, datetime.now())}."
    delete_plan(db, asked.plan, author)
    return f"Đã xóa kế hoạch {asked.plan}; số liệu đơn vị đã báo cáo vẫn còn.{copied}"


_STEPS: dict[str, Callable[["Database", Namespace, "Author"], str]] = {
    "new": _new,
    "issue": _issue,
    "replace": _replace,
    "copy": _copy,
    "archive": _archive,
    "restore": _restore,
    "delete": _delete,
}


def _compare(asked: Namespace) -> None:
    from models.store.database import open_database
    from reports.plan_changes import compared

    if asked.other is None:
        raise KnownError("Hãy nêu kế hoạch để so với bằng --with.")
    with closing(open_database(asked.file, read_only=True)) as db:
        found = compared(db, asked.plan, asked.other)
    if asked.json:
        print_json(_change_records(found))
        return
    for each in found.rows:
        print(each.sentence)
    print(f"So {asked.plan} với {asked.other}: {found.summary}.")


def _change_records(found: "PlanChanges") -> Iterator[Record]:
    for each, row in zip(found.found, found.rows, strict=True):
        yield {
            "section": each.section.value,
            "change": each.change.value,
            "code": each.code,
            "field": each.field,
            "unit": each.unit,
            "period": each.period.code if each.period else None,
            "what": row.what,
            "old": row.old,
            "new": row.new,
        }


def _record(each: Plan, others: list[Plan]) -> Record:
    return {
        "plan": each.code,
        "year": each.year,
        "name": each.name,
        "unit": each.unit,
        "version": version_number(each, others),
        "state": state_of(each, others).value,
        "number": each.number,
        "issued_on": each.issued_on.isoformat() if each.issued_on else None,
        "replaces": each.replaces,
        "reference": each.reference,
        "archived": each.is_archived,
    }


def _line(each: Plan, others: list[Plan]) -> str:
    state = WORDS[state_of(each, others)]
    by = f", {each.number}" if each.number else ""
    day = f" ngày {format_date(each.issued_on)}" if each.issued_on else ""
    away = ", đã lưu trữ" if each.is_archived else ""
    return f"{each.code}  năm {each.year}  bản {version_number(each, others)}, {state}{by}{day}{away}  {each.name}"
