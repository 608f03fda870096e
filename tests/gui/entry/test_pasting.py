"""What a block from the clipboard would write, without a window."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.exchange.clipboard.block import Block, PastedCell, read_block
from models.exchange.clipboard.marks import ENGLISH, VIETNAMESE, Content
from models.exchange.clipboard.writer import write_html, write_text
from models.measure import Kind
from models.number import format_number
from models.period import Period
from models.plan import Actual, Indicator, Plan
from models.unit import Unit
from tests.gui.entry.test_entry_form import GRADES, Q, an_actual, an_indicator
from ui.pages.entry.form import Column, Form
from ui.pages.entry.pasting.laying import Layout, lay
from ui.pages.entry.pasting.pasting import Pasting, Sign, short_reason

A, B = Indicator("KH", "A", "", "Tỷ lệ A", Kind.RATIO), Indicator("KH", "B", "", "Tỷ lệ B", Kind.RATIO)
C = Indicator("KH", "C", "", "Số lượng", Kind.COUNT)


def a_form(*indicators: Indicator, actuals: tuple[Actual, ...] = ()) -> Form:
    form = Form(Plan("KH", 2023, "Kế hoạch", "H"), Unit("CD", "xã Cà Dy"), Q, indicators or (A, B), GRADES)
    for each in actuals:
        form.place(each)
    return form


def pasted(form: Form, text: str, html: str = "", top: int = 2, left: int = Column.Q2) -> Pasting:
    return Pasting(form, form.rows(), read_block(text, html), (top, left))


def numbers(pasting: Pasting) -> list[tuple[Decimal | None, Decimal | None]]:
    return [(each.numerator, each.denominator) for each in pasting.actuals()]


def signs(pasting: Pasting) -> list[Sign]:
    return [line.sign for line in pasting.lines]


def test_both_parts_of_a_ratio_meet_in_one_actual() -> None:
    pasting = pasted(a_form(), "131\n216\n460\n806\n")
    assert numbers(pasting) == [(131, 216), (460, 806)]
    assert pasting.is_ready
    assert pasting.size == 4


def test_empty_cells_and_dashes_leave_alone_what_is_there() -> None:
    form = a_form(actuals=(an_actual("A", numerator=5, denominator=9),))
    pasting = pasted(form, "\n216\n–\n-\n")
    assert numbers(pasting) == [(5, 216)]
    assert signs(pasting) == [Sign.REPLACES]


def test_what_is_there_already_is_not_written_again() -> None:
    pasting = pasted(a_form(actuals=(an_actual("A", numerator=131, denominator=9),)), "131\n10")
    assert signs(pasting) == [Sign.REFUSED, Sign.REPLACES]
    assert pasting.size == 1


def test_a_sample_figure_pasted_over_becomes_a_real_one() -> None:
    sample = Actual("A", "CD", Q, Decimal(1), Decimal(2), is_illustrative=True)
    pasting = pasted(a_form(actuals=(sample,)), "1\n2")
    assert [each.is_illustrative for each in pasting.actuals()] == [False]


def test_locked_computed_and_outside_cells_are_refused_with_the_reason_and_the_rest_is_written() -> None:
    form = a_form(C)
    form.locked = frozenset({Q})
    pasting = pasted(form, "1\t2\t3\t4\n5", top=1, left=Column.Q2)
    reasons = [line.reason for line in pasting.lines]
    assert signs(pasting) == [Sign.REFUSED, Sign.NEW, Sign.NEW, Sign.REFUSED, Sign.REFUSED]
    assert "mở lại" in reasons[0]
    assert "máy tính" in reasons[3]
    assert "ngoài bảng" in reasons[4]
    assert [each.period.number for each in pasting.actuals()] == [3, 4]


def test_columns_beyond_the_grid_are_refused() -> None:
    form = a_form(Indicator("KH", "S", "", "Điểm", Kind.SCORE))
    pasting = pasted(form, "1\t2\t3\t4", top=1, left=Column.TARGET)
    assert signs(pasting) == [Sign.REFUSED] * 4


def test_what_reads_two_ways_is_asked_and_nothing_is_written_before_it_is_answered() -> None:
    pasting = pasted(a_form(), "1.080\n97")
    assert signs(pasting) == [Sign.ASKS, Sign.NEW]
    assert not pasting.is_ready
    assert pasting.next_open() == 0
    pasting.choose(0, 1)
    assert pasting.next_open() == -1
    assert numbers(pasting) == [(Decimal("1.08"), 97)]
    pasting.choose(0, 0)
    assert numbers(pasting) == [(1080, 97)]
    assert pasting.excess(pasting.lines[0]) == (1080, 97)
    assert pasting.excess(pasting.lines[1]) == (1080, 97)


def test_a_notation_chosen_for_all_answers_all_questions() -> None:
    pasting = pasted(a_form(), "1.080\n2.345")
    pasting.set_notation(VIETNAMESE)
    assert numbers(pasting) == [(1080, 2345)]
    pasting.set_notation(ENGLISH)
    assert numbers(pasting) == [(Decimal("1.08"), Decimal("2.345"))]
    pasting.set_notation(None)
    assert not pasting.is_ready


def test_a_count_takes_the_whole_reading_only() -> None:
    assert [each.value for each in pasted(a_form(C), "1.234", top=1).actuals()] == [1234]
    html = '<style>table {mso-displayed-decimal-separator:"\\."; mso-displayed-thousand-separator:"\\,"}</style>'
    refused = pasted(a_form(C), "1.234", html, top=1)
    assert signs(refused) == [Sign.REFUSED]
    assert "số nguyên" in refused.lines[0].reason


def test_a_numerator_above_the_denominator_that_is_there_is_said() -> None:
    form = a_form(actuals=(an_actual("A", numerator=1, denominator=97),))
    pasting = pasted(form, "1080")
    assert pasting.excess(pasting.lines[0]) == (1080, 97)


@pytest.mark.parametrize(
    ("kind", "text", "wanted"),
    [
        (Kind.RANK, "50/63", {"value": Decimal(50), "out_of": 63}),
        (Kind.RANK, "7", {"value": Decimal(7), "out_of": None}),
        (Kind.GRADE, "khá", {"grade": "Khá"}),
        (Kind.YES_NO, "x", {"value": Decimal(1)}),
        (Kind.SCORE, "83,5", {"value": Decimal("83.5")}),
    ],
)
def test_ranks_grades_and_answers_are_taken_too(kind: Kind, text: str, wanted: dict[str, object]) -> None:
    pasting = pasted(a_form(an_indicator(kind)), text, top=1)
    assert [line.parts for line in pasting.lines] == [wanted]


def test_a_grade_that_the_plan_does_not_know_is_refused() -> None:
    assert signs(pasted(a_form(an_indicator(Kind.GRADE)), "Xuất sắc", top=1)) == [Sign.REFUSED]


def test_a_percentage_is_no_count() -> None:
    pasting = pasted(a_form(), "58,09%\n97")
    assert signs(pasting) == [Sign.REFUSED, Sign.NEW]
    assert short_reason("58,09%", pasting.lines[0].reason).startswith("phần trăm")


# which lines are meant


def test_a_column_of_figures_skips_the_computed_lines() -> None:
    rows = a_form().rows()
    laying = lay(rows, [["131"], ["216"], ["460"], ["806"]], 2)
    assert laying.decided is Layout.TYPED
    assert laying.lines(None) == (2, 3, 5, 6)


def test_a_block_with_its_rates_goes_line_on_line() -> None:
    laying = lay(a_form().rows(), [["60,65%"], ["131"], ["216"]], 1)
    assert laying.decided is Layout.EACH
    assert laying.lines(None) == (1, 2, 3)


def test_a_block_as_long_as_all_lines_goes_line_on_line() -> None:
    laying = lay(a_form().rows(), [[""], ["131"], ["216"], [""], ["460"], ["806"]], 1)
    assert laying.decided is Layout.EACH


def test_blanks_alone_do_not_say_which_lines_are_meant() -> None:
    laying = lay(a_form(A, B, C).rows(), [["131"], ["216"], [""], ["806"]], 2)
    assert laying.decided is None
    pasting = pasted(a_form(A, B, C), "131\n216\n\n806\n")
    assert pasting.is_layout_asked
    assert not pasting.is_ready
    pasting.set_layout(Layout.TYPED)
    assert numbers(pasting) == [(131, 216), (None, 806)]
    pasting.set_layout(Layout.EACH)
    assert numbers(pasting) == [(131, 216), (806, None)]


def test_the_cell_of_one_value_may_be_many() -> None:
    form = a_form()
    block = Block(((PastedCell("7"),),))
    pasting = Pasting(form, form.rows(), block, places=[(2, Column.Q2), (3, Column.Q2)])
    assert numbers(pasting) == [(7, 7)]


# there and back

SHOWN = st.decimals(0, 9_999_999, places=3, allow_nan=False).map(format_number)
LINES = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(SHOWN, min_size=width, max_size=width), min_size=1))


@given(LINES)
def test_what_is_copied_out_says_its_numbers_to_any_program(lines: list[list[str]]) -> None:
    block = read_block(write_text(lines), write_html(lines))
    pasting = [[(cell.content, Decimal(cell.exact)) for cell in line] for line in block.lines]
    assert pasting == [
        [(Content.NUMBER, Decimal(text.replace(".", "").replace(",", "."))) for text in line] for line in lines
    ]


def test_a_copied_rate_is_a_hundredth_and_a_word_a_text() -> None:
    html = write_html([["58,09%", "Đạt", "50/63", "−6,91", "≥ 65%"]])
    assert 'x:num="0.5809"' in html
    assert html.count("x:str") == 3
    assert 'sdval="-6.91"' in html


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 10**7)), min_size=2, max_size=2))
def test_a_column_written_in_vietnamese_or_english_is_written_exactly(parts: list[tuple[int, int]]) -> None:
    for signs_of in (",.", ".,"):
        html = (
            f'<style>table {{mso-displayed-decimal-separator:"\\{signs_of[0]}";'
            f' mso-displayed-thousand-separator:"\\{signs_of[1]}"}}</style>'
        )
        text = "\r\n".join(f"{number:,}".replace(",", signs_of[1]) for pair in parts for number in pair)
        pasting = pasted(a_form(), text, html)
        assert numbers(pasting) == [(Decimal(one), Decimal(other)) for one, other in parts]


def test_a_pasted_score_may_be_of_the_year() -> None:
    pasting = pasted(a_form(an_indicator(Kind.SCORE)), "83,5", top=1, left=Column.CUMULATIVE)
    assert [each.period for each in pasting.actuals()] == [Period(2023)]
