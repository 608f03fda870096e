"""What the page shows of the context: which units by which indicators, and what paper says of it."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from models.number import format_date, format_number
from models.plan import Indicator
from models.progress import Figure
from ui.pages.analysis.asking import Overall, is_of_units
from ui.session import Session
from ui.texts import coverage_text, long_period_text, unit_text, window_text


@dataclass(frozen=True)
class Context:
    """root: the unit whose units are shown, None for the whole plan; unit: the one that is looked at beside them.

    units are those without any below, in the order of the tree; watched: indicators that are not held against any
    target here. day: on which units are looked at. has_events: anything happened to units, so that it matters on whose
    figures are taken. has_others: the whole is of others, too, that reported in the period and are no more below."""

    root: str | None = None
    unit: str | None = None
    units: Sequence[str] = ()
    names: Sequence[str] = ()
    indicators: Sequence[Indicator] = ()
    watched: frozenset[str] = frozenset()
    day: date = date.max
    has_events: bool = False
    has_others: bool = False

    def shown(self, overall: Overall) -> Overall:
        """Leave out what is only watched, and what is asked of others."""
        its = (each for each in overall.now if each.indicator.code not in self.watched)
        return Overall([each for each in its if each.expected_units or each.value is not None], overall.then)


def read_context(session: Session) -> Context:
    """Return what is shown of the context bar's plan, period and unit."""
    from models.store.groups import watched_members
    from models.store.indicators import assignments, indicators

    plan, chosen = session.plan, session.unit
    day = session.on if session.context.units_today else session.window.last
    has_below = chosen is not None and session.tree.leaves(chosen, day) != {chosen}
    top = chosen if chosen is not None and has_below else plan.unit
    leaves = session.tree.leaves(top, day)
    units = [code for code in session.tree.walk(top, day) if code in leaves]
    watched = watched_members(session.db, plan.code)
    assigned = {each.indicator for each in assignments(session.db, plan.code) if each.unit in leaves}
    return Context(
        chosen if has_below else None,
        None if has_below else chosen,
        units,
        [unit_text(session.tree[each]) for each in units],
        [
            each
            for each in indicators(session.db, plan.code)
            if each.code not in watched and is_of_units(each, assigned)
        ],
        watched,
        day,
        bool(session.unit_events()),
        _has_others(session, top, leaves),
    )


def _has_others(session: Session, top: str, leaves: Set[str]) -> bool:
    """Whether anybody else reported in the period; on today's units, whom nobody took over from."""
    tree = session.tree
    days = (session.windows.of(each).last for each in session.period.quarters)
    others = frozenset[str]().union(*(tree.leaves(top, each) for each in days)) - leaves
    return any(not session.context.units_today or not tree[each].succeeded_by for each in others)


def lines_above(session: Session, of_whom: str) -> list[str]:
    """Return the lines that say on paper and in workbooks what the figures are of."""
    plan = session.plan
    period = f"{long_period_text(session.period)} ({window_text(session.window)})"
    return [each for each in (plan.issuing_agency, plan.name, period, of_whom) if each]


def lines_below(session: Session, figures: Sequence[Figure]) -> list[str]:
    """Return the lines that say by which rule they are judged, how many have reported, and of which day they are."""
    from models.store.actuals import has_illustrative

    near = QCoreApplication.translate("Analysis", "“Nearly met”: short by at most {percent}% of the target")
    lines = [near.format(percent=format_number(session.plan.near_threshold))]
    fewest = min(figures, key=lambda each: each.reported_units - each.expected_units, default=None)
    if fewest is not None:
        words = QCoreApplication.translate("Analysis", "{coverage} units have reported, where fewest did")
        lines.append(words.format(coverage=coverage_text(fewest)))
    if has_illustrative(session.db):
        lines.append(QCoreApplication.translate("Analysis", "illustrative figures"))
    day = QCoreApplication.translate("Analysis", "asked on {day}")
    return [*lines, day.format(day=format_date(session.on))]
