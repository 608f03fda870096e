"""Reads what the page shows: one unit's form, what it has sent, its figures. No Qt."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property

from models.period import Period, Windows
from models.plan import Actual, Indicator, Plan
from models.progress import Figure
from models.store.actuals import kept_in_unit
from models.store.asked import read_asked
from models.store.check_form import checked_quarters, form_checks
from models.store.check_scope import Scope, read_scope
from models.store.database import Database
from models.store.evidence import evidence_counts
from models.store.explanations import explanations
from models.store.figures import ProgressReader
from models.store.requests import requests
from models.store.submissions import submission
from models.submission import lock_sentence
from models.unit import Unit, UnitTree
from ui.pages.entry.form import Form, actuals_by_cell

Cells = dict[tuple[str, Period], Actual]


class Kept:
    """What all forms of a plan have in common, read once: for as long as no plan, target, unit or rule changes."""

    def __init__(self, db: Database, plan: Plan) -> None:
        self.asked = read_asked(db, plan)
        self._db = db
        self._readers: dict[tuple[Period, date], ProgressReader] = {}

    @cached_property
    def scope(self) -> Scope:
        """What the checks need of the plan."""
        return read_scope(self._db, self.asked.plan)

    def figures(self, unit: str, period: Period, on: date) -> dict[str, Figure]:
        """Return what a unit's figures come to, by indicator."""
        key = period, on
        if key not in self._readers:
            self._readers[key] = ProgressReader(self._db, self.asked.plan, *key)
        return {each.indicator.code: each for each in self._readers[key].of(unit)}


def read_form(
    db: Database, kept: Kept, unit: Unit, quarter: Period, tree: UnitTree, windows: Windows, on: date
) -> Form:
    """Read one unit's submission of one quarter, last year's quarters with it."""
    asked = kept.asked
    mine = asked.of_unit(unit.code, quarter, tree, windows)
    last_year = Period(quarter.year - 1)
    shown = (*Period(quarter.year).quarters, Period(quarter.year), *last_year.quarters, last_year)
    before = [each for each in checked_quarters(quarter) if each not in shown]
    cells = kept_in_unit(db, unit.code, kept.scope.indicators, (*shown, *before))
    form = Form(asked.plan, unit, quarter, mine, asked.grades)
    form.actuals = _shown(cells, mine, before)
    read_figures(kept, form, on)
    read_explanations(db, form)
    read_locks(db, form)
    read_proofs(db, form)
    read_findings(db, form, kept, cells)
    return form


def _shown(cells: Iterable[Actual], mine: Iterable[Indicator], others: Collection[Period]) -> Cells:
    """Return the cells of a form: what adds up has none for a year itself."""
    adds_up = {each.code: each.kind.rolls_up for each in mine}
    asked = (each for each in cells if each.indicator in adds_up and each.period not in others)
    return actuals_by_cell(each for each in asked if not (each.period.is_year and adds_up[each.indicator]))


def read_findings(db: Database, form: Form, kept: Kept, cells: Iterable[Actual] | None = None) -> None:
    """Read what the checks say of the form: what is wrong, and which rules hold. To be called after every write.

    cells: what the unit reports of the whole plan, where that was read just now."""
    found = form_checks(db, form.plan, form.unit.code, form.quarter, kept.scope, cells)
    form.findings, form.held = found.findings, found.held


def read_proofs(db: Database, form: Form) -> None:
    """Read how many proofs each value of the unit has in the form's year."""
    form.proofs = evidence_counts(db, form.unit.code, form.quarter.year)


def read_locks(db: Database, form: Form) -> None:
    """Read where the unit's submissions of the year stand: which quarters are locked, and the words for it."""
    found = [submission(db, form.unit.code, each) for each in form.year.quarters]
    form.submission = found[form.quarter.number - 1]
    form.lock_words = {each.quarter: lock_sentence(form.unit.name, each) for each in found if each.is_locked}
    form.locked = frozenset(form.lock_words)


def read_figures(kept: Kept, form: Form, on: date) -> None:
    """Read what the unit's figures come to, from the year's start to the end of the quarter.

    An index that is published later is typed for the year in any quarter's form: once there, it is judged."""
    form.figures = kept.figures(form.unit.code, form.cumulative, on) if form.indicators else {}
    late = {each.code for each in form.indicators if form.explained(each) != form.cumulative}
    if any(form.actuals.get((code, form.year)) for code in late):
        of_year = kept.figures(form.unit.code, form.year, on)
        there = {code: of_year[code] for code in late & of_year.keys() if of_year[code].value is not None}
        form.figures = {**form.figures, **there}


def read_explanations(db: Database, form: Form) -> None:
    """Read what the unit says of its missed targets, and is asked, for the periods that these are judged for."""
    form.explanations, form.requests = {}, {}
    periods = {each.code: form.explained(each) for each in form.indicators}
    for period in {form.cumulative, *periods.values()}:
        place = form.plan.code, period, form.unit.code
        said, asked = explanations(db, *place), requests(db, *place)
        form.explanations |= {each.indicator: each for each in said if periods.get(each.indicator) == period}
        wanted = (each for each in asked if periods.get(each.indicator) == period and not each.is_answered)
        form.requests |= {each.indicator: each for each in wanted}
