"""What is read after a change is what a fresh look says, over random plans with mergers, own targets and indices."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from models.period import Period, Span
from models.plan import Actual
from models.store.actuals import record
from models.store.database import copy_database, open_database
from tests.unit.models.store.worlds import AUTHOR, YEAR, World, a_world
from ui.pages.analysis.answering import Answering
from ui.pages.analysis.asking import Block, Question, Shown

PERIODS = (Period(YEAR, Span.H1), Period(YEAR, Span.Q3), Period(YEAR))


def changed_cells(random: Random, world: World, period: Period, count: int) -> list[Actual]:
    """Return some cells, where there are any of the period, that hold something else, or nothing any more."""
    found, its = [], [each for each in world.actuals if each.period in period.quarters] or world.actuals
    for each in random.sample(its, min(count, len(its))):
        blank = Actual(each.indicator, each.unit, each.period)
        other = next((it for it in world.actuals if it.indicator == each.indicator and it != each), each)
        found.append(random.choice([blank, replace(other, unit=each.unit, period=each.period)]))
    return found


@pytest.mark.parametrize("seed", range(30))
def test_what_is_read_after_a_change_is_what_a_fresh_look_says(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    world = a_world(random)
    with closing(world.stored()) as made:
        copy_database(made, tmp_path / "a.cchc")
    units, codes = [each.code for each in world.units], [each.code for each in world.indicators]
    root, unit, code = random.choice([None, "H", *units]), random.choice([None, *units]), random.choice(codes)
    period = random.choice(PERIODS)
    then = random.choice([None, period.in_year(YEAR - 1), Period(YEAR, Span.Q1)])
    asked = Question(tmp_path / "a.cchc", world.plan.code, period, date(YEAR + 1, 2, 1), root, then)
    # GIVEN all that the page shows, and a heat map of all units, those above among them
    kept = Answering(asked)
    overall, block = kept.overall(), Block(units, codes)
    shown = Shown(overall, kept.detail(code, unit, overall), kept.ranking(code), frozenset(block.units))
    cells = kept.block(block)
    # WHEN one cell, or some, are changed
    new = changed_cells(random, world, period, random.choice([1, 1, 3]))
    with closing(open_database(asked.path)) as db:
        changes = record(db, new, AUTHOR)
    found = kept.changed(changes.cells, shown)
    # THEN the answer is that of somebody who knows nothing of before
    fresh = Answering(asked)
    whole = fresh.overall()
    assert found.overall == whole
    assert found.ranking == fresh.ranking(code)
    assert cells | found.cells == fresh.block(block)
    detail = fresh.detail(code, unit, whole)
    assert found.detail is not None
    assert found.detail.course == detail.course
    if unit is not None:
        assert found.detail.figures == detail.figures
