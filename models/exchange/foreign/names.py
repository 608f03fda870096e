"""Names in somebody else's table, matched with ours: without tones, numbering and rank words, and by likeness.

Only what is clearly best is a match. What fits two of ours equally well is asked, never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from models.exchange.words import key
from models.folding import fold

Target = TypeVar("Target", bound=Hashable)

Reading = Callable[[str], str]

MOST_LIKENED = 400  # texts: likeness looks at every name
MOST_CANDIDATES = 6
TONELESS = 2  # the first reading without tones: a text that has them has others there
LIKE, MARGIN, LIKE_WORD, NAMED = 0.75, 0.08, 0.6, 0.6

_NUMBERING = re.compile(r"^\s*(?:(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,6}|[a-hđ])\s*[.)\-]\s*|[-+•*]\s*)+", re.IGNORECASE)
_RANKS = re.compile(
    r"\b(?:ủy ban nhân dân|uỷ ban nhân dân|ủy ban|uỷ ban|ubnd|hđnd|thị trấn|phường|xã|đặc khu|lĩnh vực"
    r"|tt\.|p\.|x\.|tx\.|tp\.)(?=\W|$)"
)
_TONELESS_RANKS = re.compile(r"^(?:(?:uy ban nhan dan|ubnd|thi tran|phuong|xa|dac khu|linh vuc)\s+)+(?=\S)")
_WORDS = re.compile(r"\w+")
_NEUTRAL = frozenset({"so", "luong", "cac", "cua", "va", "tai", "o", "theo", "ve", "la", "duoc", "da", "cho", "tren"})
_TOTAL = re.compile(
    r"(?:tong cong|tong so|tong chung|cong chung|cong don|tong|cong)(?:\s+(?:cac|toan|ca)\s.*)?"
    r"|toan (?:huyen|tinh|thanh pho|thi xa|xa|phuong|don vi|nganh)|(?:tong|cong) (?:cap .*|[ivx]{1,4})"
)


@dataclass(frozen=True, slots=True)
class Match(Generic[Target]):
    """What a text means; None: nothing that is clear. candidates are what it may mean, the likeliest first.

    is_likely: only by likeness, or but for its tones, so that a person should look at it."""

    target: Target | None = None
    is_likely: bool = False
    candidates: tuple[Target, ...] = ()


class Names(Generic[Target]):
    """The names that something of ours goes by. chosen: what a person said that a text means, by its folded form."""

    def __init__(self, names: Iterable[tuple[str, Target]], chosen: dict[str, Target] | None = None) -> None:
        self._names = [(name, target) for name, target in names if name.strip()]
        self._chosen = chosen or {}
        self._levels = [_Level(reading, self._names) for reading in (key, _bare, _folded, _bare_folded)]
        self._bare = [(_bare_folded(name), target) for name, target in self._names]
        self._found: dict[str, Match[Target]] = {}
        self._likened = 0

    def match(self, text: str) -> Match[Target]:
        """Return what a text means."""
        if text not in self._found:
            self._found[text] = self._match(text)
        return self._found[text]

    def exact(self, text: str) -> Match[Target]:
        """Return what a text means when likeness does not count."""
        chosen = self._chosen.get(folded(text))
        if chosen is not None:
            return Match(chosen)
        for place, level in enumerate(self._levels):
            found = level.of(text)
            if len(found) == 1:
                return Match(found[0], place >= TONELESS and folded(text) != " ".join(text.lower().split()))
            if found:
                return Match(candidates=found[:MOST_CANDIDATES])
        return Match()

    def _match(self, text: str) -> Match[Target]:
        found = self.exact(text)
        if found.target is not None or found.candidates or not any(map(str.isalpha, text)):
            return found
        self._likened += 1
        return self._likeness(_bare_folded(text)) if self._likened <= MOST_LIKENED else Match()

    def _likeness(self, text: str) -> Match[Target]:
        best: dict[Target, float] = {}
        for name, target in self._bare:
            ratio = likeness(text, name)
            if ratio > best.get(target, NAMED):
                best[target] = ratio
        ranked = sorted(best, key=lambda each: -best[each])
        candidates = tuple(ranked[:MOST_CANDIDATES])
        sure = [each for each in ranked if best[each] >= LIKE and self._may_be(text, each)]
        is_clear = bool(sure) and (len(ranked) < 2 or best[ranked[0]] - best[ranked[1]] >= MARGIN)
        return Match(sure[0] if is_clear and sure[0] == ranked[0] else None, is_clear, candidates)

    def _may_be(self, text: str, target: Target) -> bool:
        return any(same_words(text, name) for name, its in self._bare if its == target)


class _Level(Generic[Target]):
    """The names in one reading: a name that two of ours share in it means neither."""

    def __init__(self, reading: Reading, names: list[tuple[str, Target]]) -> None:
        self._reading = reading
        self._targets: dict[str, dict[Target, None]] = {}
        for name, target in names:
            self._targets.setdefault(reading(name), {})[target] = None

    def of(self, text: str) -> tuple[Target, ...]:
        """Return what goes by a text."""
        read = self._reading(text)
        return tuple(self._targets.get(read, ())) if read else ()


def folded(text: str) -> str:
    """Return a text as it is remembered: without case, tones and needless blanks."""
    return " ".join(fold(text).split())


def likeness(one: str, other: str) -> float:
    """Return how alike two folded names are, 0 to 1; names of other numbers are not alike."""
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < NAMED or matcher.quick_ratio() < NAMED:
        return 0.0
    return matcher.ratio()


def same_words(one: str, other: str) -> bool:
    """Return whether two names differ in spelling only: no word that tells stands in one of them alone.

    Early and late, online and direct would otherwise be alike, in long names that differ in nothing else."""
    first, second = (_WORDS.findall(each) for each in (one, other))
    for operation, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if operation == "equal":
            continue
        here, there = ([word for word in words if word not in _NEUTRAL] for words in (first[a:b], second[c:d]))
        if "".join(here) == "".join(there):
            continue
        if len(here) != len(there):
            return False
        if not all(
            SequenceMatcher(None, x, y, autojunk=False).ratio() >= LIKE_WORD for x, y in zip(here, there, strict=True)
        ):
            return False
    return True


def is_total(text: str) -> bool:
    """Return whether a row is called a sum of others."""
    words = " ".join(_WORDS.findall(re.sub(r"\([^()]*\)", " ", folded(_NUMBERING.sub("", text)))))
    return bool(_TOTAL.fullmatch(words))


def is_group_number(text: str) -> bool:
    """Return whether a row's number is that of a group of rows: I, II, A, B."""
    return bool(re.fullmatch(r"(?:[IVX]{1,6}|[A-HĐ])[.)]?", text.strip()))


def _bare(text: str) -> str:
    """Return a name without its numbering and the rank of its office; the whole name where nothing would be left."""
    written = " ".join(_NUMBERING.sub("", key(text)).split())
    name = " ".join(_RANKS.sub(" ", written).replace(",", " ").split())
    return name or written


def _folded(text: str) -> str:
    return folded(_NUMBERING.sub("", text))


def _bare_folded(text: str) -> str:
    """Return the least that tells a name from others; Mĩ and Mỹ are one word."""
    return _TONELESS_RANKS.sub("", folded(_bare(text))).replace("y", "i")
