"""Finds the percentages that a sentence claims of its numbers, and those that must make up 100."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.number import rounded
from models.textcheck.adding import Sum
from models.textcheck.items import Item, Sentence
from models.textcheck.labels import NOT_ALL, Opening, is_whole, shared_family
from models.textcheck.prepared import plain

_LEAST_DECIMALS = 2
_OF_TOTAL = re.compile(r"(?:trên|so với|trong) tổng(?: số)?\b[^,;:]*$")
_LABELLED = re.compile(
    r"t[yi] le (?:ho so )?(?:duoc )?(?:giai quyet |tra ket qua |xu ly )?(?:ho so )?"
    r"(dung han|dung va truoc han|truoc va dung han|truoc han va dung han|qua han|tre han|cham han)\b[^\d,;]{0,12}$"
)


@dataclass(frozen=True, eq=False)
class Rate:
    """A percentage that the text gives of two of its numbers, or the sum of percentages that must be 100."""

    items: tuple[Item, ...]
    stated: Decimal
    computed: Decimal
    holds: bool


def rates(sentence: Sentence, earlier: Sequence[Item], found: Sequence[Sum]) -> Iterator[Rate]:
    """Yield the rates of a sentence. earlier: counts of the sentence before; found: the sums of this one."""
    named = list(_in_time(sentence, found))
    yield from named
    used = {rate.items[-1] for rate in named}
    for item in sentence.items:
        if item.percent is not None and item.percent not in used and item.value is not None:
            rate = _of_fraction(item) if item.over else _of_part(sentence, item, earlier, found)
            if rate:
                used.add(item.percent)
                yield rate
    for percent in sentence.items:
        if percent.is_percent and percent not in used and percent.value is not None:
            yield from _explained_after(sentence, percent)
    yield from _wholes(sentence)


def rate_holds(percent: Item, part: Decimal, whole: Decimal) -> bool:
    """Whether a printed percentage is that of two numbers, rounded or cut off in its last decimal."""
    assert percent.value is not None
    if not whole:
        return False
    gap = abs(Fraction(percent.value) - Fraction(part) * 100 / Fraction(whole))
    unit = Fraction(1, 10**percent.decimals)
    return gap < unit or (gap == unit and percent.decimals > 0)


def _rate(percent: Item, part: Item, whole: Item, items: Iterable[Item]) -> Rate | None:
    if not whole.value or part.value is None or percent.value is None:
        return None
    decimals = max(_LEAST_DECIMALS, percent.decimals)
    computed = rounded(Fraction(part.value) * 100 / Fraction(whole.value), decimals)
    return Rate(tuple(items), percent.value, computed, rate_holds(percent, part.value, whole.value))


def _of_fraction(item: Item) -> Rate | None:
    """56/76 nhiệm vụ, đạt 73,68%."""
    assert item.percent
    assert item.over
    return _rate(item.percent, item, item.over, (item, item.percent))


def _of_part(sentence: Sentence, part: Item, earlier: Sequence[Item], found: Sequence[Sum]) -> Rate | None:
    """A number with its percentage, of a total that stands before it."""
    percent = part.percent
    assert percent
    assert part.value is not None
    for each in found:
        if _speaks_of_all(part, each):
            return _of_all(each, percent)
    explained = [each.total for each in found if part in each.parts]
    opened = [] if explained else _opened_total(sentence, part)
    before = [each for each in sentence.items if each.start < part.start and each.is_count and not each.is_change]
    after = [each for each in sentence.items if each.start > percent.end and _OF_TOTAL.match(each.gap.lstrip())][:1]
    if after and after[0].value and not part.is_about:
        return _rate(percent, part, after[0], (part, percent, after[0]))
    nearest = [*explained, *opened, *before[::-1], *earlier[::-1]]
    for total in nearest:
        fits = total is not part and total.value and total.value >= part.value and _is_alike(part, total)
        if fits and rate_holds(percent, part.value, total.value or Decimal(0)):
            return _rate(percent, part, total, (total, part, percent))
    if (
        part.is_change
        or part.is_about
        or percent.has_own_label
        or any(not each.holds for each in found if part in each.parts)
    ):
        return None
    for total in (*explained, *opened, *_handled(part, before)):
        if not total.is_about and total.value and total.value >= part.value:
            return _rate(percent, part, total, (total, part, percent))
    return None


def _speaks_of_all(part: Item, found: Sum) -> bool:
    """Whether a percentage after the last part may be that of all parts: "trước hạn 458, đúng hạn 10.614, đạt 100%"."""
    counted = [each for each in found.parts if each.value]
    if len(counted) < 2 or part is not counted[-1] or any(each.percent for each in counted[:-1]):
        return False
    return part.percent is not None and part.percent.bracket == part.bracket


def _of_all(found: Sum, percent: Item) -> Rate | None:
    """Return the rate of all parts that are not late, where it or that of the last part is right."""
    if not found.holds or not found.stated:
        return None
    good = [each for each in found.parts if each.kinds.get("timeliness") != "late"]
    last = [each for each in found.parts if each.value][-1:]
    for chosen in (good, last):
        part = sum((each.value or Decimal(0) for each in chosen), Decimal(0))
        if rate_holds(percent, part, found.stated):
            computed = rounded(Fraction(part) * 100 / Fraction(found.stated), max(_LEAST_DECIMALS, percent.decimals))
            return Rate((found.total, *found.parts, percent), percent.value or Decimal(0), computed, True)
    return None


def _in_time(sentence: Sentence, found: Sequence[Sum]) -> Iterator[Rate]:
    """Yield the rate in time (or late) that a sentence names after it has said how many were early, on time, late."""
    for each in found:
        kinds = [(part, part.kinds.get("timeliness")) for part in each.parts]
        if None in (kind for _, kind in kinds) or not each.holds or not each.stated:
            continue
        for percent in sentence.items:
            label = _LABELLED.search(plain(percent.gap)) if percent.is_percent and not percent.is_change else None
            if label and percent.start > each.parts[-1].end and percent.value is not None:
                late = label[1] not in ("dung han", "dung va truoc han", "truoc va dung han", "truoc han va dung han")
                chosen = [part.value or Decimal(0) for part, kind in kinds if (kind == "late") is late]
                part, decimals = sum(chosen, Decimal(0)), max(_LEAST_DECIMALS, percent.decimals)
                computed = rounded(Fraction(part) * 100 / Fraction(each.stated), decimals)
                holds = rate_holds(percent, part, each.stated)
                yield Rate((each.total, *each.parts, percent), percent.value, computed, holds)


def _opened_total(sentence: Sentence, part: Item) -> list[Item]:
    """Return the total of "1.000 hồ sơ, trong đó đúng hạn 950 hồ sơ, đạt 95%"."""
    level = sentence.level(part.bracket)
    place = level.index(part)
    if part.opening in (Opening.WITHIN, Opening.SOME, Opening.WHOLE) and place:
        counts = [each for each in level[:place] if each.is_count and not each.is_change]
        alike = [each for each in counts[::-1] if not part.noun or each.noun == part.noun]
        return alike[:1]
    return []


def _handled(part: Item, before: Sequence[Item]) -> list[Item]:
    """Return the resolved or received dossiers that a rate in time is one of."""
    if part.kinds.get("timeliness") not in ("both", "on time", "early", "late") or not part.noun:
        return []
    words = ("giai quyet", "xu ly", "tiep nhan", "den han")
    fitting = [each for each in before[::-1] if each.noun == part.noun and any(w in each.label for w in words)]
    return fitting[:1]


def _is_alike(part: Item, total: Item) -> bool:
    return not part.noun or not total.noun or part.noun.split()[0] == total.noun.split()[0]


def _explained_after(sentence: Sentence, percent: Item) -> Iterator[Rate]:
    """Yield the rates that come before their numbers: "đạt 73,68% (56/76)", "đạt 99,68%; trong đó ... là ..."."""
    after = [each for each in sentence.items if each.start > percent.end and not each.is_change]
    if not after or after[0].is_percent or after[0].value is None:
        return
    first, second = after[0], after[1] if len(after) > 1 else None
    is_bracket = first.bracket != percent.bracket
    if first.over is not None:
        if first.percent is None and (is_bracket or re.search(r"\b(?:với|tương ứng|là)\b", first.gap)):
            rate = _rate(percent, first, first.over, (percent, first))
            if rate and (rate.holds or is_bracket):
                yield rate
        return
    if second is None or second.is_percent or not (first.value and second.value and first.noun == second.noun):
        return
    if not (is_bracket or first.opening is Opening.WITHIN) or not re.search("t[ỷỉ] lệ", percent.gap):
        return
    whole, part = (first, second) if first.value >= second.value else (second, first)
    rate = _rate(percent, part, whole, (percent, first, second))
    if rate and (rate.holds or ("timeliness" in part.kinds and "tong so" in whole.before and len(after) == 2)):
        yield rate


def _wholes(sentence: Sentence) -> Iterator[Rate]:
    """Yield the lists of percentages that must make up 100."""
    for bracket in (-1, *sentence.brackets):
        level = [each for each in sentence.level(bracket) if not each.is_change]
        owned = {each.percent for each in sentence.items if each.percent}
        run: list[Item] = []
        found = False
        for item in (*level, None):
            if item is not None and item.value is not None and _goes_on(run, item, owned):
                run.append(item)
                continue
            yield from _whole(run)
            found = found or any(each.is_percent for each in run[1:])
            run = [item] if item is not None and item.is_percent and item not in owned else []
        if not found:
            yield from _structure(level)


def _goes_on(run: Sequence[Item], item: Item, owned: set[Item]) -> bool:
    if not (item.is_percent or item.is_nothing) or item in owned or item.is_about:
        return False
    remaining = bool(run) and "con lai" in item.before
    return bool(run) and (remaining or shared_family(each.kinds for each in (*run, item)) is not None)


def _structure(level: Sequence[Item]) -> Iterator[Rate]:
    """Yield the list of three percentages or more that says it is a structure, or that is one: chiếm 60%, 30%, 10%."""
    percents = [each for each in level if each.is_percent]
    if len(percents) < 3 or len(percents) < len(level) or any(each.value is None or each.is_about for each in percents):
        return
    total = sum((each.value or Decimal(0) for each in percents), Decimal(0))
    is_said = "cơ cấu" in percents[0].gap or percents[0].opening is Opening.WHOLE
    shares = all("chiếm" in each.gap for each in percents)
    holds = abs(total - 100) <= min(Decimal(1).scaleb(-each.decimals) for each in percents) * len(percents) / 2
    if (holds and (is_said or shares)) or (is_said and 90 <= total <= 110 and not NOT_ALL.search(percents[-1].tail)):
        yield Rate(tuple(percents), Decimal(100), total, holds)


def _whole(run: Sequence[Item]) -> Iterator[Rate]:
    percents = [each for each in run if each.is_percent]
    if len(percents) < 2 or any("tro len" in each.label for each in run):
        return
    family = shared_family(each.kinds for each in run)
    complete = family is not None and is_whole(family, (each.kinds[family.name] for each in run))
    if family is not None and family.name in ("level", "place", "channel", "service", "petition"):
        complete = False
    total = sum((each.value or Decimal(0) for each in percents), Decimal(0))
    unit = min(Decimal(1).scaleb(-each.decimals) for each in percents)
    holds = abs(total - 100) <= unit * max(Decimal(1), Decimal(len(percents)) / 2)
    remaining = "con lai" in percents[-1].before
    if holds or ((complete or remaining) and Decimal(80) <= total <= 120):
        yield Rate(tuple(run), Decimal(100), total, holds)
