"""Parts of reports that people write, without a screen: listed, read, written. Imports no Qt."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.errors import KnownError, reason
from ui.commands.output import print_json

if TYPE_CHECKING:
    from models.plan import Plan
    from models.report import ReportPart
    from models.store.changes import Author
    from models.store.database import Database
    from reports.kind import Kind, Part

Record = dict[str, Any]


def report_part(asked: Namespace, author: "Author") -> None:
    """List a report's parts, show one, or write one. Raises KnownError for a kind or part that there is not."""
    from models.store.database import open_database
    from models.store.plans import plan_in_force
    from models.store.units import unit_tree
    from reports.kinds import check_year, kind_of

    kind = kind_of(asked.kind)
    chosen = _chosen(kind, asked.part)
    text = _given(asked)
    if text is not None and asked.part is None:
        raise KnownError("Hãy nêu phần cần ghi bằng --part; lệnh không có --part sẽ liệt kê các phần.")
    with closing(open_database(asked.file, read_only=text is None)) as db:
        plan = plan_in_force(db, asked.period, asked.plan)
        check_year(plan, asked.period)
        asked.period = kind.period_of(asked.period)
        if asked.unit is not None and asked.unit not in unit_tree(db):
            raise KnownError(f"Không có đơn vị {asked.unit} trong tệp.")
        if text is not None:
            print(_write(db, plan, asked, text, author))
            return
        found = [*_records(db, plan, asked, chosen)]
    if asked.json:
        print_json(found)
    else:
        print("\n".join(_whole(found[0]) if asked.part else _listed(found)))


def blank_lines(kind: "Kind", written: dict[str, str]) -> Iterator[str]:
    """Yield how many parts nobody has written yet, then their names; nothing where all are written."""
    from reports.kind import blank_parts

    blank = blank_parts(kind, written)
    if blank:
        yield f"Còn {len(blank)}/{len(kind.parts)} phần chưa viết (xem, viết bằng lệnh report-part):"
    yield from (f"  {each.title} ({each.key})" for each in blank)


def _chosen(kind: "Kind", key: str | None) -> list["Part"]:
    if not kind.parts:
        raise KnownError(f"Loại báo cáo {kind.code} không có phần nào phải viết.")
    found = [each for each in kind.parts if key in (None, each.key)]
    if not found:
        keys = ", ".join(each.key for each in kind.parts)
        raise KnownError(f"Báo cáo {kind.code} không có phần “{key}”; các phần có: {keys}.")
    return found


def _given(asked: Namespace) -> str | None:
    """Return the text to be written; None where a part is only looked at."""
    if asked.source is None:
        return None if asked.text is None else str(asked.text)
    path: Path = asked.source
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as problem:
        raise KnownError(f"Không tìm thấy tệp “{path}”.") from problem
    except OSError as problem:
        raise KnownError(f"Không đọc được tệp “{path}”: {reason(problem)}.") from problem
    except UnicodeDecodeError as problem:
        raise KnownError(f"Tệp “{path}” không phải văn bản UTF-8; hãy lưu lại với bảng mã UTF-8.") from problem


def _write(db: "Database", plan: "Plan", asked: Namespace, text: str, author: "Author") -> str:
    from models.report import ReportPart, tidied
    from models.store.report_parts import save_part

    save_part(db, ReportPart(plan.code, asked.kind, asked.period, asked.unit, asked.part, text), author)
    whose = f" của đơn vị {asked.unit}" if asked.unit else ""
    done = "Đã ghi" if tidied(text) else "Đã bỏ trống"
    return f"{done} phần {asked.part} của báo cáo {asked.kind} kỳ {asked.period}{whose}."


def _records(db: "Database", plan: "Plan", asked: Namespace, chosen: list["Part"]) -> Iterator[Record]:
    from models.store.report_parts import parts, parts_before

    report = (db, plan.code, asked.kind, asked.period, asked.unit)
    written, before = parts(*report), parts_before(*report)
    for each in chosen:
        yield {
            "part": each.key,
            "title": each.title,
            "hint": each.hint,
            "state": "written" if each.key in written else "blank",
            "text": written.get(each.key),
            "before": _before(before.get(each.key)),
        }


def _before(part: "ReportPart | None") -> Record | None:
    return None if part is None else {"period": part.period.code, "text": part.text}


def _listed(found: list[Record]) -> Iterator[str]:
    """Yield a line a part: its key, whether it is written, its heading; and how many are left."""
    width = max(len(each["part"]) for each in found)
    for each in found:
        state = "đã viết " if each["text"] else "chưa viết"
        before = f" (kỳ {each['before']['period']} đã có)" if each["before"] and not each["text"] else ""
        yield f"{each['part']:<{width}}  {state:<9}  {each['title']}{before}"
    blank = sum(not each["text"] for each in found)
    yield f"{blank}/{len(found)} phần chưa viết." if blank else f"Đã viết đủ {len(found)} phần."


def _whole(found: Record) -> Iterator[str]:
    """Yield what a part says; of a blank one what belongs there, and what was said the time before."""
    if found["text"]:
        yield found["text"]
        return
    yield f"Phần {found['part']} chưa viết. {found['title']}: {found['hint']}"
    if found["before"]:
        yield f"Kỳ {found['before']['period']} đã viết:"
        yield found["before"]["text"]
