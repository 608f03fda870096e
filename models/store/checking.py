"""What `check` looks at: the file itself, the balance rules and ranges over everything that was reported."""

import sqlite3
from collections.abc import Iterator

from models.checks import DUE_TOO_EARLY, INTEGRITY, UNITS, Finding, Severity, parsed
from models.errors import KnownError
from models.number import format_date
from models.period import Period
from models.store.acceptances import acceptances, marked
from models.store.check_form import form_checks as form_checks
from models.store.check_form import form_findings as form_findings
from models.store.check_targets import target_findings
from models.store.check_year import Year
from models.store.database import Database, integrity_problems
from models.store.evidence import damaged_contents, every_evidence
from models.store.indicators import indicators
from models.store.measures import reported_periods
from models.store.plans import plans, window_settings, windows
from models.store.reorganisations import unit_problems
from models.store.rules import rules


def findings(db: Database, asked: Period | None = None) -> Iterator[Finding]:
    """Yield what is wrong: with the file itself, then by period what does not add up.

    A rule is looked at for each unit that reports all of its amounts; where no unit does (one reports the total, others
    the parts), for the plan as a whole once all have reported. asked: the quarters of that period, and what only the
    period's own sums show; without it every quarter and year with data. Of a file too damaged to be read on, its
    damage alone."""
    damaged = integrity_problems(db)
    for problem in damaged:
        yield _damage(problem)
    try:
        yield from _of_contents(db, asked)
    except (sqlite3.Error, ValueError, LookupError):
        if not damaged:
            raise


def _of_contents(db: Database, asked: Period | None) -> Iterator[Finding]:
    yield from map(_damage, _damaged_evidence(db))
    yield from _unreadable(db)
    if asked is None:
        yield from (Finding(UNITS, None, None, None, None, Severity.WARNING, each) for each in unit_problems(db))
    yield from marked(_of_figures(db, asked), acceptances(db))


def _damage(problem: str) -> Finding:
    return Finding(INTEGRITY, None, None, None, None, Severity.ERROR, problem)


def _damaged_evidence(db: Database) -> Iterator[str]:
    if damaged := set(damaged_contents(db)):
        for each in every_evidence(db):
            if each.hash in damaged:
                where = f"chỉ tiêu {each.indicator}, đơn vị {each.unit}, kỳ {each.period}"
                advice = "hãy lấy lại từ một bản sao lưu hằng ngày"
                yield f"Nội dung của minh chứng “{each.text}” ({where}) trong tệp dữ liệu đã bị hỏng; {advice}."


def _of_figures(db: Database, asked: Period | None) -> Iterator[Finding]:
    yield from _windows_findings(db, asked)
    yield from target_findings(db, asked)
    years = {period.year for period in reported_periods(db) if asked is None or period.year == asked.year}
    for year in sorted(years):
        yield from Year(db, year, asked).findings()


def _unreadable(db: Database) -> Iterator[Finding]:
    """Yield the rules that cannot be looked at any more, since the plan has lost an indicator that they name."""
    for plan in plans(db):
        kinds = {each.code: each.kind for each in indicators(db, plan.code)}
        for rule in rules(db, plan.code):
            try:
                parsed(rule, kinds)
            except KnownError as error:
                message = f"Kế hoạch {plan.code}, quy tắc {rule.code}: {error}, nên quy tắc này không được kiểm tra."
                yield Finding(rule.code, None, None, None, None, Severity.WARNING, message)


def _windows_findings(db: Database, asked: Period | None) -> Iterator[Finding]:
    for plan in plans(db):
        days = windows(db, plan.code)
        for setting in window_settings(db, plan.code):
            window = days.of(setting.period)
            if window.due < window.last and (asked is None or setting.period in (asked, *asked.quarters)):
                due, last = format_date(window.due), format_date(window.last)
                message = f"Kế hoạch {plan.code}, kỳ {setting.period}: hạn gửi {due} trước ngày cuối kỳ {last}."
                yield Finding(
                    DUE_TOO_EARLY,
                    None,
                    setting.period,
                    None,
                    None,
                    Severity.WARNING,
                    message,
                    part=plan.code,
                    basis=f"{window.last} {window.due}",
                )
