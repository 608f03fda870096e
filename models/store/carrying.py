"""Sums of what was reported then, over those whose reports belong to a unit of the day: stocks, shares of splits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from models.expectation import taken_over
from models.period import Period
from models.plan import Indicator
from models.progress import Part
from models.restated import Restated, Scope
from models.store.actuals import period_key, period_of
from models.store.pooling import NOTHING, Asked, Row, Sum, added, sum_of
from models.store.rollup import Question, Reported, Source, part, stock


class Carried:
    """Who reported for a unit of the day, and what must be there to make its figure whole."""

    def __init__(self, its: Restated, scope: Scope) -> None:
        self.its, self.scope = its, scope
        self.expected = its.within(scope)

    @cached_property
    def legacies(self) -> frozenset[str]:
        """The units that ended whose stocks may stand."""
        counted = self.expected.counted.values()
        return frozenset(unit for units in counted for unit in units if unit in self.its.legacies)

    @cached_property
    def looked_at(self) -> frozenset[str]:
        """Everybody whose reports are needed: also those after a unit that ended, which may have reported since."""
        after = (self.its.legacies[unit].after for unit in self.legacies)
        return frozenset[str]().union(*self.expected.counted.values(), *after)

    @cached_property
    def split(self) -> dict[int, frozenset[str]]:
        """By the key of each quarter those of whom others have a share too."""
        found = {
            period_key(quarter): units & self.its.split[quarter] for quarter, units in self.expected.counted.items()
        }
        return {key: units for key, units in found.items() if units}


class CarriedQuestion(NamedTuple):
    """An indicator that rolls up, and who reported it for whom."""

    indicator: Indicator
    carried: Carried

    @property
    def plain(self) -> Question:
        """The same, to be answered from sums in which shares are taken care of."""
        return Question(self.indicator, self.carried.expected)


class Shares:
    """A source of sums in which a unit that was split counts with the shares that are asked for."""

    def __init__(self, source: Source, questions: Iterable[CarriedQuestion]) -> None:
        self._source = source
        self._asked = {each.indicator.code: each.carried for each in questions}

    def sums(self, quarter: int, asked: Asked) -> dict[str, Sum]:
        """Return the sums of a quarter, per indicator over its units."""
        split = {code: units & self._asked[code].split.get(quarter, frozenset()) for code, units in asked.items()}
        split = {code: units for code, units in split.items() if units}
        if not split:
            return self._source.sums(quarter, asked)
        whole = {code: asked[code] - units for code, units in split.items()}
        found = self._source.sums(quarter, {**asked, **whole})
        for row in self._source.rows([quarter], split):
            its, so_far = self._share(row), found.get(row.indicator, NOTHING)
            found[row.indicator] = added(so_far, its)._replace(units=so_far.units | its.units)
        return found

    def _share(self, row: Row) -> Sum:
        whole, carried = sum_of(row), self._asked[row.indicator]
        amounts = (row.numerator, row.denominator, row.value)
        numerator, denominator, value = carried.its.share(period_of(row.period), row.unit, amounts, carried.scope)
        return whole._replace(numerator=numerator, denominator=denominator, value=value, is_estimated=True)


def stocks(source: Source, quarters: Sequence[Period], questions: Iterable[CarriedQuestion]) -> dict[str, Reported]:
    """Take of each unit of then its latest figure; of one that ended while nobody after it has reported."""
    asked = {each.indicator.code: each for each in questions}
    latest: dict[str, dict[str, Period]] = {code: {} for code in asked}
    read: dict[str, dict[Period, Sum]] = {code: {} for code in asked}
    for quarter in sorted(quarters, reverse=True):
        still = {
            code: (each.carried.looked_at & each.carried.its.standing[quarter]).difference(latest[code])
            for code, each in asked.items()
        }
        for code, found in source.sums(period_key(quarter), still).items():
            read[code][quarter] = found
            latest[code].update(dict.fromkeys(found.units, quarter))
    parts: dict[str, list[Part]] = defaultdict(list)
    again: dict[Period, dict[str, frozenset[str]]] = defaultdict(dict)
    for code, each in asked.items():
        for quarter, units in _standing(each.carried, latest[code], read[code]).items():
            if units == read[code][quarter].units and units.isdisjoint(each.carried.split.get(period_key(quarter), ())):
                parts[code].append(part(quarter, read[code][quarter]))
            else:
                again[quarter][code] = units
    shares = Shares(source, asked.values())
    for quarter, some in again.items():
        for code, found in shares.sums(period_key(quarter), some).items():
            parts[code].append(part(quarter, found))
    last = max(quarters)
    return {
        code: stock(each.plain, parts[code], last, read[code].get(last, NOTHING).units) for code, each in asked.items()
    }


def _standing(
    carried: Carried, latest: Mapping[str, Period], read: Mapping[Period, Sum]
) -> dict[Period, frozenset[str]]:
    """Return by quarter whose figure of it counts."""
    legacies = {unit: carried.its.legacies[unit] for unit in carried.legacies}
    gone = legacies.keys() - taken_over(legacies, latest)
    counted = carried.expected.counted
    return {quarter: (found.units & counted[quarter]) - gone for quarter, found in read.items()}
