"""Long tables: split, headed, whole rows, and in time that grows with the rows."""

import re
from dataclasses import replace
from itertools import count

import pytest
from lxml import etree

from reports.document import Align, Cell, Column, Table
from reports.word.tables import ROWS_PER_TABLE, fitted, table_xml
from reports.word.text_width import even_lines, width_mm

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COLUMNS = (Column("TT", 12, Align.CENTRE), Column("Tên", 60), Column("Số", 20, Align.RIGHT))


def a_table(rows: int) -> Table:
    return Table(COLUMNS, [[str(number), f"Xã {number}", "58,09%"] for number in range(rows)])


def tables(table: Table) -> list[etree._Element]:
    return etree.fromstring(f'<w:body xmlns:w="{W}">{"".join(table_xml(table, count(1)))}</w:body>').findall(
        f"{{{W}}}tbl"
    )


def texts(table: etree._Element) -> list[str]:
    return ["|".join(map(str, cell.itertext())) for row in table.iter(f"{{{W}}}tr") for cell in row.iter(f"{{{W}}}tc")]


@pytest.mark.parametrize("rows, expected", [(0, 1), (1, 1), (ROWS_PER_TABLE, 1), (ROWS_PER_TABLE + 1, 2), (1000, 3)])
def test_a_long_table_is_split(rows: int, expected: int) -> None:
    found = tables(a_table(rows))
    assert len(found) == expected
    assert all(len(each.findall(f"{{{W}}}tr")) <= ROWS_PER_TABLE + 1 for each in found)
    assert sum(len(each.findall(f"{{{W}}}tr")) - 1 for each in found) == rows


def test_every_piece_repeats_its_heading_and_no_row_is_split() -> None:
    for each in tables(a_table(1000)):
        first, *others = each.findall(f"{{{W}}}tr")
        assert texts(each)[:3] == ["TT", "Tên", "Số"]
        assert first.find(f".//{{{W}}}tblHeader") is not None
        assert all(row.find(f"{{{W}}}trPr/{{{W}}}cantSplit") is not None for row in (first, *others))


def test_a_groups_title_is_not_left_alone_at_the_end_of_a_piece() -> None:
    rows = [["1", "Xã", "1"]] * (ROWS_PER_TABLE - 1) + [[Cell("Lĩnh vực", span=3)]] + [["1", "Xã", "1"]] * 3
    first, second = tables(Table(COLUMNS, rows))
    assert "Lĩnh vực" not in texts(first)
    assert texts(second)[3] == "Lĩnh vực"


@pytest.mark.parametrize("rows, pages", [(ROWS_PER_TABLE, 0), (ROWS_PER_TABLE + 1, 1), (1000, 2)])
def test_a_stretch_begins_at_the_top_of_a_page(rows: int, pages: int) -> None:
    markup = "".join(table_xml(Table(COLUMNS, [["1", "Xã", "1"]] * rows), count(1)))
    assert markup.count("<w:pageBreakBefore/>") == pages
    assert not markup.endswith("<w:pageBreakBefore/></w:pPr></w:p>")


@pytest.mark.parametrize("rows", [1, 8, 9, 101, ROWS_PER_TABLE + 1])
def test_a_note_is_the_last_row_and_the_rows_before_stay_with_it(rows: int) -> None:
    found = tables(replace(a_table(rows), note="Ghi chú."))
    lines = [row for each in found for row in each.findall(f"{{{W}}}tr")[1:]]
    kept = [all(p.find(f"{{{W}}}pPr/{{{W}}}keepNext") is not None for p in row.iter(f"{{{W}}}p")) for row in lines]
    assert texts(found[-1])[-1] == "Ghi chú."
    assert lines[-1].find(f".//{{{W}}}gridSpan").get(f"{{{W}}}val") == "3"  # type: ignore[union-attr]
    few = [True] * rows
    many = [True, *[False] * (rows - 3), True, True]
    assert kept == [*(few if rows <= 8 else many), False]
    assert sum("Ghi chú." in texts(each) for each in found) == 1


@pytest.mark.parametrize("rows", [2, 8, 9, 101])
def test_a_last_row_never_stands_alone_on_a_page(rows: int) -> None:
    (table,) = tables(a_table(rows))
    *before, last = table.findall(f"{{{W}}}tr")[1:]
    assert before[-1].find(f".//{{{W}}}keepNext") is not None
    assert last.find(f".//{{{W}}}keepNext") is None


def test_widths_of_cells_are_those_of_the_grid() -> None:
    (table,) = tables(Table(COLUMNS, [[Cell("Cộng", span=2, bold=True), "3"], ["1", "Xã", "2"]]))
    grid = [int(column.get(f"{{{W}}}w") or 0) for column in table.iter(f"{{{W}}}gridCol")]
    for row in table.findall(f"{{{W}}}tr"):
        assert sum(int(width.get(f"{{{W}}}w") or 0) for width in row.iter(f"{{{W}}}tcW")) == sum(grid)


def test_markup_in_a_cell_stays_text() -> None:
    (table,) = tables(Table(COLUMNS, [["<w:p/>", "a & b", "\x00\x0b1"]]))
    assert texts(table)[3:] == ["<w:p/>", "a & b", "1"]


@pytest.mark.parametrize(
    "text, lines",
    [
        ("ỦY BAN NHÂN DÂN HUYỆN NAM GIANG", ["ỦY BAN NHÂN DÂN", "HUYỆN NAM GIANG"]),
        ("SỞ NỘI VỤ", ["SỞ NỘI VỤ"]),
    ],
)
def test_an_agency_is_broken_into_even_lines(text: str, lines: list[str]) -> None:
    assert even_lines(text, 12, 64) == lines


def test_a_word_wider_than_the_column_stays_whole() -> None:
    assert even_lines("A" * 60 + " B", 12, 40) == ["A" * 60, "B"]


def test_marks_do_not_widen_a_letter_but_a_horn_does() -> None:
    assert width_mm("ệ", 12) == width_mm("e", 12)
    assert width_mm("Ủ", 12) == width_mm("U", 12)
    assert width_mm("\N{NO-BREAK SPACE}", 12) == width_mm(" ", 12)
    assert width_mm("ợ", 12) == width_mm("ơ", 12) > width_mm("o", 12)
    assert re.match(r"\d+\.\d", f"{width_mm('Độc lập - Tự do - Hạnh phúc', 13):.1f}")


def test_a_table_wider_than_the_text_gives_way_column_by_column() -> None:
    table = a_table(2)
    assert fitted(table, table.width) is table
    narrow = fitted(table, table.width / 2)
    assert narrow.width == pytest.approx(table.width / 2)
    assert [each.width * 2 for each in narrow.columns] == pytest.approx([each.width for each in table.columns])
