"""Balance rules: sides as they are written, exact comparison, and the difference in words."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.checks import (
    ABOVE_DENOMINATOR,
    ABOVE_PARENT,
    ABOVE_SCALE,
    HALF_A_RATIO,
    Amounts,
    Operand,
    Severity,
    Where,
    amounts_of,
    is_balanced,
    judge,
    parent_findings,
    parse_side,
    parsed,
    range_findings,
    shown_sides,
    total,
)
from models.errors import KnownError
from models.exchange.records import finding_record
from models.measure import Kind
from models.period import quarter
from models.plan import Actual, BalanceRule, Indicator

Q1 = quarter(2023, 1)
WHERE = Where(Q1, {"X": "Xã {Một}"})
KINDS = {
    "A": Kind.COUNT,
    "B": Kind.COUNT,
    "A-B": Kind.COUNT,
    "TTHC-03": Kind.RATIO,
    "TTHC-03.1": Kind.RATIO,
    "XL": Kind.GRADE,
    "HT": Kind.YES_NO,
    "Hồ sơ": Kind.COUNT,
}


def amounts(**values: int) -> dict[str, Amounts]:
    return {code: Amounts(value=Fraction(value)) for code, value in values.items()}


def a_rule(left: str, operator: str, right: str, tolerance: str = "0") -> BalanceRule:
    return BalanceRule("KH", "R1", left, operator, right, Decimal(tolerance), True, "Tổng phiếu")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("A", [(1, "A", "value")]),
        ("A+B", [(1, "A", "value"), (1, "B", "value")]),
        (" A + B ", [(1, "A", "value"), (1, "B", "value")]),
        ("-A + B", [(-1, "A", "value"), (1, "B", "value")]),
        ("A-B", [(1, "A-B", "value")]),
        ("A - B", [(1, "A", "value"), (-1, "B", "value")]),
        ("A-B-B", [(1, "A-B", "value"), (-1, "B", "value")]),
        ("A−B", [(1, "A", "value"), (-1, "B", "value")]),
        ("TTHC-03.1.tử", [(1, "TTHC-03.1", "numerator")]),
        ("TTHC-03.tử - TTHC-03.1.mẫu", [(1, "TTHC-03", "numerator"), (-1, "TTHC-03.1", "denominator")]),
        ("TTHC-03.MẪU+Hồ sơ", [(1, "TTHC-03", "denominator"), (1, "Hồ sơ", "value")]),
        ("TTHC-03", [(1, "TTHC-03", "value")]),
    ],
)
def test_sides_are_codes_joined_by_plus_and_minus(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert parse_side(text, KINDS) == tuple(Operand(*each) for each in expected)


@pytest.mark.parametrize(
    "text", ["", "C", "A +", "+", "A B", "A * B", "A.tử", "TTHC-03.tu", "XL", "HT", "A ++ B", "AB"]
)
def test_what_is_no_side_is_refused(text: str) -> None:
    with pytest.raises(KnownError):
        parse_side(text, KINDS)


def test_a_long_side_that_leads_nowhere_is_refused_quickly() -> None:
    with pytest.raises(KnownError):
        parse_side("A-" * 20_000 + "?", {"A": Kind.COUNT, "A-A": Kind.COUNT, "A-A-A": Kind.COUNT})


@given(st.lists(st.tuples(st.sampled_from([1, -1]), st.sampled_from(["A", "B", "Hồ sơ"])), min_size=1, max_size=30))
def test_a_side_that_is_written_is_read_again(terms: list[tuple[int, str]]) -> None:
    text = "".join(f" {'+' if sign > 0 else '-'} {code}" for sign, code in terms)
    assert parse_side(text, KINDS) == tuple(Operand(sign, code, "value") for sign, code in terms)


def test_a_side_with_an_amount_missing_has_no_total() -> None:
    assert total(parse_side("A + B", KINDS), amounts(A=1)) is None
    assert total(parse_side("A + B", KINDS), amounts(A=1, B=0)) == 1


@given(st.sampled_from(["=", ">=", ">", "<=", "<"]), st.integers(-50, 50), st.integers(-50, 50))
def test_without_tolerance_a_comparison_is_the_operator_itself(operator: str, left: int, right: int) -> None:
    said = {"=": left == right, ">=": left >= right, ">": left > right, "<=": left <= right, "<": left < right}
    assert is_balanced(operator, Fraction(left), Fraction(right), Decimal(0)) is said[operator]


@pytest.mark.parametrize("difference, holds", [("0.0100", True), ("-0.0100", True), ("0.0101", False)])
def test_the_tolerance_is_exact(difference: str, holds: bool) -> None:
    assert is_balanced("=", Fraction(difference), Fraction(0), Decimal("0.01")) is holds


def test_a_broken_rule_says_both_sides_and_by_how_much() -> None:
    found = judge(parsed(a_rule("A", "=", "B"), KINDS), amounts(A=5952, B=6952), "X", WHERE)
    assert found is not None
    assert (found.left, found.right, found.difference) == (Fraction(5952), Fraction(6952), Fraction(-1000))
    assert found.message == (
        "Kỳ 2023-Q1, đơn vị Xã {Một} (X), quy tắc R1 (Tổng phiếu): vế trái 5.952, vế phải 6.952, lệch 1.000."
    )
    assert (found.severity, found.is_accepted) == (Severity.ERROR, False)


def test_the_difference_is_that_of_the_sides_as_they_are_written() -> None:
    rule = parsed(a_rule("A", "=", "B"), KINDS)
    thirds = {"A": Amounts(value=Fraction(100, 3)), "B": Amounts(value=Fraction(200, 3))}
    found = judge(rule, thirds, "X", WHERE)
    assert found is not None
    assert "vế trái 33,3333, vế phải 66,6667, lệch 33,3334" in found.message
    record = finding_record(found)
    assert (record["left"], record["right"], record["difference"]) == ("33.3333", "66.6667", "-33.3334")


def test_sides_that_differ_are_never_written_alike() -> None:
    near = {"A": Amounts(value=Fraction(1, 3)), "B": Amounts(value=Fraction(333_333, 10**6))}
    found = judge(parsed(a_rule("A", "=", "B"), KINDS), near, "X", WHERE)
    assert found is not None
    assert "vế trái 0,3333333, vế phải 0,3333330, lệch 0,0000003" in found.message
    assert finding_record(found)["difference"] == "0.0000003"


@given(left=st.fractions(), right=st.fractions())
def test_written_sides_and_their_difference_agree(left: Fraction, right: Fraction) -> None:
    one, other, apart, _ = shown_sides(left, right)
    assert one - other == apart
    assert (apart == 0) == (left == right)
    assert abs(one - left) <= Fraction(1, 20000) >= abs(other - right)


def test_a_rule_that_holds_or_cannot_be_looked_at_finds_nothing() -> None:
    rule = parsed(a_rule("A", "=", "B"), KINDS)
    assert judge(rule, amounts(A=1, B=1), "X", WHERE) is None
    assert judge(rule, amounts(A=1), "X", WHERE) is None


def test_a_finding_is_accepted_where_one_of_its_figures_is() -> None:
    its = {**amounts(A=1), "B": Amounts(value=Fraction(2), is_accepted=True)}
    found = judge(parsed(a_rule("A", "=", "B"), KINDS), its, None, WHERE)
    assert found is not None
    assert found.is_accepted
    assert found.message.startswith("Kỳ 2023-Q1, toàn kế hoạch")


def test_the_rate_of_a_ratio_is_exact_and_missing_for_a_zero_denominator() -> None:
    assert amounts_of(Actual("R", "X", Q1, Decimal(1), Decimal(3)), Kind.RATIO).value == Fraction(100, 3)
    assert amounts_of(Actual("R", "X", Q1, Decimal(0), Decimal(0)), Kind.RATIO).value is None
    assert amounts_of(Actual("R", "X", Q1, Decimal(1)), Kind.RATIO).value is None


def indicator(kind: Kind, scale: int | None = None) -> Indicator:
    return Indicator("KH", "C", "", "Tên", kind, scale=None if scale is None else Decimal(scale))


@pytest.mark.parametrize(
    "kind, actual, rule",
    [
        (Kind.RATIO, Actual("C", "X", Q1, Decimal(12), Decimal(10)), ABOVE_DENOMINATOR),
        (Kind.RATIO, Actual("C", "X", Q1, Decimal(12)), HALF_A_RATIO),
        (Kind.RATIO, Actual("C", "X", Q1, None, Decimal(10)), HALF_A_RATIO),
        (Kind.SCORE, Actual("C", "X", Q1, value=Decimal("100.5")), ABOVE_SCALE),
        (Kind.RANK, Actual("C", "X", Q1, value=Decimal(64), out_of=63), ABOVE_SCALE),
        (Kind.RANK, Actual("C", "X", Q1, value=Decimal(101)), ABOVE_SCALE),
    ],
)
def test_a_value_that_cannot_be_right_is_found(kind: Kind, actual: Actual, rule: str) -> None:
    (found,) = range_findings(actual, indicator(kind, 100), WHERE)
    assert (found.rule, found.unit, found.period) == (rule, "X", Q1)


@pytest.mark.parametrize(
    "kind, actual",
    [
        (Kind.RATIO, Actual("C", "X", Q1, Decimal(10), Decimal(10))),
        (Kind.RATIO, Actual("C", "X", Q1, note="chưa có")),
        (Kind.RATIO, Actual("C", "X", Q1, Decimal(0), Decimal(0))),
        (Kind.SCORE, Actual("C", "X", Q1, value=Decimal(100))),
        (Kind.RANK, Actual("C", "X", Q1, value=Decimal(63), out_of=63)),
        (Kind.COUNT, Actual("C", "X", Q1, value=Decimal(500))),
    ],
)
def test_a_value_that_can_be_right_is_not(kind: Kind, actual: Actual) -> None:
    assert list(range_findings(actual, indicator(kind, 100), WHERE)) == []


def test_the_half_of_a_ratio_that_is_missing_is_named() -> None:
    (found,) = range_findings(Actual("C", "X", Q1, None, Decimal(10), accepted="ok"), indicator(Kind.RATIO), WHERE)
    assert "thiếu tử số" in found.message
    assert (found.left, found.difference, found.severity, found.is_accepted) == (None, None, Severity.WARNING, True)


def test_a_child_above_its_parent_is_found_part_by_part() -> None:
    child = Actual("C.1", "X", Q1, Decimal(5), Decimal(30))
    parent = Actual("C", "X", Q1, Decimal(10), Decimal(20), accepted="đã xem")
    (found,) = parent_findings(child, parent, WHERE)
    assert (found.rule, found.left, found.right, found.difference) == (
        ABOVE_PARENT,
        Fraction(30),
        Fraction(20),
        Fraction(10),
    )
    assert found.is_accepted
    assert "mẫu số của chỉ tiêu con C.1 30 lớn hơn của C 20, lệch 10" in found.message
