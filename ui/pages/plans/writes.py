"""What the page of plans writes: each a pair of store calls, the one that does it and the one that takes it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from models.drafting.drafts import order_with
from models.expectation import Roof, expected_units
from models.measure import Target
from models.period import Period
from models.plan import Assignment, Correction, Indicator
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.groups import add_one_stop, groups, members, remove_group, save_members
from models.store.indicators import (
    assignments,
    indicator,
    indicators,
    order_indicators,
    remove_assignment,
    remove_indicator,
    save_assignments,
    save_indicator,
    save_indicators,
)
from models.store.plan_content import plan_content
from models.store.plan_corrections import save_corrections, take_back_correction
from models.store.plan_texts import replace_target_sources, target_sources
from models.store.plans import plan, windows
from models.store.rules import rules, save_rules
from models.store.units import unit_tree
from reports.plan_changes import changes_between, sentences, unit_names
from ui.pages.plans.one_stop import OneStopWish

Cell = tuple[Indicator, str | None, Target | None]
Work = Callable[[], Changes]


@dataclass(frozen=True)
class Write:
    """A write and the one that takes it back."""

    work: Work
    undo: Work


def change_indicator(db: Database, old: Indicator, new: Indicator, author: Author, undoer: Author) -> Write:
    """Change an indicator, its code included."""
    return Write(
        lambda: save_indicator(db, new, author, old.code),
        lambda: save_indicator(db, old, undoer, new.code),
    )


def add_indicator(db: Database, new: Indicator, after: str | None, author: Author, undoer: Author) -> Write:
    """Add an indicator below another one; None: at the end."""

    def work() -> Changes:
        with writing(db, author):
            codes = [each.code for each in indicators(db, new.plan)]
            changes = save_indicator(db, new, author)
            place = codes.index(after) + 1 if after in codes else len(codes)
            return changes | order_indicators(db, new.plan, [*codes[:place], new.code, *codes[place:]], author)

    return Write(work, lambda: remove_indicator(db, new.plan, new.code, undoer))


def change_block(
    db: Database, plan_code: str, pairs: Sequence[tuple[str | None, Indicator]], author: Author, undoer: Author
) -> Write:
    """Change many indicators and add others in one step. pairs: the code that each had (None: new), what it becomes."""
    had = indicators(db, plan_code)
    known = {each.code: each for each in had}
    new = [replace(each, plan=plan_code) for old, each in pairs if old is None]
    changed = [(known[old], replace(each, plan=plan_code)) for old, each in pairs if old is not None]

    def work() -> Changes:
        with writing(db, author):
            changes = Changes()
            for old, each in changed:
                changes |= save_indicator(db, each, author, old.code)
            changes |= save_indicators(db, new, author)
            return changes | order_indicators(db, plan_code, order_with(had_now(), new), author)

    def had_now() -> list[Indicator]:
        names = {old.code: each.code for old, each in changed}
        now = {each.code: each for each in indicators(db, plan_code)}
        return [now[names.get(each.code, each.code)] for each in had]

    def undo() -> Changes:
        with writing(db, undoer):
            changes = Changes()
            for each in sorted(new, key=lambda one: one.parent is None):  # what stands below another one goes first
                changes |= remove_indicator(db, plan_code, each.code, undoer)
            for old, each in reversed(changed):
                changes |= save_indicator(db, old, undoer, each.code)
            return changes | order_indicators(db, plan_code, [each.code for each in had], undoer)

    return Write(work, undo)


def take_indicator(db: Database, old: Indicator, author: Author, undoer: Author) -> Write:
    """Take an indicator out of its plan; taken back, it stands where it stood and is given to whom it was."""
    codes = [each.code for each in indicators(db, old.plan)]
    given = [each for each in assignments(db, old.plan) if each.indicator == old.code]
    in_groups, sources = members(db, old.plan), target_sources(db, old.plan)

    def undo() -> Changes:
        with writing(db, undoer):
            changes = save_indicator(db, old, undoer) | save_assignments(db, given, undoer)
            changes |= save_members(db, old.plan, in_groups, undoer)
            changes |= replace_target_sources(db, old.plan, sources, undoer)
            return changes | order_indicators(db, old.plan, codes, undoer)

    return Write(lambda: remove_indicator(db, old.plan, old.code, author), undo)


def move_indicators(db: Database, plan_code: str, codes: list[str], author: Author, undoer: Author) -> Write:
    """Put a plan's indicators in another order."""
    had = [each.code for each in indicators(db, plan_code)]
    return Write(
        lambda: order_indicators(db, plan_code, codes, author), lambda: order_indicators(db, plan_code, had, undoer)
    )


def give_target(db: Database, known: list[Assignment], new: Assignment, author: Author, undoer: Author) -> Write:
    """Set a target for a unit (None: the plan's) and a period; without a target, take it back. known: all of the plan.

    The first own target of an indicator that is given to nobody in particular gives it to all who report, so that
    nobody else is let off."""
    if new.unit is None and new.period.is_year:
        old = indicator(db, new.plan, new.indicator)
        return change_indicator(db, old, replace(old, target=new.target), author, undoer)
    given = [each for each in known if each.indicator == new.indicator]
    after = [each for each in given if (each.unit, each.period) != (new.unit, new.period)]
    if new.unit is not None and not any(each.unit for each in given):
        after += _to_everybody(db, new.plan, new.indicator)
        after = [each for each in after if (each.unit, each.period) != (new.unit, new.period)]
    if new.target is not None:
        after.append(new)
    elif new.unit is not None and not any(each.unit == new.unit for each in after):
        after.append(replace(new, period=Period(new.period.year)))  # it is still asked
    return _replaced(db, given, after, author, undoer)


def give_targets(
    db: Database, place: tuple[str, Period], cells: Sequence[Cell], author: Author, undoer: Author
) -> Write:
    """Set many targets of a plan's code and a period in one step; see give_target."""
    plan_code, period = place
    codes = {each.code for each, _, _ in cells}
    of_plan = [indicator(db, plan_code, each.code) for each, unit, _ in cells if unit is None and period.is_year]
    had = [each for each in assignments(db, plan_code) if each.indicator in codes]

    def work() -> Changes:
        changes = Changes()
        with writing(db, author):
            for each, unit, target in cells:
                new = Assignment(plan_code, each.code, unit, period, target)
                changes |= give_target(db, assignments(db, plan_code), new, author, undoer).work()
        return changes

    def undo() -> Changes:
        with writing(db, undoer):
            now = [each for each in assignments(db, plan_code) if each.indicator in codes]
            return _replaced(db, had, now, undoer, undoer).undo() | save_indicators(db, of_plan, undoer)

    return Write(work, undo)


def toggle_unit(
    db: Database, known: list[Assignment], place: tuple[Indicator, str], author: Author, undoer: Author
) -> Write:
    """Ask a unit for an indicator, or let it off, its own targets included. known: all of the plan."""
    indicator_asked, unit = place
    plan_code, code = indicator_asked.plan, indicator_asked.code
    given = [each for each in known if each.indicator == code]
    named = given if any(each.unit for each in given) else [*given, *_to_everybody(db, plan_code, code)]
    after = [each for each in named if each.unit != unit]
    if len(after) == len(named):
        after.append(Assignment(plan_code, code, unit, Period(plan(db, plan_code).year)))
    return _replaced(db, given, after, author, undoer)


def add_groups(db: Database, plan_code: str, wish: OneStopWish, author: Author, undoer: Author) -> Write:
    """Add the one-stop table; taken back, only the groups that were added go."""
    had = {each.code for each in groups(db, plan_code)}

    def undo() -> Changes:
        changes = Changes()
        with writing(db, undoer):
            for each in groups(db, plan_code):
                if each.code not in had:
                    changes |= remove_group(db, plan_code, each.code, undoer)
        return changes

    return Write(
        lambda: add_one_stop(db, plan_code, wish.fields, author, area=wish.area, units=wish.units),
        undo,
    )


def take_group(db: Database, plan_code: str, code: str, author: Author, undoer: Author) -> Write:
    """Take a group out of its plan; taken back, all of it stands where it stood and is given to whom it was."""
    had, its_rules, in_groups = indicators(db, plan_code), rules(db, plan_code), members(db, plan_code)
    mine = {each.indicator for each in in_groups if each.group == code}
    given = [each for each in assignments(db, plan_code) if each.indicator in mine]

    def undo() -> Changes:
        with writing(db, undoer):
            changes = save_indicators(db, [each for each in had if each.code in mine], undoer)
            changes |= save_assignments(db, given, undoer) | save_members(db, plan_code, in_groups, undoer)
            changes |= save_rules(db, plan_code, its_rules, undoer)
            return changes | order_indicators(db, plan_code, [each.code for each in had], undoer)

    return Write(lambda: remove_group(db, plan_code, code, author), undo)


def corrected(db: Database, plan_code: str, reason: str, step: Write, author: Author, undoer: Author) -> Write:
    """Make a change of an issued plan one that says why: what it changed is kept with the reason, in words."""
    made: list[Correction] = []

    def work() -> Changes:
        with writing(db, author):
            before = plan_content(db, plan_code)
            changes = step.work()
            found = changes_between(before, plan_content(db, plan_code), unit_names(db))
            at = datetime.now(UTC).replace(microsecond=0)
            made[:] = [Correction(plan_code, at, author.who, reason, sentences(found.rows))] if found.rows else []
            return changes | save_corrections(db, made, author)

    def undo() -> Changes:
        with writing(db, undoer):
            changes = step.undo()
            for each in made:
                changes |= take_back_correction(db, each, undoer)
            return changes

    return Write(work, undo)


def is_last_unit(given: list[Assignment], code: str, unit: str) -> bool:
    """Return whether a unit is the only one an indicator is given to: taken back, everybody would be asked."""
    return {each.unit for each in given if each.indicator == code and each.unit} == {unit}


def _to_everybody(db: Database, plan_code: str, code: str) -> list[Assignment]:
    of = plan(db, plan_code)
    year, tree = Period(of.year), unit_tree(db)
    roof = Roof(tree, of.unit)
    everybody = expected_units(indicator(db, plan_code, code), roof, year, windows(db, plan_code), None)
    return [Assignment(plan_code, code, each, year) for each in tree.walk(of.unit) if each in everybody]


def _replaced(db: Database, old: list[Assignment], new: list[Assignment], author: Author, undoer: Author) -> Write:
    def exchanged(gone: list[Assignment], kept: list[Assignment], by: Author) -> Changes:
        changes = Changes(targets=True)
        with writing(db, by):
            places = {(each.unit, each.period) for each in kept}
            for each in gone:
                if (each.unit, each.period) not in places:
                    changes |= remove_assignment(db, each, by)
            return changes | save_assignments(db, kept, by)

    return Write(lambda: exchanged(old, new, author), lambda: exchanged(new, old, undoer))
