"""The rows of the workbook that is written: what the file holds, in the order of the headings."""

from collections.abc import Callable, Iterator

from models.dispatch import Dispatch
from models.exchange.columns import (
    ACTUALS,
    ASSIGNMENTS,
    BASES,
    CODES,
    DISPATCHES,
    EVENTS,
    EXPLANATIONS,
    GRADES,
    INDICATORS,
    PLANS,
    RULES,
    TASKS,
    UNITS,
    WINDOWS,
    Sheet,
)
from models.exchange.own_rows import MARK, OWN_ROWS
from models.exchange.own_rows import Line as Line
from models.exchange.own_rows import Value as Value
from models.exchange.words import ACCUMULATIONS, EVENT_KINDS, KINDS, OPERATORS, SEVERITIES, YES_NO, word
from models.measure import Accumulation, Kind, Target
from models.number import plain
from models.plan import Actual
from models.store.actuals import actuals
from models.store.database import Database
from models.store.dispatches import dispatches
from models.store.explanations import explanations
from models.store.indicators import assignments, indicators
from models.store.measures import measures
from models.store.plans import grades, legal_bases, plans, window_settings
from models.store.rules import rules
from models.store.tasks import tasks
from models.store.unit_events import events
from models.store.units import units


def _plans(db: Database) -> Iterator[Line]:
    for each in plans(db):
        yield (
            each.code, each.year, each.name, each.unit, each.superior_agency, each.issuing_agency, each.place,
            each.number, each.issued_on, each.replaces, each.near_threshold, each.reference,
            MARK if each.is_archived else None,
        )  # fmt: skip


def _bases(db: Database) -> Iterator[Line]:
    for plan in plans(db):
        for each in legal_bases(db, plan.code):
            yield plan.code, each.kind, each.number, each.day, each.agency, each.abstract


def _units(db: Database) -> Iterator[Line]:
    for each in units(db):
        successors = "; ".join(each.succeeded_by)
        yield each.code, each.name, each.kind, each.first_superior, each.valid_from, each.valid_to, successors


def _events(db: Database) -> Iterator[Line]:
    for each in events(db):
        yield each.day, word(EVENT_KINDS, each.kind), "; ".join(each.before), "; ".join(each.after), each.basis


def _windows(db: Database) -> Iterator[Line]:
    for plan in plans(db):
        for each in window_settings(db, plan.code):
            yield plan.code, each.period.code, each.first, each.last, each.due


def _grades(db: Database) -> Iterator[Line]:
    for plan in plans(db):
        for each in grades(db, plan.code):
            yield plan.code, each.position, each.name, each.from_score


def _indicators(db: Database) -> Iterator[Line]:
    for plan in plans(db):
        for each in indicators(db, plan.code):
            yield (
                plan.code, each.code, each.parent, each.area, each.name, each.short_name, each.lead,
                word(KINDS, each.kind), each.numerator, each.denominator, each.measured_in, each.scale,
                _accumulation(each.kind, each.accumulation), *_target(each.target, each.kind), each.near_threshold,
                each.published_month, each.source,
            )  # fmt: skip


def _accumulation(kind: Kind, accumulation: Accumulation | None) -> str:
    return word(ACCUMULATIONS, accumulation or Accumulation.FLOW) if kind.rolls_up else ""


def _assignments(db: Database) -> Iterator[Line]:
    for plan in plans(db):
        kinds = {each.code: each.kind for each in indicators(db, plan.code)}
        for each in assignments(db, plan.code):
            target = _target(each.target, kinds[each.indicator])
            yield plan.code, each.indicator, each.unit, each.period.code, *target


def _target(target: Target | None, kind: Kind) -> tuple[Value, Value, Value]:
    if target is None:
        return None, None, None
    operator = word(OPERATORS, target.operator)
    if target.grade:
        return operator, target.grade, target.grade_to
    if kind is Kind.YES_NO and target.value is not None:
        return operator, word(YES_NO, bool(target.value)), None
    return operator, target.value, target.value_to


def _actuals(db: Database) -> Iterator[Line]:
    kinds = {code: kind for code, (kind, _) in measures(db).items()}
    for each in actuals(db):
        mark = "x" if each.is_illustrative else None
        parts = (each.numerator, each.denominator, _value(each, kinds[each.indicator]))
        yield each.indicator, each.unit, each.period.code, *parts, each.note, each.accepted, mark


def _value(each: Actual, kind: Kind) -> Value:
    if each.grade or each.value is None:
        return each.grade
    if kind is Kind.YES_NO:
        return word(YES_NO, bool(each.value))
    return each.value if each.out_of is None else f"{plain(each.value)}/{each.out_of}"


def _rules(db: Database) -> Iterator[Line]:
    for plan in plans(db):
        for each in rules(db, plan.code):
            severity = word(SEVERITIES, each.is_error)
            yield plan.code, each.code, each.left, each.operator, each.right, each.tolerance, severity, each.text


def _explanations(db: Database) -> Iterator[Line]:
    for each in explanations(db):
        key = (each.indicator, each.unit, each.period.code)
        yield *key, each.cause, each.remedy, each.responsible, each.due


def _tasks(db: Database) -> Iterator[Line]:
    for plan in plans(db):
        for each in tasks(db, plan.code):
            yield (
                plan.code, each.code, each.area, each.content, each.product, each.lead, each.cooperating, each.due,
                each.done_on, each.note, each.progress,
            )  # fmt: skip


def _dispatches(db: Database) -> Iterator[Line]:
    return map(_dispatch, dispatches(db))


def _dispatch(each: Dispatch) -> Line:
    joint = "\n" if any(";" in line for line in each.recipients) else "; "
    return (
        each.unit, each.report_kind, each.symbol, each.addressee, each.authority, each.signer_position, each.signer,
        joint.join(each.recipients), each.drafting_unit, each.superior_agency, each.issuing_agency, each.place, None,
    )  # fmt: skip


def _codes(db: Database) -> Iterator[Line]:
    in_plans = {each.code for plan in plans(db) for each in indicators(db, plan.code)}
    for code, (kind, accumulation) in measures(db).items():
        if code not in in_plans:
            yield code, word(KINDS, kind), _accumulation(kind, accumulation)


ROWS: tuple[tuple[Sheet, Callable[[Database], Iterator[Line]]], ...] = (
    (PLANS, _plans),
    (BASES, _bases),
    (UNITS, _units),
    (EVENTS, _events),
    (WINDOWS, _windows),
    (GRADES, _grades),
    (INDICATORS, _indicators),
    (ASSIGNMENTS, _assignments),
    (ACTUALS, _actuals),
    (RULES, _rules),
    (EXPLANATIONS, _explanations),
    (TASKS, _tasks),
    (DISPATCHES, _dispatches),
    (CODES, _codes),
    *OWN_ROWS,
)
