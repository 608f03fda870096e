"""A workbook held against the data file: what is to be written, and how many rows that is, sheet by sheet."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from models.dispatch import Dispatch
from models.evidence import Evidence
from models.exchange import columns
from models.exchange.book import Book, Code
from models.exchange.columns import Sheet
from models.exchange.comparing_drafts import compare_drafts
from models.exchange.comparing_evidence import lost_files, take_in
from models.exchange.comparing_issued import changed_after_issue
from models.exchange.comparing_locks import Guard
from models.exchange.comparing_sheets import SheetCount, Sheets
from models.exchange.comparing_steps import new_steps
from models.exchange.read_evidence import evidence_key
from models.exchange.replaced import Replaced
from models.exchange.tables import Problem
from models.period import Period, WindowSetting
from models.plan import Actual, Assignment, Explanation, ExplanationRequest, Plan
from models.report import ReportPart
from models.store.acceptances import acceptances, save_acceptances
from models.store.actuals import actual, record
from models.store.changes import Author, Changes
from models.store.check_limits import check_limits, save_check_limits
from models.store.database import Database
from models.store.days_off import days_off, save_days_off
from models.store.dispatches import dispatches, save_dispatch
from models.store.evidence import every_evidence, kept_hashes
from models.store.explanations import explanations, save_explanations
from models.store.groups import members, save_members
from models.store.indicators import assignments, indicators, save_assignments, save_indicators
from models.store.kept_steps import take_in_steps
from models.store.measures import measures, reported_periods, save_measure
from models.store.plan_corrections import corrections, save_corrections
from models.store.plans import (
    grades,
    legal_bases,
    plans,
    save_grades,
    save_legal_bases,
    save_plan,
    save_window_settings,
    window_settings,
)
from models.store.reorganisations import save_events
from models.store.report_parts import every_part, save_parts
from models.store.report_templates import save_templates, templates
from models.store.requests import ask, requests
from models.store.rules import rules, save_rules
from models.store.tasks import save_tasks, tasks
from models.store.unit_events import events
from models.store.units import save_units, units
from models.submission import KeptStep
from models.unit import UnitEvent


class Comparison:
    """What differs. writes are to be called in their order, all in one transaction, unless there are problems: rows
    that would change what was sent. notes tell what is left out.

    replaced: the actuals and explanations that they change, with what was before."""

    def __init__(self, db: Database, author: Author) -> None:
        self._db, self._author = db, author
        self._plans = {each.code: each for each in plans(db)}
        self._sheets = Sheets(db, author, self._plans.keys())
        self.writes, self.counts = self._sheets.writes, self._sheets.counts
        self.problems: list[Problem] = []
        self.notes: list[str] = []
        self.replaced = Replaced()

    def compare(self, book: Book) -> None:
        """Compare every sheet, in an order in which what is referred to is written first."""
        self.notes += changed_after_issue(self._db, book)
        self._compare_plans(book)
        self._compare_reports(book)
        self._sheets.merged(columns.TASKS, book.tasks, tasks, save_tasks, _code)
        self._sheets.keyed(
            columns.DISPATCHES,
            book.dispatches,
            dispatches(self._db),
            lambda each: (each.unit, each.report_kind),
            self._save_dispatches,
        )
        self._report_parts(book.report_parts)
        keep = partial(save_templates, self._db, author=self._author)
        had = templates(self._db)
        self._sheets.keyed(columns.TEMPLATES, book.templates, had, lambda each: (each.unit, each.kind), keep)
        save = partial(save_days_off, self._db, author=self._author)
        keep_all = partial(save_corrections, self._db, author=self._author)
        compare_drafts(self._sheets, self._db, book, self._author)
        self._sheets.keyed(columns.CORRECTIONS, book.corrections, corrections(self._db), lambda each: each, keep_all)
        self._sheets.keyed(
            columns.DAYS_OFF, book.days_off, days_off(self._db), lambda each: (each.unit, each.day), save
        )

    def _report_parts(self, new: Sequence[ReportPart]) -> None:
        """Compare what is written into reports; an empty one takes away what its place had."""
        had = {_part_key(each): each for each in every_part(self._db)}
        told = [each for each in new if each.text or _part_key(each) in had]
        save = partial(save_parts, self._db, author=self._author)
        self._sheets.keyed(columns.REPORT_PARTS, told, had.values(), _part_key, save)

    def _compare_plans(self, book: Book) -> None:
        """Compare who reports, and what each plan asks."""
        db, author = self._db, self._author
        self._sheets.keyed(columns.UNITS, book.units, units(db), _code, lambda new: save_units(db, new, author))
        self._sheets.keyed(columns.EVENTS, self._with_shares(book.events), events(db), _event_key, self._save_events)
        self._sheets.keyed(columns.PLANS, book.plans, plans(db), _code, self._save_plans)
        self._sheets.replaced(columns.BASES, book.bases, legal_bases, save_legal_bases)
        self._sheets.merged(columns.WINDOWS, book.windows, window_settings, save_window_settings, _window_key)
        in_order = sorted(book.grades, key=lambda grade: grade.position)
        self._sheets.replaced(columns.GRADES, in_order, grades, save_grades)
        self._sheets.of_plans(
            columns.INDICATORS, book.indicators, indicators, _code, lambda new: save_indicators(db, new, author)
        )
        self._sheets.of_plans(
            columns.ASSIGNMENTS,
            book.assignments,
            assignments,
            _assignment_key,
            lambda new: save_assignments(db, new, author),
        )
        self._sheets.merged(columns.GROUPS, book.members, members, save_members, lambda each: each.indicator)
        self._sheets.merged(
            columns.CHECK_LIMITS, book.check_limits, check_limits, save_check_limits, lambda each: each.rule
        )
        self._codes(book)

    def _compare_reports(self, book: Book) -> None:
        """Compare what units report, and what goes with it.

        Steps that open a form come before what it holds, those that send it after."""
        db, author = self._db, self._author
        steps = new_steps(db, book)
        self.problems += steps.problems
        self._guard = Guard(db, book, steps.opened)
        self._steps(steps.before)
        self._actuals(book.actuals)
        self._sheets.merged(columns.RULES, book.rules, rules, save_rules, _code)
        self._explanations(book)
        self._sheets.keyed(
            columns.REQUESTS, book.requests, requests(db), _explanation_key, lambda new: ask(db, new, author)
        )
        self._evidence(book)
        self._sheets.keyed(
            columns.ACCEPTANCES,
            book.acceptances,
            acceptances(db),
            lambda each: each.key,
            lambda new: save_acceptances(db, new, author),
        )
        self._steps(steps.after)
        self._sheets.count(SheetCount(columns.STEPS.name, len(steps.before) + len(steps.after), 0, 0, steps.same))

    def _with_shares(self, new: Sequence[UnitEvent]) -> list[UnitEvent]:
        """Return events with the shares that they have already, where the workbook says none."""
        had = {_event_key(each): each.weights for each in events(self._db)}
        return [each if each.weights else replace(each, weights=had.get(_event_key(each), ())) for each in new]

    def _save_events(self, new: list[UnitEvent]) -> Changes:
        its = {_event_key(each): each for each in (*events(self._db), *new)}
        return save_events(self._db, its.values(), self._author)

    def _save_plans(self, new: list[Plan]) -> Changes:
        """Save first without what they replace or look up to, which may come later in the workbook."""
        changes, db, author = Changes(), self._db, self._author
        for each in new:
            if each.code not in self._plans:
                changes |= save_plan(db, replace(each, replaces=None, reference=None), author)
        for each in new:
            if each.code in self._plans:
                alone = replace(each, replaces=None, reference=None)
                changes |= save_plan(db, alone, author, old_code=each.code)
        for each in new:
            changes |= save_plan(db, each, author, old_code=each.code)
        return changes

    def _codes(self, book: Book) -> None:
        had = {*measures(self._db), *(each.code for each in book.indicators)}
        old = [each for each in book.codes if each.code in had]
        self._sheets.keyed(columns.CODES, book.codes, old, _code, self._save_codes)

    def _save_codes(self, new: list[Code]) -> Changes:
        for each in new:
            save_measure(self._db, each.code, each.kind, each.accumulation, self._author)
        return Changes(targets=True)

    def _save_dispatches(self, new: list[Dispatch]) -> Changes:
        for each in new:
            save_dispatch(self._db, each, self._author)
        return Changes(plans=True)

    def _actuals(self, new: Sequence[Actual]) -> None:
        """Compare cell by cell; a row with nothing in it takes away what its cell had."""
        periods = set(reported_periods(self._db))
        differing: list[Actual] = []
        added = removed = 0
        for each in new:
            had = self._had_actual(each, periods)
            is_empty = not _has_anything(each)
            if each == had or (is_empty and had is None):
                continue
            differing.append(each)
            self._refuse_locked(columns.ACTUALS, each, (each.indicator, each.unit, each.period))
            self.replaced.add_actual(had, each)
            removed += is_empty
            added += had is None
        changed = len(differing) - added - removed
        self._sheets.count(SheetCount(columns.ACTUALS.name, added, changed, removed, len(new) - len(differing)))
        if differing:
            self.writes.append(lambda: record(self._db, differing, self._author))

    def _had_actual(self, each: Actual, periods: set[Period]) -> Actual | None:
        return actual(self._db, each.indicator, each.unit, each.period) if each.period in periods else None

    def _explanations(self, book: Book) -> None:
        had = {_explanation_key(each): each for each in explanations(self._db)}
        when = {
            key: at for key in map(_explanation_key, book.explanations) if (at := book.told_at(key, key not in had))
        }
        told = [each for each in book.explanations if _has_words(each) or _explanation_key(each) in had]
        for each in told:
            if had.get(_explanation_key(each)) != each:
                self._refuse_locked(columns.EXPLANATIONS, each, _explanation_key(each))
                self.replaced.add_explanation(had.get(_explanation_key(each)), each)
        self._sheets.keyed(
            columns.EXPLANATIONS,
            told,
            had.values(),
            _explanation_key,
            lambda differing: save_explanations(self._db, differing, self._author, when),
        )

    def _evidence(self, book: Book) -> None:
        """Take in proofs that are new; a file whose content lies nowhere is told, and left out."""
        had, kept = {evidence_key(each) for each in every_evidence(self._db)}, kept_hashes(self._db)
        new = [each for each in book.evidence if evidence_key(each) not in had]
        lost = [each for each in new if each.hash and each.hash not in kept and each.hash not in book.files]
        taken = [each for each in new if each not in lost]
        for each in taken:
            self._refuse_locked(columns.EVIDENCE, each, evidence_key(each))
        self._sheets.count(SheetCount(columns.EVIDENCE.name, len(taken), 0, 0, len(book.evidence) - len(new)))
        self.notes += lost_files(lost, book)
        paths = [path for hash, path in book.files.items() if hash not in kept]
        if taken or paths:
            self.writes.append(lambda: take_in(self._db, taken, paths, self._author))

    def _steps(self, new: list[KeptStep]) -> None:
        if new:
            self.writes.append(lambda: take_in_steps(self._db, new, self._author))

    def _refuse_locked(self, sheet: Sheet, each: Actual | Explanation | Evidence, key: tuple[object, ...]) -> None:
        if problem := self._guard.problem(sheet, key, each.unit, each.period):
            self.problems.append(problem)


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


def _code(each: _Coded) -> str:
    return each.code


def _event_key(each: UnitEvent) -> Hashable:
    return each.day, each.kind, each.before, each.after


def _window_key(each: WindowSetting) -> Hashable:
    return each.period


def _assignment_key(each: Assignment) -> Hashable:
    return each.indicator, each.unit, each.period


def _explanation_key(each: Explanation | ExplanationRequest) -> tuple[str, str, Period]:
    return each.indicator, each.unit, each.period


def _part_key(each: ReportPart) -> tuple[object, ...]:
    return each.plan, each.kind, each.period, each.unit, each.part


def _has_words(each: Explanation) -> bool:
    return bool(each.cause or each.remedy or each.responsible or each.due)


def _has_anything(each: Actual) -> bool:
    numbers = (each.numerator, each.denominator, each.value)
    return any(number is not None for number in numbers) or bool(each.grade or each.note or each.accepted)
