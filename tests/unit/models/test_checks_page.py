"""docs/checks.md tells officers what to type: every rule that it shows can be read, every built-in check is named."""

import re
from pathlib import Path

from models import checks, jumps
from models.balance import Reach, parse_side
from models.measure import Kind
from models.onestop import one_stop_group

PAGE = (Path(__file__).parents[3] / "docs" / "checks.md").read_text(encoding="utf-8")
RULES = re.findall(r"^    ([\w-]+): (.+?) (=|<=|>=|<|>) (.+)$", PAGE, re.MULTILINE)


def test_every_rule_on_the_page_can_be_read() -> None:
    codes = [f"MC-{number:02}" for number in range(3, 14)] + [f"MC1-{number:02}" for number in range(3, 14)]
    kinds = dict.fromkeys(codes, Kind.COUNT)
    found = {code: [*parse_side(left, kinds), *parse_side(right, kinds)] for code, left, _, right in RULES}
    assert list(found) == [*(f"C{number}" for number in range(1, 8)), "MC1-C4", "MC1-C5"]
    assert [each.reach for each in found["C5"]] == [Reach.HERE, Reach.LAST_QUARTER]
    assert [each.reach for each in found["C7"]] == [Reach.HERE, Reach.BELOW]


def test_the_ready_made_rules_stand_there_as_they_are() -> None:
    written = {code: (left, sign, right) for code, left, sign, right in RULES}
    for rule in one_stop_group("K", "", "MC1").rules:
        assert written[rule.code] == (rule.left, rule.operator, rule.right)


def test_every_built_in_check_and_every_bracket_is_named() -> None:
    names = [checks.ABOVE_DENOMINATOR, checks.HALF_A_RATIO, checks.ABOVE_SCALE, checks.ABOVE_PARENT]
    names += [
        checks.DUE_TOO_EARLY,
        checks.UNITS,
        checks.QUARTER_TARGETS,
        checks.UNIT_TARGETS,
        checks.HIGHER_TARGETS,
        checks.INTEGRITY,
        *jumps.default_limits(""),
    ]
    assert [name for name in names if f"`{name}`" not in PAGE] == []
    assert [reach for reach in Reach if reach and f"`({reach})`" not in PAGE] == []
