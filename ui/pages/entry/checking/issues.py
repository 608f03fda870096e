"""What stands in the way of sending a form, in words, the worst first. No widgets."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from models.checks import Finding, Severity
from models.measure import Kind
from models.number import format_number
from models.period import Period
from models.plan import Indicator
from models.progress import State
from ui.pages.entry.form import Doubt, Form
from ui.pages.entry.reading import Field, fields_of
from ui.pages.entry.side.checks import contradiction, finding_text, lower_first, part_word, told
from ui.texts import quarter_text


class Rank(IntEnum):
    """How bad an issue is: the order of the list."""

    ERROR = 0
    TO_CHECK = 1
    WARNING = 2
    EMPTY = 3
    UNEXPLAINED = 4
    UNPROVED = 5
    ACCEPTED = 6


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to look at: what it says, and the cell that it leads to."""

    rank: Rank
    code: str
    text: str
    period: Period
    field: Field | None = None


def issues_of(form: Form) -> list[Issue]:
    """Return what is wrong, missing or accepted in a form, the worst first, then in the order of the plan."""
    found = [*_ruled(form)]
    accepted = frozenset(code for each in form.findings if each.is_accepted for code in each.codes)
    for each in form.indicators:
        found += _of_figures(form, each)
        found += _empty(form, each)
        found += _unexplained(form, each)
        found += _unproved(form, each, has_accepted=each.code in accepted)
    return sorted(found, key=lambda issue: issue.rank)


def explanation_word(name: str) -> str:
    """Return the name of a part of an explanation, as it stands inside a sentence."""
    words = {
        "cause": QCoreApplication.translate("EntryIssues", "cause"),
        "remedy": QCoreApplication.translate("EntryIssues", "remedy"),
        "responsible": QCoreApplication.translate("EntryIssues", "responsible position"),
        "due": QCoreApplication.translate("EntryIssues", "deadline"),
    }
    return words[name]


def _ruled(form: Form) -> Iterator[Issue]:
    """Yield what the rules say, but not what _of_figures says of a single value."""
    shown = {each.code for each in form.indicators}
    for each in told(form.findings, form, form.quarter):
        codes = [code for code in each.codes if code in shown]
        if not codes:
            continue
        rank = Rank.ERROR if each.severity is Severity.ERROR else Rank.WARNING
        field = Field(each.part) if each.part in tuple(Field) else None
        rank = Rank.ACCEPTED if each.is_accepted else rank
        yield Issue(rank, codes[0], _difference_first(each, form), each.period or form.quarter, field)


def _difference_first(finding: Finding, form: Form) -> str:
    """Return what a finding says; of a rule, whose text is long, by how much it is off before all else."""
    text = finding_text(finding, form)
    if finding.indicator is not None or finding.shown is None:
        return text
    off = format_number(abs(finding.shown[2]))
    words = QCoreApplication.translate("EntryIssues", "Off by {difference}: {text}")
    return words.format(difference=off, text=lower_first(text.replace(f", lệch {off}", "", 1)))


def _of_figures(form: Form, indicator: Indicator) -> Iterator[Issue]:
    """Yield the quarters up to this one whose figure cannot be right, or of which only one part is there."""
    for period in form.cumulative.quarters:
        doubt, actual = form.doubt(indicator, period), form.actual(indicator, period)
        if doubt is Doubt.NONE or (doubt is Doubt.ACCEPTED and period != form.quarter):
            continue
        if doubt is Doubt.HALF:
            missing = Field.NUMERATOR if actual.numerator is None else Field.DENOMINATOR
            text = QCoreApplication.translate("EntryIssues", "the {part} is missing: it is not reported yet")
            yield _issue(form, Rank.WARNING, indicator, text.format(part=part_word(missing)), period, missing)
        elif doubt is Doubt.WRONG:
            yield _issue(form, Rank.TO_CHECK, indicator, contradiction(indicator, actual), period)
        else:
            text = QCoreApplication.translate("EntryIssues", "{what}; accepted: {reason}")
            text = text.format(what=contradiction(indicator, actual), reason=actual.accepted)
            yield _issue(form, Rank.ACCEPTED, indicator, text, period)


def _empty(form: Form, indicator: Indicator) -> Iterator[Issue]:
    empty = [each for each in fields_of(indicator.kind) if form.is_still_empty(indicator, each)]
    if not empty or form.doubt(indicator, form.quarter) is Doubt.HALF:
        return
    text = QCoreApplication.translate("EntryIssues", "nothing is entered yet: {parts}")
    parts = ", ".join(map(part_word, empty))
    if indicator.kind is not Kind.RATIO:
        text = QCoreApplication.translate("EntryIssues", "nothing is entered yet")
    yield _issue(form, Rank.EMPTY, indicator, text.format(parts=parts), form.quarter, empty[0])


def _unexplained(form: Form, indicator: Indicator) -> Iterator[Issue]:
    if not form.wants_explanation(indicator):
        return
    said = form.explanations.get(indicator.code)
    if indicator.code in form.requests:
        text = QCoreApplication.translate("EntryIssues", "the leader asks for an explanation")
        note = form.requests[indicator.code].note
        text += f": {note}" if note else ""
    elif said is None:
        text = QCoreApplication.translate("EntryIssues", "the target is missed and not explained yet")
    else:
        text = QCoreApplication.translate("EntryIssues", "the explanation still lacks: {parts}")
        text = text.format(parts=", ".join(map(explanation_word, said.missing)))
    yield _issue(form, Rank.UNEXPLAINED, indicator, text, form.quarter)


def _unproved(form: Form, indicator: Indicator, *, has_accepted: bool) -> Iterator[Issue]:
    """Yield where evidence would help: a missed target, or something odd that was accepted."""
    if form.has_proof(indicator, form.quarter) or not form.actual(indicator, form.quarter).is_reported:
        return
    figure = form.figures.get(indicator.code)
    if has_accepted or form.doubt(indicator, form.quarter) is Doubt.ACCEPTED:
        text = QCoreApplication.translate("EntryIssues", "evidence would help: something odd was accepted")
    elif figure is not None and figure.state is State.MISSED:
        text = QCoreApplication.translate("EntryIssues", "evidence would help: the target is missed")
    else:
        return
    yield _issue(form, Rank.UNPROVED, indicator, text, form.quarter)


def _issue(
    form: Form, rank: Rank, indicator: Indicator, text: str, period: Period, field: Field | None = None
) -> Issue:
    elsewhere = "" if period == form.quarter else f", {lower_first(quarter_text(period.number))}"
    where = indicator.code + elsewhere
    return Issue(rank, indicator.code, f"{where}: {text[:1].lower()}{text[1:]}", period, field)
