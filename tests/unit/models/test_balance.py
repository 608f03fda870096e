"""Terms of balance rules: coefficients, quarters before, units below, and sides that read as they always did."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.balance import Operand, ParsedRule, Reach, code_of, parse_side, parsed, source_of
from models.checks import Amounts, total
from models.errors import KnownError
from models.measure import Kind
from models.period import Period, quarter, read_period
from models.plan import BalanceRule

KINDS = {
    "A": Kind.COUNT,
    "A-B": Kind.COUNT,
    "TL.1": Kind.RATIO,
    "Hồ sơ (mới)": Kind.COUNT,
    "A (quý trước)": Kind.COUNT,
    "2xB": Kind.COUNT,
    "D": Kind.SCORE,
    "0,5 x": Kind.COUNT,
}
PLAIN_KINDS = {"A": Kind.COUNT, "B": Kind.COUNT, "TL": Kind.RATIO, "D": Kind.SCORE}


def one(text: str, kinds: dict[str, Kind] = PLAIN_KINDS) -> Operand:
    (operand,) = parse_side(text, kinds)
    return operand


@pytest.mark.parametrize(
    "text, reach",
    [
        ("A (quý trước)", Reach.LAST_QUARTER),
        ("A(QUÝ TRƯỚC)", Reach.LAST_QUARTER),
        ("A ( quy  truoc )", Reach.LAST_QUARTER),
        ("A (cùng kỳ năm trước)", Reach.LAST_YEAR),
        ("A (Cung ky nam truoc)", Reach.LAST_YEAR),
        ("A (đơn vị cấp dưới)", Reach.BELOW),
        ("A (Don vi cap duoi)", Reach.BELOW),
        ("A", Reach.HERE),
    ],
)
def test_words_in_brackets_say_where_an_amount_is_looked_for(text: str, reach: Reach) -> None:
    assert one(text) == Operand(1, "A", "value", Decimal(1), reach)


@pytest.mark.parametrize(
    "text, coefficient",
    [("2 × A", "2"), ("2*A", "2"), ("0,5 x A", "0.5"), ("0.5X A", "0.5"), ("1.000 × A", "1000"), ("+ 3 × A", "3")],
)
def test_a_number_before_a_code_multiplies_it(text: str, coefficient: str) -> None:
    assert one(text) == Operand(1, "A", "value", Decimal(coefficient))


def test_a_term_may_have_everything_at_once() -> None:
    text = "A - 1,5 × TL.mẫu (quý trước) + TL.tử (cùng kỳ năm trước)"
    assert parse_side(text, PLAIN_KINDS) == (
        Operand(1, "A", "value"),
        Operand(-1, "TL", "denominator", Decimal("1.5"), Reach.LAST_QUARTER),
        Operand(1, "TL", "numerator", Decimal(1), Reach.LAST_YEAR),
    )


@pytest.mark.parametrize(
    "text, code",
    [
        ("A (quý trước)", "A (quý trước)"),
        ("Hồ sơ (mới)", "Hồ sơ (mới)"),
        ("2xB", "2xB"),
        ("0,5 x", "0,5 x"),
        ("A-B", "A-B"),
    ],
)
def test_a_side_that_reads_as_codes_alone_is_nothing_else(text: str, code: str) -> None:
    assert one(text, KINDS) == Operand(1, code, "value")


def test_codes_with_brackets_have_words_in_brackets_behind_them_too() -> None:
    assert one("Hồ sơ (mới) (quý trước)", KINDS) == Operand(1, "Hồ sơ (mới)", "value", reach=Reach.LAST_QUARTER)
    assert one("A (quý trước) (quý trước)", KINDS).code == "A (quý trước)"


def test_nothing_is_a_side_of_its_own() -> None:
    assert parse_side(" 0 ", PLAIN_KINDS) == ()
    assert total((), {}) == 0
    assert one("0", {"0": Kind.COUNT}).code == "0"


@pytest.mark.parametrize(
    "text", ["5", "2 ×", "2 × ", "A × 2", "2 × 3 × A", "A (quý trước", "1,2,3 × A", "0 + A", "2 A"]
)
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(KnownError, match="có mã chỉ tiêu không có trong kế hoạch"):
        parse_side(text, PLAIN_KINDS)


@pytest.mark.parametrize("text", ["A (quý sau)", "A (quý trước) (quý sau)"])
def test_words_in_brackets_that_mean_nothing_are_named(text: str) -> None:
    with pytest.raises(KnownError, match=r"không hiểu “\(quý sau\)”, chỉ dùng \(quý trước\)"):
        parse_side(text, PLAIN_KINDS)


def test_scores_are_not_added_up_over_units() -> None:
    assert one("D (quý trước)").reach is Reach.LAST_QUARTER
    with pytest.raises(KnownError, match="điểm hoặc thứ hạng"):
        parse_side("D (đơn vị cấp dưới)", PLAIN_KINDS)


@pytest.mark.parametrize(
    "reach, period, expected",
    [
        (Reach.HERE, "2023-Q2", "2023-Q2"),
        (Reach.BELOW, "2023-Q2", "2023-Q2"),
        (Reach.LAST_QUARTER, "2023-Q2", "2023-Q1"),
        (Reach.LAST_QUARTER, "2023-Q1", "2022-Q4"),
        (Reach.LAST_YEAR, "2023-Q1", "2022-Q1"),
        (Reach.LAST_YEAR, "2023-H1", "2022-H1"),
        (Reach.LAST_YEAR, "2023", "2022"),
    ],
)
def test_the_period_that_is_meant(reach: Reach, period: str, expected: str) -> None:
    assert reach.of(read_period(period)) == read_period(expected)


@given(st.integers(2000, 2100), st.integers(1, 4))
def test_four_quarters_back_is_the_same_quarter_of_the_year_before(year: int, number: int) -> None:
    found: Period = quarter(year, number)
    for _ in range(4):
        found = Reach.LAST_QUARTER.of(found)
    assert found == Reach.LAST_YEAR.of(quarter(year, number))


def test_amounts_from_elsewhere_are_kept_apart() -> None:
    amounts = {
        "A": Amounts(value=Fraction(10)),
        source_of("A", Reach.LAST_QUARTER): Amounts(value=Fraction(4)),
        source_of("A", Reach.BELOW): Amounts(value=Fraction(1)),
    }
    side = parse_side("2 × A - 0,5 × A (quý trước) + A (đơn vị cấp dưới)", PLAIN_KINDS)
    assert total(side, amounts) == 19
    assert total(parse_side("A (cùng kỳ năm trước)", PLAIN_KINDS), amounts) is None
    assert {code_of(each) for each in amounts} == {"A"}


def a_rule(left: str, right: str) -> ParsedRule:
    return parsed(BalanceRule("K", "R", left, "=", right), PLAIN_KINDS)


def test_a_rule_speaks_of_the_cells_of_the_form_first() -> None:
    rule = a_rule("A", "B (quý trước) + TL.tử + A")
    assert rule.cells == ("A", "TL")
    assert rule.codes == {"A", "B", "TL"}
    assert rule.codes_in(Reach.LAST_QUARTER) == {"B"}
    assert a_rule("B (quý trước)", "A (quý trước)").cells == ("B", "A")


SPACES = st.sampled_from(["", " ", "  "])


@given(
    st.lists(
        st.tuples(
            st.sampled_from([1, -1]),
            st.decimals(0, 1000, places=2).map(lambda number: number.normalize() + 0),
            st.sampled_from(["A", "B", "TL.tử", "TL.mẫu"]),
            st.sampled_from(list(Reach)),
            SPACES,
        ),
        min_size=1,
        max_size=12,
    )
)
def test_a_side_that_is_written_is_read_again(terms: list[tuple[int, Decimal, str, Reach, str]]) -> None:
    text = "".join(
        f"{'+' if sign > 0 else '−'}{gap}{f'{number:f}'.replace('.', ',')}{gap}×{gap}{code}{gap}"
        + (f"({reach})" if reach else "")
        for sign, number, code, reach, gap in terms
    )
    parts = {"": "value", "tử": "numerator", "mẫu": "denominator"}
    assert parse_side(text, PLAIN_KINDS) == tuple(
        Operand(sign, code.partition(".")[0], parts[code.partition(".")[2]], number, reach)
        for sign, number, code, reach, _ in terms
    )
