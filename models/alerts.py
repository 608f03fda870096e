"""Việc cần làm: what somebody must see to now, made from figures only. Nothing here reads a file or a clock."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.period import Period
from models.plan import ExplanationRequest, Task
from models.remaining import Remaining
from models.submission import Standing

DUE_SOON_DAYS = 7


class AlertKind(StrEnum):
    """Why something wants doing, in the order in which it is told."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    TASK = "task"
    TO_EXPLAIN = "to_explain"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to see to, and where: a unit's form, a figure to explain, a task, a target that cannot be met any more.

    days_left counts to the due date, negative where it is over, None without one. filled of expected: what of the
    form is there, of forms only. note: what was asked, or is to be done. task: its code, of tasks only. at_pace: of
    targets only, whether it is out of reach by what is expected of the rest of the year; else nothing that may come
    would do; has_ended: whether their year is over. heirs: who answers for a unit that exists no more."""

    kind: AlertKind
    unit: str | None
    indicator: str | None
    period: Period
    due: date | None = None
    days_left: int | None = None
    filled: int = 0
    expected: int = 0
    note: str = ""
    at_pace: bool = False
    has_ended: bool = False
    task: str = ""
    heirs: tuple[str, ...] = ()

    @property
    def is_late(self) -> bool:
        """Whether its due date is over."""
        return self.days_left is not None and self.days_left < 0


def form_alerts(standings: Collection[Standing], quarter: Period, on: date) -> list[Alert]:
    """Return the forms of a quarter that are not sent and overdue, or due within a week; emptiest first.

    Where nobody sends forms, one that holds everything is as good as sent."""
    is_sent_here = any(each.sent_on is not None for each in standings)
    open_ones = [
        each
        for each in standings
        if each.day is None and (each.due - on).days <= DUE_SOON_DAYS and (is_sent_here or each.filled < each.expected)
    ]
    return [
        Alert(
            AlertKind.OVERDUE if on > each.due else AlertKind.DUE_SOON,
            each.unit,
            None,
            quarter,
            each.due,
            (each.due - on).days,
            each.filled,
            each.expected,
        )
        for each in sorted(open_ones, key=lambda each: each.filled - each.expected)
    ]


def explanation_alerts(requests: Iterable[ExplanationRequest], on: date) -> list[Alert]:
    """Return the explanations that are asked for and not given, those with the nearest due date first."""
    return sorted(
        (
            Alert(
                AlertKind.TO_EXPLAIN,
                each.unit,
                each.indicator,
                each.period,
                each.due,
                None if each.due is None else (each.due - on).days,
                note=each.note,
            )
            for each in requests
            if not each.is_answered
        ),
        key=lambda each: each.due or date.max,
    )


def task_alerts(tasks: Iterable[Task], year: Period, on: date) -> list[Alert]:
    """Return the tasks that are not done and overdue, or due within a week, those with the nearest deadline first."""
    return sorted(
        (
            Alert(AlertKind.TASK, None, None, year, each.due, (each.due - on).days, note=each.content, task=each.code)
            for each in tasks
            if each.due is not None and not each.is_done and (each.due - on).days <= DUE_SOON_DAYS
        ),
        key=lambda each: each.due or date.max,
    )


def target_alerts(remaining: Mapping[str, Remaining], year: Period, unit: str | None) -> list[Alert]:
    """Return the yearly targets that can no longer be met, of whatever kind, in the order given."""
    return [
        Alert(AlertKind.UNREACHABLE, unit, code, year, at_pace=each.at_pace, has_ended=each.has_ended)
        for code, each in remaining.items()
        if not each.can_be_reached
    ]


def in_order(alerts: Iterable[Alert]) -> list[Alert]:
    """Return alerts as they are told: what is late first, then by kind, in each kind the nearest due date first.

    Of targets those come first that are certain."""
    kinds = list(AlertKind)

    def key(each: Alert) -> tuple[bool, int, bool, int]:
        days_left = 0 if each.days_left is None else each.days_left
        return not each.is_late, kinds.index(each.kind), each.at_pace, days_left

    return sorted(alerts, key=key)
