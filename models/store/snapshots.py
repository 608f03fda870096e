"""What was sent, kept as text with the step that sent it: no later edit changes it."""

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from models.errors import KnownError
from models.exchange.records import figure_record
from models.number import plain
from models.period import Period, read_period
from models.plan import Actual, Explanation, Plan
from models.progress import Figure, State
from models.store.database import Database
from models.store.explanations import explanations
from models.store.figures import progress
from models.store.indicators import indicators
from models.store.plans import grades
from models.store.rows import day, iso, number, period_key, period_of
from models.submission import SentEvidence, SentFigure, Snapshot, cumulative_until

ACTUALS_OF_FORM = """
SELECT indicator.code, actual.numerator, actual.denominator, actual.value, actual.out_of, actual.grade, actual.note,
    actual.accepted, actual.illustrative
FROM unit CROSS JOIN indicator
CROSS JOIN actual ON actual.period = :period AND actual.indicator = indicator.id AND actual.unit = unit.id
WHERE unit.code = :unit
ORDER BY indicator.id
"""
EVIDENCE_OF_FORM = """
SELECT indicator.code, evidence.period, evidence.kind, evidence.text, evidence.day, ifnull(evidence.hash, '')
FROM evidence JOIN indicator ON indicator.id = evidence.indicator
WHERE evidence.period = :period AND evidence.unit = (SELECT id FROM unit WHERE code = :unit)
ORDER BY indicator.id, evidence.id
"""
UNIT_NAME = "SELECT name FROM unit WHERE code = :unit"
SNAPSHOT = "SELECT snapshot FROM submission_step WHERE id = :id"


def snapshot(db: Database, step: int) -> Snapshot:
    """Return what a step sent; raises KnownError for one that sent nothing."""
    row = db.execute(SNAPSHOT, {"id": step}).fetchone()
    if row is None or row[0] is None:
        raise KnownError("Bước này của phiếu không gửi số liệu nên không có bản đã gửi để xem.")
    return from_text(row[0])


def taken(db: Database, plan: Plan, unit: str, quarter: Period, on: date) -> Snapshot:
    """Return what stands in the file now for a unit and quarter: of all plans what is reported, of one its figures."""
    key = {"unit": unit, "period": period_key(quarter)}
    (name,) = db.execute(UNIT_NAME, key).fetchone()
    cumulative = cumulative_until(quarter)
    return Snapshot(
        plan.code,
        unit,
        name,
        quarter,
        tuple(_actual(unit, quarter, row) for row in db.execute(ACTUALS_OF_FORM, key)),
        _figures(db, plan, unit, cumulative, on),
        tuple(each for each in explanations(db, unit=unit) if each.period in (quarter, cumulative)),
        tuple(
            SentEvidence(code, period_of(period), kind, text, day(its_day), content)
            for code, period, kind, text, its_day, content in db.execute(EVIDENCE_OF_FORM, key)
        ),
    )


def to_text(each: Snapshot) -> str:
    """Return a snapshot as it is kept: quantities as plain decimal strings, days as year-month-day."""
    kept = {
        "plan": each.plan,
        "unit": {"code": each.unit, "name": each.unit_name},
        "period": each.quarter.code,
        "actuals": [_actual_out(actual) for actual in each.actuals],
        "figures": [_figure_out(figure) for figure in each.figures],
        "explanations": [
            {**asdict(said), "period": said.period.code, "due": iso(said.due)} for said in each.explanations
        ],
        "evidence": [{**asdict(its), "period": its.period.code, "day": iso(its.day)} for its in each.evidence],
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Snapshot:
    """Return the snapshot of a kept text."""
    kept = json.loads(text)
    unit, quarter = kept["unit"]["code"], read_period(kept["period"])
    return Snapshot(
        kept["plan"],
        unit,
        kept["unit"]["name"],
        quarter,
        tuple(_actual_in(unit, quarter, each) for each in kept["actuals"]),
        tuple(_figure_in(each) for each in kept["figures"]),
        tuple(
            Explanation(**{**each, "period": read_period(each["period"]), "due": day(each["due"])})
            for each in kept["explanations"]
        ),
        tuple(
            SentEvidence(**{**each, "period": read_period(each["period"]), "day": day(each["day"])})
            for each in kept["evidence"]
        ),
    )


def _figures(db: Database, plan: Plan, unit: str, cumulative: Period, on: date) -> tuple[SentFigure, ...]:
    """Return the figures that are asked of the unit, in the plan's order."""
    names = [each.name for each in grades(db, plan.code)]
    found = {each.indicator.code: each for each in progress(db, plan, cumulative, on, unit)}
    in_order = (found[each.code] for each in indicators(db, plan.code))
    return tuple(_sent(each, names) for each in in_order if each.expected_units or each.reported_units)


def _sent(figure: Figure, names: list[str]) -> SentFigure:
    record: dict[str, Any] = figure_record(figure, names)
    return SentFigure(
        figure.indicator.code,
        figure.indicator.name,
        figure.period,
        figure.numerator,
        figure.denominator,
        record["value"],
        figure.from_quarter,
        record["operator"],
        record["target"],
        record["target_to"],
        record["gap"],
        figure.state,
        figure.is_provisional,
    )


def _actual(unit: str, quarter: Period, row: tuple[Any, ...]) -> Actual:
    code, numerator, denominator, value, out_of, grade, note, accepted, illustrative = row
    parts = (number(numerator), number(denominator), number(value), out_of)
    return Actual(code, unit, quarter, *parts, grade or "", note or "", accepted or "", bool(illustrative))


def _actual_out(each: Actual) -> dict[str, Any]:
    return {
        "indicator": each.indicator,
        "numerator": _text(each.numerator),
        "denominator": _text(each.denominator),
        "value": _text(each.value),
        "out_of": each.out_of,
        "grade": each.grade,
        "note": each.note,
        "accepted": each.accepted,
        "illustrative": each.is_illustrative,
    }


def _actual_in(unit: str, quarter: Period, kept: dict[str, Any]) -> Actual:
    parts = (_number(kept["numerator"]), _number(kept["denominator"]), _number(kept["value"]), kept["out_of"])
    words = (kept["grade"], kept["note"], kept["accepted"])
    return Actual(kept["indicator"], unit, quarter, *parts, *words, kept["illustrative"])


def _figure_out(each: SentFigure) -> dict[str, Any]:
    return {
        "indicator": each.indicator,
        "name": each.name,
        "period": each.period.code,
        "numerator": _text(each.numerator),
        "denominator": _text(each.denominator),
        "value": each.value,
        "from_quarter": each.from_quarter.code if each.from_quarter else None,
        "operator": each.operator,
        "target": each.target,
        "target_to": each.target_to,
        "gap": each.gap,
        "state": each.state.value,
        "provisional": each.is_provisional,
    }


def _figure_in(kept: dict[str, Any]) -> SentFigure:
    quarter = kept["from_quarter"]
    return SentFigure(
        kept["indicator"],
        kept["name"],
        read_period(kept["period"]),
        _number(kept["numerator"]),
        _number(kept["denominator"]),
        kept["value"],
        read_period(quarter) if quarter else None,
        kept["operator"],
        kept["target"],
        kept["target_to"],
        kept["gap"],
        State(kept["state"]),
        kept["provisional"],
    )


def _text(quantity: Decimal | None) -> str | None:
    return None if quantity is None else plain(quantity)


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
