"""What to look at before a report leaves the house, in words. Nothing here stops a report."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from models.measure import Kind
from models.number import format_number
from models.progress import Figure, State
from reports.context import Context, in_sentence, reporting
from reports.kind import Kind as ReportKind
from reports.kind import blank_parts
from ui.texts import NOTHING

NAMES_SHOWN = 4
EXPLAINING = ("progress", "periodic")  # the kinds that say why a target was missed


class Weight(StrEnum):
    """How much a finding weighs: all is well, something to know, something to mend."""

    FINE = "fine"
    NOTE = "note"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One sentence, and where it leads: an indicator to explain, a unit to ask, a part to write, what stands around."""

    weight: Weight
    text: str
    indicator: str = ""
    unit: str = ""
    part: str = ""
    is_about_form: bool = False


def findings(context: Context, kind: ReportKind) -> list[Finding]:
    """Return what is to be said of a report before it is made, the weighty first.

    A kind that takes no period tells of no results, so that nobody's figures can be missing in it."""
    found = [*not_written(kind, context.written), *_form(context)]
    if kind.takes_period:
        found += [*_missing(context), *_to_check(context)]
    if kind.code in EXPLAINING:
        found += _unexplained(context)
    order = [Weight.WARNING, Weight.NOTE, Weight.FINE]
    return sorted(found, key=lambda each: order.index(each.weight))


def not_written(kind: ReportKind, written: Mapping[str, str]) -> list[Finding]:
    """Return the parts that people have not written yet."""
    text = QCoreApplication.translate("Checks", "Not written yet: {part}")
    return [Finding(Weight.WARNING, text.format(part=each.title), part=each.key) for each in blank_parts(kind, written)]


def summed(found: list[Finding]) -> list[Finding]:
    """Return findings with all blank parts in one line: where many are asked for, they would hide the others."""
    blank = [each for each in found if each.part]
    if len(blank) < 2:
        return found
    text = QCoreApplication.translate("Checks", "{count} parts are not written yet").format(count=len(blank))
    rest = [each for each in found if not each.part]
    return [Finding(Weight.WARNING, text, part=blank[0].part), *rest]


def missed(context: Context) -> list[Figure]:
    """Return the figures that missed their target, in the plan's order."""
    return context.in_state(State.MISSED)


def _missing(context: Context) -> list[Finding]:
    who = reporting(context)
    if not who.asked:
        return []
    if who.is_complete:
        text = QCoreApplication.translate("Checks", "All {count} units have reported").format(count=len(who.asked))
        return [Finding(Weight.FINE, text)]
    found = []
    for units, words in (
        (
            who.silent,
            QCoreApplication.translate(
                "Checks", "Nothing sent by {units}: the report says “provisional, {done}/{all}”"
            ),
        ),
        (
            who.partial,
            QCoreApplication.translate(
                "Checks", "Only a part sent by {units}: the report says “provisional, {done}/{all}”"
            ),
        ),
    ):
        if units:
            names = _names(context, units)
            text = words.format(units=names, done=len(who.complete), all=len(who.asked))
            found.append(Finding(Weight.WARNING, text, unit=units[0]))
    return found


def _to_check(context: Context) -> list[Finding]:
    found = []
    for each in context.by_unit:
        if each.state is State.TO_CHECK and each.unit is not None:
            text = QCoreApplication.translate(
                "Checks", "{indicator} of {unit} cannot be right ({parts}): no rate is printed"
            )
            text = text.format(indicator=each.indicator.code, unit=context.unit_name(each.unit), parts=_parts(each))
            found.append(Finding(Weight.WARNING, text, each.indicator.code, each.unit))
    return found


def _unexplained(context: Context) -> list[Finding]:
    found = []
    for each in missed(context):
        explanation = context.explanation_of(each)
        if explanation is None or not explanation.cause:
            text = QCoreApplication.translate("Checks", "{indicator} missed its target and has no cause").format(
                indicator=each.indicator.code
            )
            found.append(Finding(Weight.WARNING, text, each.indicator.code))
        elif not explanation.remedy:
            text = QCoreApplication.translate("Checks", "{indicator} missed its target and has no remedy").format(
                indicator=each.indicator.code
            )
            found.append(Finding(Weight.WARNING, text, each.indicator.code))
    if missed(context) and not found:
        found.append(
            Finding(Weight.FINE, QCoreApplication.translate("Checks", "Every missed target has its cause and remedy"))
        )
    return found


def _form(context: Context) -> list[Finding]:
    found = []
    if context.is_illustrative:
        found.append(
            Finding(
                Weight.NOTE,
                QCoreApplication.translate("Checks", "Holds sample figures: the report says “số liệu minh họa”"),
            )
        )
    dispatch = context.dispatch
    if dispatch is None or not (dispatch.symbol and dispatch.signer_position and dispatch.recipients):
        text = QCoreApplication.translate("Checks", "Symbol, signer's position or recipients are blank")
        found.append(Finding(Weight.WARNING, text, is_about_form=True))
    elif not dispatch.signer:
        found.append(
            Finding(
                Weight.NOTE, QCoreApplication.translate("Checks", "The signer's name is left blank"), is_about_form=True
            )
        )
    return found


def _parts(each: Figure) -> str:
    if each.indicator.kind is Kind.RATIO and each.numerator is not None and each.denominator is not None:
        return f"{format_number(each.numerator)}/{format_number(each.denominator)}"
    return NOTHING if each.value is None else format_number(each.value)


def _names(context: Context, units: tuple[str, ...]) -> str:
    names = ", ".join(in_sentence(context.units[code].name) for code in units[:NAMES_SHOWN])
    rest = len(units) - NAMES_SHOWN
    return (
        QCoreApplication.translate("Checks", "{names} and {rest} more").format(names=names, rest=rest)
        if rest > 0
        else names
    )
