"""What leaders ask units to explain, until it is answered or withdrawn."""

from collections.abc import Iterable
from typing import Any

from models.errors import KnownError
from models.period import Period, read_period
from models.plan import ExplanationRequest
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.entry import Keys
from models.store.plans import plan_id
from models.store.rows import day, iso, moment, moment_text
from models.submission import explained_period

REQUESTS = """
SELECT indicator.code AS indicator, unit.code AS unit, asked.period, asked.note, asked.asked_on, asked.due,
    ifnull(asked.asked_at, asking.at) AS asked_at, ifnull(explanation.told_at, telling.at) AS told_at,
    ifnull(explanation.cause <> '' AND CASE
        WHEN asked.asked_at IS NULL AND explanation.told_at IS NULL THEN explanation.revision >= asked.revision
        ELSE (ifnull(explanation.told_at, telling.at), explanation.revision)
            >= (ifnull(asked.asked_at, asking.at), asked.revision)
    END, 0) AS is_answered
FROM explanation_request AS asked
JOIN indicator ON indicator.id = asked.indicator
JOIN unit ON unit.id = asked.unit
JOIN revision AS asking ON asking.id = asked.revision
LEFT JOIN explanation ON explanation.indicator = asked.indicator AND explanation.unit = asked.unit
    AND explanation.period = asked.period
LEFT JOIN revision AS telling ON telling.id = explanation.revision
LEFT JOIN plan_indicator ON plan_indicator.indicator = asked.indicator AND plan_indicator.plan = :plan
WHERE (:plan IS NULL OR plan_indicator.plan IS NOT NULL)
    AND (:period IS NULL OR asked.period = :period)
    AND (:indicator IS NULL OR indicator.code = :indicator)
    AND (:unit IS NULL OR unit.code = :unit)
ORDER BY asked.period, plan_indicator.position, indicator.code, unit.position, unit.id
"""
ASK = """
INSERT INTO explanation_request (indicator, unit, period, note, asked_on, due, asked_at, revision)
VALUES (:indicator, :unit, :period, :note, :asked_on, :due, :asked_at, :revision)
ON CONFLICT (indicator, unit, period) DO UPDATE SET note = :note, asked_on = :asked_on, due = :due,
    asked_at = :asked_at, revision = :revision
WHERE (note, asked_on, due) IS NOT (:note, :asked_on, :due)
"""
WITHDRAW = "DELETE FROM explanation_request WHERE indicator = :indicator AND unit = :unit AND period = :period"


def requests(
    db: Database, plan_code: str | None = None, period: Period | None = None, unit: str | None = None
) -> list[ExplanationRequest]:
    """Return what is asked, for the indicators of a plan, one period and one unit where they are given."""
    plan_key = None if plan_code is None else plan_id(db, plan_code)
    return _found(db, plan=plan_key, period=None if period is None else period.code, unit=unit)


def request(db: Database, indicator: str, unit: str, period: Period) -> ExplanationRequest | None:
    """Return what is asked of a unit for one indicator and period; None where nothing is."""
    return next(iter(_found(db, indicator=indicator, unit=unit, period=period.code)), None)


def ask(db: Database, new: Iterable[ExplanationRequest], author: Author) -> Changes:
    """Ask for explanations, all or none; asked again of the same figure, the new words take the place of the old.

    Each is asked when its asked_at says, where that is None now.
    Raises KnownError for unknown codes, a period that no form explains, and a day of answer before that of asking."""
    keys = Keys(db)
    with writing(db, author) as revision:
        for each in new:
            _check(each)
            said = {"note": " ".join(each.note.split()), "asked_on": iso(each.asked_on), "due": iso(each.due)}
            said["asked_at"] = moment_text(each.asked_at)
            db.execute(ASK, _key(keys, each.indicator, each.unit, each.period) | said | {"revision": revision})
    return Changes(explanations=True)


def withdraw(db: Database, indicator: str, unit: str, period: Period, author: Author) -> Changes:
    """Take back what was asked. Raises KnownError for unknown codes, and where nothing was asked."""
    with writing(db, author):
        if db.execute(WITHDRAW, _key(Keys(db), indicator, unit, period)).rowcount == 0:
            raise KnownError(f"Chưa có yêu cầu giải trình chỉ tiêu {indicator} của đơn vị {unit}, kỳ {period}.")
    return Changes(explanations=True)


def _check(each: ExplanationRequest) -> None:
    if each.period != explained_period(each.period):
        asked = explained_period(each.period)
        raise KnownError(f"Giải trình được nêu lũy kế từ đầu năm; thay cho kỳ {each.period} hãy ghi {asked}.")
    if each.asked_on is None:
        raise KnownError(f"Yêu cầu giải trình chỉ tiêu {each.indicator} cần ngày yêu cầu.")
    if each.due is not None and each.due < each.asked_on:
        raise KnownError(f"Hạn giải trình chỉ tiêu {each.indicator} không được trước ngày yêu cầu.")


def _key(keys: Keys, indicator: str, unit: str, period: Period) -> dict[str, Any]:
    return {"indicator": keys.indicator(indicator)[0], "unit": keys.unit(unit), "period": period.code}


def _found(db: Database, **asked: Any) -> list[ExplanationRequest]:
    nothing = dict.fromkeys(("plan", "period", "indicator", "unit"))
    return [
        ExplanationRequest(
            row["indicator"],
            row["unit"],
            read_period(row["period"]),
            row["note"],
            day(row["asked_on"]),
            day(row["due"]),
            bool(row["is_answered"]),
            moment(row["asked_at"]),
            moment(row["told_at"]),
        )
        for row in db.query(REQUESTS, nothing | asked)
    ]
