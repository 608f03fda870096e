"""The rows of the sheets of our own: what was sent, what proves it, what was looked into, how a plan is checked, what
people wrote into reports, days off, what leaders asked for, corrections of issued plans, sources of targets, drafts."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

from models.evidence import EvidenceKind, content_hash
from models.exchange.columns import (
    ACCEPTANCES,
    CHECK_LIMITS,
    CORRECTIONS,
    DAYS_OFF,
    EVIDENCE,
    GROUPS,
    REFUSED,
    REPORT_PARTS,
    REQUESTS,
    SENT_ACTUALS,
    SENT_EVIDENCE,
    SENT_EXPLANATIONS,
    SENT_FIGURES,
    SHARES,
    SOURCES,
    STEPS,
    TEMPLATES,
    TEXT_TABLES,
    TEXTS,
    Sheet,
)
from models.exchange.read_drafts import write_cells
from models.exchange.words import DAY_KINDS, GROUP_KINDS, OPERATORS, PROOFS, ROLES, STATES, word
from models.exchange.words import STEPS as STEP_WORDS
from models.measure import Operator
from models.number import plain
from models.plan import ExplanationRequest
from models.store.acceptances import acceptances
from models.store.check_limits import check_limits
from models.store.database import Database
from models.store.days_off import days_off
from models.store.evidence import every_evidence
from models.store.groups import members
from models.store.kept_steps import kept_steps
from models.store.plan_corrections import corrections
from models.store.plan_texts import plan_texts, refused_spots, target_sources
from models.store.plans import plans
from models.store.report_parts import every_part
from models.store.report_templates import templates
from models.store.requests import requests
from models.store.unit_events import events
from models.submission import SentFigure, Snapshot

Value = str | int | Decimal | date | None
Line = tuple[Value, ...]
MARK = "x"
LONGEST_PIECE = 30_000  # signs of a line that stand in one cell


def _steps(db: Database) -> Iterator[Line]:
    for each in kept_steps(db):
        key = (each.unit, each.quarter.code, each.number)
        at = each.at.isoformat(timespec="milliseconds") if each.at else None
        sent = each.snapshot
        then = (sent.plan, sent.unit, sent.unit_name) if sent else (None, None, None)
        yield *key, word(STEP_WORDS, each.state), each.day, each.reason, each.who, at, *then


def _sent(db: Database) -> Iterator[tuple[tuple[str, str, int], Snapshot]]:
    for each in kept_steps(db):
        if each.snapshot is not None:
            yield (each.unit, each.quarter.code, each.number), each.snapshot


def _sent_actuals(db: Database) -> Iterator[Line]:
    for key, sent in _sent(db):
        for each in sent.actuals:
            parts = (each.numerator, each.denominator, each.value, each.out_of, each.grade)
            mark = MARK if each.is_illustrative else None
            yield *key, each.indicator, *parts, each.note, each.accepted, mark


def _sent_figures(db: Database) -> Iterator[Line]:
    for key, sent in _sent(db):
        for each in sent.figures:
            yield *key, *_figure(each)


def _figure(each: SentFigure) -> Line:
    """Numbers stand as the text that was kept: a cell would round what has more digits than it holds."""
    parts = (None if part is None else plain(part) for part in (each.numerator, each.denominator))
    quarter = each.from_quarter.code if each.from_quarter else None
    operator = word(OPERATORS, Operator(each.operator)) if each.operator else None
    target = (operator, each.target, each.target_to, each.gap)
    mark = MARK if each.is_provisional else None
    key = (each.indicator, each.name, each.period.code)
    return *key, *parts, each.value, quarter, *target, word(STATES, each.state), mark


def _sent_explanations(db: Database) -> Iterator[Line]:
    for key, sent in _sent(db):
        for each in sent.explanations:
            said = (each.cause, each.remedy, each.responsible, each.due)
            yield *key, each.indicator, each.period.code, *said


def _sent_evidence(db: Database) -> Iterator[Line]:
    for key, sent in _sent(db):
        for each in sent.evidence:
            yield *key, each.indicator, word(PROOFS, EvidenceKind(each.kind)), each.text, each.day, each.hash


def _evidence(db: Database) -> Iterator[Line]:
    for each in every_evidence(db):
        yield each.indicator, each.unit, each.period.code, word(PROOFS, each.kind), each.text, each.day, each.hash


def _acceptances(db: Database) -> Iterator[Line]:
    for each in acceptances(db):
        yield each.rule, each.period.code, each.unit, each.indicator, each.left, each.right, each.note


def _check_limits(db: Database) -> Iterator[Line]:
    for plan in plans(db):
        for each in check_limits(db, plan.code):
            yield plan.code, each.rule, each.percent, each.least


def _members(db: Database) -> Iterator[Line]:
    for plan in plans(db):
        for each in members(db, plan.code):
            kind, role = word(GROUP_KINDS, each.kind), word(ROLES, each.role)
            yield plan.code, each.indicator, each.group, kind, each.field, role


def _report_parts(db: Database) -> Iterator[Line]:
    for each in every_part(db):
        yield each.plan, each.kind, each.period.code, each.unit, each.part, each.text


def _templates(db: Database) -> Iterator[Line]:
    for each in templates(db):
        yield each.unit, each.kind, each.name, content_hash(each.content)


def _days_off(db: Database) -> Iterator[Line]:
    for each in days_off(db):
        yield each.unit, each.day, word(DAY_KINDS, each.is_off), each.note


def _requests(db: Database) -> Iterator[Line]:
    for each in requests(db):
        moments = (at and at.isoformat(timespec="milliseconds") for at in (each.asked_at, _told_at(each)))
        yield each.indicator, each.unit, each.period.code, each.note, each.asked_on, each.due, *moments


def _told_at(each: ExplanationRequest) -> datetime | None:
    """Return when it was explained, moved where the clock does not tell what came first, as after it was put back."""
    if each.asked_at is None or each.told_at is None:
        return None
    if each.is_answered:
        return max(each.told_at, each.asked_at)
    return min(each.told_at, each.asked_at - timedelta(milliseconds=1))


def _corrections(db: Database) -> Iterator[Line]:
    for each in corrections(db):
        yield each.plan, each.at.isoformat(timespec="milliseconds"), each.who, each.reason, each.content


def _shares(db: Database) -> Iterator[Line]:
    for each in events(db):
        for code, weight in zip(each.after, each.weights, strict=False):
            yield each.day, "; ".join(each.before), code, weight


def _sources(db: Database) -> Iterator[Line]:
    for each in target_sources(db):
        spot = (each.spot.start, each.spot.part or None) if each.spot else (None, None)
        yield each.plan, each.indicator, each.document, each.place, each.clause, *spot


def _texts(db: Database) -> Iterator[Line]:
    """Write a text line by line; a line that no cell can hold goes on in the next row, under the same number."""
    for each in plan_texts(db):
        for number, line in enumerate(each.text.split("\n"), 1):
            for start in range(0, max(len(line), 1), LONGEST_PIECE):
                name = each.name if number == 1 and start == 0 else None
                yield each.plan, name, number, line[start : start + LONGEST_PIECE]


def _text_tables(db: Database) -> Iterator[Line]:
    for each in plan_texts(db):
        for number, table in enumerate(each.tables, 1):
            for row in table.rows:
                yield each.plan, number, row.start, row.end, write_cells(row)


def _refused(db: Database) -> Iterator[Line]:
    for plan in plans(db):
        for each in refused_spots(db, plan.code):
            yield plan.code, each.start, each.part or None


OWN_ROWS: tuple[tuple[Sheet, Callable[[Database], Iterator[Line]]], ...] = (
    (STEPS, _steps),
    (SENT_ACTUALS, _sent_actuals),
    (SENT_FIGURES, _sent_figures),
    (SENT_EXPLANATIONS, _sent_explanations),
    (SENT_EVIDENCE, _sent_evidence),
    (EVIDENCE, _evidence),
    (ACCEPTANCES, _acceptances),
    (CHECK_LIMITS, _check_limits),
    (GROUPS, _members),
    (REPORT_PARTS, _report_parts),
    (TEMPLATES, _templates),
    (DAYS_OFF, _days_off),
    (REQUESTS, _requests),
    (CORRECTIONS, _corrections),
    (SHARES, _shares),
    (SOURCES, _sources),
    (TEXTS, _texts),
    (TEXT_TABLES, _text_tables),
    (REFUSED, _refused),
)
