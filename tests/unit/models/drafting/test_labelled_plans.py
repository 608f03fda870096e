"""The labelled wordings of plans: how many targets come out, and how many of those that do are right."""

import pytest

from bench.drafting import PARTS, score
from bench.labelled_plans import plans


@pytest.mark.parametrize("part", PARTS)
def test_recall_and_precision_on_target_operator_and_value_are_high(part: str) -> None:
    found = score(part)
    assert found.recall >= 0.95
    assert found.precision >= 0.95
    assert found.kept / found.refused >= 0.94


def test_set_is_large_enough_to_tell_something() -> None:
    read = [plan for part in PARTS for plan in plans(part)]
    assert sum(len(plan.targets) for plan in read) >= 150
    assert sum(len(plan.refused) for plan in read) >= 80


def test_labels_stand_on_the_words_they_mark() -> None:
    plan = plans("part_1")[0]
    assert [plan.text[each.start : each.end] for each in plan.targets][:2] == ["từ 65% trở lên", "tối thiểu 60%"]
