"""What can be said about one cell in words: does it add up, and how far is it from the quarter before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from models.checks import ABOVE_DENOMINATOR, ABOVE_PARENT, ABOVE_SCALE, HALF_A_RATIO, Finding, Severity
from models.jumps import JUMP_LAST_QUARTER, JUMP_LAST_YEAR, OUTSIDE_RANGE
from models.measure import Kind, Operator
from models.number import format_number, format_rate
from models.period import Period
from models.plan import Actual, Indicator
from models.store.check_form import FormChecks, Held
from ui.pages.entry.form import Doubt, Form
from ui.pages.entry.reading import Field, cell_text, fields_of
from ui.texts import operator_sign, quarter_text


class Mood(StrEnum):
    """How a line of the checks is meant."""

    GOOD = "good"
    NEUTRAL = "neutral"
    WARNING = "warning"
    ERROR = "error"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said about a cell; findings: what can be accepted or opened again here, all with one reason."""

    mood: Mood
    text: str
    findings: tuple[Finding, ...] = ()


_PARTS = {
    Field.NUMERATOR: QT_TRANSLATE_NOOP("EntryChecks", "Numerator"),
    Field.DENOMINATOR: QT_TRANSLATE_NOOP("EntryChecks", "Denominator"),
    Field.VALUE: QT_TRANSLATE_NOOP("EntryChecks", "Value"),
}


_ORDER = (Mood.ERROR, Mood.WARNING, Mood.GOOD, Mood.NEUTRAL, Mood.ACCEPTED)
OF_THE_CELL = (ABOVE_DENOMINATOR, ABOVE_SCALE, HALF_A_RATIO)  # said by _sense, accepted on the value itself
JUMPS = (JUMP_LAST_QUARTER, JUMP_LAST_YEAR, OUTSIDE_RANGE)
NOTHING_SAID = FormChecks([], [])


def check_lines(
    form: Form, indicator: Indicator, period: Period, part: Field | None, said: FormChecks = NOTHING_SAID
) -> list[Line]:
    """Return what is to be said of one indicator's cell in one quarter, the worst first.

    said: what the checks say of the unit in that quarter; what speaks of other indicators is left out."""
    actual, code = form.actual(indicator, period), indicator.code
    mine = [
        each for each in told(said.findings, form, period) if code in each.codes and part in (None, each.part or part)
    ]
    lines = [*_ruled(mine, form), *_sense(form, indicator, period, actual)]
    if not any(each.rule in JUMPS for each in mine):
        lines += _changes(form, indicator, period, part)
    lines += [_held(each) for each in said.held if code in each.codes]
    if actual.is_illustrative and actual.is_reported:
        text = QCoreApplication.translate("EntryChecks", "Illustrative figure; typing over it makes it real")
        lines.append(Line(Mood.NEUTRAL, text))
    return sorted(lines, key=lambda line: _ORDER.index(line.mood))


def _held(rule: Held) -> Line:
    text = QCoreApplication.translate("EntryChecks", "{rule}: {left} {operator} {right}")
    words = rule.rule.text.rstrip(".") or rule.rule.code
    sides = (format_number(rule.left), operator_sign(Operator(rule.rule.operator)), format_number(rule.right))
    return Line(Mood.GOOD, text.format(rule=words, left=sides[0], operator=sides[1], right=sides[2]))


def told(found: Iterable[Finding], form: Form, period: Period) -> list[Finding]:
    """Return what is worth telling beside what the value itself shows.

    A value that cannot be right is told of once: that it also jumps goes without saying."""
    shown = {each.code: each for each in form.indicators}

    def is_plain(each: Finding) -> bool:
        indicator = shown.get(each.indicator or "")
        wrong = indicator is not None and form.doubt(indicator, period) is Doubt.WRONG
        return each.rule in OF_THE_CELL or (each.rule in JUMPS and wrong)

    return [each for each in found if not is_plain(each)]


def _ruled(found: Sequence[Finding], form: Form) -> Iterator[Line]:
    """Yield what the rules say; all that is odd about one number is accepted together, with its last line."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for each in found:
        rule = "" if each.rule in JUMPS else each.rule
        groups.setdefault((rule, each.indicator, each.part, each.is_accepted), []).append(each)
    for group in groups.values():
        for each in group:
            mood = Mood.ERROR if each.severity is Severity.ERROR else Mood.WARNING
            text = finding_text(each, form, names_indicator=False)
            yield Line(Mood.ACCEPTED if each.is_accepted else mood, text, tuple(group) if each is group[-1] else ())


def finding_text(finding: Finding, form: Form, *, names_indicator: bool = True) -> str:
    """Return what a finding says, without the period and the unit where they are those of the form that is shown."""
    where = f"Kỳ {finding.period}, đơn vị {form.unit.name} ({form.unit.code})"
    text = finding.message.removeprefix(where).lstrip(" ,:")
    about = f"chỉ tiêu {finding.indicator}: "
    if finding.indicator and text.startswith(about):
        text = text.removeprefix(about)
        return f"{finding.indicator}: {text}" if names_indicator else text[:1].upper() + text[1:]
    return text[:1].upper() + text[1:]


def part_word(part: Field) -> str:
    """Return the name of a part of an actual, as it stands inside a sentence."""
    words = {
        Field.NUMERATOR: QCoreApplication.translate("EntryChecks", "numerator"),
        Field.DENOMINATOR: QCoreApplication.translate("EntryChecks", "denominator"),
        Field.VALUE: QCoreApplication.translate("EntryChecks", "value"),
    }
    return words[part]


def rule_word(rule: str) -> str:
    """Return what a rule is called: a plan's own by its code, the others in words, with the part it is about."""
    name, _, part = rule.partition(".")
    words = {
        ABOVE_DENOMINATOR: QCoreApplication.translate("EntryChecks", "numerator above denominator"),
        HALF_A_RATIO: QCoreApplication.translate("EntryChecks", "one part of a ratio missing"),
        ABOVE_SCALE: QCoreApplication.translate("EntryChecks", "value off its scale"),
        ABOVE_PARENT: QCoreApplication.translate("EntryChecks", "more than the whole it is part of"),
        JUMP_LAST_QUARTER: QCoreApplication.translate("EntryChecks", "jump against the quarter before"),
        JUMP_LAST_YEAR: QCoreApplication.translate("EntryChecks", "jump against the same quarter of last year"),
        OUTSIDE_RANGE: QCoreApplication.translate("EntryChecks", "outside the unit's usual range"),
    }
    if name not in words:
        return rule
    return f"{words[name]} ({part_word(Field(part))})" if part in tuple(Field) else words[name]


def _part_word(part: Field) -> str:
    return QCoreApplication.translate("EntryChecks", str(_PARTS[part]))


def _sense(form: Form, indicator: Indicator, period: Period, actual: Actual) -> list[Line]:
    doubt = form.doubt(indicator, period)
    if doubt is Doubt.HALF:
        text = QCoreApplication.translate("EntryChecks", "Only one part of the ratio is there: it is not reported yet")
        return [Line(Mood.WARNING, text)]
    if doubt in (Doubt.WRONG, Doubt.ACCEPTED):
        mood = Mood.WARNING if doubt is Doubt.WRONG else Mood.NEUTRAL
        return [Line(mood, contradiction(indicator, actual))]
    if indicator.kind is Kind.RATIO and actual.is_reported:
        return [_ratio_line(actual)]
    return []


def _ratio_line(actual: Actual) -> Line:
    assert actual.numerator is not None
    assert actual.denominator is not None
    if actual.denominator == 0:
        text = QCoreApplication.translate("EntryChecks", "Nothing occurred in the quarter: not applicable")
        return Line(Mood.NEUTRAL, text)
    text = QCoreApplication.translate("EntryChecks", "Numerator {numerator} is not above denominator {denominator}")
    return Line(
        Mood.GOOD,
        text.format(numerator=format_number(actual.numerator), denominator=format_number(actual.denominator)),
    )


def contradiction(indicator: Indicator, actual: Actual) -> str:
    """Return why a figure cannot be right, with the difference."""
    if actual.numerator is not None and actual.denominator is not None:
        text = QCoreApplication.translate(
            "EntryChecks", "Numerator {numerator} is above denominator {denominator} (off by {difference})"
        )
        return text.format(
            numerator=format_number(actual.numerator),
            denominator=format_number(actual.denominator),
            difference=format_number(actual.numerator - actual.denominator),
        )
    if indicator.kind is Kind.GRADE:
        text = QCoreApplication.translate("EntryChecks", "The plan's list of grades has no “{grade}”")
        return text.format(grade=actual.grade)
    text = QCoreApplication.translate("EntryChecks", "{value} is off the scale, which ends at {end}")
    top = actual.out_of or indicator.scale or Decimal(0)
    return text.format(value=format_number(actual.value or 0), end=format_number(top))


def _changes(form: Form, indicator: Indicator, period: Period, part: Field | None) -> list[Line]:
    """Return how the cell's number changed against the quarter before; of a ratio's own line both its parts."""
    if not period.is_quarter or indicator.kind not in (Kind.RATIO, Kind.COUNT, Kind.SCORE):
        return []
    before = form.earlier(indicator, period, 1)[0]
    fields = (part,) if part else fields_of(indicator.kind)
    now, then = form.actual(indicator, period), form.actual(indicator, before)
    return [line for each in fields if (line := _change(each, getattr(now, each), getattr(then, each), before))]


def _change(part: Field, now: Decimal | None, then: Decimal | None, before: Period) -> Line | None:
    if now is None or not then:
        return None
    if now == then:
        text = QCoreApplication.translate("EntryChecks", "{part} is the same as in {quarter}")
    elif now > then:
        text = QCoreApplication.translate("EntryChecks", "{part} rose by {percent} on {quarter}")
    else:
        text = QCoreApplication.translate("EntryChecks", "{part} fell by {percent} on {quarter}")
    percent = format_rate(abs(Fraction(now) - Fraction(then)) * 100 / Fraction(then))
    quarter = quarter_text(before.number)
    return Line(Mood.NEUTRAL, text.format(part=_part_word(part), percent=percent, quarter=lower_first(quarter)))


def lower_first(text: str) -> str:
    """Return a name as it stands inside a sentence: quý II, xã Cà Dy; UBND huyện stays as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def actual_text(indicator: Indicator, actual: Actual | None) -> str:
    """Return a whole actual in short, as history shows it: 131/216, 80,33, Khá; "" for nothing."""
    if actual is None:
        return ""
    texts = [cell_text(actual, indicator.kind, each) for each in fields_of(indicator.kind)]
    return "/".join(text or "–" for text in texts) if any(texts) else ""
