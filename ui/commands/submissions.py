"""Submissions without a screen: where each stands, and the steps from sending to accepting. Imports no Qt.

The command line reads STEPS before the window: what takes long to import is left until it is needed."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from models.errors import KnownError
from models.number import format_date

if TYPE_CHECKING:
    from models.exchange.records import Record
    from models.period import Period
    from models.plan import Plan
    from models.store.changes import Author
    from models.store.database import Database
    from models.submission import Standing

STATES = {
    "draft": "Bản nháp",
    "submitted": "Đã gửi",
    "returned": "Bị trả lại",
    "accepted": "Đã tiếp nhận",
}
STEPS = {
    "submit": "gửi phiếu: từ đó không sửa được nữa",
    "return": "trả lại phiếu đã gửi, cần --reason",
    "accept": "tiếp nhận phiếu đã gửi",
    "reopen": "mở lại phiếu đã gửi hoặc đã tiếp nhận, cần --reason",
}
_DONE = {"submit": "Đã gửi", "return": "Đã trả lại", "accept": "Đã tiếp nhận", "reopen": "Đã mở lại"}


def take_step(
    db: "Database", plan: "Plan", step: str, unit: str, quarter: "Period", day: date, reason: str, author: "Author"
) -> str:
    """Make one of STEPS and return the sentence that says so; raises KnownError where it cannot be made."""
    from models.store.board import board
    from models.store.submissions import accept, give_back, reopen, submit

    if reason and step in ("submit", "accept"):
        raise KnownError("Chỉ trả lại và mở lại mới cần lý do; hãy bỏ --reason.")
    match step:
        case "submit":
            if unit not in {each.unit for each in board(db, plan, quarter, day)}:
                raise KnownError(f"Đơn vị {unit} không có phiếu để gửi trong kỳ {quarter} của kế hoạch {plan.code}.")
            submit(db, plan, unit, quarter, day, author)
        case "return":
            give_back(db, unit, quarter, day, reason, author)
        case "accept":
            accept(db, unit, quarter, day, author)
        case "reopen":
            reopen(db, unit, quarter, day, reason, author)
    return f"{_DONE[step]} phiếu kỳ {quarter} của đơn vị {unit}, ngày {format_date(day)}."


def standing_record(each: "Standing") -> "Record":
    """Return where a submission stands under plain keys, for scripts; days and counts as text, None where none is."""
    return {
        "unit": each.unit,
        "state": each.state.value,
        "sent_on": each.day.isoformat() if each.day else None,
        "due": each.due.isoformat(),
        "working_days_late": str(each.days_late),
        "overdue": each.is_overdue,
        "filled": str(each.filled),
        "expected": str(each.expected),
        "reason": each.reason,
    }


def standing_lines(found: list["Standing"], names: dict[str, str]) -> Iterator[str]:
    """Yield a line a unit, and the sum of them."""
    from models.submission import SubmissionState

    width = max((len(names[each.unit]) for each in found), default=0)
    for each in found:
        state = STATES[each.state]
        sent = f" ngày {format_date(each.day)}" if each.day else ""
        late = f", trễ {each.days_late} ngày làm việc" if each.days_late else ""
        reason = f" ({each.reason})" if each.state is SubmissionState.RETURNED else ""
        yield f"{names[each.unit]:<{width}}  {each.filled:>3}/{each.expected:<3}  {state}{sent}{late}{reason}"
    locked = sum(each.state.is_locked for each in found)
    overdue = sum(each.is_overdue for each in found)
    yield f"{locked}/{len(found)} đơn vị đã gửi phiếu, {overdue} đơn vị quá hạn chưa gửi."
