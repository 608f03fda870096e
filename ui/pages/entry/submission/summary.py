"""What is said of a form before it is sent: what is filled, what is odd, what still lacks its words. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.checks import Finding
from models.evidence import Evidence
from models.measure import Kind
from models.period import Window
from models.plan import Indicator
from models.workdays import NATIONAL, Calendar
from ui.pages.entry.form import Doubt, Filter, Form
from ui.pages.entry.reading import fields_of
from ui.pages.entry.side.checks import JUMPS, finding_text


@dataclass(frozen=True, slots=True)
class Summary:
    """A form on the eve of being sent; tuples hold codes of indicators, in the plan's order.

    filled of the expected cells have something in them; findings and accepted are sentences; without_evidence are
    reported and nothing proves them; calendar is that of the plan's office."""

    due: date
    day: date
    filled: int
    expected: int
    empty: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    without_evidence: tuple[str, ...] = ()
    calendar: Calendar = NATIONAL


def filled_of(form: Form) -> tuple[int, int]:
    """Return how many cells of the quarter are filled, and how many are expected; indices published later are not."""
    expected = sum(len(fields_of(each.kind)) for each in form.indicators if each.published_month is None)
    empty = sum(form.is_still_empty(each, part) for each in form.indicators for part in fields_of(each.kind))
    return expected - empty, expected


def summary_of(form: Form, window: Window, day: date, found: Iterable[Finding], proofs: Iterable[Evidence]) -> Summary:
    """Gather what is to be said of a form that is about to be sent on a day."""
    found, proved = _worth_telling(form, found), {each.indicator for each in proofs}
    filled, expected = filled_of(form)
    reported = [each for each in form.indicators if form.actual(each, form.quarter).is_reported]
    return Summary(
        window.due,
        day,
        filled,
        expected,
        empty=_codes(each for each in form.indicators if form.is_wanted(each, Filter.EMPTY)),
        not_applicable=_codes(each for each in reported if _did_not_occur(form, each)),
        findings=tuple(finding_text(each, form) for each in found if not each.is_accepted),
        accepted=tuple(_accepted_text(each, form) for each in found if each.is_accepted),
        unexplained=_codes(each for each in form.indicators if form.wants_explanation(each)),
        without_evidence=_codes(each for each in reported if each.code not in proved),
        calendar=window.calendar,
    )


def _worth_telling(form: Form, found: Iterable[Finding]) -> list[Finding]:
    """Leave out that a value jumps where it cannot be right in the first place."""
    wrong = {each.code for each in form.indicators if form.doubt(each, form.quarter) is Doubt.WRONG}
    return [each for each in found if not (each.rule in JUMPS and each.indicator in wrong)]


def _accepted_text(finding: Finding, form: Form) -> str:
    text = finding_text(finding, form)
    return f"{text} – {finding.note}" if finding.note else text


def _codes(found: Iterable[Indicator]) -> tuple[str, ...]:
    return tuple(each.code for each in found)


def _did_not_occur(form: Form, indicator: Indicator) -> bool:
    return indicator.kind is Kind.RATIO and form.actual(indicator, form.quarter).denominator == 0
