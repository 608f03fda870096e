"""Compares the numbers of a text with what is entered, where the words beside them clearly name an indicator."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.measure import Kind
from models.number import rounded
from models.period import Period, Span, quarter
from models.progress import Figure, State
from models.submission import cumulative_until
from models.textcheck.check import clause, sentences
from models.textcheck.claim import Claim
from models.textcheck.items import Item
from models.textcheck.prepared import plain as toneless
from models.textcheck.prepared import prepare

_CLEAR, _LEAD = 0.66, 0.12
_EMPTY = frozenset(
    (
        "so",
        "la",
        "dat",
        "co",
        "cua",
        "va",
        "cac",
        "duoc",
        "da",
        "trong",
        "ty",
        "le",
        "ti",
        "voi",
        "tren",
        "tai",
        "ve",
        "o",
    )
)
_SHORT = {
    "tthc": "thu tuc hanh chinh", "dvc": "dich vu cong", "dvctt": "dich vu cong truc tuyen", "hs": "ho so",
    "cchc": "cai cach hanh chinh", "bcci": "buu chinh cong ich", "cntt": "cong nghe thong tin",
}  # fmt: skip
_PERIOD = re.compile(
    r"\b(?:quy (i{1,3}|iv|[1-4])|([69]) thang(?: dau)?)(?: nam|/|, nam| -)? ?(20\d\d)|\bnam (20\d\d)\b"
)
_SINCE = re.compile(r"\b(?:den het|tinh den|luy ke) $")  # before a quarter: from the year's start
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True)
class Entered:
    """One figure that is entered: the words that name it, and where it comes from. value None: not reported."""

    label: str
    source: str
    value: Fraction | None
    is_percent: bool

    @property
    def words(self) -> frozenset[str]:
        """The words of the label that carry meaning, without tones."""
        return meaning(self.label)


def entered_figures(figures: Iterable[Figure]) -> list[Entered]:
    """Return what is entered for a period: values under the indicators' names, parts of ratios under their own."""
    found: list[Entered] = []
    for each in figures:
        code, period, is_ratio = each.indicator.code, each.period.code, each.indicator.kind is Kind.RATIO
        value = None if each.state is State.TO_CHECK else each.value
        if is_ratio or each.indicator.kind in (Kind.COUNT, Kind.SCORE):
            for name in dict.fromkeys((each.indicator.name, each.indicator.short_name)):
                found += [Entered(name, f"{code}, kỳ {period}", value, is_ratio)] if name else []
        if is_ratio:
            parts = (
                ("tử số", each.indicator.numerator, each.numerator),
                ("mẫu số", each.indicator.denominator, each.denominator),
            )
            for part, name, number in parts:
                known = None if number is None else Fraction(number)
                found += [Entered(name, f"{code}, {part}, kỳ {period}", known, False)] if name else []
    return found


def entered_claims(given: str, entered: Sequence[Entered], places: Sequence[str] = ()) -> list[Claim]:
    """Return, for each number whose words clearly name one entered figure, whether it is the same.

    places: names of units below the one whose figures these are; a sentence that names one speaks of that unit."""
    text = prepare(given)
    named = [toneless(place) for place in places if len(place) > 2]
    claims: list[Claim] = []
    for sentence, _ in sentences(text):
        words = text.plain[sentence.start : sentence.end]
        if any(re.search(rf"\b{re.escape(name)}\b", words) for name in named):
            continue
        for item in sentence.items:
            match = None if item.is_change or item.is_about or item.is_nothing else _match(item, entered)
            if match is not None and match.value is not None and item.value is not None:
                start, end = clause(text, sentence, (item,))
                first, last = text.span(start, end)
                claims.append(_compared(item, match, given[first:last], first, last))
    return claims


def meaning(label: str) -> frozenset[str]:
    """Return the words of a label that carry meaning, without tones, short forms written out."""
    words = (_SHORT.get(word, word) for word in re.findall(r"[^\W\d_]+", toneless(label)))
    return frozenset(" ".join(words).split()) - _EMPTY


def text_period(given: str) -> Period | None:
    """Return the period that a report says it is about: the first quarter, 6 or 9 months, else the first year.

    "Đến hết quý II" is the year so far, not the quarter."""
    year: Period | None = None
    text = toneless(given[:5000])
    for found in _PERIOD.finditer(text):
        if found[1]:
            its = quarter(int(found[3]), _ROMAN.get(found[1]) or int(found[1]))
            return cumulative_until(its) if _SINCE.search(text, 0, found.start()) else its
        if found[2]:
            return Period(int(found[3]), Span.H1 if found[2] == "6" else Span.M9)
        year = year or Period(int(found[4]))
    return year


def _match(item: Item, entered: Sequence[Entered]) -> Entered | None:
    """Return the only figure that the words beside a number clearly name."""
    words = meaning(item.label)
    scored = sorted(((_likeness(words, each.words), each) for each in entered if each.is_percent == item.is_percent),
                    key=lambda pair: -pair[0])  # fmt: skip
    if not scored or scored[0][0] < _CLEAR:
        return None
    best = scored[0][1]
    rivals = [each for score, each in scored[1:] if scored[0][0] - score < _LEAD and each.source != best.source]
    return None if any(each.value != best.value for each in rivals) else best


def _likeness(words: frozenset[str], label: frozenset[str]) -> float:
    """Return from 0 to 1 how alike two labels are; a label of one word names nothing."""
    if len(label) < 2 or len(words) < 2:
        return 0.0
    return len(words & label) / len(words | label)


def _compared(item: Item, match: Entered, quoted: str, start: int, end: int) -> Claim:
    assert item.value is not None
    assert match.value is not None
    decimals = max(2, item.decimals)
    computed = rounded(match.value, decimals)
    gap, unit = abs(Fraction(item.value) - match.value), Fraction(1, 10**item.decimals)
    holds = (
        gap <= unit if item.is_percent and item.decimals else gap < (unit if item.is_percent else Fraction(1, 10**4))
    )
    return Claim(quoted, start, end, Decimal(item.value), computed, holds, match.source, f"chỉ tiêu {match.source}")
