"""What a plan is drafted from, held against the data file: its text, what of it was refused, and where targets come
from."""

from collections.abc import Iterable
from functools import partial

from models.drafting.kept import PlanText, RefusedSpot, TargetSource
from models.exchange import columns
from models.exchange.book import Book
from models.exchange.comparing_sheets import Sheets
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.plan_texts import (
    plan_texts,
    refused_spots,
    replace_target_sources,
    save_plan_text,
    save_refused_spots,
    save_target_sources,
    target_sources,
)


def compare_drafts(sheets: Sheets, db: Database, book: Book, author: Author) -> None:
    """Compare texts first: another one takes away what was refused of the old one, and the marks of the targets."""
    had = {each.plan: each for each in plan_texts(db)}
    others = {each.plan for each in book.texts if had.get(each.plan) != each}
    the_same = {each.plan for each in book.texts} - others

    def save_texts(differing: list[PlanText]) -> Changes:
        changes = Changes()
        for each in differing:
            changes |= save_plan_text(db, each.plan, each, author)
            unmarked = [one.without_spot() for one in target_sources(db, each.plan)]
            changes |= replace_target_sources(db, each.plan, unmarked, author)
        return changes

    def refused_of(of: Database, plan: str) -> list[RefusedSpot]:
        return [RefusedSpot(plan, each) for each in refused_spots(of, plan)] if plan in the_same else []

    def save_refused(of: Database, plan: str, rows: Iterable[RefusedSpot], by: Author) -> Changes:
        return save_refused_spots(of, plan, [each.spot for each in rows], by)

    def as_kept(each: TargetSource) -> TargetSource:
        return each if each.plan in the_same else each.without_spot()

    sheets.keyed(columns.TEXTS, book.texts, had.values(), lambda each: each.plan, save_texts)
    sheets.replaced(columns.REFUSED, book.refused, refused_of, save_refused)
    save_sources = partial(save_target_sources, db, author=author)
    kept = map(as_kept, target_sources(db))
    sheets.keyed(columns.SOURCES, book.sources, kept, lambda each: (each.plan, each.indicator), save_sources)
