"""The sentences around the figures: title, coverage, who is lacking, and all of them for paper and meeting room."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from models.number import format_date, format_number
from models.progress import Figure
from ui.pages.overview.loading import Figures
from ui.pages.overview.picture import Snapshot
from ui.pages.overview.summary import Standing, missing
from ui.session import Session
from ui.texts import coverage_text, days_left_text, long_period_text, unit_text, window_text
from ui.widgets.figure_drawing import Scale

NAMED = 3
translate = QCoreApplication.translate


def title(session: Session) -> str:
    """Return what the page is called."""
    return translate("OverviewPage", "Overview of {period}").format(period=long_period_text(session.period))


def subtitle(session: Session, judged: int, watched: int) -> str:
    """Return whose figures they are, and how many."""
    unit = session.tree[session.unit or session.plan.unit]
    text = translate("OverviewPage", "{unit} · %n indicator(s)", None, judged).format(unit=unit_text(unit))
    return text + (translate("OverviewPage", ", %n one-stop count(s)", None, watched) if watched else "")


def coverage_words(session: Session, figures: Sequence[Figure], standings: Sequence[Standing]) -> tuple[str, str]:
    """Return how many units have reported, and who is lacking until when."""
    absent = missing(standings)
    if not standings:
        return _fewest_text(figures), _lacking_text(session, [])
    done = f"{len(standings) - len(absent)}/{len(standings)}"
    text = translate("OverviewPage", "{done} units have reported")
    if absent:
        text = translate("OverviewPage", "{done} units – provisional result")
    return text.format(done=done), _lacking_text(session, absent)


def _fewest_text(figures: Sequence[Figure]) -> str:
    """Where the units are too many to look at each: the coverage of the indicator that has least."""
    asked = [each for each in figures if each.indicator.kind.rolls_up and each.expected_units]
    if not asked:
        return ""
    fewest = min(asked, key=lambda each: each.reported_units / each.expected_units)
    text = translate("OverviewPage", "{done} units have reported, where fewest did")
    return text.format(done=coverage_text(fewest))


def _lacking_text(session: Session, absent: Sequence[Standing]) -> str:
    due = session.window.due
    when = translate("OverviewPage", "due {day} ({left})")
    when = when.format(day=format_date(due), left=days_left_text(due, session.on))
    if not absent:
        return when
    names = [session.tree[each.unit].name for each in absent[:NAMED]]
    if (more := len(absent) - NAMED) > 0:
        names.append(translate("OverviewPage", "{count} more units").format(count=more))
    text = translate("OverviewPage", "Lacking: {names}; {when}")
    return text.format(names=", ".join(names), when=when)


def snapshot(
    session: Session,
    found: Figures,
    scale: Scale,
    remaining: dict[str, str],
    coverage: tuple[str, str],
    press: Sequence[tuple[str, str]],
) -> Snapshot:
    """Return all that the page says at the moment."""
    from models.store.actuals import has_illustrative

    day = translate("OverviewPage", "as of {day}").format(day=format_date(session.on))
    return Snapshot(
        figures=found.judged,
        watched=found.watched,
        scale=scale,
        remaining=remaining,
        title=title(session),
        office=unit_text(session.tree[session.unit or session.plan.unit]),
        plan=session.plan.name,
        window=window_text(session.window),
        day=day,
        coverage=coverage[0],
        lacking=coverage[1],
        press=press,
        near_rule=_near_rule(session),
        is_illustrative=has_illustrative(session.db),
    )


def _near_rule(session: Session) -> str:
    percent = format_number(session.plan.near_threshold)
    text = translate(
        "OverviewPage",
        "Nearly met: not met, but short by no more than {percent}% of the target (or its own threshold).",
    )
    return text.format(percent=percent)
