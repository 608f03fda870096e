"""What the panel writes: each a pair of store calls, the one that does it and the one that takes it back."""

from collections.abc import Sequence
from dataclasses import replace

from models.drafting.drafts import DEFAULT_GRADES, Draft, order_with, settled
from models.drafting.kept import PlanText, Spot
from models.measure import Kind
from models.plan import Grade, Indicator
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.indicators import indicators, order_indicators, remove_indicator, save_indicators
from models.store.plan_texts import (
    plan_text,
    refused_spots,
    replace_target_sources,
    save_plan_text,
    save_refused_spots,
    save_target_sources,
    target_sources,
)
from models.store.plans import grades, save_grades
from ui.pages.plans.writes import Write


def take_text(db: Database, plan: str, new: PlanText | None, author: Author, undoer: Author) -> Write:
    """Put a text in the place of the plan's (None: leave it without); clauses of targets stay, their marks go."""
    old, refused, sources = plan_text(db, plan), refused_spots(db, plan), target_sources(db, plan)

    def work() -> Changes:
        with writing(db, author):
            changes = save_plan_text(db, plan, new, author)
            return changes | replace_target_sources(db, plan, [each.without_spot() for each in sources], author)

    def undo() -> Changes:
        with writing(db, undoer):
            changes = save_plan_text(db, plan, old, undoer)
            if old is not None:
                changes |= save_refused_spots(db, plan, refused, undoer)
            return changes | replace_target_sources(db, plan, sources, undoer)

    return Write(work, undo)


def refuse(db: Database, plan: str, spot: Spot, *, is_refused: bool, author: Author, undoer: Author) -> Write:
    """Refuse a proposal, or take that back."""
    old = refused_spots(db, plan)
    new = sorted({*old, spot}) if is_refused else [each for each in old if each != spot]
    return Write(lambda: save_refused_spots(db, plan, new, author), lambda: save_refused_spots(db, plan, old, undoer))


def accept(db: Database, plan: str, chosen: Sequence[Draft], document: str, author: Author, undoer: Author) -> Write:
    """Let drafts enter a plan, each with the clause of the document that it comes from.

    A plan without grades gets those it needs."""
    had, sources, bands = indicators(db, plan), target_sources(db, plan), grades(db, plan)
    new = settled([replace(each.indicator, plan=plan) for each in chosen], had)
    kept = [replace(each.source(document), plan=plan) for each in chosen]
    needs_grades = not bands and any(each.kind is Kind.GRADE for each in new)

    def work() -> Changes:
        with writing(db, author):
            changes = save_grades(db, plan, _default_grades(plan), author) if needs_grades else Changes()
            changes |= save_indicators(db, new, author)
            changes |= order_indicators(db, plan, order_with(had, new), author)
            return changes | save_target_sources(db, kept, author)

    def undo() -> Changes:
        with writing(db, undoer):
            changes = _as_before(db, plan, had, new, undoer)
            changes |= replace_target_sources(db, plan, sources, undoer)
            return changes | save_grades(db, plan, bands, undoer) if needs_grades else changes

    return Write(work, undo)


def _as_before(db: Database, plan: str, had: list[Indicator], new: list[Indicator], undoer: Author) -> Changes:
    codes = {each.code for each in had}
    changed = {each.code for each in new} & codes
    changes = save_indicators(db, [each for each in had if each.code in changed], undoer)
    added = [each for each in new if each.code not in codes]
    for each in sorted(added, key=lambda one: one.parent is None):  # what stands below another one goes first
        changes |= remove_indicator(db, plan, each.code, undoer)
    return changes | order_indicators(db, plan, [each.code for each in had], undoer)


def _default_grades(plan: str) -> list[Grade]:
    return [Grade(plan, position, name) for position, name in enumerate(DEFAULT_GRADES, 1)]
