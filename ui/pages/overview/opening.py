"""Where a figure leads: to its page of detail, to a unit's cell, to the form that is wanted."""

from models.alerts import Alert, AlertKind
from ui.session import Session

DETAIL = "analysis"


def open_figure(session: Session, indicator: str) -> None:
    """Lead to an indicator, of what is looked at."""
    session.navigate(DETAIL, indicator=indicator)


def open_cell(session: Session, indicator: str, unit: str | None) -> None:
    """Lead to the cell of an indicator in a unit's form, with its history."""
    session.navigate("entry", unit=unit, indicator=indicator)


def open_alert(session: Session, alert: Alert) -> None:
    """Lead to where an alert is dealt with."""
    if alert.kind is AlertKind.TASK:
        session.navigate("plans", part="tasks")
    elif alert.indicator is None:
        session.navigate("entry", period=alert.period, unit=alert.unit)
    elif alert.unit is None:
        open_figure(session, alert.indicator)
    else:
        open_cell(session, alert.indicator, alert.unit)
