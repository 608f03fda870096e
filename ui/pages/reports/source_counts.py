"""What a count of a report counted, where the report's context can tell: indicators, units that reported, tasks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from models.number import format_date
from models.plan import Task
from models.progress import Figure, State, worst_first
from models.same_period import change
from reports.annexes import UNIT_STATES
from reports.context import VALUED, Context, is_index, reporting
from reports.document import Measure, Source
from reports.figure_words import STATE_WORDS
from reports.periodic_context import PeriodicContext
from ui.texts import NOTHING, state_word, unit_text

translate = QCoreApplication.translate
_OF = " of "  # between what is counted and whose: "tasks of Phòng Nội vụ"
_ALL, _REPORTED, _OTHERS = "Số chỉ tiêu", "Đã báo cáo đủ", "Khác"  # a table of units counts under its headings
_UNIT_STATES = {STATE_WORDS[state]: state for state in UNIT_STATES}


@dataclass(frozen=True)
class Counted:
    """One thing that was counted: its name, a word on it, and where it leads."""

    text: str
    word: str
    state: State | None = None
    unit: str | None = None
    indicator: str = ""


def counted(source: Source, number: str, context: Context) -> list[Counted]:
    """Return what a number without an indicator of its own counted.

    Nothing where that cannot be known, or where as many would not be listed as the report says."""
    if source.measure is Measure.COVERAGE or source.what == "waiting_units":
        found = list(_units(context, is_all=source.measure is Measure.COVERAGE))
    elif source.measure is Measure.COUNT:
        found = [_figure(each, source, context) for each in _figures(source, context)]
        found += [_task(each) for each in _tasks(source.what, context)]
    else:
        return []
    return found if number.rpartition("/")[2] == str(len(found)) else []


def _figures(source: Source, context: Context) -> Sequence[Figure]:
    """Return the indicators counted: of the whole report, or in a table of units of one unit or of all."""
    what = source.what
    of_units = [
        each
        for each in context.by_unit
        if each.unit is not None and source.unit in (None, each.unit) and each.indicator.kind.rolls_up
    ]
    if what in _UNIT_STATES or (source.unit not in (None, context.unit) and what in set(State)):
        state = _UNIT_STATES.get(what) or State(what)
        return [each for each in of_units if each.state is state]
    match what:
        case str() if what == _ALL:
            return of_units
        case str() if what == _REPORTED:
            return [each for each in of_units if each.reported_units >= each.expected_units]
        case str() if what == _OTHERS:
            return [each for each in of_units if each.state not in UNIT_STATES]
    if source.unit not in (None, context.unit):
        return [each for each in of_units if each.state in VALUED] if what == "judged" else []
    return _of_whole(what, context)


def _of_whole(what: str, context: Context) -> Sequence[Figure]:
    behind = worst_first(context.in_state(State.MISSED, State.NEAR))
    waiting = context.in_state(State.NOT_DUE)
    if what in set(State):
        return worst_first(context.in_state(State(what)))
    if what.startswith("indicators" + _OF):
        return [each for each in context.figures if each.indicator.lead == what.split(_OF, 1)[1]]
    return {
        "all": context.figures,
        "indicators": context.figures,
        "judged": worst_first(context.in_state(*VALUED)),
        "behind": behind,
        "unexplained": [each for each in behind if not context.explanation_of(each)],
        "late_indices": [each for each in waiting if is_index(each)],
        "waiting": [each for each in waiting if not is_index(each)],
        "compared": [each for each in context.figures if _change(each, context) is not None],
        "risen": [each for each in context.figures if (_change(each, context) or 0) > 0],
        "fallen": [each for each in context.figures if (_change(each, context) or 0) < 0],
        "unchanged": [each for each in context.figures if _change(each, context) == 0],
    }.get(what, ())


def _change(figure: Figure, context: Context) -> Fraction | None:
    return change(figure, context.before.get(figure.indicator.code))


def _tasks(what: str, context: Context) -> Sequence[Task]:
    kind, _, whose = what.partition(_OF)
    if kind == "tasks":
        return [each for each in context.tasks if whose in ("", each.lead)]
    if not isinstance(context, PeriodicContext):
        return ()
    kind, _, area = what.partition(":")
    match kind:
        case "tasks_done":
            return [each for each in context.done_tasks() if area in ("", each.area)]
        case "tasks_overdue":
            return context.overdue_tasks()
    return ()


def _figure(each: Figure, source: Source, context: Context) -> Counted:
    text = f"{each.indicator.code} {each.indicator.label}"
    if each.unit not in (None, source.unit, context.unit):
        text = f"{unit_text(context.units[each.unit or ''])}: {text}"
    return Counted(text, state_word(each.state), each.state, each.unit, each.indicator.code)


def _task(each: Task) -> Counted:
    return Counted(f"{each.code} {each.content}", format_date(each.due) if each.due else NOTHING)


def _units(context: Context, *, is_all: bool) -> Iterator[Counted]:
    """Yield the units that owe something, then, where all are asked for, those that owe nothing."""
    who = reporting(context)
    for units, word in (
        (who.silent, translate("Source", "nothing sent")),
        (who.partial, translate("Source", "a part sent")),
        (who.complete if is_all else (), translate("Source", "reported")),
    ):
        for unit in units:
            yield Counted(unit_text(context.units[unit]), word, unit=unit)
