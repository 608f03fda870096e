"""What stands below the table of one indicator: its parts, whose part it is, and the clause of its target."""

from PySide6.QtCore import QCoreApplication

from models.drafting.kept import TargetSource
from models.number import format_number
from models.plan import Indicator


def foot_text(shown: Indicator, source: TargetSource | None, *, is_whole: bool) -> str:
    """Return the lines of the foot; not whole: only the clause, since a card tells the rest."""
    lines = [shown.name, _counted(shown), _others(shown)] if is_whole else []
    return "\n".join(filter(None, [*lines, _source(source) if source else ""]))


def _counted(shown: Indicator) -> str:
    parts = []
    if shown.numerator:
        parts.append(QCoreApplication.translate("Indicators", "Numerator: {words}").format(words=shown.numerator))
    if shown.denominator:
        parts.append(QCoreApplication.translate("Indicators", "Denominator: {words}").format(words=shown.denominator))
    return "   ·   ".join(parts)


def _others(shown: Indicator) -> str:
    parts = []
    if shown.parent:
        parts.append(QCoreApplication.translate("Indicators", "Part of {code}").format(code=shown.parent))
    if shown.lead:
        parts.append(QCoreApplication.translate("Indicators", "Lead: {words}").format(words=shown.lead))
    if shown.near_threshold is not None:
        near = format_number(shown.near_threshold)
        parts.append(QCoreApplication.translate("Indicators", "Near: {percent}%").format(percent=near))
    return " · ".join(parts)


def _source(source: TargetSource) -> str:
    if source.document:
        text = QCoreApplication.translate("Indicators", "Source: place {place} of {document}, “{clause}”")
        return text.format(place=source.place, document=source.document, clause=source.clause)
    text = QCoreApplication.translate("Indicators", "Source: place {place}, “{clause}”")
    return text.format(place=source.place, clause=source.clause)
