"""Who took over from whom, on which day and with which share.

Source: docs/figures.md, 16. Shares are exact; what is split in whole numbers adds up to what was there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from models.unit import EventKind, Unit, UnitEvent, UnitTree

WHOLE = Fraction(1)
Shares = tuple[tuple[str, Fraction], ...]  # the units that took over, in the event's order; the shares add up to 1


@dataclass(frozen=True, slots=True)
class Passing:
    """From this day on, others stand for a unit: one alone, or several with their shares."""

    day: date
    to: Shares


class Succession:
    """What became of each unit: from events, and of units whose end no event tells, from who succeeded them."""

    def __init__(self, tree: UnitTree, events: Iterable[UnitEvent] = ()) -> None:
        self._passings: dict[str, list[Passing]] = defaultdict(list)
        for event in all_events(tree.units.values(), events):
            for code, shares in passed_on(event).items():
                if not any(each.day == event.day for each in self._passings[code]):  # nobody leaves twice in a day
                    self._passings[code].append(Passing(event.day, shares))
        self._found: dict[tuple[str, int, date], Mapping[str, Fraction]] = {}

    def passings(self, code: str, after: date, until: date) -> list[Passing]:
        """Return how a unit passed on what it had, on the days after one day up to and including another."""
        return [each for each in self._passings.get(code, ()) if after < each.day <= until]

    def heirs(self, code: str, after: date, until: date) -> Mapping[str, Fraction]:
        """Return who stands on one day for a unit as it was on an earlier one, each with its share of it.

        The unit itself where nobody took over from it; the shares add up to 1."""
        passings = self._passings.get(code, ())
        key = (code, sum(each.day <= after for each in passings), until)
        if (found := self._found.get(key)) is None:
            found = self._found[key] = self._heirs(code, after, until)
        return found

    def _heirs(self, code: str, after: date, until: date) -> Mapping[str, Fraction]:
        passing = next(iter(self.passings(code, after, until)), None)
        if passing is None:
            return {code: WHOLE}
        if len(passing.to) == 1:
            return self.heirs(passing.to[0][0], passing.day, until)
        found: dict[str, Fraction] = defaultdict(Fraction)
        for heir, share in passing.to:
            for later, part in self.heirs(heir, passing.day, until).items():
                found[later] += share * part
        return dict(found)

    def carried(
        self, amounts: Sequence[int | None], code: str, after: date, until: date
    ) -> dict[str, list[int | None]]:
        """Return what each heir has of whole amounts of a unit; per amount, what all have adds up to it.

        Two amounts are a part and what it is a part of, and stay so for each heir. None stays None."""
        shares = self.heirs(code, after, until)
        if len(shares) == 1:
            return {heir: list(amounts) for heir in shares}
        parted = _parted(amounts, list(shares.values()))
        return {heir: [column[place] for column in parted] for place, heir in enumerate(shares)}


def passed_on(event: UnitEvent) -> dict[str, Shares]:
    """Return for each unit that an event takes something from who has it from then on, and with which share."""
    if event.kind is EventKind.MOVE or not event.after:
        return {}
    if event.kind is EventKind.SPLIT:
        shares = split_shares(event)
        return {code: shares for code in event.before if [heir for heir, _ in shares] != [code]}
    return {code: split_shares(event) for code in event.before if code not in event.after}


def split_shares(event: UnitEvent) -> Shares:
    """Return the share of each unit in after: its weight over all weights, else equal; who has none is left out."""
    if len(event.after) == 1:
        return ((event.after[0], WHOLE),)
    weights = event.weights if len(event.weights) == len(event.after) and any(event.weights) else ()
    whole = sum(map(Fraction, weights)) if weights else Fraction(len(event.after))
    parts = [Fraction(each) / whole for each in weights or (Decimal(1),) * len(event.after)]
    return tuple((code, part) for code, part in zip(event.after, parts, strict=True) if part)


def all_events(units: Iterable[Unit], events: Iterable[UnitEvent]) -> list[UnitEvent]:
    """Return the events told, and those that ends with successors imply, in order of time.

    Units that ended on one day with the same successor were merged into it; several successors, a split."""
    told = list(events)
    known = {(code, event.day) for event in told for code in passed_on(event)}
    said = {(code, event.after) for event in told for code in passed_on(event)}
    implied: dict[tuple[date, tuple[str, ...]], list[str]] = defaultdict(list)
    for unit in units:
        if unit.succeeded_by and unit.valid_to is not None and unit.valid_to < date.max:
            day = unit.valid_to + timedelta(days=1)
            if (unit.code, day) not in known and (unit.code, unit.succeeded_by) not in said:
                implied[day, unit.succeeded_by].append(unit.code)
    for (day, after), before in implied.items():
        told += _implied(day, before, after)
    return sorted(told, key=lambda event: event.day)


def _implied(day: date, before: list[str], after: tuple[str, ...]) -> Iterator[UnitEvent]:
    if len(after) > 1:
        yield from (UnitEvent(day, EventKind.SPLIT, (code,), after) for code in before)
    else:
        kind = EventKind.MERGE if len(before) > 1 else EventKind.RENAME
        yield UnitEvent(day, kind, tuple(before), after)


def _parted(amounts: Sequence[int | None], shares: list[Fraction]) -> list[list[int | None]]:
    """Part each amount by the shares. Of two, the smaller and what the larger has more are parted each for itself:
    parted alone, a larger whole can give one heir less (the Alabama paradox), and a part would exceed its whole."""
    numbers = [each for each in amounts if each is not None]
    if len(numbers) == 2:
        low, high = sorted(numbers)
        less, more = apportioned(low, shares), apportioned(high - low, shares)
        both = [one + other for one, other in zip(less, more, strict=True)]
        return [[None] * len(shares) if each is None else list(less if each == low else both) for each in amounts]
    return [[None] * len(shares) if each is None else list(apportioned(each, shares)) for each in amounts]


def apportioned(amount: int, shares: Sequence[Fraction], whole: int = 10_000) -> list[int]:
    """Return an amount parted by shares that add up to 1, in whole units where it is whole: largest remainders first.

    amount is scaled by 10,000, as the file keeps it; what is returned adds up to it. Equal remainders go by order."""
    step = whole if amount % whole == 0 else 1
    exact = [Fraction(amount, step) * share for share in shares]
    parts = [each.numerator // each.denominator for each in exact]
    left = amount // step - sum(parts)
    by_remainder = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in by_remainder[:left]:
        parts[place] += 1
    return [part * step for part in parts]
