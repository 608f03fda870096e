"""What stands below the table of one indicator: its parts, whose part it is, the clause of its target, and what the
plan above asks."""

from PySide6.QtCore import QCoreApplication

from models.drafting.kept import TargetSource
from models.number import format_number
from models.plan import Indicator
from models.strictness import asks_for_less
from ui.pages.plans.target_text import plan_target_text


def foot_text(shown: Indicator, source: TargetSource | None, *, is_whole: bool) -> str:
    """Return the lines of the foot; not whole: only the clause, since a card tells the rest."""
    lines = [shown.name, _counted(shown), _others(shown)] if is_whole else []
    return "\n".join(filter(None, [*lines, _source(source) if source else ""]))


def higher_text(shown: Indicator, above: Indicator, year: int, grades: tuple[str, ...]) -> str:
    """Return what the plan above asks, and whether ours asks for less; empty where it asks nothing."""
    if above.target is None:
        return ""
    text = QCoreApplication.translate("IndicatorsTab", "Plan above ({code}): {target}")
    text = text.format(code=above.plan, target=plan_target_text(above, above.target, year))
    if shown.target and asks_for_less(shown.kind, shown.target, above.target, grades):
        return f"▾ {text} – " + QCoreApplication.translate("IndicatorsTab", "ours asks for less")
    return text


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
