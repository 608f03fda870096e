"""What wants doing, in sentences made from figures only."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from models.alerts import Alert, AlertKind
from models.number import format_date
from models.unit import UnitTree
from ui.texts import days_left_text, long_period_text, unit_text

NAMED = 3
SENTENCES = 3  # that are shown at once


def alert_sentences(alerts: Sequence[Alert], tree: UnitTree, names: dict[str, str]) -> list[str]:
    """Return a sentence for all alerts of a kind and a period, in the order of the alerts; names: of indicators."""
    return [
        _sentence(list(same), tree, names)
        for _, same in groupby(
            alerts, key=lambda each: (each.kind, each.is_late, each.period, each.at_pace, each.has_ended)
        )
    ]


def alert_row(alert: Alert, tree: UnitTree, names: dict[str, str]) -> tuple[str, str, str, str]:
    """Return an alert as a row: what, whose, what about, by when."""
    unit = _unit_text(alert, tree)
    if alert.kind is AlertKind.TASK:
        about = f"{alert.task} {alert.note}"
    elif alert.indicator is None:
        about = QCoreApplication.translate("Alerts", "form of {quarter}, {filled} of {expected} cells filled")
        period = long_period_text(alert.period)
        about = about.format(quarter=period, filled=alert.filled, expected=alert.expected)
    else:
        about = ": ".join(filter(None, (_indicator(alert, names), alert.note, _pace_text(alert))))
    word = QCoreApplication.translate("Alerts", "Not met") if _was_missed(alert) else alert_word(alert.kind)
    return word, unit, about, _due_text(alert)


def _pace_text(alert: Alert) -> str:
    if not alert.at_pace:
        return ""
    if alert.has_ended:
        return QCoreApplication.translate("Alerts", "the year is over, reports are still to come")
    return QCoreApplication.translate("Alerts", "at the pace expected")


def _was_missed(alert: Alert) -> bool:
    """Whether a target was not met in a year that is over, as is certain."""
    return alert.kind is AlertKind.UNREACHABLE and alert.has_ended and not alert.at_pace


def alert_word(kind: AlertKind) -> str:
    """Return the word of what wants doing."""
    words = {
        AlertKind.OVERDUE: QCoreApplication.translate("Alerts", "Overdue"),
        AlertKind.DUE_SOON: QCoreApplication.translate("Alerts", "Due soon"),
        AlertKind.TASK: QCoreApplication.translate("Alerts", "Task"),
        AlertKind.TO_EXPLAIN: QCoreApplication.translate("Alerts", "To be explained"),
        AlertKind.UNREACHABLE: QCoreApplication.translate("Alerts", "Out of reach"),
    }
    return words[kind]


def _sentence(alerts: list[Alert], tree: UnitTree, names: dict[str, str]) -> str:
    first = alerts[0]
    shown = [_named(each, tree, names) for each in alerts[:NAMED]]
    if len(alerts) > NAMED:
        more = QCoreApplication.translate("Alerts", "and {count} more")
        shown.append(more.format(count=len(alerts) - NAMED))
    match first.kind:
        case AlertKind.TASK if first.is_late:
            text = QCoreApplication.translate("Alerts", "Tasks that are overdue: {names}{when}.")
        case AlertKind.TASK:
            text = QCoreApplication.translate("Alerts", "Tasks that are due soon: {names}{when}.")
        case AlertKind.TO_EXPLAIN:
            text = QCoreApplication.translate("Alerts", "Explanations are asked for: {names}{when}.")
        case AlertKind.UNREACHABLE if first.at_pace and first.has_ended:
            text = QCoreApplication.translate("Alerts", "The year is over, late reports will hardly do: {names}.")
        case AlertKind.UNREACHABLE if first.at_pace:
            text = QCoreApplication.translate("Alerts", "Cannot be met within the year at the pace expected: {names}.")
        case AlertKind.UNREACHABLE if first.has_ended:
            text = QCoreApplication.translate("Alerts", "The year is over, targets not met: {names}.")
        case AlertKind.UNREACHABLE:
            text = QCoreApplication.translate("Alerts", "Cannot be met within the year any more: {names}.")
        case _:
            text = QCoreApplication.translate("Alerts", "The form of {period} is to be sent by {names}{when}.")
    when = _by_when(first)
    return text.format(period=long_period_text(first.period), names=", ".join(shown), when=f" – {when}" if when else "")


def _named(alert: Alert, tree: UnitTree, names: dict[str, str]) -> str:
    if alert.kind is AlertKind.TASK:
        return f"{alert.task} {alert.note}"
    unit = _unit_text(alert, tree)
    if alert.kind is AlertKind.TO_EXPLAIN:
        return f"{alert.indicator} ({unit})"
    return _indicator(alert, names) if alert.indicator else unit


def _unit_text(alert: Alert, tree: UnitTree) -> str:
    """Return the unit's name, and who answers for it where it is no more."""
    if alert.unit is None:
        return ""
    name = unit_text(tree[alert.unit])
    if not alert.heirs:
        return name
    words = QCoreApplication.translate("Alerts", "{unit} (now {heirs})")
    return words.format(unit=name, heirs=", ".join(unit_text(tree[each]) for each in alert.heirs))


def _indicator(alert: Alert, names: dict[str, str]) -> str:
    return f"{alert.indicator} {names.get(alert.indicator or '', '')}".strip()


def _by_when(alert: Alert) -> str:
    due = _due_text(alert)
    return QCoreApplication.translate("Alerts", "due {day}").format(day=due) if due else ""


def _due_text(alert: Alert) -> str:
    if alert.due is None or alert.days_left is None:
        return ""
    left = days_left_text(alert.due, alert.due - timedelta(alert.days_left))
    return f"{format_date(alert.due)} ({left})"
