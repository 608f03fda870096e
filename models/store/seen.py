"""Whether what somebody is about to overwrite is still what was seen, when two windows or programs share a file."""

from collections.abc import Iterable
from datetime import datetime

from models.errors import KnownError
from models.number import format_date, format_number
from models.period import Period
from models.plan import Actual, Explanation
from models.store.actuals import cell_history, changed
from models.store.database import Database
from models.store.explanations import explanation

DATA_VERSION = "PRAGMA data_version"
LAST_EXPLAINED = """
WITH asked (indicator, unit) AS (
    SELECT (SELECT id FROM indicator WHERE code = :indicator), (SELECT id FROM unit WHERE code = :unit)
)
SELECT revision.at, revision.who FROM revision WHERE id = (
    SELECT max(step) FROM (
        SELECT explanation.revision AS step FROM explanation JOIN asked USING (indicator, unit)
        WHERE explanation.period = :period
        UNION ALL
        SELECT history.revision FROM history JOIN asked USING (indicator, unit)
        WHERE history.subject = 'explanation' AND history.period = :period
    )
)
"""
WORDS = {1: "quý I", 2: "quý II", 3: "quý III", 4: "quý IV"}


class ChangedElsewhereError(KnownError):
    """What was to be overwritten is no longer what was seen: another window or program changed it meanwhile."""


def version(db: Database) -> int:
    """Return a number that is another one after any other connection has changed the file; own writes leave it."""
    return int(db.execute(DATA_VERSION).fetchone()[0])


def check_unchanged(db: Database, seen: Iterable[Actual]) -> None:
    """Raise ChangedElsewhereError where a cell no longer holds what was seen. Called inside the transaction."""
    others = changed(db, seen)
    if others:
        raise ChangedElsewhereError(_refusal(db, others[0], len(others) - 1))


def check_explanations_unchanged(db: Database, seen: Iterable[Explanation]) -> None:
    """Raise ChangedElsewhereError where an explanation is no longer what was seen. Called inside the transaction."""
    for each in seen:
        empty = Explanation(each.indicator, each.unit, each.period)
        if (explanation(db, each.indicator, each.unit, each.period) or empty) != each:
            raise ChangedElsewhereError(_explained_elsewhere(db, each))


def _refusal(db: Database, each: Actual, others: int) -> str:
    last = next(iter(cell_history(db, each.indicator, each.unit, each.period)), None)
    now = "không còn như trên màn hình"
    if last is not None:
        done = f"đổi thành {_shown(last.new)}" if last.new else "xóa trống"
        now = f"vừa được {last.who} {done} ở một cửa sổ khác {_when(last.at)}"
    more = f" (và {others} ô khác cũng vậy)" if others else ""
    return (
        f"Số liệu chỉ tiêu {each.indicator} của đơn vị {each.unit}, {_period(each.period)}, {now}{more},"
        " nên thay đổi này chưa được ghi; hãy xem số mới rồi nhập lại."
    )


def _explained_elsewhere(db: Database, each: Explanation) -> str:
    key = {"period": each.period.code, "indicator": each.indicator, "unit": each.unit}
    row = db.execute(LAST_EXPLAINED, key).fetchone()
    now = "không còn như trên màn hình"
    if row is not None:
        now = f"vừa được {row[1]} sửa ở một cửa sổ khác {_when(datetime.fromisoformat(row[0]))}"
    return (
        f"Giải trình chỉ tiêu {each.indicator} của đơn vị {each.unit}, {_period(each.period)}, {now},"
        " nên thay đổi này chưa được ghi; hãy xem nội dung mới rồi nhập lại."
    )


def _shown(each: Actual) -> str:
    if each.grade:
        return f"“{each.grade}”"
    if each.numerator is not None or each.denominator is not None:
        parts = ("trống" if part is None else format_number(part) for part in (each.numerator, each.denominator))
        return "/".join(parts)
    if each.value is None:
        return "ô chỉ có ghi chú"
    return format_number(each.value) + (f"/{each.out_of}" if each.out_of else "")


def _period(each: Period) -> str:
    return f"{WORDS[each.number]}/{each.year}" if each.is_quarter else f"kỳ {each.code}"


def _when(at: datetime) -> str:
    local = at.astimezone()
    day = "" if local.date() == datetime.now().date() else f" ngày {format_date(local.date())}"
    return f"lúc {local:%H:%M}{day}"
