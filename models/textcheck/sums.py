"""Finds the sums that a sentence claims: a total and its parts, in whichever words they are listed."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from models.textcheck.adding import Sum, evaluated, is_slip, is_surely_meant
from models.textcheck.items import CLAUSE, SUBLIST, Item, Sentence
from models.textcheck.labels import TIMELINESS, Family, Opening, is_whole, shared_family

_HANDLED = re.compile("giai quyet|xu ly|tiep nhan|tong")
_MOST_READINGS = 200
_LONGEST_LIST = 40


def sums(sentence: Sentence, earlier: Sequence[Item] = ()) -> list[Sum]:
    """Return the sums of a sentence, each total with each of its breakdowns once. earlier: the counts of the sentence
    before, which a list without a total of its own may break down."""
    found: list[Sum] = []
    for bracket in (-1, *sorted(sentence.brackets)):
        level = sentence.level(bracket)
        owner = sentence.owners.get(bracket)
        before = earlier if bracket == -1 else ()
        made = (
            *_equations(level),
            *_lists(level, owner),
            *_trailing(level),
            *_shares(level),
            *_shared_out(level),
            *_unopened(level, before),
        )
        for each in made:
            if not any(_repeats(each, other) for other in found):
                found.append(each)
    return found


def _repeats(one: Sum, other: Sum) -> bool:
    """Whether two say the same, or one of them guesses at numbers that the other has explained."""
    if set(one.parts) & set(other.parts):
        return True
    return one.total in other.parts and other.total in one.parts


def _counts(items: Sequence[Item]) -> list[Item]:
    return [each for each in items if each.is_count and not each.is_change]


def _equations(level: Sequence[Item]) -> Iterator[Sum]:
    """297 = 216 cấp huyện + 81 cấp xã; 216 + 81 = 297."""
    for place, item in enumerate(level):
        run = place + 1
        while run < len(level) and level[run].is_plus:
            run += 1
        if item.is_plus or run == place + 1:
            continue
        parts = level[place:run]
        after = level[run] if run < len(level) and "=" in level[run].gap else None
        total = level[place - 1] if place and "=" in item.gap else after
        if total is not None and (made := evaluated(total, parts)):
            yield made


def _lists(level: Sequence[Item], owner: Item | None) -> Iterator[Sum]:
    for place, item in enumerate(level):
        opening, totals = item.opening, _totals(level, place)
        if place == 0 and owner is not None and item.bracket != -1:
            opening, totals = opening or Opening.BRACKET, [owner]
        elif opening is None and place and re_of(level[place - 1]):
            opening = Opening.OF
        if opening is not None and totals:
            yield from _breakdowns(opening, totals, _scope(level, place))


def re_of(item: Item) -> bool:
    """Whether a number names a whole of which the text goes on to speak: "trong số 44 cơ quan"."""
    return item.before.endswith(("trong so", "trong tong so", "tong so")) or "trong so" in item.before[-40:]


def _totals(level: Sequence[Item], place: int) -> list[Item]:
    """Return the numbers that the list opened here may break down, the likeliest first."""
    return _counts(level[:place])[::-1][:3]


def _scope(level: Sequence[Item], place: int) -> list[Item]:
    """Return the items of the list that is opened here."""
    first = level[place]
    listed = [first]
    for item in level[place + 1 : place + _LONGEST_LIST]:
        if item.rank >= SUBLIST and first.rank < item.rank:
            break
        listed.append(item)
    return listed


def _breakdowns(opening: Opening, totals: Sequence[Item], listed: Sequence[Item]) -> Iterator[Sum]:
    """Yield the sums of a list: in the reading that adds up, else in the plainest one when it is surely meant so."""
    rest = list(listed)
    found = None
    while len(_counts(rest)) > 1:
        found = _holding(totals, rest, opening)
        if found is None:
            break
        yield found
        rest = rest[rest.index(found.parts[-1]) + 1 :]
        totals = [found.total]
    if rest and rest[0] is listed[0]:
        yield from _wrong(opening, totals, rest)
    elif len(rest) > 1 and (rest[0].opening or "theo" in rest[0].before):
        yield from _wrong(rest[0].opening or opening, totals, rest)


def _holding(totals: Sequence[Item], listed: Sequence[Item], opening: Opening) -> Sum | None:
    for parts in _readings(listed):
        for total in totals:
            made = evaluated(total, parts)
            if made and made.holds and _is_meant(made, opening) and not _is_cut_short(made, listed):
                return made
    return None


def _is_cut_short(made: Sum, listed: Sequence[Item]) -> bool:
    """Whether the next item belongs to the same parts: early 1, on time 1 are not all of 2 when late 1 follows."""
    parts = made.parts
    following = [each for each in _counts(listed) if each.start > parts[-1].start]
    if not following or (following[0].value or 0) > made.stated:
        return False
    if following[0].rank > max((each.rank for each in parts[1:]), default=0):
        return False
    return shared_family(each.kinds for each in (*parts, following[0])) is not None


def _is_meant(made: Sum, opening: Opening) -> bool:
    """Whether an equality is more than chance: 0 + 5 = 5 needs labels that belong together."""
    some = [each for each in made.parts if each.value]
    if len(some) >= 2 or opening in (Opening.WHOLE, Opening.BRACKET):
        return True
    return shared_family(each.kinds for each in made.parts) is not None


def _readings(listed: Sequence[Item]) -> list[list[Item]]:
    """Return ways to read a list: the longest first; all its items, only those after its stronger signs, without
    what is nested in it."""
    bases = [_counts(listed)]
    ranks = sorted({each.rank for each in bases[0][1:]}, reverse=True)
    bases += [[bases[0][0], *(each for each in bases[0][1:] if each.rank >= rank)] for rank in ranks if bases[0]]
    bases += [each for base in tuple(bases) for each in islice(_without_nested(base), _MOST_READINGS)]
    readings: dict[tuple[int, ...], list[Item]] = {}
    for base in bases:
        for length in range(len(base), 1, -1):
            readings.setdefault(tuple(each.start for each in base[:length]), base[:length])
    return sorted(readings.values(), key=len, reverse=True)[:_MOST_READINGS]


def _without_nested(base: list[Item]) -> Iterator[list[Item]]:
    """Yield the list without what "trong đó" nests in it, one to all items long."""
    for place in range(1, len(base)):
        if base[place].opening in (Opening.WITHIN, Opening.SOME, Opening.WHOLE, Opening.DETAIL):
            for length in range(1, len(base) - place + 1):
                shorter = base[:place] + base[place + length :]
                yield shorter
                yield from _without_nested(shorter) if length < 4 and len(base) < 12 else ()


def _wrong(opening: Opening, totals: Sequence[Item], listed: Sequence[Item]) -> Iterator[Sum]:
    """Yield the sum of the plainest reading when it does not add up and can only be meant as a sum."""
    parts = _plainest(listed)
    if len(parts) < 2:
        return
    total = _fitting(totals, parts)
    made = evaluated(total, parts)
    if made and not made.holds and is_surely_meant(made, opening, listed):
        yield made


def _plainest(listed: Sequence[Item]) -> list[Item]:
    base = _counts(listed)
    run = [base[0]] if base else []
    for item in base[1:]:
        if shared_family(each.kinds for each in (*run, item)) is None:
            break
        run.append(item)
    if len(run) > 1:
        return run
    top = max((each.rank for each in base[1:]), default=0)
    heads = [base[0], *(each for each in base[1:] if each.rank >= top)] if top >= CLAUSE else base
    flat: list[Item] = []
    for item in heads:
        if flat and item.opening is not None:
            continue
        flat.append(item)
    return flat


def _fitting(totals: Sequence[Item], parts: Sequence[Item]) -> Item:
    """Return the total that the parts belong to: the nearest that counts the same things and is not too small."""
    nouns = {each.noun for each in parts if each.noun}
    for total in totals:
        if total.noun and total.noun in nouns:
            return total
    return totals[0]


def _trailing(level: Sequence[Item]) -> Iterator[Sum]:
    """Yield the sums whose total comes last: "..., tổng cộng 297", "..., lũy kế ... là 6.302"."""
    for place, item in enumerate(level):
        is_sum = any(
            word in item.before for word in ("tong cong", "tong so", "luy ke", "nang tong", "cong chung", "tat ca")
        )
        parts = _counts(level[:place])
        if not is_sum or len(parts) < 2 or item.is_percent or item.is_change:
            continue
        for first in range(len(parts) - 1):
            made = evaluated(item, parts[first:])
            if made and made.holds:
                yield made
                break
        else:
            last = parts[-2:]
            family = shared_family(each.kinds for each in last)
            whole = family is not None and is_whole(family, (each.kinds[family.name] for each in last))
            made = evaluated(item, last)
            is_said = "tong" in item.before or (family is not None and family.name == "channel")
            if made and whole and is_said and not item.is_about:
                yield made


def _shares(level: Sequence[Item]) -> Iterator[Sum]:
    """Yield the sum of parts of one whole that are written as such: 29/44, 11/44 and 4 are 44."""
    seen: set[Decimal | None] = set()
    for place, item in enumerate(level):
        if item.over is None or item.over.value in seen:
            continue
        seen.add(item.over.value)
        run = [item]
        for following in _counts(level[place + 1 :]):
            other = following.over.value if following.over else item.over.value
            is_share = following.over is not None or shared_family(each.kinds for each in (*run, following))
            if other != item.over.value or not is_share:
                break
            run.append(following)
        if sum(each.over is not None for each in run) > 1 and (made := evaluated(item.over, run)) and made.holds:
            yield made


def _shared_out(level: Sequence[Item]) -> Iterator[Sum]:
    """Yield the sum whose total the last part names: "20 tốt, 10 khá, 6 trung bình trong tổng số 36"."""
    for place, item in enumerate(level):
        parts = _counts(level[: place + 1])
        if item.over is None or len(parts) < 3 or any(each.over for each in parts[:-1]):
            continue
        for first in range(len(parts) - 2):
            made = evaluated(item.over, parts[first:])
            if made and made.holds:
                yield made
                break


def _unopened(level: Sequence[Item], earlier: Sequence[Item] = ()) -> Iterator[Sum]:
    """Yield the sums that no word announces but whose labels say it: received; early, on time, late."""
    counts = _counts(level)
    for place, item in enumerate(counts):
        run = [item]
        for following in counts[place + 1 :]:
            if shared_family(each.kinds for each in (*run, following)) is None:
                break
            run.append(following)
        family = shared_family(each.kinds for each in run)
        if family is None or not is_whole(family, (each.kinds[family.name] for each in run)):
            continue
        if place:
            yield from _unannounced(counts[:place][::-1][:3], run, family)
        else:
            yield from _continued(earlier[::-1][:2], run)
    yield from _states(counts)


def _unannounced(totals: Sequence[Item], run: Sequence[Item], family: Family) -> Iterator[Sum]:
    wholes = [each for each in totals if family.name not in each.kinds or "tong" in each.before]
    for total in wholes:
        made = evaluated(total, run)
        if made and made.holds and (sum(bool(each.value) for each in run) > 1 or family is TIMELINESS):
            yield made
            return
    handled = [each for each in wholes if _HANDLED.search(each.label) or each.before.strip().endswith("ho so")]
    if family is TIMELINESS and handled and (made := evaluated(handled[0], run)):
        nouns = {each.noun for each in run if each.noun}
        if not any(each.is_about for each in (handled[0], *run)) and (not nouns or handled[0].noun in (*nouns, "")):
            yield made


def _continued(totals: Sequence[Item], run: Sequence[Item]) -> Iterator[Sum]:
    """Yield the sum of a list whose total stands in the sentence before."""
    made = [each for total in totals if total.noun == run[0].noun or not run[0].noun if (each := evaluated(total, run))]
    right = [each for each in made if each.holds and sum(bool(part.value) for part in run) > 1]
    slips = [each for each in made[:1] if is_slip(each.stated, each.computed) and not each.total.is_about]
    yield from right[:1] or slips


def _states(counts: Sequence[Item]) -> Iterator[Sum]:
    """Received = resolved + in progress, where each is named once."""
    received = [each for each in counts if "tiep nhan" in each.before or "phai giai quyet" in each.before]
    stated = [each for each in counts if each not in received and "timeliness" not in each.kinds]
    done = [each for each in stated if each.kinds.get("state") == "done"]
    still = [each for each in stated if each.kinds.get("state") == "open"]
    if len(done) == len(still) == 1 and received and received[0].start < done[0].start < still[0].start:
        parts = [done[0], still[0]]
        made = evaluated(received[-1], parts)
        if made and (made.holds or (len(received) == 1 and is_slip(made.stated, made.computed))):
            yield made
