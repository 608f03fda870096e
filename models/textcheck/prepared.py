"""A text made ready for reading: composed letters, small letters, no tones, and lines put back into sentences.

Every form has one character per character, so that a place in one is a place in all, and in the text as given."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

PASSAGE, SENTENCE, ITEM, SUBITEM = "\f", "\v", "\n", "\r"

_SPACES = str.maketrans(
    dict.fromkeys("\t\r\v\f\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}", " ")
    | dict.fromkeys("\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}", "-")
    | {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
    | {"\N{HORIZONTAL ELLIPSIS}": ".", "\N{LESS-THAN OVER EQUAL TO}": "≤", "\N{GREATER-THAN OVER EQUAL TO}": "≥"}
    | {"\N{LESS-THAN OR SLANTED EQUAL TO}": "≤", "\N{GREATER-THAN OR SLANTED EQUAL TO}": "≥"}
)
_BULLET = re.compile(r"\s*(?:[-+*•·▪◦●○➢✓]\s*(?=[^\W_])|[a-zđ]\)\s*|\(?\d{1,2}\)\s+|[a-zđ]\.\s+)")
_HEADING = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*\.?\s+(?=[^\W\d])|[ivx]{1,5}[.)]\s+)")
_GOES_ON = re.compile(r"[\s\"“]*(?:trong (?:số )?đó|cụ thể|bao gồm|gồm|chia ra)\b")
_STOP = re.compile(r"[.!?]+[\"”’)]*(?=[ \n\r])")
_SHORT_FORM = re.compile(r"\b(?:tp|tx|gs|pgs|ts|ths|đ/c|v\.v)\.$")
_LONG_LINE = 55
_LONGEST_LETTER = 32  # with its marks; sorting the marks of a longer one takes a square of time
_SHORT_LINE = 140


@dataclass(frozen=True)
class Prepared:
    """A text in its forms: given, composed (NFC), low (small letters, one kind of space and dash), plain (no tones).

    shape is low with its line breaks explained: PASSAGE, SENTENCE, ITEM, SUBITEM, or a blank where a line was only
    too long. places: for each character of them, and for their end, the place in the text as given."""

    given: str
    composed: str
    low: str
    plain: str
    shape: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the text as given, counted in code points."""
        return self.places[start], self.places[end]


def prepare(given: str, tables: tuple[tuple[int, int], ...] = ()) -> Prepared:
    """Return the text in its forms. tables: spans of the given text that are no prose."""
    composed, places = compose(given)
    low = lower(composed)
    shape = list(low)
    for first, last in tables:
        for place, source in enumerate(places[:-1]):
            if first <= source < last:
                shape[place] = PASSAGE
    _explain_lines(composed, "".join(shape), shape)
    _explain_stops("".join(shape), shape)
    return Prepared(given, composed, low, plain(low), "".join(shape), places)


def plain(text: str) -> str:
    """Return a text without tones, in small letters, character by character."""
    return "".join(_toneless(_small(each)) for each in text)


def lower(composed: str) -> str:
    """Return a text in small letters with one kind of space and dash, character by character."""
    lowered = composed.lower()
    if len(lowered) != len(composed):
        lowered = "".join(map(_small, composed))
    return lowered.translate(_SPACES)


def compose(given: str) -> tuple[str, tuple[int, ...]]:
    """Return the text in composed letters (NFC) and, for each of them and for their end, the place as given."""
    if unicodedata.is_normalized("NFC", given):
        return given, tuple(range(len(given) + 1))
    letters: list[str] = []
    places: list[int] = []
    start = 0
    for found in _apart(given):
        made = unicodedata.normalize("NFC", found.group())
        letters += (given[start : found.start()], made)
        places += (*range(start, found.start()), *([found.start()] * len(made)))
        start = found.end()
    return "".join((*letters, given[start:])), (*places, *range(start, len(given) + 1))


def _apart(given: str) -> Iterator[re.Match[str]]:
    """Yield the letters of a text that are not composed, each with its marks."""
    used = sorted(set(given))
    marks = re.escape("".join(letter for letter in used if unicodedata.combining(letter)))
    others = [letter for letter in used if not unicodedata.is_normalized("NFC", letter)]
    forms = [rf".[{marks}]{{1,{_LONGEST_LETTER - 1}}}"] if marks else []
    return re.finditer("|".join((*forms, *map(re.escape, others))), given, re.DOTALL)


def _small(letter: str) -> str:
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter


def _toneless(letter: str) -> str:
    return "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]


def _explain_lines(composed: str, text: str, shape: list[str]) -> None:
    """Say of each line break whether it ends a passage, parts items of a list, or is only where a line was full."""
    lines = [(found.start(), found.end()) for found in re.finditer(r"[^\n\f]+", text) if found.group().strip()]
    in_list, is_opened, outer = False, False, ""
    for (start, end), (following, _) in pairwise(lines):
        current, bullet = text[start:end].strip(), _BULLET.match(text, following)
        if PASSAGE in text[end:following]:
            in_list = False
            continue
        opens = current.endswith(":")
        is_opened = opens or (is_opened and in_list)
        if bullet and not (in_list or opens or _BULLET.match(text, start)):
            bullet, kind = None, PASSAGE
        elif bullet:
            sign = bullet.group().strip()[:1]
            outer = outer if in_list else sign
            outer = outer or sign
            kind = ITEM if sign == outer or not (sign in "+-*•" and outer in "+-*•") else SUBITEM
            kind = kind if is_opened or not current.endswith(".") else PASSAGE
        else:
            kind = _unmarked(composed, text, (start, end), following, in_list or opens)
        in_list = kind in (ITEM, SUBITEM)
        _put(shape, end, following, kind)
        if bullet:
            shape[following : bullet.end()] = " " * (bullet.end() - following)


def _unmarked(composed: str, text: str, line: tuple[int, int], following: int, in_list: bool) -> str:
    """Return what parts two lines of which the second has no bullet."""
    current = text[slice(*line)].strip()
    apart = text[line[1] : following].count("\n") > 1
    rest = text[following:].split("\n", 1)[0].strip()
    if _GOES_ON.match(text, following):
        return ";" if current.endswith((".", ";")) else " "
    if current.endswith(":"):
        return ITEM if len(rest) < _SHORT_LINE else PASSAGE
    if apart or _HEADING.match(text, following):
        return PASSAGE
    if current.endswith((",", ";")):
        return " "
    first = composed[following:].lstrip()[:1]
    if current.endswith((".", "!", "?")):
        return PASSAGE
    if first.islower() or first in "(+=%" or (first.isdigit() and len(current) > _LONG_LINE):
        return " "
    if in_list and len(rest) < _SHORT_LINE and re.search(r"\d", rest) and len(current) < _SHORT_LINE:
        return ITEM
    return " " if len(current) >= _LONG_LINE else PASSAGE


def _put(shape: list[str], start: int, end: int, kind: str) -> None:
    for place in range(start, end):
        if shape[place] == "\n":
            shape[place] = kind
            kind = " " if kind in (";", " ") else kind


def _explain_stops(text: str, shape: list[str]) -> None:
    """Mark where sentences end; one that begins with "trong đó" belongs to the one before."""
    for found in _STOP.finditer(text):
        if _SHORT_FORM.search(text[max(0, found.start() - 8) : found.start() + 1]):
            continue
        if _GOES_ON.match(text, found.end()):
            shape[found.start()] = ";"
        elif text[found.end()] == " ":
            shape[found.end()] = SENTENCE
