"""What was sent beside what stands in the file now, line by line. No Qt widgets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication

from models.measure import Kind
from models.number import format_date, format_number, format_rate
from models.plan import Actual, Explanation, Indicator
from models.submission import SentEvidence, SentFigure, Snapshot
from ui.pages.entry.side.checks import actual_text
from ui.texts import NOTHING, state_word


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing of one indicator: its words when it was sent, and now."""

    indicator: str
    name: str
    what: str
    sent: str
    now: str

    @property
    def is_changed(self) -> bool:
        """Whether it was changed since it was sent."""
        return self.sent != self.now


def compared(sent: Snapshot, now: Snapshot, indicators: Mapping[str, Indicator]) -> list[Compared]:
    """Return what was sent and what is there now, indicator by indicator; what is in neither is left out."""
    sides = [_words(each, indicators) for each in (sent, now)]
    names = {each.indicator: each.name for each in (*now.figures, *sent.figures)}
    names |= {code: each.name for code, each in indicators.items()}
    places = {code: place for place, code in enumerate(indicators)}
    order = {what: place for place, what in enumerate(_kinds())}
    keys = sorted(sides[0].keys() | sides[1].keys(), key=lambda key: (places.get(key[0], len(places)), order[key[1]]))
    return [
        Compared(code, names.get(code, ""), what, *(side.get((code, what), NOTHING) for side in sides))
        for code, what in keys
    ]


def _kinds() -> list[str]:
    return [
        QCoreApplication.translate("SentComparison", "Reported"),
        QCoreApplication.translate("SentComparison", "So far"),
        QCoreApplication.translate("SentComparison", "Note"),
        QCoreApplication.translate("SentComparison", "Accepted because"),
        QCoreApplication.translate("SentComparison", "Explanation"),
        QCoreApplication.translate("SentComparison", "Evidence"),
    ]


def _words(side: Snapshot, indicators: Mapping[str, Indicator]) -> dict[tuple[str, str], str]:
    """Return the words of everything that a snapshot holds, by indicator and what it is."""
    reported, figure, note, accepted, explanation, evidence = _kinds()
    found: dict[tuple[str, str], str] = {}
    for actual in side.actuals:
        found[actual.indicator, reported] = _actual_words(actual, indicators.get(actual.indicator))
        found[actual.indicator, note] = actual.note
        found[actual.indicator, accepted] = actual.accepted
    for each in side.figures:
        found[each.indicator, figure] = _figure_words(each, indicators.get(each.indicator))
    for said in side.explanations:
        found[said.indicator, explanation] = _explanation_words(said)
    for code in dict.fromkeys(each.indicator for each in side.evidence):
        found[code, evidence] = _evidence_words(each for each in side.evidence if each.indicator == code)
    return {key: text for key, text in found.items() if text}


def _actual_words(actual: Actual, indicator: Indicator | None) -> str:
    if indicator is not None:
        return actual_text(indicator, actual)
    parts = (actual.numerator, actual.denominator, actual.value)
    return actual.grade or "/".join(format_number(each) for each in parts if each is not None)


def _figure_words(figure: SentFigure, indicator: Indicator | None) -> str:
    if figure.value is None:
        return state_word(figure.state)
    text = figure.value
    try:
        number = Decimal(figure.value)
        text = format_rate(number) if indicator is not None and indicator.kind is Kind.RATIO else format_number(number)
    except InvalidOperation:
        pass  # a grade, yes or no
    return f"{text} · {state_word(figure.state)}"


def _explanation_words(said: Explanation) -> str:
    parts = (said.cause, said.remedy, said.responsible, format_date(said.due) if said.due else "")
    return "; ".join(filter(None, parts))


def _evidence_words(found: Iterable[SentEvidence]) -> str:
    return "; ".join(f"{each.text} ({format_date(each.day)})" if each.day else each.text for each in found)
