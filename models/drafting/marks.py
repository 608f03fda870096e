"""The numbers, ranks and grades of a clause in order, each with the words that are its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.drafting.clauses import Clause
from models.drafting.operators import asked_after
from models.drafting.quantities import Quantity, quantities
from models.drafting.references import hidden
from models.drafting.standings import Standing, raised, standings
from models.drafting.wording import leads, own_start

_STEPS = ("bậc",)
_COUNT_OF = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|số lượng|số (?:đơn vị|cơ quan|xã|phường|sở|phòng|cán bộ|công chức|viên chức))\b"
)


@dataclass(frozen=True)
class Mark:
    """One number, rank or grade of a clause.

    floor: where the one before ends; own: where its own words begin; tail: where the words after it end;
    end: of the number with its unit and "trở lên"."""

    found: Quantity | Standing
    floor: int
    own: int
    start: int
    end: int
    tail: int
    is_leading: bool


def marks(clause: Clause) -> list[Mark]:
    """Return the marks of a clause in order."""
    text = clause.text
    if not (found := _found(text)):
        return []
    ends = [_end(text, each) for each in found]
    edges = [*(each.start for each in found[1:]), len(text)]
    leading = [
        isinstance(each, Quantity) and leads(text, each.end if each.is_per else end, edge)
        for each, end, edge in zip(found, ends, edges, strict=True)
    ]
    floors = [0, *ends[:-1]]
    owns = [
        own_start(text, floor, each.start, is_leading=is_leading, follows_thing=follows)
        for each, floor, is_leading, follows in zip(found, floors, leading, [False, *leading[:-1]], strict=True)
    ]
    tails = [_tail(text, end, own) for end, own in zip(ends, [*owns[1:], len(text)], strict=True)]
    return [
        Mark(each, floor, own, each.start, end, tail, is_leading)
        for each, floor, own, end, tail, is_leading in zip(found, floors, owns, ends, tails, leading, strict=True)
    ]


def _found(text: str) -> list[Quantity | Standing]:
    """Return what a clause names, grades that only describe what a number counts left out."""
    covered = hidden(text)
    named = standings(text)
    places = {place for each in named for place in range(each.start, each.end)}
    numbers = [
        each
        for each in quantities(text)
        if places.isdisjoint(range(each.start, each.end)) and covered.isdisjoint(range(each.start, each.end))
    ]
    named = [each for each in named if not _describes(text, each, numbers)]
    return sorted([*numbers, *named, *_raised(text, numbers, named)], key=lambda each: each.start)


def _describes(text: str, grade: Standing, numbers: Sequence[Quantity]) -> bool:
    """Whether a grade is only what a number of things should have: 80% đơn vị xếp loại Khá, số xã loại tốt tăng 2."""
    if isinstance(grade.value, Decimal):
        return False
    part = max(text.rfind(";", 0, grade.start), text.rfind(",", 0, grade.start)) + 1
    stop = text.find(";", grade.end)
    is_followed = any(grade.end <= each.start < (stop if stop >= 0 else len(text)) for each in numbers)
    if is_followed and _COUNT_OF.search(text, part, grade.start):
        return True
    before = [each for each in numbers if each.end <= grade.start]
    if not before or ";" in text[before[-1].end : grade.start]:
        return False
    return leads(text, before[-1].end if before[-1].is_counted else _end(text, before[-1]), grade.start)


def _raised(text: str, numbers: Sequence[Quantity], named: Sequence[Standing]) -> list[Standing]:
    """Return the wishes for a better rank where the same part of the sentence names no rank and no steps."""
    told = [each.start for each in numbers if each.unit in _STEPS]
    told += [each.start for each in named if not isinstance(each.value, str)]
    kept: list[Standing] = []
    for each in raised(text):
        start, end = text.rfind(";", 0, each.start), text.find(";", each.end)
        end = end if end >= 0 else len(text)
        is_told = any(start < place < end for place in told) or (kept and kept[-1].start > start)
        if not is_told and not _describes(text, each, numbers):
            kept.append(each)
    return kept


def _end(text: str, found: Quantity | Standing) -> int:
    if isinstance(found, Standing):
        return found.end
    after = asked_after(text, found, text[max(0, found.start - 30) : found.start])
    adjacent = found.unit_end if not found.is_counted else found.end
    return after[1] if after and after[1] - adjacent < 20 else adjacent


def _tail(text: str, end: int, following: int) -> int:
    """Return where the words after a number end, without what only leads on to the next."""
    stop = text.find(";", end, following)
    stop = following if stop < 0 else stop
    words = text[end:stop].rstrip(" ,;:-–.")
    return end + len(re.sub(r" (?:và|hoặc|còn|nhưng)$", "", words).rstrip(" ,;:"))
