"""What a count of a report counted, where the report's context can tell: indicators, units that reported, tasks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from models.number import format_date
from models.plan import Task
from models.progress import Figure, State, worst_first
from reports.context import VALUED, Context, is_index, main_figures, reporting
from reports.document import Measure, Source
from reports.figure_words import STATE_WORDS
from reports.periodic_context import PeriodicContext
from ui.texts import NOTHING, state_word, unit_text

translate = QCoreApplication.translate
_STATES = {word: state for state, word in STATE_WORDS.items()}  # a table of units counts under the states' own words


@dataclass(frozen=True)
class Counted:
    """One thing that was counted: its name, a word on it, and where it leads."""

    text: str
    word: str
    state: State | None = None
    unit: str | None = None
    indicator: str = ""


def counted(source: Source, context: Context) -> list[Counted]:
    """Return what a number without an indicator of its own counted; nothing where that cannot be known."""
    if source.measure is Measure.COVERAGE or source.what == "waiting_units":
        return list(_units(context, is_all=source.measure is Measure.COVERAGE))
    if source.measure is not Measure.COUNT:
        return []
    tasks = _tasks(source.what, context)
    return [_figure(each, source, context) for each in _figures(source, context)] + [_task(each) for each in tasks]


def _figures(source: Source, context: Context) -> list[Figure]:
    """Return the indicators counted: of the whole report, or in a table of units of one unit or of all."""
    what = source.what
    if what in _STATES:
        mine = (each for each in context.by_unit if source.unit in (None, each.unit))
        return [each for each in mine if each.state is _STATES[what]]
    if what in set(State):
        return worst_first(context.in_state(State(what)))
    waiting = context.in_state(State.NOT_DUE)
    behind = context.in_state(State.MISSED, State.NEAR)
    return {
        "all": list(context.figures),
        "judged": worst_first(context.in_state(*VALUED)),
        "behind": worst_first(behind),
        "unexplained": [each for each in worst_first(behind) if not context.explanation_of(each)],
        "met_main": main_figures(context.in_state(State.MET)),
        "late_indices": [each for each in waiting if is_index(each)],
        "waiting": [each for each in waiting if not is_index(each)],
    }.get(what, [])


def _tasks(what: str, context: Context) -> Sequence[Task]:
    if not isinstance(context, PeriodicContext):
        return ()
    match what:
        case "tasks":
            return context.plan_tasks
        case "tasks_done":
            return context.done_tasks()
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
