"""What wants doing, and what leaders ask to be explained, without a screen. Imports no Qt."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Any

from models.alerts import Alert, AlertKind
from models.errors import KnownError
from models.number import format_date
from models.plan import ExplanationRequest
from ui.commands.output import print_json

if TYPE_CHECKING:
    from models.store.changes import Author
    from models.store.database import Database

Record = dict[str, Any]
MARKS: Mapping[AlertKind, str] = {
    AlertKind.OVERDUE: "Quá hạn",
    AlertKind.DUE_SOON: "Sắp đến hạn",
    AlertKind.TASK: "Nhiệm vụ",
    AlertKind.TO_EXPLAIN: "Cần giải trình",
    AlertKind.UNREACHABLE: "Không thể đạt",
}


def alerts(asked: Namespace) -> None:
    """List what wants doing as of a day, what is late first. Raises KnownError for an unknown unit."""
    from models.store.alerts import alerts as found_in
    from models.store.database import open_database
    from models.store.plans import plan_in_force
    from models.store.units import unit_tree

    with closing(open_database(asked.file, read_only=True)) as db:
        plan = plan_in_force(db, asked.period, asked.plan)
        found = found_in(db, plan, asked.period, asked.on or date.today(), asked.unit)
        names = unit_tree(db).names()
    if asked.json:
        print_json(map(_alert_record, found))
        return
    print("\n".join(_alert_line(each, names) for each in found) or "Không có việc gì cần làm ngay.")


def request(asked: Namespace, author: "Author") -> None:
    """Ask for an explanation, take it back, or list what is asked. Raises KnownError for what does not fit."""
    from models.store.database import open_database
    from models.store.plans import plan_in_force

    if asked.indicator is None:
        if asked.withdraw or asked.note or asked.due:
            raise KnownError("Hãy nêu chỉ tiêu bằng --indicator và đơn vị bằng --unit; thiếu chúng, lệnh liệt kê.")
    elif asked.unit is None:
        raise KnownError("Hãy nêu đơn vị phải giải trình bằng --unit.")
    with closing(open_database(asked.file, read_only=asked.indicator is None)) as db:
        plan = plan_in_force(db, asked.period, asked.plan)
        if asked.indicator is None:
            _list(db, plan.code, asked)
        elif asked.withdraw:
            _withdraw(db, asked, author)
        else:
            _ask(db, asked, author)


def _list(db: "Database", plan: str, asked: Namespace) -> None:
    from models.store.requests import requests
    from models.submission import explained_period

    found = requests(db, plan, explained_period(asked.period), asked.unit)
    if asked.json:
        print_json(map(_request_record, found))
        return
    print("\n".join(map(_request_line, found)) or "Chưa có yêu cầu giải trình nào.")


def _ask(db: "Database", asked: Namespace, author: "Author") -> None:
    from models.store.requests import ask
    from models.store.requests import request as request_of

    day = asked.on or date.today()
    ask(db, [ExplanationRequest(asked.indicator, asked.unit, asked.period, asked.note, day, asked.due)], author)
    kept = request_of(db, asked.indicator, asked.unit, asked.period)
    if asked.json and kept is not None:
        print_json(_request_record(kept))
        return
    print(f"Đã yêu cầu đơn vị {asked.unit} giải trình chỉ tiêu {asked.indicator}, kỳ {asked.period}.")


def _withdraw(db: "Database", asked: Namespace, author: "Author") -> None:
    from models.store.requests import withdraw

    withdraw(db, asked.indicator, asked.unit, asked.period, author)
    print(f"Đã rút yêu cầu đơn vị {asked.unit} giải trình chỉ tiêu {asked.indicator}, kỳ {asked.period}.")


def _request_record(each: ExplanationRequest) -> Record:
    return {
        "indicator": each.indicator,
        "unit": each.unit,
        "period": each.period.code,
        "note": each.note,
        "asked_on": each.asked_on and each.asked_on.isoformat(),
        "due": each.due and each.due.isoformat(),
        "answered": each.is_answered,
    }


def _request_line(each: ExplanationRequest) -> str:
    state = "đã giải trình" if each.is_answered else "chưa giải trình"
    due = f", hạn {format_date(each.due)}" if each.due else ""
    note = f": {each.note}" if each.note else ""
    return f"{each.indicator} {each.unit} {each.period}{due}, {state}{note}"


def _alert_record(each: Alert) -> Record:
    is_form = each.kind in (AlertKind.OVERDUE, AlertKind.DUE_SOON)
    return {
        "kind": each.kind.value,
        "unit": each.unit,
        "heirs": list(each.heirs),
        "indicator": each.indicator,
        "task": each.task or None,
        "period": each.period.code,
        "due": each.due and each.due.isoformat(),
        "days_left": each.days_left,
        "filled": each.filled if is_form else None,
        "expected": each.expected if is_form else None,
        "note": each.note or None,
        "at_pace": each.at_pace if each.kind is AlertKind.UNREACHABLE else None,
    }


def _alert_line(each: Alert, names: Mapping[str, str]) -> str:
    return f"{MARKS[each.kind]}: {'; '.join(_parts(each, names))}."


def _parts(each: Alert, names: Mapping[str, str]) -> Iterator[str]:
    name = "" if each.unit is None else names.get(each.unit, each.unit)
    if each.heirs:
        name += f" (nay là {', '.join(names[heir] for heir in each.heirs)})"
    if each.kind is AlertKind.TASK:
        yield f"{each.task} {each.note}".rstrip(" .")
    elif each.indicator is None:
        yield f"{name} chưa gửi phiếu {each.period} ({each.filled}/{each.expected} ô đã có số)"
    elif each.kind is AlertKind.TO_EXPLAIN:
        yield f"{name} giải trình chỉ tiêu {each.indicator}, kỳ {each.period}" + (f": {each.note}" if each.note else "")
    else:
        of = f" của {name}" if name else ""
        if each.has_ended and not each.at_pace:
            yield f"chỉ tiêu {each.indicator}{of} không đạt mức năm {each.period}, năm đã kết thúc"
        else:
            why = "theo nhịp dự kiến" if each.at_pace else "được nữa"
            yield f"chỉ tiêu {each.indicator}{of} không thể đạt mức năm {each.period} {why}"
    if each.due is not None and each.days_left is not None:
        left = f"quá {-each.days_left} ngày" if each.is_late else f"còn {each.days_left} ngày"
        yield f"hạn {format_date(each.due)}, {left}"
