"""Cuts passages into clauses: sentences, and what they say in brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.drafting.source import Mood, Passage

_STOP = re.compile(r"[.!?](?=[\"”’)]? )|(?<=\w)\.$")
_SHORT_FORM = re.compile(r"\b(?:tp|tx|gs|ts|ths|đ/c|v\.v|stt|tt)$")
_ONLY_A_RATE = re.compile(r"[^\d,;:.]{0,20}\d[\d.,]*(?: ?%| phần trăm)(?: trở lên)?")
_OTHER_NUMBER = re.compile(r"\d|\b(?:so với|cao hơn|thấp hơn|bằng) [^,;]*$")
_LONGEST = 3_000
_LEAD = re.compile(r"[^,:;]{1,60}(?=[,:])")


@dataclass(frozen=True)
class Clause:
    """A sentence in small letters, what it says in brackets blanked; or one bracket's content, is_bracket.

    completes: the bracket only holds the number that the words before it, its intro, lack: mọi thủ tục ... (100%)."""

    start: int
    text: str
    intro: str = ""
    mood: Mood | None = None
    is_bracket: bool = False
    heading: str = ""
    completes: bool = False

    @property
    def lead(self) -> int:
        """Return where its first part ends, which may hold for all of it: Đến năm 2025, ..."""
        found = _LEAD.match(self.text)
        return found.end() if found else 0

    @property
    def end(self) -> int:
        """Return where it ends in the composed text."""
        return self.start + len(self.text)


def clauses(passage: Passage) -> Iterator[Clause]:
    """Yield the sentences of a passage, each followed by its brackets."""
    for start, end in _sentences(passage.text):
        text, inner = _without_brackets(passage.text[start:end])
        sentence = Clause(passage.start + start, text, passage.intro, passage.mood, heading=passage.heading)
        yield sentence
        for opened, words in inner:
            yield _bracket(sentence, opened, words)


def _bracket(sentence: Clause, opened: int, words: str) -> Clause:
    bracket = replace(sentence, start=sentence.start + opened, text=words, is_bracket=True)
    outside = sentence.text[sentence.text.rfind(";", 0, opened) + 1 : opened].strip()
    if _ONLY_A_RATE.fullmatch(words) is None or _OTHER_NUMBER.search(outside) is not None:
        return bracket
    return replace(bracket, intro=outside, completes=True)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _STOP.finditer(text):
        if _SHORT_FORM.search(text, max(0, found.start() - 6), found.start()):
            continue
        yield from _pieces(text, start, found.start())
        start = found.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, cut where it is longer than anybody writes."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def _without_brackets(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a sentence with its brackets blanked, and what each of them says with its place."""
    letters, inner, opened = list(text), [], []
    for place, letter in enumerate(text):
        if letter == "(":
            opened.append(place)
        elif letter == ")" and opened:
            first = opened.pop()
            if not opened:
                inner.append((first + 1, text[first + 1 : place]))
                letters[first : place + 1] = " " * (place + 1 - first)
    return "".join(letters), inner
