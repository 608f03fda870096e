"""Figures out of the file agree with a plain reading of the rules, whatever happened to units and targets."""

from datetime import date
from fractions import Fraction
from random import Random

import pytest

from models.period import periods_of
from models.progress import Figure
from models.store.figures import progress, progress_by_unit
from tests.unit.models.store.oracle import Answer, Oracle
from tests.unit.models.store.worlds import YEAR, a_world

DAYS = (date(YEAR, 3, 15), date(YEAR, 6, 20), date(YEAR, 12, 23), date(YEAR + 1, 4, 30), date(YEAR + 1, 5, 1))


def as_answer(figure: Figure) -> Answer:
    """Return what a figure says in the oracle's words."""
    return Answer(
        state=str(figure.state),
        numerator=None if figure.numerator is None else Fraction(figure.numerator),
        denominator=None if figure.denominator is None else Fraction(figure.denominator),
        value=figure.value,
        from_quarter=figure.from_quarter.code if figure.from_quarter else None,
        has_target=figure.target is not None,
        gap=figure.gap,
        provisional=figure.is_provisional,
        reported=figure.reported_units,
        expected=figure.expected_units,
    )


@pytest.mark.parametrize("seed", range(120))
def test_figures_agree_with_a_plain_reading_of_the_rules(seed: int) -> None:
    random = Random(seed)
    world = a_world(random)
    db = world.stored()
    for period in random.sample(periods_of(YEAR), 3):
        on = random.choice(DAYS)
        oracle = Oracle(world, period, on)
        units = [None, *(each.code for each in world.units)]
        for unit in random.sample(units, 3):
            found = {each.indicator.code: as_answer(each) for each in progress(db, world.plan, period, on, unit)}
            assert found == {each.code: oracle.answer(each, unit) for each in world.indicators}, (period, on, unit)
        root = random.choice(units)
        lines = {
            (each.indicator.code, each.unit): as_answer(each)
            for each in progress_by_unit(db, world.plan, period, on, root=root)
        }
        assert lines.keys() == oracle.lines(root)
        indicators = {each.code: each for each in world.indicators}
        assert lines == {(code, unit): oracle.answer(indicators[code], unit) for code, unit in oracle.lines(root)}
