"""Rise and fall in official words: what they say is what the figures are, and the patterns take turns."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.measure import Accumulation, Kind, Operator, Target
from models.number import format_number, format_rate
from models.plan import Indicator
from models.progress import Figure
from models.same_period import Before, change, change_decimals
from reports.comparison import before_text, comparison_words, summary_sentence
from reports.document import NBSP, Measure, Source, Text, plain_text
from reports.figure_sentences import area_sentences, result_sentence
from tests.unit.reports.builders import a_context, a_ratio, judged
from tests.unit.reports.periodic_builders import then

counts = st.integers(min_value=1, max_value=10**6)


def said(text: Text) -> str:
    return plain_text(text).replace(NBSP, " ")


def compared(figure: Figure, was: Before | None, turn: int = 0) -> str:
    return said(comparison_words(figure, {} if was is None else {figure.indicator.code: was}, turn))


def of_kind(kind: Kind, *parts: str) -> Figure:
    return judged(Indicator("KH-2023", "X", "", "Chỉ tiêu", kind, measured_in="hồ sơ"), *parts)


HALF = judged(a_ratio(), "50", "100")


@pytest.mark.parametrize(
    "was, turn, words",
    [
        (then(Fraction(187, 4)), 0, "tăng 3,25 điểm phần trăm so với cùng kỳ năm 2022"),
        (then(Fraction(187, 4)), 1, "so với cùng kỳ năm trước tăng 3,25 điểm phần trăm"),
        (then(Fraction(187, 4)), 2, "tăng 3,25 điểm phần trăm so với cùng kỳ (46,75%)"),
        (then(60), 0, "giảm 10,00 điểm phần trăm so với cùng kỳ năm 2022"),
        (then(50), 0, "bằng cùng kỳ năm 2022"),
        (then(50), 1, "không thay đổi so với cùng kỳ năm trước"),
        (then(Fraction(50001, 1000)), 0, "giảm 0,001 điểm phần trăm so với cùng kỳ năm 2022"),
        (then(None), 0, ""),
        (None, 0, ""),
    ],
)  # fmt: skip
def test_a_rate_rises_falls_or_stays(was: Before | None, turn: int, words: str) -> None:
    assert compared(HALF, was, turn) == words


def test_it_is_said_that_last_year_some_had_not_reported() -> None:
    words = compared(HALF, then(45, is_complete=False))
    assert words == "tăng 5,00 điểm phần trăm so với cùng kỳ năm 2022 (số liệu cùng kỳ chưa đầy đủ)"


@pytest.mark.parametrize(
    "figure, was, words",
    [
        (of_kind(Kind.COUNT, "1500"), then(1200), "tăng 300 hồ sơ so với cùng kỳ (1.200)"),
        (of_kind(Kind.SCORE, "80.5"), then(Fraction(163, 2)), "giảm 1 điểm so với cùng kỳ (81,5)"),
        (of_kind(Kind.RANK, "9", "18"), then(11, out_of=18), "tăng 2 bậc so với cùng kỳ (11/18)"),
        (of_kind(Kind.GRADE, "Khá"), then(2, grade="Tốt"), "giảm 1 bậc so với cùng kỳ (Tốt)"),
        (of_kind(Kind.YES_NO, "1"), then(0), ""),
    ],
)
def test_every_kind_has_its_own_unit(figure: Figure, was: Before, words: str) -> None:
    assert compared(figure, was, 2) == words


def test_a_target_that_is_a_change_itself_has_said_it() -> None:
    grows = replace(a_ratio(), target=Target(Operator.INCREASE, Decimal(5)))
    assert compared(judged(grows, "50", "100", last_year="40"), then(40)) == ""


@given(counts, counts, counts, counts, st.integers(min_value=0, max_value=5))
def test_what_is_said_is_what_the_counts_make(a: int, b: int, c: int, d: int, turn: int) -> None:
    figure = judged(a_ratio(), str(min(a, b)), str(max(a, b)))
    was = then(100 * Fraction(min(c, d), max(c, d)))
    text = comparison_words(figure, {"TTHC-01": was}, turn)
    difference = change(figure, was)
    assert difference is not None
    if difference:
        assert ("tăng" if difference > 0 else "giảm") in plain_text(text)
        run = next(run for run in text if run.source and run.source.measure is Measure.CHANGE)
        assert run.text == format_number(abs(difference), change_decimals(difference))
        assert run.source == Source(Measure.CHANGE, "TTHC-01", None, "2023-H1")
    for run in text:
        if run.source and run.source.measure is Measure.BEFORE:
            assert (run.text, run.source.period) == (format_rate(was.value or Fraction(0)), "2022-H1")
    assert not any(re.search(r"\d", run.text.replace("2022", "")) for run in text if run.source is None)


def test_patterns_take_turns_through_an_area() -> None:
    figures = [judged(a_ratio(f"T{n}", name=f"Tỷ lệ {n}"), "50", "100") for n in range(12)]
    before = {each.indicator.code: then(40) for each in figures}
    ends = [said(text).rpartition("; ")[2] for text, _ in area_sentences(figures, 0, None, before)]
    assert all("cùng kỳ" in end for end in ends)
    assert all(one != other for one, other in pairwise(ends))


def test_the_result_comes_first_and_what_is_provisional_last() -> None:
    stock = a_ratio(accumulation=Accumulation.STOCK)
    sentence = said(result_sentence(judged(stock, "70", "100"), 0, None, {"TTHC-01": then(65)}))
    assert sentence.endswith(
        "(mức đề ra: từ 65% trở lên); tăng 5,00 điểm phần trăm so với cùng kỳ năm 2022; số liệu quý II."
    )


@pytest.mark.parametrize(
    "was, words",
    [
        ((40, 40), "So với cùng kỳ năm 2022, 2 chỉ tiêu so sánh được đều tăng."),
        ((40, None), "So với cùng kỳ năm 2022, 1 chỉ tiêu so sánh được tăng."),
        ((60, 40), "So với cùng kỳ năm 2022, 2 chỉ tiêu so sánh được có 1 chỉ tiêu tăng, 1 chỉ tiêu giảm."),
        ((50, 60), "So với cùng kỳ năm 2022, 2 chỉ tiêu so sánh được có 1 chỉ tiêu giảm, 1 chỉ tiêu không thay đổi."),
        ((None, None), ""),
    ],
)
def test_the_summary_counts_what_can_be_compared(was: tuple[int | None, int | None], words: str) -> None:
    figures = [judged(a_ratio(code), "50", "100") for code in "AB"]
    before = {code: then(each) for code, each in zip("AB", was, strict=True) if each is not None}
    assert said(summary_sentence(a_context(figures, before=before))) == words


@pytest.mark.parametrize(
    "kind, was, text",
    [
        (Kind.RATIO, then(Fraction(200, 3)), "66,67%"),
        (Kind.COUNT, then(1500), "1.500"),
        (Kind.RANK, then(5), "5"),
        (Kind.YES_NO, then(1), "hoàn thành"),
        (Kind.YES_NO, then(0), "chưa hoàn thành"),
        (Kind.GRADE, then(None, grade="Không rõ"), "Không rõ"),
        (Kind.COUNT, None, ""),
    ],
)
def test_last_years_value_as_a_table_shows_it(kind: Kind, was: Before | None, text: str) -> None:
    parts = {Kind.RATIO: ("1", "2"), Kind.GRADE: ("Khá",)}.get(kind, ("1",))
    assert before_text(of_kind(kind, *parts), was) == text
