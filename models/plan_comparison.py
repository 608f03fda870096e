"""What differs between two plans: versions of one year, or this year's and last year's."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from models.measure import Target
from models.period import Period
from models.plan import Indicator, Plan
from models.plan_content import PlanContent

Value = str | int | Decimal | date | Target | None


class Section(StrEnum):
    """What part of a plan a difference is in, in the order in which they are told."""

    INDICATOR = "indicator"
    TARGET = "target"
    ASSIGNMENT = "assignment"
    TASK = "task"
    BASIS = "basis"
    WINDOW = "window"
    GRADE = "grade"
    PLAN = "plan"


class Change(StrEnum):
    """Whether something is there only in the new plan, only in the old one, or is another there."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: of an indicator, a target, what a unit is asked, a task, a legal basis, a window, a grade, or of
    what stands at the plan's head.

    field names what of it changed, as the models call it; empty where all of it was added or removed. indicator is
    what a target is of, to put it in words; unit None is the whole plan."""

    section: Section
    change: Change
    code: str
    name: str
    field: str = ""
    old: Value = None
    new: Value = None
    indicator: Indicator | None = None
    unit: str | None = None
    period: Period | None = None


INDICATOR_FIELDS = (
    *("name", "short_name", "area", "kind", "parent", "lead", "numerator", "denominator", "measured_in", "scale"),
    *("accumulation", "near_threshold", "published_month", "source"),
)
TASK_FIELDS = ("content", "area", "product", "lead", "cooperating", "due")
HEAD_FIELDS = ("unit", "superior_agency", "issuing_agency", "place", "near_threshold")
VERSION_FIELDS = ("year", "name", "number", "issued_on", "replaces")  # by which one version is not another anyway

Thing = TypeVar("Thing")
Given = dict[tuple[str, str | None, Period], Target | None]


def differences(old: PlanContent, new: PlanContent) -> list[Difference]:
    """Return what differs, part by part; periods of another year count as the same stretch of the old one's.

    This is also what a plan that was issued is not changed in without a reason. No difference: the order of things,
    how far a task is and what is noted of it, how figures are checked, and which plan this one looks up to."""
    moved = new.of_plan(old.plan)  # so that codes of plans, and the years of periods, are no difference
    return [
        *_indicators(old, moved),
        *_assignments(old, moved),
        *_tasks(old, moved),
        *_bases(old, moved),
        *_windows(old, moved),
        *_grades(old, moved),
        *_head(old.plan, new.plan),
    ]


def _indicators(old: PlanContent, new: PlanContent) -> Iterator[Difference]:
    had, has = ({each.code: each for each in its.indicators} for its in (old, new))
    targets: list[Difference] = []
    for code, change in _codes(had, has):
        was, now = had.get(code), has.get(code)
        shown = now or was
        assert shown is not None
        if was is None or now is None:
            asked = Difference(Section.INDICATOR, change, code, shown.name, indicator=shown)
            yield _with(asked, was.target if was else None, now.target if now else None)
            continue
        for field in _changed(was, now, INDICATOR_FIELDS):
            values = getattr(was, field), getattr(now, field)
            yield Difference(Section.INDICATOR, Change.CHANGED, code, now.name, field, *values, indicator=now)
        if was.target != now.target:
            target = Difference(Section.TARGET, Change.CHANGED, code, now.name, "target", indicator=now)
            targets.append(_with(target, was.target, now.target))
    yield from targets


def _with(each: Difference, old: Target | None, new: Target | None) -> Difference:
    return Difference(
        each.section, each.change, each.code, each.name, each.field, old, new, each.indicator, each.unit, each.period
    )


def _assignments(old: PlanContent, new: PlanContent) -> Iterator[Difference]:
    """Yield what units are asked differently; an indicator that is new or gone as a whole is told as such."""
    both = {each.code for each in old.indicators} & {each.code for each in new.indicators}
    named = {each.code: each for each in new.indicators}
    had, has = (
        {(each.indicator, each.unit, each.period): each.target for each in its.assignments if each.indicator in both}
        for its in (old, new)
    )
    for key, change in _codes(had, has):
        code, unit, period = key
        was, now = had.get(key), has.get(key)
        if change is not Change.CHANGED or was != now:
            its = named[code]
            yield Difference(Section.ASSIGNMENT, change, code, its.name, "target", was, now, its, unit, period)


def _tasks(old: PlanContent, new: PlanContent) -> Iterator[Difference]:
    had, has = ({each.code: each for each in its.tasks} for its in (old, new))
    for code, change in _codes(had, has):
        was, now = had.get(code), has.get(code)
        if was is None or now is None:
            shown = now or was
            yield Difference(Section.TASK, change, code, shown.content if shown else "")
            continue
        for field in _changed(was, now, TASK_FIELDS):
            values = getattr(was, field), getattr(now, field)
            yield Difference(Section.TASK, Change.CHANGED, code, now.content, field, *values)


def _bases(old: PlanContent, new: PlanContent) -> Iterator[Difference]:
    had, has = ({(each.kind, each.number, each.day, each.agency): each for each in its.bases} for its in (old, new))
    for key, change in _codes(had, has):
        basis = has.get(key) or had[key]
        was, now = had.get(key, basis).abstract, basis.abstract
        if change is not Change.CHANGED:
            yield Difference(Section.BASIS, change, basis.number, " ".join((basis.kind, basis.abstract)).strip())
        elif was != now:
            yield Difference(Section.BASIS, change, basis.number, basis.kind, "abstract", was, now)


def _windows(old: PlanContent, new: PlanContent) -> Iterator[Difference]:
    had, has = ({each.period: each for each in its.windows} for its in (old, new))
    for period, change in _codes(had, has):
        was, now = had.get(period), has.get(period)
        for field in ("first", "last", "due"):
            values = getattr(was, field, None), getattr(now, field, None)
            if values[0] != values[1]:
                yield Difference(Section.WINDOW, change, period.code, "", field, *values, period=period)


def _grades(old: PlanContent, new: PlanContent) -> Iterator[Difference]:
    had, has = ({each.name: each for each in its.grades} for its in (old, new))
    before, after = [name for name in had if name in has], [name for name in has if name in had]
    for name, change in _codes(had, has):
        if change is not Change.CHANGED:
            yield Difference(Section.GRADE, change, "", name)
            continue
        scores, places = (had[name].from_score, has[name].from_score), (before.index(name) + 1, after.index(name) + 1)
        for field, (was, now) in (("from_score", scores), ("position", places)):
            if was != now:
                yield Difference(Section.GRADE, change, "", name, field, was, now)


def _head(old: Plan, new: Plan) -> Iterator[Difference]:
    """Yield what is another at the head of a plan; of the same version also what tells versions apart anyway."""
    fields = (*HEAD_FIELDS, *VERSION_FIELDS) if old.code == new.code else HEAD_FIELDS
    for field in _changed(old, new, fields):
        yield Difference(Section.PLAN, Change.CHANGED, new.code, "", field, getattr(old, field), getattr(new, field))


def _codes(had: Mapping[Thing, object], has: Mapping[Thing, object]) -> Iterator[tuple[Thing, Change]]:
    """Yield the keys of both in the new order, then those that are gone."""
    for key in has:
        yield key, Change.CHANGED if key in had else Change.ADDED
    for key in had:
        if key not in has:
            yield key, Change.REMOVED


def _changed(was: object, now: object, fields: Iterable[str]) -> Iterator[str]:
    value: Callable[[object, str], object] = getattr
    return (field for field in fields if value(was, field) != value(now, field))
