"""Clipboards of Excel, Calc, WPS and Sheets: each number as it was meant, or a question; never a wrong one."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.exchange.clipboard.block import (
    Block,
    PastedCell,
    exact_differs,
    is_nothing,
    read_block,
    read_lines,
    read_one,
    readings,
)
from models.exchange.clipboard.marks import ENGLISH, NO_MARK, VIETNAMESE, Content, Separators, Source, read_marks
from models.number import AmbiguousNumberError

CLIPBOARDS = Path(__file__).parents[3] / "clipboards"
NO, Q = "refused", "question"


def clipboard(name: str) -> Block:
    html = (CLIPBOARDS / f"{name}.html").read_bytes().decode()
    return read_block((CLIPBOARDS / f"{name}.txt").read_bytes().decode(), html)


def said(block: Block) -> list[str]:
    """Say of each cell of the first column: its number, or why there is none."""
    return [outcome(line[0], block.separators) for line in block.lines]


def outcome(cell: PastedCell, separators: Separators | None) -> str:
    if is_nothing(cell.text):
        return ""
    try:
        return str(read_one(cell, separators))
    except AmbiguousNumberError:
        return Q
    except KnownError:
        return NO


CALC_COUNTS = ["131", "1234", "1234567", Q, Q, "", "97", NO, "1080"]
CALC_KINDS = ["65.5", "1234.5", NO, NO, NO, NO, NO, NO, NO, "1.234", NO, NO, "0", "1235801"]
EXCEL = ["131", "1234", "1234567", "1.234", "1234.5", Q, "2345", "65.5", *[NO] * 6, "", "1500", "0", NO, NO, Q, ""]
WPS_VI = ["131", "1234", "1234567", "1.234", "1.234", Q, "65.5", NO, "", "3500"]
WPS_EN = ["131", "1234", "1234567", "1.234", Q, Q, "65.5", NO, "", "3500"]


@pytest.mark.parametrize(
    ("name", "source", "wanted"),
    [
        ("calc-vi-counts", Source.CALC, CALC_COUNTS),
        ("calc-en-counts", Source.CALC, CALC_COUNTS),
        ("calc-vi-kinds", Source.CALC, CALC_KINDS),
        ("calc-en-kinds", Source.CALC, CALC_KINDS),
        ("calc-vi-narrow", Source.CALC, ["123456789"]),
        ("calc-en-one", Source.CALC, ["1234"]),
        ("excel-vi", Source.EXCEL, EXCEL),
        ("excel-en", Source.EXCEL, EXCEL),
        ("wps-vi", Source.WPS, WPS_VI),
        ("wps-en", Source.WPS, WPS_EN),
        ("sheets-vi", Source.SHEETS, ["131", "1234", "1.234", Q, "65.5"]),
    ],
)
def test_no_number_of_another_program_is_read_wrong(name: str, source: Source, wanted: list[str]) -> None:
    block = clipboard(name)
    assert block.source is source
    assert said(block) == wanted


@pytest.mark.parametrize("language", ["vi", "en"])
def test_columns_side_by_side_keep_their_places_and_gaps(language: str) -> None:
    block = clipboard(f"calc-{language}-block")
    found = [[outcome(cell, block.separators) for cell in line] for line in block.lines]
    assert found == [["1000", "2.5"], ["2001", "5"], ["3002", ""], ["4003", "10"]]


@pytest.mark.parametrize(
    ("name", "wanted"), [("excel-vi", VIETNAMESE), ("excel-en", ENGLISH), ("calc-vi-form", VIETNAMESE),
                         ("calc-en-form", ENGLISH), ("wps-vi", VIETNAMESE), ("wps-en", None), ("sheets-vi", None)],
)  # fmt: skip
def test_separators_are_those_that_the_clipboard_states(name: str, wanted: Separators | None) -> None:
    assert clipboard(name).separators == wanted


@pytest.mark.parametrize(
    ("style", "wanted"),
    [
        ('decimal-separator:"\\,"; mso-displayed-thousand-separator:"\\."', VIETNAMESE),
        ('decimal-separator:","; mso-displayed-thousand-separator:"."', VIETNAMESE),
        ("decimal-separator:'\\.'; mso-displayed-thousand-separator:'\\,'", ENGLISH),
        ('decimal-separator: "\\002C"; mso-displayed-thousand-separator: "\\00A0"', Separators(",", "\xa0")),
        ('decimal-separator:"\\,"; mso-displayed-thousand-separator:"\xa0"', Separators(",", "\xa0")),
        ('decimal-separator:"\\,"; mso-displayed-thousand-separator:" "', Separators(",", " ")),
        ('decimal-separator:"\\,"; mso-displayed-thousand-separator:"\u202f"', Separators(",", "\u202f")),
        ('decimal-separator:"\\,"', Separators(",", "")),
        ('decimal-separator:"\\,"; mso-displayed-thousand-separator:"\\,"', None),
        ('decimal-separator:"x"; mso-displayed-thousand-separator:"\\,"', None),
    ],
)
def test_every_way_of_writing_the_separators_is_understood(style: str, wanted: Separators | None) -> None:
    html = f"<style><!--table\n\t{{mso-displayed-{style};}}--></style><table><tr><td>1</td></tr></table>"
    assert read_marks(html).separators == wanted


def test_separators_that_contradict_each_other_decide_nothing() -> None:
    one, other = ('{mso-displayed-decimal-separator:"\\%s";}' % sign for sign in ",.")  # noqa: UP031
    assert read_marks(f"<style>{one}{other}</style>").separators is None


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\u2028", "\x0b", "\x85"])
def test_lines_end_as_they_end_anywhere(end: str) -> None:
    assert read_lines(f"1\t2{end}3\t4{end}") == [["1", "2"], ["3", "4"]]
    assert read_lines(f"1{end}2") == [["1"], ["2"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"a\nb"\t2\r\n3\t4\r\n', [["a\nb", "2"], ["3", "4"]]),
        ('"a\tb"\t2', [["a\tb", "2"]]),
        ('"nói ""vậy"""\n2', [['nói "vậy"'], ["2"]]),
        ('"nháy" ở đầu\n131\n216', [['"nháy" ở đầu'], ["131"], ["216"]]),
        ('5" \n131', [['5"'], ["131"]]),
        ('"không đóng\n131', [['"không đóng'], ["131"]]),
        ("131\0", [["131"]]),
        (" 131 \t\xa0216\xa0", [["131", "216"]]),
        ("\t2\n\n", [["", "2"], [""]]),
        ("", [[""]]),
    ],
)
def test_plain_text_comes_apart_at_its_tabs(text: str, wanted: list[list[str]]) -> None:
    assert read_lines(text) == wanted


def test_long_texts_of_odd_shape_are_read_in_good_time() -> None:
    unclosed = "\n".join(['"12'] * 20_000)
    assert len(read_lines(unclosed)) == 20_000
    head = '<meta name="generator" content="Excel"><style>' + "x " * 200_000
    assert read_marks(f"{head}</style><table><tr><td>1</td></tr></table>").cells == ((NO_MARK,),)


@given(st.lists(st.lists(st.text(alphabet='a1 "\t\n', max_size=5), min_size=2, max_size=3), min_size=1, max_size=4))
def test_what_a_spreadsheet_quotes_is_taken_apart_again(block: list[list[str]]) -> None:
    quoted = "".join("\t".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in line) + "\r\n" for line in block)
    assert read_lines(quoted) == [[cell.strip() for cell in line] for line in block]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("58,09%", "phần trăm"), ("########", "quá hẹp"), ("#N/A", "báo lỗi"), ("#REF!", "báo lỗi"),
        ("#DIV/0!", "báo lỗi"), ("Err:502", "báo lỗi"), ("19/06/2023", "ngày"), ("1/5", "ngày"), ("08:30", "ngày"),
        ("1,23E+05", "mất chữ số"), ("-5", "âm"), ("−5", "âm"), ("(5)", "âm"), ("5-", "âm"), ("chưa có", "không phải"),
        ("131 hồ sơ", "không phải"), ("1.23.4", "không phải"), ("1,", "không phải"), ("12 34", "không phải"),
        ("1，234", "không phải"), ("1.234.56", "không phải"), ("99999999999999", "quá lớn"), ("1,23456", "thập phân"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_with_the_reason(text: str, word: str) -> None:
    for separators in (VIETNAMESE, None):
        with pytest.raises(KnownError, match=word):
            readings(PastedCell(text, Content.NUMBER), separators)


@pytest.mark.parametrize("space", [" ", "\xa0", "\u202f", "\u2009"])
def test_spaces_may_part_thousands(space: str) -> None:
    for separators in (VIETNAMESE, ENGLISH, Separators(",", space), None):
        assert readings(PastedCell(f"1{space}234{space}567"), separators) == (1234567,)


def test_full_width_digits_are_digits() -> None:
    assert readings(PastedCell("１３１"), None) == (131,)


def test_a_text_that_reads_two_ways_is_a_question_whatever_the_separators() -> None:
    for separators in (VIETNAMESE, ENGLISH, None):
        assert readings(PastedCell("1.234", Content.TEXT), separators) == (1234, Decimal("1.234"))
    assert readings(PastedCell("1.234"), None) == (1234, Decimal("1.234"))
    assert readings(PastedCell("1,234"), None) == (Decimal("1.234"), 1234)


def test_a_person_s_choice_of_notation_decides_for_texts_too() -> None:
    cell = PastedCell("1.234", Content.TEXT)
    assert readings(cell, VIETNAMESE, is_chosen=True) == (1234,)
    assert readings(cell, ENGLISH, is_chosen=True) == (Decimal("1.234"),)


def test_a_number_shown_in_thousands_is_not_taken_for_what_it_shows() -> None:
    with pytest.raises(KnownError, match="giá trị thật"):
        readings(PastedCell("1,234", Content.NUMBER, "1234567"), ENGLISH)


def test_a_number_cell_that_does_not_show_a_number_as_stated_is_none() -> None:
    with pytest.raises(KnownError):
        readings(PastedCell("12.2023", Content.NUMBER), VIETNAMESE)  # December, as a date cell may show it
    assert readings(PastedCell("12.5", Content.TEXT), VIETNAMESE) == (Decimal("12.5"),)


def test_a_number_shown_rounded_is_taken_as_shown_and_said() -> None:
    cell = PastedCell("3", Content.NUMBER, "3.4")
    assert readings(cell, None) == (3,)
    assert exact_differs(cell, Decimal(3)) == "3,4"
    assert exact_differs(PastedCell("1,23", Content.NUMBER, "1.2300000000000002"), Decimal("1.23")) == ""


def test_merged_cells_keep_their_marks_in_place() -> None:
    html = (
        '<meta name="generator" content="LibreOffice"><table>'
        '<tr><td rowspan=2 sdval="1234" sdnum="1033;">1,234</td><td colspan=2>x</td><td sdval="1.5">1.5</td></tr>'
        '<tr><td sdval="1234">1,234</td><td>1.234</td><td sdval="2">2</td></tr></table>'
    )
    block = read_block("1,234\tx\t\t1.5\n\t1,234\t1.234\t2\n", html)
    assert [cell.exact for cell in block.lines[1]] == ["", "1234", "", "2"]
    assert outcome(block.lines[1][1], None) == "1234"
    assert outcome(block.lines[1][2], ENGLISH) == Q


def test_a_table_of_another_shape_decides_nothing_for_texts_that_read_two_ways() -> None:
    html = '<style>table {mso-displayed-decimal-separator:"\\,";}</style><table><tr><td align=right>1</td></tr></table>'
    block = read_block("1.234\n5", html)
    assert said(block) == [Q, "5"]


def test_cells_of_a_web_page_are_not_guessed() -> None:
    table = "".join(f"<tr><td>{text}</td></tr>" for text in ("1.234", "1.5", "7"))
    assert said(read_block("1.234\n1.5\n7", f"<table>{table}</table>")) == [Q, "1.5", "7"]


NUMBERS = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False).map(
    lambda number: number.normalize() + 0
)


def written(number: Decimal, decimal: str, thousand: str) -> str:
    whole, _, part = f"{number:f}".partition(".")
    return f"{int(whole):,}".replace(",", thousand) + (decimal + part if part else "")


@given(
    st.lists(st.lists(NUMBERS, min_size=2, max_size=3), min_size=1, max_size=5), st.sampled_from([",.", ".,", ",\xa0"])
)
def test_a_block_with_its_marks_reads_back_exactly(numbers: list[list[Decimal]], signs: str) -> None:
    decimal, thousand = signs[0], signs[1]
    html = f'{{mso-displayed-decimal-separator:"\\{decimal}"; mso-displayed-thousand-separator:"\\{thousand}"}}'
    lines = [[written(number, decimal, thousand) for number in line] for line in numbers]
    table = "".join("<tr>" + "".join(f"<td align=right>{cell}</td>" for cell in line) + "</tr>" for line in lines)
    text = "".join("\t".join(line) + "\r\n" for line in lines)
    block = read_block(text, f"<style>table {html}</style><table>{table}</table>")
    assert [[read_one(cell, block.separators) for cell in line] for line in block.lines if line] == [
        line for line in numbers if line
    ]


@given(NUMBERS, st.sampled_from([",.", ".,", ", ", ". "]))
def test_without_marks_a_number_is_right_or_a_question(number: Decimal, signs: str) -> None:
    text = written(number, signs[0], signs[1])
    found = readings(read_block(text).lines[0][0], None)
    assert number in found
    assert len(found) == 1 or found[0] != found[1]


@given(NUMBERS, st.sampled_from([",.", ".,"]), st.sampled_from([VIETNAMESE, ENGLISH, None]))
def test_a_calc_number_is_what_the_cell_holds_whatever_is_thought_of_the_notation(
    number: Decimal, signs: str, separators: Separators | None
) -> None:
    cell = PastedCell(written(number, signs[0], signs[1]), Content.NUMBER, f"{number:f}")
    assert readings(cell, separators) == (number,)
