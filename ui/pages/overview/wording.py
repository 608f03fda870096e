"""The sentences around the figures: title, coverage, who is lacking, and all of them for paper and meeting room."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from models.number import format_date, format_number
from models.period import Period
from models.progress import Figure
from models.remaining import Remaining
from models.reorganisation import days_of_change
from ui.pages.overview.loading import Figures
from ui.pages.overview.picture import Snapshot
from ui.pages.overview.remaining import remaining_text
from ui.pages.overview.summary import CoverageWords, Standing, missing
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
    text += translate("OverviewPage", ", %n one-stop count(s)", None, watched) if watched else ""
    return " · ".join(filter(None, (text, as_reported(session))))


def as_reported(session: Session) -> str:
    """Return by which units figures are where they changed in the year; empty where they did not."""
    plan, unit = session.plan, session.unit or session.plan.unit
    year = Period(plan.year)
    days = days_of_change(session.tree, session.unit_events(), unit, session.windows, year, session.on)
    if not days:
        return ""
    text = translate("OverviewPage", "by the units at the time of reporting (others from {days})")
    return text.format(days=", ".join(map(format_date, days)))


def last_day(session: Session) -> date:
    """Return the last day of the year's window."""
    return session.windows.of(Period(session.period.year)).last


def coverage_words(session: Session, figures: Sequence[Figure], standings: Sequence[Standing]) -> CoverageWords:
    """Return how many units have reported, and who is lacking until when."""
    absent = missing(standings)
    lacking = _lacking_text(session, absent)
    left = days_left_text(session.window.due, session.on)
    if not standings:
        text = _fewest_text(figures)
        return CoverageWords(text, lacking, text, left)
    done = f"{len(standings) - len(absent)}/{len(standings)}"
    if not absent:
        text = translate("OverviewPage", "{done} units have reported").format(done=done)
        return CoverageWords(text, lacking, text, left)
    text = translate("OverviewPage", "{done} units – provisional result").format(done=done)
    short = translate("OverviewPage", "{done} units, provisional").format(done=done)
    return CoverageWords(text, lacking, short, f"{_names(session, absent)}: {left}")


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
    text = translate("OverviewPage", "Lacking: {names}; {when}")
    return text.format(names=_names(session, absent), when=when)


def _names(session: Session, absent: Sequence[Standing]) -> str:
    names = [session.tree[each.unit].name for each in absent[:NAMED]]
    if (more := len(absent) - NAMED) > 0:
        names.append(translate("OverviewPage", "{count} more units").format(count=more))
    return ", ".join(names)


def snapshot(
    session: Session,
    found: Figures,
    scale: Scale,
    remaining: Mapping[str, Remaining],
    coverage: tuple[str, str],
    press: Sequence[tuple[str, str]],
) -> Snapshot:
    """Return all that the page says at the moment."""
    from models.store.actuals import has_illustrative

    until, figures = last_day(session), (*found.judged, *found.watched)
    codes = {each.indicator.code: each for each in figures}
    texts = {code: remaining_text(each, remaining.get(code), until) for code, each in codes.items()}
    day = translate("OverviewPage", "as of {day}").format(day=format_date(session.on))
    return Snapshot(
        figures=found.judged,
        watched=found.watched,
        scale=scale,
        remaining=texts,
        title=title(session),
        office=unit_text(session.tree[session.unit or session.plan.unit]),
        plan=session.plan.name,
        window=window_text(session.window),
        day=day,
        coverage=coverage[0],
        lacking=coverage[1],
        press=press,
        near_rule=" · ".join(filter(None, (_near_rule(session), as_reported(session)))),
        is_illustrative=has_illustrative(session.db),
    )


def _near_rule(session: Session) -> str:
    percent = format_number(session.plan.near_threshold)
    text = translate(
        "OverviewPage",
        "Nearly met: not met, but short by no more than {percent}% of the target (or its own threshold).",
    )
    return text.format(percent=percent)
